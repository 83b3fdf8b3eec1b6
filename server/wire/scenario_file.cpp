#include "wire/scenario_file.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "wire/json_fields.h"

namespace tablee::wire {
namespace {

using core::Problem;
using core::Severity;

constexpr std::int64_t scenario_depth_max = 16;
constexpr std::size_t problems_max = 1'000;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// French wants a no-break space inside these quotation marks.
std::string quoted(std::string_view text) {
  return "«\u00a0" + std::string{text} + "\u00a0»";
}

std::string unescaped(std::string_view token) {
  std::string out;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] == '~' && at + 1 < token.size()) {
      ++at;
      out += token[at] == '0' ? '~' : '/';
    } else {
      out += token[at];
    }
  }
  return out;
}

bool is_index(std::string_view token) {
  return !token.empty() && token.find_first_not_of("0123456789") == std::string_view::npos;
}

// "« title »", or "l’élément 3 de « steps »", or "le fichier".
std::string place_words(std::string_view pointer) {
  if (pointer.empty()) {
    return "le fichier";
  }
  const std::size_t slash = pointer.rfind('/');
  const std::string_view token = pointer.substr(slash + 1);
  if (!is_index(token) || slash == 0) {
    return quoted(unescaped(token));
  }
  const std::string_view parent = pointer.substr(0, slash);
  return "l’élément " + std::to_string(std::stoull(std::string{token}) + 1) + " de " +
         quoted(unescaped(parent.substr(parent.rfind('/') + 1)));
}

std::string capitalised(std::string text) {
  if (text.starts_with("l")) {
    text.front() = 'L';
  }
  return text;
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    out += (out.empty() ? "" : ", ") + std::string{name};
  }
  return out;
}

std::string unit_words(Expected expected, std::int64_t count) {
  const std::string plural = count > 1 ? "s" : "";
  return expected == Expected::list ? " élément" + plural : " caractère" + plural;
}

std::string expected_words(Expected expected) {
  switch (expected) {
    case Expected::text:
      return "un texte entre guillemets";
    case Expected::integer:
    case Expected::id:
      return "un nombre entier, sans guillemets et sans virgule";
    case Expected::boolean:
      return "true ou false, sans guillemets";
    case Expected::list:
      return "une liste entre crochets";
    case Expected::object:
      return "un objet entre accolades";
    case Expected::choice:
      return "un des noms prévus, entre guillemets";
  }
  return "";
}

Problem error_at(std::string pointer, std::string code, std::string message, std::string mend) {
  return {Severity::error, std::move(pointer), std::move(code), std::move(message), std::move(mend)};
}

Problem out_of_bounds(const Fault& fault) {
  const std::string place = capitalised(place_words(fault.pointer));
  const std::string least = std::to_string(fault.bounds.min);
  const std::string most = std::to_string(fault.bounds.max);
  if (fault.code == Code::too_long) {
    return error_at(
        fault.pointer, "too_long",
        place + " est trop long\u00a0: " + most + unit_words(fault.expected, fault.bounds.max) + " au plus.",
        "Raccourcissez.");
  }
  if (fault.expected == Expected::choice) {
    return error_at(fault.pointer, "out_of_range", place + " n’est pas un des choix prévus.",
                    "Choisissez parmi\u00a0: " + joined(fault.possible) + ".");
  }
  if (fault.expected == Expected::integer) {
    const bool bounded = fault.bounds.max != Bounds{}.max;
    const std::string range = bounded ? "entre " + least + " et " + most : "au moins " + least;
    return error_at(fault.pointer, "out_of_range", place + " doit être " + range + ".", "Corrigez le nombre.");
  }
  return error_at(
      fault.pointer, "out_of_range",
      place + " est vide ou trop court\u00a0: " + least + unit_words(fault.expected, fault.bounds.min) + " au moins.",
      "Complétez.");
}

Problem problem_of(const Fault& fault) {
  const std::string place = place_words(fault.pointer);
  switch (fault.code) {
    case Code::unknown_field:
      return error_at(fault.pointer, "unknown_member", "Il n’y a pas de champ " + place + " à cet endroit.",
                      "Retirez-le, ou prenez un de ces noms\u00a0: " + joined(fault.possible) + ".");
    case Code::missing_field:
      return error_at(fault.pointer, "missing_member", "Il manque le champ " + place + ".",
                      "Ajoutez-le\u00a0: " + expected_words(fault.expected) + ".");
    case Code::malformed:
      return error_at(fault.pointer, "duplicate_member", "Le champ " + place + " est donné deux fois.",
                      "Gardez-en un seul.");
    case Code::wrong_type:
      return error_at(fault.pointer, "wrong_type",
                      capitalised(place) + " doit être " + expected_words(fault.expected) + ".",
                      "Écrivez " + expected_words(fault.expected) + ".");
    default:
      return out_of_bounds(fault);
  }
}

// "ligne 3, colonne 14": lines and characters counted from 1.
std::string line_and_column(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, std::min(at, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::string_view on_line = before.substr(line_start);
  const auto column = std::count_if(on_line.begin(), on_line.end(),
                                    [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; });
  return "ligne " + std::to_string(line) + ", colonne " + std::to_string(column + 1);
}

// Requires: not valid UTF-8. The start of the first line that is not.
std::size_t first_bad_line(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (!utf8_length(text.substr(start, end - start))) {
      return start;
    }
    start = end + 1;
  }
  return 0;
}

Problem unreadable(std::string_view text, const ParsedJson& parsed) {
  if (parsed.fault == JsonFault::too_deep) {
    return error_at(
        "", "too_deep",
        "Le fichier a plus de " + std::to_string(scenario_depth_max) + " niveaux d’accolades et de crochets.",
        "Partez d’un exemple fourni.");
  }
  return error_at(
      "", "not_json", "Le fichier n’est pas du JSON\u00a0: " + line_and_column(text, parsed.at) + ".",
      "Regardez à cet endroit et juste avant\u00a0: une virgule, un guillemet ou une accolade manque ou est de "
      "trop.");
}

void append_problem(std::string& out, const Problem& problem) {
  out += R"({"severity":)";
  append_value(out, problem.severity);
  out += R"(,"pointer":)";
  append_text(out, problem.pointer);
  out += R"(,"code":)";
  append_text(out, problem.code);
  out += R"(,"message":)";
  append_text(out, problem.message);
  out += R"(,"mend":)";
  append_text(out, problem.mend);
  out += '}';
}

}  // namespace

bool ScenarioFile::usable() const {
  return std::none_of(problems.begin(), problems.end(),
                      [](const Problem& problem) { return problem.severity == Severity::error; });
}

ScenarioFile read_scenario(std::string_view text, core::CheckOptions options) {
  ScenarioFile file;
  if (text.size() > static_cast<std::size_t>(limits::scenario_bytes_max)) {
    file.problems.push_back(error_at("", "too_long",
                                     "Le fichier a plus de " + std::to_string(limits::scenario_bytes_max) + " octets.",
                                     "Raccourcissez."));
    return file;
  }
  if (!utf8_length(text)) {
    file.problems.push_back(error_at(
        "", "not_utf8", "Le fichier n’est pas en UTF-8\u00a0: " + line_and_column(text, first_bad_line(text)) + ".",
        "Enregistrez-le de nouveau avec l’encodage UTF-8."));
    return file;
  }
  // Some editors put a byte order mark first.
  const std::string_view json = text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const ParsedJson parsed = parse_json(json, scenario_depth_max);
  if (parsed.fault != JsonFault::none) {
    file.problems.push_back(unreadable(json, parsed));
    return file;
  }
  FieldReader reader(problems_max, false);
  reader.read(parsed.value, file.scenario);
  for (const Fault& fault : reader.faults()) {
    file.problems.push_back(problem_of(fault));
  }
  if (file.problems.empty()) {
    file.problems = core::check_scenario(file.scenario, options);
  }
  return file;
}

std::string problems_json(std::string_view file_name, const ScenarioFile& file) {
  std::string out = R"({"file":)";
  append_text(out, file_name);
  out += R"(,"ok":)";
  append_value(out, file.usable());
  out += R"(,"problems":[)";
  for (std::size_t i = 0; i < file.problems.size(); ++i) {
    if (i != 0) {
      out += ',';
    }
    append_problem(out, file.problems[i]);
  }
  return out + "]}\n";
}

}  // namespace tablee::wire
