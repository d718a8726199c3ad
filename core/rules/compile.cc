#include "core/rules/compile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <utility>

#include "core/data/cells.h"
#include "core/data/parallel.h"
#include "core/rules/cell_tests.h"

namespace leadpact::rules {
namespace {

using agreement::Condition;
using agreement::Criterion;
using agreement::Match;
using agreement::Op;

// Rows are taken in blocks, so that what one criterion has read of a file is
// still at hand for the next.
constexpr std::size_t kBlock = 1024;

// A condition with its columns found and its values parsed.
struct Program {
  Match match = Match::all;
  bool negate = false;
  std::vector<std::unique_ptr<CellTest>> tests;
  std::vector<Program> groups;

  // At most kBlock rows.
  void run(std::size_t begin, std::size_t end, std::uint8_t* out) const {
    const Combine further = match == Match::all ? Combine::keep : Combine::add;
    Combine how = Combine::set;
    for (const auto& test : tests) {
      test->run(how, begin, end, out);
      how = further;
    }
    const std::size_t rows = end - begin;
    for (const Program& group : groups) {
      std::array<std::uint8_t, kBlock> mask;
      group.run(begin, end, mask.data());
      for (std::size_t i = 0; i < rows; ++i) {
        if (how == Combine::set) {
          out[i] = mask[i];
        } else if (how == Combine::keep) {
          out[i] &= mask[i];
        } else {
          out[i] |= mask[i];
        }
      }
      how = further;
    }
    if (negate) {
      for (std::size_t i = 0; i < rows; ++i)
        out[i] ^= 1;
    }
  }
};

}  // namespace

struct Evaluator::State {
  State(const agreement::Agreement& of, const agreement::Dataset& counted, const data::Table& read,
        const View& view, int most_threads)
      : agreement(of),
        dataset(counted),
        table(read),
        threads(most_threads),
        stages(of.stages.size()) {
    stamps.agreement = view.agreement_zone;
    stamps.dataset = calendar::Zone::find(dataset.time_zone);
    if (view.has_as_of) stamps.horizon = Horizon(view.as_of, *view.agreement_zone);
  }

  [[nodiscard]] Program compile(const Condition& condition) {
    Program program;
    program.match = condition.match;
    program.negate = condition.negate;
    if (agreement::is_empty(condition)) {
      program.negate = false;
      program.tests.push_back(constant_test(true));
      return program;
    }
    for (const Criterion& criterion : condition.criteria) {
      program.tests.push_back(compile(criterion));
    }
    // Texts last, for the rows that are not settled by then.
    std::stable_partition(program.tests.begin(), program.tests.end(),
                          [](const auto& test) { return !test->is_dear(); });
    for (const Condition& group : condition.groups) {
      if (!agreement::is_empty(group)) program.groups.push_back(compile(group));
    }
    return program;
  }

  [[nodiscard]] std::unique_ptr<CellTest> compile(const Criterion& criterion) {
    if (criterion.op == Op::meets) return compile_stage(criterion);
    if (criterion.field == agreement::kLeadScoreKey &&
        dataset.id == agreement.lead_scoring.dataset) {
      return number_test(criterion, score_column());
    }
    const int index = table.find_field(criterion.field);
    if (index < 0) return constant_test(false);
    const data::Column& column = table.column(index);
    const data::Field& field = table.fields()[static_cast<std::size_t>(index)];
    switch (field.type) {
      case data::FieldType::text:
        return text_test(criterion, table, column, known);
      case data::FieldType::number:
        return number_test(criterion, column.numbers);
      case data::FieldType::boolean:
        return boolean_test(criterion, column.booleans);
      case data::FieldType::timestamp:
        return stamp_test(criterion, field, column.stamps, stamps);
      case data::FieldType::unset:
        break;
    }
    return constant_test(false);
  }

  [[nodiscard]] std::unique_ptr<CellTest> compile_stage(const Criterion& criterion) {
    if (criterion.values.empty()) return constant_test(false);
    const std::string_view id = data::trim(criterion.values[0]);
    for (std::size_t i = 0; i < stages.size(); ++i) {
      if (agreement.stages[i].id != id) continue;
      if (!stages[i]) {
        // What it asks for is derived before it.
        auto program = std::make_shared<const Program>(compile(agreement.stages[i].definition));
        stages[i] = std::make_unique<Mask>(table.rows());
        std::uint8_t* mask = stages[i]->data();
        derived.push_back({0, [program, mask](std::size_t begin, std::size_t end) {
                             program->run(begin, end, mask + begin);
                           }});
      }
      return mask_test(*stages[i]);
    }
    return constant_test(false);
  }

  // Calls `run` with blocks of [begin, end).
  template <typename Run>
  void in_blocks(std::size_t begin, std::size_t end, const Run& run) const {
    data::for_each_range(end - begin, threads, [&](std::size_t from, std::size_t to) {
      for (std::size_t at = begin + from; at < begin + to; at += kBlock)
        run(at, std::min(begin + to, at + kBlock));
    });
  }

  // Computes what is derived for the rows before `end`.
  void derive(std::size_t end) {
    for (Derived& each : derived) {
      if (each.done >= end) continue;
      in_blocks(each.done, end, each.run);
      each.done = end;
    }
  }

  [[nodiscard]] Mask evaluate(const Program& program) {
    Mask mask(table.rows());
    derive(mask.size());
    in_blocks(0, mask.size(), [&](std::size_t begin, std::size_t end) {
      program.run(begin, end, mask.data() + begin);
    });
    return mask;
  }

  // The lead score of every row that is derived.
  [[nodiscard]] const std::vector<double>& score_column() {
    if (scored) return scores;
    scored = true;
    scores.assign(table.rows(), 0.0);
    // What it asks for is derived before it.
    compile_score();
    derived.push_back({0, [this](std::size_t begin, std::size_t end) {
                         score_rows(begin, end, scores.data() + begin);
                       }});
    return scores;
  }

  void compile_score() {
    if (score_compiled) return;
    score_compiled = true;
    double most = 0;
    for (const agreement::ScoringRule& rule : agreement.lead_scoring.rules) {
      ScoreRule made{{}, rule.points};
      if (rule.condition) {
        made.program = compile(*rule.condition);
      } else {
        made.program.tests.push_back(constant_test(false));
      }
      score_rules.push_back(std::move(made));
      most += std::fabs(rule.points);
    }
    may_overflow = !std::isfinite(most);
  }

  // The score must be compiled.
  void score_rows(std::size_t begin, std::size_t end, double* out) const {
    std::array<std::uint8_t, kBlock> mask;
    for (std::size_t at = begin; at < end; at += kBlock) {
      const std::size_t rows = std::min(end - at, kBlock);
      double* const score = out + (at - begin);
      std::fill(score, score + rows, 0.0);
      for (const ScoreRule& rule : score_rules) {
        rule.program.run(at, at + rows, mask.data());
        for (std::size_t i = 0; i < rows; ++i)
          score[i] += mask[i] != 0 ? rule.points : 0.0;
        if (may_overflow) saturate(score, rows);
      }
    }
  }

  [[nodiscard]] Mask rules_met(std::size_t row) const {
    Mask met(score_rules.size());
    for (std::size_t i = 0; i < met.size(); ++i)
      score_rules[i].program.run(row, row + 1, &met[i]);
    return met;
  }

  // A score beyond a double stays the largest one: scores are numbers.
  static void saturate(double* score, std::size_t rows) {
    constexpr double kMost = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < rows; ++i)
      score[i] = std::min(std::max(score[i], -kMost), kMost);
  }

  const agreement::Agreement& agreement;
  const agreement::Dataset& dataset;
  const data::Table& table;
  const int threads;
  StampContext stamps;
  KnownTexts known;
  std::vector<std::unique_ptr<Mask>> stages;  // from when they are first met
  struct ScoreRule {
    Program program;
    double points;
  };
  std::vector<ScoreRule> score_rules;
  bool score_compiled = false;
  bool may_overflow = false;
  bool scored = false;
  std::vector<double> scores;
  // Stages and the lead score, in the order in which they ask for each other;
  // each is there for the rows before `done`.
  struct Derived {
    std::size_t done = 0;
    std::function<void(std::size_t begin, std::size_t end)> run;  // a block
  };
  std::vector<Derived> derived;
};

struct Evaluator::Prepared::Ready {
  State* state;
  Program program;
};

Evaluator::Evaluator(const agreement::Agreement& agreement, const agreement::Dataset& dataset,
                     const data::Table& table, const View& view, int threads)
    : state_(std::make_unique<State>(agreement, dataset, table, view, threads)) {}

Evaluator::~Evaluator() = default;

Mask Evaluator::evaluate(const agreement::Condition& condition) {
  return state_->evaluate(state_->compile(condition));
}

Evaluator::Prepared::Prepared(std::unique_ptr<Ready> ready) : ready_(std::move(ready)) {}
Evaluator::Prepared::~Prepared() = default;
Evaluator::Prepared::Prepared(Prepared&&) noexcept = default;
Evaluator::Prepared& Evaluator::Prepared::operator=(Prepared&&) noexcept = default;

Evaluator::Prepared Evaluator::prepare(const agreement::Condition& condition) {
  return Prepared(
      std::make_unique<Prepared::Ready>(Prepared::Ready{state_.get(), state_->compile(condition)}));
}

void Evaluator::Prepared::run(std::size_t begin, std::size_t end, std::uint8_t* out) const {
  ready_->state->derive(end);
  for (std::size_t at = begin; at < end; at += kBlock)
    ready_->program.run(at, std::min(end, at + kBlock), out + (at - begin));
}

const std::vector<double>& Evaluator::lead_scores() {
  const std::vector<double>& scores = state_->score_column();
  state_->derive(scores.size());
  return scores;
}

void Evaluator::score_rows(std::size_t begin, std::size_t end, double* scores) {
  state_->compile_score();
  state_->derive(end);
  state_->score_rows(begin, end, scores);
}

Mask Evaluator::rules_met(std::size_t row) {
  state_->compile_score();
  state_->derive(row + 1);
  return state_->rules_met(row);
}

calendar::Stamp Evaluator::stamp(int field, std::size_t row) const {
  const calendar::Stamp stamp = state_->table.column(field).stamps[row];
  const bool planned = state_->table.fields()[static_cast<std::size_t>(field)].planned;
  return planned ? stamp : state_->stamps.horizon.seen(stamp);
}

}  // namespace leadpact::rules
