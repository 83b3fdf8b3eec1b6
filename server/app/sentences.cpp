#include "app/sentences.h"

#include <string_view>

namespace tablee::app {

std::string opening_sentence(const Refusal& refusal, const std::string& file) {
  switch (refusal.code) {
    case Code::not_found:
      return "Il n’y a pas d’atelier ici : " + file + ".";
    case Code::unsupported:
      return refusal.field == "user_version"
                 ? file + " vient d’une version plus récente de Tablée : mettez ce programme à jour."
                 : file + " n’est pas un atelier Tablée.";
    case Code::malformed:
      return file + " est abîmé et ne peut pas être ouvert : reprenez une copie de sauvegarde.";
    case Code::conflict:
      return "Un autre programme utilise déjà l’atelier " + file + ".";
    case Code::not_allowed:
      return "Ce compte n’a pas le droit d’ouvrir " + file + " ou d’écrire dans son dossier.";
    case Code::storage_low:
      return "Le disque qui contient " + file + " est plein ou en panne.";
    default:
      return file + " ne peut pas être ouvert : " + refusal.detail;
  }
}

std::string journal_sentence(const Refusal& refusal) {
  constexpr std::string_view row = "row/";
  constexpr std::string_view record = "record/";
  if (refusal.field.starts_with(row)) {
    return "La ligne " + refusal.field.substr(row.size()) + " du journal ne peut pas être relue (" + refusal.detail +
           ")";
  }
  if (refusal.field.starts_with(record)) {
    return "La fiche " + refusal.field.substr(record.size()) + ", gardée à côté du journal, est abîmée (" +
           refusal.detail + ")";
  }
  if (refusal.field.empty()) {
    return "Le journal ne peut pas être lu (" + refusal.detail + ")";
  }
  const std::string place = "La ligne " + refusal.field + " du journal ";
  switch (refusal.code) {
    case Code::not_found:
      return place + "manque.";
    case Code::out_of_range:
      return place + "est abîmée : son heure est avant celle de la ligne précédente.";
    default:
      return place + "est abîmée : son empreinte ne correspond pas à son contenu et à la ligne précédente.";
  }
}

std::string listening_sentence(const Refusal& refusal, const ServeSettings& settings) {
  const std::string port = std::to_string(settings.port);
  if (refusal.field == "web_dir") {
    return "Les écrans ne peuvent pas être lus (" + refusal.detail + ")";
  }
  switch (refusal.code) {
    case Code::conflict:
      return "Le port " + port + " est déjà pris par un autre programme : choisissez-en un autre avec --port.";
    case Code::not_allowed:
      return "Le port " + port + " est réservé au système : choisissez-en un au-dessus de 1023.";
    case Code::not_found:
      return "Cet ordinateur n’a pas l’adresse " + settings.bind + ".";
    default:
      return "Impossible d’écouter sur " + settings.bind + ", port " + port + " (" + refusal.detail + ").";
  }
}

std::string stopped_sentence(const Refusal& refusal) {
  const std::string kept =
      " Tout ce qui a été confirmé sur les tablettes est gardé ; relancez la même commande ensuite.";
  if (refusal.code == Code::storage_low) {
    return "L’atelier s’arrête : le disque est plein ou en panne." + kept;
  }
  return "L’atelier s’arrête : le journal ne peut plus être écrit (" + refusal.detail + ")." + kept;
}

}  // namespace tablee::app
