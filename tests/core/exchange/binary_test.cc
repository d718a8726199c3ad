// The record of the browser store, whole and damaged.
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/exchange/binary_archives.h"
#include "core/exchange/document.h"
#include "core/exchange/envelope.h"
#include "core/exchange/problems.h"
#include "core/exchange/v1_convert.h"
#include "tests/core/exchange/agreement_samples.h"

namespace leadpact::exchange {
namespace {

ErrorCode code_of(const std::string& bytes) {
  const Result<agreement::Agreement> agreement = read_binary(bytes);
  EXPECT_FALSE(agreement.ok());
  if (agreement.ok()) return ErrorCode::bad_value;
  EXPECT_EQ(agreement.errors().size(), 1u);
  EXPECT_FALSE(agreement.errors()[0].message.empty());
  return agreement.errors()[0].code;
}

std::string sealed(const std::string& payload, std::uint32_t version = 1) {
  return seal(RecordKind::agreement, version, payload);
}

std::string size_prefix(std::uint32_t size) {
  std::string bytes;
  for (int i = 0; i < 4; ++i)
    bytes += static_cast<char>((size >> (8 * i)) & 0xFF);
  return bytes;
}

// A payload that begins rightly: little endian.
std::string begun(const std::string& rest) {
  return "\x01" + rest;
}

TEST(Binary, AnAgreementInTheMakingIsKept) {
  agreement::Agreement agreement;
  agreement.title = "Only a title yet";
  agreement.commitments.resize(2);
  const Result<agreement::Agreement> again = read_binary(write_binary(agreement));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again.value().title, "Only a title yet");
  ASSERT_EQ(again.value().commitments.size(), 2u);
  EXPECT_EQ(again.value().commitments[1].team, agreement::Team::unset);
  EXPECT_EQ(again.value().commitments[1].weight, 1);
}

TEST(Binary, EveryTruncationIsDamaged) {
  const std::string bytes = write_binary(full_agreement());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ASSERT_EQ(code_of(bytes.substr(0, length)), ErrorCode::damaged) << length;
  }
  EXPECT_EQ(code_of(bytes + "x"), ErrorCode::damaged);
  EXPECT_TRUE(read_binary(bytes).ok());
}

TEST(Binary, EveryFlippedBitIsDamaged) {
  const std::string bytes = write_binary(full_agreement());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      ASSERT_EQ(code_of(flipped), ErrorCode::damaged) << at << "." << bit;
    }
  }
}

// Past the checksum: what a bug or a liar could write.
TEST(Binary, EveryDamagedPayloadIsAnAnswer) {
  const std::string payload = write_payload(to_v1(full_agreement()));
  for (std::size_t length = 0; length < payload.size(); ++length) {
    ASSERT_EQ(code_of(sealed(payload.substr(0, length))), ErrorCode::damaged) << length;
  }
  for (std::size_t at = 0; at < payload.size(); ++at) {
    for (const char byte : {'\x00', '\x01', '\x02', '\x7F', '\xFF'}) {
      std::string damaged = payload;
      damaged[at] = byte;
      const Result<agreement::Agreement> agreement = read_binary(sealed(damaged));
      if (!agreement.ok()) continue;
      const std::string bytes = write_binary(agreement.value());
      ASSERT_FALSE(bytes.empty());
      ASSERT_TRUE(read_binary(bytes).ok());
    }
  }
}

TEST(Binary, RandomBytesAreAnAnswer) {
  std::mt19937 engine(1);
  for (int i = 0; i < 20000; ++i) {
    std::string payload(engine() % 200, '\0');
    for (char& c : payload)
      c = static_cast<char>(engine() % 3 == 0 ? engine() & 0xFF : 0);
    if (!payload.empty()) payload[0] = 1;
    const Result<agreement::Agreement> agreement = read_binary(sealed(payload));
    if (!agreement.ok()) {
      ASSERT_FALSE(agreement.errors().empty());
    }
  }
}

// What cereal 1.3.2 does with each of these is in binary_archives.h.
TEST(Binary, SizesAreNotBelieved) {
  // The first value is a text, the id.
  for (const std::uint32_t size : {4u, 5u, 1u << 20, 1u << 27, 1u << 31, 0xFFFFFFFFu}) {
    EXPECT_EQ(code_of(sealed(begun(size_prefix(size) + "abc"))), ErrorCode::damaged) << size;
  }
  // A 64-bit prefix of 2^33, 2^62 or 2^32 + 3 is a size of 0 or 3 and then
  // something else here, natively and in wasm alike.
  EXPECT_EQ(code_of(sealed(begun(size_prefix(0) + size_prefix(2) + "abc"))), ErrorCode::damaged);
  EXPECT_EQ(code_of(sealed(begun(size_prefix(3) + size_prefix(1) + "abc"))), ErrorCode::damaged);

  // The first list comes after seven texts and a number: the teams.
  const std::string head = begun(std::string(7 * 4, '\0') + std::string("\0\0\0\0\0\0\xF0\x3F", 8));
  for (const std::uint32_t size : {2u, 1u << 20, 1u << 27, 0xFFFFFFFFu}) {
    EXPECT_EQ(code_of(sealed(head + size_prefix(size) + "abcdefg")), ErrorCode::damaged) << size;
  }
}

TEST(Binary, FlagsTextsAndNumbersAreChecked) {
  agreement::Agreement agreement = full_agreement();
  const std::string payload = write_payload(to_v1(agreement));
  // negate is the byte after the match of a condition; that of `only` is the
  // first in the file.
  const std::size_t match = payload.find(size_prefix(3) + "all") + 4;
  ASSERT_LT(match, payload.size());
  std::string damaged = payload;
  damaged[match + 3] = 2;
  EXPECT_EQ(code_of(sealed(damaged)), ErrorCode::damaged);
  damaged = payload;
  damaged[payload.find("Marketing")] = '\xFF';
  EXPECT_EQ(code_of(sealed(damaged)), ErrorCode::damaged);
  const std::string seven("\0\0\0\0\0\0\x1C\x40", 8);  // fiscal_year_starts
  damaged = payload;
  damaged.replace(payload.find(seven), 8, std::string("\0\0\0\0\0\0\xF8\x7F", 8));
  EXPECT_EQ(code_of(sealed(damaged)), ErrorCode::damaged);
  damaged = payload;
  damaged.replace(payload.find("quarter"), 7, "quarrel");
  EXPECT_EQ(code_of(sealed(damaged)), ErrorCode::unknown_value);
}

TEST(Binary, OnlyOneByteOrderIsRead) {
  std::string payload = write_payload(to_v1(full_agreement()));
  EXPECT_EQ(payload[0], 1);
  payload[0] = 0;
  EXPECT_EQ(code_of(sealed(payload)), ErrorCode::damaged);
}

TEST(Binary, BytesLeftOverAreDamage) {
  EXPECT_EQ(code_of(sealed(write_payload(to_v1(full_agreement())) + '\0')), ErrorCode::damaged);
}

TEST(Binary, TheEnvelopeIsChecked) {
  const std::string payload = write_payload(to_v1(full_agreement()));
  EXPECT_TRUE(read_binary(sealed(payload)).ok());
  EXPECT_EQ(code_of(sealed(payload, 2)), ErrorCode::too_new);
  EXPECT_EQ(code_of(sealed("made by a later program", 7)), ErrorCode::too_new);
  EXPECT_EQ(code_of(sealed(payload, 0)), ErrorCode::damaged);
  EXPECT_EQ(code_of(seal(static_cast<RecordKind>(2), 1, payload)), ErrorCode::damaged);
  EXPECT_EQ(code_of(""), ErrorCode::damaged);
  EXPECT_EQ(code_of(write_json(full_agreement())), ErrorCode::damaged);
  EXPECT_EQ(code_of(std::string(kMaxDocument + 1, 'a')), ErrorCode::too_large);
}

agreement::Condition nested(int levels) {
  agreement::Condition condition;
  if (levels > 0) condition.groups.push_back(nested(levels - 1));
  return condition;
}

TEST(Binary, NestingIsBounded) {
  agreement::Agreement agreement = full_agreement();
  agreement.commitments[0].measure.where = nested(28);
  EXPECT_FALSE(write_binary(agreement).empty());
  EXPECT_NE(code_of("x"), ErrorCode::too_large);
  // What could not be read again is not handed out.
  agreement.commitments[0].measure.where = nested(29);
  EXPECT_TRUE(write_binary(agreement).empty());
  EXPECT_EQ(code_of(sealed(write_payload(to_v1(agreement)))), ErrorCode::damaged);
  agreement.commitments[0].measure.where = nested(400);
  EXPECT_EQ(code_of(sealed(write_payload(to_v1(agreement)))), ErrorCode::damaged);
}

TEST(Binary, WhatIsTooLargeIsNotWritten) {
  agreement::Agreement agreement = full_agreement();
  agreement.summary.assign(kMaxDocument, 'a');
  EXPECT_TRUE(write_binary(agreement).empty());
  agreement.summary.clear();
  agreement.consequences.assign(kMaxEntries + 1, "");
  EXPECT_TRUE(write_binary(agreement).empty());
}

}  // namespace
}  // namespace leadpact::exchange
