#include "core/data/structure.h"

#include <algorithm>
#include <cstring>

#include "core/data/simd.h"

namespace leadpact::data {
namespace {

// Bit i becomes the parity of bits 0 to i.
std::uint64_t running_parity(std::uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2)
    bits ^= bits << shift;
  return bits;
}

// Writes the position of each bit; up to 8 more are written without effect,
// which saves a branch for each.
inline std::size_t write_positions(std::uint32_t* out, std::uint64_t bits, std::size_t base) {
  if (bits == 0) return 0;
  constexpr std::uint64_t kNeverZero = std::uint64_t{1} << 63;  // spares a test for zero
  const auto count = static_cast<std::size_t>(simd::count_bits(bits));
  const auto start = static_cast<std::uint32_t>(base);
  for (std::size_t done = 0; done < count; done += 8) {
    for (std::size_t i = 0; i < 8; ++i) {
      out[done + i] = start + static_cast<std::uint32_t>(simd::first_bit(bits | kNeverZero));
      bits &= bits - 1;
    }
  }
  return count;
}

constexpr std::size_t kSlack = 64;
constexpr std::size_t kLookAhead = 2048;  // bytes

}  // namespace

void StructureIndex::make_room(std::size_t size) {
  const std::size_t wanted = size + simd::kBlock + kSlack;
  if (ends_.size() >= wanted) return;
  ends_.resize(wanted);
  delimiters_.resize(wanted);
  inner_.resize(wanted);
}

template <bool kCells>
void StructureIndex::find(std::string_view text, char delimiter) {
  end_count_ = delimiter_count_ = inner_count_ = 0;
  const bool ends_here = text.size() < kWindow;
  const std::size_t size = std::min(text.size(), kWindow);
  make_room(size);

  std::uint64_t in_quotes = 0;    // all ones while a quote is open
  std::uint64_t after_mark = 1;   // the byte before is a delimiter or line end, or none
  std::uint64_t after_quote = 0;  // the byte before is a quote
  std::uint64_t after_close = 0;  // the byte before closed one (or is half of two)
  std::uint64_t after_cr = 0;
  char last[simd::kBlock];
  for (std::size_t base = 0; base < size || (ends_here && base == size); base += simd::kBlock) {
    const char* p = text.data() + base;
    if (base + simd::kBlock > size) {
      std::memset(last, 0, sizeof(last));
      if (base < size) std::memcpy(last, p, size - base);
      last[size - base] = '\n';
      p = last;
    }
    // The processor's own look-ahead stops at the end of a page.
    __builtin_prefetch(p + kLookAhead);
    const simd::Block block(p);
    std::uint64_t line_ends = block.mask('\n');
    if ((after_quote | in_quotes) == 0 && !block.has('"', '\r')) {
      line_ends &= ~after_cr;
      end_count_ += write_positions(ends_.data() + end_count_, line_ends, base);
      std::uint64_t marks = line_ends;
      if (kCells) {
        const std::uint64_t marked = block.mask(delimiter);
        delimiter_count_ += write_positions(delimiters() + delimiter_count_, marked, base);
        marks |= marked;
        after_mark = marks >> 63;
      } else {
        after_mark = (marks >> 63) | (p[simd::kBlock - 1] == delimiter ? 1u : 0u);
      }
      after_cr = 0;
      continue;
    }

    const std::uint64_t returns = block.mask('\r');
    const std::uint64_t quotes = block.mask('"');
    const std::uint64_t marked = block.mask(delimiter);
    const std::uint64_t all_line_ends = line_ends | returns;
    line_ends = returns | (line_ends & ~(returns << 1 | after_cr));
    const std::uint64_t inside = running_parity(quotes) ^ in_quotes;
    const std::uint64_t opens = quotes & inside;
    const std::uint64_t closes = quotes & ~inside;
    const std::uint64_t marks = (marked | all_line_ends) & ~inside;

    std::uint64_t wrong = opens & ~(marks << 1 | after_mark | quotes << 1 | after_quote);
    // A closing quote is judged at the byte after it.
    wrong |= (closes << 1 | after_close) & ~(marks | quotes);
    // What stands before the first wrong byte is right, and so is a record
    // that ends before it; the record it stands in goes to scan_record.
    const std::uint64_t right = wrong == 0 ? ~std::uint64_t{0} : (wrong & (0 - wrong)) - 1;
    end_count_ += write_positions(ends_.data() + end_count_, line_ends & ~inside & right, base);
    inner_count_ += write_positions(inner_.data() + inner_count_, line_ends & inside & right, base);
    if (kCells) {
      delimiter_count_ +=
          write_positions(delimiters() + delimiter_count_, marked & ~inside & right, base);
    }
    if (wrong != 0) return;
    in_quotes = 0 - (inside >> 63);
    after_mark = marks >> 63;
    after_quote = quotes >> 63;
    after_close = closes >> 63;
    after_cr = returns >> 63;
  }
}

template void StructureIndex::find<false>(std::string_view, char);
template void StructureIndex::find<true>(std::string_view, char);

}  // namespace leadpact::data
