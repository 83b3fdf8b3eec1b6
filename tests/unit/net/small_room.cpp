#include "unit/net/small_room.h"

#include <doctest/doctest.h>

#include <chrono>
#include <utility>

#include "base/sha256.h"

namespace tablee::net {

namespace {

constexpr TimeMs opened_at = 1'700'000'000'000;

core::Texts texts(const char* words) {
  return core::Texts{words, words, std::nullopt};
}

core::Scenario one_step() {
  core::Scenario scenario;
  scenario.format = core::scenario_format;
  scenario.id = "test";
  scenario.version = "1";
  scenario.title = texts("Essai");
  scenario.question = texts("Quelle question ?");
  scenario.starts_at = "09:00";
  scenario.group = core::Group{1, 100, 1, 10};
  core::Step step;
  step.id = "accueil";
  step.kind = core::StepKind::welcome;
  step.title = texts("Accueil");
  step.instruction = texts("Entrez.");
  step.duration = core::Duration{10, 5, 15};
  scenario.steps.push_back(step);
  return scenario;
}

}  // namespace

Result<Nothing> ObedientLog::commit() {
  if (std::exchange(appended_, false) && failing) {
    return refuse(Code::storage_low, "", "The disk is full.");
  }
  return memory_.commit();
}

SmallRoom::SmallRoom(speech::Reader* reader, std::string files_dir, std::vector<std::string> files) {
  host::HostSettings settings;
  settings.entropy = [] { return Entropy{1, 2, 3}; };
  settings.disk_free = [] { return std::int64_t{1} << 40; };
  auto opened = host::Host::open(log, one_step(), to_hex(sha256("scenario")), settings, opened_at);
  REQUIRE(opened.has_value());
  host = std::move(*opened);
  ServerSettings server_settings;
  server_settings.bind = "127.0.0.1";
  server_settings.web_dir = web.path();
  server_settings.entropy = settings.entropy;
  server_settings.names = {"Atelier.example"};
  server_settings.clock = [this] { return opened_at + ahead_ms_; };
  server_settings.reader = reader;
  server_settings.files_dir = std::move(files_dir);
  server_settings.files = std::move(files);
  auto listening = Server::listen(*host, server_settings);
  REQUIRE(listening.has_value());
  server = std::move(*listening);
}

SmallRoom::~SmallRoom() {
  if (thread_.joinable()) {
    server->stop();
    thread_.join();
  }
}

void SmallRoom::run() {
  std::packaged_task<Result<Nothing>()> task([this] { return server->run(); });
  returned_ = task.get_future();
  thread_ = std::thread(std::move(task));
}

Result<Nothing> SmallRoom::finish() {
  const bool returned = returned_.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
  if (!returned) {
    server->stop();
  }
  thread_.join();
  REQUIRE(returned);
  return returned_.get();
}

std::string projector_hello() {
  return R"({"type":"hello","protocol":1,"role":"projector","sender":"0123456789abcdef"})";
}

}  // namespace tablee::net
