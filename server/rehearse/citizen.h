// rehearse/citizen.h: one simulated person with a tablet.
//
// Order    enter() once the person is on the list. When a step starts, take_part() plans what the person will do in it.
#pragma once

#include <string>

#include "rehearse/stage.h"

namespace tablee::rehearse {

struct Habits {
  TimeMs arrives_at = 0;
  bool absent = false;
  bool slow = false;
  bool loses_line = false;
};

class Citizen {
 public:
  Citizen(Stage& stage, PersonId person, std::string code, Habits habits)
      : stage_(stage), person_(person), code_(std::move(code)), habits_(habits) {}

  PersonId person() const { return person_; }
  bool is_in() const { return in_; }
  Stage::DeviceId device() const { return device_; }
  std::size_t waiting() { return in_ ? stage_.device(device_).waiting() : 0; }

  // Plans the arrival, and the losses of the line until `last`.
  void enter(TimeMs last);
  void take_part(const core::Step& step);
  // A vote on one article has opened: it comes back to everyone's mind.
  void vote(PollId poll);
  // The line is back for good: what was kept can be sent.
  void stay();

  // What was acknowledged.
  std::size_t ideas_accepted = 0;
  std::size_t ballots_accepted = 0;

 private:
  void arrive();
  void lose_line(TimeMs last);
  TimeMs pause(std::int64_t seconds_min, std::int64_t seconds_max);
  void write(const core::Step& step);
  void merge(const core::Step& step);
  void work_in_group(const std::string& step);
  void share_points(const core::Step& step);
  void wish();
  void mark(const core::Step& step);
  void comment(const core::Step& step);
  void comment_on(const std::string& step);
  void volunteer(const core::Step& step);
  void draft(const core::Step& step);
  void fill_sheet(const core::Step& step);
  void ask(const core::Step& step);
  void raise_hand(const core::Step& step);
  void say_ready();
  bool still(const std::string& step) const;

  Stage& stage_;
  PersonId person_;
  std::string code_;
  Habits habits_;
  std::string pseudonym_;  // of all the person's sheets
  Stage::DeviceId device_ = 0;
  bool in_ = false;
  bool stays_ = false;
};

}  // namespace tablee::rehearse
