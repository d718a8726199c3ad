// A text and which of its words a field of the agreement says, so that a click
// on a number leads to where it is written.
//
//   Worded("at least ") + marked("target", "90") + " %"
//       text   at least 90 %
//       spans  {9, 11, "target"}
//
// Spans are bytes of the text, in order, without overlap; their keys are paths
// inside the part the sentence is about ("measure.limit").
#ifndef LEADPACT_CORE_AGREEMENT_WORDED_H_
#define LEADPACT_CORE_AGREEMENT_WORDED_H_

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadpact::agreement {

struct Span {
  std::size_t begin = 0, end = 0;
  std::string key;
};

struct Worded {
  std::string text;
  std::vector<Span> spans;

  Worded() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): words without a field are worded, too
  Worded(std::string words) : text(std::move(words)) {}

  template <typename Words>
  requires std::convertible_to<const Words&, std::string_view> Worded& operator+=(
      const Words& words) {
    text += words;
    return *this;
  }
  Worded& operator+=(const Worded& more) {
    const std::size_t by = text.size();
    for (const Span& span : more.spans)
      spans.push_back({span.begin + by, span.end + by, span.key});
    text += more.text;
    return *this;
  }
};

template <typename Words>
[[nodiscard]] Worded operator+(Worded first, const Words& more) {
  first += more;
  return first;
}

// The words of one field.
[[nodiscard]] inline Worded marked(std::string key, std::string words) {
  Worded made(std::move(words));
  made.spans.push_back({0, made.text.size(), std::move(key)});
  return made;
}

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_WORDED_H_
