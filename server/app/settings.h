// app/settings.h: the command line, understood.
//
// Shape    One struct a command. Options are words that start with two dashes, followed by their value or by nothing;
//          `--option=value` is understood too. Order does not matter.
// Errors   parse_settings refuses with one French sentence as the detail, and the word at fault as the field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "core/scenario_check.h"
#include "rehearse/rehearsal.h"
#include "speech/engine.h"

namespace tablee::app {

inline constexpr std::uint16_t default_port = 8080;
inline constexpr std::string_view no_speech = "none";

struct ServeSettings {
  std::string data;
  std::string scenario;  // empty: the one kept in the atelier
  std::uint16_t port = default_port;
  std::string bind = "0.0.0.0";
  std::string web;  // empty: the screens built beside this program
  bool qr = false;
  std::string speech = std::string(speech::usual_command);  // speech/engine.h; no_speech: nothing is read aloud
};

struct CheckSettings {
  std::string file;
  bool json = false;
  core::Severity falc_missing = core::Severity::error;
  core::Severity reading = core::Severity::warning;  // how grave a text that is hard to read is
};

enum class ExportFormat { html, markdown, json };

struct ExportSettings {
  std::string data;
  ExportFormat format = ExportFormat::html;
  std::string output;  // empty: standard output
};

struct VerifySettings {
  std::string data;
};

struct LinksSettings {
  std::string data;
  std::optional<std::uint16_t> port;  // absent: default_port in words, no address in JSON
  bool json = false;
};

struct ReplanSettings {
  std::string file;
  std::string step;
  std::int64_t late = 0;  // minutes, 0 to limits::step_minutes_max
  bool json = false;
};

struct RehearseSettings {
  std::string file;
  rehearse::Settings play;
  bool json = false;
};

struct HelpSettings {};
struct VersionSettings {};

using Settings = std::variant<ServeSettings, CheckSettings, ExportSettings, VerifySettings, LinksSettings,
                              ReplanSettings, RehearseSettings, HelpSettings, VersionSettings>;

// words: what follows the name of the program. None: help.
Result<Settings> parse_settings(const std::vector<std::string>& words);

// What `tablee help` prints.
std::string usage();

}  // namespace tablee::app
