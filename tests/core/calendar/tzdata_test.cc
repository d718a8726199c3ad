#include "core/calendar/tzdata.h"

#include <gtest/gtest.h>

#include <string>

namespace leadpact::calendar {
namespace {

std::string number(std::uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) {
    bytes += static_cast<char>(value >> (8 * i) & 0xff);
  }
  return bytes;
}

std::string text(const std::string& text) {
  return static_cast<char>(text.size()) + text;
}

// Two zones, the second of which shares the end of the first's body.
std::string small_blob() {
  return "LPTZ1\n" + text("2026x") + number(2) + text("A/One") + number(0) + number(4) + text("B") +
         number(1) + number(3) + "body";
}

TEST(CalendarTzdata, ReadsABlob) {
  const std::string blob = small_blob();
  const auto data = read_zone_data(blob);
  ASSERT_TRUE(data.has_value());
  EXPECT_EQ(data->release, "2026x");
  ASSERT_EQ(data->files.size(), 2U);
  ASSERT_NE(data->find("A/One"), nullptr);
  EXPECT_EQ(data->find("A/One")->body, "body");
  ASSERT_NE(data->find("B"), nullptr);
  EXPECT_EQ(data->find("B")->body, "ody");
  for (const char* name : {"", "A", "A/One ", "a/one", "C"}) {
    EXPECT_EQ(data->find(name), nullptr) << name;
  }
}

TEST(CalendarTzdata, RefusesEveryPartOfABlob) {
  const std::string blob = small_blob();
  for (std::size_t size = 0; size < blob.size(); ++size) {
    EXPECT_FALSE(read_zone_data(std::string_view(blob).substr(0, size)).has_value()) << size;
  }
}

TEST(CalendarTzdata, RefusesWhatPointsOutside) {
  const auto one = [](std::uint32_t offset, std::uint32_t size) {
    return "LPTZ1\n" + text("x") + number(1) + text("A") + number(offset) + number(size) + "body";
  };
  EXPECT_TRUE(read_zone_data(one(0, 4)).has_value());
  EXPECT_TRUE(read_zone_data(one(4, 0)).has_value());
  EXPECT_FALSE(read_zone_data(one(0, 5)).has_value());
  EXPECT_FALSE(read_zone_data(one(5, 0)).has_value());
  EXPECT_FALSE(read_zone_data(one(2, 0xffffffff)).has_value());
  EXPECT_FALSE(read_zone_data(one(0xffffffff, 2)).has_value());
}

TEST(CalendarTzdata, RefusesNamesOutOfOrder) {
  const auto two = [](const std::string& a, const std::string& b) {
    return "LPTZ1\n" + text("x") + number(2) + text(a) + number(0) + number(0) + text(b) +
           number(0) + number(0);
  };
  EXPECT_TRUE(read_zone_data(two("A", "B")).has_value());
  EXPECT_FALSE(read_zone_data(two("B", "A")).has_value());
  EXPECT_FALSE(read_zone_data(two("A", "A")).has_value());
}

TEST(CalendarTzdata, EmbeddedFilesAreTzif) {
  const ZoneData& data = embedded_zone_data();
  EXPECT_GE(data.release.size(), 5U);
  EXPECT_GT(data.files.size(), 500U);
  for (const ZoneFile& file : data.files) {
    ASSERT_EQ(file.body.substr(0, 4), "TZif") << file.name;
    ASSERT_GE(file.body[4], '2') << file.name;
  }
}

}  // namespace
}  // namespace leadpact::calendar
