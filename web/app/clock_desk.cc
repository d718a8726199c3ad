#include "web/app/clock_desk.h"

#include <algorithm>
#include <utility>

#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "core/scoring/ledger_words.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;
using agreement::Dataset;
using scoring::StepTimes;

constexpr std::size_t kShownOwners = 30;
constexpr const char* kNone = "None";

std::string time_words(const StepTimes& times, double seconds) {
  return times.counted == 0 ? "–" : duration(seconds / 3600);
}

// Those given that have two times.
std::vector<std::size_t> datasets_of(const Agreement& agreement, const DataDesk& desk) {
  std::vector<std::size_t> found;
  if (desk.loaded() == nullptr || !desk.as_of()) return found;
  const auto& tables = desk.loaded()->tables;
  for (std::size_t d = 0; d < agreement.datasets.size() && d < tables.size(); ++d) {
    if (tables[d] && scoring::chain_fields(agreement.datasets[d]).size() > 1) found.push_back(d);
  }
  return found;
}

std::vector<const data::Field*> texts_of(const Dataset& dataset) {
  std::vector<const data::Field*> fields;
  for (const data::Field& field : dataset.fields) {
    if (field.type == data::FieldType::text) fields.push_back(&field);
  }
  return fields;
}

std::size_t index_of(const std::vector<const data::Field*>& fields, const std::string& key) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const data::Field* field) { return field->key == key; });
  return static_cast<std::size_t>(found - fields.begin());
}

bool fits(const Agreement& agreement, const scoring::Chain& chain) {
  const Dataset& dataset = agreement.datasets[chain.dataset];
  const auto times = scoring::chain_fields(dataset);
  const bool has_times =
      std::all_of(chain.fields.begin(), chain.fields.end(),
                  [&](const std::string& key) { return index_of(times, key) < times.size(); });
  const auto texts = texts_of(dataset);
  return has_times && (chain.owner.empty() || index_of(texts, chain.owner) < texts.size()) &&
         (chain.calendar.empty() || find_calendar(agreement, chain.calendar) != nullptr);
}

}  // namespace

bool ClockDesk::has_chain(const Agreement& agreement, const DataDesk& desk) {
  return !datasets_of(agreement, desk).empty();
}

void ClockDesk::score_changed() {
  sweep_.reset();
  list_.score_changed();
  list_.hide();
}

bool ClockDesk::look(const Agreement& agreement, const DataDesk& desk) {
  const bool same = sweep_ && agreement_ == &agreement && loads_ == desk.loads() &&
                    loaded_ == desk.loaded() && as_of_ == desk.as_of();
  if (!same) {
    datasets_ = datasets_of(agreement, desk);
    score_changed();
    if (datasets_.empty()) return false;
    agreement_ = &agreement;
    loads_ = desk.loads();
    loaded_ = desk.loaded();
    as_of_ = desk.as_of();
    const bool known =
        std::find(datasets_.begin(), datasets_.end(), chain_.dataset) != datasets_.end();
    if (of_ != agreement.id || !known || !fits(agreement, chain_)) {
      if (of_ != agreement.id) numbers_.clear();
      of_ = agreement.id;
      chain_ = scoring::usual_chain(agreement, datasets_.front());
    }
    begin();
  }
  if (sweep_ && sweep_->ready() && !shown_) take_view();
  return true;
}

void ClockDesk::begin() {
  shown_ = false;
  list_choices();
  score_changed();
  if (!has_way()) return;
  sweep_ = std::make_unique<scoring::ChainSweep>(*agreement_, chain_, *loaded_, *as_of_);
  sweep_->work();
}

bool ClockDesk::work(const DataDesk& desk) {
  if (!has_work()) return false;
  if (loads_ != desk.loads() || loaded_ != desk.loaded()) {
    score_changed();
    return false;
  }
  if (!sweep_->work()) return true;
  list_.work(desk);
  return true;
}

void ClockDesk::list_choices() {
  choices_.clear();
  const Dataset& dataset = agreement_->datasets[chain_.dataset];
  Choice data{"Of", {}, 0};
  for (std::size_t i = 0; i < datasets_.size(); ++i) {
    const Dataset& each = agreement_->datasets[datasets_[i]];
    data.options.push_back(each.name.empty() ? each.id : each.name);
    if (datasets_[i] == chain_.dataset) data.chosen = i;
  }
  choices_.push_back(std::move(data));

  Choice calendar{"Counted in", {"Real time"}, 0};
  for (const agreement::Calendar& each : agreement_->calendars) {
    calendar.options.push_back("Business time, " + (each.name.empty() ? each.id : each.name));
    if (each.id == chain_.calendar) calendar.chosen = calendar.options.size() - 1;
  }
  choices_.push_back(std::move(calendar));

  const auto texts = texts_of(dataset);
  Choice owner{"By owner, in", {kNone}, 0};
  for (const data::Field* field : texts)
    owner.options.push_back(field->column);
  if (!chain_.owner.empty()) owner.chosen = index_of(texts, chain_.owner) + 1;
  choices_.push_back(std::move(owner));

  const auto times = scoring::chain_fields(dataset);
  for (std::size_t i = 0; i <= chain_.fields.size() && i < scoring::kMostTimes; ++i) {
    Choice time{i == 0 ? "From" : "Then (" + std::to_string(i) + ")", {kNone}, 0};
    for (const data::Field* field : times)
      time.options.push_back(field->column);
    if (i < chain_.fields.size()) time.chosen = index_of(times, chain_.fields[i]) + 1;
    choices_.push_back(std::move(time));
  }
}

void ClockDesk::choose(std::size_t choice, std::size_t option) {
  const Dataset& dataset = agreement_->datasets[chain_.dataset];
  const std::vector<const data::Field*> texts = texts_of(dataset);
  const std::vector<const data::Field*> times = scoring::chain_fields(dataset);
  constexpr std::size_t kFirstTime = 3;
  if (choice >= choices_.size() || option >= choices_[choice].options.size()) return;
  if (choice == 0) {
    chain_ = scoring::usual_chain(*agreement_, datasets_[option]);
  } else if (choice == 1) {
    chain_.calendar = option == 0 ? "" : agreement_->calendars[option - 1].id;
  } else if (choice == 2) {
    chain_.owner = option == 0 ? "" : texts[option - 1]->key;
  } else {
    const std::size_t at = choice - kFirstTime;
    if (option == 0) {
      if (at < chain_.fields.size()) {
        chain_.fields.erase(chain_.fields.begin() + static_cast<std::ptrdiff_t>(at));
      }
    } else if (at < chain_.fields.size()) {
      chain_.fields[at] = times[option - 1]->key;
    } else {
      chain_.fields.push_back(times[option - 1]->key);
    }
  }
  begin();
}

void ClockDesk::take_view() {
  shown_ = true;
  view_ = ClockView();
  const Dataset& dataset = agreement_->datasets[chain_.dataset];
  const Noun noun = record_noun(dataset);
  const auto column = [&](std::size_t i) { return find_field(dataset, chain_.fields[i])->column; };
  double routing = 0;
  const std::vector<scoring::ChainStep>& steps = sweep_->steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const StepTimes& times = steps[i].times;
    ClockStep step;
    step.name = column(i) + " → " + column(i + 1);
    step.routing = steps[i].routing;
    step.share = steps[i].share;
    step.share_text = sweep_->whole().counted > 0 ? percent(steps[i].share, 0) : "–";
    step.median = time_words(times, times.median);
    step.ninety = time_words(times, times.ninety);
    step.times = times;
    view_.has_dates = view_.has_dates || times.date_alone > 0;
    if (step.routing) routing += step.share;
    if (!step.routing) {
      view_.of_reps.push_back(step.name);
      view_.rep_steps.push_back(i);
    }
    view_.steps.push_back(std::move(step));
  }
  const StepTimes& whole_way = sweep_->whole();
  view_.whole = whole(whole_way.counted) + " of " + noun.of(sweep_->records()) +
                " went all the way from “" + column(0) + "” to “" + column(steps.size()) + "”";
  view_.whole += whole_way.counted == 0
                     ? "."
                     : "; half of them took no longer than " + duration(whole_way.median / 3600) +
                           ", nine in ten no longer than " + duration(whole_way.ninety / 3600) +
                           ".";
  if (view_.of_reps.size() < steps.size()) {
    view_.routing =
        "Until a " + noun.one + " is assigned it is nobody's: routing delay is no rep's";
    view_.routing +=
        whole_way.counted > 0 ? ", and it is " + percent(routing, 0) + " of the way." : ".";
  }
  const std::vector<scoring::OwnerTimes>& owners = sweep_->owners();
  for (std::size_t o = 0; o < owners.size() && o < kShownOwners; ++o) {
    ClockOwner owner;
    owner.name = owners[o].others         ? scoring::others_words(owners[o].joined, "owner")
                 : owners[o].name.empty() ? "No owner"
                                          : owners[o].name;
    owner.records = whole(owners[o].records);
    for (const std::size_t i : view_.rep_steps) {
      const StepTimes& times = owners[o].steps[i];
      owner.medians.push_back(time_words(times, times.median));
    }
    view_.owners.push_back(std::move(owner));
  }
  if (owners.size() > kShownOwners) {
    std::uint64_t names = 0, records = 0;
    for (std::size_t o = kShownOwners; o < owners.size(); ++o) {
      names += owners[o].others ? owners[o].joined : 1;
      records += owners[o].records;
    }
    view_.more_owners = "The " + std::to_string(kShownOwners) + " with the most " + noun.many +
                        " are shown; " + counted(names, "other has", "others have") + " " +
                        noun.of(records) + ".";
  }
  if (numbers_.empty()) {
    leads_typed_ = false;
    const agreement::Workload usual;
    const auto text = [](double value) { return agreement::digits(value); };
    numbers_ = {{"Leads a working day", "", "", ""},
                {"Attempts a lead", text(usual.attempts), "Calls, emails and messages.", ""},
                {"Minutes an attempt", text(usual.minutes), "With the note about it.", ""},
                {"Reps", text(usual.reps), "Who work these leads.", ""},
                {"Hours a rep a day", text(usual.hours), "Left for this, without meetings.", ""}};
  }
  if (!leads_typed_) {
    const double a_day = sweep_->a_working_day().value_or(0);
    numbers_[0].text = number(a_day, 1);
    numbers_[0].text.erase(std::remove(numbers_[0].text.begin(), numbers_[0].text.end(), ','),
                           numbers_[0].text.end());
    numbers_[0].help = "As in the last 13 weeks of the data, by “" + column(0) + "”.";
  }
  read_numbers();
}

// ---- Leads -----------------------------------------------------------------------

void ClockDesk::show(std::size_t step, AskedLeads asked) {
  auto copy = std::make_unique<Agreement>(*agreement_);
  copy->commitments.push_back(step_promise(*agreement_, chain_, step));
  list_.score_changed();
  list_.set_search({});
  list_.show("", std::move(asked));
  asked_of_ = std::move(copy);
}

void ClockDesk::show_owner(std::size_t owner, std::optional<std::size_t> step) {
  const scoring::OwnerTimes& of = sweep_->owners()[owner];
  AskedLeads asked;
  asked.title = view_.owners[owner].name;
  asked.count = of.records;
  asked.rows = sweep_->rows(owner);
  if (step) {
    asked.title += ", " + view_.steps[*step].name;
    asked.count = of.steps[*step].counted;
    asked.pick.outcomes = bit(scoring::Outcome::counted);
  }
  show(step.value_or(view_.rep_steps.front()), std::move(asked));
}

LeadList& ClockDesk::look_at_list(const DataDesk& desk) {
  if (list_.which()) list_.look(asked_of_.get(), "", desk);
  return list_;
}

void ClockDesk::type(std::size_t number, std::string text) {
  if (number >= numbers_.size()) return;
  leads_typed_ = leads_typed_ || number == 0;
  numbers_[number].text = std::move(text);
  read_numbers();
}

void ClockDesk::read_numbers() {
  double values[5] = {};
  bool all = true;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    const auto value = data::parse_plain_number(data::trim(numbers_[i].text));
    numbers_[i].error = value && *value >= 0 ? "" : "Write a number, like 4.5.";
    all = all && numbers_[i].error.empty();
    values[i] = value.value_or(0);
  }
  capacity_.reset();
  if (all) capacity_ = agreement::capacity({values[0], values[1], values[2], values[3], values[4]});
}

std::string ClockDesk::capacity_words() const {
  if (!capacity_) {
    return "Numbers above 0, and at most 24 hours a day, say what can be worked.";
  }
  const agreement::Capacity& of = *capacity_;
  const std::string left = of.left < 0 ? duration(-of.left) + " a day short. It takes " +
                                             counted(static_cast<std::uint64_t>(of.reps), "rep")
                                       : duration(of.left) + " a day left. It takes " +
                                             counted(static_cast<std::uint64_t>(of.reps), "rep");
  return "The work is " + duration(of.needed) + " a day, the reps have " + duration(of.there) +
         ": " + left + ", and those there are can work " + number(of.leads, 0) + " leads a day.";
}

}  // namespace leadpact::app
