#include "bench/product.h"

#include <sys/random.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>
#include <utility>

#include "base/sha256.h"
#include "bench/child.h"
#include "host/host.h"
#include "net/pages.h"
#include "net/server.h"
#include "speech/reader.h"
#include "store/sqlite_log.h"

namespace tablee::bench {

namespace {

namespace files = std::filesystem;

core::Texts texts(const char* words) {
  return core::Texts{words, words, std::nullopt};
}

core::Step step(const char* id, core::StepKind kind, core::Form form) {
  core::Step made;
  made.id = id;
  made.kind = kind;
  made.title = texts("Une étape de l’atelier");
  made.instruction = texts("Lisez, puis dites ce que vous en pensez à votre table.");
  made.audience.form = form;
  made.duration = core::Duration{60, 30, 90};
  made.timer.mode = core::TimerMode::free;
  return made;
}

core::Scenario scenario() {
  core::Scenario made;
  made.format = core::scenario_format;
  made.id = "bench";
  made.version = "1";
  made.title = texts("Atelier de mesure");
  made.question = texts("Comment partager l’eau demain ?");
  made.starts_at = "09:00";
  made.group = core::Group{1, 2000, 1, 100};
  made.stores = {
      {"idees", core::StoreObject::idea}, {"grappes", core::StoreObject::cluster}, {"rang", core::StoreObject::vote}};
  core::Rule rule;
  rule.id = "points";
  rule.method = core::Method::points;
  rule.points = 5;
  rule.max_per_option = 3;
  rule.keep = 3;
  made.rules = {rule};
  core::Step write = step("ecrire", core::StepKind::write, core::Form::individual);
  core::Write idea;
  idea.to = "idees";
  idea.min = 1;
  idea.max = 50;
  idea.characters = 500;
  write.writes = {idea};
  core::Step cluster = step("grouper", core::StepKind::cluster, core::Form::committee);
  cluster.reads = {{core::Read{"idees"}}};
  core::Write grappes;
  grappes.to = "grappes";
  cluster.writes = {grappes};
  core::Step rank = step("classer", core::StepKind::rank, core::Form::individual);
  rank.reads = {{core::Read{"grappes"}}};
  core::Write rang;
  rang.to = "rang";
  rank.writes = {rang};
  rank.rule = "points";
  made.steps = {write, cluster, rank, step("lire-1", core::StepKind::present, core::Form::plenary),
                step("lire-2", core::StepKind::present, core::Form::plenary)};
  return made;
}

TimeMs system_now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Entropy system_entropy() {
  Entropy entropy{};
  if (::getrandom(entropy.data(), entropy.size(), 0) != static_cast<ssize_t>(entropy.size())) {
    std::abort();
  }
  return entropy;
}

struct Open {
  std::unique_ptr<store::Log> log;
  std::unique_ptr<host::Host> host;
};

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

Open open_room(const std::string& directory, TimeMs now) {
  auto log = store::open_sqlite_log(directory + "/atelier.db", store::OpenMode::create_or_resume);
  if (!log) {
    give_up(log.error().detail);
  }
  host::HostSettings settings;
  settings.addresses = {"http://127.0.0.1/"};
  settings.entropy = system_entropy;
  settings.disk_free = [] { return std::int64_t{1} << 40; };
  auto host = host::Host::open(**log, scenario(), to_hex(sha256("bench")), settings, now);
  if (!host) {
    give_up(host.error().detail);
  }
  return Open{std::move(*log), std::move(*host)};
}

// Speaks to a host without a socket. Time goes on between commands, so that no rate is passed.
class Driver {
 public:
  Driver(host::Host& host, TimeMs& now, const char* role, const std::string& token) : host_(host), now_(now) {
    auto id = host_.connect("127.0.0.1", now_);
    if (!id) {
      give_up(id.error().detail);
    }
    id_ = *id;
    say(R"({"type":"hello","protocol":1,"role":")" + std::string(role) + R"(","credential":")" + token +
        R"(","sender":"00000000000000aa"})");
  }
  void command(const char* name, const std::string& body) {
    say(R"({"type":"command","number":)" + std::to_string(++number_) + R"(,"command":")" + name + R"(","body":)" +
        body + "}");
  }

 private:
  void say(const std::string& frame) {
    now_ += 200;
    host_.receive(id_, frame, false, now_);
    if (const auto turn = host_.flush(now_); !turn) {
      give_up(turn.error().detail);
    }
    while (const host::SharedFrame answer = host_.outbox(id_).take()) {
      if (answer->find(R"({"type":"refusal")") != std::string::npos) {
        give_up(frame.substr(0, 200) + " -> " + *answer);
      }
    }
  }
  host::Host& host_;
  TimeMs& now_;
  host::ConnectionId id_ = 0;
  std::uint64_t number_ = 0;
};

void add_people(Driver& facilitator, std::size_t people) {
  constexpr std::size_t list_max = 500;
  for (std::size_t added = 0; added < people;) {
    std::string body = R"({"people":[)";
    for (std::size_t at = 0; at < list_max && added < people; ++at, ++added) {
      body += (at == 0 ? "" : ",") + std::string(R"({"name":"Camille )") + std::to_string(added + 1) + "\"}";
    }
    facilitator.command("add_people", body + "]}");
  }
}

void write_ideas(Open& room, TimeMs& now, const std::vector<std::string>& tokens, std::size_t ideas) {
  constexpr std::size_t ideas_each = 10;
  std::unique_ptr<Driver> writer;
  for (std::size_t idea = 0; idea < ideas; ++idea) {
    if (idea % ideas_each == 0) {
      writer = std::make_unique<Driver>(*room.host, now, "participant", tokens[idea / ideas_each]);
    }
    const std::string text = "Idée " + std::to_string(idea + 1) + " : " + std::string(135, 'x');
    writer->command("submit_idea", R"({"step":"ecrire","text":")" + text + "\"}");
  }
}

void sort_ideas(Driver& facilitator, const RoomSize& size) {
  for (std::size_t cluster = 0; cluster < size.clusters; ++cluster) {
    std::string body = R"({"title":"Grappe )" + std::to_string(cluster + 1) + R"(","ideas":[)";
    bool first = true;
    for (std::size_t idea = cluster; idea < size.ideas; idea += size.clusters) {
      body += (first ? "" : ",") + std::to_string(idea + 1);
      first = false;
    }
    facilitator.command("add_cluster", body + "]}");
  }
}

}  // namespace

Room make_room(const std::string& directory, const RoomSize& size) {
  files::create_directories(directory + "/web");
  for (const std::string_view page : net::opened_pages()) {
    std::ofstream(directory + "/web" + std::string(page)) << "<!doctype html><title>bench</title>";
  }
  TimeMs now = system_now() - 60 * minute_ms;
  Open open = open_room(directory, now);
  Room room{directory, open.host->state().facilitator.token, {}};
  Driver facilitator(*open.host, now, "facilitator", room.facilitator_token);
  add_people(facilitator, size.people);
  for (const auto& [person, card] : open.host->state().cards) {
    room.tokens.push_back(card.token);
  }
  facilitator.command("start_step", R"({"step":"ecrire","from":""})");
  write_ideas(open, now, room.tokens, size.ideas);
  facilitator.command("start_step", R"({"step":"grouper","from":"ecrire"})");
  sort_ideas(facilitator, size);
  facilitator.command("start_step", R"({"step":"classer","from":"grouper"})");
  return room;
}

int run_product(const std::string& directory) {
  stay_on_core(server_core);
  Open room = open_room(directory, system_now());
  net::ServerSettings settings;
  settings.bind = "127.0.0.1";
  settings.web_dir = directory + "/web";
  settings.entropy = [] { return Entropy{}; };
  const std::string voice(speech::usual_command);
  speech::Reader reader({voice, speech::engine_of(voice)});
  settings.reader = &reader;
  auto server = net::Server::listen(*room.host, settings);
  if (!server) {
    give_up(server.error().detail);
  }
  std::printf("%u\n", static_cast<unsigned>((*server)->port()));
  std::fflush(stdout);
  const auto done = (*server)->run();
  if (!done) {
    give_up(done.error().detail);
  }
  return 0;
}

}  // namespace tablee::bench
