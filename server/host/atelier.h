// host/atelier.h: the state of one atelier and its log, kept in step.
//
// Order    Every change is appended to the log first, then applied, then noted in Changes. commit() makes the turn
//          durable.
// Errors   Once the log has failed, nothing is appended or applied any more, and commit() gives the reason for ever.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/rng.h"
#include "base/time.h"
#include "core/decide.h"
#include "core/state.h"
#include "core/touch.h"
#include "host/doors.h"
#include "store/log.h"

namespace tablee::host {

// What a turn changed, beyond the state.
struct Changes {
  core::Touched touched;
  std::vector<PersonId> people_shut_out;      // gone, or their card was replaced: their screens must close
  std::vector<PersonId> companions_shut_out;  // of people who are no longer helped, or by somebody else
  std::vector<TableId> tables_shut_out;       // taken away: their screens must close
  std::set<ArticleId> texts;                  // of which the text was written in
  bool poll_closed = false;
};

class Atelier {
 public:
  Atelier(store::Log& log, core::State state, std::function<Entropy()> entropy);

  const core::State& state() const { return state_; }
  const Doors& doors() const { return doors_; }

  // Moves the room's time forward to `clock`; it never runs backward. Returns it.
  TimeMs move_on(TimeMs clock);
  TimeMs now() const { return now_; }
  // When the core wants to be woken; 0: nothing is to come.
  TimeMs deadline() const;

  // The surroundings of a command that arrives now. Number 0, without a sender: the host's own.
  core::Envelope envelope(const core::Subject& subject, std::string_view sender, std::uint64_t number) const;
  // With all its consequences.
  void carry_out(const core::Envelope& envelope, const core::Decision& decision);
  // Carries out what every deadline that has come asks for.
  void keep_time();
  // Once a turn: weighs the programme's ways out on what the turn has changed, or on the time that has passed.
  void weigh_ways_out();

  bool failed() const { return failure_.has_value(); }
  Result<Nothing> commit();
  // What changed since the last call.
  Changes take_changes();
  // The same of an article's text, as one update; empty when nothing did.
  std::string take_text_changes(ArticleId article);

 private:
  void carry_out_once(const core::Envelope& envelope, const core::Decision& decision);
  bool append(const core::Envelope& envelope, const core::Decision& decision);
  void note(const core::Event& event);
  void apply_record(const core::Record& record);

  store::Log& log_;
  core::State state_;
  std::function<Entropy()> entropy_;
  Doors doors_;
  TimeMs now_ = 0;
  TimeMs deadline_ = 0;
  TimeMs weigh_at_ = 0;
  bool weigh_due_ = true;  // what was true before a restart is weighed again
  Changes changes_;
  std::optional<Refusal> failure_;
};

}  // namespace tablee::host
