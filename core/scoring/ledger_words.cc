#include "core/scoring/ledger_words.h"

#include "core/agreement/wording.h"

namespace leadpact::scoring {
namespace {

using agreement::quoted;
using agreement::whole;

std::string leads(std::uint64_t count) {
  return whole(count) + (count == 1 ? " lead" : " leads");
}

std::string name_or(const ListedName& name, std::string_view none, const std::string& kind) {
  if (name.others) return others_words(name.joined, kind);
  return name.name.empty() ? std::string(none) : name.name;
}

}  // namespace

std::string others_words(std::uint32_t joined, const std::string& kind) {
  return (joined < NameList::kMostJoined ? "" : "Over ") + whole(joined) + " other " + kind +
         (joined == 1 ? "" : "s");
}

std::string_view words_of(HandbackState state) {
  switch (state) {
    case HandbackState::returned:
      return "Returned";
    case HandbackState::nurtured:
      return "Nurtured";
    case HandbackState::unanswered:
      break;
  }
  return "Unanswered";
}

std::string_view words_of(AgeBand age) {
  switch (age) {
    case AgeBand::week:
      return "Up to 7 days";
    case AgeBand::month:
      return "8 to 30 days";
    case AgeBand::quarter:
      return "31 to 90 days";
    case AgeBand::older:
      return "Over 90 days";
    case AgeBand::unknown:
      break;
  }
  return "No date";
}

std::string_view answer_words(const Rejected& lead) {
  const bool open = lead.state == HandbackState::unanswered;
  switch (lead.answer) {
    case Outcome::met:
      return "in time";
    case Outcome::failed:
      return open ? "overdue" : "late";
    case Outcome::pending:
      return "still in time";
    case Outcome::counted:
    case Outcome::left_out:
      break;
  }
  return "";
}

std::string reason_words(const ListedName& reason) {
  return name_or(reason, "No reason given", "reason");
}

std::string owner_words(const ListedName& owner) {
  return name_or(owner, "No owner", "owner");
}

std::string review_words(const agreement::Agreement& agreement, const Ledger& ledger) {
  if (!ledger.review) return "No time is agreed within which a rejected lead is answered.";
  const agreement::Calendar* calendar =
      agreement::find_calendar(agreement, ledger.review->calendar);
  std::string words = "A rejected lead is to be answered within " + ledger.review->words;
  if (calendar != nullptr) {
    words += " (" + quoted(calendar->name.empty() ? calendar->id : calendar->name) + ")";
  }
  return words + ".";
}

std::string silence_words(const agreement::Agreement& agreement, const Ledger& ledger) {
  if (!ledger.decision) return "";
  const agreement::Commitment& promise = agreement.commitments[*ledger.decision];
  const std::uint64_t silent = ledger.silent.size();
  const std::string title = quoted(promise.title.empty() ? promise.id : promise.title);
  std::string words;
  if (silent == 0) {
    words = "Every lead was accepted or rejected before its time was up (" + title + ")";
  } else {
    words = leads(silent) + (silent == 1 ? " was" : " were") +
            " neither accepted nor rejected within " + promise.measure.limit + " (" + title +
            "). Where silence means yes, " + (silent == 1 ? "it counts" : "they count") +
            " as accepted";
  }
  words += ".";
  if (ledger.undecided > 0) {
    words += " " + leads(ledger.undecided) + (ledger.undecided == 1 ? " is" : " are") +
             " still in time to be decided.";
  }
  return words;
}

}  // namespace leadpact::scoring
