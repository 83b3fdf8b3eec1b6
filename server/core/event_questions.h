// core/event_questions.h: what became of the questions of tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/time.h"
#include "core/asked.h"

namespace tablee::core {

struct QuestionAsked {
  static constexpr std::string_view name = "question_asked";
  QuestionId question;
  std::string step;
  std::string store;
  TableId table;
  std::optional<PersonId> person;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionAsked::question, "the new question"),
                     field("step", &QuestionAsked::step, "the step it was asked in"),
                     field("store", &QuestionAsked::store, "the store it lies in"),
                     field("table", &QuestionAsked::table, "who asks"),
                     field("person", &QuestionAsked::person, "who typed it; absent: the table's screen"),
                     field("text", &QuestionAsked::text, "its words"));
  }
};

struct QuestionWithdrawn {
  static constexpr std::string_view name = "question_withdrawn";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionWithdrawn::question, "withdrawn by its table"));
  }
};

struct QuestionSupported {
  static constexpr std::string_view name = "question_supported";
  QuestionId question;
  PersonId person;
  bool wanted = false;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionSupported::question, "the question"),
                     field("person", &QuestionSupported::person, "who wants it asked"),
                     field("wanted", &QuestionSupported::wanted, "false: no longer"));
  }
};

// `into` goes on for the tables of both.
struct QuestionsMerged {
  static constexpr std::string_view name = "questions_merged";
  QuestionId from;
  QuestionId into;
  static constexpr auto fields() {
    return fields_of(field("from", &QuestionsMerged::from, "asks the same"),
                     field("into", &QuestionsMerged::into, "goes on"));
  }
};

struct QuestionCalled {
  static constexpr std::string_view name = "question_called";
  QuestionId question;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionCalled::question, "is answered now"),
                     field("ends_at_ms", &QuestionCalled::ends_at_ms, "end of its time; 0: none"));
  }
};

struct QuestionHeard {
  static constexpr std::string_view name = "question_heard";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionHeard::question, "its answer has ended"));
  }
};

struct QuestionReturned {
  static constexpr std::string_view name = "question_returned";
  QuestionId question;
  static constexpr auto fields() { return fields_of(field("question", &QuestionReturned::question, "waits again")); }
};

struct QuestionDeferred {
  static constexpr std::string_view name = "question_deferred";
  QuestionId question;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionDeferred::question, "will be answered in writing"));
  }
};

struct QuestionJudged {
  static constexpr std::string_view name = "question_judged";
  QuestionId question;
  bool answered = false;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionJudged::question, "the question"),
                     field("answered", &QuestionJudged::answered, "false: its table says not really"));
  }
};

struct AnswerWritten {
  static constexpr std::string_view name = "answer_written";
  QuestionId question;
  WrittenAnswer answer;
  static constexpr auto fields() {
    return fields_of(field("question", &AnswerWritten::question, "the question"),
                     field("answer", &AnswerWritten::answer, "what the experts write; an empty text: taken back"));
  }
};

}  // namespace tablee::core
