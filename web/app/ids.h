// Ids for new agreements, shaped as version 4 UUIDs, made from 64 random bits
// the browser handed in: the app has no random source of its own.
#ifndef LEADPACT_WEB_APP_IDS_H_
#define LEADPACT_WEB_APP_IDS_H_

#include <cstdint>
#include <string>

namespace leadpact::app {

class Ids {
 public:
  explicit Ids(std::uint64_t random) : state_(random) {}
  [[nodiscard]] std::string next();

 private:
  std::uint64_t draw();
  std::uint64_t state_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_IDS_H_
