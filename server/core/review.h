// core/review.h: the questions that the rules and the views of a `review` step share: who reads what, who wrote it.
//
// Shape    A text is an article that has been submitted, an idea, or a cluster, of a store that the step reads.
//          Articles and ideas belong to the table that wrote them; clusters belong to nobody, and every table reads
//          them.
// Order    Texts are in order of creation, articles first.
// Source   « Lire la table d’à côté »: with rotation, table i of n reads table (i + shift) mod n, never its own; a
//          shift that would lead back to it goes one further.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/state.h"

namespace tablee::core {

// The store into which this step writes; empty: none. Of an article: core/drafting.h.
std::string_view store_of(const Scenario& scenario, std::string_view step);
// Whether this step reads that store; never true for the empty one.
bool reads_store(const Step& step, std::string_view store);
bool reads_object(const Scenario& scenario, const Step& step, StoreObject object);
// This draft step goes on with an article of an earlier one: it reads comments, and writes into the store of the
// article.
bool goes_on_with(const State& state, const Step& draft, const Article& article);

// The comments of this step are fixed to passages of articles; else they are marks, as those on ideas and clusters.
bool is_anchored(const Step& review);
// The rotation of a review step, or nullptr: every table reads all the others.
const Read* rotation_of(const Step& review);
// Who reads whom in this turn, among tables not removed. Empty without a rotation.
std::vector<Reading> readings_for(const State& state, const Step& review, std::int64_t turn);

// The idea stands, and this step reads its store.
bool idea_is_read(const State& state, const Step& review, const Idea& idea);
// The table that wrote it; nothing for a cluster, a committee's article, or when nobody sat at a table. Requires: it
// exists.
std::optional<TableId> table_that_wrote(const State& state, const Commented& text);
// Whether this table receives that text in this turn.
bool receives(const State& state, const Step& review, std::int64_t turn, TableId reader, const Commented& text);
std::vector<Commented> texts_received(const State& state, const Step& review, std::int64_t turn, TableId reader);

// What was said in a turn that is over, and was not withdrawn, may be read by those who wrote the text.
bool comment_is_out(const State& state, const Comment& comment);
// The passage is still there: in the text as it is written now, or as it was submitted.
enum class TextVersion { written, submitted };
bool passage_stands(const State& state, const Comment& comment, TextVersion version);

// The review step that goes on, or the last one that ran; nullptr: none has.
const Step* last_review(const State& state);

}  // namespace tablee::core
