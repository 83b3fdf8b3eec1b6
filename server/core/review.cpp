#include "core/review.h"

#include <algorithm>

#include "core/drafting.h"
#include "core/lineage.h"
#include "core/passage.h"
#include "core/view_rules.h"
#include "core/writing.h"

namespace tablee::core {
namespace {

std::vector<TableId> live_tables(const State& state) {
  std::vector<TableId> tables;
  for (const auto& [id, table] : state.tables) {
    if (!table.removed) {
      tables.push_back(id);
    }
  }
  return tables;
}

bool is_only_table(const State& state, TableId table) {
  return live_tables(state) == std::vector<TableId>{table};
}

bool article_is_read(const State& state, const Step& review, const Article& article) {
  return article.status != ArticleStatus::writing && reads_store(review, store_of(state.scenario, article));
}

bool reads_kept_only(const State& state, const Step& review) {
  return review.reads && std::any_of(review.reads->begin(), review.reads->end(), [&](const Read& read) {
           const auto store = std::find_if(state.scenario.stores.begin(), state.scenario.stores.end(),
                                           [&](const Store& each) { return each.id == read.from; });
           return store != state.scenario.stores.end() && store->object == StoreObject::cluster &&
                  read.only == Filter::kept;
         });
}

bool cluster_is_read(const State& state, const Step& review, const Cluster& cluster) {
  if (cluster.merged_into || !reads_object(state.scenario, review, StoreObject::cluster)) {
    return false;
  }
  return !reads_kept_only(state, review) || kept_clusters(state).contains(cluster.id);
}

bool is_read(const State& state, const Step& review, const Commented& text) {
  if (text.article) {
    return article_is_read(state, review, state.articles.at(text.article));
  }
  if (text.idea) {
    return idea_is_read(state, review, state.ideas.at(text.idea));
  }
  return cluster_is_read(state, review, state.clusters.at(text.cluster));
}

bool may_read_table(const State& state, const Step& review, std::int64_t turn, TableId reader, TableId author) {
  if (rotation_of(review) == nullptr) {
    return reader != author || is_only_table(state, reader);
  }
  const auto dealt = state.readings.find({review.id, turn});
  return dealt != state.readings.end() &&
         std::find(dealt->second.begin(), dealt->second.end(), Reading{reader, author}) != dealt->second.end();
}

}  // namespace

std::string_view store_of(const Scenario& scenario, std::string_view step) {
  const Step* found = find_step(scenario, step);
  return found != nullptr && found->writes && !found->writes->empty() ? std::string_view{found->writes->front().to}
                                                                      : std::string_view{};
}

bool reads_store(const Step& step, std::string_view store) {
  return !store.empty() && step.reads &&
         std::any_of(step.reads->begin(), step.reads->end(), [&](const Read& read) { return read.from == store; });
}

bool reads_object(const Scenario& scenario, const Step& step, StoreObject object) {
  return std::any_of(scenario.stores.begin(), scenario.stores.end(),
                     [&](const Store& store) { return store.object == object && reads_store(step, store.id); });
}

bool goes_on_with(const State& state, const Step& draft, const Article& article) {
  if (draft.kind != StepKind::draft || article.step == draft.id || article.status != ArticleStatus::submitted ||
      !reads_object(state.scenario, draft, StoreObject::comment)) {
    return false;
  }
  const Write* write = article_write(draft, false);
  return write != nullptr && write->to == store_of(state.scenario, article);
}

bool is_anchored(const Step& review) {
  return review.writes && !review.writes->empty() && review.writes->front().anchored.value_or(false);
}

const Read* rotation_of(const Step& review) {
  if (!review.reads) {
    return nullptr;
  }
  const auto found = std::find_if(review.reads->begin(), review.reads->end(), [](const Read& read) {
    return read.distribution == Distribution::rotation && read.shifts && !read.shifts->empty();
  });
  return found == review.reads->end() ? nullptr : &*found;
}

std::vector<Reading> readings_for(const State& state, const Step& review, std::int64_t turn) {
  const Read* rotation = rotation_of(review);
  if (rotation == nullptr) {
    return {};
  }
  const std::vector<TableId> tables = live_tables(state);
  const std::size_t count = tables.size();
  // More turns than shifts: the shifts are taken again from the first.
  const auto shift =
      static_cast<std::size_t>((*rotation->shifts)[static_cast<std::size_t>(turn) % rotation->shifts->size()]);
  std::vector<Reading> readings;
  for (std::size_t place = 0; place < count; ++place) {
    const std::size_t author = (place + shift) % count;
    readings.push_back({tables[place], tables[author == place ? (place + 1) % count : author]});
  }
  return readings;
}

bool idea_is_read(const State& state, const Step& review, const Idea& idea) {
  return stands(idea) && is_read_by(state, review, idea);
}

std::optional<TableId> table_that_wrote(const State& state, const Commented& text) {
  if (text.article) {
    const TableId table = state.articles.at(text.article).table;
    return table ? std::optional(table) : std::nullopt;
  }
  return text.idea ? state.ideas.at(text.idea).table : std::nullopt;
}

bool receives(const State& state, const Step& review, std::int64_t turn, TableId reader, const Commented& text) {
  if (!is_read(state, review, text)) {
    return false;
  }
  const std::optional<TableId> author = table_that_wrote(state, text);
  return !author || may_read_table(state, review, turn, reader, *author);
}

std::vector<Commented> texts_received(const State& state, const Step& review, std::int64_t turn, TableId reader) {
  std::vector<Commented> texts;
  const auto add = [&](const Commented& text) {
    if (receives(state, review, turn, reader, text)) {
      texts.push_back(text);
    }
  };
  if (reads_object(state.scenario, review, StoreObject::article)) {
    for (const auto& [id, article] : state.articles) {
      add({id, {}, {}});
    }
  }
  if (reads_object(state.scenario, review, StoreObject::idea)) {
    for (const auto& [id, idea] : state.ideas) {
      add({{}, id, {}});
    }
  }
  if (reads_object(state.scenario, review, StoreObject::cluster)) {
    for (const auto& [id, cluster] : state.clusters) {
      add({{}, {}, id});
    }
  }
  return texts;
}

bool comment_is_out(const State& state, const Comment& comment) {
  return comment.fate != CommentFate::withdrawn && (!step_runs(state, comment.step) || comment.turn < state.run.turn);
}

bool passage_stands(const State& state, const Comment& comment, TextVersion version) {
  if (!comment.passage || !comment.about.article) {
    return true;
  }
  const Article& article = state.articles.at(comment.about.article);
  std::string text;
  // What a committee writes is its affair until it hands it in.
  if (version == TextVersion::written && article.status == ArticleStatus::writing && !article.by_committee) {
    text = written_text(article, comment.passage->field_id);
  } else {
    const auto found = std::find_if(article.texts.begin(), article.texts.end(),
                                    [&](const FieldText& each) { return each.field_id == comment.passage->field_id; });
    text = found == article.texts.end() ? std::string{} : found->text;
  }
  return holds_passage(text, comment.passage->quote, comment.passage->occurrence);
}

const Step* last_review(const State& state) {
  for (auto lap = state.laps.rbegin(); lap != state.laps.rend(); ++lap) {
    if (lap->kind == StepKind::review) {
      return find_step(state.scenario, lap->step);
    }
  }
  return nullptr;
}

}  // namespace tablee::core
