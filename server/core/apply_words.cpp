#include "base/utf8.h"
#include "core/apply_parts.h"

namespace tablee::core {
namespace {

// A new place answers whoever contested the old one.
void settle_place(Idea& idea) {
  idea.contested.clear();
  idea.place_kept.clear();
}

void place(Idea& idea, std::optional<ClusterId> cluster) {
  idea.cluster = cluster;
  idea.fate = cluster ? Fate::clustered : Fate::open;
  idea.reason.clear();
  settle_place(idea);
}

void set_sources(State& state, Article& article, const std::vector<IdeaId>& sources) {
  for (const IdeaId source : article.sources) {
    std::erase(state.articles_from[source], article.id);
  }
  article.sources = sources;
  for (const IdeaId source : sources) {
    state.articles_from[source].push_back(article.id);
  }
}

}  // namespace

void change(State& state, const Stamp& stamp, const IdeaSubmitted& event) {
  Person& author = existing(state.people, event.person);
  Idea idea;
  idea.id = event.idea;
  idea.author = event.person;
  idea.table = author.table;
  idea.step = event.step;
  idea.text = event.text;
  idea.at = stamp.at;
  idea.late = event.late;
  TABLEE_CHECK(state.ideas.emplace(event.idea, std::move(idea)).second);
  author.ideas.push_back(event.idea);
  author.active = author.active || !event.late;
}

void change(State& state, const Stamp&, const IdeaWithdrawn& event) {
  existing(state.ideas, event.idea).fate = Fate::withdrawn;
}

void change(State& state, const Stamp&, const IdeaMoved& event) {
  place(existing(state.ideas, event.idea), event.cluster);
}

void change(State& state, const Stamp&, const IdeaSetAside& event) {
  Idea& idea = existing(state.ideas, event.idea);
  idea.cluster.reset();
  idea.fate = Fate::set_aside;
  idea.reason = event.reason;
  settle_place(idea);
}

void change(State& state, const Stamp&, const ClusterAdded& event) {
  Cluster cluster;
  cluster.id = event.cluster;
  cluster.title = event.title;
  TABLEE_CHECK(state.clusters.emplace(event.cluster, std::move(cluster)).second);
  for (const IdeaId idea : event.ideas) {
    place(existing(state.ideas, idea), event.cluster);
  }
}

void change(State& state, const Stamp&, const ClusterRenamed& event) {
  existing(state.clusters, event.cluster).title = event.title;
}

void change(State& state, const Stamp&, const ClustersMerged& event) {
  existing(state.clusters, event.from).merged_into = event.into;
  existing(state.clusters, event.into).parents.push_back(event.from);
  for (auto& [id, idea] : state.ideas) {
    if (idea.cluster == event.from) {
      idea.cluster = event.into;
    }
  }
}

void change(State& state, const Stamp&, const ArticleOpened& event) {
  Article article;
  article.id = event.article;
  article.step = event.step;
  article.table = event.table.value_or(TableId{});
  article.by_committee = event.committee.value_or(false);
  article.cluster = event.cluster;
  set_sources(state, article, event.sources);
  TABLEE_CHECK(state.articles.emplace(event.article, std::move(article)).second);
}

void change(State& state, const Stamp&, const SourcesSet& event) {
  set_sources(state, existing(state.articles, event.article), event.ideas);
}

void change(State& state, const Stamp&, const ArticleSubmitted& event) {
  Article& article = existing(state.articles, event.article);
  article.status = ArticleStatus::submitted;
  article.texts = event.texts;
}

void change(State& state, const Stamp& stamp, const ArticleReopened& event) {
  Article& article = existing(state.articles, event.article);
  article.earlier.push_back({article.step, article.by_committee, article.status, article.texts});
  article.step = event.step;
  article.by_committee = event.committee.value_or(false);
  article.to_settle.clear();
  article.status = ArticleStatus::writing;
  article.reopened_at = stamp.at;
  article.freezes_at = 0;
}

void change(State& state, const Stamp& stamp, const SignalSent& event) {
  Person& sender = existing(state.people, event.person);
  const Signal signal{event.signal, event.person, event.kind, event.anonymous,
                      stamp.at,     false,        false,      event.about.value_or("")};
  TABLEE_CHECK(state.signals.emplace(event.signal, signal).second);
  sender.signals.push_back(event.signal);
  // Turning active as an unsigned signal appears would sign it.
  sender.active = sender.active || !event.anonymous;
}

void change(State& state, const Stamp&, const SignalCancelled& event) {
  existing(state.signals, event.signal).cancelled = true;
}

void change(State& state, const Stamp&, const SignalSeen& event) {
  existing(state.signals, event.signal).seen = event.seen.value_or(true);
}

void change(State& state, const Stamp&, const PersonReady& event) {
  Person& person = existing(state.people, event.person);
  person.ready = event.ready;
  person.active = true;
}

void change(State& state, const Stamp&, const TableReady& event) {
  existing(state.tables, event.table).ready = event.ready;
}

void change(State& state, const Stamp& stamp, const TableCalledHelp& event) {
  Table& table = existing(state.tables, event.table);
  // Who says what it is about has waited since they called.
  table.help_since = !event.wanted ? 0 : table.help_since == 0 ? stamp.at : table.help_since;
  table.help_kind = event.wanted ? event.kind : std::nullopt;
}

void change(State& state, const Stamp&, const SceneShown& event) {
  state.scene = event.scene;
  state.scene_message = event.message;
}

void change(State& state, const Stamp& stamp, const MessageSent& event) {
  state.messages.insert_or_assign(event.message, Message{event.message, event.table, event.text, stamp.at});
}

void change(State& state, const Stamp&, const MessageWithdrawn& event) {
  existing(state.messages, event.message).withdrawn = true;
}

void change(State& state, const Stamp& stamp, const AvisSealed& event) {
  state.sealed_sha256 = event.sha256;
  state.sealed_at = stamp.at;
}

void change(State& state, const Stamp& stamp, const PromiseRecorded& event) {
  state.promise = Promise{event.who, event.text, event.due, stamp.at};
}

}  // namespace tablee::core
