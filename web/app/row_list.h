// The rows behind a number of Data: where each stands and what is written in it.
//
//   rows of              place                  cell        row
//   -------------------  ---------------------  ----------  -------------------------
//   unreadable “Amount”  leads.csv, line 12     58.8k       4021 · Ada Park · 58.8k
//   ragged rows          leads.csv, line 90                 3 cells of 4: 4021 · Ada
//
// Found when asked for, a page at a time. Cells are text, whatever is in them.
#ifndef LEADPACT_WEB_APP_ROW_LIST_H_
#define LEADPACT_WEB_APP_ROW_LIST_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/data/table.h"
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

  [[nodiscard]] const std::vector<RowLine>& lines() const { return lines_; }
  [[nodiscard]] bool has_more() const { return lines_.size() < kMost && next_ < table_->rows(); }
  // There are more than this list shows.
  [[nodiscard]] bool cut() const { return lines_.size() >= kMost && next_ < table_->rows(); }
  void show_more();
  // For a spreadsheet: where each stands, the cell it is about, and all its cells
  // as they are written. Not of rows that are as they should be.
  static constexpr std::size_t kMostSaved = 20'000;
  [[nodiscard]] bool can_be_saved() const { return rows_.kind != RowsOf::Kind::kept; }
  [[nodiscard]] std::string sheet() const;

 private:
  [[nodiscard]] bool is_one(std::size_t row) const;
  void find_next();

  const data::Table* table_;
  RowsOf rows_;
  int field_;
  std::size_t next_ = 0;  // a row to be listed, or the end
  std::vector<RowLine> lines_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_ROW_LIST_H_
