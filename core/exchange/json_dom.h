// A JSON text as a tree that is cheap to hold and safe to drop: nodes lie in
// one vector, texts in one string, and nothing recurses.
//
//   {"a": 1, "b": [true, "x"], "a": 1e999}
//
//   node  kind     name  text     children
//   ----  -------  ----  -------  --------
//   0     object                  1 2 5
//   1     number   a     1
//   2     list     b              3 4
//   3     boolean        (true)
//   4     text           x
//   5     number   a     1e999             find(0, "a") is 5: the last counts
//
// Numbers stay as they are written. Texts may hold NULs.
#ifndef LEADPACT_CORE_EXCHANGE_JSON_DOM_H_
#define LEADPACT_CORE_EXCHANGE_JSON_DOM_H_

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/document.h"
#include "core/result.h"

namespace leadpact::exchange {

class Json {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, text, list, object };
  using Node = std::uint32_t;
  static constexpr Node kNone = std::numeric_limits<Node>::max();

  // The only error is one: at its line, not_json or too_large.
  [[nodiscard]] static Result<Json> parse(std::string_view bytes, std::size_t most = kMaxDocument);

  [[nodiscard]] static constexpr Node root() { return 0; }
  [[nodiscard]] Kind kind(Node node) const { return nodes_[node].kind; }
  [[nodiscard]] bool boolean(Node node) const { return nodes_[node].length != 0; }
  // Of a text, or the digits of a number.
  [[nodiscard]] std::string_view text(Node node) const;
  [[nodiscard]] std::string_view name(Node node) const;

  // Elements and members, in order: kNone after the last.
  [[nodiscard]] Node first(Node node) const { return nodes_[node].first; }
  [[nodiscard]] Node next(Node node) const { return nodes_[node].next; }
  // The last member of this name, or kNone.
  [[nodiscard]] Node find(Node object, std::string_view name) const;

 private:
  friend class JsonBuilder;

  struct Entry {
    Kind kind = Kind::null;
    std::uint32_t begin = 0;  // of the text in texts_; for a boolean length 1 is true
    std::uint32_t length = 0;
    std::uint32_t name_begin = 0;
    std::uint32_t name_length = 0;
    Node first = kNone;
    Node next = kNone;
  };

  std::vector<Entry> nodes_;
  std::string texts_;
};

// "the number 5", "a list": for the sentence that says what was found.
[[nodiscard]] std::string describe(const Json& json, Json::Node node);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_JSON_DOM_H_
