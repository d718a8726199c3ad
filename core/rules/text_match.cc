#include "core/rules/text_match.h"

#include <cstdint>
#include <cstring>

#include "core/data/cells.h"

namespace leadpact::rules {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080u;
constexpr std::uint64_t kEachByte = 0x0101010101010101u;

std::uint64_t load(const char* from) {
  std::uint64_t word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// Eight ASCII letters at once: bytes from A to Z gain the bit 0x20.
std::uint64_t fold_ascii(std::uint64_t word) {
  const std::uint64_t from_a = word + kEachByte * (0x80 - 'A');
  const std::uint64_t above_z = word + kEachByte * (0x80 - 'Z' - 1);
  return word | ((from_a & ~above_z & kHighBits) >> 2);
}

}  // namespace

std::string_view CaseFolder::fold(std::string_view text) {
  const std::size_t size = text.size();
  const char* from = text.data();
  std::uint64_t seen = 0;
  if (size >= 8 && size <= kShort) {
    // The last word may overlap the one before it.
    for (std::size_t i = 0;; i += 8) {
      const std::size_t at = i + 8 <= size ? i : size - 8;
      const std::uint64_t word = load(from + at);
      seen |= word;
      const std::uint64_t folded = fold_ascii(word);
      std::memcpy(short_ + at, &folded, sizeof folded);
      if (i + 8 >= size) break;
    }
    if ((seen & kHighBits) == 0) return {short_, size};
  } else if (size < 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
    }
    if ((word & kHighBits) == 0) {
      const std::uint64_t folded = fold_ascii(word);
      for (std::size_t i = 0; i < size; ++i) {
        short_[i] = static_cast<char>((folded >> (8 * i)) & 0xff);
      }
      return {short_, size};
    }
  }
  long_ = data::fold_case(text);
  return long_;
}

std::optional<std::string_view> domain_of(std::string_view cell) {
  const std::size_t at = cell.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view domain = data::trim(cell.substr(at + 1));
  if (!domain.empty() && domain.back() == '>') {
    domain.remove_suffix(1);
    domain = data::trim(domain);
  }
  if (!domain.empty() && domain.back() == '.') domain.remove_suffix(1);
  return domain;
}

TextMatcher::TextMatcher(agreement::Op op, const std::vector<std::string>& values) : op_(op) {
  values_.reserve(values.size());
  for (const std::string& value : values) values_.push_back(data::fold_case(data::trim(value)));
}

bool TextMatcher::equals_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  for (const std::string& value : values_) {
    if (folded == value) return true;
  }
  return false;
}

bool TextMatcher::contains_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  for (const std::string& value : values_) {
    if (folded.find(value) != std::string_view::npos) return true;
  }
  return false;
}

bool TextMatcher::starts_with_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  for (const std::string& value : values_) {
    if (folded.substr(0, value.size()) == value) return true;
  }
  return false;
}

bool TextMatcher::ends_with_one(std::string_view text, CaseFolder& folder) const {
  const std::string_view folded = folder.fold(text);
  for (const std::string& value : values_) {
    if (folded.size() >= value.size() &&
        folded.substr(folded.size() - value.size()) == value) {
      return true;
    }
  }
  return false;
}

bool TextMatcher::holds(std::string_view cell, CaseFolder& folder) const {
  using agreement::Op;
  switch (op_) {
    case Op::is_filled: return !cell.empty();
    case Op::is_empty: return cell.empty();
    case Op::is: return !cell.empty() && equals_one(cell, folder);
    case Op::is_not: return cell.empty() || !equals_one(cell, folder);
    case Op::contains: return !cell.empty() && contains_one(cell, folder);
    case Op::not_contains: return cell.empty() || !contains_one(cell, folder);
    case Op::starts_with: return !cell.empty() && starts_with_one(cell, folder);
    case Op::ends_with: return !cell.empty() && ends_with_one(cell, folder);
    case Op::domain_is: {
      const auto domain = domain_of(cell);
      return domain && equals_one(*domain, folder);
    }
    case Op::domain_is_not: {
      const auto domain = domain_of(cell);
      return domain && !equals_one(*domain, folder);
    }
    default: return false;
  }
}

}  // namespace leadpact::rules
