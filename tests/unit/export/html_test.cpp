#include "export/html.h"

#include <doctest/doctest.h>

#include <vector>

#include "unit/export/atelier.h"

namespace html_test {

using namespace tablee;
using namespace tablee::exported;
using namespace tablee::exported::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + part.size())) {
    ++found;
  }
  return found;
}

// Every element that is opened is closed, in order.
bool is_balanced(const std::string& page) {
  std::vector<std::string> open;
  for (auto place = page.find('<'); place != std::string::npos; place = page.find('<', place + 1)) {
    const auto end = page.find_first_of(" >", place);
    const std::string name = page.substr(place + 1, end - place - 1);
    if (name == "!doctype" || name == "meta" || name == "br") {
      continue;
    }
    if (name.front() != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != name.substr(1)) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

// The levels of the headings never skip one.
bool headings_in_order(const std::string& page) {
  char level = '0';
  for (auto place = page.find("<h"); place != std::string::npos; place = page.find("<h", place + 1)) {
    const char next = page[place + 2];
    if (next < '1' || next > '6') {
      continue;
    }
    if (next > level + 1) {
      return false;
    }
    level = next;
  }
  return level != '0';
}

void check_page(const std::string& page) {
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"fr\">"));
  CHECK(has(page, "<meta charset=\"utf-8\">"));
  CHECK(has(page, "<title>Avis"));
  CHECK(count(page, "<h1>") == 1);
  CHECK(count(page, "<main>") == 1);
  CHECK(is_balanced(page));
  CHECK(headings_in_order(page));
  CHECK(count(page, "<table") == count(page, "<caption>"));
  CHECK(count(page, "<th>") == 0);
  CHECK(has(page, "@media print"));
  for (const char* outside : {"<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "http:", "https:"}) {
    CAPTURE(outside);
    CHECK_FALSE(has(page, outside));
  }
  // Every link of the contents leads somewhere on the page.
  for (auto place = page.find("href=\"#"); place != std::string::npos; place = page.find("href=\"#", place + 1)) {
    const std::string id = page.substr(place + 7, page.find('"', place + 7) - place - 7);
    CHECK(count(page, "id=\"" + id + "\"") == 1);
  }
}

}  // namespace

TEST_CASE("every character that means something in HTML is escaped") {
  CHECK(html_text("<a href=\"x\" title='y'>&amp;</a>") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  CHECK(html_text("one\ntwo") == "one<br>two");
  CHECK(html_text("été « 1 »") == "été « 1 »");
}

TEST_CASE("an atelier that has not begun makes a whole page") {
  const std::string page = to_html(document_of(Room{}));
  check_page(page);
  CHECK(has(page, "Aucun article n’a été écrit."));
  CHECK(has(page, "Aucun vote publié."));
  CHECK_FALSE(has(page, "id=\"priorites\""));
}

TEST_CASE("[access D6] a finished atelier is all there, without a name") {
  const Room room = finished_atelier();
  const std::string page = to_html(document_of(room));
  check_page(page);
  CHECK(has(page, "Plant trees</h3>"));
  CHECK(has(page, "<blockquote><p>One tree a street</p>"));
  CHECK(has(page,
            "<th scope=\"row\">1. Plant trees</th><td class=\"count\">2</td><td class=\"count\">0</td>"
            "<td class=\"count\">1</td><td class=\"count\">0</td><td>2\u00a0exprimés</td>"));
  CHECK(has(page, "2\u00a0pour, 0\u00a0contre, 1\u00a0abstention"));
  CHECK(has(page, "more trees"));
  CHECK(has(page, "Mise de côté. Raison\u00a0: another question"));
  CHECK(has(page, "<th scope=\"row\">Trees</th>"));
  CHECK(has(page, "31\u00a0janvier\u00a02026"));
  CHECK(has(page, room.state.sealed_sha256));
  CHECK(has(page, std::string(64, 'b')));
  for (const char* name : {"Ada", "Bob", "Cleo", "Lovelace", "a thought withdrawn"}) {
    CHECK_FALSE(has(page, name));
  }
}

TEST_CASE("hostile words stay words, wherever they are printed") {
  Words words;
  words.idea = "<script>alert('i')</script>";
  words.other_idea = "</li></ul><img src=x onerror=alert(1)>";
  words.cluster = "</caption><script>c</script>";
  words.title = "</h3></article><script>t</script>";
  words.measure = "</blockquote>\n<iframe src=\"http://evil\">";
  words.reason = "</strong><b onclick='x'>";
  words.table = "\"><script>s</script>";
  words.promise = "</main></body></html><script>";
  const std::string page = to_html(document_of(finished_atelier(words)));
  CHECK(is_balanced(page));
  CHECK(headings_in_order(page));
  for (const char* forbidden : {"<script", "<img", "<iframe", "<b ", "</html><"}) {
    CAPTURE(forbidden);
    CHECK_FALSE(has(page, forbidden));
  }
  CHECK(has(page, "&lt;script&gt;alert(&#39;i&#39;)&lt;/script&gt;"));
}

TEST_CASE("an article shows its words before, where they were others, and what the room has to settle") {
  Room room = finished_atelier();
  core::Article& article = room.state.articles.begin()->second;
  article.earlier.push_back({"draft", false, core::ArticleStatus::submitted, article.texts});  // the same: not said
  article.earlier.push_back(
      {"draft", false, core::ArticleStatus::submitted, {{"title", "Trees & <shade>"}, {"measure", "Some trees"}}});
  article.to_settle = "How many?";
  const AvisDocument document = document_of(room);
  REQUIRE(document.articles[0].earlier.size() == 1);
  CHECK(document.articles[0].earlier[0].texts.size() == 2);
  CHECK(document.articles[0].texts.size() == 1);
  const std::string page = to_html(document);
  CHECK(is_balanced(page));
  CHECK(has(page, "À trancher\u00a0: How many?"));
  CHECK(count(page, "Le texte d’avant") == 1);
  CHECK(has(page, "Trees &amp; &lt;shade&gt;"));
}

}  // namespace html_test
