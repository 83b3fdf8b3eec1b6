// rehearse/lead.h: the simulated lead, who follows the programme and never gets ahead of it.
//
// Order    Looks at the room every ten seconds. A step that has ended is followed by the next one: at once, at its
//          firm time, or the next morning. A soft step ends once everyone has finished and its time is up, or at its
//          ceiling. Coming late to a step, the lead notes the delay and takes the first plan that is offered.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "core/replan.h"
#include "core/timetable.h"
#include "rehearse/stage.h"

namespace tablee::rehearse {

class Lead {
 public:
  explicit Lead(Stage& stage);

  // Makes the tables and the list of people; then leads until the last step has ended.
  void prepare(std::int64_t people, std::int64_t tables);
  void begin() { look(); }
  bool is_done() const { return done_; }

  std::function<void(const core::Step&)> on_start;
  std::function<void(PollId)> on_poll;

 private:
  void look();
  void lead();
  void start_next();
  void go_on(const core::Step& step);
  bool everyone_is_done(const core::Step& step) const;
  void sort_ideas();
  void hear_questions(const core::Step& step);
  void give_floor();
  void begin_items(const core::Step& step);
  bool conduct_votes(const core::Step& step);
  void make_up_for(const core::Step& step);
  core::Slot slot(const std::string& step) const;
  TimeMs planned_start(const std::string& step) const;
  TimeMs planned_end(const std::string& step) const;
  void say(core::Command command) { stage_.say(device_, std::move(command)); }

  Stage& stage_;
  Stage::DeviceId device_;
  std::string seen_;                // the step that was last announced to the citizens
  std::set<std::string> answered_;  // steps whose delay was dealt with
  std::map<std::uint32_t, TimeMs> polls_opened_;
  TimeMs question_called_ = 0;
  bool done_ = false;
};

}  // namespace tablee::rehearse
