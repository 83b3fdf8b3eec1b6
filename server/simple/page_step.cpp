// The page of the step: where we are, what to do, how long, and one thing to press.
#include <algorithm>

#include "simple/pages.h"

namespace tablee::simple {
namespace {

using core::StepKind;

std::string turn_words(Language language, const core::StepView& step) {
  const std::string number = std::to_string(step.turn + 1);
  const std::string count = std::to_string(step.turns.size());
  const core::TurnSummary& turn = step.turns[static_cast<std::size_t>(step.turn)];
  if (turn.title) {
    return say(language, "turn.of", {{"number", number}, {"count", count}}) + " " +
           std::string(slot_of(language, *turn.title).words);
  }
  if (turn.form) {
    const auto names = names_of(core::Form{});
    const Key form = Key::named("turn.form.", names[static_cast<std::size_t>(*turn.form)]);
    return say(language, "turn.of", {{"number", number}, {"count", count}}) + " " + say(language, form);
  }
  return say(language, "turn.alone", {{"number", number}, {"count", count}});
}

std::string time_words(Language language, const Seen& seen) {
  const core::StepView& step = seen.step;
  if (step.status == core::RunStatus::ended) {
    return say(language, "step.ended");
  }
  if (step.timer == core::TimerMode::free || (!step.paused && step.ends_at_ms == 0)) {
    return say(language, "step.no_limit");
  }
  return time_left(language, step.paused ? step.remaining_ms : step.ends_at_ms - seen.now);
}

void clock(Html& html, Language language, const Seen& seen) {
  if (seen.step.paused) {
    note(html, warn_note, say(language, seen.table_paused ? Key("step.table_paused") : Key("step.paused")));
  }
  const bool over = seen.step.status == core::RunStatus::ended;
  if (!over && seen.step.turn < static_cast<std::int64_t>(seen.step.turns.size())) {
    paragraph(html, turn_words(language, seen.step));
  }
  html.tags("<p><strong>").text(time_words(language, seen)).tags("</strong></p>\n");
}

// [access T2] The lead has told that the step ends soon; one press asks for a minute more.
void closing(Html& html, const Paper& paper, const Seen& seen) {
  const core::StepView& step = seen.step;
  const bool paused = step.closing_at_ms == 0;
  const TimeMs left = paused ? step.closing_left_ms : step.closing_at_ms - seen.now;
  if (paused && left == 0) {
    return;
  }
  const std::int64_t minutes = std::max<std::int64_t>(1, (left + minute_ms / 2) / minute_ms);
  const Count words = paused ? Count("closing.after_pause") : Count("closing.in");
  note(html, warn_note, left <= 0 ? say(paper.language, "closing.over") : say(paper.language, words, minutes));
  if (!paused) {
    open_form(html, paper, "<form method=\"post\" action=\"/simple/more\">");
    hidden(html, "step", step.id);
    button(html, "<button", say(paper.language, "closing.more"));
    html.tags("</form>\n");
  }
}

void write_part(Html& html, Language language, const Seen& seen) {
  const std::int64_t sent = ideas_in(seen, seen.step.id);
  if (writing_of(seen, seen.step.id).state == Writing::none) {
    return paragraph(html, say(language, "simple.not_here"));
  }
  if (seen.step.max > 0) {
    paragraph(html, say(language, Count("write.sent"), sent, {{"max", std::to_string(seen.step.max)}}));
  }
  link(html, "<a class=\"button main\" href=\"/simple/write\"", say(language, "simple.write_go"));
}

void poll_part(Html& html, Language language, const Seen& seen) {
  const core::PollView* poll = open_poll(seen);
  if (poll == nullptr) {
    const bool closed = !seen.vote.polls.empty() && seen.vote.polls.back().step == seen.step.id &&
                        seen.vote.polls.back().status == core::PollStatus::closed;
    return paragraph(html, say(language, closed ? Key("poll.closed") : Key("poll.not_open")));
  }
  if (has_voted(seen, poll->id)) {
    note(html, good_note, say(language, "poll.recorded"));
    return link(html, "<a class=\"button\" href=\"/simple/vote\"", say(language, "poll.change"));
  }
  const bool points = poll->method == core::Method::points;
  link(html, "<a class=\"button main\" href=\"/simple/vote\"",
       say(language, points ? Key("simple.rank_go") : Key("simple.vote_go")));
}

void break_part(Html& html, Language language, const Seen& seen) {
  if (!seen.step.resumes_at.empty()) {
    paragraph(html, say(language, "break.night", {{"time", wall_clock(language, seen.step.resumes_at)}}));
  } else if (seen.step.ends_at_ms > 0) {
    paragraph(html, say(language, "break.until", {{"time", clock_time(language, seen.step.ends_at_ms)}}));
  }
}

void welcome(Html& html, Language language, const Seen& seen) {
  paragraph(html, seen.me.name_shown.empty() ? say(language, "welcome.hello_unnamed")
                                             : say(language, "welcome.hello", {{"name", seen.me.name_shown}}));
  paragraph(html, seen.table ? say(language, "welcome.seat", {{"table", seat_words(language, seen)}})
                             : say(language, "welcome.no_seat"));
  paragraph(html, say(language, "welcome.code", {{"code", code_words(seen.me.code)}}));
}

void film_link(Html& html, const std::string& file, const std::string& words) {
  html.tags("<p><a href=\"/files/").text(file).tags("\">").text(words).tags("</a></p>\n");
}

// Each with what replaces it, in words; a video is one touch away.
void documents(Html& html, Language language, const Seen& seen) {
  for (const core::Document& document : seen.step.documents) {
    const std::string title(slot_of(language, document.title).words);
    const bool is_image = document.kind == core::DocumentKind::image;
    html.tags("<section><h2>");
    slot(html, language, document.title);
    html.tags("</h2>\n");
    if (is_image) {
      html.tags("<p><img src=\"/files/").text(document.file).tags("\" alt=\"");
      html.text(say(language, "document.image", {{"title", title}})).tags("\"></p>\n");
    } else {
      film_link(html, document.file, say(language, "simple.watch", {{"title", title}}));
    }
    if (document.sign_language) {
      film_link(html, *document.sign_language, say(language, "simple.watch_signs", {{"title", title}}));
    }
    html.tags("<h3>").text(say(language, is_image ? Key("document.description") : Key("document.transcript")));
    html.tags("</h3>\n");
    their_words(html, std::string(slot_of(language, document.alternative).words));
    html.tags("</section>\n");
  }
}

// What this step asks of a person here.
void task(Html& html, Language language, const Seen& seen) {
  switch (seen.step.kind.value_or(StepKind::welcome)) {
    case StepKind::welcome:
      return welcome(html, language, seen);
    case StepKind::write:
    case StepKind::merge:
      return write_part(html, language, seen);
    case StepKind::rank:
    case StepKind::vote:
      return poll_part(html, language, seen);
    case StepKind::cluster:
      paragraph(html, say(language, "cluster.what"));
      return link(html, "<a class=\"button main\" href=\"/simple/board\"", say(language, "board.title"));
    case StepKind::draft:
      return link(html, "<a class=\"button main\" href=\"/simple/article\"", say(language, "simple.article"));
    case StepKind::pause:
      return break_part(html, language, seen);
    case StepKind::hand_over:
      paragraph(html, say(language, "hand_over.thanks"));
      return link(html, "<a class=\"button main\" href=\"/simple/avis\"", say(language, "avis.title"));
    case StepKind::present:
      return;
    case StepKind::ask:
    case StepKind::review:
    case StepKind::amend:
    case StepKind::debate:
    case StepKind::measure:
      return paragraph(html, say(language, "simple.not_here"));
  }
}

// The last text begun in another step, as long as it may be sent or read.
void begun(Html& html, Language language, const Seen& seen) {
  for (auto draft = seen.me.drafts.rbegin(); draft != seen.me.drafts.rend(); ++draft) {
    const core::StepSummary* step = summary_of(seen, draft->step);
    const Writing state = writing_of(seen, draft->step).state;
    if (step == nullptr || state == Writing::none || (draft->step == seen.step.id && step_runs(seen))) {
      continue;
    }
    html.tags("<section class=\"note warn\"><h2>").text(say(language, "drafts.title")).tags("</h2>\n");
    paragraph(html, say(language, "drafts.from", {{"title", std::string(slot_of(language, step->title).words)}}));
    their_words(html, draft->text);
    if (state == Writing::closed) {
      paragraph(html, say(language, "drafts.too_late"));
    } else {
      html.tags("<a class=\"button\" href=\"/simple/write?step=").text(draft->step).tags("\">");
      html.text(say(language, "simple.finish")).tags("</a>\n");
    }
    html.tags("</section>\n");
    return;
  }
}

void ready(Html& html, const Paper& paper, const Seen& seen) {
  if (!step_runs(seen)) {
    return;
  }
  if (seen.me.ready) {
    paragraph(html, say(paper.language, "ready.said"));
  }
  open_form(html, paper, "<form method=\"post\" action=\"/simple/ready\">");
  if (seen.me.ready) {
    button(html, "<button name=\"ready\" value=\"no\"", say(paper.language, "simple.not_ready"));
  } else {
    button(html, "<button name=\"ready\" value=\"yes\"", say(paper.language, "ready.say"));
  }
  html.tags("</form>\n");
}

}  // namespace

std::string step_page(const Paper& paper, const Seen& seen, const std::string& said) {
  const Language language = paper.language;
  Sheet sheet;
  const Slot title = step_title(language, seen);
  sheet.heading = std::string(title.words);
  sheet.tag = std::string(title.tag);
  sheet.is_step = true;
  Html& html = sheet.body;
  if (!said.empty()) {
    note(html, good_note, said);
  }
  if (seen.step.instruction) {
    html.tags("<p class=\"instruction\">");
    slot(html, language, *seen.step.instruction);
    html.tags("</p>\n");
  }
  if (seen.step.kind) {
    clock(html, language, seen);
    closing(html, paper, seen);
  }
  if (const std::vector<core::Notice> messages = messages_of(seen); !messages.empty()) {
    const core::Notice& last = messages.back();
    html.tags("<div class=\"note\"><p><strong>").text(say(language, "messages.new")).tags("</strong> ");
    html.text(say(language, "messages.at", {{"time", clock_time(language, last.at_ms)}})).tags("</p>");
    their_words(html, last.text);
    html.tags("</div>\n");
  }
  documents(html, language, seen);
  task(html, language, seen);
  begun(html, language, seen);
  ready(html, paper, seen);
  link(html, "<a class=\"button\" href=\"/simple\"", say(language, "simple.refresh"));
  paragraph(html, say(language, "simple.as_of", {{"time", clock_time(language, seen.now)}}));
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
