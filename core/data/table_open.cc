// From files to texts with a layout.
#include <algorithm>
#include <utility>

#include "core/data/table_state.h"

namespace leadpact::data {
namespace {

Errors lay_out(const TableSpec& spec, const std::string& file, Source& source) {
  std::vector<std::string> wanted;
  std::vector<std::string> keys;
  for (const Field& field : spec.fields) {
    wanted.push_back(field.column);
    keys.push_back(field.key);
  }
  Result<Layout> layout = find_layout(source.text, file, wanted, keys, source.encoding);
  if (!layout.ok()) return layout.errors();
  source.layout = std::move(layout).value();
  source.slots = source.layout.columns;
  std::sort(source.slots.begin(), source.slots.end());
  source.slots.erase(std::unique(source.slots.begin(), source.slots.end()), source.slots.end());
  source.slot_of.clear();
  for (const int column : source.layout.columns) {
    const auto slot = std::lower_bound(source.slots.begin(), source.slots.end(), column);
    source.slot_of.push_back(static_cast<int>(slot - source.slots.begin()));
  }
  return {};
}

}  // namespace

Errors begin_table(const TableSpec& spec, const std::vector<FileInput>& files, Table::State& state,
                   Ids& ids) {
  state.fields = spec.fields;
  state.columns.resize(spec.fields.size());
  state.counts.resize(spec.fields.size());
  state.sources.reserve(files.size());  // a short decoded text would move with its string
  for (std::size_t i = 0; i < spec.fields.size(); ++i)
    state.columns[i].type = spec.fields[i].type;
  ids.any = spec.id_field >= 0 && static_cast<std::size_t>(spec.id_field) < spec.fields.size();
  if (ids.any) {
    const FieldType type = spec.fields[static_cast<std::size_t>(spec.id_field)].type;
    ids.keeps_texts = type != FieldType::text && type != FieldType::unset;
  }
  for (const FileInput& file : files)
    state.total_size += file.bytes.size();
  if (state.total_size <= kMaxTotalSize) return {};
  return {{ErrorCode::too_large, files.front().name,
           "The files of this data are larger than 32 GiB together; less was expected."}};
}

Errors open_source(const TableSpec& spec, const FileInput& file, Table::State& state) {
  const std::uint64_t base =
      state.sources.empty() ? 0 : state.sources.back().base + state.sources.back().text.size();
  state.file_names.push_back(file.name);
  Source& source = state.sources.emplace_back();
  const Detected bom = detect_bom(file.bytes);
  source.base = base;
  source.raw_size = file.bytes.size();
  source.encoding = bom.encoding;
  source.text = bom.body;
  if (bom.encoding != Encoding::utf8) {
    source.decoded = from_utf16(bom.body, bom.encoding == Encoding::utf16be);
    source.text = source.decoded;
  }
  Errors errors = lay_out(spec, file.name, source);
  if (errors.empty() || source.encoding != Encoding::utf8 || is_utf8(source.text)) return errors;
  return reopen_as_windows1252(spec, file.name, source);
}

Errors reopen_as_windows1252(const TableSpec& spec, const std::string& file, Source& source) {
  source.encoding = Encoding::windows1252;
  return lay_out(spec, file, source);
}

}  // namespace leadpact::data
