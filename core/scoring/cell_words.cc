#include "core/scoring/cell_words.h"

#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"

namespace leadpact::scoring {

using agreement::Condition;
using data::FieldType;

std::string cell_words(const Records& records, int field, std::size_t row) {
  const data::Table& table = records.table;
  const data::Column& column = table.column(field);
  const std::string text = column.type == FieldType::text ? std::string(table.text(column, row))
                                                          : table.raw_cell(row, field);
  std::string none = "is empty";
  if (text.empty()) return none;
  std::string has = "has " + agreement::quoted(text);
  switch (column.type) {
    case FieldType::number:
      if (data::is_invalid_number(column.numbers[row])) return has + ", which is no number";
      return data::has_number(column.numbers[row]) ? has : none;
    case FieldType::boolean:
      if (column.booleans[row] == data::kInvalidBoolean) {
        return has + ", which is neither yes nor no";
      }
      return column.booleans[row] == data::kEmptyBoolean ? none : has;
    case FieldType::timestamp:
      if (column.stamps[row].is_invalid()) return has + ", which is no date";
      if (!column.stamps[row].has_value()) return none;
      return records.evaluator.stamp(field, row).has_value()
                 ? has
                 : has + ", later than the day looked at";
    case FieldType::text:
    case FieldType::unset:
      break;
  }
  return has;
}

std::string has_words(const Records& records, const Condition& rule, std::size_t row) {
  if (rule.criteria.size() != 1 || !rule.groups.empty()) return {};
  const agreement::Criterion& criterion = rule.criteria.front();
  if (criterion.op == agreement::Op::meets) return {};
  if (criterion.field == agreement::kLeadScoreKey &&
      records.dataset.id == records.agreement.lead_scoring.dataset) {
    double score = 0;
    records.evaluator.score_rows(row, row + 1, &score);
    return "has " + agreement::digits(score);
  }
  const int field = records.table.find_field(criterion.field);
  return field < 0 ? std::string() : cell_words(records, field, row);
}

std::vector<Condition> rules_of(const Condition& condition) {
  if (condition.negate) return {condition};
  std::vector<Condition> rules;
  for (const agreement::Criterion& criterion : condition.criteria) {
    rules.emplace_back().criteria.push_back(criterion);
  }
  for (const Condition& group : condition.groups) {
    if (!agreement::is_empty(group)) rules.push_back(group);
  }
  return rules;
}

std::vector<MissedRule> missed_rules(const Records& records, const Condition& condition,
                                     std::size_t row) {
  std::vector<MissedRule> missed;
  for (const Condition& rule : rules_of(condition)) {
    std::uint8_t holds = 0;
    records.evaluator.prepare(rule).run(row, row + 1, &holds);
    if (holds != 0) continue;
    missed.push_back({agreement::condition_words(records.agreement, records.dataset, rule),
                      has_words(records, rule, row)});
  }
  return missed;
}

}  // namespace leadpact::scoring
