// core/view_step.h: the programme in outline, and the step that goes on, as everyone is told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/limits.h"
#include "base/time.h"
#include "core/scenario.h"
#include "core/section.h"
#include "core/state.h"
#include "core/view_plan.h"
#include "core/view_review.h"
#include "core/view_time.h"

namespace tablee::core {

struct StepSummary {
  std::string id;
  StepKind kind = StepKind::present;
  Texts title;
  std::int64_t planned_minutes = 0;
  bool dropped = false;
  static constexpr auto fields() {
    return fields_of(field("id", &StepSummary::id, "the step"), field("kind", &StepSummary::kind, "what happens"),
                     field("title", &StepSummary::title, "its title"),
                     field("planned_minutes", &StepSummary::planned_minutes, "minutes planned"),
                     field("dropped", &StepSummary::dropped, "true: it will not take place"));
  }
};

// Changes only when the lead changes the programme.
struct AtelierView {
  static constexpr Section section = Section::atelier;
  Texts title;
  Texts question;
  std::vector<Texts> commitments;
  std::vector<StepSummary> steps;
  std::vector<LexiconWord> lexicon;
  std::vector<EasyReading> easy_readings;
  static constexpr auto fields() {
    return fields_of(field("title", &AtelierView::title, "the atelier"),
                     field("question", &AtelierView::question, "the question"),
                     field("commitments", &AtelierView::commitments, "what the sponsor commits to"),
                     field("steps", &AtelierView::steps, "the programme"),
                     field("lexicon", &AtelierView::lexicon, "hard words, explained"),
                     field("easy_readings", &AtelierView::easy_readings, "who has read the easy French"));
  }
};

struct StepView {
  static constexpr Section section = Section::step;
  RunStatus status = RunStatus::waiting;
  std::int64_t position = -1;  // in AtelierView::steps; -1 while waiting
  std::string id;
  std::optional<StepKind> kind;
  std::optional<Texts> instruction;
  std::optional<Form> form;
  std::optional<TimerMode> timer;
  std::vector<std::int64_t> alerts;
  TimeMs started_at_ms = 0;
  TimeMs ends_at_ms = 0;
  bool paused = false;
  std::int64_t remaining_ms = 0;
  TimeMs late_until_ms = 0;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t characters = 0;
  std::vector<ArticleField> frame;
  std::vector<TurnSummary> turns;
  std::int64_t turn = 0;
  TimeMs turn_ends_at_ms = 0;
  TimeMs turn_remaining_ms = 0;
  std::optional<ItemsView> items = {};
  bool anchored = false;
  bool alone = false;
  std::vector<ReadingPair> readings;
  std::optional<Texts> waiting;
  std::string resumes_at;
  TimeMs closing_at_ms = 0;
  std::int64_t closing_left_ms = 0;
  std::vector<Document> documents;
  static constexpr auto fields() {
    return fields_of(
        field("status", &StepView::status, "where its clock is"),
        field("position", &StepView::position, "its place in the programme, from 0; -1 before the first step",
              between(-1, limits::steps_max)),
        field("id", &StepView::id, "the current or last step; empty before the first"),
        field("kind", &StepView::kind, "what happens"), field("instruction", &StepView::instruction, "what to do"),
        field("form", &StepView::form, "who works together"), field("timer", &StepView::timer, "what its end does"),
        field("alerts", &StepView::alerts, "minutes before the end at which to tell people"),
        field("started_at_ms", &StepView::started_at_ms, "server time of its start"),
        field("ends_at_ms", &StepView::ends_at_ms, "server time of its end; 0: no end, paused or ended"),
        field("paused", &StepView::paused, "true: the room is paused"),
        field("remaining_ms", &StepView::remaining_ms, "while paused: time left, negative past the end",
              between(-9'007'199'254'740'991, 9'007'199'254'740'991)),
        field(
            "late_until_ms", &StepView::late_until_ms,
            "after a write or review step, and in the step that follows: until when what is late is received; else 0"),
        field("min", &StepView::min, "write, merge: fewest ideas asked for"),
        field("max", &StepView::max, "write: most ideas, merge: of a group; review: most comments on one text"),
        field("characters", &StepView::characters, "write, merge, review: most characters of an idea or a comment"),
        field("frame", &StepView::frame, "from a draft step on: the fields of an article"),
        field("turns", &StepView::turns, "the turns of the step; empty: none"),
        field("turn", &StepView::turn, "which of them goes on, from 0"),
        field("turn_ends_at_ms", &StepView::turn_ends_at_ms, "server time of its end; 0: with the step, or paused"),
        field("turn_remaining_ms", &StepView::turn_remaining_ms, "while paused: time left for the turn"),
        field("items", &StepView::items, "things that have each their time; absent: none"),
        field("anchored", &StepView::anchored, "review: comments are about passages; else they are marks"),
        field("alone", &StepView::alone, "review: each person reads ideas drawn for them, on a tablet of their own"),
        field("readings", &StepView::readings, "review with rotation: who reads whom in this turn"),
        field("waiting", &StepView::waiting, "what those who have finished do while others go on"),
        field("resumes_at", &StepView::resumes_at, "night: clock time at which the next day starts; else empty"),
        field("closing_at_ms", &StepView::closing_at_ms, "the lead ends the step, not before; 0: not told, or paused"),
        field("closing_left_ms", &StepView::closing_left_ms, "while paused: what is left of it"),
        field("documents", &StepView::documents, "shown in this step"));
  }
};

}  // namespace tablee::core
