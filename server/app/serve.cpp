#include "app/serve.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "app/addresses.h"
#include "app/check.h"
#include "app/disk_space.h"
#include "app/documents.h"
#include "app/entropy.h"
#include "app/kept_atelier.h"
#include "app/links.h"
#include "app/sentences.h"
#include "app/terminal_qr.h"
#include "app/text_file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "host/host.h"
#include "net/server.h"
#include "speech/reader.h"
#include "store/sqlite_log.h"

namespace tablee::app {

namespace {

namespace fs = std::filesystem;

struct Programme {
  std::string text;
  core::Scenario scenario;
};

Refusal impossible(std::string sentence) {
  return refuse(Code::wrong_state, "", std::move(sentence));
}

TimeMs system_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// The screens are built beside the program: build/<preset>/tablee and client-web/dist.
std::string built_screens() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / ".." / ".." / "client-web" / "dist").lexically_normal().string();
}

Result<Nothing> prepare_directory(const std::string& data) {
  std::error_code error;
  fs::create_directories(data, error);
  if (!fs::is_directory(data, error)) {
    return impossible("Le dossier " + data + " ne peut pas être créé.");
  }
  const std::int64_t free_bytes = disk_free_bytes(data);
  if (free_bytes < limits::disk_required_bytes) {
    constexpr std::int64_t mebi = 1024LL * 1024;
    return impossible("Le disque de " + data + " est presque plein : il reste " + std::to_string(free_bytes / mebi) +
                      " Mio, il en faut " + std::to_string(limits::disk_required_bytes / mebi) + ".");
  }
  return Nothing{};
}

// The scenario named on the command line. A refusal may be long: the problems, one after another.
Result<Programme> offered_programme(const std::string& file) {
  if (file.empty()) {
    return impossible("Un nouvel atelier a besoin d’un programme : ajoutez --scenario FICHIER.");
  }
  auto text = read_scenario_text(file);
  if (!text) {
    return text.error();
  }
  wire::ScenarioFile scenario = wire::read_scenario(*text, {core::Severity::warning});
  add_file_problems(scenario, file);
  if (!scenario.usable()) {
    std::string problems = problems_text(file, scenario);
    problems.pop_back();
    return impossible(std::move(problems));
  }
  return Programme{std::move(*text), std::move(scenario.scenario)};
}

// The scenario this atelier runs, kept in the log from its first commit on.
Result<Programme> settle_programme(store::Log& log, Result<Programme> offered, const ServeSettings& settings,
                                   Output& output) {
  std::string kept = log.scenario();
  if (kept.empty()) {
    if (offered) {
      const auto copied = keep_files(offered->scenario, files_beside(settings.scenario), files_kept(settings.data));
      if (!copied) {
        return copied.error();
      }
      if (auto set = log.set_scenario(offered->text); !set) {
        return impossible(stopped_sentence(set.error()));
      }
    }
    return offered;
  }
  auto scenario = kept_scenario(kept, atelier_file(settings.data));
  if (!scenario) {
    return scenario.error();
  }
  if (!settings.scenario.empty() && (!offered || offered->text != kept)) {
    output.err << "Attention : " << settings.scenario
               << " n’est pas le programme avec lequel cet atelier a été ouvert ; c’est celui de l’atelier qui sert.\n";
  }
  return Programme{std::move(kept), std::move(*scenario)};
}

Result<std::unique_ptr<host::Host>> open_host(store::Log& log, Programme programme, const ServeSettings& settings,
                                              std::vector<std::string> addresses) {
  host::HostSettings host_settings;
  host_settings.addresses = std::move(addresses);
  host_settings.entropy = system_entropy;
  host_settings.disk_free = [data = settings.data] { return disk_free_bytes(data); };
  auto opened = host::Host::open(log, std::move(programme.scenario), to_hex(sha256(programme.text)),
                                 std::move(host_settings), system_now());
  if (!opened) {
    return impossible(opened.error().field == "scenario"
                          ? "Le programme gardé dans " + atelier_file(settings.data) + " a été modifié."
                          : journal_sentence(opened.error()));
  }
  return opened;
}

// The voice, tried once: what is wrong with it is better known before people come. Null: there is none.
std::unique_ptr<speech::Reader> open_reader(const ServeSettings& settings, Output& output) {
  if (settings.speech == no_speech) {
    return nullptr;
  }
  speech::Engine engine = speech::engine_of(settings.speech);
  const speech::Sound tried = engine(speech::Sentence{"Bonjour.", speech::Language::fr, 100}, [] { return false; });
  if (tried.fault != speech::Fault::none) {
    output.err << "Attention : la lecture à voix haute ne marche pas ("
               << (tried.fault == speech::Fault::absent ? "le programme manque" : "le programme ne rend pas de son")
               << " : " << settings.speech.substr(0, settings.speech.find(' ')) << ").\n";
  }
  return std::make_unique<speech::Reader>(speech::ReaderSettings{settings.speech, std::move(engine)});
}

void print_links(const core::State& state, const std::vector<std::string>& addresses, const ServeSettings& settings,
                 Output& output) {
  const std::string& origin = addresses.front();
  const std::string console = origin + std::string(console_path) + state.facilitator.token;
  output.out << "Tablée : « " << state.scenario.title.fr << " », gardé dans " << atelier_file(settings.data) << ".\n\n"
             << "Animation   " << console << "\n"
             << "Projecteur  " << origin << projector_path << "\n"
             << "Tablettes   " << origin << "/\n";
  for (std::size_t i = 1; i < addresses.size(); ++i) {
    output.out << (i == 1 ? "Aussi       " : "            ") << addresses[i] << "/\n";
  }
  if (settings.qr || output.terminal) {
    output.out << "\n" << terminal_qr(console);
  }
  output.out << "\nLe lien d’animation donne tous les droits : gardez-le pour vous. Ctrl+C ferme l’atelier.\n";
  output.out.flush();
}

// From a directory that is there to the end of the room.
Result<Nothing> serve(ServeSettings settings, Output& output) {
  const std::string file = atelier_file(settings.data);
  auto offered = offered_programme(settings.scenario);
  std::error_code error;
  if (!offered && !fs::exists(file, error)) {
    return offered.error();
  }
  auto log = store::open_sqlite_log(file, store::OpenMode::create_or_resume);
  if (!log) {
    return impossible(opening_sentence(log.error(), file));
  }
  auto programme = settle_programme(**log, std::move(offered), settings, output);
  if (!programme) {
    return programme.error();
  }
  if (settings.port == 0) {
    // Chosen before the server listens, because the host tells screens where tablets can come.
    settings.port = free_port(settings.bind);
  }
  const auto addresses = origins(settings.bind, settings.port);
  for (const std::string& missing : missing_files(programme->scenario, files_kept(settings.data))) {
    output.err << "Attention : il manque le fichier " << missing << " dans " << files_kept(settings.data) << ".\n";
  }
  std::vector<std::string> documents = document_files(programme->scenario);
  auto host = open_host(**log, std::move(*programme), settings, addresses);
  if (!host) {
    return host.error();
  }
  net::ServerSettings server_settings;
  server_settings.bind = settings.bind;
  server_settings.port = settings.port;
  server_settings.entropy = system_entropy;
  server_settings.web_dir = settings.web.empty() ? built_screens() : settings.web;
  server_settings.files_dir = files_kept(settings.data);
  server_settings.files = std::move(documents);
  const auto reader = open_reader(settings, output);
  server_settings.reader = reader.get();
  auto server = net::Server::listen(**host, std::move(server_settings));
  if (!server) {
    return impossible(listening_sentence(server.error(), settings));
  }
  print_links((*host)->state(), addresses, settings, output);
  if (auto ran = (*server)->run(); !ran) {
    return impossible(stopped_sentence(ran.error()));
  }
  (*log)->tidy_up();
  return Nothing{};
}

}  // namespace

int run_serve(const ServeSettings& settings, Output& output) {
  auto done = prepare_directory(settings.data);
  if (done) {
    done = serve(settings, output);
  }
  if (!done) {
    output.err << done.error().detail << "\n";
    return exit_failed;
  }
  output.out << "L’atelier est fermé et gardé.\n";
  return exit_done;
}

}  // namespace tablee::app
