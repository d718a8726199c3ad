#include "core/calendar/tzdata.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/calendar/tzdata_blob.h"

namespace leadpact::calendar {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  // Empty once the bytes have run out; ok() tells.
  std::string_view text(std::size_t size) {
    if (size > rest_.size()) {
      ok_ = false;
      size = 0;
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::uint32_t number(std::size_t size) {
    std::uint32_t value = 0;
    const std::string_view bytes = text(size);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      value |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return value;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

bool by_name(const ZoneFile& file, std::string_view name) {
  return file.name < name;
}

}  // namespace

const ZoneFile* ZoneData::find(std::string_view name) const {
  const auto found = std::lower_bound(files.begin(), files.end(), name, by_name);
  return found != files.end() && found->name == name ? &*found : nullptr;
}

std::optional<ZoneData> read_zone_data(std::string_view blob) {
  constexpr std::string_view kMagic = "LPTZ1\n";
  Reader reader(blob);
  if (reader.text(kMagic.size()) != kMagic) return std::nullopt;
  ZoneData data;
  data.release = reader.text(reader.number(1));
  const std::uint32_t count = reader.number(4);

  struct Place {
    std::size_t offset;
    std::size_t size;
  };
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::string_view name = reader.text(reader.number(1));
    if (!data.files.empty() && name <= data.files.back().name) return std::nullopt;
    const std::size_t offset = reader.number(4);
    const std::size_t size = reader.number(4);
    data.files.push_back({name, {}});
    places.push_back({offset, size});
  }
  if (!reader.ok()) return std::nullopt;

  const std::string_view bodies = reader.rest();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto [offset, size] = places[i];
    if (offset > bodies.size() || size > bodies.size() - offset) return std::nullopt;
    data.files[i].body = bodies.substr(offset, size);
  }
  return data;
}

const ZoneData& embedded_zone_data() {
  static const ZoneData data =
      read_zone_data({reinterpret_cast<const char*>(leadpact_tzdata), leadpact_tzdata_size})
          .value_or(ZoneData{});
  return data;
}

}  // namespace leadpact::calendar
