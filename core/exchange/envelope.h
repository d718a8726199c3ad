// The envelope around a binary record. Its layout is the same for all versions
// of the format, so that an old program can tell a newer record from a damaged
// one. All integers are little endian.
//
//   bytes  what
//   -----  ---------------------------------------------------------------
//    0- 7  magic, "LEADPACT"
//    8-11  format version of the payload
//   12-15  kind of the payload: 1 an agreement
//   16-19  length of the payload
//   20-27  FNV-1a (64 bits) over bytes 0-19 and the payload
//   28-..  payload
#ifndef LEADPACT_CORE_EXCHANGE_ENVELOPE_H_
#define LEADPACT_CORE_EXCHANGE_ENVELOPE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace leadpact::exchange {

enum class RecordKind : std::uint32_t { agreement = 1 };

inline constexpr std::size_t kEnvelopeSize = 28;

[[nodiscard]] std::string seal(RecordKind kind, std::uint32_t version, std::string_view payload);

struct Opened {
  std::uint32_t version = 0;
  std::string_view payload;  // of the bytes given
};

// Errors: damaged for anything but a whole record of this kind, too_large
// beyond kMaxDocument, too_new for a version above `newest`.
[[nodiscard]] Result<Opened> unseal(RecordKind kind, std::uint32_t newest, std::string_view bytes);

// The place of errors about a record as a whole.
inline constexpr std::string_view kRecordPlace = "record";

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_ENVELOPE_H_
