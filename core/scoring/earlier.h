// A scorecard from before, and what each lead said then, by its id: what
// changes.h compares with.
//
// An answer is what one record says to one promise. A lead's answers stand in a
// line, in the order of the promises: a letter, and the number of the period
// (from 0) where it is another than that of the answer before.
//
//   answers of one lead to four promises                            line
//   --------------------------------------------------------------  -------
//   met in period 5, counted in 5, does not count, failed in 12     m5c.f12
//   counted in no period, pending in 3, does not count, nor there   op3
//
//   letter      c        m    f       p        l         o             .
//   ----------  -------  ---  ------  -------  --------  ------------  -------
//   the record  counted  met  failed  pending  left out  in no period  does not
//                                                                      count
#ifndef LEADPACT_CORE_SCORING_EARLIER_H_
#define LEADPACT_CORE_SCORING_EARLIER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scoring/measure.h"
#include "core/scoring/scorecard.h"

namespace leadpact::scoring {

inline constexpr PeriodSlot kNotCounted = 0xfffd;  // does not fulfil `where`

struct Answer {
  PeriodSlot period = kNotCounted;  // or kOutside: it counts, but in no period
  Outcome outcome = Outcome::counted;

  [[nodiscard]] bool in_period() const { return period < kNotCounted; }
  friend bool operator==(const Answer& a, const Answer& b) {
    return a.period == b.period && (!a.in_period() || a.outcome == b.outcome);
  }
};

[[nodiscard]] Answer answer_of(const RecordMeasure& measure, std::size_t row);

// Answers one after another into a line; those that end it without counting are
// left out.
class AnswerLine {
 public:
  void add(Answer answer);
  [[nodiscard]] std::string_view text() const { return {line_.data(), filled_}; }
  void clear();

 private:
  std::string line_;
  std::size_t filled_ = 0;  // up to the last that counts
  PeriodSlot before_ = kOutside;
};

// The answers of a line, in order; nothing where it is none. Beyond its end
// every answer is one that does not count.
class AnswerReader {
 public:
  explicit AnswerReader(std::string_view line) : line_(line) {}
  [[nodiscard]] std::optional<Answer> next();
  [[nodiscard]] bool at_end() const { return at_ == line_.size(); }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
  PeriodSlot before_ = kOutside;
};

// The leads of one dataset by id, as they were then.
class EarlierLeads {
 public:
  using Entry = std::uint32_t;
  static constexpr Entry kNone = UINT32_MAX;

  std::string dataset;                // its id
  std::vector<std::string> promises;  // ids, goals' too; the order of the answers

  // Makes room for so many, so that add() never has to make more at once.
  [[nodiscard]] bool reserve(std::size_t leads);
  enum class Added : std::uint8_t { yes, twice, too_many };
  // Too many: of leads, or of ids that were made to be hard to tell apart.
  [[nodiscard]] Added add(std::string_view id, std::string_view line);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] Entry find(std::string_view id) const;
  [[nodiscard]] std::string_view id(Entry entry) const;
  // To the promise of that index.
  [[nodiscard]] Answer answer(Entry entry, std::size_t promise) const;

 private:
  struct Lead {
    std::uint64_t begin = 0;  // in texts_: the id, then the line
    std::uint32_t id_size = 0;
    std::uint32_t line_size = 0;
  };
  // The slot that holds the id, or the empty one where it belongs; nothing where
  // the way there is too long.
  [[nodiscard]] std::optional<std::size_t> slot_of(std::string_view id) const;
  [[nodiscard]] bool make_slots(std::size_t count);

  std::string texts_;
  std::vector<Lead> entries_;
  std::vector<Entry> slots_;  // a power of two, at most half full
};

struct EarlierPromise {
  CommitmentScore score;
  // Of what the promise measures, as the writer saw it: another text where that
  // was changed.
  std::string mark;
};

struct Earlier {
  std::string agreement;  // its id
  std::string title;
  calendar::Instant as_of = 0;
  std::vector<EarlierPromise> promises;  // goals too
  std::vector<EarlierLeads> leads;       // of datasets that were given and have ids

  [[nodiscard]] const EarlierPromise* find_promise(std::string_view id) const;
  [[nodiscard]] const EarlierLeads* find_leads(std::string_view dataset) const;
};

}  // namespace leadpact::scoring

#endif  // LEADPACT_CORE_SCORING_EARLIER_H_
