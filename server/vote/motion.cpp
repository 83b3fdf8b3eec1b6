#include "vote/motion.h"

#include <charconv>

#include "base/check.h"

namespace tablee::vote {
namespace {

constexpr std::int64_t count_max = (std::int64_t{1} << 31) - 1;
constexpr std::int64_t fraction_max = 10'000;

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

// The smallest whole number that is not under `part` of `whole`.
std::int64_t at_least(const Fraction& part, std::int64_t whole) {
  return (part.above * whole + part.below - 1) / part.below;
}

std::int64_t base_of(const MotionRule& rule, const MotionCount& count) {
  switch (rule.base) {
    case MotionBase::cast:
      return count.yes + count.no;
    case MotionBase::cast_plus_abstain:
      return count.yes + count.no + count.abstain;
    case MotionBase::present:
      return count.present;
  }
  return 0;
}

bool is_count(std::int64_t number) {
  return number >= 0 && number <= count_max;
}

}  // namespace

Result<Fraction> parse_fraction(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    return refuse(Code::malformed, "", "a fraction is written \"a/b\"");
  }
  const auto above = parse_number(text.substr(0, slash));
  const auto below = parse_number(text.substr(slash + 1));
  if (!above || !below) {
    return refuse(Code::malformed, "", "a fraction is two whole numbers, \"a/b\"");
  }
  if (*above <= 0 || *above > *below || *below > fraction_max) {
    return refuse(Code::out_of_range, "", "a fraction a/b has 0 < a <= b <= 10000");
  }
  return Fraction{*above, *below};
}

MotionResult decide_motion(const MotionRule& rule, const MotionCount& count) {
  TABLEE_CHECK(is_count(count.yes) && is_count(count.no) && is_count(count.abstain) && is_count(count.present));
  MotionResult result;
  result.base = base_of(rule, count);
  result.yes_needed = rule.strict ? rule.threshold.above * result.base / rule.threshold.below + 1
                                  : at_least(rule.threshold, result.base);
  if (rule.quorum) {
    result.quorum_needed = at_least(*rule.quorum, count.present);
    result.quorum_met = count.yes + count.no + count.abstain >= result.quorum_needed;
  }
  // As many for as against changes nothing, whatever the threshold: an empty box too must leave things as they are.
  const bool passes = count.yes >= result.yes_needed && count.yes != count.no;
  result.outcome = !result.quorum_met ? MotionOutcome::no_quorum
                   : passes           ? MotionOutcome::adopted
                                      : MotionOutcome::rejected;
  return result;
}

}  // namespace tablee::vote
