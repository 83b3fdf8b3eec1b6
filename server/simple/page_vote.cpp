// Voting: choose, check, sent. What was chosen is on the first two pages alone.
#include <algorithm>

#include "base/rng.h"
#include "simple/form.h"
#include "simple/pages.h"

namespace tablee::simple {
namespace {

using core::Choice;
using core::PollView;

std::string option_field(ClusterId option) {
  return "p" + std::to_string(option.value);
}

const std::string& typed_for(const Choosing& choosing, ClusterId option) {
  static const std::string nothing;
  const auto found = choosing.points.find(option.value);
  return found == choosing.points.end() ? nothing : found->second;
}

// The whole of it, with what is left to give.
struct Spending {
  std::int64_t given = 0;
  std::int64_t left = 0;
};
Spending spending_of(const PollView& poll, const Choosing& choosing) {
  Spending spending;
  for (const core::PollOption& option : poll.options) {
    spending.given += whole_number(typed_for(choosing, option.id)).value_or(0);
  }
  spending.left = poll.points - spending.given;
  return spending;
}

// Another order for each browser, so that no subject is first for everybody.
std::vector<core::PollOption> shuffled(const PollView& poll, std::uint64_t seed) {
  std::vector<core::PollOption> options = poll.options;
  Rng(seed).shuffle(options);
  return options;
}

void article_of_poll(Html& html, Language language, const Seen& seen, const PollView& poll) {
  if (!poll.article) {
    return;
  }
  for (const core::AvisArticle& article : seen.avis.articles) {
    if (article.id == *poll.article) {
      html.tags("<div class=\"card\">");
      article_fields(html, language, seen, article.texts);
      html.tags("</div>\n");
    }
  }
}

// [access K2] What the vote asks, in easy French, first for those who read it; the mention only when people concerned
// have read it.
void easy_wording(Html& html, Language language, const PollView& poll) {
  if (!poll.wording.empty() && language == Language::falc) {
    html.tags("<div class=\"card\" lang=\"fr\">");
    their_words(html, poll.wording);
    if (poll.readers > 0) {
      const bool named = !poll.readers_from.empty();
      paragraph(html, say(language, named ? Count("easy.read_by_from") : Count("easy.read_by"), poll.readers,
                          {{"from", poll.readers_from}}));
    }
    html.tags("</div>\n");
  }
  if (poll.readers == 0 && !poll.wording_waived.empty()) {
    note(html, plain_note, say(language, "easy.waived", {{"reason", poll.wording_waived}}));
  }
}

std::string choice_words(Language language, Choice choice) {
  const auto names = names_of(Choice{});
  return say(language, Key::named("vote.", names[static_cast<std::size_t>(choice)]));
}

void choice_row(Html& html, Language language, Choice choice, bool chosen) {
  const std::string name(names_of(Choice{})[static_cast<std::size_t>(choice)]);
  html.tags("<div class=\"choice\"><input type=\"radio\" name=\"choice\" id=\"choice-").text(name).tags("\" value=\"");
  html.text(name).tags("\"");
  if (chosen) {
    html.tags(" checked");
  }
  html.tags("><label for=\"choice-").text(name).tags("\">").text(choice_words(language, choice));
  html.tags(" <span class=\"chosen\">✓ ").text(say(language, "poll.chosen")).tags("</span></label></div>\n");
}

void motion_fields(Html& html, Language language, const Voting& voting) {
  html.tags("<fieldset id=\"choice\"");
  if (has_fault(voting.faults, "choice")) {
    html.tags(" aria-describedby=\"choice-fault\"");
  }
  html.tags("><legend>");
  html.text(say(language, "vote.legend", {{"number", std::to_string(voting.poll->number)}})).tags("</legend>\n");
  fault_at(html, voting.faults, "choice");
  for (const Choice choice : {Choice::for_, Choice::against}) {
    choice_row(html, language, choice, voting.choosing.choice == choice);
  }
  html.tags("</fieldset>\n");
}

void points_fields(Html& html, Language language, const Voting& voting) {
  const PollView& poll = *voting.poll;
  const std::string max = std::to_string(poll.max_per_option);
  html.tags("<fieldset class=\"points\" id=\"points\"><legend>");
  html.text(say(language, Count("simple.topics"), static_cast<std::int64_t>(poll.options.size()))).tags("</legend>\n");
  paragraph(html, say(language, "rank.rule", {{"max", max}}));
  fault_at(html, voting.faults, "points");
  for (const core::PollOption& option : shuffled(poll, voting.order)) {
    const std::string field = option_field(option.id);
    html.tags("<div class=\"card\"><label for=\"").text(field).tags("\">");
    html.text(say(language, "simple.points_on", {{"title", option.title}, {"max", max}})).tags("</label>");
    fault_at(html, voting.faults, field);
    html.tags("<input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"6\" id=\"").text(field);
    html.tags("\" name=\"").text(field).tags("\" value=\"").text(typed_for(voting.choosing, option.id)).tags("\"");
    if (has_fault(voting.faults, field)) {
      html.tags(" aria-invalid=\"true\" aria-describedby=\"").text(field).tags("-fault\"");
    }
    html.tags("></div>\n");
  }
  html.tags("</fieldset>\n");
  paragraph(html, say(language, "rank.order"));
}

// [access V2] Three equal buttons at the same place for every vote. The first two lead to the same check as the
// options; the last one casts nothing.
void other_answers(Html& html, Language language, const Voting& voting) {
  const bool motion = voting.poll->method == core::Method::motion;
  if (voting.helped) {
    note(html, good_note, say(language, "other.help.vote"));
  }
  button(html, "<button name=\"stage\" value=\"unsure\"", say(language, "vote.unsure"));
  button(html, "<button name=\"stage\" value=\"abstain\"", say(language, "vote.abstain"));
  button(html, "<button name=\"stage\" value=\"not_understood\"", say(language, "other.not_understood"));
  paragraph(html, say(language, motion ? Key("other.counts.motion") : Key("other.counts.points")));
}

void poll_heading(Sheet& sheet, Language language, const PollView& poll) {
  sheet.tag = tag_of(language);
  sheet.heading = poll_words(language, poll);
}

void poll_of_form(Html& html, const PollView& poll) {
  hidden(html, "poll", std::to_string(poll.id.value));
}

std::vector<std::string> summary(Language language, const PollView& poll, const Choosing& choosing) {
  if (choosing.other) {
    const bool motion = poll.method == core::Method::motion;
    return {say(language, "vote.you_chose", {{"choice", choice_words(language, *choosing.other)}}),
            say(language, motion ? Key("vote.counts_abstain") : Key("rank.blank"))};
  }
  if (poll.method == core::Method::motion) {
    return {say(language, "vote.you_chose",
                {{"choice", choice_words(language, choosing.choice.value_or(Choice::abstain))}})};
  }
  std::vector<std::string> lines;
  for (const core::PollOption& option : poll.options) {
    const std::int64_t points = whole_number(typed_for(choosing, option.id)).value_or(0);
    if (points > 0) {
      lines.push_back(say(language, Count("rank.given"), points, {{"title", option.title}}));
    }
  }
  if (lines.empty()) {
    lines.push_back(say(language, "rank.nothing"));
  }
  lines.push_back(say(language, Count("rank.left"), spending_of(poll, choosing).left));
  return lines;
}

void chosen_again(Html& html, const PollView& poll, const Choosing& choosing) {
  if (choosing.choice) {
    hidden(html, "choice", names_of(Choice{})[static_cast<std::size_t>(*choosing.choice)]);
  }
  if (choosing.other) {
    hidden(html, "other", names_of(Choice{})[static_cast<std::size_t>(*choosing.other)]);
  }
  for (const core::PollOption& option : poll.options) {
    html.tags("<input type=\"hidden\" name=\"").text(option_field(option.id)).tags("\" value=\"");
    html.text(typed_for(choosing, option.id)).tags("\">");
  }
}

}  // namespace

std::string poll_words(Language language, const PollView& poll) {
  if (poll.method == core::Method::points) {
    return say(language, "rank.legend", {{"points", std::to_string(poll.points)}});
  }
  return say(language, "article.numbered", {{"number", std::to_string(poll.number)}}) +
         (poll.title.empty() ? "" : " — " + poll.title);
}

Faults faults_of(Language language, const PollView& poll, const Choosing& choosing) {
  Faults faults;
  if (choosing.other) {
    return faults;
  }
  if (poll.method == core::Method::motion) {
    if (!choosing.choice) {
      faults.push_back({"choice", say(language, "vote.none_chosen")});
    }
    return faults;
  }
  for (const core::PollOption& option : poll.options) {
    const auto points = whole_number(typed_for(choosing, option.id));
    if (!points || *points > poll.max_per_option) {
      faults.push_back(
          {option_field(option.id), say(language, "simple.not_number",
                                        {{"title", option.title}, {"max", std::to_string(poll.max_per_option)}})});
    }
  }
  const Spending spending = spending_of(poll, choosing);
  if (faults.empty() && spending.left < 0) {
    faults.push_back(
        {"points", say(language, Count("simple.points_over"), -spending.left,
                       {{"given", std::to_string(spending.given)}, {"points", std::to_string(poll.points)}})});
  }
  return faults;
}

std::vector<core::PointsOn> marks_of(const PollView& poll, const Choosing& choosing) {
  std::vector<core::PointsOn> marks;
  for (const core::PollOption& option : poll.options) {
    const std::int64_t points = whole_number(typed_for(choosing, option.id)).value_or(0);
    if (points > 0) {
      marks.push_back({option.id, points});
    }
  }
  return marks;
}

std::string choose_page(const Paper& paper, const Seen& seen, const Voting& voting) {
  const Language language = paper.language;
  const PollView& poll = *voting.poll;
  Sheet sheet;
  poll_heading(sheet, language, poll);
  sheet.fault = !voting.faults.empty();
  Html& html = sheet.body;
  fault_list(html, language, voting.faults);
  if (voting.again) {
    note(html, plain_note, say(language, "simple.again"));
  }
  easy_wording(html, language, poll);
  article_of_poll(html, language, seen, poll);
  // Without completion: going back to this page does not show what was chosen.
  open_form(html, paper, "<form method=\"post\" action=\"/simple/vote\" autocomplete=\"off\" novalidate>");
  poll_of_form(html, poll);
  if (poll.method == core::Method::motion) {
    motion_fields(html, language, voting);
  } else {
    points_fields(html, language, voting);
  }
  other_answers(html, language, voting);
  button(html, "<button class=\"main\" name=\"stage\" value=\"check\"", say(language, "poll.review"));
  html.tags("</form>\n");
  if (voting.again) {
    link(html, "<a class=\"button\" href=\"/simple/vote\"", say(language, "poll.keep"));
  }
  paragraph(html, say(language, "simple.secret"));
  return page(paper, &seen, sheet);
}

std::string check_page(const Paper& paper, const Seen& seen, const Voting& voting) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "poll.review_title");
  sheet.tag = tag_of(language);
  Html& html = sheet.body;
  html.tags("<ul class=\"plain card\">");
  for (const std::string& line : summary(language, *voting.poll, voting.choosing)) {
    html.tags("<li><strong>").text(line).tags("</strong></li>");
  }
  html.tags("</ul>\n");
  open_form(html, paper, "<form method=\"post\" action=\"/simple/vote\" autocomplete=\"off\">");
  poll_of_form(html, *voting.poll);
  chosen_again(html, *voting.poll, voting.choosing);
  button(html, "<button class=\"main\" name=\"stage\" value=\"send\"", say(language, "poll.send"));
  button(html, "<button name=\"stage\" value=\"change\"", say(language, "poll.back"));
  html.tags("</form>\n");
  return page(paper, &seen, sheet);
}

std::string sent_page(const Paper& paper, const Seen& seen, const Voting& voting) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.tag = tag_of(language);
  Html& html = sheet.body;
  fault_list(html, language, voting.faults);
  if (voting.poll == nullptr) {
    sheet.heading = say(language, "simple.vote_go");
    paragraph(html, say(language, "poll.not_open"));
    return page(paper, &seen, sheet);
  }
  poll_heading(sheet, language, *voting.poll);
  if (voting.elsewhere) {
    note(html, plain_note, say(language, "poll.elsewhere"));
  } else {
    note(html, good_note, say(language, "poll.recorded"));
    link(html, "<a class=\"button\" href=\"/simple/vote?change=1\"", say(language, "poll.change"));
  }
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
