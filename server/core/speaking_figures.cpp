#include "core/speaking_figures.h"

#include <algorithm>

namespace tablee::core {
namespace {

constexpr std::int64_t uneven_thousandths = 450;
constexpr std::int64_t dominating_percent = 40;
constexpr std::int64_t hint_people_min = 3;
constexpr std::int64_t hint_seconds_min = 180;

// a / b, half counted as one.
std::int64_t rounded(std::int64_t a, std::int64_t b) {
  return (2 * a + b) / (2 * b);
}

}  // namespace

SpeakingFigures speaking_figures(std::vector<std::int64_t> seconds) {
  std::sort(seconds.begin(), seconds.end());
  SpeakingFigures figures;
  figures.people = static_cast<std::int64_t>(seconds.size());
  std::int64_t weighted = 0;
  std::int64_t place = 0;
  for (const std::int64_t value : seconds) {
    ++place;
    figures.seconds += value;
    figures.silent += value == 0 ? 1 : 0;
    weighted += (2 * place - figures.people - 1) * value;
  }
  if (figures.seconds == 0) {
    return figures;
  }
  const std::int64_t whole = figures.people * figures.seconds;
  figures.gini_thousandths = rounded(1000 * weighted, whole);
  figures.top_percent = rounded(100 * seconds.back(), figures.seconds);
  figures.is_uneven = 1000 * weighted > uneven_thousandths * whole;
  figures.is_dominated = 100 * seconds.back() > dominating_percent * figures.seconds;
  return figures;
}

std::optional<SpeakingFigures> group_figures(std::vector<std::int64_t> seconds) {
  if (static_cast<std::int64_t>(seconds.size()) < group_people_min) {
    return std::nullopt;
  }
  return speaking_figures(std::move(seconds));
}

bool may_hint(const SpeakingFigures& figures) {
  return figures.people >= hint_people_min && figures.seconds >= hint_seconds_min;
}

std::int64_t whole_seconds(TimeMs duration) {
  return rounded(duration, second_ms);
}

std::optional<std::int64_t> coverage_percent(TimeMs measured, TimeMs elapsed) {
  if (elapsed <= 0) {
    return std::nullopt;
  }
  return std::min<std::int64_t>(100, 100 * measured / elapsed);
}

}  // namespace tablee::core
