// net/http_rules.h: which requests are ours. Pure text, no socket.
//
// Source   RFC 9110 (Host, Origin as RFC 6454, Accept-Encoding), RFC 6455 section 4.2.1.
#pragma once

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

}  // namespace tablee::net
