// The agreement as a document to print, and as a poster for the wall.
//
// One HTML file each, whole in itself: no script, no request, system fonts.
// Printed from a browser the document has page numbers, headings that stay
// with their text, clauses that are not cut in two and a line for each
// signature; the poster is one page with every promise in large letters.
//
//   block            element
//   ---------------  -----------------------------------------------------
//   section          <section>, <h2>, numbered
//   clause           <article>, <h4>, <p>, small print below
//   table            <table> with <th scope="col">
//
// All that teams wrote is text: nothing in an agreement becomes markup.
#ifndef LEADPACT_CORE_EXCHANGE_PAPER_HTML_H_
#define LEADPACT_CORE_EXCHANGE_PAPER_HTML_H_

#include <cstdint>
#include <string>

#include "core/agreement/model.h"

namespace leadpact::exchange {

enum class PaperSize : std::uint8_t { a4, letter };

[[nodiscard]] std::string paper_html(const agreement::Agreement& agreement,
                                     PaperSize size = PaperSize::a4);
[[nodiscard]] std::string poster_html(const agreement::Agreement& agreement,
                                      PaperSize size = PaperSize::a4);

}  // namespace leadpact::exchange

#endif  // LEADPACT_CORE_EXCHANGE_PAPER_HTML_H_
