#include "web/app/read_ahead.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/exchange/scorecard_json.h"
#include "tests/web/native/app/samples.h"
#include "web/app/app.h"
#include "web/app/data_desk.h"

namespace leadpact::app {
namespace {

class ReadAheadTest : public testing::Test {
 protected:
  agreement::Agreement small = samples::agreement();
  DataDesk desk;
  std::string csv = samples::many_leads_csv(150'000);  // 9 MB
  GivenFile file;

  // The first bytes of the file, which was said to have `size`.
  void arrive(std::size_t bytes, std::size_t size) {
    file.name = "leads.csv";
    file.bytes.reserve(size);
    for (std::size_t at = 0; at < bytes; at += 700'000) {
      file.bytes.append(csv, at, std::min<std::size_t>(700'000, bytes - at));
      while (desk.read_ahead(file, size, small)) {
      }
    }
  }
  void give() {
    desk.give(file.name, std::move(file.bytes), &small, std::move(file.ahead));
    desk.score(&small);
  }
  // What the core says of it by itself.
  void expect_the_score_of(const std::string& bytes) {
    while (desk.work()) {
    }
    auto loaded = scoring::load(small, {{"leads", {{"leads.csv", bytes}}}});
    ASSERT_TRUE(loaded.ok());
    const auto scored =
        scoring::score(small, loaded.value(), *scoring::newest(small, loaded.value()));
    ASSERT_TRUE(scored.ok());
    ASSERT_NE(desk.scored(), nullptr);
    EXPECT_EQ(exchange::scorecard_json(desk.scored()->card),
              exchange::scorecard_json(scored.value().card));
  }
};

TEST_F(ReadAheadTest, GoesOnWhereItWasWhenTheFileIsGiven) {
  arrive(csv.size(), csv.size());
  give();
  EXPECT_GT(desk.progress(), 0.7);
  expect_the_score_of(csv);
}

TEST_F(ReadAheadTest, AFileOnlyHalfThereIsNotOnTheDesk) {
  arrive(csv.size() / 2, csv.size());
  EXPECT_NE(file.ahead, nullptr);
  file = GivenFile();  // the browser could not read the rest
  EXPECT_TRUE(desk.files().empty());
  EXPECT_FALSE(desk.working());
  arrive(csv.size(), csv.size());
  give();
  expect_the_score_of(csv);
}

TEST_F(ReadAheadTest, AFileThatBecameShorterIsReadAnew) {
  const std::string shorter = csv.substr(0, csv.size() - 1'000'003);
  arrive(shorter.size(), csv.size());
  give();
  EXPECT_EQ(desk.progress(), 0);
  expect_the_score_of(shorter);
}

TEST_F(ReadAheadTest, AFileThatBecameLongerIsReadAnew) {
  arrive(csv.size(), csv.size() - 1'000'003);
  give();
  EXPECT_EQ(desk.progress(), 0);
  expect_the_score_of(csv);
}

TEST_F(ReadAheadTest, AnAgreementThatChangedMeanwhileReadsAnew) {
  arrive(csv.size(), csv.size());
  small.datasets[0].keep = data::Keep::first;
  give();
  EXPECT_EQ(desk.progress(), 0);
  expect_the_score_of(csv);
}

TEST_F(ReadAheadTest, AnotherFileBesideItReadsAnew) {
  arrive(csv.size(), csv.size());
  desk.give("more.csv", samples::leads_csv(), &small);
  give();
  EXPECT_EQ(desk.progress(), 0);
}

TEST_F(ReadAheadTest, OnlyWhatWillBeReadIsReadAhead) {
  csv.insert(0, "\x89PNG");
  csv[200] = '\0';
  arrive(csv.size() / 2, csv.size());
  EXPECT_FALSE(desk.read_ahead(file, csv.size(), small));
  give();
  EXPECT_FALSE(desk.files()[0].refused.empty());
}

TEST_F(ReadAheadTest, NotBesideOtherDataWhichGiveTheirMemoryBackOnlyThen) {
  desk.give("leads.csv", samples::leads_csv(), &small);
  desk.score(&small);
  arrive(csv.size(), csv.size());
  EXPECT_EQ(file.ahead, nullptr);
  give();
  expect_the_score_of(csv);
}

}  // namespace
}  // namespace leadpact::app
