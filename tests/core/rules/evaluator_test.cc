#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/rules/compile.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::rules {
namespace {

using namespace scoring::testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::Random;
using calendar::testing::utc;

Evaluator::View view_of(const World& world, const char* as_of = nullptr) {
  Evaluator::View view;
  view.agreement_zone = calendar::Zone::find(world.agreement->time_zone);
  view.has_as_of = as_of != nullptr;
  if (as_of != nullptr) view.as_of = utc(as_of);
  return view;
}

std::string bits(const Mask& mask) {
  std::string text;
  for (const std::uint8_t holds : mask)
    text += holds != 0 ? '1' : '0';
  return text;
}

std::string evaluate(const World& world, const Condition& condition, const char* as_of = nullptr,
                     int threads = 1) {
  Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                      view_of(world, as_of), threads);
  return bits(evaluator.evaluate(condition));
}

// One record for each cell of the field, in quotes.
World cells_of(const std::string& key, const std::vector<std::string>& cells) {
  Agreement agreement = small_agreement();
  agreement.datasets[0].id_field = "";
  std::string csv = "id," + key + "\n";
  std::vector<data::Field> fields;
  for (const data::Field& field : agreement.datasets[0].fields) {
    if (field.key == "id" || field.key == key) fields.push_back(field);
  }
  agreement.datasets[0].fields = fields;
  for (const std::string& cell : cells)
    csv += "x,\"" + cell + "\"\n";
  return world(agreement, csv);
}

struct Case {
  Op op;
  std::vector<std::string> values;
  const char* expected;  // one digit a cell
};

void check(const std::string& key, const std::vector<std::string>& cells,
           const std::vector<Case>& cases, const char* as_of = nullptr) {
  const World world = cells_of(key, cells);
  for (const Case& c : cases) {
    const std::string found = evaluate(world, all_of({{key, c.op, c.values}}), as_of);
    EXPECT_EQ(found, c.expected) << key << " op " << static_cast<int>(c.op) << " "
                                 << (c.values.empty() ? "" : c.values[0]);
    std::string inverted = c.expected;
    for (char& bit : inverted)
      bit = bit == '1' ? '0' : '1';
    EXPECT_EQ(evaluate(world, not_of(all_of({{key, c.op, c.values}})), as_of), inverted);
  }
}

TEST(RulesEvaluator, Numbers) {
  check("number", {"50", "49.99999999999", "49.9", "50.1", "", "fifty", "-50", "5e1", "$50.00"},
        {{Op::equals, {"50"}, "110000011"},
         {Op::equals, {" 5.0e1 "}, "110000011"},
         {Op::at_least, {"50"}, "110100011"},
         {Op::at_most, {"50"}, "111000111"},
         {Op::more_than, {"50"}, "000100000"},
         {Op::less_than, {"50"}, "001000100"},
         {Op::between, {"49.95", "50"}, "110000011"},
         {Op::between, {"-50", "-50"}, "000000100"},
         {Op::is_filled, {}, "111100111"},
         {Op::is_empty, {}, "000011000"},
         {Op::equals, {"many"}, "000000000"}});
}

TEST(RulesEvaluator, Booleans) {
  check("flag", {"yes", "NO", "", "si", "1", "False"},
        {{Op::is, {"true"}, "100010"},
         {Op::is, {"n"}, "010001"},
         {Op::is, {"0", "Y"}, "110011"},
         {Op::is_not, {"true"}, "011101"},
         {Op::is_not, {"true", "false"}, "001100"},
         {Op::is_filled, {}, "110011"},
         {Op::is_empty, {}, "001100"}});
}

TEST(RulesEvaluator, Texts) {
  check("text", {"Germany", "GERMANY ", "", "German", "a@gmail.com"},
        {{Op::is, {"germany", "france"}, "11000"},
         {Op::is_not, {"germany"}, "00111"},
         {Op::contains, {"GERM"}, "11010"},
         {Op::not_contains, {"germ"}, "00101"},
         {Op::starts_with, {"german"}, "11010"},
         {Op::ends_with, {"MANY"}, "11000"},
         {Op::domain_is, {"GMAIL.com"}, "00001"},
         {Op::domain_is_not, {"yahoo.com"}, "00001"},
         {Op::domain_is_not, {"gmail.com"}, "00000"},
         {Op::is_filled, {}, "11011"},
         {Op::is_empty, {}, "00100"}});
}

TEST(RulesEvaluator, Timestamps) {
  // New York is five hours behind.
  const std::vector<std::string> cells = {"2026-02-09 23:59",
                                          "2026-02-10",
                                          "2026-02-10 12:00",
                                          "2026-02-11",
                                          "2026-02-10T17:00:00Z",
                                          "",
                                          "soon"};
  const std::vector<Case> unbounded = {{Op::before, {"2026-02-10"}, "1000000"},
                                       {Op::on_or_after, {"2026-02-10"}, "0111100"},
                                       {Op::before, {"2026-02-10 12:00"}, "1100000"},
                                       {Op::on_or_after, {"2026-02-10 12:00"}, "0011100"},
                                       {Op::before, {"2026-02-10T17:00:01Z"}, "1110100"},
                                       {Op::before, {"2/11/2026"}, "1110100"},
                                       {Op::is_filled, {}, "1111100"},
                                       {Op::is_empty, {}, "0000011"},
                                       {Op::before, {"tomorrow"}, "0000000"}};
  check("at", cells, unbounded);
  check("due", cells, unbounded, "2026-02-10T06:00:00Z");  // planned: may lie ahead
  check("at", cells,
        {{Op::before, {"2026-02-10 12:00"}, "1100000"},
         {Op::on_or_after, {"2026-02-10"}, "0100000"},
         {Op::is_filled, {}, "1100000"},
         {Op::is_empty, {}, "0011111"}},
        "2026-02-10T06:00:00Z");
}

TEST(RulesEvaluator, DatesAloneAreMidnightInTheAgreementsZone) {
  World world = cells_of("at", {"2026-02-10", "2026-02-10 00:00", "2026-02-10 06:00"});
  world.agreement->time_zone = "America/New_York";
  world.agreement->datasets[0].time_zone = "UTC";
  world = scoring::testing::world(*world.agreement, *world.csv);
  EXPECT_EQ(evaluate(world, all_of({{"at", Op::before, {"2026-02-10T05:00:00Z"}}})), "010");
  EXPECT_EQ(evaluate(world, all_of({{"at", Op::before, {"2026-02-10T05:00:01Z"}}})), "110");
  EXPECT_EQ(evaluate(world, all_of({{"at", Op::before, {"2026-02-10"}}})), "010");
  EXPECT_EQ(evaluate(world, all_of({{"at", Op::before, {"2026-02-10 05:00"}}})), "010");
}

TEST(RulesEvaluator, EmptyConditions) {
  const World world = cells_of("text", {"a", "b"});
  const Condition empty;
  const Condition hollow = all_of({}, {any_of({}, {empty}), not_of(empty)});
  const Condition is_a = all_of({{"text", Op::is, {"a"}}});
  for (const Condition& nothing : {empty, hollow}) {
    EXPECT_EQ(evaluate(world, nothing), "11");
    EXPECT_EQ(evaluate(world, not_of(nothing)), "11");
    EXPECT_EQ(evaluate(world, any_of({}, {is_a, nothing})), "10");
    EXPECT_EQ(evaluate(world, all_of({}, {not_of(nothing), is_a})), "10");
    EXPECT_EQ(evaluate(world, not_of(any_of({}, {nothing, is_a}))), "01");
  }
}

TEST(RulesEvaluator, StagesAndLeadScore) {
  Agreement agreement = small_agreement();
  agreement.lead_scoring.rules = {
      {"big", 20, all_of({{"number", Op::at_least, {"50"}}})},
      {"flag", 7.5, all_of({{"flag", Op::is, {"yes"}}})},
      {"student", -30, all_of({{"text", Op::is, {"student"}}})},
      {"all", 1, Condition{}},
  };
  agreement.stages = {
      {"mql", "", "", all_of({{"lead_score", Op::at_least, {"21"}}})},
      {"hot", "", "", any_of({{"", Op::meets, {" mql "}}, {"flag", Op::is, {"true"}}})},
      {"any", "", "", Condition{}},
  };
  const World world = scoring::testing::world(
      agreement, std::string(kHeader) +
                     "1,,50,,,,,\n2,,50,yes,,,,\n3,student,50,yes,,,,\n4,,,y,,,,\n5,x,,,,,,\n");
  Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                      view_of(world));
  EXPECT_EQ(evaluator.lead_scores(), (std::vector<double>{21, 28.5, -1.5, 8.5, 1}));
  EXPECT_EQ(evaluate(world, all_of({{"", Op::meets, {"mql"}}})), "11000");
  EXPECT_EQ(evaluate(world, all_of({{"", Op::meets, {"hot"}}})), "11110");
  EXPECT_EQ(evaluate(world, not_of(all_of({{"", Op::meets, {"hot"}}}))), "00001");
  EXPECT_EQ(evaluate(world, all_of({{"", Op::meets, {"any"}}})), "11111");
  EXPECT_EQ(evaluate(world, all_of({{"lead_score", Op::between, {"-2", "8.5"}}})), "00111");
  EXPECT_EQ(evaluate(world, all_of({{"lead_score", Op::is_filled, {}}})), "11111");
}

TEST(RulesEvaluator, LeadScoresStayNumbers) {
  Agreement agreement = small_agreement();
  agreement.lead_scoring.rules = {
      {"", 1e308, Condition{}}, {"", 1e308, Condition{}}, {"", -1e308, Condition{}}};
  const World world = scoring::testing::world(agreement, std::string(kHeader) + "1,,50,,,,,\n");
  Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                      view_of(world));
  EXPECT_LT(evaluator.lead_scores()[0], 1e308);
  EXPECT_GT(evaluator.lead_scores()[0], 0);
}

TEST(RulesEvaluator, StampIsWhatTheScoreSees) {
  const World world = scoring::testing::world(
      small_agreement(), std::string(kHeader) + "1,,,,2026-02-10 12:00,,,2026-02-10 12:00\n");
  Evaluator now(*world.agreement, world.agreement->datasets[0], world.table(),
                view_of(world, "2026-02-10T06:00:00Z"));
  EXPECT_EQ(now.stamp(4, 0), calendar::Stamp::empty());
  EXPECT_EQ(now.stamp(7, 0), calendar::Stamp::at(utc("2026-02-10T17:00:00Z")));
}

// --- Properties on random conditions and data ---

World random_world(Random& random, int rows) {
  Agreement agreement = small_agreement();
  agreement.datasets[0].id_field = "";
  agreement.stages = {{"s", "", "", any_of({{"number", Op::at_least, {"3"}}})}};
  agreement.lead_scoring.rules = {{"", 2, any_of({{"text", Op::is, {"a", "b"}}})},
                                  {"", 3, not_of(all_of({{"flag", Op::is, {"yes"}}}))}};
  const std::vector<std::string> texts = {"", "a", "B", "ab", "x@a.b", "X@B.c."};
  const std::vector<std::string> numbers = {"", "1", "2", "3.5", "-4", "many"};
  const std::vector<std::string> flags = {"", "yes", "no", "perhaps"};
  const std::vector<std::string> stamps = {"", "2026-01-05", "2026-01-05 10:00", "2026-02-01 00:00",
                                           "never"};
  std::string csv = kHeader;
  for (int i = 0; i < rows; ++i) {
    csv += "r," + random.pick(texts) + "," + random.pick(numbers) + "," + random.pick(flags) + "," +
           random.pick(stamps) + "," + random.pick(stamps) + ",,\n";
  }
  return scoring::testing::world(agreement, csv);
}

Criterion random_criterion(Random& random) {
  const std::vector<Criterion> pool = {{"text", Op::is, {"a"}},
                                       {"text", Op::is_not, {"AB", "b"}},
                                       {"text", Op::contains, {"b"}},
                                       {"text", Op::not_contains, {"a"}},
                                       {"text", Op::starts_with, {"x"}},
                                       {"text", Op::ends_with, {"b"}},
                                       {"text", Op::domain_is, {"a.b"}},
                                       {"text", Op::domain_is_not, {"a.b"}},
                                       {"text", Op::is_filled, {}},
                                       {"text", Op::is_empty, {}},
                                       {"number", Op::equals, {"2"}},
                                       {"number", Op::at_least, {"2"}},
                                       {"number", Op::at_most, {"2"}},
                                       {"number", Op::more_than, {"2"}},
                                       {"number", Op::less_than, {"2"}},
                                       {"number", Op::between, {"1", "3"}},
                                       {"number", Op::is_empty, {}},
                                       {"flag", Op::is, {"yes"}},
                                       {"flag", Op::is_not, {"no"}},
                                       {"at", Op::before, {"2026-01-05 12:00"}},
                                       {"at", Op::on_or_after, {"2026-01-05"}},
                                       {"from", Op::is_filled, {}},
                                       {"lead_score", Op::at_least, {"3"}},
                                       {"", Op::meets, {"s"}}};
  return random.pick(pool);
}

Condition random_condition(Random& random, int depth) {
  Condition condition;
  condition.match = random.one_in(2) ? Match::any : Match::all;
  condition.negate = random.one_in(3);
  for (int n = random.below(4); n > 0; --n)
    condition.criteria.push_back(random_criterion(random));
  for (int n = depth > 0 ? random.below(3) : 0; n > 0; --n) {
    condition.groups.push_back(random_condition(random, depth - 1));
  }
  return condition;
}

// The same condition, row by row and word by word, from the masks of single
// criteria.
class Slow {
 public:
  explicit Slow(const World& world) : world_(world) {}

  bool holds(const Condition& condition, std::size_t row) {
    if (agreement::is_empty(condition)) return true;
    bool all = true;
    bool any = false;
    const auto take = [&](bool holds) {
      all = all && holds;
      any = any || holds;
    };
    for (const Criterion& criterion : condition.criteria) {
      std::string& mask = masks_[criterion.field + std::to_string(static_cast<int>(criterion.op))];
      if (mask.empty()) mask = evaluate(world_, all_of({criterion}));
      take(mask[row] == '1');
    }
    for (const Condition& group : condition.groups) {
      if (!agreement::is_empty(group)) take(holds(group, row));
    }
    return (condition.match == Match::all ? all : any) != condition.negate;
  }

 private:
  const World& world_;
  std::map<std::string, std::string> masks_;
};

TEST(RulesEvaluator, AgreesWithASlowReading) {
  Random random(11);
  const World world = random_world(random, 60);
  Slow slow(world);
  for (int i = 0; i < 400; ++i) {
    const Condition condition = random_condition(random, 3);
    const std::string found = evaluate(world, condition);
    for (std::size_t row = 0; row < found.size(); ++row) {
      ASSERT_EQ(found[row] == '1', slow.holds(condition, row)) << "condition " << i;
    }
  }
}

TEST(RulesEvaluator, ScoresInSlicesAndOfOneRowAreTheSame) {
  Random random(13);
  World world = random_world(random, 3000);
  world.agreement->lead_scoring.rules.clear();
  for (int i = 0; i < 8; ++i) {
    Condition condition = random_condition(random, 0);
    condition.criteria.erase(
        std::remove_if(condition.criteria.begin(), condition.criteria.end(),
                       [](const Criterion& each) { return each.field == "lead_score"; }),
        condition.criteria.end());
    world.agreement->lead_scoring.rules.push_back({"", random.below(90) / 4.0 - 7, condition});
  }
  world.agreement->lead_scoring.rules.push_back({"", 1000, std::nullopt});
  const auto& rules = world.agreement->lead_scoring.rules;
  Evaluator whole(*world.agreement, world.agreement->datasets[0], world.table(), view_of(world));
  Evaluator sliced(*world.agreement, world.agreement->datasets[0], world.table(), view_of(world));
  const std::vector<double>& scores = whole.lead_scores();
  for (std::size_t begin = 0; begin < scores.size();) {
    const std::size_t end =
        std::min(scores.size(), begin + static_cast<std::size_t>(1 + random.below(1500)));
    std::vector<double> some(end - begin, -1);
    sliced.score_rows(begin, end, some.data());
    for (std::size_t row = begin; row < end; ++row) {
      ASSERT_EQ(some[row - begin], scores[row]) << row;
      const Mask met = sliced.rules_met(row);
      ASSERT_EQ(met.size(), rules.size());
      double sum = 0;
      for (std::size_t i = 0; i < rules.size(); ++i)
        sum += met[i] != 0 ? rules[i].points : 0;
      ASSERT_EQ(sum, scores[row]) << row;
    }
    begin = end;
  }
}

TEST(RulesEvaluator, DeMorgan) {
  Random random(12);
  const World world = random_world(random, 200);
  for (int i = 0; i < 200; ++i) {
    const Condition a = all_of({random_criterion(random)}, {random_condition(random, 1)});
    const Condition b = any_of({random_criterion(random)}, {random_condition(random, 1)});
    EXPECT_EQ(evaluate(world, not_of(all_of({}, {a, b}))),
              evaluate(world, any_of({}, {not_of(a), not_of(b)})));
    EXPECT_EQ(evaluate(world, not_of(any_of({}, {a, b}))),
              evaluate(world, all_of({}, {not_of(a), not_of(b)})));
  }
}

TEST(RulesEvaluator, ThreadsAndBlocksChangeNothing) {
  Random random(13);
  const World world = random_world(random, 140000);
  for (int i = 0; i < 4; ++i) {
    const Condition condition = random_condition(random, 2);
    EXPECT_EQ(evaluate(world, condition), evaluate(world, condition, nullptr, 3));
  }
  // A row's answer does not depend on the rows around it.
  const Condition condition =
      all_of({}, {any_of({random_criterion(random)}), not_of(any_of({random_criterion(random)}))});
  const std::string whole = evaluate(world, condition);
  std::map<std::string, char> answers;
  for (std::size_t row = 0; row < whole.size(); ++row) {
    std::string record;
    for (int field = 1; field < 6; ++field)
      record += world.table().raw_cell(row, field) + "|";
    const auto [known, is_new] = answers.try_emplace(record, whole[row]);
    ASSERT_EQ(known->second, whole[row]) << record;
  }
}

// Of each text criterion, its contrary and others, more than are kept in mind,
// asked of few rows and of all, the answers are those of an evaluator of its own.
TEST(RulesEvaluator, WhatIsKnownOfTextsChangesNothing) {
  Random random(15);
  const World world = random_world(random, 3000);
  const std::vector<Op> ops = {Op::is,          Op::is_not,    Op::contains,  Op::not_contains,
                               Op::starts_with, Op::ends_with, Op::domain_is, Op::domain_is_not};
  const std::vector<std::string> values = {"a", "AB", "a.b", "b", "x"};
  Evaluator evaluator(*world.agreement, world.agreement->datasets[0], world.table(),
                      view_of(world));
  for (int i = 0; i < 300; ++i) {
    const Condition text = all_of({{"text", random.pick(ops), {random.pick(values)}}});
    const Condition condition =
        random.one_in(2) ? text : any_of({random_criterion(random)}, {text});
    ASSERT_EQ(bits(evaluator.evaluate(condition)), evaluate(world, condition)) << i;
  }
}

TEST(RulesEvaluator, SlicesChangeNothing) {
  Random random(14);
  World made = random_world(random, 9000);
  made.agreement->stages = {{"first", "First", "", random_condition(random, 2)}, {}};
  made.agreement->stages[1].id = "second";
  made.agreement->stages[1].definition =
      any_of({{"", Op::meets, {"first"}}, random_criterion(random)});
  for (int i = 0; i < 20; ++i) {
    const Condition condition =
        any_of({{"", Op::meets, {"second"}}}, {random_condition(random, 2)});
    const std::string whole = evaluate(made, condition);
    Evaluator evaluator(*made.agreement, made.agreement->datasets[0], made.table(), view_of(made));
    const Evaluator::Prepared prepared = evaluator.prepare(condition);
    const std::size_t rows = made.table().rows();
    Mask mask(rows);
    for (std::size_t at = 0; at < rows;) {
      const std::size_t end = std::min(rows, at + 1 + static_cast<std::size_t>(random.below(3000)));
      prepared.run(at, end, mask.data() + at);
      at = end;
    }
    EXPECT_EQ(bits(mask), whole) << "condition " << i;
    // What was derived by slices serves the whole, too.
    EXPECT_EQ(bits(evaluator.evaluate(condition)), whole);
  }
}

}  // namespace
}  // namespace leadpact::rules
