#include "host/host.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "base/limits.h"
#include "core/decide.h"
#include "core/writing.h"
#include "host/atelier.h"
#include "host/delivery.h"
#include "host/disk.h"
#include "host/intake.h"
#include "host/reception.h"
#include "host/replay.h"
#include "host/replies.h"
#include "host/sessions.h"
#include "host/texts.h"

namespace tablee::host {
namespace {

// A connection that has not said hello yet.
struct Silent {
  ConnectionId id;
  std::uint32_t generation;
  TimeMs until;
};

// Ateliers differ by their first row, whose hash covers when it was opened and with which scenario.
Result<std::string> atelier_name(store::Log& log) {
  std::string hash;
  const auto read = log.read(1, [&](const store::Row& row) {
    hash = row.hash;
    return false;
  });
  if (!read) {
    return read.error();
  }
  return hash.substr(0, 16);
}

Result<Nothing> open_atelier(Atelier& atelier, std::string_view scenario_sha256) {
  const core::Envelope own = atelier.envelope({}, "", 0);
  const auto decision = core::decide_open(atelier.state(), own, core::OpenAtelier{std::string(scenario_sha256)});
  if (!decision) {
    return decision.error();
  }
  atelier.carry_out(own, *decision);
  return atelier.commit();
}

bool vote_is_open(const core::State& state) {
  return std::any_of(state.polls.begin(), state.polls.end(),
                     [](const auto& entry) { return entry.second.status == core::PollStatus::open; });
}

}  // namespace

struct Host::Parts {
  Parts(store::Log& used_log, core::State state, HostSettings settings)
      : log(used_log),
        atelier(used_log, std::move(state), std::move(settings.entropy)),
        disk(std::move(settings.disk_free)),
        replies(sessions),
        delivery(atelier.state(), sessions),
        texts(atelier, sessions, replies, disk),
        addresses(std::move(settings.addresses)) {}

  // Once the first row is there: the welcome names the atelier.
  void receive_people(std::string name) {
    reception.emplace(atelier, sessions, replies, disk, std::move(name), std::move(addresses));
    intake.emplace(atelier, sessions, replies, *reception, texts, disk);
  }

  void move_on(TimeMs clock) {
    atelier.move_on(clock);
    atelier.keep_time();
  }

  void close_silent();
  void shut_out(const Changes& changes);

  store::Log& log;
  Atelier atelier;
  Disk disk;
  Sessions sessions;
  Replies replies;
  Delivery delivery;
  Texts texts;
  std::vector<std::string> addresses;
  std::optional<Reception> reception;
  std::optional<Intake> intake;
  std::deque<Silent> silent;  // by time
  TimeMs next_beat = 0;
  bool beat_due = false;
  bool tidy_due = false;
};

void Host::Parts::close_silent() {
  while (!silent.empty() && silent.front().until <= atelier.now()) {
    const Silent first = silent.front();
    silent.pop_front();
    if (!sessions.is_open(first.id)) {
      continue;
    }
    const Connection& connection = sessions.at(first.id);
    if (connection.generation == first.generation && !connection.seated && !connection.waiting &&
        !connection.program_of) {
      replies.close(first.id, wire::CloseCode::hello_expected);
    }
  }
}

void Host::Parts::shut_out(const Changes& changes) {
  Audience screens;
  for (const PersonId person : changes.people_shut_out) {
    const Audience& theirs = sessions.of_person(person);
    screens.insert(screens.end(), theirs.begin(), theirs.end());
    const Audience programs = texts.programs_of({core::Role::participant, person, {}});
    screens.insert(screens.end(), programs.begin(), programs.end());
  }
  for (const PersonId person : changes.companions_shut_out) {
    const Audience& helping = sessions.of_companions(person);
    screens.insert(screens.end(), helping.begin(), helping.end());
  }
  for (const TableId table : changes.tables_shut_out) {
    for (const ConnectionId id : sessions.of_table(table)) {
      if (sessions.at(id).subject.role == core::Role::table) {
        screens.push_back(id);
      }
    }
    const Audience programs = texts.programs_of({core::Role::table, {}, table});
    screens.insert(screens.end(), programs.begin(), programs.end());
  }
  for (const ConnectionId id : screens) {
    replies.close(id, wire::CloseCode::bad_credential);
  }
}

Result<std::unique_ptr<Host>> Host::open(store::Log& log, core::Scenario scenario, std::string_view scenario_sha256,
                                         HostSettings settings, TimeMs now) {
  auto state = replay(log, std::move(scenario));
  if (!state) {
    return state.error();
  }
  if (state->opened_at != 0 && state->scenario_sha256 != scenario_sha256) {
    return refuse(Code::conflict, "scenario", "This atelier was made with another scenario.");
  }
  auto parts = std::make_unique<Parts>(log, std::move(*state), std::move(settings));
  parts->atelier.move_on(now);
  if (parts->atelier.state().opened_at == 0) {
    if (const auto opened = open_atelier(parts->atelier, scenario_sha256); !opened) {
      return opened.error();
    }
  }
  auto name = atelier_name(log);
  if (!name) {
    return name.error();
  }
  if (const core::Decision moved = core::move_old_drafts(parts->atelier.state()); !moved.records.empty()) {
    parts->atelier.carry_out(parts->atelier.envelope({}, "", 0), moved);
  }
  parts->receive_people(std::move(*name));
  parts->next_beat = parts->atelier.now() + limits::beat_interval_ms;
  return std::unique_ptr<Host>(new Host(std::move(parts)));
}

Host::Host(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Host::~Host() = default;

Result<ConnectionId> Host::connect(std::string_view address, TimeMs now) {
  Parts& parts = *parts_;
  parts.move_on(now);
  const auto id = parts.sessions.open(address, parts.atelier.now());
  if (!id) {
    return refuse(Code::too_many, "", "Every place is taken.");
  }
  parts.silent.push_back({*id, parts.sessions.at(*id).generation, parts.atelier.now() + limits::hello_timeout_ms});
  return *id;
}

Result<ConnectionId> Host::join(std::string_view address, ArticleId article, std::string_view token, TimeMs now) {
  Parts& parts = *parts_;
  const auto id = connect(address, now);
  if (!id || parts.atelier.failed()) {
    return id;
  }
  Connection& connection = parts.sessions.at(*id);
  connection.program_of = article;
  const auto owner = parts.reception->owner(token);
  const auto reads =
      owner ? core::may_read_text(parts.atelier.state(), *owner, article) : Result<Nothing>(owner.error());
  if (!reads) {
    parts.texts.deny(*id, article, reads.error());
    parts.replies.close(*id, wire::CloseCode::bad_credential);
    return id;
  }
  connection.subject = *owner;
  parts.texts.join(*id, article);
  return id;
}

void Host::disconnect(ConnectionId connection, TimeMs now) {
  Parts& parts = *parts_;
  parts.move_on(now);
  const PersonId person = parts.sessions.at(connection).subject.person;
  parts.texts.forget(connection);
  parts.sessions.close(connection);
  if (person && parts.sessions.of_person(person).empty()) {
    parts.delivery.forget(person);
  }
}

void Host::receive(ConnectionId connection, std::string_view bytes, bool binary, TimeMs now) {
  Parts& parts = *parts_;
  parts.move_on(now);
  if (!parts.sessions.is_open(connection) || parts.sessions.at(connection).closing || parts.atelier.failed()) {
    return;
  }
  for (const ConnectionId seated : parts.intake->frame(connection, bytes, binary)) {
    parts.delivery.expect(seated);
  }
}

void Host::tick(TimeMs now) {
  Parts& parts = *parts_;
  parts.move_on(now);
  parts.close_silent();
  if (parts.atelier.now() >= parts.next_beat) {
    parts.next_beat = parts.atelier.now() + limits::beat_interval_ms;
    parts.beat_due = true;
    // Not while people vote: a checkpoint takes tens of milliseconds.
    parts.tidy_due |= !vote_is_open(parts.atelier.state());
    const bool was_low = parts.disk.low();
    parts.disk.ask_again();
    if (parts.disk.low() != was_low) {
      parts.delivery.disk_changed();
    }
  }
  // With every beat, and once a poll is closed: in a turn of its own, so that the result does not wait for it.
  if (std::exchange(parts.tidy_due, false) && !parts.atelier.failed()) {
    parts.log.tidy_up();
  }
}

TimeMs Host::next_wake() const {
  const Parts& parts = *parts_;
  if (parts.tidy_due) {
    return parts.atelier.now();
  }
  TimeMs wake = parts.next_beat;
  if (const TimeMs deadline = parts.atelier.deadline(); deadline != 0) {
    wake = std::min(wake, deadline);
  }
  if (const TimeMs live = parts.delivery.next_live(); live != 0) {
    wake = std::min(wake, live);
  }
  if (const TimeMs text = parts.texts.next_due(); text != 0) {
    wake = std::min(wake, text);
  }
  if (!parts.silent.empty()) {
    wake = std::min(wake, parts.silent.front().until);
  }
  return wake;
}

Result<Turn> Host::flush(TimeMs now) {
  Parts& parts = *parts_;
  parts.atelier.move_on(now);
  parts.atelier.weigh_ways_out();
  if (const auto committed = parts.atelier.commit(); !committed) {
    return committed.error();
  }
  const Changes changes = parts.atelier.take_changes();
  Turn turn;
  parts.shut_out(changes);
  parts.delivery.deliver(changes.touched, parts.disk.low(), parts.atelier.now(), turn);
  if (std::exchange(parts.beat_due, false)) {
    parts.delivery.beat(parts.atelier.now(), turn);
  }
  parts.texts.deliver(changes.texts, parts.atelier.now(), turn);
  parts.replies.deliver(turn);
  for (const ConnectionId id : turn.ready) {
    parts.sessions.at(id).is_ready = false;
  }
  parts.tidy_due |= changes.poll_closed;
  return turn;
}

Outbox& Host::outbox(ConnectionId connection) {
  return parts_->sessions.at(connection).outbox;
}

void Host::stuck(ConnectionId connection) {
  if (parts_->sessions.is_open(connection)) {
    parts_->replies.close(connection, wire::CloseCode::too_slow);
  }
}

const core::State& Host::state() const {
  return parts_->atelier.state();
}

bool Host::sections_are_fresh() const {
  return parts_->delivery.all_fresh(parts_->disk.low());
}

}  // namespace tablee::host
