#include "app/documents.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "unit/app/room_files.h"

namespace documents_test {

using namespace tablee;
using namespace tablee::app;
using tablee::testing::bytes_of;
using tablee::testing::TemporaryDirectory;
using tablee::testing::write_bytes;

namespace {

namespace fs = std::filesystem;

core::Document video(std::string file, std::string captions, std::string signs) {
  core::Document document;
  document.id = "film";
  document.kind = core::DocumentKind::video;
  document.file = std::move(file);
  document.captions = std::move(captions);
  document.sign_language = std::move(signs);
  return document;
}
core::Document image(std::string file) {
  core::Document document;
  document.id = "plan";
  document.file = std::move(file);
  return document;
}

// Two steps: a film, and an image shown twice.
core::Scenario programme() {
  core::Scenario scenario;
  scenario.steps.resize(3);
  scenario.steps[0].documents = {{video("film.webm", "film.vtt", "signs.webm"), image("plan.png")}};
  scenario.steps[2].documents = {{image("plan.png")}};
  return scenario;
}

struct Beside {
  Beside() {
    fs::create_directory(folder);
    for (const char* file : {"film.webm", "film.vtt", "signs.webm", "plan.png", "not-named.png"}) {
      write_bytes(folder + "/" + file, std::string("bytes of ") + file);
    }
  }
  TemporaryDirectory directory;
  std::string scenario = directory.file("scenario.json");
  std::string folder = files_beside(scenario);
};

}  // namespace

TEST_CASE("[access H2] the files of a programme are those its documents name, once each") {
  CHECK(document_files(programme()) == std::vector<std::string>{"film.webm", "film.vtt", "signs.webm", "plan.png"});
  CHECK(document_files(core::Scenario{}).empty());
}

TEST_CASE("[access S5] each file that is missing is an error that names it and its place") {
  const Beside beside;
  CHECK(check_files(programme(), beside.folder).empty());
  fs::remove(beside.folder + "/film.vtt");
  fs::remove(beside.folder + "/plan.png");
  fs::create_symlink("/etc/hostname", beside.folder + "/plan.png");
  const auto problems = check_files(programme(), beside.folder);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].pointer == "/steps/0/documents/0/captions");
  CHECK(problems[0].code == "file_missing");
  CHECK(problems[0].message == "Il manque le fichier «\u00a0film.vtt\u00a0».");
  CHECK(problems[0].mend.find(beside.folder) != std::string::npos);
  CHECK(problems[1].pointer == "/steps/0/documents/1/file");
  CHECK(problems[2].pointer == "/steps/2/documents/0/file");
}

TEST_CASE("a new atelier keeps the files that are named, and no other") {
  const Beside beside;
  const TemporaryDirectory data;
  const std::string kept = files_kept(data.path());
  REQUIRE(keep_files(programme(), beside.folder, kept));
  CHECK(missing_files(programme(), kept).empty());
  CHECK(bytes_of(kept + "/film.vtt") == "bytes of film.vtt");
  CHECK_FALSE(fs::exists(kept + "/not-named.png"));
  CHECK_FALSE(fs::exists(kept + "/film.webm.part"));
  fs::remove(kept + "/plan.png");
  CHECK(missing_files(programme(), kept) == std::vector<std::string>{"plan.png"});
}

TEST_CASE("a file that cannot be copied is named") {
  const Beside beside;
  fs::remove(beside.folder + "/film.webm");
  const TemporaryDirectory data;
  const auto copied = keep_files(programme(), beside.folder, files_kept(data.path()));
  REQUIRE_FALSE(copied);
  CHECK(copied.error().detail.find("film.webm") != std::string::npos);
}

}  // namespace documents_test
