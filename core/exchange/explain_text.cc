#include "core/exchange/explain_text.h"

#include "core/agreement/kinds.h"
#include "core/data/cells.h"
#include "core/exchange/terminal_page.h"
#include "core/scoring/explain_words.h"

namespace leadpact::exchange {
namespace {

using scoring::Explanation;
using scoring::Outcome;

Style style_of(const Explanation& made) {
  if (!made.counts || made.period >= scoring::kWithoutAt) return Style::dim;
  switch (made.verdict.outcome) {
    case Outcome::met:
      return Style::good;
    case Outcome::failed:
      return Style::poor;
    case Outcome::pending:
      return Style::fair;
    case Outcome::left_out:
      return Style::dim;
    case Outcome::counted:
      break;
  }
  return Style::plain;
}

void write_one(TerminalPage& page, const scoring::Explainer& explainer, const Explanation& made) {
  const agreement::Commitment& commitment = explainer.commitment();
  page.line("");
  page.paragraph("", commitment.title + " (" + commitment.id + ")", Style::bold);
  std::string standing(scoring::standing_words(made));
  const bool is_in = made.counts && made.period < scoring::kWithoutAt;
  if (is_in) {
    standing +=
        ", in the period from " + calendar::format_day(explainer.periods()[made.period].start);
  }
  page.paragraph("  ", standing, style_of(made));
  page.paragraph("  ", scoring::working_words(explainer, made) + ".");
  for (const std::string& line : scoring::missed_words(made))
    page.paragraph("  - ", line);
  if (!is_in || !agreement::uses_times(commitment.measure.kind)) return;
  const scoring::Face face = scoring::face_of(explainer, made);
  page.paragraph("  ",
                 "start " + face.stamp(made.from) + ", stop " + face.stamp(made.to) +
                     (made.due ? ", due " + face.moment(*made.due) : std::string()),
                 Style::dim);
}

}  // namespace

std::vector<std::uint32_t> find_lead(const agreement::Dataset& dataset, const data::Table& table,
                                     std::string_view id) {
  std::vector<std::uint32_t> rows;
  const int field = dataset.id_field.empty() ? -1 : table.find_field(dataset.id_field);
  if (field < 0) return rows;
  const std::string_view sought = data::trim(id);
  const data::Column& column = table.column(field);
  const bool is_text = column.type == data::FieldType::text;
  for (const std::uint32_t row : table.kept()) {
    const bool same =
        is_text ? table.text(column, row) == sought : table.raw_cell(row, field) == sought;
    if (same && !sought.empty()) rows.push_back(row);
  }
  return rows;
}

std::string explain_text(const agreement::Agreement& agreement, const scoring::LoadedData& data,
                         calendar::Instant as_of, const std::vector<Lead>& leads,
                         std::string_view id, std::string_view commitment, bool colour) {
  scoring::Context context(agreement, data, as_of, 1);
  const scoring::Face now{context.zone()};
  TerminalPage page(colour);
  page.heading("Lead " + one_line(id));
  for (const Lead& lead : leads) {
    const agreement::Dataset& dataset = agreement.datasets[lead.dataset];
    const data::Table& table = *data.tables[lead.dataset];
    page.paragraph("", table.file_names()[table.file(lead.row)] + ", line " +
                           std::to_string(table.line(lead.row)) + "; as of " + now.moment(as_of) +
                           ", " + agreement.time_zone);
    for (const auto* list : {&agreement.commitments, &agreement.goals}) {
      for (const agreement::Commitment& each : *list) {
        const bool asked = commitment.empty() || each.id == commitment;
        if (!asked || !agreement::uses_records(each.measure.kind)) continue;
        if (each.measure.dataset != dataset.id) continue;
        const scoring::Explainer explainer(context, each);
        write_one(page, explainer, explainer.explain(lead.row));
      }
    }
  }
  return std::move(page).take();
}

}  // namespace leadpact::exchange
