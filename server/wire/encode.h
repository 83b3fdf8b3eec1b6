// wire/encode.h: typed values become the bytes of frames.
//
// Shape    An absent optional is an absent member. Enumerations are their names. Ids are numbers. A section frame is
//          {"type":"section","name":…,"version":…,"body":…}; its version is the first 16 hexadecimal digits of the
//          SHA-256 of the body's bytes, so equal versions mean equal bodies, across restarts too.
#pragma once

#include <string>
#include <string_view>

#include "core/event.h"
#include "core/record.h"
#include "core/view.h"
#include "wire/frame.h"

namespace tablee::wire {

std::string encode(const Welcome& frame);
std::string encode(const Waiting& frame);
std::string encode(const Ack& frame);
std::string encode(const RefusalFrame& frame);
std::string encode(const ClockAnswer& frame);
std::string encode(const Beat& frame);
// A client's frames, for programs that speak to a host as a tablet does.
std::string encode(const Hello& frame);
std::string encode(const CommandFrame& frame);

// The body of a section. `subject` is needed for the scopes table and person.
std::string encode_section(const core::State& state, core::Section section, TableId table, PersonId person);
std::string encode_presence(const PresenceView& view);

std::string section_version(std::string_view body);
std::string section_frame(std::string_view name, std::string_view version, std::string_view body);

// One unmasked, unfragmented WebSocket frame around a text payload (RFC 6455, section 5.2), ready for any socket.
std::string websocket_text(std::string_view payload);
// The same around bytes.
std::string websocket_binary(std::string_view payload);
// How many bytes of it come before the payload.
std::size_t websocket_header_bytes(std::string_view frame);

}  // namespace tablee::wire
