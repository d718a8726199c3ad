// The rules of saving, driven through every answer a store can give.
#include "web/app/saver.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace leadpact::app {
namespace {

constexpr std::int64_t kStart = 1'000'000;

class SaverTest : public testing::Test {
 protected:
  Outbox outbox;
  std::string content = "one";
  Saver saver{outbox, "a", 3, 77, [this] { return Saver::Snapshot{content, "Title", "details"}; }};
  std::int64_t now = kStart;

  void change(std::string text) {
    content = std::move(text);
    saver.changed(now);
  }
  void wait(std::int64_t milliseconds) {
    now += milliseconds;
    saver.tick(now);
  }
  Request only_request() {
    std::vector<Request> requests = outbox.take();
    EXPECT_EQ(requests.size(), 1u);
    return requests.empty() ? Request() : requests.front();
  }
  Saver::Outcome answer(const Request& request, AnswerCode code, std::string bytes = {}) {
    Answer answer;
    answer.ticket = request.ticket;
    answer.code = code;
    answer.bytes = std::move(bytes);
    answer.message = code == AnswerCode::ok ? "" : "said so";
    return saver.answered(answer, now);
  }
  // Answers a save and its reading back with what was saved.
  void store(const Request& save) {
    EXPECT_EQ(answer(save, AnswerCode::ok), Saver::Outcome::pending);
    EXPECT_EQ(answer(only_request(), AnswerCode::ok, save.bytes), Saver::Outcome::settled);
  }
};

TEST_F(SaverTest, IsSavedAtFirstAndAsksForNothing) {
  EXPECT_EQ(saver.state(), SaveState::saved);
  EXPECT_EQ(saver.saved_at(), 77);
  EXPECT_EQ(saver.tick(now), 0);
  EXPECT_TRUE(outbox.take().empty());
}

TEST_F(SaverTest, SavesHalfASecondAfterTheLastChange) {
  change("two");
  EXPECT_EQ(saver.state(), SaveState::saving);
  EXPECT_EQ(saver.tick(now), now + kAutosaveAfter);
  wait(400);
  change("three");
  wait(400);
  EXPECT_TRUE(outbox.take().empty());
  wait(100);
  const Request save = only_request();
  EXPECT_EQ(save.kind, RequestKind::save);
  EXPECT_EQ(save.name, "a");
  EXPECT_EQ(save.revision, 3u);
  EXPECT_EQ(save.bytes, "three");
  EXPECT_EQ(save.head.revision, 4u);
  EXPECT_EQ(save.head.title, "Title");
  EXPECT_EQ(save.head.details, "details");
  store(save);
  EXPECT_EQ(saver.state(), SaveState::saved);
  EXPECT_EQ(saver.revision(), 4u);
  EXPECT_EQ(saver.saved_at(), save.head.saved_at);
}

TEST_F(SaverTest, SavesAtLeastEveryThreeSecondsOfTyping) {
  for (int i = 0; i < 7; ++i) {
    change("typing " + std::to_string(i));
    wait(400);
  }
  EXPECT_TRUE(outbox.take().empty());
  change("still");
  wait(400);
  EXPECT_EQ(only_request().bytes, "still");
}

TEST_F(SaverTest, IsOnlySavedOnceReadBackEqual) {
  change("two");
  wait(500);
  const Request save = only_request();
  answer(save, AnswerCode::ok);
  EXPECT_EQ(saver.state(), SaveState::saving);
  const Request back = only_request();
  EXPECT_EQ(back.kind, RequestKind::load);
  EXPECT_EQ(back.revision, 4u);
  EXPECT_EQ(answer(back, AnswerCode::ok, "something else"), Saver::Outcome::pending);
  EXPECT_EQ(saver.state(), SaveState::saving);
  wait(kRetryAfter);
  const Request again = only_request();
  EXPECT_EQ(again.revision, 4u);
  EXPECT_EQ(again.bytes, "two");
  store(again);
  EXPECT_EQ(saver.revision(), 5u);
}

TEST_F(SaverTest, ChangesDuringASaveGoOutAfterIt) {
  change("two");
  wait(500);
  const Request first = only_request();
  change("three");
  wait(600);
  EXPECT_TRUE(outbox.take().empty());
  answer(first, AnswerCode::ok);
  const Request back = only_request();
  EXPECT_EQ(answer(back, AnswerCode::ok, "two"), Saver::Outcome::pending);
  EXPECT_EQ(saver.state(), SaveState::saving);
  wait(0);
  const Request second = only_request();
  EXPECT_EQ(second.revision, 4u);
  EXPECT_EQ(second.bytes, "three");
  store(second);
}

TEST_F(SaverTest, HidingThePageSendsAtOnce) {
  change("two");
  saver.flush(now);
  EXPECT_EQ(only_request().bytes, "two");
}

TEST_F(SaverTest, HidingThePageSendsBehindASaveThatIsOnItsWay) {
  change("two");
  wait(500);
  const Request first = only_request();
  change("three");
  saver.flush(now);
  const Request second = only_request();
  EXPECT_EQ(second.revision, 4u);
  EXPECT_EQ(second.head.revision, 5u);
  EXPECT_EQ(answer(first, AnswerCode::ok), Saver::Outcome::pending);
  EXPECT_TRUE(outbox.take().empty());  // the second is read back, that is enough
  store(second);
  EXPECT_EQ(saver.revision(), 5u);
}

TEST_F(SaverTest, WhatWasSentBehindAFailedSaveIsNoConflict) {
  change("two");
  wait(500);
  const Request first = only_request();
  change("three");
  saver.flush(now);
  const Request second = only_request();
  EXPECT_EQ(answer(first, AnswerCode::failed), Saver::Outcome::pending);
  EXPECT_EQ(answer(second, AnswerCode::conflict), Saver::Outcome::pending);
  wait(kRetryAfter);
  const Request again = only_request();
  EXPECT_EQ(again.revision, 3u);
  EXPECT_EQ(again.bytes, "three");
  store(again);
}

TEST_F(SaverTest, AConflictStopsForGood) {
  change("two");
  wait(500);
  EXPECT_EQ(answer(only_request(), AnswerCode::conflict), Saver::Outcome::conflict);
  change("three");
  wait(5000);
  saver.flush(now);
  EXPECT_TRUE(outbox.take().empty());
}

TEST_F(SaverTest, OneFailureIsTriedAgainAfterASecond) {
  change("two");
  wait(500);
  EXPECT_EQ(answer(only_request(), AnswerCode::failed), Saver::Outcome::pending);
  EXPECT_EQ(saver.state(), SaveState::saving);
  wait(kRetryAfter - 1);
  EXPECT_TRUE(outbox.take().empty());
  wait(1);
  store(only_request());
}

struct TroubleCase {
  const char* name;
  AnswerCode code;
  int failures;  // until it goes to memory
  StoreTrouble trouble;
  bool tries_again;
};

class SaverTrouble : public SaverTest, public testing::WithParamInterface<TroubleCase> {};

TEST_P(SaverTrouble, GoesToMemoryAndSaysWhy) {
  const TroubleCase& param = GetParam();
  change("two");
  wait(500);
  for (int i = 0; i < param.failures; ++i) {
    const Saver::Outcome outcome = answer(only_request(), param.code);
    EXPECT_EQ(outcome, i + 1 == param.failures ? Saver::Outcome::trouble : Saver::Outcome::pending);
    if (i + 1 < param.failures) wait(kRetryAfter);
  }
  EXPECT_EQ(saver.state(), SaveState::not_saved);
  EXPECT_EQ(saver.trouble(), param.trouble);
  EXPECT_EQ(saver.message(), "said so");
  EXPECT_TRUE(saver.unsaved());
  change("three");
  wait(kMemoryRetry - 1);
  saver.flush(now);
  EXPECT_TRUE(outbox.take().empty());
  wait(1);
  if (!param.tries_again) {
    EXPECT_TRUE(outbox.take().empty());
    saver.try_again(now);
  }
  const Request again = only_request();
  EXPECT_EQ(again.bytes, "three");
  EXPECT_EQ(saver.state(), SaveState::not_saved);
  store(again);
  EXPECT_EQ(saver.state(), SaveState::saved);
  EXPECT_EQ(saver.trouble(), StoreTrouble::none);
}

INSTANTIATE_TEST_SUITE_P(
    All, SaverTrouble,
    testing::Values(TroubleCase{"unavailable", AnswerCode::unavailable, 1,
                                StoreTrouble::unavailable, false},
                    TroubleCase{"full", AnswerCode::full, 1, StoreTrouble::full, true},
                    TroubleCase{"failed", AnswerCode::failed, 2, StoreTrouble::failed, true}),
    [](const auto& each) { return std::string(each.param.name); });

TEST_F(SaverTest, AStoreThatStaysSilentIsSaidAndWaitedFor) {
  change("two");
  wait(500);
  const Request save = only_request();
  wait(kAnswerExpected);
  EXPECT_EQ(saver.state(), SaveState::not_saved);
  EXPECT_EQ(saver.trouble(), StoreTrouble::slow);
  EXPECT_TRUE(outbox.take().empty());
  store(save);
  EXPECT_EQ(saver.state(), SaveState::saved);
  EXPECT_EQ(saver.trouble(), StoreTrouble::none);
}

TEST_F(SaverTest, AnswersOfOthersAreNotItsOwn) {
  Answer other;
  other.ticket = 999;
  EXPECT_EQ(saver.answered(other, now), Saver::Outcome::not_mine);
}

TEST_F(SaverTest, ReadBackThatFailsIsNotSaved) {
  change("two");
  wait(500);
  answer(only_request(), AnswerCode::ok);
  EXPECT_EQ(answer(only_request(), AnswerCode::not_found), Saver::Outcome::pending);
  EXPECT_EQ(saver.state(), SaveState::saving);
  wait(kRetryAfter);
  answer(only_request(), AnswerCode::ok);
  EXPECT_EQ(answer(only_request(), AnswerCode::failed), Saver::Outcome::trouble);
  EXPECT_EQ(saver.state(), SaveState::not_saved);
}

}  // namespace
}  // namespace leadpact::app
