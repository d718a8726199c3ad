// Goal maths on the page: its fields, kept while the tab is open.
//
//   typed                          then
//   -----------------------------  --------------------------------------------
//   "20" into MQLs that become     every step of the funnel is another one
//   "300" into MQLs a month        the revenue goal is what 300 MQLs come to
//   "lots" anywhere                stays in its field with its sentence
#ifndef LEADPACT_WEB_APP_GOAL_DESK_H_
#define LEADPACT_WEB_APP_GOAL_DESK_H_

#include <string>
#include <vector>

#include "core/agreement/goal_maths.h"
#include "web/app/form.h"

namespace leadpact::app {

class GoalDesk {
 public:
  [[nodiscard]] std::vector<FormField> fields() const;
  void set(const std::string& key, const std::string& text);
  [[nodiscard]] const agreement::GoalMaths& maths() const { return maths_; }
  // Whether there are numbers to make promises of.
  [[nodiscard]] bool complete() const;

 private:
  agreement::GoalMaths maths_;
  // The field typed into last shows what was typed, not what it was read as.
  std::string typed_key_;
  std::string typed_;
  std::string sentence_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_GOAL_DESK_H_
