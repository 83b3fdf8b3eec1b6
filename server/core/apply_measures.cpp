#include "core/apply_parts.h"

namespace tablee::core {

void change(State& state, const Stamp&, const ArticlesAsked& event) {
  state.articles_asked[event.step] = event.articles;
}

void change(State& state, const Stamp&, const SheetFilled& event) {
  if (state.measures[event.step].answered.insert(event.person).second) {
    existing(state.people, event.person).answered.push_back(event.step);
  }
  existing(state.people, event.person).active = true;
}

void change(State& state, const Stamp&, const MeasurePublished& event) {
  existing(state.measures, event.step).result = event;
}

}  // namespace tablee::core
