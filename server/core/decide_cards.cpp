#include "core/decide_parts.h"

#include "base/limits.h"

namespace tablee::core {
namespace {

constexpr std::int64_t pictures = 12;
static_assert(pictures * pictures * pictures == limits::door_number_max);

// As taken cards hold it: no code has a colon.
std::string door(std::int64_t number) {
  return "door:" + std::to_string(number);
}

// Three different pictures are easier to say, to find and to choose.
bool has_a_picture_twice(std::int64_t number) {
  const std::int64_t first = (number - 1) / (pictures * pictures);
  const std::int64_t second = (number - 1) / pictures % pictures;
  const std::int64_t third = (number - 1) % pictures;
  return first == second || second == third || first == third;
}

// The first free number from `start` on, around; none when every card has one.
std::optional<std::int64_t> free_door(std::set<std::string>& taken, std::uint64_t start) {
  for (const bool twice : {false, true}) {
    for (std::int64_t step = 0; step < limits::door_number_max; ++step) {
      const std::int64_t number =
          (static_cast<std::int64_t>(start % limits::door_number_max) + step) % limits::door_number_max + 1;
      if (has_a_picture_twice(number) == twice && taken.insert(door(number)).second) {
        return number;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

CardMaker::CardMaker(const State& state, const Entropy& entropy) : secrets_(entropy) {
  taken_.insert(state.expert.code);
  taken_.insert(state.captioner.code);
  for (const auto& [id, card] : state.companions) {
    taken_.insert(card.code);
  }
  for (const auto& [id, card] : state.cards) {
    taken_.insert(card.code);
    if (card.door_number) {
      taken_.insert(door(*card.door_number));
    }
  }
  for (const auto& [id, card] : state.table_cards) {
    taken_.insert(card.code);
  }
}

std::string CardMaker::fresh_code() {
  std::string code = secrets_.code();
  while (!taken_.insert(code).second) {
    code = secrets_.code();
  }
  return code;
}

Card CardMaker::for_person(PersonId person, std::string name) {
  Card card;
  card.person = person;
  card.display_name = std::move(name);
  card.code = fresh_code();
  card.token = secrets_.token();
  card.door_number = free_door(taken_, secrets_.seed());
  return card;
}

Card CardMaker::for_table(TableId table) {
  Card card;
  card.table = table;
  card.code = fresh_code();
  card.token = secrets_.token();
  return card;
}

Card CardMaker::for_experts() {
  Card card;
  card.expert = true;
  card.code = fresh_code();
  card.token = secrets_.token();
  return card;
}

Card CardMaker::for_captioner() {
  Card card;
  card.captioner = true;
  card.code = fresh_code();
  card.token = secrets_.token();
  return card;
}

Card CardMaker::for_companion(PersonId person) {
  Card card;
  card.person = person;
  card.companion = true;
  card.code = fresh_code();
  card.token = secrets_.token();
  return card;
}

Card CardMaker::for_facilitator() {
  Card card;
  card.token = secrets_.token();
  return card;
}

}  // namespace tablee::core
