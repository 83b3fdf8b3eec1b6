// core/command_questions.h: questions of tables, supported, called, answered, judged.
#pragma once

#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "core/asked.h"

namespace tablee::core {

// A question of the sender's table.
struct AskQuestion {
  static constexpr std::string_view name = "ask_question";
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(
        field("step", &AskQuestion::step, "a step of kind ask that is going on", between(1, 32)),
        field("text", &AskQuestion::text, "the question, as typed", between(1, limits::question_chars_max)));
  }
};

struct WithdrawQuestion {
  static constexpr std::string_view name = "withdraw_question";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(
        field("question", &WithdrawQuestion::question, "one that the sender's table asks, and that waits"));
  }
};

// From a person: I want this asked, whichever table asks it.
struct SupportQuestion {
  static constexpr std::string_view name = "support_question";
  QuestionId question;
  bool wanted = false;
  static constexpr auto fields() {
    return fields_of(field("question", &SupportQuestion::question, "one that waits"),
                     field("wanted", &SupportQuestion::wanted, "false: no longer"));
  }
};

// From a table that asks it: whether the answer answered.
struct JudgeAnswer {
  static constexpr std::string_view name = "judge_answer";
  QuestionId question;
  bool answered = false;
  static constexpr auto fields() {
    return fields_of(field("question", &JudgeAnswer::question, "one that has been answered, aloud or in writing"),
                     field("answered", &JudgeAnswer::answered, "false: not really"));
  }
};

// It is answered now; the answer to the one before ends.
struct CallQuestion {
  static constexpr std::string_view name = "call_question";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &CallQuestion::question, "one that waits, or to be answered again"));
  }
};

struct FinishAnswer {
  static constexpr std::string_view name = "finish_answer";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &FinishAnswer::question, "the one that is being answered"));
  }
};

struct DeferQuestion {
  static constexpr std::string_view name = "defer_question";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &DeferQuestion::question, "one that will be answered in writing, later"));
  }
};

// What was called or deferred waits again.
struct ReturnQuestion {
  static constexpr std::string_view name = "return_question";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &ReturnQuestion::question, "one that is being answered, or was deferred"));
  }
};

struct MergeQuestions {
  static constexpr std::string_view name = "merge_questions";
  QuestionId from;
  QuestionId into;
  static constexpr auto fields() {
    return fields_of(field("from", &MergeQuestions::from, "asks the same"),
                     field("into", &MergeQuestions::into, "goes on, for the tables of both"));
  }
};

// From the experts: what they know, in writing, under the question. Written again, it replaces; empty, it is taken
// back.
struct WriteAnswer {
  static constexpr std::string_view name = "write_answer";
  QuestionId question;
  WrittenAnswer answer;
  static constexpr auto fields() {
    return fields_of(field("question", &WriteAnswer::question,
                           "one that has been called, was left to be answered in writing, or was not reached"),
                     field("answer", &WriteAnswer::answer, "what they write; an empty text takes it back"));
  }
};

}  // namespace tablee::core
