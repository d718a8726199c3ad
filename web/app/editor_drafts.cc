// Whose an entry is, and what was written and cannot be stored: kept at its
// entry whatever becomes of the others.
#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/thresholds.h"
#include "web/app/editor.h"

namespace leadpact::app {
namespace {

using agreement::Agreement;

constexpr std::string_view kRules = "lead_scoring.rules";
constexpr std::string_view kValues = "manual_values[";

std::optional<std::size_t> rule_at(std::string_view place) {
  const auto spot = agreement::spot_of(place);
  if (!spot || spot->list != kRules) return std::nullopt;
  return spot->index;
}

// The index in a key like "manual_values[2].value".
std::optional<std::size_t> index_in(std::string_view key, std::string_view list) {
  std::size_t index = 0;
  if (key.substr(0, list.size()) != list) return std::nullopt;
  const char* const last = key.data() + key.size();
  const auto read = std::from_chars(key.data() + list.size(), last, index);
  if (read.ec != std::errc() || read.ptr == last || *read.ptr != ']') return std::nullopt;
  return index;
}

std::ptrdiff_t offset(std::size_t index) {
  return static_cast<std::ptrdiff_t>(index);
}

}  // namespace

std::string part_in(const Agreement& agreement, std::string_view place) {
  const auto entry_of = [&](const auto& entries, std::string_view list) {
    const std::optional<std::size_t> i = index_in(place, list);
    return i && *i < entries.size() ? entries[*i].commitment : std::string();
  };
  std::string about = entry_of(agreement.checkins, "checkins[");
  if (about.empty()) about = entry_of(agreement.manual_values, kValues);
  if (about.empty()) return part_of(place);
  const auto named = [&](const std::vector<agreement::Commitment>& list, const char* name) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].id == about) return agreement::Spot{name, i}.place();
    }
    return std::string();
  };
  std::string part = named(agreement.commitments, "commitments");
  if (part.empty()) part = named(agreement.goals, "goals");
  return part.empty() ? part_of(place) : part;
}

// ---- Names that last ----------------------------------------------------------

std::string Editor::lasting_part(const Agreement& agreement, const std::string& place) const {
  const auto spot = agreement::spot_of(place);
  if (!spot) return place;
  const auto named = [&](const auto& list) {
    return spot->index < list.size() ? spot->list + "#" + list[spot->index].id : place;
  };
  if (spot->list == "commitments") return named(agreement.commitments);
  if (spot->list == "goals") return named(agreement.goals);
  if (spot->list == "escalation") return named(agreement.escalation);
  if (spot->list == kRules && spot->index < entries_.rules.size()) {
    return spot->list + "#" + std::to_string(entries_.rules[spot->index]);
  }
  return place;
}

std::string Editor::part_named(const Agreement& agreement, const std::string& name) const {
  const std::size_t end = name.find('#');
  if (end == std::string::npos) return name;
  agreement::Spot spot{name.substr(0, end), 0};
  for (; spot.index < agreement::size_of(agreement, spot.list); ++spot.index) {
    std::string place = spot.place();
    if (lasting_part(agreement, place) == name) return place;
  }
  return "";
}

std::string Editor::lasting_key(const Agreement& agreement, const std::string& key) const {
  if (const auto value = index_in(key, kValues)) {
    if (*value < entries_.values.size()) {
      return "#" + std::to_string(entries_.values[*value]) + key.substr(key.find(']'));
    }
  }
  if (const auto threshold = index_in(key, "threshold[")) {
    const std::vector<agreement::Threshold> all = agreement::thresholds_of(agreement);
    if (*threshold >= all.size()) return key;
    const std::size_t stage = all[*threshold].stage;
    const auto before = std::count_if(all.begin(), all.begin() + offset(*threshold),
                                      [&](const auto& each) { return each.stage == stage; });
    return "threshold#" + std::to_string(before) + agreement.stages[stage].id;
  }
  return key;
}

void Editor::number_entries(const Agreement& agreement) {
  const auto fit = [&](std::vector<std::size_t>& numbers, std::size_t size) {
    while (numbers.size() < size)
      numbers.push_back(next_entry_++);
    numbers.resize(size);
  };
  fit(entries_.rules, agreement.lead_scoring.rules.size());
  fit(entries_.values, agreement.manual_values.size());
}

void Editor::follow_rule(const std::string& from, const std::string& to) {
  const std::optional<std::size_t> left = rule_at(from), taken = rule_at(to);
  std::size_t number = next_entry_++;
  if (left) {
    number = entries_.rules[*left];
    entries_.rules.erase(entries_.rules.begin() + offset(*left));
  }
  if (taken) entries_.rules.insert(entries_.rules.begin() + offset(*taken), number);
}

void Editor::follow_value(const std::string& pressed) {
  const auto value = index_in(pressed, kValues);
  constexpr std::string_view kRemove = ".remove";
  if (!value || *value >= entries_.values.size() || pressed.size() < kRemove.size()) return;
  if (pressed.compare(pressed.size() - kRemove.size(), kRemove.size(), kRemove) != 0) return;
  entries_.values.erase(entries_.values.begin() + offset(*value));
}

// ---- Drafts -------------------------------------------------------------------

void Editor::look_at_drafts(const Agreement& agreement, bool by_history) {
  drafts_.clear();
  for (std::size_t i = 0; i < held_.size(); ++i) {
    Held& draft = held_[i];
    const std::string part = part_named(agreement, draft.part);
    const Form form = part.empty() ? Form() : form_of(agreement, part);
    const auto field =
        std::find_if(form.fields.begin(), form.fields.end(), [&](const FormField& each) {
          return each.kind == FormField::Kind::number &&
                 lasting_key(agreement, each.key) == draft.key;
        });
    const bool was_there = std::exchange(draft.there, field != form.fields.end());
    if (!draft.there) continue;
    if (draft.model.empty()) draft.model = field->value;
    // One whose field the model says otherwise now has served its turn; and a
    // new part may be named like one that is gone.
    if (draft.model != field->value || (!was_there && !by_history)) {
      held_.erase(held_.begin() + offset(i--));
      continue;
    }
    guide_.push_back(
        {true, part, field->key, draft.label + ": " + draft.sentence, agreement::section_of(part)});
    drafts_.push_back({rule_at(part) ? part : draft.part, field->key, draft.text,
                       draft.label + " (" + kind_of_part(part) + ")"});
  }
}

void Editor::restore(const Agreement& agreement, const std::vector<Draft>& drafts) {
  for (const Draft& draft : drafts) {
    Held held{lasting_part(agreement, draft.part),
              lasting_key(agreement, draft.key),
              {},
              {},
              draft.text,
              {}};
    const bool has_one = std::any_of(held_.begin(), held_.end(), [&](const Held& each) {
      return each.part == held.part && each.key == held.key;
    });
    const std::string part = has_one ? "" : part_named(agreement, held.part);
    if (part.empty()) continue;
    for (const FormField& field : form_of(agreement, part).fields) {
      if (field.kind != FormField::Kind::number || field.key != draft.key) continue;
      Agreement copy = agreement;
      held.label = field.label;
      held.sentence = set_field(copy, part, field.key, draft.text);
    }
    if (!held.sentence.empty()) held_.push_back(std::move(held));
  }
  if (!drafts.empty()) refresh(agreement);
}

}  // namespace leadpact::app
