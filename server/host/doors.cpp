#include "host/doors.h"

#include <algorithm>

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
  }
  const core::Subject owner = owner_of(card);
  if (!card.token.empty()) {
    tokens_[card.token] = owner;
  }
  if (!card.code.empty()) {
    codes_[card.code] = owner;
  }
}

std::optional<core::Subject> Doors::by_token(std::string_view token) const {
  return find(tokens_, token);
}

std::optional<core::Subject> Doors::by_code(std::string_view normal_code) const {
  return find(codes_, normal_code);
}

}  // namespace tablee::host
