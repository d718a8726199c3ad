// Writing the open agreement: the part in hand, its fields, the guide, undo.
//
//   a person              then
//   --------------------  ---------------------------------------------------
//   takes a part in hand  selected(), form()
//   types "95"            the model has it; typing on is one step to undo
//   types "lots"          a draft: the field shows it with its sentence, the
//                         model keeps what it had, moving on loses nothing
//   undoes, moves parts   drafts stay at their entries; only one whose field the
//                         model says otherwise now is gone
//   removes the part      undo brings it back, references, drafts and all
//
// What is read here (form, paper, guide) is made anew after every change and
// kept until the next. All calls take the open agreement.
#ifndef LEADPACT_WEB_APP_EDITOR_H_
#define LEADPACT_WEB_APP_EDITOR_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/goal_maths.h"
#include "core/agreement/history.h"
#include "core/agreement/model.h"
#include "core/agreement/paper.h"
#include "core/result.h"
#include "web/app/form.h"
#include "web/app/past.h"
#include "web/app/unfinished.h"

namespace leadpact::app {

// One thing the guide says; a click leads to `select` and its field `key`.
struct GuideItem {
  bool error = false;  // else advice
  std::string select;  // the part; empty: the section
  std::string key;     // the path inside it, may be empty; of a section the list to add to
  std::string text;
  // Where nothing can be taken in hand because nothing is there yet.
  agreement::Section section = agreement::Section::parties;
  std::string place = {};  // what it is about, as the core names it; empty for a draft
};

class Editor {
 public:
  // Another agreement is open: nothing to undo, nothing in hand.
  void open(const agreement::Agreement& agreement);

  // ---- What there is ----
  [[nodiscard]] const std::string& selected() const { return selected_; }
  [[nodiscard]] const Form& form() const { return form_; }
  // Stays as it is for whoever holds it; a change makes another one.
  [[nodiscard]] std::shared_ptr<const agreement::Paper> paper() const { return paper_; }
  // The field of the part in hand that says what lies at this path of it, or
  // comes nearest; null where only the part itself does.
  [[nodiscard]] const FormField* field_of(std::string_view key) const;
  // Errors first, then advice.
  [[nodiscard]] const std::vector<GuideItem>& guide() const { return guide_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  // Whether it can be scored; drafts do not count, the model has none of them.
  [[nodiscard]] bool valid() const { return valid_; }
  [[nodiscard]] const agreement::History& history() const { return history_; }
  // Where the part in hand stands in its list, to be moved.
  [[nodiscard]] bool can_move(const agreement::Agreement& agreement, int by) const;
  [[nodiscard]] bool is_element() const;  // of a list: may be copied and removed

  // What was written and cannot be stored, of all parts there are.
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  // Those of them whose field is there and has none.
  void restore(const agreement::Agreement& agreement, const std::vector<Draft>& drafts);

  // Calendars for which days off are written and not added, for the guide.
  void set_days(const agreement::Agreement& agreement, std::vector<std::string> calendars);
  // What the loaded data says of the promises, for the guide.
  void set_past(const agreement::Agreement& agreement, std::vector<PastLine> past);

  // ---- What a person does; true where the agreement changed ----
  void select(const agreement::Agreement& agreement, std::string place);
  bool set(agreement::Agreement& agreement, const std::string& key, const std::string& text);
  bool add(agreement::Agreement& agreement, std::string_view list);
  // A promise out of the library of ready clauses.
  bool add_clause(agreement::Agreement& agreement, std::string_view id);
  // What the goal maths ask for, as a goal and promises.
  bool add_goals(agreement::Agreement& agreement, const agreement::GoalMaths& maths);
  // The stages of a preset that are missing.
  bool add_stages(agreement::Agreement& agreement, std::string_view preset);
  bool duplicate(agreement::Agreement& agreement);
  bool move(agreement::Agreement& agreement, int by);
  bool remove(agreement::Agreement& agreement);
  bool undo(agreement::Agreement& agreement);
  bool redo(agreement::Agreement& agreement);
  // The next change is a step of its own.
  void close_step() { history_.close_step(); }

  // A change of the part in hand by a widget of its own (week grid, days off).
  // Of one `stroke`, what goes on is part of the step before; its name gets
  // that of the part behind it.
  bool edit_in_hand(agreement::Agreement& agreement, std::string name, std::string_view stroke,
                    bool goes_on, const std::function<void(agreement::Agreement&)>& edit);

  // A change made elsewhere (columns chosen on Data), to be undone like others.
  bool record(agreement::Agreement& agreement, std::string name,
              const std::function<void(agreement::Agreement&)>& edit) {
    return change(agreement, std::move(name), "", edit);
  }

 private:
  void refresh(const agreement::Agreement& agreement, bool by_history = false);
  bool change(agreement::Agreement& agreement, std::string name, std::string_view key,
              const std::function<void(agreement::Agreement&)>& edit);
  void refresh_form(const agreement::Agreement& agreement);
  void add_to_guide(const agreement::Agreement& agreement, bool error, std::string_view place,
                    std::string text);
  void forget_typing();

  // A draft by names that stay when others are moved or removed, and what it
  // stands in for.
  struct Held {
    std::string part, key;
    std::string label, sentence, text;
    std::string model;  // what the field has instead
    bool there = true;  // the field is; else undoing may bring it back
  };
  // Of entries that have no id: numbers that stay with them.
  struct Entries {
    std::vector<std::size_t> rules, values;
    bool operator==(const Entries&) const = default;
  };
  [[nodiscard]] std::string lasting_part(const agreement::Agreement& agreement,
                                         const std::string& place) const;
  [[nodiscard]] std::string lasting_key(const agreement::Agreement& agreement,
                                        const std::string& key) const;
  // Where the part of that name is; empty where it is gone.
  [[nodiscard]] std::string part_named(const agreement::Agreement& agreement,
                                       const std::string& name) const;
  void number_entries(const agreement::Agreement& agreement);
  // An entry without an id goes from one place to another; empty: it is new,
  // or gone. Other places are no matter.
  void follow_rule(const std::string& from, const std::string& to);
  void follow_value(const std::string& pressed);
  void look_at_drafts(const agreement::Agreement& agreement, bool by_history);
  agreement::History history_;
  std::string selected_;
  Form form_;
  std::shared_ptr<const agreement::Paper> paper_ = std::make_shared<agreement::Paper>();
  Errors found_;
  std::vector<PastLine> past_;
  std::vector<std::string> days_;
  std::vector<GuideItem> guide_;
  std::size_t errors_ = 0;
  bool valid_ = true;
  std::vector<Held> held_;
  std::vector<Draft> drafts_;  // those of them that are there
  Entries entries_;
  std::vector<std::shared_ptr<const Entries>> past_entries_;  // after so many steps of history
  std::size_t next_entry_ = 0;
  // What was typed last into the part in hand: its field shows that, not what
  // the model makes of it, or "2.5" could not be typed by way of "2.".
  std::string typed_key_;
  std::string typed_;
  bool has_typed_ = false;  // a key may be empty
};

// The part one takes in hand for what lies at a place: "commitments[2]" for
// "commitments[2].measure.limit", "agreement" for "starts_on".
[[nodiscard]] std::string part_of(std::string_view place);
// The same, and for a check-in or an entered value the promise it is about.
[[nodiscard]] std::string part_in(const agreement::Agreement& agreement, std::string_view place);

// "Promise", "Shared goal", "Business hours".
[[nodiscard]] std::string kind_of_part(std::string_view part);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_EDITOR_H_
