#include "simple/html.h"

#include <doctest/doctest.h>

namespace html_test {

using namespace tablee::simple;

TEST_CASE("everything that could be taken for markup is escaped, in elements and in attributes") {
  CHECK(escaped("<script>alert(\"1\" & '2')</script>") ==
        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
  CHECK(escaped("l’été\n« là »\t!") == "l’été\n« là »\t!");
  CHECK(escaped(std::string_view("a\0b\x01\x1b"
                                 "c",
                                 6)) == "abc");
}

TEST_CASE("a page is made of tags from the source and of escaped text") {
  Html inner;
  inner.text("<i>");
  Html html;
  html.tags("<p title=\"").text("\"><b>").tags("\">").number(-3).add(inner).tags("</p>");
  CHECK(html.bytes() == "<p title=\"&quot;&gt;&lt;b&gt;\">-3&lt;i&gt;</p>");
  CHECK(Html().empty());
}

}  // namespace html_test
