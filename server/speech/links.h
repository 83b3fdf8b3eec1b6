// speech/links.h: addresses of the web and of e-mail, said so that a listener can make something of them.
//
// Shape    A web address is its site alone (« le site exemple point fr »); an e-mail is said sign by sign.
#pragma once

#include <optional>

#include "speech/letters.h"

namespace tablee::speech {

// Requires: begins_word(text, at).
std::optional<Said> say_link(std::u32string_view text, std::size_t at);

}  // namespace tablee::speech
