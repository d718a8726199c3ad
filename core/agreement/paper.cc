#include "core/agreement/paper.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "core/agreement/names.h"
#include "core/agreement/sentence.h"
#include "core/agreement/thresholds.h"
#include "core/agreement/validate.h"
#include "core/agreement/week.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {
namespace {

using Kind = Block::Kind;

std::string at(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

std::string contact_words(const Agreement& agreement, std::string_view id) {
  for (const Contact& contact : agreement.contacts) {
    if (contact.id != id) continue;
    if (contact.name.empty()) return or_id(contact.role, contact.id);
    return contact.role.empty() ? contact.name : contact.name + ", " + contact.role;
  }
  return std::string(id);
}

std::string every_words(Every every) {
  switch (every) {
    case Every::week:
      return "every week";
    case Every::month:
      return "every month";
    case Every::quarter:
      return "every quarter";
    case Every::year:
      return "every year";
    case Every::term:
      return "once over the term";
  }
  return {};
}

// Without lines somebody has only begun.
std::vector<std::string> filled(const std::vector<std::string>& all) {
  std::vector<std::string> some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some),
               [](const std::string& each) { return !each.empty(); });
  return some;
}

class Writer {
 public:
  Writer(const Agreement& agreement, const Errors& errors, const std::vector<Advice>& advice)
      : agreement_(agreement), errors_(errors), advice_(advice) {}

  Paper write() {
    paper_.title = agreement_.title;
    paper_.subtitle = team_name(agreement_, Team::marketing) + " and " +
                      team_name(agreement_, Team::sales) + term_words();
    add_parties();
    add_personas();
    add_definitions();
    add_scoring();
    begin(Section::goals);
    for (std::size_t i = 0; i < agreement_.goals.size(); ++i)
      add_clause("goals", agreement_.goals[i], i);
    add_commitments();
    add_handover();
    add_misses();
    add_reviews();
    add_signatures();
    return std::move(paper_);
  }

 private:
  // ---- Pieces ----
  void begin(Section section) {
    paper_.sections.push_back({section, std::string(title_of(section)), {}});
  }
  Block& add(Kind kind, std::string place, std::string title, std::string text = {}) {
    Block block;
    block.kind = kind;
    block.place = std::move(place);
    block.title = std::move(title);
    block.text = std::move(text);
    paper_.sections.back().blocks.push_back(std::move(block));
    return paper_.sections.back().blocks.back();
  }
  Block& clause(std::string place, std::string title, Worded sentence) {
    Block& block = add(Kind::clause, std::move(place), std::move(title), std::move(sentence.text));
    block.spans = std::move(sentence.spans);
    return block;
  }
  void heading(std::string place, std::string title) {
    add(Kind::heading, std::move(place), std::move(title));
  }
  void fact(std::string place, std::string title, const std::string& text) {
    if (!text.empty()) add(Kind::fact, std::move(place), std::move(title), text);
  }
  void text(std::string place, const std::string& words) {
    if (!words.empty()) add(Kind::text, std::move(place), {}, words);
  }
  void bullets(const std::string& place, const std::vector<std::string>& all) {
    for (const std::string& each : all) {
      if (!each.empty()) add(Kind::bullet, place, {}, each);
    }
  }
  void labelled_bullets(const std::string& place, const std::string& title,
                        const std::vector<std::string>& all) {
    if (filled(all).empty()) return;
    text(place, title);
    bullets(place, all);
  }

  [[nodiscard]] std::string term_words() const {
    if (agreement_.starts_on.empty()) return "";
    const std::string from = ", from " + date_words(agreement_.starts_on);
    return agreement_.ends_on.empty() ? from : from + " to " + date_words(agreement_.ends_on);
  }

  // From where quarters and years are counted: where one is spoken of, or where
  // it is not January.
  [[nodiscard]] std::string year_words() const {
    const auto is_counted = [](Every every) {
      return every == Every::quarter || every == Every::year;
    };
    const auto counts = [&](const Commitment& each) { return is_counted(each.every); };
    const double month = agreement_.fiscal_year_starts;
    const bool said =
        month != 1 || is_counted(agreement_.reporting) ||
        std::any_of(agreement_.commitments.begin(), agreement_.commitments.end(), counts) ||
        std::any_of(agreement_.goals.begin(), agreement_.goals.end(), counts);
    if (!said) return "";
    const int whole = month >= 1 && month <= 12 ? static_cast<int>(month) : 0;
    return "of a business year that begins in " + (whole >= 1 && whole == month
                                                       ? std::string(month_name(whole))
                                                       : "month " + digits(month));
  }

  // ---- Sections ----
  void add_parties() {
    begin(Section::parties);
    text("summary", agreement_.summary);
    const bool open_ended = agreement_.ends_on.empty();
    fact("starts_on", "In force",
         agreement_.starts_on.empty()
             ? ""
             : "from " + date_words(agreement_.starts_on) +
                   (open_ended ? ", until it is ended" : " to " + date_words(agreement_.ends_on)));
    fact("time_zone", "Time zone", agreement_.time_zone);
    fact("reporting", "Scores are given", every_words(agreement_.reporting));
    fact("fiscal_year_starts", "Quarters and years", year_words());
    for (std::size_t i = 0; i < agreement_.teams.size(); ++i) {
      const TeamProfile& profile = agreement_.teams[i];
      heading(at("teams", i), team_name(agreement_, profile.team));
      labelled_bullets(at("teams", i), "Is responsible for:", profile.responsibilities);
      labelled_bullets(at("teams", i), "Needs:", profile.needs);
    }
    if (agreement_.contacts.empty()) return;
    heading("contacts", "Points of contact");
    Block& table = add(Kind::table, "contacts", "Points of contact");
    table.rows.push_back({"Name", "Role", "Team", "E-mail", "Phone"});
    for (std::size_t i = 0; i < agreement_.contacts.size(); ++i) {
      const Contact& contact = agreement_.contacts[i];
      table.row_places.push_back(at("contacts", i));
      table.rows.push_back({or_id(contact.name, contact.id), contact.role,
                            team_name(agreement_, contact.team), contact.email, contact.phone});
    }
  }

  void add_personas() {
    begin(Section::personas);
    for (std::size_t i = 0; i < agreement_.personas.size(); ++i) {
      const Persona& persona = agreement_.personas[i];
      const std::string place = at("personas", i);
      heading(place, or_id(persona.name, persona.id));
      fact(place, "Job functions", listed(filled(persona.job_functions)));
      fact(place, "Industries", listed(filled(persona.industries)));
      fact(place, "Company size", persona.company_size);
      fact(place, "Regions", listed(filled(persona.regions)));
      fact(place, "Budget", persona.budget);
      fact(place, "Goals", persona.goals);
      fact(place, "Pains", persona.pains);
      text(place, persona.notes);
    }
  }

  // The records a stage is about: those of the first dataset that has the
  // fields it asks for.
  [[nodiscard]] const Dataset& dataset_of(const Stage& stage) const {
    static const Dataset none;
    for (const Dataset& dataset : agreement_.datasets) {
      if (has_fields(dataset, stage.definition)) return dataset;
    }
    return agreement_.datasets.empty() ? none : agreement_.datasets.front();
  }

  void add_definitions() {
    begin(Section::definitions);
    for (std::size_t i = 0; i < agreement_.stages.size(); ++i) {
      const Stage& stage = agreement_.stages[i];
      Block& block = clause(at("stages", i), or_id(stage.name, stage.id),
                            worded_stage(agreement_, dataset_of(stage), stage));
      if (!stage.meaning.empty()) block.notes.push_back(stage.meaning);
    }
    for (std::size_t i = 0; i < agreement_.datasets.size(); ++i) {
      const Dataset& dataset = agreement_.datasets[i];
      Block& block = add(Kind::clause, at("datasets", i),
                         "Records of " + called(agreement_, dataset), records_words(dataset));
      block.notes.push_back(columns_words(dataset));
    }
  }

  [[nodiscard]] std::string records_words(const Dataset& dataset) const {
    std::string words = "Each row of the export is one record";
    const std::string only = condition_words(agreement_, dataset, dataset.only);
    if (!only.empty()) words += "; only those count where " + only;
    words += ".";
    if (const data::Field* id = find_field(dataset, dataset.id_field)) {
      words += " Of rows with the same " + called_field(dataset, id->key) + " the " +
               (dataset.keep == data::Keep::last ? "last" : "first") + " one counts.";
    }
    if (!dataset.empty_values.empty()) {
      std::vector<std::string> values;
      values.reserve(dataset.empty_values.size());
      for (const std::string& value : dataset.empty_values)
        values.push_back(in_quotes(value));
      words += " A cell that says " + listed(values, "or") + ", in capitals or not, is empty.";
    }
    return words + " Times without a zone are those of " + dataset.time_zone + ".";
  }

  // What two readers of one file could take for different things.
  [[nodiscard]] static std::string read_as(const data::Field& field) {
    switch (field.type) {
      case data::FieldType::number:
        return field.decimal == data::Decimal::point ? "numbers, 1.5 with a point"
                                                     : "numbers, 1,5 with a comma";
      case data::FieldType::timestamp:
        return std::string(field.date_order == data::DateOrder::mdy
                               ? "dates, in 3/4 the month first"
                               : "dates, in 3/4 the day first") +
               (field.planned ? ", that may lie ahead" : "");
      case data::FieldType::boolean:
        return "yes or no";
      case data::FieldType::text:
      case data::FieldType::unset:
        break;
    }
    return "text";
  }

  // Those read alike together.
  [[nodiscard]] static std::string columns_words(const Dataset& dataset) {
    std::vector<std::pair<std::string, std::vector<std::string>>> columns;
    for (const data::Field& field : dataset.fields) {
      const std::string as = read_as(field);
      auto same = std::find_if(columns.begin(), columns.end(),
                               [&](const auto& each) { return each.first == as; });
      if (same == columns.end()) same = columns.insert(columns.end(), {as, {}});
      same->second.push_back(called_field(dataset, field.key));
    }
    std::string words = "Columns read";
    for (const auto& [as, names] : columns)
      words += (&as == &columns.front().first ? " as " : "; as ") + as + ": " + listed(names);
    return words + ".";
  }

  void add_scoring() {
    begin(Section::scoring);
    const LeadScoring& scoring = agreement_.lead_scoring;
    if (scoring.rules.empty()) return;
    static const Dataset none;
    const Dataset* dataset = find_dataset(agreement_, scoring.dataset);
    text("lead_scoring", "A lead's score is the sum of the points of every rule it meets.");
    Block& table = add(Kind::table, "lead_scoring", "Points");
    table.rows.push_back({"Rule", "Points", "Met where"});
    for (std::size_t i = 0; i < scoring.rules.size(); ++i) {
      const ScoringRule& rule = scoring.rules[i];
      table.row_places.push_back(at("lead_scoring.rules", i));
      const std::string words =
          rule.condition
              ? condition_words(agreement_, dataset == nullptr ? none : *dataset, *rule.condition)
              : "";
      table.rows.push_back({rule.name, (rule.points > 0 ? "+" : "") + digits(rule.points),
                            words.empty() ? "always" : words});
    }
    Worded threshold = worded_threshold(agreement_);
    add(Kind::text, "lead_scoring.threshold", {}, std::move(threshold.text)).spans =
        std::move(threshold.spans);
  }

  void add_clause(std::string_view list, const Commitment& commitment, std::size_t index) {
    Block& block = clause(at(list, index), or_id(commitment.title, commitment.id),
                          worded_commitment(agreement_, commitment));
    if (!commitment.detail.empty()) block.notes.push_back(commitment.detail);
    if (!commitment.owner.empty()) {
      block.notes.push_back("Owner: " + contact_words(agreement_, commitment.owner) + ".");
    }
    if (list == "commitments" && commitment.weight != 1) {
      Worded weight =
          Worded("Weight in the score: ") + marked("weight", digits(commitment.weight)) + ".";
      block.notes.push_back(std::move(weight.text));
      block.note_spans = std::move(weight.spans);
    }
  }

  void add_commitments() {
    begin(Section::commitments);
    for (const Team team : {Team::marketing, Team::sales, Team::both}) {
      bool first = true;
      for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
        if (agreement_.commitments[i].team != team) continue;
        if (std::exchange(first, false)) {
          heading("", team == Team::both ? "Both teams promise"
                                         : team_name(agreement_, team) + " promises");
        }
        add_clause("commitments", agreement_.commitments[i], i);
      }
    }
    for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
      if (agreement_.commitments[i].team != Team::unset) continue;
      add_clause("commitments", agreement_.commitments[i], i);
    }
    if (agreement_.calendars.empty()) return;
    heading("", "Business hours");
    for (std::size_t i = 0; i < agreement_.calendars.size(); ++i) {
      const Calendar& calendar = agreement_.calendars[i];
      Block& block = add(Kind::clause, at("calendars", i), or_id(calendar.name, calendar.id),
                         calendar_sentence(agreement_, calendar));
      block.spans = spans_of_hours(calendar, block.text);
    }
  }

  void add_handover() {
    begin(Section::handover);
    const Rejection& rejection = agreement_.rejection;
    text("rejection", rejection.process);
    labelled_bullets("rejection",
                     "A lead may be handed back for one of these reasons only:", rejection.reasons);
    fact("rejection", "It goes back to", rejection.return_to);
    fact("rejection", "And is reviewed within", rejection.review_within);
    fact("nurture", "Nurture", agreement_.nurture);
  }

  void add_misses() {
    begin(Section::misses);
    for (std::size_t i = 0; i < agreement_.escalation.size(); ++i) {
      clause(at("escalation", i), "Step " + std::to_string(i + 1),
             worded_escalation(agreement_, agreement_.escalation[i]));
    }
    labelled_bullets("consequences", "Besides:", agreement_.consequences);
    Worded cancellation = worded_cancellation(agreement_);
    if (!cancellation.text.empty()) {
      clause("cancellation", "Right to cancel", std::move(cancellation));
    }
  }

  void add_reviews() {
    begin(Section::reviews);
    for (std::size_t i = 0; i < agreement_.reviews.size(); ++i) {
      const Review& review = agreement_.reviews[i];
      std::vector<std::string> people;
      people.reserve(review.attendees.size());
      for (const std::string& id : review.attendees)
        people.push_back(contact_words(agreement_, id));
      std::string words = "Held " + every_words(review.every);
      if (!people.empty()) words += ", with " + listed(people);
      Block& block =
          add(Kind::clause, at("reviews", i), or_id(review.title, review.id), words + ".");
      if (!review.agenda.empty()) block.notes.push_back("Agenda: " + review.agenda);
    }
  }

  void add_signatures() {
    begin(Section::signatures);
    add_still_open();
    for (const Team team : {Team::marketing, Team::sales})
      add(Kind::signature, "", "For " + team_name(agreement_, team));
  }

  // What keeps the sides from signing, as the guide says it: errors, by the
  // title of what they are in, and fields left empty; each with its place.
  void add_still_open() {
    constexpr std::size_t kMost = 12;
    std::vector<std::pair<std::string, std::string>> open;
    for (const Error& error : errors_)
      open.emplace_back(error.place, title_at(error.place) + error.message);
    for (const Advice& each : advice_) {
      if (each.left_empty) open.emplace_back(each.place, each.text);
    }
    if (open.empty()) return;
    text("", "Still open:");
    for (std::size_t i = 0; i < std::min(open.size(), kMost); ++i)
      add(Kind::bullet, "", {}, open[i].second).about = open[i].first;
    if (open.size() <= kMost) return;
    add(Kind::bullet, "", {}, "And " + whole(open.size() - kMost) + " more; the guide lists them.");
  }

  // "First call: " for "commitments[2].measure.limit".
  [[nodiscard]] std::string title_at(std::string_view place) const {
    for (const PaperSection& section : paper_.sections) {
      for (const Block& block : section.blocks) {
        const std::size_t size = block.place.size();
        const bool inside = size > 0 && !block.title.empty() &&
                            place.substr(0, size) == block.place &&
                            (place.size() == size || place[size] == '.' || place[size] == '[');
        if (inside) return block.title + ": ";
      }
    }
    return {};
  }

  const Agreement& agreement_;
  const Errors& errors_;
  const std::vector<Advice>& advice_;
  Paper paper_;
};

}  // namespace

bool has_fields(const Dataset& dataset, const Condition& condition) {
  return std::all_of(condition.criteria.begin(), condition.criteria.end(),
                     [&](const Criterion& each) {
                       return each.op == Op::meets || each.field == kLeadScoreKey ||
                              find_field(dataset, each.field) != nullptr;
                     }) &&
         std::all_of(condition.groups.begin(), condition.groups.end(),
                     [&](const Condition& group) { return has_fields(dataset, group); });
}

std::string_view title_of(Section section) {
  static constexpr std::array<std::string_view, kSections> kTitles = {"Summary and parties",
                                                                      "Personas",
                                                                      "Lead definitions",
                                                                      "Lead scoring",
                                                                      "Shared goals",
                                                                      "Commitments",
                                                                      "Hand-over and hand-back",
                                                                      "When a promise is missed",
                                                                      "Reviews",
                                                                      "Signatures"};
  return kTitles[static_cast<std::size_t>(section)];
}

Section section_of(std::string_view place) {
  static constexpr std::array<std::pair<std::string_view, Section>, 14> kHomes = {{
      {"personas", Section::personas},
      {"stages", Section::definitions},
      {"datasets", Section::definitions},
      {"lead_scoring", Section::scoring},
      {"goals", Section::goals},
      {"commitments", Section::commitments},
      {"calendars", Section::commitments},
      {"checkins", Section::commitments},
      {"manual_values", Section::commitments},
      {"rejection", Section::handover},
      {"nurture", Section::handover},
      {"escalation", Section::misses},
      {"consequences", Section::misses},
      {"cancellation", Section::misses},
  }};
  const std::string_view first = place.substr(0, place.find_first_of("[."));
  if (first == "reviews") return Section::reviews;
  for (const auto& [name, section] : kHomes) {
    if (name == first) return section;
  }
  return Section::parties;
}

Paper paper_of(const Agreement& agreement, const Errors& errors,
               const std::vector<Advice>& advice) {
  return Writer(agreement, errors, advice).write();
}

Paper paper_of(const Agreement& agreement) {
  return paper_of(agreement, validate(agreement), advice_on(agreement));
}

}  // namespace leadpact::agreement
