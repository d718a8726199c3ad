#include "core/exchange/envelope.h"

#include "core/data/hash.h"
#include "core/exchange/document.h"

namespace leadpact::exchange {

namespace {

constexpr std::string_view kMagic = "LEADPACT";
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kKindAt = 12;
constexpr std::size_t kLengthAt = 16;
constexpr std::size_t kChecksumAt = 20;

template <typename Integer>
void append_little_endian(std::string& bytes, Integer value) {
  for (std::size_t i = 0; i < sizeof(Integer); ++i) {
    bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
  }
}

template <typename Integer>
Integer little_endian_at(std::string_view bytes, std::size_t at) {
  Integer value = 0;
  for (std::size_t i = sizeof(Integer); i-- > 0;) {
    value = static_cast<Integer>(value << 8) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

Error record_error(ErrorCode code, std::string message) {
  return {code, std::string(kRecordPlace), std::move(message)};
}

}  // namespace

std::string seal(RecordKind kind, std::uint32_t version, std::string_view payload) {
  std::string bytes(kMagic);
  append_little_endian(bytes, version);
  append_little_endian(bytes, static_cast<std::uint32_t>(kind));
  append_little_endian(bytes, static_cast<std::uint32_t>(payload.size()));
  append_little_endian(bytes, data::hash_of(payload, data::hash_of(bytes)));
  bytes += payload;
  return bytes;
}

Result<Opened> unseal(RecordKind kind, std::uint32_t newest, std::string_view bytes) {
  if (bytes.size() > kMaxDocument) {
    return record_error(ErrorCode::too_large,
                        "The saved agreement is larger than 8 MiB; one never is.");
  }
  if (bytes.size() < kEnvelopeSize || bytes.substr(0, kMagic.size()) != kMagic) {
    return record_error(ErrorCode::damaged,
                        "This is no saved agreement, or its beginning is damaged.");
  }
  const std::string_view payload = bytes.substr(kEnvelopeSize);
  if (little_endian_at<std::uint32_t>(bytes, kLengthAt) != payload.size()) {
    return record_error(ErrorCode::damaged,
                        "The saved agreement is damaged: it is not as long as it says.");
  }
  if (little_endian_at<std::uint64_t>(bytes, kChecksumAt) !=
      data::hash_of(payload, data::hash_of(bytes.substr(0, kChecksumAt)))) {
    return record_error(ErrorCode::damaged,
                        "The saved agreement is damaged: its checksum does not fit.");
  }
  const auto version = little_endian_at<std::uint32_t>(bytes, kVersionAt);
  if (version > newest) {
    return record_error(ErrorCode::too_new,
                        "The agreement was saved by a newer version of this program (format " +
                            std::to_string(version) + ", this one knows up to " +
                            std::to_string(newest) + "); open it with that version.");
  }
  if (version < 1 ||
      little_endian_at<std::uint32_t>(bytes, kKindAt) != static_cast<std::uint32_t>(kind)) {
    return record_error(ErrorCode::damaged, "This record is no saved agreement.");
  }
  return Opened{version, payload};
}

}  // namespace leadpact::exchange
