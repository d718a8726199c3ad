// What tests of core/data share.
#ifndef LEADPACT_TESTS_CORE_DATA_DATA_TESTING_H_
#define LEADPACT_TESTS_CORE_DATA_DATA_TESTING_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/calendar/zone.h"
#include "core/data/table.h"

namespace leadpact::data::testing {

// A seeded source of small random choices. Not std::uniform_int_distribution,
// which differs between libraries.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::mt19937 engine_;
};

inline std::string random_text(Dice& dice, std::size_t size,
                               const std::vector<std::string>& pieces) {
  std::string text;
  while (text.size() < size)
    text += dice.pick(pieces);
  return text;
}

inline Field make_field(std::string key, std::string column, FieldType type) {
  Field field;
  field.key = std::move(key);
  field.column = std::move(column);
  field.type = type;
  return field;
}

// Fields named as their columns.
inline TableSpec make_spec(const std::vector<std::pair<std::string, FieldType>>& fields,
                           int id_field = -1) {
  TableSpec spec;
  for (const auto& [name, type] : fields)
    spec.fields.push_back(make_field(name, name, type));
  spec.id_field = id_field;
  spec.zone = calendar::Zone::find("America/New_York");
  return spec;
}

// `text` must outlive the table: its texts lie there.
inline Result<Table> read_text(const TableSpec& spec, std::string_view text, int threads = 1) {
  ReadOptions options;
  options.threads = threads;
  return read_table(spec, {{"leads.csv", text}}, options);
}

// The texts of a text field, row by row.
inline std::vector<std::string> texts_of(const Table& table, int field) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    texts.emplace_back(table.text(table.column(field), row));
  }
  return texts;
}

template <typename Temporary>
requires std::is_same_v<Temporary, std::string> Result<Table> read_text(const TableSpec&,
                                                                        Temporary&&, int = 1)
= delete;

inline std::string place_of_error(const Result<Table>& result) {
  return result.ok() ? "none" : result.errors().front().place;
}

// Empty where both tables say the same in every respect.
inline std::string difference(const Table& a, const Table& b) {
  if (a.rows() != b.rows()) return "rows";
  if (a.kept() != b.kept()) return "kept";
  for (std::size_t row = 0; row < a.rows(); ++row) {
    const std::string where = " of row " + std::to_string(row);
    if (a.line(row) != b.line(row)) return "line" + where;
    if (a.file(row) != b.file(row)) return "file" + where;
    if (a.ragged(row) != b.ragged(row)) return "ragged" + where;
    if (a.status(row) != b.status(row)) return "status" + where;
    for (std::size_t f = 0; f < a.fields().size(); ++f) {
      const auto field = static_cast<int>(f);
      const Column& x = a.column(field);
      const Column& y = b.column(field);
      bool same = true;
      switch (a.fields()[f].type) {
        case FieldType::number:
          same = x.numbers[row] == y.numbers[row] ||
                 (!has_number(x.numbers[row]) && !has_number(y.numbers[row]) &&
                  is_invalid_number(x.numbers[row]) == is_invalid_number(y.numbers[row]));
          break;
        case FieldType::boolean:
          same = x.booleans[row] == y.booleans[row];
          break;
        case FieldType::timestamp:
          same = x.stamps[row] == y.stamps[row];
          break;
        case FieldType::text:
        case FieldType::unset:
          same = a.text(x, row) == b.text(y, row);
          break;
      }
      if (!same) return a.fields()[f].key + where;
    }
  }
  const TableCounts m = count(a);
  const TableCounts n = count(b);
  if (m.duplicates != n.duplicates || m.ragged_rows != n.ragged_rows) return "counts";
  for (std::size_t f = 0; f < m.fields.size(); ++f) {
    if (m.fields[f].filled != n.fields[f].filled || m.fields[f].invalid != n.fields[f].invalid ||
        m.fields[f].date_only != n.fields[f].date_only) {
      return "counts of " + a.fields()[f].key;
    }
  }
  return {};
}

}  // namespace leadpact::data::testing

#endif  // LEADPACT_TESTS_CORE_DATA_DATA_TESTING_H_
