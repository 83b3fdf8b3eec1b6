// core/touch_marks.h: which sections a kind of change concerns, in words that several events share; private to
// core/touch*.cpp.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "core/touch.h"

namespace tablee::core {

void mark(Touched& touched, std::initializer_list<Section> sections);
// A group at work: its people, and their table's screen.
void mark_group(const MergeGroup& group, Touched& touched);
void mark_group_of(const State& state, IdeaId idea, Touched& touched);
void mark_group_of(const State& state, PersonId person, Touched& touched);
// Those who wrote it, or what it was merged from; and the group that has it.
void mark_author(const State& state, IdeaId idea, Touched& touched);
void mark_authors_in(const State& state, ClusterId cluster, Touched& touched);
// Articles show the ideas of their cluster and their sources: to their table, and to all once submitted.
void mark_articles(const State& state, Touched& touched);
void mark_table_of(const State& state, PersonId person, Touched& touched);
void mark_table_of(const State& state, ArticleId article, Touched& touched);
// Those who write it: its table, or the committee that has it.
void mark_writers(const State& state, ArticleId article, Touched& touched);
void mark_floor(Touched& touched);
// The queue of the current step: every place in it may have changed.
void mark_queue(const State& state, Touched& touched);
// Whoever waits, sits in the middle or has passed in this step: their screens say so while it runs.
void mark_speakers(const State& state, std::string_view step, Touched& touched);
void mark_place(std::optional<TableId> table, Touched& touched);
void mark_running(const State& state, Touched& touched);
// Where each thing has its time: how many are to come.
void mark_items(const State& state, Touched& touched);
// A questionnaire names articles.
void mark_asked_articles(const State& state, Touched& touched);
// Once tables have read one another, their screens name tables, texts and passages that are not theirs.
void mark_reviews(const State& state, Touched& touched);
bool is_merging(const State& state);
// Who works with whom, on which ideas: groups begin, or are over.
void mark_merging(Touched& touched);
// What the start or the end of a step of this kind makes public, hides or numbers anew. Nothing else of the past moves
// with a step: making all of it again would cost more with every hour.
void mark_kind(StepKind kind, Touched& touched);
const Step& step_of(const State& state, std::string_view id);
// Questions that wait are, or are no longer, to be reached: from the step before to `started`, the room comes to,
// leaves or passes one that asks.
void mark_questions_passed(const State& state, const Step& started, Touched& touched);
// What this step asks of each person alone begins or ends: wishes, ideas drawn for them.
void mark_own_tasks(const State& state, const Step& step, Touched& touched);
// While wishes may be said, what can be wished for.
void mark_wishes(const State& state, Touched& touched);
// An undoing: the clock, what has become public, and everything that is "of this step".
void mark_transition(Touched& touched);
// What comes and goes with a step: until when what people began to write is received, and the committee, whose members
// see the board that the team sees.
void mark_of_step(const State& state, const Step& step, Touched& touched);
// The tables that the start or the end of this step concerns: all, where they work at something; else those that were
// ready or had a time of their own.
void mark_tables_of(const State& state, const Step& step, Touched& touched);

}  // namespace tablee::core
