#include "app/verify_command.h"

#include <algorithm>

#include "app/kept_atelier.h"
#include "base/sha256.h"
#include "core/box.h"
#include "core/measure.h"

namespace tablee::app {

namespace {

bool can_be_hashed(const core::Poll& poll) {
  return std::all_of(poll.box.begin(), poll.box.end(), [](const auto& entry) {
    return entry.second.choice.has_value() != entry.second.points.has_value();
  });
}

bool gives(const core::State& state, const core::Poll& poll, const core::PollClosed& result) {
  if (!can_be_hashed(poll) || to_hex(sha256(core::canonical_box(poll))) != result.box_sha256) {
    return false;
  }
  const core::PollClosed counted = core::count_poll(state, poll);
  return counted.ballots == result.ballots && counted.points == result.points && counted.motion == result.motion;
}

bool gives(const core::State& state, const core::MeasurePublished& result) {
  const core::Step* step = core::find_step(state.scenario, result.step);
  return step != nullptr && core::count_measure(state, *step) == result;
}

std::string counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count > 1 ? "s" : "");
}

std::string counts_text(const core::State& state) {
  std::size_t ballots = 0;
  for (const auto& [id, poll] : state.polls) {
    ballots += poll.box.size();
  }
  return counted(state.people.size(), "personne") + ", " + counted(state.ideas.size(), "idée") + ", " +
         counted(ballots, "bulletin") + " dans " + counted(state.polls.size(), "vote") + ", " +
         counted(state.articles.size(), "article");
}

}  // namespace

std::optional<std::string> recount(const core::State& state) {
  for (const auto& [id, poll] : state.polls) {
    if (poll.result && !gives(state, poll, *poll.result)) {
      return "L’urne du vote " + std::to_string(id.value) + " ne donne pas le résultat écrit dans le journal.";
    }
  }
  for (const auto& [step, measure] : state.measures) {
    if (measure.result && !gives(state, *measure.result)) {
      return "Les feuilles de la séquence « " + step + " » ne donnent pas le résultat écrit dans le journal.";
    }
  }
  return std::nullopt;
}

int run_verify(const VerifySettings& settings, Output& output) {
  const auto kept = read_atelier(settings.data);
  if (!kept) {
    output.err << kept.error().detail << "\n";
    return exit_failed;
  }
  if (const auto wrong = recount(kept->state)) {
    output.err << *wrong << "\n";
    return exit_failed;
  }
  output.out << "Journal intact : " << counted(kept->head.rows, "ligne") << ".\n"
             << "Contenu : " << counts_text(kept->state) << ".\n"
             << "Votes recomptés : mêmes résultats.\n"
             << "Empreinte : " << kept->head.hash << "\n";
  return exit_done;
}

}  // namespace tablee::app
