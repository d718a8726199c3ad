#include "core/exchange/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "core/exchange/json_dom.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/problems.h"
#include "core/exchange/v1_convert.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::exchange {
namespace {

std::string with(const std::string& agreement) {
  return R"({"format": "leadpact-agreement", "format_version": 1, "agreement": {"id": "a",
    "time_zone": "UTC", "starts_on": "2026-01-01")" +
         agreement + "}}";
}

std::vector<std::string> places_of(const std::string& text) {
  const Result<Document> document = read_json(text);
  std::vector<std::string> places;
  if (document.ok()) return places;
  for (const Error& error : document.errors())
    places.push_back(error.place);
  return places;
}

using Places = std::vector<std::string>;

// What read_json does, without the rules.
agreement::Agreement read_unchecked(const std::string& text, Problems& problems) {
  const Result<Json> json = Json::parse(text);
  EXPECT_TRUE(json.ok());
  v1::AgreementDto dto;
  JsonReader(json.value(), problems).read_object(json.value().find(Json::root(), "agreement"), dto);
  return from_v1(std::move(dto), problems);
}

TEST(Document, WritesAndReadsEverything) {
  const std::string text = write_json(full_agreement());
  const Result<Document> document = read_json(text);
  ASSERT_TRUE(document.ok()) << document.errors()[0].place << ": " << document.errors()[0].message;
  EXPECT_TRUE(document.value().warnings.empty());
  EXPECT_EQ(write_json(document.value().agreement), text);
  const Result<agreement::Agreement> record = read_binary(write_binary(full_agreement()));
  ASSERT_TRUE(record.ok());
  EXPECT_EQ(write_json(record.value()), text);
}

TEST(Document, RandomAgreementsSurviveBothFormats) {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const agreement::Agreement agreement = random_agreement(seed);
    const std::string text = write_json(agreement);
    Problems problems;
    const agreement::Agreement again = read_unchecked(text, problems);
    ASSERT_TRUE(problems.errors.empty()) << seed << problems.errors[0].place;
    ASSERT_TRUE(problems.warnings.empty()) << seed;
    ASSERT_EQ(write_json(again), text) << seed;

    const std::string bytes = write_binary(agreement);
    const Result<agreement::Agreement> record = read_binary(bytes);
    ASSERT_TRUE(record.ok()) << seed << record.errors()[0].message;
    ASSERT_EQ(write_json(record.value()), text) << seed;
    ASSERT_EQ(write_binary(record.value()), bytes) << seed;
  }
}

TEST(Document, AnAgreementInTheMakingIsReadWhateverIsWrongInIt) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const std::string text = write_json(random_agreement(seed));
    EXPECT_FALSE(read_json(text).ok()) << seed;
    const Result<Document> document = read_unfinished_json(text);
    ASSERT_TRUE(document.ok()) << seed << document.errors()[0].message;
    EXPECT_EQ(write_json(document.value().agreement), text) << seed;
  }
}

TEST(Document, WhatNoModelHoldsIsRefusedOfOneInTheMakingToo) {
  const auto agreement = [](const std::string& inside) {
    return R"({"format": "leadpact-agreement", "format_version": 1, "agreement": {)" + inside +
           "}}";
  };
  EXPECT_TRUE(read_unfinished_json(agreement("")).ok());
  for (const std::string& text :
       {std::string("{"), std::string("{}"), agreement(R"("title": 1)"),
        agreement(R"("reporting": "daily")"), agreement(R"("teams": [null])"),
        agreement(R"("fiscal_year_starts": 1e999)"),
        std::string(R"({"format": "leadpact-agreement", "format_version": 2, "agreement": {}})")}) {
    EXPECT_FALSE(read_unfinished_json(text).ok()) << text;
  }
}

TEST(Document, TheFileIsForPeople) {
  agreement::Agreement agreement = full_agreement();
  agreement.title = std::string("a \"b\" \\ \n\0 é", 13);
  const std::string text = write_json(agreement);
  EXPECT_EQ(text.rfind("{\n  \"format\": \"leadpact-agreement\",\n  \"format_version\": 1,\n"
                       "  \"agreement\": {\n    \"id\": \"7c0f",
                       0),
            0u);
  EXPECT_EQ(text.substr(text.size() - 6), "  }\n}\n");
  EXPECT_NE(text.find(R"("title": "a \"b\" \\ \n\u0000 é")"), std::string::npos);
  EXPECT_NE(text.find("\"target\": 2000000,"), std::string::npos) << "no .0";
  EXPECT_NE(text.find("\"target\": 99.9,"), std::string::npos);
  EXPECT_NE(text.find("\"value\": 410000.25,"), std::string::npos);
  EXPECT_NE(text.find("\"signatures\": [],\n    \"revisions\": []\n"), std::string::npos);
  EXPECT_EQ(text.find("null"), std::string::npos);
  EXPECT_EQ(text.find('\r'), std::string::npos);
  EXPECT_NE(text.find("{\n          \"kind\": \"checkins\"\n        }"), std::string::npos)
      << "what a kind does not use is not written";
}

TEST(Document, WhatNoFileCanHoldIsMended) {
  agreement::Agreement agreement = full_agreement();
  agreement.title = "a\xFF\xC3";
  agreement.commitments[0].target = std::numeric_limits<double>::quiet_NaN();
  agreement.manual_values[0].value = std::numeric_limits<double>::infinity();
  Problems problems;
  const agreement::Agreement again = read_unchecked(write_json(agreement), problems);
  EXPECT_TRUE(problems.errors.empty());
  EXPECT_EQ(again.title, "a\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(again.commitments[0].target, 0);
  EXPECT_FALSE(again.manual_values[0].value.has_value());
  const Result<agreement::Agreement> record = read_binary(write_binary(agreement));
  ASSERT_TRUE(record.ok());
  EXPECT_EQ(write_json(record.value()), write_json(agreement));
}

TEST(Document, MissingIsTheDefault) {
  const Result<Document> document = read_json(
      with(R"(, "commitments": [{"id": "c", "team": "sales", "measure": {"kind": "checkins"}}])"));
  ASSERT_TRUE(document.ok()) << document.errors()[0].place;
  const agreement::Agreement& agreement = document.value().agreement;
  EXPECT_EQ(agreement.fiscal_year_starts, 1);
  EXPECT_EQ(agreement.reporting, agreement::Every::month);
  const agreement::Commitment& commitment = agreement.commitments[0];
  EXPECT_EQ(commitment.weight, 1);
  EXPECT_EQ(commitment.target, 0);
  EXPECT_EQ(commitment.every, agreement::Every::month);
  EXPECT_EQ(commitment.direction, agreement::Direction::at_least);
  EXPECT_EQ(commitment.measure.where.match, agreement::Match::all);
  EXPECT_FALSE(commitment.measure.of.has_value());
}

TEST(Document, UnknownNamesAreWarnedOf) {
  const Result<Document> document = read_json(
      R"({"colour": 1, "format": "leadpact-agreement", "format_version": 1.0, "agreement": {
        "id": "a", "time_zone": "UTC", "starts_on": "2026-01-01", "mood": {"x": [null, 1e999]},
        "mood": 2, "contacts": [{"id": "c", "team": "sales", "fax": "1"}],
        "commitments": [{"id": "m", "team": "sales", "measure": {"kind": "manual", "unit": "x"}}],
        "signatures": [{"by": "c"}], "revisions": []}})");
  ASSERT_TRUE(document.ok()) << document.errors()[0].place;
  Places places;
  for (const Warning& warning : document.value().warnings) {
    places.push_back(warning.place);
    EXPECT_NE(warning.message.find("lost"), std::string::npos);
  }
  EXPECT_EQ(places, (Places{"colour", "contacts[0].fax", "commitments[0].measure.unit",
                            "signatures", "mood"}));
}

TEST(Document, UnknownWordsInWhatIsNotUsedAreWarnings) {
  const Result<Document> document = read_json(with(
      R"(, "commitments": [{"id": "c", "team": "sales", "measure": {"kind": "checkins",
          "early": "soon", "where": {"match": "some", "criteria": [{"op": "is_like"}]}}}])"));
  ASSERT_TRUE(document.ok()) << document.errors()[0].place;
  ASSERT_EQ(document.value().warnings.size(), 3u);
  EXPECT_EQ(document.value().warnings[0].place, "commitments[0].measure.where.match");
  EXPECT_EQ(document.value().warnings[1].place, "commitments[0].measure.where.criteria[0]");
  EXPECT_EQ(document.value().warnings[2].place, "commitments[0].measure.early");
}

TEST(Document, TypesAreCheckedInWhatIsNotUsedToo) {
  EXPECT_EQ(places_of(with(
                R"(, "commitments": [{"id": "c", "team": "sales", "measure": {"kind": "checkins",
                   "early": 1, "limit": null, "where": [], "of": {"negate": "no"}}}])")),
            (Places{"commitments[0].measure.where", "commitments[0].measure.of.negate",
                    "commitments[0].measure.limit", "commitments[0].measure.early"}));
}

TEST(Document, AllErrorsAtOnceInTheOrderOfTheFile) {
  const Places places = places_of(R"({"format": "leadpact-agreement", "format_version": 1,
    "agreement": {
      "reviews": [{"id": "r", "attendees": ["c7"], "every": "daily"}],
      "commitments": [
        {"id": "g", "team": "sales", "measure": {"kind": "checkins"}, "target": "5"},
        {"team": "us", "weight": -1, "measure": {"kind": "within", "limit": "soon"}}],
      "goals": [{"id": "g", "team": "both", "measure": {"kind": "manual"}, "every": null}],
      "starts_on": 5, "title": 7, "id": "a", "time_zone": "Mars/Olympus",
      "fiscal_year_starts": 1e400}})");
  EXPECT_EQ(places, (Places{"title", "time_zone", "starts_on", "fiscal_year_starts",
                            "goals[0].every", "commitments[0].id", "commitments[0].target",
                            "commitments[1].id", "commitments[1].team", "commitments[1].weight",
                            "commitments[1].measure.dataset", "commitments[1].measure.at",
                            "commitments[1].measure.from", "commitments[1].measure.to",
                            "commitments[1].measure.limit", "reviews[0].every",
                            "reviews[0].attendees[0]"}));
}

struct QuietCase {
  const char* name;
  const char* agreement;
  Places places;
};

// What could not be read is one error, and no other follows from it.
class Quiet : public testing::TestWithParam<QuietCase> {};

TEST_P(Quiet, NothingFollows) {
  EXPECT_EQ(places_of(with(GetParam().agreement)), GetParam().places);
}

INSTANTIATE_TEST_SUITE_P(
    All, Quiet,
    testing::Values(
        QuietCase{"no_list",
                  R"(, "contacts": {}, "reviews": [{"id": "r", "attendees": ["c"]}])",
                  {"contacts"}},
        QuietCase{"no_id_text",
                  R"(, "contacts": [{"id": 1, "team": "sales"}],
                     "reviews": [{"id": "r", "attendees": ["c"]}])",
                  {"contacts[0].id"}},
        QuietCase{"no_object",
                  R"(, "contacts": [7], "reviews": [{"id": "r", "attendees": ["c"]}])",
                  {"contacts[0]"}},
        QuietCase{"no_measure",
                  R"(, "goals": [{"id": "g", "team": "both", "measure": null, "target": -3}])",
                  {"goals[0].measure"}},
        QuietCase{"unknown_kind",
                  R"(, "goals": [{"id": "g", "team": "both",
                     "measure": {"kind": "ratio"}}])",
                  {"goals[0].measure.kind"}},
        QuietCase{"no_values",
                  R"(, "stages": [{"id": "s", "definition": {"criteria":
                     [{"field": "a", "op": "is", "values": "b"}]}}])",
                  {"stages[0].definition.criteria[0].values"}},
        QuietCase{"unknown_op",
                  R"(, "stages": [{"id": "s", "definition": {"criteria":
                     [{"field": "a", "op": "was"}]}}])",
                  {"stages[0].definition.criteria[0]"}},
        QuietCase{"no_limit_calendar",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC", "fields":
                     [{"key": "t", "column": "T", "type": "timestamp"}]}],
                     "goals": [{"id": "g", "team": "both", "measure": {"kind": "within",
                     "dataset": "d", "at": "t", "from": "t", "to": "t",
                     "limit": "2 business days", "calendar": 7}}])",
                  {"goals[0].measure.calendar"}},
        QuietCase{"no_of",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC", "fields":
                     [{"key": "t", "column": "T", "type": "timestamp"}]}],
                     "goals": [{"id": "g", "team": "both", "measure": {"kind": "share",
                     "dataset": "d", "at": "t", "of": "x"}},
                     {"id": "h", "team": "both", "measure": {"kind": "share",
                     "dataset": "d", "at": "t", "of": {"criteria": {}}}}])",
                  {"goals[0].measure.of", "goals[1].measure.of.criteria"}},
        QuietCase{"unknown_type",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC", "fields":
                     [{"key": "t", "column": "T", "type": "date"}]}],
                     "goals": [{"id": "g", "team": "both", "measure": {"kind": "count",
                     "dataset": "d", "at": "t", "where": {"criteria": [{"field": "t",
                     "op": "before", "values": ["x"]}]}}}])",
                  {"datasets[0].fields[0].type"}},
        QuietCase{"no_fields",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC", "id_field": "t",
                     "fields": 1}], "goals": [{"id": "g", "team": "both", "measure":
                     {"kind": "sum", "dataset": "d", "at": "t", "field": "n"}}])",
                  {"datasets[0].fields"}},
        QuietCase{"no_week",
                  R"(, "calendars": [{"id": "c", "time_zone": "UTC", "week": {}}])",
                  {"calendars[0].week"}},
        QuietCase{"no_scoring_dataset",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC", "fields":
                     [{"key": "t", "column": "T", "type": "timestamp"}]}],
                     "lead_scoring": {"dataset": "x"}, "goals": [{"id": "g", "team": "both",
                     "measure": {"kind": "count", "dataset": "d", "at": "t", "where": {"criteria":
                     [{"field": "lead_score", "op": "equals", "values": ["1"]}]}}}])",
                  {"lead_scoring.dataset"}},
        QuietCase{"no_number_of_misses",
                  R"(, "escalation": [{"id": "e",
                     "after_missed_in_a_row": "1"}])",
                  {"escalation[0].after_missed_in_a_row"}},
        QuietCase{"no_value",
                  R"(, "goals": [{"id": "g", "team": "both",
                     "measure": {"kind": "manual"}}], "manual_values": [{"commitment": "g",
                     "on": "2026-01-01", "value": 1e999}])",
                  {"manual_values[0].value"}},
        QuietCase{"no_condition",
                  R"(, "datasets": [{"id": "d", "time_zone": "UTC"}],
                     "lead_scoring": {"dataset": "d", "rules": [{"points": 1,
                     "condition": "all"}]})",
                  {"lead_scoring.rules[0].condition"}}),
    [](const auto& param) { return std::string(param.param.name); });

TEST(Document, TheEnvelopeComesFirst) {
  EXPECT_EQ(places_of("{}"), (Places{"format", "format_version", "agreement"}));
  EXPECT_EQ(places_of("[]"), (Places{"format"}));
  EXPECT_EQ(places_of("5"), (Places{"format"}));
  EXPECT_EQ(places_of(R"({"format": "other", "format_version": 1, "agreement": {}})"),
            (Places{"format"}));
  EXPECT_EQ(places_of(R"({"format": 5, "format_version": -1, "agreement": null})"),
            (Places{"format", "format_version", "agreement"}));
  // An agreement all the same: its own errors are said too.
  EXPECT_EQ(places_of(R"({"format": "leadpact-agreement", "format_version": 0, "agreement":
                         {"id": "a", "time_zone": "UTC", "starts_on": ""}})"),
            (Places{"format_version", "starts_on"}));
}

TEST(Document, NewerVersionsAreSaidToBe) {
  for (const char* version : {"2", "2.0", "1e3", "1e999"}) {
    const Result<Document> document =
        read_json(R"({"format": "leadpact-agreement", "agreement": [], "format_version": )" +
                  std::string(version) + "}");
    ASSERT_FALSE(document.ok());
    const Error& error = document.errors()[0];
    EXPECT_EQ(error.code, ErrorCode::too_new) << version;
    EXPECT_EQ(error.place, "format_version");
    EXPECT_NE(error.message.find("newer"), std::string::npos);
  }
  for (const char* version : {"0", "-1", "1.5", "2.5", "-1e999", "\"1\"", "true", "null"}) {
    const Result<Document> document =
        read_json(R"({"format": "leadpact-agreement", "agreement": {}, "format_version": )" +
                  std::string(version) + "}");
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.errors()[0].code, ErrorCode::not_an_agreement) << version;
    EXPECT_EQ(document.errors()[0].place, "format_version");
  }
}

TEST(Document, ErrorsAreNotWithoutEnd) {
  std::string list = "1";
  for (int i = 0; i < 300000; ++i)
    list += ",1";
  const Result<Document> types = read_json(with(", \"consequences\": [" + list + "]"));
  ASSERT_FALSE(types.ok());
  EXPECT_EQ(types.errors().size(), agreement::kMaxErrors + 1);
  EXPECT_EQ(types.errors()[0].place, "agreement");

  std::string contacts = "{}";
  for (int i = 0; i < 150000; ++i)
    contacts += ",{}";
  const Result<Document> missing = read_json(with(", \"contacts\": [" + contacts + "]"));
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.errors().size(), agreement::kMaxErrors + 1);
  EXPECT_TRUE(std::any_of(missing.errors().begin(), missing.errors().end(),
                          [](const Error& error) { return error.place == "agreement"; }));

  for (int i = 0; i < 60000; ++i)
    contacts += ",{}";
  const Result<Document> entries = read_json(with(", \"contacts\": [" + contacts + "]"));
  ASSERT_FALSE(entries.ok());
  EXPECT_TRUE(std::any_of(entries.errors().begin(), entries.errors().end(), [](const Error& error) {
    return error.code == ErrorCode::too_large && error.place == "contacts";
  }));
}

// A file may be made to be slow; none is.
TEST(Document, LongChainsOfStagesAreChecked) {
  std::string stages = R"({"id": "s0", "definition": {"criteria": []}})";
  for (int i = 1; i < 40000; ++i) {
    stages += R"(,{"id": "s)" + std::to_string(i) +
              R"(", "definition": {"criteria": [{"op": "meets", "values": ["s)" +
              std::to_string(i - 1) + "\"]}]}}";
  }
  const Result<Document> document = read_json(with(", \"stages\": [" + stages + "]"));
  EXPECT_TRUE(document.ok()) << document.errors()[0].place;
}

TEST(Document, EverySmallDamageIsAnAnswer) {
  const std::string text = write_json(full_agreement());
  for (std::size_t at = 0; at < text.size(); at += 7) {
    for (const char byte : {'\0', '"', '{', ']', '9', '\xFF'}) {
      std::string damaged = text;
      damaged[at] = byte;
      const Result<Document> document = read_json(damaged);
      if (document.ok()) {
        const std::string again = write_json(document.value().agreement);
        const Result<Document> second = read_json(again);
        ASSERT_TRUE(second.ok());
        ASSERT_EQ(write_json(second.value().agreement), again);
      } else {
        ASSERT_FALSE(document.errors().empty());
      }
    }
  }
}

std::vector<std::string> conformance_agreements() {
  std::vector<std::string> paths;
  const std::filesystem::path root = LEADPACT_CONFORMANCE_DIR;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const std::string path = entry.path().string();
    if (path.size() > 9 && path.substr(path.size() - 9) == ".sla.json" &&
        path.find("invalid") == std::string::npos) {
      paths.push_back(path);
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(Document, ConformanceAgreementsAreReadAndWritten) {
  const std::vector<std::string> paths = conformance_agreements();
  ASSERT_FALSE(paths.empty());
  for (const std::string& path : paths) {
    const Result<Document> document = read_json(read_file(path));
    ASSERT_TRUE(document.ok()) << path << document.errors()[0].place
                               << document.errors()[0].message;
    const std::string text = write_json(document.value().agreement);
    const Result<Document> again = read_json(text);
    ASSERT_TRUE(again.ok()) << path;
    EXPECT_EQ(write_json(again.value().agreement), text) << path;
    const Result<agreement::Agreement> record =
        read_binary(write_binary(document.value().agreement));
    ASSERT_TRUE(record.ok()) << path;
    EXPECT_EQ(write_json(record.value()), text) << path;
  }
}

}  // namespace
}  // namespace leadpact::exchange
