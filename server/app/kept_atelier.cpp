#include "app/kept_atelier.h"

#include <optional>
#include <utility>

#include "app/sentences.h"
#include "base/sha256.h"
#include "host/replay.h"
#include "store/sqlite_log.h"
#include "wire/journal.h"
#include "wire/scenario_file.h"

namespace tablee::app {

namespace {

Refusal damaged(std::string sentence) {
  return refuse(Code::malformed, "", std::move(sentence));
}

// The hash of the scenario file that the first row vouches for.
std::optional<std::string> vouched_scenario(store::Log& log) {
  std::optional<std::string> hash;
  const auto read = log.read(1, [&](const store::Row& row) {
    const auto event = wire::decode_event(row.type, row.body);
    if (event && std::holds_alternative<core::AtelierOpened>(*event)) {
      hash = std::get<core::AtelierOpened>(*event).scenario_sha256;
    }
    return false;
  });
  return read ? hash : std::nullopt;
}

}  // namespace

std::string atelier_file(const std::string& data) {
  return data + (data.ends_with('/') ? "" : "/") + "atelier.sqlite";
}

Result<core::Scenario> kept_scenario(const std::string& text, const std::string& file) {
  wire::ScenarioFile scenario = wire::read_scenario(text, {core::Severity::warning});
  if (!scenario.usable()) {
    return damaged("Le programme gardé dans " + file + " ne peut plus être utilisé par cette version de Tablée.");
  }
  return std::move(scenario.scenario);
}

Result<KeptAtelier> read_atelier(const std::string& data) {
  const std::string file = atelier_file(data);
  auto log = store::open_sqlite_log(file, store::OpenMode::read_only);
  if (!log) {
    return refuse(log.error().code, "", opening_sentence(log.error(), file));
  }
  auto head = store::verify_chain(**log);
  if (!head) {
    return damaged(journal_sentence(head.error()));
  }
  if (head->rows == 0) {
    return refuse(Code::not_found, "", "L’atelier " + file + " n’a pas encore été ouvert.");
  }
  if (vouched_scenario(**log) != to_hex(sha256((*log)->scenario()))) {
    return damaged("La ligne 1 du journal et le programme gardé dans " + file + " ne vont pas ensemble.");
  }
  auto scenario = kept_scenario((*log)->scenario(), file);
  if (!scenario) {
    return scenario.error();
  }
  auto state = host::replay(**log, *scenario);
  if (!state) {
    return damaged(journal_sentence(state.error()));
  }
  return KeptAtelier{std::move(*log), std::move(*head), std::move(*scenario), std::move(*state)};
}

}  // namespace tablee::app
