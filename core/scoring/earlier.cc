#include "core/scoring/earlier.h"

#include <algorithm>

#include "core/data/hash.h"

namespace leadpact::scoring {
namespace {

// By Outcome.
constexpr std::string_view kLetters = "cmfpl";
constexpr std::size_t kLongestProbe = 512;
constexpr std::size_t kMostDigits = 5;

// FNV's low bits alone tell few of many similar ids apart.
std::size_t spread(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15u;
  return static_cast<std::size_t>(hash ^ (hash >> 29));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Answer answer_of(const RecordMeasure& measure, std::size_t row) {
  if (!measure.counts(row)) return {};
  const PeriodSlot period = measure.period(row);
  if (period >= kNotCounted) return {kOutside, Outcome::counted};
  return {period, measure.judge(row).outcome};
}

// ---- Lines ---------------------------------------------------------------------

void AnswerLine::add(Answer answer) {
  if (answer.period == kNotCounted) {
    line_ += '.';
    return;
  }
  if (!answer.in_period()) {
    line_ += 'o';
  } else {
    line_ += kLetters[static_cast<std::size_t>(answer.outcome)];
    if (answer.period != before_) line_ += std::to_string(answer.period);
    before_ = answer.period;
  }
  filled_ = line_.size();
}

void AnswerLine::clear() {
  line_.clear();
  filled_ = 0;
  before_ = kOutside;
}

std::optional<Answer> AnswerReader::next() {
  if (at_end()) return Answer{};
  const char letter = line_[at_++];
  if (letter == '.') return Answer{};
  if (letter == 'o') return Answer{kOutside, Outcome::counted};
  const std::size_t outcome = kLetters.find(letter);
  if (outcome == std::string_view::npos) return std::nullopt;
  std::uint32_t period = 0;
  const std::size_t digits = at_;
  while (at_ < line_.size() && at_ - digits < kMostDigits && is_digit(line_[at_]))
    period = period * 10 + static_cast<std::uint32_t>(line_[at_++] - '0');
  if (at_ == digits) period = before_;
  if (period >= kNotCounted) return std::nullopt;
  before_ = static_cast<PeriodSlot>(period);
  return Answer{before_, static_cast<Outcome>(outcome)};
}

// ---- Leads ---------------------------------------------------------------------

std::string_view EarlierLeads::id(Entry entry) const {
  const Lead& lead = entries_[entry];
  return std::string_view(texts_).substr(static_cast<std::size_t>(lead.begin), lead.id_size);
}

Answer EarlierLeads::answer(Entry entry, std::size_t promise) const {
  const Lead& lead = entries_[entry];
  AnswerReader reader(std::string_view(texts_).substr(
      static_cast<std::size_t>(lead.begin) + lead.id_size, lead.line_size));
  Answer answer;
  for (std::size_t i = 0; i <= promise && !reader.at_end(); ++i) {
    const std::optional<Answer> read = reader.next();
    if (!read) return {};
    answer = i == promise ? *read : Answer{};
  }
  return answer;
}

std::optional<std::size_t> EarlierLeads::slot_of(std::string_view id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = spread(data::hash_of(id)) & mask;
  for (std::size_t probes = 0; probes < kLongestProbe; ++probes) {
    if (slots_[at] == kNone || this->id(slots_[at]) == id) return at;
    at = (at + 1) & mask;
  }
  return std::nullopt;
}

bool EarlierLeads::make_slots(std::size_t count) {
  slots_.assign(count, kNone);
  for (Entry entry = 0; entry < entries_.size(); ++entry) {
    const auto slot = slot_of(id(entry));
    if (!slot) return false;
    slots_[*slot] = entry;
  }
  return true;
}

bool EarlierLeads::reserve(std::size_t leads) {
  std::size_t slots = 16;
  while (slots < leads * 2)
    slots *= 2;
  entries_.reserve(leads);
  return make_slots(slots);
}

EarlierLeads::Added EarlierLeads::add(std::string_view id, std::string_view line) {
  if (entries_.size() + 1 >= kNone) return Added::too_many;
  if (entries_.size() * 2 >= slots_.size() &&
      !make_slots(std::max<std::size_t>(16, slots_.size() * 2)))
    return Added::too_many;
  const auto slot = slot_of(id);
  if (!slot) return Added::too_many;
  if (slots_[*slot] != kNone) return Added::twice;
  slots_[*slot] = static_cast<Entry>(entries_.size());
  entries_.push_back({texts_.size(), static_cast<std::uint32_t>(id.size()),
                      static_cast<std::uint32_t>(line.size())});
  texts_ += id;
  texts_ += line;
  return Added::yes;
}

EarlierLeads::Entry EarlierLeads::find(std::string_view id) const {
  if (slots_.empty()) return kNone;
  const auto slot = slot_of(id);
  return slot ? slots_[*slot] : kNone;
}

// ---- The scorecard ---------------------------------------------------------------

const EarlierPromise* Earlier::find_promise(std::string_view id) const {
  for (const EarlierPromise& promise : promises) {
    if (promise.score.id == id) return &promise;
  }
  return nullptr;
}

const EarlierLeads* Earlier::find_leads(std::string_view dataset) const {
  for (const EarlierLeads& each : leads) {
    if (each.dataset == dataset) return &each;
  }
  return nullptr;
}

}  // namespace leadpact::scoring
