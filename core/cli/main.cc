// The process around run(): streams, signals, clock, chance.
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <ostream>
#include <random>
#include <streambuf>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "core/cli/run.h"

namespace {

// Standard output that remembers why a write failed, which an ostream does not.
class OutputBuffer : public std::streambuf {
 public:
  OutputBuffer() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  [[nodiscard]] int failure() const { return failure_; }

 protected:
  int sync() override {
    const char* at = pbase();
    while (at < pptr() && failure_ == 0) {
      const auto put = ::write(STDOUT_FILENO, at, static_cast<std::size_t>(pptr() - at));
      if (put >= 0) {
        at += put;
      } else if (errno != EINTR) {
        failure_ = errno;
      }
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return failure_ == 0 ? 0 : -1;
  }
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

 private:
  std::array<char, 65536> buffer_;
  int failure_ = 0;
};

// A random UUID, version 4.
std::string new_id() {
  std::random_device device;
  std::string id = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  for (char& c : id) {
    const unsigned nibble = device() & 15u;
    if (c == 'x') c = "0123456789abcdef"[nibble];
    if (c == 'y') c = "89ab"[nibble & 3u];
  }
  return id;
}

}  // namespace

int main(int argc, char** argv) {
#ifdef SIGPIPE
  // A reader that has seen enough (`| head`) is told by the failed write, below.
  std::signal(SIGPIPE, SIG_IGN);
#endif
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  OutputBuffer buffer;
  std::ostream out(&buffer);

  const char* no_colour = std::getenv("NO_COLOR");
  leadpact::cli::Surroundings surroundings{std::cin, out, std::cerr};
  surroundings.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  surroundings.err_is_terminal = isatty(STDERR_FILENO) != 0;
  surroundings.no_colour = no_colour != nullptr && *no_colour != '\0';
  surroundings.cores = static_cast<int>(std::thread::hardware_concurrency());
  surroundings.now = std::chrono::duration_cast<std::chrono::seconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
  surroundings.new_id = new_id();

  const int status =
      leadpact::cli::run(std::vector<std::string>(argv + 1, argv + argc), surroundings);
  out.flush();
  if (buffer.failure() != 0) {
    // A closed pipe needs no word: whoever closed it knows.
    if (buffer.failure() != EPIPE) {
      std::cerr << "leadpact: Standard output cannot be written: "
                << std::generic_category().message(buffer.failure()) << ".\n";
    }
    return leadpact::cli::kInputInError;
  }
  return status;
}
