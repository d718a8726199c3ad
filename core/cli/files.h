// Files as bytes, and what goes wrong with them as sentences.
#ifndef LEADPACT_CORE_CLI_FILES_H_
#define LEADPACT_CORE_CLI_FILES_H_

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace leadpact::cli {

// A file's bytes, which live as long as this. Regular files are mapped where
// the system can do that, so a large export costs no copy.
class InputFile {
 public:
  // `-` reads `in` to its end. The error's place is the name.
  [[nodiscard]] static Result<InputFile> read(const std::string& name, std::istream& in);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  ~InputFile();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  InputFile() = default;

  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<char[]> owned_;
  bool mapped_ = false;
};

enum class Overwrite { no, yes };

// Nothing when all is written; else what went wrong, its place being the name.
// With Overwrite::no a file that is there already is an error and stays as it is.
[[nodiscard]] std::optional<Error> write_file(const std::string& name, std::string_view bytes,
                                              Overwrite overwrite);

// Whether both names lead to the same file that exists.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

}  // namespace leadpact::cli

#endif  // LEADPACT_CORE_CLI_FILES_H_
