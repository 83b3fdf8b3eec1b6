// core/drafting.h: who writes articles in a step, and in which frame: each table in a `draft`, a committee in parallel.
//
// Committee  Its members alone write, while its step runs, nights included. Where it reads the store it writes into,
//            articles submitted before are written again by it: they keep the table that wrote them and their words of
//            before. Else it has one article of its own, of no table.
// Votes      An article whose vote is open or not published is not taken over; one that was decided is voted on again.
// Loss       None: an article left without a word goes back to what it was.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "core/events.h"
#include "core/state.h"

namespace tablee::core {

// Articles are written in this step, by tables or by a committee.
bool drafts(const Step& step);
bool has_drafting_committee(const Step& step);
// The store and the frame of what is written; nullptr: none.
const Write* article_write(const Step& step, bool by_committee);
// The store that the article is in; empty when its step writes none.
std::string_view store_of(const Scenario& scenario, const Article& article);

// The members of the committee that drafts now; empty: none does.
std::set<PersonId> drafting_members(const State& state);
// This person or table may write this article now, as far as the clock allows it.
bool holds_the_pen(const State& state, const Subject& subject, const Article& article);

// They hold it, or held it when the committee that they are in wrote it.
bool held_the_pen(const State& state, const Subject& subject, const Article& article);
// A vote on it is open, or not yet published: its words stay as they are.
bool is_being_decided(const State& state, ArticleId article);

// What the committee of a step that starts works on; its own article, if any, has the number `next`.
Events articles_for_committee(const State& state, const Step& step, ArticleId next);

}  // namespace tablee::core
