// The leads behind the numbers of the row that is open.
#include <utility>

#include "web/app/file_names.h"
#include "web/app/state.h"

namespace leadpact::app {

LeadList& State::leads() {
  std::string id;
  if (view_ && open_row_) {
    const std::size_t row = *open_row_, goals = view_->commitments.size();
    if (row < goals) {
      id = view_->commitments[row].id;
    } else if (row - goals < view_->goals.size()) {
      id = view_->goals[row - goals].id;
    }
  }
  lead_list_.look(agreement(), id, desk_);
  return lead_list_;
}

void State::save_leads(LeadList& list) {
  list.write();
  hear_leads(list);
}

void State::hear_leads(LeadList& list) {
  if (auto written = list.take_written()) {
    give_away(std::move(written->text), file_name(written->title, "-leads.csv"));
  }
}

}  // namespace leadpact::app
