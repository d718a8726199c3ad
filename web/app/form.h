// The fields of one part of the agreement: what the inspector shows, and what
// typing there does.
//
// A part is named by its place. Its form is written once, as a walk over the
// part (`Fields`): one walk collects what is there, another one sets the field
// of a key. Keys are the paths of the model inside the part, so that an error
// of validation at "commitments[2].measure.limit" belongs to the field
// "measure.limit".
//
//   part               field             typed     then
//   -----------------  ----------------  --------  -------------------------
//   commitments[2]     target            "95"      the model has 95
//   commitments[2]     target            "lots"    refused with a sentence; the
//                                                  text is kept as a draft
//   commitments[2]     measure.limit     "soon"    the model has it, validation
//                                                  says what is wrong with it
//   stages[1]          definition.add    pressed   one more rule
#ifndef LEADPACT_WEB_APP_FORM_H_
#define LEADPACT_WEB_APP_FORM_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/model.h"

namespace leadpact::app {

struct FormField {
  enum class Kind : std::uint8_t {
    heading,
    note,    // text that is only read
    line,    // one line of text
    area,    // text of any length
    number,  // one line that must be a number
    choice,  // one of the options
    toggle,  // "on" or empty
    action,  // a button
    own,     // a widget of its own, which the key names; it edits by other ways
  };
  Kind kind = Kind::line;
  std::string key;
  std::string label;
  std::string value;  // of a choice the chosen option's value
  std::string help;
  std::string error;
  std::vector<std::pair<std::string, std::string>> options;  // value, label
  int level = 0;                                             // of rules in groups
  // Of a rule's value: the column it is compared with, by dataset and key, and
  // whether by the domain of an address. What occurs there can be offered.
  std::string dataset, column;
  bool domains = false;
  // Whether it shows a value, and with it what is wrong.
  [[nodiscard]] bool takes_text() const {
    return kind == Kind::line || kind == Kind::area || kind == Kind::number || kind == Kind::choice;
  }
};

struct Form {
  std::string place;
  std::string title;
  std::vector<FormField> fields;
  [[nodiscard]] bool empty() const { return fields.empty(); }
};

// The walk. In collecting mode every call adds a field; in setting mode the
// call whose key is the one sought takes the text.
class Fields {
 public:
  // Collects.
  explicit Fields(Form& form) : form_(&form) {}
  // Sets.
  Fields(std::string key, std::string text) : key_(std::move(key)), text_(std::move(text)) {}

  using Options = std::vector<std::pair<std::string, std::string>>;

  void heading(std::string label);
  void note(std::string text);
  void line(std::string key, std::string label, std::string& value, std::string help = {});
  void area(std::string key, std::string label, std::string& value, std::string help = {});
  // One a line.
  void lines(std::string key, std::string label, std::vector<std::string>& values,
             std::string help = {});
  void number(std::string key, std::string label, double& value, std::string help = {});
  void choice(std::string key, std::string label, std::string& value, Options options,
              std::string help = {});
  template <typename Enum>
  void choice_of(std::string key, std::string label, Enum& value,
                 const std::vector<std::pair<Enum, std::string>>& options, std::string help = {}) {
    Options texts;
    std::string now;
    for (const auto& [each, text] : options) {
      const std::string name = std::to_string(static_cast<int>(each));
      if (each == value) now = name;
      texts.emplace_back(name, text);
    }
    const std::string before = now;
    choice(std::move(key), std::move(label), now, std::move(texts), std::move(help));
    if (now == before) return;
    for (const auto& [each, text] : options) {
      if (std::to_string(static_cast<int>(each)) == now) value = each;
    }
  }
  // Any of the options; a switch each.
  void many(const std::string& key, std::string label, std::vector<std::string>& values,
            Options options, std::string help = {});
  void toggle(std::string key, std::string label, bool& on, std::string help = {});
  void action(std::string key, std::string label, const std::function<void()>& run);
  void own(std::string key, std::string label);

  // The last field is the value of a rule about this column.
  void about(const agreement::Dataset* dataset, const std::string& column, bool domains);
  // Names the dataset of those columns that the one above does not have.
  void find_owners(const agreement::Agreement& agreement);
  // What is wrong with the text of the last field, a sentence or nothing.
  void wrong(std::string sentence);

  // The fields inside are one level deeper.
  void indent(int by) { level_ += by; }

  // Of setting: whether the key was found, and why its text was refused.
  [[nodiscard]] bool taken() const { return taken_; }
  [[nodiscard]] const std::string& refused() const { return refused_; }

 private:
  [[nodiscard]] bool is_sought(const std::string& key);
  FormField* add(FormField::Kind kind, std::string key, std::string label, std::string help);

  Form* form_ = nullptr;
  std::string key_;
  std::string text_;
  bool taken_ = false;
  std::string refused_;
  int level_ = 0;
};

// The form of the part at a place; without fields where there is none.
[[nodiscard]] Form form_of(const agreement::Agreement& agreement, const std::string& place);

// Sets one field of it. Empty, or a sentence that says why the text was
// refused; then the agreement is as it was.
std::string set_field(agreement::Agreement& agreement, const std::string& place,
                      const std::string& key, const std::string& text);

// ---- The walks, by part (form_parties.cc, form_clauses.cc, form_data.cc) ----

void walk_parties(Fields& fields, agreement::Agreement& agreement, const std::string& place);
void walk_clauses(Fields& fields, agreement::Agreement& agreement, const std::string& place);
void walk_data(Fields& fields, agreement::Agreement& agreement, const std::string& place);
// The rules of a condition over the records of a dataset (form_rules.cc).
void walk_condition(Fields& fields, const std::string& key, const std::string& label,
                    agreement::Condition& condition, const agreement::Agreement& agreement,
                    const agreement::Dataset* dataset);

// From how many points on a lead is of a stage (form_points.cc).
void walk_thresholds(Fields& fields, agreement::Agreement& agreement);
// Offers the other clock of a promise, by this key; true where it was added,
// and promises lie elsewhere now.
inline constexpr const char* kOtherClock = "other_clock";
bool walk_other_clock(Fields& fields, agreement::Agreement& agreement, std::size_t commitment);

// Contacts, as options; with "nobody" first where `none`.
[[nodiscard]] Fields::Options contact_options(const agreement::Agreement& agreement, bool none);
// The columns of a dataset, all or of one type.
[[nodiscard]] Fields::Options column_options(const agreement::Dataset* dataset,
                                             data::FieldType type = data::FieldType::unset);

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_FORM_H_
