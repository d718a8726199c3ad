// The published cases, read: for properties that must hold of every scorecard.
#ifndef LEADPACT_TESTS_CORE_SCORING_CONFORMANCE_CASES_H_
#define LEADPACT_TESTS_CORE_SCORING_CONFORMANCE_CASES_H_

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "core/scoring/score.h"

namespace leadpact::scoring::testing {

struct ConformanceCase {
  std::string name;
  agreement::Agreement agreement;
  std::vector<std::unique_ptr<std::string>> bytes;  // tables refer to them
  LoadedData data;
  calendar::Instant as_of = 0;
  Scored scored;
};

inline std::string text_of_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// Calls use(case) for each, one at a time.
template <typename Use>
void each_conformance_case(const Use& use) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(LEADPACT_CONFORMANCE_DIR)) {
    if (std::filesystem::exists(entry.path() / "case.json")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  ASSERT_FALSE(folders.empty());
  for (const auto& folder : folders) {
    ConformanceCase each;
    each.name = folder.filename().string();
    SCOPED_TRACE(each.name);
    rapidjson::Document json;
    json.Parse(text_of_file(folder / "case.json").c_str());
    auto document = exchange::read_json(text_of_file(folder / "agreement.sla.json"));
    ASSERT_TRUE(document.ok());
    each.agreement = std::move(document).value().agreement;
    std::vector<DatasetFiles> files;
    for (const auto& entry : json["data"].GetArray()) {
      const std::string text = entry.GetString();
      const std::size_t equals = text.find('=');
      const std::string file = text.substr(equals + 1);
      each.bytes.push_back(std::make_unique<std::string>(text_of_file(folder / file)));
      files.push_back({text.substr(0, equals), {{file, *each.bytes.back()}}});
    }
    auto data = load(each.agreement, files);
    ASSERT_TRUE(data.ok());
    each.data = std::move(data).value();
    each.as_of = calendar::parse_instant(json["as_of"].GetString()).value_or(0);
    auto scored = score(each.agreement, each.data, each.as_of);
    ASSERT_TRUE(scored.ok());
    each.scored = std::move(scored).value();
    use(each);
  }
}

}  // namespace leadpact::scoring::testing

#endif  // LEADPACT_TESTS_CORE_SCORING_CONFORMANCE_CASES_H_
