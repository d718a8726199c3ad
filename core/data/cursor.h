// Reading a cell from left to right: each take_… moves on only if what it
// looks for stands there.
#ifndef LEADPACT_CORE_DATA_CURSOR_H_
#define LEADPACT_CORE_DATA_CURSOR_H_

#include <cstddef>
#include <string_view>

namespace leadpact::data {

inline constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
inline constexpr std::string_view kNarrowSpace = "\xE2\x80\xAF";

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool done() const { return at_ == end_; }
  [[nodiscard]] const char* at() const { return at_; }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  // The byte `ahead` of here; 0 beyond the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return ahead < left() ? at_[ahead] : '\0';
  }
  void skip(std::size_t bytes) { at_ += bytes; }

  bool take(char c) {
    if (done() || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view text) {
    if (std::string_view(at_, left()).substr(0, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  // A space, a no-break space or a narrow no-break space.
  bool take_space() { return take(' ') || take(kNoBreakSpace) || take(kNarrowSpace); }
  void skip_spaces() {
    while (take_space()) {
    }
  }

  // How many digits stand here, counting no more than `most`.
  [[nodiscard]] std::size_t digits(std::size_t most) const {
    std::size_t count = 0;
    while (count < most && count < left() && is_digit(at_[count]))
      ++count;
    return count;
  }
  // Takes `count` digits, at most 18, which must stand here.
  long long take_digits(std::size_t count) {
    long long value = 0;
    for (; count > 0; --count)
      value = value * 10 + (*at_++ - '0');
    return value;
  }
  // A number of one to `most` digits with no digit after it, or -1.
  int take_number(std::size_t least, std::size_t most) {
    const std::size_t count = digits(most + 1);
    if (count < least || count > most) return -1;
    return static_cast<int>(take_digits(count));
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_CURSOR_H_
