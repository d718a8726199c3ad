// Errors as values.
//
// The core never prints, never aborts and never throws through its API. What
// can go wrong is returned as a list of `Error`, each with a code for
// programs, a place for tools and a sentence for people.
//
//   place                          what it names
//   -----------------------------  ------------------------------------------
//   commitments[3].measure.limit   a value in an agreement (root: `agreement`)
//   line 7                         a line of a text that is no JSON
//   leads.csv:5                    a line of a CSV file (its first line is 1)
//   leads.csv                      a file as a whole
//
// Source of the places: scoring.md, 8.
#ifndef LEADPACT_CORE_RESULT_H_
#define LEADPACT_CORE_RESULT_H_

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace leadpact {

enum class ErrorCode {
  not_json,          // the text is no JSON; place is a line
  not_an_agreement,  // JSON, but not the envelope of an agreement
  too_new,           // written by a newer program
  damaged,           // a binary record whose envelope does not fit
  too_large,         // beyond a bound that keeps memory in check
  wrong_type,        // another JSON type than the format shows
  missing,           // needed and not there
  unknown_value,     // none of the named values
  bad_value,         // of the right type, but outside what is allowed
  bad_reference,     // names something that is not there
  twice,             // an id or key that is already taken
  bad_condition,     // a criterion that cannot be evaluated
  bad_csv,           // a data file that cannot be read as CSV
  no_header,         // no record has every column the fields name
  wrong_mapping,     // most cells of a field cannot be read as its type
  wrong_date_order,  // all dates of a field are in the other order
  beyond_number,     // a sum larger than a number can hold
};

struct Error {
  ErrorCode code = ErrorCode::bad_value;
  std::string place;
  std::string message;  // one sentence: what was found, what was expected

  friend bool operator==(const Error& a, const Error& b) {
    return a.code == b.code && a.place == b.place && a.message == b.message;
  }
};

using Errors = std::vector<Error>;

// Either a value or at least one error; never both, never neither.
template <typename T>
class Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): `return value;` is how a Result is given.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Errors errors) : state_(std::in_place_index<1>, std::move(errors)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, Errors{std::move(error)}) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }

  // Only when not ok().
  [[nodiscard]] const Errors& errors() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Errors> state_;
};

}  // namespace leadpact

#endif  // LEADPACT_CORE_RESULT_H_
