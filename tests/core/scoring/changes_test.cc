#include "core/scoring/changes.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/exchange/saved_scorecard.h"
#include "core/scoring/change_words.h"
#include "tests/core/scoring/scoring_testing.h"

namespace leadpact::scoring {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace)
using calendar::testing::utc;
using Rows = std::vector<std::string>;

// Scored and saved, then read again: as last time's scorecard comes.
Earlier saved(const World& world, std::string_view as_of) {
  const Scored scored = score(world, as_of);
  auto read = exchange::read_saved_scorecard(
      exchange::saved_scorecard(*world.agreement, world.data, scored.card));
  if (!read.ok()) {
    ADD_FAILURE() << read.errors().front().place << ": " << read.errors().front().message;
    return {};
  }
  return std::move(read).value();
}

std::string csv_of(const Rows& rows) {
  std::string csv = kHeader;
  for (const std::string& row : rows)
    csv += row + "\n";
  return csv;
}

// ---- The table of the header ------------------------------------------------------

constexpr const char* kThen = "2026-03-20T17:00:00Z";
constexpr const char* kNow = "2026-03-27T17:00:00Z";

class OneLead : public ::testing::Test {
 protected:
  // March's figures, and by group how many leads; the promise is a `within` of
  // two days where text is yes.
  struct Outcome {
    std::map<ChangeGroup, std::uint64_t> march, february;
    Figures march_figures;
  };
  static Outcome of(const Rows& before, const Rows& after) {
    Agreement agreement = small_agreement();
    Commitment promise = commitment("c", Kind::within, 90);
    promise.measure.limit = "48 hours";
    promise.measure.where = all_of({{"text", Op::is, {"yes"}}});
    agreement.commitments = {promise};
    // One more, so that the data are new enough.
    const std::string newest = "Z,no,,,2026-03-20 12:00,,,";
    Rows all_before = before;
    all_before.push_back(newest);
    Rows all_after = after;
    all_after.push_back(newest);
    const World then = world(agreement, csv_of(all_before));
    const World now = world(agreement, csv_of(all_after));
    const Earlier earlier = saved(then, kThen);
    const Scored scored = score(now, kNow);
    Comparing comparing(*now.agreement, now.data, scored.card, earlier);
    while (comparing.step()) {
    }
    Outcome outcome;
    const auto& periods = comparing.promises()[0].periods;
    for (std::size_t g = 0; g < kChangeGroups; ++g) {
      const auto group = static_cast<ChangeGroup>(g);
      if (periods[1].groups[g].leads > 0) outcome.february[group] = periods[1].groups[g].leads;
      if (periods[2].groups[g].leads > 0) outcome.march[group] = periods[2].groups[g].leads;
    }
    outcome.march_figures = periods[2].sum();
    return outcome;
  }
  using Groups = std::map<ChangeGroup, std::uint64_t>;
};

constexpr const char* kFailed = "L,yes,,,2026-03-02,2026-03-02 10:00,2026-03-09 10:00,";
constexpr const char* kMet = "L,yes,,,2026-03-02,2026-03-02 10:00,2026-03-03 10:00,";
constexpr const char* kPending = "L,yes,,,2026-03-20,2026-03-20 10:00,,";
constexpr const char* kFebruary = "L,yes,,,2026-02-02,2026-03-02 10:00,2026-03-09 10:00,";
constexpr const char* kOther = "L,no,,,2026-03-02,2026-03-02 10:00,2026-03-09 10:00,";
constexpr const char* kUndated = "L,yes,,,,2026-03-02 10:00,2026-03-09 10:00,";

TEST_F(OneLead, IsInTheGroupTheTableShows) {
  using G = ChangeGroup;
  EXPECT_EQ(of({}, {kFailed}).march, (Groups{{G::fresh, 1}}));
  EXPECT_EQ(of({kFailed}, {}).march, (Groups{{G::gone, 1}}));
  EXPECT_EQ(of({kPending}, {kPending}).march, (Groups{{G::decided, 1}}));
  EXPECT_EQ(of({kMet}, {kFailed}).march, (Groups{{G::judged, 1}}));
  EXPECT_EQ(of({kOther}, {kFailed}).march, (Groups{{G::counts, 1}}));
  EXPECT_EQ(of({kFailed}, {kOther}).march, (Groups{{G::counts_not, 1}}));
  EXPECT_EQ(of({kUndated}, {kFailed}).march, (Groups{{G::dated, 1}}));
  EXPECT_EQ(of({kFebruary}, {kFailed}).march, (Groups{{G::came, 1}}));
  EXPECT_EQ(of({kFebruary}, {kFailed}).february, (Groups{{G::left, 1}}));
  EXPECT_EQ(of({kFailed}, {kUndated}).march, (Groups{{G::left, 1}}));
  EXPECT_EQ(of({kFailed}, {kFailed}).march, Groups{});
  EXPECT_EQ(of({kOther}, {}).march, Groups{});
}

TEST_F(OneLead, FiguresAreSigned) {
  EXPECT_EQ(figures_words(of({}, {kFailed}).march_figures), "+1 failed");
  EXPECT_EQ(figures_words(of({kMet}, {kFailed}).march_figures), "−1 met, +1 failed");
  EXPECT_EQ(figures_words(of({kPending}, {kPending}).march_figures), "+1 failed, −1 pending");
  EXPECT_EQ(figures_words({}), "no difference");
}

// ---- Any two exports ----------------------------------------------------------------

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  bool one_in(unsigned n) { return random_() % n == 0; }
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

 private:
  std::mt19937 random_;
};

std::string stamp(Chance& chance) {
  if (chance.one_in(6)) return "";
  const std::string month = std::to_string(1 + chance.below(3));
  const std::string day = std::to_string(10 + chance.below(18));
  const std::string date = "2026-0" + month + "-" + day;
  return chance.one_in(5) ? date : date + " 1" + std::to_string(chance.below(10)) + ":30";
}

std::string cell(std::size_t column, Chance& chance) {
  switch (column) {
    case 1:
      return chance.one_in(3) ? "no" : "yes";
    case 2:
      return chance.one_in(4) ? "" : std::to_string(chance.below(50));
    case 3:
      return chance.one_in(2) ? "true" : "false";
    case 7:
      return "";
    default:
      return stamp(chance);
  }
}

using Row = std::array<std::string, 8>;

Row row_of(const std::string& id, Chance& chance) {
  Row row;
  row[0] = id;
  for (std::size_t i = 1; i < row.size(); ++i)
    row[i] = cell(i, chance);
  return row;
}

std::string csv_of(const std::vector<Row>& rows) {
  // The newest time is the same in both; the row is in no period.
  std::string csv = std::string(kHeader) + "newest,no,,,,2026-03-30 10:00,,\n";
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i)
      csv += (i == 0 ? "" : ",") + row[i];
    csv += "\n";
  }
  return csv;
}

Agreement every_kind() {
  Agreement agreement = small_agreement();
  for (const Kind kind : {Kind::count, Kind::sum, Kind::share, Kind::within, Kind::average,
                          Kind::median, Kind::median_time, Kind::checkins, Kind::manual}) {
    Commitment promise = commitment("c" + std::to_string(static_cast<int>(kind)), kind, 5);
    if (kind == Kind::within) promise.measure.limit = "10 days";
    if (kind == Kind::share) promise.measure.of = all_of({{"flag", Op::is, {"true"}}});
    if (kind != Kind::checkins && kind != Kind::manual) {
      agreement.goals.push_back(promise);
      agreement.goals.back().id += "-goal";
      agreement.goals.back().every = calendar::Every::quarter;
      promise.measure.where = all_of({{"text", Op::is, {"yes"}}});
    }
    agreement.commitments.push_back(promise);
  }
  return agreement;
}

void expect_same(const Figures& a, const Figures& b, const PeriodScore& reported) {
  EXPECT_EQ(a.population, b.population);
  if (reported.met) {
    EXPECT_EQ(a.met, b.met);
    EXPECT_EQ(a.failed, b.failed);
  }
  if (reported.pending) {
    EXPECT_EQ(a.pending, b.pending);
  }
  if (reported.left_out) {
    EXPECT_EQ(a.left_out, b.left_out);
  }
}

// Mutates rows, compares, and checks that groups add up for every promise and
// period; rows without an id are what is left over.
void compare_any(unsigned seed, bool all_have_ids) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Chance chance(seed);
  std::vector<Row> before, after;
  for (int i = 0; i < 60; ++i) {
    const bool named = all_have_ids || !chance.one_in(5);
    const Row row = row_of(named ? "L" + std::to_string(i) : "", chance);
    if (!chance.one_in(6)) before.push_back(row);
    if (chance.one_in(6)) continue;
    after.push_back(row);
    if (chance.one_in(2)) {
      const std::size_t column = 1 + chance.below(6);
      after.back()[column] = cell(column, chance);
    }
  }
  const char* as_of_then = chance.one_in(3) ? "2026-02-20T17:00:00Z" : "2026-03-31T17:00:00Z";
  const char* as_of_now = chance.one_in(5) ? "2026-02-25T17:00:00Z" : "2026-04-02T17:00:00Z";

  const World then = world(every_kind(), csv_of(before));
  const World now = world(every_kind(), csv_of(after));
  const Earlier earlier = saved(then, as_of_then);
  const Scored scored = score(now, as_of_now);
  const Scored scored_then = score(then, as_of_then);
  Comparing comparing(*now.agreement, now.data, scored.card, earlier);
  while (comparing.step()) {
  }
  // What the rows without an id come to by themselves.
  const auto unnamed = [](const std::vector<Row>& rows) {
    std::vector<Row> made;
    for (const Row& row : rows) {
      if (row[0].empty()) made.push_back(row);
    }
    return made;
  };
  const Scored unnamed_then = score(world(every_kind(), csv_of(unnamed(before))), as_of_then);
  const Scored unnamed_now = score(world(every_kind(), csv_of(unnamed(after))), as_of_now);

  std::size_t checked = 0;
  for (std::size_t p = 0; p < comparing.promises().size(); ++p) {
    const Comparing::Promise& promise = comparing.promises()[p];
    const std::size_t promises = scored.card.commitments.size();
    const auto at = [&](const Scored& of) -> const CommitmentScore& {
      return p < promises ? of.card.commitments[p] : of.card.goals[p - promises];
    };
    ASSERT_NE(promise.then, nullptr);
    ASSERT_EQ(promise.periods.size(), promise.now->periods.size());
    if (!promise.by_leads) continue;
    SCOPED_TRACE(promise.commitment->id);
    for (std::size_t i = 0; i < promise.periods.size(); ++i) {
      const PeriodChange& change = promise.periods[i];
      const PeriodScore& is = promise.now->periods[i];
      const PeriodScore* was = change.then ? &promise.then->score.periods[*change.then] : nullptr;
      if (was != nullptr) {
        EXPECT_EQ(was->population, at(scored_then).periods[*change.then].population);
        EXPECT_EQ(was->status, at(scored_then).periods[*change.then].status);
      }
      const Figures rest =
          difference(change.then ? &at(unnamed_then).periods[*change.then] : nullptr,
                     &at(unnamed_now).periods[i]);
      expect_same(left_over(was, is, change), rest, is);
      Figures sum = change.sum();
      sum.add(rest);
      expect_same(sum, difference(was, &is), is);
      for (std::size_t g = 0; g < kChangeGroups; ++g) {
        if (change.groups[g].leads == 0) continue;
        ChangeSweep leads = comparing.leads_of(p, {i, static_cast<ChangeGroup>(g)});
        while (!leads.work(7)) {
        }
        EXPECT_EQ(leads.rows().size() + leads.gone().size(), change.groups[g].leads);
        EXPECT_EQ(leads.gone().empty(), static_cast<ChangeGroup>(g) != ChangeGroup::gone);
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 20u);
}

TEST(Changes, GroupsAddUpToTheDifferenceOfAnyTwoExports) {
  for (unsigned seed = 1; seed <= 60; ++seed)
    compare_any(seed, true);
}

TEST(Changes, RecordsWithoutAnIdAreWhatIsLeftOver) {
  for (unsigned seed = 101; seed <= 140; ++seed)
    compare_any(seed, false);
}

// ---- Where leads cannot be compared ---------------------------------------------------

TEST(Changes, WithoutIdsOrDataOrThePromiseThereAreFiguresOnly) {
  Agreement agreement = small_agreement();
  agreement.commitments = {commitment("c", Kind::count, 1)};
  const World then = world(agreement, csv_of(Rows{kFailed}));
  const Earlier earlier = saved(then, kNow);

  agreement.commitments.push_back(commitment("later", Kind::count, 1));
  const World more = world(agreement, csv_of(Rows{kFailed}));
  const Scored scored = score(more, kNow);
  Comparing comparing(*more.agreement, more.data, scored.card, earlier);
  while (comparing.step()) {
  }
  EXPECT_TRUE(comparing.promises()[0].by_leads);
  EXPECT_EQ(comparing.promises()[1].then, nullptr);
  EXPECT_FALSE(comparing.promises()[1].by_leads);

  agreement.datasets[0].id_field.clear();
  const World unnamed = world(agreement, csv_of(Rows{kFailed, kMet}));
  const Scored figures = score(unnamed, kNow);
  Comparing without(*unnamed.agreement, unnamed.data, figures.card, earlier);
  while (without.step()) {
  }
  const Comparing::Promise& promise = without.promises()[0];
  EXPECT_FALSE(promise.by_leads);
  EXPECT_EQ(difference(&promise.then->score.periods[2], &promise.now->periods[2]).population, 1);
  EXPECT_FALSE(promise.periods[2].any_leads());
}

TEST(Changes, PeriodsArePairedByTheirDates) {
  CommitmentScore then, now;
  const auto add = [](CommitmentScore& score, calendar::Day start, calendar::Day end) {
    PeriodScore& period = score.periods.emplace_back();
    period.period.start = start;
    period.period.end = end;
  };
  add(then, 0, 7);
  add(then, 7, 14);
  add(now, 7, 14);
  add(now, 14, 21);
  const auto paired = paired_periods(now, &then);
  EXPECT_EQ(paired[0].then, 1u);
  EXPECT_EQ(paired[1].then, std::nullopt);
  add(now, 21, 28);
  then.periods[1].period.end = 30;
  EXPECT_EQ(paired_periods(now, &then)[0].then, std::nullopt) << "of another length";
}

}  // namespace
}  // namespace leadpact::scoring
