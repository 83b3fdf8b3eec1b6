#include "core/touch_marks.h"

#include <algorithm>

#include "base/check.h"
#include "core/committee.h"
#include "core/drafting.h"
#include "core/lineage.h"
#include "core/merge.h"
#include "core/own_time.h"
#include "core/review.h"
#include "core/sample.h"
#include "core/speaking_rules.h"
#include "core/view_rules.h"
#include "core/wishes.h"

namespace tablee::core {
namespace {

// A committee's article is no table's.
void mark_table(const Article& article, Touched& touched) {
  if (article.table) {
    touched.tables.insert(article.table);
  }
}

}  // namespace

void mark(Touched& touched, std::initializer_list<Section> sections) {
  for (const Section section : sections) {
    touched.sections.set(static_cast<std::size_t>(section));
  }
}

void mark_group(const MergeGroup& group, Touched& touched) {
  touched.people.insert(group.people.begin(), group.people.end());
  if (group.table) {
    touched.tables.insert(*group.table);
  }
}

void mark_group_of(const State& state, IdeaId idea, Touched& touched) {
  if (const MergeTurn* turn = groups_now(state)) {
    if (const auto place = turn->places.find(idea); place != turn->places.end()) {
      mark_group(turn->groups[place->second], touched);
    }
  }
}

void mark_group_of(const State& state, PersonId person, Touched& touched) {
  if (const MergeGroup* group = group_of(state, Subject{Role::participant, person, {}})) {
    mark_group(*group, touched);
  }
}

void mark_author(const State& state, IdeaId idea, Touched& touched) {
  const auto found = state.ideas.find(idea);
  if (found != state.ideas.end()) {
    const std::vector<PersonId> authors = authors_of(state, found->second);
    touched.people.insert(authors.begin(), authors.end());
    mark_group_of(state, idea, touched);
  }
}

void mark_authors_in(const State& state, ClusterId cluster, Touched& touched) {
  for (const auto& [id, idea] : state.ideas) {
    if (idea.cluster == cluster) {
      mark_author(state, id, touched);
    }
  }
}

void mark_articles(const State& state, Touched& touched) {
  for (const auto& [id, article] : state.articles) {
    mark_table(article, touched);
    if (article.status != ArticleStatus::writing) {
      mark(touched, {Section::avis});
    }
  }
}

void mark_table_of(const State& state, PersonId person, Touched& touched) {
  const auto found = state.people.find(person);
  if (found != state.people.end() && found->second.table) {
    touched.tables.insert(*found->second.table);
  }
}

void mark_table_of(const State& state, ArticleId article, Touched& touched) {
  const auto found = state.articles.find(article);
  if (found != state.articles.end()) {
    mark_table(found->second, touched);
  }
}

void mark_writers(const State& state, ArticleId article, Touched& touched) {
  const auto found = state.articles.find(article);
  if (found == state.articles.end()) {
    return;
  }
  mark_table(found->second, touched);
  if (found->second.by_committee) {
    const std::set<PersonId> members = drafting_members(state);
    touched.people.insert(members.begin(), members.end());
  }
}

void mark_floor(Touched& touched) {
  mark(touched, {Section::floor, Section::speaking});
}

void mark_queue(const State& state, Touched& touched) {
  mark_floor(touched);
  if (const Floor* floor = current_floor(state)) {
    for (const HandId hand : floor->waiting) {
      touched.people.insert(state.speaking.hands.at(hand).person);
    }
  }
}

void mark_speakers(const State& state, std::string_view step, Touched& touched) {
  mark_floor(touched);
  const auto floor = state.speaking.floors.find(std::string(step));
  if (floor != state.speaking.floors.end()) {
    for (const HandId hand : floor->second.waiting) {
      touched.people.insert(state.speaking.hands.at(hand).person);
    }
    for (const MiddleSeat& seat : floor->second.seats) {
      touched.people.insert(seat.person);
    }
  }
  const auto places = state.speaking.steps.find(std::string(step));
  if (places != state.speaking.steps.end()) {
    for (const auto& [place, measured] : places->second) {
      for (const auto& [person, spoken] : measured.people) {
        touched.people.insert(person);
      }
    }
  }
}

void mark_place(std::optional<TableId> table, Touched& touched) {
  mark(touched, {Section::speaking});
  if (table) {
    touched.tables.insert(*table);
  } else {
    mark_floor(touched);
  }
}

void mark_running(const State& state, Touched& touched) {
  for (const auto& [place, speech] : state.speaking.running) {
    mark_place(place ? std::optional(place) : std::nullopt, touched);
  }
}

void mark_items(const State& state, Touched& touched) {
  const Step* step = current_step(state);
  if (step != nullptr && step->timer.budget) {
    mark(touched, {Section::step});
  }
}

void mark_asked_articles(const State& state, Touched& touched) {
  if (!state.articles_asked.empty()) {
    mark(touched, {Section::measure});
  }
}

void mark_reviews(const State& state, Touched& touched) {
  if (last_review(state) != nullptr || !state.comments.empty()) {
    mark(touched, {Section::step, Section::people, Section::sorting});
    touched.all_tables = true;
    // Those who read ideas drawn for them.
    if (const auto dealt = state.samples.find(state.run.step); dealt != state.samples.end()) {
      for (const auto& [person, ideas] : dealt->second) {
        touched.people.insert(person);
      }
    }
  }
}

bool is_merging(const State& state) {
  const Step* step = current_step(state);
  return step != nullptr && step->kind == StepKind::merge;
}

void mark_merging(Touched& touched) {
  mark(touched, {Section::board, Section::tally, Section::people});
  touched.all_tables = true;
  touched.all_people = true;
}

void mark_kind(StepKind kind, Touched& touched) {
  switch (kind) {
    case StepKind::cluster:
      return mark(touched, {Section::board, Section::avis});
    case StepKind::draft:
      return mark(touched, {Section::avis, Section::vote, Section::counts, Section::sorting});
    case StepKind::write:
    case StepKind::review:
      return mark(touched, {Section::sorting});
    case StepKind::rank:
    case StepKind::vote:
      return mark(touched, {Section::vote, Section::counts});
    case StepKind::merge:
      return mark(touched, {Section::board, Section::sorting});
    case StepKind::measure:
      return mark(touched, {Section::measure});
    case StepKind::ask:
      return mark(touched, {Section::questions});
    default:
      return;
  }
}

const Step& step_of(const State& state, std::string_view id) {
  const Step* found = find_step(state.scenario, id);
  TABLEE_CHECK(found != nullptr);
  return *found;
}

void mark_questions_passed(const State& state, const Step& started, Touched& touched) {
  const Step* left = state.laps.size() < 2 ? state.scenario.steps.data()
                                           : find_step(state.scenario, state.laps[state.laps.size() - 2].step);
  const auto [first, last] = std::minmax({left, &started});
  const bool asks = std::any_of(first, last + 1, [](const Step& step) { return step.kind == StepKind::ask; });
  const auto waits = [](const auto& entry) { return entry.second.fate == AskedFate::open; };
  if (asks && std::any_of(state.questions.begin(), state.questions.end(), waits)) {
    mark(touched, {Section::questions});
  }
}

namespace {

void mark_wishes_of(const State& state, const Step& step, Touched& touched) {
  if (concerns_wishes(state, step)) {
    mark(touched, {Section::tally});
    touched.all_people = true;
  }
}

}  // namespace

void mark_own_tasks(const State& state, const Step& step, Touched& touched) {
  mark_wishes_of(state, step, touched);
  touched.all_people = touched.all_people || sampled_read(step) != nullptr;
}

void mark_wishes(const State& state, Touched& touched) {
  if (const Step* step = current_step(state)) {
    mark_wishes_of(state, *step, touched);
  }
}

void mark_transition(Touched& touched) {
  mark(touched, {Section::step, Section::board, Section::vote, Section::measure, Section::questions, Section::tally,
                 Section::avis, Section::run, Section::counts, Section::people, Section::sorting, Section::floor,
                 Section::speaking, Section::needs});
  touched.all_tables = true;
  touched.all_people = true;
}

void mark_of_step(const State& state, const Step& step, Touched& touched) {
  if (drafts(step)) {
    mark_asked_articles(state, touched);
  }
  if (goes_on_alone(step.kind)) {
    // Those who have more time for it than the others.
    for (const auto& [id, person] : state.people) {
      if (person.pace != Pace::usual) {
        touched.people.insert(id);
      }
    }
  }
  if (committee_of(step) != nullptr) {
    touched.all_people = true;
    mark(touched, {Section::sorting});
  }
  if (has_drafting_committee(step)) {
    mark_kind(StepKind::draft, touched);
    touched.all_tables = true;
  }
}

void mark_tables_of(const State& state, const Step& step, Touched& touched) {
  touched.tables.insert(state.tables_asked_anew.begin(), state.tables_asked_anew.end());
  switch (step.kind) {
    case StepKind::cluster:
    case StepKind::draft:
    case StepKind::review:
    case StepKind::merge:
      touched.all_tables = true;
      return;
    default:
      touched.all_tables = touched.all_tables || is_at_tables(step);
  }
}

}  // namespace tablee::core
