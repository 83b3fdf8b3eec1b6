#include "wire/json_fields.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace tablee::wire::json_fields_test {
namespace {

enum class Colour { red, green };
constexpr auto names_of(Colour) {
  return std::array<std::string_view, 2>{"red", "green"};
}

struct Inner {
  std::string word;
  static constexpr auto fields() { return fields_of(field("word", &Inner::word, "a word", between(2, 3))); }
};

struct Sample {
  std::int64_t count = 0;
  std::uint64_t number = 0;
  bool yes = false;
  std::string text;
  Colour colour = Colour::red;
  PersonId person;
  std::vector<Inner> inner;
  std::optional<std::vector<std::int64_t>> marks;
  static constexpr auto fields() {
    return fields_of(field("count", &Sample::count, "", between(-2, 5)), field("number", &Sample::number, ""),
                     field("yes", &Sample::yes, ""), field("text", &Sample::text, "", between(1, 4)),
                     field("colour", &Sample::colour, ""), field("person", &Sample::person, ""),
                     field("inner", &Sample::inner, "", between(1, 2)), field("marks", &Sample::marks, "", up_to(2)));
  }
};

constexpr std::string_view good =
    R"({"count":1,"number":2,"yes":true,"text":"abc","colour":"green","person":3,"inner":[{"word":"mot"}]})";

nlohmann::json changed(std::string_view pointer, const nlohmann::json& value) {
  nlohmann::json json = nlohmann::json::parse(good);
  json[nlohmann::json::json_pointer(std::string{pointer})] = value;
  return json;
}

std::vector<Fault> faults_in(const std::string& text, std::size_t faults_max = 100, bool zero_ids = false) {
  const ParsedJson parsed = parse_json(text, 8);
  REQUIRE(parsed.fault == JsonFault::none);
  FieldReader reader(faults_max, zero_ids);
  Sample sample;
  reader.read(parsed.value, sample);
  return reader.faults();
}

// "code pointer" of the only fault, or "" when there is none.
std::string fault_in(const nlohmann::json& json) {
  const std::vector<Fault> faults = faults_in(json.dump());
  REQUIRE(faults.size() <= 1);
  if (faults.empty()) {
    return "";
  }
  return std::string{code_names[static_cast<std::size_t>(faults[0].code)]} + " " + faults[0].pointer;
}

std::string written(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
}

}  // namespace

TEST_CASE("texts are escaped as RFC 8259 wants, and no more") {
  CHECK(written("") == "\"\"");
  CHECK(written("a\"b\\c/") == R"("a\"b\\c/")");
  CHECK(written("\n\r\t\b\f") == R"("\n\r\t\b\f")");
  CHECK(written(std::string_view{"\0\x1f\x7f", 3}) == "\"\\u0000\\u001f\x7f\"");
  CHECK(written("é€😀") == "\"é€😀\"");
  for (int letter = 0; letter < 128; ++letter) {
    const std::string text =
        std::string(1, static_cast<char>(letter)) + "x" + std::string(1, static_cast<char>(letter));
    CHECK(nlohmann::json::parse(written(text)).get<std::string>() == text);
  }
}

TEST_CASE("a struct is written in the order of its list, without absent optionals") {
  Sample sample{-2, 18'446'744'073'709'551'615U, true, "é", Colour::green, {7}, {{"un"}, {"six"}}, std::nullopt};
  std::string out;
  append_value(out, sample);
  CHECK(out == R"({"count":-2,"number":18446744073709551615,"yes":true,"text":"é","colour":"green","person":7,)"
               R"("inner":[{"word":"un"},{"word":"six"}]})");
  sample.marks = {4, 5};
  out.clear();
  append_value(out, sample);
  CHECK(out.ends_with(R"(,"marks":[4,5]})"));
  out = "{\"type\":1";
  append_members(out, Inner{"mot"}, true);
  CHECK(out == R"({"type":1,"word":"mot"})");
}

TEST_CASE("a struct is read whole") {
  const ParsedJson parsed = parse_json(good, 8);
  FieldReader reader(1, false);
  Sample sample;
  reader.read(parsed.value, sample);
  CHECK(reader.faults().empty());
  CHECK(sample.count == 1);
  CHECK(sample.number == 2);
  CHECK(sample.yes);
  CHECK(sample.text == "abc");
  CHECK(sample.colour == Colour::green);
  CHECK(sample.person == PersonId{3});
  REQUIRE(sample.inner.size() == 1);
  CHECK(sample.inner[0].word == "mot");
  CHECK_FALSE(sample.marks.has_value());
}

TEST_CASE("bounds hold at the limit and not one past it") {
  CHECK(fault_in(changed("/count", -2)) == "");
  CHECK(fault_in(changed("/count", -3)) == "out_of_range /count");
  CHECK(fault_in(changed("/count", 5)) == "");
  CHECK(fault_in(changed("/count", 6)) == "out_of_range /count");
  CHECK(fault_in(changed("/text", "😀😀😀😀")) == "");
  CHECK(fault_in(changed("/text", "😀😀😀😀😀")) == "too_long /text");
  CHECK(fault_in(changed("/text", "")) == "out_of_range /text");
  CHECK(fault_in(changed("/inner/0/word", "d")) == "out_of_range /inner/0/word");
  CHECK(fault_in(changed("/inner/0/word", "deux")) == "too_long /inner/0/word");
  CHECK(fault_in(changed("/inner", nlohmann::json::array())) == "out_of_range /inner");
  CHECK(fault_in(changed("/marks", {1, 2})) == "");
  CHECK(fault_in(changed("/marks", {1, 2, 3})) == "too_long /marks");
  CHECK(fault_in(changed("/marks", nlohmann::json::array())) == "");
  CHECK(fault_in(changed("/person", 4'294'967'295U)) == "");
  CHECK(fault_in(changed("/person", 4'294'967'296U)) == "out_of_range /person");
  CHECK(fault_in(changed("/person", 0)) == "out_of_range /person");
  CHECK(fault_in(changed("/number", 9'223'372'036'854'775'807)) == "");
  CHECK(fault_in(changed("/number", 9'223'372'036'854'775'808U)) == "out_of_range /number");
  CHECK(fault_in(changed("/number", -1)) == "out_of_range /number");
}

TEST_CASE("ids of records may be 0") {
  CHECK(faults_in(changed("/person", 0).dump(), 1, true).empty());
  CHECK(faults_in(changed("/person", -1).dump(), 1, true).size() == 1);
}

TEST_CASE("types are exact") {
  CHECK(fault_in(changed("/count", 1.0)) == "wrong_type /count");
  CHECK(fault_in(changed("/count", "1")) == "wrong_type /count");
  CHECK(fault_in(changed("/count", true)) == "wrong_type /count");
  CHECK(fault_in(changed("/yes", 1)) == "wrong_type /yes");
  CHECK(fault_in(changed("/text", 1)) == "wrong_type /text");
  CHECK(fault_in(changed("/text", nullptr)) == "wrong_type /text");
  CHECK(fault_in(changed("/colour", 0)) == "wrong_type /colour");
  CHECK(fault_in(changed("/colour", "blue")) == "out_of_range /colour");
  CHECK(fault_in(changed("/colour", "Red")) == "out_of_range /colour");
  CHECK(fault_in(changed("/person", "3")) == "wrong_type /person");
  CHECK(fault_in(changed("/inner", nlohmann::json::object())) == "wrong_type /inner");
  CHECK(fault_in(changed("/inner/0", "mot")) == "wrong_type /inner/0");
  CHECK(fault_in(changed("/marks", nullptr)) == "wrong_type /marks");
  CHECK(fault_in(nlohmann::json::array()) == "wrong_type ");
}

TEST_CASE("members are those of the list, each once") {
  CHECK(fault_in(changed("/size", 1)) == "unknown_field /size");
  CHECK(fault_in(changed("/a~1b~0c", 1)) == "unknown_field /a~1b~0c");
  nlohmann::json less = nlohmann::json::parse(good);
  less.erase("text");
  CHECK(fault_in(less) == "missing_field /text");
  std::string twice{good};
  twice.insert(1, R"("count":2,)");
  const std::vector<Fault> faults = faults_in(twice);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == Code::malformed);
  CHECK(faults[0].pointer == "/count");
}

TEST_CASE("every fault is noted, up to the bound") {
  const std::string text = R"({"count":9,"number":"2","yes":true,"text":"","colour":"green","person":3,"more":0})";
  const std::vector<Fault> faults = faults_in(text);
  REQUIRE(faults.size() == 5);
  CHECK(faults[0].pointer == "/more");
  CHECK(faults[1].pointer == "/count");
  CHECK(faults[2].pointer == "/number");
  CHECK(faults[3].pointer == "/text");
  CHECK(faults[4].pointer == "/inner");
  CHECK(faults_in(text, 2).size() == 2);
}

TEST_CASE("a refusal names the field without the first slash, and never echoes a long name whole") {
  Fault fault;
  fault.code = Code::too_long;
  fault.pointer = "/inner/0/word";
  fault.bounds = between(2, 3);
  CHECK(fault_refusal(fault) == refuse(Code::too_long, "inner/0/word", "must be between 2 and 3 characters"));
  fault.pointer = "/" + std::string(95, 'a') + "é" + std::string(60'000, 'b');
  CHECK(fault_refusal(fault).field == std::string(95, 'a'));
  fault.pointer = "/" + std::string(94, 'a') + "éb";
  CHECK(fault_refusal(fault).field == std::string(94, 'a') + "é");
  fault.pointer = "";
  CHECK(fault_refusal(fault).field.empty());
}

}  // namespace tablee::wire::json_fields_test
