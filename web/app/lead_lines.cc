#include "web/app/lead_lines.h"

#include <algorithm>
#include <array>

#include "core/agreement/sentence.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/data/utf8.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using agreement::Condition;
using agreement::Criterion;
using data::FieldType;

constexpr std::size_t kLongest = 60;  // characters of a cell

// The columns a person knows a lead by; indices of fields, or -1.
struct Known {
  int id = -1, first = -1, last = -1, name = -1, company = -1, email = -1;
};

// "First Name", "first_name", "firstname" are one.
std::string plain_name(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') plain += c;
  }
  return plain;
}

int find_named(const agreement::Dataset& dataset, const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
      const data::Field& field = dataset.fields[i];
      if (field.type != FieldType::text) continue;
      if (plain_name(field.key) == name || plain_name(field.column) == name) {
        return static_cast<int>(i);
      }
    }
  }
  return -1;
}

Known known_of(const agreement::Dataset& dataset) {
  Known known;
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    if (dataset.fields[i].key == dataset.id_field) known.id = static_cast<int>(i);
  }
  known.first = find_named(dataset, {"firstname", "givenname"});
  known.last = find_named(dataset, {"lastname", "surname", "familyname"});
  known.name = find_named(dataset, {"name", "fullname", "leadname", "contactname", "contactperson",
                                    "dealname", "dealtitle"});
  known.company =
      find_named(dataset, {"company", "companyname", "account", "accountname", "companyaccount",
                           "organization", "organisation", "dealorganization"});
  known.email = find_named(dataset, {"email", "emailaddress", "workemail", "businessemail"});
  return known;
}

// The cell on one line; empty where the dataset takes it as empty.
std::string cell(const StageSweep& sweep, std::uint32_t row, int field) {
  if (field < 0) return {};
  const data::Table& table = sweep.table();
  const data::Column& column = table.column(field);
  std::string text = column.type == FieldType::text ? std::string(table.text(column, row))
                                                    : table.raw_cell(row, field);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return shortened(text, kLongest);
}

LeadLine line_of(const StageSweep& sweep, const Known& known, std::uint32_t row) {
  const data::Table& table = sweep.table();
  std::string person = cell(sweep, row, known.first);
  const std::string last = cell(sweep, row, known.last);
  if (!last.empty()) person += (person.empty() ? "" : " ") + last;
  if (person.empty()) person = cell(sweep, row, known.name);
  std::string place = "line " + whole(table.line(row));
  if (table.file_names().size() > 1) place += " of " + table.file_names()[table.file(row)];
  const std::array<std::string, 4> by = {person, cell(sweep, row, known.email),
                                         cell(sweep, row, known.company),
                                         cell(sweep, row, known.id)};
  LeadLine line;
  std::size_t named = 0;
  while (named < by.size() && by[named].empty())
    ++named;
  if (named == by.size()) {
    line.name = std::move(place);
    line.name.front() = 'L';
    return line;
  }
  line.name = by[named];
  for (std::size_t i = 2; i < by.size(); ++i) {
    if (i > named && !by[i].empty()) line.detail += by[i] + " · ";
  }
  line.detail += place;
  return line;
}

// What the lead has in place of what the rule asks for; empty where that is no
// one cell.
std::string has_words(StageSweep& sweep, const Condition& rule, std::uint32_t row) {
  if (rule.criteria.size() != 1 || !rule.groups.empty()) return {};
  const Criterion& criterion = rule.criteria.front();
  if (criterion.op == agreement::Op::meets) return {};
  const data::Table& table = sweep.table();
  if (criterion.field == agreement::kLeadScoreKey &&
      sweep.dataset().id == sweep.agreement().lead_scoring.dataset) {
    return "has " + agreement::digits(sweep.evaluator().lead_scores()[row]);
  }
  const int index = table.find_field(criterion.field);
  if (index < 0) return {};
  const data::Column& column = table.column(index);
  const std::string text = cell(sweep, row, index);
  std::string has = "has “" + text + "”";
  std::string none = "is empty";
  if (text.empty()) return none;
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
      return sweep.evaluator().stamp(index, row).has_value()
                 ? has
                 : has + ", later than the day looked at";
    case FieldType::text:
    case FieldType::unset:
      break;
  }
  return has;
}

}  // namespace

std::vector<LeadLine> matching_lines(const StageSweep& sweep, std::size_t most) {
  const Known known = known_of(sweep.dataset());
  std::vector<LeadLine> lines;
  for (const std::uint32_t row : sweep.matching(most))
    lines.push_back(line_of(sweep, known, row));
  return lines;
}

std::vector<LeadLine> just_short_lines(StageSweep& sweep, std::size_t most) {
  const Known known = known_of(sweep.dataset());
  std::vector<std::string> words;
  for (const Condition& rule : sweep.rules())
    words.push_back(agreement::condition_words(sweep.agreement(), sweep.dataset(), rule));
  std::vector<LeadLine> lines;
  for (const StageSweep::Miss& miss : sweep.just_short(most)) {
    LeadLine line = line_of(sweep, known, miss.row);
    const std::string has = has_words(sweep, sweep.rules()[miss.rule], miss.row);
    line.why = words[miss.rule] + (has.empty() ? "" : ": " + has);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t at = 0, last = 0;
  for (std::size_t n = 0; at < text.size(); ++n) {
    if (n == most) return std::string(text.substr(0, last)) + "…";
    last = at;
    at += std::max<std::size_t>(1, data::decode(text.substr(at)).size);
  }
  return std::string(text);
}

}  // namespace leadpact::app
