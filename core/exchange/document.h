// Agreements as files and as records of the browser store.
//
// A document is read whole or refused whole: bytes pass an envelope and a
// pre-scan first, then cereal fills plain per-version structs, older versions
// are migrated, and the model is validated. Nothing here throws.
//
//   bytes                                 answer
//   ------------------------------------  -----------------------------------
//   a valid *.sla.json                    the agreement, warnings for names
//                                         the format does not know
//   JSON cut off                          not_json, `line 12`
//   "format_version": 2                   too_new, `format_version`
//   a wrong limit and a missing owner     both errors, each with its place;
//                                         read as unfinished: the agreement
//   a binary record with a flipped bit    damaged
//
// Source: agreement-format.md; architecture.md, "cereal, safely".
#ifndef LEADPACT_CORE_EXCHANGE_DOCUMENT_H_
#define LEADPACT_CORE_EXCHANGE_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/agreement/model.h"
#include "core/result.h"

namespace leadpact::exchange {

inline constexpr int kFormatVersion = 1;
inline constexpr std::size_t kMaxDocument = 8u * 1024 * 1024;  // bytes, JSON or binary

// Something valid that was surely not meant: a name the format does not know.
struct Warning {
  std::string place;
  std::string message;
};

struct Document {
  agreement::Agreement agreement;
  std::vector<Warning> warnings;
};

// Reads and validates the JSON text of an agreement file. All errors at once.
[[nodiscard]] Result<Document> read_json(std::string_view text);

// The same of an agreement in the making, to be written on: what validate()
// finds is no reason to refuse it. What the model cannot hold still is: no
// JSON, another format, wrong types, unknown words, more than the bounds.
[[nodiscard]] Result<Document> read_unfinished_json(std::string_view text);

// The file's text: two-space indent, `\n`, fields in the order of
// agreement-format.md. read_json(write_json(a)) gives `a` again, but for what
// no file can hold: bytes that are no UTF-8 become U+FFFD, a number that is
// none becomes 0 (an optional one: nothing).
[[nodiscard]] std::string write_json(const agreement::Agreement& agreement);

// The record of the browser store: envelope (magic, format version, kind,
// length, checksum) around cereal's portable binary archive. Need not be
// valid: an agreement in the making is stored too, so reading checks the
// bytes and not the rules. Empty where the record could not be read again
// (larger than kMaxDocument, or nested beyond reason): then keep the one
// before.
//
// Errors of read_binary are at the place `record`.
[[nodiscard]] std::string write_binary(const agreement::Agreement& agreement);
[[nodiscard]] Result<agreement::Agreement> read_binary(std::string_view bytes);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_DOCUMENT_H_
