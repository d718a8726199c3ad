#include "web/bridge/heads.h"

#include <cstdint>
#include <cstring>

#include "web/ui/patch.h"

namespace leadpact::bridge {
namespace {

class Packed {
 public:
  explicit Packed(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool more() const { return at_ < bytes_.size(); }
  double number() {
    double value = 0;
    if (bytes_.size() - at_ < sizeof value) {
      at_ = bytes_.size();
      return 0;
    }
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string text() {
    const double size = number();
    const std::size_t left = bytes_.size() - at_;
    if (!(size >= 0) || size > static_cast<double>(left)) {
      at_ = bytes_.size();
      return {};
    }
    std::string value(bytes_.substr(at_, static_cast<std::size_t>(size)));
    at_ += value.size();
    return value;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

app::Head unpack_head(Packed& packed) {
  app::Head head;
  head.id = packed.text();
  head.title = packed.text();
  head.details = packed.text();
  head.revision = static_cast<std::uint32_t>(packed.number());
  head.format = static_cast<std::uint32_t>(packed.number());
  head.saved_at = static_cast<std::int64_t>(packed.number());
  return head;
}

}  // namespace

std::string head_json(const app::Head& head) {
  std::string out = "{\"id\":";
  ui::append_json(out, head.id);
  out += ",\"revision\":" + std::to_string(head.revision);
  out += ",\"format\":" + std::to_string(head.format);
  out += ",\"title\":";
  ui::append_json(out, head.title);
  out += ",\"details\":";
  ui::append_json(out, head.details);
  out += ",\"saved_at\":" + std::to_string(head.saved_at) + '}';
  return out;
}

std::vector<app::Head> unpack_heads(std::string_view bytes) {
  std::vector<app::Head> heads;
  Packed packed(bytes);
  while (packed.more())
    heads.push_back(unpack_head(packed));
  return heads;
}

}  // namespace leadpact::bridge
