// What was written but is not in the agreement, kept in this browser so that a
// reload does not lose it: texts that cannot be stored ("soon" for a limit),
// and the numbers of the goal maths.
//
//   line of the record
//   ---------------------------------------------------------------
//   goal<tab>mql_to_sql<tab>22
//   draft<tab>commitments#s1<tab>target<tab>lots
//   days<tab>office<tab>03/04/2026 Easter
//
// Tabs and line ends inside a text are written as \\t and \\n. What is no such
// line is dropped, and so is what goes beyond the limit below. Drafts of older
// pages have two more words before their text.
#ifndef LEADPACT_WEB_APP_UNFINISHED_H_
#define LEADPACT_WEB_APP_UNFINISHED_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadpact::app {

// Of a field of a part.
struct Draft {
  std::string part;  // its place; with an id that lasts: "commitments#s1"
  std::string key;
  std::string text;
  std::string label;  // "Target (Promise)"; not in the record
};

struct Unfinished {
  using Texts = std::vector<std::pair<std::string, std::string>>;
  Texts goal;  // key, text
  std::vector<Draft> drafts;
  Texts days;  // calendar, days off not added yet
};

inline constexpr std::size_t kMostUnfinished = 2u << 20;  // bytes
inline constexpr std::size_t kMostUnfinishedLines = 1000;

[[nodiscard]] Unfinished read_unfinished(std::string_view text);
// Empty for nothing. The first that fit; `all` becomes false where not all do.
[[nodiscard]] std::string write_unfinished(const Unfinished& unfinished, bool& all);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_UNFINISHED_H_
