#include "core/exchange/ledger_text.h"

#include <array>
#include <utility>

#include "core/agreement/handback.h"
#include "core/agreement/wording.h"
#include "core/exchange/terminal_page.h"
#include "core/scoring/ledger_words.h"

namespace leadpact::exchange {
namespace {

using agreement::whole;
using scoring::LedgerCount;

class LedgerPage {
 public:
  LedgerPage(const agreement::Agreement& agreement, const LedgerRows& of, bool colour)
      : agreement_(agreement), of_(of), ledger_(of.sweep->ledger()), page_(colour) {}

  std::string write(const LedgerDraw& draw) {
    const agreement::Dataset& dataset = agreement_.datasets[of_.dataset];
    page_.heading("Rejected leads in " + (dataset.name.empty() ? dataset.id : dataset.name));
    if (draw.filter.period) {
      page_.line("  Rejected in the period from " +
                 calendar::format_day(ledger_.periods[*draw.filter.period].start));
    }
    const scoring::LedgerTally tally = scoring::tally(ledger_, draw.filter);
    write_summary(tally);
    for (const std::string& gap : agreement::handback_gaps(agreement_, dataset, ledger_.columns)) {
      page_.paragraph("  ! ", gap, Style::fair);
    }
    if (draw.undecided) {
      write_undecided();
    } else if (tally.all.leads > 0) {
      write_tallies(tally);
      if (draw.size > 0) write_sample(draw);
    }
    return std::move(page_).take();
  }

 private:
  void write_summary(const scoring::LedgerTally& tally) {
    page_.paragraph("  ", whole(tally.all.leads) +
                              (tally.all.leads == 1 ? " lead was" : " leads were") + " rejected; " +
                              whole(tally.all.unanswered) + " unanswered, " +
                              whole(tally.all.late) + " answered late or overdue. " +
                              scoring::review_words(agreement_, ledger_));
    if (ledger_.outside > 0) {
      page_.paragraph("  ", whole(ledger_.outside) +
                                " more were rejected before or after the agreement's time.");
    }
    const std::string silence = scoring::silence_words(agreement_, ledger_);
    page_.paragraph("  ",
                    !silence.empty()
                        ? silence
                        : "No promise says by when a lead is accepted or rejected, so silence "
                          "cannot be told: add “Accept or reject within 1 business day”.");
  }

  void add(std::vector<Row>& rows, const std::string& name, const LedgerCount& count) {
    rows.push_back(
        {{one_line(name)}, {whole(count.leads)}, {whole(count.unanswered)}, {whole(count.late)}});
  }
  void add_head(std::vector<Row>& rows, std::string name) {
    rows.push_back({{std::move(name), Style::dim},
                    {"Leads", Style::dim},
                    {"Unanswered", Style::dim},
                    {"Late", Style::dim}});
  }
  // The heads of tables and the tables, with the same widths.
  void write_tallies(const scoring::LedgerTally& tally) {
    std::vector<Row> rows;
    add_head(rows, "Reason");
    for (const std::uint32_t i : scoring::by_size(ledger_.reasons, tally.reasons)) {
      const scoring::ListedName& reason = ledger_.reasons[i];
      const bool odd = !reason.agreed && !reason.name.empty() && !reason.others;
      add(rows, scoring::reason_words(reason) + (odd ? ", not agreed" : ""), tally.reasons[i]);
    }
    add_head(rows, "Owner");
    for (const std::uint32_t i : scoring::by_size(ledger_.owners, tally.owners))
      add(rows, scoring::owner_words(ledger_.owners[i]), tally.owners[i]);
    add_head(rows, "Age");
    for (std::size_t i = 0; i < scoring::kAgeBands; ++i) {
      if (tally.ages[i].leads == 0) continue;
      add(rows, std::string(scoring::words_of(static_cast<scoring::AgeBand>(i))), tally.ages[i]);
    }
    add_head(rows, "State");
    for (std::size_t i = 0; i < scoring::kHandbackStates; ++i) {
      add(rows, std::string(scoring::words_of(static_cast<scoring::HandbackState>(i))),
          tally.states[i]);
    }
    write_rows(rows, 1);
  }

  void write_undecided() {
    if (ledger_.silent.empty()) return;
    page_.heading("Undecided leads");
    std::vector<Row> rows = {{{"Lead", Style::dim},
                              {"Owner", Style::dim},
                              {"Handed over", Style::dim},
                              {"To be decided by", Style::dim}}};
    for (const std::uint32_t row : ledger_.silent) {
      const UndecidedCells cells = undecided_cells(agreement_, *of_.sweep, row);
      rows.push_back({{one_line(cells[0])},
                      {cells[1].empty() ? "No owner" : one_line(cells[1])},
                      {cells[2]},
                      {cells[3]}});
    }
    write_rows(rows, 4);
  }

  void write_sample(const LedgerDraw& draw) {
    page_.heading("Sample");
    const std::size_t drawn = draw.sample.leads.size();
    page_.paragraph("  ", whole(drawn) + " of " + whole(draw.sample.of) + " leads, seed " +
                              agreement::quoted(draw.seed) +
                              ". The same seed gives the same leads again.");
    if (draw.sample.without_id > 0) {
      page_.paragraph("  ! ",
                      whole(draw.sample.without_id) +
                          (draw.sample.without_id == 1 ? " lead has" : " leads have") +
                          " no id and cannot be drawn.",
                      Style::fair);
    }
    std::vector<Row> rows = {{{"Lead", Style::dim},
                              {"Reason", Style::dim},
                              {"Owner", Style::dim},
                              {"State", Style::dim},
                              {"Answer", Style::dim},
                              {"Days ago", Style::dim}}};
    for (const std::uint32_t i : draw.sample.leads) {
      const scoring::Rejected& lead = ledger_.leads[i];
      rows.push_back({{one_line(of_.sweep->id(lead.row))},
                      {one_line(scoring::reason_words(ledger_.reasons[lead.reason]))},
                      {one_line(scoring::owner_words(ledger_.owners[lead.owner]))},
                      {std::string(scoring::words_of(lead.state))},
                      {std::string(scoring::answer_words(lead))},
                      {lead.age < 0 ? "-" : std::to_string(lead.age)}});
    }
    write_rows(rows, 5);
  }

  void write_rows(const std::vector<Row>& rows, std::size_t left) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows)
      TerminalPage::widen(widths, row);
    for (const Row& row : rows) {
      if (&row != &rows.front() && row[0].style == Style::dim) page_.line("");
      page_.table_row(row, widths, left);
    }
  }

  const agreement::Agreement& agreement_;
  const LedgerRows& of_;
  const scoring::Ledger& ledger_;
  TerminalPage page_;
};

}  // namespace

std::string ledger_text(const agreement::Agreement& agreement, const LedgerRows& of,
                        const LedgerDraw& draw, bool colour) {
  return LedgerPage(agreement, of, colour).write(draw);
}

}  // namespace leadpact::exchange
