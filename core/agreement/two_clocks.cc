#include "core/agreement/two_clocks.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/edits.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

// "hubspot_owner_assigneddate" and "OwnerAssignedDate" are words in a row.
std::vector<std::string> words_of(std::string_view name) {
  std::string spaced;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool upper = name[i] >= 'A' && name[i] <= 'Z';
    if (i > 0 && upper && name[i - 1] >= 'a' && name[i - 1] <= 'z') spaced += ' ';
    spaced += name[i];
  }
  std::vector<std::string> words;
  std::string word;
  for (const char c : data::fold_case(spaced) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

class Words {
 public:
  explicit Words(std::string_view name) : words_(words_of(name)) {}
  [[nodiscard]] bool has(std::initializer_list<std::string_view> any) const {
    return std::any_of(any.begin(), any.end(), [&](std::string_view each) {
      return std::find(words_.begin(), words_.end(), each) != words_.end();
    });
  }
  [[nodiscard]] bool has_beginning(std::string_view with) const {
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return word.compare(0, with.size(), with) == 0;
    });
  }

 private:
  std::vector<std::string> words_;
};

Event event_of_name(std::string_view name) {
  const Words words(name);
  if (words.has({"last", "next", "modified", "updated"})) return Event::other;
  // “Lead created” and “Opportunity created” are not the same.
  if (words.has({"opportunity", "deal", "customer", "account"})) return Event::other;
  if (words.has_beginning("assign") || words.has({"routed", "distributed"}) ||
      (words.has({"owner"}) && words.has({"since"}))) {
    return Event::assigned;
  }
  if (words.has({"mql"}) || (words.has({"marketing"}) && words.has({"qualified"}))) {
    return Event::qualified;
  }
  if (words.has({"contacted", "responded"}) ||
      (words.has({"first"}) && words.has({"contact", "touch", "response", "reply", "engagement",
                                          "outreach", "call", "activity", "email", "answer"}))) {
    return Event::contacted;
  }
  if (words.has(
          {"created", "create", "creation", "inquiry", "enquiry", "submitted", "submission"}) ||
      (words.has({"became"}) && words.has({"lead"}) && !words.has({"qualified", "accepted"}))) {
    return Event::inquiry;
  }
  return Event::other;
}

bool is_response(const Measure& measure, const Dataset& dataset) {
  if (measure.kind != Kind::within) return false;
  const data::Field* from = find_field(dataset, measure.from);
  const data::Field* to = find_field(dataset, measure.to);
  return from != nullptr && to != nullptr && event_of(*from) == Event::inquiry &&
         event_of(*to) == Event::contacted;
}

bool has_clock(const Agreement& agreement, const Measure& like, const std::string& from) {
  return std::any_of(
      agreement.commitments.begin(), agreement.commitments.end(), [&](const Commitment& each) {
        return each.measure.kind == Kind::within && each.measure.dataset == like.dataset &&
               each.measure.to == like.to && each.measure.from == from;
      });
}

}  // namespace

Event event_of(const data::Field& field) {
  if (field.type != data::FieldType::timestamp || field.planned) return Event::other;
  const Event by_column = event_of_name(field.column);
  return by_column == Event::other ? event_of_name(field.key) : by_column;
}

const data::Field* other_clock(const Agreement& agreement, std::size_t commitment) {
  if (commitment >= agreement.commitments.size()) return nullptr;
  const Measure& measure = agreement.commitments[commitment].measure;
  const Dataset* dataset = find_dataset(agreement, measure.dataset);
  if (dataset == nullptr || !is_response(measure, *dataset)) return nullptr;
  for (const Event event : {Event::assigned, Event::qualified}) {
    const data::Field* found = nullptr;
    for (const data::Field& field : dataset->fields) {
      if (event_of(field) != event) continue;
      if (has_clock(agreement, measure, field.key)) return nullptr;
      if (found == nullptr) found = &field;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

std::string add_other_clock(Agreement& agreement, std::size_t commitment) {
  const data::Field* start = other_clock(agreement, commitment);
  if (start == nullptr) return "";
  const std::string from = start->key;
  const bool qualified = event_of(*start) == Event::qualified;
  std::string place = duplicate(agreement, Spot{"commitments", commitment}.place());
  const Commitment& whole = agreement.commitments[commitment];
  Commitment& human = agreement.commitments[commitment + 1];
  const auto of_sales = [&](const Contact& each) {
    return each.team == Team::sales || each.team == Team::both;
  };
  const auto owner =
      std::find_if(agreement.contacts.begin(), agreement.contacts.end(),
                   [&](const Contact& each) { return each.id == whole.owner && of_sales(each); });
  human.owner = owner == agreement.contacts.end() ? "" : owner->id;
  human.team = Team::sales;
  human.title += qualified ? (whole.title.empty() ? "From MQL" : ", from MQL")
                           : (whole.title.empty() ? "From assignment" : ", from assignment");
  human.detail = std::string("The clock of the rep: from ") + (qualified ? "MQL" : "assignment") +
                 " to first contact." +
                 (whole.title.empty() ? "" : " “" + whole.title + "” counts from the inquiry on.") +
                 " What lies between the two is routing delay, which is no rep's.";
  if (human.measure.at == human.measure.from) human.measure.at = from;
  human.measure.from = from;
  return place;
}

}  // namespace leadpact::agreement
