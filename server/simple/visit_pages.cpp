// What each page does with a request, once its person sits: show, or say a command and tell what became of it.
#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/utf8.h"
#include "simple/visit.h"

namespace tablee::simple {
namespace {

constexpr std::string_view ballot_cookie = "tablee_box";
constexpr std::string_view votes_only = "/simple/vote";

// Empty text is a reason of its own: the refusal alone would not say what to do.
bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char each) { return each == ' ' || each == '\n' || each == '\t'; });
}

template <class Choice>
std::optional<Choice> choice_named(std::string_view name) {
  const auto names = names_of(Choice{});
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Choice>(found - names.begin()));
}

std::uint32_t id_in(std::string_view typed) {
  return static_cast<std::uint32_t>(whole_number(typed).value_or(0));
}

// The first characters of a text, whole.
std::string shortened(std::string text, std::int64_t characters) {
  std::int64_t left = characters;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && left-- == 0) {
      text.resize(at);
    }
  }
  return text;
}

}  // namespace

// ---- reading

void Visit::show_step() {
  std::string said;
  if (query_.get("done") == "ready") {
    said = say(language_, "ready.said");
  }
  send_page(step_page(paper(), seen(), said));
}

void Visit::show_reading() {
  send_page(reading_page(paper(), seen()));
}
void Visit::show_question() {
  send_page(question_page(paper(), seen()));
}
void Visit::show_board() {
  send_page(board_page(paper(), seen()));
}
void Visit::show_avis() {
  send_page(avis_page(paper(), seen()));
}
void Visit::show_article() {
  send_page(article_page(paper(), seen()));
}
void Visit::show_messages() {
  send_page(messages_page(paper(), seen()));
}
void Visit::show_settings() {
  send_page(settings_page(paper(), seen(), query_.get("done").empty() ? "" : say(language_, "simple.language_done")));
}
void Visit::show_leave() {
  send_page(leave_page(paper(), seen()));
}

// ---- ideas

void Visit::show_write() {
  const Seen now = seen();
  Idea idea;
  idea.step = query_.get("step").empty() ? now.step.id : std::string(query_.get("step"));
  idea.text = std::string(draft_for(now, idea.step));
  if (query_.get("done") == "send") {
    idea.said = say(language_, "write.announced");
  } else if (query_.get("done") == "keep") {
    idea.said = say(language_, "simple.kept");
  }
  send_page(write_page(paper(), now, idea));
}

void Visit::post_write() {
  after_ = &Visit::after_write;
  const std::string step(form_.get("step"));
  const std::string text(form_.get("text"));
  if (form_.get("do") == "keep") {
    return command(core::SaveDraft{step, text});
  }
  if (is_blank(text)) {
    return send_page(write_page(paper(), seen(), Idea{step, text, {{"text", say(language_, "write.empty")}}, ""}));
  }
  command(core::SubmitIdea{step, text});
}

// A text that was sent is no longer a draft; one that was refused becomes one, so that it is found again.
void Visit::after_write(const wire::Reply& reply) {
  const std::string step(form_.get("step"));
  const std::string text(form_.get("text"));
  const bool keep = form_.get("do") == "keep";
  const bool taken = reply.kind == wire::ReplyKind::ack;
  if (!first_ && !keep) {
    const std::string wanted = taken ? "" : text;
    if (draft_for(seen(), step) != wanted) {
      first_ = reply;
      return command(core::SaveDraft{step, wanted});
    }
  }
  if (taken) {
    return go_to("/simple/write?done=" + std::string(keep ? "keep" : "send") + "&step=" + step);
  }
  const Seen now = seen();
  std::string words = refusal_words(reply);
  if (reply.code == "too_long" && now.step.id == step) {
    const std::int64_t over = utf8_length(text).value_or(0) - now.step.characters;
    words = over > 0 && now.step.characters > 0 ? say(language_, Count("write.too_long"), over) : words;
  } else if (reply.code == "too_many") {
    words = say(language_, "write.full");
  }
  send_page(write_page(paper(), now, Idea{step, text, {{"text", words}}, ""}));
}

void Visit::show_ideas() {
  const bool done = query_.get("done") == "withdraw";
  send_page(ideas_page(paper(), seen(), {}, done ? say(language_, "simple.withdrawn") : ""));
}

void Visit::post_ideas() {
  after_ = &Visit::after_ideas;
  const IdeaId idea{id_in(form_.get("idea"))};
  if (!idea) {
    return send_page(ideas_page(paper(), seen(), {{"withdraw", say(language_, "simple.withdraw_none")}}, ""));
  }
  command(core::WithdrawIdea{idea});
}

void Visit::after_ideas(const wire::Reply& reply) {
  if (reply.kind == wire::ReplyKind::ack) {
    return go_to("/simple/ideas?done=withdraw");
  }
  send_page(ideas_page(paper(), seen(), {{"", refusal_words(reply)}}, ""));
}

// ---- votes

// The poll of the form, else the open one, and the ballot as typed.
Voting Visit::voting() {
  Voting voting;
  const Digest order = sha256("tablee order " + session_.sender);
  voting.order =
      (std::uint64_t{order[0]} << 24U) | (std::uint64_t{order[1]} << 16U) | (std::uint64_t{order[2]} << 8U) | order[3];
  voting.choosing.choice = choice_named<core::Choice>(form_.get("choice"));
  // A button of the first page, or what it became on the second.
  const auto pressed = choice_named<core::Choice>(form_.get("stage"));
  voting.choosing.other = pressed ? pressed : choice_named<core::Choice>(form_.get("other"));
  if (form_.get("stage") == "change") {
    voting.choosing.other = std::nullopt;
  }
  for (const auto& [name, value] : form_.fields()) {
    if (name.starts_with("p") && id_in(std::string_view(name).substr(1)) != 0) {
      voting.choosing.points[id_in(std::string_view(name).substr(1))] = value;
    }
  }
  return voting;
}

void Visit::show_vote() {
  const Seen now = seen();
  Voting shown = voting();
  shown.poll = open_poll(now);
  if (shown.poll == nullptr) {
    return send_page(sent_page(paper(), now, shown));
  }
  const bool voted = has_voted(now, shown.poll->id);
  const bool here = ballots_ && ballots_->has(shown.poll->id.value);
  shown.elsewhere = voted && !here;
  shown.again = voted;
  const bool choosing = !voted || (here && query_.get("change") == "1");
  send_page(choosing ? choose_page(paper(), now, shown) : sent_page(paper(), now, shown));
}

void Visit::post_vote() {
  after_ = &Visit::after_vote;
  const Seen now = seen();
  Voting shown = voting();
  shown.poll = open_poll(now);
  if (shown.poll == nullptr || shown.poll->id.value != id_in(form_.get("poll"))) {
    shown.poll = nullptr;
    shown.faults = {{"", say(language_, "poll.closed_unsent")}};
    return send_page(sent_page(paper(), now, shown));
  }
  shown.again = has_voted(now, shown.poll->id);
  if (form_.get("stage") == "not_understood") {
    after_ = &Visit::after_not_understood;
    return command(core::SendSignal{core::SignalKind::not_understood, false,
                                    shortened(poll_words(language_, *shown.poll), limits::signal_about_chars_max)});
  }
  shown.faults = faults_of(language_, *shown.poll, shown.choosing);
  if (form_.get("stage") == "change" || !shown.faults.empty()) {
    return send_page(choose_page(paper(), now, shown));
  }
  if (form_.get("stage") != "send") {
    // Noted before the ballot leaves: should its answer be lost, this browser still knows that the ballot is its own.
    ballots().note(shown.poll->id.value);
    set_cookie(ballot_cookie, ballots().written(), votes_only);
    return send_page(check_page(paper(), now, shown));
  }
  const std::string key = ballots().key(shown.poll->id.value);
  const std::optional<core::Choice> other = shown.choosing.other;
  if (shown.poll->method == core::Method::motion) {
    return command(core::CastVote{shown.poll->id, key, other ? *other : *shown.choosing.choice});
  }
  if (other) {
    return command(core::CastPoints{shown.poll->id, key, {}, other});
  }
  command(core::CastPoints{shown.poll->id, key, marks_of(*shown.poll, shown.choosing), std::nullopt});
}

// What was typed stays: nothing was cast.
void Visit::after_not_understood(const wire::Reply& reply) {
  const Seen now = seen();
  Voting shown = voting();
  shown.poll = open_poll(now);
  if (shown.poll == nullptr) {
    return send_page(sent_page(paper(), now, shown));
  }
  shown.again = has_voted(now, shown.poll->id);
  shown.helped = reply.kind == wire::ReplyKind::ack;
  if (!shown.helped) {
    shown.faults = {{"", refusal_words(reply)}};
  }
  send_page(choose_page(paper(), now, shown));
}

void Visit::after_vote(const wire::Reply& reply) {
  const std::uint32_t poll = id_in(form_.get("poll"));
  if (reply.kind == wire::ReplyKind::ack) {
    ballots().note(poll);
    set_cookie(ballot_cookie, ballots().written(), votes_only);
    return go_to("/simple/vote");
  }
  const Seen now = seen();
  Voting shown = voting();
  shown.poll = open_poll(now);
  if (reply.code == "conflict") {
    shown.elsewhere = true;
  } else if (reply.code == "wrong_state" || reply.code == "wrong_step" || shown.poll == nullptr) {
    shown.poll = nullptr;
    shown.faults = {{"", say(language_, "poll.closed_unsent")}};
  } else {
    shown.faults = {{"", refusal_words(reply)}};
    return send_page(choose_page(paper(), now, shown));
  }
  send_page(sent_page(paper(), now, shown));
}

// ---- help, and « I have finished »

void Visit::show_help() {
  std::string said;
  const std::string_view done = query_.get("done");
  if (done == "cancel") {
    said = say(language_, "simple.signal_cancelled");
  } else if (done == "table") {
    said = say(language_, "simple.help_asked");
  } else if (choice_named<core::SignalKind>(done)) {
    said = say(language_, "simple.signal_sent", {{"signal", say(language_, Key::named("signals.", done))}});
  }
  send_page(help_page(paper(), seen(), {}, said));
}

void Visit::post_help() {
  after_ = &Visit::after_help;
  if (const auto kind = choice_named<core::SignalKind>(form_.get("send"))) {
    return command(core::SendSignal{*kind, form_.get("unnamed") == "yes"});
  }
  if (const auto kind = choice_named<core::SignalKind>(form_.get("cancel"))) {
    return command(core::CancelSignal{*kind});
  }
  if (!form_.get("table").empty()) {
    return command(core::CallHelp{form_.get("table") == "yes"});
  }
  go_to("/simple/help");
}

void Visit::after_help(const wire::Reply& reply) {
  if (reply.kind != wire::ReplyKind::ack) {
    return send_page(help_page(paper(), seen(), {{"", refusal_words(reply)}}, ""));
  }
  if (!form_.get("send").empty()) {
    return go_to("/simple/help?done=" + std::string(form_.get("send")));
  }
  go_to(form_.get("table") == "yes" ? "/simple/help?done=table" : "/simple/help?done=cancel");
}

void Visit::post_ready() {
  after_ = &Visit::after_ready;
  command(core::SetReady{form_.get("ready") == "yes"});
}

void Visit::after_ready(const wire::Reply&) {
  go_to("/simple");
}

// A minute more before the step that is about to end.
void Visit::post_more() {
  after_ = &Visit::after_more;
  command(core::DelayEnd{std::string(form_.get("step"))});
}

void Visit::after_more(const wire::Reply& reply) {
  if (reply.kind == wire::ReplyKind::ack) {
    return go_to("/simple");
  }
  send_page(step_page(paper(), seen(), refusal_words(reply)));
}

}  // namespace tablee::simple
