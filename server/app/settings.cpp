#include "app/settings.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace tablee::app {

namespace {

// What a command accepts.
struct Grammar {
  std::set<std::string, std::less<>> valued;
  std::set<std::string, std::less<>> flags;
  std::string place;  // what the word without dashes is called; empty: there is none
};

struct Parsed {
  std::map<std::string, std::string, std::less<>> values;
  std::set<std::string, std::less<>> flags;
  std::string place;
};

Refusal misused(std::string word, std::string sentence) {
  return refuse(Code::unknown_field, std::move(word), std::move(sentence));
}

class Reader {
 public:
  Reader(const std::vector<std::string>& words, const Grammar& grammar) : words_(words), grammar_(grammar) {}

  Result<Parsed> read() {
    for (at_ = 1; at_ < words_.size(); ++at_) {
      auto taken = words_[at_].starts_with("--") ? option(words_[at_]) : place(words_[at_]);
      if (!taken) {
        return taken.error();
      }
    }
    return parsed_;
  }

 private:
  Result<Nothing> place(const std::string& word) {
    if (grammar_.place.empty() || !parsed_.place.empty() || word.empty()) {
      return misused(word, "« " + word + " » est de trop après tablee " + words_[0] + ".");
    }
    parsed_.place = word;
    return Nothing{};
  }

  Result<Nothing> option(const std::string& word) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (parsed_.values.contains(name) || parsed_.flags.contains(name)) {
      return misused(name, "L’option " + name + " est donnée deux fois.");
    }
    if (grammar_.flags.contains(name) && equals == std::string::npos) {
      parsed_.flags.insert(name);
      return Nothing{};
    }
    if (!grammar_.valued.contains(name)) {
      return misused(name, "tablee " + words_[0] + " n’a pas d’option " + word + " ; voir tablee help.");
    }
    std::string value;
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (at_ + 1 < words_.size()) {
      value = words_[++at_];
    }
    if (value.empty()) {
      return misused(name, "L’option " + name + " attend une valeur.");
    }
    parsed_.values.emplace(name, std::move(value));
    return Nothing{};
  }

  const std::vector<std::string>& words_;
  const Grammar& grammar_;
  std::size_t at_ = 0;
  Parsed parsed_;
};

Result<Parsed> read_words(const std::vector<std::string>& words, const Grammar& grammar) {
  auto parsed = Reader(words, grammar).read();
  if (parsed && parsed->place.empty() && !grammar.place.empty()) {
    return misused("", "tablee " + words[0] + " attend " + grammar.place + " ; voir tablee help.");
  }
  return parsed;
}

std::string value_or(const Parsed& parsed, std::string_view name, const std::string& otherwise) {
  const auto found = parsed.values.find(name);
  return found == parsed.values.end() ? otherwise : found->second;
}

Result<std::uint16_t> port_of(const std::string& text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) {
    return misused("--port", "« " + text + " » n’est pas un numéro de port (de 0 à 65535).");
  }
  return port;
}

Result<Settings> parse_serve(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--data", "--scenario", "--port", "--bind", "--web", "--speech"}, {"--qr"}, ""});
  if (!parsed) {
    return parsed.error();
  }
  ServeSettings settings;
  settings.data = value_or(*parsed, "--data", "");
  if (settings.data.empty()) {
    return misused("--data", "tablee serve attend --data DOSSIER, le dossier où l’atelier est gardé.");
  }
  const auto port = port_of(value_or(*parsed, "--port", std::to_string(default_port)));
  if (!port) {
    return port.error();
  }
  settings.port = *port;
  settings.scenario = value_or(*parsed, "--scenario", "");
  settings.bind = value_or(*parsed, "--bind", settings.bind);
  settings.web = value_or(*parsed, "--web", "");
  settings.speech = value_or(*parsed, "--speech", settings.speech);
  settings.qr = parsed->flags.contains("--qr");
  return Settings(settings);
}

// The value of an option that says how grave something is.
Result<core::Severity> severity_of(const Parsed& parsed, const std::string& option, core::Severity otherwise) {
  const std::string word = value_or(parsed, option, otherwise == core::Severity::error ? "error" : "warning");
  if (word != "error" && word != "warning") {
    return misused(option, option + " attend error ou warning, et non « " + word + " ».");
  }
  return word == "error" ? core::Severity::error : core::Severity::warning;
}

Result<Settings> parse_check(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--falc", "--reading"}, {"--json"}, "un fichier de programme"});
  if (!parsed) {
    return parsed.error();
  }
  CheckSettings settings{parsed->place, parsed->flags.contains("--json")};
  const auto falc = severity_of(*parsed, "--falc", settings.falc_missing);
  if (!falc) {
    return falc.error();
  }
  const auto reading = severity_of(*parsed, "--reading", settings.reading);
  if (!reading) {
    return reading.error();
  }
  settings.falc_missing = *falc;
  settings.reading = *reading;
  return Settings(settings);
}

Result<Settings> parse_export(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--format", "--output"}, {}, "le dossier d’un atelier"});
  if (!parsed) {
    return parsed.error();
  }
  const std::map<std::string, ExportFormat, std::less<>> formats = {
      {"html", ExportFormat::html}, {"md", ExportFormat::markdown}, {"json", ExportFormat::json}};
  const std::string wanted = value_or(*parsed, "--format", "html");
  const auto format = formats.find(wanted);
  if (format == formats.end()) {
    return misused("--format", "Le format « " + wanted + " » n’existe pas ; au choix : html, md ou json.");
  }
  return Settings(ExportSettings{parsed->place, format->second, value_or(*parsed, "--output", "")});
}

Result<Settings> parse_verify(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{}, {}, "le dossier d’un atelier"});
  if (!parsed) {
    return parsed.error();
  }
  return Settings(VerifySettings{parsed->place});
}

Result<Settings> parse_links(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--port"}, {"--json"}, "le dossier d’un atelier"});
  if (!parsed) {
    return parsed.error();
  }
  LinksSettings settings{parsed->place, std::nullopt, parsed->flags.contains("--json")};
  if (parsed->values.contains("--port")) {
    const auto port = port_of(parsed->values["--port"]);
    if (!port) {
      return port.error();
    }
    settings.port = *port;
  }
  return Settings(settings);
}

Result<std::int64_t> late_of(const std::string& text) {
  std::int64_t minutes = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  if (error != std::errc() || end != text.data() + text.size() || minutes < 0 || minutes > limits::step_minutes_max) {
    return misused("--late", "« " + text + " » n’est pas un retard en minutes entières (de 0 à " +
                                 std::to_string(limits::step_minutes_max) + ").");
  }
  return minutes;
}

Result<Settings> parse_replan(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--step", "--late"}, {"--json"}, "un fichier de programme"});
  if (!parsed) {
    return parsed.error();
  }
  ReplanSettings settings;
  settings.file = parsed->place;
  settings.step = value_or(*parsed, "--step", "");
  settings.json = parsed->flags.contains("--json");
  if (settings.step.empty()) {
    return misused("--step", "tablee replan attend --step ID, la séquence qui commence en retard.");
  }
  if (!parsed->values.contains("--late")) {
    return misused("--late", "tablee replan attend --late MIN, les minutes de retard.");
  }
  const auto late = late_of(parsed->values["--late"]);
  if (!late) {
    return late.error();
  }
  settings.late = *late;
  return Settings(settings);
}

// A whole number within its bounds.
Result<std::int64_t> number_of(const Parsed& parsed, const std::string& option, std::int64_t otherwise,
                               std::int64_t min, std::int64_t max) {
  const auto found = parsed.values.find(option);
  if (found == parsed.values.end()) {
    return otherwise;
  }
  const std::string& text = found->second;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < min || number > max) {
    return misused(option, option + " attend un nombre entier de " + std::to_string(min) + " à " + std::to_string(max) +
                               ", et non « " + text + " ».");
  }
  return number;
}

Result<Settings> parse_rehearse(const std::vector<std::string>& words) {
  auto parsed = read_words(words, {{"--people", "--seed", "--absent", "--late", "--slow", "--drop", "--runs"},
                                   {"--json"},
                                   "un fichier de programme"});
  if (!parsed) {
    return parsed.error();
  }
  if (!parsed->values.contains("--people")) {
    return misused("--people", "tablee rehearse attend --people N, le nombre de personnes attendues.");
  }
  RehearseSettings settings;
  settings.file = parsed->place;
  settings.json = parsed->flags.contains("--json");
  std::int64_t seed = 1;
  struct Option {
    const char* name;
    std::int64_t* value;
    std::int64_t min;
    std::int64_t max;
  };
  rehearse::Settings& play = settings.play;
  constexpr std::int64_t all = 100;
  for (const Option& option :
       {Option{"--people", &play.people, 1, rehearse::people_max},
        Option{"--seed", &seed, 0, std::numeric_limits<std::int64_t>::max()},
        Option{"--absent", &play.absent_percent, 0, all}, Option{"--late", &play.late_percent, 0, all},
        Option{"--slow", &play.slow_percent, 0, all}, Option{"--drop", &play.drop_percent, 0, all},
        Option{"--runs", &play.runs, 1, rehearse::runs_max}}) {
    const auto number = number_of(*parsed, option.name, *option.value, option.min, option.max);
    if (!number) {
      return number.error();
    }
    *option.value = *number;
  }
  play.seed = static_cast<std::uint64_t>(seed);
  return Settings(settings);
}

}  // namespace

Result<Settings> parse_settings(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "help" || std::find(words.begin(), words.end(), "--help") != words.end()) {
    return Settings(HelpSettings{});
  }
  if (words[0] == "--version") {
    return Settings(VersionSettings{});
  }
  const std::map<std::string, Result<Settings> (*)(const std::vector<std::string>&), std::less<>> commands = {
      {"serve", parse_serve}, {"check", parse_check},   {"export", parse_export},    {"verify", parse_verify},
      {"links", parse_links}, {"replan", parse_replan}, {"rehearse", parse_rehearse}};
  const auto command = commands.find(words[0]);
  if (command == commands.end()) {
    return misused(words[0], "tablee n’a pas de commande « " + words[0] + " » ; voir tablee help.");
  }
  return command->second(words);
}

std::string usage() {
  return R"(Tablée — un atelier citoyen, de la porte à l’avis.

tablee serve --data DOSSIER --scenario FICHIER [--port N] [--bind ADRESSE] [--web DOSSIER] [--qr]
             [--speech COMMANDE]
    Ouvre l’atelier, ou le reprend là où il en était. Le port est 8080 ; 0 en choisit un libre.
    --bind      n’écoute que sur cette adresse (sinon : toutes)
    --web       le dossier des écrans (sinon : ceux qui sont construits avec ce programme)
    --speech    la voix : un programme qui lit un texte sur son entrée et écrit un son WAV sur sa sortie
                (sinon : espeak-ng ; none : aucune). {language}, {words_per_minute}, {percent} et
                {length_scale} y sont remplacés
    --qr        dessine le lien de l’animation en code QR même hors d’un terminal
tablee check FICHIER [--falc error|warning] [--reading error|warning] [--json]
    Vérifie un programme et dit quoi corriger.
    --falc      la gravité d’un texte sans version facile à lire (sinon : error)
    --reading   la gravité d’un texte difficile à lire (sinon : warning)
tablee export DOSSIER --format html|md|json [--output FICHIER]
    Écrit l’avis.
tablee verify DOSSIER
    Vérifie le journal ligne à ligne, le rejoue et recompte les votes.
tablee links DOSSIER [--port N] [--json]
    Redonne le lien de l’animation et les codes des cartes.
tablee replan FICHIER --step ID --late MIN [--json]
    Refait les horaires quand la séquence ID commence MIN minutes en retard.
tablee rehearse FICHIER --people N [--seed S] [--absent P] [--late P] [--slow P] [--drop P] [--runs R] [--json]
    Joue tout l’atelier d’avance avec N personnes simulées, et dit si le programme tient.
    --absent    part, en %, de celles qui ne viennent pas ; --late : qui arrivent en retard ;
    --slow      qui écrivent lentement ; --drop : qui perdent le Wi-Fi
    --runs      combien de fois ; --seed : le tirage de la première
tablee help
tablee --version
)";
}

}  // namespace tablee::app
