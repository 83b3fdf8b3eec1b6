#include "core/view_needs.h"

#include <map>
#include <utility>

#include "core/presence.h"

namespace tablee::core {
namespace {

constexpr std::int64_t few = 3;
constexpr std::int64_t large_text_px = 32;

std::vector<Need> needs_of(const Profile& profile, Pace pace) {
  const std::array wished = {
      std::pair{Need::headphones, profile.headphones},
      std::pair{Need::captions, profile.captions != Captions::closed},
      std::pair{Need::sign_language, profile.sign_language != SignLanguage::none},
      std::pair{Need::calm_place, profile.calm},
      std::pair{Need::more_time, pace != Pace::usual},
      std::pair{Need::easy_words, profile.wording == Wording::falc},
      std::pair{Need::large_text, profile.text_px >= large_text_px},
      std::pair{Need::switches, profile.scanning != Scanning::none || profile.dwell_ms > 0},
      std::pair{Need::speaks_otherwise, profile.speaking != SpeakingWay::voice},
      std::pair{Need::not_by_surprise, profile.calling != Calling::any_time},
      std::pair{Need::companion, profile.accompanied},
  };
  std::vector<Need> needs;
  for (const auto& [need, is_wished] : wished) {
    if (is_wished) {
      needs.push_back(need);
    }
  }
  return needs;
}

}  // namespace

NeedsView view_needs(const State& state) {
  std::map<TableId, std::int64_t> seated;
  for (const auto& [id, person] : state.people) {
    if (is_present(person) && person.table) {
      ++seated[*person.table];
    }
  }
  NeedsView view;
  std::map<std::pair<TableId, Need>, std::int64_t> counts;  // table 0: the room
  for (const auto& [id, person] : state.people) {
    if (!is_present(person)) {
      continue;
    }
    const auto profile = state.profiles.find(id);
    const std::vector<Need> needs =
        needs_of(profile == state.profiles.end() ? Profile{} : profile->second, person.pace);
    const bool at_table = person.table && seated[*person.table] >= few;
    for (const Need need : needs) {
      ++counts[{at_table ? *person.table : TableId{}, need}];
    }
    if (profile != state.profiles.end() && profile->second.tell_team && !needs.empty()) {
      view.told.push_back({id, needs});
    }
  }
  for (const auto& [key, people] : counts) {
    view.counts.push_back({key.first ? std::optional(key.first) : std::nullopt, key.second, people});
  }
  return view;
}

}  // namespace tablee::core
