// Changes to an agreement that can be undone, as many as there were.
//
// An edit is any function on the agreement; what it changed is found by
// comparing, list element by list element, and only that is kept. Undoing
// brings back exactly what was there, whatever the edit was.
//
//   apply("Target of “MQLs”", ...)     can_undo, undo_name() that
//   undo                               can_redo, redo_name() that
//   apply(another)                     what could be redone is gone
//   apply(key "target") twice          one step: typing is one change
//   apply that changes nothing         no step
#ifndef LEADPACT_CORE_AGREEMENT_HISTORY_H_
#define LEADPACT_CORE_AGREEMENT_HISTORY_H_

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::agreement {

class Change;  // one piece of a step: what was there, and where

class History {
 public:
  History();
  ~History();
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;

  // Runs `edit` on the agreement, which is the one of the calls before. False
  // where that changed nothing. A step after one of the same `key`, if it has
  // one, is part of that one.
  bool apply(Agreement& agreement, std::string name, std::string_view key,
             const std::function<void(Agreement&)>& edit);
  // The next edit is a step of its own, whatever its key.
  void close_step();

  [[nodiscard]] std::size_t done() const { return done_; }  // steps, that can be undone
  [[nodiscard]] bool can_undo() const { return done_ > 0; }
  [[nodiscard]] bool can_redo() const { return done_ < steps_.size(); }
  // What the step did, as given to apply(); empty where there is none.
  [[nodiscard]] std::string_view undo_name() const;
  [[nodiscard]] std::string_view redo_name() const;
  void undo(Agreement& agreement);
  void redo(Agreement& agreement);

 private:
  struct Step {
    std::string name;
    std::string key;
    std::vector<std::unique_ptr<Change>> changes;
  };
  std::vector<Step> steps_;
  std::size_t done_ = 0;  // of the steps; those behind can be redone
  bool closed_ = false;
};

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_HISTORY_H_
