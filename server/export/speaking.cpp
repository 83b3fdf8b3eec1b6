#include "export/speaking.h"

#include <algorithm>
#include <map>

#include "core/run.h"
#include "core/speaking_figures.h"
#include "core/speaking_rules.h"
#include "core/view_rules.h"
#include "export/wording.h"

namespace tablee::exported {
namespace {

using core::Measured;
using core::Spoken;
using core::State;
using core::Step;

bool is_held_at(const Step& step, TableId place) {
  return place ? core::is_at_tables(step) : core::may_have_queue(step.kind);
}

bool is_measured(const State& state, TableId place) {
  const auto found = state.speaking.places.find(place);
  return found != state.speaking.places.end() && found->second.speeches > 0;
}

PlaceSpeaking build_place(const State& state, TableId place) {
  PlaceSpeaking printed;
  printed.place = place ? core::table_title(state, place) : std::string{};
  if (is_measured(state, place)) {
    printed.seconds = core::whole_seconds(state.speaking.places.at(place).ms);
  }
  TimeMs measured_ms = 0;
  TimeMs elapsed = 0;
  for (const Step& step : state.scenario.steps) {
    if (!is_held_at(step, place) || core::is_active(state, step.id)) {
      continue;
    }
    elapsed += core::elapsed_ms(state, step.id);
    const Measured* measured = core::measured_at(state.speaking, step.id, place);
    measured_ms += measured == nullptr ? 0 : measured->ms;
  }
  printed.coverage_percent = core::coverage_percent(measured_ms, elapsed);
  return printed;
}

// Whoever is measured at one of these places, with all they said there.
class Listeners {
 public:
  void add(const Measured& measured) {
    for (const auto& [person, spoken] : measured.people) {
      Spoken& total = people_[person];
      total.ms += spoken.ms;
      total.speeches += spoken.speeches;
      total.passed = total.passed || spoken.passed;
    }
  }
  void add(PersonId person) { people_.try_emplace(person); }

  std::optional<GroupSpeaking> figures() const {
    std::vector<std::int64_t> seconds;
    for (const auto& [person, spoken] : people_) {
      if (spoken.speeches > 0) {
        seconds.push_back(std::max<std::int64_t>(1, core::whole_seconds(spoken.ms)));
      } else if (!spoken.passed) {
        seconds.push_back(0);
      }
    }
    const auto figures = core::group_figures(std::move(seconds));
    return figures ? std::optional(GroupSpeaking{figures->people, figures->silent, figures->gini_thousandths})
                   : std::nullopt;
  }

 private:
  std::map<PersonId, Spoken> people_;
};

std::string spoken_sentence(const PlaceSpeaking& place) {
  const std::string name = place.place.empty() ? "Devant tous" : place.place;
  if (!place.seconds) {
    return name + " : non mesuré.";
  }
  std::string sentence = name + " : " + counted(*place.seconds / 60, "minute", "minutes") + " et " +
                         counted(*place.seconds % 60, "seconde", "secondes") + " de parole mesurées";
  if (place.coverage_percent) {
    sentence += ", soit " + std::to_string(*place.coverage_percent) + " % du temps de ces séquences";
  }
  return sentence + ".";
}

std::string group_sentence(const std::string& where, const GroupSpeaking& group) {
  std::string thousandths = std::to_string(group.gini_thousandths);
  thousandths.insert(0, 4 - std::min<std::size_t>(4, thousandths.size()), '0');
  return where + " : " + counted(group.people, "personne mesurée", "personnes mesurées") + ", dont " +
         std::to_string(group.silent) +
         " sans prise de parole ; indice d’inégalité (Gini) : " + thousandths.substr(0, 1) + "," +
         thousandths.substr(1) + " (0 : même temps pour tous).";
}

}  // namespace

SpeakingPrinted build_speaking(const State& state) {
  SpeakingPrinted printed;
  Listeners in_plenary;
  Listeners at_tables;
  printed.places.push_back(build_place(state, core::plenary));
  for (const auto& [id, table] : state.tables) {
    if (!table.removed || is_measured(state, id)) {
      printed.places.push_back(build_place(state, id));
    }
    if (is_measured(state, id)) {
      at_tables.add(state.speaking.places.at(id));
    }
  }
  const bool plenary_measured = is_measured(state, core::plenary);
  if (plenary_measured) {
    in_plenary.add(state.speaking.places.at(core::plenary));
  }
  for (const auto& [id, person] : state.people) {
    if (person.gone || person.arrived_at == 0) {
      continue;
    }
    if (plenary_measured) {
      in_plenary.add(id);
    }
    if (person.table && is_measured(state, *person.table)) {
      at_tables.add(id);
    }
  }
  printed.in_plenary = in_plenary.figures();
  printed.at_tables = at_tables.figures();
  return printed;
}

std::vector<std::string> speaking_sentences(const SpeakingPrinted& speaking) {
  if (std::none_of(speaking.places.begin(), speaking.places.end(),
                   [](const PlaceSpeaking& place) { return place.seconds.has_value(); })) {
    return {"Le temps de parole n’a pas été mesuré."};
  }
  std::vector<std::string> sentences{
      "Mesuré en touchant le nom de la personne qui parle ; ce qui n’a pas été mesuré n’est pas compté."};
  for (const PlaceSpeaking& place : speaking.places) {
    sentences.push_back(spoken_sentence(place));
  }
  if (speaking.in_plenary) {
    sentences.push_back(group_sentence("Devant tous", *speaking.in_plenary));
  }
  if (speaking.at_tables) {
    sentences.push_back(group_sentence("Aux tables mesurées", *speaking.at_tables));
  }
  return sentences;
}

}  // namespace tablee::exported
