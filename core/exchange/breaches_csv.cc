#include <optional>
#include <string>
#include <vector>

#include "core/calendar/time.h"
#include "core/data/table.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/sheet.h"
#include "core/scoring/record_ids.h"

namespace leadpact::exchange {

namespace {

void append_time(std::string& csv, const std::optional<calendar::Instant>& instant) {
  csv += ',';
  if (instant) csv += calendar::format_instant(*instant);
}

}  // namespace

std::string breaches_csv(const agreement::Agreement& agreement, const scoring::LoadedData& data,
                         const scoring::Scored& scored) {
  std::vector<scoring::RecordIds> ids;
  for (std::size_t i = 0; i < agreement.datasets.size(); ++i) {
    ids.emplace_back(agreement.datasets[i], data.tables[i].get());
  }
  std::string csv = "commitment,period,record,file,line,at,from,to,due,status\n";
  for (const scoring::Breach& breach : scored.breaches) {
    const scoring::CommitmentScore& commitment = scored.card.commitments[breach.commitment];
    const data::Table& table = *data.tables[breach.dataset];
    append_csv_cell(csv, commitment.id);
    csv += ',';
    csv += calendar::format_day(commitment.periods[breach.period].period.start);
    csv += ',';
    append_csv_cell(csv, ids[breach.dataset].of(breach.row));
    csv += ',';
    append_csv_cell(csv, table.file_names()[table.file(breach.row)]);
    csv += ',';
    csv += std::to_string(table.line(breach.row));
    append_time(csv, breach.at);
    append_time(csv, breach.from);
    append_time(csv, breach.to);
    append_time(csv, breach.due);
    csv += breach.pending ? ",pending\n" : ",failed\n";
  }
  return csv;
}

}  // namespace leadpact::exchange
