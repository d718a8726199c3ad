// The scorecard in a saved one, back from JSON.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/places.h"
#include "core/calendar/time.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/saved_format.h"

namespace leadpact::exchange {
namespace {

constexpr std::size_t kMostPromises = 5000;

using scoring::PeriodScore;
using scoring::Status;
using Kind = Json::Kind;
using Node = Json::Node;

constexpr double kMostCount = 9007199254740992;  // what a double counts to

// A unit may begin before 1900 and end after 2199, each by less than a year.
std::optional<calendar::Day> read_day(std::string_view text) {
  constexpr int kDaysOf1899And2199 = 365;
  const std::string rest(text.substr(std::min<std::size_t>(4, text.size())));
  if (text.substr(0, 5) == "1899-") {
    const auto day = calendar::parse_day("1900" + rest);
    return day ? std::optional(*day - kDaysOf1899And2199) : std::nullopt;
  }
  if (text.substr(0, 5) == "2200-") {
    const auto day = calendar::parse_day("2199" + rest);
    return day ? std::optional(*day + kDaysOf1899And2199) : std::nullopt;
  }
  return calendar::parse_day(text);
}

std::optional<Status> status_of(std::string_view name) {
  for (const Status status : {Status::met, Status::missed, Status::on_track, Status::at_risk,
                              Status::behind, Status::no_data}) {
    if (scoring::name_of(status) == name) return status;
  }
  return std::nullopt;
}

// Reads what is there and keeps the first thing that is wrong.
class Parts {
 public:
  explicit Parts(const Json& json) : json_(json) {}

  std::optional<Error> take() && { return std::move(error_); }

  void read(scoring::Earlier& earlier) {
    const Node root = Json::root();
    if (!is(root, Kind::object, "an object")) return;
    earlier.agreement = text(root, "agreement");
    const std::string as_of = text(root, "as_of");
    if (const auto instant = calendar::parse_instant(as_of)) {
      earlier.as_of = *instant;
    } else {
      fail("as_of", "“" + as_of.substr(0, 40) + "” is no time; one like 2026-04-01T04:00:00Z");
    }
    commitments(root, "commitments", earlier);
    commitments(root, "goals", earlier);
    std::vector<std::string_view> ids;
    for (const scoring::EarlierPromise& promise : earlier.promises)
      ids.push_back(promise.score.id);
    std::sort(ids.begin(), ids.end());
    const auto twice = std::adjacent_find(ids.begin(), ids.end());
    if (twice != ids.end()) {
      fail("commitments", "“" + std::string(twice->substr(0, 40)) +
                              "” is the id of two promises; another one for each");
    }
  }

  void read_marks(scoring::Earlier& earlier) {
    if (!is(Json::root(), Kind::list, "a list")) return;
    std::size_t marks = 0;
    for (Node node = json_.first(Json::root()); node != Json::kNone; node = json_.next(node)) {
      if (!is(node, Kind::object, "an object")) return;
      if (++marks > earlier.promises.size()) {
        fail("promise", "There are more marks than promises; one for each");
        return;
      }
      const std::string id = text(node, "promise");
      for (scoring::EarlierPromise& promise : earlier.promises) {
        if (promise.score.id == id) promise.mark = text(node, "mark");
      }
    }
  }

 private:
  void fail(std::string_view name, const std::string& found_and_expected) {
    if (error_) return;
    const auto in = path_.enter(name);
    error_ = Error{ErrorCode::bad_value, path_.str(), found_and_expected + " is expected."};
  }

  bool is(Node node, Kind kind, const std::string& expected) {
    if (node != Json::kNone && json_.kind(node) == kind) return true;
    if (!error_) {
      error_ = Error{node == Json::kNone ? ErrorCode::missing : ErrorCode::wrong_type, path_.str(),
                     (node == Json::kNone ? "There is nothing" : "Found " + describe(json_, node)) +
                         "; " + expected + " is expected."};
    }
    return false;
  }

  std::string text(Node object, std::string_view name) {
    const auto in = path_.enter(name);
    const Node node = json_.find(object, name);
    return is(node, Kind::text, "a text") ? std::string(json_.text(node)) : std::string();
  }

  std::optional<double> number(Node object, std::string_view name) {
    const Node node = json_.find(object, name);
    if (node == Json::kNone || json_.kind(node) == Kind::null) return std::nullopt;
    const auto in = path_.enter(name);
    if (!is(node, Kind::number, "a number or null")) return std::nullopt;
    return parse_json_number(json_.text(node));
  }

  std::optional<std::uint64_t> count(Node object, std::string_view name) {
    const auto value = number(object, name);
    if (!value) return std::nullopt;
    if (*value < 0 || *value > kMostCount || std::floor(*value) != *value) {
      fail(name, "Found " + std::string(json_.text(json_.find(object, name))).substr(0, 24) +
                     "; a whole number from 0");
      return std::nullopt;
    }
    return static_cast<std::uint64_t>(*value);
  }

  calendar::Day day(Node object, std::string_view name) {
    const std::string written = text(object, name);
    const auto read = read_day(written);
    if (!read) fail(name, "“" + written.substr(0, 40) + "” is no date; one like 2026-04-01");
    return read.value_or(0);
  }

  PeriodScore period(Node node) {
    PeriodScore score;
    score.period.start = day(node, "start");
    if (!text(node, "end").empty()) score.period.end = day(node, "end");
    const Node closed = json_.find(node, "closed");
    score.period.closed =
        closed != Json::kNone && json_.kind(closed) == Kind::boolean && json_.boolean(closed);
    score.population = count(node, "population").value_or(0);
    score.value = number(node, "value");
    score.target = number(node, "target").value_or(0);
    score.attainment = number(node, "attainment");
    const std::string status = text(node, "status");
    if (const auto known = status_of(status)) {
      score.status = *known;
    } else {
      fail("status", "“" + status.substr(0, 40) +
                         "” is no status; met, missed, on_track, at_risk, behind or no_data");
    }
    score.met = count(node, "met");
    score.failed = count(node, "failed");
    score.pending = count(node, "pending");
    score.left_out = count(node, "left_out");
    return score;
  }

  void periods(Node commitment, std::vector<PeriodScore>& periods) {
    const auto in = path_.enter("periods");
    const Node list = json_.find(commitment, "periods");
    if (!is(list, Kind::list, "a list")) return;
    for (Node node = json_.first(list); node != Json::kNone && !error_; node = json_.next(node)) {
      const auto at = path_.enter_element(periods.size());
      if (!is(node, Kind::object, "an object")) return;
      periods.push_back(period(node));
      if (periods.size() >= scoring::kNotCounted ||
          (periods.size() > 1 &&
           periods[periods.size() - 2].period.start >= periods.back().period.start)) {
        fail("start", "The periods are not in the order of time; one after the other");
      }
    }
  }

  void commitments(Node root, std::string_view name, scoring::Earlier& earlier) {
    const auto in = path_.enter(name);
    const Node list = json_.find(root, name);
    if (!is(list, Kind::list, "a list")) return;
    std::size_t index = 0;
    for (Node node = json_.first(list); node != Json::kNone && !error_; node = json_.next(node)) {
      const auto at = path_.enter_element(index++);
      if (!is(node, Kind::object, "an object")) return;
      if (earlier.promises.size() == kMostPromises) {
        fail("id", "There are more than " + std::to_string(kMostPromises) +
                       " promises; so many at the most");
        return;
      }
      scoring::EarlierPromise promise;
      promise.score.id = text(node, "id");
      periods(node, promise.score.periods);
      earlier.promises.push_back(std::move(promise));
    }
  }

  const Json& json_;
  agreement::Path path_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> read_scorecard(const Json& json, scoring::Earlier& into) {
  Parts parts(json);
  parts.read(into);
  return std::move(parts).take();
}

std::optional<Error> read_marks(const Json& json, scoring::Earlier& into) {
  Parts parts(json);
  parts.read_marks(into);
  return std::move(parts).take();
}

}  // namespace leadpact::exchange
