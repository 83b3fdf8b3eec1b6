#include "core/decide_parts.h"

namespace tablee::core {

CardMaker::CardMaker(const State& state, const Entropy& entropy) : secrets_(entropy) {
  taken_.insert(state.expert.code);
  taken_.insert(state.captioner.code);
  for (const auto& [id, card] : state.companions) {
    taken_.insert(card.code);
  }
  for (const auto& [id, card] : state.cards) {
    taken_.insert(card.code);
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
