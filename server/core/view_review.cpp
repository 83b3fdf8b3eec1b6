#include "core/view_review.h"

#include "core/review.h"
#include "core/sample.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

template <class Id>
std::optional<Id> named(Id id) {
  return id ? std::optional<Id>{id} : std::nullopt;
}

std::string title_of(const State& state, const Commented& text) {
  if (text.article) {
    return article_title(state, state.articles.at(text.article));
  }
  return text.idea ? state.ideas.at(text.idea).text : state.clusters.at(text.cluster).title;
}

std::vector<FieldText> texts_of(const State& state, const Commented& text) {
  if (text.article) {
    return state.articles.at(text.article).texts;
  }
  std::vector<FieldText> ideas;
  if (text.cluster) {
    for (const auto& [id, idea] : state.ideas) {
      if (idea.fate == Fate::clustered && idea.cluster == text.cluster) {
        ideas.push_back({std::to_string(id.value), idea.text});
      }
    }
  }
  return ideas;
}

TextToRead view_text(const State& state, const Commented& text) {
  TextToRead view;
  view.article = named(text.article);
  view.idea = named(text.idea);
  view.cluster = named(text.cluster);
  view.title = title_of(state, text);
  if (const auto author = table_that_wrote(state, text)) {
    view.author = table_title(state, *author);
  }
  view.texts = texts_of(state, text);
  return view;
}

CommentView view_comment(const State& state, const Comment& comment, TextVersion version) {
  CommentView view;
  view.id = comment.id;
  view.article = named(comment.about.article);
  view.idea = named(comment.about.idea);
  view.cluster = named(comment.about.cluster);
  view.title = title_of(state, comment.about);
  view.table = table_title(state, comment.table);
  view.kind = comment.kind;
  view.text = comment.text;
  view.passage = comment.passage;
  view.changed = !passage_stands(state, comment, version);
  view.late = comment.late;
  view.fate = comment.fate;
  view.word = comment.word;
  return view;
}

// By the table as a whole.
std::vector<CommentView> view_written(const State& state, const Step& review, TableId table) {
  std::vector<CommentView> shown;
  const auto said = state.comments_by.find({review.id, table});
  if (said == state.comments_by.end()) {
    return shown;
  }
  for (const CommentId id : said->second) {
    const Comment& comment = state.comments.at(id);
    if (comment.fate != CommentFate::withdrawn && !comment.person) {
      // Readers know the text as it was submitted; how it is being rewritten is its authors' affair.
      shown.push_back(view_comment(state, comment, TextVersion::submitted));
    }
  }
  return shown;
}

void add_received(const State& state, const std::vector<CommentId>& said, TextVersion version,
                  std::vector<CommentView>& shown) {
  for (const CommentId id : said) {
    const Comment& comment = state.comments.at(id);
    if (comment_is_out(state, comment)) {
      shown.push_back(view_comment(state, comment, version));
    }
  }
}

}  // namespace

std::optional<TableReview> view_table_review(const State& state, TableId table) {
  const Step* review = last_review(state);
  if (review == nullptr) {
    return std::nullopt;
  }
  TableReview view;
  view.step = review->id;
  if (step_runs(state, review->id) && sampled_read(*review) == nullptr) {
    for (const Commented& text : texts_received(state, *review, state.run.turn, table)) {
      view.texts.push_back(view_text(state, text));
    }
  }
  view.written = view_written(state, *review, table);
  for (const auto& [about, said] : state.comments_about) {
    if (table_that_wrote(state, about) == table) {
      add_received(state, said, TextVersion::written, view.received);
    }
  }
  return view;
}

std::optional<TableReview> view_own_review(const State& state, PersonId person) {
  const Step* review = last_review(state);
  const std::vector<IdeaId>* sample = review == nullptr ? nullptr : sample_of(state, review->id, person);
  if (sample == nullptr) {
    return std::nullopt;
  }
  TableReview view;
  view.step = review->id;
  for (const IdeaId idea : *sample) {
    if (step_runs(state, review->id) && idea_is_read(state, *review, state.ideas.at(idea))) {
      view.texts.push_back(view_text(state, {{}, idea, {}}));
    }
  }
  // Wherever they sat when they said it.
  for (auto said = state.comments_by.lower_bound({review->id, TableId{}});
       said != state.comments_by.end() && said->first.first == review->id; ++said) {
    for (const CommentId id : said->second) {
      const Comment& comment = state.comments.at(id);
      if (comment.person == person && comment.fate != CommentFate::withdrawn) {
        view.written.push_back(view_comment(state, comment, TextVersion::submitted));
      }
    }
  }
  return view;
}

std::vector<ReadingPair> view_readings(const State& state) {
  std::vector<ReadingPair> pairs;
  const auto dealt = state.readings.find({state.run.step, state.run.turn});
  if (dealt == state.readings.end() || !step_runs(state, state.run.step)) {
    return pairs;
  }
  for (const Reading& reading : dealt->second) {
    pairs.push_back({table_title(state, reading.reader), table_title(state, reading.author)});
  }
  return pairs;
}

std::vector<CommentView> view_comments(const State& state) {
  std::vector<CommentView> shown;
  for (const auto& [about, said] : state.comments_about) {
    add_received(state, said, TextVersion::submitted, shown);
  }
  return shown;
}

CommentCounts count_comments(const State& state, const Step* review, TableId table) {
  CommentCounts counts;
  if (const auto received = state.comments_received.find(table); received != state.comments_received.end()) {
    counts.received = received->second;
  }
  const auto written =
      review == nullptr ? state.comments_written.end() : state.comments_written.find({review->id, table});
  counts.written = written == state.comments_written.end() ? 0 : written->second;
  return counts;
}

}  // namespace tablee::core
