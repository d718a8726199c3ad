#include "core/calendar/hours.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <map>
#include <utility>

namespace leadpact::calendar {
namespace {

constexpr std::size_t kDays = kLastDay - kFirstDay + 1;

constexpr bool in_range(Day day) {
  return day >= kFirstDay && day <= kLastDay;
}

// Sets of local dates, 64 a word.
constexpr std::size_t kWords = (kDays + 63) / 64;
constexpr std::size_t word_of(Day day) {
  return static_cast<std::size_t>(day - kFirstDay) / 64;
}
constexpr std::uint64_t bit_of(Day day) {
  return 1ULL << (static_cast<unsigned>(day - kFirstDay) % 64);
}

// No offset is larger than 16 h, so what opens on a local date lies within the
// UTC day of the same number and its neighbours.
constexpr Day kFirstUtcDay = kFirstDay - 1;
constexpr Day kLastUtcDay = kLastDay + 1;
constexpr std::size_t kUtcDays = kDays + 2;

// The end of a list of pieces: opens after every second of a day.
constexpr std::int32_t kNoPiece = std::numeric_limits<std::int32_t>::max();

}  // namespace

Hours::Hours(const HoursSpec& spec) : zone_(spec.zone) {
  for (std::size_t i = 0; i < 7; ++i) {
    for (const DayInterval& interval : spec.week[i]) {
      if (interval.from < interval.to) week_[i].push_back(interval);
    }
  }
  read_exceptions(spec);
  build();
}

void Hours::read_exceptions(const HoursSpec& spec) {
  std::map<Day, std::vector<DayInterval>> by_day;
  for (const Day day : spec.holidays) {
    by_day.try_emplace(day);
  }
  for (const HoursSpec::Special& special : spec.special_days) {
    by_day[special.day].push_back(special.interval);
  }
  is_exception_.resize(kWords);
  for (auto& [day, intervals] : by_day) {
    if (!in_range(day)) continue;
    is_exception_[word_of(day)] |= bit_of(day);
    exceptions_.push_back({day, std::move(intervals)});
  }
}

void Hours::build() {
  // Most days are like another of the same weekday and UTC offset.
  struct Alike {
    bool known = false;
    Pieces pieces;
  };
  std::map<std::int64_t, std::array<Alike, 7>> alike_at;
  std::array<Alike, 7>* alike = nullptr;
  std::int64_t alike_offset = 0;

  is_working_day_.resize(kWords);
  utc_days_.reserve(kUtcDays + 1);
  std::int64_t opened = 0;
  auto exception = exceptions_.begin();
  for (Day day = kFirstUtcDay; day <= kLastUtcDay; ++day) {
    while (exception != exceptions_.end() && exception->day < day - 1) {
      ++exception;
    }
    const LocalTime from = (day - 1) * kSecondsPerDay;
    const bool plain = day > kFirstDay && day < kLastDay &&
                       (exception == exceptions_.end() || exception->day > day + 1) &&
                       zone_->steady(from, from + 3 * kSecondsPerDay);
    const auto week_day = static_cast<std::size_t>(weekday(day));
    Pieces pieces;
    if (plain) {
      const std::int64_t offset = from - zone_->to_instant(from);
      if (alike == nullptr || offset != alike_offset) {
        alike = &alike_at[offset];
        alike_offset = offset;
      }
      Alike& same = (*alike)[week_day];
      if (!same.known) same = {true, add_pieces(day)};
      pieces = same.pieces;
    } else {
      pieces = add_pieces(day);
    }
    utc_days_.emplace_back(opened, pieces.first);
    opened += pieces.opened;

    const bool works = plain ? !week_[week_day].empty() : close_of(day).has_value();
    if (works) is_working_day_[word_of(day)] |= bit_of(day);
  }
  utc_days_.emplace_back(opened, pieces_.size());
  pieces_.push_back({kNoPiece, kNoPiece});
}

std::span<const DayInterval> Hours::intervals_of(Day day) const {
  if (!in_range(day) || zone_->skips(day)) return {};
  if ((is_exception_[word_of(day)] & bit_of(day)) == 0) return week_[weekday(day)];
  return std::lower_bound(exceptions_.begin(), exceptions_.end(), day,
                          [](const Exception& a, Day b) { return a.day < b; })
      ->intervals;
}

OpenSpan Hours::span_of(Day day, DayInterval interval) const {
  const LocalTime midnight = day * kSecondsPerDay;
  return {zone_->to_instant(midnight + interval.from * 60),
          zone_->to_instant(midnight + interval.to * 60)};
}

Hours::Pieces Hours::add_pieces(Day utc_day) {
  const Instant start = utc_day * kSecondsPerDay;
  std::vector<Piece> found;
  for (Day day = utc_day - 1; day <= utc_day + 1; ++day) {
    for (const DayInterval& interval : intervals_of(day)) {
      const OpenSpan span = span_of(day, interval);
      const Instant open = std::max(span.open, start);
      const Instant close = std::min(span.close, start + kSecondsPerDay);
      if (open >= close) continue;
      found.push_back(
          {static_cast<std::int32_t>(open - start), static_cast<std::int32_t>(close - start)});
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Piece& a, const Piece& b) { return a.open < b.open; });

  Pieces pieces;
  pieces.first = pieces_.size();
  for (const Piece& piece : found) {
    if (pieces_.size() > pieces.first && piece.open <= pieces_.back().close) {
      pieces_.back().close = std::max(pieces_.back().close, piece.close);
    } else {
      pieces_.push_back(piece);
    }
  }
  for (std::size_t i = pieces.first; i < pieces_.size(); ++i) {
    pieces.opened += pieces_[i].close - pieces_[i].open;
  }
  pieces_.push_back({kNoPiece, kNoPiece});
  return pieces;
}

std::int64_t Hours::total() const {
  return utc_days_.back().opened_before();
}

std::int64_t Hours::opened_before(Instant instant) const {
  constexpr Instant kFrom = kFirstUtcDay * kSecondsPerDay;
  constexpr Instant kTo = (kLastUtcDay + 1) * kSecondsPerDay;
  if (instant < kFrom) return 0;
  if (instant >= kTo) return total();
  const UtcDay& day = utc_days_[static_cast<std::size_t>((instant - kFrom) / kSecondsPerDay)];
  const auto second = static_cast<std::int32_t>((instant - kFrom) % kSecondsPerDay);
  std::int64_t opened = day.opened_before();
  for (const Piece* piece = &pieces_[day.pieces()]; piece->open < second; ++piece) {
    opened += std::min(second, piece->close) - piece->open;
  }
  return opened;
}

std::int64_t Hours::business_seconds(Instant from, Instant to) const {
  return to <= from ? 0 : opened_before(to) - opened_before(from);
}

std::optional<Instant> Hours::add_business(Instant from, std::int64_t seconds) const {
  if (seconds <= 0) return from;
  if (seconds > total() - opened_before(from)) return std::nullopt;
  const std::int64_t needed = opened_before(from) + seconds;
  // The last day with less than that opened before it, and in it the first
  // piece that is long enough: an exact fit ends at a close, not at the next
  // opening.
  const auto after = std::partition_point(utc_days_.begin(), utc_days_.end(),
                                          [&](UtcDay day) { return day.opened_before() < needed; });
  const UtcDay& day = *(after - 1);
  std::int64_t left = needed - day.opened_before();
  const Piece* piece = &pieces_[day.pieces()];
  for (; left > piece->close - piece->open; ++piece) {
    left -= piece->close - piece->open;
  }
  const auto utc_day = kFirstUtcDay + static_cast<Day>(after - 1 - utc_days_.begin());
  return utc_day * kSecondsPerDay + piece->open + left;
}

std::optional<Instant> Hours::close_of(Day day) const {
  std::optional<Instant> close;
  for (const DayInterval& interval : intervals_of(day)) {
    const OpenSpan span = span_of(day, interval);
    if (span.open < span.close && (!close || *close < span.close)) close = span.close;
  }
  return close;
}

std::optional<Day> Hours::working_day_after(Day day, int n) const {
  if (n < 1 || day >= kLastDay) return std::nullopt;
  const Day next = std::max(day + 1, kFirstDay);
  std::size_t word = word_of(next);
  std::uint64_t ahead = is_working_day_[word] & ~(bit_of(next) - 1);
  while (std::popcount(ahead) < n) {
    n -= std::popcount(ahead);
    if (++word == kWords) return std::nullopt;
    ahead = is_working_day_[word];
  }
  for (; n > 1; --n) {
    ahead &= ahead - 1;
  }
  return kFirstDay + static_cast<Day>(word * 64) + std::countr_zero(ahead);
}

std::vector<OpenSpan> Hours::open_spans(Instant from, Instant to) const {
  std::vector<OpenSpan> spans;
  const Day last = std::min(day_of(std::max(from, to - 1)), kLastUtcDay);
  for (Day day = std::max(day_of(from), kFirstUtcDay); day <= last; ++day) {
    const Instant start = day * kSecondsPerDay;
    const auto index = static_cast<std::size_t>(day - kFirstUtcDay);
    const Piece* piece = &pieces_[utc_days_[index].pieces()];
    for (; piece->open != kNoPiece; ++piece) {
      const OpenSpan span = {std::max(from, start + piece->open),
                             std::min(to, start + piece->close)};
      if (span.open >= span.close) continue;
      if (!spans.empty() && spans.back().close == span.open) {
        spans.back().close = span.close;
      } else {
        spans.push_back(span);
      }
    }
  }
  return spans;
}

}  // namespace leadpact::calendar
