// What the loaded data say while leads are defined: live counts and their
// lists, how many leads each stage takes, the values of columns.
//
// All of it is worked in slices: the first when it is asked for, so that some
// thousand leads are counted within the frame, the others with every tick.
//
//   the rules changed, and there are  then count() is    counting() is
//   --------------------------------  -----------------  -------------
//   5,000 leads                       of the new rules   false
//   1,000,000 leads                   of the old rules   true for a while
#ifndef LEADPACT_WEB_APP_LEAD_DESK_H_
#define LEADPACT_WEB_APP_LEAD_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/app/column_values.h"
#include "web/app/data_desk.h"
#include "web/app/lead_lines.h"
#include "web/app/live_counts.h"

namespace leadpact::app {

class LeadDesk {
 public:
  // ---- What happens ----
  // The agreement was written on, or another one is open.
  void agreement_changed() { asked_ = stages_asked_ = false; }
  // To be called before anything below is read: what it was about may be gone.
  // The stage in hand is `part`, if it is one; null for no agreement.
  void look(const agreement::Agreement* agreement, bool valid, const std::string& part,
            const DataDesk& desk);
  // A slice of what was asked for last.
  void work(const DataDesk& desk);
  [[nodiscard]] bool has_work(const DataDesk& desk) const;

  // ---- The stage in hand ----
  // Nothing without loaded data that has its columns.
  [[nodiscard]] const std::optional<LiveCount>& count() const { return count_; }
  // Whether the count and the lists are still those of the rules before.
  [[nodiscard]] bool counting() const { return sweep_ && !sweep_->done(); }
  static constexpr std::size_t kPage = 50;
  static constexpr std::size_t kMostShown = 500;
  enum class Which : std::uint8_t { matching, just_short };
  // Made when asked for. At most as many as are shown.
  [[nodiscard]] const std::vector<LeadLine>& lines(Which which);
  [[nodiscard]] bool has_more(Which which) const;
  void show_more(Which which);

  // ---- All stages ----
  // One a stage; nothing where it is not known, or not cheap to know.
  [[nodiscard]] const std::vector<std::optional<std::uint64_t>>& stages() const { return stages_; }

  // ---- The columns ----
  // Of a dataset's field, by id and key; null where it is not loaded or not
  // read yet: then it is read by and by.
  [[nodiscard]] const ColumnFacts* facts(std::string_view dataset, std::string_view field,
                                         bool domains);

 private:
  struct List {
    std::size_t shown = kPage;
    bool known = false;
    std::vector<LeadLine> lines;
  };
  void forget_data();
  void take_count();
  [[nodiscard]] List& list(Which which) { return which == Which::matching ? matching_ : short_; }

  std::uint64_t loads_ = 0;  // of the desk, when this was asked
  const scoring::LoadedData* loaded_ = nullptr;
  const agreement::Agreement* agreement_ = nullptr;  // of the last look
  std::optional<calendar::Instant> as_of_;
  std::string part_;
  bool asked_ = false;
  bool stages_asked_ = false;

  std::unique_ptr<StageSweep> sweep_;
  std::optional<LiveCount> count_;
  List matching_, short_;
  std::vector<std::optional<std::uint64_t>> stages_;
  std::unordered_map<std::string, std::unique_ptr<ColumnReader>> readers_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_DESK_H_
