#include "wire/encode.h"

#include <doctest/doctest.h>

#include <string>

#include "filled.h"
#include "wire/json_fields.h"

namespace tablee::wire::encode_test {
namespace {

// The faults of a text read as a T.
template <class T>
std::vector<Fault> faults_as(std::string_view text) {
  const ParsedJson parsed = parse_json(text, 16);
  REQUIRE(parsed.fault == JsonFault::none);
  FieldReader reader(10, false);
  T value;
  reader.read(parsed.value, value);
  return reader.faults();
}

core::Texts texts(std::string french) {
  return {french, std::move(french), std::nullopt};
}

// A room with one of everything the views walk through.
core::State small_room() {
  core::State state;
  core::Step step;
  step.id = "p1";
  step.kind = core::StepKind::write;
  step.title = texts("Écrire");
  step.instruction = texts("Écrivez.");
  step.duration = {10, 5, 15};
  step.writes = std::vector<core::Write>{{"ideas", 1, 2, 280, std::nullopt}};
  state.scenario.format = core::scenario_format;
  state.scenario.id = "demi-journee";
  state.scenario.version = "1";
  state.scenario.group = {1, 10, 1, 5};
  state.scenario.title = texts("Demi-journée");
  state.scenario.question = texts("Pourquoi ?");
  state.scenario.starts_at = "13:30";
  state.scenario.stores = {{"ideas", core::StoreObject::idea}};
  state.scenario.steps = {step};
  const TableId table{1};
  const PersonId person{1};
  state.tables[table].id = table;
  state.tables[table].title = "Bleue";
  state.table_cards[table] = {{}, table, "", "ACDEFGHJ", "00"};
  core::Idea& idea = state.ideas[IdeaId{1}];
  idea.id = IdeaId{1};
  idea.author = person;
  idea.table = table;
  idea.step = "p1";
  idea.text = "Un banc";
  idea.at = 2'000;
  core::Person& author = state.people[person];
  author.id = person;
  author.table = table;
  author.arrived_at = 1'000;
  author.ideas = {idea.id};
  state.cards[person] = {person, {}, "Zoé \"Z\"", "KMNPRTWX", "11"};
  return state;
}

std::string section(core::Section which) {
  return encode_section(small_room(), which, TableId{1}, PersonId{1});
}

template <class... Views>
void check_sections() {
  static_assert(sizeof...(Views) == core::section_count);
  (
      [] {
        const std::string body = section(Views::section);
        CAPTURE(body);
        CHECK(faults_as<Views>(body).empty());
      }(),
      ...);
}

}  // namespace

TEST_CASE("frames carry their type first, then the members of their list") {
  CHECK(encode(Ack{12, true}) == R"({"type":"ack","number":12,"already":true})");
  CHECK(encode(Waiting{2, 14}) == R"({"type":"waiting","picture":2,"number":14})");
  CHECK(encode(Beat{1'700'000'000'000}) == R"({"type":"beat","server_ms":1700000000000})");
  CHECK(encode(ClockAnswer{5, 6}) == R"({"type":"clock","sent_ms":5,"server_ms":6})");
  CHECK(encode(RefusalFrame{std::nullopt, Code::too_long, "text", "refusal.too_long", "d", std::nullopt}) ==
        R"({"type":"refusal","code":"too_long","field":"text","message":"refusal.too_long","detail":"d"})");
  CHECK(encode(RefusalFrame{3, Code::rate_limited, "", "refusal.rate_limited", "", 250}) ==
        R"({"type":"refusal","number":3,"code":"rate_limited","field":"","message":"refusal.rate_limited","detail":"",)"
        R"("retry_ms":250})");
  CHECK(encode(Welcome{
            1, "a1", core::Role::table, std::nullopt, TableId{4}, "t", 9, 10, 5'000, {"http://10.0.0.2:8080"}}) ==
        R"({"type":"welcome","protocol":1,"atelier":"a1","role":"table","table":4,"token":"t","last_number":9,)"
        R"("server_ms":10,"beat_ms":5000,"addresses":["http://10.0.0.2:8080"]})");
  CHECK(
      encode_presence(
          PresenceView{{PersonId{2}}, {}, 1, 0, 2, 1, false, {{"0123456789abcdef", 2, 14}}, {{PersonId{7}, 417}}}) ==
      R"({"people":[2],"table_screens":[],"facilitators":1,"projectors":0,"experts":2,"captioners":1,"disk_low":false,)"
      R"("waiting":[{"device":"0123456789abcdef","picture":2,"number":14}],"doors":[{"person":7,"number":417}]})");
}

TEST_CASE("every section of a small room has the shape of its list") {
  check_sections<core::AtelierView, core::StepView, core::BoardView, core::VoteView, core::MeasureView,
                 core::QuestionsView, core::TallyView, core::AvisView, core::NoticesView, core::ProjectorView,
                 core::FloorView, core::CaptionsView, core::TableView, core::MeView, core::MineView, core::HelpedView,
                 core::RunView, core::CountsView, core::PeopleView, core::SortingView, core::DeskView,
                 core::ProgrammeView, core::SpeakingView, core::NeedsView>();
}

TEST_CASE("table and person choose whose section it is") {
  CHECK(section(core::Section::table).starts_with(R"({"id":1,"title":"Bleue",)"));
  CHECK(section(core::Section::me).starts_with(R"({"id":1,"name":"Zoé \"Z\"","code":"KMNPRTWX",)"));
}

TEST_CASE("equal bodies have equal versions, others do not") {
  // SHA-256 of "abc", FIPS 180-4.
  CHECK(section_version("abc") == "ba7816bf8f01cfea");
  CHECK(section_version("abc") != section_version("abd"));
  CHECK(section_version("").size() == 16);
}

TEST_CASE("a section frame holds the body as it is") {
  CHECK(section_frame("step", "00ff", R"({"a":1})") ==
        R"({"type":"section","name":"step","version":"00ff","body":{"a":1}})");
}

TEST_CASE("WebSocket frames use the shortest length form [RFC 6455, 5.2]") {
  struct Case {
    std::size_t payload;
    std::string header;
  };
  const Case cases[] = {
      {0, std::string{"\x81\x00", 2}},
      {125, "\x81\x7d"},
      {126, std::string{"\x81\x7e\x00\x7e", 4}},
      {65'535, "\x81\x7e\xff\xff"},
      {65'536, std::string{"\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.payload);
    const std::string payload(each.payload, 'x');
    const std::string frame = websocket_text(payload);
    CHECK(websocket_header_bytes(frame) == each.header.size());
    CHECK(frame.substr(0, each.header.size()) == each.header);
    CHECK(frame.substr(each.header.size()) == payload);
  }
}

}  // namespace tablee::wire::encode_test
