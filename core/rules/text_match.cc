#include "core/rules/text_match.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/data/cells.h"

namespace leadpact::rules {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;
constexpr std::uint64_t kLowBits = 0x2020202020202020u;  // set in small letters
constexpr std::uint64_t kEachByte = 0x0101010101010101u;
constexpr std::size_t kWord = 8;

template <typename Word>
std::uint64_t load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}
std::uint64_t load_word(const char* from) {
  return load<std::uint64_t>(from);
}

constexpr std::uint64_t spread(char c) {
  return kEachByte * static_cast<unsigned char>(c);
}

// Up to eight ASCII letters at once: bytes from A to Z gain the bit 0x20.
std::uint64_t fold_ascii(std::uint64_t word) {
  const std::uint64_t from_a = word + kEachByte * (0x80 - 'A');
  const std::uint64_t above_z = word + kEachByte * (0x80 - 'Z' - 1);
  return word | ((from_a & ~above_z & kHighBits) >> 2);
}

// A text of at most two words, as its first and its last bytes: they overlap,
// and of one size two texts with the same words are the same.
struct Ends {
  std::uint64_t front = 0;
  std::uint64_t back = 0;

  [[nodiscard]] bool is_ascii() const { return ((front | back) & kHighBits) == 0; }
};

Ends ends_of(std::string_view text) {
  const char* begin = text.data();
  const std::size_t size = text.size();
  if (size >= 8) return {load_word(begin), load_word(begin + size - 8)};
  if (size >= 4) return {load<std::uint32_t>(begin), load<std::uint32_t>(begin + size - 4)};
  if (size == 0) return {};
  return {load<std::uint8_t>(begin) | load<std::uint8_t>(begin + size / 2) << 8,
          load<std::uint8_t>(begin + size - 1)};
}

// A text of at most one word, with zeros behind it.
std::uint64_t word_of(std::string_view text) {
  const std::size_t size = text.size();
  if (size >= 8) return load_word(text.data());
  const Ends ends = ends_of(text);
  if (size >= 4) return ends.front | ends.back << (8 * (size - 4));
  return size == 0 ? 0 : (size == 1 ? ends.back : ends.front) | ends.back << (8 * (size - 1));
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Where the last `@` stands, or npos.
std::size_t last_at(std::string_view text) {
  std::size_t end = text.size();
  for (; end >= kWord; end -= kWord) {
    const std::uint64_t word = load_word(text.data() + end - kWord) ^ spread('@');
    const std::uint64_t zeros = ~((((word & ~kHighBits) + ~kHighBits) | word) | ~kHighBits);
    if (zeros != 0) return end - 1 - static_cast<std::size_t>(std::countl_zero(zeros)) / 8;
  }
  return text.substr(0, end).rfind('@');
}

}  // namespace

std::string_view CaseFolder::fold(std::string_view text) {
  const std::size_t size = text.size();
  if (size <= kShort) {
    std::uint64_t seen = 0;
    std::size_t at = 0;
    for (; at + kWord <= size; at += kWord) {
      const std::uint64_t word = load_word(text.data() + at);
      seen |= word;
      const std::uint64_t folded = fold_ascii(word);
      std::memcpy(short_ + at, &folded, sizeof folded);
    }
    const std::uint64_t rest = word_of(text.substr(at));
    const std::uint64_t folded = fold_ascii(rest);
    if (at < size) std::memcpy(short_ + at, &folded, size - at);
    if (((seen | rest) & kHighBits) == 0) return {short_, size};
  }
  long_ = data::fold_case(text);
  return long_;
}

std::optional<std::string_view> domain_of(std::string_view cell) {
  const std::size_t at = last_at(cell);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view domain = cell.substr(at + 1);
  // The cell is trimmed, so nearly always there is nothing to take off.
  if (domain.empty() || (domain.front() > ' ' && domain.back() != '>' && domain.back() != '.')) {
    return domain;
  }
  domain = data::trim(domain);
  if (!domain.empty() && domain.back() == '>') {
    domain.remove_suffix(1);
    domain = data::trim(domain);
  }
  if (!domain.empty() && domain.back() == '.') domain.remove_suffix(1);
  return domain;
}

agreement::Op likening(agreement::Op op) {
  using agreement::Op;
  switch (op) {
    case Op::is_not:
      return Op::is;
    case Op::not_contains:
      return Op::contains;
    case Op::domain_is_not:
      return Op::domain_is;
    default:
      return op;
  }
}

TextMatcher::TextMatcher(agreement::Op op, const std::vector<std::string>& values)
    : op_(likening(op)), wanted_(op_ == op ? Likeness::matches : Likeness::differs) {
  values_.reserve(values.size());
  for (const std::string& text : values) {
    const std::string& value = values_.emplace_back(data::fold_case(data::trim(text)));
    if (value.size() < 2) has_starts_ = false;
    if (!is_ascii(value)) continue;
    if (value.size() <= 2 * kWord) {
      const Ends ends = ends_of(value);
      keys_.push_back({value.size(), ends.front, ends.back});
    }
    if (value.size() >= 2) {
      starts_.push_back(
          {spread(value[0]) | kLowBits, spread(value[1]) | kLowBits, values_.size() - 1});
    }
  }
}

bool TextMatcher::equals_one(std::string_view text, CaseFolder& folder) const {
  if (text.size() <= 2 * kWord) {
    const Ends ends = ends_of(text);
    if (ends.is_ascii()) {
      const std::uint64_t front = fold_ascii(ends.front);
      const std::uint64_t back = fold_ascii(ends.back);
      std::uint64_t found = 0;
      for (const Key& key : keys_) {
        const std::uint64_t different =
            (key.size ^ text.size()) | (key.front ^ front) | (key.back ^ back);
        found |= different == 0 ? 1u : 0u;
      }
      return found != 0;
    }
  }
  const std::string_view folded = folder.fold(text);
  return std::find(values_.begin(), values_.end(), folded) != values_.end();
}

// Looks for ASCII values, in eight places at a time: where a value's first two
// bytes stand, in either case, the whole of it is compared. What is found so is
// there; what is not may still be where the text is not ASCII. In ASCII, 0x80
// less a byte has the high bit only where the byte is 0.
struct TextMatcher::Search {
  const TextMatcher& matcher;
  std::string_view text;
  std::uint64_t seen = 0;

  // The bytes of `these` begin at `offset`, those of `next` one later.
  bool finds(std::size_t offset, std::uint64_t these, std::uint64_t next) {
    seen |= these | next;
    for (const Start& start : matcher.starts_) {
      std::uint64_t found = (kHighBits - ((these | kLowBits) ^ start.first)) &
                            (kHighBits - ((next | kLowBits) ^ start.second)) & kHighBits;
      for (; found != 0; found &= found - 1) {
        const auto place = static_cast<std::size_t>(std::countr_zero(found)) / 8;
        if (is_at(offset + place, matcher.values_[start.value])) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_at(std::size_t offset, const std::string& value) const {
    if (offset + value.size() > text.size()) return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const auto c = static_cast<unsigned char>(text[offset + i]);
      const bool is_capital = c >= 'A' && c <= 'Z';
      if ((is_capital ? c | 0x20 : c) != static_cast<unsigned char>(value[i])) return false;
    }
    return true;
  }

  bool finds_any() {
    const std::size_t size = text.size();
    const char* begin = text.data();
    if (size <= kWord) {
      const std::uint64_t word = word_of(text);
      return finds(0, word, word >> 8);
    }
    for (std::size_t i = 0; i + kWord + 1 < size; i += kWord) {
      if (finds(i, load_word(begin + i), load_word(begin + i + 1))) return true;
    }
    const std::size_t last = size - kWord - 1;
    return finds(last, load_word(begin + last), load_word(begin + last + 1));
  }
};

bool TextMatcher::contains_one(std::string_view text, CaseFolder& folder) const {
  if (has_starts_) {
    Search search{*this, text};
    if (search.finds_any()) return true;
    if ((search.seen & kHighBits) == 0) return false;
  }
  const std::string_view folded = folder.fold(text);
  return std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
    return folded.find(value) != std::string_view::npos;
  });
}

bool TextMatcher::starts_with_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  return std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
    return folded.substr(0, value.size()) == value;
  });
}

bool TextMatcher::ends_with_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  return std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
    return folded.size() >= value.size() && folded.substr(folded.size() - value.size()) == value;
  });
}

Likeness TextMatcher::compare(std::string_view cell, CaseFolder& folder) const {
  using agreement::Op;
  const auto likeness = [](bool matches) {
    return matches ? Likeness::matches : Likeness::differs;
  };
  if (op_ == Op::domain_is) {
    const auto domain = domain_of(cell);
    return domain ? likeness(equals_one(*domain, folder)) : Likeness::none;
  }
  if (cell.empty()) return Likeness::differs;
  switch (op_) {
    case Op::is:
      return likeness(equals_one(cell, folder));
    case Op::contains:
      return likeness(contains_one(cell, folder));
    case Op::starts_with:
      return likeness(starts_with_one(cell, folder));
    case Op::ends_with:
      return likeness(ends_with_one(cell, folder));
    default:
      return Likeness::none;
  }
}

}  // namespace leadpact::rules
