#include "core/scoring/sample.h"

#include <algorithm>
#include <utility>

#include "core/data/hash.h"

namespace leadpact::scoring {

namespace {

std::uint64_t seeded(std::string_view seed) {
  return data::hash_of("\n", data::hash_of(seed));
}

std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ number >> 33) * 0xFF51AFD7ED558CCDu;
  number = (number ^ number >> 33) * 0xC4CEB9FE1A85EC53u;
  return number ^ number >> 33;
}

}  // namespace

std::uint64_t sample_number(std::string_view seed, std::string_view id) {
  return mixed(data::hash_of(id, seeded(seed)));
}

Sample::Sample(std::string_view seed, std::size_t size)
    : seeded_(seeded(seed)), size_(std::min(size, kMost)) {}

void Sample::add(std::string_view id, std::uint32_t lead) {
  if (id.empty()) {
    ++without_id_;
    return;
  }
  const std::uint64_t number = mixed(data::hash_of(id, seeded_));
  if (size_ == 0 || (drawn_.size() == size_ && number > drawn_.back().number)) return;
  Drawn drawn{number, std::string(id), lead};
  auto place = drawn_.end();
  while (place != drawn_.begin() && drawn < *(place - 1))
    --place;
  drawn_.insert(place, std::move(drawn));
  if (drawn_.size() > size_) drawn_.pop_back();
}

std::vector<std::uint32_t> Sample::take() && {
  std::vector<std::uint32_t> leads;
  for (const Drawn& each : drawn_)
    leads.push_back(each.lead);
  return leads;
}

}  // namespace leadpact::scoring
