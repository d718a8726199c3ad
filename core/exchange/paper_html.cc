#include "core/exchange/paper_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "core/agreement/paper.h"

namespace leadpact::exchange {
namespace {

using agreement::Block;
using Kind = agreement::Block::Kind;

constexpr std::string_view kPaperStyle = R"(
:root { --ink: #1a2230; --quiet: #56606f; --line: #d5dae2; --accent: #2f5fd0; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff;
  font: 11pt/1.5 "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
main { max-width: 180mm; margin: 0 auto; padding: 16mm 6mm; }
h1 { font-size: 24pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 15pt; line-height: 1.3; margin: 11mm 0 3mm; padding-bottom: 1.5mm;
  border-bottom: 0.4mm solid var(--line); }
h3 { font-size: 12.5pt; margin: 6mm 0 1.5mm; }
h4 { font-size: 11pt; margin: 0 0 0.5mm; }
p { margin: 0 0 2mm; white-space: pre-line; overflow-wrap: anywhere; }
ul { margin: 0 0 3mm; padding-left: 6mm; }
li { white-space: pre-line; overflow-wrap: anywhere; }
.subtitle, .note { color: var(--quiet); }
.note { font-size: 9.5pt; margin-bottom: 1mm; }
article { margin: 0 0 4mm; padding-left: 4mm; border-left: 0.8mm solid var(--line); }
dl { display: grid; grid-template-columns: minmax(30mm, max-content) 1fr; gap: 1mm 5mm; margin: 0 0 3mm; }
dt { color: var(--quiet); }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 1mm 0 4mm; font-size: 10pt; }
th, td { text-align: left; vertical-align: top; padding: 1.4mm 2mm; border-bottom: 0.3mm solid var(--line);
  overflow-wrap: break-word; max-width: 90mm; }
th { color: var(--quiet); font-weight: 600; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm 12mm; }
.line { border-bottom: 0.4mm solid var(--ink); height: 14mm; }
h1, h2, h3, h4, p:has(+ ul), p:has(+ table), li:first-child { break-after: avoid; }
article, dl, tr, .signatures { break-inside: avoid; }
dl + p, li:last-child { break-before: avoid; }
thead { display: table-header-group; }
@media print { main { max-width: none; margin: 0; padding: 0; } }
)";

// In em of a size that is chosen so that everything is on one page.
constexpr std::string_view kPosterStyle = R"(
* { box-sizing: border-box; }
body { margin: 0; color: #1a2230; background: #fff;
  font-family: "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif; line-height: 1.35; }
main { padding: 10mm; }
h1 { font-size: 2.1em; line-height: 1.15; margin: 0 0 0.1em; }
.subtitle { color: #56606f; margin: 0 0 1.2em; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2em; align-items: start; }
section { border-radius: 0.8em; padding: 1.1em; }
.marketing { background: #ddf2f1; }
.sales { background: #efe7f9; }
.both { background: #eef1f6; grid-column: 1 / -1; }
h2 { font-size: 1.4em; margin: 0 0 0.5em; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 0.7em; break-inside: avoid; overflow-wrap: anywhere; }
strong { display: block; font-size: 1.15em; line-height: 1.25; }
@media print { main { padding: 0; } section { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case ' ':
        // A number stays with its per cent sign.
        out += i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9' && text.substr(i + 1, 1) == "%"
                   ? "&nbsp;"
                   : " ";
        break;
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // No control character is text in HTML but these.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

class Html {
 public:
  void open(std::string_view tag, std::string_view of_class = {}) {
    out_ += "<" + std::string(tag);
    if (!of_class.empty()) out_ += " class=\"" + std::string(of_class) + "\"";
    out_ += ">";
  }
  void close(std::string_view tag) { out_ += "</" + std::string(tag) + ">\n"; }
  void element(std::string_view tag, std::string_view text, std::string_view of_class = {}) {
    open(tag, of_class);
    out_ += escaped(text);
    close(tag);
  }
  void raw(std::string_view text) { out_ += text; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void begin_file(Html& html, const std::string& title, std::string_view style, PaperSize size,
                std::string_view margins) {
  html.raw(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html.element("title", title);
  html.raw("<style>\n@page { size: ");
  html.raw(size == PaperSize::a4 ? "A4" : "letter");
  html.raw("; ");
  html.raw(margins);
  html.raw(" }");
  html.raw(style);
  html.raw("</style>\n</head>\n<body>\n<main>\n");
}

void end_file(Html& html) {
  html.raw("</main>\n</body>\n</html>\n");
}

std::string titled(const agreement::Paper& paper) {
  return paper.title.empty() ? "Agreement without a title" : paper.title;
}

void write_table(Html& html, const Block& block) {
  html.open("table");
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    if (r == 0) html.open("thead");
    if (r == 1) html.open("tbody");
    html.open("tr");
    for (const std::string& cell : block.rows[r]) {
      if (r == 0) {
        html.raw("<th scope=\"col\">" + escaped(cell));
        html.close("th");
      } else {
        html.element("td", cell);
      }
    }
    html.close("tr");
    if (r == 0) html.close("thead");
  }
  if (block.rows.size() > 1) html.close("tbody");
  html.close("table");
}

void write_block(Html& html, const Block& block) {
  switch (block.kind) {
    case Kind::heading:
      html.element("h3", block.title);
      return;
    case Kind::text:
      html.element("p", block.text);
      return;
    case Kind::fact:
      html.element("dt", block.title);
      html.element("dd", block.text);
      return;
    case Kind::bullet:
      html.element("li", block.text);
      return;
    case Kind::clause:
      html.open("article");
      html.element("h4", block.title);
      html.element("p", block.text);
      for (const std::string& note : block.notes)
        html.element("p", note, "note");
      html.close("article");
      return;
    case Kind::table:
      write_table(html, block);
      return;
    case Kind::signature:
      html.open("div", "signature");
      html.element("h4", block.title);
      for (const char* what : {"Name and role", "Signature", "Place and date"}) {
        html.raw("<div class=\"line\"></div>\n");
        html.element("p", what, "note");
      }
      html.close("div");
      return;
  }
}

// What a run of blocks of one kind stands in, or nothing.
std::string_view wrapper(Kind kind) {
  switch (kind) {
    case Kind::fact:
      return "dl";
    case Kind::bullet:
      return "ul";
    case Kind::signature:
      return "div";
    case Kind::heading:
    case Kind::text:
    case Kind::clause:
    case Kind::table:
      break;
  }
  return {};
}

void write_blocks(Html& html, const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view around = wrapper(blocks[i].kind);
    const bool first = i == 0 || blocks[i - 1].kind != blocks[i].kind;
    const bool last = i + 1 == blocks.size() || blocks[i + 1].kind != blocks[i].kind;
    if (!around.empty() && first) html.open(around, around == "div" ? "signatures" : "");
    write_block(html, blocks[i]);
    if (!around.empty() && last) html.close(around);
  }
}

// How a poster is set so that every promise is on one page, on the careful side.
struct PosterSetting {
  double size = 14;      // points
  int columns = 1;       // of each team's promises
  bool details = true;   // else the titles alone
  bool one_page = true;  // else even that is too much
};

// How high one team's promises are, in em.
double height_of(const agreement::Agreement& agreement, agreement::Team team,
                 const PosterSetting& setting, double column) {
  constexpr double kGap = 0.7, kTitleLine = 1.44, kTextLine = 1.35;
  const auto lines = [&](const std::string& text, double letter) {
    return std::ceil(static_cast<double>(text.size()) * letter / column);
  };
  double height = 0;
  for (const agreement::Commitment& commitment : agreement.commitments) {
    if (commitment.team != team) continue;
    height += kGap + kTitleLine * std::max(1.0, lines(commitment.title, 0.64));
    if (setting.details) height += kTextLine * lines(commitment.detail, 0.5);
  }
  return height;
}

// Small letters leave room for columns beside each other, so that half the size
// holds four times the text.
bool fits(const agreement::Agreement& agreement, PosterSetting& setting) {
  constexpr double kWidth = 527, kHeight = 723;  // points: the width of A4, the height of Letter
  constexpr double kHead = 11, kFrame = 5, kGap = 1.2, kColumn = 15.5;
  const double width = (kWidth / setting.size - kGap) / 2 - 2.2;
  setting.columns = std::max(1, static_cast<int>((width + kGap) / (kColumn + kGap)));
  const double column = (width + kGap) / setting.columns - kGap;
  const auto height = [&](agreement::Team team, int columns) {
    const double all = height_of(agreement, team, setting, column);
    // Columns end where a promise does.
    return all == 0 ? 0 : kFrame + all / columns + (columns > 1 ? 4 : 0);
  };
  using agreement::Team;
  return kHead +
             std::max(height(Team::marketing, setting.columns),
                      height(Team::sales, setting.columns)) +
             height(Team::both, 2 * setting.columns) <=
         kHeight / setting.size;
}

PosterSetting setting_of(const agreement::Agreement& agreement) {
  constexpr double kStep = 0.5, kReadable = 6, kSmallest = 4;
  PosterSetting setting;
  for (const bool details : {true, false}) {
    setting.details = details;
    const double smallest = details ? kReadable : kSmallest;
    for (setting.size = 14; setting.size >= smallest; setting.size -= kStep) {
      if (fits(agreement, setting)) return setting;
    }
  }
  setting.size = kSmallest;
  setting.one_page = false;
  return setting;
}

void write_promises(Html& html, const agreement::Agreement& agreement, agreement::Team team,
                    std::string_view of_class, bool details) {
  bool any = false;
  for (const agreement::Commitment& commitment : agreement.commitments) {
    if (commitment.team != team) continue;
    if (!any) {
      html.open("section", of_class);
      const std::string who = agreement::team_name(agreement, team);
      html.element("h2", who + (team == agreement::Team::both ? " promise" : " promises"));
      html.open("ul");
      any = true;
    }
    html.open("li");
    html.element("strong", commitment.title.empty() ? commitment.id : commitment.title);
    if (details && !commitment.detail.empty()) html.raw(escaped(commitment.detail));
    html.close("li");
  }
  if (!any) return;
  html.close("ul");
  html.close("section");
}

}  // namespace

std::string paper_html(const agreement::Agreement& agreement, PaperSize size) {
  const agreement::Paper paper = agreement::paper_of(agreement);
  Html html;
  begin_file(html, titled(paper), kPaperStyle, size,
             "margin: 20mm 20mm 22mm; @bottom-right { content: \"Page \" counter(page) \" of \" "
             "counter(pages); font: 9pt sans-serif; color: #56606f }");
  html.element("h1", titled(paper));
  html.element("p", paper.subtitle, "subtitle");
  std::size_t number = 0;
  for (const agreement::PaperSection& section : paper.sections) {
    if (section.blocks.empty()) continue;
    html.open("section");
    html.element("h2", std::to_string(++number) + ". " + section.title);
    write_blocks(html, section.blocks);
    html.close("section");
  }
  end_file(html);
  return html.take();
}

std::string poster_html(const agreement::Agreement& agreement, PaperSize size) {
  const agreement::Paper paper = agreement::paper_of(agreement);
  Html html;
  const PosterSetting setting = setting_of(agreement);
  const std::string style = fmt::format(
      "\nbody {{ font-size: {:.1f}pt; }}\nul {{ columns: {}; column-gap: 1.2em; }}\n"
      ".both ul {{ columns: {}; }}",
      setting.size, setting.columns, 2 * setting.columns);
  begin_file(html, titled(paper), style + std::string(kPosterStyle), size, "margin: 12mm;");
  html.element("h1", titled(paper));
  html.element("p", paper.subtitle, "subtitle");
  if (!setting.details) {
    html.element("p",
                 setting.one_page
                     ? "The promises by their titles; what they say in full is in the agreement."
                     : "So many promises do not fit on one page; these are their titles.",
                 "subtitle");
  }
  html.open("div", "sides");
  write_promises(html, agreement, agreement::Team::marketing, "marketing", setting.details);
  write_promises(html, agreement, agreement::Team::sales, "sales", setting.details);
  write_promises(html, agreement, agreement::Team::both, "both", setting.details);
  html.close("div");
  end_file(html);
  return html.take();
}

}  // namespace leadpact::exchange
