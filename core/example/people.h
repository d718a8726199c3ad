// The companies and people of the example, and what each lead says of itself.
#ifndef LEADPACT_CORE_EXAMPLE_PEOPLE_H_
#define LEADPACT_CORE_EXAMPLE_PEOPLE_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/example/chance.h"

namespace leadpact::example {

// The columns of the export, in order.
enum Column : std::size_t {
  kRecordId,
  kFirstName,
  kLastName,
  kEmail,
  kCompany,
  kCountry,
  kEmployees,
  kTitle,
  kSource,
  kOwner,
  kStatus,
  kPageviews,
  kClicks,
  kDemo,
  kCreated,
  kQualified,
  kAssigned,
  kContacted,
  kTries,
  kDecidedOn,
  kDecision,
  kReason,
  kAnswered,
  kSalesQualified,
  kAmount,
  kCustomer,
  kColumns,
};
using Lead = std::array<std::string, kColumns>;

// "a b|c*3": "a b" once and "c" three times; "a|*1": "a" and the empty text.
[[nodiscard]] std::vector<std::string_view> listed(std::string_view text);

class People {
 public:
  explicit People(Chance& chance);
  // Fills in who it is; of a company of the right size by this chance.
  void introduce(Lead& lead, double fitting);
  // By the points of the example's agreement.
  [[nodiscard]] int points(const Lead& lead) const;

 private:
  struct Company {
    std::string name, domain, country, employees;
  };

  Chance& chance_;
  std::vector<std::string_view> first_, last_, fit_countries_, free_mail_, deciders_, managers_,
      others_, sources_;
  std::vector<Company> companies_;
};

}  // namespace leadpact::example

#endif  // LEADPACT_CORE_EXAMPLE_PEOPLE_H_
