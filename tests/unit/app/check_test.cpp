#include "app/check.h"

#include <doctest/doctest.h>

namespace check_test {

using namespace tablee;
using namespace tablee::app;

namespace {

wire::ScenarioFile with(std::vector<core::Problem> problems) {
  wire::ScenarioFile file;
  file.scenario.steps.resize(2);
  file.scenario.steps[0].duration.planned = 65;
  file.scenario.steps[1].duration.planned = 60;
  file.problems = std::move(problems);
  return file;
}

const core::Problem error{core::Severity::error, "/steps/0", "x", "Il manque la durée.", "Ajoutez duration."};
const core::Problem warning{core::Severity::warning, "", "y", "C’est long.", ""};

}  // namespace

TEST_CASE("a sound programme is counted in steps and hours") {
  CHECK(problems_text("f.json", with({})) == "f.json : programme valable, 2 séquences, 2 h 05.\n");
}

TEST_CASE("each problem has its place, its sentence and how to mend it; the last line counts") {
  CHECK(problems_text("f.json", with({error, warning, error})) ==
        "erreur  /steps/0\n    Il manque la durée.\n    → Ajoutez duration.\n"
        "attention  (le fichier entier)\n    C’est long.\n"
        "erreur  /steps/0\n    Il manque la durée.\n    → Ajoutez duration.\n"
        "f.json : 2 erreurs, 1 avertissement.\n");
}

TEST_CASE("a programme with warnings alone is valid") {
  CHECK(problems_text("f.json", with({warning})).ends_with("2 h 05, 1 avertissement.\n"));
}

}  // namespace check_test
