#include "core/scoring/earlier.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadpact::scoring {
namespace {

std::string line_of(const std::vector<Answer>& answers) {
  AnswerLine line;
  for (const Answer& answer : answers)
    line.add(answer);
  return std::string(line.text());
}

std::vector<Answer> answers_of(std::string_view line, std::size_t count) {
  AnswerReader reader(line);
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < count; ++i)
    answers.push_back(reader.next().value());
  return answers;
}

TEST(AnswerLine, IsAsItsTableShows) {
  const std::vector<Answer> first = {
      {5, Outcome::met}, {5, Outcome::counted}, {}, {12, Outcome::failed}};
  EXPECT_EQ(line_of(first), "m5c.f12");
  EXPECT_EQ(answers_of("m5c.f12", 4), first);
  const std::vector<Answer> second = {{kOutside, Outcome::counted}, {3, Outcome::pending}, {}, {}};
  EXPECT_EQ(line_of(second), "op3");
  EXPECT_EQ(answers_of("op3", 4), second);
}

TEST(AnswerLine, EveryAnswerComesBack) {
  std::vector<Answer> answers = {{}, {kOutside, Outcome::counted}};
  for (const int period : {0, 7, 7, 15000}) {
    for (const Outcome outcome :
         {Outcome::counted, Outcome::met, Outcome::failed, Outcome::pending, Outcome::left_out}) {
      answers.push_back({static_cast<PeriodSlot>(period), outcome});
    }
  }
  EXPECT_EQ(answers_of(line_of(answers), answers.size()), answers);
}

TEST(AnswerLine, WhatIsNoneIsRefused) {
  for (const char* line : {"x", "5", "m", "m65533", "m99999", "m5q"}) {
    AnswerReader reader(line);
    bool refused = false;
    while (!reader.at_end() && !refused)
      refused = !reader.next();
    EXPECT_TRUE(refused) << line;
  }
}

TEST(EarlierLeads, AreFoundByTheirIds) {
  EarlierLeads leads;
  leads.promises = {"a", "b"};
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(leads.add("L" + std::to_string(i), i % 2 == 0 ? "m3f" : ""),
              EarlierLeads::Added::yes);
  }
  EXPECT_EQ(leads.size(), 5000u);
  EXPECT_EQ(leads.add("L7", ""), EarlierLeads::Added::twice);
  EXPECT_EQ(leads.find("L5000"), EarlierLeads::kNone);
  EXPECT_EQ(leads.find(""), EarlierLeads::kNone);
  for (int i = 0; i < 5000; ++i) {
    const EarlierLeads::Entry entry = leads.find("L" + std::to_string(i));
    ASSERT_EQ(leads.id(entry), "L" + std::to_string(i));
    const Answer expected = i % 2 == 0 ? Answer{3, Outcome::failed} : Answer{};
    EXPECT_EQ(leads.answer(entry, 1), expected);
  }
  EXPECT_EQ(EarlierLeads().find("L1"), EarlierLeads::kNone);
}

}  // namespace
}  // namespace leadpact::scoring
