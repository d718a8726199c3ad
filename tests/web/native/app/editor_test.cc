// Writing an agreement without a screen: every field of every part, drafts,
// undo, the guide.
#include "web/app/editor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/advice.h"
#include "core/agreement/edits.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"
#include "tests/core/data/data_testing.h"
#include "tests/web/native/app/samples.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using Kind = FormField::Kind;

Agreement inbound() {
  return exchange::read_json(agreement::find_template("inbound")->json).value().agreement;
}

// Every part that the document of an agreement leads to, and those that say
// nothing yet.
std::vector<std::string> parts_of(const Agreement& agreement) {
  std::set<std::string> parts = {"agreement",    "rejection",    "nurture",
                                 "consequences", "cancellation", "lead_scoring"};
  for (const agreement::PaperSection& section : agreement::paper_of(agreement).sections) {
    for (const agreement::Block& block : section.blocks) {
      if (!block.place.empty()) parts.insert(part_of(block.place));
      for (const std::string& place : block.row_places)
        parts.insert(part_of(place));
    }
  }
  return {parts.begin(), parts.end()};
}

TEST(Form, EveryPartOfEveryTemplateHasFieldsWithKeysOfTheirOwn) {
  for (const agreement::Template& each : agreement::templates()) {
    const Agreement agreement = exchange::read_json(each.json).value().agreement;
    for (const std::string& part : parts_of(agreement)) {
      const Form form = form_of(agreement, part);
      EXPECT_FALSE(form.empty()) << each.name << " " << part;
      std::set<std::string> keys;
      for (const FormField& field : form.fields) {
        if (field.kind == Kind::heading || field.kind == Kind::note) continue;
        EXPECT_TRUE(keys.insert(field.key).second) << part << " " << field.key;
        EXPECT_NE(field.label, "") << part << " " << field.key;
      }
      EXPECT_NE(kind_of_part(part), "") << part;
    }
  }
}

TEST(Form, ReadingAFormAndSettingWhatItSaysChangesNothing) {
  for (const agreement::Template& each : agreement::templates()) {
    const Agreement before = exchange::read_json(each.json).value().agreement;
    for (const std::string& part : parts_of(before)) {
      for (const FormField& field : form_of(before, part).fields) {
        if (field.kind == Kind::heading || field.kind == Kind::note || field.kind == Kind::action) {
          continue;
        }
        Agreement after = before;
        EXPECT_EQ(set_field(after, part, field.key, field.value), "") << part << " " << field.key;
        EXPECT_TRUE(before == after) << each.name << " " << part << " " << field.key;
      }
    }
  }
}

TEST(Form, WhatIsTypedIsThereWhenTheFormIsReadAgain) {
  const Agreement before = inbound();
  for (const std::string& part : parts_of(before)) {
    for (const FormField& field : form_of(before, part).fields) {
      std::vector<std::string> texts;
      if (field.kind == Kind::line || field.kind == Kind::area) texts = {"soon & “later”", ""};
      if (field.kind == Kind::number) texts = {"12.5", "0"};
      if (field.kind == Kind::choice) {
        for (const auto& [value, label] : field.options)
          texts.push_back(value);
      }
      if (field.kind == Kind::toggle) texts = {"on", ""};
      for (const std::string& text : texts) {
        Agreement after = before;
        ASSERT_EQ(set_field(after, part, field.key, text), "") << part << " " << field.key;
        const Form again = form_of(after, part);
        const auto found = std::find_if(again.fields.begin(), again.fields.end(),
                                        [&](const FormField& one) { return one.key == field.key; });
        // Another kind of measure has other fields.
        if (found == again.fields.end()) continue;
        const bool hours = field.key.compare(0, 5, "week.") == 0 || field.key == "special_days";
        if (hours) continue;
        EXPECT_EQ(found->value, text) << part << " " << field.key;
      }
    }
  }
}

TEST(Form, HoursAreWrittenAsPeopleWriteThem) {
  Agreement agreement;
  agreement::add(agreement, "calendars");
  const auto set = [&](const char* key, const char* text) {
    return set_field(agreement, "calendars[0]", key, text);
  };
  const agreement::Calendar& calendar = agreement.calendars[0];
  EXPECT_EQ(set("week.tue", "09:00-12:00, 13:00 – 17:30"), "");
  ASSERT_EQ(calendar.week.size(), 6u);
  EXPECT_EQ(calendar.week[1], (agreement::OpeningInterval{"tue", "09:00", "12:00"}));
  EXPECT_EQ(calendar.week[2], (agreement::OpeningInterval{"tue", "13:00", "17:30"}));
  EXPECT_EQ(set("week.mon", ""), "");
  EXPECT_EQ(calendar.week.size(), 5u);
  EXPECT_EQ(set("special_days", "2026-12-24 09:00-12:00\n2026-12-31"), "");
  ASSERT_EQ(calendar.special_days.size(), 2u);
  EXPECT_EQ(calendar.special_days[0], (agreement::SpecialDay{"2026-12-24", "09:00", "12:00"}));
  EXPECT_EQ(calendar.special_days[1].date, "2026-12-31");
  // What is no hour stays where it was typed, and is an error.
  EXPECT_EQ(set("week.wed", "mornings"), "");
  const Form form = form_of(agreement, "calendars[0]");
  const bool kept = std::any_of(form.fields.begin(), form.fields.end(), [](const FormField& each) {
    return each.key == "week.wed" && each.value == "mornings";
  });
  EXPECT_TRUE(kept);
}

class EditorTest : public testing::Test {
 protected:
  Agreement agreement = inbound();
  Editor editor;

  EditorTest() { editor.open(agreement); }
  [[nodiscard]] const FormField* field(const std::string& key) const {
    for (const FormField& each : editor.form().fields) {
      if (each.key == key) return &each;
    }
    return nullptr;
  }
  [[nodiscard]] std::size_t first_within() const {
    for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
      if (agreement.commitments[i].measure.kind == agreement::Kind::within) return i;
    }
    return 0;
  }
};

TEST_F(EditorTest, ANumberThatIsNoneStaysInItsFieldAndTheModelKeepsWhatItHad) {
  const double before = agreement.commitments[0].target;
  editor.select(agreement, "commitments[0]");
  EXPECT_FALSE(editor.set(agreement, "target", "lots"));
  EXPECT_EQ(agreement.commitments[0].target, before);
  ASSERT_NE(field("target"), nullptr);
  EXPECT_EQ(field("target")->value, "lots");
  EXPECT_NE(field("target")->error.find("no number"), std::string::npos);
  EXPECT_TRUE(editor.valid());
  EXPECT_EQ(editor.errors(), 1u);
  // Moving on and moving the promise lose nothing.
  editor.select(agreement, "commitments[1]");
  EXPECT_NE(field("target")->value, "lots");
  editor.move(agreement, -1);
  editor.select(agreement, "commitments[1]");
  EXPECT_EQ(field("target")->value, "lots");
  EXPECT_EQ(editor.guide()[0].select, "commitments[1]");
  EXPECT_TRUE(editor.set(agreement, "target", "42"));
  EXPECT_EQ(agreement.commitments[1].target, 42);
  EXPECT_EQ(field("target")->error, "");
  EXPECT_EQ(editor.errors(), 0u);
}

TEST_F(EditorTest, WhatIsBeingTypedIsNotRewritten) {
  editor.select(agreement, "commitments[0]");
  for (const char* text : {"2", "2.", "2.5", "2.50", "10.0", "1,000"}) {
    editor.set(agreement, "target", text);
    EXPECT_EQ(field("target")->value, text);
  }
  EXPECT_EQ(agreement.commitments[0].target, 1000);
  editor.set(agreement, "weight", "2");
  EXPECT_EQ(field("target")->value, "1000");
  editor.select(agreement, "calendars[0]");
  for (const char* text : {"0", "09:00", "09:00-", "09:00-1", "09:00-18:00", "09:00-18:00, "}) {
    editor.set(agreement, "week.mon", text);
    EXPECT_EQ(field("week.mon")->value, text);
  }
  for (const char* text : {"2", "20", "2026-12-24 ", "2026-12-24 09:00-12:00\n", "x\n\n"}) {
    editor.set(agreement, "special_days", text);
    EXPECT_EQ(field("special_days")->value, text);
  }
}

TEST_F(EditorTest, AnErrorOfADaysHoursStandsAtThatDay) {
  editor.select(agreement, "calendars[0]");
  editor.set(agreement, "week.thu", "9-17");
  EXPECT_FALSE(editor.valid());
  ASSERT_NE(field("week.thu"), nullptr);
  EXPECT_NE(field("week.thu")->error, "");
}

TEST_F(EditorTest, AnErrorOfNoFieldStandsAboveThemAll) {
  editor.select(agreement, "commitments[0]");
  editor.set(agreement, "measure.kind", std::to_string(static_cast<int>(agreement::Kind::share)));
  EXPECT_FALSE(editor.valid());
  EXPECT_EQ(editor.form().fields[0].kind, Kind::note);
  EXPECT_NE(editor.form().fields[0].error, "");
}

TEST_F(EditorTest, DraftsGoWithTheirPart) {
  editor.add(agreement, "commitments");
  editor.set(agreement, "target", "abc");
  EXPECT_EQ(editor.errors(), 1u);
  editor.remove(agreement);
  EXPECT_EQ(editor.errors(), 0u);
  editor.add(agreement, "commitments");
  EXPECT_NE(field("target")->value, "abc");
  editor.set(agreement, "target", "abc");
  editor.undo(agreement);
  EXPECT_EQ(editor.errors(), 0u);
  editor.select(agreement, "lead_scoring.rules[0]");
  editor.set(agreement, "points", "abc");
  editor.move(agreement, 1);
  editor.select(agreement, "lead_scoring.rules[0]");
  EXPECT_NE(field("points")->value, "abc");
  editor.select(agreement, "lead_scoring.rules[1]");
  EXPECT_EQ(field("points")->value, "abc");
}

TEST_F(EditorTest, UndoingOtherThingsKeepsWhatWasWritten) {
  editor.select(agreement, "commitments[0]");
  editor.set(agreement, "target", "35");
  editor.close_step();
  editor.set(agreement, "target", "lots");
  editor.select(agreement, "personas[0]");
  editor.remove(agreement);
  EXPECT_EQ(editor.errors(), 1u);
  editor.undo(agreement);
  editor.redo(agreement);
  editor.undo(agreement);
  editor.select(agreement, "commitments[0]");
  EXPECT_EQ(field("target")->value, "lots");
  EXPECT_EQ(editor.errors(), 1u);
  // Only that of the very field that is undone goes.
  editor.set(agreement, "weight", "heavy");
  editor.undo(agreement);
  EXPECT_NE(field("target")->value, "lots");
  EXPECT_EQ(field("weight")->value, "heavy");
  EXPECT_EQ(editor.errors(), 1u);
}

TEST_F(EditorTest, APartThatComesBackBringsWhatWasWrittenInIt) {
  editor.select(agreement, "commitments[1]");
  editor.set(agreement, "target", "lots");
  editor.remove(agreement);
  EXPECT_EQ(editor.errors(), 0u);
  EXPECT_TRUE(editor.drafts().empty());
  editor.undo(agreement);
  ASSERT_EQ(editor.errors(), 1u);
  EXPECT_EQ(editor.guide()[0].select, "commitments[1]");
  EXPECT_EQ(editor.guide()[0].key, "target");
}

TEST_F(EditorTest, DraftsOfRowsAndOfTheRightToCancelAreInTheGuideAndComeBack) {
  agreement.cancellation = {};
  agreement.manual_values = {{agreement.commitments[0].id, "2026-03-31", 1, ""}};
  editor.open(agreement);
  const std::vector<std::pair<std::string, std::string>> fields = {
      {"lead_scoring.rules[1]", "points"},
      {"cancellation", "missed_in_a_row"},
      {"escalation[0]", "after_missed_in_a_row"},
      {"agreement", "fiscal_year_starts"},
      {"lead_scoring", "threshold[0]"},
      {"commitments[0]", "manual_values[0].value"},
      {"goals[0]", "target"}};
  for (const auto& [part, key] : fields) {
    editor.select(agreement, part);
    ASSERT_NE(field(key), nullptr) << part << " " << key;
    editor.set(agreement, key, "some");
  }
  Editor later;
  later.open(agreement);
  later.restore(agreement, editor.drafts());
  EXPECT_EQ(later.errors(), fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const GuideItem& item = later.guide()[i];
    EXPECT_EQ(item.select, fields[i].first);
    EXPECT_EQ(item.key, fields[i].second);
    EXPECT_NE(item.text.find("“some” is no number"), std::string::npos) << item.text;
    later.select(agreement, item.select);
    ASSERT_NE(later.field_of(item.key), nullptr);
    EXPECT_EQ(later.field_of(item.key)->value, "some");
  }
}

// Rules and entered values have no ids; what is written at one stays there
// through every change of the others, back and forth.
TEST_F(EditorTest, ADraftStaysAtItsEntryWhateverBecomesOfTheOthers) {
  data::testing::Dice dice(7);
  agreement.lead_scoring.rules.assign(4, agreement.lead_scoring.rules[0]);
  agreement.manual_values.assign(4, {agreement.commitments[0].id, "2026-03-31", 7, ""});
  editor.open(agreement);
  const std::vector<std::pair<std::string, std::string>> drafted = {
      {"lead_scoring.rules[2]", "points"}, {"commitments[0]", "manual_values[2].value"}};
  for (const auto& [part, key] : drafted) {
    editor.select(agreement, part);
    editor.set(agreement, key, "some");
  }
  // The entries as they should be: 2 is the one that has it.
  using Order = std::vector<std::size_t>;
  std::vector<std::pair<Order, Order>> states = {{{0, 1, 2, 3}, {0, 1, 2, 3}}};
  std::size_t now = 0;
  std::size_t fresh = 4;
  for (int step = 0; step < 400; ++step) {
    Order rules = states[now].first;
    Order values = states[now].second;
    const std::size_t i = rules.empty() ? 0 : dice.below(rules.size());
    const bool has_rule = !rules.empty();
    bool changed = false;
    switch (dice.below(7)) {
      case 0:
        if (!editor.undo(agreement)) break;
        --now;
        break;
      case 1:
        if (!editor.redo(agreement)) break;
        ++now;
        break;
      case 2:
        editor.add(agreement, "lead_scoring.rules");
        rules.push_back(fresh++);
        changed = true;
        break;
      case 3:
        if (!has_rule) break;
        editor.select(agreement, agreement::Spot{"lead_scoring.rules", i}.place());
        if (dice.chance(2)) {
          changed = editor.duplicate(agreement);
          rules.insert(rules.begin() + static_cast<std::ptrdiff_t>(i) + 1, fresh++);
        } else if (rules[i] != 2 || dice.chance(4)) {
          changed = editor.remove(agreement);
          rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(i));
        }
        break;
      case 4:
        if (!has_rule) break;
        editor.select(agreement, agreement::Spot{"lead_scoring.rules", i}.place());
        changed = editor.set(agreement, "name", "Name " + std::to_string(step));
        break;
      case 5:
        editor.select(agreement, "commitments[0]");
        if (values.empty() || dice.chance(2)) {
          changed = editor.set(agreement, "manual_values.add", "on");
          values.push_back(fresh++);
        } else {
          const std::size_t at = dice.below(values.size());
          changed = editor.set(agreement, "manual_values[" + std::to_string(at) + "].remove", "on");
          values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
        }
        break;
      default:
        if (!has_rule || i + 1 >= rules.size()) break;
        if (agreement.lead_scoring.rules[i] == agreement.lead_scoring.rules[i + 1]) break;
        editor.select(agreement, agreement::Spot{"lead_scoring.rules", i}.place());
        changed = editor.move(agreement, 1);
        std::swap(rules[i], rules[i + 1]);
        break;
    }
    editor.close_step();
    if (changed) {
      states.resize(++now);
      states.emplace_back(rules, values);
    }
    const auto shown = [&](const Order& order, const std::string& part, const std::string& list,
                           const std::string& key) {
      for (std::size_t at = 0; at < order.size(); ++at) {
        const std::string index = "[" + std::to_string(at) + "]";
        editor.select(agreement, list.empty() ? part + index : part);
        const FormField* here = field(list.empty() ? key : list + index + key);
        ASSERT_NE(here, nullptr) << step;
        EXPECT_EQ(here->value == "some", order[at] == 2) << step << " " << part << index;
      }
    };
    ASSERT_EQ(agreement.lead_scoring.rules.size(), states[now].first.size()) << step;
    ASSERT_EQ(agreement.manual_values.size(), states[now].second.size()) << step;
    shown(states[now].first, "lead_scoring.rules", "", "points");
    shown(states[now].second, "commitments[0]", "manual_values", ".value");
    if (HasFailure()) return;
  }
}

TEST_F(EditorTest, AThresholdsTextStaysWithItsStage) {
  agreement.stages[0].definition.criteria = {{"lead_score", agreement::Op::at_least, {"5"}}};
  editor.open(agreement);
  editor.select(agreement, "lead_scoring");
  ASSERT_NE(field("threshold[1]"), nullptr);
  editor.set(agreement, "threshold[1]", "some");
  editor.select(agreement, "stages[0]");
  editor.remove(agreement);
  editor.select(agreement, "lead_scoring");
  EXPECT_EQ(field("threshold[0]")->value, "some");
  editor.undo(agreement);
  EXPECT_EQ(field("threshold[1]")->value, "some");
  EXPECT_NE(field("threshold[0]")->value, "some");
}

TEST_F(EditorTest, AValueOfAnotherPromiseStaysWithItsText) {
  agreement.manual_values = {{agreement.commitments[1].id, "2026-03-31", 1, ""},
                             {agreement.commitments[0].id, "2026-03-31", 1, ""}};
  editor.open(agreement);
  editor.select(agreement, "commitments[0]");
  editor.set(agreement, "manual_values[1].value", "some");
  editor.select(agreement, "commitments[1]");
  editor.remove(agreement);
  editor.select(agreement, "commitments[0]");
  ASSERT_NE(field("manual_values[0].value"), nullptr);
  EXPECT_EQ(field("manual_values[0].value")->value, "some");
  editor.undo(agreement);
  EXPECT_EQ(field("manual_values[1].value")->value, "some");
}

TEST_F(EditorTest, WhatAKindOfMeasureDoesNotUseGoesWithTheKindAndComesBack) {
  const std::size_t i = first_within();
  const agreement::Measure before = agreement.commitments[i].measure;
  const auto choose = [&](agreement::Kind kind) {
    editor.set(agreement, "measure.kind", std::to_string(static_cast<int>(kind)));
  };
  editor.select(agreement, agreement::Spot{"commitments", i}.place());
  choose(agreement::Kind::checkins);
  agreement::Measure left;
  left.kind = agreement::Kind::checkins;
  left.calendar = before.calendar;
  EXPECT_TRUE(agreement.commitments[i].measure == left);
  ASSERT_NE(field("measure.calendar"), nullptr);
  editor.undo(agreement);
  EXPECT_TRUE(agreement.commitments[i].measure == before);
}

TEST_F(EditorTest, WhatIsNotUsedAndWrongHasAFieldThatMendsIt) {
  for (const auto kind : {agreement::Kind::checkins, agreement::Kind::manual,
                          agreement::Kind::share, agreement::Kind::average}) {
    agreement = inbound();
    agreement::Measure& measure = agreement.commitments[0].measure;
    measure.kind = kind;
    measure.dataset = measure.calendar = "gone";
    agreement.checkins = {{agreement.commitments[0].id, "soon", "", ""}};
    agreement.manual_values = {{agreement.commitments[0].id, "soon", std::nullopt, ""}};
    editor.open(agreement);
    editor.select(agreement, "commitments[0]");
    for (const char* key : {"measure.dataset", "measure.calendar", "checkins[0].on",
                            "manual_values[0].on", "manual_values[0].value"}) {
      ASSERT_NE(field(key), nullptr) << key;
      EXPECT_NE(field(key)->error, "") << key;
    }
    EXPECT_EQ(field("manual_values[0].value")->value, "");
    editor.set(agreement, "title", "x");
    EXPECT_FALSE(agreement.manual_values[0].value.has_value());
    editor.set(agreement, "manual_values[0].value", "0");
    EXPECT_EQ(agreement.manual_values[0].value, 0);
    EXPECT_EQ(field("manual_values[0].value")->error, "");
    if (kind == agreement::Kind::checkins) {
      editor.set(agreement, "measure.dataset", "");
      EXPECT_EQ(field("measure.dataset"), nullptr);
    }
  }
}

// Files as people may write them: whatever is wrong in one that is opened, the
// guide leads to a part with fields.
TEST_F(EditorTest, EveryErrorOfAFileThatIsOpenedLeadsToItsPart) {
  std::size_t opened = 0;
  const std::filesystem::path folder = std::string(LEADPACT_CONFORMANCE_DIR) + "/invalid";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Result<exchange::Document> read = exchange::read_unfinished_json(text);
    if (!read.ok()) continue;
    agreement = std::move(read).value().agreement;
    agreement::give_ids(agreement);
    editor.open(agreement);
    opened += editor.errors() > 0 ? 1U : 0U;
    for (std::size_t i = 0; i < editor.errors(); ++i) {
      const GuideItem item = editor.guide()[i];
      if (item.select.empty()) continue;
      editor.select(agreement, item.select);
      EXPECT_FALSE(editor.form().empty()) << entry.path() << " " << item.text;
      // References are mended where they are.
      const bool named = item.text.find("expected.") != std::string::npos &&
                         item.text.find("the id of a") != std::string::npos &&
                         item.key.find("criteria[") == std::string::npos &&
                         item.text.find("counts business time") == std::string::npos;
      EXPECT_TRUE(!named || editor.field_of(item.key) != nullptr)
          << entry.path() << " " << item.select << " " << item.key << ": " << item.text;
    }
  }
  EXPECT_GT(opened, 50U);
}

TEST_F(EditorTest, WhoIsNamedAndGoneIsSwitchedOff) {
  agreement.escalation[0].notify.emplace_back("gone");
  agreement.cancellation.commitments = {"m9"};
  agreement.checkins = {{"m9", "2026-01-09", "", ""}};
  editor.open(agreement);
  EXPECT_EQ(editor.errors(), 3u);
  const std::vector<std::pair<std::string, std::string>> switches = {
      {"escalation[0]", "notify/gone"}, {"cancellation", "commitments/m9"}};
  for (const auto& [part, key] : switches) {
    editor.select(agreement, part);
    ASSERT_NE(field(key), nullptr) << key;
    EXPECT_NE(field(key)->error, "");
    EXPECT_TRUE(editor.set(agreement, key, ""));
    EXPECT_EQ(field(key), nullptr);
  }
  editor.select(agreement, "agreement");
  ASSERT_NE(field("checkins[0].commitment"), nullptr);
  EXPECT_TRUE(editor.set(agreement, "checkins[0].commitment", agreement.commitments[0].id));
  EXPECT_TRUE(editor.valid());
}

TEST_F(EditorTest, AConditionThatIsTurnedRoundIsAFieldOfItsOwn) {
  agreement.stages[0].definition.negate = true;
  editor.open(agreement);
  editor.select(agreement, "stages[0]");
  ASSERT_NE(field("definition.negate"), nullptr);
  EXPECT_EQ(field("definition.negate")->value, "on");
  EXPECT_TRUE(editor.set(agreement, "definition.negate", ""));
  EXPECT_FALSE(agreement.stages[0].definition.negate);
  // Nothing to turn round where there is no rule.
  editor.add(agreement, "stages");
  EXPECT_EQ(field("definition.negate"), nullptr);
}

TEST(Form, AFieldChangesNothingButItself) {
  Agreement agreement = inbound();
  agreement.stages[1].definition.criteria = {{"demo", agreement::Op::is, {"true", "yes"}},
                                             {"employees", agreement::Op::at_least, {}},
                                             {"", agreement::Op::meets, {"lead", "mql"}}};
  agreement.lead_scoring.rules[0].condition.reset();
  Agreement after = agreement;
  set_field(after, "stages[1]", "name", "x");
  EXPECT_EQ(after.stages[1].definition, agreement.stages[1].definition);
  set_field(after, "lead_scoring.rules[0]", "name", "x");
  EXPECT_FALSE(after.lead_scoring.rules[0].condition.has_value());
}

TEST_F(EditorTest, AnErrorOfValidationStandsAtItsField) {
  const std::string part = agreement::Spot{"commitments", first_within()}.place();
  editor.select(agreement, part);
  EXPECT_TRUE(editor.set(agreement, "measure.limit", "soon"));
  EXPECT_FALSE(editor.valid());
  EXPECT_EQ(field("measure.limit")->value, "soon");
  EXPECT_NE(field("measure.limit")->error, "");
  ASSERT_GE(editor.guide().size(), 1u);
  EXPECT_TRUE(editor.guide()[0].error);
  EXPECT_EQ(editor.guide()[0].select, part);
  editor.select(agreement, "agreement");
  EXPECT_TRUE(editor.set(agreement, "ends_on", "2026-02-31"));
  EXPECT_NE(field("ends_on")->error, "");
  EXPECT_EQ(editor.errors(), 2u);
}

TEST_F(EditorTest, TypingIsOneStepAndEveryStepIsNamed) {
  const std::string first = exchange::write_binary(agreement);
  const std::string titled = "Title (Promise “" + agreement.commitments[0].title + "”)";
  editor.select(agreement, "commitments[0]");
  for (const char* text : {"N", "Ne", "New"})
    editor.set(agreement, "title", text);
  EXPECT_EQ(editor.history().undo_name(), titled);
  editor.duplicate(agreement);
  EXPECT_EQ(editor.selected(), "commitments[1]");
  EXPECT_EQ(editor.history().undo_name(), "Copy of Promise “New”");
  editor.remove(agreement);
  EXPECT_EQ(editor.history().undo_name(), "Promise “New” removed");
  EXPECT_EQ(editor.selected(), "");
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(editor.undo(agreement));
  EXPECT_FALSE(editor.undo(agreement));
  EXPECT_EQ(exchange::write_binary(agreement), first);
  EXPECT_EQ(editor.history().redo_name(), titled);
  EXPECT_TRUE(editor.redo(agreement));
  EXPECT_EQ(agreement.commitments[0].title, "New");
}

TEST_F(EditorTest, RulesAreBuiltWithoutCode) {
  editor.add(agreement, "stages");
  const std::size_t i = agreement.stages.size() - 1;
  EXPECT_EQ(editor.selected(), agreement::Spot({"stages", i}).place());
  EXPECT_TRUE(editor.set(agreement, "definition.add", "on"));
  const agreement::Condition& rules = agreement.stages[i].definition;
  ASSERT_EQ(rules.criteria.size(), 1u);
  EXPECT_TRUE(editor.set(agreement, "definition.criteria[0].field", "country"));
  EXPECT_TRUE(editor.set(agreement, "definition.criteria[0].op",
                         std::to_string(static_cast<int>(agreement::Op::is))));
  EXPECT_TRUE(editor.set(agreement, "definition.criteria[0].values", "US\nCanada"));
  EXPECT_EQ(rules.criteria[0].values, (std::vector<std::string>{"US", "Canada"}));
  EXPECT_TRUE(editor.valid()) << editor.guide()[0].text;
  // A column of another type takes a comparison that fits, and no old values.
  EXPECT_TRUE(editor.set(agreement, "definition.criteria[0].field", "employees"));
  EXPECT_EQ(rules.criteria[0].op, agreement::Op::at_least);
  EXPECT_EQ(rules.criteria[0].values.size(), 1u);
  EXPECT_TRUE(editor.set(agreement, "definition.criteria[0].values", "50"));
  EXPECT_TRUE(editor.valid()) << editor.guide()[0].text;
  EXPECT_TRUE(editor.set(agreement, "definition.add_group", "on"));
  ASSERT_EQ(rules.groups.size(), 1u);
  EXPECT_TRUE(editor.set(agreement, "definition.groups[0].add", "on"));
  EXPECT_EQ(rules.groups[0].criteria.size(), 2u);
  EXPECT_TRUE(editor.set(agreement, "definition.groups[0].criteria[0].remove", "on"));
  EXPECT_EQ(rules.groups[0].criteria.size(), 1u);
  // As deep as the format takes them, and no deeper.
  std::string group = "definition.groups[0]";
  for (int level = 1; level < agreement::kMaxGroupLevels; ++level) {
    EXPECT_TRUE(editor.set(agreement, group + ".add_group", "on")) << group;
    group += ".groups[0]";
  }
  EXPECT_TRUE(editor.valid());
  EXPECT_FALSE(editor.set(agreement, group + ".add_group", "on"));
  EXPECT_TRUE(editor.set(agreement, "definition.groups[0].remove", "on"));
  EXPECT_TRUE(rules.groups.empty());
  while (editor.undo(agreement)) {
  }
  EXPECT_EQ(agreement, inbound());
}

TEST_F(EditorTest, WhatWasDoneIsNotedAndWhatWasMeasuredByHandIsEntered) {
  for (const bool manual : {false, true}) {
    const auto kind = manual ? agreement::Kind::manual : agreement::Kind::checkins;
    std::size_t i = 0;
    while (agreement.commitments[i].measure.kind != kind)
      ++i;
    const std::string part = agreement::Spot{"commitments", i}.place();
    const std::string list = manual ? "manual_values" : "checkins";
    editor.select(agreement, part);
    EXPECT_TRUE(editor.set(agreement, list + ".add", "on"));
    EXPECT_FALSE(editor.valid());  // no day yet
    EXPECT_EQ(editor.guide()[0].select, part);
    EXPECT_NE(field(list + "[0].on")->error, "");
    EXPECT_TRUE(editor.set(agreement, list + "[0].on", "2026-03-31"));
    EXPECT_TRUE(editor.valid());
    if (manual) {
      EXPECT_TRUE(editor.set(agreement, list + "[0].value", "3.75"));
      EXPECT_EQ(agreement.manual_values[0].value, 3.75);
    } else {
      EXPECT_EQ(agreement.checkins[0].commitment, agreement.commitments[i].id);
    }
    EXPECT_TRUE(editor.set(agreement, list + "[0].remove", "on"));
  }
  EXPECT_TRUE(agreement.checkins.empty());
  EXPECT_TRUE(agreement.manual_values.empty());
}

TEST_F(EditorTest, TheGuideLeadsToThePartOfEveryPiece) {
  Agreement empty;
  editor.open(empty);
  EXPECT_GT(editor.errors(), 0u);
  for (const GuideItem& item : editor.guide()) {
    if (item.select.empty()) continue;  // nothing is there: its section is shown
    editor.select(empty, item.select);
    EXPECT_FALSE(editor.form().empty()) << item.select << ": " << item.text;
  }
  EXPECT_EQ(part_of("commitments[2].measure.limit"), "commitments[2]");
  EXPECT_EQ(part_of("lead_scoring.rules[1].points"), "lead_scoring.rules[1]");
  EXPECT_EQ(part_of("lead_scoring.dataset"), "lead_scoring");
  EXPECT_EQ(part_of("starts_on"), "agreement");
  EXPECT_EQ(part_of("rejection.reasons"), "rejection");
}

TEST_F(EditorTest, WhatIsSelectedAndGoneIsNotInHand) {
  editor.select(agreement, "commitments[99]");
  EXPECT_EQ(editor.selected(), "");
  EXPECT_TRUE(editor.form().empty());
  EXPECT_FALSE(editor.set(agreement, "title", "x"));
}

}  // namespace
}  // namespace leadpact::app
