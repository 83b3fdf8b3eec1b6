#include "core/view_rules.h"

#include <algorithm>

#include "core/drafting.h"
#include "core/lineage.h"

namespace tablee::core {

bool step_runs(const State& state, std::string_view step) {
  const bool on = state.run.status == RunStatus::running || state.run.status == RunStatus::time_up;
  return on && state.run.step == step;
}

bool step_has_started(const State& state, std::string_view step) {
  return std::any_of(state.laps.begin(), state.laps.end(), [&](const Lap& lap) { return lap.step == step; });
}

bool board_is_public(const State& state) {
  return std::any_of(state.laps.begin(), state.laps.end(), [&](const Lap& lap) {
    const Step* step = find_step(state.scenario, lap.step);
    return step != nullptr && step->kind == StepKind::cluster;
  });
}

bool idea_is_out(const State& state, const Idea& idea) {
  switch (idea.fate) {
    case Fate::withdrawn:
    case Fate::dissolved:
      return false;
    case Fate::clustered:
    case Fate::set_aside:
    case Fate::not_kept:
      return true;  // already read and handled: a step that runs again hides nothing that has been seen
    case Fate::merged:
      return idea_is_out(state, goes_on_in(state, idea));
    case Fate::open:
      break;
  }
  return !step_runs(state, idea.step);
}

bool idea_can_be_sorted(const State& state, const Idea& idea) {
  return idea_is_out(state, idea) && idea.fate != Fate::merged && idea.fate != Fate::not_kept;
}

bool idea_is_public(const State& state, const Idea& idea) {
  return idea.fate == Fate::clustered && board_is_public(state);
}

ClusterId standing_cluster(const State& state, ClusterId cluster) {
  auto found = state.clusters.find(cluster);
  while (found != state.clusters.end() && found->second.merged_into) {
    cluster = *found->second.merged_into;
    found = state.clusters.find(cluster);
  }
  return cluster;
}

std::set<ClusterId> kept_clusters(const State& state) {
  std::set<ClusterId> kept;
  for (const auto& [id, poll] : state.polls) {
    if (poll.status != PollStatus::published || !poll.result || !poll.result->points) {
      continue;
    }
    for (const OptionTotal& total : *poll.result->points) {
      if (total.kept) {
        kept.insert(standing_cluster(state, total.option));
      }
    }
  }
  return kept;
}

std::string cluster_title(const State& state, std::optional<ClusterId> cluster) {
  if (!cluster) {
    return {};
  }
  const auto found = state.clusters.find(standing_cluster(state, *cluster));
  return found == state.clusters.end() ? std::string{} : found->second.title;
}

std::vector<const Article*> avis_articles(const State& state) {
  std::vector<const Article*> articles;
  for (const auto& [id, article] : state.articles) {
    if (article.status != ArticleStatus::writing) {
      articles.push_back(&article);
    }
  }
  return articles;
}

// Its place in avis_articles(), without making that list: every poll asks.
std::int64_t article_number(const State& state, ArticleId article) {
  std::int64_t number = 0;
  for (const auto& [id, each] : state.articles) {
    number += each.status != ArticleStatus::writing ? 1 : 0;
    if (id == article) {
      return each.status != ArticleStatus::writing ? number : 0;
    }
  }
  return 0;
}

const Poll* published_motion(const State& state, ArticleId article) {
  const Poll* last = nullptr;
  for (const auto& [id, poll] : state.polls) {
    const bool about_it = poll.article == article;
    if (about_it && poll.status == PollStatus::published && poll.result && poll.result->motion) {
      last = &poll;
    }
  }
  return last;
}

ArticleStatus public_status(const State& state, const Article& article) {
  // Handed in again since its vote, it is to be voted on again.
  if (article.status == ArticleStatus::writing || article.status == ArticleStatus::submitted) {
    return article.status;
  }
  const Poll* poll = published_motion(state, article.id);
  if (poll == nullptr) {
    return ArticleStatus::submitted;
  }
  switch (poll->result->motion->outcome) {
    case Outcome::adopted:
      return ArticleStatus::adopted;
    case Outcome::rejected:
      return ArticleStatus::rejected;
    case Outcome::no_quorum:
      return ArticleStatus::no_quorum;
  }
  return ArticleStatus::submitted;
}

std::string article_title(const State& state, const Article& article) {
  for (const FieldText& text : article.texts) {
    if (text.field_id == "title" && !is_blank(text.text)) {
      return text.text;
    }
  }
  return cluster_title(state, article.cluster);
}

std::vector<ArticleField> frame_of(const Step& step, bool by_committee) {
  const Write* write = article_write(step, by_committee);
  return write == nullptr ? std::vector<ArticleField>{}
                          : write->fields_of_article.value_or(std::vector<ArticleField>{});
}

const Poll* running_poll(const State& state) {
  for (const auto& [id, poll] : state.polls) {
    if (poll.status == PollStatus::open) {
      return &poll;
    }
  }
  return nullptr;
}

namespace {

void describe_rule(const Rule& rule, PollView& view) {
  view.method = rule.method;
  if (rule.method == Method::points) {
    view.points = rule.points.value_or(0);
    view.max_per_option = rule.max_per_option.value_or(0);
    view.keep = rule.keep.value_or(0);
    return;
  }
  view.base = rule.base;
  view.threshold = rule.threshold.value_or("");
  view.strict = rule.strict.value_or(true);
  view.quorum = rule.quorum.value_or("");
}

}  // namespace

void describe_wording(const State& state, const Poll& poll, PollView& view) {
  if (poll.wording) {
    view.wording = poll.wording->text;
    view.readers = poll.wording->readers;
    view.readers_from = poll.wording->readers_from;
  }
  view.wording_waived = poll.wording_waived;
  const Step* step = find_step(state.scenario, poll.step);
  view.wording_needed = step != nullptr && step->easy_wording.value_or(false) && view.readers == 0 &&
                        view.wording_waived.empty() && poll.status == PollStatus::prepared;
}

PollView view_poll(const State& state, const Poll& poll, bool with_result) {
  PollView view;
  view.id = poll.id;
  view.step = poll.step;
  view.status = poll.status;
  if (const Rule* rule = find_rule(state.scenario, poll.rule)) {
    describe_rule(*rule, view);
  }
  for (const ClusterId option : poll.options) {
    const auto found = state.clusters.find(option);
    view.options.push_back({option, found == state.clusters.end() ? std::string{} : found->second.title});
  }
  if (poll.article) {
    view.article = poll.article;
    view.number = article_number(state, *poll.article);
    const auto found = state.articles.find(*poll.article);
    view.title = found == state.articles.end() ? std::string{} : article_title(state, found->second);
  }
  view.present = poll.present;
  const bool counted = poll.status == PollStatus::closed || poll.status == PollStatus::published;
  if (counted && poll.result) {
    view.ballots = poll.result->ballots;
    view.box_sha256 = poll.result->box_sha256;
    if (with_result) {
      view.points_result = poll.result->points;
      view.motion_result = poll.result->motion;
      view.blank = poll.result->blank;
    }
  }
  describe_wording(state, poll, view);
  return view;
}

std::string table_title(const State& state, TableId table) {
  const auto found = state.tables.find(table);
  if (found != state.tables.end() && !found->second.title.empty()) {
    return found->second.title;
  }
  return table ? "Table " + std::to_string(table.value) : std::string{};
}

std::string person_name(const State& state, PersonId person) {
  const auto card = state.cards.find(person);
  return card == state.cards.end() ? std::string{} : card->second.display_name;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

}  // namespace tablee::core
