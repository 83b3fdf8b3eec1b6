#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {
namespace {

// What a vote asks stays as it is once somebody may have answered.
Result<const Poll*> poll_to_word(const State& state, PollId id) {
  const Poll* poll = find_in(state.polls, id);
  if (poll == nullptr) {
    return refuse(Code::not_found, "poll", "there is no such poll");
  }
  if (poll->status != PollStatus::prepared) {
    return refuse(Code::wrong_state, "poll", "this poll has been opened: what it asks does not change any more");
  }
  return poll;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope&, const WordPoll& command) {
  const auto poll = poll_to_word(state, command.poll);
  if (!poll) {
    return poll.error();
  }
  PollWorded worded{command.poll, clean_text(command.text), command.readers, clean_name(command.readers_from)};
  if (worded.text.empty() && worded.readers > 0) {
    return refuse(Code::missing_field, "text", "nobody can have read a text that is not there");
  }
  if (worded.text.empty()) {
    worded.readers_from.clear();
  }
  const PollWorded before = (*poll)->wording.value_or(PollWorded{command.poll, "", 0, ""});
  const bool same =
      before.text == worded.text && before.readers == worded.readers && before.readers_from == worded.readers_from;
  return same ? Decision{} : fact(std::move(worded));
}

Result<Decision> answer(const State& state, const Envelope&, const WaiveWording& command) {
  const auto poll = poll_to_word(state, command.poll);
  if (!poll) {
    return poll.error();
  }
  std::string reason = clean_text(command.reason);
  return reason == (*poll)->wording_waived ? Decision{} : fact(WordingWaived{command.poll, std::move(reason)});
}

}  // namespace tablee::core
