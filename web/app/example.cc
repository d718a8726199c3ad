#include "web/app/example.h"

#include <utility>

#include "core/agreement/templates.h"
#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "embedded/example.h"
#include "web/app/file_head.h"

namespace leadpact::app {

const agreement::Agreement* example_agreement() {
  static const std::optional<agreement::Agreement> parsed = [] {
    for (const auto& file : embedded::example()) {
      if (kind_of(file.name, file.bytes) != FileKind::agreement) continue;
      Result<exchange::Document> read = exchange::read_json(file.bytes);
      if (read.ok()) return std::optional(std::move(read).value().agreement);
    }
    return std::optional<agreement::Agreement>();
  }();
  return parsed ? &*parsed : nullptr;
}

std::vector<GivenFile> example_data() {
  std::vector<GivenFile> files;
  for (const auto& file : embedded::example()) {
    if (kind_of(file.name, file.bytes) != FileKind::table) continue;
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  return files;
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
