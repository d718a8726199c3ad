// Which stages ask for which: a stage's definition may ask for another stage
// by `meets`, but never in a circle (scoring.md, 3).
//
//   mql: lead_score at_least 20      reaches the lead score
//   hot: meets mql, demo is yes      reaches it too
//   a: meets b   b: meets a          both lie on a circle
//
// Nothing here recurses over stages: a file may chain 100,000 of them.
#ifndef LEADPACT_CORE_AGREEMENT_STAGE_GRAPH_H_
#define LEADPACT_CORE_AGREEMENT_STAGE_GRAPH_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::agreement {

class StageGraph {
 public:
  explicit StageGraph(const std::vector<Stage>& stages);

  // The first stage with this id.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;

  // For each stage on a circle the stage on that circle it asks for (itself
  // where it asks for itself); nothing for the others.
  [[nodiscard]] std::vector<std::optional<std::size_t>> circles() const;

  // Whether the definition uses `lead_score`, itself or by other stages.
  [[nodiscard]] const std::vector<bool>& reaches_score() const { return reaches_score_; }

 private:
  void find_score_users(const std::vector<Stage>& stages);

  std::map<std::string_view, std::size_t> by_id_;
  std::vector<std::vector<std::size_t>> asks_for_;
  std::vector<bool> reaches_score_;
};

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_STAGE_GRAPH_H_
