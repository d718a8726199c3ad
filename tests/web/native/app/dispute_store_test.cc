#include "web/app/dispute_store.h"

#include <gtest/gtest.h>

#include "core/exchange/disputes_json.h"
#include "tests/web/native/app/fake_store.h"

namespace leadpact::app {
namespace {

using agreement::Dispute;

Dispute dispute(std::string id, std::string note = "") {
  Dispute made;
  made.id = std::move(id);
  made.dataset = "leads";
  made.record = "L1";
  made.raised_by = agreement::Team::sales;
  made.on = "2026-03-31";
  made.note = std::move(note);
  return made;
}

// A tab's disputes on a store that may be shared.
struct Half {
  FakeStore& store;
  Outbox outbox;
  DisputeStore disputes{outbox};

  explicit Half(FakeStore& shared) : store(shared) {
    disputes.open("a1");
    settle();
  }
  void settle() {
    disputes.save_if_due();
    for (auto requests = outbox.take(); !requests.empty(); requests = outbox.take()) {
      for (const Request& request : requests)
        EXPECT_TRUE(disputes.answered(*store.answer(request)) || request.ticket != 0);
      disputes.save_if_due();
    }
  }
  [[nodiscard]] std::string ids() const {
    std::string all;
    for (const Dispute& each : disputes.disputes().all)
      all += each.id + (each.note.empty() ? "" : "=" + each.note) + " ";
    return all;
  }
};

TEST(DisputeStore, ComesBack) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1"));
  one.settle();
  EXPECT_EQ(Half(store).ids(), "d1 ");
}

TEST(DisputeStore, OfTwoTabsLosesNothing) {
  FakeStore store;
  Half one(store), two(store);
  one.disputes.put(dispute("d1"));
  one.settle();
  two.disputes.put(dispute("d2"));
  two.settle();
  EXPECT_EQ(two.ids(), "d1 d2 ");
  one.disputes.put(dispute("d1", "changed"));
  one.settle();
  EXPECT_EQ(one.ids(), "d1=changed d2 ");
  two.disputes.remove("d1");
  two.settle();
  EXPECT_EQ(two.ids(), "d2 ");
  EXPECT_EQ(Half(store).ids(), "d2 ");
}

TEST(DisputeStore, NotedBeforeTheRecordIsThereIsKept) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1"));
  one.settle();
  Outbox outbox;
  DisputeStore late(outbox);
  late.open("a1");
  late.put(dispute("d2"));
  for (auto requests = outbox.take(); !requests.empty(); requests = outbox.take()) {
    for (const Request& request : requests)
      late.answered(*store.answer(request));
    late.save_if_due();
  }
  EXPECT_EQ(Half(store).ids(), "d1 d2 ");
}

TEST(DisputeStore, LeavesARecordItCannotReadAlone) {
  FakeStore store;
  store.named["disputes/a1"] = R"({"format": "leadpact-disputes", "format_version": 2})";
  const std::string before = store.named["disputes/a1"];
  Half one(store);
  EXPECT_NE(one.disputes.trouble().find("newer version"), std::string::npos)
      << one.disputes.trouble();
  one.disputes.put(dispute("d1"));
  one.settle();
  EXPECT_EQ(store.named["disputes/a1"], before);
  EXPECT_EQ(one.ids(), "d1 ") << "for a file";
}

TEST(DisputeStore, SaysWhereItWasNotStoredAndTriesAgain) {
  FakeStore store;
  Half one(store);
  store.fail(RequestKind::save_settings, AnswerCode::full);
  one.disputes.put(dispute("d1"));
  one.settle();
  EXPECT_NE(one.disputes.trouble(), "");
  EXPECT_EQ(one.ids(), "d1 ");
  one.disputes.put(dispute("d2"));
  one.settle();
  EXPECT_EQ(one.disputes.trouble(), "");
  EXPECT_EQ(Half(store).ids(), "d1 d2 ");
}

// A store that cannot be looked at must not be written over.
TEST(DisputeStore, DoesNotWriteOverWhatItCouldNotSee) {
  FakeStore store;
  Half one(store), two(store);
  one.disputes.put(dispute("d1"));
  one.settle();
  store.fail(RequestKind::load_settings, AnswerCode::failed);
  two.disputes.put(dispute("d2"));
  two.settle();
  EXPECT_EQ(Half(store).ids(), "d1 ");
  two.disputes.put(dispute("d3"));
  two.settle();
  EXPECT_EQ(Half(store).ids(), "d1 d2 d3 ");
}

TEST(DisputeStore, AnotherAgreementHasItsOwn) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1"));
  one.disputes.open("a2");  // at once, before anything could be saved
  one.settle();
  EXPECT_EQ(one.ids(), "");
  EXPECT_EQ(Half(store).ids(), "d1 ");
}

TEST(DisputeStore, TakesThoseOfAFileAndPutsThemBack) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1", "here"));
  const std::vector<Dispute> before = one.disputes.disputes().all;
  EXPECT_EQ(one.disputes.merge({dispute("d1", "file"), dispute("d2")}), 2u);
  EXPECT_EQ(one.disputes.merge({dispute("d1", "file")}), 0u);
  one.settle();
  EXPECT_EQ(one.ids(), "d1=file d2 ");
  one.disputes.set_back(before);
  one.settle();
  EXPECT_EQ(Half(store).ids(), "d1=here ");
}

}  // namespace
}  // namespace leadpact::app
