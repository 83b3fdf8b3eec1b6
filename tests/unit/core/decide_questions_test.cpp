#include "core/view.h"
#include "unit/core/asking_world.h"

namespace decide_questions_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Code code_of(Asking& t, const Subject& subject, const Command& command) {
  return refusal_of(t.room, subject, command).code;
}

// `reply` goes on, Red has asked 1 and 2, Blue 3.
struct Replying : Asking {
  Replying() {
    room.start("collect");
    one = ask(person(ada), "one");
    two = ask(screen(red), "two");
    three = ask(person(cleo), "three");
    room.start("reply");
  }
  QuestionId one, two, three;
};

}  // namespace

TEST_CASE("a member or the screen of a table asks, up to the step's number for the whole table") {
  Asking t;
  t.room.start("collect");
  const Decision decision = t.room.must(person(t.ada), AskQuestion{"collect", "  Who pays? \n"});
  CHECK(the<QuestionAsked>(decision).text == "Who pays?");
  CHECK(the<QuestionAsked>(decision).table == t.red);
  CHECK(the<QuestionAsked>(decision).store == "questions");
  CHECK(the<QuestionAsked>(decision).person == t.ada);
  CHECK_FALSE(the<QuestionAsked>(t.room.must(screen(t.red), AskQuestion{"collect", "When?"})).person.has_value());
  CHECK(code_of(t, person(t.bob), AskQuestion{"collect", "A third?"}) == Code::too_many);
  CHECK(t.room.say(person(t.cleo), AskQuestion{"collect", "Ours?"}).has_value());
  t.room.must(person(t.bob), WithdrawQuestion{QuestionId{1}});
  CHECK(t.room.say(person(t.bob), AskQuestion{"collect", "A third?"}).has_value());
}

TEST_CASE("a question that was called or deferred waits again") {
  Replying t;
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(facilitator(), ReturnQuestion{t.one});
  CHECK(t.room.state.questions.at(t.one).fate == AskedFate::open);
  CHECK_FALSE(t.room.state.current_question.has_value());
  CHECK(t.room.must(facilitator(), ReturnQuestion{t.one}).events.empty());
  t.room.must(facilitator(), DeferQuestion{t.two});
  t.room.must(facilitator(), ReturnQuestion{t.two});
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::open);
  t.room.must(facilitator(), CallQuestion{t.three});
  t.room.must(facilitator(), FinishAnswer{t.three});
  CHECK(code_of(t, facilitator(), ReturnQuestion{t.three}) == Code::wrong_state);
  CHECK(code_of(t, facilitator(), ReturnQuestion{QuestionId{99}}) == Code::not_found);
}

TEST_CASE("experts answer in writing what was called or left to them, and their table judges it") {
  Replying t;
  const WrittenAnswer said{"The county pays.", "The county pays.", "Report 2025"};
  CHECK(code_of(t, expert(), WriteAnswer{QuestionId{99}, said}) == Code::not_found);
  CHECK(code_of(t, expert(), WriteAnswer{t.one, said}) == Code::wrong_state);  // it waits to be called
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(expert(), WriteAnswer{t.one, {"  The county\npays. ", "", ""}});
  CHECK(t.room.state.questions.at(t.one).written->text == "The county\npays.");
  CHECK(t.room.state.questions.at(t.one).fate == AskedFate::current);
  t.room.must(expert(), WriteAnswer{t.one, said});
  CHECK(t.room.must(expert(), WriteAnswer{t.one, said}).events.empty());
  CHECK(view_questions(t.room.state).questions[0].answer == said);
  t.room.must(facilitator(), DeferQuestion{t.two});
  t.room.must(expert(), WriteAnswer{t.two, said});
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::heard);
  CHECK(t.room.say(screen(t.red), JudgeAnswer{t.two, false}).has_value());
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::not_really);
}

TEST_CASE("an answer taken back leaves its question where it was; one that was not reached may be answered") {
  Replying t;
  const WrittenAnswer said{"Next year.", "", ""};
  CHECK(refusal_of(t.room, expert(), WriteAnswer{t.one, {" ", "Easy", ""}}).code == Code::wrong_state);
  t.room.must(facilitator(), CallQuestion{t.one});
  CHECK(refusal_of(t.room, expert(), WriteAnswer{t.one, {" ", "Easy", ""}}).field == "answer.text");
  CHECK(t.room.must(expert(), WriteAnswer{t.one, {}}).events.empty());
  t.room.must(expert(), WriteAnswer{t.one, said});
  t.room.must(expert(), WriteAnswer{t.one, {}});
  CHECK_FALSE(t.room.state.questions.at(t.one).written);
  CHECK(t.room.state.questions.at(t.one).fate == AskedFate::current);
  t.room.must(facilitator(), EndStep{"reply"});
  CHECK(view_questions(t.room.state).questions[1].fate == AskedFate::not_reached);
  t.room.must(expert(), WriteAnswer{t.two, said});
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::heard);
  t.room.must(expert(), WriteAnswer{t.two, {}});
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::deferred);
}

TEST_CASE("what was never heard aloud waits for its written answer again; what has one is not left to another") {
  Replying t;
  const WrittenAnswer said{"Next year.", "", ""};
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(facilitator(), DeferQuestion{t.one});
  t.room.must(expert(), WriteAnswer{t.one, said});
  CHECK(code_of(t, facilitator(), DeferQuestion{t.one}) == Code::wrong_state);
  t.room.must(expert(), WriteAnswer{t.one, {}});
  CHECK(t.room.state.questions.at(t.one).fate == AskedFate::deferred);
  t.room.must(facilitator(), CallQuestion{t.two});
  t.room.must(expert(), WriteAnswer{t.two, said});
  t.room.must(facilitator(), ReturnQuestion{t.two});
  CHECK(t.room.state.questions.at(t.two).fate == AskedFate::heard);
  t.room.must(facilitator(), CallQuestion{t.three});
  t.room.must(facilitator(), FinishAnswer{t.three});
  t.room.must(expert(), WriteAnswer{t.three, said});
  t.room.must(expert(), WriteAnswer{t.three, {}});
  CHECK(t.room.state.questions.at(t.three).fate == AskedFate::heard);
}

TEST_CASE("a question has something visible, and no more characters than the step allows") {
  Asking t;
  t.room.start("collect");
  CHECK(code_of(t, person(t.ada), AskQuestion{"collect", " \n"}) == Code::out_of_range);
  CHECK(code_of(t, person(t.ada), AskQuestion{"collect", std::string(41, 'a')}) == Code::too_long);
  t.ask(person(t.ada), std::string(40, 'a'));
  t.room.start("reply");
  CHECK(code_of(t, person(t.ada), AskQuestion{"reply", std::string(501, 'a')}) == Code::too_long);
  t.ask(person(t.ada), std::string(500, 'a'));
}

TEST_CASE("questions are asked in an ask step that is going on, by somebody with a table") {
  Asking t;
  CHECK(code_of(t, person(t.ada), AskQuestion{"collect", "?"}) == Code::wrong_step);
  CHECK(code_of(t, person(t.ada), AskQuestion{"nothing", "?"}) == Code::not_found);
  t.room.start("write");
  CHECK(code_of(t, person(t.ada), AskQuestion{"write", "?"}) == Code::wrong_step);
  t.room.start("collect");
  CHECK(code_of(t, person(t.room.arrive()), AskQuestion{"collect", "?"}) == Code::not_allowed);
  t.room.must(facilitator(), EndStep{"collect"});
  CHECK(code_of(t, person(t.ada), AskQuestion{"collect", "?"}) == Code::wrong_step);
}

TEST_CASE("a table asks as many as the program holds at most, when the step says nothing") {
  Asking t;
  t.room.start("reply");
  for (std::int64_t i = 0; i < limits::questions_per_table_max; ++i) {
    t.ask(person(t.ada), "question");
  }
  CHECK(code_of(t, person(t.ada), AskQuestion{"reply", "one more"}) == Code::too_many);
}

TEST_CASE("the room keeps so many questions and no more") {
  Asking t;
  t.room.start("reply");
  for (std::int64_t i = 0; i < limits::asked_questions_max; i += limits::questions_per_table_max) {
    const TableId table = t.room.add_table();
    for (std::int64_t one = 0; one < limits::questions_per_table_max; ++one) {
      t.ask(screen(table), "question");
    }
  }
  CHECK(code_of(t, person(t.ada), AskQuestion{"reply", "one more"}) == Code::too_many);
}

TEST_CASE("a draft of a question is kept, and forgotten once the same text is asked") {
  Asking t;
  t.room.start("collect");
  t.room.must(person(t.ada), SaveDraft{"collect", "Who pays?"});
  CHECK(t.room.state.drafts.size() == 1);
  t.ask(person(t.ada), "Who pays?");
  CHECK(t.room.state.drafts.empty());
}

TEST_CASE("only its table withdraws a question, while it waits") {
  Replying t;
  CHECK(code_of(t, person(t.cleo), WithdrawQuestion{t.one}) == Code::not_allowed);
  CHECK(code_of(t, person(t.cleo), WithdrawQuestion{QuestionId{99}}) == Code::not_found);
  t.room.must(facilitator(), CallQuestion{t.one});
  CHECK(code_of(t, person(t.ada), WithdrawQuestion{t.one}) == Code::wrong_state);
  t.room.must(facilitator(), MergeQuestions{t.three, t.two});
  CHECK(code_of(t, person(t.ada), WithdrawQuestion{t.two}) == Code::wrong_state);  // Blue asks it too, now
}

TEST_CASE("a person supports a question once, whichever table asks it, and takes it back") {
  Replying t;
  t.room.must(person(t.ada), SupportQuestion{t.three, true});
  CHECK(t.room.must(person(t.ada), SupportQuestion{t.three, true}).events.empty());
  t.room.must(person(t.bob), SupportQuestion{t.three, true});
  CHECK(t.question(t.three).supports == 2);
  t.room.must(person(t.ada), SupportQuestion{t.three, false});
  CHECK(t.room.must(person(t.ada), SupportQuestion{t.three, false}).events.empty());
  CHECK(t.question(t.three).supports == 1);
  CHECK(code_of(t, person(t.ada), SupportQuestion{QuestionId{99}, true}) == Code::not_found);
  t.room.must(facilitator(), CallQuestion{t.three});
  CHECK(code_of(t, person(t.ada), SupportQuestion{t.three, true}) == Code::wrong_state);
  t.room.must(facilitator(), EndStep{"reply"});
  CHECK(code_of(t, person(t.ada), SupportQuestion{t.one, true}) == Code::wrong_step);
}

TEST_CASE("merged: the tables of both are served, and nobody's support counts twice") {
  Replying t;
  t.room.must(person(t.ada), SupportQuestion{t.one, true});
  t.room.must(person(t.ada), SupportQuestion{t.three, true});
  t.room.must(person(t.cleo), SupportQuestion{t.three, true});
  t.room.must(facilitator(), MergeQuestions{t.three, t.one});
  CHECK(t.question(t.one).supports == 2);
  CHECK(t.question(t.one).tables == std::vector<TableId>{t.red, t.blue});
  CHECK(t.question(t.three).fate == AskedFate::merged);
  CHECK(t.question(t.three).merged_into == t.one);
  CHECK(t.question(t.three).text == "three");
  CHECK(code_of(t, facilitator(), MergeQuestions{t.one, t.one}) == Code::out_of_range);
  CHECK(code_of(t, facilitator(), MergeQuestions{t.three, t.two}) == Code::wrong_state);
  CHECK(code_of(t, facilitator(), MergeQuestions{t.two, t.three}) == Code::wrong_state);
}

TEST_CASE("a question is called with its time, answered aloud, and its tables say how") {
  Replying t;
  const Decision called = t.room.must(facilitator(), CallQuestion{t.one});
  CHECK(the<QuestionCalled>(called).ends_at_ms == t.room.now + 90'000);
  CHECK(t.room.state.current_question == t.one);
  CHECK(code_of(t, person(t.ada), JudgeAnswer{t.one, true}) == Code::wrong_state);
  CHECK(code_of(t, facilitator(), FinishAnswer{t.two}) == Code::wrong_state);
  t.room.must(facilitator(), FinishAnswer{t.one});
  CHECK(t.question(t.one).fate == AskedFate::heard);
  CHECK(code_of(t, person(t.cleo), JudgeAnswer{t.one, true}) == Code::not_allowed);
  t.room.must(screen(t.red), JudgeAnswer{t.one, false});
  CHECK(t.question(t.one).fate == AskedFate::not_really);
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(facilitator(), FinishAnswer{t.one});
  t.room.must(person(t.bob), JudgeAnswer{t.one, true});
  CHECK(t.room.must(person(t.bob), JudgeAnswer{t.one, true}).events.empty());
  CHECK(t.question(t.one).fate == AskedFate::answered);
  CHECK(code_of(t, facilitator(), CallQuestion{t.one}) == Code::wrong_state);
}

TEST_CASE("calling the next one ends the answer before; so do the end of the step and its undoing") {
  Replying t;
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(facilitator(), CallQuestion{t.three});
  CHECK(t.question(t.one).fate == AskedFate::heard);
  t.room.must(facilitator(), EndStep{"reply"});
  CHECK(t.question(t.three).fate == AskedFate::heard);
  CHECK_FALSE(t.room.state.current_question.has_value());
  CHECK(t.room.say(person(t.cleo), JudgeAnswer{t.three, true}).has_value());
  CHECK(code_of(t, facilitator(), CallQuestion{t.two}) == Code::wrong_step);
  t.room.start("collect");
  t.room.start("reply");
  t.room.must(facilitator(), CallQuestion{t.two});
  t.room.must(facilitator(), UndoTransition{});
  CHECK(t.question(t.two).fate == AskedFate::heard);
}

TEST_CASE("a question may be left for a written answer") {
  Replying t;
  t.room.must(facilitator(), CallQuestion{t.one});
  t.room.must(facilitator(), DeferQuestion{t.one});
  CHECK(t.question(t.one).fate == AskedFate::deferred);
  CHECK_FALSE(t.room.state.current_question.has_value());
  t.room.must(facilitator(), DeferQuestion{t.two});
  CHECK(t.room.must(facilitator(), DeferQuestion{t.two}).events.empty());
  CHECK(code_of(t, facilitator(), DeferQuestion{QuestionId{99}}) == Code::not_found);
  t.room.must(facilitator(), CallQuestion{t.two});
  t.room.must(facilitator(), FinishAnswer{t.two});
  t.room.must(screen(t.red), JudgeAnswer{t.two, true});
  CHECK(code_of(t, facilitator(), DeferQuestion{t.two}) == Code::wrong_state);
}

TEST_CASE("a pause of the room stops the time of the answer") {
  Replying t;
  t.room.must(facilitator(), CallQuestion{t.one});
  const TimeMs ends = t.question(t.one).speech_ends_at;
  t.room.later(10'000);
  t.room.must(facilitator(), PauseRoom{});
  CHECK(code_of(t, facilitator(), CallQuestion{t.two}) == Code::wrong_state);
  CHECK(view_questions(t.room.state).speech_ends_at_ms == 0);
  CHECK(view_questions(t.room.state).speech_remaining_ms == 80'000);
  t.room.later(60'000);
  t.room.must(facilitator(), ResumeRoom{});
  CHECK(view_questions(t.room.state).speech_ends_at_ms == ends + 60'000);
  CHECK(view_questions(t.room.state).speech_remaining_ms == 0);
}

}  // namespace decide_questions_test
