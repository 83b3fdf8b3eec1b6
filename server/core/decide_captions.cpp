#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {

Result<Decision> answer(const State& state, const Envelope&, const WriteCaption& command) {
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed");
  }
  if (is_full(state.captions, limits::captions_max)) {
    return refuse(Code::too_many, "", "too many lines have been typed");
  }
  auto text = some_text(command.text, "text");
  if (!text) {
    return text.error();
  }
  return fact(CaptionWritten{next_id(state.captions), state.run.step, clean_name(command.speaker), std::move(*text)});
}

Result<Decision> answer(const State& state, const Envelope&, const MendCaption& command) {
  const Caption* caption = find_in(state.captions, command.caption);
  if (caption == nullptr) {
    return refuse(Code::not_found, "caption", "there is no such line");
  }
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed");
  }
  std::string text = clean_text(command.text);
  return text == caption->text ? Decision{} : fact(CaptionMended{command.caption, std::move(text)});
}

}  // namespace tablee::core
