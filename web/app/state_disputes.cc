// Disputed leads of the open agreement: noted, ruled, kept and given away.
#include <algorithm>
#include <string>
#include <utility>

#include "core/exchange/disputes_json.h"
#include "web/app/file_names.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {

using agreement::Dispute;

namespace {

std::string room() {
  return "an agreement has room for " + counted(agreement::kMostDisputes, "dispute") + ".";
}

}  // namespace

void State::open_disputes(const std::string& agreement) {
  if (agreement == dispute_store_.disputes().agreement) return;
  dispute_store_.open(agreement);
  // What was begun, and what could be undone, is another agreement's.
  static_cast<void>(disputes_.end());
  disputes_before_.clear();
  disputes_changed_.clear();
  if (toast_ && toast_->action == Toast::Action::disputes_back) toast_.reset();
}

DisputeDesk& State::dispute_desk() {
  if (view_) {
    disputes_.look(*agreement(), desk_, dispute_store_.disputes(), dispute_store_.version());
  }
  return disputes_;
}

std::string State::record_id(const std::string& dataset, std::uint32_t row) const {
  const agreement::Agreement* open = agreement();
  if (open == nullptr || desk_.loaded() == nullptr) return {};
  const auto& tables = desk_.loaded()->tables;
  for (std::size_t d = 0; d < open->datasets.size() && d < tables.size(); ++d) {
    if (open->datasets[d].id != dataset || !tables[d] || row >= tables[d]->rows()) continue;
    const int field = tables[d]->find_field(open->datasets[d].id_field);
    return field < 0 ? std::string() : tables[d]->raw_cell(row, field);
  }
  return {};
}

void State::begin_dispute(DisputePlace place, const std::string& dataset, const std::string& record,
                          const std::string& commitment) {
  Dispute draft;
  draft.dataset = dataset;
  draft.record = record;
  draft.commitment = commitment;
  draft.raised_by = agreement::Team::sales;
  const std::int64_t local = now_ / 1000 + std::int64_t{utc_offset_minutes_} * 60;
  draft.on = calendar::format_day(calendar::day_of(local));
  disputes_.begin(place, std::move(draft));
}

void State::edit_dispute(const std::string& id) {
  for (const Dispute& each : disputes()) {
    if (each.id == id) disputes_.begin(DisputePlace::list, each);
  }
}

void State::end_dispute(bool keep) {
  const DisputePlace place = disputes_.place();
  Dispute draft = disputes_.end();
  if (!keep || draft.record.empty() || agreement() == nullptr) return;
  Dispute done = draft;
  if (done.id.empty()) done.id = ids_.next();
  if (dispute_store_.put(std::move(done))) return;
  disputes_.begin(place, std::move(draft));
  say("The dispute was not kept: " + room() + " Remove one first.");
}

void State::rule_dispute(const std::string& id, agreement::Ruling ruling) {
  for (Dispute each : disputes()) {
    if (each.id != id) continue;
    each.ruling = ruling;
    dispute_store_.put(std::move(each));
    return;
  }
}

void State::remove_dispute(const std::string& id) {
  disputes_before_ = disputes();
  disputes_changed_ = {id};
  dispute_store_.remove(id);
  say("The dispute was removed.", "Undo", Toast::Action::disputes_back);
}

void State::save_disputes() {
  if (agreement() == nullptr) return;
  Request request;
  request.kind = RequestKind::download;
  request.name = file_name(agreement()->title, "-disputes.json");
  request.bytes = exchange::write_disputes(dispute_store_.disputes());
  say(request.name + " was given to the browser to save.");
  outbox_.send(std::move(request));
}

void State::give_disputes(const GivenFile& file) {
  Result<agreement::Disputes> read = exchange::read_disputes(file.bytes);
  const bool fits = agreement() != nullptr && read.ok() && !library_.busy() &&
                    read.value().agreement == agreement()->id;
  if (!fits) {
    refused_.push_back(
        {file.name, !read.ok() ? read.errors()
                               : Errors{{ErrorCode::bad_reference, "agreement",
                                         "These are disputes of another agreement; open that one "
                                         "first, then drop this file again."}}});
    return;
  }
  disputes_before_ = disputes();
  DisputeStore::Merged merged = dispute_store_.merge(read.value().all);
  disputes_changed_ = std::move(merged.changed);
  const std::string left_out =
      merged.left_out == 0
          ? ""
          : " " + counted(merged.left_out, "more does", "more do") + " not fit: " + room();
  if (!disputes_changed_.empty()) {
    say(counted(disputes_changed_.size(), "dispute") + " taken from the file." + left_out, "Undo",
        Toast::Action::disputes_back);
  } else if (merged.left_out > 0) {
    say("No dispute was taken from the file: " + room());
  } else {
    say("The disputes of that file are here already.");
  }
}

void State::disputes_back() {
  const bool all_back = dispute_store_.set_back(std::exchange(disputes_before_, {}),
                                                std::exchange(disputes_changed_, {}));
  if (!all_back) say("Not every dispute came back: " + room());
}

}  // namespace leadpact::app
