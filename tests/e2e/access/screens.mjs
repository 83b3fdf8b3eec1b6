// Every screen and state of the client, by name, and how to reach it. README.md says how to add one.
//
// Shape    A walk is one room that goes through one scenario of tests/transcripts/scenarios; its screens come in the order in
//          which the room reaches them. A name begins with whose screen it is: participant, table, expert, captioner, companion,
//          console or projector. All but the staff's and the room's are held to every requirement, these to WCAG 2.2 AA.
import { join } from "node:path";
import { Seat } from "../../../deploy/demo/seat.mjs";
import { until } from "../facilitator.mjs";
import { sendLate } from "../late_words.mjs";
import { Tablet, toCode } from "../screens.mjs";
import { Switches } from "../switches.mjs";
import { at, drawer, everyPanel, guest, newcomer, onPanel, others, panel, press, said, say, scene, screen, sendIdea, settle, to, unfold, withSettings } from "./gestures.mjs";
import { documents, helping, oneThing } from "./screens_aids.mjs";

export { settle } from "./gestures.mjs";

const door = [
  screen("participant/door", "guest", guest("/")),
  screen("participant/door, wrong code", "guest", async (room) => {
    const page = await room.guest("/");
    await toCode(page);
    await page.getByLabel("Le code de votre carte").fill("AAAA AAAA");
    await press(page, "Entrer");
    await page.locator(".field-error").waitFor();
    return page;
  }),
  screen("participant/door, a scanned card", "guest", (room) => room.guest(`/#${room.codeOf((card) => card.person === 2)}`)),
  screen("participant/door, digits that open nothing", "guest", async (room) => {
    const page = await room.guest("/");
    await press(page, /^Les 4 chiffres/);
    await page.getByLabel("Les 4 chiffres de votre carte").fill("9999");
    await press(page, "Entrer");
    await page.locator(".field-error").waitFor();
    return page;
  }),
  screen("participant/door, pictures", "guest", async (room) => {
    const page = await room.guest("/");
    await press(page, /^Les 3 images/);
    await press(page, /^Chat/);
    await press(page, /^Fleur/);
    await press(page, "Entrer");
    await said(page.getByRole("main"), /^Choisissez encore/);
    return page;
  }),
  screen("participant/door, waiting to be placed", "guest", async (room) => {
    const page = await room.guest("/");
    await press(page, /^J’attends/);
    await page.locator(".called").waitFor();
    return page;
  }),
  screen("participant/another card", "guest", (room) => room.again(room.ann, `/#${room.codeOf((card) => card.person === 2)}`)),
  screen("participant/looking for the room", "guest", (room) => room.again(room.ann, "/", { silent: true })),
  screen("participant/door, two switches", "guest", async (room) => {
    const page = await withSettings(room, { scanning: "two_switches" });
    await page.locator("[data-scan-at]").first().waitFor();
    return page;
  }),
  screen("participant/door, letters for switches", "guest", async (room) => {
    const page = await withSettings(room, { scanning: "two_switches" });
    await new Switches(page, { choose: "Enter", advance: "2" }).choose(/code de votre carte/);
    await page.locator(".scan-text").waitFor();
    return page;
  }),
  screen("participant/door, a pointer that rests", "guest", async (room) => {
    const page = await withSettings(room, { dwell_ms: 3_000, still: true });
    const box = await page.getByRole("button", { name: "Entrer" }).boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await said(page, /^[■□]{6}$/);
    return page;
  }),
  screen("table/door", "guest", guest("/table")),
  screen("expert/door", "guest", guest("/expert")),
  screen("captioner/door", "guest", guest("/captions")),
  screen("companion/door", "guest", guest("/companion")),
  screen("console/door", "guest", guest("/console")),
  screen("projector/no line", "guest", (room) => room.guest("/projector", { silent: true })),
];

const reading = {
  scenario: "reading",
  screens: [
    ...door,
    screen("participant/waiting", "ann"),
    screen("table/waiting", "table"),
    screen("projector/join", "wall"),
    ...everyPanel("before the first step"),
    screen("console/keyboard help", "console", async ({ cockpit }) => {
      await cockpit.page.keyboard.press("?");
      await cockpit.page.getByRole("dialog").waitFor();
    }),
    screen("console/people, a list to read again", "console", async (room) => {
      await room.cockpit.page.keyboard.press("Escape");
      await panel("people")(room);
      const list = Buffer.from("Prénom;Table\nAnn;1\nZoé;2\n;1\nZoé;2\n", "utf8");
      const file = { name: "liste.csv", mimeType: "text/csv", buffer: list };
      await room.cockpit.page.getByLabel("Fichier de la liste").setInputFiles(file);
      await said(room.cockpit.page, /^Ajouter \d/);
      await unfold(room.cockpit.page);
    }),
    screen("console/people, a tablet that waits", "console", async (room) => {
      room.tablet = new Seat(room.server.socket, { role: "participant", credential: "waiting" });
      room.tablet.welcome.catch(() => {});
      await said(room.cockpit.page, "Tablettes qui attendent");
    }),
    screen("participant/welcome", "ann", async (room) => {
      room.tablet.close();
      await room.cockpit.press("0");
      await to("door")(room);
      await said(room.ann, /Bonjour Ann/);
    }),
    screen("participant/write", "ann", async (room) => {
      await to("w1")(room);
      await at(room.ann, /./);
      await room.ann.getByLabel("Mon idée").waitFor();
    }),
    screen("participant/settings, every group open", "ann", async ({ ann }) => {
      await settle(ann, "checkbox", "Une ligne pour suivre la lecture");
    }),
    screen("participant/write, a reading line and words to say", "ann", async ({ ann }) => {
      await press(ann, "Parler autrement");
      await press(ann, "C’est bon");
      await ann.getByLabel("Ce que je veux dire").fill("Je voudrais ajouter quelque chose.");
    }),
    screen("participant/words to say, large", "ann", async ({ ann }) => {
      await press(ann, "Montrer en grand");
      await ann.getByRole("dialog").waitFor();
    }),
    screen("participant/a calm screen", "ann", async ({ ann }) => {
      await press(ann, "Fermer");
      await press(ann, "Faire une pause");
      await said(ann, "Prenez votre temps");
    }),
    screen("participant/frozen", "ann", async ({ ann }) => {
      await press(ann, "Je reviens");
      await press(ann, "Figer l’écran");
      await said(ann, /^L’écran ne bouge plus/);
    }),
    screen("participant/write, small", "bob", async ({ ann }) => {
      await press(ann, "Laisser bouger l’écran");
      await settle(ann, "button", "Comme au début");
      await ann.getByRole("checkbox", { name: "Aller seul à la nouvelle étape" }).check();
      await press(ann, "C’est bon");
    }),
    screen("participant/write, a fault and a signal", "ann", async ({ ann }) => {
      await press(ann, "Envoyer mon idée");
      await press(ann, /^Plus de temps/);
      await said(ann, "Il faut d’abord écrire votre idée.");
      await said(ann, "✓ Envoyé");
    }),
    screen("participant/message", "ann", async (room) => {
      await room.lead.say("send_message", { text: "Le goûter est servi dans le jardin." });
      await said(room.ann, "Le goûter est servi dans le jardin.");
    }),
    screen("table/own tablets, message", "table"),
    screen("projector/step", "wall"),
    screen("console/cockpit, requests", "console", async ({ cockpit }) => said(cockpit.page, /Vu/)),
    screen("participant/ready, no line", "bob", async (room) => {
      await press(room.bob, "J’ai lu");
      await sendIdea(room.bob, /./, "Une rampe à l’entrée du stade");
      await press(room.bob, "J’ai fini");
      await room.bob.context().setOffline(true);
      await room.bob.evaluate(() => window.dispatchEvent(new Event("offline")));
      await room.bob.getByLabel("Mon idée").fill("Un car le samedi");
      await press(room.bob, "Envoyer mon idée");
      await drawer(room.bob, "Mes idées");
      await room.bob.getByText("Pas encore envoyée").first().waitFor();
    }),
    screen("console/the next step, asked again", "console", async (room) => {
      await room.bob.context().setOffline(false);
      await press(room.ann, "J’ai lu");
      await room.ann.getByLabel("Mon idée").fill("Un gradin couvert");
      await until(() => room.lead.sections.people.people[0].draft, "the draft on the server");
      await room.cockpit.press("0");
      await room.cockpit.press("N");
      await said(room.cockpit.page, "Commencer maintenant");
    }),
    screen("console/the end, announced", "console", async ({ cockpit }) => {
      await press(cockpit.page, "Prévenir, et laisser 2 minutes");
      await said(cockpit.page, /^La fin est annoncée/);
    }),
    screen("participant/the end, announced", "ann", async ({ ann }) => said(ann, /^Cette étape finit/)),
    screen("table/the end, announced", "table"),
    screen("participant/write, the step is over", "ann", async (room) => {
      await to("pause")(room);
      await said(room.ann, "Nouvelle étape :");
    }),
    screen("participant/drawers", "bob", async ({ ann, bob }) => {
      await press(ann, /^Envoyer mon idée/);
      await at(bob, "Pause");
      await unfold(bob);
    }),
    screen("participant/giving the tablet back", "bob", async ({ bob }) => {
      await press(bob, "Rendre ou passer la tablette");
      await bob.getByRole("dialog").waitFor();
    }),
    screen("participant/break", "ann", async ({ ann, bob }) => {
      await bob.keyboard.press("Escape");
      await at(ann, "Pause");
    }),
    screen("projector/break", "wall"),
    screen("participant/room paused", "ann", async (room) => {
      await room.lead.say("pause_room", {});
      await said(room.ann, "La salle est en pause.");
    }),
    screen("projector/paused", "wall"),
    screen("console/cockpit, paused", "console"),
    screen("participant/cluster", "ann", async (room) => {
      await room.lead.say("resume_room", {});
      await to("sort")(room);
      await room.lead.say("add_cluster", { title: "Venir au stade", ideas: [1, 2] });
      await room.lead.say("add_cluster", { title: "Voir le match", ideas: [3] });
      await at(room.ann, /./);
      await said(room.ann, "Venir au stade");
    }),
    screen("projector/clusters", "wall", async ({ wall }) => said(wall, "Venir au stade")),
    onPanel("ideas, in groups", "ideas", "Venir au stade"),
    screen("participant/review, marks", "ann", async (room) => {
      await to("check")(room);
      await at(room.ann, /./);
      await press(room.ann, "Pas sûr");
      await said(room.ann, "Ce que votre table a dit");
    }),
    screen("participant/rank", "ann", async (room) => {
      await to("choose")(room);
      await at(room.ann, /./);
      await room.ann.getByRole("button", { name: /^Plus de points pour « Venir/ }).waitFor();
    }),
    screen("participant/rank, too many", "bob", async ({ bob }) => {
      await at(bob, /./);
      for (let i = 0; i < 3; i += 1) {
        await press(bob, /^Plus de points pour « Venir/);
      }
      await said(bob, "C’est le plus possible");
    }),
    screen("participant/rank, check", "bob", ({ bob }) => press(bob, "Vérifier mon choix")),
    screen("participant/rank, sent", "bob", async ({ bob }) => {
      await press(bob, "Oui, envoyer mon vote");
      await said(bob, "Votre vote est enregistré");
    }),
    screen("projector/points, open", "wall", async ({ wall }) => said(wall, "Le vote est ouvert")),
    screen("participant/rank, result", "ann", async (room) => {
      await room.lead.say("close_poll", { poll: 1 });
      await room.lead.say("publish_poll", { poll: 1 });
      await said(room.ann, "Le résultat");
      await drawer(room.ann, "Voir les chiffres dans un tableau");
      await room.ann.getByRole("table", { name: "Le résultat" }).waitFor();
    }),
    screen("participant/rank, the figures, small", "bob", async ({ bob }) => {
      await said(bob, "Le résultat");
      await drawer(bob, "Voir les chiffres dans un tableau");
      await bob.getByRole("rowheader", { name: "Venir au stade (gardé)" }).waitFor();
    }),
    screen("projector/points, result", "wall", async ({ wall }) => said(wall, "Venir au stade")),
    screen("participant/draft, to read", "ann", async (room) => {
      await to("text")(room);
      await at(room.ann, /./);
      await room.ann.getByRole("button", { name: "Écrire ici pour la table" }).waitFor();
    }),
    screen("participant/draft, to write", "ann", async ({ ann }) => {
      await press(ann, "Écrire ici pour la table");
      await ann.getByLabel(/^1\. Titre/).first().fill("Un car pour le stade");
      await ann.getByLabel(/^1\. Titre/).first().blur();
      await said(ann, "Gardé");
    }),
    screen("table/draft", "table", async ({ tableScreen }) => {
      await at(tableScreen, /./);
      await said(tableScreen, "Titre");
    }),
    onPanel("room, articles", "room", /Table 1/),
    screen("table/draft, two in one block", "table", async ({ ann, tableScreen }) => {
      await tableScreen.getByLabel(/^1\. Titre/).first().focus();
      await ann.getByLabel(/^1\. Titre/).first().fill("Un train pour le stade");
      await said(tableScreen, "écrit ici");
    }),
    screen("table/draft, what changed", "table", async ({ tableScreen }) => {
      await press(tableScreen, "Ce qui a changé");
      await said(tableScreen, "Maintenant");
    }),
    screen("participant/review, an article", "bob", async (room) => {
      await to("read")(room);
      await at(room.bob, /./);
      await room.bob.getByLabel("Vos mots").first().fill("Qui paie ?");
    }),
    screen("participant/words that came after the end", "ann", async (room) => {
      const article = room.lead.sections.people.tables[0].article;
      await sendLate(room.server, room.lead, room.codeOf((card) => card.person === 1), article, ", et en train");
      await said(room.ann, "Mots arrivés après la fin");
    }),
    screen("table/words that came after the end", "table", async ({ tableScreen }) => said(tableScreen, "Laisser de côté")),
    screen("console/words that came after the end", "console", async (room) => {
      await panel("cockpit")(room);
      await said(room.cockpit.page, "Mots arrivés après la fin");
    }),
    screen("console/words to add, asked again", "console", async ({ cockpit }) => {
      await press(cockpit.page, /^Ajouter à l’article/);
      await cockpit.page.getByRole("dialog").waitFor();
    }),
    screen("participant/words that were left out", "ann", async (room) => {
      await room.cockpit.page.keyboard.press("Escape");
      await press(room.ann, /^Laisser de côté/);
      await said(room.ann, "Ces mots sont laissés de côté.");
    }),
    screen("table/review", "table", async ({ tableScreen }) => at(tableScreen, /./)),
    screen("projector/review", "wall"),
    screen("participant/draft, remarks received", "ann", async (room) => {
      await press(room.bob, "Envoyer");
      await said(room.bob, "Qui paie ?");
      await until(() => room.lead.sections.people.tables.some((each) => each.comments_written > 0), "a remark");
      await to("again")(room);
      await at(room.ann, /./);
      await said(room.ann, "1 remarque sur votre texte");
    }),
    onPanel("room, remarks", "room", "Qui paie ?"),
    screen("participant/vote, not open", "ann", async (room) => {
      await to("vote")(room);
      await at(room.ann, /./);
      await said(room.ann, "Le vote n’est pas encore ouvert.");
    }),
    screen("console/polls, the easy French of a vote", "console", async (room) => {
      await panel("polls")(room);
      await drawer(room.cockpit.page, "Version facile (FALC) du vote");
      await said(room.cockpit.page, "Garder le texte facile");
    }),
    screen("participant/vote, choose", "ann", async (room) => {
      const text = "Tu votes pour ou contre ce texte.";
      await room.lead.say("word_poll", { poll: 2, text, readers: 3, readers_from: "Atelier des Tilleuls" });
      await room.lead.say("open_poll", { poll: 2 });
      await room.ann.getByRole("radio", { name: "Pour" }).check();
    }),
    screen("projector/vote", "wall", async ({ wall }) => said(wall, "Le vote est ouvert")),
    screen("console/cockpit, vote", "console", async (room) => {
      await panel("cockpit")(room);
      await said(room.cockpit.page, "Clore le vote");
    }),
    screen("console/closing the vote", "console", async ({ cockpit }) => {
      await cockpit.press("L");
      await cockpit.page.getByRole("dialog").waitFor();
    }),
    screen("participant/vote, check", "ann", async ({ ann, cockpit }) => {
      await cockpit.page.keyboard.press("Escape");
      await press(ann, "Vérifier mon choix");
    }),
    screen("participant/vote, check, who is near", "ann", async ({ ann }) => {
      await press(ann, "Écouter : mon choix");
      await said(ann, "Sans casque, les personnes près de vous entendent votre choix.");
    }),
    screen("participant/vote, sent and shown", "ann", async ({ ann }) => {
      await press(ann, "Oui, envoyer mon vote");
      await said(ann, "Votre vote est enregistré");
      await press(ann, "Voir mon choix");
    }),
    screen("participant/vote, closed", "bob", async (room) => {
      await at(room.bob, /./);
      await new Tablet(room.bob).vote("Contre");
      await said(room.bob, "Votre vote est enregistré");
      await room.lead.say("close_poll", { poll: 2 });
      await said(room.bob, "Le vote est fermé.");
    }),
    screen("projector/vote, closed", "wall"),
    screen("participant/vote, published", "ann", async (room) => {
      await room.lead.say("publish_poll", { poll: 2 });
      await said(room.ann, "pour,");
    }),
    screen("table/vote, published", "table", async ({ tableScreen }) => at(tableScreen, /./)),
    screen("projector/vote, published", "wall"),
    scene("programme", "programme", "Le programme"),
    scene("message", "message", "On reprend.", "On reprend."),
    screen("projector/blank", "wall", async (room) => {
      await room.lead.say("show_scene", { scene: "blank", message: "" });
      await room.wall.locator(".screen-blank").waitFor();
    }),
    screen("participant/hand over", "ann", async (room) => {
      await room.lead.say("show_scene", { scene: "automatic", message: "" });
      await to("end")(room);
      await room.lead.say("record_promise", { who: "Mme Roy", text: "Une réponse écrite à chaque article.", due: "2027-01-15" });
      await at(room.ann, /./);
      await said(room.ann, "Une réponse écrite à chaque article.");
    }),
    screen("participant/a hard word, explained", "ann", async ({ ann }) => {
      await press(ann, "avis, mot expliqué");
      await ann.getByRole("dialog").waitFor();
    }),
    screen("table/hand over", "table", async ({ tableScreen }) => at(tableScreen, /./)),
    screen("projector/avis", "wall"),
    ...everyPanel("at the end"),
  ],
};

const wishing = {
  scenario: "wishing",
  screens: [
    screen("participant/reading alone", "bob", async (room) => {
      await to("w1")(room);
      await sendIdea(room.ann, /./, "Un gradin couvert");
      await sendIdea(room.bob, /./, "Une rampe à l’entrée");
      await to("alone")(room);
      await at(room.bob, "Lire seul");
      await said(room.bob, "Un gradin couvert");
    }),
    screen("participant/wishes", "ann", async (room) => {
      await to("sort")(room);
      await room.lead.say("add_cluster", { title: "Le stade", ideas: [1] });
      await room.lead.say("add_cluster", { title: "Entrer", ideas: [2] });
      await to("choose")(room);
      for (const [page, subject] of [[room.ann, "Le stade"], [room.bob, "Entrer"]]) {
        await at(page, "Choisir");
        await new Tablet(page).givePoints(subject, 1);
        await said(page, "Votre vote est enregistré");
      }
      await room.lead.say("close_poll", { poll: 1 });
      await room.lead.say("publish_poll", { poll: 1 });
      await to("wish")(room);
      await at(room.ann, "Choisir son sujet");
      await press(room.ann, "Entrer");
      await said(room.ann, "Vos choix sont enregistrés.");
    }),
    screen("participant/committee writes", "bob", async (room) => {
      await to("text")(room);
      await to("night")(room);
      await at(room.bob, "Nuit");
      await press(room.bob, "Participer");
      await room.bob.getByText(/^Article 1/).first().click();
      await room.bob.getByLabel(/^1\. Titre/).first().fill("Une porte pour tous");
      await room.bob.getByLabel(/^1\. Titre/).first().blur();
      await said(room.bob, "Gardé");
    }),
    onPanel("avis, committee", "avis", "1 personne sur 2 écrit depuis sa tablette."),
    screen("participant/an article's urgency", "bob", async (room) => {
      await to("urgent")(room);
      await at(room.bob, /urgent/);
    }),
  ],
};

const clocks = {
  scenario: "clocks",
  screens: [
    screen("console/a way out", "console", async (room) => {
      await to("door")(room);
      await said(room.cockpit.page, "Assez de personnes sont là.");
    }),
    screen("participant/table paused", "ann", async (room) => {
      await to("w1")(room);
      await room.lead.say("pause_table", { table: 1 });
      await said(room.ann, "Votre table est en pause.");
    }),
    onPanel("room, table times", "room", /Repartir/),
    screen("participant/committee sorts", "ann", async (room) => {
      await room.lead.say("resume_table", { table: 1 });
      await sendIdea(room.ann, /./, "Un banc");
      await sendIdea(room.bob, /./, "Une rampe");
      await others(room, 6, async (seat, i) => {
        for (const text of [`Une fontaine, allée ${i + 1}`, `Un éclairage doux, allée ${i + 1}`]) {
          await seat.say("submit_idea", { step: "w1", text });
        }
      });
      await to("sort")(room);
      await room.lead.say("set_committee", { step: "sort", people: [1] });
      await room.lead.say("add_cluster", { title: "Le lieu", ideas: [1, 2] });
      await at(room.ann, /./);
      await said(room.ann, "Ranger dans");
    }),
    screen("participant/committee, a list under a pointer that rests", "ann", async ({ ann }) => {
      await settle(ann, "radio", "Un temps très court");
      await press(ann, "C’est bon");
      const list = ann.getByLabel("Ranger dans").first();
      await list.scrollIntoViewIfNeeded();
      const box = await list.boundingBox();
      await ann.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
      await ann.getByRole("dialog").waitFor();
      await ann.mouse.move(2, 2);
    }),
    screen("participant/an idea contested", "bob", async ({ ann, bob }) => {
      await ann.keyboard.press("Escape");
      await at(bob, /./);
      await drawer(bob, "Mes idées");
      await press(bob, /^Elle n’est pas à sa place/);
      await bob.getByLabel(/Où la mettre/).fill("Entrer n’est pas le lieu.");
    }),
    screen("console/ideas, contested", "console", async (room) => {
      await press(room.bob, "Le dire à l’équipe");
      await panel("ideas")(room);
      await said(room.cockpit.page, "Entrer n’est pas le lieu.");
    }),
    screen("console/ideas, searched", "console", async ({ cockpit }) => {
      await cockpit.page.getByLabel("Chercher une idée").fill("ecléraje");
      await said(cockpit.page, "6 idées trouvées");
    }),
    screen("participant/a wall of ideas, searched", "bob", async (room) => {
      await room.lead.say("add_cluster", { title: "Le soir", ideas: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] });
      await room.bob.getByLabel("Chercher une idée").fill("fontenne");
      await said(room.bob, "6 idées trouvées");
    }),
    screen("participant/a wall of ideas, nothing found", "bob", async ({ bob }) => {
      await press(bob, "Effacer la recherche");
      await bob.getByLabel("Chercher une idée").fill("hippopotame");
      await said(bob, "Aucune idée trouvée.");
    }),
    screen("participant/night", "ann", async (room) => {
      await to("night")(room);
      await at(room.ann, /./);
      await said(room.ann, "On reprend demain");
    }),
    screen("projector/night", "wall"),
    onPanel("run, the night", "run", /./),
  ],
};

const merging = {
  scenario: "merging",
  people: [{ name: "Cleo", table: 1 }],
  screens: [
    screen("participant/merge", "ann", async (room) => {
      await to("w1")(room);
      await sendIdea(room.ann, /./, "Un banc au soleil");
      await sendIdea(room.ann, /./, "Un arbre sur la place");
      await to("together")(room);
      await at(room.ann, /./);
      await room.ann.getByRole("checkbox", { name: "Un banc au soleil" }).check();
      await said(room.ann, "1 idée gardée.");
    }),
    screen("participant/merge, into one", "ann", async ({ ann }) => {
      await press(ann, "Réunir des idées");
      await ann.getByLabel("La nouvelle idée, avec vos mots").waitFor();
    }),
    screen("projector/merge", "wall"),
    screen("table/merge", "table", async (room) => {
      await room.lead.say("start_turn", { step: "together", turn: 1 });
      await at(room.tableScreen, /./);
      await said(room.tableScreen, "Vous travaillez avec toute la table");
    }),
    screen("projector/kept at the tables", "wall", async (room) => {
      await to("again")(room);
      await at(room.ann, /./);
      await room.ann.getByLabel("Mon idée").fill("Une fontaine");
      await press(room.ann, "Envoyer mon idée");
      await said(room.ann, "Vous avez envoyé");
      await room.lead.say("start_turn", { step: "again", turn: 1 });
      await room.ann.getByRole("checkbox", { name: "Une fontaine" }).check();
      await said(room.ann, "1 idée gardée.");
      await room.lead.say("start_turn", { step: "again", turn: 2 });
      await said(room.wall, "Une fontaine");
    }),
    screen("participant/kept at the tables", "bob", async ({ bob }) => {
      await at(bob, /./);
      await said(bob, "Ce que les groupes ont gardé");
    }),
  ],
};

const asking = {
  scenario: "asking",
  screens: [
    screen("participant/ask", "ann", async (room) => {
      await to("collect")(room);
      for (const [page, words] of [[room.ann, "Qui paie le car ?"], [room.bob, "Et les transports ?"]]) {
        await at(page, /./);
        await page.getByLabel("Une question de notre table").fill(words);
        await press(page, "Envoyer la question");
      }
      await said(room.ann, "Et les transports ?");
    }),
    screen("table/ask", "table"),
    screen("expert/questions", "expert", async (room) => {
      room.expert = await room.guest(room.links.expert.path);
      await press(room.expert, "Entrer");
      await said(room.expert, "Et les transports ?");
    }),
    screen("expert/writing an answer", "expert", async (room) => {
      await to("reply")(room);
      await room.lead.say("call_question", { question: 1 });
      await said(room.expert, "On répond à la question de");
      await press(room.expert, /^Répondre par écrit/);
      await press(room.expert, "Envoyer la réponse");
      await said(room.expert, "Il faut d’abord écrire la réponse.");
    }),
    screen("projector/question", "wall", async ({ wall }) => said(wall, "Qui paie le car ?")),
    screen("participant/written answers", "bob", async (room) => {
      await room.expert.getByLabel("La réponse", { exact: true }).fill("Le département paie le car.");
      await room.expert.getByLabel(/facile à lire/).fill("Le car est gratuit.");
      await room.expert.getByLabel("La source").fill("Règlement 2026, article 4");
      await press(room.expert, "Envoyer la réponse");
      await room.lead.say("finish_answer", { question: 1 });
      await room.bob.locator("summary").filter({ hasText: "La réponse écrite des experts" }).click();
      await said(room.bob, "Le département paie le car.");
    }),
    onPanel("questions, answered", "questions", "Qui paie le car ?"),
  ],
};

const opinions = {
  scenario: "opinions",
  screens: [
    screen("participant/measure", "ann", async (room) => {
      await to("t0")(room);
      await at(room.ann, /./);
      await room.ann.getByRole("radio").first().check();
    }),
    screen("projector/measure, open", "wall"),
    screen("participant/measure, sent", "bob", async ({ bob }) => {
      await at(bob, /./);
      await bob.getByRole("radio").first().check();
      await press(bob, "Envoyer mes réponses");
      await said(bob, "Vos réponses sont envoyées.");
    }),
    screen("projector/measure, published", "wall", async (room) => {
      await press(room.ann, "Envoyer mes réponses");
      await said(room.ann, "Vos réponses sont envoyées.");
      // Enough answers for the results to be shown.
      await others(room, 10, (seat, i) => {
        const answer = (question, level) => ({ question, level, unknown: false, words: "" });
        const answers = [answer("heard", 1 + (i % 5)), answer("sky", 1 + (i % 3))];
        return seat.say("fill_sheet", { step: "t0", pseudonym: String(i).repeat(32), answers });
      });
      await room.lead.say("end_step", { step: "t0" });
      await room.lead.say("publish_measure", { step: "t0" });
      await said(room.wall, "On m’écoute");
    }),
    screen("table/measure, published", "table", async ({ tableScreen }) => said(tableScreen, "On m’écoute")),
    screen("participant/measure, the figures", "bob", async ({ bob }) => {
      await bob.locator("summary").filter({ hasText: "Voir les chiffres dans un tableau" }).first().click();
      await bob.getByRole("rowheader", { name: "Tout à fait d’accord" }).waitFor();
    }),
    onPanel("polls, a questionnaire", "polls", /./),
  ],
};

const speech = {
  scenario: "speech",
  screens: [
    screen("participant/a turn each", "ann", async (room) => {
      await to("round")(room);
      await at(room.ann, /./);
      await said(room.ann, "Chacun son tour");
    }),
    screen("table/who speaks", "table", async ({ tableScreen }) => said(tableScreen, "Qui parle ?")),
    screen("participant/a message is being typed", "ann", async ({ ann }) => {
      await settle(ann, "radio", "L’écran de la table parle pour moi");
      await press(ann, "C’est bon");
      await press(ann, "Je prépare un message");
      await drawer(ann, "Mes phrases à moi");
      await said(ann, "Les autres le voient.");
    }),
    screen("table/words, the time waits", "table", async (room) => {
      await press(room.tableScreen, "Ann");
      await press(room.ann, "Je prépare un message");
      await room.ann.getByLabel("Ce que je veux dire").fill("Un banc à l’ombre, pour lire.");
      await press(room.ann, "Montrer sur l’écran de la table");
      await press(room.ann, "Je prépare un message");
      await said(room.tableScreen, "Ann dit :");
      await said(room.tableScreen, "Le temps attend");
    }),
    screen("participant/words on the table, small", "bob", async ({ bob }) => {
      await at(bob, /./);
      await press(bob, "Régler ma tablette");
      await press(bob, "Parler autrement");
      await press(bob, "C’est bon");
      await bob.getByLabel("Ce que je veux dire").fill("Une fontaine.");
      await press(bob, "Montrer sur l’écran de la table");
      await said(bob, "Enlever de l’écran de la table");
    }),
    onPanel("speaking, a message is being typed", "speaking", "Ann prépare un message"),
    screen("participant/debate, a hand raised", "ann", async (room) => {
      await to("debate")(room);
      await at(room.ann, /./);
      await room.lead.say("open_queue", { step: "debate", open: true }).catch(() => {});
      await press(room.ann, "Lever la main");
      await at(room.bob, /./);
      await press(room.bob, "Lever la main");
      await said(room.ann, "Main levée");
    }),
    screen("captioner/nothing yet", "captioner", async (room) => {
      room.captioner = await room.guest(room.links.captioner.path);
      await press(room.captioner, "Entrer");
      await said(room.captioner, "Rien n’est encore écrit.");
    }),
    screen("captioner/lines, one to correct", "captioner", async ({ captioner }) => {
      await say(captioner, "Ada", "Le bus est trop cher.");
      await say(captioner, "Bob", "Et il ne passe plus le soir.");
      await press(captioner, /^Corriger/);
    }),
    screen("captioner/a line taken away", "captioner", async ({ captioner }) => {
      await press(captioner, /^Laisser/);
      await press(captioner, /^Enlever/);
      await said(captioner, "Ligne enlevée");
    }),
    screen("participant/captions, a band", "ann", async ({ ann }) => {
      await press(ann, "Sous-titres");
      await said(ann, "Le bus est trop cher.");
    }),
    screen("participant/captions, small, set up", "bob", async ({ bob, captioner }) => {
      await press(bob, "Sous-titres");
      await said(bob, "Le bus est trop cher.");
      await press(bob, "Régler les sous-titres");
      await press(bob, "Figer les sous-titres");
      await say(captioner, "Ada", "Une nouvelle ligne.");
      await said(bob, "1 nouvelle ligne");
    }),
    screen("participant/captions, the whole screen", "ann", async ({ ann }) => {
      await press(ann, "Régler les sous-titres");
      await press(ann, "Lire sur tout l’écran");
      await ann.getByRole("dialog").waitFor();
    }),
    screen("table/captions", "table", async ({ ann, bob, tableScreen }) => {
      await press(ann, "Revenir à la page");
      await press(ann, "Fermer les sous-titres");
      await press(bob, "Fermer les sous-titres");
      await press(tableScreen, "Sous-titres");
      await said(tableScreen, "Le bus est trop cher.");
    }),
    screen("projector/captions", "wall", async ({ wall }) => said(wall, "Une nouvelle ligne.")),
    onPanel("speaking, hands", "speaking", "Ann"),
    screen("participant/debate, the floor", "ann", async (room) => {
      await room.lead.say("give_floor", { person: 1 });
      await said(room.ann, "Vous avez la parole");
    }),
    screen("projector/debate", "wall", async ({ wall }) => said(wall, "Ann")),
    screen("console/cockpit, the floor", "console", panel("cockpit")),
    screen("participant/seats in the middle", "bob", async (room) => {
      await to("bowl")(room);
      await at(room.bob, /./);
      await said(room.bob, "Prendre une place au milieu");
    }),
  ],
};

const pieces = {
  scenario: "pieces",
  screens: [
    screen("participant/one thing at a time", "bob", async (room) => {
      await to("debate")(room);
      await room.lead.say("start_item", { step: "debate", item: 1 });
      await at(room.bob, /./);
      await said(room.bob, "Point 1 sur 4");
    }),
    screen("projector/one thing at a time", "wall", async ({ wall }) => said(wall, "Point 1 sur 4")),
    screen("console/one thing at a time", "console"),
    screen("participant/first steps", "guest", (room) => newcomer(room)),
    screen("participant/first steps, setting up", "guest", async (room) => {
      const page = await newcomer(room);
      await page.getByRole("button", { name: "Je veux régler ma tablette" }).click();
      await unfold(page);
      return page;
    }),
    screen("console/a message, asked for again", "console", async (room) => {
      await panel("screen")(room);
      await room.cockpit.page.locator("#message-text").fill("Rendez-vous à 14 h dans le hall.");
      await press(room.cockpit.page, /^Envoyer/);
      await room.cockpit.page.getByRole("dialog").waitFor();
    }),
  ],
};

// The longest first: two are walked at a time.
export const walks = [reading, wishing, asking, clocks, merging, helping, speech, opinions, pieces, oneThing, documents];
