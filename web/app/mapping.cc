#include "web/app/mapping.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "core/data/cell_profile.h"
#include "core/data/cells.h"

namespace leadpact::app {
namespace {

// What a name says, worked out once for many comparisons.
struct Name {
  std::string words;
  data::Meaning meaning = data::Meaning::none;
};

Name name_of(std::string_view header) {
  Name name;
  name.words = normalised(header);
  name.meaning = data::meaning_of(header);
  return name;
}

// How well a column's name fits a field's column and key: 0 not at all.
int likeness(const Name& wanted, const Name& key, const Name& column) {
  if (column.words.empty()) return 0;
  if (column.words == wanted.words) return 4;
  if (column.words == key.words) return 3;
  if (column.meaning == data::Meaning::none) return 0;
  if (column.meaning == wanted.meaning) return 2;
  return column.meaning == key.meaning ? 1 : 0;
}

bool same_name(const std::string& a, const std::string& b) {
  return data::fold_case(data::trim(a)) == data::fold_case(data::trim(b));
}

}  // namespace

bool fits_type(const data::Field& field, const FileHead& head, std::size_t column) {
  static const calendar::Zone* utc = calendar::Zone::find("Etc/UTC");
  std::size_t filled = 0;
  std::size_t readable = 0;
  for (const auto& row : head.rows) {
    const std::string& cell = row[column];
    if (cell.empty()) continue;
    ++filled;
    switch (field.type) {
      case data::FieldType::number:
        readable += data::parse_number(cell, field.decimal).has_value() ? 1U : 0U;
        break;
      case data::FieldType::boolean:
        readable += data::parse_boolean(cell).has_value() ? 1U : 0U;
        break;
      case data::FieldType::timestamp:
        if (utc != nullptr) {
          const calendar::Stamp stamp = data::parse_stamp(cell, field.date_order, *utc);
          readable += stamp.has_value() || stamp.is_other_order() ? 1U : 0U;
        }
        break;
      case data::FieldType::text:
      case data::FieldType::unset:
        ++readable;
        break;
    }
  }
  return filled == 0 || readable * 2 >= filled;
}

std::vector<std::string> examples(const FileHead& head, std::size_t column, std::size_t most) {
  std::vector<std::string> found;
  for (const auto& row : head.rows) {
    if (found.size() == most) break;
    const std::string& cell = row[column];
    if (!cell.empty() && std::find(found.begin(), found.end(), cell) == found.end()) {
      found.push_back(cell);
    }
  }
  return found;
}

std::string first_columns(const FileHead& head) {
  constexpr std::size_t kNamed = 8;
  std::vector<std::string> names;
  for (const std::string& name : head.header) {
    if (names.size() == kNamed) break;
    if (!name.empty()) names.push_back(data::shortened_cell(name));
  }
  return agreement::listed(names);
}

std::vector<FieldMatch> match_columns(const agreement::Dataset& dataset, const FileHead& head) {
  std::vector<FieldMatch> matches(dataset.fields.size());
  std::vector<bool> taken(head.header.size(), false);
  for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
    for (std::size_t c = 0; c < head.header.size(); ++c) {
      if (!same_name(dataset.fields[f].column, head.header[c])) continue;
      matches[f].column = static_cast<int>(c);
      taken[c] = true;
      break;
    }
  }
  std::vector<Name> names(head.header.size());
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (!taken[c]) names[c] = name_of(head.header[c]);
  }
  std::vector<std::pair<Name, Name>> fields;
  for (const data::Field& field : dataset.fields)
    fields.emplace_back(name_of(field.column), name_of(field.key));
  // The surest names first, so that a weak likeness takes no column from a strong one.
  for (int level = 4; level >= 1; --level) {
    for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
      if (matches[f].column >= 0) continue;
      for (std::size_t c = 0; c < head.header.size(); ++c) {
        if (taken[c] || likeness(fields[f].first, fields[f].second, names[c]) < level ||
            !fits_type(dataset.fields[f], head, c)) {
          continue;
        }
        matches[f] = {static_cast<int>(c), true};
        taken[c] = true;
        break;
      }
    }
  }
  return matches;
}

Coverage coverage_of(const std::vector<FieldMatch>& matches) {
  Coverage coverage;
  coverage.fields = matches.size();
  for (const FieldMatch& match : matches) {
    if (match.column < 0) continue;
    ++(match.suggested ? coverage.suggested : coverage.exact);
  }
  return coverage;
}

DatasetChoice choose_dataset(const agreement::Agreement& agreement, const FileHead& head) {
  const std::size_t count = agreement.datasets.size();
  if (count == 0) return {};
  if (count == 1) return {0, false};
  // A dataset whose every column is there fits better than one of more fields
  // of which some are missing; then the share of columns found decides.
  DatasetChoice choice;
  double best = -1;
  for (std::size_t d = 0; d < count; ++d) {
    const Coverage coverage = coverage_of(match_columns(agreement.datasets[d], head));
    if (coverage.fields == 0) continue;
    const double fields = static_cast<double>(coverage.fields);
    double fit =
        (static_cast<double>(coverage.exact) * 2 + static_cast<double>(coverage.suggested)) /
        (2 * fields);
    // Of two that are complete, the one that uses more of the file.
    if (coverage.complete()) fit = 1 + fields;
    if (fit > best) {
      best = fit;
      choice = {static_cast<int>(d), false};
    } else if (fit == best) {
      choice.tie = true;
    }
  }
  if (best <= 0) choice.tie = true;
  return choice;
}

std::string field_name(const data::Field& field) {
  static constexpr std::array<std::string_view, 9> kShort = {"id",  "mql", "sql", "sal", "crm",
                                                             "sdr", "bdr", "inq", "url"};
  std::vector<std::string> words = data::name_words(field.key);
  if (words.size() > 1 && words.back() == "at" && field.type == data::FieldType::timestamp) {
    words.back() = "time";
  }
  for (std::string& word : words) {
    if (std::find(kShort.begin(), kShort.end(), word) == kShort.end()) continue;
    for (char& c : word)
      c = static_cast<char>(c - 'a' + 'A');
  }
  std::string text = agreement::in_a_row(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text.empty() ? field.key : text;
}

}  // namespace leadpact::app
