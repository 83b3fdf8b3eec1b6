#include "core/view_access.h"

#include <iterator>

#include "base/check.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

bool is_open_poll(const State& state, std::optional<PollId> id) {
  const auto poll = id ? state.polls.find(*id) : state.polls.end();
  return poll != state.polls.end() && poll->second.status == PollStatus::open;
}

// The invitation is for one poll, and ends with it.
std::optional<PollId> invited_to(const State& state, const Help& help) {
  return is_open_poll(state, help.poll) ? help.poll : std::nullopt;
}

std::string draft_of(const State& state, PersonId person) {
  const auto draft = state.drafts.find({person, state.run.step});
  return draft == state.drafts.end() ? std::string{} : draft->second.text;
}

}  // namespace

CaptionsView view_captions(const State& state) {
  CaptionsView view;
  const auto shown = std::min(state.captions.size(), static_cast<std::size_t>(limits::captions_shown));
  view.first = static_cast<std::int64_t>(state.captions.size() - shown);
  for (auto each = std::prev(state.captions.end(), static_cast<std::ptrdiff_t>(shown)); each != state.captions.end();
       ++each) {
    view.lines.push_back({each->first, each->second.speaker, each->second.text, each->second.at});
  }
  return view;
}

HelpedView view_helped(const State& state, PersonId person) {
  const auto found = state.people.find(person);
  TABLEE_CHECK(found != state.people.end());
  HelpedView view;
  view.person = person;
  view.name_shown = person_name(state, person);
  view.table = found->second.table;
  view.draft = draft_of(state, person);
  for (const IdeaId id : found->second.ideas) {
    const auto idea = state.ideas.find(id);
    if (idea != state.ideas.end() && idea->second.step == state.run.step && idea->second.fate != Fate::withdrawn) {
      view.ideas.push_back({id, idea->second.step, idea->second.text});
    }
  }
  view.ready = found->second.ready;
  if (const auto help = state.help.find(person); help != state.help.end()) {
    view.step = help->second.step;
    view.text = help->second.text;
    view.place = help->second.place;
    view.poll = invited_to(state, help->second);
  }
  return view;
}

std::optional<MyCompanion> view_my_companion(const State& state, PersonId person) {
  const auto card = state.companions.find(person);
  if (card == state.companions.end()) {
    return std::nullopt;
  }
  MyCompanion view;
  view.code = card->second.code;
  if (const auto help = state.help.find(person); help != state.help.end()) {
    view.step = help->second.step;
    view.text = help->second.text;
    view.place = help->second.place;
    view.poll = invited_to(state, help->second);
  }
  return view;
}

std::vector<ShownWords> view_shown_words(const State& state, TableId table) {
  std::vector<ShownWords> shown;
  if (state.words.empty()) {
    return shown;
  }
  std::int64_t seat = 0;
  for (const auto& [id, person] : state.people) {
    if (person.table != table || person.gone) {
      continue;
    }
    ++seat;
    const auto words = state.words.find(id);
    if (words != state.words.end()) {
      shown.push_back({id, state.scenario.names_at_table ? person_name(state, id) : std::string{}, seat,
                       words->second.text, words->second.preparing, words->second.step});
    }
  }
  return shown;
}

}  // namespace tablee::core
