// The walk over an agreement behind validate(): one method a part of the file,
// in the order of the file. Private to this folder.
#ifndef LEADPACT_CORE_AGREEMENT_VALIDATOR_H_
#define LEADPACT_CORE_AGREEMENT_VALIDATOR_H_

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/model.h"
#include "core/agreement/places.h"
#include "core/agreement/stage_graph.h"
#include "core/calendar/zone.h"
#include "core/result.h"

namespace leadpact::agreement {

class Validator {
 public:
  Validator(const Agreement& agreement, const Errors& reported);

  // Errors beyond those reported, in the order of the file. Once.
  [[nodiscard]] Errors run();

 private:
  using Ids = std::set<std::string_view>;

  // A dataset as conditions and measures see it.
  struct DatasetIndex {
    const Dataset* dataset = nullptr;
    std::string place;  // datasets[2]
    const calendar::Zone* zone = nullptr;
    bool has_lead_score = false;
    std::map<std::string_view, const data::Field*> fields;
  };

  // Whether an error stands although what it lies in has one.
  enum class Beside { nothing, what_is_reported };

  // What a condition is checked against, and what it may not use.
  struct Scope {
    const DatasetIndex* dataset = nullptr;  // null: only what needs no dataset
    enum class Use { measure, stage, rule, only } use = Use::measure;
  };

  // validate.cc: texts, teams, people, reviews, entries
  void check_head();
  void check_teams();
  void check_contacts();
  void check_personas();
  void check_escalation();
  void check_cancellation();
  void check_reviews();
  void check_entries();

  // validate_data.cc: calendars, datasets
  void check_calendars();
  void check_calendar(const Calendar& calendar);
  void check_interval(const std::string& from, const std::string& to);
  void check_datasets();
  void check_fields(const DatasetIndex& index);

  // validate_measures.cc: scoring rules, stages, goals and commitments
  void check_lead_scoring();
  void check_stages();
  void check_commitments(std::string_view list, const std::vector<Commitment>& commitments,
                         Ids& ids);
  void check_measure(const Commitment& commitment);
  void check_record_measure(const Measure& measure, const DatasetIndex* dataset);
  void check_of(const Measure& measure, const DatasetIndex* dataset);
  void check_time_field(std::string_view name, const std::string& key, const DatasetIndex* dataset);
  void check_number_field(const std::string& key, const DatasetIndex* dataset);
  void check_limit(const Measure& measure);
  void check_target(const Commitment& commitment);

  // validate_conditions.cc
  void check_condition(const Condition& condition, const Scope& scope, int level = 0);
  void check_criterion(const Criterion& criterion, const Scope& scope);
  void check_meets(const Criterion& criterion, const Scope& scope);
  bool check_value_count(const Criterion& criterion);
  void check_values(const Criterion& criterion, const Scope& scope, const data::Field* field);
  // The field of a criterion, and whether the criterion fits it so far.
  std::pair<const data::Field*, bool> check_criterion_field(const Criterion& criterion,
                                                            const Scope& scope);
  // The field of a key or none, and whether that is all there is to say of it.
  std::pair<const data::Field*, bool> find_criterion_field(const std::string& key,
                                                           const Scope& scope,
                                                           Beside beside = Beside::nothing);
  void check_stage_uses();
  // Whether it is clear which dataset has the lead score, or that none has.
  [[nodiscard]] bool knows_scoring_dataset() const;
  [[nodiscard]] std::string against(const Scope& scope) const;

  // Shared (validate.cc).
  void add(ErrorCode code, std::string place, std::string message, Beside beside = Beside::nothing);
  void check_id(const std::string& id, Ids& ids, std::string_view what);
  void check_team(Team team);
  void check_zone(const std::string& name);
  // Whether it is a date; empty is an error too.
  bool check_date(const std::string& text, const std::string& place);
  // A reference by id, `place` inside the current one. `list` is where the
  // things are that could be meant.
  void check_reference(const std::string& id, const Ids& ids, std::string place,
                       std::string_view what, std::string_view list);
  // Whether the reader could not make out what is in this list, so that a
  // missing thing proves nothing.
  [[nodiscard]] bool in_doubt(const std::string& list);
  [[nodiscard]] const DatasetIndex* find_dataset_index(std::string_view id) const;

  const Agreement& agreement_;
  const Errors& reported_errors_;
  const PlaceSet reported_;
  Path path_;
  Errors errors_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::map<std::string, bool> doubts_;

  Ids contact_ids_;
  Ids calendar_ids_;
  Ids commitment_ids_;
  Ids promise_ids_;  // commitments and goals
  std::vector<DatasetIndex> datasets_;
  std::map<std::string_view, std::size_t> dataset_by_id_;
  StageGraph stages_;

  // Stages to be checked against a dataset, and those that were.
  std::vector<std::pair<std::size_t, const DatasetIndex*>> stage_uses_;
  std::set<std::pair<std::size_t, const DatasetIndex*>> checked_uses_;
};

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_VALIDATOR_H_
