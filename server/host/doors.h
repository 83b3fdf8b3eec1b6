// host/doors.h: which card opens which seat.
//
// Shape    Every code and token in use, to its owner. Cards come from the state's records; a replaced card takes its
// old
//          code and token out.
// Cost     One lookup a hello, however many people: a room that comes back all at once asks thousands of times.
#pragma once

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

class Doors {
 public:
  explicit Doors(const core::State& state);

  // `old` is the card this one replaces, or nullptr.
  void set(const core::Card& card, const core::Card* old);
  // The owner of a token, or of a code already made normal (base/rng.h).
  std::optional<core::Subject> by_token(std::string_view token) const;
  std::optional<core::Subject> by_code(std::string_view normal_code) const;

 private:
  std::unordered_map<std::string, core::Subject> tokens_;
  std::unordered_map<std::string, core::Subject> codes_;
};

}  // namespace tablee::host
