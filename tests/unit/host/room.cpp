#include "room.h"

#include <algorithm>

#include "base/sha256.h"
#include "wire/encode.h"

namespace tablee::host_test {
namespace {

Refusal disk_broke() {
  return refuse(Code::storage_low, "", "The disk broke.");
}

core::Step step(const char* id, core::StepKind kind, core::TimerMode mode) {
  core::Step made;
  made.id = id;
  made.kind = kind;
  made.title = {id, id, std::nullopt};
  made.instruction = {id, id, std::nullopt};
  made.duration = {10, 5, 15};
  made.timer.mode = mode;
  return made;
}

}  // namespace

Result<Nothing> FailingLog::append(store::Row& row) {
  return append_fails ? Result<Nothing>(disk_broke()) : kept_.append(row);
}

Result<Nothing> FailingLog::put(const store::RecordRow& record) {
  return put_fails ? Result<Nothing>(disk_broke()) : kept_.put(record);
}

Result<Nothing> FailingLog::commit() {
  ++commits;
  return commit_fails ? Result<Nothing>(disk_broke()) : kept_.commit();
}

Result<Nothing> FailingLog::read(std::uint64_t from, const std::function<bool(const store::Row&)>& each) {
  return kept_.read(from, each);
}

Result<Nothing> FailingLog::read_records(const std::function<bool(const store::RecordRow&)>& each) {
  return kept_.read_records(each);
}

core::Scenario small_scenario() {
  core::Scenario scenario;
  scenario.format = core::scenario_format;
  scenario.id = "small";
  scenario.version = "1";
  scenario.title = {"Petit", "Petit", std::nullopt};
  scenario.question = {"Comment ?", "Comment ?", std::nullopt};
  scenario.starts_at = "13:30";
  scenario.group = {2, 40, 2, 4};
  scenario.stores = {{"ideas", core::StoreObject::idea}, {"articles", core::StoreObject::article}};
  core::Rule half;
  half.id = "half";
  half.base = core::Base::cast;
  half.threshold = "1/2";
  half.strict = true;
  scenario.rules = {half};
  scenario.steps = {step("write", core::StepKind::write, core::TimerMode::firm),
                    step("draft", core::StepKind::draft, core::TimerMode::soft),
                    step("vote", core::StepKind::vote, core::TimerMode::soft)};
  scenario.steps[0].writes = {{"ideas", 1, 3, 200, std::nullopt}};
  scenario.steps[1].writes = {{"articles", 1, 1, std::nullopt, {{{"body", {"Corps", "Corps", std::nullopt}, 500}}}}};
  scenario.steps[2].rule = "half";
  return scenario;
}

Room::Room() {
  host::HostSettings settings;
  settings.addresses = {"http://10.0.0.2:8080"};
  settings.entropy = [this] { return sha256("draw " + std::to_string(++draws_)); };
  settings.disk_free = [this] { return disk_free; };
  auto opened = host::Host::open(log, small_scenario(), "hash", settings, now);
  TABLEE_CHECK(opened);
  host = std::move(*opened);
}

host::ConnectionId Room::connect(std::string_view address) {
  return *host->connect(address, now);
}

host::ConnectionId Room::console() {
  const host::ConnectionId id = connect();
  hear(id, hello("facilitator", host->state().facilitator.token, "c0c0c0c0c0c0c0c0"));
  end_turn(id);
  return id;
}

host::ConnectionId Room::person(const std::string& device) {
  const host::ConnectionId facilitator = connect();
  hear(facilitator, hello("facilitator", host->state().facilitator.token, device));
  command(facilitator, 1, "add_people", R"({"people":[{"name":"Ann"}]})");
  end_turn(facilitator);
  host->disconnect(facilitator, now);
  return screen_of(PersonId{static_cast<std::uint32_t>(host->state().people.size())}, device);
}

host::ConnectionId Room::screen_of(PersonId person, const std::string& device) {
  const host::ConnectionId id = connect();
  hear(id, hello("participant", host->state().cards.at(person).token, device));
  end_turn(id);
  return id;
}

void Room::hear(host::ConnectionId connection, const std::string& frame) {
  host->receive(connection, frame, false, now);
}

void Room::command(host::ConnectionId connection, std::uint64_t number, const std::string& name,
                   const std::string& body) {
  hear(connection, R"({"type":"command","number":)" + std::to_string(number) + R"(,"command":")" + name +
                       R"(","body":)" + body + "}");
}

std::vector<std::string> Room::end_turn(host::ConnectionId connection) {
  auto turn = host->flush(now);
  TABLEE_CHECK(turn);
  last_turn = std::move(*turn);
  return waiting(connection);
}

std::vector<std::string> Room::waiting(host::ConnectionId connection) {
  std::vector<std::string> payloads;
  while (const host::SharedFrame frame = host->outbox(connection).take()) {
    payloads.push_back(frame->substr(wire::websocket_header_bytes(*frame)));
  }
  return payloads;
}

std::string hello(std::string_view role, std::string_view credential, std::string_view device) {
  return R"({"type":"hello","protocol":1,"role":")" + std::string(role) + R"(","sender":")" + std::string(device) +
         R"(","credential":")" + std::string(credential) + "\"}";
}

int count(const std::vector<std::string>& payloads, std::string_view text) {
  return static_cast<int>(std::count_if(payloads.begin(), payloads.end(), [text](const std::string& payload) {
    return payload.find(text) != std::string::npos;
  }));
}

}  // namespace tablee::host_test
