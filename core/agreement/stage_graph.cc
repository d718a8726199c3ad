#include "core/agreement/stage_graph.h"

#include <algorithm>
#include <limits>

#include "core/data/cells.h"

namespace leadpact::agreement {

namespace {

// Calls visit(criterion) for each criterion, groups included. Depth is
// bounded by the readers (64 levels of JSON).
template <typename Visit>
void for_each_criterion(const Condition& condition, const Visit& visit) {
  for (const Criterion& criterion : condition.criteria)
    visit(criterion);
  for (const Condition& group : condition.groups)
    for_each_criterion(group, visit);
}

// Tarjan's strongly connected components, with a stack of its own.
class Components {
 public:
  explicit Components(const std::vector<std::vector<std::size_t>>& edges)
      : edges_(edges), order_(edges.size(), kNone), low_(edges.size()), of_(edges.size(), kNone) {
    for (std::size_t node = 0; node < edges.size(); ++node) {
      if (order_[node] == kNone) walk(node);
    }
  }

  // The component of a node, and how many nodes it has.
  [[nodiscard]] std::size_t of(std::size_t node) const { return of_[node]; }
  [[nodiscard]] std::size_t size(std::size_t component) const { return sizes_[component]; }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  struct Frame {
    std::size_t node;
    std::size_t next_edge;
  };

  void walk(std::size_t root) {
    std::vector<Frame> frames;
    enter(root, frames);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      const std::size_t node = frame.node;
      if (frame.next_edge < edges_[node].size()) {
        const std::size_t target = edges_[node][frame.next_edge++];
        if (order_[target] == kNone) {
          enter(target, frames);
        } else if (of_[target] == kNone) {
          low_[node] = std::min(low_[node], order_[target]);
        }
        continue;
      }
      if (low_[node] == order_[node]) close(node);
      frames.pop_back();
      if (!frames.empty()) {
        const std::size_t parent = frames.back().node;
        low_[parent] = std::min(low_[parent], low_[node]);
      }
    }
  }

  void enter(std::size_t node, std::vector<Frame>& frames) {
    order_[node] = low_[node] = count_++;
    open_.push_back(node);
    frames.push_back({node, 0});
  }

  void close(std::size_t root) {
    std::size_t size = 0;
    std::size_t node = kNone;
    do {
      node = open_.back();
      open_.pop_back();
      of_[node] = sizes_.size();
      ++size;
    } while (node != root);
    sizes_.push_back(size);
  }

  const std::vector<std::vector<std::size_t>>& edges_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> low_;
  std::vector<std::size_t> of_;
  std::vector<std::size_t> sizes_;
  std::vector<std::size_t> open_;
  std::size_t count_ = 0;
};

}  // namespace

StageGraph::StageGraph(const std::vector<Stage>& stages) : asks_for_(stages.size()) {
  for (std::size_t i = 0; i < stages.size(); ++i)
    by_id_.emplace(stages[i].id, i);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    for_each_criterion(stages[i].definition, [&](const Criterion& criterion) {
      if (criterion.op != Op::meets) return;
      for (const std::string& value : criterion.values) {
        if (const auto target = find(data::trim(value))) asks_for_[i].push_back(*target);
      }
    });
  }
  find_score_users(stages);
}

std::optional<std::size_t> StageGraph::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::optional<std::size_t>> StageGraph::circles() const {
  std::vector<std::optional<std::size_t>> result(asks_for_.size());
  const Components components(asks_for_);
  for (std::size_t i = 0; i < asks_for_.size(); ++i) {
    for (const std::size_t target : asks_for_[i]) {
      const bool circle = target == i || (components.of(target) == components.of(i) &&
                                          components.size(components.of(i)) > 1);
      if (circle) {
        result[i] = target;
        break;
      }
    }
  }
  return result;
}

void StageGraph::find_score_users(const std::vector<Stage>& stages) {
  reaches_score_.assign(stages.size(), false);
  std::vector<std::vector<std::size_t>> asked_by(stages.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    for (const std::size_t target : asks_for_[i])
      asked_by[target].push_back(i);
    for_each_criterion(stages[i].definition, [&](const Criterion& criterion) {
      if (criterion.op == Op::meets || criterion.field != kLeadScoreKey) return;
      if (!reaches_score_[i]) open.push_back(i);
      reaches_score_[i] = true;
    });
  }
  while (!open.empty()) {
    const std::size_t stage = open.back();
    open.pop_back();
    for (const std::size_t user : asked_by[stage]) {
      if (reaches_score_[user]) continue;
      reaches_score_[user] = true;
      open.push_back(user);
    }
  }
}

}  // namespace leadpact::agreement
