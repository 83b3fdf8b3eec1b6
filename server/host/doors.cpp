#include "host/doors.h"

#include <algorithm>

#include "base/limits.h"

namespace tablee::host {
namespace {

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'); });
}

core::Subject owner_of(const core::Card& card) {
  if (card.companion.value_or(false)) {
    return {core::Role::companion, card.person, {}};
  }
  if (card.person) {
    return {core::Role::participant, card.person, {}};
  }
  if (card.table) {
    return {core::Role::table, {}, card.table};
  }
  if (card.expert.value_or(false)) {
    return {core::Role::expert, {}, {}};
  }
  if (card.captioner.value_or(false)) {
    return {core::Role::captioner, {}, {}};
  }
  return {core::Role::facilitator, {}, {}};
}

std::optional<core::Subject> find(const std::unordered_map<std::string, core::Subject>& owners, std::string_view key) {
  const auto found = owners.find(std::string(key));
  return found == owners.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool looks_like_token(std::string_view credential) {
  return credential.size() == 32 && is_lower_hex(credential);
}

std::optional<std::string_view> after_door(std::string_view credential) {
  constexpr std::string_view start = "door:";
  return credential.starts_with(start) ? std::optional(credential.substr(start.size())) : std::nullopt;
}

std::optional<std::int64_t> door_number(std::string_view digits) {
  const bool plain =
      std::all_of(digits.begin(), digits.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  if (digits.size() != 4 || !plain) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  for (const char digit : digits) {
    number = number * 10 + (digit - '0');
  }
  return number >= 1 && number <= limits::door_number_max ? std::optional(number) : std::nullopt;
}

bool door_open(const core::State& state, PersonId id) {
  const core::Person& person = state.people.at(id);
  return person.arrived_at == 0 && !person.gone;
}

Doors::Doors(const core::State& state) {
  if (!state.facilitator.token.empty()) {
    set(state.facilitator, nullptr);
  }
  set(state.expert, nullptr);
  set(state.captioner, nullptr);
  for (const auto& [person, card] : state.companions) {
    set(card, nullptr);
  }
  for (const auto& [table, card] : state.table_cards) {
    set(card, nullptr);
  }
  for (const auto& [person, card] : state.cards) {
    set(card, nullptr);
  }
}

void Doors::set(const core::Card& card, const core::Card* old) {
  if (old != nullptr) {
    tokens_.erase(old->token);
    codes_.erase(old->code);
    if (old->door_number) {
      numbers_.erase(*old->door_number);
    }
  }
  const core::Subject owner = owner_of(card);
  if (!card.token.empty()) {
    tokens_[card.token] = owner;
  }
  if (!card.code.empty()) {
    codes_[card.code] = owner;
  }
  if (card.door_number) {
    numbers_[*card.door_number] = card.person;
  }
}

std::optional<core::Subject> Doors::by_token(std::string_view token) const {
  return find(tokens_, token);
}

std::optional<core::Subject> Doors::by_code(std::string_view normal_code) const {
  return find(codes_, normal_code);
}

std::optional<PersonId> Doors::by_number(std::int64_t number) const {
  const auto found = numbers_.find(number);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace tablee::host
