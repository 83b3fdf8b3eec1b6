// simple/seen.h: what one person may see at one moment.
//
// Made of the core's views and of nothing else: what is not in the sections of a tablet cannot be in a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/view.h"
#include "simple/words.h"

namespace tablee::simple {

struct Seen {
  core::AtelierView atelier;
  core::StepView step;  // with the time of this person's table
  core::BoardView board;
  core::VoteView vote;
  core::AvisView avis;
  core::NoticesView notices;
  std::optional<core::TableView> table;
  core::MeView me;
  core::MineView mine;
  bool table_paused = false;  // and not the room
  TimeMs now = 0;
};

// Requires: the person exists. The state is committed.
Seen see(const core::State& state, PersonId person, TimeMs now);

// The step as the clock of one table has it: the room's, moved by what the table was given and by its own pauses.
core::StepView own_step(const core::StepView& step, const std::optional<core::TableTimeView>& time, TimeMs now);

// nullptr when there is none.
const core::StepSummary* summary_of(const Seen& seen, std::string_view step);
const core::PollView* open_poll(const Seen& seen);
bool has_voted(const Seen& seen, PollId poll);
bool step_runs(const Seen& seen);
std::string_view draft_for(const Seen& seen, std::string_view step);

// The facilitator's messages to everyone and to this person's table, oldest first.
std::vector<core::Notice> messages_of(const Seen& seen);

// Whether an idea for this step may be sent: while it runs, or late.
enum class Writing { none, open, late, closed };
struct WritingPlace {
  Writing state = Writing::none;  // none: this step asks for no ideas
  TimeMs late_until_ms = 0;       // late: 0 means without limit
  bool own_time = false;          // late: because this person has more time than others
};
WritingPlace writing_of(const Seen& seen, std::string_view step);
// How many ideas of this person stand in this step.
std::int64_t ideas_in(const Seen& seen, std::string_view step);

// « Table 3 », or the name of this person's table; without a table, « Participer ».
std::string seat_words(Language language, const Seen& seen);
// The title of the step that goes on; before the first, « L’atelier va commencer ».
Slot step_title(Language language, const Seen& seen);

}  // namespace tablee::simple
