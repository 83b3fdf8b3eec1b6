#include "export/wording.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace tablee::exported {

namespace {

constexpr std::array<std::string_view, 12> months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                  "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string day_in_words(std::int64_t day, std::size_t month) {
  return (day == 1 ? std::string("1er") : std::to_string(day)) + " " + std::string(months[month - 1]);
}

std::chrono::year_month_day calendar_of(TimeMs at) {
  using namespace std::chrono;
  return floor<days>(sys_time<milliseconds>{milliseconds{at}});
}

std::string outcome_in_words(core::Outcome outcome) {
  switch (outcome) {
    case core::Outcome::adopted:
      return "adopté";
    case core::Outcome::rejected:
      return "rejeté";
    case core::Outcome::no_quorum:
      return "non décidé, quorum non atteint";
  }
  return {};
}

std::string kind_in_words(core::CommentKind kind) {
  switch (kind) {
    case core::CommentKind::strength:
      return "Un point fort";
    case core::CommentKind::question:
      return "Une question";
    case core::CommentKind::change:
      return "Un mot à changer";
    case core::CommentKind::agree:
      return "C’est ça";
    case core::CommentKind::doubt:
      return "Pas sûr";
    case core::CommentKind::disagree:
      return "Ce n’est pas ça";
    case core::CommentKind::missing:
      return "Il manque";
  }
  return {};
}

std::string answer_in_words(core::CommentFate fate) {
  switch (fate) {
    case core::CommentFate::open:
      return "Sans réponse";
    case core::CommentFate::taken:
      return "Pris";
    case core::CommentFate::partly:
      return "Pris en partie";
    case core::CommentFate::refused:
      return "Pas pris";
    case core::CommentFate::withdrawn:
      return "Retiré";
  }
  return {};
}

}  // namespace

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count < 2 ? one : many);
}

std::string base_in_words(const Votes& votes) {
  switch (votes.base_rule) {
    case core::Base::cast:
      return counted(votes.base, "exprimé", "exprimés");
    case core::Base::cast_plus_abstain:
      return counted(votes.base, "exprimé ou abstention", "exprimés et abstentions");
    case core::Base::present:
      return counted(votes.base, "personne présente", "personnes présentes");
  }
  return {};
}

std::string vote_sentence(const Votes& votes) {
  std::string sentence =
      counted(votes.for_, "pour", "pour") + ", " + counted(votes.against, "contre", "contre") + ", " +
      counted(votes.abstain, "abstention", "abstentions") +
      (votes.unsure ? ", dont " + counted(*votes.unsure, "« je ne sais pas »", "« je ne sais pas »") : "") + ", " +
      counted(votes.not_voting, "n’a pas voté", "n’ont pas voté") + " ; base : " + base_in_words(votes) + " ; " +
      counted(votes.yes_needed, "voix nécessaire", "voix nécessaires");
  if (votes.quorum_needed > 0) {
    sentence += " ; quorum de " + counted(votes.quorum_needed, "bulletin ", "bulletins ") +
                (votes.quorum_met ? "atteint" : "non atteint");
  }
  return sentence + " : " + outcome_in_words(votes.outcome);
}

std::string status_sentence(const ArticlePrinted& article) {
  if (article.votes) {
    return outcome_in_words(article.votes->outcome);
  }
  switch (article.vote_stage) {
    case VoteStage::none:
      return "n’a pas été mis aux voix";
    case VoteStage::open:
      return "vote en cours";
    case VoteStage::closed:
    case VoteStage::published:
      return "vote clos, résultat non publié";
  }
  return {};
}

std::string comment_sentence(const CommentPrinted& comment) {
  std::string sentence = kind_in_words(comment.kind) + ", par " + comment.table;
  if (!comment.quote.empty()) {
    sentence += ", sur « " + comment.quote + " »" + (comment.changed ? " (le passage a changé)" : "");
  }
  sentence += " : " + comment.text + " — " + answer_in_words(comment.fate);
  return comment.word.empty() ? sentence + "." : sentence + " : " + comment.word;
}

std::string rule_sentence(const core::Rule& rule) {
  if (rule.method == core::Method::points) {
    return "Vote par points, secret : chaque personne partage " + counted(rule.points.value_or(0), "point", "points") +
           ", " + std::to_string(rule.max_per_option.value_or(0)) +
           " au plus sur un même sujet. Sujets gardés : " + std::to_string(rule.keep.value_or(0)) +
           ", et tous ceux à égalité avec le dernier.";
  }
  std::string sentence = "Vote secret pour, contre ou abstention. Adopté quand les voix pour font ";
  sentence += rule.strict.value_or(true) ? "plus de " : "au moins ";
  sentence += rule.threshold.value_or("");
  switch (rule.base.value_or(core::Base::cast)) {
    case core::Base::cast:
      sentence += " des exprimés (pour et contre)";
      break;
    case core::Base::cast_plus_abstain:
      sentence += " des bulletins, abstentions comprises";
      break;
    case core::Base::present:
      sentence += " des personnes présentes";
      break;
  }
  if (rule.quorum) {
    sentence += ", et quand au moins " + *rule.quorum + " des personnes présentes ont voté";
  }
  return sentence + ". L’égalité ne suffit pas à adopter.";
}

std::string ranking_sentence(const RankingPrinted& ranking) {
  const std::int64_t silent = ranking.present > ranking.ballots ? ranking.present - ranking.ballots : 0;
  return counted(ranking.ballots, "personne a voté", "personnes ont voté") + ", " +
         counted(silent, "n’a pas voté", "n’ont pas voté") +
         " ; base : " + counted(ranking.present, "personne présente", "personnes présentes") + " ; " +
         counted(ranking.points, "point", "points") + " par personne, " + std::to_string(ranking.max_per_option) +
         " au plus par sujet.";
}

std::string blank_sentence(const core::BlankTotal& blank) {
  std::string parts = blank.abstain == 0 ? "" : counted(blank.abstain, "passe", "passent");
  if (blank.unsure != 0) {
    parts += (parts.empty() ? "" : ", ") + counted(blank.unsure, "ne sait pas", "ne savent pas");
  }
  return counted(blank.abstain + blank.unsure, "bulletin sans points", "bulletins sans points") + " : " + parts + ".";
}

std::vector<std::string> easy_sentences(const EasyWording& easy) {
  std::vector<std::string> sentences;
  const std::string from = easy.readers_from.empty() ? "" : " (" + easy.readers_from + ")";
  if (!easy.text.empty() && easy.readers > 0) {
    sentences.push_back("Texte facile à lire, relu par " + counted(easy.readers, "personne", "personnes") + from +
                        " : « " + easy.text + " »");
  } else if (!easy.text.empty()) {
    sentences.push_back("En mots simples, sans relecture : « " + easy.text + " »");
  }
  if (!easy.waived.empty()) {
    sentences.push_back("Ouvert sans texte facile relu. Raison : " + easy.waived);
  }
  return sentences;
}

std::string fate_sentence(const IdeaLeft& idea) {
  std::string sentence;
  switch (idea.fate) {
    case core::Fate::open:
      sentence = "Reçue, non classée.";
      break;
    case core::Fate::clustered:
      sentence = "Classée dans « " + idea.cluster + " », " +
                 (idea.cluster_kept ? "sujet retenu ; aucun article ne la cite." : "sujet non retenu.");
      break;
    case core::Fate::set_aside:
      sentence = "Mise de côté. Raison : " + idea.reason;
      break;
    case core::Fate::withdrawn:
      sentence = "Retirée par son auteur.";
      break;
    case core::Fate::merged:
      sentence = "Réunie avec d’autres, dans l’idée " + std::to_string(idea.into ? idea.into->value : 0) + ".";
      break;
    case core::Fate::not_kept:
      sentence = "Non gardée : le groupe en a gardé d’autres.";
      break;
    case core::Fate::dissolved:
      sentence = "Défaite : les idées réunies sont revenues.";
      break;
  }
  return idea.late ? sentence + " Reçue après la fin de la séquence." : sentence;
}

std::string summary_sentence(const AvisDocument& document) {
  const auto with_status = [&](core::ArticleStatus status) {
    return std::count_if(document.articles.begin(), document.articles.end(),
                         [&](const ArticlePrinted& article) { return article.status == status; });
  };
  const auto total = static_cast<std::int64_t>(document.articles.size());
  const std::int64_t adopted = with_status(core::ArticleStatus::adopted);
  const std::int64_t rejected = with_status(core::ArticleStatus::rejected);
  std::string sentence = counted(total, "article", "articles") + " : " + counted(adopted, "adopté", "adoptés") + ", " +
                         counted(rejected, "rejeté", "rejetés");
  const std::int64_t no_quorum = with_status(core::ArticleStatus::no_quorum);
  if (no_quorum > 0) {
    sentence += ", " + counted(no_quorum, "sans quorum", "sans quorum");
  }
  const std::int64_t undecided = total - adopted - rejected - no_quorum;
  if (undecided > 0) {
    sentence += ", " + counted(undecided, "sans résultat publié", "sans résultat publié");
  }
  return sentence + ".";
}

bool has_votes(const AvisDocument& document) {
  return std::any_of(document.articles.begin(), document.articles.end(),
                     [](const ArticlePrinted& article) { return article.votes.has_value(); });
}

std::string ideas_sentence(const AvisDocument& document) {
  const auto left = static_cast<std::int64_t>(document.ideas_left.size());
  return counted(document.ideas_received, "idée reçue", "idées reçues") + " ; " +
         counted(left, "n’est reprise dans aucun article", "ne sont reprises dans aucun article") + " ; " +
         counted(document.ideas_withdrawn, "retirée par son auteur", "retirées par leur auteur") + ".";
}

std::vector<std::string> composition_sentences(const AvisDocument& document) {
  const Composition& composition = document.composition;
  std::vector<std::string> sentences{counted(composition.people_present, "personne présente", "personnes présentes") +
                                         ", " + counted(composition.tables, "table", "tables") + ".",
                                     "Travail : " + duration(document.programme.worked_minutes) + ", pour " +
                                         duration(document.programme.planned_minutes) +
                                         " prévues, pauses non comptées."};
  if (composition.started_at_ms != 0) {
    sentences.insert(sentences.begin(),
                     "Du " + instant(composition.started_at_ms) + " au " + instant(composition.ended_at_ms) + ".");
  }
  return sentences;
}

std::vector<Proof> proofs_of(const AvisDocument& document) {
  std::vector<Proof> proofs;
  if (document.sealed_sha256.empty()) {
    proofs.push_back({"Avis", "pas encore scellé", false});
  } else {
    proofs.push_back({"Avis scellé le", instant(document.sealed_at_ms), false});
    proofs.push_back({"Empreinte de l’avis (SHA-256)", document.sealed_sha256, true});
  }
  proofs.push_back({"Empreinte du journal (SHA-256 de la dernière ligne)", document.journal_sha256, true});
  proofs.push_back({"Lignes du journal", std::to_string(document.journal_rows), false});
  proofs.push_back({"Programme", document.scenario_id + " " + document.scenario_version, false});
  proofs.push_back({"Empreinte du programme (SHA-256)", document.scenario_sha256, true});
  return proofs;
}

std::string form_name(core::Form form) {
  switch (form) {
    case core::Form::individual:
      return "chacun seul";
    case core::Form::pair:
      return "à deux";
    case core::Form::trio:
      return "à trois";
    case core::Form::quartet:
      return "à quatre";
    case core::Form::table:
      return "à table";
    case core::Form::group:
      return "en groupe";
    case core::Form::committee:
      return "en comité";
    case core::Form::plenary:
      return "tous ensemble";
  }
  return {};
}

std::string duration(std::int64_t minutes) {
  if (minutes < 60) {
    return std::to_string(minutes) + " min";
  }
  return std::to_string(minutes / 60) + " h " + two_digits(minutes % 60);
}

std::string captions_sentence() {
  return "Tapé sur le moment, pour qui lit plutôt que d’écouter : ce ne sont pas des paroles relues par leurs auteurs. "
         "Les heures sont en temps universel.";
}

std::string instant(TimeMs at) {
  return day_of(at) + " " + std::to_string(static_cast<int>(calendar_of(at).year())) + " à " + clock_of(at) +
         " (temps universel)";
}

std::string clock_of(TimeMs at) {
  using namespace std::chrono;
  const milliseconds of_day = milliseconds{at} - floor<days>(milliseconds{at});
  const std::int64_t minutes = duration_cast<std::chrono::minutes>(of_day).count();
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string day_of(TimeMs at) {
  const std::chrono::year_month_day calendar = calendar_of(at);
  return day_in_words(static_cast<std::int64_t>(static_cast<unsigned>(calendar.day())),
                      static_cast<unsigned>(calendar.month()));
}

std::string date(const std::string& iso) {
  const auto number = [&](std::size_t from, std::size_t size) {
    std::int64_t value = 0;
    for (std::size_t i = from; i < from + size; ++i) {
      if (iso[i] < '0' || iso[i] > '9') {
        return std::int64_t{-1};
      }
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
    return iso;
  }
  const std::int64_t month = number(5, 2);
  const std::int64_t day = number(8, 2);
  if (number(0, 4) < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
    return iso;
  }
  return day_in_words(day, static_cast<std::size_t>(month)) + " " + iso.substr(0, 4);
}

std::string field_name(const FieldPrinted& field) {
  if (field.label) {
    return field.label->fr;
  }
  return field.field_id == "title" ? "Titre" : field.field_id;
}

std::string earlier_heading(const EarlierPrinted& version) {
  return "Le texte d’avant, « " + version.title.fr + " »";
}

}  // namespace tablee::exported
