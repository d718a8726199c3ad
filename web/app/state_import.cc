// What Data asks about the files on the desk, and what a person answers.
#include <algorithm>
#include <string>
#include <utility>

#include "web/app/file_names.h"
#include "web/app/state.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kMostSettled = 300;

std::string settled_key(const agreement::Agreement& agreement, const ImportDesk::Item& item) {
  return agreement.id + "/" + agreement.datasets[item.dataset].id + "/" + item.finding.key;
}

}  // namespace

const ImportDesk& State::import_desk() {
  import_desk_.look(agreement(), editor_.valid(), desk_);
  return import_desk_;
}

std::vector<std::size_t> State::open_findings() {
  std::vector<std::size_t> open;
  const std::vector<ImportDesk::Item>& all = import_desk().findings();
  for (std::size_t i = 0; i < all.size() && agreement() != nullptr; ++i) {
    const std::vector<std::string>& settled = settings_.settled;
    const std::string key = settled_key(*agreement(), all[i]);
    if (std::find(settled.begin(), settled.end(), key) == settled.end()) open.push_back(i);
  }
  return open;
}

void State::answer_finding(std::size_t index, std::size_t answer) {
  agreement::Agreement* open = library_.current();
  if (open == nullptr || index >= import_desk().findings().size()) return;
  const ImportDesk::Item item = import_desk_.findings()[index];
  if (answer >= item.finding.answers.size()) return;
  const agreement::Answer& given = item.finding.answers[answer];
  if (!given.part.empty()) {
    go(Screen::agreement);
    open_field(given.part, given.field);
    return;
  }
  if (!given.edit) {
    std::vector<std::string>& settled = settings_.settled;
    if (settled.size() >= kMostSettled) settled.erase(settled.begin());
    settled.push_back(settled_key(*open, item));
    return;
  }
  const bool changed = editor_.record(*open, given.label, [&](agreement::Agreement& edited) {
    given.edit(edited.datasets[item.dataset]);
  });
  if (!changed) return;
  written();
  say("Done: " + given.label + ".", "Undo", Toast::Action::undo);
}

void State::toggle_rows(std::size_t dataset, const RowsOf& rows) {
  import_desk_.toggle_rows(dataset, rows, desk_);
}

void State::show_more_rows() {
  import_desk_.show_more_rows();
}

void State::save_rows() {
  import_desk_.write_rows();
  hear_rows();
}

void State::hear_rows() {
  auto text = import_desk_.take_rows();
  if (text && agreement() != nullptr) {
    give_away(std::move(*text), file_name(agreement()->title, "-rows.csv"));
  }
}

}  // namespace leadpact::app
