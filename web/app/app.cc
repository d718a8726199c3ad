#include "web/app/app.h"

#include <utility>

#include "web/app/state.h"

namespace leadpact::app {

App::App() : state_(std::make_unique<State>()) {}
App::~App() = default;

void App::start(std::uint64_t random) {
  state_->start(random);
}

std::int64_t App::tick(std::int64_t now, int utc_offset_minutes) {
  return state_->tick(now, utc_offset_minutes);
}

void App::work() {
  state_->work();
}

void App::hidden() {
  state_->hidden();
}
void App::files_given(std::vector<GivenFile> files) {
  state_->files_given(std::move(files));
}
void App::files_hovering(bool over) {
  state_->files_hovering(over);
}
void App::undo() {
  state_->undo();
}
void App::redo() {
  state_->redo();
}
void App::open_palette() {
  state_->open_palette();
}
void App::store_answered(Answer answer) {
  state_->store_answered(std::move(answer));
}
std::vector<Request> App::take_requests() {
  return state_->take_requests();
}
Theme App::theme() const {
  return state_->theme();
}
State& App::state() {
  return *state_;
}

}  // namespace leadpact::app
