// The rule builder: a condition as rows of column, comparison and value, in
// groups, read back as a sentence.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/sentence.h"
#include "core/data/cells.h"
#include "web/app/form.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Condition;
using agreement::Criterion;
using agreement::Dataset;
using agreement::Op;
using data::FieldType;

constexpr const char* kStage = "\x01stage";  // in place of a column: the definition of a stage

using Ops = std::vector<std::pair<Op, std::string>>;

Ops ops_for(FieldType type) {
  Ops ops;
  switch (type) {
    case FieldType::text:
    case FieldType::unset:
      ops = {{Op::is, "is one of"},
             {Op::is_not, "is none of"},
             {Op::contains, "contains"},
             {Op::not_contains, "does not contain"},
             {Op::starts_with, "begins with"},
             {Op::ends_with, "ends with"},
             {Op::domain_is, "is an address at"},
             {Op::domain_is_not, "is an address not at"}};
      break;
    case FieldType::number:
      ops = {{Op::at_least, "is at least"},   {Op::at_most, "is at most"},
             {Op::more_than, "is more than"}, {Op::less_than, "is less than"},
             {Op::equals, "equals"},          {Op::between, "is from … to …"}};
      break;
    case FieldType::boolean:
      ops = {{Op::is, "is"}, {Op::is_not, "is not"}};
      break;
    case FieldType::timestamp:
      ops = {{Op::before, "is before"}, {Op::on_or_after, "is on or after"}};
      break;
  }
  ops.emplace_back(Op::is_filled, "is filled");
  ops.emplace_back(Op::is_empty, "is empty");
  return ops;
}

bool takes_no_value(Op op) {
  return op == Op::is_filled || op == Op::is_empty || op == Op::unset;
}

FieldType type_of(const Dataset* dataset, const std::string& key) {
  if (key == agreement::kLeadScoreKey) return FieldType::number;
  const data::Field* field = dataset == nullptr ? nullptr : agreement::find_field(*dataset, key);
  return field == nullptr ? FieldType::text : field->type;
}

std::size_t value_count(Op op) {
  if (takes_no_value(op)) return 0;
  return op == Op::between ? 2 : 1;
}

// Values that do not fit another comparison are dropped, so that a rule is
// whole again as soon as its column is.
void fit_values(Criterion& criterion, Op before) {
  const std::size_t count = value_count(criterion.op);
  const bool listed = criterion.op == Op::is || criterion.op == Op::is_not ||
                      criterion.op == Op::contains || criterion.op == Op::not_contains ||
                      criterion.op == Op::starts_with || criterion.op == Op::ends_with ||
                      criterion.op == Op::domain_is || criterion.op == Op::domain_is_not;
  if (before == Op::meets || criterion.op == Op::meets || count == 0) criterion.values.clear();
  if (!listed) criterion.values.resize(count);
}

void choose_column(Criterion& criterion, const Dataset* dataset, const std::string& column) {
  const Op before = criterion.op;
  if (column == kStage) {
    criterion.field.clear();
    criterion.op = Op::meets;
  } else {
    criterion.field = column;
    const Ops ops = ops_for(type_of(dataset, column));
    const bool fits = std::any_of(ops.begin(), ops.end(),
                                  [&](const auto& each) { return each.first == criterion.op; });
    if (!fits) criterion.op = ops.front().first;
  }
  if (criterion.op != before) fit_values(criterion, before);
}

Fields::Options columns_of(const Agreement& agreement, const Dataset* dataset) {
  Fields::Options options = column_options(dataset);
  const bool scored = dataset != nullptr && agreement.lead_scoring.dataset == dataset->id &&
                      !agreement.lead_scoring.rules.empty();
  if (scored) options.emplace_back(std::string(agreement::kLeadScoreKey), "Lead score");
  if (!agreement.stages.empty()) options.emplace_back(kStage, "The lead is a …");
  return options;
}

// Why the text is no value of the column; a stage that nothing uses is checked
// nowhere else.
std::string wrong_value(const std::string& text, const Dataset* dataset, const std::string& key) {
  const std::string_view typed = data::trim(text);
  if (typed.empty()) return {};
  const std::string quoted = "“" + std::string(typed) + "” is no ";
  if (type_of(dataset, key) == FieldType::number) {
    return data::parse_plain_number(typed) ? "" : quoted + "number; write one like 50 or 2.5.";
  }
  const data::Field* field = dataset == nullptr ? nullptr : agreement::find_field(*dataset, key);
  const calendar::Zone* zone =
      dataset == nullptr ? nullptr : calendar::Zone::find(dataset->time_zone);
  if (field == nullptr || zone == nullptr) return {};
  return data::parse_stamp(typed, field->date_order, *zone).has_value()
             ? ""
             : quoted + "date; write one like 2026-03-31.";
}

void walk_values(Fields& fields, const std::string& key, Criterion& criterion,
                 const Dataset* dataset) {
  if (takes_no_value(criterion.op)) return;
  const FieldType type = type_of(dataset, criterion.field);
  if (type == FieldType::text || type == FieldType::unset) {
    fields.lines(key + ".values", "Any of these values", criterion.values);
    // Parts of values are not what occurs.
    const bool domains = criterion.op == Op::domain_is || criterion.op == Op::domain_is_not;
    const bool whole = criterion.op == Op::is || criterion.op == Op::is_not;
    if (whole || domains) fields.about(dataset, criterion.field, domains);
    return;
  }
  const auto value = [&](std::size_t i) {
    return i < criterion.values.size() ? criterion.values[i] : std::string();
  };
  const auto keep = [&](std::size_t i, const std::string& text) {
    if (text == value(i)) return;
    criterion.values.resize(value_count(criterion.op));
    criterion.values[i] = text;
  };
  std::string first = value(0);
  if (type == FieldType::boolean) {
    fields.choice(key + ".values", "Value", first, {{"true", "Yes"}, {"false", "No"}});
    keep(0, first);
    return;
  }
  const std::string help = type == FieldType::timestamp ? "A date like 2026-03-31, or with a time."
                                                        : "A number like 50 or 2.5.";
  fields.line(key + ".values", criterion.op == Op::between ? "From" : "Value", first, help);
  if (criterion.op != Op::between) fields.about(dataset, criterion.field, false);
  fields.wrong(wrong_value(first, dataset, criterion.field));
  keep(0, first);
  if (criterion.op != Op::between) return;
  std::string second = value(1);
  fields.line(key + ".values[1]", "To", second, help);
  fields.about(dataset, criterion.field, false);
  fields.wrong(wrong_value(second, dataset, criterion.field));
  keep(1, second);
}

void walk_criterion(Fields& fields, const std::string& key, Criterion& criterion,
                    const Agreement& agreement, const Dataset* dataset) {
  std::string column = criterion.op == Op::meets ? kStage : criterion.field;
  const std::string before = column;
  fields.choice(key + ".field", "Column", column, columns_of(agreement, dataset));
  if (column != before) choose_column(criterion, dataset, column);
  if (criterion.op == Op::meets) {
    Fields::Options stages;
    for (const agreement::Stage& stage : agreement.stages)
      stages.emplace_back(stage.id, stage.name.empty() ? stage.id : stage.name);
    std::string chosen = criterion.values.empty() ? "" : criterion.values.front();
    const std::string stage_before = chosen;
    fields.choice(key + ".values", "Stage", chosen, stages);
    if (chosen != stage_before) criterion.values = {chosen};
    return;
  }
  const Op op = criterion.op;
  fields.choice_of(key + ".op", "Comparison", criterion.op,
                   ops_for(type_of(dataset, criterion.field)));
  if (criterion.op != op) fit_values(criterion, op);
  walk_values(fields, key, criterion, dataset);
}

template <typename T>
void erase_at(std::vector<T>& all, std::size_t index) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
}

void walk_group(Fields& fields, const std::string& key, Condition& condition,
                const Agreement& agreement, const Dataset* dataset, int level) {
  if (condition.negate || level > 0 || condition.criteria.size() + condition.groups.size() > 0) {
    fields.toggle(key + ".negate", "Turned round: leads for which this does not hold",
                  condition.negate);
  }
  if (condition.criteria.size() + condition.groups.size() > 1) {
    fields.choice_of<agreement::Match>(
        key + ".match", "Of these rules", condition.match,
        {{agreement::Match::all, "All must hold"}, {agreement::Match::any, "One is enough"}});
  }
  for (std::size_t i = 0; i < condition.criteria.size(); ++i) {
    const std::string place = key + ".criteria[" + std::to_string(i) + "]";
    fields.heading("Rule " + std::to_string(i + 1));
    fields.indent(1);
    walk_criterion(fields, place, condition.criteria[i], agreement, dataset);
    const std::size_t before = condition.criteria.size();
    fields.action(place + ".remove", "Remove this rule",
                  [&condition, i] { erase_at(condition.criteria, i); });
    fields.indent(-1);
    if (condition.criteria.size() != before) return;
  }
  for (std::size_t i = 0; i < condition.groups.size(); ++i) {
    const std::string place = key + ".groups[" + std::to_string(i) + "]";
    fields.heading("Group " + std::to_string(i + 1));
    fields.indent(1);
    walk_group(fields, place, condition.groups[i], agreement, dataset, level + 1);
    const std::size_t before = condition.groups.size();
    fields.action(place + ".remove", "Remove this group",
                  [&condition, i] { erase_at(condition.groups, i); });
    fields.indent(-1);
    if (condition.groups.size() != before) return;
  }
  fields.action(key + ".add", "Add a rule", [&condition, dataset] {
    Criterion criterion;
    if (dataset != nullptr && !dataset->fields.empty()) {
      criterion.field = dataset->fields.front().key;
      criterion.op = Op::is_filled;
    }
    condition.criteria.push_back(std::move(criterion));
  });
  if (level < agreement::kMaxGroupLevels &&
      condition.criteria.size() + condition.groups.size() > 0) {
    fields.action(key + ".add_group", "Add a group", [&condition, dataset] {
      Condition group;
      Criterion criterion;
      if (dataset != nullptr && !dataset->fields.empty()) {
        criterion.field = dataset->fields.front().key;
        criterion.op = Op::is_filled;
      }
      group.match = agreement::Match::any;
      group.criteria.push_back(std::move(criterion));
      condition.groups.push_back(std::move(group));
    });
  }
}

}  // namespace

void walk_condition(Fields& fields, const std::string& key, const std::string& label,
                    Condition& condition, const Agreement& agreement, const Dataset* dataset) {
  fields.heading(label);
  static const Dataset none;
  const std::string words =
      agreement::condition_words(agreement, dataset == nullptr ? none : *dataset, condition);
  fields.note(words.empty() ? "Every record: there is no rule yet." : words + ".");
  if (dataset == nullptr || dataset->fields.empty()) {
    fields.note("No columns are known yet: add data and its columns under Lead definitions.");
  }
  walk_group(fields, key, condition, agreement, dataset, 0);
}

}  // namespace leadpact::app
