#include "web/app/lead_lines.h"

#include <algorithm>
#include <array>

#include "core/agreement/sentence.h"
#include "core/data/presets.h"
#include "core/data/utf8.h"
#include "core/scoring/cell_words.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

using data::FieldType;
using data::Meaning;

constexpr std::size_t kLongest = 60;  // characters of a cell

}  // namespace

LeadNames::LeadNames(const agreement::Dataset& dataset, const data::Table& table)
    : table_(table),
      first_(find_text(dataset.fields, Meaning::first_name)),
      last_(find_text(dataset.fields, Meaning::last_name)),
      name_(find_text(dataset.fields, Meaning::name)),
      company_(find_text(dataset.fields, Meaning::company)),
      email_(find_text(dataset.fields, Meaning::email)),
      owner_(find_text(dataset.fields, Meaning::owner)) {
  for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
    if (dataset.fields[i].key == dataset.id_field) id_ = static_cast<int>(i);
  }
}

// On one line; empty where the dataset takes it as empty.
std::string LeadNames::cell(std::uint32_t row, int field) const {
  if (field < 0) return {};
  const data::Column& column = table_.column(field);
  std::string text = column.type == FieldType::text ? std::string(table_.text(column, row))
                                                    : table_.raw_cell(row, field);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return shortened(text, kLongest);
}

LeadLine LeadNames::line(std::uint32_t row) const {
  std::string person = cell(row, first_);
  const std::string last = cell(row, last_);
  if (!last.empty()) person += (person.empty() ? "" : " ") + last;
  if (person.empty()) person = cell(row, name_);
  std::string place = "line " + whole(table_.line(row));
  if (table_.file_names().size() > 1) place += " of " + table_.file_names()[table_.file(row)];
  const std::array<std::string, 4> by = {person, cell(row, email_), cell(row, company_),
                                         cell(row, id_)};
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

std::string LeadNames::all(std::uint32_t row) const {
  std::string text;
  for (const int field : {first_, last_, name_, company_, email_, owner_, id_}) {
    if (field >= 0) text += cell(row, field) + " ";
  }
  return text;
}

std::vector<LeadLine> matching_lines(const StageSweep& sweep, std::size_t most) {
  const LeadNames names(sweep.dataset(), sweep.table());
  std::vector<LeadLine> lines;
  for (const std::uint32_t row : sweep.matching(most))
    lines.push_back(names.line(row));
  return lines;
}

std::vector<LeadLine> just_short_lines(StageSweep& sweep, std::size_t most) {
  const LeadNames names(sweep.dataset(), sweep.table());
  std::vector<std::string> words;
  for (const agreement::Condition& rule : sweep.rules())
    words.push_back(agreement::condition_words(sweep.agreement(), sweep.dataset(), rule));
  std::vector<LeadLine> lines;
  for (const StageSweep::Miss& miss : sweep.just_short(most)) {
    LeadLine line = names.line(miss.row);
    const std::string has =
        scoring::has_words({sweep.agreement(), sweep.dataset(), sweep.table(), sweep.evaluator()},
                           sweep.rules()[miss.rule], miss.row);
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
