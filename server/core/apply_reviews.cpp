#include "core/apply_parts.h"
#include "core/review.h"

namespace tablee::core {
namespace {

void count(State& state, const Comment& comment, std::int64_t more) {
  state.comments_written[{comment.step, comment.table}] += more;
  if (const auto author = table_that_wrote(state, comment.about)) {
    state.comments_received[*author] += more;
  }
}

}  // namespace

void change(State& state, const Stamp&, const ReadingsDealt& event) {
  state.readings.insert_or_assign({event.step, event.turn}, event.readings);
}

void change(State& state, const Stamp&, const SamplesDealt& event) {
  for (const Sample& sample : event.samples) {
    state.samples[event.step][sample.person] = sample.ideas;
  }
}

void change(State& state, const Stamp& stamp, const CommentWritten& event) {
  Comment comment;
  comment.id = event.comment;
  comment.step = event.step;
  comment.turn = event.turn;
  comment.table = event.table;
  comment.person = event.person.value_or(PersonId{});
  comment.about = {event.article.value_or(ArticleId{}), event.idea.value_or(IdeaId{}),
                   event.cluster.value_or(ClusterId{})};
  comment.kind = event.kind;
  comment.text = event.text;
  comment.passage = event.passage;
  comment.late = event.late;
  comment.at = stamp.at;
  state.comments_by[{event.step, event.table}].push_back(event.comment);
  state.comments_about[comment.about].push_back(event.comment);
  count(state, comment, 1);
  TABLEE_CHECK(state.comments.emplace(event.comment, std::move(comment)).second);
}

void change(State& state, const Stamp&, const CommentWithdrawn& event) {
  Comment& comment = existing(state.comments, event.comment);
  count(state, comment, comment.fate == CommentFate::withdrawn ? 0 : -1);
  comment.fate = CommentFate::withdrawn;
}

void change(State& state, const Stamp&, const CommentAnswered& event) {
  Comment& comment = existing(state.comments, event.comment);
  comment.fate = event.fate;
  comment.word = event.word;
}

}  // namespace tablee::core
