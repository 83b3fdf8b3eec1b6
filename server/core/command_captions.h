// core/command_captions.h: what is said in the room, typed by a captioner for those who read it.
#pragma once

#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// A line, or a part of one: it is shown at once.
struct WriteCaption {
  static constexpr std::string_view name = "write_caption";
  std::string speaker;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("speaker", &WriteCaption::speaker, "who speaks, as the captioner says it; may be empty",
                           up_to(limits::name_chars_max)),
                     field("text", &WriteCaption::text, "what they say", between(1, limits::caption_chars_max)));
  }
};

// A mistake of the captioner's.
struct MendCaption {
  static constexpr std::string_view name = "mend_caption";
  CaptionId caption;
  std::string text;
  static constexpr auto fields() {
    return fields_of(
        field("caption", &MendCaption::caption, "the line"),
        field("text", &MendCaption::text, "its words; empty: it is taken away", up_to(limits::caption_chars_max)));
  }
};

}  // namespace tablee::core
