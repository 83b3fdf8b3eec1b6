// export/wording.h: the French sentences of an exported avis, the same in every format.
//
// Shape    Plain text, no markup; no-break spaces where French typography wants them. Counts always come with their
//          base.
// Units    Instants are printed in universal time, and say so: the journal does not know the time zone of the room.
#pragma once

#include <string>
#include <vector>

#include "export/avis_document.h"

namespace tablee::exported {

// "59 pour, 57 contre, 45 abstentions, 9 n’ont pas voté ; base : 116 exprimés ; 59 voix nécessaires : adopté".
std::string vote_sentence(const Votes& votes);
// "116 exprimés": how many the threshold is a part of, and what they are.
std::string base_in_words(const Votes& votes);
// The decision in words, or where the vote stands.
std::string status_sentence(const ArticlePrinted& article);
// "Un point fort, par Table 2, sur « … » : bien dit. Pris."
std::string comment_sentence(const CommentPrinted& comment);
std::string rule_sentence(const core::Rule& rule);
std::string ranking_sentence(const RankingPrinted& ranking);
// « 2 bulletins sans points : 1 passe, 1 ne sait pas. » Requires: at least one.
std::string blank_sentence(const core::BlankTotal& blank);
// What the vote asked in easy French, and who had read it, or why nobody had.
std::vector<std::string> easy_sentences(const EasyWording& easy);
std::string fate_sentence(const IdeaLeft& idea);
// How many articles, and how many of them were adopted.
std::string summary_sentence(const AvisDocument& document);
bool has_votes(const AvisDocument& document);
// How many ideas came, and how many no article comes from.
std::string ideas_sentence(const AvisDocument& document);
std::vector<std::string> composition_sentences(const AvisDocument& document);

// Whether the programme was changed, how much time was added, and which clocks the hours are of.
std::vector<std::string> programme_sentences(const ProgrammePrinted& programme);
// "09:15", "jour 2, 09:15" when there are several; "–": it was not planned.
std::string planned_start(const ProgrammePrinted& programme, const StepPrinted& step);
std::string planned_duration(const StepPrinted& step);
// "13:02 à 13:20 ; 14:05, en cours", with the day when there are several.
std::string laps_in_words(const ProgrammePrinted& programme, const StepPrinted& step);
std::string worked_duration(const StepPrinted& step);
// "+5 min", "−1 h 05", "0 min".
std::string difference(std::int64_t minutes);
std::string difference_of(const StepPrinted& step);
// What was not as planned, in a few words; may be empty.
std::string step_remarks(const StepPrinted& step);
// One line of the table of times: a way to work together that was planned or took place, all the work, the breaks.
struct TimeRow {
  std::string what;
  std::int64_t planned = 0;
  std::int64_t worked = 0;
};
std::vector<TimeRow> time_rows(const ProgrammePrinted& programme);
// When, what, which steps, and why.
std::string change_sentence(const ProgrammePrinted& programme, const ChangePrinted& change);

// "12 réponses : 5 tout à fait d’accord, …", highest level first; or that there are too few.
std::string answers_sentence(const AnswersPrinted& answers);
std::string shift_sentence(const core::QuestionShift& shift);
// Who typed what was said, and what its names and hours are.
std::string captions_sentence();
std::string asked_fate_name(core::AskedFate fate);
// What became of it, and who asked it.
std::string question_sentence(const QuestionPrinted& question);
// The question that a field answers; « Titre » for the title.
std::string field_name(const FieldPrinted& field);
std::string earlier_heading(const EarlierPrinted& version);
// What the experts wrote, where it can be checked.
std::vector<std::string> answer_sentences(const core::WrittenAnswer& answer);
std::string questions_sentence(const AvisDocument& document);

// One thing by which a reader can check the document.
struct Proof {
  std::string what;
  std::string value;
  bool is_code = false;
};
std::vector<Proof> proofs_of(const AvisDocument& document);

std::string form_name(core::Form form);
// "3 h 05", "40 min".
std::string duration(std::int64_t minutes);
// "22 novembre 2025 à 16:10 (temps universel)".
std::string instant(TimeMs at);
// Its clock time "16:10", and its day "22 novembre", in universal time.
std::string clock_of(TimeMs at);
std::string day_of(TimeMs at);
// "22 novembre 2025" for "2025-11-22"; anything else as it is.
std::string date(const std::string& iso);
// 1 and "voix", "voix": "1 voix".
std::string counted(std::int64_t count, const std::string& one, const std::string& many);

}  // namespace tablee::exported
