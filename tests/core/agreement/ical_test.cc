// Calendar files as Google, Outlook and offices give them away.
#include "core/agreement/ical.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::agreement {
namespace {

std::string file(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n" + events +
         "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\n" + lines + "\r\nEND:VEVENT\r\n";
}

IcalDays read(const std::string& text, int first = 2026, int last = 2028) {
  const auto result = read_ical(text, first, last);
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value() : IcalDays{};
}

std::vector<std::string> dates(const IcalDays& file) {
  std::vector<std::string> all;
  for (const NamedDay& each : file.days)
    all.push_back(calendar::format_day(each.day));
  return all;
}
using Dates = std::vector<std::string>;

TEST(Ical, AllDayEventsAreDaysAndTheirEndIsNotInThem) {
  const IcalDays found = read(
      file(event("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas") +
           event("SUMMARY:New Year\r\nDTSTART;VALUE=DATE:20270101") +
           event("DTSTART;VALUE=DATE:20270501\r\nDURATION:P2D") +
           event("DTSTART;VALUE=DATE:20270701\r\nDTEND;VALUE=DATE:20270701")));
  EXPECT_EQ(dates(found), (Dates{"2026-12-25", "2026-12-26", "2027-01-01", "2027-05-01",
                                 "2027-05-02", "2027-07-01"}));
  EXPECT_EQ(found.days[0].name, "Christmas");
  EXPECT_TRUE(found.unread.empty());
}

TEST(Ical, FoldedLinesAreOneAndEscapesAreWhatTheyStandFor) {
  const IcalDays found =
      read(file(event("DTSTART;VALUE=DA\r\n TE:202612\r\n\t25\r\n"
                      "SUMMARY;LANGUAGE=\"a:b\";X=1:Boxing\\, day\\n\r\n  or so\\\\")));
  EXPECT_EQ(dates(found), (Dates{"2026-12-25"}));
  EXPECT_EQ(found.days[0].name, "Boxing, day  or so\\");
}

TEST(Ical, LineEndsOfAnyKindAndSmallLettersAreRead) {
  EXPECT_EQ(dates(read("begin:vcalendar\nbegin:vevent\ndtstart;value=date:20261225\nend:vevent\n"
                       "end:vcalendar")),
            (Dates{"2026-12-25"}));
  EXPECT_EQ(dates(read("\xEF\xBB\xBF" + file(event("DTSTART:20261225")))), (Dates{"2026-12-25"}));
}

TEST(Ical, WhatComesBackYearlyIsWrittenOutForTheYears) {
  const auto days = [](const std::string& rule, const char* start = "20201225") {
    return dates(
        read(file(event("DTSTART;VALUE=DATE:" + std::string(start) + "\r\nRRULE:" + rule))));
  };
  EXPECT_EQ(days("FREQ=YEARLY"), (Dates{"2026-12-25", "2027-12-25", "2028-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY;INTERVAL=2;WKST=MO"), (Dates{"2026-12-25", "2028-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY;COUNT=7"), (Dates{"2026-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY;UNTIL=20271225T000000Z"), (Dates{"2026-12-25", "2027-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY;UNTIL=20271224"), (Dates{"2026-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "20201126"),
            (Dates{"2026-11-26", "2027-11-25", "2028-11-23"}));
  EXPECT_EQ(days("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "20200525"),
            (Dates{"2026-05-25", "2027-05-31", "2028-05-29"}));
  EXPECT_EQ(days("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
            (Dates{"2026-12-25", "2027-12-25", "2028-12-25"}));
  EXPECT_EQ(days("FREQ=YEARLY", "20200229"), (Dates{"2028-02-29"}));
  EXPECT_EQ(days("FREQ=YEARLY", "20271225"), (Dates{"2027-12-25", "2028-12-25"}));
}

TEST(Ical, RulesThatAreNotReadAreSaidByNameAndLine) {
  for (const char* rule :
       {"FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=1,7", "FREQ=YEARLY;BYDAY=MO", "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTHDAY=3", "INTERVAL=2", "FREQ=YEARLY;FREQ=YEARLY",
        "FREQ=YEARLY;BYEASTER=1", "nonsense", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;UNTIL=soon"}) {
    const IcalDays found = read(file(
        event("SUMMARY:Team day\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:" + std::string(rule))));
    EXPECT_TRUE(found.days.empty()) << rule;
    ASSERT_EQ(found.unread.size(), 1u) << rule;
    EXPECT_NE(found.unread[0].find("“Team day” (line 4)"), std::string::npos) << found.unread[0];
  }
}

TEST(Ical, ExceptionsAndMovedDaysAreTakenOutOfTheirSeries) {
  const IcalDays found = read(
      file(event("UID:a\r\nDTSTART;VALUE=DATE:20260704\r\nRRULE:FREQ=YEARLY\r\n"
                 "EXDATE;VALUE=DATE:20280704") +
           event("UID:a\r\nRECURRENCE-ID;VALUE=DATE:20270704\r\nDTSTART;VALUE=DATE:20270705") +
           event("UID:b\r\nDTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:20270102,20280103")));
  EXPECT_EQ(dates(found),
            (Dates{"2026-01-01", "2026-07-04", "2027-01-02", "2027-07-05", "2028-01-03"}));
  const IcalDays gone =
      read(file(event("UID:a\r\nDTSTART;VALUE=DATE:20260704\r\nRRULE:FREQ=YEARLY;COUNT=2") +
                event("UID:a\r\nRECURRENCE-ID;VALUE=DATE:20270704\r\nSTATUS:CANCELLED\r\n"
                      "DTSTART;VALUE=DATE:20270704")));
  EXPECT_EQ(dates(gone), (Dates{"2026-07-04"}));
  EXPECT_EQ(gone.cancelled, 1u);
}

TEST(Ical, WhatIsLeftOutIsCounted) {
  const IcalDays found = read(
      file(event("DTSTART:20261225T090000Z") + event("DTSTART;TZID=Europe/Berlin:20261225T090000") +
           event("DTSTART;VALUE=DATE:20261225\r\nSTATUS:cancelled") +
           event("DTSTART;VALUE=DATE:20251225") + event("DTSTART;VALUE=DATE:20290101")));
  EXPECT_TRUE(found.days.empty());
  EXPECT_EQ(found.timed, 2u);
  EXPECT_EQ(found.cancelled, 1u);
  EXPECT_EQ(found.outside, 2u);
}

TEST(Ical, MidnightsMarkedAsAllDayAreDays) {
  const IcalDays found =
      read(file(event("DTSTART:20261225T000000\r\nDTEND:20261227T000000\r\n"
                      "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")));
  EXPECT_EQ(dates(found), (Dates{"2026-12-25", "2026-12-26"}));
}

TEST(Ical, AnAlarmsPropertiesAreNotTheEvents) {
  const IcalDays found = read(
      file("BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:20200101T000000\r\nEND:STANDARD\r\n"
           "END:VTIMEZONE\r\n" +
           event("DTSTART;VALUE=DATE:20261225\r\nBEGIN:VALARM\r\nDTSTART;VALUE=DATE:20260101\r\n"
                 "SUMMARY:Wake up\r\nEND:VALARM\r\nSUMMARY:Christmas")));
  EXPECT_EQ(dates(found), (Dates{"2026-12-25"}));
  EXPECT_EQ(found.days[0].name, "Christmas");
}

TEST(Ical, WhatIsWrongIsASentenceAndTheRestIsRead) {
  const IcalDays found =
      read(file(event("SUMMARY:No day") + event("DTSTART;VALUE=DATE:20260230") +
                event("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260301") +
                event("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20290301") +
                event("DTSTART;VALUE=DATE:20260302\r\nDURATION:PT5H") +
                event("DTSTART;VALUE=DATE:20261225")) +
           "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261226\r\nSUMMARY:Cut\r\n");
  EXPECT_EQ(dates(found), (Dates{"2026-12-25"}));
  ASSERT_EQ(found.unread.size(), 6u);
  EXPECT_NE(found.unread[0].find("“Cut” (line 26)"), std::string::npos) << found.unread[0];
  EXPECT_NE(found.unread[1].find("has no first day"), std::string::npos);
  EXPECT_NE(found.unread[2].find("“20260230”, which is no date"), std::string::npos);
}

TEST(Ical, OtherTextAndWhatIsTooLargeAreRefused) {
  EXPECT_FALSE(read_ical("", 2026, 2026).ok());
  EXPECT_FALSE(read_ical("Date,Name\n2026-12-25,Christmas", 2026, 2026).ok());
  const auto large = read_ical("BEGIN:VCALENDAR\n" + std::string(kMostIcalBytes, 'x'), 2026, 2026);
  ASSERT_FALSE(large.ok());
  EXPECT_EQ(large.errors()[0].code, ErrorCode::too_large);
  std::string many = "BEGIN:VCALENDAR\n";
  for (std::size_t i = 0; i <= kMostIcalEvents; ++i)
    many += "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n";
  const auto events = read_ical(many, 2026, 2026);
  ASSERT_FALSE(events.ok());
  EXPECT_EQ(events.errors()[0].code, ErrorCode::too_large);
  const std::string years =
      file(event("DTSTART;VALUE=DATE:20260101\r\nDURATION:P366D\r\nRRULE:FREQ=YEARLY"));
  EXPECT_TRUE(read_ical(years, 2026, 2033).ok());
  EXPECT_FALSE(read_ical(years, 2026, 2035).ok());
}

}  // namespace
}  // namespace leadpact::agreement
