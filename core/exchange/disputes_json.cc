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
  std::string id, dataset, record, commitment, raised_by, on, note, counts_as, ruling, answer;
};
struct DisputesFile {
  std::string format{kFormat.name};
  double format_version = kFormat.newest;
  std::string agreement;
  std::vector<DisputeDto> disputes;
};

template <typename Archive>
void serialize(Archive& archive, DisputeDto& dto) {
  field(archive, "id", dto.id);
  field(archive, "dataset", dto.dataset);
  field(archive, "record", dto.record);
  field(archive, "commitment", dto.commitment);
  field(archive, "raised_by", dto.raised_by);
  field(archive, "on", dto.on);
  field(archive, "note", dto.note);
  field(archive, "counts_as", dto.counts_as);
  field(archive, "ruling", dto.ruling);
  field(archive, "answer", dto.answer);
}

template <typename Archive>
void serialize(Archive& archive, DisputesFile& file) {
  field(archive, "format", file.format);
  field(archive, "format_version", file.format_version);
  field(archive, "agreement", file.agreement);
  field(archive, "disputes", file.disputes);
}

template <typename Enum>
Enum pick(const std::string& text, Enum usual, const std::string& place, Problems& problems) {
  if (text.empty()) return usual;
  if (const auto value = agreement::from_name<Enum>(text)) return *value;
  problems.error(ErrorCode::unknown_value, place,
                 agreement::quoted(text) + " is none of the words known here; expected " +
                     agreement::choices<Enum>() + ".");
  return usual;
}

agreement::Dispute from(DisputeDto dto, const std::string& place, Problems& problems) {
  agreement::Dispute dispute;
  dispute.raised_by = pick(dto.raised_by, agreement::Team::unset, place + "raised_by", problems);
  dispute.counts_as =
      pick(dto.counts_as, agreement::CountsAs::left_out, place + "counts_as", problems);
  dispute.ruling = pick(dto.ruling, agreement::Ruling::open, place + "ruling", problems);
  dispute.id = std::move(dto.id);
  dispute.dataset = std::move(dto.dataset);
  dispute.record = std::move(dto.record);
  dispute.commitment = std::move(dto.commitment);
  dispute.on = std::move(dto.on);
  dispute.note = std::move(dto.note);
  dispute.answer = std::move(dto.answer);
  return dispute;
}

DisputeDto to(const agreement::Dispute& dispute) {
  return {dispute.id,
          dispute.dataset,
          dispute.record,
          dispute.commitment,
          std::string(agreement::name_of(dispute.raised_by)),
          dispute.on,
          dispute.note,
          std::string(agreement::name_of(dispute.counts_as)),
          std::string(agreement::name_of(dispute.ruling)),
          dispute.answer};
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
    disputes.all.push_back(from(std::move(file.disputes[i]), place, problems));
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
    file.disputes.push_back(to(each));
  return JsonWriter::write(file);
}

}  // namespace leadpact::exchange
