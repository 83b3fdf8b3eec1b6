#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/drafting.h"

namespace tablee::core {
namespace {

// The most characters this field holds; nothing when the frame has no such field.
std::optional<std::int64_t> field_characters(const Step& step, bool by_committee, std::string_view field_id) {
  if (field_id == "title") {
    return limits::title_chars_max;
  }
  const Write* write = article_write(step, by_committee);
  if (write == nullptr || !write->fields_of_article) {
    return std::nullopt;
  }
  for (const ArticleField& field : *write->fields_of_article) {
    if (field.id == field_id) {
      return field.characters;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<const Article*> article_in_hand(const State& state, const Subject& subject, ArticleId id) {
  const Article* article = find_in(state.articles, id);
  if (article == nullptr) {
    return refuse(Code::not_found, "article", "there is no such article");
  }
  if (!held_the_pen(state, subject, *article)) {
    return refuse(Code::not_allowed, "article", "another table, or a committee, writes this article");
  }
  if (article->freezes_at != 0) {
    return article;
  }
  if (!is_active(state, article->step)) {
    return refuse(Code::wrong_step, "article", "the step in which it is written is not going on");
  }
  if (article->status != ArticleStatus::writing) {
    return refuse(Code::wrong_state, "article", "this article has been decided");
  }
  return article;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const EditArticle& command) {
  const auto article = article_in_hand(state, envelope.subject, command.article);
  if (!article) {
    return article.error();
  }
  const auto characters =
      field_characters(*find_step(state.scenario, (*article)->step), (*article)->by_committee, command.field_id);
  if (!characters) {
    return refuse(Code::not_found, "field", "the frame of the article has no such field");
  }
  if (utf8_length(command.text) > *characters) {
    return refuse(Code::too_long, "text", "this field holds " + std::to_string(*characters) + " characters");
  }
  const std::string before = written_text(**article, command.field_id);
  if (command.revision != text_revision(before)) {
    return refuse(Code::conflict, "revision", "this field holds another text than the one it was changed from");
  }
  return command.text == before ? Decision{}
                                : fact(edit_of(**article, envelope.subject, command.field_id, command.text));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const SetSources& command) {
  const auto article = article_in_hand(state, envelope.subject, command.article);
  if (!article) {
    return article.error();
  }
  for (const IdeaId id : command.ideas) {
    const Idea* idea = find_in(state.ideas, id);
    // Sources are printed: only ideas that are on the board, where everyone has read them, may be named.
    if (idea == nullptr || idea->fate != Fate::clustered) {
      return refuse(Code::not_found, "ideas", "the board has no such idea");
    }
  }
  std::vector<IdeaId> ideas = command.ideas;
  std::sort(ideas.begin(), ideas.end());
  ideas.erase(std::unique(ideas.begin(), ideas.end()), ideas.end());
  return (*article)->sources == ideas ? Decision{} : fact(SourcesSet{command.article, ideas});
}

}  // namespace tablee::core
