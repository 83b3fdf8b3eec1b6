// app/links.h: `tablee links`: the facilitator's link and the codes of the cards, again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/output.h"
#include "app/settings.h"
#include "base/field.h"
#include "core/view.h"
#include "wire/frame.h"

namespace tablee::app {

// The paths that follow an origin.
inline constexpr std::string_view console_path = "/console#";    // and the token
inline constexpr std::string_view expert_path = "/expert#";      // and the code
inline constexpr std::string_view captions_path = "/captions#";  // and the code
inline constexpr std::string_view projector_path = "/projector";
inline constexpr std::string_view table_path = "/table#";  // and the code
inline constexpr std::string_view person_path = "/#";      // and the code

struct SeatLink {
  std::string path;
  std::optional<std::string> token;
  static constexpr auto fields() {
    return fields_of(field("path", &SeatLink::path, "what follows an address"),
                     field("token", &SeatLink::token, "the secret, as a credential"));
  }
};

// What --json prints.
struct Links {
  SeatLink facilitator;
  std::optional<SeatLink> expert;     // absent in ateliers opened before there was such a seat
  std::optional<SeatLink> captioner;  // the same
  SeatLink projector;
  std::vector<core::CardRow> cards;
  std::vector<wire::OpenDoor> doors;
  std::optional<std::vector<std::string>> addresses;
  static constexpr auto fields() {
    return fields_of(field("facilitator", &Links::facilitator, "the console"),
                     field("expert", &Links::expert, "those who answer the tables' questions"),
                     field("captioner", &Links::captioner, "who types what is said in the room"),
                     field("projector", &Links::projector, "open to all"),
                     field("cards", &Links::cards, "tables first, then people"),
                     field("doors", &Links::doors, "the numbers of people's cards"),
                     field("addresses", &Links::addresses, "with --port: where this machine is reached, best first"));
  }
};

int run_links(const LinksSettings& settings, Output& output);

}  // namespace tablee::app
