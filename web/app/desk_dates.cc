// The desk's dates: as of when is scored, and whether the month or the day of
// a date comes first.
#include <algorithm>
#include <utility>

#include "core/calendar/zone.h"
#include "core/data/cells.h"
#include "core/data/table.h"
#include "web/app/data_desk.h"

namespace leadpact::app {
namespace {

using data::DateOrder;

DateOrder other_than(DateOrder order) {
  return order == DateOrder::mdy ? DateOrder::dmy : DateOrder::mdy;
}

// Whether `text` is a beginning of `form`, in which 0 stands for any digit.
bool begins_like(std::string_view text, std::string_view form) {
  if (text.size() > form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != form[i]) return false;
  }
  return true;
}

constexpr std::size_t kDateSize = 10;
constexpr std::string_view kForm = "0000-00-00 00:00";

// More may follow that makes it a time read_as_of takes.
bool may_become_a_time(std::string_view text) {
  return text.size() != kDateSize && text.size() != kForm.size() &&
         (begins_like(text, kForm) || begins_like(text, "0000-00-00T00:00:00"));
}

}  // namespace

const calendar::Zone& zone_or_utc(const std::string& name) {
  const calendar::Zone* zone = calendar::Zone::find(name);
  return zone != nullptr ? *zone : *calendar::Zone::find("Etc/UTC");
}

std::optional<calendar::Instant> read_as_of(const std::string& text, const calendar::Zone& zone) {
  const std::string_view trimmed = data::trim(text);
  if (const auto instant = calendar::parse_instant(trimmed)) return instant;
  // Only dates that begin with their year: others can be read in two ways.
  if (trimmed.size() != kDateSize && trimmed.size() != kForm.size()) return std::nullopt;
  if (!begins_like(trimmed, kForm)) return std::nullopt;
  const calendar::Stamp stamp = data::parse_stamp(trimmed, DateOrder::mdy, zone);
  if (!stamp.has_value()) return std::nullopt;
  return stamp.date_only() ? zone.start_of(stamp.day() + 1) : stamp.instant();
}

bool DataDesk::set_as_of(std::string text, const agreement::Agreement* agreement) {
  as_of_text_ = std::move(text);
  as_of_touched_ = true;
  as_of_unfinished_ = false;
  as_of_error_.clear();
  const std::string_view trimmed = data::trim(as_of_text_);
  if (trimmed.empty()) {
    chosen_.reset();
  } else if (agreement != nullptr) {
    const auto read = read_as_of(as_of_text_, zone_or_utc(agreement->time_zone));
    if (!read) {
      as_of_unfinished_ = may_become_a_time(trimmed);
      if (!as_of_unfinished_) {
        as_of_error_ = "“" + std::string(trimmed) +
                       "” is no date. Write 2026-09-30, or 2026-09-30 17:00 for a time.";
      }
      return false;
    }
    chosen_ = read;
  }
  if (agreement == nullptr) return false;
  problems_.clear();
  rescore(*agreement);
  return true;
}

bool DataDesk::switch_date_order(std::size_t file, agreement::Agreement& agreement) {
  if (file >= files_.size() || files_[file].dataset < 0) return false;
  agreement::Dataset& dataset = agreement.datasets[static_cast<std::size_t>(files_[file].dataset)];
  data::TableSpec spec;
  spec.fields = dataset.fields;
  spec.empty_values = dataset.empty_values;
  spec.zone = &zone_or_utc(dataset.time_zone);
  const Result<data::Table> table = data::read_table(spec, inputs_of(files_[file].dataset));
  if (!table.ok()) return false;
  const std::vector<data::FieldCounts> counts = data::count(table.value()).fields;
  bool switched = false;
  bool month_first = false;  // the dates of some field say so
  bool day_first = false;
  for (std::size_t f = 0; f < dataset.fields.size(); ++f) {
    const data::DateForms& dates = counts[f].dates;
    DateOrder& order = dataset.fields[f].date_order;
    if (dates.only(other_than(order)) > dates.only(order)) {
      order = other_than(order);
      switched = true;
    }
    (order == DateOrder::mdy ? month_first : day_first) |= dates.only(order) > 0;
  }
  // What could be either is written as the others are.
  for (std::size_t f = 0; f < dataset.fields.size() && month_first != day_first; ++f) {
    const data::DateForms& dates = counts[f].dates;
    if (dates.either == 0 || dates.month_first + dates.day_first > 0) continue;
    dataset.fields[f].date_order = day_first ? DateOrder::dmy : DateOrder::mdy;
  }
  score(&agreement);
  return switched;
}

void DataDesk::ask_date_order(const agreement::Agreement& agreement) {
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    if (!loaded_->tables[d]) continue;
    const agreement::Dataset& dataset = agreement.datasets[d];
    DateQuestion question;
    question.dataset = d;
    for (data::UndecidedDates& dates : data::undecided_dates(*loaded_->tables[d])) {
      const auto field = static_cast<std::size_t>(dates.field);
      // Day first is never a default: somebody chose it.
      if (!dates.contradicted && dataset.fields[field].date_order == DateOrder::dmy) continue;
      const auto is_answered = [&](const DateAnswer& answer) {
        return answer.dataset == dataset.id && answer.field == dataset.fields[field].key &&
               answer.order == dataset.fields[field].date_order;
      };
      if (std::any_of(dates_answered_.begin(), dates_answered_.end(), is_answered)) continue;
      if (question.fields.empty()) {
        question.cell = std::move(dates.cell);
        question.month_first = dates.month_first;
        question.day_first = dates.day_first;
        question.contradicted = dates.contradicted;
      }
      // Others are asked about by themselves.
      if (question.contradicted != dates.contradicted) continue;
      question.fields.push_back(field);
    }
    if (question.fields.empty()) continue;
    date_question_ = std::move(question);
    return;
  }
}

bool DataDesk::answer_dates(DateOrder order, agreement::Agreement& agreement) {
  if (!date_question_) return false;
  const DateQuestion question = std::move(*date_question_);
  agreement::Dataset& dataset = agreement.datasets[question.dataset];
  bool changed = false;
  for (const std::size_t field : question.fields) {
    dates_answered_.push_back({dataset.id, dataset.fields[field].key, order});
    changed |= dataset.fields[field].date_order != order;
    dataset.fields[field].date_order = order;
  }
  score(&agreement);
  return changed;
}

}  // namespace leadpact::app
