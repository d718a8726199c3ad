// Another limit or target for the promise in the open row, tried on the loaded
// data. Nothing of it is in the agreement until it is written there.
//
//   a person            then
//   ------------------  ---------------------------------------------------
//   opens it            the times are gone through once, a slice a tick
//   drags the limit     looked up, whatever the number of leads
//   types "2 weeks"     stays in the field with a sentence; nothing is tried
//   opens another row   that one's limit and target
//   the score changes   gone through anew; what is tried stays
#ifndef LEADPACT_WEB_APP_WHAT_IF_DESK_H_
#define LEADPACT_WEB_APP_WHAT_IF_DESK_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "web/app/data_desk.h"
#include "web/app/lead_list.h"
#include "web/app/what_if_view.h"

namespace leadpact::app {

class WhatIfDesk {
 public:
  using Trial = scoring::BackTest::Trial;

  // ---- What happens ----
  // Scored anew: what the promise says or the data may be other.
  void score_changed() { test_.reset(); }
  // To be called before anything below is read: of the promise of this row
  // (goals after commitments) in the agreement just scored. False where there
  // is nothing to try.
  bool look(const agreement::Agreement& agreement, std::size_t row, const DataDesk& desk);
  // True while there is more to do.
  bool work(const DataDesk& desk);
  [[nodiscard]] bool has_work() const { return test_ && !test_->ready(); }

  // ---- What there is, once ready ----
  [[nodiscard]] bool ready() const { return test_ && test_->ready(); }
  [[nodiscard]] float progress() const { return test_ ? test_->progress() : 0; }
  [[nodiscard]] const WhatIfBasis& basis() const { return basis_; }
  [[nodiscard]] const WhatIfAnswer& answer() const { return answer_; }
  [[nodiscard]] const scoring::BackTest& test() const { return *test_; }
  [[nodiscard]] Trial trial() const;
  [[nodiscard]] bool is_as_agreed() const { return trial() == test_->agreed(); }
  // How many of the last periods are looked at; 0 for all.
  [[nodiscard]] std::size_t last() const { return last_; }
  // Those of a bar; where a limit is tried, those of a period that would be in time.
  [[nodiscard]] AskedLeads leads_of_bar(std::size_t bar) const;
  [[nodiscard]] AskedLeads leads_in_time(std::size_t period) const;  // an index of answer()
  struct Field {
    std::string text, help, error;
  };
  [[nodiscard]] const Field& limit_field() const { return limit_; }
  [[nodiscard]] const Field& target_field() const { return target_; }

  // ---- What a person does, once ready ----
  void drag(double to);  // the handle
  void type_limit(std::string text);
  void type_target(std::string text);
  void look_at_last(std::size_t periods);
  void take_back();

 private:
  [[nodiscard]] std::size_t first() const;
  void try_out(const Trial& trial);
  void show_basis();
  void write_fields(bool limit, bool target);

  std::unique_ptr<scoring::BackTest> test_;
  std::uint64_t loads_ = 0;
  const scoring::LoadedData* loaded_ = nullptr;
  std::size_t row_ = 0;
  std::string promise_;  // the ids of the agreement and of the promise
  std::optional<Trial> tried_;
  std::size_t last_ = 0;
  bool shown_ = false;
  WhatIfBasis basis_;
  WhatIfAnswer answer_;
  Field limit_, target_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_WHAT_IF_DESK_H_
