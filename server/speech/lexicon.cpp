#include "speech/lexicon.h"

#include <algorithm>
#include <array>

namespace tablee::speech {

namespace {

constexpr std::array rows = {
    // Letter by letter.
    LexiconRow{U"AAH", U""},
    LexiconRow{U"AEEH", U""},
    LexiconRow{U"AESH", U""},
    LexiconRow{U"AMO", U""},
    LexiconRow{U"ARS", U""},
    LexiconRow{U"ASE", U""},
    LexiconRow{U"ATSEM", U"atsème"},
    LexiconRow{U"AVS", U""},
    LexiconRow{U"CAA", U""},
    LexiconRow{U"CAF", U"caffe"},
    LexiconRow{U"CAP", U"cape"},
    LexiconRow{U"CCAS", U"C-Casse"},
    LexiconRow{U"CDAPH", U""},
    LexiconRow{U"CDI", U""},
    LexiconRow{U"CDD", U""},
    LexiconRow{U"CE", U""},
    LexiconRow{U"CESE", U"cézeu"},
    LexiconRow{U"CESER", U"cézère"},
    LexiconRow{U"CFA", U""},
    LexiconRow{U"CIA", U""},
    LexiconRow{U"CIPC", U""},
    LexiconRow{U"CLIS", U"clisse"},
    LexiconRow{U"CM1", U"C M 1"},
    LexiconRow{U"CM2", U"C M 2"},
    LexiconRow{U"CE1", U"C E 1"},
    LexiconRow{U"CE2", U"C E 2"},
    LexiconRow{U"CNDP", U""},
    LexiconRow{U"CNIL", U"cnile"},
    LexiconRow{U"CNSA", U""},
    LexiconRow{U"CPE", U""},
    LexiconRow{U"CRPD", U""},
    LexiconRow{U"CVS", U""},
    LexiconRow{U"DITP", U""},
    LexiconRow{U"DGCS", U""},
    LexiconRow{U"DRH", U""},
    LexiconRow{U"EA", U""},
    LexiconRow{U"EHPAD", U"épade"},
    LexiconRow{U"EPCI", U""},
    LexiconRow{U"ERP", U""},
    LexiconRow{U"ESAT", U"ézatte"},
    LexiconRow{U"ETP", U""},
    LexiconRow{U"FAQ", U""},
    LexiconRow{U"FALC", U"falque"},
    LexiconRow{U"HLM", U""},
    LexiconRow{U"IA", U""},
    LexiconRow{U"IEF", U""},
    LexiconRow{U"IME", U""},
    LexiconRow{U"IUT", U""},
    LexiconRow{U"ITEP", U"itepe"},
    LexiconRow{U"LGBT", U""},
    LexiconRow{U"LPC", U""},
    LexiconRow{U"LSF", U""},
    LexiconRow{U"MDPH", U""},
    LexiconRow{U"MJC", U""},
    LexiconRow{U"ODD", U""},
    LexiconRow{U"ONG", U""},
    LexiconRow{U"ONU", U"onu"},
    LexiconRow{U"PAI", U""},
    LexiconRow{U"PAP", U""},
    LexiconRow{U"PCH", U""},
    LexiconRow{U"PDF", U""},
    LexiconRow{U"PLU", U""},
    LexiconRow{U"PLUi", U"P L U i"},
    LexiconRow{U"PMI", U""},
    LexiconRow{U"PMR", U""},
    LexiconRow{U"PPS", U""},
    LexiconRow{U"PTSM", U""},
    LexiconRow{U"QR", U""},
    LexiconRow{U"QVT", U""},
    LexiconRow{U"RATP", U""},
    LexiconRow{U"RER", U""},
    LexiconRow{U"RGAA", U""},
    LexiconRow{U"RGPD", U""},
    LexiconRow{U"RQTH", U""},
    LexiconRow{U"RSA", U""},
    LexiconRow{U"RSE", U""},
    LexiconRow{U"SAMSAH", U"samsa"},
    LexiconRow{U"SAVS", U""},
    LexiconRow{U"SEGPA", U"segpa"},
    LexiconRow{U"SESSAD", U"sessade"},
    LexiconRow{U"SMIC", U"smique"},
    LexiconRow{U"SNCF", U""},
    LexiconRow{U"SNU", U""},
    LexiconRow{U"SVT", U""},
    LexiconRow{U"TDAH", U""},
    LexiconRow{U"TER", U""},
    LexiconRow{U"TGV", U""},
    LexiconRow{U"TND", U""},
    LexiconRow{U"TSA", U""},
    LexiconRow{U"UE", U""},
    LexiconRow{U"UEMA", U"uéma"},
    LexiconRow{U"ULIS", U"ulisse"},
    LexiconRow{U"UNAPEI", U"unapé"},
    LexiconRow{U"UNESCO", U"unesco"},
    LexiconRow{U"USB", U""},
    LexiconRow{U"VAE", U""},
    LexiconRow{U"VTC", U""},
    LexiconRow{U"ZFE", U""},
    LexiconRow{U"Wi-Fi", U"wifi"},
    LexiconRow{U"WiFi", U"wifi"},
    // Abbreviations.
    LexiconRow{U"Mmes", U"mesdames"},
    LexiconRow{U"Mme", U"madame"},
    LexiconRow{U"Mlle", U"mademoiselle"},
    LexiconRow{U"Dr", U"docteur"},
    LexiconRow{U"MM.", U"messieurs"},
    LexiconRow{U"M.", U"monsieur"},
    LexiconRow{U"n°", U"numéro"},
    LexiconRow{U"N°", U"numéro"},
    LexiconRow{U"nᵒ", U"numéro"},
    LexiconRow{U"nº", U"numéro"},
    LexiconRow{U"p. ex.", U"par exemple"},
    LexiconRow{U"par ex.", U"par exemple"},
    LexiconRow{U"ex.", U"exemple"},
    LexiconRow{U"c.-à-d.", U"c’est-à-dire"},
    LexiconRow{U"cf.", U"voir"},
    LexiconRow{U"Cf.", U"voir"},
    LexiconRow{U"art.", U"article"},
    LexiconRow{U"min.", U"minimum"},
    LexiconRow{U"max.", U"maximum"},
    LexiconRow{U"svp", U"s’il vous plaît"},
    LexiconRow{U"SVP", U"s’il vous plaît"},
    LexiconRow{U"RDV", U"rendez-vous"},
    LexiconRow{U"rdv", U"rendez-vous"},
    LexiconRow{U"tél.", U"téléphone"},
    LexiconRow{U"qqch", U"quelque chose"},
};

// « M. » is a person only before a name.
bool fits(std::u32string_view text, std::size_t at, const LexiconRow& row) {
  if (!stands_at(text, at, row.written)) {
    return false;
  }
  const std::size_t end = at + row.written.size();
  return row.written != U"M." || is_capital(sign_at(text, end + spaces_from(text, end)));
}

bool is_vowel(char32_t capital) {
  return std::u32string_view(U"AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒ").find(capital) != std::u32string_view::npos;
}

}  // namespace

std::u32string spelled(std::u32string_view letters) {
  std::u32string words;
  for (const char32_t letter : letters) {
    words.append(words.empty() ? U"" : U" ").push_back(letter);
  }
  return words;
}

std::optional<Said> say_from_lexicon(std::u32string_view text, std::size_t at) {
  for (const LexiconRow& row : rows) {
    if (fits(text, at, row)) {
      return Said{row.said.empty() ? spelled(row.written) : std::u32string(row.said), row.written.size()};
    }
  }
  constexpr std::size_t letters_min = 2;
  constexpr std::size_t letters_max = 6;
  const std::u32string_view word = text.substr(at, letters_from(text, at));
  const bool spell = word.size() >= letters_min && word.size() <= letters_max &&
                     std::all_of(word.begin(), word.end(), is_capital) &&
                     std::none_of(word.begin(), word.end(), is_vowel);
  return spell ? std::optional(Said{spelled(word), word.size()}) : std::nullopt;
}

}  // namespace tablee::speech
