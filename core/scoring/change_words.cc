#include "core/scoring/change_words.h"

#include "core/agreement/wording.h"

namespace leadpact::scoring {

std::string_view name_of(ChangeGroup group) {
  switch (group) {
    case ChangeGroup::fresh:
      return "New in this export";
    case ChangeGroup::gone:
      return "Gone from the export";
    case ChangeGroup::decided:
      return "Decided since";
    case ChangeGroup::judged:
      return "Verdict changed";
    case ChangeGroup::counts:
      return "Counts now";
    case ChangeGroup::counts_not:
      return "No longer counts";
    case ChangeGroup::dated:
      return "Got a date since";
    case ChangeGroup::came:
      return "Moved into this period";
    case ChangeGroup::left:
      return "Moved out of this period";
  }
  return "";
}

std::string_view meaning_of(ChangeGroup group) {
  switch (group) {
    case ChangeGroup::fresh:
      return "The earlier export did not have it.";
    case ChangeGroup::gone:
      return "The earlier export had it; this one does not, or it is left out as a test lead now.";
    case ChangeGroup::decided:
      return "It was pending and has met or failed since.";
    case ChangeGroup::judged:
      return "A cell was changed in the CRM since, so it is judged otherwise.";
    case ChangeGroup::counts:
      return "It did not fulfil what the promise counts; it does now.";
    case ChangeGroup::counts_not:
      return "It fulfilled what the promise counts; it does not any more.";
    case ChangeGroup::dated:
      return "The date by which the promise counts it was empty, or outside of the agreement.";
    case ChangeGroup::came:
      return "Its date was in another period.";
    case ChangeGroup::left:
      return "Its date is in another period now, or missing.";
  }
  return "";
}

std::string signed_words(std::int64_t number) {
  if (number == 0) return "0";
  const auto size = static_cast<std::uint64_t>(number < 0 ? -number : number);
  return (number < 0 ? "−" : "+") + agreement::whole(size);
}

std::string figures_words(const Figures& figures) {
  std::string words;
  const auto add = [&](std::int64_t figure, const char* name) {
    if (figure == 0) return;
    words += (words.empty() ? "" : ", ") + signed_words(figure) + " " + name;
  };
  if (figures.met == 0 && figures.failed == 0) add(figures.population, "counted");
  add(figures.met, "met");
  add(figures.failed, "failed");
  add(figures.pending, "pending");
  add(figures.left_out, "left out");
  return words.empty() ? "no difference" : words;
}

}  // namespace leadpact::scoring
