// What a column of the loaded data holds, to help writing a rule about it.
//
//   column      cells                       facts
//   ----------  --------------------------  ------------------------------------
//   Country     US, us, CA, US              US (3), CA (1)
//   Email       a@b.io, c@b.io, d@e.io      domains asked: b.io (2), e.io (1)
//   Record ID   5,000 different ones        nothing to offer
//   Employees   4, 231                      from 4 to 231
//   Created     2026-01-01 00:32, …         from 2026-01-01 to 2026-03-31
//
// Read in slices, so that a million leads do not hold up a frame.
#ifndef LEADPACT_WEB_APP_COLUMN_VALUES_H_
#define LEADPACT_WEB_APP_COLUMN_VALUES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/calendar/zone.h"
#include "core/data/table.h"

namespace leadpact::app {

struct ColumnFacts {
  struct Value {
    std::string text;  // in the spelling that occurs most
    std::uint64_t count = 0;
  };
  std::vector<Value> values;  // of a text column, the most frequent first
  std::string least, most;    // of numbers and dates, as they can be typed
};

class ColumnReader {
 public:
  static constexpr std::size_t kMostOffered = 12;
  static constexpr std::size_t kMostDifferent = 2000;  // more are no choice
  static constexpr std::size_t kLongestValue = 80;     // bytes

  // `table` outlives the reader. Of addresses with `domains` what follows “@”.
  ColumnReader(const data::Table& table, int field, bool domains, const calendar::Zone& zone);
  // Reads on; true once all rows are read.
  bool work(std::size_t rows = 20'000);
  [[nodiscard]] bool done() const { return done_; }
  // Once done.
  [[nodiscard]] const ColumnFacts& facts() const { return facts_; }

 private:
  void read(std::uint32_t row);
  void finish();

  const data::Table* table_;
  const data::Column* column_;
  const calendar::Zone* zone_;
  bool domains_;
  bool done_ = false;
  std::size_t at_ = 0;  // index into the rows that count
  std::unordered_map<std::string_view, std::uint64_t> counts_;
  double least_ = 0, most_ = 0;
  bool any_ = false;
  ColumnFacts facts_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_COLUMN_VALUES_H_
