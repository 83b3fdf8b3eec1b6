#include "export/markdown.h"

#include <algorithm>
#include <vector>

#include "export/wording.h"

namespace tablee::exported {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether this character could begin or end something in Markdown, where it stands.
bool needs_escape(std::string_view line, std::size_t text_start, std::size_t place) {
  const char c = line[place];
  const bool line_start = place == text_start;
  const bool after_number = !line_start && std::all_of(line.begin() + static_cast<std::ptrdiff_t>(text_start),
                                                       line.begin() + static_cast<std::ptrdiff_t>(place), is_digit);
  const char before = place > 0 ? line[place - 1] : '\0';
  const char after = place + 1 < line.size() ? line[place + 1] : '\0';
  switch (c) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '>':
    case '|':
    case '~':
    case '&':
    case '@':
      return true;
    case '#':
    case '+':
    case '-':
    case '=':
      return line_start;
    case '.':  // a numbered list, or a link made of "www."
      return after_number || before == 'w' || before == 'W';
    case ')':
      return after_number;
    case ':':  // a link made of "http://"
      return after == '/';
    default:
      return false;
  }
}

std::string escape_line(std::string_view line) {
  std::string out;
  const std::size_t text_start = line.find_first_not_of(" \t");
  if (text_start == std::string_view::npos) {
    return out;
  }
  // Leading white space would make a code block.
  for (std::size_t i = text_start; i < line.size(); ++i) {
    if (needs_escape(line, text_start, i)) {
      out += '\\';
    }
    out += line[i];
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t from = 0;
  while (from <= text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

class Writer {
 public:
  explicit Writer(const AvisDocument& document) : document_(document) {}

  std::string write() {
    head();
    votes_table();
    articles();
    for (const RankingPrinted& ranking : document_.rankings) {
      write_ranking(ranking);
    }
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
    return std::move(out_);
  }

 private:
  void heading(int level, const std::string& text) {
    out_ +=
        (out_.ends_with("\n\n") ? "" : "\n") + std::string(static_cast<std::size_t>(level), '#') + " " + text + "\n\n";
  }
  void paragraph(const std::string& text) { out_ += text + "\n\n"; }
  void item(const std::string& text) { out_ += "- " + text + "\n"; }

  void head() {
    out_ += "# Avis : " + markdown_line(document_.title.fr) + "\n\n";
    paragraph("**Question :** " + markdown_line(document_.question.fr));
    paragraph("En mots simples : " + markdown_line(document_.question.falc.value_or(document_.question.fr)));
    paragraph(summary_sentence(document_));
  }

  void votes_table() {
    heading(2, "Les votes");
    if (!has_votes(document_)) {
      paragraph("Aucun vote publié.");
      return;
    }
    out_ += "| Article | Pour | Contre | Abstentions | N’ont pas voté | Base | Voix nécessaires | Décision |\n";
    out_ += "|---|---:|---:|---:|---:|---|---:|---|\n";
    for (const ArticlePrinted& article : document_.articles) {
      if (!article.votes) {
        continue;
      }
      const Votes& votes = *article.votes;
      out_ += "| " + std::to_string(article.number) + ". " + markdown_line(article.title) + " | " +
              std::to_string(votes.for_) + " | " + std::to_string(votes.against) + " | " +
              std::to_string(votes.abstain) + " | " + std::to_string(votes.not_voting) + " | " + base_in_words(votes) +
              " | " + std::to_string(votes.yes_needed) + " | " + status_sentence(article) + " |\n";
    }
  }

  void articles() {
    heading(2, "Les articles");
    if (document_.articles.empty()) {
      paragraph("Aucun article n’a été écrit.");
    }
    for (const ArticlePrinted& article : document_.articles) {
      write_article(article);
    }
  }

  void write_article(const ArticlePrinted& article) {
    heading(3, "Article " + std::to_string(article.number) + " : " + markdown_line(article.title));
    paragraph("Écrit par : " + markdown_line(article.table) + "." +
              (article.subject.empty() ? "" : " Sujet : " + markdown_line(article.subject) + "."));
    paragraph("**Décision : " + status_sentence(article) + ".**");
    if (article.votes) {
      paragraph(vote_sentence(*article.votes) + ".");
      easy(article.votes->easy);
      paragraph("Empreinte de l’urne : `" + article.votes->box_sha256 + "`");
    }
    for (const FieldPrinted& each : article.texts) {
      paragraph("**" + markdown_line(field_name(each)) + "**");
      out_ += markdown_quote(each.text) + "\n";
    }
    if (!article.to_settle.empty()) {
      paragraph("À trancher : " + markdown_line(article.to_settle));
    }
    for (const EarlierPrinted& version : article.earlier) {
      heading(4, markdown_line(earlier_heading(version)));
      for (const FieldPrinted& each : version.texts) {
        paragraph("**" + markdown_line(field_name(each)) + "**");
        out_ += markdown_quote(each.text) + "\n";
      }
    }
    heading(4, "D’où vient l’article " + std::to_string(article.number));
    if (article.sources.empty()) {
      paragraph(article.table == by_a_committee ? "Écrit par le comité, sans idée citée."
                                                : "Écrit par la table, sans idée citée.");
    }
    for (const IdeaPrinted& source : article.sources) {
      item("Idée " + std::to_string(source.id.value) + " : " + markdown_line(source.text));
      for (const IdeaWritten& written : source.merged_from) {
        out_ += "  ";
        item("Réunit l’idée " + std::to_string(written.id.value) + " : " + markdown_line(written.text));
      }
    }
    if (article.comments.empty()) {
      return;
    }
    heading(4, "Ce que d’autres tables ont dit de l’article " + std::to_string(article.number));
    for (const CommentPrinted& comment : article.comments) {
      item(markdown_line(comment_sentence(comment)));
    }
  }

  void easy(const std::optional<EasyWording>& wording) {
    for (const std::string& sentence : wording ? easy_sentences(*wording) : std::vector<std::string>{}) {
      paragraph(markdown_line(sentence));
    }
  }

  void write_ranking(const RankingPrinted& ranking) {
    heading(2, "Les priorités");
    paragraph(ranking_sentence(ranking));
    if (ranking.blank) {
      paragraph(blank_sentence(*ranking.blank));
    }
    easy(ranking.easy);
    out_ += "| Sujet | Points | Personnes | Idées | Retenu |\n|---|---:|---:|---:|---|\n";
    for (const ClusterPrinted& cluster : ranking.clusters) {
      out_ += "| " + markdown_line(cluster.title) + " | " + std::to_string(cluster.total.points) + " | " +
              std::to_string(cluster.total.supporters) + " | " + std::to_string(cluster.ideas) + " | " +
              (cluster.total.kept ? "oui" : "non") + " |\n";
    }
    out_ += "\n";
    paragraph("Empreinte de l’urne : `" + ranking.box_sha256 + "`");
  }

  void ideas_left() {
    heading(2, "Les idées non reprises, et pourquoi");
    paragraph(ideas_sentence(document_));
    for (const IdeaLeft& idea : document_.ideas_left) {
      item("Idée " + std::to_string(idea.id.value) + " : " + markdown_line(idea.text) + " — *" +
           markdown_line(fate_sentence(idea)) + "*");
    }
  }

  void questions() {
    if (document_.questions.empty()) {
      return;
    }
    heading(2, "Les questions des tables");
    paragraph(questions_sentence(document_));
    for (const QuestionPrinted& question : document_.questions) {
      item("Question " + std::to_string(question.id.value) + " : " + markdown_line(question.text) + " — *" +
           markdown_line(question_sentence(question)) + "*");
      for (const std::string& sentence :
           question.answer ? answer_sentences(*question.answer) : std::vector<std::string>{}) {
        out_ += "  - " + markdown_line(sentence) + "\n";
      }
    }
  }

  void measures() {
    for (const MeasurePrinted& measure : document_.measures) {
      heading(2, "Mesure : " + markdown_line(measure.title.fr));
      paragraph(counted(measure.sheets, "personne a répondu", "personnes ont répondu") + ".");
      for (const AnswersPrinted& answers : measure.questions) {
        heading(3, markdown_line(answers.text.fr));
        paragraph(answers_sentence(answers));
        if (answers.shift) {
          paragraph(shift_sentence(*answers.shift));
        }
        for (const std::string& words : answers.words) {
          item(markdown_line(words));
        }
      }
      paragraph("\nEmpreinte des réponses : `" + measure.box_sha256 + "`");
    }
  }

  void composition() {
    heading(2, "Qui a travaillé, et combien de temps");
    for (const std::string& sentence : composition_sentences(document_)) {
      item(sentence);
    }
  }

  void programme() {
    const ProgrammePrinted& programme = document_.programme;
    heading(2, "Le programme, prévu et réel");
    for (const std::string& sentence : programme_sentences(programme)) {
      item(sentence);
    }
    out_ += "\n| Séquence | Forme | Début prévu | Durée prévue | Heures réelles | Durée réelle | Écart | Remarque |\n";
    out_ += "|---|---|---|---:|---|---:|---:|---|\n";
    for (const StepPrinted& step : programme.steps) {
      out_ += "| " + markdown_line(step.title.fr) + " | " + form_name(step.form) + " | " +
              planned_start(programme, step) + " | " + planned_duration(step) + " | " + laps_in_words(programme, step) +
              " | " + worked_duration(step) + " | " + difference_of(step) + " | " + step_remarks(step) + " |\n";
    }
    out_ += "\n| Temps | Prévu | Réel | Écart |\n|---|---:|---:|---:|\n";
    for (const TimeRow& row : time_rows(programme)) {
      out_ += "| " + row.what + " | " + duration(row.planned) + " | " + duration(row.worked) + " | " +
              difference(row.worked - row.planned) + " |\n";
    }
    if (programme.changes.empty()) {
      return;
    }
    heading(3, "Les changements du programme, et pourquoi");
    for (const ChangePrinted& change : programme.changes) {
      item(markdown_line(change_sentence(programme, change)));
    }
  }

  void speaking() {
    heading(2, "Le temps de parole");
    for (const std::string& sentence : speaking_sentences(document_.speaking)) {
      item(markdown_line(sentence));
    }
  }

  void rules() {
    heading(2, "Les règles de décision");
    if (document_.rules.empty()) {
      paragraph("Aucun vote n’a été ouvert.");
    }
    for (const core::Rule& rule : document_.rules) {
      item(markdown_line(rule_sentence(rule)));
    }
  }

  void sponsor() {
    heading(2, "Les engagements et la réponse attendue");
    for (const core::Texts& commitment : document_.commitments) {
      item(markdown_line(commitment.fr));
    }
    if (!document_.commitments.empty()) {
      out_ += "\n";
    }
    if (!document_.promise) {
      paragraph("Aucune promesse n’a été enregistrée.");
      return;
    }
    paragraph(markdown_line(document_.promise->who) + " a dit :");
    out_ += markdown_quote(document_.promise->text) + "\n";
    paragraph("Réponse promise pour le " + markdown_line(date(document_.promise->due)) + ".");
  }

  void captions() {
    if (document_.captions.empty()) {
      return;
    }
    heading(2, "Ce qui a été dit, en sous-titres");
    paragraph(captions_sentence());
    for (const CaptionsPrinted& step : document_.captions) {
      heading(3, markdown_line(step.title.fr));
      for (const CaptionPrinted& said : step.paragraphs) {
        const std::string speaker = said.speaker.empty() ? "" : " **" + markdown_line(said.speaker) + "** :";
        item(clock_of(said.at_ms) + speaker + " " + markdown_line(said.text));
      }
    }
  }

  void proofs() {
    heading(2, "Vérifier cet avis");
    for (const Proof& proof : proofs_of(document_)) {
      item(proof.what + " : " + (proof.is_code ? "`" + proof.value + "`" : markdown_line(proof.value)));
    }
  }

  const AvisDocument& document_;
  std::string out_;
};

}  // namespace

std::string markdown_line(std::string_view text) {
  std::string out;
  for (const std::string_view line : lines_of(text)) {
    const std::string escaped = escape_line(line);
    if (!out.empty() && !escaped.empty()) {
      out += ' ';
    }
    out += escaped;
  }
  return out;
}

std::string markdown_quote(std::string_view text) {
  std::string out;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string escaped = escape_line(lines[i]);
    if (escaped.empty()) {
      out += ">\n";
      continue;
    }
    // A break inside a paragraph is kept by a backslash at the end of the line.
    const bool goes_on = i + 1 < lines.size() && !escape_line(lines[i + 1]).empty();
    out += "> " + escaped + (goes_on ? "\\\n" : "\n");
  }
  return out;
}

std::string to_markdown(const AvisDocument& document) {
  return Writer(document).write();
}

}  // namespace tablee::exported
