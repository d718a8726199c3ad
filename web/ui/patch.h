// What has changed between the meaning of two frames, as JSON for the mirror
// in the DOM. Elements are known by the id of their node and live on as long
// as it does, so that focus, selection and a screen reader's place survive.
//
//   {"gone":[7,9],
//    "nodes":[{"id":12,"role":"button","name":"Save","rect":[0,8,90,34],"state":5}],
//    "order":[[3,[12,14]]],          children of 3 from first to last
//    "focus":12}
//
// A node is sent whole when anything of it has changed. Rects are relative to
// the parent's, so scrolling changes one of them.
#ifndef LEADPACT_WEB_UI_PATCH_H_
#define LEADPACT_WEB_UI_PATCH_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/semantics.h"

namespace leadpact::ui {

// The bits of "state".
enum StateBit : std::uint32_t {
  kDisabled = 1,
  kChecked = 2,
  kExpanded = 4,
  kExpandable = 8,
  kInvalid = 16,
  kCurrent = 32,
  kFocusable = 64,
  kLive = 128,
  kHidden = 256,
  kMultiline = 512,
  kMovable = 1024,
};

class Patcher {
 public:
  // Empty when nothing has changed.
  std::string patch(const Tree& tree, std::uint32_t focused);

 private:
  struct Known {
    std::uint64_t print = 0;  // of all that is sent
    std::vector<std::uint32_t> children;
    std::uint32_t seen = 0;
  };
  std::unordered_map<std::uint32_t, Known> known_;
  std::uint32_t focused_ = 0;
  std::uint32_t turn_ = 0;
};

// A JSON string with its quotes; bytes that are no UTF-8 become U+FFFD.
void append_json(std::string& out, std::string_view text);

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_PATCH_H_
