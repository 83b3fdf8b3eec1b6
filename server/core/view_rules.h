// core/view_rules.h: the questions that every view asks, answered once.
//
// A step is over, a board is public, an article is in the avis, a result may be known: the views, the seal and the
// exports all go by these answers.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state.h"
#include "core/view.h"

namespace tablee::core {

// ---- steps

// The step is the current one and has not ended; a pause does not end it.
bool step_runs(const State& state, std::string_view step);
// The step has started at least once, undone starts not counted.
bool step_has_started(const State& state, std::string_view step);

// ---- ideas and clusters

// True from the start of the first `cluster` step on.
bool board_is_public(const State& state);
// Others than those who wrote it may know it: not withdrawn, and its step has ended or it has already been sorted.
bool idea_is_out(const State& state, const Idea& idea);
// The facilitator sorts it: it is out, and no group has merged it or left it out.
bool idea_can_be_sorted(const State& state, const Idea& idea);
// Everyone may read it, unsigned: it lies in a cluster of a public board.
bool idea_is_public(const State& state, const Idea& idea);
// The cluster that holds the ideas of this one today, through merges.
ClusterId standing_cluster(const State& state, ClusterId cluster);
// The clusters kept by published points polls.
std::set<ClusterId> kept_clusters(const State& state);
// The title of the standing cluster; empty for none.
std::string cluster_title(const State& state, std::optional<ClusterId> cluster);

// ---- articles

// The articles of the avis in order: those submitted. The number of an article is its place here, from 1.
std::vector<const Article*> avis_articles(const State& state);
// 0: not in the avis.
std::int64_t article_number(const State& state, ArticleId article);
// The published poll on this article, or nullptr.
const Poll* published_motion(const State& state, ArticleId article);
// What everyone may know: a decision only once it is published.
ArticleStatus public_status(const State& state, const Article& article);
// The text of the field `title`; else the title of its cluster.
std::string article_title(const State& state, const Article& article);
// The frame of what tables, or the committee, write in this step; empty when the step has none.
std::vector<ArticleField> frame_of(const Step& step, bool by_committee = false);

// ---- polls and tables

// The open poll, or nullptr.
const Poll* running_poll(const State& state);
// One poll; with its count when asked for and there is one.
PollView view_poll(const State& state, const Poll& poll, bool with_result);
// The free answers of published questionnaires, in the order of the programme.
std::vector<WordsGiven> view_free_words(const State& state);
// Every question, with its supports and its place in the order.
std::vector<QuestionRow> view_question_rows(const State& state);
// The name of a table, or "Table 3"; empty: no table.
std::string table_title(const State& state, TableId table);
// The name on a person's card; may be empty.
std::string person_name(const State& state, PersonId person);
// True for a text of white space alone.
bool is_blank(std::string_view text);

}  // namespace tablee::core
