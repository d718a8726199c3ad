// Random spoilt cases, and what comes of each: for comparing two builds of the same core.
//
//   leadpact_outcomes FOLDER FIRST COUNT     a line a case: number, folder, what became of it,
//                                            a checksum of the errors, scorecard and breaches
//   leadpact_outcomes FOLDER NUMBER          that case itself: its input, then all of its outcome
//
// FOLDER holds cases (agreement.sla.json, case.json and data files). Each number takes one of
// them and spoils its agreement, its files or its time a little: most stay good enough to be
// scored. A number is the same case in every build, so scripts/test.sh and scripts/fuzz.sh run
// this natively and as wasm, and compare the lines.
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/time.h"
#include "core/exchange/document.h"
#include "core/exchange/scorecard_json.h"
#include "core/exchange/scorecard_text.h"
#include "core/scoring/score.h"

namespace {

using namespace leadpact;
namespace fs = std::filesystem;

struct File {
  std::string dataset;
  std::string name;
  std::string bytes;
};

struct Case {
  std::string name;
  std::string agreement;
  std::string as_of;
  std::vector<File> files;
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Case> read_cases(const fs::path& root) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(root)) {
    if (fs::exists(entry.path() / "case.json")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  std::vector<Case> cases;
  for (const fs::path& folder : folders) {
    rapidjson::Document json;
    json.Parse(read_file(folder / "case.json").c_str());
    Case one{folder.filename().string(),
             read_file(folder / "agreement.sla.json"),
             json["as_of"].GetString(),
             {}};
    for (const auto& entry : json["data"].GetArray()) {
      const std::string text = entry.GetString();
      const std::size_t equals = text.find('=');
      const std::string name = text.substr(equals + 1);
      one.files.push_back({text.substr(0, equals), name, read_file(folder / name)});
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

// splitmix64: the same numbers everywhere, which <random>'s distributions do not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 1) {}
  std::size_t below(std::size_t bound) {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
  }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr std::string_view kNumbers[] = {
    "0",   "1",    "2",      "-1",   "0.1",  "7.5",        "33.333", "99.999", "100",
    "101", "1000", "525600", "1e15", "1e-9", "4294967296", "-0",     "1e308",  "2147483647"};
constexpr std::string_view kPieces[] = {"\"",
                                        ",",
                                        ";",
                                        "\t",
                                        "\r\n",
                                        "\n",
                                        "\r",
                                        " ",
                                        "\xc3\xa9",
                                        "\xff",
                                        "0",
                                        "-",
                                        ".",
                                        "1,234.5",
                                        "1.234,5",
                                        "true",
                                        "2025-03-30 02:30",
                                        "2024-02-29T23:59:60Z",
                                        "11/02/2025 1:30 AM",
                                        "31.12.2024",
                                        "1e999",
                                        "(5)",
                                        "%"};

// Another digit for a digit: dates, amounts, limits and targets change, the shape stays.
void change_digit(std::string& text, Random& random) {
  for (int tries = 0; tries < 50 && !text.empty(); ++tries) {
    char& c = text[random.below(text.size())];
    if (!is_digit(c)) continue;
    c = static_cast<char>('0' + random.below(10));
    return;
  }
}

void change_number(std::string& text, Random& random) {
  for (int tries = 0; tries < 50 && !text.empty(); ++tries) {
    const std::size_t at = random.below(text.size());
    if (!is_digit(text[at])) continue;
    const auto is_part = [](char c) { return is_digit(c) || c == '.'; };
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && is_part(text[begin - 1]))
      --begin;
    while (end < text.size() && is_part(text[end]))
      ++end;
    text.replace(begin, end - begin, random.one_of(kNumbers));
    return;
  }
}

void change_lines(std::string& text, Random& random) {
  if (text.empty()) return;
  const auto line_at = [&](std::size_t at) {
    const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = text.find('\n', begin);
    return std::make_pair(begin, (end == std::string::npos ? text.size() : end + 1) - begin);
  };
  const auto [begin, length] = line_at(random.below(text.size()));
  const std::string line = text.substr(begin, length);
  if (random.below(2) == 0) text.erase(begin, length);
  if (random.below(2) == 0) text.insert(line_at(random.below(text.size() + 1)).first, line);
}

void change_bytes(std::string& text, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  if (random.below(3) == 0) text.erase(at, random.below(12));
  text.insert(std::min(at, text.size()), random.one_of(kPieces));
}

void spoil_agreement(std::string& text, Random& random) {
  for (std::size_t left = random.below(2) * random.below(4); left > 0; --left) {
    if (random.below(40) == 0) {
      change_lines(text, random);
    } else if (random.below(40) == 0) {
      change_bytes(text, random);
    } else if (random.below(2) == 0) {
      change_number(text, random);
    } else {
      change_digit(text, random);
    }
  }
}

void spoil_data(std::string& text, Random& random) {
  for (std::size_t left = random.below(40); left > 0; --left) {
    switch (random.below(4)) {
      case 0:
        change_digit(text, random);
        break;
      case 1:
        change_number(text, random);
        break;
      case 2:
        change_lines(text, random);
        break;
      default:
        change_bytes(text, random);
    }
  }
}

Case spoilt(const std::vector<Case>& cases, std::uint64_t number) {
  Random random(number);
  Case one = random.one_of(cases);
  spoil_agreement(one.agreement, random);
  for (File& file : one.files)
    spoil_data(file.bytes, random);
  if (random.below(2) == 0) change_digit(one.as_of, random);
  return one;
}

struct Outcome {
  const char* what;
  std::string text;
};

Outcome refused(const char* what, const Errors& errors) {
  std::string text;
  for (const Error& error : errors)
    text += error.place + ": " + error.message + "\n";
  return {what, std::move(text)};
}

Outcome outcome_of(const Case& one) {
  const auto document = exchange::read_json(one.agreement);
  if (!document.ok()) return refused("agreement refused", document.errors());
  const agreement::Agreement& agreement = document.value().agreement;
  std::vector<scoring::DatasetFiles> files;
  for (const File& file : one.files)
    files.push_back({file.dataset, {{file.name, file.bytes}}});
  const auto data = scoring::load(agreement, files, {});
  if (!data.ok()) return refused("data refused", data.errors());
  const auto as_of = calendar::parse_instant(one.as_of);
  if (!as_of) return {"time refused", one.as_of};
  const auto scored = scoring::score(agreement, data.value(), *as_of, {1, true});
  if (!scored.ok()) return refused("not scored", scored.errors());
  return {"scored", exchange::write_json(agreement) +
                        exchange::scorecard_json(scored.value().card) +
                        exchange::scorecard_text(agreement, scored.value().card, {}) +
                        exchange::breaches_csv(agreement, data.value(), scored.value())};
}

std::uint64_t checksum(std::string_view text) {  // FNV-1a
  std::uint64_t sum = 0xcbf29ce484222325u;
  for (const char c : text)
    sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::fputs("Usage: leadpact_outcomes FOLDER FIRST COUNT, or FOLDER NUMBER\n", stderr);
    return 2;
  }
  const std::vector<Case> cases = read_cases(argv[1]);
  if (cases.empty()) {
    std::fprintf(stderr, "There are no cases in %s.\n", argv[1]);
    return 1;
  }
  const std::uint64_t first = std::strtoull(argv[2], nullptr, 10);
  if (argc == 3) {
    const Case one = spoilt(cases, first);
    std::printf("%s as of %s\n%s\n", one.name.c_str(), one.as_of.c_str(), one.agreement.c_str());
    for (const File& file : one.files)
      std::printf("--- %s\n%s\n", file.name.c_str(), file.bytes.c_str());
    const Outcome outcome = outcome_of(one);
    std::printf("--- %s\n%s\n", outcome.what, outcome.text.c_str());
    return 0;
  }
  const std::uint64_t count = std::strtoull(argv[3], nullptr, 10);
  for (std::uint64_t number = first; number < first + count; ++number) {
    const Case one = spoilt(cases, number);
    const Outcome outcome = outcome_of(one);
    std::printf("%llu %s, %s: %016llx\n", static_cast<unsigned long long>(number), one.name.c_str(),
                outcome.what, static_cast<unsigned long long>(checksum(outcome.text)));
  }
  return 0;
}
