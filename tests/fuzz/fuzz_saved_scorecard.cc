// Any bytes as a saved scorecard: an answer, never a crash, and the same in
// steps of any size; of what is accepted every lead can be asked.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/exchange/saved_scorecard.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadpact;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<scoring::Earlier> read = exchange::read_saved_scorecard(bytes);
  if (!read.ok()) {
    check(read.errors().size() == 1);
    check(!read.errors().front().place.empty() && !read.errors().front().message.empty());
    return 0;
  }
  for (const scoring::EarlierLeads& leads : read.value().leads) {
    for (scoring::EarlierLeads::Entry entry = 0; entry < leads.size(); ++entry) {
      check(leads.find(leads.id(entry)) == entry);
      scoring::AnswerLine line;
      for (std::size_t i = 0; i < leads.promises.size(); ++i) {
        const scoring::Answer answer = leads.answer(entry, i);
        const scoring::EarlierPromise* promise = read.value().find_promise(leads.promises[i]);
        check(promise != nullptr);
        check(!answer.in_period() || answer.period < promise->score.periods.size());
        line.add(answer);
      }
      scoring::AnswerReader again(line.text());
      for (std::size_t i = 0; i < leads.promises.size(); ++i)
        check(again.next() == leads.answer(entry, i));
    }
  }
  return 0;
}
