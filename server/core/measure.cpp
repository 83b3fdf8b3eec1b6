#include "core/measure.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "core/drafting.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

const SheetAnswer* find_answer(const Sheet& sheet, std::string_view question) {
  const auto found = std::find_if(sheet.answers.begin(), sheet.answers.end(),
                                  [&](const SheetAnswer& answer) { return answer.question == question; });
  return found == sheet.answers.end() ? nullptr : &*found;
}

std::string answer_text(const SheetAnswer& answer) {
  if (answer.level) {
    return answer.question + "=" + std::to_string(*answer.level);
  }
  return answer.question + "=" +
         (answer.unknown ? "?" : "\"" + std::to_string(answer.words.size()) + ":" + answer.words);
}

QuestionTotal count_question(const Measure& measure, const Question& question) {
  QuestionTotal total;
  total.question = question.id;
  total.levels.assign(static_cast<std::size_t>(levels_of(question.scale)), 0);
  for (const auto& [pseudonym, sheet] : measure.box) {
    const SheetAnswer* answer = find_answer(sheet, question.id);
    if (answer == nullptr) {
      continue;
    }
    ++total.answers;
    total.unknown += answer->unknown ? 1 : 0;
    if (answer->level) {
      TABLEE_CHECK(*answer->level >= 1 && *answer->level <= levels_of(question.scale));
      ++total.levels[static_cast<std::size_t>(*answer->level) - 1];
    }
  }
  total.shown = total.answers >= limits::answers_shown_min;
  if (!total.shown) {
    total.unknown = 0;
    total.levels.clear();
  }
  return total;
}

// The nearest whole number, halves away from zero.
std::int64_t rounded_quotient(std::int64_t dividend, std::int64_t divisor) {
  const std::int64_t half = divisor / 2;
  return dividend >= 0 ? (dividend + half) / divisor : -((-dividend + half) / divisor);
}

QuestionShift count_shift(const Measure& before, const Measure& after, const std::string& question) {
  QuestionShift shift;
  shift.question = question;
  std::int64_t change = 0;
  for (const auto& [pseudonym, sheet] : after.box) {
    const auto earlier = before.box.find(pseudonym);
    const SheetAnswer* now = find_answer(sheet, question);
    const SheetAnswer* then = earlier == before.box.end() ? nullptr : find_answer(earlier->second, question);
    if (now == nullptr || then == nullptr || !now->level || !then->level) {
      continue;
    }
    ++shift.people;
    change += *now->level - *then->level;
    shift.better += *now->level > *then->level ? 1 : 0;
    shift.same += *now->level == *then->level ? 1 : 0;
    shift.worse += *now->level < *then->level ? 1 : 0;
  }
  if (shift.people < limits::answers_shown_min) {
    return QuestionShift{question, shift.people, 0, 0, 0, 0, false};
  }
  shift.mean_hundredths = rounded_quotient(100 * change, shift.people);
  shift.shown = true;
  return shift;
}

}  // namespace

std::int64_t levels_of(Scale scale) {
  switch (scale) {
    case Scale::agreement:
    case Scale::satisfaction:
    case Scale::importance:
      return 5;
    case Scale::yes_no:
      return 2;
    case Scale::weather:
      return 3;
    case Scale::words:
      return 0;
  }
  return 0;
}

bool offers_unknown(Scale scale) {
  return scale != Scale::weather && scale != Scale::words;
}

bool asks_of_articles(const Step& step) {
  return step.kind == StepKind::measure && step.repeat && step.repeat->for_each;
}

Events articles_to_ask(const State& state, const Step& step) {
  if (!asks_of_articles(step) || state.articles_asked.contains(step.id)) {
    return {};
  }
  const auto asks = [&](Filter only) {
    return step.reads && std::any_of(step.reads->begin(), step.reads->end(), [&](const Read& read) {
             return read.from == *step.repeat->for_each && read.only == only;
           });
  };
  const auto picked = [&](ArticleStatus status) {
    return asks(Filter::adopted)    ? status == ArticleStatus::adopted
           : asks(Filter::rejected) ? status == ArticleStatus::rejected
                                    : true;
  };
  ArticlesAsked asked{step.id, {}};
  for (const Article* article : avis_articles(state)) {
    if (store_of(state.scenario, *article) == *step.repeat->for_each && picked(public_status(state, *article))) {
      asked.articles.push_back(article->id);
    }
  }
  return asked.articles.empty() ? Events{} : Events{std::move(asked)};
}

std::vector<Question> questions_asked(const State& state, const Step& step) {
  std::vector<Question> questions = step.questions.value_or(std::vector<Question>{});
  if (!asks_of_articles(step)) {
    return questions;
  }
  std::vector<Question> repeated;
  const auto asked = state.articles_asked.find(step.id);
  if (asked == state.articles_asked.end() || questions.empty()) {
    return repeated;
  }
  for (const ArticleId id : asked->second) {
    const Article& article = state.articles.at(id);
    // Short in every language: a number, while it is in the avis, and a title.
    const std::int64_t number = article_number(state, id);
    const std::string title = article_title(state, article);
    const std::string before =
        (number == 0 ? "" : "Article " + std::to_string(number) + "\u00a0: ") + (title.empty() ? "…" : title) + ". ";
    Question question = questions.front();
    question.id = std::to_string(id.value);
    question.text.fr = before + question.text.fr;
    for (auto* text : {&question.text.falc, &question.text.en}) {
      if (*text) {
        **text = before + **text;
      }
    }
    repeated.push_back(std::move(question));
  }
  return repeated;
}

std::string canonical_sheets(const Measure& measure) {
  std::string text;
  for (const auto& [pseudonym, sheet] : measure.box) {
    text += pseudonym + "\t";
    for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
      text += (i == 0 ? "" : ",") + answer_text(sheet.answers[i]);
    }
    text += "\n";
  }
  return text;
}

MeasurePublished count_measure(const State& state, const Step& step) {
  const auto measure = state.measures.find(step.id);
  TABLEE_CHECK(measure != state.measures.end() && step.questions.has_value());
  MeasurePublished published;
  published.step = step.id;
  published.sheets = static_cast<std::int64_t>(measure->second.box.size());
  published.box_sha256 = to_hex(sha256(canonical_sheets(measure->second)));
  const std::vector<Question> questions = questions_asked(state, step);
  for (const Question& question : questions) {
    published.totals.push_back(count_question(measure->second, question));
  }
  const Step* earlier = step.compare_with ? find_step(state.scenario, *step.compare_with) : nullptr;
  const auto before = earlier == nullptr ? state.measures.end() : state.measures.find(earlier->id);
  if (earlier == nullptr || before == state.measures.end()) {
    return published;
  }
  const std::vector<Question> asked_then = questions_asked(state, *earlier);
  for (const Question& question : questions) {
    const auto then = std::find_if(asked_then.begin(), asked_then.end(),
                                   [&](const Question& each) { return each.id == question.id; });
    if (then != asked_then.end() && then->scale == question.scale && question.scale != Scale::words) {
      published.shifts.push_back(count_shift(before->second, measure->second, question.id));
    }
  }
  return published;
}

std::vector<std::string> free_words(const Measure& measure, std::string_view question) {
  std::vector<std::string> texts;
  for (const auto& [pseudonym, sheet] : measure.box) {
    const SheetAnswer* answer = find_answer(sheet, question);
    if (answer != nullptr && !answer->words.empty()) {
      texts.push_back(answer->words);
    }
  }
  if (static_cast<std::int64_t>(texts.size()) < limits::answers_shown_min) {
    return {};
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace tablee::core
