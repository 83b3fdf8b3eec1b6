// The rules find what they are for, and leave the rest alone.
#include "rules.h"

#include <doctest/doctest.h>

using namespace tablee::tidy;

namespace {

template <class Check>
std::size_t found(Check check, const std::string& path, std::vector<std::string> lines) {
  std::vector<Finding> findings;
  check(Source{path, std::move(lines)}, findings);
  return findings.size();
}

}  // namespace

TEST_CASE("a module includes only what the table allows") {
  CHECK(found(check_includes, "server/core/a.cpp", {"#include \"base/id.h\""}) == 0);
  CHECK(found(check_includes, "server/core/a.cpp", {"#include \"wire/frame.h\""}) == 1);
  CHECK(found(check_includes, "server/base/a.h", {"#include \"core/state.h\""}) == 1);
  CHECK(found(check_includes, "server/other/a.h", {""}) == 1);
}

TEST_CASE("libraries stay in their module, and out of headers") {
  CHECK(found(check_includes, "server/wire/a.cpp", {"#include <nlohmann/json.hpp>"}) == 0);
  CHECK(found(check_includes, "server/wire/a.h", {"#include <nlohmann/json.hpp>"}) == 1);
  CHECK(found(check_includes, "server/host/a.cpp", {"#include <nlohmann/json.hpp>"}) == 1);
  CHECK(found(check_includes, "server/net/a.h", {"#include <boost/asio.hpp>"}) == 0);
  CHECK(found(check_includes, "server/host/a.cpp", {"#include <boost/asio.hpp>"}) == 1);
}

TEST_CASE("pure modules have no clock, chance, float or exception") {
  CHECK(found(check_pure_words, "server/core/a.cpp", {"double x = 1;"}) == 1);
  CHECK(found(check_pure_words, "server/core/a.cpp", {"// a double negation", "call(\"double\");"}) == 0);
  CHECK(found(check_pure_words, "server/vote/a.cpp", {"#include <chrono>"}) == 1);
  CHECK(found(check_pure_words, "server/net/a.cpp", {"#include <chrono>"}) == 0);
  CHECK(found(check_pure_words, "server/core/a.cpp", {"throw 1;"}) == 1);
}

TEST_CASE("a file stops at 800 lines and a function at 70") {
  CHECK(found(check_sizes, "server/core/a.cpp", std::vector<std::string>(800, "x")) == 0);
  CHECK(found(check_sizes, "server/core/a.cpp", std::vector<std::string>(801, "x")) == 1);
  std::vector<std::string> function{"int f() {"};
  function.insert(function.end(), 68, "  x();");
  function.emplace_back("}");
  CHECK(found(check_sizes, "server/core/a.cpp", function) == 0);
  function.insert(function.begin() + 1, "  x();");
  CHECK(found(check_sizes, "server/core/a.cpp", function) == 1);
}

TEST_CASE("a test or a vector that nothing runs is found") {
  std::vector<Source> tree{{"tests/unit/core/a_test.cpp", {}},
                           {"tests/unit/core/sources.cmake", {"set(x b_test.cpp)"}}};
  std::vector<Finding> findings;
  check_reached(tree, findings);
  CHECK(findings.size() == 1);
  tree[1].lines = {"set(x a_test.cpp)"};
  findings.clear();
  check_reached(tree, findings);
  CHECK(findings.empty());
  tree.push_back({"protocol/vectors/new.json", {}});
  tree.push_back({"protocol/vectors/more/new.json", {}});
  check_reached(tree, findings);
  CHECK(findings.size() == 2);
  findings.clear();
  tree[0].lines = {"read_all(root + \"/protocol/vectors/more\")"};
  check_reached(tree, findings);
  CHECK(findings.size() == 1);
}

TEST_CASE("names and places") {
  std::vector<Finding> findings;
  check_name("server/core/utils.h", findings);
  check_top_level({"server", "src", ".git"}, findings);
  CHECK(findings.size() == 2);
  CHECK(found(check_header, "server/core/a.h", {"// core/a.h: a thing.", "#pragma once"}) == 0);
  CHECK(found(check_header, "server/core/a.h", {"#pragma once"}) == 1);
}
