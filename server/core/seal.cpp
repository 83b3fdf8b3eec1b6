#include "core/seal.h"

#include <algorithm>

#include "core/lineage.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

void add_text(std::string& out, const std::string& heading, const std::string& text) {
  out += heading + " " + std::to_string(text.size()) + "\n" + text + "\n";
}

void add_vote(std::string& out, const Poll* poll) {
  if (poll == nullptr) {
    out += "vote none\n";
    return;
  }
  const MotionTotal& total = *poll->result->motion;
  const auto count = [&](const char* name, std::int64_t value) {
    out += std::string(" ") + name + " " + std::to_string(value);
  };
  out += "vote " + std::string(names_of(total.outcome)[static_cast<std::size_t>(total.outcome)]);
  count("for", total.for_);
  count("against", total.against);
  count("abstain", total.abstain);
  count("base", total.base);
  count("yes_needed", total.yes_needed);
  count("quorum_needed", total.quorum_needed);
  if (total.unsure) {
    count("unsure", *total.unsure);
  }
  out += "\n";
}

std::string listed(const std::vector<IdeaId>& ideas) {
  std::string out;
  for (const IdeaId idea : ideas) {
    out += " " + std::to_string(idea.value);
  }
  return out + "\n";
}

void add_sources(const State& state, std::string& out, std::vector<IdeaId> sources) {
  std::sort(sources.begin(), sources.end());
  out += "sources" + listed(sources);
  for (const IdeaId source : sources) {
    const Idea& idea = state.ideas.at(source);
    if (!idea.parents.empty()) {
      out += "merged " + std::to_string(source.value) + " from" + listed(written_ideas(state, idea));
    }
  }
}

}  // namespace

std::string canonical_avis(const State& state) {
  const std::vector<const Article*> articles = avis_articles(state);
  std::string out = "tablee.avis/1\n";
  add_text(out, "question", state.scenario.question.fr);
  out += "articles " + std::to_string(articles.size()) + "\n";
  std::int64_t number = 0;
  for (const Article* article : articles) {
    out += "article " + std::to_string(++number) + "\n";
    for (const FieldText& text : article->texts) {
      add_text(out, "field " + text.field_id, text.text);
    }
    add_vote(out, published_motion(state, article->id));
    add_sources(state, out, article->sources);
  }
  return out;
}

}  // namespace tablee::core
