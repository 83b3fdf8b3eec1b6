#include <doctest/doctest.h>

#include "base/limits.h"
#include "store/log.h"
#include "unit/app/room_files.h"

namespace commands_test {

using namespace tablee;
using tablee::testing::bytes_of;
using tablee::testing::Ended;
using tablee::testing::is_one_sentence;
using tablee::testing::KeptRoom;
using tablee::testing::run;
using tablee::testing::shipped_scenario;
using tablee::testing::TemporaryDirectory;
using tablee::testing::write_bytes;

namespace {

namespace fs = std::filesystem;

// Every command that reads an atelier refuses this one, with a sentence that contains `words`.
void refused(const std::string& data, const std::string& words) {
  for (const char* command : {"verify", "export", "links"}) {
    const Ended ended = run({command, data});
    CHECK(ended.code == 1);
    CHECK(ended.out.empty());
    CHECK(is_one_sentence(ended.err));
    CHECK(ended.err.find(words) != std::string::npos);
  }
}

// The journal's only row with another content and a hash that agrees with it.
void rewrite_first_row(const KeptRoom& room, const std::string& type, const std::string& body) {
  store::Row found;
  {
    auto log = store::open_sqlite_log(room.file(), store::OpenMode::read_only);
    REQUIRE(log);
    REQUIRE((*log)->read(1, [&](const store::Row& row) {
      found = row;
      return false;
    }));
  }
  found.type = type;
  found.body = body;
  const std::string hash = store::row_hash(store::first_previous_hash(), found);
  room.change(
      ("UPDATE journal SET type = '" + type + "', body = '" + body + "', hash = '" + hash + "' WHERE seq = 1").c_str());
}

// The lead's commands, one a second, in an atelier that is opened again for them.
void lead(const KeptRoom& room, const std::vector<std::string>& commands) {
  auto log = store::open_sqlite_log(room.file(), store::OpenMode::create_or_resume);
  REQUIRE(log);
  const std::string text = (*log)->scenario();
  host::HostSettings settings;
  settings.entropy = app::system_entropy;
  settings.disk_free = [] { return std::int64_t{1} << 40; };
  TimeMs now = 1'700'000'000'000;
  auto host = host::Host::open(**log, wire::read_scenario(text).scenario, to_hex(sha256(text)), settings, now);
  REQUIRE(host);
  const auto console = (*host)->connect("127.0.0.1", now);
  REQUIRE(console);
  (*host)->receive(*console,
                   R"({"type":"hello","protocol":1,"role":"facilitator","credential":")" + room.token() +
                       R"(","sender":"00000000000000aa"})",
                   false, now);
  std::uint64_t number = 0;
  for (const std::string& command : commands) {
    now += 1000;
    (*host)->receive(*console, R"({"type":"command","number":)" + std::to_string(++number) + "," + command + "}", false,
                     now);
    REQUIRE((*host)->flush(now));
  }
}

}  // namespace

TEST_CASE("a command line that is not understood ends with 2 and one sentence") {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"dance"}, {"serve", "--colour"}, {"export", "d", "--format", "docx"}, {"verify"}}) {
    const Ended ended = run(words);
    CHECK(ended.code == 2);
    CHECK(ended.out.empty());
    CHECK(is_one_sentence(ended.err));
  }
  CHECK(run({"help"}).code == 0);
  CHECK(run({"--version"}).out.starts_with("tablee 0."));
}

TEST_CASE("check accepts the shipped programme, for people and for tools") {
  const Ended words = run({"check", shipped_scenario()});
  CHECK(words.code == 0);
  CHECK(words.out.find("programme valable, 12 séquences") != std::string::npos);
  const Ended json = run({"check", shipped_scenario(), "--json"});
  CHECK(json.code == 0);
  CHECK(json.out.find("\"ok\":true") != std::string::npos);
}

TEST_CASE("check tells where a programme is wrong, and fails") {
  TemporaryDirectory directory;
  const std::string file = directory.file("s.json");
  write_bytes(file, R"({"format":"tablee.scenario/1","steps":[{"kind":"dance"}]})");
  const Ended words = run({"check", file});
  CHECK(words.code == 1);
  CHECK(words.out.find("erreur  /steps/0/kind\n") != std::string::npos);
  const Ended json = run({"check", file, "--json"});
  CHECK(json.code == 1);
  CHECK(json.out.find("\"pointer\":\"/steps/0/kind\"") != std::string::npos);
}

TEST_CASE("check refuses what it cannot read with one sentence") {
  TemporaryDirectory directory;
  for (const std::string& file : {directory.file("none.json"), directory.path()}) {
    const Ended ended = run({"check", file});
    CHECK(ended.code == 1);
    CHECK(is_one_sentence(ended.err));
    CHECK(ended.err.find(file) != std::string::npos);
  }
}

TEST_CASE("check reads a programme of the largest size, not one byte more") {
  TemporaryDirectory directory;
  const std::string file = directory.file("s.json");
  std::string text = bytes_of(shipped_scenario());
  text.resize(static_cast<std::size_t>(limits::scenario_bytes_max), ' ');
  write_bytes(file, text);
  CHECK(run({"check", file}).code == 0);
  write_bytes(file, text + " ");
  const Ended ended = run({"check", file});
  CHECK(ended.code == 1);
  CHECK(ended.err.find("trop gros") != std::string::npos);
}

TEST_CASE("a sound atelier is verified, exported and gives its links") {
  const KeptRoom room;
  const Ended verified = run({"verify", room.data()});
  CHECK(verified.err == "");
  CHECK(verified.code == 0);
  CHECK(verified.out.starts_with("Journal intact : 1 ligne.\nContenu : 0 personne, "));
  const Ended markdown = run({"export", room.data(), "--format", "md"});
  CHECK(markdown.code == 0);
  CHECK(markdown.out.find("# ") != std::string::npos);
  const Ended html = run({"export", room.data()});
  CHECK(html.out.find("<html") != std::string::npos);
  const Ended json = run({"export", room.data(), "--format", "json"});
  CHECK(json.out.starts_with("{\"format\":\"tablee.avis/1\""));
  // The head hash, last on the last line of `verify`, is in every export.
  const std::string hash = verified.out.substr(verified.out.size() - 65, 64);
  for (const Ended& exported : {markdown, html, json}) {
    CHECK(exported.out.find(hash) != std::string::npos);
    CHECK(exported.out.find(room.token()) == std::string::npos);
  }
}

TEST_CASE("an export has the programme as it was opened, its changes, and the time given to steps") {
  const KeptRoom room;
  const std::string change = R"({"durations":[{"step":"p03","minutes":18}],"dropped":[],"restored":[],)"
                             R"("reason":"Le car est en retard."})";
  lead(room,
       {R"("command":"start_step","body":{"step":"p01","from":""})", R"("command":"change_plan","body":)" + change,
        R"("command":"start_step","body":{"step":"p02","from":"p01"})",
        R"("command":"extend_step","body":{"step":"p02","minutes":2})"});
  const Ended json = run({"export", room.data(), "--format", "json"});
  CHECK(json.code == 0);
  CHECK(json.out.find(R"("planned_minutes":20,"changed_minutes":18)") != std::string::npos);
  CHECK(json.out.find(R"("extensions":1,"extended_minutes":2)") != std::string::npos);
  CHECK(json.out.find(R"("kind":"durations","steps":["p03"],"reason":"Le car est en retard.")") != std::string::npos);
  const Ended markdown = run({"export", room.data(), "--format", "md"});
  CHECK(markdown.out.find("Le car est en retard.") != std::string::npos);
}

TEST_CASE("links: the secret and the codes, with addresses only when the port is known") {
  const KeptRoom room;
  const Ended words = run({"links", room.data(), "--port", "81"});
  CHECK(words.code == 0);
  CHECK(words.out.find(":81/console#" + room.token() + "\n") != std::string::npos);
  CHECK(words.out.find(":81/projector\n") != std::string::npos);
  const Ended json = run({"links", room.data(), "--json"});
  CHECK(json.out.starts_with("{\"facilitator\":{\"path\":\"/console#" + room.token() + "\",\"token\":\"" +
                             room.token() + "\"},\"expert\":{\"path\":\"/expert#"));
  CHECK(json.out.find("\"projector\":{\"path\":\"/projector\"},\"cards\":[") != std::string::npos);
  CHECK(words.out.find(":81/expert#") != std::string::npos);
  CHECK(json.out.find("addresses") == std::string::npos);
  CHECK(run({"links", room.data(), "--json", "--port", "81"}).out.find(":81\"]") != std::string::npos);
}

TEST_CASE("an export goes to the file that is named, or says that it cannot") {
  const KeptRoom room;
  TemporaryDirectory directory;
  const std::string file = directory.file("avis.md");
  const Ended ended = run({"export", room.data(), "--format", "md", "--output", file});
  CHECK(ended.code == 0);
  CHECK(ended.out.empty());
  CHECK(bytes_of(file) == run({"export", room.data(), "--format", "md"}).out);
  const Ended nowhere = run({"export", room.data(), "--output", directory.file("none/avis.html")});
  CHECK(nowhere.code == 1);
  CHECK(is_one_sentence(nowhere.err));
}

TEST_CASE("a directory without an atelier") {
  TemporaryDirectory directory;
  refused(directory.path(), directory.path());
  refused(directory.file("none"), "Il n’y a pas d’atelier ici");
}

TEST_CASE("a file of another program") {
  TemporaryDirectory directory;
  write_bytes(app::atelier_file(directory.path()), "une lettre à ma tante, pas une base de données");
  refused(directory.path(), "n’est pas un atelier Tablée");
}

TEST_CASE("an atelier cut short") {
  const KeptRoom room;
  fs::resize_file(room.file(), fs::file_size(room.file()) / 2);
  refused(room.data(), "abîmé");
}

TEST_CASE("an atelier of a newer version") {
  const KeptRoom room;
  room.change("PRAGMA user_version = 2");
  refused(room.data(), "version plus récente");
}

TEST_CASE("an edited row is named") {
  const KeptRoom room;
  room.change("UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 1");
  refused(room.data(), "La ligne 1 du journal est abîmée");
}

TEST_CASE("a missing row is named") {
  const KeptRoom room;
  room.change("UPDATE journal SET seq = seq + 1");
  refused(room.data(), "La ligne 1 du journal manque.");
}

TEST_CASE("an atelier that was made but never opened") {
  const KeptRoom room;
  room.change("DELETE FROM journal");
  refused(room.data(), "pas encore été ouvert");
}

TEST_CASE("an edited programme no longer fits the first row") {
  const KeptRoom room;
  room.change("UPDATE meta SET value = value || ' ' WHERE name = 'scenario'");
  refused(room.data(), "ne vont pas ensemble");
}

TEST_CASE("a first row that vouches for nothing, although its hash agrees") {
  const KeptRoom room;
  SUBCASE("unknown event") {
    rewrite_first_row(room, "dance", "{}");
  }
  SUBCASE("another event") {
    rewrite_first_row(room, "room_paused", "{}");
  }
  SUBCASE("a body that does not decode") {
    rewrite_first_row(room, "atelier_opened", "{");
  }
  refused(room.data(), "ne vont pas ensemble");
}

TEST_CASE("a record that does not decode, or about nothing, is named") {
  const KeptRoom room;
  SUBCASE("noise") {
    room.change("INSERT INTO record VALUES ('card', 'person/9', 'noise')");
  }
  SUBCASE("nobody") {
    room.change(
        "INSERT INTO record VALUES ('card', 'person/9', "
        "'{\"person\":9,\"table\":0,\"name\":\"\",\"code\":\"ACDEFGHJ\",\"token\":\"\"}')");
  }
  refused(room.data(), "card/person/9");
}

}  // namespace commands_test
