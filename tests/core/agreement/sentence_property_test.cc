// Two commitments that score differently never read the same: of all commitments
// of all templates in one agreement, with their changes, one by one and together,
// whatever is called alike.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "core/agreement/sentence.h"
#include "core/agreement/templates.h"
#include "core/agreement/validate.h"
#include "core/agreement/wording.h"
#include "core/calendar/limit.h"
#include "core/exchange/document.h"
#include "tests/core/rounds.h"

namespace leadpact::agreement {
namespace {

struct Change {
  std::string what;
  std::function<void(Commitment&)> make;
};

bool has(const Commitment& commitment, std::initializer_list<Kind> kinds) {
  return std::find(kinds.begin(), kinds.end(), commitment.measure.kind) != kinds.end();
}

// Every single change that can bring this commitment to another value.
std::vector<Change> changes_of(const Agreement& agreement, const Commitment& commitment) {
  std::vector<Change> changes;
  const auto add = [&](std::string what, std::function<void(Commitment&)> make) {
    changes.push_back({std::move(what), std::move(make)});
  };
  add("target", [](Commitment& c) { c.target += 1; });
  add("a little of the target", [](Commitment& c) { c.target += 1e-7; });
  add("direction", [](Commitment& c) {
    c.direction = c.direction == Direction::at_least ? Direction::at_most : Direction::at_least;
  });
  for (const Every every : {Every::week, Every::month, Every::quarter, Every::year, Every::term}) {
    if (every != commitment.every) add("every", [=](Commitment& c) { c.every = every; });
  }
  for (const Kind kind : {Kind::count, Kind::sum, Kind::share, Kind::within, Kind::average,
                          Kind::median, Kind::median_time, Kind::checkins, Kind::manual}) {
    if (kind != commitment.measure.kind) add("kind", [=](Commitment& c) { c.measure.kind = kind; });
  }
  for (const Team team : {Team::marketing, Team::sales, Team::both})
    add("team", [=](Commitment& c) { c.team = team; });
  for (const Calendar& calendar : agreement.calendars)
    add("calendar", [id = calendar.id](Commitment& c) { c.measure.calendar = id; });
  if (has(commitment, {Kind::checkins, Kind::manual})) {
    // Its entries are those of another promise.
    for (const Commitment& other : agreement.commitments)
      add("id", [id = other.id](Commitment& c) { c.id = id; });
    return changes;
  }

  for (const Dataset& dataset : agreement.datasets)
    add("dataset", [id = dataset.id](Commitment& c) { c.measure.dataset = id; });
  const Dataset* dataset = find_dataset(agreement, commitment.measure.dataset);
  if (dataset == nullptr) return changes;
  const auto add_fields = [&](const char* what, std::string Measure::*member) {
    for (const data::Field& field : dataset->fields) {
      if (field.key == commitment.measure.*member) continue;
      add(what, [member, key = field.key](Commitment& c) { c.measure.*member = key; });
    }
  };
  add_fields("at", &Measure::at);
  if (has(commitment, {Kind::sum, Kind::average, Kind::median}))
    add_fields("field", &Measure::field);
  if (has(commitment, {Kind::within, Kind::median_time})) {
    add_fields("from", &Measure::from);
    add_fields("to", &Measure::to);
    add("early", [](Commitment& c) {
      c.measure.early = c.measure.early == Early::met ? Early::left_out : Early::met;
    });
  }
  if (has(commitment, {Kind::within})) {
    for (const char* limit : {"1 minute", "1 hour", "1 day", "1 business minute", "1 business hour",
                              "1 business day", "61 minutes", "999999 business days"}) {
      if (limit == commitment.measure.limit) continue;
      add("limit", [limit](Commitment& c) { c.measure.limit = limit; });
    }
  }
  const auto add_conditions = [&](const std::string& which,
                                  const std::function<Condition&(Commitment&)>& of,
                                  const Condition& now) {
    const auto change = [&](std::string what, const std::function<void(Condition&)>& make) {
      add(which + ": " + std::move(what), [of, make](Commitment& c) { make(of(c)); });
    };
    for (const data::Field& field : dataset->fields) {
      change("one criterion more", [key = field.key](Condition& condition) {
        condition.criteria.push_back({key, Op::is_empty, {}});
      });
      change("a group", [key = field.key](Condition& condition) {
        Condition group;
        group.match = Match::any;
        group.criteria = {{key, Op::is_filled, {}}, {key, Op::is, {"x"}}};
        condition.groups.push_back(group);
      });
    }
    if (!is_empty(now)) change("negate", [](Condition& c) { c.negate = !c.negate; });
    if (now.criteria.size() + now.groups.size() > 1) {
      change("match",
             [](Condition& c) { c.match = c.match == Match::all ? Match::any : Match::all; });
    }
    for (std::size_t i = 0; i < now.criteria.size(); ++i) {
      change("one criterion less", [i](Condition& condition) {
        condition.criteria.erase(condition.criteria.begin() + static_cast<std::ptrdiff_t>(i));
      });
      if (now.criteria[i].op != Op::meets) {
        for (const data::Field& field : dataset->fields) {
          change("field",
                 [i, key = field.key](Condition& condition) { condition.criteria[i].field = key; });
        }
      } else {
        for (const Stage& stage : agreement.stages) {
          change("stage",
                 [i, id = stage.id](Condition& condition) { condition.criteria[i].values = {id}; });
        }
      }
      for (std::size_t v = 0; v < now.criteria[i].values.size(); ++v) {
        for (const char* more : {"1", "\xC2\xA0", "\xE2\x80\x8B", "e\xCC\x81", "\xC3\xA9", "\x7F x",
                                 "  x", " x", "\x01", "␁", "”", "” or “", "⟨U+0001⟩"}) {
          change("value",
                 [i, v, more](Condition& condition) { condition.criteria[i].values[v] += more; });
        }
        change("value more", [i, v](Condition& condition) {
          condition.criteria[i].values.push_back(condition.criteria[i].values[v] + "1");
        });
      }
      for (int op = static_cast<int>(Op::is); op <= static_cast<int>(Op::meets); ++op) {
        if (static_cast<Op>(op) == now.criteria[i].op) continue;
        change("op",
               [i, op](Condition& condition) { condition.criteria[i].op = static_cast<Op>(op); });
      }
    }
  };
  add_conditions(
      "where", [](Commitment& c) -> Condition& { return c.measure.where; },
      commitment.measure.where);
  if (has(commitment, {Kind::share}) && commitment.measure.of) {
    add_conditions(
        "of", [](Commitment& c) -> Condition& { return *c.measure.of; }, *commitment.measure.of);
  }
  return changes;
}

// ---- What scoring.md makes of a commitment ------------------------------------------------

std::string what_counts(const Condition& condition) {
  std::vector<std::string> parts;
  for (const Criterion& criterion : condition.criteria) {
    std::string part = criterion.field + "\x1F" + std::string(name_of(criterion.op));
    for (const std::string& value : criterion.values)
      part += "\x1F" + value;
    parts.push_back(part);
  }
  for (const Condition& group : condition.groups) {
    if (!is_empty(group)) parts.push_back(what_counts(group));
  }
  if (parts.empty()) return "";
  std::string all = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    all += "\x1E" + std::string(name_of(condition.match)) + "\x1E" + parts[i];
  // Alone, a part is itself, in however many groups it stands.
  if (parts.size() > 1) all = "(" + all + ")";
  return condition.negate ? "!(" + all + ")" : all;
}

std::string what_counts(const Commitment& c) {
  const Measure& measure = c.measure;
  std::string all;
  const auto add = [&](std::string_view what) { all += std::string(what) + "\n"; };
  add(name_of(c.team));
  add(name_of(c.direction));
  add(digits(c.target));
  add(name_of(c.every));
  add(name_of(measure.kind));
  // Without a calendar and with one, scoring goes by another clock or pace.
  const auto limit = calendar::parse_limit(measure.limit);
  const bool timed = has(c, {Kind::count, Kind::sum, Kind::checkins, Kind::median_time}) ||
                     (has(c, {Kind::within}) && limit && limit->business);
  if (timed) add(measure.calendar);
  if (has(c, {Kind::checkins, Kind::manual})) {
    add(c.id);
    return all;
  }
  add(measure.dataset);
  add(measure.at);
  add(what_counts(measure.where));
  if (has(c, {Kind::sum, Kind::average, Kind::median})) add(measure.field);
  if (has(c, {Kind::share})) add(what_counts(*measure.of));
  if (has(c, {Kind::within})) add(measure.limit);
  if (has(c, {Kind::within, Kind::median_time})) {
    add(measure.from);
    add(measure.to);
    add(name_of(measure.early));
  }
  return all;
}

// ---- All templates as one agreement -------------------------------------------------------

void rename(Condition& condition, const std::string& by) {
  for (Criterion& criterion : condition.criteria) {
    if (criterion.op != Op::meets) continue;
    for (std::string& id : criterion.values)
      id += by;
  }
  for (Condition& group : condition.groups)
    rename(group, by);
}

// Twice: with calendars and data that differ and are called the same, each
// promise by one title, both teams by one name.
Agreement everything() {
  Agreement all;
  for (const char* round : {"", "-again"}) {
    for (const Template& each : templates()) {
      Agreement one = exchange::read_json(each.json).value().agreement;
      const std::string by = "-" + std::string(each.name) + round;
      for (Calendar& calendar : one.calendars) {
        calendar.id += by;
        calendar.name = "Office hours";
        all.calendars.push_back(calendar);
      }
      for (Dataset& dataset : one.datasets) {
        dataset.id += by;
        dataset.name = "CRM leads";
        rename(dataset.only, by);
        all.datasets.push_back(dataset);
      }
      if (all.lead_scoring.rules.empty() && !one.lead_scoring.rules.empty()) {
        all.lead_scoring = one.lead_scoring;
        all.lead_scoring.dataset += by;
        for (ScoringRule& rule : all.lead_scoring.rules)
          rename(*rule.condition, by);
      }
      for (Stage& stage : one.stages) {
        stage.id += by;
        stage.name = "MQL";
        rename(stage.definition, by);
        all.stages.push_back(stage);
      }
      for (const auto& [from, to] :
           {std::pair{&one.goals, &all.goals}, std::pair{&one.commitments, &all.commitments}}) {
        for (Commitment& commitment : *from) {
          Measure& measure = commitment.measure;
          commitment.id += by;
          commitment.title = "The promise";
          commitment.owner.clear();
          if (!measure.dataset.empty()) measure.dataset += by;
          if (!measure.calendar.empty()) measure.calendar += by;
          rename(measure.where, by);
          if (measure.of) rename(*measure.of, by);
          to->push_back(commitment);
        }
      }
    }
  }
  all.id = "all";
  all.time_zone = "Europe/Berlin";
  all.starts_on = "2026-01-01";
  all.teams = {{Team::marketing, "Revenue", {}, {}}, {Team::sales, "Revenue", {}, {}}};
  return all;
}

// What a reader makes out of a text: nothing of what has no ink, one space.
std::string seen(std::string text) {
  const std::pair<std::string, std::string> alike[] = {{"\x01", ""},
                                                       {"\x7F", ""},
                                                       {"\xE2\x80\x8B", ""},
                                                       {"\xC2\xA0", " "},
                                                       {"e\xCC\x81", "\xC3\xA9"},
                                                       {"  ", " "}};
  for (const auto& [from, to] : alike) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;)
      text.replace(at, from.size(), to);
  }
  return text;
}

class Readings {
 public:
  explicit Readings(const Agreement& agreement) : agreement_(agreement), frame_(agreement) {
    frame_.goals.clear();
    frame_.commitments.clear();
  }

  // Where it can be scored: nothing else may read like it.
  void see(const Commitment& commitment) {
    if (commitment.measure.kind == Kind::share && !commitment.measure.of) return;
    frame_.commitments = {commitment};
    if (!validate(frame_).empty()) return;
    const std::string sentence = commitment_sentence(agreement_, commitment);
    const std::string counts = what_counts(commitment);
    const auto [there, is_new] = read_.emplace(seen(sentence), counts);
    EXPECT_EQ(there->second, counts) << sentence;
    EXPECT_EQ(sentence.find("…"), std::string::npos) << sentence;
  }

  [[nodiscard]] std::size_t size() const { return read_.size(); }

 private:
  const Agreement& agreement_;
  Agreement frame_;  // what commitments are scored by, without the others
  std::map<std::string, std::string> read_;
};

TEST(SentenceProperty, WhatScoresDifferentlyReadsDifferently) {
  const Agreement agreement = everything();
  std::vector<Commitment> all = agreement.commitments;
  all.insert(all.end(), agreement.goals.begin(), agreement.goals.end());
  Readings readings(agreement);
  std::mt19937 random(20261130);
  const auto draw = [&](std::size_t below) { return random() % below; };
  for (std::size_t at = 0; at < all.size(); at += leadpact::testing::kShare) {
    const Commitment& commitment = all[at];
    readings.see(commitment);
    const std::vector<Change> changes = changes_of(agreement, commitment);
    // One by one; of the many, some hundreds.
    const std::size_t step = 1 + changes.size() / 150;
    for (std::size_t i = draw(step); i < changes.size(); i += step) {
      Commitment other = commitment;
      changes[i].make(other);
      readings.see(other);
    }
    // Several together.
    for (int round = 0; round < 40; ++round) {
      Commitment other = commitment;
      for (std::size_t some = 2 + draw(3); some > 0; --some) {
        const std::vector<Change> next = changes_of(agreement, other);
        next[draw(next.size())].make(other);
      }
      readings.see(other);
    }
  }
  EXPECT_GT(readings.size(), 5000u / leadpact::testing::kShare);
}

}  // namespace
}  // namespace leadpact::agreement
