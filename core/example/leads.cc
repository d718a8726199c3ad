// The story of the example, January to September: how many leads came, and how
// well the promises were kept.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/example/chance.h"
#include "core/example/example.h"
#include "core/example/office.h"
#include "core/example/people.h"
#include "embedded/example.h"

namespace leadpact::example {
namespace {

using calendar::Day;
using ByMonth = std::array<double, 9>;

constexpr std::uint32_t kSeed = 20260918;
constexpr Day kExportDay = calendar::to_day({2026, 9, 18});
constexpr Minute kExportedAt = begin_of(kExportDay) + 16 * 60 + 40;

constexpr std::array<int, 9> kLeads = {520, 515, 565, 560, 575, 590, 580, 600, 365};
constexpr ByMonth kDemoInTime = {.76, .83, .88, .95, .95, .96, .95, .96, .96};
constexpr ByMonth kQualifiedInTime = {.84, .88, .94, .95, .94, .95, .94, .94, .80};
constexpr ByMonth kRoutedInTime = {.93, .94, .78, .93, .95, .95, .96, .96, .95};
constexpr ByMonth kDecidedInTime = {.86, .90, .91, .91, .90, .80, .91, .91, .89};
constexpr ByMonth kTriedOften = {.84, .86, .90, .87, .88, .93, .70, .64, .72};
constexpr ByMonth kAnsweredInTime = {.82, .88, .95, .96, .94, .97, .98, .86, .95};
constexpr ByMonth kReasonGiven = {.93, .97, 1, .99, 1, 1, 1, 1, 1};
constexpr ByMonth kFittingShare = {.66, .68, .78, .79, .80, .80, .76, .79, .80};

std::size_t month_of(Day day) {
  return static_cast<std::size_t>(std::min(calendar::to_date(day).month, 9) - 1);
}

// As HubSpot writes them; empty where it is not yet so far.
std::string date(std::optional<Day> day) {
  return day && *day <= kExportDay ? calendar::format_day(*day) : "";
}

std::string stamp(std::optional<Minute> at) {
  if (!at || *at > kExportedAt) return "";
  const auto two = [](Minute value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
  };
  const Minute of_day = *at % kDay;
  return calendar::format_day(day_of(*at)) + " " + two(of_day / 60) + ":" + two(of_day % 60);
}

class Story {
 public:
  Story() : chance_(kSeed), people_(chance_) {}

  std::string csv();

 private:
  std::vector<Lead> make_leads();
  Lead make_lead(std::size_t month, Minute created, int record);
  void work(Lead& lead, Minute created);
  void decide(Lead& lead, Minute start, std::optional<Minute> contacted, std::size_t month);
  void reject(Lead& lead, Day decided, std::size_t month, int tries);
  void accept(Lead& lead, Minute start, std::optional<Minute> contacted, std::size_t month,
              int tries);
  bool win(Lead& lead, Minute start, std::optional<Minute> contacted);
  std::vector<Lead> spoilt(std::vector<Lead> leads);

  std::string pick(std::string_view list) { return std::string(chance_.pick(listed(list))); }

  Chance chance_;
  People people_;
};

// What sales did with a qualified lead.
void Story::work(Lead& lead, Minute created) {
  const bool demo = lead[kDemo] == "true";
  const Minute qualified =
      created + (demo || chance_.comes(.45) ? chance_.between(0, 2) : chance_.long_tailed(2000));
  const std::size_t month = month_of(day_of(qualified));
  std::optional<Minute> assigned =
      qualified +
      (chance_.comes(kRoutedInTime[month]) ? chance_.between(1, 9) : chance_.between(25, 400));
  if (chance_.comes(.004)) assigned.reset();
  lead[kQualified] = stamp(qualified);
  lead[kAssigned] = stamp(assigned);
  if (!lead[kAssigned].empty()) {
    lead[kOwner] = pick("Dana Whitfield|Marcus Bell|Yuki Arai|Tess Romero|Caleb Osei|Irene Walsh");
  }
  const Minute start = assigned.value_or(qualified);

  const int limit = demo ? 30 : 240;
  int minutes = 0;
  bool never = false;
  if (chance_.comes((demo ? kDemoInTime : kQualifiedInTime)[month])) {
    minutes = chance_.between(1, limit);
  } else {
    minutes = limit + chance_.long_tailed(limit * 2) + 1;
    never = chance_.comes(.12);
  }
  std::optional<Minute> contacted;
  if (!never) contacted = after_business(start, minutes);
  // Rang up before anybody assigned it.
  if (chance_.comes(.008)) contacted = start - chance_.between(3, 200);
  lead[kContacted] = stamp(contacted);
  decide(lead, start, contacted, month);
}

void Story::decide(Lead& lead, Minute start, std::optional<Minute> contacted, std::size_t month) {
  const Day first = day_of(start);
  std::optional<Day> decided;
  if (chance_.comes(kDecidedInTime[month])) {
    decided = opening(first) && chance_.comes(.35) ? first : working_day_after(first, 1);
  } else if (!chance_.comes(.25)) {
    decided = working_day_after(first, chance_.between(2, 7));
  }
  const bool reached = !stamp(contacted).empty();
  if (date(decided).empty()) {
    lead[kStatus] = reached ? "Attempted to Contact" : "New";
    lead[kTries] = reached ? std::to_string(chance_.between(1, 3)) : "0";
    return;
  }
  // Most decisions are entered in a field without a time of day.
  const int hour = chance_.between(9, 16);
  const Minute at = begin_of(*decided) + hour * 60 + chance_.between(0, 59);
  lead[kDecidedOn] = date(decided);
  if (chance_.comes(.15) && at > start && at <= kExportedAt) lead[kDecidedOn] = stamp(at);
  const int tries = chance_.between(1, 5);
  if (chance_.comes(.27)) {
    reject(lead, *decided, month, tries);
  } else {
    accept(lead, start, contacted, month, tries);
  }
}

void Story::reject(Lead& lead, Day decided, std::size_t month, int tries) {
  lead[kDecision] = "Rejected";
  lead[kStatus] = "Unqualified";
  lead[kTries] = std::to_string(tries);
  lead[kReason] = chance_.comes(kReasonGiven[month])
                      ? pick(
                            "Wrong company size*5|No need now*5|Wrong person*4|No budget*4|"
                            "Wrong region*3|Competitor*2|Existing customer*2|Bad contact data*2")
                      : pick("|Other");
  const int answer = chance_.comes(kAnsweredInTime[month_of(decided)]) ? chance_.between(0, 2)
                                                                       : chance_.between(3, 9);
  if (!chance_.comes(.02)) lead[kAnswered] = date(working_day_after(decided, answer));
}

void Story::accept(Lead& lead, Minute start, std::optional<Minute> contacted, std::size_t month,
                   int tries) {
  lead[kDecision] = "Accepted";
  if (!win(lead, start, contacted)) {
    if (kExportedAt - start < 14 * kDay) {
      lead[kStatus] = "Attempted to Contact";
    } else if (chance_.comes(.4)) {
      lead[kStatus] = "No response";
      tries = chance_.comes(kTriedOften[month]) ? chance_.between(6, 9) : chance_.between(2, 5);
    } else {
      lead[kStatus] = pick("Connected|Bad Timing*2");
    }
  }
  lead[kTries] = stamp(contacted).empty() ? "0" : std::to_string(tries);
}

// Whether the lead goes on to a deal.
bool Story::win(Lead& lead, Minute start, std::optional<Minute> contacted) {
  if (!contacted) return false;
  Minute at = *contacted + chance_.long_tailed(5.2 * 1440);
  if (!chance_.comes(.36) || *contacted <= start) return false;
  if (!opening(day_of(at))) at = after_business(at, chance_.between(5, 400));
  if (at > kExportedAt) {
    lead[kStatus] = "Connected";
    return true;
  }
  lead[kSalesQualified] = stamp(at);
  lead[kStatus] = "Open Deal";
  if (chance_.comes(.98)) {
    std::string amount = std::to_string(500 * std::max(8, chance_.long_tailed(34)));
    if (chance_.comes(.03)) {
      if (amount.size() > 3) amount.insert(amount.size() - 3, ",");
      amount = "$" + amount + ".00";
    }
    lead[kAmount] = std::move(amount);
  }
  const Day won = day_of(at) + chance_.between(18, 75);
  if (chance_.comes(.26)) lead[kCustomer] = date(won);
  return true;
}

Lead Story::make_lead(std::size_t month, Minute created, int record) {
  Lead lead;
  lead[kRecordId] = std::to_string(record);
  people_.introduce(lead, kFittingShare[month]);
  lead[kCreated] = stamp(created);
  lead[kStatus] = "New";
  lead[kPageviews] = std::to_string(chance_.long_tailed(4.5));
  lead[kClicks] = std::to_string(std::max(0, chance_.between(-3, 3)));
  lead[kDemo] = chance_.comes(.13) ? "true" : "false";
  if (people_.points(lead) >= 50) work(lead, created);
  return lead;
}

std::vector<Lead> Story::make_leads() {
  const std::vector<int> hours = {0,  3,  4,  5,  6,  7,  8,  8,  9,  9,  9,  10, 10, 10,
                                  11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 19, 21, 22};
  std::vector<std::pair<Minute, std::size_t>> created;
  for (std::size_t month = 0; month < kLeads.size(); ++month) {
    const int of_year = static_cast<int>(month) + 1;
    const int last = month == 8 ? 18 : calendar::days_in_month(2026, of_year);
    std::vector<Day> days;
    for (int day = 1; day <= last; ++day) {
      const Day date = calendar::to_day({2026, of_year, day});
      days.insert(days.end(), calendar::weekday(date) > 4 ? 1 : 4, date);
    }
    for (int i = 0; i < kLeads[month]; ++i) {
      const int hour = chance_.pick(hours);
      const int minute = chance_.between(0, 59);
      created.emplace_back(begin_of(chance_.pick(days)) + hour * 60 + minute, month);
    }
  }
  std::sort(created.begin(), created.end());
  int record = 40213;
  std::vector<Lead> leads;
  for (const auto& [at, month] : created) {
    record += chance_.between(1, 3);
    if (at <= kExportedAt) leads.push_back(make_lead(month, at, record));
  }
  return leads;
}

// The flaws of real exports, few of each.
std::vector<Lead> Story::spoilt(std::vector<Lead> leads) {
  for (Lead& lead : leads) {
    if (!lead[kQualified].empty() && !chance_.comes(.15)) continue;
    if (chance_.comes(.03)) lead[kCountry] = pick("(No value)|N/A|*1");
    if (chance_.comes(.03)) lead[kEmployees] = pick("(No value)|N/A|*1");
    if (chance_.comes(.05)) lead[kTitle] = pick("(No value)|-|*1");
  }
  const auto spoil = [](std::vector<Lead*>& of, Column column, std::size_t index,
                        const char* text) { (*of[index])[column] = text; };
  std::vector<Lead*> all, deals, qualified;
  for (Lead& lead : leads) {
    all.push_back(&lead);
    if (!lead[kAmount].empty()) deals.push_back(&lead);
    if (!lead[kQualified].empty()) qualified.push_back(&lead);
  }
  spoil(all, kEmployees, 318, "58.8k");
  spoil(all, kEmployees, 902, "51-200");
  spoil(all, kEmployees, 1511, "TBD");
  spoil(all, kEmployees, 2750, "about 300");
  spoil(all, kEmployees, 4011, "TBD");
  spoil(deals, kAmount, 12, "TBD");
  spoil(deals, kAmount, 77, "18k");
  spoil(deals, kAmount, 140, "on request");
  // Nobody noted when it became an MQL.
  for (std::size_t i = 40; i < qualified.size(); i += 211)
    spoil(qualified, kQualified, i, "");

  std::vector<Lead> out;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const Lead& lead = leads[i];
    if (i % 83 == 20) {
      // An older state of a lead that comes again later in the file.
      Lead stale = lead;
      std::fill(stale.begin() + kTries, stale.end(), "");
      stale[kStatus] = "New";
      out.insert(out.end() - static_cast<std::ptrdiff_t>(i % 7), std::move(stale));
    }
    out.push_back(lead);
    if (i % 211 == 100) {
      Lead test = lead;
      test[kRecordId].insert(0, "9");
      test[kFirstName] = test[kLastName] = "Test";
      test[kEmail] = "test@harborlight.example";
      test[kCompany] = "Harborlight";
      out.push_back(std::move(test));
    }
  }
  return out;
}

void append_cell(std::string& csv, std::string_view text) {
  if (text.find_first_of("\",\n") == std::string_view::npos) {
    csv += text;
    return;
  }
  csv += '"';
  for (const char c : text)
    csv.append(c == '"' ? 2 : 1, c);
  csv += '"';
}

std::string Story::csv() {
  std::string csv =
      "Record ID,First Name,Last Name,Email,Company Name,Country/Region,Number of Employees,"
      "Job Title,Original Source,Contact owner,Lead Status,Number of Pageviews,"
      "Marketing emails clicked,Requested a Demo,Create Date,"
      "Became a Marketing Qualified Lead Date,Owner assigned date,Date of first outreach,"
      "Number of times contacted,Sales Decision Date,Sales Decision,Rejection Reason,"
      "Rejection Answered Date,Became a Sales Qualified Lead Date,Deal Amount,"
      "Became a Customer Date\n";
  const std::vector<Lead> leads = spoilt(make_leads());
  for (std::size_t i = 0; i < leads.size(); ++i) {
    std::size_t cells = kColumns;
    const bool cut_short = i == 640 || i == 2977;
    while (cut_short && leads[i][cells - 1].empty())
      --cells;
    for (std::size_t c = 0; c < cells; ++c) {
      if (c > 0) csv += ',';
      append_cell(csv, leads[i][c]);
    }
    csv += i == 1805 || i == 4404 ? ",,\n" : "\n";
  }
  return csv + "\n";
}

}  // namespace

std::string_view agreement_json() {
  return embedded::example()[0].bytes;
}

std::string leads_csv() {
  return Story().csv();
}

}  // namespace leadpact::example
