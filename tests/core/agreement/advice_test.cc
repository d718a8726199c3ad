#include "core/agreement/advice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement read(std::string_view name) {
  return exchange::read_json(find_template(name)->json).value().agreement;
}

// "Inbound B2B SaaS" with everything in it that a template must leave open.
Agreement complete() {
  Agreement agreement = read("inbound");
  agreement.ends_on = "2026-12-31";
  for (Contact& contact : agreement.contacts)
    contact.email = "somebody@example.com";
  const auto is_typed_in = [](const Commitment& each) { return each.measure.kind == Kind::manual; };
  agreement.commitments.erase(
      std::remove_if(agreement.commitments.begin(), agreement.commitments.end(), is_typed_in),
      agreement.commitments.end());
  return agreement;
}

std::string all(const std::vector<Advice>& advice) {
  std::string text;
  for (const Advice& each : advice)
    text += each.place + ": " + each.text + "\n";
  return text;
}

std::size_t first_of(const Agreement& agreement, Kind kind) {
  for (std::size_t i = 0; i < agreement.commitments.size(); ++i) {
    if (agreement.commitments[i].measure.kind == kind) return i;
  }
  ADD_FAILURE() << "no such commitment";
  return 0;
}

TEST(Advice, ACompleteAgreementGetsNone) {
  EXPECT_TRUE(validate(complete()).empty());
  EXPECT_EQ(all(advice_on(complete())), "");
}

TEST(Advice, AWholePeriodIsLongEnoughAndPromisesOfBothCount) {
  Agreement agreement = complete();
  agreement.reporting = Every::year;
  agreement.starts_on = "2026-01-01";
  agreement.ends_on = "2026-12-31";
  agreement.reviews.clear();
  for (Commitment& each : agreement.commitments) {
    if (each.team == Team::sales) each.weight = 0;
  }
  const std::string said = all(advice_on(agreement));
  EXPECT_EQ(said.find("over before"), std::string::npos) << said;
  EXPECT_EQ(said.find("gets no score"), std::string::npos) << said;
}

TEST(Advice, AnEmptyAgreementIsNoTrouble) {
  EXPECT_GE(advice_on(Agreement()).size(), 12u);
}

struct Case {
  std::function<void(Agreement&)> spoil;
  std::string place;  // `*` for the index that the case is about
  std::string says;
};

Commitment& within(Agreement& agreement) {
  return agreement.commitments[first_of(agreement, Kind::within)];
}

std::vector<Case> cases() {
  return {
      {[](Agreement& a) { a.title.clear(); }, "title", "no title"},
      {[](Agreement& a) { a.summary.clear(); }, "summary", "no summary"},
      {[](Agreement& a) { a.ends_on.clear(); }, "ends_on", "no end"},
      {[](Agreement& a) { a.starts_on = "2026-01-15"; }, "starts_on", "middle of a month"},
      {[](Agreement& a) { a.starts_on = "2026-12-10"; }, "reporting", "over before"},
      {[](Agreement& a) { a.goals.clear(); }, "goals", "no shared goal"},
      {[](Agreement& a) { a.teams.pop_back(); }, "teams", "Nothing is said"},
      {[](Agreement& a) { a.teams[0].responsibilities.clear(); }, "teams[0].responsibilities",
       "No responsibility"},
      {[](Agreement& a) { a.teams[1].needs.clear(); }, "teams[1].needs", "needs from the other"},
      {[](Agreement& a) { a.contacts[1].email.clear(); }, "contacts[1].email", "no e-mail"},
      {[](Agreement& a) {
         for (Contact& each : a.contacts)
           each.team = Team::sales;
         for (Commitment& each : a.commitments)
           each.team = each.team == Team::marketing ? Team::both : each.team;
         for (Review& each : a.reviews)
           each.attendees.clear();
       },
       "contacts", "has no point of contact"},
      {[](Agreement& a) { a.personas.clear(); }, "personas", "No persona"},
      {[](Agreement& a) {
         a.personas[0].job_functions.clear();
         a.personas[0].industries.clear();
         a.personas[0].company_size.clear();
       },
       "personas[0].job_functions", "recognises the lead"},
      {[](Agreement& a) {
         a.calendars.push_back(a.calendars[0]);
         a.calendars.back().id = "spare";
       },
       "calendars[*]", "used by no promise"},
      {[](Agreement& a) { a.calendars[0].holidays.clear(); }, "calendars[0].holidays",
       "no holidays"},
      {[](Agreement& a) { a.ends_on = "2031-12-31"; }, "calendars[0].holidays", "end with"},
      {[](Agreement& a) {
         a.calendars[0].special_days.push_back({a.calendars[0].holidays[0], "09:00", "12:00"});
       },
       "calendars[0].holidays", "is a holiday and a half day"},
      {[](Agreement& a) {
         a.datasets.push_back(a.datasets[0]);
         a.datasets.back().id = "spare";
       },
       "datasets[1]", "measured by nothing"},
      {[](Agreement& a) { a.datasets[0].id_field.clear(); }, "datasets[0].id_field",
       "counts twice"},
      {[](Agreement& a) { a.lead_scoring.rules[0].points = 0; }, "lead_scoring.rules[0].points",
       "no points"},
      {[](Agreement& a) { a.lead_scoring.rules[0].condition = Condition(); },
       "lead_scoring.rules[0].condition", "every lead"},
      {[](Agreement& a) {
         for (Stage& stage : a.stages) {
           for (Criterion& each : stage.definition.criteria) {
             if (each.field == kLeadScoreKey) each.values = {"5000"};
           }
         }
       },
       "stages[*].definition", "at most. Lower it"},
      {[](Agreement& a) { a.stages[1].definition = Condition(); }, "stages[1].definition",
       "every lead is one"},
      {[](Agreement& a) { a.stages[1].meaning.clear(); }, "stages[1].meaning", "not explained"},
      {[](Agreement& a) {
         Stage stage = a.stages[1];
         stage.id = "spare";
         a.stages.push_back(stage);
       },
       "stages[*]", "used by no promise"},
      {[](Agreement& a) {
         for (Commitment& each : a.commitments) {
           if (each.team != Team::marketing) each.weight = 0;
         }
       },
       "commitments[*].weight", "no weight, so it gets no score"},
      {[](Agreement& a) { within(a).weight = 1000; }, "commitments[*].weight", "60 %"},
      {[](Agreement& a) { within(a).weight = 0; }, "commitments[*].weight", "costs nothing"},
      {[](Agreement& a) { within(a).title.clear(); }, "commitments[*].title", "no title"},
      {[](Agreement& a) { a.commitments[1].title = a.commitments[0].title; },
       "commitments[1].title", "two promises"},
      {[](Agreement& a) { within(a).owner.clear(); }, "commitments[*].owner", "no owner"},
      {[](Agreement& a) {
         for (const Contact& each : a.contacts) {
           if (each.team != within(a).team) within(a).owner = each.id;
         }
       },
       "commitments[*].owner", "team that promises"},
      {[](Agreement& a) { a.commitments[first_of(a, Kind::count)].measure.where = Condition(); },
       "commitments[*].measure.where", "counts every record"},
      {[](Agreement& a) { a.commitments[0].measure.kind = Kind::manual; },
       "commitments[0].measure.kind", "types in"},
      {[](Agreement& a) { within(a).target = 100; }, "commitments[*].target", "single miss"},
      {[](Agreement& a) { within(a).target = 0; }, "commitments[*].target", "target is 0"},
      {[](Agreement& a) { within(a).target = 30; }, "commitments[*].target", "come too late"},
      {[](Agreement& a) {
         within(a).target = 100;
         within(a).direction = Direction::at_most;
       },
       "commitments[*].target", "at most 100 %"},
      {[](Agreement& a) { within(a).measure.limit = "4 hours"; }, "commitments[*].measure.limit",
       "nights and weekends"},
      {[](Agreement& a) { within(a).measure.limit = "3 business minutes"; },
       "commitments[*].measure.limit", "five minutes"},
      {[](Agreement& a) { within(a).measure.limit = "30 days"; }, "commitments[*].measure.limit",
       "ten days"},
      {[](Agreement& a) { within(a).measure.to = within(a).measure.from; },
       "commitments[*].measure.to", "same column"},
      {[](Agreement& a) { a.rejection.reasons.clear(); }, "rejection.reasons", "handed back"},
      {[](Agreement& a) { a.rejection.return_to.clear(); }, "rejection.return_to", "goes"},
      {[](Agreement& a) { a.rejection.review_within.clear(); }, "rejection.review_within",
       "by when"},
      {[](Agreement& a) { a.nurture.clear(); }, "nurture", "not ready"},
      {[](Agreement& a) { a.escalation.clear(); }, "escalation", "Nothing follows"},
      {[](Agreement& a) {
         a.consequences.clear();
         a.cancellation = Cancellation();
       },
       "consequences", "talks only"},
      {[](Agreement& a) { a.escalation[0].notify.clear(); }, "escalation[0].notify", "nobody"},
      {[](Agreement& a) { a.escalation[0].action.clear(); }, "escalation[0].action", "nothing"},
      {[](Agreement& a) { a.escalation[0].respond_within.clear(); }, "escalation[0].respond_within",
       "answered"},
      {[](Agreement& a) { a.escalation[1].after_missed_in_a_row = 1; },
       "escalation[1].after_missed_in_a_row", "not come later"},
      {[](Agreement& a) { a.cancellation.notice.clear(); }, "cancellation.notice", "no notice"},
      {[](Agreement& a) { a.cancellation.missed_in_a_row = 1; }, "cancellation.missed_in_a_row",
       "steps come first"},
      {[](Agreement& a) { a.reviews.clear(); }, "reviews", "No review"},
      {[](Agreement& a) {
         for (Review& each : a.reviews)
           each.every = Every::year;
       },
       "reviews[0].every", "rarer"},
      {[](Agreement& a) { a.reviews[0].attendees.clear(); }, "reviews[0].attendees",
       "no attendees"},
      {[](Agreement& a) { a.reviews[0].attendees = {a.contacts[0].id}; }, "reviews[0].attendees",
       "Invite"},
      {[](Agreement& a) { a.reviews[0].agenda.clear(); }, "reviews[0].agenda", "no agenda"},
  };
}

bool is_place(const std::string& place, const std::string& pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string::npos) return place == pattern;
  const std::size_t after = place.size() - std::min(place.size(), pattern.size() - star - 1);
  return place.size() >= pattern.size() && place.compare(0, star, pattern, 0, star) == 0 &&
         place.substr(after) == pattern.substr(star + 1);
}

TEST(Advice, EveryGapIsSaidAtItsPlace) {
  for (const Case& c : cases()) {
    Agreement agreement = complete();
    c.spoil(agreement);
    const std::vector<Advice> advice = advice_on(agreement);
    const bool said = std::any_of(advice.begin(), advice.end(), [&](const Advice& each) {
      return is_place(each.place, c.place) && each.text.find(c.says) != std::string::npos;
    });
    EXPECT_TRUE(said) << c.place << " " << c.says << "\n" << all(advice);
  }
}

TEST(Advice, EveryPieceSaysWhatToDo) {
  for (const Case& c : cases()) {
    Agreement agreement = complete();
    c.spoil(agreement);
    for (const Advice& each : advice_on(agreement)) {
      EXPECT_EQ(each.text.back(), '.') << each.text;
      EXPECT_GE(std::count(each.text.begin(), each.text.end(), '.') +
                    std::count(each.text.begin(), each.text.end(), ':'),
                2)
          << each.text;
    }
  }
}

TEST(Advice, NoTemplateNeedsMoreThanNamesAndDates) {
  for (const Template& each : templates()) {
    if (each.name == "blank") continue;
    const std::vector<Advice> advice = advice_on(read(each.name));
    const auto matters = std::count_if(advice.begin(), advice.end(), [](const Advice& one) {
      return one.place != "ends_on" && one.place.compare(0, 8, "contacts") != 0;
    });
    EXPECT_LE(matters, 2) << each.name << "\n" << all(advice);
  }
}

}  // namespace
}  // namespace leadpact::agreement
