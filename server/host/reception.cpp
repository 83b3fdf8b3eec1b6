#include "host/reception.h"

#include <optional>
#include <utility>
#include <variant>

#include "base/rng.h"
#include "core/decide.h"

namespace tablee::host {
namespace {

Refusal unknown_card() {
  return refuse(Code::bad_credential, "credential", "No card, table or link has this credential.");
}

std::uint64_t journaled_number(const core::State& state, const core::Subject& subject, const std::string& sender) {
  const auto found = state.last_numbers.find({subject, sender});
  return found == state.last_numbers.end() ? 0 : found->second;
}

const std::string& token_of(const core::State& state, const core::Subject& subject) {
  static const std::string none;
  switch (subject.role) {
    case core::Role::participant:
      return state.cards.at(subject.person).token;
    case core::Role::table:
      return state.table_cards.at(subject.table).token;
    case core::Role::facilitator:
      return state.facilitator.token;
    case core::Role::expert:
      return state.expert.token;
    case core::Role::captioner:
      return state.captioner.token;
    case core::Role::companion:
      return state.companions.at(subject.person).token;
    case core::Role::projector:
      break;
  }
  return none;
}

// A card stops working when its person has gone or its table was taken away.
bool still_valid(const core::State& state, const core::Subject& subject) {
  if (subject.role == core::Role::companion && !state.companions.contains(subject.person)) {
    return false;
  }
  if (subject.role == core::Role::participant || subject.role == core::Role::companion) {
    return !state.people.at(subject.person).gone;
  }
  return subject.role != core::Role::table || !state.tables.at(subject.table).removed;
}

TableId table_of(const core::State& state, const core::Subject& subject) {
  return subject.person ? state.people.at(subject.person).table.value_or(TableId{}) : subject.table;
}

}  // namespace

Reception::Reception(Atelier& atelier, Sessions& sessions, Replies& replies, const Disk& disk, std::string atelier_name,
                     std::vector<std::string> addresses)
    : atelier_(atelier),
      sessions_(sessions),
      replies_(replies),
      disk_(disk),
      atelier_name_(std::move(atelier_name)),
      addresses_(std::move(addresses)) {}

bool Reception::greet(ConnectionId id, const wire::Hello& hello) {
  Connection& connection = sessions_.at(id);
  if (connection.seated) {
    replies_.refuse(id, std::nullopt, refuse(Code::wrong_state, "type", "This connection has said hello already."));
    return false;
  }
  if (hello.protocol != wire::protocol_version) {
    replies_.refuse(id, std::nullopt, refuse(Code::unsupported, "protocol", "This server speaks version 1."));
    replies_.close(id, wire::CloseCode::unsupported);
    return false;
  }
  if (hello.role == core::Role::participant && hello.credential == waiting_credential) {
    wait(id, hello);
    return false;
  }
  const auto subject = recognise(connection, hello);
  if (!subject) {
    turn_away(id, subject.error());
    return false;
  }
  return welcome(id, *subject, hello);
}

Result<core::Subject> Reception::recognise(const Connection& connection, const wire::Hello& hello) {
  if (hello.role == core::Role::projector) {
    return core::Subject{};
  }
  if (!hello.credential) {
    return refuse(Code::missing_field, "credential", "This role needs a card code or a token.");
  }
  if (looks_like_token(*hello.credential)) {
    return by_token(hello);
  }
  if (const auto digits = after_door(*hello.credential); digits) {
    return by_number(connection, hello, *digits);
  }
  return by_code(connection, hello);
}

Result<core::Subject> Reception::owner(std::string_view token) const {
  const auto owner = looks_like_token(token) ? atelier_.doors().by_token(std::string(token)) : std::nullopt;
  if (!owner || !still_valid(atelier_.state(), *owner)) {
    return unknown_card();
  }
  return *owner;
}

Result<core::Subject> Reception::by_token(const wire::Hello& hello) const {
  auto found = owner(*hello.credential);
  return found && found->role != hello.role ? Result<core::Subject>(unknown_card()) : found;
}

Result<core::Subject> Reception::by_code(const Connection& connection, const wire::Hello& hello) {
  const std::string code = normal_code(*hello.credential);
  if (code.empty()) {
    return unknown_card();  // a slip of the finger: it cannot be a code, so nothing was learnt by trying it
  }
  if (guesses_.wait(connection.address, atelier_.now()) > 0) {
    return refuse(Code::rate_limited, "credential", "Too many wrong codes came from this address.");
  }
  const auto owner = atelier_.doors().by_code(code);
  const bool at_table = owner && owner->role == core::Role::table && hello.role == core::Role::participant;
  if (!owner || (owner->role != hello.role && !at_table) || !still_valid(atelier_.state(), *owner)) {
    guesses_.failed(connection.address, atelier_.now());
    return unknown_card();
  }
  return at_table ? walk_in(owner->table, hello) : *owner;
}

Result<core::Subject> Reception::by_number(const Connection& connection, const wire::Hello& hello,
                                           std::string_view digits) {
  const auto number = door_number(digits);
  if (!number || hello.role != core::Role::participant) {
    return unknown_card();
  }
  if (guesses_.wait(connection.address, atelier_.now()) > 0) {
    return refuse(Code::rate_limited, "credential", "Too many wrong numbers came from this address.");
  }
  const auto person = atelier_.doors().by_number(*number);
  const auto before = person ? unheard_at_door_.find(*person) : unheard_at_door_.end();
  const bool again = before != unheard_at_door_.end() && before->second == hello.sender;
  if (person && (door_open(atelier_.state(), *person) || again)) {
    unheard_at_door_[*person] = hello.sender;
    return core::Subject{core::Role::participant, *person, {}};
  }
  guesses_.failed(connection.address, atelier_.now());
  return person ? refuse(Code::wrong_state, "credential", "Somebody has come in with this card already.")
                : unknown_card();
}

Result<core::Subject> Reception::walk_in(TableId table, const wire::Hello& hello) {
  const std::string name = hello.display_name.value_or("");
  if (const auto before = unheard_.find({table, hello.sender, name}); before != unheard_.end()) {
    const core::Subject subject{core::Role::participant, before->second, {}};
    if (still_valid(atelier_.state(), subject)) {
      return subject;
    }
    unheard_.erase(before);
  }
  if (disk_.full()) {
    return refuse(Code::storage_low, "", "The disk is nearly full.");
  }
  auto made = make_person(table, name);
  if (made) {
    unheard_[{table, hello.sender, name}] = made->person;
  }
  return made;
}

Result<core::Subject> Reception::make_person(TableId table, const std::string& name) {
  const core::Envelope own = atelier_.envelope({}, "", 0);
  const auto decision = core::decide_join(atelier_.state(), own, core::JoinTable{table, name});
  if (!decision) {
    return decision.error();
  }
  atelier_.carry_out(own, *decision);
  const PersonId person = std::get<core::Card>(decision->records.back()).person;
  return core::Subject{core::Role::participant, person, {}};
}

void Reception::wait(ConnectionId id, const wire::Hello& hello) {
  const auto number = sessions_.wait(id, hello.sender);
  if (!number) {
    turn_away(id, number.error());
    return;
  }
  replies_.waiting(id, *number);
}

Result<core::Subject> Reception::assigned(const Connection& connection, const wire::Assign& assign) {
  if (connection.subject.role != core::Role::facilitator) {
    return refuse(Code::not_allowed, "type", "Only the facilitator places tablets.");
  }
  if (sessions_.waiting_room().of_device(assign.device).empty()) {
    return refuse(Code::not_found, "device", "No such tablet waits.");
  }
  if (assign.table) {
    return make_person(*assign.table, "");
  }
  const core::State& state = atelier_.state();
  const auto person = state.people.find(*assign.person);
  if (person == state.people.end() || person->second.gone) {
    return refuse(Code::not_found, "person", "No such person is expected.");
  }
  return core::Subject{core::Role::participant, *assign.person, {}};
}

Audience Reception::assign(ConnectionId id, const wire::Assign& assign) {
  const auto subject = assigned(sessions_.at(id), assign);
  if (!subject) {
    replies_.refuse(id, std::nullopt, subject.error());
    return {};
  }
  wire::Hello hello;
  hello.role = core::Role::participant;
  hello.sender = assign.device;
  Audience seated;
  for (const ConnectionId tablet : sessions_.waiting_room().of_device(assign.device)) {
    if (welcome(tablet, *subject, hello)) {
      seated.push_back(tablet);
    }
  }
  sessions_.forget_waiting(assign.device);
  return seated;
}

bool Reception::welcome(ConnectionId id, const core::Subject& subject, const wire::Hello& hello) {
  if (atelier_.failed()) {
    return false;
  }
  const core::State& state = atelier_.state();
  Connection& connection = sessions_.at(id);
  connection.line = &connection.alone;
  if (subject.role != core::Role::projector) {
    connection.line = numbers_.hold(subject, hello.sender, journaled_number(state, subject, hello.sender));
    if (connection.line == nullptr) {
      turn_away(id, refuse(Code::too_many, "sender", "Too many devices use this card at the same time."));
      return false;
    }
  } else {
    connection.alone.held_by = 1;
  }
  if (subject.role == core::Role::participant && state.people.at(subject.person).arrived_at == 0) {
    const core::Envelope own = atelier_.envelope({}, "", 0);
    if (const auto arrival = core::decide_arrive(state, own, core::Arrive{subject.person}); arrival) {
      atelier_.carry_out(own, *arrival);
    }
  }
  if (subject.role == core::Role::participant && hello.credential && looks_like_token(*hello.credential)) {
    forget_unheard(subject.person);
  }
  connection.sender = hello.sender;
  connection.held = hello.held.value_or(std::vector<wire::Held>{});
  connection.expecting = true;
  connection.walked_in =
      subject.person && (unheard_at_door_.contains(subject.person) ||
                         unheard_.contains({table_of(state, subject), hello.sender, hello.display_name.value_or("")}));
  sessions_.seat(id, subject, table_of(state, subject));

  wire::Welcome frame;
  frame.atelier = atelier_name_;
  frame.role = subject.role;
  if (subject.person) {
    frame.person = subject.person;
  }
  if (subject.table) {
    frame.table = subject.table;
  }
  frame.token = token_of(state, subject);
  frame.last_number = connection.line->last;
  frame.server_ms = atelier_.now();
  if (subject.role == core::Role::facilitator || subject.role == core::Role::projector) {
    frame.addresses = addresses_;
  }
  replies_.welcome(id, frame);
  return true;
}

void Reception::turn_away(ConnectionId id, const Refusal& refusal) {
  Connection& connection = sessions_.at(id);
  std::optional<std::int64_t> retry_ms;
  if (refusal.code == Code::rate_limited) {
    retry_ms = guesses_.wait(connection.address, atelier_.now());
  }
  replies_.refuse(id, std::nullopt, refusal, retry_ms);
  if (++connection.tries >= hellos_max) {
    replies_.close(id, wire::CloseCode::bad_credential);
  }
}

void Reception::heard_from(Connection& connection) {
  if (connection.walked_in) {
    connection.walked_in = false;
    forget_unheard(connection.subject.person);
  }
}

void Reception::forget_unheard(PersonId person) {
  unheard_at_door_.erase(person);
  std::erase_if(unheard_, [person](const auto& entry) { return entry.second == person; });
}

}  // namespace tablee::host
