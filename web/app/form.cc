#include "web/app/form.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/agreement/paper.h"
#include "core/agreement/wording.h"
#include "core/data/cells.h"

namespace leadpact::app {

using Kind = FormField::Kind;

namespace {

void walk(Fields& fields, agreement::Agreement& agreement, const std::string& place) {
  walk_parties(fields, agreement, place);
  walk_clauses(fields, agreement, place);
  walk_data(fields, agreement, place);
}

std::string joined_lines(const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i)
    text += (i > 0 ? "\n" : "") + values[i];
  return text;
}

// An empty last line stays: somebody is about to write it.
std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  if (text.empty()) return lines;
  std::size_t at = 0;
  for (;;) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return lines;
    at = end + 1;
  }
}

}  // namespace

bool Fields::is_sought(const std::string& key) {
  if (form_ != nullptr || taken_ || key != key_) return false;
  taken_ = true;
  return true;
}

FormField* Fields::add(Kind kind, std::string key, std::string label, std::string help) {
  if (form_ == nullptr) return nullptr;
  FormField field;
  field.kind = kind;
  field.key = std::move(key);
  field.label = std::move(label);
  field.help = std::move(help);
  field.level = level_;
  form_->fields.push_back(std::move(field));
  return &form_->fields.back();
}

void Fields::heading(std::string label) {
  add(Kind::heading, {}, std::move(label), {});
}

void Fields::note(std::string text) {
  if (!text.empty()) add(Kind::note, {}, std::move(text), {});
}

void Fields::line(std::string key, std::string label, std::string& value, std::string help) {
  if (is_sought(key)) value = text_;
  if (FormField* field = add(Kind::line, std::move(key), std::move(label), std::move(help))) {
    field->value = value;
  }
}

void Fields::area(std::string key, std::string label, std::string& value, std::string help) {
  if (is_sought(key)) value = text_;
  if (FormField* field = add(Kind::area, std::move(key), std::move(label), std::move(help))) {
    field->value = value;
  }
}

void Fields::lines(std::string key, std::string label, std::vector<std::string>& values,
                   std::string help) {
  if (is_sought(key)) values = split_lines(text_);
  if (help.empty()) help = "One on a line.";
  if (FormField* field = add(Kind::area, std::move(key), std::move(label), std::move(help))) {
    field->value = joined_lines(values);
  }
}

void Fields::number(std::string key, std::string label, double& value, std::string help) {
  if (is_sought(key)) {
    const std::string_view typed = data::trim(text_);
    const auto read = data::parse_number(typed, data::Decimal::point);
    if (read && std::isfinite(*read)) {
      value = *read;
    } else {
      refused_ =
          (typed.empty() ? std::string("Nothing is written here")
                         : "“" + std::string(typed) + "” is no number") +
          "; write one like 95 or 2.5." +
          (std::isfinite(value) ? " Until then " + agreement::digits(value) + " holds." : "");
    }
  }
  if (FormField* field = add(Kind::number, std::move(key), std::move(label), std::move(help))) {
    field->value = std::isfinite(value) ? agreement::digits(value) : "";
  }
}

void Fields::choice(std::string key, std::string label, std::string& value, Options options,
                    std::string help) {
  if (is_sought(key)) {
    const bool known = std::any_of(options.begin(), options.end(),
                                   [&](const auto& option) { return option.first == text_; });
    if (known) value = text_;
  }
  if (FormField* field = add(Kind::choice, std::move(key), std::move(label), std::move(help))) {
    field->value = value;
    field->options = std::move(options);
  }
}

void Fields::many(const std::string& key, std::string label, std::vector<std::string>& values,
                  Options options, std::string help) {
  if (form_ != nullptr) heading(std::move(label));
  if (!help.empty()) note(std::move(help));
  // What is named and gone is an error, to be switched off.
  for (const std::string& id : values) {
    const bool there = std::any_of(options.begin(), options.end(),
                                   [&](const auto& option) { return option.first == id; });
    if (!there) options.emplace_back(id, agreement::quoted(id) + ", which is gone");
  }
  if (options.empty()) note("There is none to choose yet.");
  for (const auto& [id, text] : options) {
    const auto at = std::find(values.begin(), values.end(), id);
    bool on = at != values.end();
    const bool before = on;
    toggle(key + "/" + id, text, on);
    if (on == before) continue;
    if (on) {
      values.push_back(id);
    } else {
      values.erase(at);
    }
  }
}

void Fields::toggle(std::string key, std::string label, bool& on, std::string help) {
  if (is_sought(key)) on = !text_.empty();
  if (FormField* field = add(Kind::toggle, std::move(key), std::move(label), std::move(help))) {
    field->value = on ? "on" : "";
  }
}

void Fields::action(std::string key, std::string label, const std::function<void()>& run) {
  if (is_sought(key)) {
    run();
    return;
  }
  add(Kind::action, std::move(key), std::move(label), {});
}

void Fields::own(std::string key, std::string label) {
  add(Kind::own, std::move(key), std::move(label), {});
}

void Fields::about(const agreement::Dataset* dataset, const std::string& column, bool domains) {
  if (form_ == nullptr || form_->fields.empty() || dataset == nullptr) return;
  FormField& field = form_->fields.back();
  field.dataset = dataset->id;
  field.column = column;
  field.domains = domains;
}

void Fields::find_owners(const agreement::Agreement& agreement) {
  if (form_ == nullptr) return;
  const auto has = [](const agreement::Dataset& dataset, const FormField& field) {
    return agreement::find_field(dataset, field.column) != nullptr;
  };
  for (FormField& field : form_->fields) {
    if (field.column.empty()) continue;
    const agreement::Dataset* named = agreement::find_dataset(agreement, field.dataset);
    if (named != nullptr && has(*named, field)) continue;
    for (const agreement::Dataset& each : agreement.datasets) {
      if (has(each, field)) field.dataset = each.id;
    }
  }
}

void Fields::wrong(std::string sentence) {
  if (form_ != nullptr && !form_->fields.empty()) form_->fields.back().error = std::move(sentence);
}

Form form_of(const agreement::Agreement& agreement, const std::string& place) {
  Form form;
  form.place = place;
  agreement::Agreement copy = agreement;
  Fields fields(form);
  walk(fields, copy, place);
  return form;
}

std::string set_field(agreement::Agreement& agreement, const std::string& place,
                      const std::string& key, const std::string& text) {
  Fields fields(key, text);
  walk(fields, agreement, place);
  return fields.refused();
}

Fields::Options contact_options(const agreement::Agreement& agreement, bool none) {
  Fields::Options options;
  if (none) options.emplace_back("", "Nobody yet");
  for (const agreement::Contact& contact : agreement.contacts) {
    std::string label = contact.name.empty() ? contact.role : contact.name;
    if (label.empty()) label = contact.id;
    if (!contact.name.empty() && !contact.role.empty()) label += ", " + contact.role;
    options.emplace_back(contact.id, label);
  }
  return options;
}

Fields::Options column_options(const agreement::Dataset* dataset, data::FieldType type) {
  Fields::Options options;
  if (dataset == nullptr) return options;
  for (const data::Field& field : dataset->fields) {
    if (type != data::FieldType::unset && field.type != type) continue;
    options.emplace_back(field.key, field.column.empty() ? field.key : field.column);
  }
  return options;
}

}  // namespace leadpact::app
