#include "web/app/editor.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/agreement/advice.h"
#include "core/agreement/clauses.h"
#include "core/agreement/edits.h"
#include "core/agreement/opening.h"
#include "core/agreement/stage_presets.h"
#include "core/agreement/validate.h"
#include "core/agreement/wording.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kKinds = {{
    {"agreement", "Summary and dates"},
    {"teams", "Team"},
    {"contacts", "Contact"},
    {"personas", "Persona"},
    {"calendars", "Business hours"},
    {"datasets", "Data"},
    {"lead_scoring", "Lead scoring"},
    {"lead_scoring.rules", "Scoring rule"},
    {"stages", "Stage"},
    {"goals", "Shared goal"},
    {"commitments", "Promise"},
    {"rejection", "Hand-over and hand-back"},
    {"nurture", "Nurture"},
    {"escalation", "Escalation step"},
    {"consequences", "Consequences"},
    {"cancellation", "Right to cancel"},
    {"reviews", "Review"},
}};

bool is_within(std::string_view place, std::string_view part) {
  return place.substr(0, part.size()) == part &&
         (place.size() == part.size() || place[part.size()] == '.' || place[part.size()] == '[');
}

// The path of a place inside its part: what fields are keyed by.
std::string key_of(std::string_view place, std::string_view part) {
  if (part == "agreement") return std::string(place);
  if (!is_within(place, part)) return std::string(place);
  return std::string(place.substr(std::min(place.size(), part.size() + 1)));
}

// The same, where a form has other keys: the hours of a day are one field, who
// is named is a switch each.
std::string key_in_form(const Agreement& agreement, std::string_view place, std::string_view part) {
  std::string key = key_of(place, part);
  constexpr std::string_view kWeek = "week[";
  const auto spot = agreement::spot_of(part);
  const auto switched = [&](std::string_view list, const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (key == agreement::Spot{std::string(list), i}.place()) {
        key = std::string(list) + "/" + ids[i];
        return;
      }
    }
  };
  if (part == "cancellation") switched("commitments", agreement.cancellation.commitments);
  if (spot && spot->list == "escalation") {
    switched("notify", agreement.escalation[spot->index].notify);
    switched("commitments", agreement.escalation[spot->index].commitments);
  }
  if (spot && spot->list == "reviews") {
    switched("attendees", agreement.reviews[spot->index].attendees);
  }
  if (!spot || spot->list != "calendars" || key.compare(0, kWeek.size(), kWeek) != 0) return key;
  const auto& week = agreement.calendars[spot->index].week;
  for (std::size_t i = 0; i < week.size(); ++i) {
    if (!is_within(key, "week[" + std::to_string(i) + "]")) continue;
    // A day that is none has a field of its own, to choose which it is.
    return agreement::parse_weekday(week[i].day) ? "week." + week[i].day : key;
  }
  return key;
}

// An error of "measure.where.criteria[0].values[2]" shows at the field
// "measure.where.criteria[0].values".
bool belongs_to(std::string_view error_key, const FormField& field) {
  if (!field.takes_text() && field.kind != FormField::Kind::toggle) return false;
  return error_key == field.key || (!field.key.empty() && is_within(error_key, field.key));
}

bool is_control(const FormField& field) {
  return belongs_to(field.key, field) || field.kind == FormField::Kind::action;
}

// The field that mends what is wrong at a path: the one that says it, else one
// inside it, else one of what it lies in. Null where there is none.
const FormField* mending(const std::vector<FormField>& fields, std::string key) {
  const auto first = [&](const auto& is) -> const FormField* {
    const auto found = std::find_if(fields.begin(), fields.end(), is);
    return found == fields.end() ? nullptr : &*found;
  };
  for (;;) {
    const FormField* found = first([&](const FormField& each) { return belongs_to(key, each); });
    // Of a rule mostly its values are wrong, of a measure its business hours.
    for (const char* part : {".values", ".calendar"}) {
      if (found == nullptr) {
        found = first([&](const FormField& each) { return each.key == key + part; });
      }
    }
    if (found == nullptr && !key.empty()) {
      found = first([&](const FormField& each) {
        const bool starts = each.key.compare(0, key.size(), key) == 0;
        return starts && is_control(each) && each.key.size() > key.size() &&
               std::string_view(".[/").find(each.key[key.size()]) != std::string_view::npos;
      });
    }
    if (found != nullptr || key.empty()) return found;
    const std::size_t cut = key.find_last_of(".[");
    key.resize(cut == std::string::npos ? 0 : cut);
  }
}

}  // namespace

std::string part_of(std::string_view place) {
  if (const auto spot = agreement::spot_of(place)) return spot->place();
  const std::string_view first = place.substr(0, place.find_first_of("[."));
  for (const std::string_view part :
       {"rejection", "nurture", "consequences", "cancellation", "lead_scoring"}) {
    if (first == part) return std::string(part);
  }
  return "agreement";
}

std::string kind_of_part(std::string_view part) {
  const auto spot = agreement::spot_of(part);
  const std::string list = spot ? spot->list : std::string(part);
  for (const auto& [name, kind] : kKinds) {
    if (name == list) return std::string(kind);
  }
  return "";
}

namespace {

// With its name where it has one: 'Promise “First response”'.
std::string called_part(const Agreement& agreement, const std::string& part) {
  const std::string name = agreement::name_at(agreement, part);
  return kind_of_part(part) + (name.empty() ? "" : " " + agreement::quoted(name));
}

}  // namespace

void Editor::open(const Agreement& agreement) {
  history_ = agreement::History();
  past_.clear();
  days_.clear();
  held_.clear();
  entries_ = Entries();
  number_entries(agreement);
  past_entries_.assign(1, std::make_shared<const Entries>(entries_));
  forget_typing();
  selected_.clear();
  refresh(agreement);
}

void Editor::refresh(const Agreement& agreement, bool by_history) {
  found_ = agreement::validate(agreement);
  valid_ = found_.empty();
  std::vector<agreement::Advice> advice = agreement::advice_on(agreement);
  paper_ = std::make_shared<const agreement::Paper>(agreement::paper_of(agreement, found_, advice));
  guide_.clear();
  for (const Error& error : found_)
    add_to_guide(agreement, true, error.place, error.message);
  look_at_drafts(agreement, by_history);
  errors_ = guide_.size();
  for (std::size_t i = 0; i < agreement.calendars.size(); ++i) {
    if (std::find(days_.begin(), days_.end(), agreement.calendars[i].id) == days_.end()) continue;
    add_to_guide(agreement, false, agreement::Spot{"calendars", i}.place(),
                 "Days off are written there and not added yet.");
  }
  for (agreement::Advice& each : advice)
    add_to_guide(agreement, false, each.place, std::move(each.text));
  for (const auto& [list, name] :
       {std::pair{&agreement.commitments, "commitments"}, std::pair{&agreement.goals, "goals"}}) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      for (const PastLine& line : past_) {
        if (line.id != (*list)[i].id || line.advice.empty()) continue;
        add_to_guide(agreement, false, agreement::Spot{name, i}.place() + ".target", line.advice);
      }
    }
  }
  refresh_form(agreement);
}

void Editor::set_days(const Agreement& agreement, std::vector<std::string> calendars) {
  if (calendars == days_) return;
  days_ = std::move(calendars);
  refresh(agreement);
}

void Editor::set_past(const Agreement& agreement, std::vector<PastLine> past) {
  past_ = std::move(past);
  refresh(agreement);
}

void Editor::add_to_guide(const Agreement& agreement, bool error, std::string_view place,
                          std::string text) {
  // A list in which something is missing is no part.
  const bool is_list = place.find('[') == std::string_view::npos &&
                       agreement::spot_of(std::string(place) + "[0]").has_value() &&
                       place != "consequences";
  GuideItem item;
  item.error = error;
  item.select = is_list ? "" : part_in(agreement, place);
  item.key = is_list ? std::string(place) : key_in_form(agreement, place, item.select);
  const bool never_open = error && item.key.empty() && item.select.compare(0, 9, "calendars") == 0;
  if (never_open) item.key = "week.mon";
  item.text = std::move(text);
  item.place = place;
  item.section = agreement::section_of(place);
  guide_.push_back(std::move(item));
}

void Editor::forget_typing() {
  typed_key_.clear();
  typed_.clear();
  has_typed_ = false;
}

void Editor::refresh_form(const Agreement& agreement) {
  form_ = Form();
  if (selected_.empty()) return;
  form_ = form_of(agreement, selected_);
  if (form_.empty()) {
    selected_.clear();
    return;
  }
  form_.title = kind_of_part(selected_);
  std::vector<std::string> of_no_field;
  for (const Error& error : found_) {
    if (part_in(agreement, error.place) != selected_) continue;
    const std::string key = key_in_form(agreement, error.place, selected_);
    const FormField* field = mending(form_.fields, key);
    if (field == nullptr || (!field->takes_text() && !belongs_to(key, *field))) {
      of_no_field.push_back(error.message);
    } else if (field->error.empty()) {
      form_.fields[static_cast<std::size_t>(field - form_.fields.data())].error = error.message;
    }
  }
  for (const std::string& message : of_no_field) {
    FormField note;
    note.kind = FormField::Kind::note;
    note.label = note.error = message;
    form_.fields.insert(form_.fields.begin(), std::move(note));
  }
  const std::string part = lasting_part(agreement, selected_);
  for (FormField& field : form_.fields) {
    const bool is_text = field.kind == FormField::Kind::line ||
                         field.kind == FormField::Kind::area ||
                         field.kind == FormField::Kind::number;
    if (is_text && field.key == typed_key_ && has_typed_) field.value = typed_;
    if (field.kind != FormField::Kind::number) continue;
    for (const Held& draft : held_) {
      if (draft.part != part || draft.key != lasting_key(agreement, field.key)) continue;
      field.value = draft.text;
      field.error = draft.sentence;
    }
  }
}

const FormField* Editor::field_of(std::string_view key) const {
  const FormField* field = mending(form_.fields, std::string(key));
  if (field != nullptr || is_element()) return field;
  const auto any = std::find_if(form_.fields.begin(), form_.fields.end(), is_control);
  return any == form_.fields.end() ? nullptr : &*any;
}

bool Editor::is_element() const {
  return agreement::spot_of(selected_).has_value();
}

bool Editor::can_move(const Agreement& agreement, int by) const {
  return agreement::can_move(agreement, selected_, by);
}

void Editor::select(const Agreement& agreement, std::string place) {
  if (selected_ == place) return;
  history_.close_step();
  forget_typing();
  selected_ = std::move(place);
  refresh_form(agreement);
}

bool Editor::change(Agreement& agreement, std::string name, std::string_view key,
                    const std::function<void(Agreement&)>& edit) {
  const bool changed = history_.apply(agreement, std::move(name), key, edit);
  number_entries(agreement);
  const std::size_t done = history_.done();
  if (changed) past_entries_.resize(done + 1);
  const auto& before = past_entries_[done > 0 ? done - 1 : 0];
  past_entries_[done] =
      before != nullptr && *before == entries_ ? before : std::make_shared<const Entries>(entries_);
  refresh(agreement);
  return changed;
}

bool Editor::set(Agreement& agreement, const std::string& key, const std::string& text) {
  const auto field = std::find_if(form_.fields.begin(), form_.fields.end(),
                                  [&](const FormField& each) { return each.key == key; });
  if (field == form_.fields.end()) return false;
  const std::string label = field->label;
  const bool is_action = field->kind == FormField::Kind::action;
  forget_typing();
  if (field->kind == FormField::Kind::line || field->kind == FormField::Kind::area ||
      field->kind == FormField::Kind::number) {
    typed_key_ = key;
    typed_ = text;
    has_typed_ = true;
  }
  Held draft{lasting_part(agreement, selected_), lasting_key(agreement, key), label, {}, text, {}};
  const auto is_same = [&](const Held& each) {
    return each.part == draft.part && each.key == draft.key;
  };
  held_.erase(std::remove_if(held_.begin(), held_.end(), is_same), held_.end());
  const std::string typing = is_action ? "" : selected_ + "." + key;
  const bool changed = change(agreement, label + " (" + called_part(agreement, selected_) + ")",
                              typing, [&](Agreement& edited) {
                                draft.sentence = set_field(edited, selected_, key, text);
                                follow_value(key);
                              });
  if (!draft.sentence.empty()) {
    held_.push_back(std::move(draft));
    refresh(agreement);
  }
  return changed;
}

bool Editor::edit_in_hand(Agreement& agreement, std::string name, std::string_view stroke,
                          bool goes_on, const std::function<void(Agreement&)>& edit) {
  forget_typing();
  if (!goes_on) history_.close_step();
  const std::string key = stroke.empty() ? "" : selected_ + "/" + std::string(stroke);
  name += " (" + called_part(agreement, selected_) + ")";
  return change(agreement, std::move(name), key, edit);
}

bool Editor::add(Agreement& agreement, std::string_view list) {
  std::string place;
  const std::string name = "New " + kind_of_part(std::string(list) + "[0]");
  const bool changed =
      change(agreement, name, "", [&](Agreement& edited) { place = agreement::add(edited, list); });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::add_clause(Agreement& agreement, std::string_view id) {
  std::string place;
  std::string name = "New Promise";
  for (const agreement::ReadyClause& each : agreement::ready_clauses()) {
    if (each.id == id) name += " " + agreement::quoted(each.title);
  }
  const bool changed = change(agreement, std::move(name), "", [&](Agreement& edited) {
    place = agreement::add_clause(edited, id);
  });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::add_goals(Agreement& agreement, const agreement::GoalMaths& maths) {
  std::string place;
  const bool changed = change(agreement, "Promises from the goal", "", [&](Agreement& edited) {
    place = agreement::add_goal_commitments(edited, maths);
  });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::add_stages(Agreement& agreement, std::string_view preset) {
  std::string place;
  const bool changed = change(agreement, "Stages of a preset", "", [&](Agreement& edited) {
    place = agreement::add_stages(edited, preset);
  });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::duplicate(Agreement& agreement) {
  std::string place;
  const bool changed =
      change(agreement, "Copy of " + called_part(agreement, selected_), "", [&](Agreement& edited) {
        place = agreement::duplicate(edited, selected_);
        follow_rule("", place);
      });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::move(Agreement& agreement, int by) {
  std::string place;
  const bool changed = change(agreement, "Order of " + called_part(agreement, selected_), "",
                              [&](Agreement& edited) {
                                place = agreement::move(edited, selected_, by);
                                if (!place.empty()) follow_rule(selected_, place);
                              });
  if (changed) select(agreement, place);
  return changed;
}

bool Editor::remove(Agreement& agreement) {
  const std::string removed = selected_;
  forget_typing();
  selected_.clear();
  return change(agreement, called_part(agreement, removed) + " removed", "",
                [&](Agreement& edited) {
                  const std::vector<agreement::ManualValue> before = edited.manual_values;
                  if (agreement::remove(edited, removed).empty()) return;
                  follow_rule(removed, "");
                  // A promise takes its entries along; the others keep their order.
                  const std::vector<agreement::ManualValue>& now = edited.manual_values;
                  std::size_t kept = 0;
                  for (std::size_t i = 0; i < before.size() && kept < now.size(); ++i) {
                    if (before[i] == now[kept]) entries_.values[kept++] = entries_.values[i];
                  }
                });
}

bool Editor::undo(Agreement& agreement) {
  if (!history_.can_undo()) return false;
  history_.undo(agreement);
  entries_ = *past_entries_[history_.done()];
  forget_typing();
  refresh(agreement, true);
  return true;
}

bool Editor::redo(Agreement& agreement) {
  if (!history_.can_redo()) return false;
  history_.redo(agreement);
  entries_ = *past_entries_[history_.done()];
  forget_typing();
  refresh(agreement, true);
  return true;
}

}  // namespace leadpact::app
