#include <algorithm>
#include <iterator>

#include "base/sha256.h"
#include "core/decide_parts.h"
#include "core/drafting.h"
#include "core/measure.h"
#include "core/merge.h"
#include "core/night.h"
#include "core/review.h"
#include "core/sample.h"
#include "core/seal.h"
#include "core/timetable.h"
#include "core/view_rules.h"
#include "core/wishes.h"

namespace tablee::core {
namespace {

std::vector<IdeaId> ideas_of(const State& state, ClusterId cluster) {
  std::vector<IdeaId> ideas;
  for (const auto& [id, idea] : state.ideas) {
    if (idea.fate == Fate::clustered && idea.cluster == cluster) {
      ideas.push_back(id);
    }
  }
  return ideas;
}

std::vector<ClusterId> clusters_with_ideas(const State& state) {
  std::set<ClusterId> filled;
  for (const auto& [id, idea] : state.ideas) {
    if (idea.fate == Fate::clustered && idea.cluster) {
      filled.insert(*idea.cluster);
    }
  }
  return {filled.begin(), filled.end()};
}

// The poll of a `rank` step, made, and opened unless its easy French is waited for. A poll in which people voted keeps
// the options they had.
Events ranking(const State& state, const Step& step) {
  if (seats_by_wish(step)) {
    return {};  // subjects are asked for, not ranked
  }
  const auto made = std::find_if(state.polls.begin(), state.polls.end(),
                                 [&](const auto& entry) { return entry.second.step == step.id; });
  const bool exists = made != state.polls.end();
  if (exists && made->second.status == PollStatus::published) {
    return {};
  }
  if (exists && !made->second.voters.empty()) {
    return Events(PollOpened{made->first, made->second.present});
  }
  const std::vector<ClusterId> options = clusters_with_ideas(state);
  if (options.empty()) {
    return {};
  }
  const PollId id = exists ? made->first : next_id(state.polls);
  const bool waits = step.easy_wording.value_or(false);
  if (waits && exists && made->second.status == PollStatus::prepared && made->second.options == options) {
    return {};  // what is written of it stays
  }
  Events events(PollPrepared{id, step.id, step.rule.value_or(""), options, std::nullopt});
  if (waits) {
    return events;
  }
  events.add(PollOpened{id, people_present(state)});
  return events;
}

Events votes(const State& state, const Step& step) {
  Events events;
  PollId id = next_id(state.polls);
  for (const auto& [article_id, article] : state.articles) {
    const auto is_its_poll = [&, wanted = article_id](const auto& entry) {
      return entry.second.step == step.id && entry.second.article == wanted;
    };
    if (article.status == ArticleStatus::submitted &&
        std::none_of(state.polls.begin(), state.polls.end(), is_its_poll)) {
      events.add(PollPrepared{id, step.id, step.rule.value_or(""), {}, article_id});
      ++id.value;
    }
  }
  return events;
}

bool takes_wished_subjects(const Step& step) {
  return step.reads && std::any_of(step.reads->begin(), step.reads->end(),
                                   [](const Read& read) { return read.distribution == Distribution::wish; });
}

// Articles that go on, then one article a table that has none: on the subject it took, or the clusters dealt in order
// and, when there are more tables, again from the first.
Events articles(const State& state, const Step& step) {
  const std::vector<ClusterId> clusters = subjects_of_tables(state);
  const std::vector<TableId> without = tables_without_article(state, step);
  Events events;
  for (const auto& [article_id, article] : state.articles) {
    if (goes_on_with(state, step, article)) {
      events.add(ArticleReopened{article_id, step.id});
    }
  }
  ArticleId id = next_id(state.articles);
  std::size_t place = 0;
  for (const auto& [table_id, table] : state.tables) {
    if (table.removed) {
      continue;
    }
    const std::size_t turn = place++;
    if (std::find(without.begin(), without.end(), table_id) == without.end()) {
      continue;
    }
    ArticleOpened opened{id, step.id, table_id, std::nullopt, {}};
    const auto subject = state.subjects.find(table_id);
    if (subject != state.subjects.end() && (takes_wished_subjects(step) || seats_by_wish(step))) {
      opened.cluster = standing_cluster(state, subject->second);
    } else if (!clusters.empty()) {
      opened.cluster = clusters[turn % clusters.size()];
    }
    if (opened.cluster) {
      opened.sources = ideas_of(state, *opened.cluster);
    }
    events.add(std::move(opened));
    ++id.value;
  }
  return events;
}

// The avis is sealed with every count the room has: none may be published after the seal.
Events seal(const State& state, const Events& gesture) {
  if (std::holds_alternative<AvisSealed>(gesture.back())) {
    return {};
  }
  Events published;
  for (const auto& [id, poll] : state.polls) {
    if (poll.article && poll.status == PollStatus::closed) {
      published.add(PollPublished{id});
    }
  }
  return published.empty() ? Events{AvisSealed{to_hex(sha256(canonical_avis(state)))}} : published;
}

Events made_by_start(const State& state, const Step& step) {
  switch (step.kind) {
    case StepKind::rank:
      return ranking(state, step);
    case StepKind::draft:
      return articles(state, step);
    case StepKind::vote:
      return votes(state, step);
    case StepKind::review:
      return sampled_read(step) != nullptr ? samples_for_everyone(state, step) : readings_of_turn(state, step);
    case StepKind::merge:
      return groups_of_turn(state, step);
    case StepKind::measure:
      return articles_to_ask(state, step);
    case StepKind::hand_over:
    case StepKind::welcome:
    case StepKind::present:
    case StepKind::write:
    case StepKind::cluster:
    case StepKind::ask:
    case StepKind::amend:
    case StepKind::debate:
    case StepKind::pause:
      return {};
  }
  return {};
}

// A later turn of a step that goes on.
Events made_by_turn(const State& state, const Step& step) {
  if (step.kind == StepKind::merge) {
    return groups_of_turn(state, step);
  }
  return step.kind == StepKind::review ? readings_of_turn(state, step) : Events{};
}

}  // namespace

std::vector<TableId> tables_without_article(const State& state, const Step& step) {
  std::vector<TableId> tables;
  for (const auto& [id, table] : state.tables) {
    const bool has_one = std::any_of(state.articles.begin(), state.articles.end(), [&, wanted = id](const auto& entry) {
      const Article& article = entry.second;
      return article.table == wanted && (article.step == step.id || goes_on_with(state, step, article));
    });
    if (!table.removed && !has_one) {
      tables.push_back(id);
    }
  }
  return tables;
}

namespace {

// The events after which somebody may speak, wait or sit who is no longer there to do so.
bool moves_people(const Event& event) {
  return std::holds_alternative<StepStarted>(event) || std::holds_alternative<StepEnded>(event) ||
         std::holds_alternative<TransitionUndone>(event) || std::holds_alternative<PersonGone>(event) ||
         std::holds_alternative<PersonSeated>(event) || std::holds_alternative<TablesDealt>(event) ||
         std::holds_alternative<TableRemoved>(event) || std::holds_alternative<MiddleSeatLeft>(event) ||
         std::holds_alternative<TurnStarted>(event) || std::holds_alternative<FloorUndone>(event);
}

// The night that this gesture begins or ends, whose content is still to be sealed; nullptr: none.
const Step* night_to_seal(const State& state, const Events& gesture) {
  const Step* night = nullptr;
  for (const Event& event : gesture) {
    const auto* started = std::get_if<StepStarted>(&event);
    const auto* ended = std::get_if<StepEnded>(&event);
    const std::string* id = started != nullptr ? &started->step : ended != nullptr ? &ended->step : nullptr;
    if (id != nullptr) {
      const Step* step = find_step(state.scenario, *id);
      night = step != nullptr && is_night(*step) ? step : night;
    } else if (std::holds_alternative<ContentSealed>(event)) {
      return nullptr;
    }
  }
  return night;
}

// What happened last, what only goes with a start aside: seats, the committee, the seal of a night.
const Event& last_of(const Events& gesture) {
  const std::reverse_iterator first(gesture.begin());
  const auto last = std::find_if(std::reverse_iterator(gesture.end()), first, [](const Event& event) {
    return !std::holds_alternative<ContentSealed>(event) && !std::holds_alternative<TablesDealt>(event) &&
           !std::holds_alternative<CommitteeFormed>(event);
  });
  return last == first ? gesture.back() : *last;
}

Decision made_by_gesture(const State& state, const Events& gesture) {
  if (const Step* night = night_to_seal(state, gesture)) {
    return fact(ContentSealed{night->id, to_hex(sha256(canonical_content(state)))});
  }
  const bool started = std::any_of(gesture.begin(), gesture.end(),
                                   [](const Event& event) { return std::holds_alternative<StepStarted>(event); });
  if (!started) {
    const bool new_turn = !gesture.empty() && std::holds_alternative<TurnStarted>(gesture.back());
    return new_turn ? Decision{made_by_turn(state, *current_step(state)), {}} : Decision{};
  }
  const Step& step = *current_step(state);
  const Event& last = last_of(gesture);
  if (const auto* start = std::get_if<StepStarted>(&last); start != nullptr && step.timer.turns) {
    return fact(turn_started(step, 0, state.run.started_at));
  }
  if (step.kind == StepKind::hand_over) {
    Decision sealed{seal(state, gesture), {}};
    if (!sealed.events.empty() && std::holds_alternative<AvisSealed>(sealed.events.back())) {
      for (auto* forget : {&forget_profiles, &forget_help, &forget_words}) {
        std::vector<Record> forgotten = forget(state);
        std::move(forgotten.begin(), forgotten.end(), std::back_inserter(sealed.records));
      }
    }
    return sealed;
  }
  const bool just_now = std::holds_alternative<StepStarted>(last) || std::holds_alternative<TurnStarted>(last);
  if (!just_now) {
    return {};
  }
  Decision decision{made_by_start(state, step), {}};
  const auto opened = std::count_if(decision.events.begin(), decision.events.end(),
                                    [](const Event& event) { return std::holds_alternative<ArticleOpened>(event); });
  ArticleId next = next_id(state.articles);
  next.value += static_cast<decltype(next.value)>(opened);
  decision.events.append(articles_for_committee(state, step, next));
  return decision;
}

}  // namespace

Decision decide_consequences(const State& state, const Events& gesture) {
  Decision decision = made_by_gesture(state, gesture);
  if (std::any_of(gesture.begin(), gesture.end(), moves_people)) {
    // In front: the seal stays the last word of the gesture that hands the avis over.
    decision.events.prepend(speaking_consequences(state));
  }
  decision.events.append(regroup(state, gesture));
  decision.events.append(samples_for_newcomers(state, gesture));
  return decision;
}

}  // namespace tablee::core
