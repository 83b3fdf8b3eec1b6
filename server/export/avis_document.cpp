#include "export/avis_document.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/lineage.h"
#include "core/review.h"
#include "core/view_rules.h"

namespace tablee::exported {

using namespace core;

namespace {

Composition build_composition(const State& state) {
  Composition composition;
  composition.people_present = people_present(state);
  composition.tables =
      std::count_if(state.tables.begin(), state.tables.end(), [](const auto& entry) { return !entry.second.removed; });
  if (!state.laps.empty()) {
    const Lap& last = state.laps.back();
    composition.started_at_ms = state.laps.front().started_at;
    composition.ended_at_ms = last.ended_at == 0 ? state.last_event_at : last.ended_at;
  }
  return composition;
}

std::optional<EasyWording> build_easy(const Poll& poll) {
  if (!poll.wording && poll.wording_waived.empty()) {
    return std::nullopt;
  }
  EasyWording easy;
  if (poll.wording) {
    easy = {poll.wording->text, poll.wording->readers, poll.wording->readers_from, ""};
  }
  easy.waived = easy.readers == 0 ? poll.wording_waived : "";
  return easy;
}

Votes build_votes(const State& state, const Poll& poll) {
  const MotionTotal& total = *poll.result->motion;
  Votes votes;
  votes.for_ = total.for_;
  votes.against = total.against;
  votes.abstain = total.abstain;
  votes.unsure = total.unsure;
  votes.present = poll.present;
  // Someone who came after the opening may have voted too.
  votes.not_voting = std::max<std::int64_t>(0, poll.present - poll.result->ballots);
  votes.base = total.base;
  if (const Rule* rule = find_rule(state.scenario, poll.rule)) {
    votes.base_rule = rule->base.value_or(Base::cast);
    votes.threshold = rule->threshold.value_or("");
    votes.strict = rule->strict.value_or(true);
  }
  votes.yes_needed = total.yes_needed;
  votes.quorum_needed = total.quorum_needed;
  votes.quorum_met = total.quorum_met;
  votes.outcome = total.outcome;
  votes.box_sha256 = poll.result->box_sha256;
  votes.easy = build_easy(poll);
  return votes;
}

VoteStage stage_of(const State& state, ArticleId article) {
  VoteStage stage = VoteStage::none;
  for (const auto& [id, poll] : state.polls) {
    if (poll.article != article) {
      continue;
    }
    switch (poll.status) {
      case PollStatus::prepared:
        break;
      case PollStatus::open:
        stage = std::max(stage, VoteStage::open);
        break;
      case PollStatus::closed:
        stage = std::max(stage, VoteStage::closed);
        break;
      case PollStatus::published:
        stage = VoteStage::published;
        break;
    }
  }
  return stage;
}

// The fields that were filled in, as the frame of the step has them.
std::vector<FieldPrinted> build_fields(const State& state, const std::string& step, bool by_committee,
                                       const std::vector<FieldText>& texts) {
  std::vector<ArticleField> frame;
  if (const Step* found = find_step(state.scenario, step)) {
    frame = frame_of(*found, by_committee);
  }
  std::vector<FieldPrinted> fields;
  for (const FieldText& text : texts) {
    if (is_blank(text.text)) {
      continue;
    }
    FieldPrinted printed{text.field_id, std::nullopt, text.text};
    const auto label =
        std::find_if(frame.begin(), frame.end(), [&](const ArticleField& each) { return each.id == text.field_id; });
    if (label != frame.end()) {
      printed.label = label->label;
    }
    fields.push_back(std::move(printed));
  }
  return fields;
}

std::vector<EarlierPrinted> build_earlier(const State& state, const Article& article) {
  std::vector<EarlierPrinted> earlier;
  for (const ArticleVersion& version : article.earlier) {
    if (version.texts != article.texts) {
      const Step* step = find_step(state.scenario, version.step);
      earlier.push_back({version.step, step == nullptr ? Texts{} : step->title,
                         build_fields(state, version.step, version.by_committee, version.texts)});
    }
  }
  return earlier;
}

std::vector<CommentPrinted> build_comments(const State& state, ArticleId article) {
  std::vector<CommentPrinted> printed;
  const auto said = state.comments_about.find(Commented{article, {}, {}});
  if (said == state.comments_about.end()) {
    return printed;
  }
  for (const CommentId id : said->second) {
    const Comment& comment = state.comments.at(id);
    if (comment_is_out(state, comment)) {
      printed.push_back({comment.kind, table_title(state, comment.table), comment.passage ? comment.passage->quote : "",
                         !passage_stands(state, comment, TextVersion::submitted), comment.text, comment.fate,
                         comment.word});
    }
  }
  return printed;
}

IdeaPrinted build_source(const State& state, const Idea& idea) {
  IdeaPrinted printed{idea.id, idea.text, {}};
  if (!idea.parents.empty()) {
    for (const IdeaId written : written_ideas(state, idea)) {
      printed.merged_from.push_back({written, state.ideas.at(written).text});
    }
  }
  return printed;
}

ArticlePrinted build_article(const State& state, const Article& article, std::int64_t number) {
  ArticlePrinted printed;
  printed.number = number;
  printed.title = article_title(state, article);
  printed.subject = cluster_title(state, article.cluster);
  printed.table = article.table ? table_title(state, article.table) : std::string(by_a_committee);
  printed.status = public_status(state, article);
  printed.texts = build_fields(state, article.step, article.by_committee, article.texts);
  std::erase_if(printed.texts, [](const FieldPrinted& each) { return each.field_id == "title"; });
  printed.vote_stage = stage_of(state, article.id);
  if (const Poll* poll = published_motion(state, article.id)) {
    printed.votes = build_votes(state, *poll);
  }
  for (const IdeaId source : article.sources) {
    const auto idea = state.ideas.find(source);
    if (idea != state.ideas.end() && idea->second.fate != Fate::withdrawn) {
      printed.sources.push_back(build_source(state, idea->second));
    }
  }
  printed.comments = build_comments(state, article.id);
  printed.earlier = build_earlier(state, article);
  printed.to_settle = article.to_settle;
  return printed;
}

std::vector<RankingPrinted> build_rankings(const State& state) {
  std::map<ClusterId, std::int64_t> ideas;
  for (const auto& [id, idea] : state.ideas) {
    if (idea.fate == Fate::clustered && idea.cluster) {
      ++ideas[*idea.cluster];
    }
  }
  std::vector<RankingPrinted> rankings;
  for (const auto& [id, poll] : state.polls) {
    if (poll.status != PollStatus::published || !poll.result || !poll.result->points) {
      continue;
    }
    RankingPrinted ranking;
    ranking.present = poll.present;
    ranking.ballots = poll.result->ballots;
    ranking.box_sha256 = poll.result->box_sha256;
    ranking.blank = poll.result->blank;
    ranking.easy = build_easy(poll);
    if (const Rule* rule = find_rule(state.scenario, poll.rule)) {
      ranking.points = rule->points.value_or(0);
      ranking.max_per_option = rule->max_per_option.value_or(0);
      ranking.keep = rule->keep.value_or(0);
    }
    for (const OptionTotal& total : *poll.result->points) {
      const ClusterId standing = standing_cluster(state, total.option);
      ranking.clusters.push_back({total, cluster_title(state, total.option), ideas[standing]});
    }
    rankings.push_back(std::move(ranking));
  }
  return rankings;
}

void add_ideas(const State& state, AvisDocument& document) {
  std::set<IdeaId> used;
  for (const ArticlePrinted& article : document.articles) {
    for (const IdeaPrinted& source : article.sources) {
      used.insert(source.id);
      for (const IdeaWritten& written : source.merged_from) {
        used.insert(written.id);
      }
    }
  }
  const std::set<ClusterId> kept = kept_clusters(state);
  for (const auto& [id, idea] : state.ideas) {
    // An idea that a group made was not received from anybody.
    document.ideas_received += idea.parents.empty() ? 1 : 0;
    if (idea.fate == Fate::withdrawn) {
      ++document.ideas_withdrawn;
      continue;
    }
    // An idea whose step still runs is its author's alone. One that was merged on the way to another, by groups that
    // then merged again, is printed as that other.
    const bool on_the_way = idea.fate == Fate::merged && !idea.parents.empty();
    if (used.contains(id) || on_the_way || !idea_is_out(state, idea)) {
      continue;
    }
    IdeaLeft left;
    left.id = id;
    left.text = idea.text;
    left.late = idea.late;
    left.fate = idea.fate;
    left.reason = idea.reason;
    if (idea.fate == Fate::merged) {
      left.into = goes_on_in(state, idea).id;
    }
    if (idea.fate == Fate::clustered && idea.cluster) {
      left.cluster = cluster_title(state, idea.cluster);
      left.cluster_kept = kept.contains(standing_cluster(state, *idea.cluster));
    }
    document.ideas_left.push_back(std::move(left));
  }
}

// In the order of the scenario.
std::vector<Rule> rules_used(const State& state) {
  std::vector<Rule> rules;
  for (const Rule& rule : state.scenario.rules) {
    const bool used = std::any_of(state.polls.begin(), state.polls.end(), [&](const auto& entry) {
      return entry.second.rule == rule.id && entry.second.status != PollStatus::prepared;
    });
    if (used) {
      rules.push_back(rule);
    }
  }
  return rules;
}

}  // namespace

AvisDocument build_document(const State& state, Journal journal) {
  AvisDocument document;
  document.format = document_format;
  document.title = state.scenario.title;
  document.question = state.scenario.question;
  if (state.scenario.commitments) {
    document.commitments = *state.scenario.commitments;
  }
  document.scenario_id = state.scenario.id;
  document.scenario_version = state.scenario.version;
  document.scenario_sha256 = state.scenario_sha256;
  document.composition = build_composition(state);
  document.programme = build_programme(state, journal.opened, journal.extensions);
  document.speaking = build_speaking(state);
  document.rules = rules_used(state);
  for (const Article* article : avis_articles(state)) {
    const auto number = static_cast<std::int64_t>(document.articles.size()) + 1;
    document.articles.push_back(build_article(state, *article, number));
  }
  document.rankings = build_rankings(state);
  add_ideas(state, document);
  document.measures = build_measures(state);
  document.questions = build_questions(state);
  document.questions_withdrawn = questions_withdrawn(state);
  if (state.promise) {
    document.promise = PromisePrinted{state.promise->who, state.promise->text, state.promise->due, state.promise->at};
  }
  document.captions = build_captions(state);
  document.sealed_sha256 = state.sealed_sha256;
  document.sealed_at_ms = state.sealed_at;
  document.journal_sha256 = std::move(journal.head_sha256);
  document.journal_rows = journal.rows;
  return document;
}

}  // namespace tablee::exported
