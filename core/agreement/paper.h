// The agreement as a document: what is printed, exported and read on the page.
//
// A paper is sections of blocks in reading order. Every block knows the place
// of what it says ("commitments[2]"), so that a click on it finds its fields.
// Clauses are the sentences of sentence.h; nothing here is written a second
// way elsewhere.
//
//   section                     blocks
//   --------------------------  -----------------------------------------------
//   Summary and parties         the summary, dates, both teams, contacts
//   Personas                    one an audience
//   Lead definitions            what each stage takes, and of which records
//   Lead scoring                the points table
//   Shared goals                one a goal
//   Commitments                 by team, then the business hours they run on
//   Hand-over and hand-back     rejection and nurture
//   When a promise is missed    escalation, consequences, the right to cancel
//   Reviews                     one a meeting
//   Signatures                  what is still open, a line for each side
//
// The agreement need not be valid.
#ifndef LEADPACT_CORE_AGREEMENT_PAPER_H_
#define LEADPACT_CORE_AGREEMENT_PAPER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/advice.h"
#include "core/agreement/model.h"
#include "core/agreement/worded.h"
#include "core/result.h"

namespace leadpact::agreement {

enum class Section : std::uint8_t {
  parties,
  personas,
  definitions,
  scoring,
  goals,
  commitments,
  handover,
  misses,
  reviews,
  signatures,
};
inline constexpr std::size_t kSections = 10;

struct Block {
  enum class Kind : std::uint8_t {
    heading,    // title
    text,       // text
    fact,       // title: text
    bullet,     // text
    clause,     // title, the sentence, notes
    table,      // rows; the first one heads them
    signature,  // title: who signs
  };
  Kind kind = Kind::text;
  std::string place;  // of what it says, may be empty
  std::string about;  // of what is still open: where that is, in another section
  std::string title;
  std::string text;
  std::vector<Span> spans;         // of the text, what fields of the part say
  std::vector<std::string> notes;  // small print: owner, weight, what the teams add
  std::vector<Span> note_spans;    // of the last of them
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row_places;  // of all rows but the first
};

struct PaperSection {
  Section section = Section::parties;
  std::string title;
  std::vector<Block> blocks;  // may be empty: nothing is agreed here yet
};

struct Paper {
  std::string title;
  std::string subtitle;                // who with whom, from when to when
  std::vector<PaperSection> sections;  // all ten, in order
};

// With what was found wrong and missing in it.
[[nodiscard]] Paper paper_of(const Agreement& agreement, const Errors& errors,
                             const std::vector<Advice>& advice);
[[nodiscard]] Paper paper_of(const Agreement& agreement);

// Whether the dataset has every field that is asked for. What a stage takes is
// told of the first dataset that has.
[[nodiscard]] bool has_fields(const Dataset& dataset, const Condition& condition);

[[nodiscard]] std::string_view title_of(Section section);

// The section in which what lies at a place is read; parties for what is
// nowhere else.
[[nodiscard]] Section section_of(std::string_view place);

}  // namespace leadpact::agreement

#endif  // LEADPACT_CORE_AGREEMENT_PAPER_H_
