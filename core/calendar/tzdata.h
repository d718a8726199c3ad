// The embedded zone data: names and their bodies, as the build packed them from
// tzdata.
//
//   bytes              what
//   -----------------  -----------------------------------------------------
//   "LPTZ2\n"          magic
//   u8, text           release, like 2025b
//   u32                count of entries
//   u8, text, u32, u32 per entry, by name: name, offset of its body, its size
//   ...                bodies; offsets count from here
//
// A body says what a TZif file (RFC 8536) of version 2 or later does, in less
// than half the bytes once the page is compressed:
//
//   u8                 version, '2' or later
//   v, v, v            how many times, types, and characters of abbreviations
//   v                  a time: seconds since the one before, the first since
//                      -2^32; whole minutes as 2 * minutes, else 2 * seconds + 1
//   u8                 a time: its type
//   6 bytes            a type, as in TZif
//   text               the abbreviations, then the footer to the end
//
// Numbers are little-endian; v is one in groups of seven bits (LEB128). The blob
// comes from our own build; it is still read with its bounds checked, and one
// that does not fit has no zones.
#ifndef LEADPACT_CORE_CALENDAR_TZDATA_H_
#define LEADPACT_CORE_CALENDAR_TZDATA_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadpact::calendar {

struct ZoneFile {
  std::string_view name;
  std::string_view body;  // packed
};

struct ZoneData {
  std::string_view release;
  std::vector<ZoneFile> files;  // sorted by name

  // The file of a name, or null.
  [[nodiscard]] const ZoneFile* find(std::string_view name) const;
};

// `blob` must outlive the result. Nothing when it is not as above.
[[nodiscard]] std::optional<ZoneData> read_zone_data(std::string_view blob);

// The TZif file that a body packs; empty when it is none.
[[nodiscard]] std::string unpack_zone(std::string_view body);

// What is embedded in this program.
[[nodiscard]] const ZoneData& embedded_zone_data();

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_TZDATA_H_
