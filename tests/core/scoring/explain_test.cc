// What a lead is told is what was scored: over all published cases, and over
// random ones.
#include "core/scoring/explain.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/exchange/document.h"
#include "core/scoring/explain_words.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::Instant;
using calendar::LimitUnit;
namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// What counted adds up to the limit, and the margin tells the verdict.
void check_arithmetic(const Explainer& explainer, const Explanation& made) {
  const Outcome outcome = made.verdict.outcome;
  const bool late = made.margin && made.margin->amount < 0;
  if (outcome == Outcome::failed) {
    EXPECT_TRUE(late);
  }
  if (outcome == Outcome::met || outcome == Outcome::pending) {
    EXPECT_FALSE(late);
  }
  const std::string words = working_words(explainer, made);
  EXPECT_FALSE(words.empty());
  EXPECT_LE(made.working.days.size(), static_cast<std::size_t>(kMostDays));
  std::int64_t sum = made.working.rest;
  const bool is_within = explainer.commitment().measure.kind == Kind::within;
  const calendar::Limit& limit = explainer.limit();
  const bool in_working_days = is_within && limit.business && limit.unit == LimitUnit::day;
  for (const calendar::OpenSpan& step : made.working.steps)
    sum += in_working_days ? 1 : step.close - step.open;
  if (!is_within) {
    const bool by_dates = made.from.date_only() || made.to.date_only();
    if (outcome == Outcome::counted && !by_dates) {
      EXPECT_EQ(sum, made.verdict.seconds);
    }
    return;
  }
  if (!made.due || (outcome != Outcome::met && outcome != Outcome::failed)) return;
  EXPECT_NE(words.find(outcome == Outcome::met ? ": met" : ": late by "), std::string::npos)
      << words;
  if (in_working_days) {
    EXPECT_EQ(sum, std::max(limit.amount, 1));
  } else if (made.from.date_only()) {
    EXPECT_EQ(*made.due, explainer.clock().dataset->start_of(made.from.day() + limit.amount + 1));
  } else {
    const std::int64_t unit = limit.unit == LimitUnit::minute ? 60
                              : limit.unit == LimitUnit::hour ? 3600
                                                              : 86400;
    EXPECT_EQ(sum, limit.amount * unit) << words;
  }
}

// All explanations of a commitment, added up.
void compare(Context& context, const agreement::Commitment& commitment,
             const CommitmentScore& score, const std::vector<Breach>& breaches,
             std::size_t* explained) {
  const Explainer explainer(context, commitment);
  struct Sum {
    std::uint64_t met = 0, failed = 0, pending = 0, left_out = 0, population = 0;
  };
  std::vector<Sum> sums(score.periods.size());
  std::uint64_t without_at = 0, negative = 0;
  std::vector<std::pair<std::uint32_t, bool>> failing, expected;
  for (const std::uint32_t row : explainer.table().kept()) {
    const Explanation made = explainer.explain(row);
    ++*explained;
    if (!made.counts) {
      EXPECT_FALSE(made.missed.empty());
      continue;
    }
    if (made.period == kWithoutAt) ++without_at;
    EXPECT_FALSE(working_words(explainer, made).empty());
    if (made.period >= kWithoutAt) continue;
    Sum& sum = sums[made.period];
    const Outcome outcome = made.verdict.outcome;
    sum.met += outcome == Outcome::met;
    sum.failed += outcome == Outcome::failed;
    sum.pending += outcome == Outcome::pending;
    sum.left_out += outcome == Outcome::left_out;
    sum.population +=
        outcome == Outcome::met || outcome == Outcome::failed || outcome == Outcome::counted;
    negative += made.verdict.negative;
    if (outcome == Outcome::failed || outcome == Outcome::pending) {
      failing.emplace_back(row, outcome == Outcome::pending);
      if (commitment.measure.kind == Kind::share) {
        EXPECT_FALSE(made.missed.empty());
      }
    }
    if (agreement::uses_times(commitment.measure.kind)) check_arithmetic(explainer, made);
  }
  EXPECT_EQ(without_at, score.without_at);
  EXPECT_EQ(negative, score.negative_elapsed);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const PeriodScore& period = score.periods[i];
    EXPECT_EQ(sums[i].population, period.population) << i;
    if (period.met) {
      EXPECT_EQ(sums[i].met, *period.met) << i;
    }
    if (period.failed) {
      EXPECT_EQ(sums[i].failed, *period.failed) << i;
    }
    if (period.pending) {
      EXPECT_EQ(sums[i].pending, *period.pending) << i;
    }
    if (period.left_out) {
      EXPECT_EQ(sums[i].left_out, *period.left_out) << i;
    }
  }
  for (const Breach& breach : breaches)
    expected.emplace_back(breach.row, breach.pending);
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(failing, expected);
}

std::size_t compare_all(const Agreement& agreement, const LoadedData& data, Instant as_of) {
  std::size_t explained = 0;
  const Result<Scored> scored = score(agreement, data, as_of);
  if (!scored.ok()) return explained;
  Context context(agreement, data, as_of, 1);
  for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
    const Commitment& commitment = agreement.commitments[i];
    SCOPED_TRACE(commitment.id);
    if (!agreement::uses_records(commitment.measure.kind)) continue;
    if (!data.tables[context.find_dataset(commitment.measure.dataset)]) continue;
    std::vector<Breach> breaches;
    for (const Breach& breach : scored.value().breaches) {
      if (breach.commitment == i) breaches.push_back(breach);
    }
    compare(context, commitment, scored.value().card.commitments[i], breaches, &explained);
  }
  return explained;
}

TEST(Explain, AddsUpToTheScorecardInAllPublishedCases) {
  std::size_t cases = 0, explained = 0;
  for (const auto& entry : fs::directory_iterator(LEADPACT_CONFORMANCE_DIR)) {
    const fs::path& folder = entry.path();
    if (!fs::exists(folder / "expected.json")) continue;
    SCOPED_TRACE(folder.string());
    rapidjson::Document json;
    json.Parse(read_file(folder / "case.json").c_str());
    const auto document = exchange::read_json(read_file(folder / "agreement.sla.json"));
    ASSERT_TRUE(document.ok());
    std::vector<std::unique_ptr<std::string>> bytes;
    std::vector<DatasetFiles> files;
    for (const auto& each : json["data"].GetArray()) {
      const std::string text = each.GetString();
      const std::size_t equals = text.find('=');
      const std::string name = text.substr(equals + 1);
      bytes.push_back(std::make_unique<std::string>(read_file(folder / name)));
      files.push_back({text.substr(0, equals), {{name, *bytes.back()}}});
    }
    const auto data = load(document.value().agreement, files);
    ASSERT_TRUE(data.ok());
    explained += compare_all(document.value().agreement, data.value(),
                             *calendar::parse_instant(json["as_of"].GetString()));
    ++cases;
  }
  EXPECT_GE(cases, 16u);
  EXPECT_GE(explained, 1000u);
}

std::string random_stamp(calendar::testing::Random& random, int days) {
  if (random.below(8) == 0) return "";
  const calendar::Day day = *calendar::parse_day("2026-02-20") + random.below(days);
  if (random.below(8) == 0) return calendar::format_day(day);
  const int minute = random.below(1440);
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return calendar::format_day(day) + " " + two(minute / 60) + ":" + two(minute % 60) +
         (random.below(4) == 0 ? ":" + two(random.below(60)) : "");
}

TEST(Explain, AddsUpOverRandomLeadsLimitsAndCalendars) {
  calendar::testing::Random random(20260301);
  for (int round = 0; round < 40; ++round) {
    SCOPED_TRACE(round);
    Agreement agreement = small_agreement();
    agreement.calendars[0].holidays = {"2026-03-06", "2026-03-09"};
    agreement.calendars[0].special_days = {{"2026-03-09", "10:00", "12:00"}};
    if (random.below(2) == 0) agreement.calendars[0].time_zone = "Asia/Tokyo";
    if (random.below(3) == 0) agreement.calendars[0].week.push_back({"sat", "22:00", "24:00"});
    const char* units[] = {"minutes", "hours", "days"};
    for (int i = 0; i < 6; ++i) {
      const bool median = i == 5;
      Commitment made =
          commitment("c" + std::to_string(i), median ? Kind::median_time : Kind::within, 90);
      const bool business = random.below(3) > 0;
      if (!median) {
        made.measure.limit = std::to_string(random.below(random.below(2) == 0 ? 5 : 200)) +
                             (business ? " business " : " ") + units[random.below(3)];
      }
      if (business) made.measure.calendar = "office";
      if (random.below(2) == 0) made.measure.early = agreement::Early::met;
      agreement.commitments.push_back(made);
    }
    std::string csv = kHeader;
    for (int i = 0; i < 60; ++i) {
      csv += std::to_string(i) + ",,,," + random_stamp(random, 20) + "," +
             random_stamp(random, 20) + "," + random_stamp(random, 40) + ",\n";
    }
    const World made_world = world(agreement, csv);
    compare_all(*made_world.agreement, made_world.data,
                *calendar::parse_instant("2026-03-20T15:00:00Z"));
  }
}

// ---- In words -----------------------------------------------------------------------

std::string words(const std::string& limit, const std::string& from, const std::string& to,
                  const char* as_of = "2026-03-20T15:00:00Z") {
  Agreement agreement = small_agreement();
  agreement.calendars[0].holidays = {"2026-03-13"};
  agreement.calendars[0].special_days = {{"2026-03-12", "09:00", "12:00"}};
  Commitment made = commitment("c", Kind::within, 90);
  if (limit.empty()) made = commitment("c", Kind::median_time, 10);
  made.measure.limit = limit;
  if (limit.find("business") != std::string::npos || limit.empty()) {
    made.measure.calendar = "office";
  }
  agreement.commitments.push_back(made);
  const World made_world =
      world(agreement, std::string(kHeader) + "1,,,,2026-03-02," + from + "," + to + ",\n");
  Context context(*made_world.agreement, made_world.data, *calendar::parse_instant(as_of), 1);
  const Explainer explainer(context, made_world.agreement->commitments[0]);
  return working_words(explainer, explainer.explain(0));
}

TEST(ExplainWords, BusinessHoursOverAWeekend) {
  EXPECT_EQ(words("2 business hours", "2026-03-06 16:40", "2026-03-09 10:12"),
            "Fri 16:40 + 20 min, weekend, Mon 9:00 + 1 h 40 min = due Mon 10:40; “to” Mon 10:12: "
            "met with 28 min left");
  EXPECT_EQ(words("2 business hours", "2026-03-06 16:40", "2026-03-09 10:40"),
            "Fri 16:40 + 20 min, weekend, Mon 9:00 + 1 h 40 min = due Mon 10:40; “to” Mon 10:40: "
            "met exactly at the limit");
  EXPECT_EQ(words("2 business hours", "2026-03-07 11:00", "2026-03-09 11:00:30"),
            "Sat 11:00:00, weekend, Mon 9:00:00 + 2 h = due Mon 11:00:00; “to” Mon 11:00:30: "
            "late by 30 s");
  EXPECT_EQ(words("2 business hours", "2026-03-03 7:30", ""),
            "Tue 3 Mar 7:30, before opening, 9:00 + 2 h = due Tue 3 Mar 11:00; “to” is empty as "
            "of Fri 20 Mar 11:00: late by 91 h so far");
}

TEST(ExplainWords, HolidaysAndShortDaysAreNamed) {
  EXPECT_EQ(words("5 business hours", "2026-03-12 10:00", "2026-03-16 11:00"),
            "Thu 10:00 (special hours) + 2 h, holiday Fri, weekend, Mon 9:00 + 3 h = due Mon "
            "12:00; “to” Mon 11:00: met with 1 h left");
}

TEST(ExplainWords, OtherLimits) {
  EXPECT_EQ(words("24 hours", "2026-03-06 16:40", "2026-03-07 17:00"),
            "Fri 16:40 + 24 h = due Sat 16:40; “to” Sat 17:00: late by 20 min");
  EXPECT_EQ(words("3 days", "2026-03-02", "2026-03-07"),
            "Mon + 3 days = due by the end of Thu; “to” Sat: late by 2 days");
  EXPECT_EQ(words("2 business days", "2026-03-06 16:40", "2026-03-10 16:00"),
            "Fri 16:40, then working days Mon (1), Tue (2) = due at its close, Tue 17:00; “to” "
            "Tue 16:00: met with 1 h left");
  EXPECT_EQ(words("0 business days", "2026-03-06 18:00", "2026-03-09 16:00"),
            "Fri 18:00, no time left that day, next working day Mon = due at its close, Mon "
            "17:00; “to” Mon 16:00: met with 1 h left");
  EXPECT_EQ(words("4 hours", "2026-03-20 10:00", ""),
            "Fri 10:00 + 4 h = due Fri 14:00; “to” is empty as of Fri 11:00: pending, 3 h left");
  EXPECT_EQ(words("200 business hours", "2026-03-02 9:00", "2026-03-02 10:00"),
            "Mon 2 Mar 9:00 + 8 h, Tue 3 Mar 9:00 + 8 h, Wed 4 Mar 9:00 + 8 h, and the next 176 h "
            "of opening time = due Tue 7 Apr 14:00; “to” Mon 2 Mar 10:00: met with 199 h left");
}

TEST(ExplainWords, WhatIsLeftOutSaysWhy) {
  EXPECT_EQ(words("2 hours", "", "2026-03-06 16:40"), "“from” is empty: left out");
  EXPECT_EQ(words("2 hours", "soon", ""), "“from” has “soon”, which is no date: left out");
  EXPECT_EQ(words("2 hours", "2026-04-01 9:00", ""),
            "“from” has “2026-04-01 9:00”, later than the day looked at: left out");
  EXPECT_EQ(words("2 hours", "2026-03-06", ""),
            "“from” has “2026-03-06”, a date alone, of which a limit in minutes or hours says "
            "nothing: left out");
  EXPECT_EQ(words("2 hours", "2026-03-06 12:00", "2026-03-06 11:00"),
            "“to” Fri 6 Mar 11:00 lies before “from” Fri 6 Mar 12:00: left out");
}

TEST(ExplainWords, ReasonsAreCounted) {
  Agreement agreement = small_agreement();
  agreement.commitments = {commitment("c", Kind::median, 1)};
  agreement.commitments[0].measure.from = "from";
  agreement.commitments[0].measure.to = "to";
  const World made_world = world(agreement, kHeader);
  Context context(*made_world.agreement, made_world.data, 0, 1);
  const Explainer explainer(context, made_world.agreement->commitments[0]);
  EXPECT_EQ(reasons_words(explainer, {}), "");
  EXPECT_EQ(reasons_words(explainer, {7, 1200, 0, 3, 1, 0}),
            "1,200 have no usable “from”, 3 have a date alone where a time is needed, 1 has “to” "
            "before “from”");
  EXPECT_EQ(reasons_words(explainer, {0, 0, 1, 0, 0, 2}),
            "1 has no usable “to”, 2 have no number in “number”");
}

TEST(ExplainWords, TimeTaken) {
  EXPECT_EQ(words("", "2026-03-06 16:40", "2026-03-09 10:12"),
            "Fri 16:40 + 20 min, weekend, Mon 9:00 + 1 h 12 min = Mon 10:12: counted with 1 h 32 "
            "min");
  EXPECT_EQ(words("", "2026-03-06 16:40", ""), "“to” is empty: left out");
}

}  // namespace
}  // namespace leadpact::scoring
