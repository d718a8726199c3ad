// Disputed leads, by role and name.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/web/native/app/samples.h"
#include "tests/web/native/screens/page.h"

namespace leadpact::screens::testing {
namespace {

using ui::Role;

constexpr const char* kOpener = "What sales handed back, and what became of it";
constexpr const char* kPromise = "All other MQLs contacted within 4 business hours";

// The first name of that role that begins so.
std::string named(Role role, const std::string& begin) {
  for (const ui::Node& node : ui::tree()) {
    if (node.role == role && node.name.compare(0, begin.size(), begin) == 0) return node.name;
  }
  return "";
}

// The example with the first of the leads that failed a promise opened.
void open_failed(Page& page) {
  page.press("Try the example");
  page.press(kPromise);
  page.go(named(Role::link, "Failed "));
  const auto leads = page.rows(std::string("Leads of ") + kPromise);
  ASSERT_FALSE(leads.empty()) << page.view.outline();
  page.press(leads.front());
}

void dispute(Page& page) {
  open_failed(page);
  page.press("Dispute this lead");
  page.type("Why", "Called on the mobile");
  ASSERT_TRUE(page.view.set_value(Role::combobox, "If it is upheld, the lead counts", "As met"));
  page.draw();
  page.press("Keep dispute");
}

std::string record_of(const app::FakeStore& store) {
  return store.named.empty() ? "" : store.named.begin()->second;
}

TEST(DisputesPage, SayWhatBelongsThere) {
  Page page;
  page.press("Try the example");
  EXPECT_TRUE(page.has(Role::heading, "Disputed leads"));
  EXPECT_TRUE(page.says("press “Dispute this lead”"));
}

// A promise missed month after month; with the disputes of the last one upheld it
// is not missed any more.
TEST(DisputesPage, SayWhatWouldNotBeDue) {
  Page page;
  page.press("Try the example");
  app::State& state = page.tab.state();
  const agreement::Agreement& agreement = *state.agreement();
  const scoring::Scorecard card = state.desk().scored()->card;
  ASSERT_FALSE(card.escalations.empty());
  const std::string id = card.escalations.front().commitment;
  std::size_t row = 0;
  while (agreement.commitments[row].id != id)
    ++row;
  const auto& periods = card.commitments[row].periods;
  std::size_t period = periods.size();
  while (!periods[--period].period.closed) {
  }
  ASSERT_EQ(periods[period].status, scoring::Status::missed);
  state.toggle_row(row);
  page.draw();
  state.leads().show(period, app::LeadList::Which::failed);
  page.draw();
  std::vector<std::string> records;
  while (state.leads().has_more())
    state.leads().show_more();
  for (const app::LeadItem& item : state.leads().items())
    records.push_back(state.record_id(agreement.commitments[row].measure.dataset, item.row));
  ASSERT_FALSE(records.empty()) << "a promise of leads";
  EXPECT_FALSE(page.says("Not official, with"));
  for (const std::string& record : records) {
    state.begin_dispute(app::DisputePlace::promise, agreement.commitments[row].measure.dataset,
                        record, id);
    agreement::Dispute draft = state.dispute_desk().draft();
    draft.counts_as = agreement::CountsAs::met;
    state.dispute_desk().write(draft);
    state.end_dispute(true);
  }
  page.draw();
  EXPECT_TRUE(page.says("Not official, with the open disputes upheld too")) << page.view.outline();
  EXPECT_FALSE(page.says("Not official, with disputes upheld"));
  const std::vector<agreement::Dispute> all = state.disputes();
  for (const agreement::Dispute& each : all)
    state.rule_dispute(each.id, agreement::Ruling::upheld);
  page.draw();
  EXPECT_FALSE(page.says("Not official, with the open disputes upheld too"));
  const std::vector<std::string> sentences = state.dispute_desk().due_otherwise(false);
  ASSERT_FALSE(sentences.empty());
  EXPECT_NE(sentences[0].find(agreement.commitments[row].title), std::string::npos);
  EXPECT_NE(sentences[0].find(" would not have fallen due."), std::string::npos) << sentences[0];
  EXPECT_TRUE(page.says(sentences[0])) << page.view.outline();
  EXPECT_EQ(page.faults(), std::vector<std::string>());
  EXPECT_EQ(state.desk().scored()->card.escalations.size(), card.escalations.size())
      << "what is official stays";
}

TEST(DisputesPage, AreRaisedFromAPromiseAndKept) {
  app::FakeStore store;
  Page page(store);
  dispute(page);
  ASSERT_EQ(page.tab.state().disputes().size(), 1u);
  const agreement::Dispute& made = page.tab.state().disputes()[0];
  EXPECT_EQ(made.commitment, "mql-response");
  EXPECT_EQ(made.dataset, "leads");
  EXPECT_EQ(made.on, "2026-03-31");
  EXPECT_EQ(made.counts_as, agreement::CountsAs::met);
  EXPECT_TRUE(page.says("Disputed by Sales, 31 Mar 2026")) << page.view.outline();
  EXPECT_EQ(page.rows("Disputed leads"), (std::vector<std::string>{"Lead " + made.record}));
  EXPECT_NE(record_of(store).find("Called on the mobile"), std::string::npos);
  EXPECT_EQ(store.named.begin()->first, "disputes/" + page.tab.state().agreement()->id);

  app::Tab later(store, 3);
  later.wait(1000);
  EXPECT_EQ(later.state().disputes().size(), 1u) << "another day";
}

TEST(DisputesPage, UpheldOnesStandBesideTheOfficialFigures) {
  Page page;
  dispute(page);
  const std::string official = page.tab.state().view()->commitments[9].value;
  EXPECT_FALSE(page.says("With 1 dispute upheld"));
  EXPECT_TRUE(page.says("With the open ones upheld too, 1 dispute upheld: "))
      << page.view.outline();
  page.press("Uphold");
  EXPECT_TRUE(page.says("With 1 dispute upheld: ")) << page.view.outline();
  EXPECT_EQ(page.tab.state().view()->commitments[9].value, official);
  page.press("Decline");
  EXPECT_FALSE(page.says("With 1 dispute upheld"));
  page.press("Open again");
  EXPECT_TRUE(page.says("With the open ones upheld too, 1 dispute upheld: "));
}

TEST(DisputesPage, AreRemovedAndBroughtBack) {
  app::FakeStore store;
  Page page(store);
  dispute(page);
  page.press("Remove dispute");
  EXPECT_TRUE(page.tab.state().disputes().empty());
  EXPECT_EQ(record_of(store).find("Called on"), std::string::npos);
  page.press("Undo");
  ASSERT_EQ(page.tab.state().disputes().size(), 1u);
  EXPECT_NE(record_of(store).find("Called on"), std::string::npos);
}

TEST(DisputesPage, AreChangedAndAnswered) {
  Page page;
  dispute(page);
  page.press("Change dispute");
  page.type("What the meeting said", "The log shows it");
  page.type("Raised on", "soon");
  EXPECT_TRUE(page.view.find(Role::textbox, "Raised on")->invalid);
  page.type("Raised on", "2026-03-30");
  ASSERT_TRUE(page.view.set_value(Role::combobox, "Disputed in", "Every promise that counts it"));
  page.draw();
  page.press("Keep dispute");
  ASSERT_EQ(page.tab.state().disputes().size(), 1u);
  const agreement::Dispute& made = page.tab.state().disputes()[0];
  EXPECT_EQ(made.answer, "The log shows it");
  EXPECT_EQ(made.on, "2026-03-30");
  EXPECT_EQ(made.commitment, "");
  EXPECT_TRUE(page.says("The meeting: The log shows it"));
}

TEST(DisputesPage, AreRaisedFromTheLedger) {
  Page page;
  page.press("Try the example");
  page.press(kOpener);
  page.press(page.rows("Rejected leads").front());
  page.press("Dispute this lead");
  page.press("Cancel dispute");
  EXPECT_TRUE(page.tab.state().disputes().empty());
  page.press("Dispute this lead");
  page.press("Keep dispute");
  ASSERT_EQ(page.tab.state().disputes().size(), 1u);
  EXPECT_EQ(page.tab.state().disputes()[0].commitment, "");
}

TEST(DisputesPage, GoIntoAFileAndComeBackFromIt) {
  app::FakeStore store;
  Page page(store);
  dispute(page);
  page.press("Save disputes to file");
  const app::Request file = store.downloads.back();
  EXPECT_NE(file.name.find("-disputes.json"), std::string::npos);
  page.press("Remove dispute");
  page.give({{file.name, file.bytes}});
  EXPECT_EQ(page.tab.state().disputes().size(), 1u);
  EXPECT_TRUE(page.says("1 dispute taken from the file."));
  page.give({{file.name, file.bytes}});
  EXPECT_EQ(page.tab.state().disputes().size(), 1u);
  std::string other = file.bytes;
  other.replace(other.find("e3c1a5f8"), 8, "00000000");
  page.give({{"other.json", other}});
  EXPECT_TRUE(page.says("These are disputes of another agreement")) << page.view.outline();
}

// What could be undone was of the other agreement.
TEST(DisputesPage, AreNotBroughtBackIntoAnotherAgreement) {
  Page page;
  dispute(page);
  page.press("Remove dispute");
  page.give({{"small.sla.json", app::samples::agreement_json()},
             {"leads.csv", app::samples::leads_csv()}});
  EXPECT_FALSE(page.has(Role::button, "Undo"));
  EXPECT_TRUE(page.tab.state().disputes().empty());
}

TEST(DisputesPage, OfALeadThatIsGoneStayAndSaySo) {
  Page page;
  dispute(page);
  page.press("Uphold");
  std::string bytes = page.tab.state().desk().files()[0].bytes->substr(0);
  const std::string record = page.tab.state().disputes()[0].record;
  const std::size_t at = bytes.find("\n" + record + ",");
  ASSERT_NE(at, std::string::npos);
  bytes.erase(at, bytes.find('\n', at + 1) - at);
  page.give({{page.tab.state().desk().files()[0].name, bytes}});
  EXPECT_EQ(page.tab.state().disputes().size(), 1u);
  EXPECT_TRUE(page.says("Not in today's data")) << page.view.outline();
  EXPECT_FALSE(page.says("With 1 dispute upheld"));
}

TEST(DisputesPage, AreDrawnWithoutFaults) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[2], kSizes[3]}) {
    Page page(size);
    dispute(page);
    page.press("Uphold");
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
    page.press("Change dispute");
    EXPECT_EQ(page.faults(), std::vector<std::string>()) << size.name;
  }
}

}  // namespace
}  // namespace leadpact::screens::testing
