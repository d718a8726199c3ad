#include "core/agreement/disputes.h"

#include <set>

#include "core/agreement/names.h"
#include "core/agreement/places.h"
#include "core/agreement/wording.h"
#include "core/calendar/time.h"

namespace leadpact::agreement {

Errors validate(const Disputes& disputes) {
  Errors errors;
  std::set<std::string_view> ids;
  if (disputes.all.size() > kMostDisputes) {
    return {{ErrorCode::too_large, "disputes",
             "There are " + whole(disputes.all.size()) + " disputes; at most " +
                 whole(kMostDisputes) + " are expected."}};
  }
  for (std::size_t i = 0; i < disputes.all.size(); ++i) {
    const Dispute& each = disputes.all[i];
    const std::string place = "disputes[" + std::to_string(i) + "].";
    const auto needs = [&](const char* name, bool there, const char* expected) {
      if (there) return;
      errors.push_back({ErrorCode::missing, place + name,
                        "There is nothing here; " + std::string(expected) + " is expected."});
    };
    needs("id", !each.id.empty(), "an id of its own");
    needs("dataset", !each.dataset.empty(), "the id of the lead's data");
    needs("record", !each.record.empty(), "the lead's id");
    needs("raised_by", each.raised_by != Team::unset, "marketing, sales or both");
    if (!each.id.empty() && !ids.insert(each.id).second) {
      errors.push_back({ErrorCode::twice, place + "id",
                        quoted(each.id) + " is taken by a dispute before; another id is "
                                          "expected."});
    }
    if (!calendar::parse_day(each.on)) {
      errors.push_back({ErrorCode::bad_value, place + "on",
                        quoted(each.on) + " is no date; one like 2026-03-31 is expected."});
    }
  }
  if (errors.size() > kMaxErrors) {
    errors.resize(kMaxErrors);
    errors.push_back(more_errors());
  }
  return errors;
}

}  // namespace leadpact::agreement
