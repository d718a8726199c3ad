// Lead definitions: the stages as a strip, ready ones to begin with, what the
// loaded leads say about a stage, and what can be asked of a column.
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/edits.h"
#include "core/agreement/stage_presets.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"
#include "web/app/format.h"
#include "web/app/lead_desk.h"
#include "web/screens/parts.h"

namespace leadpact::screens {
namespace {

using app::LeadDesk;
using app::State;
using ui::Emphasis;
using ui::Icon;
using ui::Tone;
using Which = app::LeadDesk::Which;

constexpr std::size_t kMostSteps = 60;

void draw_presets(State& state) {
  bool any = false;
  for (const agreement::StagePreset& preset : agreement::stage_presets()) {
    if (agreement::missing_stages(*state.agreement(), preset.id).empty()) continue;
    if (!any) ui::begin_row();
    any = true;
    const std::string label = "Use the stages " + std::string(preset.name);
    if (ui::button(label, Emphasis::quiet, Icon::add)) state.use_preset(preset.id);
  }
  if (any) ui::end_row();
}

void draw_list(State& state, Which which, const app::LiveCount& count) {
  const bool matching = which == Which::matching;
  const ui::Id scope(matching ? "matching" : "just short");
  if (!ui::disclosure(matching ? "Show those that match" : "Show those that fail by one rule",
                      false)) {
    return;
  }
  LeadDesk& desk = state.lead_desk();
  const std::vector<app::LeadLine> lines = desk.lines(which);
  std::vector<ui::TableColumn> columns = {{.name = "Lead"}};
  if (!matching) columns.push_back({.name = "Rule that failed"});
  ui::begin_table(matching ? "Those that match" : "Those that fail by one rule", columns);
  for (const app::LeadLine& line : lines) {
    ui::table_row(line.name);
    ui::table_cell();
    ui::text(line.name);
    if (!line.detail.empty()) ui::text(line.detail, Tone::help);
    if (!matching) ui::table_cell(line.why);
  }
  ui::end_table();
  const std::uint64_t all = matching ? count.matching : count.just_short;
  if (desk.has_more(which)) {
    if (ui::button("Show more", Emphasis::secondary, Icon::expand_more)) desk.show_more(which);
  } else if (lines.size() < all) {
    ui::text("And " + app::whole(all - lines.size()) + " more.", Tone::quiet);
  }
}

// The lines of a field of values, without the one being begun.
std::vector<std::string> values_of(const std::string& text) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string value(data::trim(std::string_view(text).substr(at, end - at)));
    if (!value.empty()) values.push_back(value);
    at = end + 1;
  }
  return values;
}

// With the value where it was not there, without it where it was.
std::string switched(const std::vector<std::string>& values, const std::string& value, bool on) {
  std::string text;
  const std::string folded = data::fold_case(value);
  for (const std::string& each : values) {
    if (on && data::fold_case(each) == folded) continue;
    text += (text.empty() ? "" : "\n") + each;
  }
  if (!on) text += (text.empty() ? "" : "\n") + value;
  return text;
}

void draw_choices(State& state, const app::FormField& field, const app::ColumnFacts& facts) {
  const std::vector<std::string> values = values_of(field.value);
  ui::begin_group("Values in the loaded data");
  ui::text("In the loaded data; press to choose, or type others.", Tone::help);
  ui::begin_row(8);
  std::string pressed;
  bool was_on = false;
  for (const app::ColumnFacts::Value& each : facts.values) {
    bool on = false;
    for (const std::string& value : values)
      on = on || data::fold_case(value) == data::fold_case(each.text);
    const std::string count = app::whole(each.count);
    if (ui::chip(each.text, count, each.text + ", in " + app::counted(each.count, "row"), on)) {
      pressed = each.text;
      was_on = on;
    }
  }
  ui::end_row();
  ui::end_group();
  if (!pressed.empty()) state.set_field(field.key, switched(values, pressed, was_on));
}

}  // namespace

void draw_stages(State& state) {
  const agreement::Agreement& agreement = *state.agreement();
  if (agreement.stages.size() > 1 && agreement.stages.size() <= kMostSteps) {
    const std::vector<std::optional<std::uint64_t>>& counts = state.lead_desk().stages();
    const auto spot = agreement::spot_of(state.editor().selected());
    const bool in_hand = spot && spot->list == "stages";
    std::vector<ui::Step> all;
    for (std::size_t i = 0; i < agreement.stages.size(); ++i) {
      const agreement::Stage& stage = agreement.stages[i];
      ui::Step step;
      step.key = stage.id;
      step.name = stage.name.empty() ? stage.id : stage.name;
      if (i < counts.size() && counts[i]) step.note = app::counted(*counts[i], "lead");
      all.push_back(std::move(step));
    }
    const ui::StepsUse use = ui::steps("Stages in their order", "stage", all,
                                       in_hand ? spot->index : ui::StepsUse::kNone);
    if (use.moved != ui::StepsUse::kNone) {
      state.move_stage(use.moved, use.to);
      ui::announce(all[use.moved].name + " is stage " + std::to_string(use.to + 1) + " of " +
                   std::to_string(all.size()));
    } else if (use.chosen != ui::StepsUse::kNone) {
      state.select_part(agreement::Spot{"stages", use.chosen}.place());
    }
  }
  draw_presets(state);
}

void draw_live_count(State& state) {
  const LeadDesk& desk = state.lead_desk();
  if (!desk.count()) {
    const auto spot = agreement::spot_of(state.editor().selected());
    const bool is_stage = spot && spot->list == "stages" && !state.desk().files().empty();
    if (desk.counting()) {
      ui::icon_text(Icon::filter, "Counting the loaded leads…", Tone::info);
    } else if (is_stage && !state.editor().valid()) {
      ui::icon_text(Icon::filter,
                    "Leads are counted again once the errors in the guide are mended.",
                    Tone::quiet);
    }
    return;
  }
  const app::LiveCount count = *desk.count();
  const std::string words = app::in_words(count);
  ui::icon_text(Icon::filter, desk.counting() ? words + " Counting…" : words, Tone::info);
  if (count.matching > 0) draw_list(state, Which::matching, count);
  if (count.just_short > 0) draw_list(state, Which::just_short, count);
}

void draw_value_offers(State& state, const app::FormField& field) {
  const app::ColumnFacts* facts =
      state.lead_desk().facts(field.dataset, field.column, field.domains);
  if (facts == nullptr) return;
  if (!facts->least.empty()) {
    ui::text("In the loaded data from " + facts->least + " to " + facts->most + ".", Tone::help);
  } else if (!facts->values.empty()) {
    draw_choices(state, field, *facts);
  }
}

}  // namespace leadpact::screens
