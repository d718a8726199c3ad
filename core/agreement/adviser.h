// The walk behind advice_on(): one method a part of the file. Private to this
// folder.
#ifndef LEADPACT_CORE_AGREEMENT_ADVISER_H_
#define LEADPACT_CORE_AGREEMENT_ADVISER_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/advice.h"
#include "core/agreement/wording.h"

namespace leadpact::agreement {

class Adviser {
 public:
  explicit Adviser(const Agreement& agreement) : agreement_(agreement) {}

  [[nodiscard]] std::vector<Advice> run();

 private:
  // advice.cc: the frame of the agreement
  void on_head();
  void on_teams();
  void on_contacts();
  void on_personas();
  void on_handover();
  void on_misses();
  void on_reviews();

  // advice_clauses.cc: what is promised
  void on_commitments();
  void on_commitment(const Commitment& commitment, const std::string& place);
  void on_target(const Commitment& commitment, const std::string& place, const std::string& title);
  void on_limit(const Commitment& commitment, const std::string& place, const std::string& title);
  void on_two_clocks(std::size_t commitment);
  void on_weights(Team team);
  void on_equal_titles();

  // advice_data.cc: what the promises rest on
  void on_calendars();
  void on_datasets();
  void on_lead_scoring();
  void on_stages();

  void add(std::string place, std::string text) {
    advice_.push_back({std::move(place), std::move(text)});
  }
  void left_empty(std::string place, std::string text) {
    advice_.push_back({std::move(place), std::move(text), true});
  }
  [[nodiscard]] std::string who(Team team) const { return team_name(agreement_, team); }
  [[nodiscard]] const Contact* find_contact(std::string_view id) const;
  // Every condition there is: of measures, stages, rules and datasets.
  void each_condition(const std::function<void(const Condition&)>& see) const;
  [[nodiscard]] bool any_criterion(const std::function<bool(const Criterion&)>& is) const;

  const Agreement& agreement_;
  std::vector<Advice> advice_;
};

// A thing by its name, or by its id where it has none.
[[nodiscard]] inline std::string named(const std::string& name, const std::string& id) {
  return quoted(name.empty() ? id : name);
}

// "commitments[2]".
[[nodiscard]] inline std::string element(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_ADVISER_H_
