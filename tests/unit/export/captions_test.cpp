#include "export/captions.h"

#include "export/html.h"
#include "export/markdown.h"
#include "unit/export/atelier.h"

namespace captions_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::exported;
using namespace tablee::exported::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Before the first step, then in two of them; one line is mended, one is taken away.
struct Said {
  Said() {
    room.arrive(room.add_table("Red"));
    say("", "on commence");
    room.start("welcome");
    say("Léa", "bonjour a tous.");
    say("Léa", "On est <bien>.");
    say("Bob", "Une erreur");
    say("Léa", "Merci.");
    room.must(captioner(), MendCaption{CaptionId{2}, "Bonjour à tous."});
    room.must(captioner(), MendCaption{CaptionId{4}, ""});
    room.start("write");
    say("Bob", "On écrit *vite*.");
  }
  void say(const std::string& speaker, const std::string& text) {
    room.must(captioner(), WriteCaption{speaker, text});
    room.later(minute_ms);
  }
  Room room;
};

}  // namespace

TEST_CASE("[access H1] what was said is kept by step and by speaker, mended as mended") {
  const Said said;
  const std::vector<CaptionsPrinted> steps = build_captions(said.room.state);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].step.empty());
  CHECK(steps[0].title.fr == "Avant la première étape");
  REQUIRE(steps[1].paragraphs.size() == 1);
  CHECK(steps[1].paragraphs[0].speaker == "Léa");
  CHECK(steps[1].paragraphs[0].text == "Bonjour à tous. On est <bien>. Merci.");
  CHECK(steps[1].paragraphs[0].at_ms == steps[0].paragraphs[0].at_ms + minute_ms);
  REQUIRE(steps[2].paragraphs.size() == 1);
  CHECK(steps[2].step == "write");
}

TEST_CASE("a long speech is cut at the end of a sentence") {
  Room room;
  for (int i = 0; i < 6; ++i) {
    room.must(captioner(), WriteCaption{"Léa", std::string(250, 'a') + (i == 3 ? "." : "")});
  }
  const std::vector<CaptionsPrinted> steps = build_captions(room.state);
  REQUIRE(steps.size() == 1);
  REQUIRE(steps[0].paragraphs.size() == 2);
  CHECK(steps[0].paragraphs[0].text.ends_with("."));
}

TEST_CASE("[access H1] the avis has them in both forms, escaped; without captions nothing is said of them") {
  const Said said;
  const AvisDocument document = document_of(said.room);
  const std::string html = to_html(document);
  CHECK(has(html, "<h2 id=\"sous-titres\">Ce qui a été dit, en sous-titres</h2>"));
  CHECK(has(html, "<strong>Léa</strong>\u00a0: Bonjour à tous. On est &lt;bien&gt;. Merci."));
  CHECK_FALSE(has(html, "Une erreur"));
  const std::string markdown = to_markdown(document);
  CHECK(has(markdown, "## Ce qui a été dit, en sous-titres"));
  CHECK(has(markdown, "**Bob**\u00a0: On écrit \\*vite\\*."));
  CHECK_FALSE(has(to_html(document_of(finished_atelier())), "sous-titres"));
  CHECK_FALSE(has(to_markdown(document_of(finished_atelier())), "sous-titres"));
}

}  // namespace captions_test
