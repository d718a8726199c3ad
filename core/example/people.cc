#include "core/example/people.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace leadpact::example {
namespace {

constexpr int kFitting = 600;
constexpr int kOthers = 300;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool contains(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
  }
  return text;
}

// As the name stands before an @.
std::string mailable(const std::string& name) {
  static constexpr std::pair<std::string_view, char> kLetters[] = {
      {"ë", 'e'}, {"é", 'e'}, {"ö", 'o'}, {"ü", 'u'}, {"ä", 'a'},
      {"ø", 'o'}, {"Å", 'a'}, {"ñ", 'n'}, {"'", '\0'}};
  std::string plain;
  for (std::size_t i = 0; i < name.size();) {
    const auto found =
        std::find_if(std::begin(kLetters), std::end(kLetters), [&](const auto& letter) {
          return name.compare(i, letter.first.size(), letter.first) == 0;
        });
    if (found == std::end(kLetters)) {
      plain += name[i++];
    } else {
      if (found->second != '\0') plain += found->second;
      i += found->first.size();
    }
  }
  return lower(plain);
}

// Its first two letters.
std::string_view nickname(std::string_view name) {
  std::size_t end = 0;
  for (int letters = 0; end < name.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(name[end]) & 0xC0U) != 0x80U;
    if (begins && letters++ == 2) break;
  }
  return name.substr(0, end);
}

}  // namespace

std::vector<std::string_view> listed(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find('|'));
    text.remove_prefix(std::min(item.size() + 1, text.size()));
    const std::size_t star = item.find('*');
    const int times = star == std::string_view::npos ? 1 : number(item.substr(star + 1));
    words.insert(words.end(), static_cast<std::size_t>(times), item.substr(0, star));
  }
  return words;
}

People::People(Chance& chance)
    : chance_(chance),
      first_(
          listed("Ada|Noah|Mia|Liam|Zoë|Omar|Inés|Jonas|Priya|Chen|Marta|Diego|Aisha|Pavel|Grace|"
                 "Tom|Léa|Kenji|Nora|Samuel|Hannah|Lukas|Emily|Jacob|Olivia|Ethan|Sophie|Max|"
                 "Clara|Felix|Emma|Paul|Julia|David|Sarah|Michael|Laura|Daniel|Anna|James|Kate|"
                 "Robert|Lisa|William|Amy|Brian|Megan|Scott|Erin|Kevin|Rachel|Gary|Denise|Frank|"
                 "Ulrike|Matthias|Birgit|Søren|Åsa|Ivan|Elena")),
      last_(
          listed("Park|Smith|Müller|Garcia|Okafor|Novak|Rossi|Tanaka|Singh|Johnson|Dubois|Kowalski|"
                 "Andersen|Silva|Brown|Haddad|Lindqvist|Moreau|Becker|Weber|Wagner|Fischer|"
                 "Hoffmann|Keller|Schäfer|Miller|Davis|Wilson|Moore|Taylor|Anderson|Jackson|White|"
                 "Harris|Martin|Thompson|Lewis|Walker|Hall|Young|King|Wright|Hill|Green|Baker|"
                 "Nelson|Carter|Mitchell|Roberts|Turner|Phillips|Campbell|Evans|Edwards|Collins|"
                 "Stewart|Murphy|Cook|Rogers|O'Brien|Peña|Nguyen")),
      fit_countries_(listed("United States*11|Canada*2|United Kingdom*3|Germany*5")),
      free_mail_(listed("gmail.com|yahoo.com|outlook.com|hotmail.com|icloud.com")),
      deciders_(listed("VP Operations|Director of Logistics|Head of Supply Chain|"
                       "Chief Operating Officer|Director, Finance|Head of Procurement|"
                       "VP Supply Chain|Owner")),
      managers_(listed("Operations Manager|Warehouse Manager|Logistics Manager|"
                       "Supply Chain Manager|Team Lead Fulfilment|Procurement Manager|"
                       "Warehouse Supervisor")),
      others_(listed("Analyst|Planner|Buyer|Consultant|IT Administrator|Accountant|"
                     "Marketing Specialist|Customer Service|Student|Intern|Sales Representative")),
      sources_(listed("Organic Search*8|Paid Search*5|Direct Traffic*3|Referrals*3|"
                      "Email Marketing*3|Paid Social*2|Offline Sources*2")) {
  const auto places = listed(
      "Northwind|Harbor|Cedar|Summit|Delta|Bluebird|Granite|Prairie|Lakeside|Vertex|Orchard|Falcon|"
      "Pinewood|Riverton|Stonegate|Maple|Coastal|Ironbridge|Silverline|Meadow|Redwood|Highland|"
      "Beacon|Anchor|Juniper|Crescent|Foxglove|Amber|Kestrel|Willow");
  const auto trades = listed(
      "Logistics|Freight|Foods|Robotics|Textiles|Health|Retail|Energy|Plastics|Packaging|Tools|"
      "Farms|Marine|Paper|Steel|Furniture|Beverages|Optics|Wholesale|Couriers");
  const auto other_countries = listed("India|Brazil|France|Spain|Australia|Nigeria|Poland|Mexico");
  const auto forms = listed(" Inc.| GmbH| Ltd| Group");
  for (int index = 0; index < kFitting + kOthers; ++index) {
    const std::string place(chance.pick(places));
    const std::string trade(chance.pick(trades));
    Company company;
    company.name = place + " " + trade;
    company.domain = lower(place + "-" + trade + ".example");
    if (index % 40 == 7) {
      const std::string_view one = chance.pick(last_);
      company.name = std::string(one) + ", " + std::string(chance.pick(last_)) + " & Co.";
    } else if (index % 90 == 11) {
      company.name = place + " \"" + trade + "\"";
    } else if (chance.comes(.2)) {
      company.name += chance.pick(forms);
    }
    const bool fits = index < kFitting;
    company.country = chance.pick(fits || chance.comes(.3) ? fit_countries_ : other_countries);
    const int employees = chance.long_tailed(fits ? 180 : 14);
    company.employees = std::to_string(fits ? std::clamp(employees, 22, 1900) : employees);
    companies_.push_back(std::move(company));
  }
}

void People::introduce(Lead& lead, double fitting) {
  static constexpr std::pair<std::string_view, std::string_view> kOtherScripts[] = {
      {"伟", "李"},     {"さくら", "田中"}, {"Олег", "Коваленко"}, {"Γιώργος", "Παππάς"},
      {"محمد", "حداد"}, {"지우", "김"},     {"Мария", "Иванова"},  {"דנה", "לוי"}};
  const int at =
      chance_.comes(fitting) ? chance_.below(kFitting) : kFitting + chance_.below(kOthers);
  const Company& company = companies_[static_cast<std::size_t>(at)];
  std::string first(chance_.pick(first_));
  std::string last(chance_.pick(last_));
  std::string account = mailable(first + "." + last);
  std::string domain = company.domain;
  if (chance_.comes(.015)) {
    const auto& name = kOtherScripts[static_cast<std::size_t>(chance_.below(8))];
    first = name.first;
    last = name.second;
    account = "contact" + std::to_string(chance_.between(1, 99));
  }
  if (chance_.comes(.12)) domain = chance_.pick(free_mail_);
  std::string title(chance_.comes(.28)  ? chance_.pick(deciders_)
                    : chance_.comes(.5) ? chance_.pick(managers_)
                                        : chance_.pick(others_));
  if (chance_.comes(.004)) first += " \"" + std::string(nickname(first)) + "\"";
  if (chance_.comes(.003)) title += "\n(interim)";
  lead[kFirstName] = std::move(first);
  lead[kLastName] = std::move(last);
  lead[kEmail] = account + "@" + domain;
  lead[kCompany] = company.name;
  lead[kCountry] = company.country;
  lead[kEmployees] = company.employees;
  lead[kTitle] = std::move(title);
  lead[kSource] = chance_.pick(sources_);
}

int People::points(const Lead& lead) const {
  const int employees = number(lead[kEmployees]);
  const std::string& title = lead[kTitle];
  const auto has = [&](std::string_view word) { return title.find(word) != std::string::npos; };
  int points = 0;
  if (employees >= 50 && employees <= 2000) points += 20;
  if (employees >= 20 && employees < 50) points += 10;
  if (contains(fit_countries_, lead[kCountry])) points += 15;
  if (contains(deciders_, title.substr(0, title.find('\n')))) points += 20;
  if (has("Manager") || has("Team Lead") || has("Supervisor")) points += 10;
  if (lead[kDemo] == "true") points += 30;
  if (number(lead[kPageviews]) >= 8) points += 15;
  if (number(lead[kClicks]) >= 2) points += 10;
  if (contains(free_mail_, lead[kEmail].substr(lead[kEmail].find('@') + 1))) points -= 25;
  if (title == "Student" || title == "Intern") points -= 40;
  return points;
}

}  // namespace leadpact::example
