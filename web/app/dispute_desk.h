// Disputed leads on the page: the one being written, where they stand in
// today's data, and what the score would be with them upheld.
//
//   a person                        then
//   ------------------------------  ----------------------------------------
//   presses “Dispute this lead”     a draft, in the place where it was pressed
//   rules it upheld                 the data are searched and scored anew with
//                                   it, a slice a tick, beside the official
//   drops a newer export            the same anew; a lead that is gone says so
#ifndef LEADPACT_WEB_APP_DISPUTE_DESK_H_
#define LEADPACT_WEB_APP_DISPUTE_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/scoring/disputes.h"
#include "web/app/data_desk.h"
#include "web/app/scorecard_view.h"

namespace leadpact::app {

// Where a lead is disputed: from a promise, from where the time goes, from the
// ledger, or in the list.
enum class DisputePlace : std::uint8_t { none, promise, clocks, ledger, list };

class DisputeDesk {
 public:
  // ---- What happens ----
  void score_changed() { job_.reset(); }
  // To be called before anything below is read, with what is there.
  void look(const agreement::Agreement& agreement, const DataDesk& desk,
            const agreement::Disputes& disputes, std::uint64_t version);
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const { return job_ && job_->step != Step::done; }

  // ---- What it would be ----
  // Once there is nothing to do. Of a row of the scorecard and a period of its
  // score: "With 3 disputes upheld: 96.4 % (met)"; empty where none concerns it.
  [[nodiscard]] std::string words(std::size_t row, std::size_t period, bool open_too) const;
  // Of a headline: "92.1 with disputes upheld"; empty where it is the same.
  [[nodiscard]] std::string headline_words(std::size_t headline,
                                           std::optional<std::size_t> reporting) const;
  // What would have fallen due otherwise; empty for the open ones where they make
  // no difference.
  [[nodiscard]] std::vector<std::string> due_otherwise(bool open_too) const;
  // Whether the lead of that dispute is in the data; unknown without a search.
  [[nodiscard]] std::optional<bool> is_there(std::size_t dispute) const;

  // ---- The one being written ----
  [[nodiscard]] DisputePlace place() const { return place_; }
  [[nodiscard]] const agreement::Dispute& draft() const { return draft_; }
  [[nodiscard]] bool is_drafting(DisputePlace place, const std::string& dataset,
                                 const std::string& record) const {
    return place_ == place && draft_.dataset == dataset && draft_.record == record;
  }
  void begin(DisputePlace place, agreement::Dispute draft);
  void write(agreement::Dispute draft) { draft_ = std::move(draft); }
  [[nodiscard]] agreement::Dispute end();  // what was written

 private:
  enum class Step : std::uint8_t { search, upheld, open_too, done };
  struct Job {
    agreement::Agreement agreement;
    agreement::Disputes disputes;
    scoring::Scorecard official;
    std::unique_ptr<scoring::DisputeSweep> sweep;
    scoring::Overrulings overrulings;
    std::optional<scoring::Scoring> scoring;
    std::optional<scoring::Scored> upheld, open_too;
    Step step = Step::search;
  };
  void next_score(Step step, bool open_too);

  std::unique_ptr<Job> job_;
  const scoring::LoadedData* loaded_ = nullptr;
  calendar::Instant as_of_ = 0;
  std::uint64_t loads_ = 0;
  std::uint64_t version_ = 0;
  DisputePlace place_ = DisputePlace::none;
  agreement::Dispute draft_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DISPUTE_DESK_H_
