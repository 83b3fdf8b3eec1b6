#include "base/utf8.h"
#include "core/box.h"
#include "core/decide_parts.h"
#include "core/items.h"
#include "core/late_text.h"
#include "vote/points.h"

namespace tablee::core {
namespace {

Refusal no_poll() {
  return refuse(Code::not_found, "poll", "there is no such poll");
}

// The open poll of this method in which this person may put a ballot under this key.
Result<const Poll*> ballot_place(const State& state, PersonId person, PollId id, std::string_view ballot_key,
                                 Method method) {
  const Poll* poll = find_in(state.polls, id);
  const Rule* rule = poll != nullptr ? find_rule(state.scenario, poll->rule) : nullptr;
  if (rule == nullptr || rule->method != method) {
    return refuse(Code::not_found, "poll", "there is no such poll of this kind");
  }
  if (poll->status != PollStatus::open) {
    return refuse(Code::wrong_state, "poll", "this poll is not open");
  }
  if (state.people.at(person).arrived_at == 0) {
    return refuse(Code::not_allowed, "", "only people who are present vote");
  }
  if (!is_drawn_key(ballot_key)) {
    return refuse(Code::out_of_range, "ballot_key", "a ballot key is 32 lower-case hexadecimal digits");
  }
  // A person changes the ballot they have put in, from the tablet that knows its key; nobody has two ballots, and
  // nobody puts theirs in the place of another's.
  const bool has_voted = poll->voters.contains(person);
  const bool key_known = poll->box.contains(std::string(ballot_key));
  if (has_voted != key_known) {
    return refuse(Code::conflict, "ballot_key",
                  has_voted ? "this person's ballot has another key" : "another ballot has this key");
  }
  return poll;
}

bool is_submitted(const State& state, ArticleId article) {
  const Article* found = find_in(state.articles, article);
  return found != nullptr && found->status == ArticleStatus::submitted;
}

// « Je passe », « je ne sais pas »: a ballot like the others, in the same box.
Result<Decision> blank_ballot(PersonId person, const CastPoints& command) {
  if (!command.points.empty()) {
    return refuse(Code::out_of_range, "points", "a blank ballot gives no points");
  }
  if (*command.blank != Choice::abstain && *command.blank != Choice::unsure) {
    return refuse(Code::out_of_range, "blank", "a ballot without points abstains, or is unsure");
  }
  Decision decision = fact(BallotCast{command.poll, person});
  decision.records.emplace_back(Ballot{command.poll, command.ballot_key, command.blank, std::nullopt});
  return decision;
}

// Where the step asks for it, the easy French must have been read by people concerned, or done without for a reason.
bool lacks_wording(const State& state, const Poll& poll) {
  const Step* step = find_step(state.scenario, poll.step);
  const bool needed = step != nullptr && step->easy_wording.value_or(false);
  const bool read = poll.wording && poll.wording->readers > 0;
  return needed && !read && poll.wording_waived.empty();
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const CastPoints& command) {
  const PersonId person = envelope.subject.person;
  const auto poll = ballot_place(state, person, command.poll, command.ballot_key, Method::points);
  if (!poll) {
    return poll.error();
  }
  if (command.blank) {
    return blank_ballot(person, command);
  }
  const Rule& rule = *find_rule(state.scenario, (*poll)->rule);
  std::vector<std::uint32_t> options;
  options.reserve((*poll)->options.size());
  for (const ClusterId option : (*poll)->options) {
    options.push_back(option.value);
  }
  std::vector<vote::PointsMark> marks;
  marks.reserve(command.points.size());
  for (const PointsOn& mark : command.points) {
    marks.push_back(vote::PointsMark{mark.option.value, mark.points});
  }
  const vote::PointsRule limits{rule.points.value_or(0), rule.max_per_option.value_or(0), rule.keep.value_or(0)};
  if (!vote::valid_points_ballot(limits, options, marks)) {
    return refuse(Code::out_of_range, "points",
                  "too many points, too many on one option, or an option that is not one");
  }
  Ballot ballot{command.poll, command.ballot_key, std::nullopt, command.points};
  // The order in which points were given says something about the person.
  std::sort(ballot.points->begin(), ballot.points->end(),
            [](const PointsOn& one, const PointsOn& other) { return one.option < other.option; });
  Decision decision = fact(BallotCast{command.poll, person});
  decision.records.emplace_back(std::move(ballot));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const CastVote& command) {
  const PersonId person = envelope.subject.person;
  const auto poll = ballot_place(state, person, command.poll, command.ballot_key, Method::motion);
  if (!poll) {
    return poll.error();
  }
  Decision decision = fact(BallotCast{command.poll, person});
  decision.records.emplace_back(Ballot{command.poll, command.ballot_key, command.choice, std::nullopt});
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const OpenPoll& command) {
  const Poll* poll = find_in(state.polls, command.poll);
  if (poll == nullptr) {
    return no_poll();
  }
  if (!is_active(state, poll->step)) {
    return refuse(Code::wrong_step, "poll", "the step of this poll is not going on");
  }
  if (poll->status == PollStatus::open || poll->status == PollStatus::published) {
    return refuse(Code::wrong_state, "poll", "this poll is open or published");
  }
  if (open_poll(state) != nullptr) {
    return refuse(Code::wrong_state, "poll", "another poll is open");
  }
  if (poll->article && !is_submitted(state, *poll->article)) {
    return refuse(Code::wrong_state, "poll", "the article of this poll is not submitted");
  }
  if (lacks_wording(state, *poll)) {
    return refuse(Code::wrong_state, "wording", "people concerned have not read its easy French yet");
  }
  const bool first_time = poll->status == PollStatus::prepared;
  Decision decision;
  const Article* article = poll->article ? find_in(state.articles, *poll->article) : nullptr;
  if (article != nullptr && article->freezes_at != 0) {
    decision.events = freeze(state, *article);
  }
  decision.events.add(PollOpened{command.poll, first_time ? people_present(state) : poll->present});
  decision.events.append(poll_item(state, command.poll, envelope.now));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const ClosePoll& command) {
  const Poll* poll = find_in(state.polls, command.poll);
  if (poll == nullptr) {
    return no_poll();
  }
  if (poll->status != PollStatus::open) {
    return refuse(Code::wrong_state, "poll", "this poll is not open");
  }
  PollClosed closed = count_poll(state, *poll);
  if (closed.awaited) {
    const std::string reason = clean_text(command.reason.value_or(""));
    if (reason.empty()) {
      return refuse(Code::conflict, "reason",
                    std::to_string(*closed.awaited) + " people who need more time still vote");
    }
    closed.reason = reason;
  }
  return fact(std::move(closed));
}

Result<Decision> answer(const State& state, const Envelope&, const PublishPoll& command) {
  const Poll* poll = find_in(state.polls, command.poll);
  if (poll == nullptr) {
    return no_poll();
  }
  if (poll->status != PollStatus::closed) {
    return refuse(Code::wrong_state, "poll", "this poll is not closed, or already published");
  }
  if (poll->article && !is_submitted(state, *poll->article)) {
    return refuse(Code::wrong_state, "poll", "the article of this poll is being written again");
  }
  return fact(PollPublished{command.poll});
}

}  // namespace tablee::core
