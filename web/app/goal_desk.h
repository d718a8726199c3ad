// Goal maths on the page: its fields, kept for each agreement (unfinished.h).
//
//   typed                          then
//   -----------------------------  --------------------------------------------
//   "20" into MQLs that become     every step of the funnel is another one
//   "300" into MQLs a month        the revenue goal is what 300 MQLs come to, or
//                                  the rate above it, as chosen in `follows`
//   "70" into MQLs a week          the same, for 303.3 a month
//   "lots" anywhere                stays in its field with its sentence
#ifndef LEADPACT_WEB_APP_GOAL_DESK_H_
#define LEADPACT_WEB_APP_GOAL_DESK_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/agreement/goal_maths.h"
#include "web/app/form.h"

namespace leadpact::app {

class GoalDesk {
 public:
  [[nodiscard]] std::vector<FormField> fields() const;
  // Working days are those of its business hours until others are typed.
  void look(const agreement::Agreement& agreement);
  void set(const std::string& key, const std::string& text);
  [[nodiscard]] const agreement::GoalMaths& maths() const { return maths_; }
  // Leads first: what each step comes to in a month, as a part of the leads too;
  // empty where the numbers say nothing.
  struct Bar {
    std::string name, words;
    double share = 0;
  };
  [[nodiscard]] std::vector<Bar> funnel() const;
  // Whether there are numbers to make promises of.
  [[nodiscard]] bool complete() const;

  // What differs from a fresh desk, as texts for set(); and back.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> texts() const;
  void restore(const std::vector<std::pair<std::string, std::string>>& texts);

 private:
  struct Draft {
    std::string text, sentence;
  };
  void set_step(const std::string& key, const std::string& text, double count);

  agreement::GoalMaths maths_;
  agreement::GoalMaths fresh_;  // before anything was typed
  std::string hours_;           // whose working days those are; empty: nobody's
  bool own_days_ = false;
  bool rate_follows_ = false;            // a step that is set; else the goal
  std::map<std::string, Draft> drafts_;  // by key: what is no number
  // The field typed into last shows what was typed, not what it was read as.
  std::string typed_key_;
  std::string typed_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_GOAL_DESK_H_
