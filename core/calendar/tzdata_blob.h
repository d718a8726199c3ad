// The time zone data that the build packs into the program, so that the command line tool, the
// page and a page opened from disk all answer alike.
//
// Layout, little-endian (written by scripts/pack_tzdata.py):
//
//   bytes      what
//   6          "LPTZ1\n"
//   1 + n      length and text of the tz release, e.g. "2025b"
//   4          number of entries
//   entries    sorted by name (as bytes): u8 length, name, u32 body offset, u32 body size
//   bodies     TZif files, version 2 or later, "slim"; offsets count from the first body.
//              Links share the body of their target.
#pragma once

#include <cstddef>

namespace leadpact::calendar {

// leadpact_tzdata_size bytes, and a NUL that is not counted.
extern const unsigned char leadpact_tzdata[];
extern const std::size_t leadpact_tzdata_size;

}  // namespace leadpact::calendar
