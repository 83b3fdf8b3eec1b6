// speech/spoken_text.h: a text as written becomes the text a voice is given.
//
// Shape    UTF-8 in, UTF-8 out, on one line, without signs a voice would name or obey. French is rewritten: hours,
//          dates, fractions, numbers with units (speech/figures.h), acronyms (speech/lexicon.h), inclusive spellings
//          (speech/inclusive.h), addresses (speech/links.h). English is only cleaned.
// Cost     One pass.
#pragma once

#include <string>
#include <string_view>

namespace tablee::speech {

enum class Language { fr, en };

// Requires: valid UTF-8. Empty when nothing can be said (no letter, no digit).
std::string spoken_text(std::string_view text, Language language);

}  // namespace tablee::speech
