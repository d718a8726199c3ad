#include "core/scoring/context.h"

#include <algorithm>
#include <limits>

#include "core/agreement/opening.h"
#include "core/data/parallel.h"

namespace leadpact::scoring {
namespace {

using calendar::Day;
using calendar::Instant;
using calendar::Stamp;

// Whether a cell has a value is nothing a processor can foresee, so no branch
// asks: as an instant, a cell without one lies before all others.
std::optional<Instant> newest_of(const std::vector<Stamp>& stamps,
                                 const std::vector<std::uint32_t>& rows,
                                 const calendar::Zone& agreement, const rules::Horizon& horizon) {
  constexpr Day kNoDay = std::numeric_limits<Day>::min();
  constexpr Instant kNoInstant = std::numeric_limits<Instant>::min() / 4;
  const Instant last = horizon.last_instant();
  Instant instant = kNoInstant;
  Day day = kNoDay;
  for (const std::uint32_t row : rows) {
    const Stamp stamp = stamps[row];
    const bool has_value = stamp.has_value();
    const bool is_odd = stamp.date_only();
    if (has_value & is_odd) {
      if (!horizon.is_beyond(stamp)) day = std::max(day, stamp.day());
      continue;
    }
    const Instant candidate = stamp.instant();
    instant = std::max(instant, candidate <= last ? candidate : kNoInstant);
  }
  if (day != kNoDay) instant = std::max(instant, agreement.start_of(day));
  return instant == kNoInstant ? std::nullopt : std::optional<Instant>(instant);
}

}  // namespace

calendar::Term term_of(const agreement::Agreement& agreement) {
  calendar::Term term;
  term.starts_on = calendar::parse_day(agreement.starts_on).value_or(0);
  term.ends_on = calendar::parse_day(agreement.ends_on);
  term.zone = calendar::Zone::find(agreement.time_zone);
  term.fiscal_year_starts = static_cast<int>(agreement.fiscal_year_starts);
  return term;
}

std::optional<Instant> newest_in(const data::Table& table, std::size_t field,
                                 const calendar::Zone& agreement, const rules::Horizon& horizon) {
  const data::Field& spec = table.fields()[field];
  if (spec.type != data::FieldType::timestamp || spec.planned) return std::nullopt;
  return newest_of(table.column(static_cast<int>(field)).stamps, table.kept(), agreement, horizon);
}

std::optional<Instant> newest_in(const data::Table& table, const calendar::Zone& agreement,
                                 const rules::Horizon& horizon, int threads) {
  std::vector<std::optional<Instant>> newest(table.fields().size());
  data::for_each_index(newest.size(), threads,
                       [&](std::size_t i) { newest[i] = newest_in(table, i, agreement, horizon); });
  std::optional<Instant> all;
  for (const auto& one : newest)
    all = std::max(all, one);  // nothing is less than all
  return all;
}

Context::Context(const agreement::Agreement& agreement, const LoadedData& data, Instant as_of,
                 int threads, bool with_newest)
    : agreement_(agreement),
      as_of_(as_of),
      threads_(threads),
      term_(term_of(agreement)),
      horizon_(as_of, *term_.zone),
      datasets_(agreement.datasets.size()),
      hours_(agreement.calendars.size()) {
  for (std::size_t i = 0; i < datasets_.size(); ++i) {
    DatasetContext& context = datasets_[i];
    context.dataset = &agreement.datasets[i];
    context.zone = calendar::Zone::find(context.dataset->time_zone);
    if (i >= data.tables.size() || !data.tables[i]) continue;
    context.table = data.tables[i].get();
    context.evaluator = std::make_unique<rules::Evaluator>(
        agreement, *context.dataset, *context.table,
        rules::Evaluator::View{term_.zone, true, as_of}, threads);
    if (with_newest) context.newest = newest_in(*context.table, *term_.zone, horizon_, threads);
  }
}

const std::vector<calendar::Period>& Context::periods(calendar::Every every) {
  auto& periods = periods_[static_cast<std::size_t>(every)];
  if (!periods) periods = calendar::periods(term_, every, as_of_);
  return *periods;
}

const calendar::Hours* Context::hours(std::string_view calendar) {
  for (std::size_t i = 0; i < hours_.size(); ++i) {
    if (agreement_.calendars[i].id != calendar) continue;
    if (!hours_[i]) {
      hours_[i] = std::make_unique<calendar::Hours>(agreement::hours_spec(agreement_.calendars[i]));
    }
    return hours_[i].get();
  }
  return nullptr;
}

const std::vector<PeriodSlot>& Context::slots(std::size_t dataset, int at_field,
                                              calendar::Every every) {
  for (const auto& made : slots_) {
    if (made->dataset == dataset && made->at_field == at_field && made->every == every) {
      return made->slots;
    }
  }
  const std::vector<Stamp>& stamps = datasets_[dataset].table->column(at_field).stamps;
  auto made = std::make_unique<Slots>(Slots{dataset, at_field, every, {}});
  made->slots.resize(stamps.size());
  const PeriodIndex index(periods(every), *term_.zone, as_of_);
  data::for_each_range(stamps.size(), threads_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row)
      made->slots[row] = index.find(stamps[row]);
  });
  slots_.push_back(std::move(made));
  return slots_.back()->slots;
}

std::size_t Context::find_dataset(std::string_view id) const {
  std::size_t i = 0;
  while (i + 1 < datasets_.size() && datasets_[i].dataset->id != id)
    ++i;
  return i;
}

}  // namespace leadpact::scoring
