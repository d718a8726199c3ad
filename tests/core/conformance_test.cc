// The published cases: an agreement and its files in, the scorecard and the
// breaches out. Integers and texts must be equal, other numbers within 1e-9,
// breaches byte for byte; what must be refused must name the place.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/exchange/document.h"
#include "core/exchange/scorecard_json.h"
#include "core/scoring/score.h"

namespace leadpact {
namespace {

namespace fs = std::filesystem;
using Json = rapidjson::Value;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag>(text.c_str(), text.size());
  EXPECT_FALSE(document.HasParseError()) << text.substr(0, 200);
  return document;
}

std::string text_of(const Json& json, const char* name) {
  return json.HasMember(name) && json[name].IsString() ? json[name].GetString() : "";
}

// `leads=leads.csv` for `--data`; files of one dataset in the order given.
std::vector<std::pair<std::string, std::string>> data_of(const Json& json) {
  std::vector<std::pair<std::string, std::string>> data;
  for (const Json& entry : json["data"].GetArray()) {
    const std::string text = entry.GetString();
    const std::size_t equals = text.find('=');
    data.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return data;
}

// What a run of the tool would answer.
struct Answer {
  Errors errors;
  std::string scorecard;
  std::string breaches;
};

// For kInSteps not threads but Loading and Scoring.
constexpr int kInSteps = 0;

Result<scoring::LoadedData> load(const agreement::Agreement& agreement,
                                 const std::vector<scoring::DatasetFiles>& files, int threads) {
  if (threads == kInSteps) {
    scoring::Loading loading(agreement, files);
    while (loading.step()) {
    }
    return loading.finish();
  }
  data::ReadOptions read;
  read.threads = threads;
  return scoring::load(agreement, files, read);
}

Result<scoring::Scored> score(const agreement::Agreement& agreement,
                              const scoring::LoadedData& data, calendar::Instant as_of,
                              int threads) {
  if (threads == kInSteps) {
    scoring::Scoring scoring(agreement, data, as_of);
    while (scoring.step()) {
    }
    return scoring.finish();
  }
  scoring::ScoreOptions options;
  options.threads = threads;
  return scoring::score(agreement, data, as_of, options);
}

Answer run(const std::string& agreement_text, const fs::path& folder, const Json& json,
           int threads) {
  Answer answer;
  auto document = exchange::read_json(agreement_text);
  if (!document.ok()) return {document.errors(), "", ""};
  const agreement::Agreement& agreement = document.value().agreement;

  std::vector<std::unique_ptr<std::string>> bytes;  // outlive the tables
  std::vector<scoring::DatasetFiles> files;
  for (const auto& [dataset, name] : data_of(json)) {
    bytes.push_back(std::make_unique<std::string>(read_file(folder / name)));
    files.push_back({dataset, {{name, *bytes.back()}}});
  }
  const auto data = load(agreement, files, threads);
  if (!data.ok()) return {data.errors(), "", ""};

  const auto as_of = calendar::parse_instant(text_of(json, "as_of"));
  EXPECT_TRUE(as_of.has_value());
  const auto scored = score(agreement, data.value(), as_of.value_or(0), threads);
  if (!scored.ok()) return {scored.errors(), "", ""};
  answer.scorecard = exchange::scorecard_json(scored.value().card);
  answer.breaches = exchange::breaches_csv(agreement, data.value(), scored.value());
  return answer;
}

void compare(const Json& expected, const Json& actual, const std::string& place) {
  if (expected.IsNumber()) {
    ASSERT_TRUE(actual.IsNumber()) << place;
    const double wanted = expected.GetDouble();
    const double found = actual.GetDouble();
    if (expected.IsDouble()) {
      EXPECT_LE(std::fabs(found - wanted), 1e-9 * std::max(std::fabs(wanted), 1e-300)) << place;
    } else {
      EXPECT_EQ(found, wanted) << place;
    }
    return;
  }
  ASSERT_EQ(expected.GetType(), actual.GetType()) << place;
  if (expected.IsString()) {
    EXPECT_STREQ(expected.GetString(), actual.GetString()) << place;
  } else if (expected.IsArray()) {
    EXPECT_EQ(expected.Size(), actual.Size()) << place;
    for (rapidjson::SizeType i = 0; i < std::min(expected.Size(), actual.Size()); ++i) {
      compare(expected[i], actual[i], place + "[" + std::to_string(i) + "]");
    }
  } else if (expected.IsObject()) {
    EXPECT_EQ(expected.MemberCount(), actual.MemberCount()) << place;
    for (const auto& member : expected.GetObject()) {
      const std::string name = member.name.GetString();
      ASSERT_TRUE(actual.HasMember(name.c_str())) << place << "." << name;
      compare(member.value, actual[name.c_str()], place.empty() ? name : place + "." + name);
    }
  }
}

// The folders of published cases; the project's shared one only where it holds
// something else.
std::vector<fs::path> roots() {
  std::vector<fs::path> roots;
  for (const char* given : {LEADPACT_CONFORMANCE_DIR, LEADPACT_SHARED_CONFORMANCE_DIR}) {
    const fs::path root = given;
    if (root.empty() || !fs::exists(root)) continue;
    if (std::none_of(roots.begin(), roots.end(),
                     [&](const fs::path& other) { return fs::equivalent(root, other); })) {
      roots.push_back(root);
    }
  }
  return roots;
}

std::vector<fs::path> case_folders() {
  std::vector<fs::path> folders;
  for (const fs::path& root : roots()) {
    for (const auto& entry : fs::directory_iterator(root)) {
      if (fs::exists(entry.path() / "expected.json")) folders.push_back(entry.path());
    }
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

TEST(Conformance, CasesAreThere) {
  EXPECT_FALSE(roots().empty());
  EXPECT_FALSE(case_folders().empty());
}

TEST(Conformance, ScorecardsAndBreaches) {
  for (const fs::path& folder : case_folders()) {
    SCOPED_TRACE(folder.string());
    const rapidjson::Document json = parse(read_file(folder / "case.json"));
    const Answer answer = run(read_file(folder / "agreement.sla.json"), folder, json, 1);
    for (const Error& error : answer.errors)
      ADD_FAILURE() << error.place << ": " << error.message;
    if (!answer.errors.empty()) continue;
    compare(parse(read_file(folder / "expected.json")), parse(answer.scorecard), "");
    EXPECT_EQ(read_file(folder / "breaches.csv"), answer.breaches);
  }
}

TEST(Conformance, ThreadsChangeNothing) {
  for (const fs::path& folder : case_folders()) {
    SCOPED_TRACE(folder.string());
    const rapidjson::Document json = parse(read_file(folder / "case.json"));
    const std::string agreement = read_file(folder / "agreement.sla.json");
    const Answer one = run(agreement, folder, json, 1);
    const Answer four = run(agreement, folder, json, 4);
    EXPECT_EQ(one.scorecard, four.scorecard);
    EXPECT_EQ(one.breaches, four.breaches);
  }
}

TEST(Conformance, StepsChangeNothing) {
  for (const fs::path& folder : case_folders()) {
    SCOPED_TRACE(folder.string());
    const rapidjson::Document json = parse(read_file(folder / "case.json"));
    const std::string agreement = read_file(folder / "agreement.sla.json");
    EXPECT_EQ(run(agreement, folder, json, 1).scorecard,
              run(agreement, folder, json, kInSteps).scorecard);
  }
}

// Two agreements of the list are too deep to be worth storing; its `generate`
// says what they are.
std::string agreement_text(const fs::path& folder, const Json& json) {
  const std::string name = text_of(json, "agreement");
  if (fs::exists(folder / name)) return read_file(folder / name);
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  if (name == "deep.sla.json") return deep;
  EXPECT_EQ(name, "deep-unknown.sla.json");
  std::string text = read_file(folder / "valid.sla.json");
  const std::size_t first = text.find('{', text.find("\"agreement\":")) + 1;
  return text.insert(first, "\"mood\":" + deep + ",");
}

// A place of the list may be the beginning of the one that is named: `order.csv`
// of `order.csv:2`, `stages[` of `stages[1]`.
bool names(const Errors& errors, const std::string& place) {
  return std::any_of(errors.begin(), errors.end(), [&](const Error& error) {
    if (error.place.rfind(place, 0) != 0) return false;
    const std::string rest = error.place.substr(place.size());
    return rest.empty() || place.back() == '[' || place.back() == ' ' || rest[0] == '.' ||
           rest[0] == ':' || rest[0] == '[';
  });
}

TEST(Conformance, WhatMustBeRefusedNamesItsPlace) {
  for (const fs::path& root : roots()) {
    const fs::path folder = root / "invalid";
    const rapidjson::Document cases = parse(read_file(folder / "cases.json"));
    ASSERT_TRUE(cases.IsArray());
    for (const Json& json : cases.GetArray()) {
      SCOPED_TRACE(text_of(json, "name") + ": " + text_of(json, "why"));
      const Answer answer = run(agreement_text(folder, json), folder, json, 1);
      if (json["place"].IsNull()) {
        for (const Error& error : answer.errors) {
          ADD_FAILURE() << error.place << ": " << error.message;
        }
        continue;
      }
      EXPECT_FALSE(answer.errors.empty());
      EXPECT_TRUE(names(answer.errors, text_of(json, "place"))) << text_of(json, "place");
      for (const Error& error : answer.errors) {
        EXPECT_FALSE(error.message.empty()) << error.place;
      }
      const Answer in_steps = run(agreement_text(folder, json), folder, json, kInSteps);
      ASSERT_EQ(in_steps.errors.size(), answer.errors.size());
      for (std::size_t i = 0; i < answer.errors.size(); ++i) {
        EXPECT_EQ(in_steps.errors[i].place, answer.errors[i].place);
        EXPECT_EQ(in_steps.errors[i].message, answer.errors[i].message);
      }
    }
  }
}

}  // namespace
}  // namespace leadpact
