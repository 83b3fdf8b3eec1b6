#include "host/host.h"

#include <doctest/doctest.h>

#include "base/limits.h"
#include "host/intake.h"
#include "host/reception.h"
#include "room.h"

namespace host_host_test {

using namespace tablee;
using host_test::count;
using host_test::hello;
using host_test::Room;

namespace {

const std::string tablet = "00000000000000aa";
const std::string ready = R"({"ready":true})";

std::string clock_frame(int sent_ms) {
  return R"({"type":"clock","sent_ms":)" + std::to_string(sent_ms) + "}";
}

}  // namespace

TEST_CASE("nothing reaches an outbox before flush, refusals included") {
  Room room;
  const auto ann = room.person(tablet);
  room.hear(ann, "rubbish");
  room.command(ann, 1, "set_ready", ready);
  room.hear(ann, clock_frame(1));
  CHECK(room.host->outbox(ann).empty());
  CHECK(room.end_turn(ann).size() >= 3);
}

TEST_CASE("a turn is one commit, whatever it contains, and no commit is skipped") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person(tablet);
  room.command(console, 1, "start_step", R"({"step":"write","from":""})");
  room.end_turn(console);
  const int before = room.log.commits;
  for (std::uint64_t number = 1; number <= 21; ++number) {
    room.command(ann, number, "set_ready", number % 2 == 1 ? ready : R"({"ready":false})");
  }
  const auto heard = room.end_turn(ann);
  CHECK(room.log.commits == before + 1);
  CHECK(count(heard, R"("type":"ack")") == 21);
  CHECK(count(heard, R"("name":"me")") == 1);
}

TEST_CASE("a commit that fails lets nothing out, now or later") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person(tablet);
  room.waiting(console);
  room.command(console, 1, "start_step", R"({"step":"write","from":""})");
  room.log.commit_fails = true;
  CHECK_FALSE(room.host->flush(room.now));
  CHECK(room.waiting(console).empty());
  CHECK(room.waiting(ann).empty());
  room.log.commit_fails = false;
  room.command(ann, 1, "set_ready", ready);
  CHECK_FALSE(room.host->flush(room.now));
  CHECK(room.waiting(ann).empty());
}

TEST_CASE("an append or a record that fails lets nothing out and changes nothing") {
  for (const bool record : {false, true}) {
    Room room;
    const auto console = room.console();
    room.waiting(console);
    const std::size_t people = room.host->state().people.size();
    (record ? room.log.put_fails : room.log.append_fails) = true;
    room.command(console, 1, "add_people", R"({"people":[{"name":"Zoé"}]})");
    const auto turn = room.host->flush(room.now);
    REQUIRE_FALSE(turn);
    CHECK(turn.error().detail == "The disk broke.");
    CHECK(room.host->state().people.size() == people);
    CHECK(room.waiting(console).empty());
  }
}

TEST_CASE("a walk-in or a first hello whose rows cannot be stored is not welcomed") {
  Room room;
  const auto console = room.console();
  room.command(console, 1, "add_table", R"({"title":""})");
  room.end_turn(console);
  const std::string code = room.host->state().table_cards.at(TableId{1}).code;
  room.log.append_fails = true;
  const auto zoe = room.connect();
  room.hear(zoe, hello("participant", code, tablet));
  CHECK_FALSE(room.host->flush(room.now));
  CHECK(room.waiting(zoe).empty());
}

TEST_CASE("sixty frames at once are taken, the sixty-first keeps its number and says when to try again") {
  Room room;
  const auto ann = room.person(tablet);
  for (std::int64_t i = 0; i < limits::commands_burst - 1; ++i) {
    room.hear(ann, clock_frame(1));
  }
  room.command(ann, 1, "send_signal", R"({"kind":"pause","anonymous":false})");
  room.command(ann, 2, "cancel_signal", R"({"kind":"pause"})");
  const auto heard = room.end_turn(ann);
  CHECK(count(heard, R"("type":"ack","number":1)") == 1);
  CHECK(count(heard, R"("number":2,"code":"rate_limited")") == 1);
  CHECK(count(heard, R"("retry_ms":33)") == 1);
  room.now += 33;
  room.command(ann, 2, "cancel_signal", R"({"kind":"pause"})");
  CHECK(count(room.end_turn(ann), R"("type":"ack","number":2)") == 1);
}

TEST_CASE("who goes on although told to slow down is closed at the bound, not before") {
  Room room;
  const auto ann = room.person(tablet);
  for (std::int64_t i = 0; i < limits::commands_burst; ++i) {
    room.hear(ann, clock_frame(1));
  }
  room.end_turn(ann);
  for (int i = 0; i < host::frames_refused_max - 1; ++i) {
    room.hear(ann, clock_frame(1));
    room.end_turn(ann);
    REQUIRE(room.last_turn.closing.empty());
  }
  room.hear(ann, clock_frame(1));
  CHECK(count(room.end_turn(ann), "rate_limited") == 1);
  REQUIRE(room.last_turn.closing.size() == 1);
  CHECK(room.last_turn.closing[0].connection == ann);
  CHECK(room.last_turn.closing[0].code == wire::CloseCode::too_fast);
}

TEST_CASE("a tablet that never reads its replies is closed when they pass their bound") {
  Room room;
  const auto ann = room.person(tablet);
  for (std::int64_t i = 0; i < limits::replies_pending_max; ++i) {
    room.hear(ann, clock_frame(1));
    room.now += 1000;
    REQUIRE(room.host->flush(room.now)->closing.empty());
  }
  room.hear(ann, clock_frame(1));
  const auto turn = room.host->flush(room.now);
  REQUIRE(turn->closing.size() == 1);
  CHECK(turn->closing[0].code == wire::CloseCode::too_slow);
}

TEST_CASE("a refused hello may try again, as often as the bound") {
  Room room;
  const auto stranger = room.connect();
  for (int i = 0; i < host::hellos_max - 1; ++i) {
    room.hear(stranger, hello("participant", "ACDEFGHJ", tablet));
    CHECK(count(room.end_turn(stranger), "bad_credential") == 1);
    CHECK(room.last_turn.closing.empty());
  }
  room.hear(stranger, hello("participant", "ACDEFGHJ", tablet));
  room.end_turn(stranger);
  REQUIRE(room.last_turn.closing.size() == 1);
  CHECK(room.last_turn.closing[0].code == wire::CloseCode::bad_credential);
}

TEST_CASE("a connection that says nothing is closed at the time-out, not before, and its wake is asked for") {
  Room room;
  const TimeMs start = room.now;
  const auto silent = room.connect();
  const auto ann = room.person(tablet);
  room.now = start + limits::hello_timeout_ms - 1;
  room.host->tick(room.now);
  room.end_turn(ann);
  CHECK(room.last_turn.closing.empty());
  CHECK(room.host->next_wake() == start + limits::hello_timeout_ms);
  room.now = start + limits::hello_timeout_ms;
  room.host->tick(room.now);
  room.end_turn(ann);
  REQUIRE(room.last_turn.closing.size() == 1);
  CHECK(room.last_turn.closing[0].connection == silent);
  CHECK(room.last_turn.closing[0].code == wire::CloseCode::hello_expected);
}

TEST_CASE("a reply for somebody who left is not given to the next one in the same slot") {
  Room room;
  const auto ann = room.person(tablet);
  room.hear(ann, clock_frame(123));
  room.host->disconnect(ann, room.now);
  const auto next = room.connect();
  CHECK(next == ann);
  CHECK(room.end_turn(next).empty());
}

TEST_CASE("a section goes out as one frame shared by all, and only when its bytes are new") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person("00000000000000a1");
  const auto bob = room.person("00000000000000a2");
  room.now += 1000;
  room.end_turn(ann);
  room.waiting(bob);
  room.waiting(console);
  room.command(console, 1, "send_message", R"({"text":"Bonjour"})");
  REQUIRE(room.host->flush(room.now));
  const host::SharedFrame for_ann = room.host->outbox(ann).take();
  const host::SharedFrame for_bob = room.host->outbox(bob).take();
  REQUIRE(for_ann != nullptr);
  CHECK(for_ann == for_bob);
  room.command(console, 2, "show_scene", R"({"scene":"automatic","message":""})");
  REQUIRE(room.host->flush(room.now));
  CHECK(room.host->outbox(ann).empty());
}

TEST_CASE("live sections leave at most once an interval, and next_wake says when") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person(tablet);
  room.now += 1000;
  room.end_turn(console);
  room.now += 1000;
  const auto tell = [&](std::uint64_t number, const char* kind) {
    room.command(ann, number, "send_signal", R"({"kind":")" + std::string(kind) + R"(","anonymous":false})");
    return count(room.end_turn(console), R"("name":"people")");
  };
  const TimeMs first = room.now;
  CHECK(tell(1, "pause") == 1);
  room.now += 10;
  CHECK(tell(2, "slower") == 0);
  room.now += 10;
  CHECK(tell(3, "more_time") == 0);
  CHECK(room.host->next_wake() == first + limits::live_interval_ms);
  room.now = first + limits::live_interval_ms - 1;
  room.host->tick(room.now);
  CHECK(count(room.end_turn(console), R"("name":"people")") == 0);
  room.now = first + limits::live_interval_ms;
  room.host->tick(room.now);
  CHECK(count(room.end_turn(console), R"("name":"people")") == 1);
  CHECK(room.host->sections_are_fresh());
}

TEST_CASE("what a client still holds is not sent again; what has changed is") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person(tablet);
  room.host->disconnect(ann, room.now);
  const auto again = room.screen_of(PersonId{1}, tablet);
  room.host->disconnect(again, room.now);
  const auto look = room.connect();
  room.hear(look, hello("participant", room.host->state().cards.at(PersonId{1}).token, tablet));
  const auto all = room.end_turn(look);
  CHECK(count(all, R"("type":"section")") == 14);
  room.host->disconnect(look, room.now);

  std::string held;
  for (const std::string& payload : all) {
    if (payload.rfind(R"({"type":"section")", 0) == 0) {
      held += (held.empty() ? "" : ",") + ("{" + payload.substr(18, payload.find(R"(,"body")") - 18) + "}");
    }
  }
  room.command(console, 1, "send_message", R"({"text":"Bonjour"})");
  room.end_turn(console);
  const auto back = room.connect();
  std::string frame = hello("participant", room.host->state().cards.at(PersonId{1}).token, tablet);
  frame.insert(frame.size() - 1, R"(,"held":[)" + held + "]");
  room.hear(back, frame);
  const auto fresh = room.end_turn(back);
  CHECK(count(fresh, R"("type":"welcome")") == 1);
  CHECK(count(fresh, R"("type":"section")") == 1);
  CHECK(count(fresh, R"("name":"notices")") == 1);
}

TEST_CASE("a beat comes every interval to everyone who is seated") {
  Room room;
  const auto ann = room.person(tablet);
  const auto silent = room.connect();
  room.now += limits::beat_interval_ms;
  room.host->tick(room.now);
  CHECK(count(room.end_turn(ann), R"("type":"beat")") == 1);
  CHECK(room.waiting(silent).empty());
  CHECK(room.host->next_wake() <= room.now + limits::beat_interval_ms);
}

TEST_CASE("time never runs backward, even when the clock does") {
  Room room;
  const auto console = room.console();
  room.now += 60'000;
  room.command(console, 1, "start_step", R"({"step":"write","from":""})");
  room.end_turn(console);
  const TimeMs started = room.host->state().run.started_at;
  room.now -= 30'000;
  room.command(console, 2, "end_step", R"({"step":"write"})");
  CHECK(count(room.end_turn(console), R"("type":"ack")") == 1);
  CHECK(room.host->state().run.ended_at == started);
}

TEST_CASE("a deadline that has come is kept before the command that arrives after it") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person(tablet);
  room.command(console, 1, "start_step", R"({"step":"write","from":""})");
  room.end_turn(console);
  room.now += 10 * minute_ms + 1;
  room.command(ann, 1, "submit_idea", R"({"step":"write","text":"Une idée"})");
  room.end_turn(ann);
  CHECK(room.host->state().run.status == core::RunStatus::ended);
  CHECK(room.host->state().ideas.at(IdeaId{1}).late);
}

TEST_CASE("the log is tidied once a poll is closed, after its result has left") {
  Room room;
  const auto console = room.console();
  room.command(console, 1, "add_table", R"({"title":""})");
  room.command(console, 2, "start_step", R"({"step":"draft","from":""})");
  room.end_turn(console);
  const auto screen = room.connect();
  room.hear(screen, hello("table", room.host->state().table_cards.at(TableId{1}).token, tablet));
  room.command(screen, 1, "edit_article", R"({"article":1,"field":"body","text":"Un texte","revision":0})");
  room.command(console, 3, "start_step", R"({"step":"vote","from":"draft"})");
  room.command(console, 4, "open_poll", R"({"poll":1})");
  room.end_turn(console);
  room.now += 1000;
  room.end_turn(console);
  CHECK(room.host->next_wake() > room.now);
  room.command(console, 5, "close_poll", R"({"poll":1})");
  CHECK(count(room.end_turn(console), "motion_result") == 1);
  CHECK(room.log.tidied == 0);
  CHECK(room.host->next_wake() <= room.now);
  room.host->tick(room.now);
  CHECK(room.log.tidied == 1);
  room.host->tick(room.now);
  CHECK(room.log.tidied == 1);
}

TEST_CASE("a log made with another scenario is refused, a new one is opened and committed") {
  Room room;
  CHECK(room.log.commits == 1);
  CHECK(room.host->state().opened_at != 0);
  host::HostSettings settings;
  settings.entropy = [] { return Entropy{}; };
  settings.disk_free = [] { return std::int64_t{1} << 40; };
  const auto other = host::Host::open(room.log, host_test::small_scenario(), "another hash", settings, room.now);
  REQUIRE_FALSE(other);
  CHECK(other.error().code == Code::conflict);
}

TEST_CASE("six thousand connections have a place, the next one is refused") {
  Room room;
  for (std::int64_t i = 0; i < limits::connections_max; ++i) {
    REQUIRE(room.host->connect("10.0.0.1", room.now));
  }
  const auto one_more = room.host->connect("10.0.0.1", room.now);
  REQUIRE_FALSE(one_more);
  CHECK(one_more.error().code == Code::too_many);
}

namespace {

// The code under `key` in one of these payloads.
std::string code_in(const std::vector<std::string>& payloads, const std::string& key) {
  const std::string start = "\"" + key + "\":{\"code\":\"";
  for (const std::string& payload : payloads) {
    if (const auto at = payload.find(start); at != std::string::npos) {
      return payload.substr(at + start.size(), 8);
    }
  }
  return "";
}

}  // namespace

TEST_CASE("[access P1] a companion's screen gets what is for everyone and its own section, never the person's") {
  Room room;
  const host::ConnectionId anna = room.person("00000000000000a1");
  room.end_turn(anna);
  room.command(anna, 1, "link_companion", "{}");
  const std::string code = code_in(room.end_turn(anna), "companion");
  REQUIRE(code.size() == 8);
  const host::ConnectionId helper = room.connect("10.0.0.9");
  room.hear(helper, hello("participant", code, "00000000000000b1"));
  CHECK(count(room.end_turn(helper), "bad_credential") == 1);
  room.hear(helper, hello("companion", code, "00000000000000b1"));
  const std::vector<std::string> shown = room.end_turn(helper);
  CHECK(count(shown, R"("role":"companion")") == 1);
  CHECK(count(shown, R"("name":"step")") == 1);
  CHECK(count(shown, R"("name":"helped")") == 1);
  CHECK(count(shown, R"("name":"me")") == 0);
  CHECK(count(shown, R"("name":"mine")") == 0);
  CHECK(count(shown, R"("name":"people")") == 0);
  room.command(helper, 1, "point_at", R"({"place":"title"})");
  CHECK(count(room.end_turn(helper), R"("place":"title")") == 1);
  CHECK(count(room.end_turn(anna), R"("place":"title")") == 1);
  room.command(helper, 2, "submit_idea", R"({"step":"write","text":"for her"})");
  CHECK(count(room.end_turn(helper), "not_allowed") == 1);
}

TEST_CASE("[access P3] a companion's screen is closed when the person ends the link, or links another") {
  Room room;
  const host::ConnectionId anna = room.person("00000000000000a1");
  room.end_turn(anna);
  for (const char* end : {"unlink_companion", "link_companion"}) {
    CAPTURE(end);
    const std::uint64_t number = std::string_view(end) == "unlink_companion" ? 1 : 3;
    room.command(anna, number, "link_companion", "{}");
    const std::string code = code_in(room.end_turn(anna), "companion");
    const host::ConnectionId helper = room.connect("10.0.0.9");
    room.hear(helper, hello("companion", code, "00000000000000b1"));
    CHECK(count(room.end_turn(helper), "\"welcome\"") == 1);
    room.command(anna, number + 1, end, "{}");
    room.end_turn(anna);
    REQUIRE(room.last_turn.closing.size() == 1);
    CHECK(room.last_turn.closing[0].connection == helper);
    CHECK(room.last_turn.closing[0].code == wire::CloseCode::bad_credential);
    room.host->disconnect(helper, room.now);
  }
}

}  // namespace host_host_test
