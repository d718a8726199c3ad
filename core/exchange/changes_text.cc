#include "core/exchange/changes_text.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/kinds.h"
#include "core/agreement/wording.h"
#include "core/exchange/saved_scorecard.h"
#include "core/exchange/score_words.h"
#include "core/exchange/terminal_page.h"
#include "core/scoring/change_words.h"
#include "core/scoring/explain_words.h"

namespace leadpact::exchange {
namespace {

using scoring::ChangeGroup;
using scoring::Comparing;
using scoring::PeriodChange;
using scoring::PeriodScore;

std::string outcome(const agreement::Commitment& commitment, const PeriodScore* score) {
  if (score == nullptr) return std::string(kNone);
  return status_words(score->status) + (score->value ? " " + value_text(commitment, *score) : "");
}

bool differ(const PeriodScore* then, const PeriodScore& now) {
  return then == nullptr || then->status != now.status || then->value != now.value ||
         scoring::difference(then, &now).any();
}

class ChangesPage {
 public:
  ChangesPage(const agreement::Agreement& agreement, bool colour)
      : agreement_(agreement), out_(colour) {}

  std::string write(const Comparing& compared, const scoring::Earlier& then,
                    calendar::Instant as_of) && {
    const calendar::Zone* zone = calendar::Zone::find(agreement_.time_zone);
    const scoring::Face face{*zone};
    out_.heading("Compared with " + face.moment(then.as_of));
    if (then.as_of > as_of) {
      out_.paragraph("  ! ",
                     "The saved scorecard is the later one: what is called new here came "
                     "before what is called earlier.",
                     Style::fair);
    }
    std::size_t same = 0;
    for (const Comparing::Promise& promise : compared.promises())
      same += write_promise(promise) ? 0U : 1U;
    if (same > 0) {
      out_.paragraph("", same == compared.promises().size()
                             ? "Nothing changed."
                             : agreement::whole(same) + (same == 1 ? " promise" : " promises") +
                                   " did not change.");
    }
    return std::move(out_).take();
  }

 private:
  // Whether there is something to say of it.
  bool write_promise(const Comparing::Promise& promise) {
    const agreement::Commitment& commitment = *promise.commitment;
    const bool rewritten =
        promise.then != nullptr && promise.then->mark != mark_of(agreement_, commitment);
    std::vector<std::size_t> changed;
    for (std::size_t i = promise.periods.size(); i-- > 0;) {
      if (differ(then_of(promise, i), promise.now->periods[i]) || promise.periods[i].any_leads()) {
        changed.push_back(i);
      }
    }
    if (changed.empty() && !rewritten && promise.then != nullptr) return false;
    out_.paragraph("", commitment.title.empty() ? commitment.id : commitment.title, Style::bold);
    if (promise.then == nullptr) {
      out_.paragraph("  ", "The saved scorecard does not have it.", Style::dim);
      return true;
    }
    if (rewritten) {
      out_.paragraph("  ! ", "The promise, or what it rests on, was changed since.", Style::fair);
    }
    if (!promise.by_leads && agreement::uses_records(commitment.measure.kind)) {
      out_.paragraph("  ", "Figures only: its leads cannot be told apart.", Style::dim);
    }
    for (const std::size_t i : changed)
      write_period(promise, i);
    return true;
  }

  static const PeriodScore* then_of(const Comparing::Promise& promise, std::size_t period) {
    const auto then = promise.periods[period].then;
    return then ? &promise.then->score.periods[*then] : nullptr;
  }

  void write_period(const Comparing::Promise& promise, std::size_t index) {
    const agreement::Commitment& commitment = *promise.commitment;
    const PeriodScore& now = promise.now->periods[index];
    const PeriodScore* then = then_of(promise, index);
    const PeriodChange& change = promise.periods[index];
    const scoring::Figures difference = scoring::difference(then, &now);
    std::string line =
        period_name(commitment.every, now.period, static_cast<int>(agreement_.fiscal_year_starts)) +
        ": " + outcome(commitment, then) + " → " + outcome(commitment, &now);
    if (difference.any()) line += "; " + scoring::figures_words(difference);
    out_.paragraph("  ", line, style_of(now.status));
    if (!promise.by_leads) return;
    std::vector<Row> rows;
    std::vector<std::size_t> widths;
    const auto add = [&](std::string leads, std::string_view name,
                         const scoring::Figures& figures) {
      rows.push_back(
          {{"   "}, {std::string(name)}, {std::move(leads)}, {scoring::figures_words(figures)}});
      TerminalPage::widen(widths, rows.back());
    };
    for (std::size_t g = 0; g < scoring::kChangeGroups; ++g) {
      const scoring::GroupChange& group = change.groups[g];
      if (group.leads == 0) continue;
      add(agreement::whole(group.leads), name_of(static_cast<ChangeGroup>(g)), group.figures);
    }
    const scoring::Figures over = scoring::left_over(then, now, change);
    if (over.any()) add(std::string(kNone), scoring::kLeftOver, over);
    for (const Row& row : rows)
      out_.table_row(row, widths, 4);
  }

  const agreement::Agreement& agreement_;
  TerminalPage out_;
};

}  // namespace

std::string changes_text(const agreement::Agreement& agreement, const Comparing& compared,
                         const scoring::Earlier& then, calendar::Instant as_of, bool colour) {
  return ChangesPage(agreement, colour).write(compared, then, as_of);
}

}  // namespace leadpact::exchange
