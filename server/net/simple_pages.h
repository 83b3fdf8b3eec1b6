// net/simple_pages.h: the pages without scripts, as HTTP has them: what a request says, and the bytes of an answer.
//
// Source   RFC 9110, RFC 6265, CSP 3. These pages have a policy of their own, without scripts at all, and a referrer
//          policy under which browsers tell the origin of a form (with `no-referrer` they would send `null`).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "net/pages.h"
#include "simple/visit.h"

namespace tablee::net {

// The headers that matter here; those absent are empty.
struct SimpleHeaders {
  std::string_view method;
  std::string_view target;
  std::string_view host;
  std::string_view origin;
  bool has_origin = false;
  std::string_view cookie;
  std::string_view content_type;
};

// Without the body.
simple::Request simple_request(const SimpleHeaders& headers, const std::string& address);

// The number of bytes of the body that follows; none: not a number.
std::optional<std::size_t> body_bytes(std::string_view content_length);

PageAnswer simple_answer(simple::Answer answer, bool head_only, bool keep_alive);

}  // namespace tablee::net
