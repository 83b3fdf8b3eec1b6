// net/door.h: a new connection, from its first byte: pages for as long as it asks for pages, or the upgrade to a
// session.
//
// Pages without scripts (simple/) take the body of a form, and are made at the end of the turn, once it is committed.
//
// Errors   Any other request with a body, one without Host, for a Host that is not ours, or past request_head_bytes_max
//          is answered with a page that says so, and the connection ends. A request slower than request_ms_max is cut.
#pragma once

#include <cstddef>
#include <string>

#include "net/hall.h"
#include "net/wire_stream.h"

namespace tablee::net {

inline constexpr std::size_t request_head_bytes_max = std::size_t{8} * 1024;

void open_door(Hall& hall, Socket socket, std::string address);

}  // namespace tablee::net
