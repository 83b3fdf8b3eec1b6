#include "text/read.h"

#include <algorithm>

#include "text/encode.h"

namespace tablee::text {
namespace {

// Calls with each visible item of a root that holds text or anything else that counts.
template <class Call>
void each_visible(const Store& store, std::string_view root, const Call& call) {
  const TypeNumber type = store.find_root(root);
  if (type == 0) {
    return;
  }
  for (ItemNumber number = store.type(type).start; number != 0; number = store.item(number).right) {
    if (store.item(number).visible()) {
      call(store.item(number));
    }
  }
}

std::string_view characters(const Item& item) {
  return item.kind == Kind::string ? item.content.view() : std::string_view();
}

}  // namespace

std::string text_of(const Document& document, std::string_view root) {
  std::string text;
  each_visible(document.store(), root, [&](const Item& item) { text.append(characters(item)); });
  return text;
}

std::uint32_t length_of(const Document& document, std::string_view root) {
  const Store& store = document.store();
  const TypeNumber type = store.find_root(root);
  return type == 0 ? 0 : store.type(type).length;
}

std::vector<AuthoredRun> authored_runs(const Document& document, std::string_view root) {
  const Store& store = document.store();
  std::vector<AuthoredRun> runs;
  each_visible(store, root, [&](const Item& item) {
    const std::uint64_t client = store.client(item.client).id;
    if (runs.empty() || runs.back().client != client || runs.back().clock + runs.back().length != item.clock) {
      runs.push_back({client, item.clock, 0, {}});
    }
    runs.back().length += item.length;
    runs.back().text.append(characters(item));
  });
  return runs;
}

StateVector states_of(const Document& document) {
  const Store& store = document.store();
  StateVector states;
  for (const ClientNumber client : store.clients_in_order()) {
    if (store.client(client).state > 0) {
      states.push_back({store.client(client).id, store.client(client).state});
    }
  }
  return states;
}

std::uint32_t clock_of(const StateVector& states, std::uint64_t client) {
  const auto found =
      std::find_if(states.begin(), states.end(), [&](const WireId& each) { return each.client == client; });
  return found == states.end() ? 0 : found->clock;
}

std::vector<WireRange> deletions_of(const Document& document) {
  const Store& store = document.store();
  std::vector<WireRange> ranges;
  for (const Range& range : deleted_ranges(store)) {
    ranges.push_back({store.client(range.client).id, range.clock, range.length});
  }
  return ranges;
}

}  // namespace tablee::text
