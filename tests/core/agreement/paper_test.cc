#include "core/agreement/paper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

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
      EXPECT_EQ(texts.count(calendar_sentence(calendar)), 1u) << calendar.id;
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

}  // namespace
}  // namespace leadpact::agreement
