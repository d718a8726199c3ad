// The published vectors: business seconds between two instants, the due time
// of a limit, and the verdict.
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/filereadstream.h>

#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "core/calendar/limit.h"
#include "tests/core/calendar/calendar_testing.h"

#ifndef LEADPACT_CONFORMANCE_DIR
#error "LEADPACT_CONFORMANCE_DIR names the folder of the conformance cases."
#endif

namespace leadpact::calendar {
namespace {

using rapidjson::Value;

bool read_json(const std::string& path, rapidjson::Document& document) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[4096];
  rapidjson::FileReadStream stream(file, buffer, sizeof buffer);
  document.ParseStream(stream);
  std::fclose(file);
  return !document.HasParseError();
}

int minutes(const Value& clock) {
  const char* text = clock.GetString();  // HH:MM
  return ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
}

DayInterval interval(const Value& entry) {
  return {minutes(entry["from"]), minutes(entry["to"])};
}

HoursSpec spec_of(const Value& calendar) {
  static const std::string kDays = "mon tue wed thu fri sat sun";
  HoursSpec spec;
  spec.zone = &testing::zone(calendar["time_zone"].GetString());
  for (const Value& entry : calendar["week"].GetArray()) {
    spec.week[kDays.find(entry["day"].GetString()) / 4].push_back(interval(entry));
  }
  for (const Value& date : calendar["holidays"].GetArray()) {
    spec.holidays.push_back(testing::day(date.GetString()));
  }
  if (calendar.HasMember("special_days")) {
    for (const Value& entry : calendar["special_days"].GetArray()) {
      spec.special_days.push_back({testing::day(entry["date"].GetString()), interval(entry)});
    }
  }
  return spec;
}

TEST(CalendarConformance, BusinessTime) {
  rapidjson::Document document;
  const std::string path = std::string(LEADPACT_CONFORMANCE_DIR) + "/business_time.json";
  ASSERT_TRUE(read_json(path, document)) << path;

  std::map<std::string, std::unique_ptr<Hours>> calendars;
  for (const Value& calendar : document["calendars"].GetArray()) {
    calendars[calendar["id"].GetString()] = std::make_unique<Hours>(spec_of(calendar));
  }
  int checked = 0;
  for (const Value& vector : document["vectors"].GetArray()) {
    const Hours& hours = *calendars.at(vector["calendar"].GetString());
    const Clock clock = {&hours.zone(), &hours.zone(), &hours};
    const Instant from = testing::utc(vector["from"].GetString());
    const Instant to = testing::utc(vector["to"].GetString());
    const auto limit = parse_limit(vector["limit"].GetString());
    SCOPED_TRACE(std::string(vector["calendar"].GetString()) + " " + vector["from"].GetString() +
                 " " + vector["limit"].GetString());
    ASSERT_TRUE(limit.has_value());
    EXPECT_EQ(hours.business_seconds(from, to), vector["business_seconds"].GetInt64());
    const auto due_at = due(*limit, Stamp::at(from), clock);
    ASSERT_TRUE(due_at.has_value());
    EXPECT_EQ(format_instant(*due_at), vector["due"].GetString());
    EXPECT_EQ(is_met(*limit, Stamp::at(from), Stamp::at(to), clock), vector["met"].GetBool());
    ++checked;
  }
  EXPECT_EQ(checked, 400);
}

}  // namespace
}  // namespace leadpact::calendar
