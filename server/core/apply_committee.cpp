#include "core/apply_parts.h"

namespace tablee::core {

void change(State& state, const Stamp&, const CommitteeFormed& event) {
  state.committees[event.step] = {event.people.begin(), event.people.end()};
}

void change(State& state, const Stamp&, const ToSettleMarked& event) {
  existing(state.articles, event.article).to_settle = event.note;
}

void change(State& state, const Stamp&, const PlaceContested& event) {
  Idea& idea = existing(state.ideas, event.idea);
  idea.contested = event.reason;
  idea.place_kept.clear();
}

void change(State& state, const Stamp&, const PlaceKept& event) {
  Idea& idea = existing(state.ideas, event.idea);
  idea.place_kept = event.reason;
}

}  // namespace tablee::core
