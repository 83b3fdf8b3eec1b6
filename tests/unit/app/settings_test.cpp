#include "app/settings.h"

#include <doctest/doctest.h>

namespace settings_test {

using namespace tablee;
using namespace tablee::app;

namespace {

using Words = std::vector<std::string>;

template <class T>
T parsed(const Words& words) {
  const auto settings = parse_settings(words);
  REQUIRE(settings);
  REQUIRE(std::holds_alternative<T>(*settings));
  return std::get<T>(*settings);
}

std::string sentence(const Words& words) {
  const auto settings = parse_settings(words);
  REQUIRE_FALSE(settings);
  return settings.error().detail;
}

}  // namespace

TEST_CASE("serve with everything, in any order and both ways of writing") {
  const auto serve = parsed<ServeSettings>({"serve", "--port", "0", "--qr", "--bind=127.0.0.1", "--data", "d/a",
                                            "--scenario=s.json", "--web", "w", "--speech", "voix {language}"});
  CHECK(serve.data == "d/a");
  CHECK(serve.scenario == "s.json");
  CHECK(serve.port == 0);
  CHECK(serve.bind == "127.0.0.1");
  CHECK(serve.web == "w");
  CHECK(serve.speech == "voix {language}");
  CHECK(serve.qr);
}

TEST_CASE("serve with as little as possible") {
  const auto serve = parsed<ServeSettings>({"serve", "--data", "d"});
  CHECK(serve.scenario.empty());
  CHECK(serve.port == 8080);
  CHECK(serve.bind == "0.0.0.0");
  CHECK(serve.web.empty());
  CHECK(serve.speech.starts_with("espeak-ng "));
  CHECK_FALSE(serve.qr);
}

TEST_CASE("a port is a number from 0 to 65535") {
  CHECK(parsed<ServeSettings>({"serve", "--data", "d", "--port", "65535"}).port == 65535);
  for (const char* wrong : {"65536", "-1", "80a", "+80", "0x50", " 80"}) {
    CHECK(sentence({"serve", "--data", "d", "--port", wrong}).find(wrong) != std::string::npos);
    CHECK(sentence({"links", "d", "--port", wrong}).find(wrong) != std::string::npos);
  }
}

TEST_CASE("the other commands") {
  CHECK(parsed<CheckSettings>({"check", "f.json"}).file == "f.json");
  CHECK_FALSE(parsed<CheckSettings>({"check", "f.json"}).json);
  CHECK(parsed<CheckSettings>({"check", "--json", "f.json"}).json);
  CHECK(parsed<VerifySettings>({"verify", "d"}).data == "d");
  CHECK(parsed<ExportSettings>({"export", "d"}).format == ExportFormat::html);
  CHECK(parsed<ExportSettings>({"export", "d", "--format", "md"}).format == ExportFormat::markdown);
  const auto exported = parsed<ExportSettings>({"export", "--format", "json", "d", "--output", "avis.json"});
  CHECK(exported.format == ExportFormat::json);
  CHECK(exported.data == "d");
  CHECK(exported.output == "avis.json");
  CHECK_FALSE(parsed<LinksSettings>({"links", "d"}).port);
  const auto links = parsed<LinksSettings>({"links", "d", "--json", "--port", "81"});
  CHECK(links.json);
  CHECK(links.port == 81);
}

TEST_CASE("replan takes a step and whole minutes, up to a day") {
  const auto replan = parsed<ReplanSettings>({"replan", "--step", "PB1", "f.json", "--late=18", "--json"});
  CHECK(replan.file == "f.json");
  CHECK(replan.step == "PB1");
  CHECK(replan.late == 18);
  CHECK(replan.json);
  CHECK(parsed<ReplanSettings>({"replan", "f", "--step", "a", "--late", "0"}).late == 0);
  CHECK(parsed<ReplanSettings>({"replan", "f", "--step", "a", "--late", "1440"}).late == 1440);
  for (const char* wrong : {"1441", "-1", "1.5", "+5", "5 min", " 5", "99999999999999999999"}) {
    CHECK(sentence({"replan", "f", "--step", "a", "--late", wrong}).find(wrong) != std::string::npos);
  }
  CHECK(sentence({"replan", "f", "--late", "5"}).find("--step") != std::string::npos);
  CHECK(sentence({"replan", "f", "--step", "a"}).find("--late") != std::string::npos);
  CHECK(sentence({"replan", "--step", "a", "--late", "5"}).find("replan") != std::string::npos);
}

TEST_CASE("help is given when asked for, and to who says nothing") {
  parsed<HelpSettings>({});
  parsed<HelpSettings>({"help"});
  parsed<HelpSettings>({"--help"});
  parsed<HelpSettings>({"serve", "--port", "--help"});
  parsed<VersionSettings>({"--version"});
  for (const char* command : {"serve", "check", "export", "verify", "links", "replan"}) {
    CHECK(usage().find(std::string("tablee ") + command) != std::string::npos);
  }
}

TEST_CASE("what is not understood is named") {
  CHECK(sentence({"dance"}).find("dance") != std::string::npos);
  CHECK(sentence({"serve", "--colour", "red"}).find("--colour") != std::string::npos);
  CHECK(sentence({"verify", "d", "--json"}).find("--json") != std::string::npos);
  CHECK(sentence({"check", "f", "--json=yes"}).find("--json=yes") != std::string::npos);
  CHECK(sentence({"export", "d", "--format", "docx"}).find("docx") != std::string::npos);
  CHECK(sentence({"verify", "one", "two"}).find("two") != std::string::npos);
  CHECK(sentence({"serve", "room"}).find("room") != std::string::npos);
}

TEST_CASE("what is missing is named") {
  CHECK(sentence({"serve"}).find("--data") != std::string::npos);
  CHECK(sentence({"serve", "--data"}).find("--data") != std::string::npos);
  CHECK(sentence({"serve", "--data="}).find("--data") != std::string::npos);
  CHECK(sentence({"serve", "--data", "d", "--data", "e"}).find("deux fois") != std::string::npos);
  CHECK(sentence({"check"}).find("check") != std::string::npos);
  CHECK(sentence({"verify", ""}).find("verify") != std::string::npos);
}

TEST_CASE("[K1] how grave an absent or a hard text is can be said, each apart") {
  CHECK(parsed<CheckSettings>({"check", "f.json"}).falc_missing == core::Severity::error);
  CHECK(parsed<CheckSettings>({"check", "f.json"}).reading == core::Severity::warning);
  const auto both = parsed<CheckSettings>({"check", "f.json", "--falc", "warning", "--reading", "error"});
  CHECK(both.falc_missing == core::Severity::warning);
  CHECK(both.reading == core::Severity::error);
  CHECK(sentence({"check", "f", "--reading", "none"}).find("--reading") != std::string::npos);
  CHECK(sentence({"check", "f", "--falc", "none"}).find("--falc") != std::string::npos);
}

}  // namespace settings_test
