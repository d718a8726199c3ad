// The saved scorecard that is compared with, and saving one.
#include <utility>

#include "web/app/file_names.h"
#include "web/app/format.h"
#include "web/app/state.h"

namespace leadpact::app {

ChangesDesk& State::changes() {
  // One that is on its way may be the one it is of.
  const agreement::Agreement* open = library_.busy() ? nullptr : agreement();
  changes_.look(open, view(), desk_);
  hear_changes();
  return changes_;
}

// The last of several: two cannot be compared with.
void State::give_scorecards(std::vector<GivenFile> files) {
  if (files.empty()) return;
  std::string left;
  for (std::size_t i = 0; i + 1 < files.size(); ++i)
    left += (i == 0 ? "" : ", ") + quoted(files[i].name);
  if (!left.empty()) {
    notify(NoticeKind::warning,
           "Of the saved scorecards only " + quoted(files.back().name) + " was taken",
           "Not taken: " + left + ". Drop the one you want to compare with alone.");
  }
  changes_.open(std::move(files.back().name), std::move(files.back().bytes));
  if (agreement() == nullptr || library_.busy()) {
    hear_changes();
    if (changes_.is_open() && !library_.busy()) {
      notify(NoticeKind::info, "“" + changes_.given_file() + "” waits for its agreement",
             "Open the agreement it was saved of; it is compared with then.");
    }
  } else if (changes().is_open() && view() != nullptr) {
    screen_ = Screen::scorecard;
  }
}

void State::hear_changes() {
  if (auto errors = changes_.take_errors()) {
    refused_.push_back({changes_.given_file(), *std::move(errors)});
  }
  if (auto saved = changes_.take_saved()) {
    Request request;
    request.kind = RequestKind::download;
    request.name = file_name(agreement()->title, ".scorecard.json");
    request.bytes = *std::move(saved);
    say(request.name +
        " was given to the browser to save. Of your leads it holds ids and verdicts, nothing "
        "else.");
    outbox_.send(std::move(request));
  }
}

void State::save_to_compare() {
  if (!view_ || agreement() == nullptr || desk_.scored() == nullptr) return;
  changes_.save(*agreement(), desk_);
  hear_changes();
}

void State::save_gone() {
  give_away(changes_.gone_sheet(), file_name(changes_.commitment().title, "-leads.csv"));
}

void State::stop_comparing() {
  changes_.close();
}

}  // namespace leadpact::app
