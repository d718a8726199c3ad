// What the files on the desk are, as far as the page can tell, and what it has
// to ask about them: the CRM they come from, the findings of all their values,
// the rows behind each count.
//
// Files are looked through in slices, the first when they are given, so that
// some thousand rows are known within the frame.
//
//   the files on the desk    then
//   -----------------------  ------------------------------------------------
//   8,000 rows               findings() at once
//   1,000,000 rows           looking() for a while; findings() after it
//   the same, another        findings() made anew from what was seen
//     setting pressed
#ifndef LEADPACT_WEB_APP_IMPORT_DESK_H_
#define LEADPACT_WEB_APP_IMPORT_DESK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/agreement/findings.h"
#include "web/app/data_desk.h"
#include "web/app/overlap.h"
#include "web/app/row_list.h"

namespace leadpact::app {

class ImportDesk {
 public:
  struct Item {
    std::size_t dataset = 0;
    agreement::Finding finding;
    std::vector<std::string> files;  // what its cells' file numbers mean
  };

  // ---- What happens ----
  void agreement_changed() { stale_ = true; }
  // To be called before anything below is read; null for no agreement.
  void look(const agreement::Agreement* agreement, bool valid, const DataDesk& desk);
  // A slice more; true while there is more to do.
  bool work(const agreement::Agreement* agreement, bool valid, const DataDesk& desk);
  [[nodiscard]] bool has_work(const DataDesk& desk) const;

  // ---- What was found ----
  [[nodiscard]] const std::vector<Item>& findings() const { return findings_; }
  [[nodiscard]] bool looking() const;
  [[nodiscard]] double share() const;  // of the bytes
  // "It looks like a HubSpot export: 12 of its 14 columns have HubSpot's names."
  [[nodiscard]] const std::string& origin(std::size_t file) const;
  // Of a field's column in one file, in words; empty as long as it is not known.
  [[nodiscard]] std::string evidence(const DataDesk& desk, std::size_t file,
                                     const data::Field& field) const;
  // What the files of a dataset have in common; a sentence a file.
  [[nodiscard]] std::vector<std::string> joined(std::size_t dataset) const;

  // ---- The rows behind a count ----
  // Opens them, or closes them where they are open.
  void toggle_rows(std::size_t dataset, const RowsOf& rows, const DataDesk& desk);
  // Null where these are not open.
  [[nodiscard]] const RowList* rows(std::size_t dataset, const RowsOf& rows) const;
  void show_more_rows();
  void write_rows();
  // For a spreadsheet, once they are written; once.
  [[nodiscard]] std::optional<std::string> take_rows();

 private:
  struct Look {  // at one file
    std::shared_ptr<const std::string> bytes;
    std::vector<data::Field> fields;
    std::unique_ptr<data::Profiler> profiler;  // null for a file that is not read
    std::string origin;
  };
  void follow_files(const agreement::Agreement* agreement, const DataDesk& desk);
  void find(const agreement::Agreement& agreement, const DataDesk& desk);
  void follow_loads(const agreement::Agreement* agreement, const DataDesk& desk);

  bool stale_ = true;  // the findings
  std::uint64_t loads_ = 0;
  const scoring::LoadedData* loaded_ = nullptr;
  std::vector<Look> looks_;  // one a file of the desk, in its order
  std::vector<Item> findings_;
  std::vector<agreement::Dataset> found_in_;
  std::vector<std::optional<Overlap>> overlaps_;  // one a dataset
  std::size_t rows_dataset_ = 0;
  RowsOf rows_of_;
  std::optional<RowList> rows_;
};

}  // namespace leadpact::app

#endif  // LEADPACT_WEB_APP_IMPORT_DESK_H_
