#include "web/app/example.h"

#include <utility>

#include "core/agreement/templates.h"
#include "core/calendar/time.h"
#include "core/example/example.h"
#include "core/exchange/document.h"

namespace leadpact::app {

const agreement::Agreement* example_agreement() {
  static const std::optional<agreement::Agreement> parsed = [] {
    Result<exchange::Document> read = exchange::read_json(example::agreement_json());
    return read.ok() ? std::optional(std::move(read).value().agreement) : std::nullopt;
  }();
  return parsed ? &*parsed : nullptr;
}

std::vector<GivenFile> example_data() {
  return {{"leads.csv", example::leads_csv()}};
}

std::optional<agreement::Agreement> from_template(std::string_view name, std::int64_t now) {
  const agreement::Template* found = agreement::find_template(name);
  if (found == nullptr) return std::nullopt;
  Result<exchange::Document> read = exchange::read_json(found->json);
  if (!read.ok()) return std::nullopt;
  agreement::Agreement agreement = std::move(read).value().agreement;
  constexpr std::int64_t kMillisecondsPerDay = calendar::kSecondsPerDay * 1000;
  const calendar::Date today =
      calendar::to_date(static_cast<calendar::Day>(now / kMillisecondsPerDay));
  const int year = today.month <= 3 ? today.year - 1 : today.year;
  agreement.starts_on = calendar::format_day(calendar::to_day({year, 1, 1}));
  agreement.ends_on.clear();
  return agreement;
}

}  // namespace leadpact::app
