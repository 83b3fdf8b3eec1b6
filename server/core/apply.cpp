#include "core/apply.h"

#include <algorithm>

#include "base/limits.h"
#include "core/apply_parts.h"

namespace tablee::core {
namespace {

void remember_number(State& state, const Stamp& stamp) {
  if (stamp.number == 0) {
    return;
  }
  auto& numbers = state.last_numbers;
  std::pair key{stamp.subject, stamp.sender};
  if (const auto known = numbers.find(key); known != numbers.end()) {
    known->second = std::max(known->second, stamp.number);
    return;
  }
  std::int64_t senders = 0;
  auto least = numbers.end();
  for (auto other = numbers.lower_bound({stamp.subject, ""});
       other != numbers.end() && other->first.first == stamp.subject; ++other) {
    ++senders;
    if (least == numbers.end() || other->second < least->second) {
      least = other;
    }
  }
  if (senders >= limits::senders_per_subject_max) {
    numbers.erase(least);
  }
  numbers.emplace(std::move(key), stamp.number);
}

void keep(State& state, const Card& card) {
  if (card.companion.value_or(false)) {
    if (card.token.empty()) {
      state.companions.erase(card.person);
    } else {
      state.companions.insert_or_assign(card.person, card);
    }
  } else if (card.person) {
    state.cards.insert_or_assign(card.person, card);
  } else if (card.table) {
    state.table_cards.insert_or_assign(card.table, card);
  } else if (card.expert.value_or(false)) {
    state.expert = card;
  } else if (card.captioner.value_or(false)) {
    state.captioner = card;
  } else {
    state.facilitator = card;
  }
}

void keep(State& state, const Draft& draft) {
  std::pair key{draft.person, draft.step};
  if (draft.text.empty()) {
    state.drafts.erase(key);
  } else {
    state.drafts.insert_or_assign(std::move(key), draft);
  }
}

void keep(State& state, const KeptProfile& kept) {
  if (kept.profile) {
    state.profiles.insert_or_assign(kept.person, *kept.profile);
  } else {
    state.profiles.erase(kept.person);
  }
}

void keep(State& state, const Help& help) {
  if (is_erased(help)) {
    state.help.erase(help.person);
  } else {
    state.help.insert_or_assign(help.person, help);
  }
}

void keep(State& state, const SpokenWords& words) {
  if (is_erased(words)) {
    state.words.erase(words.person);
  } else {
    state.words.insert_or_assign(words.person, words);
  }
}

void keep(State& state, const ArticleText& text) {
  auto& kept = existing(state.articles, text.article).old_drafts;
  if (is_erased(text)) {
    kept.erase(text.field_id);
  } else {
    kept.insert_or_assign(text.field_id, text);
  }
}

void keep(State& state, const Ballot& ballot) {
  existing(state.polls, ballot.poll).box.insert_or_assign(ballot.ballot_key, ballot);
}

void keep(State& state, const Sheet& sheet) {
  existing(state.measures, sheet.step).box.insert_or_assign(sheet.pseudonym, sheet);
}

}  // namespace

void apply(State& state, const Stamp& stamp, const Event& event) {
  TABLEE_CHECK(stamp.at >= state.last_event_at);
  std::visit([&](const auto& each) { change(state, stamp, each); }, event);
  state.last_event_at = stamp.at;
  remember_number(state, stamp);
}

void apply(State& state, const Record& record) {
  std::visit([&](const auto& each) { keep(state, each); }, record);
}

}  // namespace tablee::core
