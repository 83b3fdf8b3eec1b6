// Reading: the question, the programme, the groups of ideas, the avis, the table's article, the messages.
#include <algorithm>

#include "simple/pages.h"

namespace tablee::simple {
namespace {

Sheet sheet_named(Language language, Key heading) {
  Sheet sheet;
  sheet.heading = say(language, heading);
  sheet.tag = tag_of(language);
  return sheet;
}

const core::PollView* published_on(const Seen& seen, ArticleId article) {
  for (const core::PollView& poll : seen.vote.polls) {
    if (poll.article == article && poll.motion_result) {
      return &poll;
    }
  }
  return nullptr;
}

Key status_key(core::ArticleStatus status) {
  const auto names = names_of(core::ArticleStatus{});
  return Key::named("article.status.", names[static_cast<std::size_t>(status)]);
}

void one_article(Html& html, Language language, const Seen& seen, const core::AvisArticle& article) {
  const std::string title = title_in(article.texts);
  html.tags("<article class=\"card\"><h2>");
  html.text(say(language, "article.numbered", {{"number", std::to_string(article.number)}}));
  if (!title.empty()) {
    html.tags(" — <span lang=\"fr\">").text(title).tags("</span>");
  }
  html.tags("</h2>\n<p><strong>").text(say(language, status_key(article.status))).tags("</strong> · ");
  html.text(article.table.empty() ? say(language, "article.by_committee")
                                  : say(language, "article.by", {{"table", article.table}}));
  html.tags("</p>\n");
  if (!article.to_settle.empty()) {
    html.tags("<p class=\"note warn\"><strong>").text(say(language, "article.to_settle"));
    html.tags("</strong> <span lang=\"fr\">").text(article.to_settle).tags("</span></p>\n");
  }
  article_fields(html, language, seen, article.texts);
  if (const core::PollView* poll = published_on(seen, article.id)) {
    paragraph(html, say(language, "simple.result_of", {{"result", motion_words(language, *poll)}}));
  }
  if (!article.sources.empty()) {
    html.tags("<h3>");
    html.text(say(language, Count("article.sources"), static_cast<std::int64_t>(article.sources.size())));
    html.tags("</h3><ul lang=\"fr\">");
    for (const core::BoardIdea& source : article.sources) {
      html.tags("<li class=\"words\">").text(source.text).tags("</li>");
    }
    html.tags("</ul>\n");
  } else if (!article.table.empty()) {
    paragraph(html, say(language, "article.no_source"));
  }
  html.tags("</article>\n");
}

void points_results(Html& html, Language language, const Seen& seen) {
  for (const core::PollView& poll : seen.vote.polls) {
    if (!poll.points_result) {
      continue;
    }
    html.tags("<h2>").text(say(language, "poll.result")).tags("</h2><ol>");
    for (const core::OptionTotal& total : *poll.points_result) {
      const auto option = std::find_if(poll.options.begin(), poll.options.end(),
                                       [&](const core::PollOption& each) { return each.id == total.option; });
      const std::string title = option == poll.options.end() ? "" : option->title;
      html.tags("<li>");
      if (total.kept) {
        html.tags("<strong>").text(say(language, "poll.kept")).tags("</strong> — ");
      }
      html.text(say(language, Count("poll.points"), total.points,
                    {{"title", title}, {"supporters", say(language, Count("result.supporters"), total.supporters)}}));
      html.tags("</li>");
    }
    html.tags("</ol>\n");
    if (poll.blank && poll.blank->abstain + poll.blank->unsure > 0) {
      paragraph(html, blank_words(language, *poll.blank));
    }
  }
}

void one_message(Html& html, Language language, const core::Notice& message) {
  html.tags("<li class=\"card\"><p>")
      .text(say(language, "messages.at", {{"time", clock_time(language, message.at_ms)}}));
  html.tags("</p>");
  their_words(html, message.text);
  html.tags("</li>\n");
}

}  // namespace

std::string title_in(const std::vector<core::FieldText>& texts) {
  for (const core::FieldText& each : texts) {
    if (each.field_id == "title") {
      return each.text;
    }
  }
  return "";
}

void article_fields(Html& html, Language language, const Seen& seen, const std::vector<core::FieldText>& texts) {
  for (const core::FieldText& each : texts) {
    if (each.field_id == "title" || each.text.empty()) {
      continue;
    }
    for (const core::ArticleField& field : seen.step.frame) {
      if (field.id == each.field_id) {
        html.tags("<p><strong>");
        slot(html, language, field.label);
        html.tags("</strong></p>");
      }
    }
    their_words(html, each.text);
  }
}

std::string abstain_words(Language language, const core::MotionTotal& total) {
  std::string words = say(language, Count("result.abstain"), total.abstain);
  const std::int64_t unsure = total.unsure.value_or(0);
  return unsure == 0 ? words
                     : say(language, "result.abstain_unsure", {{"abstain", words}, {"count", std::to_string(unsure)}});
}

std::string blank_words(Language language, const core::BlankTotal& blank) {
  std::string parts = blank.abstain == 0 ? "" : say(language, Count("result.pass"), blank.abstain);
  if (blank.unsure != 0) {
    parts += (parts.empty() ? "" : ", ") + say(language, Count("result.unsure"), blank.unsure);
  }
  return say(language, Count("result.blank"), blank.abstain + blank.unsure, {{"parts", parts}});
}

std::string motion_words(Language language, const core::PollView& poll) {
  const core::MotionTotal& total = *poll.motion_result;
  const auto names = names_of(core::Outcome{});
  std::string words = say(language, Key::named("article.status.", names[static_cast<std::size_t>(total.outcome)])) +
                      ". " +
                      say(language, "poll.motion.result",
                          {{"for", std::to_string(total.for_)},
                           {"against", std::to_string(total.against)},
                           {"abstain", abstain_words(language, total)},
                           {"needed", std::to_string(total.yes_needed)}});
  if (total.quorum_needed > 0) {
    words += " " + say(language, "poll.motion.quorum",
                       {{"quorum", std::to_string(total.quorum_needed)}, {"ballots", std::to_string(poll.ballots)}});
  }
  return words;
}

std::string reading_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "simple.read");
  sheet.is_reading = true;
  Html& html = sheet.body;
  link(html, "<a class=\"button\" href=\"/simple/question\"", say(language, "simple.question"));
  link(html, "<a class=\"button\" href=\"/simple/ideas\"", say(language, "simple.ideas"));
  link(html, "<a class=\"button\" href=\"/simple/board\"", say(language, "board.title"));
  link(html, "<a class=\"button\" href=\"/simple/avis\"", say(language, "avis.title"));
  link(html, "<a class=\"button\" href=\"/simple/messages\"", say(language, "simple.messages"));
  return page(paper, &seen, sheet);
}

std::string question_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "simple.question");
  Html& html = sheet.body;
  html.tags("<h2>").text(say(language, "question.title")).tags("</h2><p class=\"instruction\">");
  slot(html, language, seen.atelier.question);
  html.tags("</p>\n");
  if (!seen.atelier.commitments.empty()) {
    html.tags("<h2>").text(say(language, "commitments.title")).tags("</h2><ul>");
    for (const core::Texts& each : seen.atelier.commitments) {
      html.tags("<li>");
      slot(html, language, each);
      html.tags("</li>");
    }
    html.tags("</ul>\n");
  }
  html.tags("<h2>").text(say(language, "programme.title")).tags("</h2><ol>");
  for (std::size_t i = 0; i < seen.atelier.steps.size(); ++i) {
    const core::StepSummary& step = seen.atelier.steps[i];
    const bool now = static_cast<std::int64_t>(i) == seen.step.position;
    html.tags(now ? Markup("<li aria-current=\"step\"><strong>") : Markup("<li>"));
    if (now) {
      html.text(say(language, "where.now")).tags(" ");
    }
    slot(html, language, step.title);
    html.tags(" · ").text(say(language, Count("programme.minutes"), step.planned_minutes));
    if (step.dropped) {
      html.tags(" ").text(say(language, "programme.dropped"));
    }
    html.tags(now ? Markup("</strong></li>\n") : Markup("</li>\n"));
  }
  html.tags("</ol>\n");
  return page(paper, &seen, sheet);
}

std::string board_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "board.title");
  Html& html = sheet.body;
  if (seen.board.clusters.empty()) {
    paragraph(html, say(language, "board.empty"));
  }
  points_results(html, language, seen);
  for (const core::BoardCluster& cluster : seen.board.clusters) {
    html.tags("<section class=\"card\"><h2 lang=\"fr\">").text(cluster.title).tags("</h2>\n");
    if (cluster.kept) {
      html.tags("<p><strong>✓ ").text(say(language, "board.kept")).tags("</strong></p>\n");
    }
    if (!cluster.ideas.empty()) {
      html.tags("<ul lang=\"fr\">");
      for (const core::BoardIdea& idea : cluster.ideas) {
        html.tags("<li class=\"words\">").text(idea.text).tags("</li>");
      }
      html.tags("</ul>");
    }
    html.tags("</section>\n");
  }
  return page(paper, &seen, sheet);
}

std::string avis_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "avis.title");
  Html& html = sheet.body;
  if (seen.avis.articles.empty()) {
    paragraph(html, say(language, "avis.none"));
  }
  for (const core::AvisArticle& article : seen.avis.articles) {
    one_article(html, language, seen, article);
  }
  if (!seen.avis.promise_who.empty()) {
    html.tags("<h2>").text(say(language, "promise.title")).tags("</h2>\n<blockquote class=\"card\">");
    their_words(html, seen.avis.promise_text);
    html.tags("<p lang=\"fr\"><strong>").text(seen.avis.promise_who).tags("</strong></p>");
    paragraph(html, say(language, "promise.due", {{"date", date(language, seen.avis.promise_due)}}));
    html.tags("</blockquote>\n");
  }
  return page(paper, &seen, sheet);
}

std::string article_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "simple.article");
  Html& html = sheet.body;
  if (!seen.table || !seen.table->article) {
    paragraph(html, say(language, seen.table ? Key("avis.none") : Key("draft.no_table")));
    return page(paper, &seen, sheet);
  }
  const core::TableArticle& article = *seen.table->article;
  paragraph(html, say(language, "draft.table_writes"));
  paragraph(html, article.subject.empty() ? say(language, "draft.free_subject")
                                          : say(language, "draft.subject", {{"subject", article.subject}}));
  std::vector<core::FieldText> texts;
  for (const core::DraftField& each : article.fields_of_article) {
    texts.push_back({each.field_id, each.text});
  }
  html.tags("<div class=\"card\">");
  const std::string title = title_in(texts);
  if (!title.empty()) {
    html.tags("<h2 lang=\"fr\">").text(title).tags("</h2>");
  }
  const bool written = std::any_of(texts.begin(), texts.end(), [](const auto& each) { return !each.text.empty(); });
  if (!written) {
    paragraph(html, say(language, "draft.empty_field"));
  }
  article_fields(html, language, seen, texts);
  html.tags("</div>\n");
  link(html, "<a class=\"button\" href=\"/simple/article\"", say(language, "simple.refresh"));
  return page(paper, &seen, sheet);
}

std::string messages_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet = sheet_named(language, "simple.messages");
  const std::vector<core::Notice> messages = messages_of(seen);
  Html& html = sheet.body;
  if (messages.empty()) {
    paragraph(html, say(language, "messages.none"));
    return page(paper, &seen, sheet);
  }
  html.tags("<ul class=\"plain\">");
  for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
    one_message(html, language, *message);
  }
  html.tags("</ul>\n");
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
