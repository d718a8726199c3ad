#include "core/data/cell_profile.h"

#include <algorithm>
#include <bitset>

#include "core/data/cells.h"
#include "core/data/presets.h"

namespace leadpact::data {
namespace {

constexpr std::size_t kLongestNull = 24;
constexpr std::size_t kMostNulls = 24;
constexpr std::size_t kLongestValue = 64;  // of what may be a number or a date

constexpr std::string_view kNulls =
    "|n/a|na|n.a.|#n/a|n/d|-|--|---|–|—|?|(no value)|no value|(novalue)|null|(null)|nil|none|"
    "-none-|--none--|select|select...|select…|--select--|please select|not set|undefined|"
    "(blank)|(empty)|empty|tbd|k.a.|k. a.|(kein wert)|kein wert|keine angabe|nicht gesetzt|"
    "(aucune valeur)|aucune valeur|sans valeur|non renseigne|(sin valor)|sin valor|sin definir|"
    "000000000000000aaa|";

// Of German, French and Spanish, without accents; English ones are read.
constexpr std::string_view kMonths =
    "|januar|janner|februar|feber|marz|mrz|mai|juni|juli|oktober|okt|dezember|dez|"
    "janvier|janv|fevrier|fevr|fev|mars|avril|avr|juin|juillet|juil|aout|septembre|octobre|"
    "novembre|decembre|"
    "enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|setiembre|octubre|"
    "noviembre|diciembre|dic|";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool has_digit(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), is_digit);
}

void see(Seen& seen, std::string_view cell, std::uint32_t line) {
  ++seen.count;
  if (seen.first.size() < Seen::kShown) seen.first.push_back({shortened_cell(cell), 0, line});
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
// A word's first two bytes as a number; most cells are told by them.
std::size_t beginning(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(lower(first))) << 8 |
         static_cast<unsigned char>(lower(second));
}

bool may_be_null(std::string_view cell) {
  static const std::bitset<1u << 16> beginnings = [] {
    std::bitset<1u << 16> all;
    for (std::size_t at = 0; at + 2 < kNulls.size(); at = kNulls.find('|', at + 1))
      all.set(beginning(kNulls[at + 1], kNulls[at + 2]));
    return all;
  }();
  return cell.size() <= kLongestNull &&
         beginnings[beginning(cell[0], cell.size() > 1 ? cell[1] : '|')];
}

bool note_null(std::string_view cell, ColumnProfile& profile) {
  if (!may_be_null(cell) || cell.find('|') != std::string_view::npos) return false;
  if (kNulls.find("|" + without_accents(cell) + "|") == std::string_view::npos) return false;
  ++profile.null_count;
  for (auto& [text, count] : profile.nulls) {
    if (text != cell) continue;
    ++count;
    return true;
  }
  if (profile.nulls.size() < kMostNulls) profile.nulls.emplace_back(std::string(cell), 1);
  return true;
}

// "51-200", "51 to 200", "1000+", "< 50".
bool is_range(std::string_view cell) {
  if (!has_digit(cell)) return false;
  if (cell.back() == '+' || cell[0] == '<' || cell[0] == '>') return true;
  const auto end = std::find_if_not(cell.begin(), cell.end(), [](char c) {
    return is_digit(c) || c == '.' || c == ',' || c == ' ' || c == '$';
  });
  std::string_view rest = cell.substr(static_cast<std::size_t>(end - cell.begin()));
  if (rest.size() == cell.size() || rest.empty()) return false;
  for (const std::string_view to : {"-", "–", "—", "to ", "bis ", "a ", "à "}) {
    if (rest.substr(0, to.size()) != to) continue;
    rest = trim(rest.substr(to.size()));
    return !rest.empty() && (is_digit(rest[0]) || rest[0] == '$');
  }
  return false;
}

bool names_foreign_month(std::string_view cell) {
  if (!has_digit(cell)) return false;
  for (const std::string& word : name_words(cell)) {
    if (!is_digit(word[0]) && kMonths.find("|" + word + "|") != std::string_view::npos) return true;
  }
  return false;
}

void profile_number(std::string_view cell, std::uint32_t line, ColumnProfile& profile) {
  const auto point = parse_number(cell, Decimal::point);
  const auto comma = parse_number(cell, Decimal::comma);
  if (point || comma) {
    ++profile.numbers;
    if (!comma) {
      ++profile.point_only;
    } else if (!point) {
      ++profile.comma_only;
    } else if (*point != *comma) {
      see(profile.either_decimal, cell, line);
    }
  } else if (is_range(cell)) {
    see(profile.ranges, cell, line);
  } else {
    see(has_digit(cell) ? profile.with_words : profile.unreadable, cell, line);
  }
}

void profile_stamp(std::string_view cell, std::uint32_t line, ColumnProfile& profile) {
  static const calendar::Zone& utc = *calendar::Zone::find("Etc/UTC");
  static const calendar::Zone& east = *calendar::Zone::find("Asia/Tokyo");
  OrderEvidence orders;
  const calendar::Stamp stamp = parse_stamp(cell, DateOrder::mdy, utc, &orders);
  if (!stamp.has_value() && !stamp.is_other_order()) {
    see(names_foreign_month(cell) ? profile.months : profile.unreadable, cell, line);
    return;
  }
  ++profile.stamps;
  if (orders.mdy && orders.dmy) {
    profile.dates.either += *orders.mdy != *orders.dmy ? 1u : 0u;
  } else {
    profile.dates.month_first += orders.mdy ? 1u : 0u;
    profile.dates.day_first += orders.dmy ? 1u : 0u;
  }
  const calendar::Stamp read = stamp.has_value() ? stamp : parse_stamp(cell, DateOrder::dmy, utc);
  if (!read.has_value()) return;
  if (read.date_only()) {
    ++profile.date_only;
  } else if (profile.local_times == 0) {
    // A time that says its zone is the same in every other.
    const calendar::Stamp there =
        parse_stamp(cell, stamp.has_value() ? DateOrder::mdy : DateOrder::dmy, east);
    profile.local_times = there == read ? 0 : 1;
  }
  const bool plain =
      std::all_of(cell.begin(), cell.end(), [](char c) { return is_digit(c) || c == '.'; });
  const std::size_t whole = std::min(cell.find('.'), cell.size());
  if (plain && whole == 5) see(profile.serials, cell, line);
}

void add_seen(Seen& seen, const Seen& other, std::size_t file) {
  seen.count += other.count;
  for (const CellAt& cell : other.first) {
    if (seen.first.size() == Seen::kShown) break;
    seen.first.push_back(cell);
    seen.first.back().file = file;
  }
}

}  // namespace

std::string shortened_cell(std::string_view cell) {
  constexpr std::size_t kLongest = 60;
  std::size_t end = std::min(cell.size(), kLongest);
  while (end < cell.size() && end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80)
    --end;
  std::string text(cell.substr(0, end));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return end < cell.size() ? text + "…" : text;
}

void profile_cell(std::string_view cell, FieldType type, std::uint32_t line,
                  ColumnProfile& profile) {
  ++profile.filled;
  if (note_null(cell, profile)) return;
  if (type == FieldType::text || type == FieldType::unset) return;
  if (cell.size() > kLongestValue) {
    see(profile.unreadable, cell, line);
  } else if (type == FieldType::number) {
    profile_number(cell, line, profile);
  } else if (type == FieldType::timestamp) {
    profile_stamp(cell, line, profile);
  } else if (parse_boolean(cell)) {
    ++profile.booleans;
  } else {
    see(profile.unreadable, cell, line);
  }
}

std::uint64_t ColumnProfile::readable(FieldType type) const {
  switch (type) {
    case FieldType::number:
      return numbers;
    case FieldType::boolean:
      return booleans;
    case FieldType::timestamp:
      return stamps;
    case FieldType::text:
    case FieldType::unset:
      break;
  }
  return filled;
}

void ColumnProfile::add(const ColumnProfile& other, std::size_t file) {
  filled += other.filled;
  null_count += other.null_count;
  for (const auto& [text, count] : other.nulls) {
    const auto same =
        std::find_if(nulls.begin(), nulls.end(),
                     [&, &sought = text](const auto& each) { return each.first == sought; });
    if (same != nulls.end()) {
      same->second += count;
    } else if (nulls.size() < kMostNulls) {
      nulls.emplace_back(text, count);
    }
  }
  numbers += other.numbers;
  point_only += other.point_only;
  comma_only += other.comma_only;
  booleans += other.booleans;
  stamps += other.stamps;
  date_only += other.date_only;
  local_times += other.local_times;
  dates.month_first += other.dates.month_first;
  dates.day_first += other.dates.day_first;
  dates.either += other.dates.either;
  add_seen(either_decimal, other.either_decimal, file);
  add_seen(with_words, other.with_words, file);
  add_seen(ranges, other.ranges, file);
  add_seen(serials, other.serials, file);
  add_seen(months, other.months, file);
  add_seen(unreadable, other.unreadable, file);
}

}  // namespace leadpact::data
