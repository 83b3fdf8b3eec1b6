// unit/export/atelier.h: an atelier that has run from the door to the promise, for the tests of the export.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "export/avis_document.h"
#include "unit/core/world.h"

namespace tablee::exported::testing {

using namespace core::testing;

// What people typed, each in one place.
struct Words {
  std::string idea = "more trees";
  std::string other_idea = "fewer cars";
  std::string cluster = "Trees";
  std::string title = "Plant trees";
  std::string measure = "One tree a street";
  std::string reason = "another question";
  std::string table = "Red";
  std::string promise = "We answer every article.";
};

// Three people at two tables. Welcome 20 min, write 8 (three ideas, one withdrawn, one set aside), break 15, cluster
// 20, rank, draft 30 and 10 minutes more, vote (2 for, 1 abstains: adopted), hand_over going on for 5 minutes.
inline Room finished_atelier(const Words& words = {}) {
  using namespace core;
  Room room;
  const TableId red = room.add_table(words.table);
  const TableId blue = room.add_table();
  const PersonId ada = room.arrive(red, "Ada Lovelace");
  const PersonId bob = room.arrive(red, "Bob Martin");
  const PersonId cleo = room.arrive(blue, "Cleo Dupont");
  room.start("welcome");
  room.later(20 * minute_ms);
  room.start("write");
  const IdeaId idea = room.write_idea(ada, words.idea);
  const IdeaId other = room.write_idea(bob, words.other_idea);
  const IdeaId gone = room.write_idea(cleo, "a thought withdrawn");
  room.must(person(cleo), WithdrawIdea{gone});
  room.later(8 * minute_ms);
  room.start("break");
  room.later(15 * minute_ms);
  room.start("cluster");
  room.add_cluster(words.cluster, {idea});
  room.must(facilitator(), SetAsideIdea{other, words.reason});
  room.later(20 * minute_ms);
  room.start("rank");
  room.must(person(ada), CastPoints{PollId{1}, ballot_key(1), {{ClusterId{1}, 2}}});
  room.must(facilitator(), EndStep{"rank"});
  room.must(facilitator(), PublishPoll{PollId{1}});
  room.start("draft");
  room.must(screen(red), EditArticle{ArticleId{1}, "title", words.title, 0});
  room.must(screen(red), EditArticle{ArticleId{1}, "measure", words.measure, 0});
  room.later(30 * minute_ms);
  room.must(facilitator(), EndStep{"draft"});
  room.later(2 * minute_ms);
  room.start("draft");
  room.later(10 * minute_ms);
  room.start("vote");
  room.must(facilitator(), OpenPoll{PollId{2}});
  room.must(person(ada), CastVote{PollId{2}, ballot_key(2), Choice::for_});
  room.must(person(bob), CastVote{PollId{2}, ballot_key(3), Choice::for_});
  room.must(person(cleo), CastVote{PollId{2}, ballot_key(4), Choice::abstain});
  room.must(facilitator(), ClosePoll{PollId{2}});
  room.must(facilitator(), PublishPoll{PollId{2}});
  room.start("hand_over");
  room.later(5 * minute_ms);
  room.must(facilitator(), RecordPromise{"The sponsor", words.promise, "2026-01-31"});
  return room;
}

inline AvisDocument document_of(const Room& room, core::Scenario opened, std::vector<TimeGiven> extensions = {}) {
  return build_document(room.state, Journal{std::move(opened), std::move(extensions), std::string(64, 'b'), 42});
}
// Of an atelier whose programme was not changed.
inline AvisDocument document_of(const Room& room) {
  return document_of(room, room.state.scenario);
}

}  // namespace tablee::exported::testing
