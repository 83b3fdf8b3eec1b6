#include "export/wording.h"

#include <doctest/doctest.h>

namespace wording_test {

using namespace tablee;
using namespace tablee::exported;

namespace {

// "~" stands for a no-break space.
std::string french(std::string text) {
  for (auto place = text.find('~'); place != std::string::npos; place = text.find('~')) {
    text.replace(place, 1, "\u00a0");
  }
  return text;
}

Votes votes_of(std::int64_t for_, std::int64_t against, std::int64_t abstain, std::int64_t not_voting) {
  Votes votes;
  votes.for_ = for_;
  votes.against = against;
  votes.abstain = abstain;
  votes.not_voting = not_voting;
  votes.base = for_ + against;
  votes.yes_needed = votes.base / 2 + 1;
  votes.outcome = for_ > against ? core::Outcome::adopted : core::Outcome::rejected;
  return votes;
}

}  // namespace

TEST_CASE("a vote is four counts, the base in words, what was needed, and the decision") {
  CHECK(vote_sentence(votes_of(59, 57, 45, 9)) ==
        french("59~pour, 57~contre, 45~abstentions, 9~n’ont pas voté~; base~: 116~exprimés~; 59~voix nécessaires~: "
               "adopté"));
  CHECK(vote_sentence(votes_of(0, 1, 1, 1)) ==
        french("0~pour, 1~contre, 1~abstention, 1~n’a pas voté~; base~: 1~exprimé~; 1~voix nécessaire~: rejeté"));
}

TEST_CASE("[access V2] « je ne sais pas » and ballots without points are told apart") {
  Votes votes = votes_of(5, 1, 3, 0);
  votes.unsure = 1;
  CHECK(vote_sentence(votes).find(french("3~abstentions, dont 1~«~je ne sais pas~», 0~n’a pas voté")) !=
        std::string::npos);
  CHECK(blank_sentence({1, 1}) == french("2~bulletins sans points~: 1~passe, 1~ne sait pas."));
  CHECK(blank_sentence({0, 1}) == french("1~bulletin sans points~: 1~ne sait pas."));
}

TEST_CASE("[access K2] a text is called easy to read only with people who have read it; else the reason is told") {
  CHECK(easy_sentences({"Tu choisis.", 3, "Atelier des Tilleuls", ""}) ==
        std::vector<std::string>{
            french("Texte facile à lire, relu par 3~personnes (Atelier des Tilleuls)~: «~Tu choisis.~»")});
  CHECK(easy_sentences({"Tu choisis.", 0, "", "Personne n’a pu venir."}) ==
        std::vector<std::string>{french("En mots simples, sans relecture~: «~Tu choisis.~»"),
                                 french("Ouvert sans texte facile relu. Raison~: Personne n’a pu venir.")});
}

TEST_CASE("a vote names its base and its quorum") {
  Votes votes = votes_of(3, 1, 1, 5);
  votes.base_rule = core::Base::present;
  votes.base = 10;
  votes.yes_needed = 6;
  votes.quorum_needed = 7;
  votes.quorum_met = false;
  votes.outcome = core::Outcome::no_quorum;
  CHECK(
      vote_sentence(votes) ==
      french("3~pour, 1~contre, 1~abstention, 5~n’ont pas voté~; base~: 10~personnes présentes~; 6~voix nécessaires~; "
             "quorum de 7~bulletins non atteint~: non décidé, quorum non atteint"));
  votes.base_rule = core::Base::cast_plus_abstain;
  votes.base = 5;
  CHECK(base_in_words(votes) == french("5~exprimés et abstentions"));
}

TEST_CASE("an article without a published vote says where its vote stands") {
  ArticlePrinted article;
  CHECK(status_sentence(article) == "n’a pas été mis aux voix");
  article.vote_stage = VoteStage::open;
  CHECK(status_sentence(article) == "vote en cours");
  article.vote_stage = VoteStage::closed;
  CHECK(status_sentence(article) == "vote clos, résultat non publié");
  article.votes = votes_of(2, 1, 0, 0);
  CHECK(status_sentence(article) == "adopté");
}

TEST_CASE("rules are said in words") {
  core::Rule points;
  points.method = core::Method::points;
  points.points = 5;
  points.max_per_option = 2;
  points.keep = 6;
  CHECK(rule_sentence(points) ==
        french("Vote par points, secret~: chaque personne partage 5~points, 2 au plus sur un même sujet. Sujets "
               "gardés~: 6, et tous ceux à égalité avec le dernier."));
  core::Rule motion;
  motion.base = core::Base::cast;
  motion.threshold = "1/2";
  motion.strict = true;
  motion.quorum = "2/3";
  CHECK(rule_sentence(motion) ==
        "Vote secret pour, contre ou abstention. Adopté quand les voix pour font plus de 1/2 des exprimés (pour et "
        "contre), et quand au moins 2/3 des personnes présentes ont voté. L’égalité ne suffit pas à adopter.");
  motion.strict = false;
  motion.base = core::Base::cast_plus_abstain;
  motion.quorum.reset();
  CHECK(rule_sentence(motion) ==
        "Vote secret pour, contre ou abstention. Adopté quand les voix pour font au moins 1/2 des bulletins, "
        "abstentions comprises. L’égalité ne suffit pas à adopter.");
}

TEST_CASE("a comment is said with its passage and with what became of it") {
  CommentPrinted comment;
  comment.kind = core::CommentKind::change;
  comment.table = "Table 2";
  comment.text = "Dites qui paie.";
  CHECK(comment_sentence(comment) == french("Un mot à changer, par Table 2~: Dites qui paie. — Sans réponse."));
  comment.quote = "La commune";
  comment.fate = core::CommentFate::partly;
  comment.word = "C’est le maire.";
  CHECK(comment_sentence(comment) ==
        french("Un mot à changer, par Table 2, sur «~La commune~»~: Dites qui paie. — Pris en "
               "partie~: C’est le maire."));
  comment.changed = true;
  comment.kind = core::CommentKind::strength;
  comment.fate = core::CommentFate::taken;
  comment.word.clear();
  CHECK(comment_sentence(comment) ==
        french("Un point fort, par Table 2, sur «~La commune~» (le passage a changé)~: Dites "
               "qui paie. — Pris."));
}

TEST_CASE("every fate of an idea has its sentence") {
  IdeaLeft idea;
  CHECK(fate_sentence(idea) == "Reçue, non classée.");
  idea.late = true;
  CHECK(fate_sentence(idea) == "Reçue, non classée. Reçue après la fin de la séquence.");
  idea.late = false;
  idea.fate = core::Fate::clustered;
  idea.cluster = "Arbres";
  CHECK(fate_sentence(idea) == french("Classée dans «~Arbres~», sujet non retenu."));
  idea.cluster_kept = true;
  CHECK(fate_sentence(idea) == french("Classée dans «~Arbres~», sujet retenu~; aucun article ne la cite."));
  idea.fate = core::Fate::set_aside;
  idea.reason = "hors sujet";
  CHECK(fate_sentence(idea) == french("Mise de côté. Raison~: hors sujet"));
  idea.fate = core::Fate::merged;
  idea.into = IdeaId{12};
  CHECK(fate_sentence(idea) == "Réunie avec d’autres, dans l’idée 12.");
  idea.fate = core::Fate::not_kept;
  CHECK(fate_sentence(idea) == french("Non gardée~: le groupe en a gardé d’autres."));
}

TEST_CASE("durations, instants and dates are said in French") {
  CHECK(duration(0) == french("0~min"));
  CHECK(duration(59) == french("59~min"));
  CHECK(duration(60) == french("1~h~00"));
  CHECK(duration(245) == french("4~h~05"));
  CHECK(instant(0) == french("1er~janvier~1970 à 00:00 (temps universel)"));
  CHECK(instant(1'700'000'000'000) == french("14~novembre~2023 à 22:13 (temps universel)"));
  CHECK(date("2026-08-01") == french("1er~août~2026"));
  CHECK(date("2026-12-31") == french("31~décembre~2026"));
  for (const char* odd : {"2026-13-01", "2026-00-10", "2026-01-32", "31/12/2026", "soon", "2026-1a-01", ""}) {
    CAPTURE(odd);
    CHECK(date(odd) == odd);
  }
}

TEST_CASE("the summary counts articles by what the room decided") {
  AvisDocument document;
  CHECK(summary_sentence(document) == french("0~article~: 0~adopté, 0~rejeté."));
  for (const core::ArticleStatus status :
       {core::ArticleStatus::adopted, core::ArticleStatus::adopted, core::ArticleStatus::rejected,
        core::ArticleStatus::no_quorum, core::ArticleStatus::submitted}) {
    ArticlePrinted article;
    article.status = status;
    document.articles.push_back(article);
  }
  CHECK(summary_sentence(document) ==
        french("5~articles~: 2~adoptés, 1~rejeté, 1~sans quorum, 1~sans résultat publié."));
}

TEST_CASE("an avis that is not sealed says so") {
  AvisDocument document;
  CHECK(proofs_of(document)[0].value == "pas encore scellé");
  document.sealed_sha256 = "5ea1";
  document.sealed_at_ms = 1;
  CHECK(proofs_of(document)[1].value == "5ea1");
  CHECK(proofs_of(document)[1].is_code);
}

}  // namespace wording_test
