// A column of dates is never read in the wrong order in silence: over columns
// of every order, form, size and share of dates that could be either.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar/time.h"
#include "tests/web/native/app/samples.h"
#include "web/app/data_desk.h"
#include "web/app/import_desk.h"

namespace leadpact::app {
namespace {

using data::DateOrder;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2654435769u + 1) {}
  int below(int end) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(end));
  }

 private:
  std::uint64_t state_;
};

std::string digits(int number, bool padded) {
  return (padded && number < 10 ? "0" : "") + std::to_string(number);
}

struct Form {
  char separator;
  bool padded, short_year, time;
};

std::string written(const calendar::Date& date, DateOrder order, const Form& form) {
  const std::string month = digits(date.month, form.padded), day = digits(date.day, form.padded);
  const std::string year = std::to_string(form.short_year ? date.year % 100 : date.year);
  std::string text = (order == DateOrder::mdy ? month : day) + form.separator +
                     (order == DateOrder::mdy ? day : month) + form.separator + year;
  return form.time ? text + " 09:30" : text;
}

struct Column {
  std::vector<calendar::Date> dates;
  std::string csv;
};

// `either` of 100 days could be a month, too; `damaged` more cells are dates in
// the other order only, as if typed by hand.
Column column(Random& random, DateOrder order, const Form& form, int size, int either,
              int damaged) {
  Column made;
  made.csv = "Record ID,Email,Became an MQL,First contact\n";
  for (int i = 0; i < size + damaged; ++i) {
    const bool wrong = i >= size;
    const int month = 1 + random.below(12);
    const int day =
        !wrong && random.below(100) < either ? 1 + random.below(12) : 13 + random.below(16);
    made.dates.push_back({2026, month, day});
    const DateOrder as = !wrong ? order : order == DateOrder::mdy ? DateOrder::dmy : DateOrder::mdy;
    made.csv += std::to_string(i) + ",x@y.example," + written(made.dates.back(), as, form) + ",\n";
  }
  return made;
}

// What the score rests on, where there is one, against what was meant.
std::size_t misread(const DataDesk& desk, const Column& meant, int size) {
  const data::Table& table = *desk.loaded()->tables[0];
  const data::Column& read = table.column(table.find_field("mql_at"));
  const calendar::Zone& zone = zone_or_utc("America/New_York");
  std::size_t wrong = 0;
  for (std::size_t row = 0; row < static_cast<std::size_t>(size); ++row) {
    const calendar::Stamp stamp = read.stamps[row];
    if (!stamp.has_value()) continue;  // counted as unreadable, and each shown
    const calendar::Day day = stamp.date_only() ? stamp.day() : zone.day_at(stamp.instant());
    wrong += day == calendar::to_day(meant.dates[row]) ? 0u : 1u;
  }
  return wrong;
}

bool says_both_orders(const agreement::Agreement& agreement, const DataDesk& desk) {
  ImportDesk looked;
  looked.look(&agreement, true, desk);
  for (const ImportDesk::Item& item : looked.findings()) {
    if (item.finding.key.compare(0, 6, "order:") == 0) return true;
  }
  return false;
}

void never_in_silence(const Column& meant, DateOrder written_in, DateOrder read_in, int size,
                      int damaged) {
  agreement::Agreement agreement = samples::agreement();
  for (data::Field& field : agreement.datasets[0].fields)
    field.date_order = read_in;
  DataDesk desk;
  desk.give("leads.csv", meant.csv, &agreement);
  desk.score(&agreement);
  if (desk.loaded() == nullptr) {  // refused, with the remedy
    ASSERT_FALSE(desk.problems().empty());
    if (written_in == read_in) return;  // so few that all but a typo could be either
    ASSERT_TRUE(desk.switch_date_order(0, agreement));
  }
  if (desk.date_question()) {
    // Whoever answers as it was meant is not asked again, nor read otherwise.
    desk.answer_dates(written_in, agreement);
    EXPECT_FALSE(desk.date_question());
    desk.give("next.csv", meant.csv, &agreement);
    desk.score(&agreement);
    EXPECT_FALSE(desk.date_question());
    desk.remove(1, &agreement);
    EXPECT_FALSE(desk.date_question());
  }
  ASSERT_NE(desk.loaded(), nullptr);
  const std::size_t wrong = misread(desk, meant, size);
  if (wrong == 0) return;
  // Where only what is damaged tells, nobody can know. Day first is chosen by a
  // person, never a default. Else it must be said.
  bool told = false;
  for (std::size_t i = 0; i < static_cast<std::size_t>(size); ++i)
    told = told || meant.dates[i].day > 12;
  if (!told && damaged > 0) return;
  const bool chosen = read_in == DateOrder::dmy && damaged == 0;
  EXPECT_TRUE(chosen || says_both_orders(agreement, desk)) << wrong << "\n" << meant.csv;
}

TEST(DateOrder, NoColumnIsReadInTheWrongOrderInSilence) {
  const std::vector<Form> forms = {{'/', true, false, false},
                                   {'/', false, false, true},
                                   {'-', true, false, true},
                                   {'/', true, true, false},
                                   {'-', false, true, true}};
  Random random(7);
  for (const Form& form : forms) {
    for (const DateOrder order : {DateOrder::mdy, DateOrder::dmy}) {
      for (const DateOrder read_in : {DateOrder::mdy, DateOrder::dmy}) {
        for (const int size : {1, 2, 7, 30, 200}) {
          for (const int either : {0, 10, 50, 90, 99, 100}) {
            for (const int damaged : {0, 1, 3}) {
              const Column meant = column(random, order, form, size, either, damaged);
              SCOPED_TRACE(testing::Message()
                           << (order == DateOrder::mdy ? "mdy" : "dmy") << " read as "
                           << (read_in == DateOrder::mdy ? "mdy" : "dmy") << ", " << size << " of "
                           << either << " %, damaged " << damaged << " " << form.separator);
              never_in_silence(meant, order, read_in, size, damaged);
              if (testing::Test::HasFailure()) return;
            }
          }
        }
      }
    }
  }
}

TEST(DateOrder, OneTypoDoesNotHideThatTheOthersAreDayFirst) {
  std::string csv = "Record ID,Email,Became an MQL,First contact\n";
  for (int i = 0; i < 60; ++i) {
    csv +=
        std::to_string(i) + ",x@y.example," + std::to_string(i % 3 == 0 ? 20 : 3) + "/04/2026,\n";
  }
  csv += "99,x@y.example,04/25/2026,\n";
  agreement::Agreement agreement = samples::agreement();
  DataDesk desk;
  desk.give("leads.csv", csv, &agreement);
  desk.score(&agreement);
  ASSERT_TRUE(desk.date_question());
  EXPECT_TRUE(desk.date_question()->contradicted);
  EXPECT_EQ(desk.scored(), nullptr);
  EXPECT_TRUE(desk.answer_dates(DateOrder::dmy, agreement));
  EXPECT_NE(desk.scored(), nullptr);
}

}  // namespace
}  // namespace leadpact::app
