#include "core/exchange/scorecard_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"
#include "core/calendar/zone.h"
#include "core/exchange/score_words.h"
#include "core/exchange/terminal_page.h"
#include "core/scoring/follow_up.h"
#include "core/scoring/triggers.h"

namespace leadpact::exchange {
namespace {

using agreement::Agreement;
using agreement::Commitment;
using agreement::Team;
using agreement::whole;
using scoring::CommitmentScore;
using scoring::PeriodScore;
using scoring::Status;

// "1 record", "2,000 records".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", whole(count), count == 1 ? one : many);
}

class Page {
 public:
  Page(const Agreement& agreement, const scoring::Scorecard& card, const TextOptions& options)
      : agreement_(agreement),
        card_(card),
        options_(options),
        fiscal_start_(static_cast<int>(agreement.fiscal_year_starts)),
        zone_(calendar::Zone::find(agreement.time_zone)),
        out_(options.colour) {}

  std::string write() {
    write_head();
    write_scores();
    write_commitments("Commitments", agreement_.commitments, card_.commitments, 0);
    write_commitments("Goals", agreement_.goals, card_.goals, agreement_.commitments.size());
    write_triggers();
    write_data();
    return std::move(out_).take();
  }

 private:
  std::string local_time(calendar::Instant instant) const {
    if (zone_ == nullptr) return calendar::format_instant(instant);
    const calendar::LocalTime local = zone_->to_local(instant);
    const calendar::Day day = calendar::day_of(local);
    const std::int64_t minute = (local - day * calendar::kSecondsPerDay) / 60;
    return fmt::format("{} {:02}:{:02}", calendar::format_day(day), minute / 60, minute % 60);
  }

  void write_head() {
    out_.paragraph("", agreement_.title.empty() ? agreement_.id : agreement_.title, Style::bold);
    out_.line(fmt::format("As of {} ({})", local_time(card_.as_of), agreement_.time_zone));
  }

  Cell score_cell(const scoring::TeamScore& team) const {
    if (!team.score) return {std::string(kNone), Style::dim};
    const Style style = *team.score >= 99.95 ? Style::good
                        : *team.score >= 80  ? Style::fair
                                             : Style::poor;
    // 99.96 is not 100: something was missed.
    return {beside(*team.score, 100, {1, 1, ""}), style};
  }

  // A name too long for the table's columns gives way to the plain one.
  [[nodiscard]] std::string column_name(Team team) const {
    constexpr std::size_t kLongest = 16;
    const std::string name = one_line(agreement::team_name(agreement_, team));
    return name.size() <= kLongest ? name : agreement::team_name({}, team);
  }

  void write_scores() {
    out_.heading("Scores");
    if (card_.reporting.empty()) {
      out_.line("  Nothing yet: the agreement starts later.");
      return;
    }
    std::vector<Row> rows = {{{"Period", Style::dim}}};
    for (const std::string& team :
         {column_name(Team::marketing), column_name(Team::sales), std::string("Overall")}) {
      rows[0].push_back({team, Style::dim});
      rows[0].push_back({"kept", Style::dim});
      rows[0].push_back({"judged", Style::dim});
    }
    const std::size_t shown = std::min(options_.periods, card_.reporting.size());
    for (auto period = card_.reporting.end() - static_cast<std::ptrdiff_t>(shown);
         period != card_.reporting.end(); ++period) {
      Row row = {{period_name(agreement_.reporting, period->period, fiscal_start_) +
                  (period->period.closed ? "" : ", open")}};
      for (const scoring::TeamScore* team :
           {&period->marketing, &period->sales, &period->overall}) {
        row.push_back(score_cell(*team));
        row.push_back({fmt::format("{} of {}", team->kept, team->judged)});
        row.push_back({team->coverage ? beside(*team->coverage * 100, 100, {1, 0, " %"})
                                      : std::string(kNone)});
      }
      rows.push_back(std::move(row));
    }
    std::vector<std::size_t> widths;
    for (const Row& row : rows)
      TerminalPage::widen(widths, row);
    for (const Row& row : rows)
      out_.table_row(row, widths, 1);
    write_rescored_scores();
    out_.paragraph(
        "  ",
        "kept: commitments kept, of those that could be judged. judged: the share of the "
        "weight that the score rests on.",
        Style::dim);
  }

  // Of the last period shown.
  void write_rescored_scores() {
    for (const Rescored& each : options_.rescored) {
      if (each.scored->card.reporting.empty()) continue;
      const scoring::ReportingPeriod& period = each.scored->card.reporting.back();
      out_.paragraph("  ",
                     fmt::format("{}, {}: marketing {}, sales {}, overall {}.",
                                 each.open_too ? "If the open disputes were upheld too"
                                               : "With the disputes upheld",
                                 period_name(agreement_.reporting, period.period, fiscal_start_),
                                 score_cell(period.marketing).text, score_cell(period.sales).text,
                                 score_cell(period.overall).text));
    }
  }

  // `row` is the index among commitments and then goals.
  void write_rescored(const Commitment& commitment, std::size_t row, std::size_t period) {
    std::uint32_t upheld = 0;
    const PeriodScore* before = nullptr;
    for (const Rescored& each : options_.rescored) {
      const std::uint32_t count = each.scored->overruled[row][period];
      const std::size_t promises = agreement_.commitments.size();
      const scoring::Scorecard& card = each.scored->card;
      const PeriodScore& score =
          (row < promises ? card.commitments[row] : card.goals[row - promises]).periods[period];
      const bool same = before == nullptr || scoring::same_figures(*before, score);
      if (count == upheld && same) continue;
      upheld = count;
      before = &score;
      out_.paragraph("    ",
                     fmt::format("{} {}: {} ({})",
                                 each.open_too ? "If the open ones were upheld too," : "With",
                                 counted(count, "dispute upheld", "disputes upheld"),
                                 value_text(commitment, score), status_words(score.status)));
    }
  }

  static std::string optional_count(const std::optional<std::uint64_t>& count) {
    return count ? whole(*count) : std::string();
  }

  Row score_row(const Commitment& commitment, const PeriodScore& score) const {
    std::string status = status_words(score.status);
    if (score.status == Status::missed) status += fmt::format(" ({})", score.missed_in_a_row);
    std::string budget;
    if (score.error_budget) {
      const double allowed = std::floor(score.error_budget->allowed + 1e-9);
      budget = fmt::format("{} of {}", number(allowed - score.error_budget->spent, 0),
                           number(allowed, 0));
    }
    return {{period_name(commitment.every, score.period, fiscal_start_)},
            {status, style_of(score.status)},
            {value_text(commitment, score)},
            {target_text(commitment, score.target)},
            {score.attainment ? beside(*score.attainment * 100, 100, {1, 0, " %"}) : ""},
            {optional_count(score.met)},
            {optional_count(score.failed)},
            {optional_count(score.pending)},
            {optional_count(score.left_out)},
            {budget}};
  }

  Cell team_badge(Team team) const {
    switch (team) {
      case Team::marketing:
        return {"[M]", Style::bold};
      case Team::sales:
        return {"[S]", Style::bold};
      default:
        return {"[B]", Style::bold};
    }
  }

  void write_commitments(std::string_view title, const std::vector<Commitment>& commitments,
                         const std::vector<CommitmentScore>& scores, std::size_t first_row) {
    if (commitments.empty()) return;
    out_.heading(title);
    Row header = {{"Period"}, {"Status"}, {"Value"},   {"Target"},   {"Reached"},
                  {"Met"},    {"Failed"}, {"Pending"}, {"Left out"}, {"To spare"}};
    std::vector<std::vector<Row>> rows(commitments.size());
    std::vector<std::size_t> widths;
    std::size_t used = 1;
    for (std::size_t i = 0; i < commitments.size() && i < scores.size(); ++i) {
      const auto& periods = scores[i].periods;
      const std::size_t shown = std::min(options_.periods, periods.size());
      for (std::size_t at = periods.size() - shown; at < periods.size(); ++at) {
        rows[i].push_back(score_row(commitments[i], periods[at]));
        const Row& row = rows[i].back();
        TerminalPage::widen(widths, row);
        for (std::size_t column = used; column < row.size(); ++column) {
          if (!row[column].text.empty()) used = column + 1;
        }
      }
    }
    header.resize(used);
    TerminalPage::widen(widths, header);
    for (Cell& cell : header)
      cell.style = Style::dim;
    out_.table_row(header, widths, 2);
    bool any_in_a_row = false;
    bool any_budget = false;
    for (std::size_t i = 0; i < commitments.size() && i < scores.size(); ++i) {
      const Cell badge = team_badge(commitments[i].team);
      out_.write(badge.text, badge.style);
      out_.write(" ");
      out_.paragraph("", commitments[i].title.empty() ? commitments[i].id : commitments[i].title,
                     Style::bold);
      if (rows[i].empty()) out_.line("  Nothing yet: the agreement starts later.");
      std::size_t at = scores[i].periods.size() - rows[i].size();
      for (const Row& row : rows[i]) {
        out_.table_row(row, widths, 2);
        write_rescored(commitments[i], first_row + i, at++);
        any_in_a_row = any_in_a_row || row[1].text.back() == ')';
        any_budget = any_budget || !row.back().text.empty();
      }
      write_notes(commitments[i], scores[i]);
    }
    std::string legend = "[M] marketing, [S] sales, [B] both.";
    if (any_in_a_row) legend += " (2): missed so many times in a row.";
    if (any_budget)
      legend += " To spare: whole leads that may still fail, of those the target allows.";
    out_.paragraph("  ", legend, Style::dim);
  }

  void write_notes(const Commitment& commitment, const CommitmentScore& score) {
    if (score.negative_elapsed > 0) {
      const bool kept = commitment.measure.early == agreement::Early::met;
      out_.paragraph("  ! ", fmt::format("{} ended before the clock started: {}.",
                                         counted(score.negative_elapsed, "record", "records"),
                                         kept ? "counted as met" : "left out"));
    }
    if (score.without_at > 0) {
      out_.paragraph("  ! ",
                     fmt::format("{} without a value in “{}”, so in no period.",
                                 counted(score.without_at, "record", "records"),
                                 column_of(commitment.measure.dataset, commitment.measure.at)));
    }
  }

  // The column a field is read from, which is what people know it by.
  std::string column_of(std::string_view dataset, std::string_view key) const {
    const auto* found = agreement::find_dataset(agreement_, dataset);
    const auto* field = found == nullptr ? nullptr : agreement::find_field(*found, key);
    return one_line(field == nullptr ? key : std::string_view(field->column));
  }

  std::string title_of(std::string_view commitment) const {
    for (const Commitment& each : agreement_.commitments) {
      if (each.id == commitment) return one_line(each.title.empty() ? each.id : each.title);
    }
    return one_line(commitment);
  }

  [[nodiscard]] Team team_of(std::string_view commitment) const {
    for (const Commitment& each : agreement_.commitments) {
      if (each.id == commitment) return each.team;
    }
    return Team::both;
  }

  // A day's end reads as that day's, not as midnight of the next.
  std::string by_words(calendar::Instant due) const {
    const std::string text = local_time(due);
    constexpr std::string_view kMidnight = " 00:00";
    const bool is_end =
        text.size() > kMidnight.size() &&
        text.compare(text.size() - kMidnight.size(), kMidnight.size(), kMidnight) == 0;
    return is_end ? "the end of " + local_time(due - 1).substr(0, 10) : text;
  }

  void write_step(const agreement::EscalationStep& step, const scoring::Trigger& trigger,
                  scoring::FollowUp& follow_up) {
    if (!step.action.empty()) out_.paragraph("    ", step.action);
    std::string text =
        "To act: " + one_line(follow_up.who_in_words(step.notify, team_of(trigger.commitment)));
    const scoring::ActBy by = follow_up.by(step.respond_within, trigger.commitment, trigger.since);
    if (by.due) text += ", by " + by_words(*by.due);
    if (!step.respond_within.empty()) {
      text +=
          fmt::format("{}within {}{}", by.due ? " (" : ", ",
                      one_line(agreement::without_stop(step.respond_within)), by.due ? ")" : "");
    }
    text += by.overdue ? ": overdue." : ".";
    if (by.needs_hours) text += " The agreement has no business hours to count them by.";
    out_.paragraph("    ", text, by.overdue ? Style::poor : Style::plain);
  }

  void write_consequences(scoring::FollowUp& follow_up) {
    const auto triggers = scoring::consequences(agreement_, card_.commitments);
    if (triggers.empty()) return;
    out_.paragraph("  ", "Agreed for missed promises:", Style::poor);
    for (const std::string& each : agreement_.consequences)
      out_.paragraph("    - ", one_line(each));
    for (const scoring::Trigger& trigger : triggers) {
      std::vector<std::string> owner;
      for (const Commitment& each : agreement_.commitments) {
        if (each.id == trigger.commitment) owner.push_back(each.owner);
      }
      out_.paragraph(
          "    ",
          fmt::format("Since {}: {}. To act: {}.", calendar::format_day(trigger.since),
                      agreement::without_stop(title_of(trigger.commitment)),
                      one_line(follow_up.who_in_words(owner, team_of(trigger.commitment)))));
    }
  }

  void write_reviews(const std::vector<scoring::ReviewDue>& reviews, scoring::FollowUp& follow_up) {
    for (const scoring::ReviewDue& due : reviews) {
      const agreement::Review& review = agreement_.reviews[due.review];
      out_.paragraph("  ",
                     fmt::format("Review since {}: {}, about {}{}", calendar::format_day(due.since),
                                 one_line(review.title.empty() ? review.id : review.title),
                                 review.every == agreement::Every::week ? "the week of " : "",
                                 period_name(review.every, due.period, fiscal_start_)));
      std::string text =
          "To act: " + one_line(follow_up.who_in_words(review.attendees, Team::both));
      if (due.next) text += ", before " + calendar::format_day(*due.next);
      out_.paragraph("    ", text + '.');
    }
  }

  void write_triggers() {
    const auto reviews = scoring::reviews_due(agreement_, card_.as_of);
    const bool any_missed = !card_.escalations.empty() || !card_.cancellation.empty() ||
                            !scoring::consequences(agreement_, card_.commitments).empty();
    if (reviews.empty() && !any_missed) {
      write_due_otherwise(false);
      return;
    }
    out_.heading("What fell due");
    scoring::FollowUp follow_up(agreement_, card_.as_of);
    for (const scoring::Trigger& trigger : card_.escalations) {
      out_.paragraph("  ",
                     fmt::format("Escalation “{}” since {}: {}", one_line(trigger.step),
                                 calendar::format_day(trigger.since), title_of(trigger.commitment)),
                     Style::poor);
      for (const agreement::EscalationStep& step : agreement_.escalation) {
        if (step.id == trigger.step) write_step(step, trigger, follow_up);
      }
    }
    write_consequences(follow_up);
    for (const scoring::Trigger& trigger : card_.cancellation) {
      std::string text =
          fmt::format("The right to cancel since {}: {}", calendar::format_day(trigger.since),
                      title_of(trigger.commitment));
      if (!agreement_.cancellation.notice.empty()) {
        text += fmt::format(" (notice: {})", agreement_.cancellation.notice);
      }
      out_.paragraph("  ", text, Style::poor);
    }
    write_reviews(reviews, follow_up);
    write_due_otherwise(true);
  }

  // With the open ones too where that differs.
  void write_due_otherwise(bool headed) {
    std::vector<std::string> before;
    for (const Rescored& each : options_.rescored) {
      std::vector<std::string> now =
          scoring::due_otherwise(agreement_, card_, each.scored->card, calendar::format_day);
      if (now == before) continue;
      if (!headed) out_.heading("What fell due");
      headed = true;
      out_.paragraph("  ", each.open_too ? "If the open disputes were upheld too (not official):"
                                         : "With the disputes upheld (not official):");
      if (now.empty()) out_.paragraph("    ", "all as above.");
      for (const std::string& sentence : now)
        out_.paragraph("    - ", one_line(sentence));
      before = std::move(now);
    }
  }

  std::string field_counts(std::string_view dataset,
                           const std::vector<scoring::FieldCount>& counts) const {
    std::string text;
    for (const scoring::FieldCount& each : counts) {
      if (!text.empty()) text += ", ";
      text += fmt::format("“{}” {}", column_of(dataset, each.field), whole(each.count));
    }
    return text;
  }

  void write_data() {
    if (card_.datasets.empty()) return;
    out_.heading("Data");
    for (const scoring::DatasetReport& report : card_.datasets) {
      const auto* dataset = agreement::find_dataset(agreement_, report.id);
      const std::string name =
          one_line(dataset == nullptr || dataset->name.empty() ? report.id : dataset->name);
      if (!report.given) {
        out_.paragraph("  ", fmt::format("{}: not given", name), Style::fair);
        continue;
      }
      out_.paragraph("  ", fmt::format("{}: {}, the newest time in them {}", name,
                                       counted(report.rows, "record counted", "records counted"),
                                       report.newest ? local_time(*report.newest) : "missing"));
      if (report.duplicates > 0) {
        const bool first = dataset != nullptr && dataset->keep == data::Keep::first;
        out_.paragraph("    ", fmt::format("{} left out, of each id the {} is kept",
                                           counted(report.duplicates, "duplicate", "duplicates"),
                                           first ? "first" : "last"));
      }
      if (report.excluded > 0) {
        out_.paragraph("    ", fmt::format("{} left out by the dataset's own condition",
                                           counted(report.excluded, "record", "records")));
      }
      if (report.ragged_rows > 0) {
        out_.paragraph("    ", fmt::format("{} with more or fewer cells than the header",
                                           counted(report.ragged_rows, "record", "records")));
      }
      if (!report.invalid_cells.empty()) {
        out_.paragraph("    ", "Unreadable cells, taken as empty: " +
                                   field_counts(report.id, report.invalid_cells));
      }
      if (!report.date_only_cells.empty()) {
        out_.paragraph("    ", "Dates without a time of day: " +
                                   field_counts(report.id, report.date_only_cells));
      }
    }
  }

  const Agreement& agreement_;
  const scoring::Scorecard& card_;
  const TextOptions& options_;
  int fiscal_start_;
  const calendar::Zone* zone_;
  TerminalPage out_;
};

}  // namespace

std::string scorecard_text(const Agreement& agreement, const scoring::Scorecard& card,
                           const TextOptions& options) {
  return Page(agreement, card, options).write();
}

}  // namespace leadpact::exchange
