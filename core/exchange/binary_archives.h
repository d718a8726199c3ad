// The payload of a binary record: cereal's portable binary archive out, and a
// reader of our own in, because cereal's believes every size it reads
// (a prefix of 2^33 makes it allocate 8 GB natively and read an empty text in
// wasm).
//
//   bytes                              cereal's reader        this one
//   ---------------------------------  ---------------------  ---------------
//   a size beyond the bytes that are   allocates it first     refused
//     left                                                    before anything
//   a flag byte of 2                   undefined behaviour    refused
//   a text that is no UTF-8            taken                  refused
//   NaN                                taken                  refused
//   nested without end                 overflows the stack    refused
//   bytes left over                    not noticed            refused
#ifndef LEADPACT_CORE_EXCHANGE_BINARY_ARCHIVES_H_
#define LEADPACT_CORE_EXCHANGE_BINARY_ARCHIVES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/v1.h"

namespace leadpact::exchange {

[[nodiscard]] std::string write_payload(const v1::AgreementDto& dto);

// Throws cereal::Exception on anything that write_payload does not write.
[[nodiscard]] v1::AgreementDto read_payload(std::string_view bytes);

// Structs within structs: as many as fit into JSON of 64 levels, so that what
// one format holds the other does too.
inline constexpr int kMaxStructDepth = 32;

class BinaryReader : public cereal::InputArchive<BinaryReader> {
 public:
  // Throws where the payload does not begin as ours do.
  explicit BinaryReader(std::string_view bytes);

  template <typename Struct>
  void read(Struct& value) {
    if (++depth_ > kMaxStructDepth) fail("nested too deep");
    (*this)(value);
    --depth_;
  }
  void read(std::string& text);
  void read(double& number);
  void read(bool& flag);
  void read(UnkeptList&) {}

  template <typename Value>
  void read(std::optional<Value>& value) {
    bool is_nothing = false;
    read(is_nothing);
    value.reset();
    if (is_nothing) return;
    Value present{};
    read(present);
    value = std::move(present);
  }

  // Grows by what is really there: nothing is allocated from a size alone.
  template <typename Element>
  void read(std::vector<Element>& list) {
    const std::uint32_t size = read_size();
    check_list(size);
    list.clear();
    for (std::uint32_t i = 0; i < size; ++i) {
      Element element{};
      read(element);
      list.push_back(std::move(element));
    }
  }

  // Throws where bytes are left.
  void expect_end() const;

 private:
  [[noreturn]] static void fail(const char* what);
  [[nodiscard]] std::string_view take(std::size_t size);
  [[nodiscard]] std::uint32_t read_size();
  void check_list(std::uint32_t size);

  std::string_view rest_;
  std::size_t entries_ = 0;
  int depth_ = 0;
};

template <typename Value>
void CEREAL_LOAD_FUNCTION_NAME(BinaryReader& reader, cereal::NameValuePair<Value>& pair) {
  reader.read(pair.value);
}

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_BINARY_ARCHIVES_H_
