// Files and records of every format version ever shipped must open for ever.
// tests/golden/vN is never edited; a new version gets a folder of its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::exchange {
namespace {

const std::string kGolden = std::string(LEADPACT_SOURCE_DIR) + "/tests/golden/";

// Without the ending `.sla.json`.
std::vector<std::string> golden_names(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kGolden + folder)) {
    const std::string name = entry.path().filename().string();
    const std::size_t end = name.find(".sla.json");
    if (end != std::string::npos) names.push_back(name.substr(0, end));
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(Golden, FilesAndRecordsOfVersion1SayTheSame) {
  const std::vector<std::string> names = golden_names("v1");
  ASSERT_GE(names.size(), 3u);
  for (const std::string& name : names) {
    const std::string stem = kGolden + "v1/" + name;
    const Result<Document> file = read_json(read_file(stem + ".sla.json"));
    ASSERT_TRUE(file.ok()) << name << " " << file.errors()[0].place;
    const Result<agreement::Agreement> record = read_binary(read_file(stem + ".bin"));
    ASSERT_TRUE(record.ok()) << name << " " << record.errors()[0].message;
    EXPECT_EQ(write_json(record.value()), write_json(file.value().agreement)) << name;
  }
}

TEST(Golden, FullIsTheFullAgreement) {
  const Result<Document> file = read_json(read_file(kGolden + "v1/full.sla.json"));
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(write_json(file.value().agreement), write_json(full_agreement()));
}

// While version 1 is the newest, what is written today is what was written
// then, byte for byte. Goes with version 2.
TEST(Golden, Version1IsStillWrittenThatWay) {
  ASSERT_EQ(kFormatVersion, 1);
  EXPECT_EQ(write_json(full_agreement()), read_file(kGolden + "v1/full.sla.json"));
  EXPECT_EQ(write_binary(full_agreement()), read_file(kGolden + "v1/full.bin"));
}

}  // namespace
}  // namespace leadpact::exchange
