#include "web/app/data_keeper.h"

#include <gtest/gtest.h>

#include "tests/web/native/app/fake_store.h"

namespace leadpact::app {
namespace {

TEST(DataKeeper, WhatTheDeskHadNoRoomForStaysInTheStore) {
  FakeStore store;
  store.data["a1"].files = {{1, {"a.csv", "a", ""}}, {2, {"b.csv", "b", ""}}};
  Outbox outbox;
  DataKeeper keeper(outbox);
  keeper.open("a1");
  Answer answer = *store.answer(outbox.take().at(0));
  ASSERT_TRUE(keeper.answered(answer));
  ASSERT_EQ(keeper.take_read().size(), 2u);
  keeper.disown(2);  // number 1 was never given to the desk
  keeper.follow({}, 0);
  const std::vector<Request> requests = outbox.take();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_EQ(requests[0].kind, RequestKind::forget_data);
  EXPECT_EQ(requests[0].revision, 2u);
}

}  // namespace
}  // namespace leadpact::app
