// Rejected leads on the page: the ledger of a dataset, what of it is shown, and
// the sample for the meeting.
//
//   a person                    then
//   --------------------------  -------------------------------------------
//   opens the section           the records are gone through, a slice a tick
//   chooses a period            counts, list and sample are of its rejections
//   presses a reason, an owner  the list is of those; pressed again, of all
//   presses “Sample”            20 leads by the usual seed of the period
//   writes another seed         other leads, the same for everybody
#ifndef LEADPACT_WEB_APP_LEDGER_DESK_H_
#define LEADPACT_WEB_APP_LEDGER_DESK_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/ledger_sheet.h"
#include "core/scoring/explain_words.h"
#include "core/scoring/ledger.h"
#include "web/app/data_desk.h"
#include "web/app/lead_lines.h"
#include "web/app/lead_list.h"
#include "web/app/lead_working.h"

namespace leadpact::app {

// A line of one of the tallies.
struct LedgerLine {
  std::string name;
  std::uint32_t key = 0;  // what select() takes
  scoring::LedgerCount count;
  double share = 0;         // of the largest line, 0 to 1
  bool on = false;          // the list is of those
  std::uint32_t names = 1;  // how many it is of
};
enum class LedgerBy : std::uint8_t { reason, owner, age, state };
inline constexpr std::size_t kLedgerBys = 4;

struct LedgerItem {
  std::uint32_t row = 0;
  std::string id;  // of the record
  LeadLine line;
  std::string owner, since, reason, due;  // since: rejected, or handed over
  scoring::Rejected lead;                 // not of a silent one
};

class LedgerDesk {
 public:
  enum class Which : std::uint8_t { rejected, silent, sample };
  static constexpr std::size_t kPage = 50;
  static constexpr std::size_t kMostShown = 500;

  // ---- What happens ----
  void score_changed();
  // To be called before anything below is read. False without data.
  bool look(const agreement::Agreement& agreement, const DataDesk& desk);
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const { return sweep_ && !sweep_->done(); }

  // ---- What there is ----
  [[nodiscard]] bool ready() const { return sweep_ && sweep_->done(); }
  [[nodiscard]] float progress() const { return sweep_ ? sweep_->progress() : 0; }
  [[nodiscard]] const std::vector<std::string>& datasets() const { return dataset_names_; }
  [[nodiscard]] std::size_t dataset_choice() const { return dataset_choice_; }
  [[nodiscard]] std::size_t dataset() const { return datasets_[dataset_choice_]; }
  // All of them first, then the newest.
  [[nodiscard]] const std::vector<std::string>& periods() const { return period_names_; }
  [[nodiscard]] std::size_t period_choice() const;
  // Once ready:
  [[nodiscard]] bool can_tell() const { return sweep_->ledger().columns.can_tell(); }
  [[nodiscard]] const std::string& summary() const { return summary_; }
  [[nodiscard]] const std::vector<std::string>& gaps() const { return gaps_; }
  [[nodiscard]] const std::string& silence() const { return silence_; }
  [[nodiscard]] const std::vector<LedgerLine>& lines(LedgerBy by) const {
    return lines_[static_cast<std::size_t>(by)];
  }
  // "27 of 132 leads: No budget, Ann Lee"; empty where all are listed.
  [[nodiscard]] const std::string& filter_words() const { return filter_words_; }

  [[nodiscard]] Which which() const { return which_; }
  [[nodiscard]] std::uint64_t count(Which which) const;
  [[nodiscard]] const std::vector<LedgerItem>& items();
  [[nodiscard]] std::size_t found() const { return found_.size(); }
  [[nodiscard]] bool has_more() const { return shown_ < found_.size() && shown_ < kMostShown; }
  [[nodiscard]] std::optional<std::uint32_t> open() const { return open_; }
  [[nodiscard]] const LeadWorking* opened();

  [[nodiscard]] std::string seed() const;
  [[nodiscard]] const std::string& size_text() const { return size_text_; }
  [[nodiscard]] std::string size_error() const;
  [[nodiscard]] std::string sample_words() const;

  // ---- What a person does ----
  void choose_dataset(std::size_t choice);
  void choose_period(std::size_t choice);
  void select(LedgerBy by, std::uint32_t key);
  void select_late();  // those late or overdue, or all
  [[nodiscard]] bool late_only() const { return filter_.late; }
  void select_all();
  void show(Which which);
  void show_more();
  void toggle(std::uint32_t row);
  void write_seed(std::string text);
  void write_size(std::string text);

  // The leads listed, in the order of the file, or the sample in its own.
  [[nodiscard]] std::string sheet(exchange::SheetForm form) const;

 private:
  void begin();
  void take_ledger();
  void take_period();
  void take_list();
  void add_line(LedgerBy by, std::string name, std::uint32_t key, const scoring::LedgerCount& count,
                bool on, std::uint32_t joined = 0);
  [[nodiscard]] scoring::Face face() const;
  [[nodiscard]] LedgerItem item_of(std::uint32_t found) const;
  [[nodiscard]] std::optional<std::size_t> size() const;

  std::uint64_t loads_ = 0;
  std::unique_ptr<const agreement::Agreement> agreement_;  // a copy
  const scoring::LoadedData* loaded_ = nullptr;
  calendar::Instant as_of_ = 0;
  std::string of_;  // the id of the agreement it was chosen in
  std::vector<std::size_t> datasets_;
  std::vector<std::string> dataset_names_;
  std::size_t dataset_choice_ = 0;
  std::unique_ptr<scoring::LedgerSweep> sweep_;
  std::unique_ptr<LeadNames> names_;
  bool taken_ = false;
  std::vector<std::string> period_names_;
  std::vector<std::string> gaps_;
  std::string summary_, silence_, filter_words_;
  scoring::LedgerFilter filter_;
  scoring::LedgerTally tally_;  // of the period
  std::array<std::vector<LedgerLine>, kLedgerBys> lines_;
  Which which_ = Which::rejected;
  std::optional<std::string> seed_;  // nothing: the usual one
  std::string size_text_ = "20";
  scoring::LedgerSample sample_;
  std::vector<Found> found_;  // its rows are indices of the ledger's leads; of silent ones rows
  std::size_t shown_ = kPage;
  bool listed_ = false;
  std::vector<LedgerItem> items_;
  std::optional<std::uint32_t> open_;
  std::optional<LeadWorking> working_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEDGER_DESK_H_
