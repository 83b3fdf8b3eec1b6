// Runs protocol/vectors/text: stories of Yjs as tests/text/vectors.mjs recorded them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/base64.h"
#include "text/document.h"
#include "text/position.h"
#include "text/read.h"
#include "text/view.h"

namespace vectors_test {

using namespace tablee;
using namespace tablee::text;
using nlohmann::json;

namespace {

std::string bytes_of(const json& base64) {
  return tablee::testing::from_base64(base64.get<std::string>()).value();
}

json view_of(const Document& document) {
  return {{"t", json::parse(view_as_json(document, "t", RootKind::text))},
          {"m", json::parse(view_as_json(document, "m", RootKind::map))},
          {"a", json::parse(view_as_json(document, "a", RootKind::array))},
          {"x", json::parse(view_as_json(document, "x", RootKind::xml_fragment))}};
}

json clocks_of(const Document& document) {
  json clocks = json::object();
  for (const WireId& state : states_of(document)) {
    clocks[std::to_string(state.client)] = state.clock;
  }
  return clocks;
}

json deleted_in(const Document& document) {
  json clients = json::object();
  for (const WireRange& range : deletions_of(document)) {
    clients[std::to_string(range.client)].push_back({range.clock, range.length});
  }
  return clients;
}

void agrees(const Document& document, const json& vector) {
  CHECK_FALSE(document.pending());
  CHECK(view_of(document) == vector.at("view"));
  CHECK(clocks_of(document) == vector.at("clocks"));
  CHECK(deleted_in(document) == vector.at("deletions"));
}

Document with(const std::vector<json>& updates) {
  Document document;
  for (const json& update : updates) {
    REQUIRE(document.apply(bytes_of(update)).has_value());
  }
  return document;
}

}  // namespace

TEST_CASE("recorded stories, in order and the last first") {
  int stories = 0;
  for (const auto& file : std::filesystem::directory_iterator(TABLEE_SOURCE_DIR "/protocol/vectors/text")) {
    CAPTURE(file.path().filename().string());
    std::ifstream in(file.path());
    const json vector = json::parse(in);
    std::vector<json> updates = vector.at("updates");
    const Document document = with(updates);
    agrees(document, vector);
    CHECK(document.state_vector() == bytes_of(vector.at("state_vector")));
    CHECK(document.missing_from({}).size() <= vector.at("state_bytes").get<std::size_t>());
    for (const json& position : vector.at("positions")) {
      const auto index = index_of_position(document, bytes_of(position.at("relative")));
      REQUIRE(index.has_value());
      CHECK((*index ? json(**index) : json(nullptr)) == position.at("index"));
    }
    std::reverse(updates.begin(), updates.end());
    agrees(with(updates), vector);
    ++stories;
  }
  CHECK(stories >= 11);
}

}  // namespace vectors_test
