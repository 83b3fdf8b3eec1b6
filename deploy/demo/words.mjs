// What the simulated citizens say. Invented for the demonstration.
export const firstNames = [
  "Amina", "Bruno", "Chloé", "Driss", "Élodie", "Farid", "Gaëlle", "Hugo", "Inès", "Jules", "Karim", "Léa",
  "Malik", "Nadia", "Oscar", "Paola", "Quentin", "Rose", "Samir", "Tess", "Ugo", "Valérie", "Wassim", "Yaëlle",
];

export const ideas = [
  "Des vestiaires où l’on peut entrer en fauteuil.",
  "Un transport pour aller au club le mercredi.",
  "Une séance d’essai gratuite dans chaque club.",
  "Former les entraîneurs à la langue des signes.",
  "Prêter le matériel : les fauteuils de sport coûtent trop cher.",
  "Que les clubs disent clairement qui ils peuvent accueillir.",
  "Faire du sport ensemble à l’école, avec et sans handicap.",
  "Montrer des championnes et des champions handicapés à la télévision.",
  "Un numéro de téléphone pour trouver un sport près de chez soi.",
  "Des horaires calmes, sans bruit, à la piscine.",
  "Un accompagnant payé pendant l’entraînement.",
  "Des panneaux simples avec des images dans les gymnases.",
  "Rembourser une partie de la licence.",
  "Inviter les familles à essayer aussi.",
  "Vérifier que les nouveaux stades sont vraiment accessibles.",
  "Un référent handicap dans chaque fédération.",
];

export const articles = [
  {
    title: "Un club qui accueille près de chez soi",
    finding: "Beaucoup de jeunes ne savent pas quel club peut les accueillir.",
    measure: "Chaque club publie une fiche d’accueil simple et vérifiée.",
    for_whom: "Les jeunes en situation de handicap et leurs familles.",
    by_whom: "Les fédérations, avec les communes.",
    text: "Chaque club affilié publie une fiche d’accueil. Elle dit qui peut venir, comment, et qui appeler. La commune la vérifie chaque année.",
  },
  {
    title: "Le matériel se prête",
    finding: "Un fauteuil de sport coûte plusieurs milliers d’euros.",
    measure: "Un parc de matériel partagé dans chaque département.",
    for_whom: "Toute personne qui veut essayer un sport.",
    by_whom: "Le département et les clubs.",
    text: "Chaque département ouvre un parc de matériel sportif adapté. Le prêt est gratuit pendant trois mois.",
  },
  {
    title: "Aller au sport sans voiture",
    finding: "Le trajet empêche plus de monde que le sport lui-même.",
    measure: "Un transport adapté les jours d’entraînement.",
    for_whom: "Les jeunes qui ne peuvent pas venir seuls.",
    by_whom: "Les régions.",
    text: "La région organise un transport adapté vers les clubs, au moins un jour par semaine, au prix d’un ticket de bus.",
  },
];
