#include "core/late_text.h"

#include <algorithm>
#include <utility>

#include "base/base64.h"
#include "base/check.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/drafting.h"
#include "core/writing.h"
#include "text/read.h"

namespace tablee::core {
namespace {

std::string draft_text(const Article& article, const std::string& field_id) {
  const std::string typed = written_text(article, field_id);
  return field_id == "title" ? clean_name(typed) : clean_text(typed);
}

const ReceivedText* find_received(const Article& article, ReceivedId id) {
  const auto found = std::find_if(article.received.begin(), article.received.end(),
                                  [&](const ReceivedText& each) { return each.id == id; });
  return found == article.received.end() ? nullptr : &*found;
}

ReceivedId next_received(const Article& article) {
  return {article.received_count + 1};
}

// By the table that wrote it, or the facilitator.
Result<const Article*> may_settle(const State& state, const Subject& subject, ArticleId id, ReceivedId received) {
  const Article* article = find_in(state.articles, id);
  if (article == nullptr) {
    return refuse(Code::not_found, "article", "there is no such article");
  }
  if (subject.role != Role::facilitator && !held_the_pen(state, subject, *article)) {
    return refuse(Code::not_allowed, "article", "another table, or a committee, writes this article");
  }
  if (find_received(*article, received) == nullptr) {
    return refuse(Code::not_found, "received", "it is in the text already");
  }
  if (is_settled(state, *article)) {
    return refuse(Code::wrong_state, "article", "this article was voted on, or the avis is sealed");
  }
  return article;
}

}  // namespace

std::optional<ArticleSubmitted> submitted(const State& state, const Article& article) {
  ArticleSubmitted event{article.id, {FieldText{"title", draft_text(article, "title")}}};
  for (const ArticleField& field : frame_of_article(state, article)) {
    event.texts.push_back(FieldText{field.id, draft_text(article, field.id)});
  }
  const bool blank =
      std::all_of(event.texts.begin(), event.texts.end(), [](const FieldText& field) { return field.text.empty(); });
  if (blank && !article.earlier.empty()) {
    event.texts = article.earlier.back().texts;
    return event;
  }
  return blank ? std::nullopt : std::optional(event);
}

Events freeze(const State& state, const Article& article) {
  Events events;
  const bool is_open = article.status == ArticleStatus::writing || article.status == ArticleStatus::submitted;
  if (auto anew = submitted(state, article); anew && is_open && anew->texts != article.texts) {
    events.add(std::move(*anew));
  }
  events.add(TextFrozen{article.id});
  return events;
}

Events freeze_all(const State& state) {
  Events events;
  for (const auto& [id, article] : state.articles) {
    if (article.freezes_at != 0) {
      events.append(freeze(state, article));
    } else if (article.status == ArticleStatus::writing && is_active(state, article.step)) {
      events.add(TextFrozen{id});
    }
  }
  return events;
}

TimeMs next_freeze(const State& state) {
  TimeMs next = 0;
  for (const auto& [id, article] : state.articles) {
    if (article.freezes_at != 0 && (next == 0 || article.freezes_at < next)) {
      next = article.freezes_at;
    }
  }
  return next;
}

Events freeze_due(const State& state, TimeMs now) {
  Events events;
  for (const auto& [id, article] : state.articles) {
    if (article.freezes_at != 0 && article.freezes_at <= now) {
      events.append(freeze(state, article));
    }
  }
  return events;
}

bool is_settled(const State& state, const Article& article) {
  const bool decided = article.status != ArticleStatus::writing && article.status != ArticleStatus::submitted;
  return decided || is_being_decided(state, article.id) || !state.sealed_sha256.empty();
}

bool comes_late(const State& state, const Subject& subject, const Article& article) {
  const bool is_open =
      article.freezes_at != 0 || (article.status == ArticleStatus::writing && is_active(state, article.step));
  return !is_open && held_the_pen(state, subject, article);
}

const ReceivedText* received_from(const Article& article, const Subject& subject) {
  const auto found = std::find_if(article.received.begin(), article.received.end(),
                                  [&](const ReceivedText& each) { return each.from == subject; });
  return found == article.received.end() ? nullptr : &*found;
}

text::Document text_with(const Article& article, const Subject& subject) {
  text::Document text = article.text;
  if (const ReceivedText* before = received_from(article, subject)) {
    for (const std::string& update : before->updates) {
      TABLEE_CHECK(text.apply(update));
    }
  }
  return text;
}

Result<Decision> keep_beside(const Article& article, const Subject& subject, std::string_view update) {
  const ReceivedText* before = received_from(article, subject);
  if ((before == nullptr && article.received.size() >= static_cast<std::size_t>(limits::received_max)) ||
      (before != nullptr && before->updates.size() >= static_cast<std::size_t>(limits::received_updates_max))) {
    return refuse(Code::too_many, "update", "too much came after the end of this article");
  }
  text::Document text = text_with(article, subject);
  TABLEE_CHECK(text.apply(update));
  const ReceivedId id = before == nullptr ? next_received(article) : before->id;
  return fact(TextReceived{article.id, id, to_base64(text.take_changes())});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const JoinReceived& command) {
  const auto article = may_settle(state, envelope.subject, command.article, command.received);
  if (!article) {
    return article.error();
  }
  const ReceivedText& received = *find_received(**article, command.received);
  Article joined = **article;
  for (const std::string& update : received.updates) {
    if (!joined.text.apply(update)) {
      return refuse(Code::too_many, "received", "the article takes no more writers");
    }
  }
  if (units_of(state, joined) > limits::article_units_max) {
    return refuse(Code::too_long, "received", "the article is full");
  }
  Decision decision = fact(ReceivedSettled{command.article, command.received, true});
  const bool is_submitted = (*article)->status == ArticleStatus::submitted || !is_active(state, (*article)->step);
  if (auto anew = submitted(state, joined); anew && is_submitted && anew->texts != joined.texts) {
    decision.events.add(std::move(*anew));
  }
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const LeaveReceived& command) {
  const auto article = may_settle(state, envelope.subject, command.article, command.received);
  if (!article) {
    return article.error();
  }
  const bool is_so = find_received(**article, command.received)->left == command.left;
  return is_so ? Decision{} : fact(ReceivedLeft{command.article, command.received, command.left});
}

void settle_received(const State& state, Article& article, const ReceivedText& received, bool joined) {
  const text::StateVector before = text::states_of(article.text);
  for (const std::string& update : received.updates) {
    TABLEE_CHECK(article.text.apply(update));
  }
  if (joined) {
    return;
  }
  std::vector<std::string> names{"title"};
  for (const ArticleField& field : frame_of_article(state, article)) {
    names.push_back(field.id);
  }
  for (const std::string& name : names) {
    std::vector<text::AuthoredRun> runs = text::authored_runs(article.text, name);
    std::uint32_t end = text::length_of(article.text, name);
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
      const std::uint32_t known = std::clamp(text::clock_of(before, run->client), run->clock, run->clock + run->length);
      const std::uint32_t kept = known - run->clock;
      end -= run->length;
      if (kept < run->length) {
        TABLEE_CHECK(article.text.erase(name, end + kept, run->length - kept));
      }
    }
  }
}

}  // namespace tablee::core
