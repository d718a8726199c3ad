#include "web/app/dispute_desk.h"

#include <algorithm>
#include <utility>

#include "core/scoring/triggers.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {

using agreement::Ruling;

void DisputeDesk::look(const agreement::Agreement& agreement, const DataDesk& desk,
                       const agreement::Disputes& disputes, std::uint64_t version) {
  if (desk.loads() != loads_ || version != version_) job_.reset();
  if (job_ || disputes.all.empty()) return;
  if (desk.scored() == nullptr || desk.loaded() == nullptr || !desk.as_of()) return;
  loads_ = desk.loads();
  version_ = version;
  loaded_ = desk.loaded();
  as_of_ = *desk.as_of();
  job_ = std::make_unique<Job>(Job{agreement, disputes, desk.scored()->card, {}, {}, {}, {}, {}});
  job_->sweep = std::make_unique<scoring::DisputeSweep>(job_->agreement, *loaded_, job_->disputes);
  std::size_t rows = 0;
  for (const auto& table : loaded_->tables)
    rows += table ? table->rows() : 0;
  while (rows <= kSmallData && work(desk)) {
  }
}

// Scores with the upheld ones, or without another step where nothing changes.
void DisputeDesk::next_score(Step step, bool open_too) {
  job_->step = step;
  job_->scoring.reset();
  job_->overrulings =
      scoring::overrulings(job_->agreement, job_->disputes, job_->sweep->rows(), open_too);
  if (!job_->overrulings.empty()) {
    job_->scoring.emplace(job_->agreement, *loaded_, as_of_, job_->overrulings, job_->official);
  }
}

bool DisputeDesk::work(const DataDesk& desk) {
  if (!has_work()) return false;
  if (desk.loads() != loads_) {
    job_.reset();
    return false;
  }
  Job& job = *job_;
  if (job.step == Step::search) {
    if (job.sweep->work()) next_score(Step::upheld, false);
    return true;
  }
  if (job.scoring && job.scoring->step()) return true;
  const bool upheld = job.step == Step::upheld;
  if (job.scoring) {
    auto scored = job.scoring->finish();
    job.scoring.reset();
    if (scored.ok()) (upheld ? job.upheld : job.open_too) = std::move(scored).value();
  }
  const auto& all = job.disputes.all;
  const bool any_open = std::any_of(all.begin(), all.end(), [](const agreement::Dispute& each) {
    return each.ruling == Ruling::open;
  });
  if (upheld && any_open) {
    next_score(Step::open_too, true);
  } else {
    job.step = Step::done;
  }
  return has_work();
}

std::string DisputeDesk::words(std::size_t row, std::size_t period, bool open_too) const {
  if (!job_ || has_work()) return "";
  const auto count_in = [&](const std::optional<scoring::Scored>& scored) {
    const bool there =
        scored && row < scored->overruled.size() && period < scored->overruled[row].size();
    return there ? scored->overruled[row][period] : 0U;
  };
  const std::uint32_t upheld = count_in(job_->upheld);
  const std::uint32_t count = open_too ? count_in(job_->open_too) : upheld;
  if (count == 0) return "";
  const agreement::Agreement& agreement = job_->agreement;
  const std::size_t promises = agreement.commitments.size();
  const auto period_of = [&](const scoring::Scorecard& card) -> const scoring::PeriodScore& {
    return (row < promises ? card.commitments[row] : card.goals[row - promises]).periods[period];
  };
  const scoring::Scorecard& card = (open_too ? job_->open_too : job_->upheld)->card;
  if (open_too && count == upheld &&
      scoring::same_figures(period_of(card), period_of(job_->upheld->card))) {
    return "";
  }
  const agreement::Commitment& commitment =
      row < promises ? agreement.commitments[row] : agreement.goals[row - promises];
  const scoring::PeriodScore& score = period_of(card);
  std::string status(word_of(score.status));
  status[0] = static_cast<char>(status[0] - 'A' + 'a');
  return (open_too ? "With the open ones upheld too, " : std::string("With ")) +
         counted(count, "dispute upheld", "disputes upheld") + ": " +
         (score.value ? value_text(commitment, *score.value, score.target) : "no value") + " (" +
         status + ")";
}

std::string DisputeDesk::headline_words(std::size_t headline,
                                        std::optional<std::size_t> reporting) const {
  if (!job_ || has_work() || !job_->upheld || !reporting) return "";
  const auto score_of = [&](const scoring::Scorecard& card) {
    if (*reporting >= card.reporting.size()) return std::optional<double>();
    const scoring::ReportingPeriod& period = card.reporting[*reporting];
    return (headline == 0 ? period.overall : headline == 1 ? period.marketing : period.sales).score;
  };
  const auto official = score_of(job_->official), upheld = score_of(job_->upheld->card);
  if (official == upheld || !upheld) return "";
  return "With disputes upheld: " + score(*upheld);
}

std::vector<std::string> DisputeDesk::due_otherwise(bool open_too) const {
  if (!job_ || has_work()) return {};
  const auto with = [&](const std::optional<scoring::Scored>& scored) {
    return scoring::due_otherwise(job_->agreement, job_->official,
                                  scored ? scored->card : job_->official, day);
  };
  std::vector<std::string> upheld = with(job_->upheld);
  if (!open_too) return upheld;
  if (!job_->open_too) return {};
  std::vector<std::string> all = with(job_->open_too);
  if (all == upheld) all.clear();
  return all;
}

std::optional<bool> DisputeDesk::is_there(std::size_t dispute) const {
  if (!job_ || !job_->sweep->done() || dispute >= job_->sweep->rows().size()) return std::nullopt;
  return job_->sweep->rows()[dispute].has_value();
}

void DisputeDesk::begin(DisputePlace place, agreement::Dispute draft) {
  place_ = place;
  draft_ = std::move(draft);
}

agreement::Dispute DisputeDesk::end() {
  place_ = DisputePlace::none;
  return std::exchange(draft_, {});
}

}  // namespace leadpact::app
