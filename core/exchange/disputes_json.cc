#include "core/exchange/disputes_json.h"

#include <exception>
#include <iterator>
#include <utility>
#include <vector>

#include "core/agreement/names.h"
#include "core/agreement/wording.h"
#include "core/exchange/json_format.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/json_writer.h"

namespace leadpact::exchange {

namespace {

constexpr JsonFormat kFormat = {"leadpact-disputes", "list of disputes", "a", 1};

struct DisputeDto {
  agreement::Dispute dispute;
  std::string raised_by, counts_as, ruling;
};
struct DisputesFile {
  std::string format{kFormat.name};
  double format_version = kFormat.newest;
  std::string agreement;
  std::vector<DisputeDto> disputes;
};

template <typename Archive>
void serialize(Archive& archive, DisputeDto& dto) {
  agreement::Dispute& dispute = dto.dispute;
  const std::pair<const char*, std::string*> fields[] = {
      {"id", &dispute.id},           {"dataset", &dispute.dataset},
      {"record", &dispute.record},   {"commitment", &dispute.commitment},
      {"raised_by", &dto.raised_by}, {"on", &dispute.on},
      {"note", &dispute.note},       {"counts_as", &dto.counts_as},
      {"ruling", &dto.ruling},       {"answer", &dispute.answer}};
  for (const auto& [name, text] : fields)
    field(archive, name, *text);
}

template <typename Archive>
void serialize(Archive& archive, DisputesFile& file) {
  field(archive, "format", file.format);
  field(archive, "format_version", file.format_version);
  field(archive, "agreement", file.agreement);
  field(archive, "disputes", file.disputes);
}

void add_unknown(const std::string& text, const std::string& expected, const std::string& place,
                 Problems& problems) {
  problems.error(
      ErrorCode::unknown_value, place,
      agreement::quoted(text) + " is none of the words known here; expected " + expected + ".");
}

template <typename Enum>
Enum pick(const std::string& text, Enum usual, const std::string& place, Problems& problems) {
  if (text.empty()) return usual;
  if (const auto value = agreement::from_name<Enum>(text)) return *value;
  add_unknown(text, agreement::choices<Enum>(), place, problems);
  return usual;
}

agreement::Dispute from(DisputeDto& dto, const std::string& place, Problems& problems) {
  agreement::Dispute& dispute = dto.dispute;
  dispute.raised_by = pick(dto.raised_by, agreement::Team::unset, place + "raised_by", problems);
  dispute.counts_as =
      pick(dto.counts_as, agreement::CountsAs::left_out, place + "counts_as", problems);
  dispute.ruling = pick(dto.ruling, agreement::Ruling::open, place + "ruling", problems);
  return std::move(dispute);
}

Result<agreement::Disputes> read_unguarded(std::string_view text) {
  const Result<Json> parsed = Json::parse(text);
  if (!parsed) return parsed.errors();
  const Json& json = parsed.value();
  if (Errors errors = check_object(json, kFormat); !errors.empty()) return errors;
  Problems problems;
  if (check_format(json, kFormat, problems) != FormatFit::fits) return std::move(problems.errors);
  DisputesFile file;
  JsonReader(json, problems).read_object(Json::root(), file);
  agreement::Disputes disputes;
  disputes.agreement = std::move(file.agreement);
  for (std::size_t i = 0; i < file.disputes.size(); ++i) {
    const std::string place = "disputes[" + std::to_string(i) + "].";
    disputes.all.push_back(from(file.disputes[i], place, problems));
  }
  Errors errors = std::move(problems.errors);
  const agreement::PlaceSet said(errors);
  for (Error& error : agreement::validate(disputes)) {
    if (!said.covers(error.place)) errors.push_back(std::move(error));
  }
  if (errors.empty()) return disputes;
  return errors;
}

}  // namespace

bool looks_like_disputes(std::string_view text) {
  return text.substr(0, 1000).find(kFormat.name) != std::string_view::npos;
}

Result<agreement::Disputes> read_disputes(std::string_view text) {
  try {
    return read_unguarded(text);
  } catch (const std::exception&) {
    return Error{ErrorCode::too_large, "disputes",
                 "The disputes cannot be read; there may not be enough memory."};
  }
}

std::string write_disputes(const agreement::Disputes& disputes) {
  DisputesFile file;
  file.agreement = disputes.agreement;
  for (const agreement::Dispute& each : disputes.all)
    file.disputes.push_back({each, std::string(agreement::name_of(each.raised_by)),
                             std::string(agreement::name_of(each.counts_as)),
                             std::string(agreement::name_of(each.ruling))});
  return JsonWriter::write(file);
}

}  // namespace leadpact::exchange
