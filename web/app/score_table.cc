#include "web/app/score_table.h"

#include <algorithm>
#include <utility>

#include "core/data/cells.h"
#include "web/app/format.h"
#include "web/app/ordered.h"
#include "web/app/words.h"

namespace leadpact::app {
namespace {

bool is_shown(const CommitmentLine& line, const ScoreTable& table) {
  const bool of_team =
      !table.team || line.team == *table.team || line.team == agreement::Team::both;
  return of_team && (!table.status || line.status == *table.status);
}

int rank_of(scoring::Status status) {
  const auto* at = std::find(std::begin(kWorstFirst), std::end(kWorstFirst), status);
  return static_cast<int>(at - std::begin(kWorstFirst));
}

bool comes_first(const CommitmentLine& a, const CommitmentLine& b, ScoreTable::Sort sort) {
  using Sort = ScoreTable::Sort;
  switch (sort) {
    case Sort::agreement:
      return false;
    case Sort::status:
      return rank_of(a.status) < rank_of(b.status);
    case Sort::name:
      return data::fold_case(a.title) < data::fold_case(b.title);
    case Sort::value:
      return a.value_number > b.value_number;  // nothing is less than all
    case Sort::attainment:
      if (!a.attainment_number || !b.attainment_number)
        return a.attainment_number.has_value() && !b.attainment_number;
      return *a.attainment_number < *b.attainment_number;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> shown_lines(const std::vector<CommitmentLine>& lines,
                                     const ScoreTable& table) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_shown(lines[i], table)) shown.push_back(i);
  }
  return ordered(std::move(shown), [&](std::size_t a, std::size_t b) {
    return comes_first(lines[a], lines[b], table.sort);
  });
}

std::string filter_words(const ScoreTable& table, const std::string& team, std::size_t shown,
                         std::size_t all) {
  std::string text = whole(shown) + " of " + counted(all, "promise") + ": ";
  if (table.team) text += team;
  if (table.status) {
    text += (table.team ? ", " : "") + data::fold_case(word_of(*table.status));
  }
  return text + ".";
}

}  // namespace leadpact::app
