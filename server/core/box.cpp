#include "core/box.h"

#include <algorithm>

#include "base/check.h"
#include "base/sha256.h"
#include "core/own_time.h"
#include "vote/motion.h"
#include "vote/points.h"

namespace tablee::core {
namespace {

std::string ballot_text(const Ballot& ballot) {
  TABLEE_CHECK(ballot.choice.has_value() != ballot.points.has_value());
  if (ballot.choice) {
    return std::string(names_of(*ballot.choice)[static_cast<std::size_t>(*ballot.choice)]);
  }
  std::vector<PointsOn> points = *ballot.points;
  std::sort(points.begin(), points.end(),
            [](const PointsOn& one, const PointsOn& other) { return one.option < other.option; });
  std::string text;
  for (const PointsOn& mark : points) {
    text += text.empty() ? "" : ",";
    text += std::to_string(mark.option.value) + "=" + std::to_string(mark.points);
  }
  return text;
}

vote::Fraction fraction_of(const std::optional<std::string>& text) {
  if (!text) {
    return vote::Fraction{};
  }
  const auto fraction = vote::parse_fraction(*text);
  TABLEE_CHECK(fraction.has_value());
  return *fraction;
}

vote::MotionBase base_of(const Rule& rule) {
  switch (rule.base.value_or(Base::cast)) {
    case Base::cast:
      return vote::MotionBase::cast;
    case Base::cast_plus_abstain:
      return vote::MotionBase::cast_plus_abstain;
    case Base::present:
      return vote::MotionBase::present;
  }
  return vote::MotionBase::cast;
}

Outcome outcome_of(vote::MotionOutcome outcome) {
  switch (outcome) {
    case vote::MotionOutcome::adopted:
      return Outcome::adopted;
    case vote::MotionOutcome::rejected:
      return Outcome::rejected;
    case vote::MotionOutcome::no_quorum:
      return Outcome::no_quorum;
  }
  return Outcome::rejected;
}

std::optional<std::int64_t> above_zero(std::int64_t number) {
  return number > 0 ? std::optional(number) : std::nullopt;
}

MotionTotal count_motion(const Rule& rule, const Poll& poll) {
  vote::MotionCount count;
  std::int64_t unsure = 0;
  count.present = poll.present;
  for (const auto& [key, ballot] : poll.box) {
    TABLEE_CHECK(ballot.choice.has_value());
    count.yes += *ballot.choice == Choice::for_ ? 1 : 0;
    count.no += *ballot.choice == Choice::against ? 1 : 0;
    unsure += *ballot.choice == Choice::unsure ? 1 : 0;
    count.abstain += *ballot.choice == Choice::abstain || *ballot.choice == Choice::unsure ? 1 : 0;
  }
  vote::MotionRule motion;
  motion.base = base_of(rule);
  motion.threshold = fraction_of(rule.threshold);
  motion.strict = rule.strict.value_or(true);
  if (rule.quorum) {
    motion.quorum = fraction_of(rule.quorum);
  }
  const vote::MotionResult result = vote::decide_motion(motion, count);
  return MotionTotal{count.yes,         count.no,
                     count.abstain,     result.base,
                     result.yes_needed, result.quorum_needed,
                     result.quorum_met, outcome_of(result.outcome),
                     above_zero(unsure)};
}

std::vector<OptionTotal> count_points(const Rule& rule, const Poll& poll) {
  const vote::PointsRule points{rule.points.value_or(0), rule.max_per_option.value_or(0), rule.keep.value_or(0)};
  std::vector<std::uint32_t> options;
  for (const ClusterId option : poll.options) {
    options.push_back(option.value);
  }
  std::vector<std::vector<vote::PointsMark>> ballots;
  ballots.reserve(poll.box.size());
  for (const auto& [key, ballot] : poll.box) {
    std::vector<vote::PointsMark>& marks = ballots.emplace_back();
    for (const PointsOn& mark : ballot.points.value_or(std::vector<PointsOn>{})) {
      marks.push_back(vote::PointsMark{mark.option.value, mark.points});
    }
    TABLEE_CHECK(vote::valid_points_ballot(points, options, marks));
  }
  std::vector<OptionTotal> totals;
  for (const vote::PointsTotal& total : vote::count_points(points, options, ballots)) {
    totals.push_back(OptionTotal{ClusterId{total.option}, total.points, total.supporters, total.kept});
  }
  return totals;
}

std::optional<BlankTotal> count_blank(const Poll& poll) {
  BlankTotal total;
  for (const auto& [key, ballot] : poll.box) {
    total.unsure += ballot.choice == Choice::unsure ? 1 : 0;
    total.abstain += ballot.choice == Choice::abstain ? 1 : 0;
  }
  return total == BlankTotal{} ? std::nullopt : std::optional(total);
}

}  // namespace

std::string canonical_box(const Poll& poll) {
  std::string text;
  for (const auto& [key, ballot] : poll.box) {
    text += key + "\t" + ballot_text(ballot) + "\n";
  }
  return text;
}

PollClosed count_poll(const State& state, const Poll& poll) {
  const Rule* rule = find_rule(state.scenario, poll.rule);
  TABLEE_CHECK(rule != nullptr);
  PollClosed closed;
  closed.poll = poll.id;
  if (const std::int64_t awaited = voters_awaited(state, poll); awaited > 0) {
    closed.awaited = awaited;
  }
  closed.ballots = static_cast<std::int64_t>(poll.box.size());
  closed.box_sha256 = to_hex(sha256(canonical_box(poll)));
  if (rule->method == Method::motion) {
    closed.motion = count_motion(*rule, poll);
  } else {
    closed.points = count_points(*rule, poll);
    closed.blank = count_blank(poll);
  }
  return closed;
}

}  // namespace tablee::core
