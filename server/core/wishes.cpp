#include "core/wishes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/rng.h"
#include "core/presence.h"
#include "core/run.h"
#include "core/view_rules.h"
#include "seating/places.h"

namespace tablee::core {
namespace {

// The step that comes after this one, dropped ones skipped; nullptr: it is the last.
const Step* step_after(const State& state, const Step& step) {
  const Step* end = state.scenario.steps.data() + state.scenario.steps.size();
  const Step* next = &step + 1;
  while (next != end && state.dropped.contains(next->id)) {
    ++next;
  }
  return next == end ? nullptr : next;
}

bool is_drafted_by_wish(const Step* step) {
  return step != nullptr && step->kind == StepKind::draft && seats_by_wish(*step);
}

// The last ranking, or nullptr.
const Poll* last_ranking(const State& state) {
  const auto found = std::find_if(state.polls.rbegin(), state.polls.rend(),
                                  [](const auto& entry) { return entry.second.result && entry.second.result->points; });
  return found == state.polls.rend() ? nullptr : &found->second;
}

// Subjects are asked of people only once they may know them: not while they rank them, nor before the count is
// published.
bool subjects_are_known(const State& state) {
  const bool ranked_now = std::any_of(state.polls.begin(), state.polls.end(),
                                      [](const auto& entry) { return !entry.second.article && !entry.second.result; });
  if (ranked_now) {
    return false;
  }
  const Poll* ranking = last_ranking(state);
  const bool known = ranking == nullptr ? board_is_public(state) : ranking->status == PollStatus::published;
  return known && !subjects_of_tables(state).empty();
}

using Wishes = std::map<PersonId, std::vector<ClusterId>>;

// As subjects stand today: one that was merged since goes on in the other.
Wishes wishes_for(const State& state, const Step& step) {
  Wishes wishes;
  if (const auto said = state.wishes.find(step.id); said != state.wishes.end()) {
    wishes = said->second;
  }
  for (auto& [person, clusters] : wishes) {
    std::transform(clusters.begin(), clusters.end(), clusters.begin(),
                   [&](const ClusterId each) { return standing_cluster(state, each); });
  }
  return wishes;
}

// The place of this subject among someone's wishes, from 0; their number when they did not ask for it.
std::int64_t place_among(const std::vector<ClusterId>& wishes, ClusterId subject) {
  return std::find(wishes.begin(), wishes.end(), subject) - wishes.begin();
}

class Composition {
 public:
  Composition(const State& state, const Step& wished, const Step& started, std::uint64_t seed)
      : state_(state), started_(started), wishes_(wishes_for(state, wished)), max_(most_wishes(wished)) {
    for (const auto& [id, table] : state.tables) {
      if (!table.removed) {
        tables_.push_back(id);
      }
    }
    for (const auto& [id, person] : state.people) {
      if (is_present(person)) {
        people_.push_back(id);
      }
    }
    Rng(seed).shuffle(people_);
  }

  std::optional<TablesDealt> dealt(std::uint64_t seed) {
    if (!take_subjects() || people_.empty()) {
      return std::nullopt;
    }
    keep_opened_subjects();
    std::vector<std::vector<std::int64_t>> costs;
    costs.reserve(people_.size());
    for (const PersonId person : people_) {
      costs.push_back(costs_of(person));
    }
    const std::vector<std::size_t> places = seating::assign(costs, sizes());
    TablesDealt dealt{std::to_string(seed), "wishes/1 " + std::string(draw_algorithm), {}, {}, {}, {}};
    std::vector<TableSubject> subjects;
    subjects.reserve(tables_.size());
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      subjects.push_back({tables_[i], subjects_[i]});
    }
    dealt.subjects = std::move(subjects);
    for (std::size_t i = 0; i < people_.size(); ++i) {
      dealt.seats.push_back({people_[i], tables_[places[i]]});
    }
    return dealt;
  }

 private:
  // Points: a first wish counts most.
  std::int64_t demand_for(ClusterId subject) const {
    std::int64_t points = 0;
    for (const PersonId person : people_) {
      const auto said = wishes_.find(person);
      if (said != wishes_.end()) {
        const std::int64_t place = place_among(said->second, subject);
        points += place < static_cast<std::int64_t>(said->second.size()) ? max_ - place : 0;
      }
    }
    return points;
  }

  bool take_subjects() {
    const std::vector<ClusterId> ranked = subjects_of_tables(state_);
    if (ranked.empty()) {
      return false;
    }
    std::vector<std::int64_t> tables_of(ranked.size(), 0);
    std::vector<std::int64_t> demand;
    for (const ClusterId subject : ranked) {
      demand.push_back(demand_for(subject));
    }
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      std::size_t best = i;
      if (i >= ranked.size()) {
        best = 0;
        for (std::size_t each = 1; each < ranked.size(); ++each) {
          // The higher average, compared without dividing; among equals the one with fewer tables, then the better
          // ranked.
          const std::int64_t own = demand[each] * (tables_of[best] + 1);
          const std::int64_t highest = demand[best] * (tables_of[each] + 1);
          if (own > highest || (own == highest && tables_of[each] < tables_of[best])) {
            best = each;
          }
        }
      }
      ++tables_of[best];
    }
    for (std::size_t each = 0; each < ranked.size(); ++each) {
      subjects_.insert(subjects_.end(), static_cast<std::size_t>(tables_of[each]), ranked[each]);
      demand_.insert(demand_.end(), static_cast<std::size_t>(tables_of[each]),
                     tables_of[each] == 0 ? 0 : demand[each] / tables_of[each]);
    }
    return true;
  }

  // A start that was undone has opened articles already: their tables keep their subject.
  void keep_opened_subjects() {
    for (const auto& [id, article] : state_.articles) {
      const auto table = std::find(tables_.begin(), tables_.end(), article.table);
      if (article.step == started_.id && article.cluster && table != tables_.end()) {
        const auto place = static_cast<std::size_t>(table - tables_.begin());
        subjects_[place] = standing_cluster(state_, *article.cluster);
        demand_[place] = demand_for(subjects_[place]);
      }
    }
  }

  // As even as can be; the most wished tables take those left over.
  std::vector<std::int64_t> sizes() const {
    const auto people = static_cast<std::int64_t>(people_.size());
    const auto tables = static_cast<std::int64_t>(tables_.size());
    std::vector<std::int64_t> sizes(tables_.size(), people / tables);
    std::vector<std::size_t> order(tables_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t one, std::size_t other) { return demand_[one] > demand_[other]; });
    for (std::int64_t left = 0; left < people % tables; ++left) {
      ++sizes[order[static_cast<std::size_t>(left)]];
    }
    return sizes;
  }

  std::vector<std::int64_t> costs_of(PersonId person) const {
    std::vector<std::int64_t> costs(tables_.size(), 0);
    const auto said = wishes_.find(person);
    if (said == wishes_.end() || said->second.empty()) {
      return costs;
    }
    for (std::size_t i = 0; i < costs.size(); ++i) {
      const std::int64_t place = place_among(said->second, subjects_[i]);
      const bool asked = place < static_cast<std::int64_t>(said->second.size());
      costs[i] = asked ? place * (place + 1) / 2 : max_ * (max_ + 1);
    }
    return costs;
  }

  const State& state_;
  const Step& started_;
  Wishes wishes_;
  std::int64_t max_;
  std::vector<TableId> tables_;
  std::vector<PersonId> people_;
  std::vector<ClusterId> subjects_;  // of each table
  std::vector<std::int64_t> demand_;
};

}  // namespace

bool seats_by_wish(const Step& step) {
  return step.tables && step.tables->mode == Seating::wish;
}

const Step* wished_step(const State& state) {
  const Step* step = current_step(state);
  if (step == nullptr || state.sealed_at != 0) {
    return nullptr;
  }
  if (seats_by_wish(*step) && step->kind != StepKind::draft) {
    return is_active(state.run) && subjects_are_known(state) ? step : nullptr;
  }
  const Step* next = step_after(state, *step);
  const bool ran = next != nullptr && step_has_started(state, next->id);
  return is_drafted_by_wish(next) && !ran && subjects_are_known(state) ? next : nullptr;
}

bool concerns_wishes(const State& state, const Step& step) {
  return seats_by_wish(step) || is_drafted_by_wish(step_after(state, step));
}

std::int64_t most_wishes(const Step& step) {
  return step.tables->wishes.value_or(3);
}

std::vector<ClusterId> subjects_of_tables(const State& state) {
  std::vector<ClusterId> chosen;
  if (const Poll* ranking = last_ranking(state)) {
    for (const OptionTotal& total : *ranking->result->points) {
      // Merged since the ranking: what was kept goes on under the other's title.
      const ClusterId cluster = standing_cluster(state, total.option);
      if (total.kept && std::find(chosen.begin(), chosen.end(), cluster) == chosen.end()) {
        chosen.push_back(cluster);
      }
    }
  }
  if (chosen.empty()) {
    for (const auto& [id, cluster] : state.clusters) {
      if (!cluster.merged_into) {
        chosen.push_back(id);
      }
    }
  }
  return chosen;
}

std::optional<TablesDealt> seats_by_wishes(const State& state, const Step& wished, const Step& started,
                                           std::uint64_t seed) {
  return Composition(state, wished, started, seed).dealt(seed);
}

}  // namespace tablee::core
