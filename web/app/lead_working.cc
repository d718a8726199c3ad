#include "web/app/lead_working.h"

#include <algorithm>
#include <cmath>

#include "core/scoring/explain_words.h"
#include "web/app/format.h"
#include "web/app/lead_lines.h"

namespace leadpact::app {
namespace {

using calendar::Instant;
using calendar::Stamp;
using scoring::Explainer;
using scoring::Explanation;
using Use = DayPart::Use;

constexpr std::size_t kLongestCell = 300;  // characters

// When the time that counts began, stopped and was used up.
struct Course {
  Instant begins = 0, ends = 0;
  std::optional<Instant> due;
  bool counts = false;
};

Course course_of(const Explainer& explainer, const Explanation& made) {
  Course course;
  if (!made.working.begins) return course;
  course.counts = true;
  course.begins = *made.working.begins;
  course.due = made.due;
  // A date alone counts to its end.
  course.ends = !made.to.has_value()  ? explainer.as_of()
                : made.to.date_only() ? explainer.clock().dataset->start_of(made.to.day() + 1)
                                      : made.to.instant();
  const bool met = made.verdict.outcome == scoring::Outcome::met;
  if (met && course.due) course.ends = std::min(course.ends, *course.due);
  return course;
}

class DayMaker {
 public:
  DayMaker(const Explainer& explainer, const Explanation& made)
      : made_(made),
        has_hours_(explainer.hours_spec() != nullptr),
        as_of_(explainer.as_of()),
        course_(course_of(explainer, made)),
        face_(scoring::face_of(explainer, made)),
        agreement_(*explainer.clock().agreement) {}

  [[nodiscard]] WorkedDay day(const scoring::WorkDay& day, bool first) const {
    WorkedDay worked;
    worked.name = face_.day(day.day);
    worked.note = note(day.kind);
    std::string open;
    for (const calendar::OpenSpan& span : day.open) {
      if (has_hours_) {
        add(worked, day, Use::open, span.open, span.close);
        open += (open.empty() ? "open " : " and ") + face_.clock(span.open) + " to " +
                (span.close == day.to ? "24:00" : face_.clock(span.close));
      }
      if (course_.counts) add_course(worked, day, span);
    }
    worked.words = worked.name + ": " + worked.note;
    if (!open.empty()) worked.words += (worked.note.empty() ? "" : ", ") + open;
    say(worked, Use::counted, "counted ");
    say(worked, Use::late, "late ");
    say(worked, Use::left, "left over ");
    const auto mark = [&](Stamp stamp, DayMark::What what, const char* name) {
      if (!stamp.has_value()) return;
      const Instant at = calendar::instant_of(stamp, agreement_);
      const bool at_end = what == DayMark::What::due && !(first && at == day.from);
      if (at_end ? at <= day.from || at > day.to : at < day.from || at >= day.to) return;
      std::string clock;
      if (!stamp.date_only()) {
        clock = ' ';
        clock += at == day.to ? "24:00" : face_.clock(at);
      }
      worked.marks.push_back({what, hour(day, at), name + clock});
      worked.words += ", " + worked.marks.back().name;
    };
    mark(made_.from, DayMark::What::start, "start");
    mark(made_.to, DayMark::What::stop, "stop");
    if (made_.due) mark(Stamp::at(*made_.due), DayMark::What::due, "due");
    if (!made_.to.has_value()) mark(Stamp::at(as_of_), DayMark::What::as_of, "as of");
    return worked;
  }

 private:
  static std::string note(scoring::DayKind kind) {
    switch (kind) {
      case scoring::DayKind::closed:
        return "closed";
      case scoring::DayKind::holiday:
        return "holiday";
      case scoring::DayKind::special:
        return "special hours";
      case scoring::DayKind::open:
        break;
    }
    return "";
  }
  static float hour(const scoring::WorkDay& day, Instant at) {
    return static_cast<float>(at - day.from) / 3600.0f;
  }
  static void add(WorkedDay& worked, const scoring::WorkDay& day, Use use, Instant from,
                  Instant to) {
    if (from < to) worked.parts.push_back({use, hour(day, from), hour(day, to)});
  }
  void add_course(WorkedDay& worked, const scoring::WorkDay& day,
                  const calendar::OpenSpan& span) const {
    const Instant due = course_.due.value_or(course_.ends);
    const auto cut = [&](Use use, Instant from, Instant to) {
      add(worked, day, use, std::max(from, span.open), std::min(to, span.close));
    };
    cut(Use::counted, course_.begins, std::min(due, course_.ends));
    cut(Use::late, due, course_.ends);
    cut(Use::left, std::max(course_.begins, course_.ends), due);
  }
  static void say(WorkedDay& worked, Use use, const char* name) {
    double hours = 0;
    for (const DayPart& part : worked.parts) {
      if (part.use == use) hours += static_cast<double>(part.to - part.from);
    }
    if (hours <= 0) return;
    worked.words += worked.words.back() == ' ' ? name : std::string(", ") + name;
    worked.words += scoring::length_words(std::llround(hours * 3600));
  }

  const Explanation& made_;
  bool has_hours_;
  Instant as_of_;
  Course course_;
  scoring::Face face_;
  const calendar::Zone& agreement_;
};

void add_days(LeadWorking& working, const Explainer& explainer, const Explanation& made) {
  const DayMaker maker(explainer, made);
  const scoring::Working& from = made.working;
  working.has_hours = explainer.hours_spec() != nullptr;
  float low = 24, high = 0;
  for (std::size_t i = 0; i < from.days.size(); ++i) {
    if (from.skipped > 0 && i == from.skipped_after) {
      WorkedDay more;
      more.note = counted(static_cast<std::uint64_t>(from.skipped), "more day");
      more.words = more.note;
      working.days.push_back(std::move(more));
    }
    working.days.push_back(maker.day(from.days[i], i == 0));
    for (const DayPart& part : working.days.back().parts) {
      low = std::min(low, part.from);
      high = std::max(high, part.to);
    }
    for (const DayMark& mark : working.days.back().marks) {
      low = std::min(low, mark.at);
      high = std::max(high, mark.at);
    }
  }
  if (!working.has_hours || low >= high) return;
  working.first_hour = std::max(0.0f, std::floor(low));
  working.last_hour = std::ceil(high);
}

}  // namespace

LeadWorking record_of(const data::Table& table, std::uint32_t row) {
  LeadWorking working;
  for (std::size_t i = 0; i < table.fields().size(); ++i) {
    const data::Field& field = table.fields()[i];
    working.cells.push_back({field.column.empty() ? field.key : field.column,
                             shortened(table.raw_cell(row, static_cast<int>(i)), kLongestCell)});
  }
  working.place = table.file_names()[table.file(row)] + ", line " + whole(table.line(row));
  return working;
}

LeadWorking working_of(const Explainer& explainer, std::uint32_t row) {
  const Explanation made = explainer.explain(row);
  LeadWorking working = record_of(explainer.table(), row);
  working.sentence = scoring::working_words(explainer, made) + ".";
  if (working.sentence[0] >= 'a' && working.sentence[0] <= 'z') {
    working.sentence[0] = static_cast<char>(working.sentence[0] - 'a' + 'A');
  }
  working.missed = scoring::missed_words(made);
  add_days(working, explainer, made);
  return working;
}

}  // namespace leadpact::app
