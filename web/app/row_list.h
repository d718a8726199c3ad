// The rows behind a number of Data: where each stands and what is written in it.
//
//   rows of              place                  cell        row
//   -------------------  ---------------------  ----------  -------------------------
//   unreadable “Amount”  leads.csv, line 12     58.8k       4021 · Ada Park · 58.8k
//   ragged rows          leads.csv, line 90                 3 cells of 4: 4021 · Ada
//
// Found when asked for, a page at a time, and in slices, as what is saved of them:
// of a million rows one alone may be meant. Cells are text, whatever is in them.
#ifndef LEADPACT_WEB_APP_ROW_LIST_H_
#define LEADPACT_WEB_APP_ROW_LIST_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/table.h"
#include "core/exchange/sheet.h"
#include "web/app/data_view.h"

namespace leadpact::app {

struct RowLine {
  std::string place;
  std::string cell;  // of the field the list is about; empty without one
  std::string row;
};

class RowList {
 public:
  static constexpr std::size_t kPage = 50;
  static constexpr std::size_t kMost = 500;

  RowList(const data::Table& table, RowsOf rows);

  // A slice more of what was asked for last; true while there is more to do.
  bool work();
  [[nodiscard]] bool has_work() const { return looking() || writing(); }
  [[nodiscard]] bool looking() const { return !found_ && next_ < table_->rows(); }

  [[nodiscard]] const std::vector<RowLine>& lines() const { return lines_; }
  [[nodiscard]] bool has_more() const { return found_ && lines_.size() < kMost; }
  // There are more than this list shows.
  [[nodiscard]] bool cut() const { return found_ && lines_.size() >= kMost; }
  void show_more();
  // For a spreadsheet: where each stands, the cell it is about, and all its cells
  // as they are written. Not of rows that are as they should be.
  static constexpr std::size_t kMostSaved = 20'000;
  [[nodiscard]] bool can_be_saved() const { return rows_.kind != RowsOf::Kind::kept; }
  void write();
  [[nodiscard]] bool writing() const { return sheet_ && !written(); }
  // Once it is written; once.
  [[nodiscard]] std::optional<std::string> take_written();

 private:
  [[nodiscard]] bool is_one(std::size_t row) const;
  void find();
  void add_line();
  void write_slice();
  [[nodiscard]] bool written() const { return sheet_at_ == table_->rows() || saved_ == kMostSaved; }

  const data::Table* table_;
  RowsOf rows_;
  int field_;
  std::size_t next_ = 0;  // the row to look at
  std::size_t wanted_ = kPage;
  bool found_ = false;  // there are as many as are wanted, and the next is one more
  std::vector<RowLine> lines_;
  std::optional<exchange::Sheet> sheet_;  // in the making
  std::size_t sheet_at_ = 0, saved_ = 0;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_ROW_LIST_H_
