#include "core/agreement/places.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/exchange/document.h"
#include "core/exchange/json_dom.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::agreement {
namespace {

TEST(Path, NamesAndIndexes) {
  Path path;
  EXPECT_EQ(path.str(), "");
  EXPECT_EQ(path.to("title"), "title");
  {
    const auto in = path.enter("commitments", 3);
    EXPECT_EQ(path.str(), "commitments[3]");
    EXPECT_EQ(path.to(""), "commitments[3]");
    {
      const auto deeper = path.enter("measure");
      EXPECT_EQ(path.to("limit"), "commitments[3].measure.limit");
    }
    {
      const auto list = path.enter("notify");
      const auto element = path.enter_element(0);
      EXPECT_EQ(path.str(), "commitments[3].notify[0]");
    }
    EXPECT_EQ(path.to("notify", 12), "commitments[3].notify[12]");
  }
  EXPECT_EQ(path.str(), "");
}

TEST(PlaceSet, NeighboursAreNotRelatives) {
  PlaceSet places;
  places.insert("contacts[1].id");
  places.insert("goals");
  EXPECT_TRUE(places.covers("contacts[1].id"));
  EXPECT_TRUE(places.covers("contacts[1].id.deeper"));
  EXPECT_FALSE(places.covers("contacts[1]"));
  EXPECT_FALSE(places.covers("contacts[1].id2"));
  EXPECT_FALSE(places.covers("contacts[11].id"));
  EXPECT_TRUE(places.covers("goals[0].measure"));
  EXPECT_FALSE(places.covers("goalspost"));
  EXPECT_TRUE(places.has_within("contacts"));
  EXPECT_TRUE(places.has_within("contacts[1]"));
  EXPECT_TRUE(places.has_within("contacts[1].id"));
  EXPECT_FALSE(places.has_within("contacts[0]"));
  EXPECT_FALSE(places.has_within("contact"));
  EXPECT_FALSE(places.has_within("goals[0]"));
  EXPECT_FALSE(PlaceSet().covers("a"));
}

TEST(Places, IndexesAreNumbers) {
  EXPECT_TRUE(comes_before("contacts[2]", "contacts[10]"));
  EXPECT_FALSE(comes_before("contacts[10]", "contacts[2]"));
  EXPECT_TRUE(comes_before("contacts", "contacts[0]"));
  EXPECT_TRUE(comes_before("contacts[0]", "contacts[0].id"));
  EXPECT_FALSE(comes_before("contacts[0]", "contacts[0]"));
  EXPECT_TRUE(comes_before("goals[9].every", "commitments[0].id"));
  EXPECT_TRUE(comes_before("format_version", "id"));
  EXPECT_TRUE(comes_before("revisions", "unheard_of"));
}

// Every place of a written file, in the order in which it is written.
void walk(const exchange::Json& json, exchange::Json::Node node, const std::string& place,
          std::vector<std::string>& places) {
  using Json = exchange::Json;
  if (!place.empty()) places.push_back(place);
  std::size_t index = 0;
  for (Json::Node child = json.first(node); child != Json::kNone; child = json.next(child)) {
    if (json.kind(node) == Json::Kind::list) {
      walk(json, child, place + "[" + std::to_string(index++) + "]", places);
    } else {
      walk(json, child, place + (place.empty() ? "" : ".") + std::string(json.name(child)), places);
    }
  }
}

TEST(Places, TheirOrderIsThatOfTheFile) {
  const Result<exchange::Json> json = exchange::Json::parse(exchange::write_json(full_agreement()));
  ASSERT_TRUE(json.ok());
  std::vector<std::string> places;
  walk(json.value(), json.value().find(exchange::Json::root(), "agreement"), "", places);
  ASSERT_GT(places.size(), 300u);
  for (std::size_t i = 1; i < places.size(); ++i) {
    ASSERT_TRUE(comes_before(places[i - 1], places[i])) << places[i - 1] << " " << places[i];
    ASSERT_FALSE(comes_before(places[i], places[i - 1])) << places[i - 1] << " " << places[i];
  }
}

}  // namespace
}  // namespace leadpact::agreement
