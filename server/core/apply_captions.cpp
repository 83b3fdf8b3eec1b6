#include "core/apply_parts.h"

namespace tablee::core {

void change(State& state, const Stamp& stamp, const CaptionWritten& event) {
  Caption caption{event.caption, event.step, event.speaker, event.text, stamp.at};
  TABLEE_CHECK(state.captions.emplace(event.caption, std::move(caption)).second);
}

void change(State& state, const Stamp&, const CaptionMended& event) {
  existing(state.captions, event.caption).text = event.text;
}

}  // namespace tablee::core
