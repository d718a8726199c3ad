// The score against a slow reading of the reference: local dates, minutes and
// words, none of the code that scores.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/limit.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using agreement::Direction;
using agreement::Every;
using calendar::Day;
using calendar::Instant;
using calendar::testing::day;
using calendar::testing::Random;
using calendar::testing::zone;

// A cell as it was made, before any code has read it.
struct Cell {
  bool filled = false;
  bool date_only = false;
  Day date = 0;
  int minute = 0;  // of the day, local to the dataset

  [[nodiscard]] std::string text() const {
    if (!filled) return "";
    if (date_only) return calendar::format_day(date);
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return calendar::format_day(date) + " " + two(minute / 60) + ":" + two(minute % 60);
  }
};

struct Record {
  Cell at, from, to;
  double number = 0;
};

// What is agreed, in the words of the test.
struct Setting {
  Agreement agreement;
  const calendar::Zone* zone = nullptr;  // of the agreement and its calendar
  const calendar::Zone* dataset_zone = nullptr;
  Day starts = 0;
  std::optional<Day> ends;
  Instant as_of = 0;
  int opens = 0;  // minutes, Monday to Friday
  int closes = 0;
  Day holiday = 0;
};

class Slow {
 public:
  Slow(const Setting& setting, const Commitment& promise) : s_(setting), promise_(promise) {
    amount_ = std::stoi(promise.measure.limit.empty() ? "0" : promise.measure.limit);
    business_ = promise.measure.limit.find("business") != std::string::npos;
    in_days_ = promise.measure.limit.find("day") != std::string::npos &&
               promise.measure.limit.find("minute") == std::string::npos;
    minutes_ = promise.measure.limit.find("hour") != std::string::npos ? amount_ * 60 : amount_;
  }

  struct Tally {
    std::uint64_t population = 0, met = 0, failed = 0, pending = 0, left_out = 0;
    std::vector<double> values;
  };

  void add(const Record& record) {
    const Cell at = seen(record.at);
    if (!record.at.filled) {
      ++without_at;
      return;
    }
    if (!at.filled) return;
    const Day date = s_.zone->day_at(instant(at));
    if (date < s_.starts || (s_.ends && date > *s_.ends)) return;
    Tally& tally = tallies[unit(date)];
    const Cell from = seen(record.from);
    const Cell to = seen(record.to);
    switch (promise_.measure.kind) {
      case Kind::count:
        ++tally.population;
        return;
      case Kind::sum:
      case Kind::average:
      case Kind::median:
        ++tally.population;
        tally.values.push_back(record.number);
        return;
      case Kind::share:
        ++tally.population;
        ++(record.number >= 50 ? tally.met : tally.failed);
        return;
      case Kind::within:
        within(tally, from, to);
        return;
      case Kind::median_time:
        elapsed(tally, from, to);
        return;
      default:
        return;
    }
  }

  // A name for the unit that holds the date: its first day.
  [[nodiscard]] Day unit(Day date) const {
    if (promise_.every == Every::term) return s_.starts;
    Day first = date;
    while (!starts_unit(first))
      --first;
    return first;
  }
  [[nodiscard]] bool starts_unit(Day date) const {
    if (promise_.every == Every::week) return calendar::weekday(date) == 0;
    const calendar::Date d = calendar::to_date(date);
    const int fiscal = static_cast<int>(s_.agreement.fiscal_year_starts);
    const int months = promise_.every == Every::month     ? 1
                       : promise_.every == Every::quarter ? 3
                                                          : 12;
    return d.day == 1 && (d.month - fiscal + 12) % months == 0;
  }

  std::map<Day, Tally> tallies;
  std::uint64_t without_at = 0;
  std::uint64_t negative = 0;

 private:
  [[nodiscard]] Instant instant(const Cell& cell) const {
    return cell.date_only ? s_.zone->start_of(cell.date)
                          : s_.dataset_zone->to_instant(cell.date * 86400 + cell.minute * 60);
  }
  [[nodiscard]] Cell seen(const Cell& cell) const {
    return cell.filled && instant(cell) > s_.as_of ? Cell{} : cell;
  }
  [[nodiscard]] Day local_date(const Cell& cell) const {
    return cell.date_only ? cell.date : s_.dataset_zone->day_at(instant(cell));
  }
  [[nodiscard]] bool is_before(const Cell& to, const Cell& from) const {
    if (to.date_only || from.date_only) return local_date(to) < local_date(from);
    return instant(to) < instant(from);
  }
  [[nodiscard]] bool works(Day date) const {
    return calendar::weekday(date) < 5 && date != s_.holiday;
  }
  [[nodiscard]] Instant close(Day date) const {
    return s_.zone->to_instant(date * 86400 + s_.closes * 60);
  }
  [[nodiscard]] int business_minutes(Instant from, Instant to) const {
    int minutes = 0;
    for (Instant t = from; t < to; t += 60) {
      const calendar::LocalTime local = s_.zone->to_local(t);
      const auto minute = static_cast<int>(local % 86400 / 60);
      if (works(calendar::day_of(local)) && minute >= s_.opens && minute < s_.closes) ++minutes;
    }
    return minutes;
  }
  // The working day at whose close the limit ends.
  [[nodiscard]] Day last_day(const Cell& from) const {
    Day date = from.date_only ? from.date : s_.zone->day_at(instant(from));
    int left = amount_;
    if (left == 0) {
      if (works(date) && (from.date_only || close(date) > instant(from))) return date;
      left = 1;
    }
    while (left > 0) {
      ++date;
      if (works(date)) --left;
    }
    return date;
  }
  [[nodiscard]] bool in_time(const Cell& from, const Cell& to) const {
    if (business_ && in_days_) {
      const Day last = last_day(from);
      return to.date_only ? to.date <= last : instant(to) <= close(last);
    }
    if (from.date_only || to.date_only) return local_date(to) - local_date(from) <= amount_;
    if (in_days_) return instant(to) - instant(from) <= Instant{amount_} * 86400;
    if (business_) return business_minutes(instant(from), instant(to)) <= minutes_;
    return instant(to) - instant(from) <= Instant{minutes_} * 60;
  }

  void within(Tally& tally, const Cell& from, const Cell& to) {
    const bool dates = from.date_only || (to.filled && to.date_only);
    if (!from.filled || (dates && !in_days_)) {
      ++tally.left_out;
      return;
    }
    if (!to.filled) {
      Cell now;
      now.filled = true;
      const calendar::LocalTime local = s_.dataset_zone->to_local(s_.as_of);
      now.date = calendar::day_of(local);
      now.minute = static_cast<int>((local - now.date * 86400) / 60);
      if (in_time(from, now)) {
        ++tally.pending;
      } else {
        ++tally.failed;
        ++tally.population;
      }
      return;
    }
    const bool early = promise_.measure.early == agreement::Early::met;
    if (is_before(to, from)) {
      ++negative;
      if (!early) {
        ++tally.left_out;
        return;
      }
    }
    ++tally.population;
    ++(is_before(to, from) || in_time(from, to) ? tally.met : tally.failed);
  }

  void elapsed(Tally& tally, const Cell& from, const Cell& to) {
    const bool has_calendar = !promise_.measure.calendar.empty();
    if (!from.filled || !to.filled || (has_calendar && (from.date_only || to.date_only))) {
      ++tally.left_out;
      return;
    }
    double hours = 0;
    if (is_before(to, from)) {
      ++negative;
      if (promise_.measure.early != agreement::Early::met) {
        ++tally.left_out;
        return;
      }
    } else if (from.date_only || to.date_only) {
      hours = 24.0 * (local_date(to) - local_date(from));
    } else if (has_calendar) {
      hours = business_minutes(instant(from), instant(to)) / 60.0;
    } else {
      hours = static_cast<double>(instant(to) - instant(from)) / 3600;
    }
    ++tally.population;
    tally.values.push_back(hours);
  }

  const Setting& s_;
  const Commitment& promise_;
  int amount_ = 0;
  int minutes_ = 0;
  bool business_ = false;
  bool in_days_ = false;
};

std::optional<double> value_of(Kind kind, const Slow::Tally& tally) {
  std::vector<double> values = tally.values;
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double value : values)
    sum += value;
  const auto n = static_cast<double>(tally.population);
  if (kind == Kind::count) return n;
  if (kind == Kind::sum) return sum;
  if (tally.population == 0) return std::nullopt;
  if (kind == Kind::share || kind == Kind::within)
    return 100.0 * static_cast<double>(tally.met) / n;
  if (kind == Kind::average) return sum / n;
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

Cell random_cell(Random& random, Day first, int days) {
  Cell cell;
  cell.filled = !random.one_in(8);
  cell.date_only = random.one_in(6);
  cell.date = first + random.below(days);
  // Between 4:00 and 23:00, where no clock of these zones changes.
  cell.minute = cell.date_only ? 0 : 240 + random.below(1140);
  return cell;
}

// A calendar's dates and a dataset's dates are of one zone here; where they
// differ, calendar_test.cc has the cases.
Setting random_setting(Random& random) {
  Setting s;
  const char* name = random.pick(std::vector<const char*>{"America/New_York", "Europe/Berlin",
                                                          "Asia/Kolkata", "Australia/Sydney"});
  s.zone = s.dataset_zone = &zone(name);
  s.starts = day("2025-02-10") + random.below(200);
  if (random.one_in(3)) s.ends = s.starts + random.below(80);
  s.as_of = s.zone->start_of(s.starts) + random.between(-1, 100 * 24) * 3600;
  s.opens = 60 * (7 + random.below(3));
  s.closes = s.opens + 60 * (4 + random.below(6));
  s.holiday = s.starts + random.below(60);
  Agreement& a = s.agreement = small_agreement();
  a.time_zone = a.datasets[0].time_zone = a.calendars[0].time_zone = name;
  a.starts_on = calendar::format_day(s.starts);
  a.ends_on = s.ends ? calendar::format_day(*s.ends) : "";
  a.fiscal_year_starts = 1 + random.below(12);
  a.calendars[0].holidays = {calendar::format_day(s.holiday)};
  for (agreement::OpeningInterval& interval : a.calendars[0].week) {
    const auto hour = [](int minutes) {
      return (minutes < 600 ? "0" : "") + std::to_string(minutes / 60) + ":00";
    };
    interval.from = hour(s.opens);
    interval.to = hour(s.closes);
  }
  return s;
}

Commitment random_promise(Random& random) {
  const std::vector<Kind> kinds = {Kind::within,      Kind::within,  Kind::within,
                                   Kind::median_time, Kind::count,   Kind::share,
                                   Kind::sum,         Kind::average, Kind::median};
  Commitment promise = commitment("c", random.pick(kinds), random.below(101));
  promise.direction = random.one_in(3) ? Direction::at_most : Direction::at_least;
  promise.every = random.pick(
      std::vector<Every>{Every::week, Every::month, Every::quarter, Every::year, Every::term});
  if (promise.measure.kind == Kind::within) {
    promise.measure.limit = random.pick(std::vector<std::string>{
        "0 minutes", "45 minutes", "5 hours", "24 hours", "0 days", "1 day", "3 days",
        "30 business minutes", "0 business hours", "3 business hours", "20 business hours",
        "0 business days", "1 business day", "2 business days", "5 business days"});
    promise.measure.calendar = "office";
  }
  if (promise.measure.kind == Kind::median_time && random.one_in(2)) {
    promise.measure.calendar = "office";
  }
  if (random.one_in(2)) promise.measure.early = agreement::Early::met;
  promise.measure.of = all_of({{"number", Op::at_least, {"50"}}});
  return promise;
}

TEST(ScoringDifferential, AgreesWithASlowReading) {
  Random random(20260815);
  std::uint64_t compared = 0;
  for (int round = 0; round < 150; ++round) {
    Setting setting = random_setting(random);
    setting.agreement.commitments = {random_promise(random)};
    const Commitment& promise = setting.agreement.commitments[0];
    std::vector<Record> records;
    std::string csv = kHeader;
    for (int i = 0; i < 150; ++i) {
      Record record;
      record.at = random_cell(random, setting.starts - 5, 110);
      const Day near = record.at.filled ? record.at.date : setting.starts;
      record.from = random_cell(random, near, 3);
      record.to = random_cell(random, near - 1, 9);
      record.number = random.below(100);
      csv += std::to_string(i) + ",," + std::to_string(static_cast<int>(record.number)) + ",," +
             record.at.text() + "," + record.from.text() + "," + record.to.text() + ",\n";
      records.push_back(record);
    }
    const World w = world(setting.agreement, csv);
    const auto result = scoring::score(*w.agreement, w.data, setting.as_of);
    ASSERT_TRUE(result.ok());
    const CommitmentScore& score = result.value().card.commitments.at(0);
    SCOPED_TRACE("round " + std::to_string(round) + ", limit " + promise.measure.limit +
                 ", as of " + calendar::format_instant(setting.as_of));

    Slow slow(setting, promise);
    for (const Record& record : records)
      slow.add(record);
    EXPECT_EQ(score.without_at, slow.without_at);
    EXPECT_EQ(score.negative_elapsed, slow.negative);
    std::size_t in_periods = 0;
    for (const PeriodScore& period : score.periods) {
      const Slow::Tally& tally = slow.tallies[period.period.start];
      ++in_periods;
      EXPECT_EQ(period.population, tally.population);
      EXPECT_EQ(period.left_out.value_or(tally.left_out), tally.left_out);
      EXPECT_EQ(period.pending.value_or(0), tally.pending);
      EXPECT_EQ(period.met.value_or(0), tally.met);
      EXPECT_EQ(period.failed.value_or(0), tally.failed);
      if (period.value) {
        EXPECT_NEAR(*period.value, value_of(promise.measure.kind, tally).value_or(-1e9), 1e-9);
        ++compared;
      }
      if (period.status != Status::no_data) {
        EXPECT_TRUE(value_of(promise.measure.kind, tally));
      }
    }
    // Whatever the slow reading put in a unit is in a period that is listed.
    EXPECT_EQ(slow.tallies.size(), in_periods);
  }
  EXPECT_GT(compared, 200u);
}

}  // namespace
}  // namespace leadpact::scoring
