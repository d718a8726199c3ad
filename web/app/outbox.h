// What the app asks the world outside to do, in order. Every request gets a
// ticket; the answer to it brings the ticket back.
#ifndef LEADPACT_WEB_APP_OUTBOX_H_
#define LEADPACT_WEB_APP_OUTBOX_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "web/app/app.h"

namespace leadpact::app {

class Outbox {
 public:
  std::uint32_t send(Request request) {
    request.ticket = ++last_ticket_;
    requests_.push_back(std::move(request));
    return last_ticket_;
  }
  // The requests sent since the last call.
  [[nodiscard]] std::vector<Request> take() { return std::exchange(requests_, {}); }

 private:
  std::vector<Request> requests_;
  std::uint32_t last_ticket_ = 0;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_OUTBOX_H_
