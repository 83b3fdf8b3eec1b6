// Runs protocol/vectors: the same cases as the TypeScript suite. protocol/vectors/README.md says what the files hold.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/view.h"
#include "wire/decode.h"
#include "wire/json_fields.h"
#include "wire/scenario_file.h"

namespace tablee::wire::vectors_test {
namespace {

using nlohmann::json;

json vector_file(const std::string& name) {
  std::ifstream in(std::string{TABLEE_SOURCE_DIR} + "/protocol/vectors/" + name, std::ios::binary);
  json file = json::parse(in, nullptr, false);
  REQUIRE_MESSAGE(file.is_object(), name);
  return file;
}

std::string from_base64(const std::string& text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char digit : text) {
    const std::size_t value = digits.find(digit);
    if (value == std::string_view::npos) {
      continue;
    }
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>((bits >> static_cast<unsigned>(held)) & 0xffU);
    }
  }
  return out;
}

// The bytes of a case: given as text, as base64, or as one unit many times between two texts.
std::string bytes_of(const json& each) {
  if (each.contains("base64")) {
    return from_base64(each.at("base64").get<std::string>());
  }
  if (!each.contains("fill")) {
    return each.at("text").get<std::string>();
  }
  const json& fill = each.at("fill");
  std::string out = fill.at("before").get<std::string>();
  for (std::int64_t i = 0; i < fill.at("count").get<std::int64_t>(); ++i) {
    out += fill.at("unit").get<std::string>();
  }
  return out + fill.at("after").get<std::string>();
}

template <class Frame>
std::string typed(const Frame& frame) {
  std::string out = "{\"type\":\"" + std::string{Frame::name} + "\"";
  append_members(out, frame, true);
  return out;
}

std::string typed(const CommandFrame& frame) {
  std::string out = "{\"type\":\"command\",\"number\":" + std::to_string(frame.number) + ",\"command\":";
  std::visit(
      [&]<class T>(const T& command) {
        append_text(out, T::name);
        out += ",\"body\":";
        append_value(out, command);
      },
      frame.command);
  return out + "}";
}

json decoded_form(const ClientFrame& frame) {
  return json::parse(std::visit([](const auto& each) { return typed(each); }, frame));
}

template <class Frame>
std::vector<Fault> faults_as(const Json& value) {
  FieldReader reader(100, false);
  Frame frame;
  reader.read(value, frame);
  return reader.faults();
}

struct SectionHead {
  std::string type;
  std::string name;
  std::string version;
  static constexpr auto fields() {
    return fields_of(field("type", &SectionHead::type, ""), field("name", &SectionHead::name, ""),
                     field("version", &SectionHead::version, ""));
  }
};

Json without(Json frame, std::string_view member) {
  for (std::size_t i = 0; i < frame.names.size(); ++i) {
    if (frame.names[i] == member) {
      frame.names.erase(frame.names.begin() + static_cast<std::ptrdiff_t>(i));
      frame.items.erase(frame.items.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  }
  return frame;
}

std::string text_member(const Json& frame, std::string_view name) {
  const Json* member = frame.member(name);
  return member != nullptr && member->kind == JsonKind::text ? member->text : "";
}

template <class... Views>
std::vector<Fault> body_faults(const std::string& name, const Json& body, bool& known) {
  std::vector<Fault> faults;
  const auto attempt = [&]<class View>(const View*) {
    if (core::names_of(View::section)[static_cast<std::size_t>(View::section)] == name) {
      known = true;
      faults = faults_as<View>(body);
    }
  };
  (attempt(static_cast<const Views*>(nullptr)), ...);
  if (name == "presence") {
    known = true;
    faults = faults_as<PresenceView>(body);
  }
  for (Fault& fault : faults) {
    fault.pointer = "/body" + fault.pointer;
  }
  return faults;
}

Fault fault_at(Code code, std::string pointer) {
  Fault fault;
  fault.code = code;
  fault.pointer = std::move(pointer);
  return fault;
}

std::vector<Fault> section_faults(const Json& frame, bool& known) {
  known = false;
  std::vector<Fault> faults = faults_as<SectionHead>(without(frame, "body"));
  const Json* body = frame.member("body");
  if (body == nullptr) {
    known = true;
    faults.push_back(fault_at(Code::missing_field, "/body"));
    return faults;
  }
  const std::vector<Fault> more =
      body_faults<core::AtelierView, core::StepView, core::BoardView, core::VoteView, core::MeasureView,
                  core::QuestionsView, core::TallyView, core::AvisView, core::NoticesView, core::ProjectorView,
                  core::FloorView, core::CaptionsView, core::TableView, core::MeView, core::MineView, core::HelpedView,
                  core::RunView, core::CountsView, core::PeopleView, core::SortingView, core::DeskView,
                  core::ProgrammeView, core::SpeakingView, core::NeedsView>(text_member(frame, "name"), *body, known);
  faults.insert(faults.end(), more.begin(), more.end());
  return faults;
}

// What is wrong with a frame of the server; `known` becomes false for a type or a section that this version lacks.
std::vector<Fault> server_frame_faults(std::string_view text, bool& known) {
  known = true;
  const ParsedJson parsed = parse_json(text, 16);
  if (parsed.fault != JsonFault::none || parsed.value.kind != JsonKind::object) {
    return {fault_at(Code::malformed, "")};
  }
  const std::string type = text_member(parsed.value, "type");
  if (type.empty()) {
    return {fault_at(Code::missing_field, "/type")};
  }
  const Json frame = without(parsed.value, "type");
  if (type == "section") {
    return section_faults(parsed.value, known);
  }
  if (type == Welcome::name) {
    return faults_as<Welcome>(frame);
  }
  if (type == Waiting::name) {
    return faults_as<Waiting>(frame);
  }
  if (type == Ack::name) {
    return faults_as<Ack>(frame);
  }
  if (type == RefusalFrame::name) {
    return faults_as<RefusalFrame>(frame);
  }
  if (type == ClockAnswer::name) {
    return faults_as<ClockAnswer>(frame);
  }
  known = type == Beat::name;
  return known ? faults_as<Beat>(frame) : std::vector<Fault>{};
}

// "severity code pointer", sorted: the file lists problems in no particular order.
std::multiset<std::string> expected_problems(const json& each) {
  std::multiset<std::string> out;
  for (const json& problem : each.at("problems")) {
    out.insert(problem.at("severity").get<std::string>() + " " + problem.at("code").get<std::string>() + " " +
               problem.at("pointer").get<std::string>());
  }
  return out;
}

std::multiset<std::string> found_problems(const ScenarioFile& file) {
  std::multiset<std::string> out;
  for (const core::Problem& problem : file.problems) {
    out.insert(std::string{core::names_of(problem.severity)[static_cast<std::size_t>(problem.severity)]} + " " +
               problem.code + " " + problem.pointer);
  }
  return out;
}

std::string lines(const std::multiset<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    out += "\n  " + item;
  }
  return out;
}

}  // namespace

TEST_CASE("valid client frames decode to their canonical form [P30]") {
  const json cases = vector_file("client_frames.json").at("valid");
  CHECK(cases.size() >= 40);
  for (const json& each : cases) {
    const std::string name = each.at("name");
    CAPTURE(name);
    const Decoded decoded = decode_frame(bytes_of(each));
    REQUIRE_MESSAGE(decoded.frame.has_value(), decoded.frame.error().detail);
    if (each.contains("decoded")) {
      CHECK(decoded_form(*decoded.frame) == each.at("decoded"));
    }
  }
}

TEST_CASE("invalid client frames are refused with their code and field [P31]") {
  const json cases = vector_file("client_frames.json").at("invalid");
  CHECK(cases.size() >= 60);
  for (const json& each : cases) {
    const std::string name = each.at("name");
    CAPTURE(name);
    const Decoded decoded = decode_frame(bytes_of(each));
    REQUIRE_FALSE(decoded.frame.has_value());
    const Refusal& refusal = decoded.frame.error();
    CHECK(code_names[static_cast<std::size_t>(refusal.code)] == each.at("code").get<std::string>());
    CHECK(refusal.field == each.at("field").get<std::string>());
    CHECK_FALSE(refusal.detail.empty());
    const std::uint64_t number = each.value("number", std::uint64_t{0});
    CHECK(decoded.number.value_or(0) == number);
  }
}

TEST_CASE("valid server frames have the shapes of the field lists") {
  const json cases = vector_file("server_frames.json").at("valid");
  CHECK(cases.size() >= 30);
  for (const json& each : cases) {
    const std::string name = each.at("name");
    CAPTURE(name);
    bool known = false;
    const std::vector<Fault> faults = server_frame_faults(each.at("text").get<std::string>(), known);
    CHECK(known);
    if (each.contains("unknown_member")) {
      REQUIRE(faults.size() == 1);
      CHECK(faults[0].code == Code::unknown_field);
      CHECK(faults[0].pointer == each.at("unknown_member").get<std::string>());
    } else {
      REQUIRE_MESSAGE(faults.empty(), faults[0].pointer);
    }
  }
}

TEST_CASE("invalid server frames are wrong where the file says") {
  const json cases = vector_file("server_frames.json").at("invalid");
  for (const json& each : cases) {
    const std::string name = each.at("name");
    CAPTURE(name);
    bool known = false;
    const std::vector<Fault> faults = server_frame_faults(each.at("text").get<std::string>(), known);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].pointer == each.at("field").get<std::string>());
  }
}

TEST_CASE("frames and sections to be ignored are those this version lacks") {
  const json cases = vector_file("server_frames.json").at("ignored");
  for (const json& each : cases) {
    const std::string name = each.at("name");
    CAPTURE(name);
    bool known = true;
    CHECK(server_frame_faults(each.at("text").get<std::string>(), known).empty());
    CHECK_FALSE(known);
  }
}

TEST_CASE("scenarios have the problems the file says, all of them and no other") {
  const json file = vector_file("scenario.json");
  CHECK(file.at("cases").size() >= 40);
  for (const json& each : file.at("cases")) {
    const std::string name = each.at("name");
    CAPTURE(name);
    const std::string text = each.contains("text") ? each.at("text").get<std::string>()
                                                   : file.at("scenario").patch(each.at("changes")).dump();
    const ScenarioFile read = read_scenario(text);
    const std::multiset<std::string> found = found_problems(read);
    CHECK_MESSAGE(found == expected_problems(each), lines(found));
    const bool has_error = found.lower_bound("error ") != found.lower_bound("error!");
    CHECK(read.usable() != has_error);
    for (const core::Problem& problem : read.problems) {
      CHECK_FALSE(problem.message.empty());
      CHECK_FALSE(problem.mend.empty());
    }
  }
}

}  // namespace tablee::wire::vectors_test
