#include "core/speaking_order.h"

#include <algorithm>
#include <tuple>

#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

auto rank(const Wish& wish) {
  const bool ordinary = !wish.point_of_order;
  return std::tuple{ordinary, ordinary && wish.has_spoken_in_step, ordinary ? wish.seconds : 0,
                    ordinary ? wish.table_seconds : 0, wish.hand};
}

Wish wish_of(const State& state, const Hand& hand) {
  const Speaking& speaking = state.speaking;
  Wish wish{hand.id, hand.point_of_order};
  wish.has_spoken_in_step = spoken_at(speaking, hand.step, plenary, hand.person).speeches > 0;
  wish.seconds = spoken_in_plenary(speaking, hand.person).ms / second_ms;
  const auto table = state.people.at(hand.person).table;
  const auto of_table = table ? speaking.plenary_of_table.find(*table) : speaking.plenary_of_table.end();
  wish.table_seconds = of_table == speaking.plenary_of_table.end() ? 0 : of_table->second / second_ms;
  return wish;
}

}  // namespace

std::vector<HandId> proposed_order(std::vector<Wish> wishes) {
  std::sort(wishes.begin(), wishes.end(), [](const Wish& one, const Wish& other) { return rank(one) < rank(other); });
  std::vector<HandId> hands;
  hands.reserve(wishes.size());
  for (const Wish& wish : wishes) {
    hands.push_back(wish.hand);
  }
  return hands;
}

std::vector<const Hand*> speaking_queue(const State& state) {
  const Floor* floor = current_floor(state);
  if (floor == nullptr) {
    return {};
  }
  std::vector<Wish> wishes;
  for (const HandId id : floor->waiting) {
    if (std::find(floor->ordered.begin(), floor->ordered.end(), id) == floor->ordered.end()) {
      wishes.push_back(wish_of(state, state.speaking.hands.at(id)));
    }
  }
  std::vector<HandId> order = proposed_order(std::move(wishes));
  const auto first_ordinary = std::find_if(
      order.begin(), order.end(), [&](const HandId id) { return !state.speaking.hands.at(id).point_of_order; });
  order.insert(first_ordinary, floor->ordered.begin(), floor->ordered.end());
  std::vector<const Hand*> queue;
  queue.reserve(order.size());
  for (const HandId id : order) {
    queue.push_back(&state.speaking.hands.at(id));
  }
  return queue;
}

}  // namespace tablee::core
