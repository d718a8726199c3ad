#include "web/app/overlap.h"

#include <algorithm>
#include <iterator>

#include "core/data/hash.h"
#include "web/app/format.h"
#include "web/app/words.h"

namespace leadpact::app {
Overlap::Overlap(const agreement::Dataset& dataset, const data::Table& table)
    : table_(&table), last_(dataset.keep == data::Keep::last) {
  const Noun noun = record_noun(dataset);
  one_ = noun.one;
  many_ = noun.many;
  field_ = dataset.id_field.empty() ? -1 : table.find_field(dataset.id_field);
  if (field_ < 0 || table.column(field_).type != data::FieldType::text) return;
  if (table.file_names().size() < 2) return;
  ids_.resize(table.file_names().size());
  end_ = table.rows();
}

bool Overlap::work(std::size_t rows) {
  if (done()) return true;
  const data::Column& column = table_->column(field_);
  for (const std::size_t to = std::min(end_, at_ + rows); at_ < to; ++at_) {
    if (table_->status(at_) == data::RowStatus::excluded) continue;
    const std::string_view id = table_->text(column, at_);
    if (!id.empty()) ids_[table_->file(at_)].push_back(data::hash_of(id));
  }
  if (done()) count();
  return done();
}

void Overlap::count() {
  std::vector<std::uint64_t> before;
  const std::vector<std::string>& names = table_->file_names();
  for (std::size_t f = 0; f < ids_.size(); ++f) {
    std::vector<std::uint64_t>& ids = ids_[f];
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<std::uint64_t> both, all;
    std::set_intersection(ids.begin(), ids.end(), before.begin(), before.end(),
                          std::back_inserter(both));
    std::set_union(ids.begin(), ids.end(), before.begin(), before.end(), std::back_inserter(all));
    before = std::move(all);
    if (f == 0) continue;
    const std::string name = "“" + names[f] + "”";
    const std::string earlier = f == 1 ? "“" + names[0] + "”" : "the files before it";
    const std::size_t fresh = ids.size() - both.size();
    std::string text = both.empty() ? "None" : whole(both.size());
    text += " of the " + counted(ids.size(), one_, many_) + " of " + name +
            (both.size() == 1 ? " was in " : " were in ") + earlier + ", too; " + whole(fresh) +
            (fresh == 1 ? " is new." : " are new.");
    if (!both.empty()) {
      text += " Of those in both the row of " + (last_ ? name : earlier) + " counts.";
    }
    sentences_.push_back(std::move(text));
  }
  ids_.clear();
}

}  // namespace leadpact::app
