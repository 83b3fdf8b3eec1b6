#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/lineage.h"
#include "core/merge.h"

namespace tablee::core {
namespace {

Result<const Step*> find_write_step(const State& state, std::string_view id) {
  const Step* step = find_step(state.scenario, id);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (step->kind != StepKind::write && step->kind != StepKind::merge) {
    return refuse(Code::wrong_step, "step", "this step asks for no ideas");
  }
  return step;
}

// In a merge step ideas are received in the turns in which people write alone, and a little later.
Reception reception_of_ideas(const State& state, const Step& step, const Person& person, TimeMs now) {
  if (step.kind == StepKind::write) {
    return reception(state, step.id, person, now);
  }
  if (writes_alone(state, step)) {
    return Reception::open;
  }
  return has_just_written_alone(state, step, now) ? Reception::late : Reception::closed;
}

std::int64_t ideas_standing(const State& state, const Person& author, std::string_view step) {
  return std::count_if(author.ideas.begin(), author.ideas.end(), [&](const IdeaId id) {
    const Idea& idea = state.ideas.at(id);
    return idea.step == step && idea.fate != Fate::withdrawn;
  });
}

// Why this idea cannot be sorted: until the step it answers has ended, it is its author's alone.
std::optional<Refusal> unsortable(const State& state, IdeaId id, const char* field) {
  const Idea* idea = find_in(state.ideas, id);
  if (idea == nullptr) {
    return refuse(Code::not_found, field, "there is no such idea");
  }
  if (is_active(state, idea->step)) {
    return refuse(Code::wrong_step, field, "people are still writing in the step of this idea");
  }
  if (idea->fate == Fate::withdrawn) {
    return refuse(Code::wrong_state, field, "its author has withdrawn this idea");
  }
  if (idea->fate != Fate::set_aside && !stands(*idea)) {
    return refuse(Code::wrong_state, field, "a group has merged this idea, or has not kept it");
  }
  return std::nullopt;
}

std::optional<Refusal> not_a_cluster(const State& state, ClusterId id, const char* field) {
  const Cluster* cluster = find_in(state.clusters, id);
  if (cluster == nullptr) {
    return refuse(Code::not_found, field, "there is no such cluster");
  }
  if (cluster->merged_into) {
    return refuse(Code::wrong_state, field, "this cluster has been merged into another");
  }
  return std::nullopt;
}

bool is_being_ranked(const State& state, ClusterId cluster) {
  const Poll* poll = open_poll(state);
  return poll != nullptr && std::find(poll->options.begin(), poll->options.end(), cluster) != poll->options.end();
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const SubmitIdea& command) {
  const auto step = find_write_step(state, command.step);
  if (!step) {
    return step.error();
  }
  const PersonId author = envelope.subject.person;
  const Person& person = state.people.at(author);
  const Reception received = reception_of_ideas(state, **step, person, envelope.now);
  if (received == Reception::closed) {
    return refuse(Code::wrong_step, "step", "this step receives no ideas now");
  }
  const auto text = some_text(command.text, "text");
  if (!text) {
    return text.error();
  }
  const Write* write = write_of(**step);
  const std::int64_t characters =
      write != nullptr ? write->characters.value_or(limits::idea_chars_max) : limits::idea_chars_max;
  if (utf8_length(*text) > characters) {
    return refuse(Code::too_long, "text", "the step allows " + std::to_string(characters) + " characters");
  }
  const std::int64_t most =
      write != nullptr ? write->max.value_or(limits::ideas_per_person_max) : limits::ideas_per_person_max;
  if (ideas_standing(state, person, command.step) >= most) {
    return refuse(Code::too_many, "step", "the step allows " + std::to_string(most) + " ideas each");
  }
  if (is_full(person.ideas, limits::ideas_per_person_max) || is_full(state.ideas, limits::ideas_max)) {
    return refuse(Code::too_many, "", "no more ideas can be kept");
  }
  Decision decision = fact(IdeaSubmitted{next_id(state.ideas), author, command.step, *text, received == Reception::late,
                                         command.helped.value_or(false) ? std::optional(true) : std::nullopt});
  // What has been sent is no longer a draft; something else typed since then is.
  const Draft* draft = find_in(state.drafts, {author, command.step});
  if (draft != nullptr && clean_text(draft->text) == *text) {
    decision.records.emplace_back(Draft{author, command.step, ""});
  }
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawIdea& command) {
  const Idea* idea = find_in(state.ideas, command.idea);
  // Somebody else's idea is as unknown as one that does not exist.
  if (idea == nullptr || idea->author != envelope.subject.person) {
    return refuse(Code::not_found, "idea", "this person has no such idea");
  }
  if (!is_active(state, idea->step)) {
    return refuse(Code::wrong_step, "idea", "the step of this idea is over");
  }
  if (idea->fate != Fate::open) {
    return refuse(Code::wrong_state, "idea", "something has already become of this idea");
  }
  return fact(IdeaWithdrawn{command.idea});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const SaveDraft& command) {
  const Step* step = find_step(state.scenario, command.step);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (step->kind != StepKind::write && step->kind != StepKind::ask && step->kind != StepKind::merge) {
    return refuse(Code::wrong_step, "step", "nothing is written alone in this step");
  }
  const PersonId person = envelope.subject.person;
  const std::string text = clean_text(command.text).empty() ? "" : command.text;
  const Draft* before = find_in(state.drafts, {person, command.step});
  if ((before == nullptr ? "" : before->text) == text) {
    return Decision{};
  }
  return kept(Draft{person, command.step, text});
}

Result<Decision> answer(const State& state, const Envelope&, const AddCluster& command) {
  const auto going_on = std::count_if(state.clusters.begin(), state.clusters.end(),
                                      [](const auto& entry) { return !entry.second.merged_into; });
  if (going_on >= limits::clusters_max) {
    return refuse(Code::too_many, "", "the board holds no more clusters");
  }
  const auto title = some_name(command.title, "title");
  if (!title) {
    return title.error();
  }
  for (const IdeaId idea : command.ideas) {
    if (const auto refusal = unsortable(state, idea, "ideas")) {
      return *refusal;
    }
  }
  std::vector<IdeaId> ideas = command.ideas;
  std::sort(ideas.begin(), ideas.end());
  ideas.erase(std::unique(ideas.begin(), ideas.end()), ideas.end());
  return fact(ClusterAdded{next_id(state.clusters), *title, ideas});
}

Result<Decision> answer(const State& state, const Envelope&, const RenameCluster& command) {
  if (const auto refusal = not_a_cluster(state, command.cluster, "cluster")) {
    return *refusal;
  }
  const auto title = some_name(command.title, "title");
  if (!title) {
    return title.error();
  }
  return state.clusters.at(command.cluster).title == *title ? Decision{}
                                                            : fact(ClusterRenamed{command.cluster, *title});
}

Result<Decision> answer(const State& state, const Envelope&, const MoveIdea& command) {
  if (const auto refusal = unsortable(state, command.idea, "idea")) {
    return *refusal;
  }
  if (command.cluster) {
    if (const auto refusal = not_a_cluster(state, *command.cluster, "cluster")) {
      return *refusal;
    }
  }
  const Idea& idea = state.ideas.at(command.idea);
  const bool already = idea.cluster == command.cluster && idea.fate != Fate::set_aside;
  return already ? Decision{} : fact(IdeaMoved{command.idea, command.cluster});
}

Result<Decision> answer(const State& state, const Envelope&, const MergeClusters& command) {
  if (const auto refusal = not_a_cluster(state, command.from, "from")) {
    return *refusal;
  }
  if (const auto refusal = not_a_cluster(state, command.into, "into")) {
    return *refusal;
  }
  if (command.from == command.into) {
    return refuse(Code::out_of_range, "into", "a cluster cannot be merged into itself");
  }
  if (is_being_ranked(state, command.from)) {
    return refuse(Code::wrong_state, "from", "people are giving points to this cluster");
  }
  return fact(ClustersMerged{command.from, command.into});
}

Result<Decision> answer(const State& state, const Envelope&, const SetAsideIdea& command) {
  if (const auto refusal = unsortable(state, command.idea, "idea")) {
    return *refusal;
  }
  const auto reason = some_text(command.reason, "reason");
  if (!reason) {
    return reason.error();
  }
  return fact(IdeaSetAside{command.idea, *reason});
}

}  // namespace tablee::core
