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

  // LEB128 of at most five bytes.
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const std::uint32_t byte = number(1);
      value |= std::uint64_t{byte & 0x7F} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void append_big_endian(std::string& to, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    to += static_cast<char>(value >> shift & 0xFF);
}

void append_header(std::string& to, std::string_view version, std::uint64_t times,
                   std::uint64_t types, std::uint64_t characters) {
  to.append("TZif").append(version).append(15, '\0');
  to.append(12, '\0');  // neither indicators nor leap seconds
  append_big_endian(to, times, 4);
  append_big_endian(to, types, 4);
  append_big_endian(to, characters, 4);
}

bool by_name(const ZoneFile& file, std::string_view name) {
  return file.name < name;
}

}  // namespace

const ZoneFile* ZoneData::find(std::string_view name) const {
  const auto found = std::lower_bound(files.begin(), files.end(), name, by_name);
  return found != files.end() && found->name == name ? &*found : nullptr;
}

std::optional<ZoneData> read_zone_data(std::string_view blob) {
  constexpr std::string_view kMagic = "LPTZ2\n";
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

std::string unpack_zone(std::string_view body) {
  Reader reader(body);
  const std::string_view version = reader.text(1);
  const std::uint64_t times = reader.varint();
  const std::uint64_t types = reader.varint();
  const std::uint64_t characters = reader.varint();
  // Each of them takes a byte at least.
  if (!reader.ok() || std::max({times, types, characters}) > body.size()) return {};
  std::string file;
  append_header(file, version, 0, 1, 1);
  file.append(7, '\0');  // the block of 32 bits: one type, for readers that know no other
  append_header(file, version, times, types, characters);
  std::int64_t time = -(std::int64_t{1} << 32);
  for (std::uint64_t i = 0; i < times; ++i) {
    const std::uint64_t since = reader.varint();
    time += static_cast<std::int64_t>(since / 2 * (since % 2 == 0 ? 60 : 1));
    append_big_endian(file, static_cast<std::uint64_t>(time), 8);
  }
  file += reader.text(static_cast<std::size_t>(times + types * 6 + characters));
  if (!reader.ok()) return {};
  return file.append(reader.rest());
}

const ZoneData& embedded_zone_data() {
  static const ZoneData data =
      read_zone_data({reinterpret_cast<const char*>(leadpact_tzdata), leadpact_tzdata_size})
          .value_or(ZoneData{});
  return data;
}

}  // namespace leadpact::calendar
