#include "export/markdown.h"

#include <doctest/doctest.h>

#include "unit/export/atelier.h"

namespace markdown_test {

using namespace tablee;
using namespace tablee::exported;
using namespace tablee::exported::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("ordinary sentences are left alone") {
  CHECK(markdown_line("Il fait 30,5 °C (ou plus) : « c’est trop » !") ==
        "Il fait 30,5 °C (ou plus) : « c’est trop » !");
  CHECK(markdown_line("12.5 km en 2024. (3) 4) l’an 2000.") == "12\\.5 km en 2024. (3) 4) l’an 2000.");
  CHECK(markdown_line("mi-temps, 3 + 4 = 7 ; l'été. Fin.") == "mi-temps, 3 + 4 = 7 ; l'été. Fin.");
}

TEST_CASE("what could be markup is escaped") {
  CHECK(markdown_line("<script>alert(1)</script>") == "\\<script\\>alert(1)\\</script\\>");
  CHECK(markdown_line("*a* _b_ `c` ~d~ \\e") == "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\\\e");
  CHECK(markdown_line("[a](http://b.c) ![d](e)") == "\\[a\\](http\\://b.c) !\\[d\\](e)");
  CHECK(markdown_line("a | b") == "a \\| b");
  CHECK(markdown_line("&lt; x@y.fr www.a.fr") == "\\&lt; x\\@y.fr www\\.a.fr");
}

TEST_CASE("what could begin a block is escaped at the start of a line only") {
  CHECK(markdown_line("# a") == "\\# a");
  CHECK(markdown_line("- a - b") == "\\- a - b");
  CHECK(markdown_line("+ a") == "\\+ a");
  CHECK(markdown_line("=== a") == "\\=== a");
  CHECK(markdown_line("1. a") == "1\\. a");
  CHECK(markdown_line("2) a") == "2\\) a");
  CHECK(markdown_line("    a") == "a");
  CHECK(markdown_line("a # b") == "a # b");
}

TEST_CASE("a line has no line break, a quote keeps them") {
  CHECK(markdown_line("a\n# b\n\nc") == "a \\# b c");
  CHECK(markdown_quote("a\nb\n\n    c") == "> a\\\n> b\n>\n> c\n");
  CHECK(markdown_quote("> a\n```") == "> \\> a\\\n> \\`\\`\\`\n");
  CHECK(markdown_line("") == "");
}

TEST_CASE("an atelier that has not begun makes a whole page") {
  const std::string page = to_markdown(document_of(Room{}));
  CHECK(page.starts_with("# Avis\u00a0: A small atelier\n"));
  CHECK(has(page, "Aucun vote publié."));
  CHECK(has(page, "## Les articles\n\nAucun article n’a été écrit.\n"));
  CHECK(has(page, "## Vérifier cet avis"));
  CHECK(has(page, "pas encore scellé"));
  CHECK(has(page, "Aucune promesse n’a été enregistrée."));
}

TEST_CASE("a finished atelier is all there, without a name") {
  const Room room = finished_atelier();
  const std::string page = to_markdown(document_of(room));
  CHECK(has(page, "### Article 1\u00a0: Plant trees"));
  CHECK(has(page, "> One tree a street\n"));
  CHECK(has(page, "**Décision\u00a0: adopté.**"));
  CHECK(has(page,
            "2\u00a0pour, 0\u00a0contre, 1\u00a0abstention, 0\u00a0n’a pas voté\u00a0; base\u00a0: "
            "2\u00a0exprimés\u00a0; 2\u00a0voix nécessaires"));
  CHECK(has(page, "| 1. Plant trees | 2 | 0 | 1 | 0 | 2\u00a0exprimés | 2 | adopté |"));
  CHECK(has(page, "- Idée 1\u00a0: more trees\n"));
  CHECK(has(page, "- Idée 2\u00a0: fewer cars — *Mise de côté. Raison\u00a0: another question*"));
  CHECK(has(page, "| Trees | 2 | 1 | 1 | oui |"));
  CHECK(has(page, "> We answer every article.\n"));
  CHECK(has(page, "31\u00a0janvier\u00a02026"));
  CHECK(has(page, "`" + room.state.sealed_sha256 + "`"));
  CHECK(has(page, "`" + std::string(64, 'b') + "`"));
  for (const char* name : {"Ada", "Bob", "Cleo", "Lovelace", "a thought withdrawn"}) {
    CHECK_FALSE(has(page, name));
  }
}

TEST_CASE("hostile words stay words, wherever they are printed") {
  Words words;
  words.idea = "<script>alert('i')</script>\n# heading";
  words.other_idea = "| a | b |\n|---|---|";
  words.cluster = "C | `x` | <b>";
  words.title = "T | [link](http://evil)";
  words.measure = "text\n# not a heading\n```\n<img src=x>\n- not a list\n> not a quote\n1. not numbered";
  words.reason = "*bold* | <i>";
  words.table = "<table>|";
  words.promise = "## promise\n<script>";
  const std::string page = to_markdown(document_of(finished_atelier(words)));
  for (const char* forbidden : {"<script", "<img", "<b>", "<i>", "<table>", "](http:", "\n# not", "\n```", "> ```",
                                "> # ", "> - not", "> > not", "> 1. not", "> ## promise"}) {
    CAPTURE(forbidden);
    // An escaped "<" is preceded by a backslash.
    const auto place = page.find(forbidden);
    CHECK((place == std::string::npos || (forbidden[0] == '<' && page[place - 1] == '\\')));
  }
  // Every row of the votes table still has eight cells: nine bars that are not escaped.
  const auto row = page.find("\n| 1. ");
  REQUIRE(row != std::string::npos);
  const std::string line = page.substr(row + 1, page.find('\n', row + 1) - row - 1);
  int bars = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
  }
  CHECK(bars == 9);
}

TEST_CASE("what an article said before, and what experts answered, are quoted like any words") {
  Room room = finished_atelier();
  room.state.articles.begin()->second.earlier.push_back(
      {"draft", false, core::ArticleStatus::submitted, {{"measure", "# Some trees"}}});
  core::AskedQuestion question;
  question.id = QuestionId{1};
  question.text = "Who pays?";
  question.tables = {TableId{1}};
  question.fate = core::AskedFate::heard;
  question.written = core::WrittenAnswer{"The *county*.", "The county pays.", "Report 2025"};
  room.state.questions[QuestionId{1}] = question;
  const std::string text = to_markdown(document_of(room));
  CHECK(text.find("#### Le texte d’avant") != std::string::npos);
  CHECK(text.find("> # Some trees") == std::string::npos);
  CHECK(text.find("Some trees") != std::string::npos);
  CHECK(text.find("réponse donnée\u00a0; posée par") != std::string::npos);
  CHECK(text.find("  - Réponse écrite\u00a0: The \\*county\\*.") != std::string::npos);
  CHECK(text.find("Source\u00a0: Report 2025") != std::string::npos);
}

}  // namespace markdown_test
