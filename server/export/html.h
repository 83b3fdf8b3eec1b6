// export/html.h: the avis as one web page that stands alone.
//
// Shape    HTML 5 in French, UTF-8: a title, headings in order, tables with a caption and scoped headers, a style
//          sheet for screen and paper; no script, no address of anything else. Every text written by people is
//          escaped.
#pragma once

#include <string>
#include <string_view>

#include "export/avis_document.h"

namespace tablee::exported {

std::string to_html(const AvisDocument& document);

// For element content and quoted attributes; line breaks become <br>.
std::string html_text(std::string_view text);

}  // namespace tablee::exported
