#include "core/scoring/verdict.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::scoring {
namespace {

using agreement::Early;
using calendar::Clock;
using calendar::Stamp;
using calendar::testing::at;
using calendar::testing::day;
using calendar::testing::local;
using calendar::testing::weekly;
using calendar::testing::zone;

const calendar::Zone& ny() {
  return zone("America/New_York");
}

// "" is empty, `2026-03-01` a date alone, `2026-03-01 09:00` a time in New York.
Stamp stamp(const std::string& text) {
  if (text.empty()) return Stamp::empty();
  return text.size() == 10 ? Stamp::on(day(text)) : Stamp::at(local(ny(), text));
}

Clock clock(const calendar::Hours* hours = nullptr) {
  return {&ny(), &ny(), hours};
}

constexpr Verdict kMet = {Outcome::met, Reason::none, false, 0};
constexpr Verdict kFailed = {Outcome::failed, Reason::none, false, 0};
constexpr Verdict kPending = {Outcome::pending, Reason::none, false, 0};
constexpr Verdict left_out(Reason reason, bool negative = false) {
  return {Outcome::left_out, reason, negative, 0};
}
constexpr Verdict counted(std::int64_t seconds, bool negative = false) {
  return {Outcome::counted, Reason::none, negative, seconds};
}

struct Case {
  const char* limit;
  const char* from;
  const char* to;
  Early early;
  Verdict expected;
};

constexpr Early kOut = Early::left_out;
constexpr Early kMetEarly = Early::met;

TEST(ScoringVerdict, Within) {
  const calendar::Hours office(weekly(ny(), {{at(9), at(17)}}));
  const Case kCases[] = {
      // The table in the header, as of 2026-03-02 (a Monday) 12:00.
      {"2 hours", "2026-03-02 09:00", "2026-03-02 10:30", kOut, kMet},
      {"2 hours", "2026-03-02 09:00", "2026-03-02 11:00", kOut, kMet},
      {"2 hours", "2026-03-02 09:00", "2026-03-02 11:01", kOut, kFailed},
      {"2 hours", "2026-03-02 09:00", "", kOut, kFailed},
      {"2 hours", "2026-03-02 10:00", "", kOut, kPending},
      {"2 hours", "2026-03-02 10:30", "", kOut, kPending},
      {"2 hours", "", "2026-03-02 10:30", kOut, left_out(Reason::no_from)},
      {"2 hours", "", "", kMetEarly, left_out(Reason::no_from)},
      {"2 hours", "2026-03-01", "", kOut, left_out(Reason::date_alone)},
      {"2 hours", "2026-03-02 10:30", "2026-03-02 09:00", kOut,
       left_out(Reason::to_before_from, true)},
      {"2 hours",
       "2026-03-02 10:30",
       "2026-03-02 09:00",
       kMetEarly,
       {Outcome::met, Reason::none, true, 0}},
      // A date alone comes before `to` before `from`.
      {"2 hours", "2026-03-02 10:30", "2026-03-01", kMetEarly, left_out(Reason::date_alone)},
      {"30 minutes", "2026-03-01", "2026-03-02 09:00", kOut, left_out(Reason::date_alone)},
      {"0 minutes", "2026-03-02 09:00", "2026-03-02 09:00", kOut, kMet},
      {"0 minutes", "2026-03-02 09:00", "2026-03-02 09:00:01", kOut, kFailed},
      // Days: dates count where one is a date alone, else real time.
      {"1 day", "2026-02-27 09:00", "2026-02-28 09:00", kOut, kMet},
      {"1 day", "2026-02-27 09:00", "2026-02-28 09:01", kOut, kFailed},
      {"1 day", "2026-02-27", "2026-02-28 23:59", kOut, kMet},
      {"1 day", "2026-02-27", "2026-03-01 00:00", kOut, kFailed},
      {"1 day", "2026-02-27 23:00", "2026-02-28", kOut, kMet},
      {"1 day", "2026-02-28 23:00", "2026-02-28", kOut, kMet},
      {"1 day", "2026-02-28 00:00", "2026-02-27", kOut, left_out(Reason::to_before_from, true)},
      {"1 day", "2026-03-01", "", kOut, kPending},
      {"0 days", "2026-03-02", "", kOut, kPending},
      {"0 days", "2026-03-01", "", kOut, kFailed},
      // Business time: Friday 16:30 to Monday 09:30 is one hour.
      {"1 business hour", "2026-02-27 16:30", "2026-03-02 09:30", kOut, kMet},
      {"1 business hour", "2026-02-27 16:30", "2026-03-02 09:31", kOut, kFailed},
      {"30 business minutes", "2026-02-27 16:30", "2026-03-01 12:00", kOut, kMet},
      {"0 business hours", "2026-02-28 10:00", "2026-03-01 10:00", kOut, kMet},
      {"3 business hours", "2026-02-27 17:30", "", kOut, kPending},
      {"2 business hours", "2026-02-27 17:30", "", kOut, kFailed},
      {"1 business hour", "2026-02-27", "2026-03-02 09:30", kOut, left_out(Reason::date_alone)},
      // Business days: to the close of the n-th working day after the date.
      {"1 business day", "2026-02-26 20:00", "2026-02-27 17:00", kOut, kMet},
      {"1 business day", "2026-02-26 20:00", "2026-02-27 17:00:01", kOut, kFailed},
      {"1 business day", "2026-02-27 09:00", "", kOut, kPending},
      {"1 business day", "2026-02-26", "2026-02-27", kOut, kMet},
      {"1 business day", "2026-02-26", "2026-02-28", kOut, kFailed},
      {"0 business days", "2026-02-27 17:00", "2026-03-02 12:00", kOut, kMet},
      {"0 business days", "2026-02-27 16:59", "2026-03-02 12:00", kOut, kFailed},
  };
  const calendar::Instant as_of = local(ny(), "2026-03-02 12:00");
  for (const Case& c : kCases) {
    const auto limit = calendar::parse_limit(c.limit);
    ASSERT_TRUE(limit) << c.limit;
    const TimeJudge judge(limit, c.early, clock(&office), as_of);
    EXPECT_TRUE(judge.within(stamp(c.from), stamp(c.to)) == c.expected)
        << c.limit << ": " << c.from << " to " << c.to;
  }
}

// Newfoundland set its clocks back at 00:01 to 23:01 of the day before: a later record can then
// belong to an earlier date, and its limit end earlier.
TEST(ScoringVerdict, WithinWhereTheDateGoesBack) {
  const calendar::Zone& newfoundland = zone("America/St_Johns");
  const calendar::Hours always(weekly(newfoundland, {{at(0), at(24)}}, 7));
  const calendar::Limit limit = calendar::parse_limit("1 business day").value();
  const calendar::Instant midnight = calendar::parse_instant("2010-11-07T02:30:00Z").value();
  const Clock clocks{&newfoundland, &newfoundland, &always};
  for (std::int64_t as_of = midnight; as_of < midnight + 60 * 3600; as_of += 1800) {
    const TimeJudge judge(limit, kOut, clocks, as_of);
    for (std::int64_t from = midnight - 7200; from < midnight + 7200 && from <= as_of; from += 30) {
      const bool late = calendar::is_exceeded(limit, Stamp::at(from), as_of, clocks);
      EXPECT_TRUE(judge.within(Stamp::at(from), Stamp::empty()) == (late ? kFailed : kPending))
          << from - midnight << " as of " << as_of - midnight;
    }
  }
}

TEST(ScoringVerdict, Elapsed) {
  const calendar::Hours office(weekly(ny(), {{at(9), at(17)}}));
  const struct {
    bool business;
    const char* from;
    const char* to;
    Early early;
    Verdict expected;
  } kCases[] = {
      {false, "2026-03-02 09:00", "2026-03-02 10:30", kOut, counted(5400)},
      {false, "2026-03-01", "2026-03-02 09:00", kOut, counted(86400)},
      {false, "2026-03-01 23:00", "2026-03-02", kOut, counted(86400)},
      {false, "2026-03-01", "2026-03-01", kOut, counted(0)},
      // Clocks spring forward on the 8th: 23 real hours, but a day of dates.
      {false, "2026-03-08 00:00", "2026-03-09 00:00", kOut, counted(23 * 3600)},
      {false, "2026-03-08", "2026-03-09", kOut, counted(86400)},
      {true, "2026-02-27 16:30", "2026-03-02 09:30", kOut, counted(3600)},
      {true, "2026-03-01", "2026-03-02 09:00", kOut, left_out(Reason::date_alone)},
      {true, "2026-03-02 09:00", "2026-03-01", kMetEarly, left_out(Reason::date_alone)},
      {false, "2026-03-02 09:00", "", kOut, left_out(Reason::no_to)},
      {false, "", "2026-03-02 09:00", kOut, left_out(Reason::no_from)},
      {false, "2026-03-02 09:00", "2026-03-02 08:00", kOut, left_out(Reason::to_before_from, true)},
      {false, "2026-03-02 09:00", "2026-03-02 08:00", kMetEarly, counted(0, true)},
      {true, "2026-03-02 09:00", "2026-03-02 08:00", kMetEarly, counted(0, true)},
      {false, "2026-03-02 09:00", "2026-03-01", kMetEarly, counted(0, true)},
  };
  for (const auto& c : kCases) {
    const TimeJudge judge(std::nullopt, c.early, clock(c.business ? &office : nullptr),
                          local(ny(), "2026-03-31 12:00"));
    EXPECT_TRUE(judge.elapsed(stamp(c.from), stamp(c.to)) == c.expected)
        << c.from << " to " << c.to;
  }
}

TEST(ScoringVerdict, WhatCannotBeReadIsEmpty) {
  const TimeJudge judge(calendar::parse_limit("2 hours"), kOut, clock(),
                        local(ny(), "2026-03-02 12:00"));
  const Stamp nine = stamp("2026-03-02 09:00");
  for (const Stamp unreadable : {Stamp::invalid(), Stamp::other_order(), Stamp::empty()}) {
    EXPECT_TRUE(judge.within(unreadable, nine) == left_out(Reason::no_from));
    EXPECT_TRUE(judge.within(nine, unreadable) == kFailed);
    EXPECT_TRUE(judge.elapsed(nine, unreadable) == left_out(Reason::no_to));
  }
}

}  // namespace
}  // namespace leadpact::scoring
