// The one way to cereal. Sizes are 32 bits on every platform: with cereal's
// default of 64 the top half is cut off in wasm, and the same bytes would be
// another document there. Part of the binary format: never change it.
#ifndef LEADPACT_CORE_EXCHANGE_CEREAL_CONFIG_H_
#define LEADPACT_CORE_EXCHANGE_CEREAL_CONFIG_H_

#include <cstdint>

#ifdef CEREAL_SIZE_TYPE
#error "cereal was included past this header"
#endif
#define CEREAL_SIZE_TYPE std::uint32_t

#include <cereal/cereal.hpp>

#endif  // LEADPACT_CORE_EXCHANGE_CEREAL_CONFIG_H_
