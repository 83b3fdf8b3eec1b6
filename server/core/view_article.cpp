#include "core/view_article.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/view_rules.h"
#include "core/writing.h"

namespace tablee::core {
namespace {

DraftField draft_field(const Article& article, const std::string& field_id) {
  DraftField shown{field_id, written_text(article, field_id), 0};
  shown.revision = text_revision(shown.text);
  if (article.status != ArticleStatus::writing) {
    const auto text = std::find_if(article.texts.begin(), article.texts.end(),
                                   [&](const FieldText& each) { return each.field_id == field_id; });
    shown.text = text == article.texts.end() ? std::string{} : text->text;
  }
  return shown;
}

std::vector<DraftField> draft_fields(const State& state, const Article& article) {
  std::vector<std::string> ids{"title"};
  if (const Step* step = find_step(state.scenario, article.step)) {
    for (const ArticleField& each : frame_of(*step, article.by_committee)) {
      ids.push_back(each.id);
    }
  }
  std::vector<DraftField> shown;
  for (const std::string& id : ids) {
    DraftField draft = draft_field(article, id);
    if (draft.revision > 0 || !draft.text.empty()) {
      shown.push_back(std::move(draft));
    }
  }
  return shown;
}

TableArticle view_article(const State& state, const Article& article) {
  TableArticle view;
  view.id = article.id;
  view.subject = cluster_title(state, article.cluster);
  view.status = public_status(state, article);
  view.fields_of_article = draft_fields(state, article);
  view.to_settle = article.to_settle;
  if (article.cluster && board_is_public(state)) {
    const ClusterId cluster = standing_cluster(state, *article.cluster);
    for (const auto& [id, idea] : state.ideas) {
      if (idea.fate == Fate::clustered && idea.cluster == cluster) {
        view.proposed_sources.push_back({id, idea.text});
      }
    }
  }
  view.sources = article.sources;
  view.last_words = article.freezes_at != 0;
  view.received = view_received(state, article);
  return view;
}

}  // namespace

TableArticle view_table_article(const State& state, const Article& article) {
  const bool lent = article.by_committee && article.status == ArticleStatus::writing;
  if (!lent || article.earlier.empty()) {
    return view_article(state, article);
  }
  Article before = article;
  const ArticleVersion& version = article.earlier.back();
  before.step = version.step;
  before.by_committee = version.by_committee;
  before.status = version.status;
  before.texts = version.texts;
  before.to_settle.clear();
  return view_article(state, before);
}

TableArticle view_committee_article(const State& state, const Article& article) {
  return view_article(state, article);
}

}  // namespace tablee::core
