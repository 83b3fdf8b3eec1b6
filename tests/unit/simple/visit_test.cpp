// Requests of browsers without scripts, against a real host on a log in memory.
#include "simple/visit.h"

#include <doctest/doctest.h>

#include <memory>

#include "base/sha256.h"
#include "store/memory_log.h"
#include "unit/core/world.h"

namespace visit_test {

using namespace tablee;
using namespace tablee::simple;
using core::testing::small_scenario;

namespace {

constexpr TimeMs opened_at = 1'700'000'000'000;

// A room with one table and two people, led from a console.
struct House {
  House() {
    open();
    console = *host->connect("10.0.0.1", now);
    hear(
        "{\"type\":\"hello\",\"protocol\":1,\"role\":\"facilitator\",\"sender\":\"00000000000000cc\",\"credential\":"
        "\"" +
        host->state().facilitator.token + "\"}");
    lead("add_table", R"({"title":""})");
    lead("add_people", R"({"people":[{"name":"Ann","table":1},{"name":"Bob","table":1}]})");
  }
  void open() {
    host::HostSettings settings;
    settings.entropy = [this] { return entropy(); };
    settings.disk_free = [] { return std::int64_t{1} << 40; };
    auto opened = host::Host::open(log, small_scenario(), to_hex(sha256("scenario")), settings, now);
    REQUIRE(opened.has_value());
    host = std::move(*opened);
    counter = std::make_unique<Counter>(*host, [this] { return entropy(); });
  }
  // The same log, a new process: every connection is gone.
  void restart() {
    counter.reset();
    open();
  }
  Entropy entropy() {
    Entropy drawn{};
    const std::uint64_t draw = ++draws;
    for (std::size_t i = 0; i < 8; ++i) {
      drawn[i] = static_cast<std::uint8_t>(draw >> (8 * i));
    }
    return drawn;
  }
  void hear(const std::string& frame) {
    host->receive(console, frame, false, now);
    flush();
  }
  void lead(const std::string& command, const std::string& body) {
    hear("{\"type\":\"command\",\"number\":" + std::to_string(++number) + ",\"command\":\"" + command +
         "\",\"body\":" + body + "}");
    REQUIRE(host->outbox(console).take() != nullptr);
    while (host->outbox(console).take() != nullptr) {
    }
  }
  // The table writes a title for its article.
  void write_article() {
    const host::ConnectionId table = *host->connect("10.0.0.2", now);
    host->receive(
        table,
        "{\"type\":\"hello\",\"protocol\":1,\"role\":\"table\",\"sender\":\"00000000000000dd\",\"credential\":\"" +
            host->state().table_cards.at(TableId{1}).token + "\"}",
        false, now);
    host->receive(table,
                  R"({"type":"command","number":1,"command":"edit_article","body":)"
                  R"({"article":1,"field":"title","text":"Des bancs","revision":0}})",
                  false, now);
    flush();
    REQUIRE(host->state().articles.size() == 1);
  }
  void flush() {
    const auto turn = host->flush(now);
    REQUIRE(turn.has_value());
    counter->after_flush(*turn, now);
  }
  const std::string& code(std::uint32_t person) const { return host->state().cards.at(PersonId{person}).code; }
  const core::Person& ann() const { return host->state().people.at(PersonId{1}); }

  store::MemoryLog log;
  std::unique_ptr<host::Host> host;
  std::unique_ptr<Counter> counter;
  host::ConnectionId console = 0;
  std::uint64_t number = 0;
  std::uint64_t draws = 0;
  TimeMs now = opened_at;
};

std::string encoded(std::string_view text) {
  std::string out;
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4U];
    out += "0123456789ABCDEF"[byte & 15U];
  }
  return out;
}

// A browser: keeps cookies by name, and the fields every form of the last page carried.
class Browser {
 public:
  explicit Browser(House& house) : house_(house) {}

  Answer ask(Request request) {
    for (const auto& [name, value] : jar) {
      request.cookies += (request.cookies.empty() ? "" : "; ") + name + "=" + value;
    }
    request.address = address;
    Visit visit(*house_.counter, std::move(request));
    bool ready = false;
    for (int turns = 0; !ready && turns < 10; ++turns) {
      visit.act(house_.now);
      house_.flush();
      ready = visit.settle(house_.now);
    }
    REQUIRE(ready);
    Answer answer = visit.take_answer();
    take_cookies(answer);
    remember(answer.body);
    return answer;
  }
  Answer get(const std::string& path, const std::string& query = "") {
    Request request;
    request.method = "GET";
    request.path = path;
    request.query = query;
    return ask(std::move(request));
  }
  Request form(const std::string& path, const std::string& fields) const {
    Request request;
    request.method = "POST";
    request.path = path;
    request.body = "key=" + key + "&mark=" + mark + "&" + fields;
    return request;
  }
  Answer post(const std::string& path, const std::string& fields) { return ask(form(path, fields)); }
  // Comes in, and is at the page of the step.
  void join(const std::string& code) {
    get("/simple");
    const Answer answer = post("/simple/join", "code=" + encoded(code) + "&name=");
    REQUIRE(answer.status == 303);
    get("/simple");
  }

  std::map<std::string, std::string> jar;
  std::string key;
  std::string mark;
  std::string address = "10.0.0.7";

 private:
  void take_cookies(const Answer& answer) {
    for (const std::string& cookie : answer.cookies) {
      CHECK(cookie.find("; HttpOnly; SameSite=Lax") != std::string::npos);
      CHECK(cookie.find("; Path=/simple") != std::string::npos);
      const std::size_t equals = cookie.find('=');
      jar[cookie.substr(0, equals)] = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
    }
  }
  static void read(const std::string& body, const std::string& name, std::string& value) {
    const std::string start = "name=\"" + name + "\" value=\"";
    if (const std::size_t at = body.find(start); at != std::string::npos) {
      value = body.substr(at + start.size(), body.find('"', at + start.size()) - at - start.size());
    }
  }
  void remember(const std::string& body) {
    read(body, "key", key);
    read(body, "mark", mark);
  }

  House& house_;
};

// Whether the page says so, its no-break spaces taken for spaces.
bool has(const Answer& answer, std::string_view part) {
  constexpr std::string_view no_break_space = "\u00a0";
  std::string body = answer.body;
  for (std::size_t at = body.find(no_break_space); at != std::string::npos; at = body.find(no_break_space, at)) {
    body.replace(at, no_break_space.size(), " ");
  }
  return body.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "[access J2] [access J3] a code opens the door in any form; the person is present, and comes back by cookie "
    "alone") {
  House house;
  Browser ann(house);
  CHECK(has(ann.get("/simple"), "Entrer dans l’atelier"));
  CHECK(house.ann().arrived_at == 0);
  std::string typed = " " + house.code(1).substr(0, 4) + "-" + house.code(1).substr(4) + " ";
  std::transform(typed.begin(), typed.end(), typed.begin(), [](unsigned char each) { return std::tolower(each); });
  const Answer in = ann.post("/simple/join", "code=" + encoded(typed) + "&name=");
  CHECK(in.status == 303);
  CHECK(in.location == "/simple");
  CHECK(house.ann().arrived_at != 0);
  CHECK(has(ann.get("/simple"), "Bonjour Ann"));
  CHECK(house.counter->seats() == 1);
  CHECK(has(ann.get("/simple/"), "Bonjour Ann"));
  CHECK(house.counter->seats() == 1);
}

TEST_CASE("[access J3] [access K7] wrong codes are told kindly, counted for the address, and keep nobody else out") {
  House house;
  Browser stranger(house);
  stranger.get("/simple");
  CHECK(has(stranger.post("/simple/join", "code=acde+fgho"), "« O »"));
  for (int i = 0; i < limits::code_failures_burst; ++i) {
    const Answer answer = stranger.post("/simple/join", "code=ACDEFGHJ");
    CHECK(has(answer, "Ce code n’ouvre pas cette porte"));
    CHECK(has(answer, "value=\"ACDEFGHJ\""));
  }
  CHECK(has(stranger.post("/simple/join", "code=" + house.code(1)), "Trop d’essais depuis cette salle"));
  Browser elsewhere(house);
  elsewhere.address = "10.0.0.8";
  elsewhere.join(house.code(1));
  // A tablet that already belongs to somebody goes on, whatever a neighbour types.
  elsewhere.address = "10.0.0.7";
  house.restart();
  CHECK(has(elsewhere.get("/simple"), "Bonjour Ann"));
}

TEST_CASE("[access J4] a table's code makes one new person, even when the form is sent twice") {
  House house;
  Browser guest(house);
  guest.get("/simple");
  const Request form = guest.form(
      "/simple/join", "code=" + house.host->state().table_cards.at(TableId{1}).code + "&name=" + encoded("Zoé"));
  guest.jar.erase("tablee_words");
  const std::size_t before = house.host->state().people.size();
  const auto jar = guest.jar;
  guest.ask(form);
  guest.jar = jar;  // the answer was lost
  guest.ask(form);
  CHECK(house.host->state().people.size() == before + 1);
  CHECK(has(guest.get("/simple"), "Bonjour Zoé"));
}

TEST_CASE("forms that are not ours, or not whole, change nothing") {
  House house;
  house.lead("start_step", R"({"step":"write","from":""})");
  Browser ann(house);
  ann.join(house.code(1));
  ann.get("/simple/write");
  const std::string idea = "step=write&do=send&text=Bonjour";
  SUBCASE("another key") {
    ann.key = std::string(32, '0');
    const Answer answer = ann.post("/simple/write", idea);
    CHECK(answer.status == 403);
    CHECK(has(answer, "Votre texte : « Bonjour »"));
  }
  SUBCASE("no key") {
    Request request = ann.form("/simple/write", "");
    request.body = idea;
    CHECK(ann.ask(request).status == 403);
  }
  SUBCASE("from a page of another site") {
    Request request = ann.form("/simple/write", idea);
    request.foreign = true;
    CHECK(ann.ask(request).status == 403);
  }
  SUBCASE("not a form") {
    Request request = ann.form("/simple/write", idea);
    request.is_form = false;
    CHECK(ann.ask(request).status == 400);
  }
  SUBCASE("rubbish") {
    CHECK(ann.post("/simple/write", idea + "&a=%zz").status == 400);
    CHECK(ann.get("/simple", "done=%00").status == 400);
  }
  SUBCASE("too large") {
    Request request = ann.form("/simple/write", "");
    request.too_large = true;
    CHECK(ann.ask(request).status == 413);
  }
  SUBCASE("another browser's key") {
    Browser bob(house);
    bob.join(house.code(2));
    ann.key = bob.key;
    CHECK(ann.post("/simple/write", idea).status == 403);
  }
  SUBCASE("without a cookie") {
    ann.jar.clear();
    CHECK(ann.post("/simple/write", idea).status == 403);
  }
  CHECK(house.ann().ideas.empty());
}

TEST_CASE("a method or a path that a page does not have is answered, and never acts") {
  House house;
  Browser ann(house);
  ann.join(house.code(1));
  Request request = ann.form("/simple", "");
  CHECK(ann.ask(request).allow == "GET, HEAD");
  request.method = "DELETE";
  CHECK(ann.ask(request).status == 405);
  CHECK(ann.get("/simple/join").allow == "POST");
  CHECK(ann.get("/simple/ready").status == 405);
  CHECK(ann.get("/simple/nothing").status == 404);
  CHECK(ann.get("/simple/style.css").is_style);
  CHECK(is_simple("/simple"));
  CHECK(is_simple("/simple/x"));
  CHECK_FALSE(is_simple("/simpler"));
}

TEST_CASE("[access T3] an idea refused or late keeps its text; sent twice it is one idea") {
  House house;
  house.lead("start_step", R"({"step":"write","from":""})");
  Browser ann(house);
  ann.join(house.code(1));
  ann.get("/simple/write");
  const Request form = ann.form("/simple/write", "step=write&do=send&text=Un+banc");
  CHECK(ann.ask(form).location == "/simple/write?done=send&step=write");
  CHECK(ann.ask(form).location == "/simple/write?done=send&step=write");
  CHECK(house.ann().ideas.size() == 1);
  // Another text from the same page, after « back », is another idea.
  CHECK(ann.post("/simple/write", "step=write&do=send&text=Un+bus").status == 303);
  CHECK(house.ann().ideas.size() == 2);
  const Answer full = ann.post("/simple/write", "step=write&do=send&text=Un+train");
  CHECK(full.status == 200);
  CHECK(has(full, ">\nUn train</textarea>"));
  CHECK(house.host->state().drafts.at({PersonId{1}, "write"}).text == "Un train");
  CHECK(has(ann.post("/simple/write", "step=write&do=send&text=+%0D%0A+"), "Il faut d’abord écrire votre idée."));
  CHECK(has(ann.post("/simple/write", "step=write&do=send&text=" + std::string(300, 'a')), std::string(300, 'a')));
  // Long after the end: refused, and still there.
  house.lead("start_step", R"({"step":"break","from":"write"})");
  house.now += limits::late_grace_ms + 1;
  const Answer late = ann.post("/simple/write", "step=write&do=send&text=Trop+tard");
  CHECK(late.status == 200);
  CHECK(has(late, ">\nTrop tard</textarea>"));
  CHECK(has(ann.get("/simple"), "Trop tard"));
  CHECK(house.ann().ideas.size() == 2);
}

TEST_CASE("what is typed never becomes a header") {
  House house;
  house.lead("start_step", R"({"step":"write","from":""})");
  Browser ann(house);
  ann.join(house.code(1));
  ann.get("/simple/help");
  const Answer answer = ann.post("/simple/help", "cancel=pause&send=x%0D%0ASet-Cookie:+a=b");
  CHECK(answer.location == "/simple");
}

TEST_CASE(
    "[P75] [P76] V3 V7: a ballot is checked, sent under a key the browser keeps, changed by it alone, after a restart "
    "too") {
  House house;
  house.lead("start_step", R"({"step":"cluster","from":""})");
  house.lead("add_cluster", R"({"title":"Dehors","ideas":[]})");
  house.lead("start_step", R"({"step":"draft","from":"cluster"})");
  house.write_article();
  house.lead("start_step", R"({"step":"vote","from":"draft"})");
  REQUIRE_FALSE(house.host->state().polls.empty());
  const PollId poll = house.host->state().polls.rbegin()->first;
  house.lead("open_poll", "{\"poll\":" + std::to_string(poll.value) + "}");
  Browser ann(house);
  ann.join(house.code(1));
  const std::string id = "poll=" + std::to_string(poll.value);
  CHECK(has(ann.get("/simple/vote"), "Vérifier mon choix"));
  CHECK(has(ann.post("/simple/vote", id + "&stage=check"), "Il faut d’abord choisir une réponse"));
  CHECK(has(ann.post("/simple/vote", id + "&stage=check&choice=against"), "Vous avez choisi : Contre"));
  CHECK(house.ann().voted.empty());
  CHECK(ann.post("/simple/vote", id + "&stage=send&choice=against").location == "/simple/vote");
  CHECK(house.ann().voted.size() == 1);
  const auto& box = house.host->state().polls.at(poll).box;
  REQUIRE(box.size() == 1);
  const std::string key = box.begin()->first;
  CHECK(key == BallotSecret::read(ann.jar.at("tablee_box"))->key(poll.value));
  const Answer sent = ann.get("/simple/vote");
  CHECK(has(sent, "Votre vote est enregistré."));
  CHECK_FALSE(has(sent, "Contre"));
  house.restart();
  CHECK_FALSE(has(ann.get("/simple/vote", "change=1"), " checked"));
  CHECK(ann.post("/simple/vote", id + "&stage=send&choice=for").status == 303);
  CHECK(house.host->state().polls.at(poll).box.size() == 1);
  CHECK(house.host->state().polls.at(poll).box.begin()->first == key);
  // Another browser of the same person may not replace it, and is told why.
  Browser second(house);
  second.join(house.code(1));
  CHECK(has(second.get("/simple/vote"), "sur une autre tablette"));
  CHECK(has(second.post("/simple/vote", id + "&stage=send&choice=abstain"), "sur une autre tablette"));
  CHECK(house.host->state().polls.at(poll).box.begin()->first == key);
}

TEST_CASE("[access T2] a step about to end says so, and one press asks for a minute more") {
  House house;
  house.lead("start_step", R"({"step":"write","from":""})");
  Browser ann(house);
  ann.join(house.code(1));
  CHECK_FALSE(has(ann.get("/simple"), "Encore 1 minute"));
  house.lead("announce_end", R"({"step":"write","seconds":60})");
  CHECK(has(ann.get("/simple"), "dans à peu près 1 minute."));
  CHECK(has(ann.get("/simple"), "Encore 1 minute"));
  const TimeMs before = house.host->state().run.closing_at;
  CHECK(ann.post("/simple/more", "step=write").location == "/simple");
  CHECK(house.host->state().run.closing_at == before + limits::end_delay_ms);
  CHECK(has(ann.get("/simple"), "dans à peu près 2 minutes."));
  house.lead("announce_end", R"({"step":"write","seconds":0})");
  CHECK(has(ann.post("/simple/more", "step=write"), "Ce n’est pas possible pour le moment."));
}

TEST_CASE("[access V2] who passes casts a ballot; who does not understand casts none, and help knows the question") {
  House house;
  Browser ann(house);
  ann.join(house.code(1));
  house.lead("start_step", R"({"step":"write","from":""})");
  ann.get("/simple/write");
  ann.post("/simple/write", "step=write&text=Un+banc");
  house.lead("start_step", R"({"step":"cluster","from":"write"})");
  house.lead("add_cluster", R"({"title":"Dehors","ideas":[1]})");
  house.lead("start_step", R"({"step":"rank","from":"cluster"})");
  REQUIRE_FALSE(house.host->state().polls.empty());
  const PollId poll = house.host->state().polls.rbegin()->first;
  const std::string id = "poll=" + std::to_string(poll.value);
  ann.get("/simple/vote");
  CHECK(has(ann.post("/simple/vote", id + "&stage=not_understood&p1=1"), "Vous pouvez toujours voter."));
  REQUIRE(house.host->state().signals.size() == 1);
  CHECK(house.host->state().signals.begin()->second.about.starts_with("Partagez vos"));
  CHECK(house.ann().voted.empty());
  CHECK(has(ann.post("/simple/vote", id + "&stage=abstain&p1=1"), "Vous avez choisi : Je passe"));
  CHECK(has(ann.post("/simple/vote", id + "&stage=change&other=abstain&p1=1"), "value=\"1\""));
  CHECK(ann.post("/simple/vote", id + "&stage=send&other=abstain&p1=1").location == "/simple/vote");
  CHECK(house.ann().voted.size() == 1);
}

TEST_CASE(
    "[access G1] [access G2] signals are sent, without a name too, and taken back; I have finished, and not yet") {
  House house;
  house.lead("start_step", R"({"step":"write","from":""})");
  Browser ann(house);
  ann.join(house.code(1));
  ann.get("/simple/help");
  CHECK(ann.post("/simple/help", "send=pause&unnamed=yes").location == "/simple/help?done=pause");
  REQUIRE(house.host->state().signals.size() == 1);
  CHECK(house.host->state().signals.begin()->second.anonymous);
  CHECK(has(ann.get("/simple/help"), "Annuler : Une pause"));
  CHECK(ann.post("/simple/help", "cancel=pause").location == "/simple/help?done=cancel");
  CHECK(house.host->state().signals.begin()->second.cancelled);
  CHECK(ann.post("/simple/help", "table=yes").location == "/simple/help?done=table");
  CHECK(house.host->state().tables.at(TableId{1}).help_since != 0);
  ann.post("/simple/ready", "ready=yes");
  CHECK(house.ann().ready);
  ann.post("/simple/ready", "ready=no");
  CHECK_FALSE(house.ann().ready);
}

TEST_CASE("[access T8] handing the tablet back forgets the person, their language and their ballots") {
  House house;
  Browser ann(house);
  ann.join(house.code(1));
  ann.get("/simple/settings");
  CHECK(ann.post("/simple/language", "to=en").location == "/simple/settings?done=language");
  CHECK(has(ann.get("/simple/leave"), "Hand the tablet back?"));
  CHECK(ann.post("/simple/leave", "").location == "/simple?done=leave");
  CHECK(house.counter->seats() == 0);
  for (const char* name : {"tablee_simple", "tablee_words", "tablee_box"}) {
    CHECK(ann.jar.at(name).empty());
  }
  CHECK(has(ann.get("/simple", "done=leave"), "La tablette est prête pour une autre personne."));
  CHECK(ann.get("/simple/ideas").location == "/simple");
}

TEST_CASE("a card that was replaced opens nothing any more, and its seat is given back") {
  House house;
  Browser ann(house);
  ann.join(house.code(1));
  house.lead("replace_card", R"({"person":1})");
  CHECK(house.counter->seats() == 0);
  const Answer answer = ann.get("/simple");
  CHECK(has(answer, "Votre carte ne marche plus"));
  ann.join(house.code(1));
}

TEST_CASE("a seat nobody uses is given back, and taken again with the next page") {
  House house;
  Browser ann(house);
  ann.join(house.code(1));
  house.now += seat_idle_ms_max;
  house.counter->sweep(house.now);
  CHECK(house.counter->seats() == 1);
  house.now += 1;
  house.counter->sweep(house.now);
  CHECK(house.counter->seats() == 0);
  CHECK(has(ann.get("/simple"), "Bonjour Ann"));
}

}  // namespace visit_test
