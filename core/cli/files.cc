#include "core/cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <istream>
#include <limits>
#include <new>
#include <system_error>
#include <utility>

#ifndef __EMSCRIPTEN__
#include <sys/mman.h>
#endif

namespace leadpact::cli {
namespace {

// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return number_; }
  // Closes now, to hear whether it worked.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

Error failed(const std::string& name, std::string_view what, int code) {
  return {ErrorCode::bad_value, name,
          std::string(what) + ": " + std::generic_category().message(code) + "."};
}

Error too_large(const std::string& name) {
  return {ErrorCode::too_large, name, "The file is larger than the memory this program can use."};
}

// Bytes of unknown number, kept in one piece that grows.
struct Buffer {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;
  std::size_t capacity = 0;

  void reserve(std::size_t wanted) {
    if (wanted <= capacity) return;
    std::unique_ptr<char[]> larger(new char[wanted]);
    if (size > 0) std::memcpy(larger.get(), data.get(), size);
    data = std::move(larger);
    capacity = wanted;
  }
};

}  // namespace

InputFile::InputFile(InputFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      owned_(std::move(other.owned_)),
      mapped_(std::exchange(other.mapped_, false)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(owned_, other.owned_);
  std::swap(mapped_, other.mapped_);
  return *this;
}

InputFile::~InputFile() {
#ifndef __EMSCRIPTEN__
  if (mapped_) ::munmap(const_cast<char*>(data_), size_);
#endif
}

Result<InputFile> InputFile::read(const std::string& name, std::istream& in) {
  InputFile file;
  Buffer buffer;
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  // A file that keeps growing (or a device) must not take the address space with it.
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max() / 4;
  try {
    if (name == "-") {
      while (in) {
        if (buffer.capacity - buffer.size < kChunk) {
          if (buffer.capacity > kMost) return too_large(name);
          buffer.reserve(std::max(buffer.capacity * 2, kChunk));
        }
        in.read(buffer.data.get() + buffer.size, static_cast<std::streamsize>(kChunk));
        buffer.size += static_cast<std::size_t>(in.gcount());
      }
      if (in.bad()) return failed(name, "Standard input cannot be read", EIO);
    } else {
      Descriptor descriptor(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
      if (descriptor.get() < 0) return failed(name, "The file cannot be opened", errno);
      struct stat status = {};
      if (::fstat(descriptor.get(), &status) != 0) {
        return failed(name, "The file cannot be read", errno);
      }
      if (S_ISDIR(status.st_mode)) return failed(name, "The file cannot be read", EISDIR);
      const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
      if (size > kMost) return too_large(name);
#ifndef __EMSCRIPTEN__
      if (S_ISREG(status.st_mode) && size > 0) {
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
        if (mapped != MAP_FAILED) {
          ::madvise(mapped, size, MADV_WILLNEED);
          file.data_ = static_cast<const char*>(mapped);
          file.size_ = size;
          file.mapped_ = true;
          return file;
        }
      }
#endif
      // One byte more than a regular file has, so that its end is seen without growing.
      buffer.reserve(static_cast<std::size_t>(size) + 1);
      for (;;) {
        if (buffer.size == buffer.capacity) {
          if (buffer.capacity > kMost) return too_large(name);
          buffer.reserve(std::max(buffer.capacity * 2, kChunk));
        }
        const std::size_t room = std::min(buffer.capacity - buffer.size, 64 * kChunk);
        const ssize_t got = ::read(descriptor.get(), buffer.data.get() + buffer.size, room);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed(name, "The file cannot be read", errno);
        if (got == 0) break;
        buffer.size += static_cast<std::size_t>(got);
      }
    }
  } catch (const std::bad_alloc&) {
    return too_large(name);
  }
  file.owned_ = std::move(buffer.data);
  file.data_ = file.owned_.get();
  file.size_ = buffer.size;
  return file;
}

std::optional<Error> write_file(const std::string& name, std::string_view bytes,
                                Overwrite overwrite) {
  const int flags =
      O_WRONLY | O_CREAT | O_CLOEXEC | (overwrite == Overwrite::yes ? O_TRUNC : O_EXCL);
  Descriptor descriptor(::open(name.c_str(), flags, 0666));
  if (descriptor.get() < 0) {
    if (errno == EEXIST) {
      return Error{ErrorCode::twice, name,
                   "The file is there already and stays as it is; --force replaces it."};
    }
    return failed(name, "The file cannot be written", errno);
  }
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return failed(name, "The file cannot be written", errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (!descriptor.close()) return failed(name, "The file cannot be written", errno);
  return std::nullopt;
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first = {};
  struct stat second = {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace leadpact::cli
