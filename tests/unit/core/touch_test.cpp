// Every event and record of a whole atelier is applied one by one; whatever touch() does not name must not have
// changed.
#include "core/touch.h"

#include <doctest/doctest.h>

#include <functional>

#include "core/writing.h"
#include "unit/core/asking_world.h"
#include "unit/core/measure_world.h"
#include "unit/core/merge_world.h"
#include "unit/core/review_world.h"
#include "unit/core/view_dump.h"
#include "unit/core/world.h"

namespace touch_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

bool names(const Touched& touched, const std::string& key) {
  const auto slash = key.find('/');
  if (slash != std::string::npos) {
    const auto id = static_cast<std::uint32_t>(std::stoul(key.substr(slash + 1)));
    if (key.starts_with("table")) {
      return touched.all_tables || touched.tables.contains(TableId{id});
    }
    const bool is_helped = key.starts_with("helped/");
    const bool seat = (is_helped || key.starts_with("me/")) && touched.seats.contains(PersonId{id});
    // What a companion reads is of the current step and of the open poll.
    const bool of_all = is_helped && (names(touched, "step") || names(touched, "vote"));
    return seat || of_all || touched.all_people || touched.people.contains(PersonId{id});
  }
  const auto all = names_of(Section{});
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == key) {
      return touched.sections.test(i);
    }
  }
  return false;
}

// A room whose every change is compared with what touch() says of it.
class Watched {
 public:
  void say(const Subject& subject, const Command& command) {
    const auto decision = decide(room.state, room.envelope(subject, ++number_), command);
    if (!decision) {
      FAIL("refused: " << code_names[static_cast<std::size_t>(decision.error().code)] << " "
                       << decision.error().detail);
    }
    take(Stamp{room.now, subject, "00000000000000aa", number_}, *decision);
  }
  void number_writer(const Subject& subject, ArticleId article) {
    const auto decision = decide_text(room.state, room.envelope(subject, 0), NumberWriter{article});
    REQUIRE(decision.has_value());
    take(Stamp{room.now, subject, "", 0}, *decision);
  }
  void write_text(const Subject& subject, ArticleId article, const std::string& update) {
    const auto decision = decide_text(room.state, room.envelope(subject, 0), WriteText{article, update});
    REQUIRE(decision.has_value());
    take(Stamp{room.now, subject, "", 0}, *decision);
  }
  void arrive(PersonId id) {
    const auto decision = decide_arrive(room.state, room.envelope(Subject{}, 0), Arrive{id});
    REQUIRE(decision.has_value());
    take(Stamp{room.now, Subject{}, "", 0}, *decision);
  }
  void start(const std::string& step) {
    room.now += 1000;
    say(facilitator(), StartStep{step, room.state.run.step});
  }
  // To the end of the current step, where the room ticks.
  void run_out() {
    REQUIRE(next_deadline(room.state) != 0);
    room.now = next_deadline(room.state);
    take(Stamp{room.now, Subject{}, "", 0}, decide_tick(room.state, room.envelope(Subject{}, 0)));
  }

  // What the programme's ways out ask for now.
  void weigh() { take(Stamp{room.now, Subject{}, "", 0}, decide_ways_out(room.state, room.envelope(Subject{}, 0))); }

  // What an earlier version of this program kept of a field, found when the journal is opened.
  void find_old_text(const ArticleText& old) {
    take(Stamp{room.now, Subject{}, "", 0}, Decision{{}, {old}});
    take(Stamp{room.now, Subject{}, "", 0}, move_old_drafts(room.state));
  }

  Room room{scenario_with_merging(speaking_scenario(with_asking(scenario_with_reviews(measure_scenario()))))};
  std::set<std::string> seen;  // the events and records that came by

 private:
  void take(const Stamp& stamp, const Decision& decision) {
    Events gesture;
    for (auto more = decision.events; !more.empty(); more = decide_consequences(room.state, gesture).events) {
      for (const Event& event : more) {
        watch(event, [&] { apply(room.state, stamp, event); });
        gesture.add(event);
      }
    }
    for (const Record& record : decision.records) {
      watch(record, [&] { apply(room.state, record); });
    }
  }

  template <class Change>
  void watch(const Change& change, const std::function<void()>& apply_it) {
    const std::string name = std::visit([](const auto& each) { return std::string(each.name); }, change);
    seen.insert(name);
    const auto before = all_sections(room.state);
    apply_it();
    Touched touched;
    touch(room.state, change, touched);
    for (const auto& [key, text] : all_sections(room.state)) {
      const auto old = before.find(key);
      const bool same = old != before.end() && old->second == text;
      INFO(name, " left out ", key, "\nbefore ", old == before.end() ? "(none)" : old->second, "\nafter ", text);
      CHECK((same || names(touched, key)));
    }
  }

  std::uint64_t number_ = 0;
};

Touched touched_by(const State& state, const Event& event) {
  Touched touched;
  touch(state, event, touched);
  return touched;
}

std::set<std::string> section_names(const Touched& touched) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < section_count; ++i) {
    if (touched.sections.test(i)) {
      out.insert(std::string(names_of(Section{})[i]));
    }
  }
  return out;
}

struct Cast {
  TableId red;
  TableId blue;
  PersonId ada;
  PersonId bob;
  PersonId cleo;
};

Cast seat_everyone(Watched& w) {
  w.say(facilitator(), AddTable{"Red"});
  w.say(facilitator(), AddTable{""});
  w.say(facilitator(), AddTable{"Spare"});
  const Cast cast{TableId{1}, TableId{2}, PersonId{1}, PersonId{2}, PersonId{3}};
  w.say(facilitator(), AddPeople{{{"Ada", cast.red}, {"Bob", cast.blue}, {"Cleo", std::nullopt}, {"Dan", TableId{3}}}});
  w.arrive(cast.ada);
  w.arrive(cast.bob);
  w.arrive(cast.cleo);
  w.say(facilitator(), SeatPerson{cast.cleo, cast.red});
  w.say(facilitator(), RenamePerson{cast.bob, "Robert"});
  w.say(facilitator(), ReplaceCard{cast.ada});
  w.say(facilitator(), SetGone{PersonId{4}, true});
  w.say(facilitator(), RemoveTable{TableId{3}});
  w.say(facilitator(), SetGone{PersonId{4}, false});
  w.say(facilitator(), DealTables{true});
  w.say(facilitator(), SeatPerson{cast.ada, cast.red});
  w.say(facilitator(), SeatPerson{cast.cleo, cast.red});
  w.say(facilitator(), SeatPerson{cast.bob, cast.blue});
  w.say(facilitator(), RenameTable{cast.red, "Crimson"});
  return cast;
}

void change_the_programme(Watched& w) {
  const auto why = std::string("The room is tired.");
  w.room.state.scenario.steps[1].timer.turns = {Turn{3, std::nullopt, std::nullopt},
                                                Turn{4, std::nullopt, std::nullopt}};
  Rule other = *find_rule(w.room.state.scenario, "motion");
  other.id = "other";
  w.room.state.scenario.rules.push_back(other);
  w.say(facilitator(), NoteDelay{"present", 5});
  w.say(facilitator(), ChangePlan{{{"present", 12}}, {"break"}, {}, why});
  w.say(facilitator(), ChangePlan{{}, {}, {"break"}, why});
  w.say(facilitator(), MoveStep{"break", "present", why});
  w.say(facilitator(), InsertStep{make_step("breathe", StepKind::pause, TimerMode::soft, 5, 5), "present", why});
  w.say(facilitator(), EditStep{"write", words("Two ideas"), words("Write."), why});
  w.say(facilitator(), SetRule{"vote", "other", why});
  for (Step& step : w.room.state.scenario.steps) {
    step.timer.budget = Budget{10, 3};
  }
  w.start("present");
  w.say(facilitator(), StartTurn{"present", 1});
  w.say(facilitator(), StartItem{"present", 1});
  w.say(facilitator(), StartItem{"present", 0});
}

void be_helped(Watched& w, const Cast& cast) {
  w.say(person(cast.ada), LinkCompanion{});
  w.say(companion_of(cast.ada), ProposeText{"write", "words to take"});
  w.say(companion_of(cast.ada), PointAt{"title"});
  w.say(person(cast.ada), CloseProposal{});
  w.say(companion_of(cast.ada), PointAt{""});
  w.say(person(cast.ada), PrepareWords{true});
  w.say(person(cast.ada), ShowWords{"I agree"});
  w.say(person(cast.bob), PrepareWords{true});
  w.say(person(cast.bob), PrepareWords{false});
  w.say(captioner(), WriteCaption{"Ada", "I agre"});
  w.say(captioner(), MendCaption{CaptionId{1}, "I agree"});
  w.say(facilitator(), AnnounceEnd{"welcome", 60});
  w.say(person(cast.bob), DelayEnd{"welcome"});
  w.say(facilitator(), PauseRoom{});
  w.say(facilitator(), ResumeRoom{});
  w.say(facilitator(), AnnounceEnd{"welcome", 0});
}

// Before the avis is sealed: from then on no typed words are shown.
void speak_by_typed_words(Watched& w, const Cast& cast) {
  w.start("round");
  w.say(screen(cast.red), SetSpeaker{std::nullopt, cast.ada});
  w.say(person(cast.ada), PrepareWords{true});
  w.say(person(cast.ada), ShowWords{"by the screen"});
}

void write_and_signal(Watched& w, const Cast& cast) {
  speak_by_typed_words(w, cast);
  w.start("welcome");
  be_helped(w, cast);
  Profile wishes;
  wishes.headphones = true;
  wishes.tell_team = true;
  w.say(person(cast.ada), SetProfile{wishes});
  w.say(person(cast.bob), SetProfile{wishes});
  w.say(person(cast.bob), SetProfile{Profile{}});
  w.say(person(cast.ada), SendSignal{SignalKind::slower, false});
  w.say(person(cast.bob), SendSignal{SignalKind::pause, true});
  w.say(facilitator(), SeeSignal{SignalId{1}, true});
  w.say(facilitator(), SeeSignal{SignalId{1}, false});
  w.say(facilitator(), SeeSignal{SignalId{1}, true});
  w.say(person(cast.bob), CancelSignal{SignalKind::pause});
  w.say(person(cast.ada), SetReady{true});
  w.say(screen(cast.red), SetReady{true});
  w.say(screen(cast.blue), CallHelp{true});
  w.say(facilitator(), SendMessage{std::nullopt, "to all"});
  w.say(facilitator(), SendMessage{cast.blue, "to blue"});
  w.say(facilitator(), WithdrawMessage{MessageId{1}});
  w.say(facilitator(), WithdrawMessage{MessageId{2}});
  w.say(facilitator(), ShowScene{Scene::message, "hello"});
  w.start("write");
  w.say(person(cast.ada), SaveDraft{"write", "half an id"});
  w.say(person(cast.ada), SubmitIdea{"write", "one"});
  w.say(person(cast.ada), SubmitIdea{"write", "two"});
  w.say(person(cast.ada), WithdrawIdea{IdeaId{2}});
  w.say(person(cast.bob), SubmitIdea{"write", "three"});
  w.say(facilitator(), PauseRoom{});
  w.say(facilitator(), ResumeRoom{});
  w.say(facilitator(), ExtendStep{"write", 2});
  w.say(facilitator(), ExtendStep{"write", -1});
  w.run_out();
  w.say(person(cast.cleo), SubmitIdea{"write", "late four"});
  w.say(facilitator(), UndoTransition{});
  w.say(facilitator(), EndStep{"write"});
  w.say(person(cast.bob), SubmitIdea{"write", "late five"});
}

void sort_and_rank(Watched& w, const Cast& cast) {
  w.start("break");
  w.say(facilitator(), AddCluster{"A", {IdeaId{1}}});
  w.say(facilitator(), AddCluster{"B", {IdeaId{3}}});
  w.start("cluster");
  w.say(facilitator(), AddCluster{"C", {IdeaId{4}}});
  w.say(facilitator(), RenameCluster{ClusterId{1}, "A better"});
  w.say(facilitator(), SetAsideIdea{IdeaId{5}, "off the question"});
  w.say(facilitator(), MoveIdea{IdeaId{5}, ClusterId{2}});
  w.say(facilitator(), MergeClusters{ClusterId{3}, ClusterId{2}});
  w.start("rank");
  w.say(facilitator(), UndoTransition{});
  w.start("rank");
  w.say(person(cast.ada), CastPoints{PollId{1}, ballot_key(1), {{ClusterId{1}, 2}}});
  w.say(person(cast.bob), CastPoints{PollId{1}, ballot_key(2), {{ClusterId{2}, 1}}});
  w.run_out();
  w.say(facilitator(), ClosePoll{PollId{1}});
  w.say(facilitator(), PublishPoll{PollId{1}});
}

WriteComment comment_on(const std::string& step, CommentKind kind, const std::string& text) {
  WriteComment command;
  command.step = step;
  command.kind = kind;
  command.text = text;
  return command;
}

void read_one_another(Watched& w, const Cast& cast) {
  w.start("review");
  WriteComment on_article = comment_on("review", CommentKind::change, "Say who.");
  on_article.article = ArticleId{2};
  on_article.passage = Passage{"measure", "A measure", 1};
  w.say(screen(cast.red), on_article);
  w.say(screen(cast.red), WithdrawComment{CommentId{1}});
  w.say(screen(cast.red), on_article);
  w.say(facilitator(), StartTurn{"review", 1});
  w.say(screen(cast.red), on_article);
  w.say(facilitator(), AddTable{"Latecomers"});
  w.say(facilitator(), RenameTable{cast.blue, "Navy"});
  w.start("check");
  WriteComment on_idea = comment_on("check", CommentKind::agree, "");
  on_idea.idea = IdeaId{1};
  w.say(screen(cast.blue), on_idea);
  on_idea.kind = CommentKind::disagree;
  w.say(person(cast.bob), on_idea);
  WriteComment on_cluster = comment_on("check", CommentKind::missing, "The price.");
  on_cluster.cluster = ClusterId{2};
  w.say(screen(cast.red), on_cluster);
  w.say(facilitator(), RenameCluster{ClusterId{2}, "B again"});
  w.say(facilitator(), SetAsideIdea{IdeaId{4}, "said twice"});
  w.run_out();
  on_cluster.text = "The date.";
  w.say(screen(cast.red), on_cluster);
  w.start("rewrite");
  w.say(facilitator(), UndoTransition{});
  w.start("rewrite");
  w.say(screen(cast.blue), AnswerComment{CommentId{2}, CommentFate::taken, "We said who."});
  w.say(screen(cast.blue),
        EditArticle{ArticleId{2}, "measure", "Another measure", revision_of(w.room, ArticleId{2}, "measure")});
  w.say(facilitator(), EndStep{"rewrite"});
}

// Tables composed by wishes, ideas drawn for each person, a question asked of each article.
void choose_and_read_alone(Watched& w, const Cast& cast) {
  for (Step& step : w.room.state.scenario.steps) {
    if (step.id == "present") {
      step.tables = Grouping{Seating::wish, 2, std::nullopt, std::nullopt};
    } else if (step.id == "check") {
      step.reads = {Read{"ideas", std::nullopt, Distribution::sample, 1}};
    } else if (step.id == "before") {
      step.repeat = Repeat{"articles", std::nullopt};
      step.questions->resize(1);
    }
  }
  std::erase_if(w.room.state.laps, [](const Lap& lap) { return lap.step == "check"; });
  w.start("present");
  w.say(person(cast.ada), SetWishes{"present", {ClusterId{2}, ClusterId{1}}});
  w.say(facilitator(), ChangePlan{{{"hand_over", 19}}, {}, {}, "why not"});
  w.say(facilitator(), RenameCluster{ClusterId{2}, "B at last"});
  w.start("check");
  w.say(facilitator(), UndoTransition{});
  w.start("check");
  WriteComment mark = comment_on("check", CommentKind::doubt, "");
  const auto [reader, drawn] = *w.room.state.samples.at("check").begin();
  mark.idea = drawn.front();
  w.say(person(reader), mark);
  w.say(person(reader), WithdrawComment{w.room.state.comments.rbegin()->first});
  w.say(facilitator(), AddPeople{{{"Dan", cast.red}}});
  w.arrive(w.room.state.people.rbegin()->first);
  w.say(facilitator(), SetAsideIdea{*mark.idea, "said before"});
  w.say(facilitator(), MoveIdea{*mark.idea, ClusterId{1}});
  w.say(facilitator(), EndStep{"check"});
  w.start("before");
  w.say(facilitator(), EndStep{"before"});
}

// A committee writes the articles again while the room has a break.
void draft_in_committee(Watched& w, const Cast& cast) {
  for (Step& step : w.room.state.scenario.steps) {
    if (step.id == "welcome") {
      step.parallel = Parallel{};
      step.parallel->kind = StepKind::draft;
      step.parallel->audience.form = Form::committee;
      step.parallel->audience.selection = Selection::volunteers;
      step.parallel->reads = {Read{"articles"}};
      step.parallel->writes = make_draft_step().writes;
    }
  }
  w.say(facilitator(), SetCommittee{"welcome", {cast.ada}});
  w.start("welcome");
  w.say(person(cast.bob), JoinCommittee{"welcome", true});
  w.say(person(cast.ada),
        EditArticle{ArticleId{1}, "problem", "A problem, shorter", revision_of(w.room, ArticleId{1}, "problem")});
  w.say(person(cast.bob), MarkToSettle{ArticleId{1}, "The price"});
  w.say(person(cast.ada), SetSources{ArticleId{1}, {IdeaId{1}}});
  w.say(facilitator(), UndoTransition{});
  w.start("welcome");
  w.say(person(cast.ada),
        EditArticle{ArticleId{1}, "problem", "A problem, short", revision_of(w.room, ArticleId{1}, "problem")});
  w.say(facilitator(), EndStep{"welcome"});
}

// What comes when a text is handed in already.
void write_late(Watched& w, const Cast& cast) {
  w.run_out();
  text::Document tablet;
  REQUIRE(tablet.insert("measure", 0, "late", 900'000'001).has_value());
  w.write_text(person(cast.bob), ArticleId{2}, tablet.take_changes());
  w.say(facilitator(), LeaveReceived{ArticleId{2}, ReceivedId{1}, true});
  w.say(person(cast.bob), JoinReceived{ArticleId{2}, ReceivedId{1}});
}

void write_articles_and_vote(Watched& w, const Cast& cast) {
  w.start("draft");
  w.find_old_text(ArticleText{ArticleId{2}, "problem", "An old problem", 3});
  w.number_writer(person(cast.bob), ArticleId{2});
  w.say(screen(cast.red), EditArticle{ArticleId{1}, "title", "A title", 0});
  w.say(screen(cast.red), EditArticle{ArticleId{1}, "problem", "A problem", 0});
  w.say(person(cast.bob), EditArticle{ArticleId{2}, "measure", "A measure", 0});
  w.say(screen(cast.red), SetSources{ArticleId{1}, {IdeaId{1}, IdeaId{3}}});
  w.say(facilitator(), MoveIdea{IdeaId{3}, ClusterId{1}});
  w.say(facilitator(), EndStep{"draft"});
  write_late(w, cast);
  w.say(facilitator(), RenameCluster{ClusterId{1}, "A best"});
  w.say(facilitator(), RenameTable{cast.red, "Scarlet"});
  read_one_another(w, cast);
  choose_and_read_alone(w, cast);
  draft_in_committee(w, cast);
  w.start("vote");
  w.say(facilitator(), WordPoll{PollId{2}, "You say yes or no.", 2, "some people"});
  w.say(facilitator(), WaiveWording{PollId{2}, "no time"});
  w.say(person(cast.ada), LinkCompanion{});
  w.say(facilitator(), OpenPoll{PollId{2}});
  w.say(person(cast.ada), InviteToVote{PollId{2}, true});
  w.say(person(cast.ada), CastVote{PollId{2}, ballot_key(3), Choice::for_});
  w.say(person(cast.bob), CastVote{PollId{2}, ballot_key(4), Choice::for_});
  w.say(facilitator(), ClosePoll{PollId{2}});
  w.say(facilitator(), PublishPoll{PollId{2}});
  w.say(facilitator(), OpenPoll{PollId{3}});
  w.start("hand_over");
  w.say(facilitator(), UndoTransition{});
  w.start("hand_over");
  w.say(facilitator(), RecordPromise{"The sponsor", "We answer.", "2026-01-31"});
}

void speak(Watched& w, const Cast& cast) {
  w.start("debate");
  w.say(person(cast.ada), RaiseHand{"debate", false});
  w.say(person(cast.bob), RaiseHand{"debate", false});
  w.say(person(cast.cleo), RaiseHand{"debate", false});
  w.say(person(cast.cleo), RaiseHand{"debate", true});
  w.say(facilitator(), MoveHand{HandId{3}, 1});
  w.say(facilitator(), ProposeOrder{});
  w.say(facilitator(), MoveHand{HandId{3}, 1});
  w.say(facilitator(), GiveFloor{cast.cleo});
  w.say(facilitator(), ExtendSpeech{30});
  w.room.now += 5'000;
  w.say(facilitator(), PauseRoom{});
  w.room.now += 5'000;
  w.say(facilitator(), ResumeRoom{});
  w.room.now += 5'000;
  w.say(facilitator(), GiveFloor{cast.bob});
  w.room.now += 5'000;
  w.say(facilitator(), EndSpeech{});
  w.say(facilitator(), OpenQueue{"debate", false});
  w.say(facilitator(), OpenQueue{"debate", true});
  w.say(person(cast.bob), RaiseHand{"debate", false});
  w.say(facilitator(), SeatPerson{cast.bob, cast.red});
  w.say(facilitator(), RenamePerson{cast.bob, "Bobby"});
  w.say(facilitator(), RenameTable{cast.red, "Ruby"});
  w.say(person(cast.ada), LowerHand{false});
  w.say(facilitator(), SkipHand{HandId{3}});
  w.say(facilitator(), UndoFloor{std::nullopt, HandId{3}});
  w.say(facilitator(), GiveFloor{cast.bob});
  w.say(facilitator(), UndoFloor{cast.bob});
  w.say(facilitator(), SkipHand{HandId{3}});
  w.say(person(cast.ada), RaiseHand{"debate", false});
  w.say(facilitator(), SetGone{cast.bob, true});
  w.say(facilitator(), SetGone{cast.bob, false});
  w.say(facilitator(), DealTables{true});
  w.say(facilitator(), SeatPerson{cast.ada, cast.red});
  w.say(facilitator(), SeatPerson{cast.bob, cast.blue});
}

void speak_at_tables_and_in_the_middle(Watched& w, const Cast& cast) {
  for (Step& step : w.room.state.scenario.steps) {
    if (step.id == "round") {
      step.timer.turns = {Turn{10, std::nullopt, std::nullopt}, Turn{10, Form::plenary, std::nullopt}};
    }
  }
  w.start("round");
  w.say(facilitator(), UndoTransition{});
  w.start("round");
  w.say(screen(cast.red), SetSpeaker{std::nullopt, cast.ada});
  w.room.now += 5'000;
  w.say(facilitator(), SetSpeaker{cast.blue, cast.bob});
  w.say(facilitator(), PauseRoom{});
  w.say(facilitator(), ResumeRoom{});
  w.room.now += 5'000;
  w.say(screen(cast.red), SetSpeaker{std::nullopt, std::nullopt});
  w.say(person(cast.bob), PassTurn{"round"});
  w.say(person(cast.ada), PassTurn{"round"});
  w.say(screen(cast.blue), SetSpeaker{std::nullopt, cast.bob});
  w.say(facilitator(), StartTurn{"round", 1});
  w.start("fishbowl");
  w.say(person(cast.ada), TakeSeat{"fishbowl"});
  w.say(person(cast.bob), RaiseHand{"fishbowl", false});
  w.say(facilitator(), SeatInMiddle{cast.bob, true});
  w.say(facilitator(), GiveFloor{cast.ada});
  w.room.now += 5'000;
  w.say(person(cast.ada), LeaveSeat{});
  w.say(facilitator(), EndStep{"fishbowl"});
  w.say(facilitator(), UndoTransition{});
  w.start("welcome");
}

void ask_and_answer(Watched& w, const Cast& cast) {
  w.start("collect");
  w.say(person(cast.ada), AskQuestion{"collect", "one"});
  w.say(person(cast.bob), AskQuestion{"collect", "two"});
  w.say(screen(cast.blue), AskQuestion{"collect", "three"});
  w.say(screen(cast.red), AskQuestion{"collect", "four"});
  w.say(person(cast.ada), SupportQuestion{QuestionId{3}, true});
  w.say(person(cast.bob), SupportQuestion{QuestionId{1}, true});
  w.say(person(cast.bob), SupportQuestion{QuestionId{1}, false});
  w.say(screen(cast.red), WithdrawQuestion{QuestionId{4}});
  w.start("reply");
  w.say(facilitator(), MergeQuestions{QuestionId{3}, QuestionId{1}});
  w.say(facilitator(), CallQuestion{QuestionId{1}});
  w.say(facilitator(), RenameTable{cast.red, "Ruby"});
  w.say(facilitator(), PauseRoom{});
  w.say(facilitator(), ResumeRoom{});
  w.say(facilitator(), FinishAnswer{QuestionId{1}});
  w.say(person(cast.bob), JudgeAnswer{QuestionId{1}, false});
  w.say(facilitator(), DeferQuestion{QuestionId{1}});
  w.say(facilitator(), ReturnQuestion{QuestionId{1}});
  w.say(facilitator(), CallQuestion{QuestionId{1}});
  w.say(facilitator(), ReturnQuestion{QuestionId{1}});
  w.say(facilitator(), DeferQuestion{QuestionId{1}});
  w.say(expert(), WriteAnswer{QuestionId{1}, {"Yes.", "", ""}});
  w.say(expert(), WriteAnswer{QuestionId{1}, {}});
  w.say(facilitator(), EndStep{"reply"});
  w.say(facilitator(), UndoTransition{});
  w.say(facilitator(), EndStep{"reply"});
}

void answer_questions(Watched& w, const Cast& cast) {
  w.start("before");
  w.say(person(cast.ada), FillSheet{"before", ballot_key(11), {level("heard", 2), in_words("word", "well")}});
  w.say(person(cast.bob), FillSheet{"before", ballot_key(12), {level("sky", 3)}});
  w.say(person(cast.bob), FillSheet{"before", ballot_key(12), {level("sky", 1)}});
  w.start("after");
  w.say(person(cast.ada), FillSheet{"after", ballot_key(11), {level("heard", 4)}});
  w.say(person(cast.bob), SetPace{Pace::more});
  w.say(person(cast.bob), FillSheet{"before", ballot_key(12), {level("sky", 2)}});
  w.say(person(cast.bob), SetPace{Pace::usual});
  w.say(facilitator(), PublishMeasure{"before"});
  w.say(facilitator(), EndStep{"after"});
  w.say(facilitator(), UndoTransition{});
  w.say(facilitator(), EndStep{"after"});
  w.say(facilitator(), PublishMeasure{"after"});
}

// Until somebody's time is not the room's, and a night falls.
void go_by_their_own_clocks(Watched& w, const Cast& cast) {
  for (Step& step : w.room.state.scenario.steps) {
    if (step.id == "cluster") {
      step.audience.form = Form::committee;
      step.audience.selection = Selection::volunteers;
    } else if (step.id == "write") {
      step.next = {Next{"present >= 0", Action::propose, "break", std::nullopt}};
    } else if (step.id == "break") {
      step.rest = Rest::night;
      step.resumes_at = "09:00";
    }
  }
  w.say(facilitator(), SetCommittee{"cluster", {cast.ada}});
  w.start("cluster");
  w.say(person(cast.bob), JoinCommittee{"cluster", true});
  w.say(person(cast.ada), RenameCluster{ClusterId{1}, "by the committee"});
  w.say(person(cast.ada), ContestPlace{IdeaId{1}, "elsewhere"});
  w.say(facilitator(), KeepPlace{IdeaId{1}, "it is about that"});
  w.say(facilitator(), KeepPlace{IdeaId{1}, ""});
  w.say(facilitator(), KeepPlace{IdeaId{1}, "it is about that"});
  w.say(facilitator(), EndStep{"cluster"});
  w.say(person(cast.ada), SetPace{Pace::more});
  w.say(person(cast.bob), SetPace{Pace::unlimited});
  w.start("write");
  w.say(facilitator(), ExtendTable{"write", cast.red, 1});
  w.say(facilitator(), PauseTable{cast.blue});
  w.say(facilitator(), PauseRoom{});
  w.say(facilitator(), ResumeRoom{});
  w.say(facilitator(), ResumeTable{cast.blue});
  w.run_out();
  w.weigh();
  w.say(facilitator(), DeclineWayOut{"write", 0});
  w.say(facilitator(), ReturnWayOut{"write", 0});
  w.weigh();
  w.say(facilitator(), TakeWayOut{"write", 0});
}

IdeaId newest(const Watched& w) {
  return w.room.state.ideas.rbegin()->first;
}

// Ideas that lie in a cluster and are sources of an article are merged with new ones.
void work_in_groups(Watched& w, const Cast& cast) {
  w.say(facilitator(), SeatPerson{cast.cleo, cast.blue});
  w.say(facilitator(), SeatPerson{cast.cleo, cast.red});
  w.start("alone");
  w.say(person(cast.ada), SubmitIdea{"alone", "written alone"});
  const IdeaId written = newest(w);
  w.say(facilitator(), StartTurn{"alone", 1});
  w.say(person(cast.bob), SubmitIdea{"alone", "written late"});
  w.say(person(cast.cleo), KeepIdea{"alone", 1, written, true});
  w.say(person(cast.cleo), MergeIdeas{"alone", 1, {IdeaId{1}, written}, "both"});
  w.say(person(cast.ada), UnmergeIdea{"alone", 1, newest(w)});
  w.say(person(cast.ada), MergeIdeas{"alone", 1, {IdeaId{1}, written}, "both again"});
  w.say(facilitator(), SetGone{cast.bob, true});
  w.say(facilitator(), SetGone{cast.bob, false});
  w.say(facilitator(), SeatPerson{cast.bob, cast.red});
  w.say(facilitator(), RenamePerson{cast.bob, "Bobby B."});
  w.say(facilitator(), AddPeople{{{"Eve", cast.red}}});
  w.arrive(w.room.state.people.rbegin()->first);
  w.say(facilitator(), EndStep{"alone"});
  w.say(facilitator(), UndoTransition{});
  w.start("share");
  w.say(facilitator(), UndoTransition{});
  w.start("share");
  w.say(person(cast.bob), KeepIdea{"share", 0, IdeaId{3}, true});
  w.say(person(cast.bob), KeepIdea{"share", 0, IdeaId{3}, false});
  w.say(person(cast.bob), KeepIdea{"share", 0, IdeaId{3}, true});
  w.say(facilitator(), SetAsideIdea{IdeaId{3}, "another question"});
  w.say(facilitator(), MoveIdea{IdeaId{3}, ClusterId{1}});
  w.say(facilitator(), StartTurn{"share", 1});
  w.say(facilitator(), RenameTable{cast.red, "Vermilion"});
  w.say(facilitator(), StartTurn{"share", 0});
  w.start("merge");
  w.say(facilitator(), StartTurn{"merge", 2});
  w.say(screen(cast.red), KeepIdea{"merge", 2, IdeaId{3}, true});
  w.run_out();
}

}  // namespace

TEST_CASE("whatever touch() does not name has not changed, through a whole atelier") {
  Watched w;
  const Cast cast = seat_everyone(w);
  change_the_programme(w);
  write_and_signal(w, cast);
  sort_and_rank(w, cast);
  answer_questions(w, cast);
  ask_and_answer(w, cast);
  go_by_their_own_clocks(w, cast);
  write_articles_and_vote(w, cast);
  speak(w, cast);
  speak_at_tables_and_in_the_middle(w, cast);
  work_in_groups(w, cast);
  // All kinds came by, but for the first row, which Room has already applied.
  CHECK(w.seen.size() == std::variant_size_v<Event> - 1 + std::variant_size_v<Record>);
}

TEST_CASE("a start leaves alone what happened before, but for what its kind makes public or numbers anew") {
  using Names = std::set<std::string>;
  const Names always{"floor", "people", "run", "speaking", "step", "tally"};
  const std::set<std::string> at_tables{"cluster", "rank", "draft", "review", "before", "collect", "vote"};
  const std::vector<std::pair<std::string, Names>> more{
      {"welcome", {}},
      {"present", {}},
      {"break", {}},
      {"write", {"sorting"}},
      {"cluster", {"board", "avis"}},
      {"rank", {"vote", "counts"}},
      {"draft", {"avis", "vote", "counts", "sorting"}},
      {"review", {"sorting"}},
      {"before", {"measure"}},
      {"collect", {"questions"}},
      {"vote", {"questions", "vote", "counts"}},  // the questions were asked until now
      {"hand_over", {}}};
  Room room{speaking_scenario(with_asking(scenario_with_reviews(measure_scenario())))};
  for (const auto& [step, names] : more) {
    CAPTURE(step);
    room.start(step);
    Names wanted = always;
    wanted.insert(names.begin(), names.end());
    const Touched touched = touched_by(room.state, StepStarted{step, 0});
    CHECK(section_names(touched) == wanted);
    CHECK(touched.all_tables == at_tables.contains(step));
    CHECK_FALSE((touched.all_people && (step == "present" || step == "write" || step == "break" || step == "vote")));
  }
}

TEST_CASE("a start touches the questions that wait when the room comes to a step that asks, leaves it or passes it") {
  Room room{with_asking(small_scenario())};
  const PersonId ada = room.arrive(room.add_table());
  room.start("collect");
  room.must(person(ada), AskQuestion{"collect", "Who?"});
  room.start("break");
  CHECK(section_names(touched_by(room.state, StepStarted{"break", 0})).contains("questions"));
  room.start("welcome");
  CHECK_FALSE(section_names(touched_by(room.state, StepStarted{"welcome", 0})).contains("questions"));
  room.start("hand_over");
  CHECK(section_names(touched_by(room.state, StepStarted{"hand_over", 0})).contains("questions"));
  CHECK(view_questions(room.state).questions[0].fate == AskedFate::not_reached);
}

TEST_CASE("a ballot touches its voter, the tally and the list of people, and nothing else") {
  const Room room;
  const Touched touched = touched_by(room.state, BallotCast{PollId{1}, PersonId{7}});
  CHECK(section_names(touched) == std::set<std::string>{"people", "tally"});
  CHECK(touched.seats == std::set<PersonId>{PersonId{7}});
  CHECK(touched.people.empty());
  CHECK(touched.tables.empty());
  CHECK_FALSE(touched.all_people);
  CHECK_FALSE(touched.all_tables);

  Touched by_record;
  touch(room.state, Record{Ballot{PollId{1}, ballot_key(1), Choice::for_, std::nullopt}}, by_record);
  CHECK(by_record.sections.none());
  CHECK(by_record.people.empty());
}

TEST_CASE("a sheet touches who filled it in, the tally and the list of people, and nothing else") {
  Room room(measure_scenario());
  room.start("before");
  const Touched touched = touched_by(room.state, SheetFilled{"before", PersonId{7}});
  CHECK(section_names(touched) == std::set<std::string>{"people", "tally"});
  CHECK(touched.seats == std::set<PersonId>{PersonId{7}});
  CHECK(touched.people.empty());
  CHECK(touched.tables.empty());
  CHECK_FALSE(touched.all_people);

  Touched by_record;
  touch(room.state, Record{Sheet{"before", ballot_key(1), {}}}, by_record);
  CHECK(by_record.sections.none());
  CHECK(by_record.people.empty());
}

TEST_CASE("an idea reaches the facilitator's sorting only when its step is over") {
  Room room;
  const TableId table = room.add_table();
  const PersonId ada = room.arrive(table);
  room.start("write");
  const IdeaSubmitted event{IdeaId{1}, ada, "write", "an idea", false};
  CHECK(section_names(touched_by(room.state, event)) == std::set<std::string>{"people"});
  CHECK(touched_by(room.state, event).people == std::set<PersonId>{ada});
  room.must(facilitator(), EndStep{"write"});
  CHECK(section_names(touched_by(room.state, event)) == std::set<std::string>{"people", "sorting"});
}

TEST_CASE("a draft touches its author's screens and the sign that there is one") {
  const Room room;
  Touched touched;
  touch(room.state, Record{Draft{PersonId{3}, "write", "half"}}, touched);
  CHECK(section_names(touched) == std::set<std::string>{"people"});
  CHECK(touched.seats == std::set<PersonId>{PersonId{3}});
  CHECK(touched.people.empty());
  CHECK_FALSE(touched.all_people);
}

TEST_CASE("a pause of the room touches the step alone") {
  const Room room;
  const Touched touched = touched_by(room.state, RoomPaused{});
  CHECK(section_names(touched) == std::set<std::string>{"step"});
  CHECK_FALSE(touched.all_people);
  CHECK_FALSE(touched.all_tables);
}

TEST_CASE("the facilitator's own card is in no section") {
  const Room room;
  Touched touched;
  touch(room.state, Record{Card{}}, touched);
  CHECK(touched.sections.none());
  CHECK_FALSE(touched.all_people);
}

}  // namespace touch_test
