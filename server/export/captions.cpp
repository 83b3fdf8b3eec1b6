#include "export/captions.h"

#include <algorithm>
#include <string_view>

namespace tablee::exported {
namespace {

// A long speech is cut at the end of a sentence, once it is this long.
constexpr std::size_t bytes_enough = 600;

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool goes_on(const CaptionPrinted& paragraph, const core::Caption& caption) {
  const bool is_full = paragraph.text.size() >= bytes_enough && ends_sentence(paragraph.text);
  return paragraph.speaker == caption.speaker && !is_full;
}

core::Texts title_of(const core::State& state, const std::string& id) {
  const auto step = std::find_if(state.scenario.steps.begin(), state.scenario.steps.end(),
                                 [&](const core::Step& each) { return each.id == id; });
  return step == state.scenario.steps.end() ? core::Texts{"Avant la première étape", {}, {}} : step->title;
}

}  // namespace

std::vector<CaptionsPrinted> build_captions(const core::State& state) {
  std::vector<CaptionsPrinted> steps;
  for (const auto& [id, caption] : state.captions) {
    if (caption.text.empty()) {
      continue;
    }
    if (steps.empty() || steps.back().step != caption.step) {
      steps.push_back({caption.step, title_of(state, caption.step), {}});
    }
    std::vector<CaptionPrinted>& paragraphs = steps.back().paragraphs;
    if (!paragraphs.empty() && goes_on(paragraphs.back(), caption)) {
      paragraphs.back().text += " " + caption.text;
    } else {
      paragraphs.push_back({caption.at, caption.speaker, caption.text});
    }
  }
  return steps;
}

}  // namespace tablee::exported
