// Saving a scorecard and comparing with one, by role and name.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

namespace samples = app::samples;
using ui::Role;

constexpr const char* kContact = "First contact within 24 hours";
constexpr const char* kVolume = "20 MQLs a month";
constexpr const char* kComparison = "Compared with 2 Mar 2026, 10:00";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

// The export a week later: lead 100 was deleted in the CRM, lead 120's late
// contact was mended, two are new; and the scorecard is as of 9 March.
std::string later_csv() {
  std::string csv = samples::leads_csv();
  csv = replaced(csv, "100,lead100@example.com,2026-01-05 09:00,2026-01-05 16:00\n", "");
  csv = replaced(csv, "2026-02-08 15:00", "2026-02-05 15:00");
  csv += "900,new900@example.com,2026-03-09 09:00,2026-03-09 10:00\n";
  csv += "901,new901@example.com,2026-03-05 09:00,2026-03-08 10:00\n";
  return csv;
}

// What is saved of an export.
app::Request saved_of(std::string csv) {
  app::FakeStore store;
  Page page(store);
  page.give({{"small.sla.json", samples::agreement_json()}, {"leads.csv", std::move(csv)}});
  for (int i = 0; i < 100; ++i)
    page.tab.settle();
  page.draw();
  page.press("Save scorecard");
  for (int i = 0; i < 100; ++i)
    page.tab.settle();
  page.draw();
  EXPECT_EQ(store.downloads.size(), 1u);
  EXPECT_TRUE(page.says("Of your leads it holds ids and verdicts, nothing else."));
  return store.downloads.empty() ? app::Request() : store.downloads.back();
}

// There is one page at a time, so it is saved before a test has one.
class Changes : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { saved_ = saved_of(samples::leads_csv()).bytes; }

  // The page of a week later, compared.
  static void compare(Page& page) {
    page.give({{"small.sla.json", samples::agreement_json()},
               {"leads.csv", later_csv()},
               {"small.scorecard.json", saved_}});
  }
  static std::string saved_;
};

std::string Changes::saved_;

// The row of the comparison; the table of promises has rows of the same names.
void open(Page& page, const std::string& title) {
  for (const ui::Node& node : ui::tree()) {
    if (node.role != Role::row || node.parent < 0 || node.name != title) continue;
    if (ui::tree()[static_cast<std::size_t>(node.parent)].name.rfind("Compared", 0) != 0) continue;
    page.press(title);
    return;
  }
  ADD_FAILURE() << page.view.outline();
}

void follow(Page& page, const std::string& link) {
  EXPECT_TRUE(page.view.activate(Role::link, link)) << link << "\n" << page.view.outline();
  page.draw();
}

TEST_F(Changes, AScorecardIsSavedWithIdsAndVerdictsOnly) {
  const app::Request request = saved_of(samples::leads_csv());
  EXPECT_EQ(request.name, "Small-agreement.scorecard.json");
  const std::string& text = request.bytes;
  EXPECT_EQ(text.front(), '{');
  EXPECT_NE(text.find("\"100\":\"c0mc\""), std::string::npos) << text.substr(text.size() - 400);
  EXPECT_EQ(text.find("@example.com"), std::string::npos);
}

TEST_F(Changes, EveryPromiseSaysThenAndNow) {
  Page page;
  compare(page);
  EXPECT_TRUE(page.has(Role::heading, kComparison)) << page.view.outline();
  EXPECT_EQ(page.rows(kComparison),
            (std::vector<std::string>{kVolume, kContact, "150 leads in all"}));
  EXPECT_TRUE(page.says("+1 met, +1 failed"));
  EXPECT_TRUE(page.says("2 earlier periods changed, too"));
  EXPECT_TRUE(page.says("Worse"));
  EXPECT_TRUE(page.says("More")) << "of a count that is still going on that is neither";
}

TEST_F(Changes, ARowLeadsFromThenToNowAndItsGroupsToTheirLeads) {
  Page page;
  compare(page);
  open(page, kContact);
  EXPECT_EQ(page.rows("From then to now"),
            (std::vector<std::string>{"Then", "New in this export", "Now"}));
  follow(page, "New in this export: 2");
  EXPECT_EQ(page.rows(std::string("Leads of ") + kContact),
            (std::vector<std::string>{"new900@example.com", "new901@example.com"}))
      << page.view.outline();
  page.type("Search", "901");
  EXPECT_EQ(page.rows(std::string("Leads of ") + kContact),
            (std::vector<std::string>{"new901@example.com"}));
  page.press("new901@example.com");
  EXPECT_TRUE(page.says("As it stands in leads.csv, line"));

  ASSERT_TRUE(page.view.activate(Role::combobox, "Period that changed"));
  page.draw();
  ASSERT_TRUE(page.view.activate(Role::option, "February 2026")) << page.view.outline();
  page.draw();
  EXPECT_EQ(page.rows("From then to now"),
            (std::vector<std::string>{"Then", "Verdict changed", "Now"}));
  EXPECT_TRUE(page.rows(std::string("Leads of ") + kContact).empty());
  follow(page, "Verdict changed: 1");
  EXPECT_TRUE(page.has(Role::heading, "Verdict changed, February 2026: 1 lead"));
  EXPECT_EQ(page.rows(std::string("Leads of ") + kContact).size(), 1u);
  follow(page, "Verdict changed: 1");
  EXPECT_TRUE(page.rows(std::string("Leads of ") + kContact).empty()) << "pressed again";
}

TEST_F(Changes, LeadsThatAreGoneAreListedByTheirIds) {
  app::FakeStore store;
  Page page(store);
  compare(page);
  open(page, kContact);
  ASSERT_TRUE(page.view.activate(Role::combobox, "Period that changed"));
  page.draw();
  ASSERT_TRUE(page.view.activate(Role::option, "January 2026"));
  page.draw();
  follow(page, "Gone from the export: 1");
  EXPECT_EQ(page.rows("Gone from the export"), (std::vector<std::string>{"100"}))
      << page.view.outline();
  page.press("Save list as CSV");
  ASSERT_FALSE(store.downloads.empty());
  EXPECT_EQ(store.downloads.back().name, "First-contact-within-24-hours-leads.csv");
  EXPECT_NE(store.downloads.back().bytes.find("Lead,Verdict then\r\n100,Met\r\n"),
            std::string::npos)
      << store.downloads.back().bytes;
}

TEST_F(Changes, StopComparingAndAChangedPromise) {
  Page page;
  compare(page);
  page.take("commitments[1]");
  page.go("Agreement");
  page.type("Time limit", "12 hours");
  page.go("Scorecard");
  EXPECT_TRUE(page.says("The promise, or what it rests on, was changed since."))
      << page.view.outline();
  page.press("Stop comparing");
  EXPECT_FALSE(page.says("Compared with"));
}

TEST_F(Changes, TheFileWaitsForLeadsAndGoesWithAnotherAgreement) {
  Page page;
  page.give({{"small.sla.json", samples::agreement_json()}});
  page.give({{"last.scorecard.json", saved_}});
  page.go("Scorecard");
  EXPECT_TRUE(page.says("“last.scorecard.json” is compared with as soon as your leads are scored."))
      << page.view.outline();
  page.give({{"leads.csv", later_csv()}});
  EXPECT_TRUE(page.has(Role::heading, kComparison)) << page.view.outline();
  page.give({{"other.sla.json", samples::agreement_json("Other", "other-1")}});
  page.go("Scorecard");
  EXPECT_FALSE(page.says("Compared with"));
  EXPECT_FALSE(page.says("was not opened"));
}

TEST_F(Changes, WithoutAnAgreementTheFileSaysWhatItWaitsFor) {
  Page page;
  page.give({{"last.scorecard.json", saved_}});
  EXPECT_TRUE(page.says("“last.scorecard.json” waits for its agreement")) << page.view.outline();
  page.give({{"small.sla.json", samples::agreement_json()}, {"leads.csv", later_csv()}});
  EXPECT_TRUE(page.has(Role::heading, kComparison));
}

TEST_F(Changes, OfSeveralScorecardsItIsSaidWhichWasTaken) {
  Page page;
  compare(page);
  EXPECT_FALSE(page.says("Of the saved scorecards only")) << "one alone needs no words";
  page.give({{"may.scorecard.json", saved_},
             {"june.scorecard.json", saved_},
             {"july.scorecard.json", saved_}});
  EXPECT_EQ(page.tab.state().changes().file(), "july.scorecard.json");
  EXPECT_TRUE(page.says("Of the saved scorecards only “july.scorecard.json” was taken"))
      << page.view.outline();
  EXPECT_TRUE(page.says("Not taken: “may.scorecard.json”, “june.scorecard.json”."));
}

TEST_F(Changes, OneOfAnotherAgreementAndABrokenOneAreRefused) {
  Page page;
  page.give({{"other.sla.json", samples::agreement_json("Other", "other-1")},
             {"leads.csv", samples::leads_csv()}});
  page.give({{"last.scorecard.json", saved_}});
  EXPECT_TRUE(page.says("“last.scorecard.json” was not opened")) << page.view.outline();
  EXPECT_TRUE(
      page.says("The scorecard was saved of another agreement, “Small agreement”; one of "
                "“Other” is expected."));
  EXPECT_FALSE(page.says("Compared with"));
  page.press("Close");
  page.give({{"last.json", saved_.substr(0, 900)}});
  EXPECT_TRUE(page.says("The file ends too early; the rest of the scorecard is expected."))
      << page.view.outline();
  EXPECT_FALSE(page.says("Compared with"));
}

TEST_F(Changes, OneThatIsRefusedLeavesTheComparisonAsItWas) {
  Page page;
  compare(page);
  open(page, kContact);
  const std::string foreign = replaced(saved_, "\"small-1\"", "\"other-1\"");
  const struct {
    const char* name;
    std::string bytes;
    const char* wrong;
  } kFiles[] = {{"cut.json", saved_.substr(0, 900), "The file ends too early"},
                {"foreign.json", foreign, "The scorecard was saved of another agreement"}};
  for (const auto& file : kFiles) {
    page.give({{file.name, file.bytes}});
    EXPECT_TRUE(page.says("“" + std::string(file.name) + "” was not opened"))
        << page.view.outline();
    EXPECT_TRUE(page.says(file.wrong)) << page.view.outline();
    EXPECT_TRUE(page.has(Role::heading, kComparison)) << file.name;
    EXPECT_FALSE(page.rows("From then to now").empty()) << "what was open is open";
    EXPECT_EQ(page.tab.state().changes().file(), "small.scorecard.json");
    page.press("Close");
  }
}

TEST_F(Changes, AreDrawnWithoutFaults) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3]}) {
    Page page(size);
    compare(page);
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
    open(page, kContact);
    follow(page, "New in this export: 2");
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

// ---- A lot of leads ----------------------------------------------------------------

TEST_F(Changes, ManyLeadsAreSavedAndComparedInSlices) {
  constexpr int kMany = 60'000;
  const std::string text = saved_of(samples::many_leads_csv(kMany)).bytes;
  Page page;
  page.give({{"small.sla.json", samples::agreement_json()},
             {"leads.csv", samples::many_leads_csv(kMany + 5)}});
  const auto finish = [&] {
    for (int i = 0; i < 100; ++i)
      page.tab.settle();
    page.draw();
  };
  finish();
  page.tab.app().files_given({{"small.scorecard.json", text}});
  app::ChangesDesk& desk = page.tab.state().changes();
  EXPECT_FALSE(desk.ready()) << "at once";
  EXPECT_LT(desk.progress(), 1);
  EXPECT_TRUE(desk.has_work());
  finish();
  EXPECT_TRUE(desk.ready());
  open(page, "150 leads in all");
  follow(page, "New in this export: 5");
  finish();
  EXPECT_EQ(page.rows("Leads of 150 leads in all").size(), 5u) << page.view.outline();
}

}  // namespace
}  // namespace leadpact::screens::testing
