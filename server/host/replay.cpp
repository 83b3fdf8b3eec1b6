#include "host/replay.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/apply.h"
#include "wire/journal.h"

namespace tablee::host {
namespace {

Refusal broken_row(std::uint64_t seq, const std::string& why) {
  return refuse(Code::malformed, "row/" + std::to_string(seq),
                "Row " + std::to_string(seq) + " of the journal is broken: " + why + ".");
}

// Checks one row after another; remembers what the next one must follow.
class Replayer {
 public:
  explicit Replayer(core::State& state) : state_(state) {}

  std::optional<Refusal> row(const store::Row& row) {
    ++seq_;
    if (row.seq != seq_) {
      return broken_row(seq_, "row " + std::to_string(row.seq) + " stands in its place");
    }
    if (row.hash != store::row_hash(hash_, row)) {
      return broken_row(seq_, "its hash does not follow from its content and the row before");
    }
    hash_ = row.hash;
    if (row.at < state_.last_event_at) {
      return broken_row(seq_, "its time is before the row before");
    }
    const auto subject = wire::decode_subject(row.subject);
    if (!subject) {
      return broken_row(seq_, "its subject is unknown");
    }
    const auto event = wire::decode_event(row.type, row.body);
    if (!event) {
      return broken_row(seq_, "its " + row.type + " does not decode (" + event.error().field + ")");
    }
    core::apply(state_, core::Stamp{row.at, *subject, row.sender, row.number}, *event);
    return std::nullopt;
  }

 private:
  core::State& state_;
  std::uint64_t seq_ = 0;
  std::string hash_ = store::first_previous_hash();
};

// A record about a thing that no event made cannot be applied: the two parts of the file do not belong together.
bool has_place(const core::State& state, const core::Record& record) {
  if (const auto* card = std::get_if<core::Card>(&record)) {
    return (!card->person || state.people.contains(card->person)) &&
           (!card->table || state.tables.contains(card->table));
  }
  if (const auto* draft = std::get_if<core::Draft>(&record)) {
    return state.people.contains(draft->person);
  }
  if (const auto* kept = std::get_if<core::KeptProfile>(&record)) {
    return state.people.contains(kept->person);
  }
  if (const auto* help = std::get_if<core::Help>(&record)) {
    return state.people.contains(help->person);
  }
  if (const auto* words = std::get_if<core::SpokenWords>(&record)) {
    return state.people.contains(words->person);
  }
  if (const auto* text = std::get_if<core::ArticleText>(&record)) {
    return state.articles.contains(text->article);
  }
  if (const auto* sheet = std::get_if<core::Sheet>(&record)) {
    return state.measures.contains(sheet->step);
  }
  return state.polls.contains(std::get<core::Ballot>(record).poll);
}

std::optional<Refusal> replay_record(core::State& state, const store::RecordRow& row) {
  if (row.erased) {
    return std::nullopt;
  }
  const std::string field = "record/" + row.kind + "/" + row.key;
  const auto record = wire::decode_record(row.kind, row.body);
  if (!record) {
    return refuse(Code::malformed, field, "The " + row.kind + " kept as " + row.key + " does not decode.");
  }
  if (!has_place(state, *record)) {
    return refuse(Code::malformed, field,
                  "The " + row.kind + " kept as " + row.key + " is about nothing in the journal.");
  }
  core::apply(state, *record);
  return std::nullopt;
}

}  // namespace

Result<core::State> replay(store::Log& log, core::Scenario scenario) {
  core::State state;
  state.scenario = std::move(scenario);
  Replayer replayer(state);
  std::optional<Refusal> broken;
  const auto rows = log.read(1, [&](const store::Row& row) {
    broken = replayer.row(row);
    return !broken;
  });
  if (!rows) {
    return rows.error();
  }
  if (broken) {
    return *broken;
  }
  const auto records = log.read_records([&](const store::RecordRow& row) {
    broken = replay_record(state, row);
    return !broken;
  });
  if (!records) {
    return records.error();
  }
  if (broken) {
    return *broken;
  }
  return state;
}

}  // namespace tablee::host
