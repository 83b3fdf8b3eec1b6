// core/event_captions.h: what was said in the room, as a captioner typed it.
#pragma once

#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct CaptionWritten {
  static constexpr std::string_view name = "caption_written";
  CaptionId caption;
  std::string step;
  std::string speaker;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("caption", &CaptionWritten::caption, "the new line"),
                     field("step", &CaptionWritten::step, "during which step; empty before the first"),
                     field("speaker", &CaptionWritten::speaker, "who spoke, or empty"),
                     field("text", &CaptionWritten::text, "what they said"));
  }
};

struct CaptionMended {
  static constexpr std::string_view name = "caption_mended";
  CaptionId caption;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("caption", &CaptionMended::caption, "the line"),
                     field("text", &CaptionMended::text, "its words now; empty: taken away"));
  }
};

}  // namespace tablee::core
