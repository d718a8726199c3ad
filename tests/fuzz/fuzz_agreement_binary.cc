// Any bytes as a record of the browser store, and as the payload of one whose
// envelope is right (no fuzzer finds a checksum): an answer, never a crash, and
// no memory that the bytes do not pay for. What is accepted is written so that
// it is read as the same again, byte for byte.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/exchange/document.h"
#include "core/exchange/envelope.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void read(std::string_view bytes) {
  using namespace leadpact;
  const Result<agreement::Agreement> agreement = exchange::read_binary(bytes);
  if (!agreement.ok()) {
    check(!agreement.errors().empty());
    return;
  }
  const std::string record = exchange::write_binary(agreement.value());
  check(!record.empty());
  const Result<agreement::Agreement> again = exchange::read_binary(record);
  check(again.ok());
  check(exchange::write_binary(again.value()) == record);
  check(exchange::write_json(again.value()) == exchange::write_json(agreement.value()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadpact::exchange;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read(bytes);
  read(seal(RecordKind::agreement, kFormatVersion, bytes));
  // A whole record is a payload to start from too.
  if (size > kEnvelopeSize) {
    read(seal(RecordKind::agreement, kFormatVersion, bytes.substr(kEnvelopeSize)));
  }
  return 0;
}
