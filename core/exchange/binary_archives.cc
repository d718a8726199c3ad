#include "core/exchange/binary_archives.h"

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <cmath>
#include <cstring>
#include <limits>
#include <sstream>

#include "core/data/bytes.h"
#include "core/exchange/problems.h"

namespace leadpact::exchange {

namespace {

// The first byte of cereal's portable archive: 1 says little endian.
constexpr char kLittleEndian = 1;

// The smallest list entry is an empty text: its size.
constexpr std::size_t kSmallestEntry = sizeof(std::uint32_t);

static_assert(sizeof(cereal::size_type) == 4, "sizes are 32 bits on every platform");
static_assert(sizeof(bool) == 1 && sizeof(double) == 8 && std::numeric_limits<double>::is_iec559,
              "flags and numbers are written as they lie in memory");

// Byte by byte, so that the machine's order does not matter.
template <typename Integer>
Integer from_little_endian(std::string_view bytes) {
  Integer value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = static_cast<Integer>(value << 8) | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

}  // namespace

std::string write_payload(const v1::AgreementDto& dto) {
  std::ostringstream stream(std::ios::binary);
  {
    cereal::PortableBinaryOutputArchive archive(
        stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
    archive(dto);
  }
  return std::move(stream).str();
}

v1::AgreementDto read_payload(std::string_view bytes) {
  BinaryReader reader(bytes);
  v1::AgreementDto dto;
  reader.read(dto);
  reader.expect_end();
  return dto;
}

BinaryReader::BinaryReader(std::string_view bytes)
    : cereal::InputArchive<BinaryReader>(this), rest_(bytes) {
  if (take(1)[0] != kLittleEndian) fail("not little endian");
}

void BinaryReader::read(std::string& text) {
  const std::string_view bytes = take(read_size());
  if (!data::is_utf8(bytes)) fail("a text is no UTF-8");
  text = bytes;
}

void BinaryReader::read(double& number) {
  const auto bits = from_little_endian<std::uint64_t>(take(sizeof(std::uint64_t)));
  std::memcpy(&number, &bits, sizeof(number));
  if (!std::isfinite(number)) fail("a number is none");
}

void BinaryReader::read(bool& flag) {
  const char byte = take(1)[0];
  if (byte != 0 && byte != 1) fail("a flag is neither yes nor no");
  flag = byte == 1;
}

void BinaryReader::expect_end() const {
  if (!rest_.empty()) fail("bytes are left over");
}

void BinaryReader::fail(const char* what) {
  throw cereal::Exception(what);
}

std::string_view BinaryReader::take(std::size_t size) {
  if (size > rest_.size()) fail("the record is too short");
  const std::string_view bytes = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return bytes;
}

std::uint32_t BinaryReader::read_size() {
  return from_little_endian<std::uint32_t>(take(sizeof(std::uint32_t)));
}

void BinaryReader::check_list(std::uint32_t size) {
  if (size > rest_.size() / kSmallestEntry) fail("a list is longer than the record");
  entries_ += size;
  if (entries_ > kMaxEntries) fail("too many list entries");
}

}  // namespace leadpact::exchange
