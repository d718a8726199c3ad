#include "core/exchange/document.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "core/agreement/places.h"
#include "core/agreement/validate.h"
#include "core/agreement/wording.h"
#include "core/exchange/binary_archives.h"
#include "core/exchange/envelope.h"
#include "core/exchange/json_dom.h"
#include "core/exchange/json_format.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/json_writer.h"
#include "core/exchange/problems.h"
#include "core/exchange/v1.h"
#include "core/exchange/v1_convert.h"

namespace leadpact::exchange {

namespace {

constexpr JsonFormat kFormat = {"leadpact-agreement", "agreement", "an", kFormatVersion};

// The whole file, as it is written.
struct File {
  std::string format{kFormat.name};
  double format_version = kFormatVersion;
  v1::AgreementDto agreement;
};

template <typename Archive>
void serialize(Archive& archive, File& file) {
  field(archive, "format", file.format);
  field(archive, "format_version", file.format_version);
  field(archive, "agreement", file.agreement);
}

// The agreement in the file, or kNone; the names that the format does not know.
Json::Node read_envelope(const Json& json, Problems& problems) {
  const Json::Node agreement = json.find(Json::root(), "agreement");
  const bool there = agreement != Json::kNone && json.kind(agreement) == Json::Kind::object;
  if (agreement == Json::kNone) {
    problems.error(ErrorCode::not_an_agreement, "agreement",
                   "There is no agreement in the file; an object named “agreement” is expected.");
  } else if (!there) {
    problems.error(
        ErrorCode::not_an_agreement, "agreement",
        "The agreement is " + describe(json, agreement) + ", but an object is expected.");
  }
  for (Json::Node member = json.first(Json::root()); member != Json::kNone;
       member = json.next(member)) {
    const std::string_view name = json.name(member);
    if (name == "format" || name == "format_version" || name == "agreement") continue;
    problems.warn(std::string(name), agreement::quoted(name) +
                                         " is no name of the agreement format and is ignored; it "
                                         "is lost if the agreement is saved again.");
  }
  return there ? agreement : Json::kNone;
}

Result<Document> read_json_unguarded(std::string_view text, bool unfinished) {
  const Result<Json> parsed = Json::parse(text);
  if (!parsed) return parsed.errors();
  const Json& json = parsed.value();
  if (Errors errors = check_object(json, kFormat); !errors.empty()) return errors;
  Problems problems;
  const FormatFit fit = check_format(json, kFormat, problems);
  const Json::Node agreement = read_envelope(json, problems);
  if (fit != FormatFit::fits || agreement == Json::kNone) return std::move(problems.errors);
  v1::AgreementDto dto;
  JsonReader(json, problems).read_object(agreement, dto);
  Document document;
  document.agreement = from_v1(std::move(dto), problems);
  document.warnings = std::move(problems.warnings);
  if (unfinished && problems.errors.empty()) return document;

  Errors errors = agreement::validate(document.agreement, problems.errors);
  errors.insert(errors.begin(), std::make_move_iterator(problems.errors.begin()),
                std::make_move_iterator(problems.errors.end()));
  if (errors.empty()) return document;
  agreement::sort_by_place(errors);
  return errors;
}

Result<agreement::Agreement> read_binary_unguarded(std::string_view bytes) {
  const Result<Opened> opened = unseal(RecordKind::agreement, kFormatVersion, bytes);
  if (!opened) return opened.errors();
  Problems problems;
  agreement::Agreement agreement = from_v1(read_payload(opened.value().payload), problems);
  if (!problems.errors.empty()) return std::move(problems.errors);
  return agreement;
}

Error out_of_memory(std::string place) {
  return {ErrorCode::too_large, std::move(place),
          "There is not enough memory to open this agreement; close other programs and try again."};
}

Result<Document> read_json_guarded(std::string_view text, bool unfinished) {
  try {
    return read_json_unguarded(text, unfinished);
  } catch (const std::bad_alloc&) {
    return out_of_memory("agreement");
  } catch (const std::exception&) {
    return Error{ErrorCode::not_an_agreement, "agreement",
                 "The agreement cannot be read; an agreement file is expected."};
  }
}

}  // namespace

Result<Document> read_json(std::string_view text) {
  return read_json_guarded(text, false);
}

Result<Document> read_unfinished_json(std::string_view text) {
  return read_json_guarded(text, true);
}

std::string write_json(const agreement::Agreement& agreement) {
  File file;
  file.agreement = to_v1(agreement);
  return JsonWriter::write(file);
}

std::string write_binary(const agreement::Agreement& agreement) {
  try {
    std::string bytes =
        seal(RecordKind::agreement, kFormatVersion, write_payload(to_v1(agreement)));
    // A record that could not be read again would be a lost agreement.
    if (!read_binary(bytes)) bytes.clear();
    return bytes;
  } catch (const std::exception&) {
    return {};
  }
}

Result<agreement::Agreement> read_binary(std::string_view bytes) {
  try {
    return read_binary_unguarded(bytes);
  } catch (const std::bad_alloc&) {
    return out_of_memory(std::string(kRecordPlace));
  } catch (const std::exception& problem) {
    return Error{ErrorCode::damaged, std::string(kRecordPlace),
                 "The saved agreement is damaged: " + std::string(problem.what()) + "."};
  }
}

}  // namespace leadpact::exchange
