#include "core/agreement/stage_presets.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "core/agreement/edits.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

struct StageKind {
  std::string_view id;
  std::string_view name;
  std::string_view meaning;
  // The field that says when a lead became one: keys, or words of its column.
  std::array<std::string_view, 3> keys;
  std::array<std::string_view, 4> words;
};

constexpr StageKind kStages[] = {
    {"lead",
     "Lead",
     "Somebody who gave us a way to be reached. No promise on either side yet.",
     {"lead_at", "created_at", "created"},
     {"became a lead", "create date", "created", "creation date"}},
    {"inq",
     "Inquiry",
     "Somebody answered a campaign or came by themselves, and is in our records.",
     {"inq_at", "inquiry_at", "created_at"},
     {"inquiry", "create date", "created", "creation date"}},
    {"aql",
     "Automation qualified lead",
     "Fits by its data and its clicks, as our automation counts them; nobody has looked yet.",
     {"aql_at", "", ""},
     {"aql", "automation qualified", "", ""}},
    {"mql",
     "Marketing qualified lead",
     "Fits one of our personas and shows interest. Marketing hands it over, sales starts the "
     "clock.",
     {"mql_at", "", ""},
     {"mql", "marketing qualified", "", ""}},
    {"sal",
     "Sales accepted lead",
     "A rep has looked at it and agrees that it is worth working.",
     {"sal_at", "accepted_at", ""},
     {"sal", "sales accepted", "accepted date", "accepted at"}},
    {"sql",
     "Sales qualified lead",
     "Sales has spoken to it and sees a need, a budget and a time: an opportunity.",
     {"sql_at", "", ""},
     {"sql", "sales qualified", "", ""}},
};

constexpr StagePreset kPresets[] = {{"lead-mql-sql", "Lead, MQL, SQL"},
                                    {"inq-aql-mql-sal-sql", "INQ, AQL, MQL, SAL, SQL"}};

// The kinds of a preset: its id names them.
std::vector<const StageKind*> kinds_of(std::string_view preset) {
  std::vector<const StageKind*> kinds;
  const bool known = std::any_of(std::begin(kPresets), std::end(kPresets),
                                 [&](const StagePreset& each) { return each.id == preset; });
  while (known && !preset.empty()) {
    const std::string_view id = preset.substr(0, preset.find('-'));
    preset.remove_prefix(std::min(preset.size(), id.size() + 1));
    for (const StageKind& kind : kStages) {
      if (kind.id == id) kinds.push_back(&kind);
    }
  }
  return kinds;
}

bool is_kind(const Stage& stage, const StageKind& kind) {
  const std::string own = data::fold_case(data::trim(stage.name));
  return data::fold_case(stage.id) == kind.id || own == kind.id ||
         own == data::fold_case(kind.name);
}

std::optional<std::size_t> find_kind(const Agreement& agreement, const StageKind& kind) {
  // Where leads come in is one stage, whatever it is called.
  const bool first = kind.id == kStages[0].id || kind.id == kStages[1].id;
  for (std::size_t i = 0; i < agreement.stages.size(); ++i) {
    const Stage& stage = agreement.stages[i];
    const bool either = first && (is_kind(stage, kStages[0]) || is_kind(stage, kStages[1]));
    if (either || is_kind(stage, kind)) return i;
  }
  return std::nullopt;
}

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() ||
         !((text[at] >= 'a' && text[at] <= 'z') || static_cast<unsigned char>(text[at]) >= 0x80);
}

// Whether the words stand in the text, and not inside of other words.
bool has_words(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const bool begins = at == 0 || is_word_end(text, at - 1);
    if (begins && is_word_end(text, at + words.size())) return true;
  }
  return false;
}

// The time a lead became one, by the first dataset that has it.
const data::Field* time_of(const Agreement& agreement, const StageKind& kind) {
  for (const Dataset& dataset : agreement.datasets) {
    const auto find = [&](const auto& is) -> const data::Field* {
      for (const data::Field& field : dataset.fields) {
        if (field.type == data::FieldType::timestamp && !field.planned && is(field)) return &field;
      }
      return nullptr;
    };
    for (const std::string_view key : kind.keys) {
      if (key.empty()) continue;
      const auto* field = find([&](const data::Field& each) { return each.key == key; });
      if (field != nullptr) return field;
    }
    for (const std::string_view words : kind.words) {
      const auto* field = find(
          [&](const data::Field& each) { return has_words(data::fold_case(each.column), words); });
      if (field != nullptr) return field;
    }
  }
  return nullptr;
}

}  // namespace

std::span<const StagePreset> stage_presets() {
  return kPresets;
}

std::vector<std::string> missing_stages(const Agreement& agreement, std::string_view preset) {
  std::vector<std::string> names;
  for (const StageKind* kind : kinds_of(preset)) {
    if (!find_kind(agreement, *kind)) names.emplace_back(kind->name);
  }
  return names;
}

std::string add_stages(Agreement& agreement, std::string_view preset) {
  std::string first;
  std::size_t at = 0;
  for (const StageKind* kind : kinds_of(preset)) {
    if (const auto there = find_kind(agreement, *kind)) {
      at = std::max(at, *there + 1);
      continue;
    }
    Stage stage;
    stage.id = kind->id;
    stage.name = kind->name;
    stage.meaning = kind->meaning;
    if (const data::Field* time = time_of(agreement, *kind)) {
      stage.definition.criteria.push_back({time->key, Op::is_filled, {}});
    }
    agreement.stages.insert(agreement.stages.begin() + static_cast<std::ptrdiff_t>(at),
                            std::move(stage));
    if (first.empty()) first = Spot{"stages", at}.place();
    ++at;
  }
  return first;
}

}  // namespace leadpact::agreement
