#include "app/links.h"

#include <array>
#include <iomanip>
#include <sstream>
#include <string_view>

#include "app/addresses.h"
#include "app/kept_atelier.h"
#include "wire/json_fields.h"

namespace tablee::app {

namespace {

// "ACDE FGHJ": easier to read aloud; spaces are accepted when it is typed.
std::string spaced(const std::string& code) {
  const std::size_t half = code.size() / 2;
  return code.substr(0, half) + " " + code.substr(half);
}

std::string in_brackets(const std::string& name) {
  return name.empty() ? "" : " (" + name + ")";
}

std::string console_link(const core::State& state) {
  return std::string(console_path) + state.facilitator.token;
}

// The pictures of the third door, in the order of protocol/README.md, P92.
constexpr std::array<std::string_view, 12> pictures{"soleil", "chat",    "pomme",  "vélo", "maison", "arbre",
                                                    "fleur",  "poisson", "étoile", "clé",  "ballon", "parapluie"};

// "0417  soleil, chat, clé": the two doors of a card's number.
std::string number_doors(std::int64_t number) {
  std::ostringstream text;
  text << std::setw(4) << std::setfill('0') << number;
  const auto digits = static_cast<std::size_t>(number - 1);
  text << "  " << pictures.at(digits / 144) << ", " << pictures.at(digits / 12 % 12) << ", "
       << pictures.at(digits % 12);
  return text.str();
}

std::string links_json(const core::State& state, const LinksSettings& settings) {
  Links links;
  links.facilitator = SeatLink{console_link(state), state.facilitator.token};
  if (!state.expert.code.empty()) {
    links.expert = SeatLink{std::string(expert_path) + state.expert.code, state.expert.token};
  }
  if (!state.captioner.code.empty()) {
    links.captioner = SeatLink{std::string(captions_path) + state.captioner.code, state.captioner.token};
  }
  links.projector.path = projector_path;
  links.cards = core::view_desk(state).cards;
  for (const auto& [person, card] : state.cards) {
    if (card.door_number) {
      links.doors.push_back({person, *card.door_number});
    }
  }
  if (settings.port) {
    links.addresses = origins("0.0.0.0", *settings.port);
  }
  std::string json;
  wire::append_value(json, links);
  return json;
}

void print_card(const core::State& state, const core::CardRow& card, const std::string& origin, std::ostream& out) {
  if (card.table) {
    out << "Table " << card.table->value << in_brackets(state.tables.at(*card.table).title) << "  " << spaced(card.code)
        << "  " << origin << table_path << card.code << "\n";
  } else if (card.person) {
    const core::Card& theirs = state.cards.at(*card.person);
    out << "Personne " << card.person->value << in_brackets(theirs.display_name) << "  " << spaced(card.code) << "  "
        << origin << person_path << card.code << (theirs.door_number ? "  " + number_doors(*theirs.door_number) : "")
        << "\n";
  }
}

}  // namespace

int run_links(const LinksSettings& settings, Output& output) {
  const auto kept = read_atelier(settings.data);
  if (!kept) {
    output.err << kept.error().detail << "\n";
    return exit_failed;
  }
  const core::State& state = kept->state;
  if (settings.json) {
    output.out << links_json(state, settings) << "\n";
    return exit_done;
  }
  const std::string origin = origins("0.0.0.0", settings.port.value_or(default_port)).front();
  output.out << "Animation  " << origin << console_link(state) << "\n"
             << "Projecteur  " << origin << projector_path << "\n";
  if (!state.expert.code.empty()) {
    output.out << "Experts     " << spaced(state.expert.code) << "  " << origin << expert_path << state.expert.code
               << "\n";
  }
  if (!state.captioner.code.empty()) {
    output.out << "Sous-titres " << spaced(state.captioner.code) << "  " << origin << captions_path
               << state.captioner.code << "\n";
  }
  for (const core::CardRow& card : core::view_desk(state).cards) {
    print_card(state, card, origin, output.out);
  }
  return exit_done;
}

}  // namespace tablee::app
