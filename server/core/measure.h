// core/measure.h: counting the sheets of a questionnaire.
//
// Shape    A level counts from 1, the lowest of its scale, so that higher is better: agreement, satisfaction and
//          importance 1 to 5; yes_no 1 no, 2 yes; weather 1 rain, 2 cloud, 3 sun. "I do not know" is no level, weather
//          does not offer it, and a question left out counts nowhere. The canonical box is one line a sheet, sorted by
//          pseudonym: `pseudonym TAB question=answer,… LF`, where an answer is a level, `?`, or `"` and the words' size
//          in bytes and the words. Its SHA-256 goes into the journal.
// Errors   Sheets were checked when sent.
// Source   Process reference, 3.2 point 5: nothing of fewer than limits::answers_shown_min people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/events.h"
#include "core/state.h"

namespace tablee::core {

// 0 for free words.
std::int64_t levels_of(Scale scale);
// Whether the scale offers "I do not know".
bool offers_unknown(Scale scale);

// The step asks its question of each article.
bool asks_of_articles(const Step& step);
// The articles of which it asks when it starts now: those of the avis, all or as the step reads them. Nothing when they
// were said before, or when it asks of none.
Events articles_to_ask(const State& state, const Step& step);
// What is asked: the questions of the step; repeated for each article, with the article's number as their id and its
// title before their words.
std::vector<Question> questions_asked(const State& state, const Step& step);

std::string canonical_sheets(const Measure& measure);

// The MeasurePublished that publishing this step now would give. Used to publish, and again to verify.
// Requires: a step of kind measure with at least one sheet.
MeasurePublished count_measure(const State& state, const Step& step);

// The free answers to one question of a published questionnaire, sorted by text; none when too few answered.
std::vector<std::string> free_words(const Measure& measure, std::string_view question);

}  // namespace tablee::core
