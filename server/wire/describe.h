// wire/describe.h: the files of protocol/ and of the client that are made from the field lists.
//
// Shape    Each file is its path from the root of the source tree and its whole text. The same field lists give the
//          same bytes on every machine, so a test can tell a stale file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wire/describe_model.h"

namespace tablee::wire {

struct MessageModel {
  std::string wire_name;    // the `type` of a frame, the `command` of a command, the `name` of a section
  std::string struct_name;  // in the catalogue
};

struct SectionModel {
  std::string wire_name;
  std::string struct_name;
  std::string scope;
  bool live = false;
};

struct NamedNumber {
  std::string_view name;
  std::int64_t value = 0;
  std::string_view about;
};

// Everything that crosses the wire.
struct ProtocolModel {
  Catalogue catalogue;
  std::vector<MessageModel> client_frames;  // `command` is not among them: its body depends on its name
  std::vector<MessageModel> commands;
  std::vector<MessageModel> server_frames;  // `section` is not among them: its body depends on its name
  std::vector<SectionModel> sections;
};

ProtocolModel describe_protocol();
// The bounds a client has to know, and the codes a closed connection carries.
std::vector<NamedNumber> client_limits();
std::vector<NamedNumber> close_codes();
// One sentence a code, in the order of code_names.
std::vector<std::string_view> code_meanings();

std::string messages_json();
std::string errors_markdown();
std::string messages_typescript();
std::string scenario_schema();

struct GeneratedFile {
  std::string path;
  std::string text;
};

std::vector<GeneratedFile> generated_files();

}  // namespace tablee::wire
