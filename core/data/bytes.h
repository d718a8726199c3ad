// From the bytes of a file to UTF-8 text (scoring.md, 2, Bytes).
//
//   bytes                              read as
//   ---------------------------------  ------------------------------------
//   UTF-16 BOM first                   UTF-16; a damaged unit is U+FFFD
//   valid UTF-8, with or without BOM   itself, without the BOM
//   anything else                      Windows-1252, a UTF-8 BOM taken off
#ifndef LEADPACT_CORE_DATA_BYTES_H_
#define LEADPACT_CORE_DATA_BYTES_H_

#include <string>
#include <string_view>

namespace leadpact::data {

enum class Encoding { utf8, utf16le, utf16be, windows1252 };

[[nodiscard]] bool is_utf8(std::string_view bytes);

// Checks the characters that begin in [from, to); `from` is the begin of one.
// Where the first one after them begins, or npos where one is damaged.
[[nodiscard]] std::size_t check_utf8(std::string_view bytes, std::size_t from, std::size_t to);

// What bytes are and where they begin. `body` is `bytes` without a BOM.
struct Detected {
  Encoding encoding = Encoding::utf8;
  std::string_view body;
};
[[nodiscard]] Detected detect_encoding(std::string_view bytes);
// The same by the BOM alone: utf8 is all that has none of UTF-16.
[[nodiscard]] Detected detect_bom(std::string_view bytes);

// Appends Windows-1252 as UTF-8; its five undefined bytes become U+FFFD.
void append_windows1252(std::string& text, std::string_view bytes);

// UTF-16 without BOM as UTF-8. Lone surrogates become U+FFFD, an odd last byte
// is dropped.
[[nodiscard]] std::string from_utf16(std::string_view bytes, bool big_endian);

// `bytes` must outlive the result where `owned` is empty. Moving the result
// keeps `view` right.
class DecodedText {
 public:
  explicit DecodedText(std::string_view bytes);
  [[nodiscard]] std::string_view view() const { return owned_.empty() ? borrowed_ : owned_; }
  [[nodiscard]] Encoding encoding() const { return encoding_; }

 private:
  std::string_view borrowed_;
  std::string owned_;
  Encoding encoding_ = Encoding::utf8;
};

}  // namespace leadpact::data

#endif  // LEADPACT_CORE_DATA_BYTES_H_
