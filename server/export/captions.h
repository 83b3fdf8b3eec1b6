// export/captions.h: what was said, as a captioner typed it for those who read.
//
// Shape    By step, then by speaker: what one person said together is one paragraph. Mended lines as mended, those
//          taken away left out. Speakers are called as the captioner called them: whoever is not to be named is not
//          named there.
// Units    at_ms is the TimeMs of the first line of a paragraph.
#pragma once

#include <string>
#include <vector>

#include "base/field.h"
#include "core/state.h"

namespace tablee::exported {

struct CaptionPrinted {
  TimeMs at_ms = 0;
  std::string speaker;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("at_ms", &CaptionPrinted::at_ms, "when it began to be said"),
                     field("speaker", &CaptionPrinted::speaker, "who, as typed; may be empty"),
                     field("text", &CaptionPrinted::text, "their words"));
  }
};

struct CaptionsPrinted {
  std::string step;
  core::Texts title;
  std::vector<CaptionPrinted> paragraphs;
  static constexpr auto fields() {
    return fields_of(field("step", &CaptionsPrinted::step, "during which step; empty: before the first"),
                     field("title", &CaptionsPrinted::title, "its title"),
                     field("paragraphs", &CaptionsPrinted::paragraphs, "in the order in which it was said"));
  }
};

// In the order of what was said: a step that was taken up again comes again. Empty: nobody typed captions.
std::vector<CaptionsPrinted> build_captions(const core::State& state);

}  // namespace tablee::exported
