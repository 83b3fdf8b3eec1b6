// host/doors.h: which card opens which seat.
//
// Shape    Every code, token and number in use, to its owner. Cards come from the state's records; a replaced card
//          takes its old ones out. A number is what the doors of four digits and of three pictures ask for: it is
//          easily guessed, so who uses it must ask whether its person has arrived.
// Cost     One lookup a hello, however many people: a room that comes back all at once asks thousands of times.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/command.h"
#include "core/record.h"
#include "core/state.h"

namespace tablee::host {

// True for 32 lower-case hexadecimal digits: the form of a token, which is never a card code.
bool looks_like_token(std::string_view credential);

// What follows `door:` in a credential, which is no card code; nothing for a credential without it.
std::optional<std::string_view> after_door(std::string_view credential);
// The number that four digits say; nothing when they are not four digits from 0001 to limits::door_number_max.
std::optional<std::int64_t> door_number(std::string_view digits);

// True while the number on this person's card opens: until they arrive.
bool door_open(const core::State& state, PersonId person);

class Doors {
 public:
  explicit Doors(const core::State& state);

  // `old` is the card this one replaces, or nullptr.
  void set(const core::Card& card, const core::Card* old);
  // The owner of a token, or of a code already made normal (base/rng.h).
  std::optional<core::Subject> by_token(std::string_view token) const;
  std::optional<core::Subject> by_code(std::string_view normal_code) const;
  // Whose card has this number.
  std::optional<PersonId> by_number(std::int64_t number) const;

 private:
  std::unordered_map<std::string, core::Subject> tokens_;
  std::unordered_map<std::string, core::Subject> codes_;
  std::unordered_map<std::int64_t, PersonId> numbers_;
};

}  // namespace tablee::host
