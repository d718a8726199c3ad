#include "core/agreement/names.h"

#include <cstddef>

namespace leadpact::agreement {

namespace {

template <typename Enum>
struct Name {
  Enum value;
  std::string_view word;
};

// One table an enum; `unset` has no word and so no row.
template <typename Enum>
struct Table;

template <>
struct Table<Team> {
  static constexpr Name<Team> kNames[] = {
      {Team::marketing, "marketing"}, {Team::sales, "sales"}, {Team::both, "both"}};
};

template <>
struct Table<Ruling> {
  static constexpr Name<Ruling> kNames[] = {
      {Ruling::open, "open"}, {Ruling::upheld, "upheld"}, {Ruling::declined, "declined"}};
};

template <>
struct Table<CountsAs> {
  static constexpr Name<CountsAs> kNames[] = {{CountsAs::met, "met"},
                                              {CountsAs::left_out, "left_out"}};
};

template <>
struct Table<Direction> {
  static constexpr Name<Direction> kNames[] = {{Direction::at_least, "at_least"},
                                               {Direction::at_most, "at_most"}};
};

template <>
struct Table<Match> {
  static constexpr Name<Match> kNames[] = {{Match::all, "all"}, {Match::any, "any"}};
};

template <>
struct Table<Early> {
  static constexpr Name<Early> kNames[] = {{Early::left_out, "left_out"}, {Early::met, "met"}};
};

template <>
struct Table<Op> {
  static constexpr Name<Op> kNames[] = {
      {Op::is, "is"},
      {Op::is_not, "is_not"},
      {Op::contains, "contains"},
      {Op::not_contains, "not_contains"},
      {Op::starts_with, "starts_with"},
      {Op::ends_with, "ends_with"},
      {Op::domain_is, "domain_is"},
      {Op::domain_is_not, "domain_is_not"},
      {Op::equals, "equals"},
      {Op::at_least, "at_least"},
      {Op::at_most, "at_most"},
      {Op::more_than, "more_than"},
      {Op::less_than, "less_than"},
      {Op::between, "between"},
      {Op::before, "before"},
      {Op::on_or_after, "on_or_after"},
      {Op::is_filled, "is_filled"},
      {Op::is_empty, "is_empty"},
      {Op::meets, "meets"},
  };
};

template <>
struct Table<Kind> {
  static constexpr Name<Kind> kNames[] = {
      {Kind::count, "count"},
      {Kind::sum, "sum"},
      {Kind::share, "share"},
      {Kind::within, "within"},
      {Kind::average, "average"},
      {Kind::median, "median"},
      {Kind::median_time, "median_time"},
      {Kind::checkins, "checkins"},
      {Kind::manual, "manual"},
  };
};

template <>
struct Table<Every> {
  static constexpr Name<Every> kNames[] = {{Every::week, "week"},
                                           {Every::month, "month"},
                                           {Every::quarter, "quarter"},
                                           {Every::year, "year"},
                                           {Every::term, "term"}};
};

template <>
struct Table<data::FieldType> {
  static constexpr Name<data::FieldType> kNames[] = {{data::FieldType::text, "text"},
                                                     {data::FieldType::number, "number"},
                                                     {data::FieldType::boolean, "boolean"},
                                                     {data::FieldType::timestamp, "timestamp"}};
};

template <>
struct Table<data::DateOrder> {
  static constexpr Name<data::DateOrder> kNames[] = {{data::DateOrder::mdy, "mdy"},
                                                     {data::DateOrder::dmy, "dmy"}};
};

template <>
struct Table<data::Decimal> {
  static constexpr Name<data::Decimal> kNames[] = {{data::Decimal::point, "."},
                                                   {data::Decimal::comma, ","}};
};

template <>
struct Table<data::Keep> {
  static constexpr Name<data::Keep> kNames[] = {{data::Keep::last, "last"},
                                                {data::Keep::first, "first"}};
};

}  // namespace

template <typename Enum>
std::string_view name_of(Enum value) {
  for (const Name<Enum>& name : Table<Enum>::kNames) {
    if (name.value == value) return name.word;
  }
  return {};
}

template <typename Enum>
std::optional<Enum> from_name(std::string_view word) {
  for (const Name<Enum>& name : Table<Enum>::kNames) {
    if (name.word == word) return name.value;
  }
  return std::nullopt;
}

template <typename Enum>
std::string choices() {
  std::string text;
  const std::size_t count = std::size(Table<Enum>::kNames);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == count ? " or " : ", ";
    text += Table<Enum>::kNames[i].word;
  }
  return text;
}

#define LEADPACT_NAMES(Enum)                                      \
  template std::string_view name_of<Enum>(Enum);                  \
  template std::optional<Enum> from_name<Enum>(std::string_view); \
  template std::string choices<Enum>();

LEADPACT_NAMES(Team)
LEADPACT_NAMES(Ruling)
LEADPACT_NAMES(CountsAs)
LEADPACT_NAMES(Direction)
LEADPACT_NAMES(Match)
LEADPACT_NAMES(Early)
LEADPACT_NAMES(Op)
LEADPACT_NAMES(Kind)
LEADPACT_NAMES(Every)
LEADPACT_NAMES(data::FieldType)
LEADPACT_NAMES(data::DateOrder)
LEADPACT_NAMES(data::Decimal)
LEADPACT_NAMES(data::Keep)

#undef LEADPACT_NAMES

}  // namespace leadpact::agreement
