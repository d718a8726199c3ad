#include "web/app/goal_desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using agreement::FunnelStep;
using agreement::GoalMaths;

struct Input {
  const char* key;
  const char* label;
  const char* help;
  double GoalMaths::*value;
};

constexpr std::array<Input, 9> kInputs = {{
    {"revenue", "Revenue goal a year", "New revenue, in your currency.", &GoalMaths::revenue},
    {"marketing_share", "Of it from these leads, in percent",
     "What marketing answers for; the rest comes from sales itself and from partners.",
     &GoalMaths::marketing_share},
    {"deal_size", "Average deal", "Of last year's new customers.", &GoalMaths::deal_size},
    {"won", "Opportunities won, in percent", "Published: 20 to 30 of SQLs (mv3marketing).",
     &GoalMaths::won},
    {"sql_to_opportunity", "SQLs that become opportunities, in percent",
     "Published: 50 to 70 from SAL to SQL (mv3marketing).", &GoalMaths::sql_to_opportunity},
    {"mql_to_sql", "MQLs that become SQLs, in percent",
     "Published figures conflict: 13 to 45, by what is called an MQL (prooflytics, omegapoint, "
     "lotoftools).",
     &GoalMaths::mql_to_sql},
    {"lead_to_mql", "Leads that become MQLs, in percent",
     "Published: 10 to 25 of inquiries (mv3marketing).", &GoalMaths::lead_to_mql},
    {"working_days", "Working days a month", "", &GoalMaths::working_days},
    {"reps", "Reps who take leads", "", &GoalMaths::reps},
}};

constexpr const char* kFollows = "follows";
constexpr const char* kFirst = "Share, deal size and the rates above it must be more than 0 first.";

struct Step {
  const char* key;
  const char* name;
};

constexpr std::array<Step, 5> kSteps = {{{"customers", "Customers"},
                                         {"opportunities", "Opportunities"},
                                         {"sqls", "SQLs"},
                                         {"mqls", "MQLs"},
                                         {"leads", "Leads"}}};

// A step is told for a month and for these, "mqls.week".
struct Per {
  const char* key;
  const char* words;
  double (*of_month)(const GoalMaths&);  // how many of them a month has
};

constexpr std::array<Per, 4> kPers = {{
    {"", " a month", [](const GoalMaths&) { return 1.0; }},
    {".week", " a week", [](const GoalMaths&) { return 52.0 / 12; }},
    {".day", " a working day", [](const GoalMaths& maths) { return maths.working_days; }},
    {".rep", " a month for each rep", [](const GoalMaths& maths) { return maths.reps; }},
}};

// Calls `use` for the figure of that key; false where there is none.
template <typename Use>
bool with_figure(const std::string& key, const Use& use) {
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    for (const Per& per : kPers) {
      if (key != std::string(kSteps[i].key) + per.key) continue;
      use(i, per);
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<FormField> GoalDesk::fields() const {
  std::vector<FormField> fields;
  const auto add = [&](FormField::Kind kind, std::string key, std::string label, std::string value,
                       std::string help) {
    FormField field;
    field.kind = kind;
    field.key = std::move(key);
    field.label = std::move(label);
    field.value = std::move(value);
    field.help = std::move(help);
    const bool typed = field.kind == FormField::Kind::number && field.key == typed_key_;
    if (typed) field.value = typed_;
    const auto draft = drafts_.find(field.key);
    if (draft != drafts_.end()) {
      field.value = draft->second.text;
      field.error = draft->second.sentence;
    }
    fields.push_back(std::move(field));
  };
  add(FormField::Kind::heading, "", "What you know", "", "");
  for (const Input& input : kInputs) {
    const bool by_hours = input.value == &GoalMaths::working_days && !hours_.empty() && !own_days_;
    const std::string help(input.help);
    add(FormField::Kind::number, input.key, input.label,
        agreement::grouped(agreement::digits(std::round(maths_.*input.value * 100) / 100)),
        by_hours ? "As " + hours_ + " has them; type others to go by those."
                 : help + (help.empty() ? "" : " ") + "Only a start: take your own.");
  }
  add(FormField::Kind::heading, "", "What it takes", "", "");
  add(FormField::Kind::choice, kFollows, "When you change a figure below",
      rate_follows_ ? "rate" : "goal", "Of customers that is the average deal.");
  fields.back().options = {{"goal", "The revenue goal follows"},
                           {"rate", "The rate above it follows"}};
  for (std::size_t i = 0; i < kSteps.size(); ++i) {
    const auto count = agreement::a_month(maths_, agreement::kFunnel[i]);
    for (const Per& per : kPers) {
      const double many = per.of_month(maths_);
      const double value = count && many > 0 ? *count / many : 0;
      add(FormField::Kind::number, std::string(kSteps[i].key) + per.key,
          std::string(kSteps[i].name) + per.words,
          count && many > 0 ? number(value, value < 10 ? 2 : 1) : "", count ? "" : kFirst);
      fields.back().level = 1;
    }
  }
  return fields;
}

void GoalDesk::look(const agreement::Agreement& agreement) {
  const auto days = agreement::working_days_a_month(agreement);
  fresh_.working_days = days.value_or(GoalMaths().working_days);
  hours_.clear();
  if (days) {
    const agreement::Calendar& calendar = agreement.calendars.front();
    hours_ = quoted(calendar.name.empty() ? calendar.id : calendar.name);
  }
  if (!own_days_) maths_.working_days = fresh_.working_days;
}

void GoalDesk::set(const std::string& key, const std::string& text) {
  if (key == kFollows) {
    rate_follows_ = text == "rate";
    return;
  }
  typed_key_ = key;
  typed_ = text;
  drafts_.erase(key);
  const auto read = data::parse_number(data::trim(text), data::Decimal::point);
  const bool usable = read && std::isfinite(*read) && *read >= 0;
  if (!usable) {
    drafts_[key] = {text, "“" + text + "” is no number from 0 on; write one like 20 or 2.5."};
    return;
  }
  for (const Input& input : kInputs) {
    if (key != input.key) continue;
    maths_.*input.value = *read;
    own_days_ = own_days_ || input.value == &GoalMaths::working_days;
  }
  set_step(key, text, *read);
}

void GoalDesk::set_step(const std::string& key, const std::string& text, double count) {
  with_figure(key, [&](std::size_t i, const Per& per) {
    const FunnelStep step = agreement::kFunnel[i];
    const double many = per.of_month(maths_);
    const double month = count * many;
    const bool set = many > 0 && (rate_follows_ ? agreement::set_rate_above(maths_, step, month)
                                                : agreement::set_a_month(maths_, step, month));
    if (set) return;
    std::string why = many > 0 ? kFirst : "Working days and reps must be more than 0 first.";
    const auto above =
        i == 0 ? std::nullopt : agreement::a_month(maths_, agreement::kFunnel[i - 1]);
    if (rate_follows_ && above && *above > 0) {
      why = "It takes as many as " + std::string(kSteps[i - 1].name) +
            " or more: " + number(*above, 1) + " a month.";
    }
    drafts_[key] = {text, std::move(why)};
  });
}

std::vector<std::pair<std::string, std::string>> GoalDesk::texts() const {
  std::vector<std::pair<std::string, std::string>> texts;
  if (rate_follows_) texts.emplace_back(kFollows, "rate");
  for (const Input& input : kInputs) {
    const bool days = input.value == &GoalMaths::working_days;
    if (days ? !own_days_ : maths_.*input.value == fresh_.*input.value) continue;
    texts.emplace_back(input.key, agreement::digits(maths_.*input.value));
  }
  for (const auto& [key, draft] : drafts_)
    texts.emplace_back(key, draft.text);
  return texts;
}

void GoalDesk::restore(const std::vector<std::pair<std::string, std::string>>& texts) {
  GoalDesk begun;
  begun.fresh_ = begun.maths_ = fresh_;
  begun.hours_ = hours_;
  *this = std::move(begun);
  for (const auto& [key, text] : texts) {
    const auto is = [&name = key](const auto& each) { return name == each.key; };
    if (key == kFollows || std::any_of(kInputs.begin(), kInputs.end(), is) ||
        with_figure(key, [](std::size_t, const Per&) {})) {
      set(key, text);
    }
  }
  typed_key_.clear();
}

std::vector<GoalDesk::Bar> GoalDesk::funnel() const {
  std::vector<Bar> bars;
  const std::optional<double> most = agreement::a_month(maths_, agreement::FunnelStep::leads);
  for (std::size_t i = kSteps.size(); most.value_or(0) > 0 && i > 0; --i) {
    const double count = agreement::a_month(maths_, agreement::kFunnel[i - 1]).value_or(0);
    bars.push_back({kSteps[i - 1].name, number(count), count / *most});
  }
  return bars;
}

bool GoalDesk::complete() const {
  return agreement::a_month(maths_, FunnelStep::mqls).has_value() && maths_.revenue > 0;
}

}  // namespace leadpact::app
