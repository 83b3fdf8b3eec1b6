#include "seating/places.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/check.h"

namespace tablee::seating {
namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

struct Move {
  std::int64_t cost = never;
  std::size_t person = 0;
};

// How a newcomer's coming reaches a place: at what cost, and through the move out of which other place.
struct Reached {
  std::int64_t cost = 0;
  std::optional<std::size_t> from;
};

class Assignment {
 public:
  Assignment(const std::vector<std::vector<std::int64_t>>& costs, const std::vector<std::int64_t>& capacity)
      : costs_(costs),
        capacity_(capacity),
        members_(capacity.size()),
        moves_(capacity.size(), std::vector<Move>(capacity.size())) {}

  void seat(std::size_t newcomer) {
    const std::vector<Reached> reached = shortest_paths(newcomer);
    std::optional<std::size_t> end;
    for (std::size_t place = 0; place < capacity_.size(); ++place) {
      const bool has_room = static_cast<std::int64_t>(members_[place].size()) < capacity_[place];
      if (has_room && (!end || reached[place].cost < reached[*end].cost)) {
        end = place;
      }
    }
    TABLEE_CHECK(end.has_value());
    std::size_t place = *end;
    std::vector<std::size_t> changed{place};
    while (const auto from = reached[place].from) {
      const std::size_t person = moves_[*from][place].person;
      members_[*from].erase(std::find(members_[*from].begin(), members_[*from].end(), person));
      members_[place].push_back(person);
      place = *from;
      changed.push_back(place);
    }
    members_[place].push_back(newcomer);
    for (const std::size_t each : changed) {
      find_moves(each);
    }
  }

  std::vector<std::size_t> places() const {
    std::vector<std::size_t> result(costs_.size());
    for (std::size_t place = 0; place < members_.size(); ++place) {
      for (const std::size_t person : members_[place]) {
        result[person] = place;
      }
    }
    return result;
  }

 private:
  // Bellman and Ford: moves may cost less than nothing, but never all the way round.
  std::vector<Reached> shortest_paths(std::size_t newcomer) const {
    std::vector<Reached> reached;
    for (const std::int64_t cost : costs_[newcomer]) {
      reached.push_back({cost, std::nullopt});
    }
    bool shorter = true;
    while (shorter) {
      shorter = false;
      for (std::size_t from = 0; from < reached.size(); ++from) {
        for (std::size_t to = 0; to < reached.size(); ++to) {
          const std::int64_t move = moves_[from][to].cost;
          if (move != never && reached[from].cost + move < reached[to].cost) {
            reached[to] = {reached[from].cost + move, from};
            shorter = true;
          }
        }
      }
    }
    return reached;
  }

  // The cheapest move from this place to each other one.
  void find_moves(std::size_t from) {
    for (std::size_t to = 0; to < capacity_.size(); ++to) {
      Move best;
      for (const std::size_t person : members_[from]) {
        const std::int64_t cost = costs_[person][to] - costs_[person][from];
        if (to != from && cost < best.cost) {
          best = {cost, person};
        }
      }
      moves_[from][to] = best;
    }
  }

  const std::vector<std::vector<std::int64_t>>& costs_;
  const std::vector<std::int64_t>& capacity_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<std::vector<Move>> moves_;
};

}  // namespace

std::vector<std::size_t> assign(const std::vector<std::vector<std::int64_t>>& costs,
                                const std::vector<std::int64_t>& capacity) {
  Assignment assignment(costs, capacity);
  for (std::size_t person = 0; person < costs.size(); ++person) {
    assignment.seat(person);
  }
  return assignment.places();
}

}  // namespace tablee::seating
