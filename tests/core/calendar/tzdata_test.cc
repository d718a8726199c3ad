#include "core/calendar/tzdata.h"

#include <gtest/gtest.h>

#include <initializer_list>
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
  return "LPTZ2\n" + text("2026x") + number(2) + text("A/One") + number(0) + number(4) + text("B") +
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
    return "LPTZ2\n" + text("x") + number(1) + text("A") + number(offset) + number(size) + "body";
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
    return "LPTZ2\n" + text("x") + number(2) + text(a) + number(0) + number(0) + text(b) +
           number(0) + number(0);
  };
  EXPECT_TRUE(read_zone_data(two("A", "B")).has_value());
  EXPECT_FALSE(read_zone_data(two("B", "A")).has_value());
  EXPECT_FALSE(read_zone_data(two("A", "A")).has_value());
}

// Two times, a whole number of minutes and an odd number of seconds apart, two
// types, and the footer that says how it goes on.
std::string small_body() {
  return std::string("2\x02\x02\x08", 4) + "\x82\x08" +  // 2 * 513 minutes
         "\x0f" +                                        // 2 * 7 seconds + 1
         std::string("\0\1", 2) +                        // their types
         std::string("\0\0\0\0\0\0", 6) +                // UTC
         std::string("\0\0\x0e\x10\0\4", 6) + std::string("UTC\0CET\0", 8) + "\nCET-1\n";
}

TEST(CalendarTzdata, UnpacksATzifFile) {
  const std::string zeros(15, '\0');
  const auto big = [](std::initializer_list<unsigned> bytes) {
    return std::string(bytes.begin(), bytes.end());
  };
  // -2^32 + 513 * 60 = -2^32 + 0x783c, and 7 seconds later.
  const std::string times = big({0xff, 0xff, 0xff, 0xff, 0, 0, 0x78, 0x3c}) +
                            big({0xff, 0xff, 0xff, 0xff, 0, 0, 0x78, 0x43});
  EXPECT_EQ(unpack_zone(small_body()),
            "TZif2" + zeros + std::string(15, '\0') + big({0, 0, 0, 0, 1, 0, 0, 0, 1}) +
                std::string(7, '\0') + "TZif2" + zeros + std::string(12, '\0') +
                big({0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 8}) + times + std::string("\0\1", 2) +
                std::string("\0\0\0\0\0\0", 6) + std::string("\0\0\x0e\x10\0\4", 6) +
                std::string("UTC\0CET\0", 8) + "\nCET-1\n");
}

TEST(CalendarTzdata, UnpacksNothingFromAPart) {
  const std::string body = small_body();
  for (std::size_t size = 0; size < body.find('\n'); ++size) {
    EXPECT_EQ(unpack_zone(body.substr(0, size)), "") << size;
  }
  EXPECT_EQ(unpack_zone("2\xff\xff\xff\xff\xff\xff"), "");
  EXPECT_EQ(unpack_zone("2\xff\xff\xff\xff\x0f\x01\x01"), "");
}

TEST(CalendarTzdata, EmbeddedFilesAreTzif) {
  const ZoneData& data = embedded_zone_data();
  EXPECT_GE(data.release.size(), 5U);
  EXPECT_GT(data.files.size(), 500U);
  for (const ZoneFile& file : data.files) {
    const std::string tzif = unpack_zone(file.body);
    ASSERT_EQ(tzif.substr(0, 4), "TZif") << file.name;
    ASSERT_GE(tzif[4], '2') << file.name;
    ASSERT_EQ(tzif.back(), '\n') << file.name;
  }
}

}  // namespace
}  // namespace leadpact::calendar
