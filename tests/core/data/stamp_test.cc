#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "core/calendar/time.h"
#include "core/data/cells.h"
#include "core/data/cells_fast.h"
#include "tests/core/data/data_testing.h"

namespace leadpact::data {
namespace {

using calendar::Stamp;

// A stamp as text: `2026-03-01`, `2026-03-01T14:05:00Z`, `other`, `none`.
std::string shown(Stamp stamp) {
  if (stamp.is_other_order()) return "other";
  if (!stamp.has_value()) return "none";
  return stamp.date_only() ? calendar::format_day(stamp.day())
                           : calendar::format_instant(stamp.instant());
}

const calendar::Zone& zone(const char* name) {
  return *calendar::Zone::find(name);
}

std::string read(const std::string& cell, DateOrder order, const char* name = "UTC") {
  const Stamp stamp = parse_stamp(cell, order, zone(name));
  EXPECT_TRUE(read_stamp(cell, order, zone(name)) == stamp) << cell;
  return shown(stamp);
}

struct Case {
  const char* cell;
  const char* mdy;
  const char* dmy;  // null: the same
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(read(c.cell, DateOrder::mdy), c.mdy) << "'" << c.cell << "' mdy";
    EXPECT_EQ(read(c.cell, DateOrder::dmy), c.dmy == nullptr ? c.mdy : c.dmy)
        << "'" << c.cell << "' dmy";
  }
}

TEST(DataStamps, Dates) {
  expect_all({
      {"2026-03-01", "2026-03-01", nullptr},
      {"2026-3-1", "2026-03-01", nullptr},
      {"2026/3/1", "2026-03-01", nullptr},
      {"2026/03/01", "2026-03-01", nullptr},
      {"2026-03/01", "none", nullptr},
      {"2026.03.01", "none", nullptr},
      {"2026-003-01", "none", nullptr},
      {"2026-03-011", "none", nullptr},
      {"2026-03", "none", nullptr},
  });
}

TEST(DataStamps, DatesInEitherOrder) {
  expect_all({
      {"3/1/2026", "2026-03-01", "2026-01-03"},
      {"3-1-2026", "2026-03-01", "2026-01-03"},
      {"03/01/2026", "2026-03-01", "2026-01-03"},
      {"3/1/26", "2026-03-01", "2026-01-03"},
      {"3-1-26", "2026-03-01", "2026-01-03"},
      {"3/1/69", "1969-03-01", "1969-01-03"},
      {"3/1/68", "2068-03-01", "2068-01-03"},
      {"3/1/99", "1999-03-01", "1999-01-03"},
      {"3/1/00", "2000-03-01", "2000-01-03"},
      {"25/1/2026", "other", "2026-01-25"},
      {"1/25/2026", "2026-01-25", "other"},
      {"25/1/2026 10:00", "other", "2026-01-25T10:00:00Z"},
      {"25/1/2026 99:99", "other", "none"},
      {"25/1/2026 soon", "none", nullptr},
      {"31/31/2026", "none", nullptr},
      {"2/30/2026", "none", nullptr},
      {"29/2/2024", "other", "2024-02-29"},
      {"29/2/2023", "none", nullptr},
      {"3/1-2026", "none", nullptr},
      {"3-1/2026", "none", nullptr},
      {"3/1/202", "none", nullptr},
      {"3/1/2", "none", nullptr},
      {"3/1/20261", "none", nullptr},
      {"3/1", "none", nullptr},
      {"003/1/2026", "none", nullptr},
      {"3/001/2026", "none", nullptr},
      {"0/1/2026", "none", nullptr},
      {"1/0/2026", "none", nullptr},
      {" 3/1/2026", "none", nullptr},
      {"3 /1/2026", "none", nullptr},
      {"26-03-01", "other", "2001-03-26"},
      {"3/1/1899", "none", nullptr},
      {"3/1/2200", "none", nullptr},
  });
}

TEST(DataStamps, DayFirstAndMonthNames) {
  expect_all({
      {"1.3.2026", "2026-03-01", nullptr},
      {"01.03.2026", "2026-03-01", nullptr},
      {"1.3.26", "2026-03-01", nullptr},
      {"25.1.2026", "2026-01-25", nullptr},
      {"1.25.2026", "none", nullptr},
      {"1.3.2026.", "none", nullptr},
      {"15 Apr 2021", "2021-04-15", nullptr},
      {"15 April, 2021", "2021-04-15", nullptr},
      {"15-Apr-2021", "2021-04-15", nullptr},
      {"15-Apr-21", "2021-04-15", nullptr},
      {"15 Apr 21", "2021-04-15", nullptr},
      {"5 apr. 2021", "2021-04-05", nullptr},
      {"5 APRIL. 2021", "2021-04-05", nullptr},
      {"5 Apr., 2021", "2021-04-05", nullptr},
      {"5-Apr.-2021", "2021-04-05", nullptr},
      {"5-April-2021", "2021-04-05", nullptr},
      {"5 Apr,2021", "none", nullptr},
      {"5 Apr,  2021", "none", nullptr},
      {"5  Apr 2021", "none", nullptr},
      {"5-Apr,-2021", "none", nullptr},
      {"5-Apr 2021", "none", nullptr},
      {"5 Apr-2021", "none", nullptr},
      {"5Apr2021", "none", nullptr},
      {"31 Apr 2021", "none", nullptr},
      {"Apr 15, 2021", "2021-04-15", nullptr},
      {"Apr 15 2021", "2021-04-15", nullptr},
      {"April 15, 2021", "2021-04-15", nullptr},
      {"Apr. 15, 2021", "2021-04-15", nullptr},
      {"apr 5, 2021", "2021-04-05", nullptr},
      {"Apr 15, 21", "none", nullptr},
      {"Apr 15,2021", "none", nullptr},
      {"Apr-15-2021", "none", nullptr},
      {"Apr 115, 2021", "none", nullptr},
      {"Sept 9, 2021", "2021-09-09", nullptr},
      {"Sept. 9, 2021", "2021-09-09", nullptr},
      {"9 Sep 2021", "2021-09-09", nullptr},
      {"9 September 2021", "2021-09-09", nullptr},
      {"9 Septem 2021", "none", nullptr},
      {"9 Septemberr 2021", "none", nullptr},
      {"May 1, 2021", "2021-05-01", nullptr},
      {"1 M\xC3\xA4rz 2021", "none", nullptr},
      {"1 Avr 2021", "none", nullptr},
      {"Mon, 15 Apr 2021", "none", nullptr},
      {"yesterday", "none", nullptr},
  });
  const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const char* whole[] = {"January", "February", "March",     "April",   "May",      "June",
                         "July",    "August",   "September", "October", "November", "December"};
  for (int month = 1; month <= 12; ++month) {
    char expected[32];
    std::snprintf(expected, sizeof(expected), "2021-%02d-02", month);
    EXPECT_EQ(read("2 " + std::string(names[month - 1]) + " 2021", DateOrder::mdy), expected);
    EXPECT_EQ(read(std::string(whole[month - 1]) + " 2, 2021", DateOrder::mdy), expected);
  }
}

TEST(DataStamps, Times) {
  expect_all({
      {"2026-03-01 14:05", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01T14:05", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01t14:05:09", "2026-03-01T14:05:09Z", nullptr},
      {"2026-03-01, 14:05", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01 14:05:09.250", "2026-03-01T14:05:09Z", nullptr},
      {"2026-03-01T14:05:09.9999999Z", "2026-03-01T14:05:09Z", nullptr},
      {"2026-03-01 4:05", "2026-03-01T04:05:00Z", nullptr},
      {"2026-03-01 00:00", "2026-03-01T00:00:00Z", nullptr},
      {"2026-03-01 24:00", "none", nullptr},
      {"2026-03-01 23:60", "none", nullptr},
      {"2026-03-01 23:59:60", "none", nullptr},
      {"2026-03-01 25:00", "none", nullptr},
      {"2026-03-01 14:5", "none", nullptr},
      {"2026-03-01 14:05:9", "none", nullptr},
      {"2026-03-01 14", "none", nullptr},
      {"2026-03-01 14:05:09.", "none", nullptr},
      {"2026-03-01 14:05:09,250", "none", nullptr},
      {"2026-03-01 14:05.5", "none", nullptr},
      {"2026-03-01  14:05", "none", nullptr},
      {"2026-03-01,14:05", "none", nullptr},
      {"2026-03-01 T14:05", "none", nullptr},
      {"2026-03-01 014:05", "none", nullptr},
      {"2026-13-01 14:05", "none", nullptr},
      {"2026-02-29 14:05", "none", nullptr},
      {"1899-12-31 14:05", "none", nullptr},
      {"2200-01-01 00:00", "none", nullptr},
      {"2199-12-31 23:59:59", "2199-12-31T23:59:59Z", nullptr},
      {"1900-01-01 00:00", "1900-01-01T00:00:00Z", nullptr},
      {"3/1/2026 9:05", "2026-03-01T09:05:00Z", "2026-01-03T09:05:00Z"},
      {"3/1/26 9:05", "2026-03-01T09:05:00Z", "2026-01-03T09:05:00Z"},
      {"1.3.2026 09:05", "2026-03-01T09:05:00Z", nullptr},
      {"15 Apr, 2021 00:03:00", "2021-04-15T00:03:00Z", nullptr},
      {"15-Apr-2021 14:05", "2021-04-15T14:05:00Z", nullptr},
      {"15 Apr 21 14:05", "2021-04-15T14:05:00Z", nullptr},
      {"Mar 16, 2026, 12:14 PM", "2026-03-16T12:14:00Z", nullptr},
      {"14:05", "none", nullptr},
      {"2026-03-01 1:05x", "none", nullptr},
  });
}

TEST(DataStamps, HalvesOfTheDay) {
  expect_all({
      {"2026-03-01 9:05 AM", "2026-03-01T09:05:00Z", nullptr},
      {"2026-03-01 9:05 pm", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05PM", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 12:05 AM", "2026-03-01T00:05:00Z", nullptr},
      {"2026-03-01 12:05 PM", "2026-03-01T12:05:00Z", nullptr},
      {"2026-03-01 9:05 p.m.", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05 P.M", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05 Pm.", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05:30 PM", "2026-03-01T21:05:30Z", nullptr},
      {"2026-03-01 9:05:30.5 PM", "2026-03-01T21:05:30Z", nullptr},
      {"2026-03-01 9:05\xC2\xA0PM", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05\xE2\x80\xAFPM", "2026-03-01T21:05:00Z", nullptr},
      {"2026-03-01 9:05  PM", "none", nullptr},
      {"2026-03-01 9:05 P", "none", nullptr},
      {"2026-03-01 9:05 XM", "none", nullptr},
      {"2026-03-01 9:05 P M", "none", nullptr},
      {"2026-03-01 0:05 AM", "none", nullptr},
      {"2026-03-01 13:05 PM", "none", nullptr},
      {"2026-03-01 9 PM", "none", nullptr},
      {"2026-03-01 9:05 PM +02:00", "2026-03-01T19:05:00Z", nullptr},
      {"2026-03-01 9:05 PMZ", "2026-03-01T21:05:00Z", nullptr},
  });
}

TEST(DataStamps, Zones) {
  expect_all({
      {"2026-03-01T14:05Z", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01 14:05 z", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01 14:05 UTC", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01 14:05GMT", "2026-03-01T14:05:00Z", nullptr},
      {"2026-03-01 14:05 utc", "none", nullptr},
      {"2026-03-01T14:05+02", "2026-03-01T12:05:00Z", nullptr},
      {"2026-03-01T14:05+02:00", "2026-03-01T12:05:00Z", nullptr},
      {"2026-03-01T14:05+0200", "2026-03-01T12:05:00Z", nullptr},
      {"2026-03-01T14:05 -05:30", "2026-03-01T19:35:00Z", nullptr},
      {"2026-03-01T14:05:09.250-0500", "2026-03-01T19:05:09Z", nullptr},
      {"2026-03-01T14:05+18:00", "2026-02-28T20:05:00Z", nullptr},
      {"2026-03-01T14:05+18:01", "none", nullptr},
      {"2026-03-01T14:05-19", "none", nullptr},
      {"2026-03-01T14:05+02:60", "none", nullptr},
      {"2026-03-01T14:05+2", "none", nullptr},
      {"2026-03-01T14:05+020", "none", nullptr},
      {"2026-03-01T14:05+02:", "none", nullptr},
      {"2026-03-01T14:05+02:00:00", "none", nullptr},
      {"2026-03-01T14:05 EST", "none", nullptr},
      {"2026-03-01T14:05  Z", "none", nullptr},
      {"2026-03-01T14:05Z ", "none", nullptr},
      {"2026-03-01T14:05 UTC+2", "none", nullptr},
      {"2026-03-01Z", "none", nullptr},
      {"2026-03-01 14:05 \xE2\x88\x92"
       "02:00",
       "none", nullptr},
  });
}

TEST(DataStamps, Counts) {
  expect_all({
      {"1772355600", "2026-03-01T09:00:00Z", nullptr},
      {"1772355600999", "2026-03-01T09:00:00Z", nullptr},
      {"0000000000", "1970-01-01T00:00:00Z", nullptr},
      {"7258118399", "2199-12-31T23:59:59Z", nullptr},
      {"7258118400", "none", nullptr},
      {"9999999999999", "none", nullptr},
      {"177235560", "none", nullptr},
      {"17723556000", "none", nullptr},
      {"177235560000", "none", nullptr},
      {"-1772355600", "none", nullptr},
      {"1772355600.5", "none", nullptr},
      {"45631", "2024-12-05", nullptr},
      {"45631.0", "2024-12-05", nullptr},
      {"45631.000000000000000000", "2024-12-05", nullptr},
      {"45631.5", "2024-12-05T12:00:00Z", nullptr},
      {"45631.503079", "2024-12-05T12:04:26Z", nullptr},
      {"45631.999999", "2024-12-06T00:00:00Z", nullptr},
      {"45631.000001", "2024-12-05T00:00:00Z", nullptr},
      {"45631.0000000000000000001", "2024-12-05T00:00:00Z", nullptr},
      {"20000", "1954-10-03", nullptr},
      {"19999", "none", nullptr},
      {"79999", "2119-01-10", nullptr},
      {"79999.5", "2119-01-10T12:00:00Z", nullptr},
      {"80000", "none", nullptr},
      {"45631.", "none", nullptr},
      {"45631,5", "none", nullptr},
      {"45631.5.5", "none", nullptr},
      {"45631 12:00", "none", nullptr},
      {"20260301", "none", nullptr},
      {"", "none", nullptr},
  });
}

TEST(DataStamps, LocalTimesAreOfTheZone) {
  const char* ny = "America/New_York";
  EXPECT_EQ(read("2026-01-15 09:00", DateOrder::mdy, ny), "2026-01-15T14:00:00Z");
  EXPECT_EQ(read("7/15/2026 9:00 AM", DateOrder::mdy, ny), "2026-07-15T13:00:00Z");
  EXPECT_EQ(read("2026-03-08 02:30", DateOrder::mdy, ny), "2026-03-08T07:30:00Z");
  EXPECT_EQ(read("2026-11-01 01:30", DateOrder::mdy, ny), "2026-11-01T05:30:00Z");
  EXPECT_EQ(read("2026-01-15T09:00Z", DateOrder::mdy, ny), "2026-01-15T09:00:00Z");
  EXPECT_EQ(read("45631.5", DateOrder::mdy, ny), "2024-12-05T17:00:00Z");
  EXPECT_EQ(read("2026-01-15", DateOrder::mdy, ny), "2026-01-15");
  // What is written lies in 1900 to 2199, though its instant does not.
  EXPECT_EQ(read("2199-12-31 23:00", DateOrder::mdy, ny), "2200-01-01T04:00:00Z");
}

// Every minute of some days, and every day, by the quick way and the other.
TEST(DataStamps, TheQuickWayAgrees) {
  const calendar::Zone& berlin = zone("Europe/Berlin");
  char cell[40];
  for (calendar::Day day = calendar::kFirstDay; day <= calendar::kLastDay; ++day) {
    const calendar::Date date = calendar::to_date(day);
    const int minute = static_cast<int>((static_cast<unsigned>(day) * 7919u) % 1440u);
    std::snprintf(cell, sizeof(cell), "%04d-%02d-%02d %02d:%02d", date.year, date.month, date.day,
                  minute / 60, minute % 60);
    const Stamp expected =
        Stamp::at(berlin.to_instant(day * calendar::kSecondsPerDay + minute * 60));
    ASSERT_TRUE(read_stamp(cell, DateOrder::mdy, berlin) == expected) << cell;
    ASSERT_TRUE(parse_stamp(cell, DateOrder::mdy, berlin) == expected) << cell;
  }
  testing::Dice dice(5);
  for (int round = 0; round < 200000; ++round) {
    std::string text = dice.chance(2) ? "2026-03-08 02:30" : "2026-10-25T02:59:59";
    for (std::size_t changes = dice.below(3); changes > 0; --changes) {
      const std::string with = "0123456789:- Tt/.\xFF";
      text[dice.below(text.size())] = with[dice.below(with.size())];
    }
    ASSERT_TRUE(read_stamp(text, DateOrder::dmy, berlin) ==
                parse_stamp(text, DateOrder::dmy, berlin))
        << text;
  }
}

TEST(DataStamps, OrderEvidence) {
  const struct {
    const char* cell;
    bool mdy, dmy;
  } cases[] = {
      {"3/1/2026", true, true},
      {"25/1/2026", false, true},
      {"1/25/2026", true, false},
      {"3-1-26", true, true},
      {"31/31/2026", false, false},
      {"2026-03-01", false, false},
      {"1.3.2026", false, false},
      {"25/1/2026 10:00", false, true},
      {"25/1/2026 99:99", false, true},
      {"25/1/2026 soon", false, false},
      {"1/25/2026 9:05 PM", true, false},
      {"15-Apr-2021", false, false},
      {"45631", false, false},
      {"", false, false},
      {"29/2/2024", false, true},
  };
  for (const auto& c : cases) {
    const OrderEvidence evidence = order_evidence(c.cell);
    EXPECT_EQ(evidence.mdy.has_value(), c.mdy) << c.cell;
    EXPECT_EQ(evidence.dmy.has_value(), c.dmy) << c.cell;
  }
}

TEST(DataStamps, LongCells) {
  EXPECT_EQ(read(std::string(1u << 20, '9'), DateOrder::mdy), "none");
  EXPECT_EQ(read("2026-03-01 14:05:09." + std::string(1u << 20, '9'), DateOrder::mdy),
            "2026-03-01T14:05:09Z");
  EXPECT_EQ(read("45631." + std::string(1u << 20, '0') + "1", DateOrder::mdy),
            "2024-12-05T00:00:00Z");
  EXPECT_EQ(read(std::string("2026-03-01\0", 11), DateOrder::mdy), "none");
}

}  // namespace
}  // namespace leadpact::data
