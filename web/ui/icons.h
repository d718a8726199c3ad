// The icons of the page. One list: the build cuts the font to scripts/icons.txt
// and writes a code for each name; a name here that the font lacks does not
// compile (icons.cc).
//
// An icon never stands alone: it has a text beside it, or a name that is its
// tooltip and what a screen reader says.
#ifndef LEADPACT_WEB_UI_ICONS_H_
#define LEADPACT_WEB_UI_ICONS_H_

#include <cstdint>

// X(name here, name of the generated code)
#define LEADPACT_ICONS(X)               \
  X(home, kHome)                        \
  X(description, kDescription)          \
  X(table_chart, kTableChart)           \
  X(upload_file, kUploadFile)           \
  X(upload, kUpload)                    \
  X(download, kFileDownload)            \
  X(save, kSave)                        \
  X(print, kPrint)                      \
  X(bar_chart, kBarChart)               \
  X(query_stats, kQueryStats)           \
  X(groups, kGroups)                    \
  X(person, kPerson)                    \
  X(handshake, kHandshake)              \
  X(gavel, kGavel)                      \
  X(history, kHistory)                  \
  X(compare, kCompareArrows)            \
  X(merge, kMergeType)                  \
  X(rule, kRule)                        \
  X(fact_check, kFactCheck)             \
  X(verified, kVerified)                \
  X(check, kCheck)                      \
  X(check_circle, kCheckCircle)         \
  X(close, kClose)                      \
  X(cancel, kCancel)                    \
  X(warning, kWarning)                  \
  X(error, kError)                      \
  X(error_outline, kErrorOutline)       \
  X(info, kInfo)                        \
  X(help, kHelpOutline)                 \
  X(lightbulb, kLightbulb)              \
  X(expand_more, kExpandMore)           \
  X(expand_less, kExpandLess)           \
  X(chevron_left, kChevronLeft)         \
  X(chevron_right, kChevronRight)       \
  X(unfold_more, kUnfoldMore)           \
  X(arrow_back, kArrowBack)             \
  X(arrow_forward, kArrowForward)       \
  X(arrow_upward, kArrowUpward)         \
  X(arrow_downward, kArrowDownward)     \
  X(search, kSearch)                    \
  X(filter, kFilterList)                \
  X(sort, kSort)                        \
  X(undo, kUndo)                        \
  X(redo, kRedo)                        \
  X(add, kAdd)                          \
  X(remove, kRemove)                    \
  X(trash, kDelete)                     \
  X(edit, kEdit)                        \
  X(draw, kDraw)                        \
  X(copy, kContentCopy)                 \
  X(link, kLink)                        \
  X(open_in_new, kOpenInNew)            \
  X(refresh, kRefresh)                  \
  X(menu, kMenu)                        \
  X(more_vert, kMoreVert)               \
  X(more_horiz, kMoreHoriz)             \
  X(settings, kSettings)                \
  X(calendar, kCalendarToday)           \
  X(event, kEvent)                      \
  X(schedule, kSchedule)                \
  X(timer, kTimer)                      \
  X(hourglass_empty, kHourglassEmpty)   \
  X(hourglass_bottom, kHourglassBottom) \
  X(trending_up, kTrendingUp)           \
  X(trending_down, kTrendingDown)       \
  X(trending_flat, kTrendingFlat)       \
  X(flag, kFlag)                        \
  X(notifications, kNotifications)      \
  X(light_mode, kLightMode)             \
  X(dark_mode, kDarkMode)               \
  X(visibility, kVisibility)            \
  X(visibility_off, kVisibilityOff)     \
  X(lock, kLock)                        \
  X(drag, kDragIndicator)               \
  X(play, kPlayArrow)                   \
  X(pause, kPause)                      \
  X(cloud_done, kCloudDone)             \
  X(cloud_off, kCloudOff)               \
  X(folder_open, kFolderOpen)           \
  X(radio_off, kRadioButtonUnchecked)   \
  X(radio_on, kRadioButtonChecked)      \
  X(box_on, kCheckBox)                  \
  X(box_off, kCheckBoxOutlineBlank)     \
  X(functions, kFunctions)              \
  X(call, kCall)                        \
  X(email, kEmail)                      \
  X(globe, kPublic)                     \
  X(qr_code, kQrCode2)                  \
  X(contrast, kContrast)                \
  X(zoom_in, kZoomIn)                   \
  X(keyboard, kKeyboard)                \
  X(slideshow, kSlideshow)              \
  X(dashboard, kDashboard)              \
  X(star, kStar)                        \
  X(archive, kArchive)                  \
  X(unarchive, kUnarchive)

namespace leadpact::ui {

enum class Icon : std::uint8_t {
  none,
#define LEADPACT_ICON(name, code) name,
  LEADPACT_ICONS(LEADPACT_ICON)
#undef LEADPACT_ICON
};

// The glyph as UTF-8 in the icon font, empty for none.
[[nodiscard]] const char* glyph_of(Icon icon);

}  // namespace leadpact::ui

#endif  // LEADPACT_WEB_UI_ICONS_H_
