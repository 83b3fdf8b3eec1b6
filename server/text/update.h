// text/update.h: an update of Yjs, read and checked whole before any of it is used.
//
// Shape    Structs by client, each run in the order of its clocks, then the ranges of deleted units. A gap between two
//          structs of a run is a Skip of the wire. Views point into the bytes that were read.
// Units    Clocks and lengths are UTF-16 code units of text, or elements.
// Errors   `malformed` for bytes that are not an update of format 1, `out_of_range` for clocks and lengths past
//          text/limits.h. Nothing of a refused update is to be used.
// Source   Yjs 13.6, encoding.js (readClientsStructRefs) and DeleteSet.js. Departures, all refusals of what Yjs takes:
//          bytes after the end, structs without length, a client twice, a struct that waits for itself or for a later
//          one of its own client, texts that are not UTF-8, values that are not JSON or lib0.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablee::text {

// The number of each kind is the one of the wire.
enum class Kind : std::uint8_t {
  collected = 0,  // GC: only its length is left
  deleted = 1,
  json = 2,
  binary = 3,
  string = 4,
  embed = 5,
  format = 6,
  type = 7,
  any = 8,
  doc = 9
};

// A place in the history of a client: its unit number `clock`.
struct WireId {
  std::uint64_t client = 0;
  std::uint32_t clock = 0;
};

enum class ParentBy : std::uint8_t { neighbour, root, id };

struct WireStruct {
  std::uint32_t clock = 0;
  std::uint32_t length = 0;
  Kind kind = Kind::collected;
  ParentBy parent_by = ParentBy::neighbour;
  bool has_origin = false;
  bool has_right_origin = false;
  bool has_key = false;  // only beside a parent that is written
  WireId origin;
  WireId right_origin;
  WireId parent;          // parent_by id
  std::string_view root;  // parent_by root
  std::string_view key;
  // By kind. json: n texts, each with its length; binary: bytes; string: UTF-8; embed: JSON; format: a name and JSON,
  // each with its length; type: its number, for 3 and 5 a name with its length; any: n values; doc: a name with its
  // length and one value; collected and deleted: nothing.
  std::string_view content;
};

struct WireRun {
  std::uint64_t client = 0;
  std::size_t first = 0;  // in Update::structs
  std::size_t count = 0;
};

struct WireRange {
  std::uint64_t client = 0;
  std::uint32_t clock = 0;
  std::uint32_t length = 0;
};

struct Update {
  std::vector<WireStruct> structs;
  std::vector<WireRun> runs;
  std::vector<WireRange> deletions;
};

// Reads into `update`, whose memory is used again.
Result<Nothing> decode_update(std::string_view bytes, Update& update);

// The next clock of each client.
using StateVector = std::vector<WireId>;
Result<StateVector> decode_state_vector(std::string_view bytes);

}  // namespace tablee::text
