#include "app/documents.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace tablee::app {

namespace fs = std::filesystem;

namespace {

struct Named {
  std::string pointer;
  std::string file;
};

std::vector<Named> named_files(const core::Scenario& scenario) {
  std::vector<Named> named;
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const auto documents = scenario.steps[i].documents.value_or(std::vector<core::Document>{});
    for (std::size_t j = 0; j < documents.size(); ++j) {
      const std::string pointer = "/steps/" + std::to_string(i) + "/documents/" + std::to_string(j);
      named.push_back({pointer + "/file", documents[j].file});
      if (documents[j].captions) {
        named.push_back({pointer + "/captions", *documents[j].captions});
      }
      if (documents[j].sign_language) {
        named.push_back({pointer + "/sign_language", *documents[j].sign_language});
      }
    }
  }
  return named;
}

// A link would lead out of the folder.
bool is_there(const std::string& folder, const std::string& file) {
  std::error_code error;
  return fs::symlink_status(fs::path(folder) / file, error).type() == fs::file_type::regular;
}

}  // namespace

std::string files_beside(const std::string& scenario_file) {
  return (fs::path(scenario_file).parent_path() / "files").string();
}

std::string files_kept(const std::string& data) {
  return (fs::path(data) / "files").string();
}

std::vector<std::string> document_files(const core::Scenario& scenario) {
  std::vector<std::string> files;
  for (Named& named : named_files(scenario)) {
    if (std::find(files.begin(), files.end(), named.file) == files.end()) {
      files.push_back(std::move(named.file));
    }
  }
  return files;
}

std::vector<core::Problem> check_files(const core::Scenario& scenario, const std::string& folder) {
  std::vector<core::Problem> problems;
  for (const Named& named : named_files(scenario)) {
    if (!is_there(folder, named.file)) {
      problems.push_back({core::Severity::error, named.pointer, "file_missing",
                          "Il manque le fichier «\u00a0" + named.file + "\u00a0».",
                          "Mettez-le dans le dossier " + folder + ", à côté du programme."});
    }
  }
  return problems;
}

std::vector<std::string> missing_files(const core::Scenario& scenario, const std::string& folder) {
  std::vector<std::string> missing = document_files(scenario);
  std::erase_if(missing, [&](const std::string& file) { return is_there(folder, file); });
  return missing;
}

Result<Nothing> keep_files(const core::Scenario& scenario, const std::string& from, const std::string& to) {
  const std::vector<std::string> files = document_files(scenario);
  if (files.empty()) {
    return Nothing{};
  }
  std::error_code error;
  fs::create_directories(to, error);
  for (const std::string& file : files) {
    const fs::path kept = fs::path(to) / file;
    const fs::path partial = fs::path(to) / (file + ".part");
    if (!error) {
      fs::copy_file(fs::path(from) / file, partial, fs::copy_options::overwrite_existing, error);
    }
    if (!error) {
      fs::rename(partial, kept, error);
    }
    if (error) {
      return refuse(Code::wrong_state, "", "Le fichier " + file + " ne peut pas être copié dans " + to + ".");
    }
  }
  return Nothing{};
}

}  // namespace tablee::app
