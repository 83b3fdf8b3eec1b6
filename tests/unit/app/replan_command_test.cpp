#include "app/replan_command.h"

#include <doctest/doctest.h>

#include "unit/app/room_files.h"

namespace replan_command_test {

using namespace tablee;
using tablee::testing::Ended;
using tablee::testing::is_one_sentence;
using tablee::testing::run;
using tablee::testing::shipped_scenario;
using tablee::testing::TemporaryDirectory;
using tablee::testing::write_bytes;

namespace {

Ended replanned(const std::string& step, const std::string& late, bool json = false) {
  std::vector<std::string> words{"replan", shipped_scenario(), "--step", step, "--late", late};
  if (json) {
    words.emplace_back("--json");
  }
  return run(words);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("replan as JSON is one line with its members in a fixed order") {
  CHECK(
      replanned("p10", "8", true).out ==
      "{\"firm\":{\"id\":\"p12\",\"planned\":\"17:10\",\"start\":\"17:10\"},\"margin\":10,\"late\":8,\"unabsorbed\":0,"
      "\"plan\":[{\"id\":\"p10\",\"start\":\"16:28\",\"minutes\":17,\"removed\":3},"
      "{\"id\":\"p11\",\"start\":\"16:45\",\"minutes\":25,\"removed\":5}]}\n");
  CHECK(replanned("p10", "20", true).out ==
        "{\"firm\":{\"id\":\"p12\",\"planned\":\"17:10\",\"start\":\"17:20\"},\"margin\":10,\"late\":20,\"unabsorbed\":"
        "10,"
        "\"plan\":[{\"id\":\"p10\",\"start\":\"16:40\",\"minutes\":16,\"removed\":4},"
        "{\"id\":\"p11\",\"start\":\"16:56\",\"minutes\":24,\"removed\":6}],\"droppable\":[]}\n");
}

TEST_CASE("replan in words: columns that align, and the firm time kept") {
  const Ended ended = replanned("p10", "8");
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(ended.out ==
        "16:28  p10  Amendements et soutiens  17\u00a0min  −\u00a03\u00a0min\n"
        "16:45  p11  Vote des articles        25\u00a0min  −\u00a05\u00a0min\n"
        "\n"
        "«\u00a0Remise de l’avis\u00a0» commence à 17:10, comme prévu.\n"
        "Marge\u00a0: 10\u00a0min. Repris\u00a0: 8\u00a0min.\n");
}

TEST_CASE("replan in words: who waits, how long, and what could be dropped") {
  const Ended ended = replanned("p10", "20");
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "«\u00a0Remise de l’avis\u00a0» attendra 10\u00a0min\u00a0: début à 17:20.\n"));
  CHECK(ended.out.ends_with("Aucune de ces séquences ne peut être supprimée.\n"));
  CHECK(contains(replanned("p02", "200").out, "On peut supprimer\u00a0:\n"));
}

TEST_CASE("replan after the last firm time speaks of the end of the programme") {
  CHECK(contains(replanned("p12", "5").out, "Le programme finit à 17:30, comme prévu.\n"));
  CHECK(contains(replanned("p12", "8").out, "Le programme finit à 17:33, 3\u00a0min plus tard que prévu.\n"));
  CHECK(contains(replanned("p12", "8", true).out, "{\"firm\":{\"id\":\"\",\"planned\":\"17:30\",\"start\":\"17:33\"}"));
}

TEST_CASE("a step that starts on time changes nothing") {
  const Ended ended = replanned("p11", "0");
  CHECK(contains(ended.out, "16:40  p11  Vote des articles  30\u00a0min\n"));
  CHECK(contains(ended.out, "Repris\u00a0: 0\u00a0min."));
}

TEST_CASE("replan refuses a step the programme does not have, and a file that is not there") {
  const Ended step = replanned("p99", "5", true);
  CHECK(step.code == 1);
  CHECK(step.out.empty());
  CHECK(is_one_sentence(step.err));
  CHECK(contains(step.err, "p99"));
  const Ended file = run({"replan", "/nowhere.json", "--step", "p01", "--late", "5"});
  CHECK(file.code == 1);
  CHECK(is_one_sentence(file.err));
  CHECK(contains(file.err, "/nowhere.json"));
}

TEST_CASE("replan tells what is wrong with a programme that cannot be used") {
  TemporaryDirectory directory;
  const std::string file = directory.file("s.json");
  write_bytes(file, R"({"format":"tablee.scenario/1","steps":[{"kind":"dance"}]})");
  const Ended ended = run({"replan", file, "--step", "p01", "--late", "5"});
  CHECK(ended.code == 1);
  CHECK(ended.out.empty());
  CHECK(contains(ended.err, "erreur  /steps/0/kind\n"));
}

}  // namespace replan_command_test
