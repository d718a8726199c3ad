// A large file is read while it arrives: another process of the browser fetches
// its bytes, and this one would only wait.
//
//   what is there       then
//   ------------------  --------------------------------------------------
//   the first 4 MB      what they are decides whether more is done
//   more and more       records that are whole are read, a slice at a time
//   all of it           the file is given, and the data desk goes on from there
//                       where it would read just that; else it reads anew
//
// Nothing of this is seen: a file that fails to arrive was never given.
#ifndef LEADPACT_WEB_APP_READ_AHEAD_H_
#define LEADPACT_WEB_APP_READ_AHEAD_H_

#include <cstddef>
#include <memory>
#include <vector>

#include "core/agreement/model.h"
#include "core/scoring/score.h"

namespace leadpact::app {

class ReadAhead {
 public:
  // `files` has one, with the size it will have; its bytes stay where they are. Without this there
  // is nothing to do for the file.
  void begin(const agreement::Agreement& agreement, scoring::DatasetFiles files);
  // Some milliseconds of work with what is there; true where more could be done at once.
  bool work(std::size_t there);
  // What was read, where all of these files by this agreement is what was being read; or null.
  [[nodiscard]] std::unique_ptr<scoring::Loading> take(
      const agreement::Agreement& agreement, const std::vector<scoring::DatasetFiles>& files);

 private:
  agreement::Agreement agreement_;
  std::vector<scoring::DatasetFiles> files_;
  std::unique_ptr<scoring::Loading> loading_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_READ_AHEAD_H_
