#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/passage.h"
#include "core/review.h"
#include "core/sample.h"

namespace tablee::core {
namespace {

bool is_mark(CommentKind kind) {
  return kind == CommentKind::agree || kind == CommentKind::doubt || kind == CommentKind::disagree;
}

bool suits(CommentKind kind, const Step& step, const Commented& about) {
  const bool of_passages =
      kind == CommentKind::strength || kind == CommentKind::question || kind == CommentKind::change;
  return of_passages == (about.article && is_anchored(step));
}

// The one text the command names, if it exists.
Result<Commented> text_named(const State& state, const WriteComment& command) {
  const int named = (command.article ? 1 : 0) + (command.idea ? 1 : 0) + (command.cluster ? 1 : 0);
  if (named != 1) {
    return refuse(Code::out_of_range, "article", "a comment is about one article, one idea or one cluster");
  }
  if (command.article) {
    return find_in(state.articles, *command.article) != nullptr
               ? Result<Commented>(Commented{*command.article, {}, {}})
               : refuse(Code::not_found, "article", "there is no such article");
  }
  if (command.idea) {
    return find_in(state.ideas, *command.idea) != nullptr ? Result<Commented>(Commented{{}, *command.idea, {}})
                                                          : refuse(Code::not_found, "idea", "there is no such idea");
  }
  return find_in(state.clusters, *command.cluster) != nullptr
             ? Result<Commented>(Commented{{}, {}, *command.cluster})
             : refuse(Code::not_found, "cluster", "there is no such cluster");
}

const char* member_of(const Commented& about) {
  return about.article ? "article" : about.idea ? "idea" : "cluster";
}

// Who reads: a table, or somebody of it who reads alone.
struct Reader {
  TableId table;
  PersonId person;
};

// The last turn, up to the one that goes on, in which the reader received this text.
std::optional<std::int64_t> turn_received(const State& state, const Step& step, const Reader& reader,
                                          const Commented& about) {
  // A review that has just ended keeps its last turn; one left for another step is at its last turn too.
  const bool here = state.run.step == step.id;
  const std::int64_t turns = step.timer.turns ? static_cast<std::int64_t>(step.timer.turns->size()) : 1;
  if (reader.person) {
    const std::vector<IdeaId>* own = sample_of(state, step.id, reader.person);
    const bool received = own != nullptr && std::find(own->begin(), own->end(), about.idea) != own->end();
    return received ? std::optional(here ? state.run.turn : turns - 1) : std::nullopt;
  }
  for (std::int64_t turn = here ? state.run.turn : turns - 1; turn >= 0; --turn) {
    if (receives(state, step, turn, reader.table, about)) {
      return turn;
    }
  }
  return std::nullopt;
}

// What the passage becomes once found in the submitted text.
Result<std::optional<Passage>> passage_found(const State& state, const Step& step, const Commented& about,
                                             const std::optional<Passage>& asked) {
  if (!asked) {
    return std::optional<Passage>{};
  }
  if (!about.article || !is_anchored(step)) {
    return refuse(Code::out_of_range, "passage", "comments of this step are about the whole text");
  }
  const Article& article = state.articles.at(about.article);
  const auto text = std::find_if(article.texts.begin(), article.texts.end(),
                                 [&](const FieldText& each) { return each.field_id == asked->field_id; });
  if (text == article.texts.end()) {
    return refuse(Code::not_found, "passage", "the article has no such field");
  }
  if (!holds_passage(text->text, asked->quote, asked->occurrence)) {
    return refuse(Code::not_found, "passage", "these words are not in the text, or not that often");
  }
  return std::optional<Passage>{Passage{asked->field_id, with_single_spaces(asked->quote), asked->occurrence}};
}

// What this reader has said in that step, withdrawn comments too.
std::vector<const Comment*> said_by(const State& state, const std::string& step, const Reader& reader) {
  std::vector<const Comment*> comments;
  // What a person said alone stays theirs at another table.
  auto said = state.comments_by.lower_bound({step, reader.person ? TableId{} : reader.table});
  for (; said != state.comments_by.end() && said->first.first == step; ++said) {
    if (!reader.person && said->first.second != reader.table) {
      break;
    }
    for (const CommentId id : said->second) {
      const Comment& comment = state.comments.at(id);
      if (comment.person == reader.person) {
        comments.push_back(&comment);
      }
    }
  }
  return comments;
}

// The mark that this reader has put on this text, or nullptr.
const Comment* standing_mark(const State& state, const std::string& step, const Reader& reader,
                             const Commented& about) {
  const std::vector<const Comment*> said = said_by(state, step, reader);
  const auto found = std::find_if(said.begin(), said.end(), [&](const Comment* comment) {
    return comment->about == about && is_mark(comment->kind) && comment->fate != CommentFate::withdrawn;
  });
  return found == said.end() ? nullptr : *found;
}

std::optional<Refusal> no_room(const State& state, const Step& step, const Reader& reader, const Commented& about) {
  const std::vector<const Comment*> said = said_by(state, step.id, reader);
  if (is_full(state.comments, limits::comments_max) || is_full(said, limits::comments_per_table_max)) {
    return refuse(Code::too_many, "", "no more comments of this table can be kept");
  }
  const Write* write = write_of(step);
  if (write == nullptr || !write->max) {
    return std::nullopt;
  }
  const auto standing = std::count_if(said.begin(), said.end(), [&](const Comment* comment) {
    return comment->about == about && comment->fate != CommentFate::withdrawn;
  });
  if (standing >= *write->max) {
    return refuse(Code::too_many, "step", "the step allows " + std::to_string(*write->max) + " comments on one text");
  }
  return std::nullopt;
}

Result<std::string> words_of(const Step& step, const WriteComment& command) {
  std::string text = clean_text(command.text);
  if (text.empty() && !is_mark(command.kind)) {
    return refuse(Code::out_of_range, "text", "nothing visible was typed");
  }
  const Write* write = write_of(step);
  const std::int64_t characters =
      std::min(limits::comment_chars_max,
               write != nullptr && write->characters ? *write->characters : limits::comment_chars_max);
  if (utf8_length(text) > characters) {
    return refuse(Code::too_long, "text", "the step allows " + std::to_string(characters) + " characters");
  }
  return text;
}

Result<const Step*> open_review(const State& state, const std::string& id, TimeMs now) {
  const Step* step = find_step(state.scenario, id);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (step->kind != StepKind::review || reception(state, id, now) == Reception::closed) {
    return refuse(Code::wrong_step, "step", "this step receives no comments now");
  }
  return step;
}

Result<Reader> reader_of(const State& state, const Step& step, const Subject& subject) {
  const std::optional<TableId> table = table_of(state, subject);
  if (!table) {
    return refuse(Code::not_allowed, "", "only a table reads and comments");
  }
  if (sampled_read(step) == nullptr) {
    return Reader{*table, {}};
  }
  if (subject.role != Role::participant) {
    return refuse(Code::not_allowed, "", "in this step each person reads on a tablet of their own");
  }
  return Reader{*table, subject.person};
}

// What the command becomes, all its parts having been found.
CommentWritten written(const State& state, const WriteComment& command, const Reader& reader, std::int64_t turn) {
  CommentWritten event;
  event.comment = next_id(state.comments);
  event.step = command.step;
  event.turn = turn;
  event.table = reader.table;
  event.person = reader.person ? std::optional(reader.person) : std::nullopt;
  event.article = command.article;
  event.idea = command.idea;
  event.cluster = command.cluster;
  event.kind = command.kind;
  return event;
}

}  // namespace

Events readings_of_turn(const State& state, const Step& step) {
  std::vector<Reading> readings = readings_for(state, step, state.run.turn);
  return readings.empty() ? Events{} : Events{ReadingsDealt{step.id, state.run.turn, std::move(readings)}};
}

Result<Decision> answer(const State& state, const Envelope& envelope, const WriteComment& command) {
  const auto step = open_review(state, command.step, envelope.now);
  if (!step) {
    return step.error();
  }
  const auto reader = reader_of(state, **step, envelope.subject);
  if (!reader) {
    return reader.error();
  }
  const auto about = text_named(state, command);
  if (!about) {
    return about.error();
  }
  const auto turn = turn_received(state, **step, *reader, *about);
  if (!turn) {
    return refuse(Code::not_allowed, member_of(*about), "this table, or this person, has not received this text");
  }
  if (!suits(command.kind, **step, *about)) {
    return refuse(Code::out_of_range, "kind", "this kind is for another kind of text");
  }
  const auto text = words_of(**step, command);
  if (!text) {
    return text.error();
  }
  const auto passage = passage_found(state, **step, *about, command.passage);
  if (!passage) {
    return passage.error();
  }
  CommentWritten event = written(state, command, *reader, *turn);
  event.text = *text;
  event.passage = *passage;
  event.late = !is_active(state, command.step) || *turn < state.run.turn;
  Decision decision;
  const Comment* replaced = is_mark(command.kind) ? standing_mark(state, command.step, *reader, *about) : nullptr;
  if (replaced != nullptr) {
    if (replaced->kind == command.kind && replaced->text == *text) {
      return decision;
    }
    decision.events.add(CommentWithdrawn{replaced->id});
  } else if (const auto refusal = no_room(state, **step, *reader, *about)) {
    return *refusal;
  }
  decision.events.add(std::move(event));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawComment& command) {
  const Comment* comment = find_in(state.comments, command.comment);
  // Somebody else's comment is as unknown as one that does not exist.
  const bool own = comment != nullptr && (comment->person ? comment->person == envelope.subject.person
                                                          : table_of(state, envelope.subject) == comment->table);
  if (!own) {
    return refuse(Code::not_found, "comment", "this table has written no such comment");
  }
  if (!is_active(state, comment->step)) {
    return refuse(Code::wrong_step, "comment", "the step of this comment is over");
  }
  if (comment->fate != CommentFate::open) {
    return refuse(Code::wrong_state, "comment", "something has already become of this comment");
  }
  return fact(CommentWithdrawn{command.comment});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const AnswerComment& command) {
  const Comment* comment = find_in(state.comments, command.comment);
  const auto author = comment != nullptr ? table_that_wrote(state, comment->about) : std::nullopt;
  if (!author || table_of(state, envelope.subject) != author || comment->fate == CommentFate::withdrawn) {
    return refuse(Code::not_found, "comment", "nobody said this about a text of this table");
  }
  if (is_active(state, comment->step)) {
    return refuse(Code::wrong_step, "comment", "the tables are still reading");
  }
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "comment", "the avis has been sealed");
  }
  if (command.fate == CommentFate::withdrawn) {
    return refuse(Code::out_of_range, "fate", "only those who wrote a comment withdraw it");
  }
  const std::string word = clean_text(command.word);
  const bool same = comment->fate == command.fate && comment->word == word;
  return same ? Decision{} : fact(CommentAnswered{command.comment, command.fate, word});
}

}  // namespace tablee::core
