#include "wire/describe.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "core/scenario.h"
#include "core/view.h"
#include "wire/frame.h"

namespace tablee::wire::describe_test {
namespace {

std::string source_file(const std::string& path) {
  std::ifstream in(std::string{TABLEE_SOURCE_DIR} + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("generated files in the tree are the ones the field lists make") {
  const std::vector<GeneratedFile> files = generated_files();
  CHECK(files.size() == 4);
  for (const GeneratedFile& file : files) {
    CAPTURE(file.path);
    const bool fresh = source_file(file.path) == file.text;
    CHECK_MESSAGE(fresh, file.path << " is stale: run tablee_describe --write");
  }
}

TEST_CASE("types have the names of their C++ types") {
  CHECK(type_name<core::SubmitIdea>() == "SubmitIdea");
  CHECK(type_name<Code>() == "Code");
  CHECK(id_name(PollId{}) == "PollId");
}

TEST_CASE("the catalogue names every type once, after those it is made of") {
  const ProtocolModel protocol = describe_protocol();
  std::set<std::string> known;
  for (const StructModel& model : protocol.catalogue.structs()) {
    for (const FieldModel& field : model.fields) {
      const TypeModel& type = field.type.kind == TypeKind::list ? *field.type.inner : field.type;
      if (type.kind == TypeKind::structure) {
        CHECK_MESSAGE(known.contains(type.name), model.name << "." << field.name);
      }
    }
    CHECK_MESSAGE(known.insert(model.name).second, model.name);
  }
  CHECK(protocol.commands.size() == std::variant_size_v<core::Command>);
  CHECK(protocol.sections.size() == core::section_count + 1);
}

TEST_CASE("the message list says what a field list says") {
  const auto json = nlohmann::json::parse(messages_json());
  const auto& fields = json.at("structs").at("EditArticle");
  CHECK(fields.at(0).at("type").at("id") == "ArticleId");
  CHECK(fields.at(1).at("name") == "field");
  CHECK(fields.at(2).at("max") == limits::article_field_chars_max);
  CHECK_FALSE(fields.at(2).contains("min"));
  CHECK(json.at("structs").at("Hello").at(2).at("optional") == true);
  CHECK(json.at("codes").size() == code_names.size());
  CHECK(json.at("choices").at("Choice").at(0) == "for");
}

TEST_CASE("the scenario schema closes every object and bounds every text") {
  const auto schema = nlohmann::json::parse(scenario_schema());
  CHECK(schema.at("additionalProperties") == false);
  for (const auto& item : schema.at("$defs").items()) {
    CAPTURE(item.key());
    if (item.value().contains("enum")) {
      continue;
    }
    CHECK(item.value().at("additionalProperties") == false);
    for (const auto& member : item.value().at("properties").items()) {
      CAPTURE(member.key());
      const auto& property = member.value();
      CHECK_FALSE(property.at("description").get<std::string>().empty());
      if (property.contains("type") && property.at("type") == "string") {
        CHECK(property.contains("maxLength"));
      }
    }
  }
  const auto& step = schema.at("$defs").at("Step");
  CHECK(step.at("properties").at("kind").at("$ref") == "#/$defs/StepKind");
  const auto& required = step.at("required");
  CHECK(std::find(required.begin(), required.end(), "rule") == required.end());
  CHECK(std::find(required.begin(), required.end(), "title") != required.end());
}

TEST_CASE("TypeScript has every command, section and frame in its unions") {
  const std::string text = messages_typescript();
  const ProtocolModel protocol = describe_protocol();
  const auto holds = [&](const std::string& line) { return text.find(line) != std::string::npos; };
  for (const MessageModel& command : protocol.commands) {
    CHECK(holds("  " + command.wire_name + ": " + command.struct_name + ";\n"));
  }
  for (const SectionModel& section : protocol.sections) {
    CHECK(holds("  " + section.wire_name + ": " + section.struct_name + ";\n"));
  }
  CHECK(holds("({ type: \"welcome\" } & Welcome)"));
  CHECK(holds("  credential?: string;\n"));
  CHECK(holds("  held?: Held[];\n"));
  CHECK(holds("export type PauseRoom = Record<string, never>;\n"));
  CHECK(holds("export const idea_chars_max = 2000;\n"));
}

}  // namespace tablee::wire::describe_test
