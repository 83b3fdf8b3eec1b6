#include <string>

#include "base/rng.h"
#include "wire/describe.h"
#include "wire/frame.h"

namespace tablee::wire {
namespace {

std::string type_text(const TypeModel& type) {
  switch (type.kind) {
    case TypeKind::text:
      return "string";
    case TypeKind::integer:
      return "number";
    case TypeKind::boolean:
      return "boolean";
    case TypeKind::list:
      return type_text(*type.inner) + "[]";
    case TypeKind::id:
    case TypeKind::enumeration:
    case TypeKind::structure:
      return type.name;
  }
  return "";
}

// "1 to 160 characters", or "" when the bounds say nothing.
std::string bounds_text(const FieldModel& field) {
  const bool bounded = field.bounds.max != Bounds{}.max;
  const bool counted =
      field.type.kind == TypeKind::text || field.type.kind == TypeKind::integer || field.type.kind == TypeKind::list;
  if (!bounded || !counted) {
    return "";
  }
  std::string text = std::to_string(field.bounds.max);
  if (field.bounds.min != field.bounds.max) {
    text = std::to_string(field.bounds.min) + " to " + text;
  }
  if (field.type.kind == TypeKind::text) {
    text += " characters";
  } else if (field.type.kind == TypeKind::list) {
    text += " items";
  }
  return text;
}

void add_field(std::string& out, const FieldModel& field) {
  const std::string bounds = bounds_text(field);
  out += "  /** " + field.about + (bounds.empty() ? "" : " (" + bounds + ")") + " */\n";
  out += "  " + field.name + (field.optional ? "?: " : ": ") + type_text(field.type) + ";\n";
}

void add_interface(std::string& out, const StructModel& model) {
  if (model.fields.empty()) {
    out += "export type " + model.name + " = Record<string, never>;\n\n";
    return;
  }
  out += "export interface " + model.name + " {\n";
  for (const FieldModel& field : model.fields) {
    add_field(out, field);
  }
  out += "}\n\n";
}

std::string quoted(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

// Quoted names with a comma after each, on lines of at most 116 columns.
std::string quoted_lines(const std::vector<std::string>& names) {
  std::string out;
  std::string line = " ";
  for (const std::string& name : names) {
    const std::string next = " " + quoted(name) + ",";
    if (line.size() + next.size() > 116) {
      out += line + "\n";
      line = " ";
    }
    line += next;
  }
  return out + line + "\n";
}

std::string choice_text(const EnumModel& choice) {
  std::string out;
  for (const std::string& value : choice.values) {
    out += (out.empty() ? "" : " | ") + quoted(value);
  }
  return out;
}

void add_ids_and_choices(std::string& out, const Catalogue& catalogue) {
  for (const std::string& id : catalogue.ids()) {
    out += "export type " + id + " = number;\n";
  }
  out += "\n";
  for (const EnumModel& each : catalogue.enums()) {
    if (each.name != type_name<Code>()) {
      out += "export type " + each.name + " = " + choice_text(each) + ";\n";
    }
  }
  out += "\n";
}

void add_list(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  out += "export const " + std::string{name} + " = [\n" + quoted_lines(values) + "] as const;\n";
}

void add_frame_union(std::string& out, std::string_view name, std::string_view first,
                     const std::vector<MessageModel>& frames) {
  out += "export type " + std::string{name} + " =\n  | " + std::string{first};
  for (const MessageModel& frame : frames) {
    out += "\n  | ({ type: " + quoted(frame.wire_name) + " } & " + frame.struct_name + ")";
  }
  out += ";\n";
}

void add_constants(std::string& out, const ProtocolModel& protocol) {
  out += "export const subprotocol = " + quoted(subprotocol) + ";\n";
  out += "export const protocol_version = " + std::to_string(protocol_version) + ";\n\n";
  for (const NamedNumber& limit : client_limits()) {
    out += "/** " + std::string{limit.about} + " */\n";
    out += "export const " + std::string{limit.name} + " = " + std::to_string(limit.value) + ";\n";
  }
  out += "/** letters of a card code, typed in any case */\n";
  out += "export const code_alphabet = " + quoted(code_alphabet) + ";\n\n";
  out += "export const close_codes = {\n";
  for (const NamedNumber& code : close_codes()) {
    out += "  /** " + std::string{code.about} + " */\n  " + std::string{code.name} + ": " + std::to_string(code.value) +
           ",\n";
  }
  out += "} as const;\n\n";
  out += "/** Why a frame or a command is refused; errors.md says what each means. */\n";
  add_list(out, "codes", {code_names.begin(), code_names.end()});
  out += "export type Code = (typeof codes)[number];\n\n";
  std::vector<std::string> names;
  for (const SectionModel& section : protocol.sections) {
    names.push_back(section.wire_name);
  }
  out += "/** The sections, in the order in which they are sent. */\n";
  add_list(out, "section_names", names);
  out += "\n";
}

void add_unions(std::string& out, const ProtocolModel& protocol) {
  out += "export interface Commands {\n";
  for (const MessageModel& command : protocol.commands) {
    out += "  " + command.wire_name + ": " + command.struct_name + ";\n";
  }
  out += "}\n\nexport type CommandName = keyof Commands;\n\n";
  out +=
      "export type CommandFrame = {\n"
      "  [N in CommandName]: { type: \"command\"; number: number; command: N; body: Commands[N] };\n"
      "}[CommandName];\n\n";
  out += "export interface Sections {\n";
  for (const SectionModel& section : protocol.sections) {
    out += "  /** scope: " + section.scope + (section.live ? "; live" : "") + " */\n";
    out += "  " + section.wire_name + ": " + section.struct_name + ";\n";
  }
  out += "}\n\nexport type SectionName = keyof Sections;\n\n";
  out +=
      "export type SectionFrame = {\n"
      "  [N in SectionName]: { type: \"section\"; name: N; version: string; body: Sections[N] };\n"
      "}[SectionName];\n\n";
  add_frame_union(out, "ClientFrame", "CommandFrame", protocol.client_frames);
  out += "\n";
  add_frame_union(out, "ServerFrame", "SectionFrame", protocol.server_frames);
}

}  // namespace

std::string messages_typescript() {
  const ProtocolModel protocol = describe_protocol();
  std::string out =
      "// Generated by tablee_describe from the field lists of the server: do not edit.\n"
      "// The rules are in protocol/README.md.\n\n";
  add_constants(out, protocol);
  add_ids_and_choices(out, protocol.catalogue);
  for (const StructModel& model : protocol.catalogue.structs()) {
    add_interface(out, model);
  }
  add_unions(out, protocol);
  return out;
}

}  // namespace tablee::wire
