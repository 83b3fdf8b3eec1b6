// text/read.h: what stands in a text, and who wrote it.
//
// Units    UTF-16 code units.
// Source   Yjs 13.6, YText.toString. The author of a unit is the client that wrote it; an undone deletion is written
//          again by whoever undoes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace tablee::text {

// The visible characters of a root; empty when there is none of this name.
std::string text_of(const Document& document, std::string_view root);
std::uint32_t length_of(const Document& document, std::string_view root);

// Visible units that one client wrote one after the other: its clocks say when (a later clock came later).
struct AuthoredRun {
  std::uint64_t client = 0;
  std::uint32_t clock = 0;  // of the first
  std::uint32_t length = 0;
  std::string text;
  bool operator==(const AuthoredRun&) const = default;
};
// In the order of the text.
std::vector<AuthoredRun> authored_runs(const Document& document, std::string_view root);

// The next clock of each client; every range of deleted units, by client and clock.
StateVector states_of(const Document& document);
// 0 for a client that is not in it.
std::uint32_t clock_of(const StateVector& states, std::uint64_t client);
std::vector<WireRange> deletions_of(const Document& document);

}  // namespace tablee::text
