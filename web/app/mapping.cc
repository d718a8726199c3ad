#include "web/app/mapping.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/agreement/wording.h"
#include "core/calendar/zone.h"
#include "core/data/cells.h"

namespace leadpact::app {
namespace {

// Names that mean one thing, normalised; each line is one thing.
const std::vector<std::vector<std::string_view>>& alias_groups() {
  static const std::vector<std::vector<std::string_view>> groups = {
      {"id", "record id", "lead id", "contact id", "deal id", "unique code", "record"},
      {"created", "create", "creation", "created on", "lead created", "deal created",
       "became a lead", "lead created on", "deal created on", "inquiry", "submitted"},
      {"modified", "last modified", "update", "updated", "modified on"},
      {"mql", "became mql", "became an mql", "became a marketing qualified lead",
       "entered marketing qualified lead", "marketing qualified lead", "became a mql"},
      {"sal", "became an sal", "became a sales accepted lead", "sales accepted lead", "accepted"},
      {"sql", "became sql", "became an sql", "became a sales qualified lead",
       "entered sales qualified lead", "sales qualified lead", "became a sql"},
      {"opportunity", "became an opportunity", "opportunity created"},
      {"customer", "became a customer", "won", "closed won", "converted", "close", "closed"},
      {"contacted", "first contact", "first touch", "first response", "first engagement",
       "of first engagement", "of first outreach", "first outreach", "first call", "first activity",
       "first contacted", "first email", "responded"},
      {"assigned", "owner assigned", "assignment", "assigned on", "of assignment", "owner since"},
      {"rejected", "rejection", "disqualified", "returned", "lost", "recycled"},
      {"reason", "rejection reason", "rejected reason", "lost reason", "disqualification reason",
       "closed lost reason", "unqualified reason", "reject reason"},
      {"meeting", "meeting booked", "meeting booked for", "demo scheduled", "meeting scheduled",
       "next activity"},
      {"owner", "contact owner", "lead owner", "deal owner", "assigned to", "account owner",
       "sales rep", "rep"},
      {"employees", "number of employees", "no of employees", "company size", "headcount",
       "employee count"},
      {"country", "country region", "mailing country", "region"},
      {"source", "lead source", "original source", "source campaign", "channel",
       "original traffic source"},
      {"status", "lead status", "status reason"},
      {"stage", "lifecycle stage", "deal stage", "lead stage"},
      {"amount", "value", "deal value", "deal amount", "opportunity amount"},
      {"company", "company name", "account", "company account", "organization", "organisation",
       "account name"},
      {"email", "e mail", "email address", "business email", "work email"},
      {"title", "job title", "role", "position"},
      {"phone", "phone number", "mobile", "mobile phone number", "business phone", "telephone"},
      {"demo", "requested demo", "demo requested", "demo request"},
      {"views", "page views", "pageviews", "number of pageviews", "visits", "website visits"},
      {"score", "hubspot score", "lead score", "rating"},
      {"attempts", "call attempts", "number of attempts", "done activities", "total activities",
       "number of times contacted", "touches"},
      {"notes", "note", "comments", "last note", "description"},
      {"name", "full name", "lead", "contact person"},
  };
  return groups;
}

constexpr std::array<std::string_view, 5> kEntities = {"deal", "lead", "person", "organization",
                                                       "contact"};
constexpr std::array<std::string_view, 6> kEndings = {"date",      "time",     "at",
                                                      "timestamp", "datetime", "utc"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// "CreatedDate" -> "Created Date", as API names are written.
std::string split_camel_case(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool upper = name[i] >= 'A' && name[i] <= 'Z';
    if (i > 0 && upper && name[i - 1] >= 'a' && name[i - 1] <= 'z') text += ' ';
    text += name[i];
  }
  return text;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : data::fold_case(split_camel_case(name)) + " ") {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

int group_of(const std::string& name) {
  const auto& groups = alias_groups();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (std::find(groups[i].begin(), groups[i].end(), name) != groups[i].end()) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

// How well a column's name fits a field: 0 not at all.
int likeness(const data::Field& field, const std::string& column) {
  const std::string name = normalised(column);
  if (name.empty()) return 0;
  const std::string wanted = normalised(field.column);
  const std::string key = normalised(field.key);
  if (name == wanted) return 4;
  if (name == key) return 3;
  const int group = group_of(name);
  if (group < 0) return 0;
  if (group == group_of(wanted)) return 2;
  return group == group_of(key) ? 1 : 0;
}

bool same_name(const std::string& a, const std::string& b) {
  return data::fold_case(data::trim(a)) == data::fold_case(data::trim(b));
}

}  // namespace

std::string normalised(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  // "Deal - Value": what stands before the dash says only whose column it is.
  if (words.size() > 1 && name.find(" - ") != std::string_view::npos &&
      std::find(kEntities.begin(), kEntities.end(), words.front()) != kEntities.end()) {
    words.erase(words.begin());
  }
  while (words.size() > 1 &&
         std::find(kEndings.begin(), kEndings.end(), words.back()) != kEndings.end()) {
    words.pop_back();
  }
  if (words.size() > 1 && words.front() == "date") words.erase(words.begin());
  return joined(words);
}

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
    if (!name.empty()) names.push_back(name);
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
  // The surest names first, so that a weak likeness takes no column from a strong one.
  for (int level = 4; level >= 1; --level) {
    for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
      if (matches[f].column >= 0) continue;
      for (std::size_t c = 0; c < head.header.size(); ++c) {
        if (taken[c] || likeness(dataset.fields[f], head.header[c]) < level ||
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
  std::vector<std::string> words = words_of(field.key);
  if (words.size() > 1 && words.back() == "at" && field.type == data::FieldType::timestamp) {
    words.back() = "time";
  }
  for (std::string& word : words) {
    if (std::find(kShort.begin(), kShort.end(), word) == kShort.end()) continue;
    for (char& c : word)
      c = static_cast<char>(c - 'a' + 'A');
  }
  std::string text = joined(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text.empty() ? field.key : text;
}

}  // namespace leadpact::app
