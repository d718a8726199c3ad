#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::met:
      return "met";
    case Status::missed:
      return "missed";
    case Status::on_track:
      return "on_track";
    case Status::at_risk:
      return "at_risk";
    case Status::behind:
      return "behind";
    case Status::no_data:
      return "no_data";
  }
  return "";
}

bool same_figures(const PeriodScore& a, const PeriodScore& b) {
  return a.population == b.population && a.value == b.value && a.met == b.met &&
         a.failed == b.failed && a.pending == b.pending && a.left_out == b.left_out &&
         a.status == b.status;
}

}  // namespace leadpact::scoring
