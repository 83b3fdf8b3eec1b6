// base/limits.h: every bound of the program, by name.
//
// Shape    One constant per bound; relations between bounds are asserted at the end.
// Units    The last word of a name is its unit: chars are Unicode code points, bytes are UTF-8 bytes, ms milliseconds.
// Errors   A value past its bound is refused with `too_long`, `too_many`, `out_of_range` or `rate_limited`.
#pragma once

#include <cstdint>

namespace tablee::limits {

// What one tablet may send.
inline constexpr std::int64_t frame_bytes_max = 64LL * 1024;
inline constexpr std::int64_t json_depth_max = 10;
inline constexpr std::int64_t commands_per_second = 30;
inline constexpr std::int64_t commands_burst = 60;
inline constexpr std::int64_t hello_timeout_ms = 10'000;

// Guessing card codes, for each address: failures allowed at once, then one more every interval.
inline constexpr std::int64_t code_failures_burst = 20;
inline constexpr std::int64_t code_failure_refill_ms = 3'000;
inline constexpr std::int64_t addresses_max = 4'096;
// Three pictures out of twelve, in order.
inline constexpr std::int64_t door_number_max = 12 * 12 * 12;

// What one tablet may be behind.
inline constexpr std::int64_t replies_pending_max = 128;
inline constexpr std::int64_t stuck_ms_max = 10'000;
inline constexpr std::int64_t send_buffer_bytes = 64LL * 1024;
inline constexpr std::int64_t connections_max = 6'000;

// How often.
inline constexpr std::int64_t live_interval_ms = 100;
// Texts written together: how often what was typed leaves, and who writes where; how many one screen follows at once.
inline constexpr std::int64_t text_interval_ms = 20;
inline constexpr std::int64_t awareness_interval_ms = 250;
inline constexpr std::int64_t texts_followed_max = 4;
inline constexpr std::int64_t beat_interval_ms = 5'000;

// The room.
inline constexpr std::int64_t people_max = 2'000;
inline constexpr std::int64_t tables_max = 100;
inline constexpr std::int64_t ideas_max = 20'000;
inline constexpr std::int64_t ideas_per_person_max = 50;
inline constexpr std::int64_t ideas_per_group_max = 300;
inline constexpr std::int64_t ideas_merged_max = 20;
inline constexpr std::int64_t merges_per_group_max = 50;
inline constexpr std::int64_t kept_shown_per_table_max = 12;
inline constexpr std::int64_t clusters_max = 200;
inline constexpr std::int64_t articles_max = 100;
inline constexpr std::int64_t asked_questions_max = 400;
inline constexpr std::int64_t questions_per_table_max = 20;
inline constexpr std::int64_t messages_max = 500;
inline constexpr std::int64_t comments_max = 20'000;
inline constexpr std::int64_t comments_per_table_max = 200;
inline constexpr std::int64_t signals_per_person_max = 200;
inline constexpr std::int64_t signal_about_chars_max = 120;
inline constexpr std::int64_t senders_per_subject_max = 64;
inline constexpr std::int64_t captions_max = 20'000;
inline constexpr std::int64_t captions_shown = 20;

// The queue of those who wish to speak.
inline constexpr std::int64_t hands_waiting_max = 200;
inline constexpr std::int64_t hands_per_person_max = 200;
inline constexpr std::int64_t speech_extension_seconds_max = 600;

// Texts.
inline constexpr std::int64_t name_chars_max = 80;
inline constexpr std::int64_t title_chars_max = 160;
inline constexpr std::int64_t idea_chars_max = 2'000;
inline constexpr std::int64_t question_chars_max = 500;
inline constexpr std::int64_t answer_chars_max = 1'500;  // what experts write, in plain French, then in FALC
inline constexpr std::int64_t answer_source_chars_max = 300;
inline constexpr std::int64_t draft_chars_max = 4'000;
inline constexpr std::int64_t article_field_chars_max = 8'000;
// A text written together: its length (UTF-16 units), the clients that ever wrote in it, and what one update may hold.
// More clients of one person or table than they could ever open pages.
inline constexpr std::int64_t article_units_max = 200'000;
inline constexpr std::int64_t article_writers_max = 4'096;
inline constexpr std::int64_t own_writers_max = 256;
inline constexpr std::int64_t update_structs_max = 4'096;
inline constexpr std::int64_t update_ranges_max = 4'096;
inline constexpr std::int64_t update_units_max = 65'536;
// When the step is over: what is on its way is taken, then the text is frozen.
inline constexpr std::int64_t text_grace_ms = 5'000;
inline constexpr std::int64_t received_max = 64;           // writers, an article
inline constexpr std::int64_t received_updates_max = 256;  // a writer
inline constexpr std::int64_t message_chars_max = 500;
inline constexpr std::int64_t reason_chars_max = 500;
inline constexpr std::int64_t comment_chars_max = 280;
inline constexpr std::int64_t quote_chars_max = 280;
inline constexpr std::int64_t promise_chars_max = 2'000;
inline constexpr std::int64_t caption_chars_max = 300;
inline constexpr std::int64_t spoken_words_chars_max = 500;
inline constexpr std::int64_t place_chars_max = 64;

// Votes.
inline constexpr std::int64_t points_max = 100;

// Questionnaires: a free answer, and the fewest answers of which anything is shown.
inline constexpr std::int64_t free_words_chars_max = 140;
inline constexpr std::int64_t answers_shown_min = 10;

// The programme.
inline constexpr std::int64_t scenario_bytes_max = 1024LL * 1024;
inline constexpr std::int64_t steps_max = 200;
inline constexpr std::int64_t step_minutes_max = 24LL * 60;
inline constexpr std::int64_t instruction_chars_max = 1'000;
inline constexpr std::int64_t fields_per_article_max = 12;
inline constexpr std::int64_t rules_max = 20;
inline constexpr std::int64_t turns_max = 20;
inline constexpr std::int64_t items_max = 200;
inline constexpr std::int64_t questions_max = 30;
inline constexpr std::int64_t documents_per_step_max = 8;
inline constexpr std::int64_t file_name_chars_max = 120;
inline constexpr std::int64_t lexicon_max = 200;
inline constexpr std::int64_t lexicon_word_chars_max = 40;
inline constexpr std::int64_t easy_readings_max = 50;
inline constexpr std::int64_t committee_max = 30;
inline constexpr std::int64_t wishes_max = 5;
// A questionnaire asks its questions, or one question of each article.
inline constexpr std::int64_t sheet_answers_max = articles_max;

// Time given back.
inline constexpr std::int64_t undo_ms = 60'000;
inline constexpr std::int64_t late_grace_ms = 120'000;
inline constexpr std::int64_t extension_minutes_max = 30;
// The end of a step, told beforehand: how long, what one touch adds, and how often (WCAG 2.2, 2.2.1: ten times or
// more).
inline constexpr std::int64_t end_notice_seconds_min = 60;
inline constexpr std::int64_t end_notice_seconds_max = 600;
inline constexpr std::int64_t end_delay_ms = 60'000;
inline constexpr std::int64_t end_delays_max = 30;

// Free disk space under which the facilitator is warned, and under which the program refuses to start.
inline constexpr std::int64_t disk_warning_bytes = 500LL * 1024 * 1024;
inline constexpr std::int64_t disk_required_bytes = 50LL * 1024 * 1024;

static_assert(idea_chars_max <= draft_chars_max, "a draft must be able to hold an idea");
static_assert(question_chars_max <= draft_chars_max, "a draft must be able to hold a question");
static_assert(article_field_chars_max * 4 < frame_bytes_max, "an article field must fit in one frame");
static_assert(disk_required_bytes < disk_warning_bytes, "the warning comes first");

}  // namespace tablee::limits
