#include "core/exchange/score_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/agreement/wording.h"
#include "core/calendar/time.h"

namespace leadpact::exchange {
namespace {

using agreement::Commitment;
using agreement::Direction;
using agreement::Kind;
using calendar::Every;
using scoring::PeriodScore;
using scoring::Status;

bool is_whole(double value) {
  return std::fabs(value - std::round(value)) < 1e-9;
}

Scale scale_of(Kind kind, double target) {
  switch (kind) {
    case Kind::share:
    case Kind::within:
      return {1, 1, " %"};
    case Kind::median_time:
      return {1, 1, " h"};
    case Kind::count:
    case Kind::checkins:
      return {1, 0, ""};
    default:
      if (std::fabs(target) >= 1e7) return {1e6, 1, " M"};
      return {1, std::fabs(target) >= 1000 ? 0 : 2, ""};
  }
}

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

std::string number(double value, int decimals) {
  if (value == 0) value = 0;  // no -0
  if (std::fabs(value) >= 1e15) return fmt::format("{:.4g}", value);
  return agreement::grouped(fmt::format("{:.{}f}", value, decimals));
}

std::string beside(double value, double against, const Scale& scale) {
  const double tolerance = 1e-9 * std::max(1.0, std::fabs(against));
  const auto side = [&](double x) {
    return std::fabs(x - against) <= tolerance ? 0 : x < against ? -1 : 1;
  };
  int decimals = scale.decimals;
  for (; decimals < scale.decimals + 6; ++decimals) {
    const double step = scale.divisor / std::pow(10.0, decimals);
    const double rounded = std::round(value / step) * step;
    if (side(rounded) == side(value)) break;
  }
  return number(value / scale.divisor, decimals) + std::string(scale.unit);
}

std::string value_text(const Commitment& commitment, const PeriodScore& score) {
  if (!score.value) return std::string(kNone);
  const Scale scale = scale_of(commitment.measure.kind, score.target);
  return beside(*score.value, score.target, scale);
}

std::string target_text(const Commitment& commitment, double target) {
  Scale scale = scale_of(commitment.measure.kind, target);
  if (is_whole(target / scale.divisor)) scale.decimals = 0;
  const std::string text = beside(target, target, scale);
  return (commitment.direction == Direction::at_least ? "≥ " : "≤ ") + text;
}

std::string period_name(Every every, const calendar::Period& period, int fiscal_start) {
  const calendar::Date start = calendar::to_date(period.start);
  const int months_in = (start.month - fiscal_start + 12) % 12;
  const int fiscal_year = start.year - (start.month < fiscal_start ? 1 : 0);
  std::string year = fiscal_start == 1
                         ? fmt::format("{}", fiscal_year)
                         : fmt::format("{}/{:02}", fiscal_year, (fiscal_year + 1) % 100);
  switch (every) {
    case Every::week:
      return calendar::format_day(period.start);
    case Every::month:
      return fmt::format("{} {}", kMonths[static_cast<std::size_t>(start.month - 1)], start.year);
    case Every::quarter:
      return fmt::format("Q{} {}", months_in / 3 + 1, year);
    case Every::year:
      return year;
    case Every::term:
      return "whole term";
  }
  return {};
}

std::string status_words(Status status) {
  std::string words(scoring::name_of(status));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

Style style_of(Status status) {
  switch (status) {
    case Status::met:
      return Style::good;
    case Status::on_track:
      return Style::good;
    case Status::at_risk:
      return Style::fair;
    case Status::missed:
      return Style::poor;
    case Status::behind:
      return Style::poor;
    case Status::no_data:
      return Style::dim;
  }
  return Style::plain;
}

}  // namespace leadpact::exchange
