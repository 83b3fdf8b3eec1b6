// Ideas: writing one, and what became of those sent.
#include "base/utf8.h"
#include "simple/pages.h"

namespace tablee::simple {
namespace {

using core::Fate;

std::string shortened(const std::string& words, std::size_t characters) {
  std::string out;
  std::size_t count = 0;
  for (const char each : words) {
    if ((static_cast<unsigned char>(each) & 0xc0U) != 0x80U && ++count > characters) {
      return out + "…";
    }
    out += each;
  }
  return out;
}

std::string late_words(Language language, const WritingPlace& place) {
  if (place.late_until_ms == 0) {
    return say(language, "write.late_free");
  }
  const std::string time = clock_time(language, place.late_until_ms);
  return say(language, place.own_time ? Key("write.late_own") : Key("write.late"), {{"time", time}});
}

void rules(Html& html, Language language, const Seen& seen) {
  const std::int64_t sent = ideas_in(seen, seen.step.id);
  std::string words = say(language, Count("write.sent"), sent, {{"max", std::to_string(seen.step.max)}});
  if (sent < seen.step.min) {
    words += " " + say(language, Count("write.at_least"), seen.step.min);
  }
  paragraph(html, words);
}

void form(Html& html, const Paper& paper, const Seen& seen, const Idea& idea, const WritingPlace& place) {
  const Language language = paper.language;
  const bool current = seen.step.id == idea.step && seen.step.characters > 0;
  open_form(html, paper, "<form method=\"post\" action=\"/simple/write\" novalidate>");
  hidden(html, "step", idea.step);
  html.tags("<label for=\"text\">").text(say(language, "write.label")).tags("</label>");
  if (current) {
    html.tags("<p class=\"hint\" id=\"text-hint\">");
    html.text(say(language, "write.hint", {{"characters", std::to_string(seen.step.characters)}})).tags("</p>");
  }
  fault_at(html, idea.faults, "text");
  html.tags("<textarea id=\"text\" name=\"text\" rows=\"6\" lang=\"fr\"");
  if (current || has_fault(idea.faults, "text")) {
    html.tags(" aria-describedby=\"");
    html.text(current ? "text-hint " : "").text(has_fault(idea.faults, "text") ? "text-fault" : "").tags("\"");
  }
  if (has_fault(idea.faults, "text")) {
    html.tags(" aria-invalid=\"true\"");
  }
  // The line feed is not part of the text: browsers drop the first one.
  html.tags(">\n").text(idea.text).tags("</textarea>\n");
  if (place.state == Writing::open) {
    button(html, "<button class=\"main\" name=\"do\" value=\"send\"", say(language, "write.send"));
  } else if (place.state == Writing::late) {
    button(html, "<button class=\"main\" name=\"do\" value=\"send\"", say(language, "write.send_late"));
  }
  button(html, "<button name=\"do\" value=\"keep\"", say(language, "simple.keep"));
  html.tags("</form>\n");
}

// What became of an idea, one line a thing.
std::vector<std::string> fate_lines(Language language, const core::MyIdea& idea) {
  std::vector<std::string> lines;
  if (idea.fate == Fate::merged) {
    lines.push_back(idea.into.empty() ? say(language, "ideas.merging")
                                      : say(language, "ideas.merged", {{"text", shortened(idea.into, 120)}}));
  }
  const Fate now = idea.into_fate.value_or(idea.fate);
  if (now == Fate::not_kept) {
    lines.push_back(say(language, "ideas.not_kept"));
  } else if (now == Fate::open) {
    lines.push_back(say(language, "ideas.open"));
  } else if (now == Fate::clustered) {
    lines.push_back(idea.cluster.empty() ? say(language, "ideas.clustered")
                                         : say(language, "ideas.in_cluster", {{"cluster", idea.cluster}}));
  } else if (now == Fate::set_aside) {
    lines.push_back(say(language, "ideas.set_aside", {{"reason", idea.reason}}));
  }
  if (idea.fate == Fate::withdrawn) {
    lines.push_back(say(language, "ideas.withdrawn"));
  }
  if (idea.kept) {
    lines.push_back(say(language, "ideas.kept"));
  }
  std::string articles;
  for (const std::int64_t number : idea.articles) {
    articles +=
        (articles.empty() ? "" : ", ") + say(language, "article.numbered", {{"number", std::to_string(number)}});
  }
  if (!articles.empty()) {
    lines.push_back(say(language, "ideas.articles", {{"articles", articles}}));
  }
  if (idea.late) {
    lines.push_back(say(language, "ideas.late"));
  }
  return lines;
}

bool may_withdraw(const Seen& seen, const core::MyIdea& idea) {
  return idea.fate == Fate::open && idea.step == seen.step.id && step_runs(seen);
}

void withdrawing(Html& html, const Paper& paper, const Seen& seen, const Faults& faults) {
  Html choices;
  for (const core::MyIdea& idea : seen.mine.ideas) {
    if (may_withdraw(seen, idea)) {
      choices.tags("<div class=\"choice\"><input type=\"radio\" name=\"idea\" id=\"idea-").number(idea.id.value);
      choices.tags("\" value=\"").number(idea.id.value).tags("\"><label for=\"idea-").number(idea.id.value);
      choices.tags("\"><span lang=\"fr\">").text(shortened(idea.text, 120)).tags("</span> <span class=\"chosen\">✓ ");
      choices.text(say(paper.language, "poll.chosen")).tags("</span></label></div>\n");
    }
  }
  if (choices.empty()) {
    return;
  }
  open_form(html, paper, "<form method=\"post\" action=\"/simple/ideas\">");
  html.tags("<fieldset id=\"withdraw\"><legend>").text(say(paper.language, "simple.withdraw")).tags("</legend>\n");
  fault_at(html, faults, "withdraw");
  html.add(choices).tags("</fieldset>");
  button(html, "<button", say(paper.language, "simple.withdraw_yes"));
  html.tags("</form>\n");
}

}  // namespace

std::string write_page(const Paper& paper, const Seen& seen, const Idea& idea) {
  const Language language = paper.language;
  const WritingPlace place = writing_of(seen, idea.step);
  Sheet sheet;
  sheet.heading = say(language, "write.label");
  sheet.tag = tag_of(language);
  sheet.fault = !idea.faults.empty();
  Html& html = sheet.body;
  if (!idea.said.empty()) {
    note(html, good_note, idea.said);
  }
  fault_list(html, language, idea.faults);
  const bool current = seen.step.id == idea.step;
  if (!current) {
    html.tags("<p class=\"note\">").text(say(language, "step.new")).tags(" ");
    const Slot title = step_title(language, seen);
    html.tags("<strong lang=\"").text(title.tag).tags("\">").text(title.words).tags("</strong></p>\n");
  } else if (seen.step.instruction) {
    html.tags("<p class=\"instruction\">");
    slot(html, language, *seen.step.instruction);
    html.tags("</p>\n");
  }
  if (place.state == Writing::late) {
    note(html, warn_note, late_words(language, place));
  } else if (place.state == Writing::closed) {
    note(html, warn_note, say(language, "write.closed"));
  }
  const bool full = current && seen.step.max > 0 && ideas_in(seen, idea.step) >= seen.step.max;
  if (place.state == Writing::none && idea.text.empty()) {
    paragraph(html, say(language, "simple.not_here"));
  } else if (full && idea.text.empty()) {
    note(html, plain_note, say(language, "write.full"));
  } else {
    form(html, paper, seen, idea, place);
  }
  if (current && seen.step.max > 0) {
    rules(html, language, seen);
  }
  link(html, "<a class=\"button\" href=\"/simple/ideas\"", say(language, "simple.ideas"));
  return page(paper, &seen, sheet);
}

std::string ideas_page(const Paper& paper, const Seen& seen, const Faults& faults, const std::string& said) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "simple.ideas");
  sheet.tag = tag_of(language);
  sheet.fault = !faults.empty();
  Html& html = sheet.body;
  if (!said.empty()) {
    note(html, good_note, said);
  }
  fault_list(html, language, faults);
  if (seen.mine.ideas.empty()) {
    paragraph(html, say(language, "ideas.none"));
  }
  html.tags(seen.mine.ideas.empty() ? Markup("") : Markup("<ul class=\"plain\">"));
  for (auto idea = seen.mine.ideas.rbegin(); idea != seen.mine.ideas.rend(); ++idea) {
    html.tags("<li class=\"card\">");
    their_words(html, idea->text);
    for (const std::string& line : fate_lines(language, *idea)) {
      paragraph(html, line);
    }
    html.tags("</li>\n");
  }
  html.tags(seen.mine.ideas.empty() ? Markup("") : Markup("</ul>\n"));
  withdrawing(html, paper, seen, faults);
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
