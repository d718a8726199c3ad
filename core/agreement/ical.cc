#include "core/agreement/ical.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/agreement/ical_rule.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::agreement {
namespace {

using calendar::Day;

constexpr std::size_t kMostLine = 64u << 10;  // of an unfolded line; descriptions are not read
constexpr int kMostDaysOfAnEvent = 366;

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// \n, \, and the like as what they stand for; line breaks become spaces.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char c = text[++i];
    result += c == 'n' || c == 'N' ? ' ' : c;
  }
  return std::string(data::trim(result));
}

struct Property {
  std::string name;  // in capitals
  std::string params;
  std::string_view value;
};

// NAME;PARAM="a:b";PARAM=c:value
Property property_of(std::string_view line) {
  Property property;
  bool in_quotes = false;
  std::size_t colon = 0;
  for (; colon < line.size(); ++colon) {
    if (line[colon] == '"') in_quotes = !in_quotes;
    if (line[colon] == ':' && !in_quotes) break;
  }
  const std::string_view head = line.substr(0, colon);
  const std::size_t semicolon = std::min(head.find(';'), head.size());
  property.name = upper(data::trim(head.substr(0, semicolon)));
  property.params = upper(head.substr(semicolon)) + ";";
  if (colon < line.size()) property.value = data::trim(line.substr(colon + 1));
  return property;
}

struct Event {
  std::size_t line = 0;
  std::string uid;
  std::string name;
  std::string start, end, duration;  // as written
  bool start_is_date = false;
  bool all_day_flag = false;  // as one mail program marks days written as midnights
  bool cancelled = false;
  std::string rule;
  std::vector<std::string> added, left_out;  // dates as written
  std::string instead_of;                    // the date of the series that this one stands for
};

// The date a value begins with: 20261225, 20261225T000000.
std::optional<Day> date_of(std::string_view value) {
  if (value.size() > 8 && value[8] != 'T' && value[8] != 't') return std::nullopt;
  return parse_ical_date(value.substr(0, 8));
}

// P3D, P2W; nothing for what holds hours.
std::optional<int> days_of(std::string_view duration) {
  if (duration.size() < 3 || duration.size() > 6 || duration[0] != 'P') return std::nullopt;
  int number = 0;
  for (const char c : duration.substr(1, duration.size() - 2)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  if (duration.back() == 'D') return number;
  if (duration.back() == 'W') return number * 7;
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view text, int first_year, int last_year)
      : text_(text), first_year_(first_year), last_year_(last_year) {}

  Result<IcalDays> read() {
    read_lines();
    if (too_many_) {
      return Error{ErrorCode::too_large, "line " + std::to_string(line_),
                   "The file holds more than " + grouped(std::to_string(kMostIcalEvents)) +
                       " events; choose a calendar of holidays alone."};
    }
    if (event_) {
      result_.unread.push_back("The file ends inside of " + called(*event_) + "; save it again.");
    }
    for (const Event& event : events_) {
      if (!event.instead_of.empty()) {
        if (const auto day = date_of(event.instead_of)) moved_.insert({event.uid, *day});
      }
    }
    for (const Event& event : events_)
      take(event);
    if (days_.size() > kMostIcalDays) {
      return Error{ErrorCode::too_large, "",
                   "The file holds more than " + grouped(std::to_string(kMostIcalDays)) +
                       " days off; choose a calendar of holidays alone."};
    }
    for (auto& [day, name] : days_)
      result_.days.push_back({day, std::move(name)});
    return std::move(result_);
  }

 private:
  static std::string called(const Event& event) {
    const std::string line = "line " + std::to_string(event.line);
    return event.name.empty() ? "the event of " + line : quoted(event.name) + " (" + line + ")";
  }

  void read_lines() {
    std::string line;
    std::size_t began = 0;
    for (std::size_t at = 0; at < text_.size() && !too_many_;) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view physical = text_.substr(at, end - at);
      at = end + 1;
      ++line_;
      while (!physical.empty() && physical.back() == '\r')
        physical.remove_suffix(1);
      const bool folded = !physical.empty() && (physical[0] == ' ' || physical[0] == '\t');
      if (folded) {
        if (line.size() < kMostLine) line += physical.substr(1);
        continue;
      }
      take_line(line, began);
      line.assign(physical.substr(0, kMostLine));
      began = line_;
    }
    take_line(line, began);
  }

  void take_line(std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const Property property = property_of(line);
    if (property.name == "BEGIN") {
      if (event_) {
        ++inside_;  // of an alarm, whose properties are not the event's
      } else if (upper(property.value) == "VEVENT") {
        event_.emplace();
        event_->line = number;
      }
      return;
    }
    if (!event_) return;
    if (property.name == "END") {
      if (inside_ > 0) {
        --inside_;
        return;
      }
      too_many_ = events_.size() == kMostIcalEvents;
      if (!too_many_) events_.push_back(std::move(*event_));
      event_.reset();
      return;
    }
    if (inside_ == 0) set(property);
  }

  void set(const Property& property) {
    Event& event = *event_;
    const std::string value(property.value);
    if (property.name == "DTSTART") {
      event.start = value;
      event.start_is_date =
          property.params.find(";VALUE=DATE;") != std::string::npos || value.size() == 8;
    } else if (property.name == "DTEND") {
      event.end = value;
    } else if (property.name == "DURATION") {
      event.duration = upper(value);
    } else if (property.name == "SUMMARY") {
      event.name = unescaped(value);
    } else if (property.name == "UID") {
      event.uid = value;
    } else if (property.name == "STATUS") {
      event.cancelled = upper(value) == "CANCELLED";
    } else if (property.name == "RRULE") {
      // A second one would be forgotten: a rule of both is one that is not read.
      event.rule += (event.rule.empty() ? "" : ";") + upper(value);
    } else if (property.name == "RDATE" || property.name == "EXDATE") {
      auto& dates = property.name == "RDATE" ? event.added : event.left_out;
      for (const std::string_view date : split(value, ','))
        dates.emplace_back(date);
    } else if (property.name == "RECURRENCE-ID") {
      event.instead_of = value;
    } else if (property.name == "X-MICROSOFT-CDO-ALLDAYEVENT") {
      event.all_day_flag = upper(value) == "TRUE";
    }
  }

  void refuse(const Event& event, const std::string& why) {
    result_.unread.push_back("Not read: " + called(event) + " " + why);
  }

  // How many days an event lasts; nothing where that was refused.
  std::optional<int> length_of(const Event& event, Day start) {
    int length = 1;
    if (!event.end.empty()) {
      const auto end = date_of(event.end);
      if (!end || *end < start) {
        refuse(event, "ends on " + quoted(event.end) + ", which is no day after its first.");
        return std::nullopt;
      }
      length = std::max(1, *end - start);
    } else if (!event.duration.empty()) {
      const auto days = days_of(event.duration);
      if (!days) {
        refuse(event, "lasts " + quoted(event.duration) + ", which is no number of days.");
        return std::nullopt;
      }
      length = std::max(1, *days);
    }
    if (length > kMostDaysOfAnEvent) {
      refuse(event, "lasts longer than a year.");
      return std::nullopt;
    }
    return length;
  }

  void take(const Event& event) {
    if (event.cancelled) {
      ++result_.cancelled;
      return;
    }
    if (event.start.empty()) return refuse(event, "has no first day (DTSTART).");
    if (!event.start_is_date && !event.all_day_flag) {
      ++result_.timed;
      return;
    }
    const auto start = date_of(event.start);
    if (!start) return refuse(event, "begins on " + quoted(event.start) + ", which is no date.");
    const auto length = length_of(event, *start);
    if (!length) return;
    std::vector<Day> starts = {*start};
    if (!event.rule.empty()) {
      const auto rule = read_yearly_rule(event.rule);
      if (!rule) {
        return refuse(event, "repeats by a rule that is not read (" + quoted(event.rule) +
                                 "); only yearly days are. Type its days in.");
      }
      starts = days_of_rule(*rule, *start, last_year_);
    }
    std::set<Day> left_out;
    for (const std::string& date : event.left_out) {
      if (const auto day = date_of(date)) left_out.insert(*day);
    }
    for (const std::string& date : event.added) {
      const auto day = date_of(date);
      if (!day) return refuse(event, "repeats on " + quoted(date) + ", which is no date.");
      starts.push_back(*day);
    }
    const bool series = !event.rule.empty() || !event.added.empty();
    for (const Day each : starts) {
      const bool moved = series && event.instead_of.empty() && moved_.count({event.uid, each}) > 0;
      if (left_out.count(each) > 0 || moved) continue;
      for (int i = 0; i < *length; ++i)
        add(each + i, event.name, series);
    }
  }

  void add(Day day, const std::string& name, bool of_a_series) {
    const int year = day > calendar::kLastDay ? last_year_ + 1 : calendar::to_date(day).year;
    if (year < first_year_ || year > last_year_) {
      result_.outside += of_a_series ? 0 : 1;
      return;
    }
    days_.try_emplace(day, name);
  }

  std::string_view text_;
  int first_year_, last_year_;
  std::size_t line_ = 0;
  bool too_many_ = false;
  std::optional<Event> event_;  // being read
  int inside_ = 0;              // of parts of it
  std::vector<Event> events_;
  std::set<std::pair<std::string, Day>> moved_;
  std::map<Day, std::string> days_;
  IcalDays result_;
};

}  // namespace

bool is_ical(std::string_view text) {
  constexpr std::string_view kBegin = "BEGIN:VCALENDAR";
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return upper(text.substr(first, kBegin.size())) == kBegin;
}

Result<IcalDays> read_ical(std::string_view text, int first_year, int last_year) {
  if (text.size() > kMostIcalBytes) {
    return Error{ErrorCode::too_large, "",
                 "The calendar file is larger than 4 MB; choose a calendar of holidays alone."};
  }
  if (!is_ical(text)) {
    return Error{ErrorCode::bad_value, "line 1",
                 "This is no calendar file: it does not begin with BEGIN:VCALENDAR."};
  }
  return Reader(text, first_year, std::min(last_year, 2199)).read();
}

}  // namespace leadpact::agreement
