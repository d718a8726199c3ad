#include "web/app/read_ahead.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "web/app/app.h"
#include "web/app/data_desk.h"

namespace leadpact::app {
namespace {

constexpr std::size_t kEnough = 4 << 20;  // to tell what it is
// What has arrived meanwhile waits so long.
constexpr std::chrono::milliseconds kSlice{4};

}  // namespace

void ReadAhead::begin(const agreement::Agreement& agreement, scoring::DatasetFiles files) {
  agreement_ = agreement;
  files_.push_back(std::move(files));
  loading_ = std::make_unique<scoring::Loading>(agreement_, files_);
}

bool ReadAhead::work(std::size_t there) {
  using Clock = std::chrono::steady_clock;
  if (!loading_) return false;
  const Clock::time_point until = Clock::now() + kSlice;
  try {
    loading_->arrived(there);
    while (loading_->step() && !loading_->waits()) {
      if (Clock::now() >= until) return true;
    }
  } catch (...) {
    loading_.reset();  // of memory, most likely; read after it has arrived, it may do
  }
  return false;
}

std::unique_ptr<scoring::Loading> ReadAhead::take(const agreement::Agreement& agreement,
                                                  const std::vector<scoring::DatasetFiles>& files) {
  if (!loading_ || files.size() != 1 || files[0].files.size() != 1) return nullptr;
  const data::FileInput& own = files_[0].files[0];
  const data::FileInput& file = files[0].files[0];
  if (files[0].dataset != files_[0].dataset || file.name != own.name ||
      file.bytes.data() != own.bytes.data() || file.bytes.size() != own.bytes.size() ||
      !(agreement == agreement_)) {
    return nullptr;
  }
  loading_->arrived(own.bytes.size());
  return std::move(loading_);
}

// Only where nothing else is loaded: that takes its memory along when the file is given.
bool DataDesk::read_ahead(GivenFile& file, std::size_t size,
                          const agreement::Agreement& agreement) const {
  const std::size_t there = file.bytes.size();
  if (there < kEnough || there >= size || size > file.bytes.capacity()) return false;
  if (loaded_ || job_ || !valid_) return false;
  if (!file.ahead) {
    file.ahead = std::make_shared<ReadAhead>();
    File known;
    known.name = file.name;
    sort(known, file.bytes, &agreement);
    if (!known.ready()) return false;
    scoring::DatasetFiles files{known.dataset_id, {}};
    files.files.push_back({file.name, std::string_view(file.bytes.data(), size)});
    file.ahead->begin(agreement, std::move(files));
  }
  return file.ahead->work(there);
}

}  // namespace leadpact::app
