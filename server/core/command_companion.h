// core/command_companion.h: somebody helps a person, on a screen of their own.
//
// The helper's screen never votes, never sends anything in the person's name, and does not see the person's card: it
// proposes words and points at things; the person takes them or not, and ends the link by one gesture.
// Source   Requirements P1 to P3 of the project's accessibility reference.
#pragma once

#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// A new code for the helper's screen; one that was linked before no longer is.
struct LinkCompanion {
  static constexpr std::string_view name = "link_companion";
  static constexpr auto fields() { return fields_of(); }
};

struct UnlinkCompanion {
  static constexpr std::string_view name = "unlink_companion";
  static constexpr auto fields() { return fields_of(); }
};

// The helper may read this poll with the person: this one alone. Their choice stays on their own screen.
struct InviteToVote {
  static constexpr std::string_view name = "invite_to_vote";
  PollId poll;
  bool invited = false;
  static constexpr auto fields() {
    return fields_of(field("poll", &InviteToVote::poll, "an open poll"),
                     field("invited", &InviteToVote::invited, "false: no longer"));
  }
};

// The person has taken what was proposed, or does not want it.
struct CloseProposal {
  static constexpr std::string_view name = "close_proposal";
  static constexpr auto fields() { return fields_of(); }
};

// From the helper. One at a time: a newer one takes the place of the one before.
struct ProposeText {
  static constexpr std::string_view name = "propose_text";
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("step", &ProposeText::step, "the step it is for", between(1, 32)),
                     field("text", &ProposeText::text, "what the person might write; empty: taken back",
                           up_to(limits::idea_chars_max)));
  }
};

// From the helper.
struct PointAt {
  static constexpr std::string_view name = "point_at";
  std::string place;
  static constexpr auto fields() {
    return fields_of(field("place", &PointAt::place, "a part of the person's screen; empty: nothing any more",
                           up_to(limits::place_chars_max)));
  }
};

}  // namespace tablee::core
