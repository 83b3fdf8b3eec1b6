// The sections of one table and of one person.
#include <algorithm>

#include "base/check.h"
#include "core/lineage.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

// The article this table writes: the last one it was given.
const Article* article_of(const State& state, TableId table) {
  for (auto article = state.articles.rbegin(); article != state.articles.rend(); ++article) {
    if (article->second.table == table) {
      return &article->second;
    }
  }
  return nullptr;
}

// Asked once a section, not once an idea.
struct RoomKnowledge {
  bool board_public = false;
  std::set<ClusterId> kept;
};

MyIdea view_my_idea(const State& state, const RoomKnowledge& room, const Idea& idea) {
  MyIdea view;
  view.id = idea.id;
  view.step = idea.step;
  view.text = idea.text;
  view.late = idea.late;
  view.fate = idea.fate;
  view.contested = standing_contest(idea);
  view.place_kept = idea.place_kept;
  const Idea& now = goes_on_in(state, idea);
  if (now.id != idea.id) {
    if (!idea_is_out(state, now)) {
      return view;  // a group is still at work on it
    }
    view.into = now.text;
    view.into_fate = now.fate;
  }
  view.reason = now.reason;
  if (now.fate == Fate::clustered && now.cluster && room.board_public) {
    view.cluster = cluster_title(state, now.cluster);
    view.kept = room.kept.contains(standing_cluster(state, *now.cluster));
  }
  if (const auto from = state.articles_from.find(now.id); from != state.articles_from.end()) {
    for (const ArticleId article : from->second) {
      if (const std::int64_t number = article_number(state, article); number != 0) {
        view.articles.push_back(number);
      }
    }
    std::sort(view.articles.begin(), view.articles.end());
  }
  return view;
}

std::vector<MySignal> view_my_signals(const State& state, const Person& person) {
  std::vector<MySignal> shown;
  for (const SignalId id : person.signals) {
    const auto signal = state.signals.find(id);
    if (signal != state.signals.end() && !signal->second.cancelled) {
      shown.push_back({signal->second.kind, signal->second.seen, signal->second.at});
    }
  }
  return shown;
}

}  // namespace

TableView view_table(const State& state, TableId table) {
  const auto found = state.tables.find(table);
  TABLEE_CHECK(found != state.tables.end());
  TableView view;
  view.id = table;
  view.title = found->second.title;
  for (const auto& [id, person] : state.people) {
    if (person.table != table || person.gone) {
      continue;
    }
    ++view.seats_taken;
    std::string name = state.scenario.names_at_table ? person_name(state, id) : std::string{};
    if (!name.empty()) {
      view.members.push_back(std::move(name));
    }
  }
  view.ready = found->second.ready;
  view.help_since_ms = found->second.help_since;
  view.help_kind = found->second.help_kind;
  if (const Article* article = article_of(state, table)) {
    view.article = view_table_article(state, *article);
  }
  view.review = view_table_review(state, table);
  view.group = view_group(state, Subject{Role::table, {}, table});
  for (const auto& [id, message] : state.messages) {
    if (!message.withdrawn && message.table == table) {
      view.messages.push_back({id, message.text, message.at});
    }
  }
  view.speech = view_table_speech(state, table);
  view.time = view_table_time(state, table);
  view.words = view_shown_words(state, table);
  return view;
}

MeView view_me(const State& state, PersonId person) {
  const auto found = state.people.find(person);
  TABLEE_CHECK(found != state.people.end());
  const Person& self = found->second;
  MeView view;
  view.id = person;
  const auto card = state.cards.find(person);
  if (card != state.cards.end()) {
    view.name_shown = card->second.display_name;
    view.code = card->second.code;
  }
  view.table = self.table;
  view.ready = self.ready;
  for (auto draft = state.drafts.lower_bound({person, std::string{}});
       draft != state.drafts.end() && draft->first.first == person; ++draft) {
    if (!draft->second.text.empty()) {
      view.drafts.push_back({draft->second.step, draft->second.text});
    }
  }
  view.signals = view_my_signals(state, self);
  view.voted = self.voted;
  view.speech = view_my_speech(state, person);
  view.pace = self.pace;
  if (const auto profile = state.profiles.find(person); profile != state.profiles.end()) {
    view.profile = profile->second;
  }
  const OwnLate writing = own_late(state, self, StepKind::write);
  const OwnLate answering = own_late(state, self, StepKind::measure);
  view.late_until_ms = writing.until_ms;
  view.answer_until_ms = answering.until_ms;
  view.no_limit = writing.no_limit || answering.no_limit;
  view.committee = view_committee(state, person);
  view.group = view_group(state, Subject{Role::participant, person, {}});
  view.wishes = view_wishes(state, person);
  view.review = view_own_review(state, person);
  view.supports.assign(self.supports.begin(), self.supports.end());
  view.answered = self.answered;
  if (const auto words = state.words.find(person); words != state.words.end()) {
    view.words = words->second.text;
    view.preparing = words->second.preparing;
  }
  view.companion = view_my_companion(state, person);
  return view;
}

MineView view_mine(const State& state, PersonId person) {
  const auto found = state.people.find(person);
  TABLEE_CHECK(found != state.people.end());
  MineView view;
  if (found->second.ideas.empty()) {
    return view;
  }
  const RoomKnowledge room{board_is_public(state), kept_clusters(state)};
  for (const IdeaId id : found->second.ideas) {
    const auto idea = state.ideas.find(id);
    if (idea != state.ideas.end()) {
      view.ideas.push_back(view_my_idea(state, room, idea->second));
    }
  }
  return view;
}

}  // namespace tablee::core
