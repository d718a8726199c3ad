#include "web/app/import_desk.h"

#include <algorithm>
#include <utility>

#include "core/data/presets.h"
#include "web/app/format.h"

namespace leadpact::app {
namespace {

std::string origin_of(const FileHead& head) {
  const data::CrmEvidence crm = data::recognise_crm(head.header);
  if (crm.name.empty()) return "";
  const std::string name(crm.name);
  const char* article = name.find_first_of("AEIOU") == 0 ? "an " : "a ";
  return "It looks like " + (article + name) + " export: " + whole(crm.known) + " of its " +
         counted(crm.of, "column") + " have the names " + name + " gives.";
}

// Whether what was seen of a file is still what is to be read from it.
bool same_columns(const std::vector<data::Field>& a, const std::vector<data::Field>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const data::Field& one, const data::Field& other) {
                      return one.column == other.column && one.type == other.type;
                    });
}

}  // namespace

void ImportDesk::follow_files(const agreement::Agreement* agreement, const DataDesk& desk) {
  std::vector<Look> looks;
  for (const DataDesk::File& file : desk.files()) {
    const bool read = agreement != nullptr && file.ready();
    std::vector<data::Field> fields;
    if (read) fields = agreement->datasets[static_cast<std::size_t>(file.dataset)].fields;
    const auto known = std::find_if(looks_.begin(), looks_.end(), [&](const Look& look) {
      return look.bytes == file.bytes && same_columns(look.fields, fields);
    });
    if (known != looks_.end()) {
      looks.push_back(std::move(*known));
      looks_.erase(known);
      continue;
    }
    Look& look = looks.emplace_back();
    look.bytes = file.bytes;
    look.origin = file.refused.empty() ? origin_of(file.head) : "";
    look.fields = std::move(fields);
    stale_ = true;
    if (!read) continue;
    look.profiler = std::make_unique<data::Profiler>(*look.bytes, look.fields);
    look.profiler->step();
  }
  stale_ = stale_ || !looks_.empty();
  looks_ = std::move(looks);
}

void ImportDesk::follow_loads(const agreement::Agreement* agreement, const DataDesk& desk) {
  if (desk.loads() == loads_ && desk.loaded() == loaded_ && !stale_) return;
  const bool other = desk.loads() != loads_ || desk.loaded() != loaded_;
  loads_ = desk.loads();
  loaded_ = desk.loaded();
  stale_ = true;
  if (!other) return;
  rows_.reset();
  overlaps_.clear();
  if (loaded_ == nullptr || agreement == nullptr) return;
  overlaps_.resize(loaded_->tables.size());
  for (std::size_t d = 0; d < overlaps_.size() && d < agreement->datasets.size(); ++d) {
    if (!loaded_->tables[d]) continue;
    overlaps_[d].emplace(agreement->datasets[d], *loaded_->tables[d]);
    overlaps_[d]->work();
  }
}

void ImportDesk::look(const agreement::Agreement* agreement, bool valid, const DataDesk& desk) {
  const bool same =
      !stale_ && desk.loads() == loads_ && desk.loaded() == loaded_ &&
      std::equal(looks_.begin(), looks_.end(), desk.files().begin(), desk.files().end(),
                 [](const Look& look, const DataDesk::File& file) {
                   return look.bytes == file.bytes && file.ready() == (look.profiler != nullptr);
                 });
  if (same) return;
  follow_loads(agreement, desk);
  follow_files(agreement, desk);
  const bool same_datasets = agreement != nullptr && found_in_ == agreement->datasets;
  if (looking() && same_datasets) return;  // the findings before stand until then
  findings_.clear();
  if (looking()) return;
  stale_ = false;
  found_in_.clear();
  if (agreement == nullptr || !valid) return;
  found_in_ = agreement->datasets;
  find(*agreement, desk);
}

bool ImportDesk::work(const agreement::Agreement* agreement, bool valid, const DataDesk& desk) {
  for (Look& look : looks_) {
    if (!look.profiler || look.profiler->done()) continue;
    stale_ = true;
    look.profiler->step();
    if (!looking()) this->look(agreement, valid, desk);
    return true;
  }
  if (desk.loads() != loads_ || desk.loaded() != loaded_) return false;
  for (std::optional<Overlap>& overlap : overlaps_) {
    if (!overlap || overlap->done()) continue;
    overlap->work();
    return true;
  }
  return rows_ && rows_->work();
}

bool ImportDesk::has_work(const DataDesk& desk) const {
  if (looking()) return true;
  if (desk.loads() != loads_ || desk.loaded() != loaded_) return false;
  return (rows_ && rows_->has_work()) ||
         std::any_of(overlaps_.begin(), overlaps_.end(), [](const std::optional<Overlap>& overlap) {
           return overlap && !overlap->done();
         });
}

bool ImportDesk::looking() const {
  return std::any_of(looks_.begin(), looks_.end(),
                     [](const Look& look) { return look.profiler && !look.profiler->done(); });
}

double ImportDesk::share() const {
  double seen = 0, all = 0;
  for (const Look& look : looks_) {
    if (!look.profiler) continue;
    const auto size = static_cast<double>(look.bytes->size());
    seen += size * look.profiler->share();
    all += size;
  }
  return all > 0 ? seen / all : 1;
}

void ImportDesk::find(const agreement::Agreement& agreement, const DataDesk& desk) {
  for (std::size_t d = 0; d < agreement.datasets.size(); ++d) {
    agreement::Evidence evidence;
    for (std::size_t i = 0; i < looks_.size() && i < desk.files().size(); ++i) {
      const DataDesk::File& file = desk.files()[i];
      if (!looks_[i].profiler || file.dataset != static_cast<int>(d)) continue;
      evidence.all.add(looks_[i].profiler->profile(), evidence.files.size());
      evidence.files.push_back(looks_[i].profiler->profile());
      evidence.names.push_back(file.name);
      for (std::size_t f = 0; f < file.matches.size(); ++f) {
        const auto column = static_cast<std::size_t>(file.matches[f].column);
        const auto& header = file.head.header;
        if (std::count(header.begin(), header.end(), header[column]) > 1) {
          evidence.doubled.push_back(agreement.datasets[d].fields[f].column);
        }
      }
    }
    if (evidence.files.empty()) continue;
    if (desk.loaded() != nullptr && !desk.reading()) {
      evidence.table = desk.loaded()->tables[d].get();
      evidence.newest = desk.newest_by_field()[d];
    }
    for (agreement::Finding& finding : agreement::findings_of(agreement, d, evidence))
      findings_.push_back({d, std::move(finding), evidence.names});
  }
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Item& a, const Item& b) { return a.finding.kind < b.finding.kind; });
}

const std::string& ImportDesk::origin(std::size_t file) const {
  static const std::string none;
  return file < looks_.size() ? looks_[file].origin : none;
}

std::string ImportDesk::evidence(const DataDesk& desk, std::size_t file,
                                 const data::Field& field) const {
  if (file >= looks_.size() || file >= desk.files().size()) return "";
  const Look& look = looks_[file];
  if (!look.profiler || !look.profiler->done()) return "";
  for (std::size_t f = 0; f < look.fields.size(); ++f) {
    if (look.fields[f].key == field.key && f < look.profiler->profile().columns.size()) {
      return agreement::evidence_words(field, look.profiler->profile().columns[f]);
    }
  }
  return "";
}

std::vector<std::string> ImportDesk::joined(std::size_t dataset) const {
  if (dataset >= overlaps_.size() || !overlaps_[dataset]) return {};
  return overlaps_[dataset]->sentences();
}

// ---- The rows behind a count --------------------------------------------------

void ImportDesk::toggle_rows(std::size_t dataset, const RowsOf& rows, const DataDesk& desk) {
  const bool open = this->rows(dataset, rows) != nullptr;
  rows_.reset();
  if (open || desk.loaded() == nullptr || dataset >= desk.loaded()->tables.size()) return;
  const data::Table* table = desk.loaded()->tables[dataset].get();
  if (table == nullptr) return;
  rows_dataset_ = dataset;
  rows_of_ = rows;
  rows_.emplace(*table, rows);
}

const RowList* ImportDesk::rows(std::size_t dataset, const RowsOf& rows) const {
  return rows_ && rows_dataset_ == dataset && rows_of_ == rows ? &*rows_ : nullptr;
}

void ImportDesk::show_more_rows() {
  if (rows_) rows_->show_more();
}

void ImportDesk::write_rows() {
  if (rows_) rows_->write();
}

std::optional<std::string> ImportDesk::take_rows() {
  return rows_ ? rows_->take_written() : std::nullopt;
}

}  // namespace leadpact::app
