// wire/frame.h: the frames of protocol tablee.v1, as typed values. The rules are in protocol/README.md.
//
// Shape    From the client: Hello, CommandFrame, ClockAsk, Assign. From the server: Welcome, Waiting, Ack,
//          RefusalFrame, section frames, ClockAnswer, Beat. Every frame is one JSON object with a `type`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/field.h"
#include "base/limits.h"
#include "base/result.h"
#include "core/command.h"

namespace tablee::wire {

inline constexpr std::string_view subprotocol = "tablee.v1";
inline constexpr std::int64_t protocol_version = 1;
// The largest integer every JSON reader keeps exactly: 2^53 - 1.
inline constexpr std::int64_t number_max = 9'007'199'254'740'991;

// A section the client already holds.
struct Held {
  std::string name;
  std::string version;
  static constexpr auto fields() {
    return fields_of(field("name", &Held::name, "the section", between(1, 32)),
                     field("version", &Held::version, "as received", between(1, 64)));
  }
};

struct Hello {
  static constexpr std::string_view name = "hello";
  std::int64_t protocol = 0;
  core::Role role = core::Role::projector;
  std::optional<std::string> credential;
  std::string sender;
  std::optional<std::string> display_name;
  std::optional<std::vector<Held>> held;
  static constexpr auto fields() {
    return fields_of(
        field("protocol", &Hello::protocol, "always 1"), field("role", &Hello::role, "the seat asked for"),
        field("credential", &Hello::credential,
              "a card code as typed, a token, `door:` and the four digits of a card, or `waiting` to be placed by the "
              "facilitator; absent for the projector",
              between(1, 64)),
        field("sender", &Hello::sender, "the device's own name: 16 hexadecimal digits it drew once", between(16, 16)),
        field("name", &Hello::display_name, "with a table's code and role participant: the first name, may be empty",
              up_to(limits::name_chars_max)),
        field("held", &Hello::held, "sections held from before, not sent again when still the same", up_to(32)));
  }
};

struct CommandFrame {
  static constexpr std::string_view name = "command";
  std::uint64_t number = 0;
  core::Command command;
};

struct ClockAsk {
  static constexpr std::string_view name = "clock";
  std::int64_t sent_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("sent_ms", &ClockAsk::sent_ms, "any number; it comes back", between(0, number_max)));
  }
};

// The facilitator places a tablet that waits: as this person, or as a new one at this table.
struct Assign {
  static constexpr std::string_view name = "assign";
  std::string device;
  std::optional<PersonId> person;
  std::optional<TableId> table;
  static constexpr auto fields() {
    return fields_of(field("device", &Assign::device, "its `device` in `presence.waiting`", between(16, 16)),
                     field("person", &Assign::person, "whose tablet it becomes"),
                     field("table", &Assign::table, "without `person`: a new person sits down there"));
  }
};

using ClientFrame = std::variant<Hello, CommandFrame, ClockAsk, Assign>;

struct Welcome {
  static constexpr std::string_view name = "welcome";
  std::int64_t protocol = protocol_version;
  std::string atelier;
  core::Role role = core::Role::projector;
  std::optional<PersonId> person;
  std::optional<TableId> table;
  std::string token;
  std::uint64_t last_number = 0;
  std::int64_t server_ms = 0;
  std::int64_t beat_ms = limits::beat_interval_ms;
  std::vector<std::string> addresses;
  static constexpr auto fields() {
    return fields_of(
        field("protocol", &Welcome::protocol, "the version spoken"),
        field("atelier", &Welcome::atelier, "changes when another atelier is served: forget what is stored"),
        field("role", &Welcome::role, "the seat given"), field("person", &Welcome::person, "participants: who"),
        field("table", &Welcome::table, "table screens: which"),
        field("token", &Welcome::token, "the credential to keep; empty for the projector"),
        field("last_number", &Welcome::last_number, "the last command of this subject and sender that was carried out"),
        field("server_ms", &Welcome::server_ms, "server time"),
        field("beat_ms", &Welcome::beat_ms, "a beat comes this often; silence of twice that means the link is dead"),
        field("addresses", &Welcome::addresses, "facilitator and projector: addresses tablets can reach, best first"));
  }
};

// To a tablet that waits to be placed: what it is called until then, a picture of the list of twelve and a number.
struct Waiting {
  static constexpr std::string_view name = "waiting";
  std::int64_t picture = 0;
  std::int64_t number = 0;
  static constexpr auto fields() {
    return fields_of(field("picture", &Waiting::picture, "1 to 12, in the order of protocol/README.md"),
                     field("number", &Waiting::number, "from 1; no two tablets that wait share it"));
  }
};

struct Ack {
  static constexpr std::string_view name = "ack";
  std::uint64_t number = 0;
  bool already = false;
  static constexpr auto fields() {
    return fields_of(field("number", &Ack::number, "the command"),
                     field("already", &Ack::already, "true: it had been carried out before"));
  }
};

struct RefusalFrame {
  static constexpr std::string_view name = "refusal";
  std::optional<std::uint64_t> number;
  Code code = Code::malformed;
  std::string field_name;
  std::string message;
  std::string detail;
  std::optional<std::int64_t> retry_ms;
  static constexpr auto fields() {
    return fields_of(
        field("number", &RefusalFrame::number, "the command; absent when none could be read"),
        field("code", &RefusalFrame::code, "why, from the closed list"),
        field("field", &RefusalFrame::field_name, "what to mend; may be empty"),
        field("message", &RefusalFrame::message, "key of the sentence screens show: `refusal.` and the code"),
        field("detail", &RefusalFrame::detail, "one English sentence for developers"),
        field("retry_ms", &RefusalFrame::retry_ms, "rate_limited: when to try again"));
  }
};

struct ClockAnswer {
  static constexpr std::string_view name = "clock";
  std::int64_t sent_ms = 0;
  std::int64_t server_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("sent_ms", &ClockAnswer::sent_ms, "as asked"),
                     field("server_ms", &ClockAnswer::server_ms, "server time"));
  }
};

struct Beat {
  static constexpr std::string_view name = "beat";
  std::int64_t server_ms = 0;
  static constexpr auto fields() { return fields_of(field("server_ms", &Beat::server_ms, "server time")); }
};

// A tablet that waits to be placed.
struct WaitingDevice {
  std::string device;
  std::int64_t picture = 0;
  std::int64_t number = 0;
  static constexpr auto fields() {
    return fields_of(field("device", &WaitingDevice::device, "its `sender`"),
                     field("picture", &WaitingDevice::picture, "as its `waiting` frame says"),
                     field("number", &WaitingDevice::number, "as its `waiting` frame says"));
  }
};

// A card whose number still opens: its person has not arrived.
struct OpenDoor {
  PersonId person;
  std::int64_t number = 0;
  static constexpr auto fields() {
    return fields_of(field("person", &OpenDoor::person, "whose card"),
                     field("number", &OpenDoor::number, "its four digits; less 1 and in base 12, its three pictures"));
  }
};

// Who is on the line: the host's own section, `presence`, for the facilitator only.
struct PresenceView {
  std::vector<PersonId> people;
  std::vector<TableId> table_screens;
  std::int64_t facilitators = 0;
  std::int64_t projectors = 0;
  std::int64_t experts = 0;
  std::int64_t captioners = 0;
  bool disk_low = false;
  std::vector<WaitingDevice> waiting;
  std::vector<OpenDoor> doors;
  static constexpr auto fields() {
    return fields_of(field("people", &PresenceView::people, "people with at least one screen connected"),
                     field("table_screens", &PresenceView::table_screens, "tables with their screen connected"),
                     field("facilitators", &PresenceView::facilitators, "consoles connected"),
                     field("projectors", &PresenceView::projectors, "projectors connected"),
                     field("experts", &PresenceView::experts, "screens of experts connected"),
                     field("captioners", &PresenceView::captioners, "screens of captioners connected"),
                     field("disk_low", &PresenceView::disk_low, "true: the disk of the laptop is nearly full"),
                     field("waiting", &PresenceView::waiting, "tablets that wait to be placed, by number"),
                     field("doors", &PresenceView::doors, "cards of people who have not arrived, by person"));
  }
};

// Close codes of their own meaning (RFC 6455, section 7.4.2: private use).
enum class CloseCode : std::uint16_t {
  going_away = 1001,  // the server stops; come back soon
  too_big = 1009,
  hello_expected = 4000,  // no hello in time, or another frame first
  bad_credential = 4001,  // the token kept is no longer good: ask for the card
  too_slow = 4002,        // stuck for limits::stuck_ms_max: come back
  too_fast = 4003,        // kept on after rate_limited
  unsupported = 4004,     // another protocol version
  full = 4005,            // no place for one more connection
};

}  // namespace tablee::wire
