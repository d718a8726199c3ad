// The agreements of conformance/invalid: each refused with its place, or
// accepted. What they do with CSV files is tested where scores are.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "core/exchange/json_dom.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::exchange {
namespace {

const std::string kFolder = std::string(LEADPACT_CONFORMANCE_DIR) + "/invalid/";

struct InvalidCase {
  std::string name;
  std::string file;
  std::string place;  // empty: accepted
  bool generated = false;
};

std::vector<InvalidCase> invalid_cases() {
  std::vector<InvalidCase> cases;
  const Result<Json> parsed = Json::parse(read_file(kFolder + "cases.json"));
  if (!parsed.ok()) return cases;
  const Json& json = parsed.value();
  for (Json::Node node = json.first(Json::root()); node != Json::kNone; node = json.next(node)) {
    InvalidCase invalid;
    invalid.name = json.text(json.find(node, "name"));
    invalid.file = json.text(json.find(node, "agreement"));
    const Json::Node place = json.find(node, "place");
    if (json.kind(place) == Json::Kind::text) invalid.place = json.text(place);
    invalid.generated = json.find(node, "generate") != Json::kNone;
    if (invalid.name.rfind("csv-", 0) != 0) cases.push_back(invalid);
  }
  return cases;
}

// The files that are too large to lie in the tree.
std::string generated_file(const std::string& name) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  if (name == "bytes-deep") return deep;
  EXPECT_EQ(name, "bytes-deep-unknown");
  std::string text = read_file(kFolder + "valid.sla.json");
  const std::string start = "\"agreement\":{";
  return text.insert(text.find(start) + start.size(), "\"mood\":" + deep + ",");
}

class Invalid : public testing::TestWithParam<InvalidCase> {};

TEST_P(Invalid, IsRefusedAtItsPlace) {
  const InvalidCase& invalid = GetParam();
  const std::string text =
      invalid.generated ? generated_file(invalid.name) : read_file(kFolder + invalid.file);
  const Result<Document> document = read_json(text);
  if (invalid.place.empty()) {
    ASSERT_TRUE(document.ok()) << document.errors()[0].place << ": "
                               << document.errors()[0].message;
    return;
  }
  ASSERT_FALSE(document.ok());
  bool named = false;
  std::string all;
  for (const Error& error : document.errors()) {
    named = named || error.place.find(invalid.place) != std::string::npos;
    all += error.place + ": " + error.message + "\n";
    EXPECT_FALSE(error.message.empty());
    EXPECT_EQ(error.message.back(), '.') << error.message;
  }
  EXPECT_TRUE(named) << invalid.place << " is not among\n" << all;
}

INSTANTIATE_TEST_SUITE_P(All, Invalid, testing::ValuesIn(invalid_cases()), [](const auto& param) {
  std::string name = param.param.name;
  for (char& c : name)
    c = c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace leadpact::exchange
