// Looking for words in the open agreement.
//
//   typed        found, in the order of the document
//   -----------  ------------------------------------------------------------
//   "first"      commitments[0], commitments[3], contacts[1]
//   ""           nothing
//
// A part is found where what is typed occurs in what the document shows of it,
// in any case of letters.
#ifndef LEADPACT_WEB_APP_DOCUMENT_SEARCH_H_
#define LEADPACT_WEB_APP_DOCUMENT_SEARCH_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/agreement/paper.h"

namespace leadpact::app {

class DocumentSearch {
 public:
  void open() { open_ = true; }
  void close();
  // Looks anew; what is in hand stays if it is found still.
  void search(std::string text, const agreement::Paper& paper);
  void step(int by);  // round and round

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::string>& found() const { return found_; }
  [[nodiscard]] std::size_t hand() const { return hand_; }

 private:
  bool open_ = false;
  std::string text_;
  std::vector<std::string> found_;
  std::size_t hand_ = 0;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_DOCUMENT_SEARCH_H_
