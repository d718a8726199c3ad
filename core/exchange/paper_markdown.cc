#include "core/exchange/paper_markdown.h"

#include <cstddef>
#include <string_view>

#include "core/agreement/paper.h"
#include "core/agreement/wording.h"

namespace leadpact::exchange {
namespace {

using agreement::Block;
using Kind = agreement::Block::Kind;

enum class Where { line, cell };

// At the start of a line also `-`, `+` and `1.` begin something.
bool opens_a_block(std::string_view text, std::size_t at) {
  if (text[at] == '-' || text[at] == '+' || text[at] == '=') return true;
  if (text[at] != '.' && text[at] != ')') return false;
  std::size_t first = at;
  while (first > 0 && text[first - 1] >= '0' && text[first - 1] <= '9')
    --first;
  return first < at && (first == 0 || text[first - 1] == '\n');
}

std::string escaped(std::string_view text, Where where = Where::line) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>#|~&!";
  std::string out;
  bool line_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      // Two spaces at the end of a line keep the break.
      out += where == Where::cell ? "<br>" : "  \n";
      line_start = true;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
      continue;
    }
    if (c == ' ' && line_start) continue;  // it would begin a block of code
    const bool opens =
        c == '.' || c == ')' ? opens_a_block(text, i) : line_start && opens_a_block(text, i);
    if (kSpecial.find(c) != std::string_view::npos || opens) out += '\\';
    out += c;
    if (c != ' ') line_start = false;
  }
  return out;
}

void write_table(std::string& out, const Block& block) {
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    out += "|";
    for (const std::string& cell : block.rows[r])
      out += " " + escaped(cell, Where::cell) + " |";
    out += "\n";
    if (r > 0) continue;
    out += "|";
    for (std::size_t c = 0; c < block.rows[0].size(); ++c)
      out += " --- |";
    out += "\n";
  }
  out += "\n";
}

void write_block(std::string& out, const Block& block, bool last_of_its_kind) {
  switch (block.kind) {
    case Kind::heading:
      out += "### " + escaped(block.title) + "\n\n";
      return;
    case Kind::text:
      out += escaped(block.text) + "\n\n";
      return;
    case Kind::fact:
      out += "- **" + escaped(block.title) + ":** " + escaped(block.text) + "\n";
      break;
    case Kind::bullet:
      out += "- " + escaped(block.text) + "\n";
      break;
    case Kind::clause:
      out += "**" + escaped(agreement::without_stop(block.title)) + ".** " + escaped(block.text) +
             "\n\n";
      for (const std::string& note : block.notes)
        out += "> " + escaped(note) + "\n\n";
      return;
    case Kind::table:
      write_table(out, block);
      return;
    case Kind::signature:
      out += "**" + escaped(block.title) + "**\n\n";
      out +=
          "Name and role: \\_\\_\\_\\_  \nSignature: \\_\\_\\_\\_  \nPlace and date: "
          "\\_\\_\\_\\_\n\n";
      return;
  }
  if (last_of_its_kind) out += "\n";
}

}  // namespace

std::string paper_markdown(const agreement::Agreement& agreement) {
  const agreement::Paper paper = agreement::paper_of(agreement);
  std::string out = "# " +
                    (paper.title.empty() ? "Agreement without a title" : escaped(paper.title)) +
                    "\n\n" + escaped(paper.subtitle) + "\n\n";
  std::size_t number = 0;
  for (const agreement::PaperSection& section : paper.sections) {
    if (section.blocks.empty()) continue;
    out += "## " + std::to_string(++number) + ". " + section.title + "\n\n";
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      const bool last =
          i + 1 == section.blocks.size() || section.blocks[i + 1].kind != section.blocks[i].kind;
      write_block(out, section.blocks[i], last);
    }
  }
  while (out.size() > 1 && out[out.size() - 2] == '\n')
    out.pop_back();
  return out;
}

}  // namespace leadpact::exchange
