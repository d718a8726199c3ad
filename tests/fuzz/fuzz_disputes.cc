// Any bytes as a file of disputes: an answer, never a crash; and what is
// accepted is written so that it is read as the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/exchange/disputes_json.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadpact;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<agreement::Disputes> disputes = exchange::read_disputes(bytes);
  if (!disputes.ok()) {
    check(!disputes.errors().empty());
    for (const Error& error : disputes.errors()) {
      check(!error.place.empty() && !error.message.empty());
    }
    return 0;
  }
  const std::string text = exchange::write_disputes(disputes.value());
  const Result<agreement::Disputes> again = exchange::read_disputes(text);
  check(again.ok());
  check(exchange::write_disputes(again.value()) == text);
  return 0;
}
