#include "unit/net/web_folder.h"

#include <stdlib.h>

#include <doctest/doctest.h>
#include <fstream>

namespace tablee::net {

namespace files = std::filesystem;

WebFolder::WebFolder() {
  std::string name = (files::temp_directory_path() / "tablee-web-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  root_ = name;
  write("index.html", "<!doctype html><title>accueil</title>");
  write("table.html", "<!doctype html><title>table</title>");
  write("expert.html", "<!doctype html><title>experts</title>");
  write("captions.html", "<!doctype html><title>sous-titres</title>");
  write("companion.html", "<!doctype html><title>accompagnant</title>");
  write("console.html", "<!doctype html><title>console</title>");
  write("projector.html", "<!doctype html><title>projecteur</title>");
  write("assets/main-abc123.js", "const plain = 1;");
  write("assets/main-abc123.js.gz", "(compressed)");
  write("assets/main-abc123.css", "body{}");
}

WebFolder::~WebFolder() {
  std::error_code ignored;
  files::remove_all(root_, ignored);
}

void WebFolder::write(std::string_view name, std::string_view bytes) const {
  const files::path file = root_ / name;
  files::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

void WebFolder::remove(std::string_view name) const {
  files::remove(root_ / name);
}

}  // namespace tablee::net
