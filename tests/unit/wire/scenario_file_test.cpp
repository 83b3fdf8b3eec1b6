#include "wire/scenario_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "base/limits.h"

namespace tablee::wire::scenario_file_test {
namespace {

const std::string scenarios = std::string{TABLEE_SOURCE_DIR} + "/scenarios/";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The first programme of a guide.
std::string first_programme(const std::string& guide) {
  constexpr std::string_view opening = "```json\n";
  const std::string text = bytes_of(scenarios + guide);
  const std::size_t start = text.find(opening) + opening.size();
  return text.substr(start, text.find("```", start) - start);
}

// Where and what, a line for each; texts are judged as `tablee check` judges them.
std::string found_in(const std::string& text) {
  std::string lines;
  for (const core::Problem& problem : read_scenario(text, {core::Severity::error, core::Severity::warning}).problems) {
    lines += problem.code + " " + problem.pointer + "\n";
  }
  return lines;
}

nlohmann::json good_scenario() {
  std::ifstream in(std::string{TABLEE_SOURCE_DIR} + "/protocol/vectors/scenario.json", std::ios::binary);
  return nlohmann::json::parse(in).at("scenario");
}

core::Problem only_problem(std::string_view text) {
  const ScenarioFile file = read_scenario(text);
  REQUIRE(file.problems.size() == 1);
  CHECK_FALSE(file.usable());
  return file.problems.front();
}

core::Problem problem_after(std::string_view pointer, const nlohmann::json& value) {
  nlohmann::json scenario = good_scenario();
  scenario[nlohmann::json::json_pointer(std::string{pointer})] = value;
  return only_problem(scenario.dump());
}

}  // namespace

TEST_CASE("a good scenario is read whole") {
  const ScenarioFile file = read_scenario(good_scenario().dump());
  REQUIRE(file.usable());
  CHECK(file.scenario.id == "petit");
  CHECK(file.scenario.group.per_table_max == 7);
  CHECK(file.scenario.names_at_table);
  REQUIRE(file.scenario.steps.size() == 7);
  const core::Step& write = file.scenario.steps[1];
  CHECK(write.kind == core::StepKind::write);
  CHECK(write.timer.mode == core::TimerMode::firm);
  REQUIRE(write.writes.has_value());
  CHECK(write.writes->front().characters == 280);
  REQUIRE(file.scenario.steps[4].writes->front().fields_of_article.has_value());
  CHECK(file.scenario.steps[4].writes->front().fields_of_article->front().label.fr == "Quel problème ?");
  CHECK(file.scenario.rules[1].quorum == "2/3");
}

TEST_CASE("a byte order mark is passed over") {
  CHECK(read_scenario("\xef\xbb\xbf" + good_scenario().dump()).usable());
}

TEST_CASE("a mistake in the JSON is told by line and column") {
  const core::Problem problem = only_problem("{\n  \"é\": 1,\n  \"é\" 2\n}");
  CHECK(problem.code == "not_json");
  CHECK(problem.pointer.empty());
  CHECK(problem.message == "Le fichier n’est pas du JSON\u00a0: ligne 3, colonne 7.");
  CHECK(only_problem("").message.find("ligne 1, colonne 1") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are told by line") {
  const core::Problem problem = only_problem("{\n\"a\": 1,\n\"b\": \"\xe9\"\n}");
  CHECK(problem.code == "not_utf8");
  CHECK(problem.message.find("ligne 3, colonne 1") != std::string::npos);
}

TEST_CASE("a file has a largest size") {
  const std::string scenario = good_scenario().dump();
  const auto padded = [&](std::int64_t size) {
    return scenario + std::string(static_cast<std::size_t>(size) - scenario.size(), ' ');
  };
  CHECK(read_scenario(padded(limits::scenario_bytes_max)).usable());
  CHECK(only_problem(padded(limits::scenario_bytes_max + 1)).code == "too_long");
}

TEST_CASE("a repeated member is told, since one of the two would be lost") {
  std::string text = good_scenario().dump();
  text.insert(1, R"("id":"autre",)");
  const core::Problem problem = only_problem(text);
  CHECK(problem.code == "duplicate_member");
  CHECK(problem.pointer == "/id");
}

TEST_CASE("problems are told in French, with how to mend them") {
  core::Problem problem = problem_after("/steps/0/titre", "x");
  CHECK(problem.message == "Il n’y a pas de champ «\u00a0titre\u00a0» à cet endroit.");
  CHECK(problem.mend.starts_with("Retirez-le, ou prenez un de ces noms\u00a0: id, kind, title, "));
  problem = problem_after("/steps/0/kind", "danse");
  CHECK(problem.message == "«\u00a0kind\u00a0» n’est pas un des choix prévus.");
  CHECK(problem.mend.find("hand_over, break.") != std::string::npos);
  problem = problem_after("/steps/0/duration/planned", 0);
  CHECK(problem.message == "«\u00a0planned\u00a0» doit être entre 1 et 1440.");
  problem = problem_after("/steps/4/timer/alerts/0", -1);
  CHECK(problem.message == "L’élément 1 de «\u00a0alerts\u00a0» doit être au moins 0.");
  problem = problem_after("/steps/4/timer/alerts/0", "5");
  CHECK(problem.message ==
        "L’élément 1 de «\u00a0alerts\u00a0» doit être un nombre entier, sans guillemets et sans virgule.");
  problem = problem_after("/title/fr", "");
  CHECK(problem.message == "«\u00a0fr\u00a0» est vide ou trop court\u00a0: 1 caractère au moins.");
  problem = problem_after("/title/fr", std::string(1'001, 'a'));
  CHECK(problem.message == "«\u00a0fr\u00a0» est trop long\u00a0: 1000 caractères au plus.");
  problem = problem_after("/steps/4/timer/alerts", {1, 2, 3, 4, 5, 6});
  CHECK(problem.message == "«\u00a0alerts\u00a0» est trop long\u00a0: 5 éléments au plus.");
  nlohmann::json less = good_scenario();
  less["steps"][1]["instruction"].erase("fr");
  problem = only_problem(less.dump());
  CHECK(problem.pointer == "/steps/1/instruction/fr");
  CHECK(problem.message == "Il manque le champ «\u00a0fr\u00a0».");
  CHECK(problem.mend == "Ajoutez-le\u00a0: un texte entre guillemets.");
  problem = only_problem("[]");
  CHECK(problem.message == "Le fichier doit être un objet entre accolades.");
}

TEST_CASE("warnings leave a scenario usable") {
  nlohmann::json scenario = good_scenario();
  scenario["stores"].push_back({{"id", "vide"}, {"object", "idea"}});
  const ScenarioFile file = read_scenario(scenario.dump());
  REQUIRE(file.problems.size() == 1);
  CHECK(file.problems.front().severity == core::Severity::warning);
  CHECK(file.usable());
}

TEST_CASE("problems are listed for tools") {
  ScenarioFile file;
  CHECK(problems_json("a \"b\".json", file) == "{\"file\":\"a \\\"b\\\".json\",\"ok\":true,\"problems\":[]}\n");
  file.problems = {{core::Severity::warning, "/a", "c1", "m1", "d1"},
                   {core::Severity::error, "/b~1", "c2", "m\n2", "d2"}};
  CHECK(problems_json("f", file) ==
        R"({"file":"f","ok":false,"problems":[)"
        R"({"severity":"warning","pointer":"/a","code":"c1","message":"m1","mend":"d1"},)"
        R"({"severity":"error","pointer":"/b~1","code":"c2","message":"m\n2","mend":"d2"}]})"
        "\n");
}

TEST_CASE("[K1] the check finds nothing in the programmes that are shipped, nor in the first of each guide") {
  std::size_t programmes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(scenarios)) {
    if (entry.path().extension() == ".json") {
      CAPTURE(entry.path().filename().string());
      CHECK(found_in(bytes_of(entry.path())) == "");
      ++programmes;
    }
  }
  CHECK(programmes == 7);
  for (const std::string guide : {"README.md", "README.en.md"}) {
    CAPTURE(guide);
    CHECK(found_in(first_programme(guide)) == "");
  }
}

}  // namespace tablee::wire::scenario_file_test
