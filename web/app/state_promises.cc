// The open row of the scorecard, and what is taken away from there: tables for
// a spreadsheet, and pictures.
#include <string>
#include <utility>

#include "core/exchange/scorecard_csv.h"
#include "web/app/file_names.h"
#include "web/app/state.h"

namespace leadpact::app {

PromiseDesk& State::promise_desk() {
  if (agreement() == nullptr || !view_ || !open_row_) {
    promise_desk_.forget();
    return promise_desk_;
  }
  const std::size_t promises = view_->commitments.size();
  const CommitmentLine& line =
      *open_row_ < promises ? view_->commitments[*open_row_] : view_->goals[*open_row_ - promises];
  promise_desk_.look(*agreement(), desk_, *open_row_, line.shown);
  return promise_desk_;
}

void State::set_score_table(ScoreTable table) {
  score_table_ = table;
}

// ---- Taking away ----------------------------------------------------------------

std::string State::scorecard_sheet(exchange::SheetForm form, bool all_periods) const {
  std::vector<exchange::ScorecardRow> rows;
  const auto add = [&](const std::vector<CommitmentLine>& lines, bool are_goals) {
    for (const std::size_t i : shown_lines(lines, score_table_)) {
      rows.push_back(
          {are_goals, i, all_periods ? std::nullopt : std::optional<std::size_t>(lines[i].shown)});
    }
  };
  add(view_->commitments, false);
  add(view_->goals, true);
  return exchange::scorecard_sheet(form, *agreement(), desk_.scored()->card, rows);
}

void State::copy(std::string text, std::string said) {
  Request request;
  request.kind = RequestKind::copy;
  request.name = std::move(said);
  request.bytes = std::move(text);
  outbox_.send(std::move(request));
}

void State::give_away(std::string text, std::string name) {
  Request request;
  request.kind = RequestKind::download;
  request.name = std::move(name);
  request.bytes = std::string(exchange::kByteOrderMark) + std::move(text);
  say(request.name + " was given to the browser to save.");
  outbox_.send(std::move(request));
}

void State::copy_scorecard() {
  if (!view_ || desk_.scored() == nullptr) return;
  copy(scorecard_sheet(exchange::SheetForm::copied, false),
       "The scorecard is copied. Paste it into a spreadsheet.");
}

void State::save_scorecard() {
  if (!view_ || desk_.scored() == nullptr) return;
  give_away(scorecard_sheet(exchange::SheetForm::csv, true),
            file_name(agreement()->title, "-scorecard.csv"));
}

void State::copy_breakdown() {
  std::string text = promise_desk().sheet(exchange::SheetForm::copied);
  if (!text.empty()) copy(std::move(text), "The breakdown is copied. Paste it into a spreadsheet.");
}

void State::save_breakdown() {
  std::string text = promise_desk().sheet(exchange::SheetForm::csv);
  if (!text.empty()) give_away(std::move(text), file_name(promise_desk_.title(), ".csv"));
}

void State::ask_picture(std::string what) {
  picture_ = std::move(what);
}

void State::take_picture(const Area& area, bool cut) {
  if (cut) {
    notify(NoticeKind::warning, "The picture is cut at its end",
           "What it is of is taller than a picture of the page can be. All of it is in “Save as "
           "CSV”.");
  }
  Request request;
  request.kind = RequestKind::picture;
  request.name = file_name(std::exchange(picture_, {}), ".png");
  request.area = area;
  outbox_.send(std::move(request));
}

}  // namespace leadpact::app
