// net/http_rules.h: which requests are ours. Pure text, no socket.
//
// Source   RFC 9110 (Host, Origin as RFC 6454, Accept-Encoding), RFC 6455 section 4.2.1.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::net {

// True when `host` (a Host header: a name or address, with or without a port) may be one of ours: an IP address,
// localhost, or one of `names`, whatever the case. Another name would be a page elsewhere whose name was pointed at
// this machine (DNS rebinding).
bool host_is_ours(std::string_view host, const std::vector<std::string>& names);

// True when a page loaded from `host` would send this Origin. Requires: `origin` is present; "null" is nobody.
bool origin_matches(std::string_view origin, std::string_view host);

// True when gzip is among the encodings accepted, with a weight above 0.
bool accepts_gzip(std::string_view accept_encoding);

// True when the comma-separated list has this token, whatever the case.
bool list_has(std::string_view list, std::string_view token);

// The path of a request target: what comes before '?'. Empty when the target is not in origin form.
std::string_view path_of(std::string_view target);

// What comes after '?', without it; empty when there is none.
std::string_view query_of(std::string_view target);

// One value of a form, with its %XX and its + as space; nothing when a %XX is wrong.
std::optional<std::string> form_decoded(std::string_view text);

// A part of `size` bytes, both ends included.
struct ByteRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
enum class RangeAsked { whole, part, impossible };
struct RangeAnswer {
  RangeAsked asked = RangeAsked::whole;
  ByteRange range = {};
};

// What a Range header asks of a body: one range is understood, several are answered with the whole (RFC 9110, 14.2).
RangeAnswer range_of(std::string_view header, std::size_t size);

}  // namespace tablee::net
