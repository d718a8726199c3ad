#include "core/rules/horizon.h"

#include <gtest/gtest.h>

#include "tests/core/calendar/calendar_testing.h"

namespace leadpact::rules {
namespace {

using calendar::Stamp;
using calendar::testing::day;
using calendar::testing::utc;
using calendar::testing::zone;

TEST(RulesHorizon, HeaderTable) {
  const auto& ny = zone("America/New_York");
  const Horizon horizon(utc("2026-02-10T00:00:00Z"), ny);
  EXPECT_TRUE(horizon.sees(Stamp::at(utc("2026-02-10T00:00:00Z"))));
  EXPECT_FALSE(horizon.sees(Stamp::at(utc("2026-02-10T00:00:01Z"))));
  EXPECT_FALSE(horizon.sees(Stamp::on(day("2026-02-10"))));
  EXPECT_TRUE(horizon.sees(Stamp::on(day("2026-02-09"))));
  EXPECT_EQ(horizon.seen(Stamp::on(day("2026-02-10"))), Stamp::empty());
  EXPECT_EQ(horizon.seen(Stamp::on(day("2026-02-09"))), Stamp::on(day("2026-02-09")));
  EXPECT_TRUE(Horizon().sees(Stamp::at(utc("2199-12-24T18:00:00Z"))));
}

TEST(RulesHorizon, MidnightItselfIsSeen) {
  const auto& ny = zone("America/New_York");
  EXPECT_TRUE(Horizon(utc("2026-02-10T05:00:00Z"), ny).sees(Stamp::on(day("2026-02-10"))));
  EXPECT_FALSE(Horizon(utc("2026-02-10T04:59:59Z"), ny).sees(Stamp::on(day("2026-02-10"))));
}

TEST(RulesHorizon, WhatHasNoValueIsNeverSeen) {
  for (const Stamp stamp : {Stamp::empty(), Stamp::invalid(), Stamp::other_order()}) {
    EXPECT_FALSE(Horizon().sees(stamp));
    EXPECT_EQ(Horizon().seen(stamp), stamp);
  }
}

// The day before a horizon's last day starts no later than the horizon, in any
// zone, also where a date is left out.
TEST(RulesHorizon, AgreesWithMidnights) {
  for (const char* name : {"America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Africa/Cairo",
                           "America/Sao_Paulo", "Pacific/Kwajalein"}) {
    const auto& z = zone(name);
    for (const char* around : {"2011-12-29T00:00:00Z", "1993-08-20T00:00:00Z",
                               "2018-11-03T12:00:00Z", "2026-03-07T00:00:00Z"}) {
      for (calendar::Instant step = 0; step < 72; ++step) {
        const calendar::Instant as_of = utc(around) + step * 1800 + (step % 3) - 1;
        const Horizon horizon(as_of, z);
        const calendar::Day middle = z.day_at(as_of);
        for (calendar::Day d = middle - 3; d <= middle + 3; ++d) {
          EXPECT_EQ(horizon.sees(Stamp::on(d)), z.start_of(d) <= as_of)
              << name << " " << calendar::format_instant(as_of) << " " << calendar::format_day(d);
        }
      }
    }
  }
}

}  // namespace
}  // namespace leadpact::rules
