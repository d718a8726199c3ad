#include "core/calendar/zone.h"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>
#include <cctz/zone_info_source.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/calendar/tzdata.h"

namespace leadpact::calendar {
namespace {

// Hands an embedded zone to cctz as a TZif file.
class EmbeddedSource : public cctz::ZoneInfoSource {
 public:
  explicit EmbeddedSource(std::string_view body) : file_(unpack_zone(body)), rest_(file_) {}

  std::size_t Read(void* to, std::size_t size) override {
    size = std::min(size, rest_.size());
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
    return size;
  }

  int Skip(std::size_t size) override {
    if (size > rest_.size()) return -1;
    rest_.remove_prefix(size);
    return 0;
  }

  std::string Version() const override { return std::string(embedded_zone_data().release); }

 private:
  const std::string file_;
  std::string_view rest_;
};

// Never falls back to the files of the system: what a zone is must not depend
// on the machine.
std::unique_ptr<cctz::ZoneInfoSource> open_embedded(
    const std::string& name,
    const std::function<std::unique_ptr<cctz::ZoneInfoSource>(const std::string&)>& /*fallback*/) {
  const ZoneFile* file = embedded_zone_data().find(name);
  return file == nullptr ? nullptr : std::make_unique<EmbeddedSource>(file->body);
}

cctz::time_point<cctz::seconds> to_cctz(Instant instant) {
  return cctz::time_point<cctz::seconds>(cctz::seconds(instant));
}

LocalTime to_local_time(const cctz::civil_second& civil) {
  return civil - cctz::civil_second();
}

cctz::time_zone loaded(std::string_view name) {
  cctz::time_zone zone;
  cctz::load_time_zone(std::string(name), &zone);  // cached by cctz
  return zone;
}

}  // namespace
}  // namespace leadpact::calendar

namespace cctz_extension {
ZoneInfoSourceFactory zone_info_source_factory = leadpact::calendar::open_embedded;
}  // namespace cctz_extension

namespace leadpact::calendar {

void OffsetTable::append(std::int64_t from, std::int32_t offset) {
  if (!steps_.empty()) steps_.back().until = from;
  Step step;
  step.offset = offset;
  steps_.push_back(step);
}

void OffsetTable::finish() {
  first_.resize(kSlots);
  std::size_t step = 0;
  for (std::uint64_t slot = 0; slot < kSlots; ++slot) {
    const std::int64_t start = kStart + static_cast<std::int64_t>(slot << kShift);
    while (steps_[step].until <= start) {
      ++step;
    }
    first_[static_cast<std::size_t>(slot)] = static_cast<std::uint16_t>(step);
  }
}

std::unique_ptr<const Zone> Zone::load(std::string_view name) {
  cctz::time_zone source;
  if (!cctz::load_time_zone(std::string(name), &source)) return nullptr;

  std::unique_ptr<Zone> zone(new Zone(name));
  Instant at = OffsetTable::kStart;
  std::int32_t before = source.lookup(to_cctz(at)).offset;
  zone->by_instant_.append(at, before);
  zone->by_local_.append(at, before);
  cctz::time_zone::civil_transition change;
  while (source.next_transition(to_cctz(at), &change)) {
    at = to_local_time(change.from) - before;
    if (at >= OffsetTable::kEnd) break;
    const auto after = static_cast<std::int32_t>(to_local_time(change.to) - at);
    if (after == before) continue;  // only the abbreviation changed
    // In a gap and in an overlap alike, the offset before the change is used
    // up to the later of the two local times at which the change happens.
    zone->by_instant_.append(at, after);
    zone->by_local_.append(at + std::max(before, after), after);
    for (Day day = day_of(at + before + kSecondsPerDay - 1);
         (day + 1) * kSecondsPerDay <= at + after; ++day) {
      zone->skipped_.push_back(day);
    }
    before = after;
  }
  zone->by_instant_.finish();
  zone->by_local_.finish();
  return zone;
}

const Zone* Zone::find(std::string_view name) {
  const ZoneFile* file = embedded_zone_data().find(name);
  if (file == nullptr) return nullptr;
  static std::map<std::string_view, std::unique_ptr<const Zone>> zones;
  const auto [entry, is_new] = zones.try_emplace(file->name);
  if (is_new) entry->second = load(file->name);
  return entry->second.get();
}

std::vector<std::string_view> Zone::names() {
  std::vector<std::string_view> names;
  names.reserve(embedded_zone_data().files.size());
  for (const ZoneFile& file : embedded_zone_data().files) {
    names.push_back(file.name);
  }
  return names;
}

std::string_view Zone::release() {
  return embedded_zone_data().release;
}

bool Zone::skips(Day day) const {
  return std::find(skipped_.begin(), skipped_.end(), day) != skipped_.end();
}

// cctz knows the rules of every year; such times are rare (a limit that ends
// after 2200).
Instant Zone::far_to_instant(LocalTime local) const {
  const auto found = loaded(name_).lookup(cctz::civil_second() + local);
  return found.pre.time_since_epoch().count();
}

LocalTime Zone::far_to_local(Instant instant) const {
  return instant + loaded(name_).lookup(to_cctz(instant)).offset;
}

}  // namespace leadpact::calendar
