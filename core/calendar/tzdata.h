// The embedded zone data: names and their TZif bodies, as the build packed
// them from tzdata.
//
//   bytes              what
//   -----------------  -----------------------------------------------------
//   "LPTZ1\n"          magic
//   u8, text           release, like 2025b
//   u32                count of entries
//   u8, text, u32, u32 per entry, by name: name, offset of its body, its size
//   ...                bodies; offsets count from here
//
// Numbers are little-endian. The blob comes from our own build; it is still
// read with its bounds checked, and one that does not fit has no zones.
#ifndef LEADPACT_CORE_CALENDAR_TZDATA_H_
#define LEADPACT_CORE_CALENDAR_TZDATA_H_

#include <optional>
#include <string_view>
#include <vector>

namespace leadpact::calendar {

struct ZoneFile {
  std::string_view name;
  std::string_view body;  // TZif, version 2 or later
};

struct ZoneData {
  std::string_view release;
  std::vector<ZoneFile> files;  // sorted by name

  // The file of a name, or null.
  [[nodiscard]] const ZoneFile* find(std::string_view name) const;
};

// `blob` must outlive the result. Nothing when it is not as above.
[[nodiscard]] std::optional<ZoneData> read_zone_data(std::string_view blob);

// What is embedded in this program.
[[nodiscard]] const ZoneData& embedded_zone_data();

}  // namespace leadpact::calendar

#endif  // LEADPACT_CORE_CALENDAR_TZDATA_H_
