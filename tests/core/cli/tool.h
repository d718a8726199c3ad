// Runs the command line tool inside the test's own process.
#ifndef LEADPACT_TESTS_CORE_CLI_TOOL_H_
#define LEADPACT_TESTS_CORE_CLI_TOOL_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "core/cli/run.h"

namespace leadpact::cli {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

// A folder of its own for each test, gone afterwards.
class ToolTest : public testing::Test {
 protected:
  ToolTest() {
    // Parameterised names have slashes; two builds may run the same test at once.
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    std::string name =
        "leadpact-" + std::to_string(getpid()) + "-" + info->test_suite_name() + "-" + info->name();
    std::replace(name.begin(), name.end(), '/', '-');
    folder_ = std::filesystem::path(testing::TempDir()) / name;
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~ToolTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }

  [[nodiscard]] static std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  Outcome run_tool(const std::vector<std::string>& arguments, const std::string& input = "") const {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Surroundings surroundings{in, out, err};
    surroundings.out_is_terminal = out_is_terminal_;
    surroundings.err_is_terminal = err_is_terminal_;
    surroundings.no_colour = no_colour_;
    surroundings.now = 1772355600;  // 2026-03-01T09:00:00Z
    surroundings.new_id = "0d9f2b7e-1111-4222-8333-abcdefabcdef";
    const int status = run(arguments, surroundings);
    return {status, out.str(), err.str()};
  }

  std::filesystem::path folder_;
  bool out_is_terminal_ = false;
  bool err_is_terminal_ = false;
  bool no_colour_ = false;
};

}  // namespace leadpact::cli

#endif  // LEADPACT_TESTS_CORE_CLI_TOOL_H_
