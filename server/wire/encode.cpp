#include "wire/encode.h"

#include "base/check.h"
#include "base/sha256.h"
#include "wire/json_fields.h"

namespace tablee::wire {
namespace {

constexpr std::size_t version_bytes = 8;

template <class Frame>
std::string encode_frame(const Frame& frame) {
  std::string out = "{\"type\":";
  append_text(out, Frame::name);
  append_members(out, frame, true);
  return out;
}

template <class View>
std::string encode_view(const View& view) {
  std::string out;
  append_value(out, view);
  return out;
}

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xffU);
  }
}

}  // namespace

std::string encode(const Welcome& frame) {
  return encode_frame(frame);
}
std::string encode(const Waiting& frame) {
  return encode_frame(frame);
}
std::string encode(const Ack& frame) {
  return encode_frame(frame);
}
std::string encode(const RefusalFrame& frame) {
  return encode_frame(frame);
}
std::string encode(const ClockAnswer& frame) {
  return encode_frame(frame);
}
std::string encode(const Beat& frame) {
  return encode_frame(frame);
}

std::string encode(const Hello& frame) {
  return encode_frame(frame);
}
std::string encode(const CommandFrame& frame) {
  std::string out = R"({"type":"command","number":)";
  append_value(out, frame.number);
  std::visit(
      [&](const auto& command) {
        out += R"(,"command":)";
        append_text(out, command.name);
        out += R"(,"body":)";
        append_value(out, command);
      },
      frame.command);
  return out + "}";
}

std::string encode_section(const core::State& state, core::Section section, TableId table, PersonId person) {
  using core::Section;
  switch (section) {
    case Section::atelier:
      return encode_view(core::view_atelier(state));
    case Section::step:
      return encode_view(core::view_step(state));
    case Section::board:
      return encode_view(core::view_board(state));
    case Section::vote:
      return encode_view(core::view_vote(state));
    case Section::measure:
      return encode_view(core::view_measure(state));
    case Section::questions:
      return encode_view(core::view_questions(state));
    case Section::tally:
      return encode_view(core::view_tally(state));
    case Section::avis:
      return encode_view(core::view_avis(state));
    case Section::notices:
      return encode_view(core::view_notices(state));
    case Section::projector:
      return encode_view(core::view_projector(state));
    case Section::floor:
      return encode_view(core::view_floor(state));
    case Section::captions:
      return encode_view(core::view_captions(state));
    case Section::helped:
      return encode_view(core::view_helped(state, person));
    case Section::needs:
      return encode_view(core::view_needs(state));
    case Section::speaking:
      return encode_view(core::view_speaking(state));
    case Section::table:
      return encode_view(core::view_table(state, table));
    case Section::me:
      return encode_view(core::view_me(state, person));
    case Section::mine:
      return encode_view(core::view_mine(state, person));
    case Section::run:
      return encode_view(core::view_run(state));
    case Section::counts:
      return encode_view(core::view_counts(state));
    case Section::people:
      return encode_view(core::view_people(state));
    case Section::sorting:
      return encode_view(core::view_sorting(state));
    case Section::desk:
      return encode_view(core::view_desk(state));
    case Section::programme:
      return encode_view(core::view_programme(state));
  }
  check_failed(__FILE__, __LINE__, "a section of the list");
}

std::string encode_presence(const PresenceView& view) {
  return encode_view(view);
}

std::string section_version(std::string_view body) {
  const Digest digest = sha256(body);
  return to_hex(digest.data(), version_bytes);
}

std::string section_frame(std::string_view name, std::string_view version, std::string_view body) {
  std::string out;
  out.reserve(body.size() + name.size() + version.size() + 64);
  out += R"({"type":"section","name":)";
  append_text(out, name);
  out += R"(,"version":)";
  append_text(out, version);
  out += R"(,"body":)";
  out += body;
  out += '}';
  return out;
}

namespace {

std::string websocket_frame(std::uint8_t first_byte, std::string_view payload) {
  std::string out;
  out.reserve(payload.size() + 10);
  out += static_cast<char>(first_byte);
  if (payload.size() < 126) {
    out += static_cast<char>(payload.size());
  } else if (payload.size() <= 0xffff) {
    out += static_cast<char>(126);
    append_big_endian(out, payload.size(), 2);
  } else {
    out += static_cast<char>(127);
    append_big_endian(out, payload.size(), 8);
  }
  out += payload;
  return out;
}

}  // namespace

std::string websocket_text(std::string_view payload) {
  return websocket_frame(0x81, payload);
}

std::string websocket_binary(std::string_view payload) {
  return websocket_frame(0x82, payload);
}

std::size_t websocket_header_bytes(std::string_view frame) {
  TABLEE_CHECK(frame.size() >= 2);
  switch (static_cast<unsigned char>(frame[1]) & 0x7fU) {
    case 126:
      return 4;
    case 127:
      return 10;
    default:
      return 2;
  }
}

}  // namespace tablee::wire
