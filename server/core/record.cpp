#include "core/record.h"

namespace tablee::core {
namespace {

template <class Tag>
std::string digits(Id<Tag> id) {
  return std::to_string(id.value);
}

std::string key_of(const Card& card) {
  if (card.companion.value_or(false)) {
    return "companion/" + digits(card.person);
  }
  if (card.person) {
    return "person/" + digits(card.person);
  }
  if (card.table) {
    return "table/" + digits(card.table);
  }
  if (card.captioner.value_or(false)) {
    return "captioner";
  }
  return card.expert.value_or(false) ? "expert" : "facilitator";
}
std::string key_of(const Draft& draft) {
  return digits(draft.person) + "/" + draft.step;
}
std::string key_of(const ArticleText& text) {
  return digits(text.article) + "/" + text.field_id;
}
std::string key_of(const Ballot& ballot) {
  return digits(ballot.poll) + "/" + ballot.ballot_key;
}
// The prefix keeps sheets apart from ballots where both lie in one box: a poll's number never looks like it.
std::string key_of(const Sheet& sheet) {
  return "sheet/" + sheet.step + "/" + sheet.pseudonym;
}

std::string key_of(const KeptProfile& kept) {
  return digits(kept.person);
}
std::string key_of(const Help& help) {
  return digits(help.person);
}
std::string key_of(const SpokenWords& words) {
  return digits(words.person);
}

template <class Other>
bool is_nothing(const Other&) {
  return false;
}
bool is_nothing(const Card& card) {
  return card.companion.value_or(false) && card.token.empty();
}
bool is_nothing(const KeptProfile& kept) {
  return !kept.profile;
}
bool is_nothing(const ArticleText& text) {
  return text.text.empty() && text.revision == 0;
}
bool is_nothing(const Draft& draft) {
  return draft.text.empty();
}
bool is_nothing(const Help& help) {
  return help.text.empty() && help.place.empty() && !help.poll;
}
bool is_nothing(const SpokenWords& words) {
  return words.text.empty() && !words.preparing;
}

}  // namespace

std::string record_key(const Record& record) {
  return std::visit([](const auto& each) { return key_of(each); }, record);
}

bool is_erased(const Record& record) {
  return std::visit([](const auto& each) { return is_nothing(each); }, record);
}

}  // namespace tablee::core
