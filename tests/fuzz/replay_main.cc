// Replays a fuzzer's corpus: each file given, and each file under each folder given, once.
// Linked instead of libFuzzer in ordinary builds, so that everything a fuzzer ever found is a
// test from then on. Says how many inputs ran, and fails when there were none.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> inputs_under(int count, char** arguments) {
  std::vector<std::filesystem::path> inputs;
  for (int i = 1; i < count; ++i) {
    const std::filesystem::path path = arguments[i];
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(path, error)) {
        if (entry.is_regular_file()) inputs.push_back(entry.path());
      }
    } else {
      inputs.push_back(path);
    }
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

bool read_file(const std::filesystem::path& path, std::vector<std::uint8_t>& bytes) {
  bytes.clear();
  std::FILE* file = std::fopen(path.string().c_str(), "rb");
  if (file == nullptr) return false;
  std::uint8_t buffer[65536];
  std::size_t got = 0;
  while ((got = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
    bytes.insert(bytes.end(), buffer, buffer + got);
  }
  const bool good = std::ferror(file) == 0;
  std::fclose(file);
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  const auto inputs = inputs_under(argc, argv);
  std::vector<std::uint8_t> bytes;
  for (const auto& path : inputs) {
    if (!read_file(path, bytes)) {
      std::fprintf(stderr, "Cannot read %s.\n", path.string().c_str());
      return 1;
    }
    // A copy of exactly this size, so that the address sanitizer sees one byte too many.
    const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
  }
  std::printf("Replayed %zu inputs.\n", inputs.size());
  return inputs.empty() ? 1 : 0;
}
