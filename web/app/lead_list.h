// The leads behind the numbers of the commitment whose row is open.
//
//   pressed                      the list
//   ---------------------------  ----------------------------------------------
//   "Failed 5" of March 2026     the 5 that failed in March, the latest first
//   … and ordered by how late    the latest by the clock first
//   … and "acme" is searched     those of the 5 that have it in name, company,
//                                e-mail, id or owner
//   another commitment's row     none until a number is pressed
//   other data, another as of    the same choice, made anew
//   a day, a bar, a part         the leads of it, whatever period they are in;
//                                gone with their data
//
// A list is worked in slices: the first when it is asked for, so that some ten
// thousand leads are there within the frame, the others with every tick. What
// is kept of a million leads is their rows; words are made of those shown.
#ifndef LEADPACT_WEB_APP_LEAD_LIST_H_
#define LEADPACT_WEB_APP_LEAD_LIST_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/sheet.h"
#include "core/scoring/explain.h"
#include "core/scoring/explain_words.h"
#include "core/scoring/pick.h"
#include "web/app/data_desk.h"
#include "web/app/lead_lines.h"
#include "web/app/lead_working.h"

namespace leadpact::app {

struct LeadItem {
  std::uint32_t row = 0;
  LeadLine line;
  std::string owner;                 // may be empty
  std::string at, start, stop, due;  // a dash where there is none, in a sheet nothing
  scoring::Outcome outcome = scoring::Outcome::counted;
  std::string standing;  // "Failed"
  std::string by;        // "late by 2 h", may be empty
};

// A record of a list, and by what it is ordered.
struct Found {
  std::int64_t key = 0;  // the least comes first
  std::uint32_t row = 0;
  bool operator<(const Found& other) const {
    return key != other.key ? key < other.key : row < other.row;
  }
};

// Leads behind a number of a chart or a table.
struct AskedLeads {
  std::string title;        // "Failed, Ada Park, March 2026"
  std::uint64_t count = 0;  // how many they are: that number
  scoring::Pick pick;
  std::optional<std::vector<std::uint32_t>> rows;  // among these; nothing: among all
};

class LeadList {
 public:
  enum class Which : std::uint8_t { all, met, failed, pending, left_out };
  enum class Order : std::uint8_t { latest, how_late };
  static constexpr std::size_t kPage = 50;
  static constexpr std::size_t kMostShown = 500;

  // ---- What happens ----
  // The score was made anew, or is gone.
  void score_changed();
  // To be called before anything below is read: what it was about may be gone.
  // `commitment` is the id of the row that is open, a goal's too; empty: none.
  void look(const agreement::Agreement* agreement, std::string_view commitment,
            const DataDesk& desk);
  // A slice of what was asked for last; true while there is more to do.
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const { return looking() || writing(); }
  [[nodiscard]] bool looking() const { return begun_ && !done_; }

  // ---- What is chosen ----
  // Index into the periods of the commitment's score, or scoring::kWithoutAt.
  [[nodiscard]] std::size_t period() const { return period_; }
  // Nothing until a number is pressed.
  [[nodiscard]] std::optional<Which> which() const { return which_; }
  [[nodiscard]] Order order() const { return order_; }
  [[nodiscard]] const std::string& search() const { return search_; }
  void choose_period(std::size_t period);
  void show(std::size_t period, Which which);
  // These and no others, of the commitment that is looked at next.
  void show(std::string_view commitment, AskedLeads asked);
  // Null for the leads of a period.
  [[nodiscard]] const AskedLeads* asked() const { return asked_ ? &*asked_ : nullptr; }
  void hide();
  void set_order(Order order);
  void set_search(std::string text);
  // Whether what was chosen is to be brought into sight; once, when its list
  // has been drawn.
  [[nodiscard]] bool take_reveal() { return drawn_ && std::exchange(reveal_, false); }
  void note_drawn() { drawn_ = true; }

  // ---- The list ----
  [[nodiscard]] std::size_t found() const { return found_.size(); }
  [[nodiscard]] const std::vector<LeadItem>& items();
  // Why those left out are; empty for none, or where all kinds are listed.
  [[nodiscard]] std::string reasons() const;
  [[nodiscard]] bool has_more() const;
  void show_more();

  // ---- For a spreadsheet ----
  // All that are found, in the order of the file, in slices like the list.
  void write();
  [[nodiscard]] bool writing() const { return sheet_ && !written(); }
  struct Written {
    std::string title;  // of the commitment
    std::string text;
  };
  // Once it is written; once.
  [[nodiscard]] std::optional<Written> take_written();

  // ---- The lead that is open ----
  [[nodiscard]] std::optional<std::uint32_t> open() const { return open_; }
  void toggle(std::uint32_t row);
  [[nodiscard]] const LeadWorking* opened();

 private:
  void forget_data();
  void forget_asked();
  void begin();
  void leave_commitment();
  void turn_to(std::string_view commitment);
  // The commitment that is asked about; null where it counts no loaded leads.
  [[nodiscard]] const agreement::Commitment* subject() const;
  void step();
  [[nodiscard]] bool evaluate();
  void scan();
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const;
  [[nodiscard]] bool is_asked_for(std::uint32_t row) const;
  [[nodiscard]] std::int64_t key_of(std::uint32_t row) const;
  [[nodiscard]] LeadItem item_of(std::uint32_t row, bool for_sheet) const;
  void write_slice();
  [[nodiscard]] bool written() const { return sheet_at_ == rows().size(); }

  std::uint64_t loads_ = 0;  // of the desk, when this was asked
  std::string commitment_;
  std::size_t period_ = 0;
  std::optional<Which> which_;
  Order order_ = Order::latest;
  std::string search_, sought_;  // as typed, and folded
  bool reveal_ = false, drawn_ = false;
  std::optional<AskedLeads> asked_;  // gone with their data
  scoring::Pick pick_;               // its, or that of the period

  // What is asked, over a copy of the agreement; null until a list is made.
  std::unique_ptr<const agreement::Agreement> agreement_;
  std::unique_ptr<scoring::Context> context_;
  // Its conditions, run over the rows once before the explainer needs them all.
  std::vector<rules::Evaluator::Prepared> conditions_;
  std::size_t evaluated_ = 0;  // rows
  std::unique_ptr<scoring::Explainer> explainer_;
  std::unique_ptr<LeadNames> names_;

  bool begun_ = false;  // the list is of what is chosen, or on its way to it
  bool done_ = false;
  std::size_t at_ = 0;  // index into the kept rows
  std::vector<Found> found_;
  std::array<std::uint64_t, scoring::kReasons> reasons_ = {};
  std::size_t shown_ = kPage;
  bool listed_ = false;
  std::vector<LeadItem> items_;
  std::optional<exchange::Sheet> sheet_;  // in the making
  std::size_t sheet_at_ = 0;              // index into the kept rows
  std::optional<std::uint32_t> open_;
  std::optional<LeadWorking> working_;
};

// An entry of the agreement that a check-in or an entered value counts.
struct EntryLine {
  std::string on, by, note, value;  // may be empty, but for `on`
  bool counts = true;               // of entered values the latest of a period alone
};
// Those of a period, the latest first; `most` at most.
[[nodiscard]] std::vector<EntryLine> entries_of(const agreement::Agreement& agreement,
                                                const agreement::Commitment& commitment,
                                                const calendar::Period& period,
                                                calendar::Instant as_of, std::size_t most);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_LEAD_LIST_H_
