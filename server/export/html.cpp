#include "export/html.h"

#include <vector>

#include "export/wording.h"

namespace tablee::exported {

namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #161616; font: 1.125rem/1.6 "Luciole", "Atkinson Hyperlegible", Verdana, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 2px solid #161616; }
article { margin: 2rem 0; padding: 0 1rem 1rem; border: 1px solid #555; border-radius: .25rem; }
blockquote { margin: .25rem 0 1rem; padding-left: 1rem; border-left: .25rem solid #555; }
p, li, blockquote { max-width: 42rem; }
table { width: 100%; border-collapse: collapse; font-size: .95em; }
caption { padding: .5rem 0; text-align: left; font-weight: bold; }
th, td { padding: .35rem .5rem; border: 1px solid #555; text-align: left; vertical-align: top; }
td.count { text-align: right; white-space: nowrap; }
table.wide { min-width: 52rem; }
@media screen {
  table.wide tr > :first-child { position: sticky; left: 0; background: #fff; box-shadow: inset -1px 0 #555; }
}
@media screen and (max-width: 40rem) {
  table.wide { min-width: 44rem; font-size: .85em; }
  table.wide tr > :first-child { width: 5rem; }
}
.scroll { overflow-x: auto; }
.decision { font-weight: bold; }
code { overflow-wrap: anywhere; font-size: .9em; }
a { color: #00308f; }
:focus-visible { outline: 3px solid #00308f; outline-offset: 2px; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 9pt; }
  table.wide { min-width: 0; font-size: 8pt; }
  article, tr, li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
)";

std::string element(const std::string& name, const std::string& content) {
  return "<" + name + ">" + content + "</" + name + ">\n";
}

std::string amount_cell(const std::string& text) {
  return "<td class=\"count\">" + html_text(text) + "</td>";
}
std::string count_cell(std::int64_t count) {
  return amount_cell(std::to_string(count));
}
std::string cell(const std::string& text) {
  return "<td>" + html_text(text) + "</td>";
}
std::string row_head(const std::string& text) {
  return "<th scope=\"row\">" + html_text(text) + "</th>";
}

class Page {
 public:
  explicit Page(const AvisDocument& document) : document_(document) {}

  std::string write() {
    out_ += "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n";
    out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out_ += element("title", "Avis : " + html_text(document_.title.fr));
    out_ += element("style", std::string(style));
    out_ += "</head>\n<body>\n<main>\n";
    head();
    contents();
    votes_table();
    articles();
    rankings();
    ideas_left();
    questions();
    measures();
    composition();
    programme();
    speaking();
    rules();
    sponsor();
    captions();
    proofs();
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void paragraph(const std::string& text) { out_ += element("p", html_text(text)); }
  void heading(const std::string& id, const std::string& text) { out_ += "<h2 id=\"" + id + "\">" + text + "</h2>\n"; }
  void begin_table(const std::string& caption, const std::vector<std::string>& columns, bool wide = false) {
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + html_text(caption) + "\">\n<table" +
            (wide ? " class=\"wide\"" : "") + ">\n<caption>" + html_text(caption) + "</caption>\n<thead><tr>";
    for (const std::string& column : columns) {
      out_ += "<th scope=\"col\">" + column + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void end_table() { out_ += "</tbody>\n</table>\n</div>\n"; }
  void row(const std::string& cells) { out_ += element("tr", cells); }
  void box_hash(const std::string& hash) {
    out_ += "<p>Empreinte de l’urne : <code>" + html_text(hash) + "</code></p>\n";
  }

  void head() {
    out_ += element("h1", "Avis : " + html_text(document_.title.fr));
    out_ += "<p><strong>Question :</strong> " + html_text(document_.question.fr) + "</p>\n";
    paragraph("En mots simples : " + document_.question.falc.value_or(document_.question.fr));
    paragraph(summary_sentence(document_));
  }

  void contents() {
    out_ += "<nav aria-label=\"Sommaire\">\n<ul>\n";
    const auto link = [&](const char* id, const char* text) {
      out_ += std::string("<li><a href=\"#") + id + "\">" + text + "</a></li>\n";
    };
    link("votes", "Les votes");
    link("articles", "Les articles");
    if (!document_.rankings.empty()) {
      link("priorites", "Les priorités");
    }
    link("idees", "Les idées non reprises, et pourquoi");
    if (!document_.questions.empty()) {
      link("questions", "Les questions des tables");
    }
    if (!document_.measures.empty()) {
      link("mesures", "Les mesures");
    }
    link("composition", "Qui a travaillé, et combien de temps");
    link("programme", "Le programme, prévu et réel");
    link("parole", "Le temps de parole");
    link("regles", "Les règles de décision");
    link("engagements", "Les engagements et la réponse attendue");
    if (!document_.captions.empty()) {
      link("sous-titres", "Ce qui a été dit, en sous-titres");
    }
    link("verifier", "Vérifier cet avis");
    out_ += "</ul>\n</nav>\n";
  }

  void votes_table() {
    heading("votes", "Les votes");
    if (!has_votes(document_)) {
      paragraph("Aucun vote publié.");
      return;
    }
    begin_table("Votes, article par article, en nombre de bulletins",
                {"Article", "Pour", "Contre", "Abstentions", "N’ont pas voté", "Base", "Voix nécessaires", "Décision"});
    for (const ArticlePrinted& article : document_.articles) {
      if (!article.votes) {
        continue;
      }
      const Votes& votes = *article.votes;
      row(row_head(std::to_string(article.number) + ". " + article.title) + count_cell(votes.for_) +
          count_cell(votes.against) + count_cell(votes.abstain) + count_cell(votes.not_voting) +
          cell(base_in_words(votes)) + count_cell(votes.yes_needed) + cell(status_sentence(article)));
    }
    end_table();
  }

  void articles() {
    heading("articles", "Les articles");
    if (document_.articles.empty()) {
      paragraph("Aucun article n’a été écrit.");
    }
    for (const ArticlePrinted& article : document_.articles) {
      write_article(article);
    }
  }

  void write_article(const ArticlePrinted& article) {
    const std::string id = "article-" + std::to_string(article.number);
    out_ += "<article aria-labelledby=\"" + id + "\">\n<h3 id=\"" + id + "\">Article " +
            std::to_string(article.number) + " : " + html_text(article.title) + "</h3>\n";
    paragraph("Écrit par : " + article.table + "." +
              (article.subject.empty() ? "" : " Sujet : " + article.subject + "."));
    out_ += "<p class=\"decision\">Décision : " + html_text(status_sentence(article)) + ".</p>\n";
    if (article.votes) {
      paragraph(vote_sentence(*article.votes) + ".");
      easy(article.votes->easy);
      box_hash(article.votes->box_sha256);
    }
    for (const FieldPrinted& each : article.texts) {
      out_ += element("h4", html_text(field_name(each)));
      out_ += element("blockquote", element("p", html_text(each.text)));
    }
    if (!article.to_settle.empty()) {
      paragraph("À trancher : " + article.to_settle);
    }
    for (const EarlierPrinted& version : article.earlier) {
      out_ += element("h4", html_text(earlier_heading(version)));
      std::string words;
      for (const FieldPrinted& each : version.texts) {
        words += element("p", "<strong>" + html_text(field_name(each)) + "</strong><br>" + html_text(each.text));
      }
      out_ += element("blockquote", words);
    }
    out_ += element("h4", "D’où vient l’article " + std::to_string(article.number));
    if (article.sources.empty()) {
      paragraph(article.table == by_a_committee ? "Écrit par le comité, sans idée citée."
                                                : "Écrit par la table, sans idée citée.");
    } else {
      out_ += "<ul>\n";
      for (const IdeaPrinted& source : article.sources) {
        out_ += element(
            "li", "Idée " + std::to_string(source.id.value) + " : " + html_text(source.text) + merged_from(source));
      }
      out_ += "</ul>\n";
    }
    if (!article.comments.empty()) {
      out_ += element("h4", "Ce que d’autres tables ont dit de l’article " + std::to_string(article.number)) + "<ul>\n";
      for (const CommentPrinted& comment : article.comments) {
        out_ += element("li", html_text(comment_sentence(comment)));
      }
      out_ += "</ul>\n";
    }
    out_ += "</article>\n";
  }

  // The ideas of people that groups merged into this one.
  static std::string merged_from(const IdeaPrinted& source) {
    if (source.merged_from.empty()) {
      return "";
    }
    std::string items;
    for (const IdeaWritten& written : source.merged_from) {
      items += element("li", "Idée " + std::to_string(written.id.value) + " : " + html_text(written.text));
    }
    return "<br>Réunit :\n<ul>\n" + items + "</ul>\n";
  }

  void easy(const std::optional<EasyWording>& wording) {
    for (const std::string& sentence : wording ? easy_sentences(*wording) : std::vector<std::string>{}) {
      paragraph(sentence);
    }
  }

  void rankings() {
    if (document_.rankings.empty()) {
      return;
    }
    heading("priorites", "Les priorités");
    for (const RankingPrinted& ranking : document_.rankings) {
      paragraph(ranking_sentence(ranking));
      if (ranking.blank) {
        paragraph(blank_sentence(*ranking.blank));
      }
      easy(ranking.easy);
      begin_table("Points reçus par sujet", {"Sujet", "Points", "Personnes", "Idées", "Retenu"});
      for (const ClusterPrinted& cluster : ranking.clusters) {
        row(row_head(cluster.title) + count_cell(cluster.total.points) + count_cell(cluster.total.supporters) +
            count_cell(cluster.ideas) + cell(cluster.total.kept ? "oui" : "non"));
      }
      end_table();
      box_hash(ranking.box_sha256);
    }
  }

  void ideas_left() {
    heading("idees", "Les idées non reprises, et pourquoi");
    paragraph(ideas_sentence(document_));
    if (document_.ideas_left.empty()) {
      return;
    }
    out_ += "<ul>\n";
    for (const IdeaLeft& idea : document_.ideas_left) {
      out_ += element("li", "Idée " + std::to_string(idea.id.value) + " : " + html_text(idea.text) + "<br><strong>" +
                                html_text(fate_sentence(idea)) + "</strong>");
    }
    out_ += "</ul>\n";
  }

  static std::string answer_lines(const QuestionPrinted& question) {
    std::string lines;
    for (const std::string& sentence :
         question.answer ? answer_sentences(*question.answer) : std::vector<std::string>{}) {
      lines += "<br>" + html_text(sentence);
    }
    return lines;
  }

  void questions() {
    if (document_.questions.empty()) {
      return;
    }
    heading("questions", "Les questions des tables");
    paragraph(questions_sentence(document_));
    out_ += "<ul>\n";
    for (const QuestionPrinted& question : document_.questions) {
      out_ += element("li", "Question " + std::to_string(question.id.value) + " : " + html_text(question.text) +
                                "<br><strong>" + html_text(question_sentence(question)) + "</strong>" +
                                answer_lines(question));
    }
    out_ += "</ul>\n";
  }

  void measures() {
    if (document_.measures.empty()) {
      return;
    }
    heading("mesures", "Les mesures");
    for (const MeasurePrinted& measure : document_.measures) {
      out_ += element("h3", html_text(measure.title.fr));
      paragraph(counted(measure.sheets, "personne a répondu", "personnes ont répondu") + ".");
      for (const AnswersPrinted& answers : measure.questions) {
        write_answers(answers);
      }
      out_ += "<p>Empreinte des réponses : <code>" + html_text(measure.box_sha256) + "</code></p>\n";
    }
  }

  void write_answers(const AnswersPrinted& answers) {
    out_ += element("h4", html_text(answers.text.fr));
    paragraph(answers_sentence(answers));
    if (answers.shift) {
      paragraph(shift_sentence(*answers.shift));
    }
    if (answers.words.empty()) {
      return;
    }
    out_ += "<ul>\n";
    for (const std::string& words : answers.words) {
      out_ += element("li", html_text(words));
    }
    out_ += "</ul>\n";
  }

  void composition() {
    heading("composition", "Qui a travaillé, et combien de temps");
    out_ += "<ul>\n";
    for (const std::string& sentence : composition_sentences(document_)) {
      out_ += element("li", html_text(sentence));
    }
    out_ += "</ul>\n";
  }

  void programme() {
    const ProgrammePrinted& programme = document_.programme;
    heading("programme", "Le programme, prévu et réel");
    out_ += "<ul>\n";
    for (const std::string& sentence : programme_sentences(programme)) {
      out_ += element("li", html_text(sentence));
    }
    out_ += "</ul>\n";
    begin_table(
        "Séquences, dans leur ordre",
        {"Séquence", "Forme", "Début prévu", "Durée prévue", "Heures réelles", "Durée réelle", "Écart", "Remarque"},
        true);
    for (const StepPrinted& step : programme.steps) {
      row(row_head(step.title.fr) + cell(form_name(step.form)) + cell(planned_start(programme, step)) +
          amount_cell(planned_duration(step)) + cell(laps_in_words(programme, step)) +
          amount_cell(worked_duration(step)) + amount_cell(difference_of(step)) + cell(step_remarks(step)));
    }
    end_table();
    begin_table("Temps passé ensemble, à table ou seul", {"Temps", "Prévu", "Réel", "Écart"});
    for (const TimeRow& each : time_rows(programme)) {
      row(row_head(each.what) + amount_cell(duration(each.planned)) + amount_cell(duration(each.worked)) +
          amount_cell(difference(each.worked - each.planned)));
    }
    end_table();
    if (programme.changes.empty()) {
      return;
    }
    out_ += element("h3", "Les changements du programme, et pourquoi") + "<ul>\n";
    for (const ChangePrinted& change : programme.changes) {
      out_ += element("li", html_text(change_sentence(programme, change)));
    }
    out_ += "</ul>\n";
  }

  void speaking() {
    heading("parole", "Le temps de parole");
    out_ += "<ul>\n";
    for (const std::string& sentence : speaking_sentences(document_.speaking)) {
      out_ += element("li", html_text(sentence));
    }
    out_ += "</ul>\n";
  }

  void rules() {
    heading("regles", "Les règles de décision");
    if (document_.rules.empty()) {
      paragraph("Aucun vote n’a été ouvert.");
    }
    for (const core::Rule& rule : document_.rules) {
      paragraph(rule_sentence(rule));
    }
  }

  void sponsor() {
    heading("engagements", "Les engagements et la réponse attendue");
    if (!document_.commitments.empty()) {
      out_ += "<ul>\n";
      for (const core::Texts& commitment : document_.commitments) {
        out_ += element("li", html_text(commitment.fr));
      }
      out_ += "</ul>\n";
    }
    if (!document_.promise) {
      paragraph("Aucune promesse n’a été enregistrée.");
      return;
    }
    paragraph(document_.promise->who + " a dit :");
    out_ += element("blockquote", element("p", html_text(document_.promise->text)));
    paragraph("Réponse promise pour le " + date(document_.promise->due) + ".");
  }

  void captions() {
    if (document_.captions.empty()) {
      return;
    }
    heading("sous-titres", "Ce qui a été dit, en sous-titres");
    paragraph(captions_sentence());
    for (const CaptionsPrinted& step : document_.captions) {
      out_ += element("h3", html_text(step.title.fr)) + "<ul>\n";
      for (const CaptionPrinted& said : step.paragraphs) {
        const std::string speaker = said.speaker.empty() ? "" : " <strong>" + html_text(said.speaker) + "</strong> :";
        out_ += element("li", clock_of(said.at_ms) + speaker + " " + html_text(said.text));
      }
      out_ += "</ul>\n";
    }
  }

  void proofs() {
    heading("verifier", "Vérifier cet avis");
    out_ += "<ul>\n";
    for (const Proof& proof : proofs_of(document_)) {
      const std::string value = html_text(proof.value);
      out_ += element("li", html_text(proof.what) + " : " + (proof.is_code ? "<code>" + value + "</code>" : value));
    }
    out_ += "</ul>\n";
  }

  const AvisDocument& document_;
  std::string out_;
};

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string to_html(const AvisDocument& document) {
  return Page(document).write();
}

}  // namespace tablee::exported
