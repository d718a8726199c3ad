// What the page remembers of the person, beside the agreements: the look, and
// where they were. Lines of `name=value`; unknown names are dropped, so an
// older page can read a newer one's.
#ifndef LEADPACT_WEB_APP_SETTINGS_H_
#define LEADPACT_WEB_APP_SETTINGS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/exchange/paper_html.h"
#include "web/app/app.h"

namespace leadpact::app {

enum class Screen : std::uint8_t { home, agreement, data, scorecard };

// What was done about a trigger that fell due.
struct Handled {
  std::string trigger;  // "agreement/step/commitment/2026-04-01"
  std::string note;     // may be empty
  std::int64_t at = 0;  // milliseconds since 1970, UTC
};

// What Home says of an agreement besides what is stored of it.
struct CardFacts {
  std::string id;
  std::int64_t backed_up_at = 0;  // milliseconds since 1970, UTC; 0: never
  std::string score;              // "92.1, March 2026", empty for none
};

struct Settings {
  Theme theme = Theme::automatic;
  exchange::PaperSize paper = exchange::PaperSize::a4;
  Screen screen = Screen::home;
  std::string open;                   // id of the agreement that was open, empty for none
  std::vector<std::string> archived;  // ids of those put away on Home
  // What Data need not ask again: "agreement/dataset/key of the finding".
  std::vector<std::string> settled;
  std::vector<Handled> handled;
  std::vector<CardFacts> facts;
};

[[nodiscard]] Settings read_settings(std::string_view text);
[[nodiscard]] std::string write_settings(const Settings& settings);

// What two tabs remember that both began from `base`: what either added and
// neither took away; of a look that both changed, ours.
//
//   base              theirs            ours              merged
//   ----------------  ----------------  ----------------  --------------------
//   theme=light       theme=dark        theme=light       theme=dark
//   screen=home       screen=data       screen=home       screen=data
//   archived=a        handled=t1        archived=a        handled=t1 handled=t2
//                                       handled=t2
[[nodiscard]] Settings merge_settings(std::string_view base, std::string_view theirs,
                                      std::string_view ours);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_SETTINGS_H_
