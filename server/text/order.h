// text/order.h: in which order the structs of an update can be integrated, and which must wait.
//
// Shape    A struct can be integrated once its client's earlier units, its neighbours and its parent are there. Only
//          clocks decide, so that the order, and what an update would leave waiting, is known before anything changes.
// Cost     Linear in the structs, whatever they wait for; no memory of its own when the update has one client.
// Source   Departure from Yjs 13.6, which notes a client to wait for and not the unit, and can so stay stuck with
//          everything there.
#pragma once

#include <vector>

#include "text/store.h"
#include "text/update.h"

namespace tablee::text {

// What a struct of a client waits for first, when it must.
struct Need {
  bool waits = false;
  WireId unit;
};

// `state_of` gives the next clock of a client by its id.
template <class States>
Need need_of(std::uint64_t client, const WireStruct& one, const States& state_of) {
  if (one.clock > state_of(client)) {
    return {true, {client, one.clock - 1}};
  }
  const auto lacks = [&](bool has, const WireId& id) {
    return has && id.client != client && id.clock >= state_of(id.client);
  };
  if (lacks(one.has_origin, one.origin)) {
    return {true, one.origin};
  }
  if (lacks(one.has_right_origin, one.right_origin)) {
    return {true, one.right_origin};
  }
  if (lacks(one.parent_by == ParentBy::id, one.parent)) {
    return {true, one.parent};
  }
  return {};
}

// A part of an update: structs that follow each other in a run.
struct Stretch {
  std::size_t run = 0;
  std::size_t first = 0;  // in Update::structs
  std::size_t end = 0;
};

struct Order {
  std::vector<Stretch> ready;    // one after the other
  std::vector<Stretch> waiting;  // the rest of each run that stopped, with what it waits for
  std::vector<WireId> needs;
};

// Requires: each client once. Writes into `order`, whose memory is used again.
void order_structs(const Update& update, const Store& store, Order& order);

}  // namespace tablee::text
