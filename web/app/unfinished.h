// What was written but is not in the agreement, kept in this browser so that a
// reload does not lose it: texts that cannot be stored ("soon" for a limit),
// and the numbers of the goal maths.
//
//   line of the record
//   ---------------------------------------------------------------
//   goal<tab>mql_to_sql<tab>22
//   draft<tab>commitments#s1<tab>measure.limit<tab>Limit<tab>sentence<tab>soon
//
// Tabs and line ends inside a text are written as \\t and \\n. What is no such
// line is dropped, and so is what goes beyond the limits below.
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
  std::string part;  // a name that lasts, "commitments#s1"
  std::string key;
  std::string label;
  std::string sentence;  // why it cannot be stored
  std::string text;
};

struct Unfinished {
  std::vector<std::pair<std::string, std::string>> goal;  // key, text
  std::vector<Draft> drafts;
};

inline constexpr std::size_t kMostUnfinished = 200;      // lines
inline constexpr std::size_t kLongestUnfinished = 4000;  // bytes of a line

[[nodiscard]] Unfinished read_unfinished(std::string_view text);
// Empty for nothing.
[[nodiscard]] std::string write_unfinished(const Unfinished& unfinished);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_UNFINISHED_H_
