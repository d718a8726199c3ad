// What the loaded leads say about the points, while these are written.
//
//   then                             what is here
//   -------------------------------  ---------------------------------------
//   lead scoring is looked at        the leads are scored, a slice a tick
//   a rule's points change           the same anew
//   a threshold changes              everything stays; counts are read again
//   data or their time change        the same anew; the lead in hand stays,
//                                    if it is there
#ifndef LEADPACT_WEB_APP_POINTS_DESK_H_
#define LEADPACT_WEB_APP_POINTS_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/model.h"
#include "core/calendar/time.h"
#include "core/scoring/score.h"
#include "web/app/lead_sum.h"
#include "web/app/score_histogram.h"

namespace leadpact::app {

class PointsDesk {
 public:
  PointsDesk();
  ~PointsDesk();

  // ---- What is there ----
  // Every lead is counted; until then progress(), from 0 to 1.
  [[nodiscard]] bool ready() const;
  [[nodiscard]] bool working() const;
  [[nodiscard]] float progress() const;
  [[nodiscard]] const ScoreCounts& counts() const { return counts_; }
  [[nodiscard]] const std::vector<ScoreBar>& bars() const { return bars_; }
  // "lead", "leads".
  [[nodiscard]] const std::string& noun(std::uint64_t count) const;
  // "60 points: 312 of 1,204 leads, 26 %".
  [[nodiscard]] std::string words(double threshold) const;
  // The lead in hand; null where there are none.
  [[nodiscard]] const LeadSum* lead() const { return lead_ ? &*lead_ : nullptr; }
  [[nodiscard]] std::size_t lead_number() const { return lead_index_ + 1; }
  [[nodiscard]] std::size_t leads() const { return leads_; }
  // What was typed to find it, and what came of that.
  [[nodiscard]] const std::string& lead_text() const { return lead_text_; }
  [[nodiscard]] const std::string& lead_error() const { return lead_error_; }

  // ---- What happens ----
  // For this agreement, which is valid, and these data; `reads` is another
  // number whenever they were read anew. False where the data have none of the
  // records that are scored, or there is no rule; then nothing is here.
  bool look(const agreement::Agreement& agreement, const scoring::LoadedData& data,
            std::uint64_t reads, std::optional<calendar::Instant> as_of);
  // The data are gone, or may be.
  void forget();
  // The next slice; false where there is nothing to do. The data must be those
  // of the last look().
  bool work();

  void choose_lead(std::string text);
  void step_lead(int by);

 private:
  struct Work;  // what refers to the data
  void finish();
  void show_lead();

  std::unique_ptr<Work> work_;
  ScoreCounts counts_;
  std::vector<ScoreBar> bars_;
  std::string one_, many_;
  std::size_t leads_ = 0;
  std::size_t lead_index_ = 0;  // among the kept rows
  std::string lead_id_;         // of the lead in hand, to find it in other data
  std::string lead_text_;
  std::string lead_error_;
  std::optional<LeadSum> lead_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_POINTS_DESK_H_
