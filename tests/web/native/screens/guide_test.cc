// The guide: each of its items leads to the field that mends it, and all of
// them can be seen.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/templates.h"
#include "core/exchange/document.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using agreement::Agreement;
using ui::Role;

ui::Node focused() {
  for (const ui::Node& node : ui::tree()) {
    if (node.id == ui::focused()) return node;
  }
  return {};
}

// Presses every item of the guide (sanitized, some of them) and looks where the keyboard went.
void follow_all(Page& page, const std::string& what) {
  app::State& state = page.tab.state();
  const std::vector<app::GuideItem> items = state.editor().guide();
  for (std::size_t at_item = 0; at_item < items.size(); at_item += leadpact::testing::kShare) {
    const app::GuideItem& item = items[at_item];
    state.select_part("");
    state.follow(item);
    page.draw();
    const ui::Node at = focused();
    const std::string name = what + ": " + item.select + "." + item.key + " " + item.text;
    EXPECT_TRUE(at.role == Role::textbox || at.role == Role::combobox || at.role == Role::toggle ||
                at.role == Role::button)
        << name << "\n"
        << at.name;
    EXPECT_TRUE(at.rect.y >= 0 && at.rect.y + 34 <= page.view.input.height)
        << name << ": out of sight at " << at.rect.y;
    if (item.select.empty()) {
      EXPECT_EQ(at.name.compare(0, 4, "Add "), 0) << name << "\n" << at.name;
      continue;
    }
    EXPECT_EQ(state.editor().selected(), item.select) << name;
    const app::FormField* field = state.editor().field_of(item.key);
    if (field == nullptr) {
      // Only the part itself: its use, or that it is there at all.
      EXPECT_TRUE(item.key.empty()) << name;
      EXPECT_EQ(
          at.name.compare(0, app::kind_of_part(item.select).size(), app::kind_of_part(item.select)),
          0)
          << name << "\n"
          << at.name;
    } else if (item.key == "holidays" && field->error.empty()) {
      EXPECT_EQ(at.name, "Add days off") << name;
    } else {
      EXPECT_EQ(at.name, field->label) << name;
    }
  }
}

struct Spoilt {
  const char* what;
  std::function<void(Agreement&)> spoil;
};

std::vector<Spoilt> spoilt() {
  return {
      {"head",
       [](Agreement& a) {
         a.title.clear();
         a.summary.clear();
         a.ends_on = a.starts_on = "2026-12-10";
       }},
      {"lists",
       [](Agreement& a) {
         a.goals.clear();
         a.teams.clear();
         a.contacts.clear();
         a.personas.clear();
         a.reviews.clear();
         a.escalation.clear();
         a.consequences.clear();
         a.cancellation = {};
         a.nurture.clear();
         a.rejection = {};
         for (auto& each : a.commitments)
           each.owner.clear();
       }},
      {"people",
       [](Agreement& a) {
         for (auto& each : a.teams) {
           each.needs.clear();
           each.responsibilities.clear();
         }
         for (auto& each : a.contacts)
           each.email.clear();
         for (auto& each : a.personas) {
           each.job_functions.clear();
           each.industries.clear();
           each.company_size.clear();
         }
         a.rejection.return_to.clear();
         a.rejection.review_within.clear();
       }},
      {"days off",
       [](Agreement& a) {
         a.calendars.push_back(a.calendars.front());
         a.calendars.back().id = "spare";
         a.calendars.front().holidays.clear();
       }},
      {"days off of later years", [](Agreement& a) { a.ends_on = "2031-12-31"; }},
      {"data",
       [](Agreement& a) {
         a.datasets.push_back(a.datasets.front());
         a.datasets.back().id = "spare";
         a.datasets.front().id_field.clear();
       }},
      {"points",
       [](Agreement& a) {
         a.lead_scoring.rules[0].points = 0;
         a.lead_scoring.rules[1].condition = agreement::Condition();
         for (auto& stage : a.stages) {
           stage.definition = {};
           stage.meaning.clear();
         }
       }},
      {"too many points",
       [](Agreement& a) {
         for (auto& stage : a.stages) {
           for (auto& each : stage.definition.criteria) {
             if (each.field == agreement::kLeadScoreKey) each.values = {"5000"};
           }
         }
       }},
      {"stages",
       [](Agreement& a) {
         a.stages.clear();
         a.lead_scoring.rules.clear();
         for (auto& each : a.commitments) {
           each.measure.where = {};
           each.weight = 0;
         }
         for (auto& each : a.goals)
           each.measure.where = {};
       }},
      {"promises",
       [](Agreement& a) {
         for (auto& each : a.commitments) {
           each.title = "Same";
           each.owner.clear();
           each.target = each.direction == agreement::Direction::at_least ? 100 : 0;
           if (each.measure.kind == agreement::Kind::within) {
             each.measure.limit = "3 minutes";
             each.measure.to = each.measure.from;
           }
         }
         a.commitments.front().weight = 1000;
       }},
      {"one side",
       [](Agreement& a) {
         for (auto& each : a.commitments)
           each.team = agreement::Team::sales;
       }},
      {"misses",
       [](Agreement& a) {
         for (auto& each : a.escalation) {
           each.notify.clear();
           each.action.clear();
           each.respond_within.clear();
           each.after_missed_in_a_row = 2;
         }
         a.cancellation.missed_in_a_row = 1;
         a.cancellation.notice.clear();
         for (auto& each : a.reviews) {
           each.every = agreement::Every::year;
           each.attendees.clear();
           each.agenda.clear();
         }
       }},
  };
}

class GuideLeads : public ::testing::TestWithParam<Size> {};

TEST_P(GuideLeads, FromEveryPieceOfAdviceToItsField) {
  for (const Spoilt& each : spoilt()) {
    Agreement agreement =
        exchange::read_json(agreement::find_template("inbound")->json).value().agreement;
    agreement.id = "spoilt";
    each.spoil(agreement);
    Page page(GetParam());
    page.give({{"a.sla.json", exchange::write_json(agreement)}});
    ASSERT_NE(page.tab.state().agreement(), nullptr) << each.what << page.view.outline();
    page.go("Agreement");
    ASSERT_FALSE(page.tab.state().editor().guide().empty()) << each.what;
    follow_all(page, each.what);
  }
}

struct Typed {
  const char* part;
  std::vector<std::pair<const char*, const char*>> fields;  // key, text
};

TEST_P(GuideLeads, FromEveryErrorToItsField) {
  const std::vector<Typed> all = {
      {"agreement", {{"starts_on", "31/02/2027"}, {"time_zone", "Nowhere"}, {"ends_on", "soon"}}},
      {"agreement", {{"fiscal_year_starts", "14"}}},
      {"agreement", {{"fiscal_year_starts", "lots"}}},
      {"calendars[0]", {{"holidays", "2026-12-25\n2026-02-31"}}},
      {"calendars[0]", {{"special_days", "2026-02-31 09:00-12:00"}}},
      {"calendars[0]", {{"special_days", "soon"}}},
      {"calendars[0]", {{"week.tue", "soon"}, {"week.thu", "17:00-09:00"}, {"time_zone", ""}}},
      {"calendars[0]",
       {{"week.mon", ""}, {"week.tue", ""}, {"week.wed", ""}, {"week.thu", ""}, {"week.fri", ""}}},
      {"datasets[0]", {{"fields[0].column", ""}, {"only.add", "on"}, {"only.criteria[0].op", "0"}}},
      {"datasets[0]", {{"fields[0].remove", "on"}, {"fields[0].remove", "on"}}},
      {"stages[1]", {{"definition.add", "on"}, {"definition.criteria[0].values", ""}}},
      {"stages[1]", {{"definition.add_group", "on"}}},
      {"stages[1]", {{"definition.criteria[0].field", "\x01stage"}}},
      {"escalation[0]", {{"after_missed_in_a_row", "0"}}},
      {"cancellation", {{"missed_in_a_row", "-1"}}},
      {"commitments[0]", {{"target", "lots"}, {"every", "4"}}},
      {"goals[0]", {{"target", "lots"}}},
      {"contacts[0]", {{"name", ""}}},
  };
  for (const Typed& each : all) {
    Page page(GetParam());
    page.tab.state().start_from_template("inbound");
    page.draw();
    app::State& state = page.tab.state();
    state.select_part(each.part);
    for (const auto& [key, text] : each.fields)
      state.set_field(key, text);
    page.draw();
    follow_all(page, each.part + std::string(" ") + each.fields.front().first);
  }
}

TEST_P(GuideLeads, FromEveryErrorOfAMeasureToItsField) {
  using Kind = agreement::Kind;
  for (const Kind kind : {Kind::count, Kind::within, Kind::share, Kind::sum, Kind::average,
                          Kind::median, Kind::median_time, Kind::checkins, Kind::manual}) {
    Page page(GetParam());
    page.tab.state().start_from_template("inbound");
    page.draw();
    app::State& state = page.tab.state();
    state.add_part("commitments");
    state.set_field("measure.kind", std::to_string(static_cast<int>(kind)));
    state.set_field("measure.limit", "2 business hours");
    state.set_field("checkins.add", "on");
    state.set_field("manual_values.add", "on");
    follow_all(page, "kind " + std::to_string(static_cast<int>(kind)));
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, GuideLeads, ::testing::Values(kSizes[0], kSizes[3]),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Guide, OfARuleNamesTheRule) {
  Page page;
  page.tab.state().start_from_template("inbound");
  page.take("stages[1]");
  page.tab.state().set_field("definition.criteria[0].values", "");
  page.draw();
  const app::FormField* field = page.tab.state().editor().field_of("definition.criteria[0]");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->key, "definition.criteria[0].values");
  EXPECT_FALSE(field->error.empty());
  EXPECT_NE(page.tab.state().editor().form().fields.front().kind, app::FormField::Kind::note);
}

TEST(Guide, WhereBothTeamsAreOfOneSideLeadsToTheSide) {
  Agreement agreement =
      exchange::read_json(agreement::find_template("inbound")->json).value().agreement;
  agreement.id = "spoilt";
  for (auto& each : agreement.teams)
    each.team = agreement::Team::sales;
  Page page;
  page.give({{"a.sla.json", exchange::write_json(agreement)}});
  page.go("Agreement");
  for (const app::GuideItem& item : page.tab.state().editor().guide()) {
    if (item.key == "teams") page.tab.state().follow(app::GuideItem(item));
  }
  page.draw();
  EXPECT_EQ(focused().name, "Which side");
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Which side", "Marketing"));
  page.draw();
  EXPECT_EQ(page.tab.state().agreement()->teams[0].team, agreement::Team::marketing);
}

TEST(Guide, HidesNothingBehindACount) {
  Page page;
  page.tab.state().start_from_template("inbound");
  for (int i = 0; i < 60; ++i)
    page.tab.state().add_part("contacts");
  page.take("");
  const std::vector<app::GuideItem> guide = page.tab.state().editor().guide();
  ASSERT_GT(guide.size(), 50u);
  const std::string last = "Advice: " + guide[guide.size() - 1].text;
  EXPECT_FALSE(page.has(Role::button, last));
  page.press("And " + std::to_string(guide.size() - 40) + " more");
  EXPECT_TRUE(page.has(Role::button, last));
}

TEST(StillOpen, LeadsToItsFieldAsTheGuideDoes) {
  Page page;
  Agreement made = exchange::read_json(agreement::find_template("inbound")->json).value().agreement;
  for (agreement::Commitment& each : made.commitments)
    each.owner.clear();
  made.commitments[1].measure.limit.clear();
  made.title.clear();
  made.cancellation.notice.clear();
  page.give({{"made.sla.json", exchange::write_json(made)}});
  page.go("Agreement");
  std::vector<std::string> open;
  const auto look = [&] {
    open.clear();
    for (const ui::Node& node : ui::tree()) {
      if (node.role == Role::button && node.name.compare(0, 12, "Still open: ") == 0)
        open.push_back(node.name);
    }
  };
  look();
  ASSERT_EQ(open.size(), 12U);  // and more, which the guide lists
  const std::vector<app::GuideItem> guide = page.tab.state().editor().guide();
  for (const std::string& name : open) {
    page.take("");
    page.press(name);
    const std::string& selected = page.tab.state().editor().selected();
    const bool said = std::any_of(guide.begin(), guide.end(), [&](const app::GuideItem& each) {
      return each.select == selected && name.find(each.text) != std::string::npos;
    });
    EXPECT_TRUE(said) << name << " leads to " << selected;
    EXPECT_NE(focused().name, name);
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
