#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/agreement/templates.h"
#include "core/exchange/document.h"
#include "core/exchange/paper_html.h"
#include "core/exchange/paper_markdown.h"

namespace leadpact::exchange {
namespace {

agreement::Agreement inbound() {
  return read_json(agreement::find_template("inbound")->json).value().agreement;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

TEST(PaperHtml, WhatTeamsWroteIsNoMarkup) {
  agreement::Agreement agreement = inbound();
  agreement.title = "<script>alert(1)</script> & \"more\"";
  agreement.commitments[0].title = "</article><img src=x onerror=y>";
  agreement.summary = "one\ntwo\x01";
  for (const std::string& html : {paper_html(agreement), poster_html(agreement)}) {
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"),
              std::string::npos);
  }
  EXPECT_NE(paper_html(agreement).find("<p>one\ntwo</p>"), std::string::npos);
}

TEST(PaperHtml, ANumberStaysWithItsPerCentSign) {
  agreement::Agreement agreement = inbound();
  agreement.summary = "90 % now, 5 percent, a % of 5 %";
  const std::string html = paper_html(agreement);
  EXPECT_NE(html.find("<p>90&nbsp;% now, 5 percent, a % of 5&nbsp;%</p>"), std::string::npos);
}

TEST(PaperHtml, AsksNothingOfAServerAndRunsNothing) {
  for (const agreement::Template& each : agreement::templates()) {
    const agreement::Agreement agreement = read_json(each.json).value().agreement;
    for (const std::string& html : {paper_html(agreement), poster_html(agreement)}) {
      for (const char* what : {"http:", "https:", "url(", "<script", "<link", "@import"})
        EXPECT_EQ(html.find(what), std::string::npos) << each.name << " " << what;
    }
  }
}

TEST(PaperHtml, EveryElementThatOpensCloses) {
  for (const agreement::Template& each : agreement::templates()) {
    const agreement::Agreement agreement = read_json(each.json).value().agreement;
    for (const std::string& html : {paper_html(agreement), poster_html(agreement)}) {
      for (const std::string tag :
           {"section", "article", "dl", "ul", "li", "table", "thead", "tbody", "tr", "td", "div",
            "h2", "h3", "h4", "p", "dt", "dd", "main", "body"}) {
        EXPECT_EQ(count(html, "<" + tag + ">") + count(html, "<" + tag + " "),
                  count(html, "</" + tag + ">"))
            << each.name << " " << tag;
      }
    }
  }
}

TEST(PaperHtml, ThePosterHasEveryPromiseOnce) {
  const agreement::Agreement agreement = inbound();
  const std::string html = poster_html(agreement);
  EXPECT_EQ(count(html, "<li>"), agreement.commitments.size());
}

// So many of each team, with titles and details as long as people write them.
agreement::Agreement with_promises(std::size_t each) {
  agreement::Agreement agreement = inbound();
  const agreement::Commitment one = agreement.commitments[0];
  agreement.commitments.clear();
  for (std::size_t i = 0; i < 2 * each; ++i) {
    agreement.commitments.push_back(one);
    agreement.commitments.back().team =
        i < each ? agreement::Team::marketing : agreement::Team::sales;
    agreement.commitments.back().title =
        "Promise " + std::to_string(i) + " of what is done in time";
    agreement.commitments.back().detail = "One sentence about it.";
  }
  return agreement;
}

TEST(PaperHtml, AFullPosterIsSetSmallerThenByTitlesAloneAndSaysWhatDoesNotFit) {
  const std::string few = poster_html(with_promises(3));
  EXPECT_NE(few.find("font-size: 14.0pt"), std::string::npos);
  EXPECT_NE(few.find("One sentence about it."), std::string::npos);
  const std::string many = poster_html(with_promises(100));
  EXPECT_EQ(count(many, "<li>"), 200u);
  EXPECT_EQ(many.find("One sentence about it."), std::string::npos);
  EXPECT_NE(many.find("The promises by their titles"), std::string::npos);
  EXPECT_EQ(many.find("do not fit"), std::string::npos);
  const std::string too_many = poster_html(with_promises(1000));
  EXPECT_EQ(count(too_many, "<li>"), 2000u);
  EXPECT_NE(too_many.find("So many promises do not fit on one page"), std::string::npos);
}

TEST(PaperMarkdown, SectionsAreNumberedWithoutGaps) {
  agreement::Agreement agreement = inbound();
  agreement.personas.clear();
  const std::string text = paper_markdown(agreement);
  EXPECT_NE(text.find("\n## 1. Summary and parties\n"), std::string::npos);
  EXPECT_NE(text.find("\n## 2. Lead definitions\n"), std::string::npos);
  EXPECT_EQ(text.back(), '\n');
  EXPECT_NE(text[text.size() - 2], '\n');
}

TEST(PaperMarkdown, WhatTeamsWroteIsNoMarkup) {
  const struct {
    const char* written;
    const char* markdown;
  } cases[] = {
      {"# 1", "\\# 1"},       {"a*b_c", "a\\*b\\_c"}, {"- one\n- two", "\\- one  \n\\- two"},
      {"1. one", "1\\. one"}, {"v1.5", "v1.5"},       {"<b>", "\\<b\\>"},
      {"a|b", "a\\|b"},       {"x - y", "x - y"},     {"a\n    b", "a  \nb"},
  };
  for (const auto& c : cases) {
    agreement::Agreement agreement;
    agreement.summary = c.written;
    EXPECT_NE(paper_markdown(agreement).find(std::string("\n\n") + c.markdown + "\n\n"),
              std::string::npos)
        << paper_markdown(agreement);
  }
}

TEST(PaperMarkdown, ALineBreakInATableStaysInItsCell) {
  agreement::Agreement agreement;
  agreement.contacts = {{"c", agreement::Team::sales, "Ada\nPark", "a|b", "", ""}};
  EXPECT_NE(paper_markdown(agreement).find("\n| Ada<br>Park | a\\|b | Sales |  |  |\n"),
            std::string::npos)
      << paper_markdown(agreement);
}

}  // namespace
}  // namespace leadpact::exchange
