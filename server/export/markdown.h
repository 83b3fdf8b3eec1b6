// export/markdown.h: the avis as Markdown.
//
// Shape    CommonMark with GitHub tables, in French, LF. Texts written by people are escaped: they cannot make a
//          heading, a link, a table cell, a list or HTML. Their line breaks are kept in articles and become spaces in
//          lists and tables.
// Source   CommonMark 0.31, section 2.4 (backslash escapes).
#pragma once

#include <string>
#include <string_view>

#include "export/avis_document.h"

namespace tablee::exported {

std::string to_markdown(const AvisDocument& document);

// One line: line breaks become spaces.
std::string markdown_line(std::string_view text);
// A block quote, line breaks kept, ending with LF.
std::string markdown_quote(std::string_view text);

}  // namespace tablee::exported
