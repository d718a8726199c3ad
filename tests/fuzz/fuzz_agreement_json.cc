// Any bytes as an agreement file: an answer, never a crash; and what is
// accepted is written so that it is read as the same again, as a file and as a
// record of the browser store. Whatever is wrong in one that is opened
// unfinished, it is a document with advice.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/agreement/advice.h"
#include "core/agreement/edits.h"
#include "core/agreement/paper.h"
#include "core/exchange/document.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// Whether it can be opened.
bool open_unfinished(std::string_view bytes) {
  using namespace leadpact;
  Result<exchange::Document> document = exchange::read_unfinished_json(bytes);
  if (!document.ok()) return false;
  agreement::Agreement& agreement = document.value().agreement;
  const std::string text = exchange::write_json(agreement);
  if (text.size() > exchange::kMaxDocument) return true;
  const Result<exchange::Document> again = exchange::read_unfinished_json(text);
  check(again.ok() && exchange::write_json(again.value().agreement) == text);
  agreement::give_ids(agreement);
  check(agreement::give_ids(agreement) == 0);
  check(agreement::paper_of(agreement).sections.size() == agreement::kSections);
  for (const agreement::Advice& each : agreement::advice_on(agreement))
    check(!each.text.empty());
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadpact;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<exchange::Document> document = exchange::read_json(bytes);
  check(open_unfinished(bytes) || !document.ok());
  if (!document.ok()) {
    check(!document.errors().empty());
    for (const Error& error : document.errors()) {
      check(!error.place.empty() && !error.message.empty());
    }
    return 0;
  }
  const std::string text = exchange::write_json(document.value().agreement);
  if (text.size() > exchange::kMaxDocument) return 0;
  const Result<exchange::Document> again = exchange::read_json(text);
  check(again.ok());
  check(again.value().warnings.empty());
  check(exchange::write_json(again.value().agreement) == text);

  const std::string record = exchange::write_binary(document.value().agreement);
  const Result<agreement::Agreement> stored = exchange::read_binary(record);
  check(stored.ok());
  check(exchange::write_json(stored.value()) == text);
  return 0;
}
