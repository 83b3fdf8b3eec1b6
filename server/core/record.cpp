#include "core/record.h"

namespace tablee::core {
namespace {

template <class Tag>
std::string digits(Id<Tag> id) {
  return std::to_string(id.value);
}

std::string key_of(const Card& card) {
  if (card.person) {
    return "person/" + digits(card.person);
  }
  if (card.table) {
    return "table/" + digits(card.table);
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

}  // namespace

std::string record_key(const Record& record) {
  return std::visit([](const auto& each) { return key_of(each); }, record);
}

bool is_erased(const Record& record) {
  if (const auto* kept = std::get_if<KeptProfile>(&record)) {
    return !kept->profile;
  }
  const auto* draft = std::get_if<Draft>(&record);
  return draft != nullptr && draft->text.empty();
}

}  // namespace tablee::core
