// Reading a saved scorecard: what stands before the leads is cut out and parsed
// as small trees, the leads are taken one by one.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/agreement/wording.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/json_scan.h"
#include "core/exchange/saved_format.h"
#include "core/exchange/saved_scorecard.h"

namespace leadpact::exchange {

namespace {

constexpr std::size_t kStep = 10'000;     // leads
constexpr std::size_t kLeastOfALead = 6;  // bytes: "":"",
constexpr std::size_t kMostDatasets = 1000;
// Of what stands before the leads: ten thousands of periods.
constexpr std::size_t kMaxPart = 64u * 1024 * 1024;

// The members of the file.
constexpr std::string_view kOnce[] = {"format",    "format_version", "title",
                                      "scorecard", "marks",          "leads"};

}  // namespace

class ScorecardReading::Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    if (bytes_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    if (bytes_.size() > kMaxSavedScorecard) {
      fail(ErrorCode::too_large, "The file is larger than 512 MiB; no saved scorecard is.");
    }
  }

  bool step() {
    if (error_) return false;
    switch (in_) {
      case In::start:
        if (expect('{')) in_ = In::file;
        break;
      case In::file:
        read_member();
        break;
      case In::leads:
        read_entry();
        break;
      case In::answers:
        read_answers();
        break;
      case In::done:
        return false;
    }
    return !error_;
  }

  [[nodiscard]] double share() const {
    return bytes_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(bytes_.size());
  }

  Result<scoring::Earlier> finish() {
    if (error_) return *error_;
    return std::move(earlier_);
  }

 private:
  enum class In { start, file, leads, answers, done };

  void fail(ErrorCode code, std::string message) {
    if (!error_) error_ = error_at(code, bytes_, at_, std::move(message));
  }
  void fail_at(ErrorCode code, std::string place, std::string message) {
    if (!error_) error_ = Error{code, std::move(place), std::move(message)};
  }

  // ---- Pieces of JSON --------------------------------------------------------

  // The next character that is no space; NUL at the end.
  char peek() {
    at_ = std::min(bytes_.find_first_not_of(" \t\r\n", at_), bytes_.size());
    return at_ < bytes_.size() ? bytes_[at_] : '\0';
  }

  bool expect(char wanted) {
    if (peek() == wanted) {
      ++at_;
      return true;
    }
    fail(ErrorCode::not_json,
         at_ == bytes_.size() ? "The file ends too early; the rest of the scorecard is expected."
         : wanted == '"'      ? "A text in quotation marks is expected here."
                              : std::string("A ") + wanted + " is expected here.");
    return false;
  }

  // After a value: true where another follows, false after the closing bracket.
  bool goes_on(char close) {
    if (peek() == close) {
      ++at_;
      return false;
    }
    return expect(',');
  }

  // The same before the first value too.
  bool another(char close) {
    if (!std::exchange(first_, false)) return goes_on(close);
    if (peek() != close) return true;
    ++at_;
    return false;
  }

  // Past the text that begins here; whether there is an end of it.
  bool skip_text(bool& plain) {
    plain = true;
    for (++at_; at_ < bytes_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(bytes_[at_]);
      if (c == '"') {
        ++at_;
        return true;
      }
      if (c == '\\') ++at_;
      if (c == '\\' || c < 0x20 || c >= 0x80) plain = false;
    }
    at_ = bytes_.size();
    expect('"');
    return false;
  }

  // The next text; a view of the bytes, or of `scratch`.
  bool take_text(std::string_view& text, std::string& scratch) {
    if (peek() != '"') return expect('"');
    const std::size_t begin = at_;
    bool plain = true;
    if (!skip_text(plain)) return false;
    text = bytes_.substr(begin + 1, at_ - begin - 2);
    if (plain) return true;
    const std::optional<Json> json = parse(begin);
    if (!json) return false;
    scratch = json->text(Json::root());
    text = scratch;
    return true;
  }

  // The next value of any kind, from its first byte to its last.
  std::optional<Json> take_value() {
    peek();
    const std::size_t begin = at_;
    return skip_value() ? parse(begin) : std::nullopt;
  }

  bool skip_value() {
    int depth = 0;
    do {
      const char c = peek();
      bool plain = true;
      if (c == '"') {
        if (!skip_text(plain)) return false;
      } else if (c == '[' || c == '{') {
        ++at_;
        if (++depth > kMaxDepth) {
          fail(ErrorCode::too_large, "Lists and objects are nested more than 64 deep here.");
          return false;
        }
      } else if (c == ']' || c == '}') {
        if (depth-- == 0) break;
        ++at_;
      } else if (depth > 0 && (c == ',' || c == ':')) {
        ++at_;
      } else {
        const std::size_t end =
            std::min(bytes_.find_first_of(" \t\r\n,:[]{}\"", at_), bytes_.size());
        if (end == at_) break;
        at_ = end;
      }
    } while (depth > 0);
    return depth <= 0 || expect(']');
  }

  // What lies between `begin` and here.
  std::optional<Json> parse(std::size_t begin) {
    const std::string_view text = bytes_.substr(begin, at_ - begin);
    if (text.empty()) {
      fail(ErrorCode::not_json, "A value is expected here.");
      return std::nullopt;
    }
    Result<Json> json = Json::parse(text, kMaxPart);
    if (json.ok()) return std::move(json).value();
    Error error = json.errors().front();
    if (error.code == ErrorCode::too_large) {
      error.message = "This is larger than any scorecard.";
    }
    // Its line is one of the piece.
    const std::size_t line = std::stoul(error.place.substr(error.place.find(' ') + 1));
    error.place = "line " + std::to_string(line_of(bytes_, begin) + line - 1);
    if (!error_) error_ = std::move(error);
    return std::nullopt;
  }

  // ---- The file ----------------------------------------------------------------

  void read_member() {
    if (!another('}')) {
      if (!error_) end();
      return;
    }
    std::string scratch;
    std::string_view name;
    if (!take_text(name, scratch)) return;
    const auto* known = std::find(std::begin(kOnce), std::end(kOnce), name);
    if (known != std::end(kOnce)) {
      bool& seen = seen_[known - std::begin(kOnce)];
      if (seen) {
        fail(ErrorCode::twice, "“" + std::string(name) + "” is there twice; once is expected.");
        return;
      }
      seen = true;
    }
    if (!expect(':')) return;
    if (name == "leads") {
      begin_leads();
      return;
    }
    const std::string what(name);
    const std::optional<Json> json = take_value();
    if (json && known != std::end(kOnce)) read_part(what, *json);
  }

  void read_part(const std::string& name, const Json& json) {
    const Json::Node root = Json::root();
    if (name == "format") {
      if (json.kind(root) == Json::Kind::text && json.text(root) == kScorecardFormat) return;
      fail_at(ErrorCode::bad_value, name,
              "The file is no saved scorecard: its format is " + describe(json, root) + ", but “" +
                  std::string(kScorecardFormat) + "” is expected.");
    } else if (name == "format_version") {
      const auto version =
          json.kind(root) == Json::Kind::number ? parse_json_number(json.text(root)) : std::nullopt;
      if (version == kScorecardVersion) return;
      const bool newer = version && *version > kScorecardVersion;
      fail_at(
          newer ? ErrorCode::too_new : ErrorCode::bad_value, name,
          newer ? "The file was written by a newer version of this program; compare with it "
                  "there."
                : "The version of the format is " + describe(json, root) + ", but 1 is expected.");
    } else if (name == "marks" && !seen("scorecard")) {
      fail(ErrorCode::missing, "“scorecard” is expected before “marks”.");
    } else if (name == "title") {
      if (json.kind(root) == Json::Kind::text) earlier_.title = json.text(root);
    } else if (auto error = name == "scorecard" ? read_scorecard(json, earlier_)
                                                : read_marks(json, earlier_)) {
      fail_at(error->code, error->place.empty() ? name : name + "." + error->place,
              std::move(error->message));
    }
  }

  void end() {
    if (peek() != '\0' || at_ < bytes_.size()) {
      fail(ErrorCode::not_json, "Something follows after the end of the scorecard.");
    }
    for (std::size_t i = 0; i < std::size(kOnce); ++i) {
      const std::string_view name = kOnce[i];
      if (seen_[i] || name == "title" || name == "marks") continue;
      fail_at(ErrorCode::missing, std::string(name),
              "There is no “" + std::string(name) +
                  "” in the file; a scorecard saved to be compared with has one.");
    }
    in_ = In::done;
  }

  // ---- Leads --------------------------------------------------------------------

  void begin_leads() {
    if (!seen("scorecard")) {
      fail(ErrorCode::missing, "“scorecard” is expected before “leads”.");
      return;
    }
    if (!expect('[')) return;
    if (peek() == ']') {
      ++at_;
      return;
    }
    in_ = In::leads;
  }

  // Up to the answers of an entry.
  void read_entry() {
    if (!expect('{')) return;
    if (earlier_.leads.size() == kMostDatasets) {
      fail(ErrorCode::too_large, "These are more datasets than any agreement has.");
      return;
    }
    earlier_.leads.emplace_back();
    periods_.clear();
    scoring::EarlierLeads& leads = earlier_.leads.back();
    double count = 0;
    do {
      std::string scratch;
      std::string_view name;
      if (!take_text(name, scratch)) return;
      if (!expect(':')) return;
      if (name == "answers") {
        begin_answers(leads, count);
        return;
      }
      const std::string what(name);
      const std::optional<Json> json = take_value();
      if (!json) return;
      const Json::Kind kind = json->kind(Json::root());
      if (what == "dataset" && kind == Json::Kind::text) {
        leads.dataset = json->text(Json::root());
      } else if (what == "promises" && kind == Json::Kind::list) {
        read_promises(*json, leads);
      } else if (what == "count" && kind == Json::Kind::number) {
        count = parse_json_number(json->text(Json::root())).value_or(0);
      }
      if (error_) return;
    } while (goes_on('}'));
    fail(ErrorCode::missing, "There are no “answers” of these leads; an object is expected.");
  }

  void read_promises(const Json& json, scoring::EarlierLeads& leads) {
    for (Json::Node node = json.first(Json::root()); node != Json::kNone; node = json.next(node)) {
      const std::string id(json.kind(node) == Json::Kind::text ? json.text(node) : "");
      const scoring::EarlierPromise* promise = earlier_.find_promise(id);
      if (promise == nullptr) {
        fail(ErrorCode::bad_reference, "The scorecard has no promise " + agreement::quoted(id) +
                                           "; the id of one is expected.");
        return;
      }
      // Each promise counts the leads of one dataset.
      if (++answered_ > earlier_.promises.size()) {
        fail(ErrorCode::twice,
             "More promises are listed here than the scorecard has; each is expected once.");
        return;
      }
      leads.promises.push_back(id);
      periods_.push_back(promise->score.periods.size());
    }
  }

  void begin_answers(scoring::EarlierLeads& leads, double count) {
    const bool again = std::any_of(earlier_.leads.begin(), earlier_.leads.end() - 1,
                                   [&](const auto& each) { return each.dataset == leads.dataset; });
    if (leads.dataset.empty() || again) {
      fail(again ? ErrorCode::twice : ErrorCode::missing,
           "Before “answers” the id of their dataset is expected, another one each time.");
      return;
    }
    if (!expect('{')) return;
    // What one entry makes room for, those after it cannot need.
    const std::size_t most = (bytes_.size() - at_) / kLeastOfALead;
    const std::size_t left = most - std::min(most, room_made_);
    const auto room = static_cast<std::size_t>(std::clamp(count, 0.0, static_cast<double>(left)));
    room_made_ += room;
    if (!leads.reserve(room)) return;
    in_ = In::answers;
    first_ = true;
  }

  void read_answers() {
    scoring::EarlierLeads& leads = earlier_.leads.back();
    std::string id_scratch;
    std::string line_scratch;
    for (std::size_t i = 0; i < kStep; ++i) {
      if (!another('}')) {
        if (!error_) end_answers();
        return;
      }
      std::string_view id;
      std::string_view line;
      if (!take_text(id, id_scratch) || !expect(':') || !take_text(line, line_scratch)) return;
      if (!is_line(line)) {
        fail(ErrorCode::bad_value, agreement::quoted(line) +
                                       " are no answers to these promises; letters with numbers of "
                                       "their periods, like m5mf5, are expected.");
        return;
      }
      add(leads, id, line);
      if (error_) return;
    }
  }

  void add(scoring::EarlierLeads& leads, std::string_view id, std::string_view line) {
    using Added = scoring::EarlierLeads::Added;
    const Added added = leads.add(id, line);
    if (added == Added::yes) return;
    fail(added == Added::twice ? ErrorCode::twice : ErrorCode::too_large,
         added == Added::twice
             ? "The lead " + agreement::quoted(id) + " is there twice; once is expected."
             : "These are more leads than can be told apart.");
  }

  bool is_line(std::string_view line) const {
    scoring::AnswerReader reader(line);
    for (std::size_t i = 0; !reader.at_end(); ++i) {
      const auto answer = reader.next();
      if (!answer || i >= periods_.size()) return false;
      if (answer->in_period() && answer->period >= periods_[i]) return false;
    }
    return true;
  }

  // The rest of the entry, which is of no use, and of the list.
  void end_answers() {
    in_ = In::leads;
    first_ = false;
    while (goes_on('}')) {
      std::string scratch;
      std::string_view name;
      if (!take_text(name, scratch) || !expect(':')) return;
      if (!take_value()) return;
    }
    if (error_ || goes_on(']')) return;
    in_ = In::file;
  }

  [[nodiscard]] bool seen(std::string_view name) const {
    return seen_[std::find(std::begin(kOnce), std::end(kOnce), name) - std::begin(kOnce)];
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  In in_ = In::start;
  bool first_ = true;  // no member of the file, or no answer, was read yet
  bool seen_[std::size(kOnce)] = {};
  std::vector<std::size_t> periods_;  // of the promises that are answered
  std::size_t answered_ = 0;          // promises, of all datasets
  std::size_t room_made_ = 0;         // for leads, of all datasets
  scoring::Earlier earlier_;
  std::optional<Error> error_;
};

ScorecardReading::ScorecardReading(std::string_view bytes)
    : reader_(std::make_unique<Reader>(bytes)) {}
ScorecardReading::ScorecardReading(ScorecardReading&&) noexcept = default;
ScorecardReading& ScorecardReading::operator=(ScorecardReading&&) noexcept = default;
ScorecardReading::~ScorecardReading() = default;

bool ScorecardReading::step() {
  return reader_->step();
}

double ScorecardReading::share() const {
  return reader_->share();
}

Result<scoring::Earlier> ScorecardReading::finish() {
  return reader_->finish();
}

Result<scoring::Earlier> read_saved_scorecard(std::string_view bytes) {
  ScorecardReading reading(bytes);
  while (reading.step()) {
  }
  return reading.finish();
}

}  // namespace leadpact::exchange
