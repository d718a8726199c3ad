#include "web/app/dispute_store.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "core/exchange/disputes_json.h"
#include "tests/core/data/data_testing.h"
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

// A record with so many.
std::string record_of(std::size_t count) {
  agreement::Disputes disputes{"a1", {}};
  for (std::size_t i = 0; i < count; ++i)
    disputes.all.push_back(dispute("n" + std::to_string(i)));
  return exchange::write_disputes(disputes);
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
  two.disputes.remove("d1");  // as it was, which it is not any more
  two.settle();
  EXPECT_EQ(two.ids(), "d1=changed d2 ");
  EXPECT_TRUE(two.disputes.take_news());
  two.disputes.remove("d1");
  two.settle();
  EXPECT_EQ(two.ids(), "d2 ");
  EXPECT_FALSE(two.disputes.take_news());
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

// What another tab stored meanwhile is not written over.
TEST(DisputeStore, LooksWhenAnotherAgreementOpensAfterAFailedSave) {
  FakeStore store;
  Half one(store), two(store);
  store.fail(RequestKind::save_settings, AnswerCode::full);
  one.disputes.put(dispute("d1"));
  one.settle();
  two.disputes.put(dispute("d2"));
  two.settle();
  one.disputes.open("a2");
  one.settle();
  EXPECT_EQ(Half(store).ids(), "d2 d1 ");
  EXPECT_FALSE(one.disputes.take_news());
}

TEST(DisputeStore, KeepsWhatCannotBeStoredUntilItsAgreementOpensAgain) {
  FakeStore store;
  Half one(store);
  store.fail(RequestKind::save_settings, AnswerCode::full, 2, "quota");
  one.disputes.put(dispute("d1"));
  one.settle();
  one.disputes.open("a2");
  one.settle();
  const auto news = one.disputes.take_news();
  ASSERT_TRUE(news);
  EXPECT_NE(news->body.find("(quota). They are in this tab still"), std::string::npos)
      << news->body;
  EXPECT_EQ(one.ids(), "");
  one.disputes.open("a1");
  EXPECT_EQ(one.ids(), "d1 ");
  EXPECT_NE(one.disputes.trouble(), "");
  one.disputes.put(dispute("d2"));
  one.settle();
  EXPECT_EQ(one.disputes.trouble(), "");
  EXPECT_EQ(Half(store).ids(), "d1 d2 ");
}

TEST(DisputeStore, NotedBeforeTheRecordIsThereIsKeptWhenAnotherAgreementOpens) {
  FakeStore store;
  store.named["disputes/a1"] = record_of(1);
  Outbox outbox;
  DisputeStore late(outbox);
  late.open("a1");
  late.put(dispute("d2"));
  late.open("a2");
  for (auto requests = outbox.take(); !requests.empty(); requests = outbox.take()) {
    for (const Request& request : requests)
      late.answered(*store.answer(request));
    late.save_if_due();
  }
  EXPECT_EQ(Half(store).ids(), "n0 d2 ");
  EXPECT_TRUE(late.disputes().all.empty());
}

// Between looking and saving another tab saves: it looks again.
TEST(DisputeStore, LooksAgainWhereAnotherTabSavedAfterItLooked) {
  FakeStore store;
  Half one(store), two(store);
  one.disputes.put(dispute("d1"));
  one.disputes.save_if_due();
  for (const Request& look : one.outbox.take())
    ASSERT_TRUE(one.disputes.answered(*store.answer(look)));
  const std::vector<Request> save = one.outbox.take();
  ASSERT_EQ(save.size(), 1u);
  ASSERT_EQ(save[0].kind, RequestKind::save_settings);
  two.disputes.put(dispute("d2"));
  two.settle();
  const std::optional<Answer> refused = store.answer(save[0]);
  ASSERT_EQ(refused->code, AnswerCode::conflict);
  ASSERT_TRUE(one.disputes.answered(*refused));
  EXPECT_EQ(one.disputes.trouble(), "");
  one.settle();
  EXPECT_EQ(one.ids(), "d2 d1 ");
  EXPECT_EQ(Half(store).ids(), "d2 d1 ");
}

TEST(DisputeStore, KeepsBothWhereTwoTabsChangedTheSame) {
  FakeStore store;
  store.named["disputes/a1"] = record_of(3);
  Half one(store), two(store);
  one.disputes.put(dispute("n0", "one"));
  one.disputes.put(dispute("n1", "one"));
  one.disputes.remove("n2");
  one.settle();
  EXPECT_FALSE(one.disputes.take_news());
  two.disputes.put(dispute("n0", "two"));
  two.disputes.remove("n1");
  two.disputes.put(dispute("n2", "two"));
  two.settle();
  EXPECT_EQ(two.ids(), "n0=one n1=one n2=two n0+=two ");
  const auto news = two.disputes.take_news();
  ASSERT_TRUE(news);
  EXPECT_NE(news->body.find("Of lead L1, L1, L1: what either tab wrote is kept"), std::string::npos)
      << news->body;
  EXPECT_EQ(Half(store).ids(), two.ids());
}

TEST(DisputeStore, WhatWasPutBackAsItWasIsNoChange) {
  FakeStore store;
  store.named["disputes/a1"] = record_of(2);
  Half one(store), two(store);
  one.disputes.put(dispute("n0", "one"));
  one.disputes.remove("n1");
  one.settle();
  for (const char* id : {"n0", "n1"}) {
    two.disputes.put(dispute(id, "two"));
    two.disputes.put(dispute(id));
  }
  two.settle();
  EXPECT_EQ(two.ids(), "n0=one ");
  EXPECT_FALSE(two.disputes.take_news());
}

// Two tabs change, store and fail as chance has it: no note is ever lost.
TEST(DisputeStore, NoNoteIsLostWhateverTheOrder) {
  data::testing::Dice dice(11);
  for (int round = 0; round < 200; ++round) {
    FakeStore store;
    Half one(store), two(store);
    std::vector<Request> late[2];
    int notes = 0;
    std::set<std::string> written, replaced;
    for (int step = 0; step < 30; ++step) {
      const std::size_t which = dice.below(2);
      Half& tab = which == 0 ? one : two;
      const std::size_t what = dice.below(4);
      if (what == 0) {
        const std::string note = std::to_string(++notes);
        const std::string id = "d" + std::to_string(dice.below(3));
        for (const Dispute& each : tab.disputes.disputes().all) {
          if (each.id == id) replaced.insert(each.note);  // by a person who saw it
        }
        tab.disputes.put(dispute(id, note));
        written.insert(note);
      } else if (what == 1) {
        tab.disputes.save_if_due();
        for (Request& request : tab.outbox.take())
          late[which].push_back(std::move(request));
      } else if (what == 2 && !late[which].empty()) {
        const Request request = late[which].front();
        late[which].erase(late[which].begin());
        tab.disputes.answered(*store.answer(request));
      } else if (what == 3 && dice.below(5) == 0) {
        store.fail(RequestKind::save_settings, AnswerCode::failed);
      }
    }
    store.work_again();
    for (int i = 0; i < 2; ++i) {
      Half& tab = i == 0 ? one : two;
      for (const Request& request : late[i])
        tab.disputes.answered(*store.answer(request));
      tab.disputes.put(dispute("last" + std::to_string(i)));  // tries again what failed
      tab.settle();
    }
    std::set<std::string> kept;
    const Half later(store);
    for (const Dispute& each : later.disputes.disputes().all)
      kept.insert(each.note);
    for (const std::string& note : written) {
      EXPECT_TRUE(kept.count(note) + replaced.count(note) > 0) << note << " in round " << round;
    }
  }
}

TEST(DisputeStore, TakesThoseOfAFileAndPutsThemBack) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1", "here"));
  const std::vector<Dispute> before = one.disputes.disputes().all;
  const auto merged = one.disputes.merge({dispute("d1", "file"), dispute("d2")});
  EXPECT_EQ(merged.changed, (std::set<std::string>{"d1", "d2"}));
  EXPECT_TRUE(one.disputes.merge({dispute("d1", "file")}).changed.empty());
  one.settle();
  EXPECT_EQ(one.ids(), "d1=file d2 ");
  EXPECT_TRUE(one.disputes.set_back(before, merged.changed));
  one.settle();
  EXPECT_EQ(Half(store).ids(), "d1=here ");
}

TEST(DisputeStore, SetsBackNothingButWhatItIsTold) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1"));
  one.disputes.put(dispute("d2"));
  const std::vector<Dispute> before = one.disputes.disputes().all;
  one.disputes.remove("d1");
  one.disputes.put(dispute("d2", "newer"));
  one.disputes.put(dispute("d3"));
  EXPECT_TRUE(one.disputes.set_back(before, {"d1"}));
  one.settle();
  EXPECT_EQ(Half(store).ids(), "d2=newer d3 d1 ");
}

TEST(DisputeStore, GoesOnAsACopyWithAllOfThem) {
  FakeStore store;
  Half one(store);
  one.disputes.put(dispute("d1"));
  one.settle();
  one.disputes.put(dispute("d2"));
  one.disputes.save_if_due();  // the answer comes when it is another one's
  one.disputes.go_on_as("a2");
  one.disputes.put(dispute("d3"));
  one.settle();
  EXPECT_EQ(one.ids(), "d1 d2 d3 ");
  EXPECT_EQ(Half(store).ids(), "d1 ");
  const auto stored = exchange::read_disputes(store.named["disputes/a2"]);
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(stored.value(), one.disputes.disputes());
}

TEST(DisputeStore, SaysWhereThereIsNoRoom) {
  FakeStore store;
  store.named["disputes/a1"] = record_of(agreement::kMostDisputes);
  Half one(store);
  EXPECT_FALSE(one.disputes.put(dispute("d1")));
  EXPECT_TRUE(one.disputes.put(dispute("n0", "changed")));
  const auto merged = one.disputes.merge({dispute("n1", "file"), dispute("d2")});
  EXPECT_EQ(merged.changed, std::set<std::string>{"n1"});
  EXPECT_EQ(merged.left_out, 1u);
  const std::vector<Dispute> before = one.disputes.disputes().all;
  one.disputes.remove("n0");
  EXPECT_TRUE(one.disputes.put(dispute("d1")));
  EXPECT_FALSE(one.disputes.set_back(before, {"n0"}));
  EXPECT_EQ(one.disputes.disputes().all.size(), agreement::kMostDisputes);
}

TEST(DisputeStore, OfTwoTabsStaysReadable) {
  FakeStore store;
  store.named["disputes/a1"] = record_of(agreement::kMostDisputes - 1);
  Half one(store), two(store);
  EXPECT_TRUE(one.disputes.put(dispute("d1")));
  one.settle();
  EXPECT_TRUE(two.disputes.put(dispute("d2")));
  two.settle();
  EXPECT_NE(two.disputes.trouble().find("1 dispute noted here did not fit"), std::string::npos)
      << two.disputes.trouble();
  two.disputes.put(dispute("n0", "changed"));
  two.settle();
  EXPECT_EQ(two.disputes.trouble(), "");
  const Half later(store);
  EXPECT_EQ(later.disputes.trouble(), "");
  EXPECT_EQ(later.disputes.disputes().all.size(), agreement::kMostDisputes);
  EXPECT_EQ(later.disputes.disputes().all.front().note, "changed");
  EXPECT_EQ(later.disputes.disputes().all.back().id, "d1");
}

}  // namespace
}  // namespace leadpact::app
