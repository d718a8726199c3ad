#include "web/app/lead_sum.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/rules/compare.h"

namespace leadpact::app {
namespace {

using agreement::Condition;
using agreement::Dataset;

constexpr std::size_t kCells = 6;  // of one rule

std::string points_text(double points) {
  return agreement::grouped(agreement::digits(points == 0 ? 0 : points));
}

// The fields a condition asks about, each once, in order.
void collect(const Condition& condition, std::vector<std::string>& fields) {
  for (const agreement::Criterion& each : condition.criteria) {
    const bool known = std::find(fields.begin(), fields.end(), each.field) != fields.end();
    if (!each.field.empty() && !known) fields.push_back(each.field);
  }
  for (const Condition& group : condition.groups)
    collect(group, fields);
}

std::string cells_of(const Condition& condition, const data::Table& table, std::size_t row) {
  std::vector<std::string> keys;
  collect(condition, keys);
  std::string text;
  std::size_t shown = 0;
  for (const std::string& key : keys) {
    const int field = table.find_field(key);
    if (field < 0) continue;
    if (shown++ == kCells) return text + " …";
    const std::string cell = table.raw_cell(row, field);
    const data::Field& column = table.fields()[static_cast<std::size_t>(field)];
    text += (text.empty() ? "" : " · ") + agreement::quoted(column.column) + ": " +
            (cell.empty() ? "empty" : agreement::quoted(cell));
  }
  return text;
}

// By their first letters alone, where these are plain: most records of a long
// file need no closer look.
bool may_begin(std::string_view text, std::string_view folded) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text.front());
  const bool upper = first >= 'A' && first <= 'Z';
  return first >= 0x80 || static_cast<char>(upper ? first + 32 : first) == folded.front();
}

}  // namespace

std::string signed_points(double points) {
  const std::string text = points_text(points);
  return points > 0 ? "+" + text : text;
}

LeadSum lead_sum(const agreement::Agreement& agreement, const Dataset& dataset,
                 const data::Table& table, rules::Evaluator& evaluator, std::size_t row) {
  constexpr double kMost = std::numeric_limits<double>::max();
  LeadSum made;
  made.lead = identifier_of(dataset, table, row);
  const rules::Mask met = evaluator.rules_met(row);
  const auto& rules = agreement.lead_scoring.rules;
  for (std::size_t i = 0; i < rules.size() && i < met.size(); ++i) {
    const agreement::ScoringRule& rule = rules[i];
    LeadSum::Line line;
    if (rule.condition) {
      line.asks = agreement::condition_words(agreement, dataset, *rule.condition);
      line.cells = cells_of(*rule.condition, table, row);
    }
    if (line.asks.empty()) line.asks = "always";
    line.rule = rule.name;
    if (line.rule.empty()) std::swap(line.rule, line.asks);
    line.fits = met[i] != 0;
    line.points = line.fits ? rule.points : 0;
    made.sum = std::clamp(made.sum + line.points, -kMost, kMost);
    line.sum = made.sum;
    made.lines.push_back(std::move(line));
  }
  return made;
}

std::string threshold_verdict(double sum, double threshold, const std::string& stage) {
  const bool reached = rules::is_at_least(sum, threshold);
  return points_text(sum) + " of " + points_text(threshold) +
         (threshold == 1 ? " point: " : " points: ") + (reached ? "reaches" : "does not reach") +
         " the threshold of " + stage + ".";
}

std::string identifier_of(const Dataset& dataset, const data::Table& table, std::size_t row) {
  const int field = dataset.id_field.empty() ? -1 : table.find_field(dataset.id_field);
  std::string identifier = field < 0 ? "" : table.raw_cell(row, field);
  if (!identifier.empty()) return identifier;
  const std::size_t file = table.file(row);
  const std::string name = file < table.file_names().size() ? table.file_names()[file] : "";
  return name + ", line " + std::to_string(table.line(row));
}

std::optional<std::size_t> find_lead(const Dataset& dataset, const data::Table& table,
                                     std::string_view identifier) {
  const std::string wanted = data::fold_case(data::trim(identifier));
  if (wanted.empty()) return std::nullopt;
  const int field = dataset.id_field.empty() ? -1 : table.find_field(dataset.id_field);
  const bool by_text = field >= 0 && table.column(field).type == data::FieldType::text;
  std::optional<std::size_t> begins;
  const std::vector<std::uint32_t>& kept = table.kept();
  for (std::size_t i = 0; i < kept.size(); ++i) {
    std::string made;
    if (!by_text) made = identifier_of(dataset, table, kept[i]);
    const std::string_view own =
        data::trim(by_text ? table.text(table.column(field), kept[i]) : std::string_view(made));
    if (data::equals_folded(own, wanted)) return i;
    if (begins || !may_begin(own, wanted)) continue;
    if (data::fold_case(own).compare(0, wanted.size(), wanted) == 0) begins = i;
  }
  return begins;
}

}  // namespace leadpact::app
