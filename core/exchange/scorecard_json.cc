#include "core/exchange/scorecard_json.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "core/calendar/time.h"

namespace leadpact::exchange {

namespace {

using scoring::CommitmentScore;
using scoring::DatasetReport;
using scoring::FieldCount;
using scoring::PeriodScore;
using scoring::ReportingPeriod;
using scoring::TeamScore;
using scoring::Trigger;

// Writes the parts of a scorecard; each function one JSON value.
class Writer {
 public:
  explicit Writer(JsonText& json) : json_(json) {}

  void write(const scoring::Scorecard& card) {
    json_.open('{');
    text("agreement", card.agreement);
    text("as_of", calendar::format_instant(card.as_of));
    list("datasets", card.datasets);
    list("commitments", card.commitments);
    list("goals", card.goals);
    list("reporting", card.reporting);
    json_.name("escalations");
    triggers(card.escalations, true);
    json_.name("cancellation");
    triggers(card.cancellation, false);
    json_.close('}');
  }

 private:
  void text(std::string_view name, std::string_view value) {
    json_.name(name);
    json_.text(value);
  }
  template <typename Number>
  void number(std::string_view name, const Number& value) {
    json_.name(name);
    json_.number(value);
  }
  void boolean(std::string_view name, bool value) {
    json_.name(name);
    json_.boolean(value);
  }

  template <typename Item>
  void list(std::string_view name, const std::vector<Item>& items) {
    json_.name(name);
    json_.open('[');
    for (const Item& item : items) {
      json_.open('{');
      members(item);
      json_.close('}');
    }
    json_.close(']');
  }

  void members(const FieldCount& count) {
    text("field", count.field);
    number("count", count.count);
  }

  void members(const DatasetReport& report) {
    text("id", report.id);
    boolean("given", report.given);
    number("rows", report.rows);
    number("duplicates", report.duplicates);
    number("excluded", report.excluded);
    number("ragged_rows", report.ragged_rows);
    json_.name("newest");
    if (report.newest) {
      json_.text(calendar::format_instant(*report.newest));
    } else {
      json_.null();
    }
    list("invalid_cells", report.invalid_cells);
    list("date_only_cells", report.date_only_cells);
  }

  void members(const CommitmentScore& score) {
    text("id", score.id);
    text("team", agreement::name_of(score.team));
    number("negative_elapsed", score.negative_elapsed);
    number("without_at", score.without_at);
    list("periods", score.periods);
  }

  void dates(const calendar::Period& period) {
    text("start", calendar::format_day(period.start));
    text("end", period.end ? calendar::format_day(*period.end) : std::string());
    boolean("closed", period.closed);
  }

  void members(const PeriodScore& score) {
    dates(score.period);
    number("population", score.population);
    number("value", score.value);
    number("target", score.target);
    number("attainment", score.attainment);
    text("status", scoring::name_of(score.status));
    number("met", score.met);
    number("failed", score.failed);
    number("pending", score.pending);
    number("left_out", score.left_out);
    json_.name("error_budget");
    if (score.error_budget) {
      json_.open('{');
      number("allowed", score.error_budget->allowed);
      number("spent", score.error_budget->spent);
      number("left", score.error_budget->left);
      json_.close('}');
    } else {
      json_.null();
    }
    number("missed_in_a_row", score.missed_in_a_row);
  }

  // One figure of the three scores, side by side.
  template <typename Figure>
  void side_by_side(std::string_view name, const ReportingPeriod& period, Figure figure) {
    json_.name(name);
    json_.open('{');
    number("marketing", figure(period.marketing));
    number("sales", figure(period.sales));
    number("overall", figure(period.overall));
    json_.close('}');
  }

  void members(const ReportingPeriod& period) {
    dates(period.period);
    number("marketing", period.marketing.score);
    number("sales", period.sales.score);
    number("overall", period.overall.score);
    side_by_side("coverage", period, [](const TeamScore& team) { return team.coverage; });
    side_by_side("kept", period, [](const TeamScore& team) { return team.kept; });
    side_by_side("judged", period, [](const TeamScore& team) { return team.judged; });
  }

  void triggers(const std::vector<Trigger>& triggers, bool with_step) {
    json_.open('[');
    for (const Trigger& trigger : triggers) {
      json_.open('{');
      if (with_step) text("step", trigger.step);
      text("commitment", trigger.commitment);
      text("since", calendar::format_day(trigger.since));
      json_.close('}');
    }
    json_.close(']');
  }

  JsonText& json_;
};

}  // namespace

void write_scorecard(JsonText& json, const scoring::Scorecard& card) {
  Writer(json).write(card);
}

std::string scorecard_json(const scoring::Scorecard& card) {
  JsonText json;
  write_scorecard(json, card);
  json.end();
  return std::move(json).take();
}

}  // namespace leadpact::exchange
