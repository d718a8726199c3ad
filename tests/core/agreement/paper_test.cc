#include "core/agreement/paper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/agreement/sentence.h"
#include "core/agreement/templates.h"
#include "core/exchange/document.h"

namespace leadpact::agreement {
namespace {

Agreement from_template(const Template& each) {
  return exchange::read_json(each.json).value().agreement;
}

std::vector<Block> blocks_of(const Paper& paper, Section section) {
  return paper.sections[static_cast<std::size_t>(section)].blocks;
}

TEST(Paper, HasTheTenSectionsInOrderWhateverIsInThem) {
  const Paper empty = paper_of(Agreement());
  ASSERT_EQ(empty.sections.size(), kSections);
  for (std::size_t i = 0; i < kSections; ++i) {
    EXPECT_EQ(empty.sections[i].section, static_cast<Section>(i));
    EXPECT_EQ(empty.sections[i].title, title_of(static_cast<Section>(i)));
  }
  EXPECT_TRUE(blocks_of(empty, Section::commitments).empty());
}

TEST(Paper, SaysEveryClauseOfEveryTemplateByItsOneSentence) {
  for (const Template& each : templates()) {
    const Agreement agreement = from_template(each);
    const Paper paper = paper_of(agreement);
    std::multiset<std::string> texts;
    for (const PaperSection& section : paper.sections) {
      for (const Block& block : section.blocks)
        texts.insert(block.text);
    }
    for (const Commitment& commitment : agreement.commitments)
      EXPECT_EQ(texts.count(commitment_sentence(agreement, commitment)), 1u) << commitment.id;
    for (const Commitment& goal : agreement.goals)
      EXPECT_EQ(texts.count(commitment_sentence(agreement, goal)), 1u) << goal.id;
    for (const Calendar& calendar : agreement.calendars)
      EXPECT_EQ(texts.count(calendar_sentence(agreement, calendar)), 1u) << calendar.id;
    for (const EscalationStep& step : agreement.escalation)
      EXPECT_EQ(texts.count(escalation_sentence(agreement, step)), 1u) << step.id;
  }
}

TEST(Paper, LinesOnlyBegunAreNotPrinted) {
  Agreement agreement;
  agreement.consequences = {"", ""};
  agreement.personas = {{"p", "P", {"Ops", ""}, {}, "", {}, "", "", "", ""}};
  const Paper paper = paper_of(agreement);
  EXPECT_TRUE(blocks_of(paper, Section::misses).empty());
  EXPECT_EQ(blocks_of(paper, Section::personas)[1].text, "Ops");
}

TEST(Paper, PlacesLeadBackToTheSectionTheyStandIn) {
  for (const Template& each : templates()) {
    for (const PaperSection& section : paper_of(from_template(each)).sections) {
      for (const Block& block : section.blocks) {
        if (block.place.empty()) continue;
        EXPECT_EQ(section_of(block.place), section.section) << block.place;
      }
    }
  }
  EXPECT_EQ(section_of("commitments[3].measure.limit"), Section::commitments);
  EXPECT_EQ(section_of("lead_scoring.rules[0]"), Section::scoring);
  EXPECT_EQ(section_of("title"), Section::parties);
  EXPECT_EQ(section_of(""), Section::parties);
}

TEST(Paper, EveryTextTheTeamsWroteIsInIt) {
  Agreement agreement;
  agreement.title = "t-title";
  agreement.summary = "t-summary";
  agreement.teams = {{Team::sales, "t-team", {"t-duty"}, {"t-need"}}};
  agreement.contacts = {{"c", Team::sales, "t-name", "t-role", "t-mail", "t-phone"}};
  agreement.personas = {{"p",
                         "t-persona",
                         {"t-job"},
                         {"t-industry"},
                         "t-size",
                         {"t-region"},
                         "t-budget",
                         "t-goals",
                         "t-pains",
                         "t-notes"}};
  agreement.stages = {{"s", "t-stage", "t-meaning", {}}};
  agreement.rejection = {{"t-reason"}, "t-return", "t-within", "t-process"};
  agreement.nurture = "t-nurture";
  agreement.consequences = {"t-consequence"};
  agreement.reviews = {{"r", "t-review", Every::week, {"c"}, "t-agenda"}};
  Commitment commitment;
  commitment.title = "t-promise";
  commitment.detail = "t-detail";
  commitment.owner = "c";
  agreement.commitments = {commitment};
  std::string all;
  const Paper paper = paper_of(agreement);
  all += paper.title + "\n" + paper.subtitle;
  for (const PaperSection& section : paper.sections) {
    for (const Block& block : section.blocks) {
      all += "\n" + block.title + "\n" + block.text;
      for (const std::string& note : block.notes)
        all += "\n" + note;
      for (const auto& row : block.rows) {
        for (const std::string& cell : row)
          all += "\n" + cell;
      }
    }
  }
  for (const char* text :
       {"t-title",   "t-summary",     "t-team",   "t-duty",    "t-need",    "t-name",
        "t-role",    "t-mail",        "t-phone",  "t-persona", "t-job",     "t-industry",
        "t-size",    "t-region",      "t-budget", "t-goals",   "t-pains",   "t-notes",
        "t-stage",   "t-meaning",     "t-reason", "t-return",  "t-within",  "t-process",
        "t-nurture", "t-consequence", "t-review", "t-agenda",  "t-promise", "t-detail",
        "every week"}) {
    EXPECT_NE(all.find(text), std::string::npos) << text;
  }
}

std::string all_of(const Agreement& agreement) {
  std::string all;
  for (const PaperSection& section : paper_of(agreement).sections) {
    for (const Block& block : section.blocks) {
      all += block.title + ": " + block.text + "\n";
      for (const std::string& note : block.notes)
        all += note + "\n";
      for (const auto& row : block.rows) {
        for (const std::string& cell : row)
          all += cell + "\n";
      }
    }
  }
  return all;
}

TEST(Paper, SaysHowTheRecordsAreRead) {
  Agreement agreement;
  Dataset leads;
  leads.id = "leads";
  leads.name = "CRM leads";
  leads.time_zone = "Europe/Berlin";
  leads.id_field = "id";
  leads.empty_values = {"-", "(No value)"};
  leads.fields = {{.key = "id", .column = "Record ID", .type = data::FieldType::text},
                  {.key = "size", .column = "Employees", .type = data::FieldType::number},
                  {.key = "worth",
                   .column = "Amount",
                   .type = data::FieldType::number,
                   .decimal = data::Decimal::comma},
                  {.key = "created", .column = "Created", .type = data::FieldType::timestamp},
                  {.key = "meeting",
                   .column = "Meeting",
                   .type = data::FieldType::timestamp,
                   .date_order = data::DateOrder::dmy,
                   .planned = true},
                  {.key = "demo", .column = "Demo", .type = data::FieldType::boolean}};
  agreement.datasets = {leads};
  const std::string all = all_of(agreement);
  EXPECT_NE(all.find("Records of “CRM leads”: Each row of the export is one record. Of rows with "
                     "the same “Record ID” the last one counts. A cell that says “-” or “(No "
                     "value)”, in capitals or not, is empty. Times without a zone are those of "
                     "Europe/Berlin.\n"),
            std::string::npos)
      << all;
  EXPECT_NE(all.find("Columns read as text: “Record ID”; as numbers, 1.5 with a point: "
                     "“Employees”; as numbers, 1,5 with a comma: “Amount”; as dates, in 3/4 the "
                     "month first: “Created”; as dates, in 3/4 the day first, that may lie ahead: "
                     "“Meeting”; as yes or no: “Demo”.\n"),
            std::string::npos)
      << all;
}

TEST(Paper, SaysWhenTheBusinessYearBeginsWhereAQuarterOrYearIsCounted) {
  Agreement agreement;
  EXPECT_EQ(all_of(agreement).find("business year"), std::string::npos);
  agreement.fiscal_year_starts = 4;
  EXPECT_NE(all_of(agreement).find("Quarters and years: of a business year that begins in April"),
            std::string::npos);
  agreement.fiscal_year_starts = 1;
  for (const bool goal : {true, false}) {
    agreement.goals.clear();
    agreement.commitments.clear();
    std::vector<Commitment>& list = goal ? agreement.goals : agreement.commitments;
    list.resize(1);
    list[0].every = Every::quarter;
    EXPECT_NE(all_of(agreement).find("begins in January"), std::string::npos);
    list[0].every = Every::month;
    EXPECT_EQ(all_of(agreement).find("begins in January"), std::string::npos);
  }
  agreement.reporting = Every::year;
  EXPECT_NE(all_of(agreement).find("begins in January"), std::string::npos);
  for (const double wrong : {0.0, 13.0, 2.5, -1e300, 1e300}) {
    agreement.fiscal_year_starts = wrong;
    EXPECT_NE(all_of(agreement).find("begins in month "), std::string::npos) << wrong;
  }
}

TEST(Paper, DataOfOneNameIsToldApartInItsHeading) {
  Agreement agreement = from_template(*find_template("inbound"));
  Dataset other = agreement.datasets[0];
  other.id = "second";
  agreement.datasets.push_back(other);
  const std::string all = all_of(agreement);
  for (const Dataset& each : agreement.datasets)
    EXPECT_NE(all.find("Records of " + called(agreement, each) + ":"), std::string::npos);
  EXPECT_NE(called(agreement, other).find(" (second)"), std::string::npos);
}

// What scoring reads beside the promises themselves.
TEST(Paper, TwoAgreementsThatScoreDifferentlyNeverPrintTheSame) {
  Agreement whole = from_template(*find_template("inbound"));
  whole.ends_on = "2026-12-31";
  whole.calendars[0].special_days = {{"2026-12-24", "09:00", "12:00"}};
  std::map<std::string, std::string> printed = {{all_of(whole), "nothing"}};
  const auto differs = [&](const std::string& what, const auto& change) {
    Agreement other = whole;
    change(other);
    const auto [there, is_new] = printed.emplace(all_of(other), what);
    EXPECT_TRUE(is_new) << what << " prints like " << there->second;
  };
  differs("starts_on", [](Agreement& a) { a.starts_on = "2026-02-01"; });
  differs("ends_on", [](Agreement& a) { a.ends_on = "2026-11-30"; });
  differs("no ends_on", [](Agreement& a) { a.ends_on = ""; });
  differs("time_zone", [](Agreement& a) { a.time_zone = "Asia/Tokyo"; });
  differs("reporting", [](Agreement& a) { a.reporting = Every::week; });
  differs("fiscal_year_starts", [](Agreement& a) { a.fiscal_year_starts = 7; });
  for (std::size_t i = 0; i < whole.commitments.size(); ++i)
    differs("weight", [=](Agreement& a) { a.commitments[i].weight += 0.25; });
  const auto of_data = [&](const std::string& what, const auto& change) {
    for (std::size_t i = 0; i < whole.datasets.size(); ++i)
      differs("dataset: " + what, [=](Agreement& a) { change(a.datasets[i]); });
  };
  of_data("time_zone", [](Dataset& d) { d.time_zone = "Asia/Tokyo"; });
  of_data("id_field", [](Dataset& d) { d.id_field = ""; });
  of_data("keep", [](Dataset& d) { d.keep = data::Keep::first; });
  of_data("empty_values", [](Dataset& d) { d.empty_values.push_back("n/a"); });
  of_data("other empty_values", [](Dataset& d) { d.empty_values = {"n\u00A0a"}; });
  of_data("only", [](Dataset& d) {
    d.only.criteria.push_back({d.fields[1].key, Op::is_filled, {}});
  });
  for (std::size_t f = 0; f < whole.datasets[0].fields.size(); ++f) {
    const std::string at = " of field " + std::to_string(f);
    of_data("column" + at, [=](Dataset& d) { d.fields[f].column += " 2"; });
    if (whole.datasets[0].fields[f].type == data::FieldType::number) {
      of_data("decimal" + at, [=](Dataset& d) { d.fields[f].decimal = data::Decimal::comma; });
    }
    if (whole.datasets[0].fields[f].type != data::FieldType::timestamp) continue;
    of_data("order" + at, [=](Dataset& d) {
      d.fields[f].date_order = d.fields[f].date_order == data::DateOrder::mdy
                                   ? data::DateOrder::dmy
                                   : data::DateOrder::mdy;
    });
    of_data("planned" + at, [=](Dataset& d) { d.fields[f].planned = !d.fields[f].planned; });
  }
  const auto of_hours = [&](const std::string& what, const auto& change) {
    differs("calendar: " + what, [=](Agreement& a) { change(a.calendars[0]); });
  };
  of_hours("zone", [](Calendar& c) { c.time_zone = "Asia/Tokyo"; });
  of_hours("hours", [](Calendar& c) { c.week[0].to = "16:59"; });
  of_hours("a day less", [](Calendar& c) { c.week.pop_back(); });
  of_hours("holiday", [](Calendar& c) { c.holidays.push_back("2026-05-04"); });
  of_hours("half day", [](Calendar& c) { c.special_days[0].to = "13:00"; });
  of_hours("no half day", [](Calendar& c) { c.special_days.clear(); });
  for (std::size_t i = 0; i < whole.lead_scoring.rules.size(); ++i)
    differs("points", [=](Agreement& a) { a.lead_scoring.rules[i].points += 1; });
  for (std::size_t i = 0; i < whole.stages.size(); ++i)
    differs("stage", [=](Agreement& a) { a.stages[i].definition.negate ^= true; });
  for (std::size_t i = 0; i < whole.escalation.size(); ++i)
    differs("step", [=](Agreement& a) { a.escalation[i].after_missed_in_a_row += 1; });
  differs("cancellation", [](Agreement& a) { a.cancellation.missed_in_a_row += 1; });
}

TEST(Paper, SaysWhatIsStillOpenBeforeTheLinesToSign) {
  for (const Template& each : templates()) {
    const std::vector<Block> blocks = blocks_of(paper_of(from_template(each)), Section::signatures);
    EXPECT_EQ(blocks.front().text, each.name == "blank" ? "Still open:" : "") << each.name;
  }
  Agreement agreement = from_template(*find_template("inbound"));
  Commitment& late =
      *std::find_if(agreement.commitments.begin(), agreement.commitments.end(),
                    [](const Commitment& each) { return each.measure.kind == Kind::within; });
  late.measure.limit = "soon";
  late.owner.clear();
  const std::vector<Block> blocks = blocks_of(paper_of(agreement), Section::signatures);
  ASSERT_EQ(blocks[0].text, "Still open:");
  EXPECT_EQ(blocks[1].text.find(late.title + ": "), 0u) << blocks[1].text;
  EXPECT_NE(blocks[1].text.find("“soon” is not a limit"), std::string::npos) << blocks[1].text;
  EXPECT_EQ(blocks[1].about.substr(0, 11), "commitments") << blocks[1].about;
  bool owner = false;
  for (const Block& block : blocks)
    owner |= block.text.find("has no owner") != std::string::npos;
  EXPECT_TRUE(owner);
  // Many are counted.
  for (Commitment& each : agreement.commitments)
    each.owner.clear();
  agreement.commitments.insert(agreement.commitments.end(), 40, agreement.commitments[0]);
  const std::vector<Block> many = blocks_of(paper_of(agreement), Section::signatures);
  ASSERT_EQ(many.size(), 1u + 13u + 2u);
  EXPECT_NE(many[13].text.find(" more; the guide lists them."), std::string::npos);
}

}  // namespace
}  // namespace leadpact::agreement
