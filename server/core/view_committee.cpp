#include "core/view_committee.h"

#include "core/committee.h"
#include "core/lineage.h"
#include "core/run.h"
#include "core/view_rules.h"

namespace tablee::core {

std::vector<SortingIdea> sorting_ideas(const State& state) {
  std::vector<SortingIdea> rows;
  for (const auto& [id, idea] : state.ideas) {
    if (!idea_can_be_sorted(state, idea)) {
      continue;
    }
    SortingIdea row;
    row.id = id;
    row.text = idea.text;
    row.table = idea.table;
    row.late = idea.late;
    row.fate = idea.fate;
    row.cluster = idea.cluster;
    row.reason = idea.reason;
    row.contested = standing_contest(idea);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<SortingCluster> sorting_clusters(const State& state) {
  std::vector<SortingCluster> rows;
  for (const auto& [id, cluster] : state.clusters) {
    if (!cluster.merged_into) {
      rows.push_back({id, cluster.title, cluster.parents});
    }
  }
  return rows;
}

std::optional<CommitteeView> view_committee(const State& state, PersonId person) {
  const Step* step = current_step(state);
  if (step == nullptr || !is_active(state.run) || committee_of(*step) == nullptr) {
    return std::nullopt;
  }
  const Audience& audience = *committee_of(*step);
  const std::set<PersonId> members = committee_now(state);
  CommitteeView view;
  view.title = step->parallel ? step->parallel->title : step->title;
  view.instruction = step->parallel ? step->parallel->instruction : step->instruction;
  view.size = committee_size(audience);
  view.members = static_cast<std::int64_t>(members.size());
  view.member = members.contains(person);
  view.volunteers = audience.selection == Selection::volunteers;
  if (!view.member && !view.volunteers) {
    return std::nullopt;
  }
  view.work = work_of_committee(*step);
  if (view.member && view.work == StepKind::cluster) {
    view.ideas = sorting_ideas(state);
    view.clusters = sorting_clusters(state);
  } else if (view.member) {
    view.frame = frame_of(*step, true);
    for (const auto& [id, article] : state.articles) {
      if (article.by_committee && article.step == step->id) {
        view.articles.push_back(view_committee_article(state, article));
      }
    }
  }
  return view;
}

}  // namespace tablee::core
