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
    {"won", "Opportunities won, in percent",
     "20 to 30 are often published. Only a start: take your own from last year.", &GoalMaths::won},
    {"sql_to_opportunity", "SQLs that become opportunities, in percent",
     "50 to 70 are often published. Only a start: take your own.", &GoalMaths::sql_to_opportunity},
    {"mql_to_sql", "MQLs that become SQLs, in percent",
     "Published figures run from 13 to 45, by what is called an MQL. Only a start.",
     &GoalMaths::mql_to_sql},
    {"lead_to_mql", "Leads that become MQLs, in percent",
     "10 to 25 are often published. Only a start: take your own.", &GoalMaths::lead_to_mql},
    {"working_days", "Working days a month", "", &GoalMaths::working_days},
    {"reps", "Reps who take leads", "", &GoalMaths::reps},
}};

struct Result {
  const char* key;
  const char* label;
  FunnelStep step;
};

constexpr std::array<Result, 5> kResults = {{
    {"customers", "Customers a month", FunnelStep::customers},
    {"opportunities", "Opportunities a month", FunnelStep::opportunities},
    {"sqls", "SQLs a month", FunnelStep::sqls},
    {"mqls", "MQLs a month", FunnelStep::mqls},
    {"leads", "Leads a month", FunnelStep::leads},
}};

std::string rates_of(double a_month, const GoalMaths& maths) {
  constexpr double kWeeks = 52.0 / 12;
  std::string text = number(a_month / kWeeks, 1) + " a week";
  if (maths.working_days > 0)
    text += ", " + number(a_month / maths.working_days, 1) + " a working day";
  if (maths.reps > 0) text += ", " + number(a_month / maths.reps, 1) + " a month for each rep";
  return text + ".";
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
    if (!field.key.empty() && field.key == typed_key_) field.value = typed_;
    const auto draft = drafts_.find(field.key);
    if (draft != drafts_.end()) {
      field.value = draft->second.text;
      field.error = draft->second.sentence;
    }
    fields.push_back(std::move(field));
  };
  add(FormField::Kind::heading, "", "What you know", "", "");
  for (const Input& input : kInputs) {
    add(FormField::Kind::number, input.key, input.label,
        agreement::grouped(agreement::digits(std::round(maths_.*input.value * 100) / 100)),
        input.help);
  }
  add(FormField::Kind::heading, "", "What it takes", "", "");
  add(FormField::Kind::note, "", "Set any of these and the revenue goal follows.", "", "");
  for (const Result& result : kResults) {
    const auto count = agreement::a_month(maths_, result.step);
    add(FormField::Kind::number, result.key, result.label, count ? number(*count, 1) : "",
        count ? rates_of(*count, maths_)
              : "Share, deal size and the rates above it must be more than 0.");
  }
  return fields;
}

void GoalDesk::set(const std::string& key, const std::string& text) {
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
    if (key == input.key) maths_.*input.value = *read;
  }
  for (const Result& result : kResults) {
    if (key != result.key || agreement::set_a_month(maths_, result.step, *read)) continue;
    drafts_[key] = {text, "Share, deal size and the rates above it must be more than 0 first."};
  }
}

std::vector<std::pair<std::string, std::string>> GoalDesk::texts() const {
  std::vector<std::pair<std::string, std::string>> texts;
  const GoalMaths fresh;
  for (const Input& input : kInputs) {
    if (maths_.*input.value == fresh.*input.value) continue;
    texts.emplace_back(input.key, agreement::digits(maths_.*input.value));
  }
  for (const auto& [key, draft] : drafts_)
    texts.emplace_back(key, draft.text);
  return texts;
}

void GoalDesk::restore(const std::vector<std::pair<std::string, std::string>>& texts) {
  *this = GoalDesk();
  for (const auto& [key, text] : texts) {
    const auto is = [&name = key](const auto& each) { return name == each.key; };
    if (std::any_of(kInputs.begin(), kInputs.end(), is) ||
        std::any_of(kResults.begin(), kResults.end(), is)) {
      set(key, text);
    }
  }
  typed_key_.clear();
}

bool GoalDesk::complete() const {
  return agreement::a_month(maths_, FunnelStep::mqls).has_value() && maths_.revenue > 0;
}

}  // namespace leadpact::app
