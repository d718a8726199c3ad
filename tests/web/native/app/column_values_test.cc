#include "web/app/column_values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/scoring/score.h"
#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

class ColumnValuesTest : public testing::Test {
 protected:
  agreement::Agreement agreement = samples::agreement();
  scoring::LoadedData loaded;

  ColumnFacts read(const std::string& csv, std::string_view field, bool domains = false,
                   std::size_t slice = 3) {
    auto loading = scoring::load(agreement, {{"leads", {{"leads.csv", csv}}}});
    EXPECT_TRUE(loading.ok());
    loaded = std::move(loading).value();
    const data::Table& table = *loaded.tables[0];
    ColumnReader reader(table, table.find_field(field), domains,
                        *calendar::Zone::find("America/New_York"));
    while (!reader.work(slice)) {
    }
    return reader.facts();
  }
  static std::string csv(const std::vector<std::string>& mails) {
    std::string text = "Record ID,Email,Became an MQL,First contact\n";
    for (std::size_t i = 0; i < mails.size(); ++i)
      text += std::to_string(i) + "," + mails[i] + ",2026-01-05,2026-01-06\n";
    return text;
  }
  static std::string words(const ColumnFacts& facts) {
    std::string text;
    for (const ColumnFacts::Value& each : facts.values)
      text += each.text + "=" + std::to_string(each.count) + " ";
    return text;
  }
};

TEST_F(ColumnValuesTest, OffersTheMostFrequentFirstWhateverTheirCase) {
  EXPECT_EQ(words(read(csv({"us", "CA", "US", "", "US", "Ca", "CA", "DE"}), "email")),
            "CA=3 US=3 DE=1 ");
}

TEST_F(ColumnValuesTest, OffersDomainsOfAddresses) {
  EXPECT_EQ(words(read(csv({"a@x.io", "b@y.io", "c@X.io", "none"}), "email", true)),
            "X.io=2 y.io=1 ");
}

TEST_F(ColumnValuesTest, OffersNoMoreThanCanBeChosenFrom) {
  std::vector<std::string> mails;
  for (int i = 0; i < 100; ++i)
    mails.push_back("v" + std::to_string(i / 2));
  EXPECT_EQ(read(csv(mails), "email").values.size(), ColumnReader::kMostOffered);
  // Different in every record: no choice.
  EXPECT_TRUE(read(csv(mails), "id").values.empty());
  for (std::size_t i = 0; i < ColumnReader::kMostDifferent; ++i)
    mails.push_back("w" + std::to_string(i));
  EXPECT_TRUE(read(csv(mails), "email", false, 1000).values.empty());
  EXPECT_TRUE(read(csv({std::string(100, 'x'), "\"two\nlines\""}), "email").values.empty());
}

TEST_F(ColumnValuesTest, SaysFromWhereToWhereDatesGo) {
  const ColumnFacts facts = read(
      "Record ID,Email,Became an MQL,First contact\n"
      "1,,2026-01-05 23:59,\n"
      "2,,2025-12-31,\n"
      "3,,,\n",
      "mql_at");
  EXPECT_EQ(facts.least, "2025-12-31");
  EXPECT_EQ(facts.most, "2026-01-05");
  EXPECT_TRUE(facts.values.empty());
}

TEST_F(ColumnValuesTest, SaysFromWhereToWhereNumbersGo) {
  agreement.datasets[0].fields[1].type = data::FieldType::number;
  const ColumnFacts facts = read(csv({"40", "-2.5", "", "\"1,000\""}), "email");
  EXPECT_EQ(facts.least, "-2.5");
  EXPECT_EQ(facts.most, "1000");
  EXPECT_EQ(read(csv({"", ""}), "email").least, "");
}

}  // namespace
}  // namespace leadpact::app
