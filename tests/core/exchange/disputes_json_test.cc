#include "core/exchange/disputes_json.h"

#include <gtest/gtest.h>

#include <string>

namespace leadpact::exchange {
namespace {

using agreement::CountsAs;
using agreement::Dispute;
using agreement::Disputes;
using agreement::Ruling;

std::string file(const std::string& disputes, const std::string& version = "1") {
  return R"({"format": "leadpact-disputes", "format_version": )" + version +
         R"(, "agreement": "a1", "disputes": [)" + disputes + "]}";
}
constexpr const char* kOne =
    R"({"id": "d1", "dataset": "leads", "record": "L1", "raised_by": "sales", "on": "2026-03-31"})";

std::string first_error(const std::string& text) {
  const auto read = read_disputes(text);
  return read.ok() ? "" : read.errors().front().place;
}

TEST(DisputesJson, ComeBackAsTheyWereWritten) {
  Disputes disputes;
  disputes.agreement = "a1";
  disputes.all = {{"d1", "leads", "L1", "s1", agreement::Team::sales, "2026-03-31",
                   "Called\non “mobile”", CountsAs::met, Ruling::upheld, "The log shows it"},
                  {"d2", "leads", "L2", "", agreement::Team::both, "2026-04-01", "",
                   CountsAs::left_out, Ruling::open, ""}};
  const std::string text = write_disputes(disputes);
  EXPECT_TRUE(looks_like_disputes(text));
  const auto read = read_disputes(text);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value(), disputes);
  EXPECT_EQ(write_disputes(read.value()), text);
}

TEST(DisputesJson, AreOpenAndLeaveOutWhereNothingElseIsSaid) {
  const auto read = read_disputes(file(kOne));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().all[0].ruling, Ruling::open);
  EXPECT_EQ(read.value().all[0].counts_as, CountsAs::left_out);
  EXPECT_EQ(read.value().all[0].commitment, "");
}

TEST(DisputesJson, AreRefusedWithAPlace) {
  EXPECT_EQ(first_error("{"), "line 1");
  EXPECT_EQ(first_error("[]"), "format");
  EXPECT_EQ(first_error(R"({"format": "leadpact-agreement", "format_version": 1})"), "format");
  EXPECT_EQ(first_error(file("", "2")), "format_version");
  EXPECT_EQ(first_error(file("5")), "disputes[0]");
  EXPECT_EQ(first_error(file(R"({"id": "d1"})")), "disputes[0].dataset");
  EXPECT_EQ(first_error(file(std::string(kOne) + "," + kOne)), "disputes[1].id");
  std::string wrong = kOne;
  wrong.replace(wrong.find("2026-03-31"), 10, "2026-02-30");
  EXPECT_EQ(first_error(file(wrong)), "disputes[0].on");
  wrong = kOne;
  wrong.replace(wrong.find("sales"), 5, "legal");
  const auto read = read_disputes(file(wrong));
  ASSERT_EQ(read.errors().size(), 1u) << "said once";
  EXPECT_EQ(read.errors()[0].place, "disputes[0].raised_by");
  EXPECT_EQ(read.errors()[0].message,
            "“legal” is none of the words known here; expected marketing, sales or both.");
}

TEST(DisputesJson, AreBoundedInNumber) {
  std::string many;
  for (std::size_t i = 0; i <= agreement::kMostDisputes; ++i)
    many += std::string(i == 0 ? "" : ",") + "{}";
  const auto read = read_disputes(file(many));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.errors().front().place, "disputes");
}

}  // namespace
}  // namespace leadpact::exchange
