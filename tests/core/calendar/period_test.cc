#include "core/calendar/period.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::calendar {
namespace {

using testing::day;
using testing::local;
using testing::Random;
using testing::utc;
using testing::zone;

Term term(const char* starts_on, const char* ends_on = "", int fiscal_year_starts = 1,
          const char* in = "America/New_York") {
  Term term;
  term.starts_on = day(starts_on);
  if (*ends_on != '\0') term.ends_on = day(ends_on);
  term.zone = &zone(in);
  term.fiscal_year_starts = fiscal_year_starts;
  return term;
}

// `2026-01-12..2026-01-19` for each, `2026-01-15..` for an open end; a `!` for
// closed.
std::string text(const std::vector<Period>& periods) {
  std::string text;
  for (const Period& period : periods) {
    if (!text.empty()) text += ' ';
    text += format_day(period.start) + "..";
    if (period.end) text += format_day(*period.end);
    if (period.closed) text += '!';
  }
  return text;
}

TEST(CalendarPeriod, HeaderTable) {
  const Instant as_of = utc("2026-01-20T12:00:00Z");
  EXPECT_EQ(text(periods(term("2026-01-15"), Every::week, as_of)),
            "2026-01-12..2026-01-19! 2026-01-19..2026-01-26");
  EXPECT_EQ(text(periods(term("2026-01-15", "", 2), Every::quarter, as_of)),
            "2025-11-01..2026-02-01");
  EXPECT_EQ(text(periods(term("2026-01-15", "2026-03-31"), Every::term, as_of)),
            "2026-01-15..2026-04-01");
  EXPECT_EQ(text(periods(term("2026-01-15"), Every::term, as_of)), "2026-01-15..");
}

TEST(CalendarPeriod, UnitsStartWhereTheyShould) {
  const Instant as_of = utc("2027-02-15T12:00:00Z");
  EXPECT_EQ(text(periods(term("2026-12-20"), Every::month, as_of)),
            "2026-12-01..2027-01-01! 2027-01-01..2027-02-01! 2027-02-01..2027-03-01");
  EXPECT_EQ(text(periods(term("2026-12-20"), Every::quarter, as_of)),
            "2026-10-01..2027-01-01! 2027-01-01..2027-04-01");
  EXPECT_EQ(text(periods(term("2026-12-20", "", 12), Every::quarter, as_of)),
            "2026-12-01..2027-03-01");
  EXPECT_EQ(text(periods(term("2026-03-31", "", 4), Every::year, as_of)),
            "2025-04-01..2026-04-01! 2026-04-01..2027-04-01");
  EXPECT_EQ(text(periods(term("2026-01-31", "", 12), Every::year, as_of)),
            "2025-12-01..2026-12-01! 2026-12-01..2027-12-01");
  EXPECT_EQ(text(periods(term("2026-01-01"), Every::year, as_of)),
            "2026-01-01..2027-01-01! 2027-01-01..2028-01-01");
}

TEST(CalendarPeriod, FirstAndLastAreCoveredInPart) {
  const auto found =
      periods(term("2026-01-15", "2026-03-10"), Every::month, utc("2026-12-01T00:00:00Z"));
  ASSERT_EQ(text(found), "2026-01-01..2026-02-01! 2026-02-01..2026-03-01! 2026-03-01..2026-04-01!");
  EXPECT_EQ(found[0].covered_days(), 17);
  EXPECT_EQ(found[0].unit_days(), 31);
  EXPECT_EQ(found[1].covered_days(), 28);
  EXPECT_EQ(found[1].unit_days(), 28);
  EXPECT_EQ(found[2].covered_days(), 10);
  EXPECT_EQ(found[2].unit_days(), 31);
  const Zone& ny = zone("America/New_York");
  EXPECT_EQ(found[0].covered_from, local(ny, "2026-01-15 00:00"));
  EXPECT_EQ(found[0].covered_to, local(ny, "2026-02-01 00:00"));
  EXPECT_EQ(found[2].covered_to, local(ny, "2026-03-11 00:00"));
}

TEST(CalendarPeriod, ClosedWhenTheCoveredPartHasEnded) {
  const Term until_tenth = term("2026-01-15", "2026-03-10");
  const Instant end = local(*until_tenth.zone, "2026-03-11 00:00");
  EXPECT_FALSE(periods(until_tenth, Every::month, end - 1).back().closed);
  EXPECT_TRUE(periods(until_tenth, Every::month, end).back().closed);
  EXPECT_FALSE(periods(until_tenth, Every::term, end - 1).back().closed);
  EXPECT_TRUE(periods(until_tenth, Every::term, end).back().closed);
  EXPECT_FALSE(periods(term("2026-01-15"), Every::term, utc("2199-12-31T00:00:00Z"))[0].closed);
}

TEST(CalendarPeriod, ListsFromTheStartToAsOfOrTheEnd) {
  const Term open = term("2026-01-15");
  const Instant start = local(*open.zone, "2026-01-15 00:00");
  for (const Every every : {Every::week, Every::month, Every::quarter, Every::year, Every::term}) {
    EXPECT_TRUE(periods(open, every, start - 1).empty());
    EXPECT_EQ(periods(open, every, start).size(), 1U);
  }
  const Instant february = local(*open.zone, "2026-02-01 00:00");
  EXPECT_EQ(periods(open, Every::month, february - 1).size(), 1U);
  EXPECT_EQ(periods(open, Every::month, february).size(), 2U);
  // An agreement that ends with a unit has none after it.
  const Term january = term("2026-01-15", "2026-01-31");
  EXPECT_EQ(periods(january, Every::month, utc("2026-06-01T00:00:00Z")).size(), 1U);
  const Term one_day = term("2026-01-15", "2026-01-15");
  EXPECT_EQ(text(periods(one_day, Every::week, utc("2026-06-01T00:00:00Z"))),
            "2026-01-12..2026-01-19!");
  EXPECT_EQ(periods(one_day, Every::week, utc("2026-06-01T00:00:00Z"))[0].covered_days(), 1);
}

TEST(CalendarPeriod, DaysAreOneToOneForATerm) {
  const Instant as_of = utc("2026-06-01T00:00:00Z");
  for (const Term& one : {term("2026-01-15"), term("2026-01-15", "2026-03-10")}) {
    const Period period = periods(one, Every::term, as_of)[0];
    EXPECT_EQ(period.covered_days(), period.unit_days());
    EXPECT_GT(period.unit_days(), 0);
  }
}

TEST(CalendarPeriod, EdgesOfTheRange) {
  const Instant last = utc("2199-12-31T23:59:59Z");
  // 1900-01-01 was a Monday.
  EXPECT_EQ(periods(term("1900-01-03", "", 1, "UTC"), Every::week, last)[0].start,
            day("1900-01-01"));
  EXPECT_EQ(text(periods(term("1900-01-01", "1900-01-31", 7, "UTC"), Every::year, last)),
            "1899-07-01..1900-07-01!");
  for (const Every every : {Every::week, Every::month, Every::quarter, Every::year}) {
    const auto all = periods(term("1900-01-01", "2199-12-31", 7, "UTC"), every, last);
    EXPECT_GT(*all.back().end, kLastDay);
    EXPECT_EQ(all.back().covered_end, kLastDay + 1);
    EXPECT_LE(all.back().start, kLastDay);
    // An open end is not listed for ever.
    EXPECT_EQ(periods(term("1900-01-01", "", 7, "UTC"), every, INT64_MAX / 4).size(), all.size());
  }
}

TEST(CalendarPeriod, MidnightIsThatOfTheAgreement) {
  // Midnight does not exist in Sao Paulo that day: it starts at 01:00.
  const auto found = periods(term("2018-11-04", "", 1, "America/Sao_Paulo"), Every::month,
                             utc("2018-11-04T03:00:00Z"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].covered_from, utc("2018-11-04T03:00:00Z"));
  // Samoa had no 30 December 2011.
  const auto skipped = periods(term("2011-12-30", "2011-12-30", 1, "Pacific/Apia"), Every::term,
                               utc("2012-01-01T00:00:00Z"));
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped[0].covered_from, *skipped[0].covered_to);
  EXPECT_TRUE(skipped[0].closed);
  EXPECT_EQ(find_period(skipped, skipped[0].covered_from), -1);
}

TEST(CalendarPeriod, EveryInstantOfTheTermIsInExactlyOne) {
  Random random(31);
  const std::vector<std::string> zones = {"America/New_York", "Pacific/Apia", "Asia/Kathmandu",
                                          "America/Sao_Paulo", "Australia/Lord_Howe"};
  for (int round = 0; round < 400; ++round) {
    Term term;
    term.zone = &zone(random.pick(zones));
    term.starts_on = static_cast<Day>(random.between(kFirstDay, kLastDay - 2000));
    if (random.one_in(2)) term.ends_on = term.starts_on + random.below(1500);
    term.fiscal_year_starts = 1 + random.below(12);
    const auto every = static_cast<Every>(random.below(5));
    const Instant start = term.zone->start_of(term.starts_on);
    const Instant as_of = start + random.between(0, 1800 * kSecondsPerDay);
    const auto all = periods(term, every, as_of);
    SCOPED_TRACE("round " + std::to_string(round));

    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.front().covered_from, start);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Period& period = all[i];
      ASSERT_LE(period.start, period.covered_start);
      ASSERT_EQ(period.covered_from, term.zone->start_of(period.covered_start));
      ASSERT_EQ(period.closed, period.covered_to && *period.covered_to <= as_of);
      ASSERT_LE(period.covered_from, as_of);
      ASSERT_LE(period.covered_days(), period.unit_days());
      const bool last = i + 1 == all.size();
      if (!last) {
        ASSERT_EQ(*period.end, all[i + 1].start);
        ASSERT_EQ(*period.covered_to, all[i + 1].covered_from);
        ASSERT_TRUE(period.closed);
      }
      if (i > 0 && !last) {
        ASSERT_EQ(period.covered_days(), period.unit_days());
      }
      const Date first = to_date(period.start);
      if (every == Every::week) {
        ASSERT_EQ(weekday(period.start), 0);
        ASSERT_EQ(period.unit_days(), 7);
      } else if (every != Every::term) {
        const int months = every == Every::month ? 1 : every == Every::quarter ? 3 : 12;
        ASSERT_EQ(first.day, 1);
        ASSERT_EQ((first.month + 12 - term.fiscal_year_starts) % months, 0);
        const Date end = to_date(*period.end);
        ASSERT_EQ((end.year - first.year) * 12 + end.month - first.month, months);
        ASSERT_EQ(end.day, 1);
      }
    }
    // The last one holds as_of, or the agreement ends in it.
    const Period& last = all.back();
    const bool ends_in_it = term.ends_on && last.covered_end == *term.ends_on + 1;
    ASSERT_TRUE(ends_in_it || !last.covered_to || as_of < *last.covered_to);

    for (int i = 0; i < 50; ++i) {
      const Instant instant =
          i < 25 ? start + random.between(-100 * kSecondsPerDay, 2000 * kSecondsPerDay)
                 : random.pick(all).covered_from + random.between(-1, 2);
      std::vector<int> holding;
      for (std::size_t k = 0; k < all.size(); ++k) {
        const bool begun = all[k].covered_from <= instant;
        const bool ended = all[k].covered_to && *all[k].covered_to <= instant;
        if (begun && !ended) holding.push_back(static_cast<int>(k));
      }
      const bool in_term = instant >= start && (!last.covered_to || instant < *last.covered_to);
      ASSERT_EQ(holding.size(), in_term ? 1U : 0U);
      ASSERT_EQ(find_period(all, instant), in_term ? holding[0] : -1);
    }
  }
  EXPECT_EQ(find_period({}, 0), -1);
}

}  // namespace
}  // namespace leadpact::calendar
