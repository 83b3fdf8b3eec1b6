// Who is in the committee that sorts or drafts, what it leaves to the room, and ideas whose author says they are not in
// their place.
#include "base/utf8.h"
#include "core/committee.h"
#include "core/decide_parts.h"
#include "core/drafting.h"

namespace tablee::core {
namespace {

std::set<PersonId> members_of(const State& state, const std::string& step) {
  const auto formed = state.committees.find(step);
  return formed == state.committees.end() ? std::set<PersonId>{} : formed->second;
}

Decision formed(const std::string& step, const std::set<PersonId>& people) {
  return fact(CommitteeFormed{step, {people.begin(), people.end()}, ""});
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope&, const SetCommittee& command) {
  const Step* step = find_step(state.scenario, command.step);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  const Audience* audience = committee_of(*step);
  if (audience == nullptr) {
    return refuse(Code::wrong_step, "step", "this step has no committee");
  }
  const std::set<PersonId> people(command.people.begin(), command.people.end());
  for (const PersonId id : people) {
    const Person* person = find_in(state.people, id);
    if (person == nullptr || person->gone) {
      return refuse(Code::not_found, "people", "there is no such person in the room");
    }
  }
  if (static_cast<std::int64_t>(people.size()) > committee_size(*audience)) {
    return refuse(Code::too_many, "people",
                  "this committee holds " + std::to_string(committee_size(*audience)) + " people");
  }
  return members_of(state, command.step) == people ? Decision{} : formed(command.step, people);
}

Result<Decision> answer(const State& state, const Envelope& envelope, const JoinCommittee& command) {
  if (!is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  const Audience* audience = committee_of(*current_step(state));
  if (audience == nullptr || audience->selection != Selection::volunteers) {
    return refuse(Code::not_allowed, "", "this step asks for no volunteers");
  }
  std::set<PersonId> people = members_of(state, command.step);
  const PersonId person = envelope.subject.person;
  if (people.contains(person) == command.wanted) {
    return Decision{};
  }
  if (!command.wanted) {
    people.erase(person);
    return formed(command.step, people);
  }
  if (static_cast<std::int64_t>(people.size()) >= committee_size(*audience)) {
    return refuse(Code::too_many, "", "the committee is full");
  }
  people.insert(person);
  return formed(command.step, people);
}

Result<Decision> answer(const State& state, const Envelope& envelope, const MarkToSettle& command) {
  const Article* article = find_in(state.articles, command.article);
  if (article == nullptr) {
    return refuse(Code::not_found, "article", "there is no such article");
  }
  if (!article->by_committee || !is_active(state, article->step) || !holds_the_pen(state, envelope.subject, *article)) {
    return refuse(Code::not_allowed, "article", "only the committee that writes this article leaves something open");
  }
  const std::string note = clean_text(command.note);
  return article->to_settle == note ? Decision{} : fact(ToSettleMarked{command.article, note});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ContestPlace& command) {
  const Idea* idea = find_in(state.ideas, command.idea);
  // Somebody else's idea is as unknown as one that does not exist.
  if (idea == nullptr || idea->author != envelope.subject.person) {
    return refuse(Code::not_found, "idea", "this person has no such idea");
  }
  if (idea->fate != Fate::clustered && idea->fate != Fate::set_aside) {
    return refuse(Code::wrong_state, "idea", "this idea has no place yet");
  }
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "idea", "the avis is sealed");
  }
  const auto reason = some_text(command.reason, "reason");
  if (!reason) {
    return reason.error();
  }
  const bool already = idea->contested == *reason && idea->place_kept.empty();
  return already ? Decision{} : fact(PlaceContested{command.idea, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const KeepPlace& command) {
  const Idea* idea = find_in(state.ideas, command.idea);
  if (idea == nullptr) {
    return refuse(Code::not_found, "idea", "there is no such idea");
  }
  if (idea->contested.empty()) {
    return refuse(Code::wrong_state, "idea", "nobody contests the place of this idea");
  }
  const std::string reason = clean_text(command.reason);
  if (reason.empty() && !command.reason.empty()) {
    return refuse(Code::out_of_range, "reason", "nothing visible was typed");
  }
  return idea->place_kept == reason ? Decision{} : fact(PlaceKept{command.idea, reason});
}

}  // namespace tablee::core
