// The lead score of the open agreement over the loaded leads.
#include <string>
#include <utility>

#include "web/app/state.h"

namespace leadpact::app {

const PointsDesk* State::points() {
  const bool known = agreement() != nullptr && editor_.valid() && desk_.loaded() != nullptr;
  if (!known) {
    points_.forget();
    return nullptr;
  }
  const bool has = points_.look(*agreement(), *desk_.loaded(), desk_.loads(), desk_.as_of());
  return has ? &points_ : nullptr;
}

void State::choose_lead(std::string text) {
  if (points() != nullptr) points_.choose_lead(std::move(text));
}

void State::step_lead(int by) {
  if (points() != nullptr) points_.step_lead(by);
}

void State::close_step() {
  editor_.close_step();
}

}  // namespace leadpact::app
