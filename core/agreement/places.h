// Places: the paths by which errors name a value of an agreement.
//
//   Path path;                                ""
//   auto in = path.enter("commitments", 3);   commitments[3]
//   path.to("title")                          commitments[3].title
//
// Errors come from two walks over an agreement (the reader's and the
// validator's); sort_by_place() brings them into the order of the file.
#ifndef LEADPACT_CORE_AGREEMENT_PLACES_H_
#define LEADPACT_CORE_AGREEMENT_PLACES_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "core/result.h"

namespace leadpact::agreement {

// More are not listed: a file may be made of nothing but errors.
inline constexpr std::size_t kMaxErrors = 10000;
// What stands for the others.
[[nodiscard]] Error more_errors();

class Path {
 public:
  // Takes its step back when it goes out of scope.
  class Step {
   public:
    Step(std::string& text, std::size_t length) : text_(text), length_(length) {}
    ~Step() { text_.resize(length_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    std::string& text_;
    std::size_t length_;
  };

  [[nodiscard]] Step enter(std::string_view name);
  [[nodiscard]] Step enter(std::string_view name, std::size_t index);
  [[nodiscard]] Step enter_element(std::size_t index);

  [[nodiscard]] const std::string& str() const { return text_; }
  // The place of a value inside; `name` empty is this place itself.
  [[nodiscard]] std::string to(std::string_view name) const;
  [[nodiscard]] std::string to(std::string_view name, std::size_t index) const;

 private:
  std::string text_;
};

// Places that already have an error, asked by their neighbours.
class PlaceSet {
 public:
  PlaceSet() = default;
  explicit PlaceSet(const Errors& errors);

  void insert(std::string place) { places_.insert(std::move(place)); }
  // Whether the place itself or something it lies in is there.
  [[nodiscard]] bool covers(std::string_view place) const;
  // Whether the place itself or something in it is there.
  [[nodiscard]] bool has_within(std::string_view place) const;

 private:
  std::set<std::string, std::less<>> places_;
};

// In the order of agreement-format.md; errors at one place keep their order.
void sort_by_place(Errors& errors);

// Whether `left` comes before `right` in the file.
[[nodiscard]] bool comes_before(std::string_view left, std::string_view right);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_PLACES_H_
