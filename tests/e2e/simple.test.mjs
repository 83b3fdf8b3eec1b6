// The pages without scripts in a real browser that runs none: from the door to handing the tablet back, with a wrong code,
// a late idea, a vote changed, a server killed in the middle, and another person's secrets nowhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Seat } from "../../deploy/demo/seat.mjs";
import { openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { openPlain } from "./plain_browser.mjs";
import { RoomServer, command, root } from "./server.mjs";

const idea = "Un banc <b>près</b> de l’école & \"à l’ombre\"";
const secrets = { name: "Zébulon", idea: "un gymnase ouvert le soir", draft: "un brouillon de Zébulon" };

async function openRoom() {
  const server = await new RoomServer(`${root}/tests/transcripts/scenarios/short.json`).start();
  const lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: [{ name: "Ann", table: 1 }, { name: secrets.name, table: 2 }] });
  const { cards } = JSON.parse((await command("links", server.data, "--json")).stdout);
  const code = (person) => cards.find((card) => card.person === person).code;
  return { server, lead, code, tableCode: cards.find((card) => card.table === 1 && card.person === undefined).code };
}

const spaced = (code) => ` ${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();

async function join(page, code) {
  await page.getByLabel("Le code de votre carte").fill(code);
  await page.getByRole("button", { name: "Entrer" }).click();
}

test("[access J2] [access J3] [access J4] [access K6] [access K7] [access V1] [access V3] [access V4] [access V5] [access V7] [access G1] [access G2] [access T3] [access S2] [access S4] the whole journey without JavaScript", async (t) => {
  let { server, lead, code } = await openRoom();
  const plain = await openPlain();
  t.after(async () => {
    await plain.close();
    lead.close();
    await server.stop();
  });
  const page = await plain.device(`${server.origin}/simple`, 800, 1280);
  const found = [];
  const pages = [];
  const see = async (name) => {
    pages.push(await page.content());
    found.push(...(await plain.look(page, name)));
  };
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const follow = (name) => page.getByRole("link", { name, exact: true }).click();
  const heading = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
  const words = (said) => page.getByText(said).first().waitFor();

  // ---- The door: kind about mistakes, whatever the case and the spaces.
  await see("door");
  await join(page, "acde fgho");
  await words("« O » n’est jamais dans un code");
  assert.equal(await page.getByLabel("Le code de votre carte").inputValue(), "acde fgho");
  assert.match(await page.title(), /^Erreur/);
  await see("door-wrong-letter");
  await join(page, "ACDE FGHJ");
  await words("Ce code n’ouvre pas cette porte");
  await join(page, spaced(code(1)));
  await heading("L’atelier va commencer");
  await words("Bonjour Ann");
  await see("before");
  await until(() => lead.sections.presence?.people.includes(1), "Ann is present");

  // ---- Somebody else in the room, with things of their own.
  const other = new Seat(server.socket, { role: "participant", credential: code(2) });
  await other.welcome;
  t.after(() => other.close());

  // ---- Languages.
  await follow("Régler ou rendre la tablette");
  await press("English");
  await words("Changed.");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await see("settings-en");
  await press("Facile à lire");
  await words("C’est changé.");
  await follow("Revenir à l’étape");
  await follow("Voir la suite");
  await follow("Régler ou rendre la tablette");
  await press("Français");

  // ---- An idea: empty, too long, kept, sent; the text is never lost.
  await lead.startStep("w1");
  await follow("Revenir à l’étape");
  await page.locator(".where .now").getByText("Maintenant :").waitFor();
  assert.match(await page.title(), /Table 1 · Tablée$/);
  await see("write-step");
  await follow("Écrire mon idée");
  await press("Envoyer mon idée");
  await words("Il faut d’abord écrire votre idée.");
  await see("write-empty");
  await page.getByLabel("Mon idée").fill("a".repeat(150));
  await press("Envoyer mon idée");
  await words("Il y a 10 caractères de trop");
  assert.equal(await page.getByLabel("Mon idée").inputValue(), "a".repeat(150));
  await page.getByLabel("Mon idée").fill(idea);
  await press("Garder sans envoyer");
  await words("Il n’est pas encore envoyé");
  assert.equal(await page.getByLabel("Mon idée").inputValue(), idea);
  await press("Envoyer mon idée");
  await words("Votre idée est envoyée.");
  await words("Vous avez envoyé 1 idée sur 2 au plus.");
  assert.equal(await page.getByLabel("Mon idée").inputValue(), "");
  await see("write-sent");
  assert.equal(await other.say("submit_idea", { step: "w1", text: secrets.idea }), null);
  assert.equal(await other.say("save_draft", { step: "w1", text: secrets.draft }), null);
  await follow("Mes idées et ce qu’elles deviennent");
  await page.getByText(idea, { exact: true }).first().waitFor();
  await press("Retirer l’idée choisie");
  await words("Choisissez d’abord une idée.");
  await see("ideas");

  // ---- « J’ai fini », and back.
  await follow("Revenir à l’étape");
  await press("J’ai fini");
  await words("J’ai fini : l’animateur le sait");
  await until(() => lead.sections.people?.people.find((row) => row.id === 1)?.ready, "Ann is ready");
  await press("Je n’ai pas encore fini");
  await until(() => !lead.sections.people?.people.find((row) => row.id === 1)?.ready, "Ann is not");

  // ---- The step ends while a text is in hand: it is received late, and says so.
  await follow("Écrire mon idée");
  await page.getByLabel("Mon idée").fill("Une idée arrivée après");
  await lead.startStep("pause");
  await press("Envoyer mon idée");
  await words("Votre idée est envoyée.");
  await words("Nouvelle étape :");
  await follow("Mes idées et ce qu’elles deviennent");
  await words("Reçue après la fin de l’étape.");
  await see("ideas-late");

  // ---- The programme, the board once it is public.
  await follow("Lire");
  await see("reading");
  await follow("La question et le programme");
  await see("question");
  await follow("Lire");
  await follow("Les groupes d’idées");
  await words("Les idées ne sont pas encore regroupées.");
  await lead.startStep("sort");
  const mine = lead.sections.sorting.ideas.find((each) => each.text === idea).id;
  const theirs = lead.sections.sorting.ideas.find((each) => each.text === secrets.idea).id;
  await lead.say("add_cluster", { title: "Dehors <i>ensemble</i>", ideas: [mine] });
  await lead.say("add_cluster", { title: "Dedans", ideas: [theirs] });
  await lead.say("send_message", { text: "Merci & bravo <à tous>" });
  await follow("Revenir à l’étape");
  await words("Merci & bravo <à tous>");
  await follow("Les groupes d’idées");
  await words("Dehors <i>ensemble</i>");
  for (const html of pages) {
    assert.ok(!html.includes(secrets.idea), "an idea before the board is public");
  }
  await see("board");

  // ---- Points: too many, a word instead of a number, checked, sent, hidden.
  await lead.startStep("choose");
  await follow("Revenir à l’étape");
  await follow("Donner mes points");
  const points = (title) => page.getByLabel(`Points pour « ${title} »`);
  await points("Dehors <i>ensemble</i>").fill("deux");
  await points("Dedans").fill("3");
  await press("Vérifier mon choix");
  await words("« Dedans » : écrivez un nombre de 0 à 2.");
  assert.equal(await points("Dehors <i>ensemble</i>").inputValue(), "deux");
  await see("points-wrong");
  await points("Dehors <i>ensemble</i>").fill("2");
  await points("Dedans").fill(" 1 ");
  await press("Vérifier mon choix");
  await heading("Est-ce bien votre choix ?");
  await words("2 points pour « Dehors <i>ensemble</i> »");
  await words("Il vous reste 2 points.");
  await see("points-check");
  await press("Non, modifier");
  await points("Dedans").fill("2");
  await press("Vérifier mon choix");
  await press("Oui, envoyer mon vote");
  await words("Votre vote est enregistré.");
  assert.doesNotMatch(await page.content(), /points pour/i);
  await see("points-sent");
  // The page before, with the choice on it, has not been kept by the browser.
  await assert.rejects(page.goBack(), /ERR_CACHE_MISS/);
  await until(() => page.url().startsWith("chrome-error:"), "the browser's own page");
  await page.goto(`${server.origin}/simple/vote`);
  assert.doesNotMatch(await page.content(), /value="2"/);

  // ---- The server is killed: the session goes on, and so does the right to change the ballot.
  await server.kill();
  lead.close();
  await server.start();
  lead = await leadRoom(server);
  await follow("Changer mon vote");
  assert.equal(await points("Dedans").inputValue(), "");
  await points("Dedans").fill("1");
  await press("Vérifier mon choix");
  await press("Oui, envoyer mon vote");
  await words("Votre vote est enregistré.");
  await lead.say("close_poll", { poll: 1 });
  await lead.say("publish_poll", { poll: 1 });
  await until(() => lead.sections.vote.polls[0]?.points_result, "the result");
  assert.deepEqual(
    lead.sections.vote.polls[0].points_result.map((each) => [each.points, each.supporters]),
    [[1, 1], [0, 0]],
  );
  await page.goto(`${server.origin}/simple/board`);
  await words("Le résultat");
  await see("board-result");

  // ---- The table's article, then the vote on it.
  await lead.startStep("text");
  const table = new Seat(server.socket, { role: "participant", credential: code(2) });
  await table.welcome;
  t.after(() => table.close());
  await until(() => table.sections.table?.article, "an article to write");
  const article = table.sections.table.article.id;
  const texts = { title: "Des bancs & <de l’ombre>", problem: "Il n’y a \"rien\"", measure: "Un banc <b>ici</b>" };
  for (const [field, text] of Object.entries(texts)) {
    assert.equal(await table.say("edit_article", { article, field, text, revision: 0 }), null);
  }
  await follow("Revenir à l’étape");
  await see("draft-step");
  await follow("L’article de ma table");
  await see("article");
  await lead.startStep("vote");
  await until(() => lead.sections.vote.polls.some((poll) => poll.method === "motion"), "a motion");
  const motion = lead.sections.vote.polls.find((poll) => poll.method === "motion" && poll.title === texts.title);
  await follow("Revenir à l’étape");
  await words("Le vote n’est pas encore ouvert.");
  await lead.say("open_poll", { poll: motion.id });
  await follow("Actualiser");
  await follow("Voter");
  await words(texts.measure);
  await press("Vérifier mon choix");
  await words("Il faut d’abord choisir une réponse.");
  await see("vote-none");
  await page.locator("label[for=choice-against]").click();
  assert.equal(await page.getByRole("radio", { name: /^Contre/ }).isChecked(), true);
  await see("vote-chosen");
  await press("Vérifier mon choix");
  await words("Vous avez choisi : Contre");
  await press("Oui, envoyer mon vote");
  await follow("Changer mon vote");
  assert.equal(await page.locator("input:checked").count(), 0);
  await page.locator("label[for=choice-for]").click();
  await press("Vérifier mon choix");
  await press("Oui, envoyer mon vote");
  await words("Votre vote est enregistré.");
  await see("vote-sent");

  // ---- Another browser of the same person: the ballot stands where it was cast.
  const second = await plain.device(`${server.origin}/simple`, 800, 1280);
  await join(second, code(1));
  await second.goto(`${server.origin}/simple/vote`);
  await second.getByText("Vous avez déjà voté sur une autre tablette").waitFor();

  // ---- Signals: with and without a name, seen, taken back; help for the table.
  await follow("Aide");
  await press("Plus de temps");
  await words("C’est envoyé : Plus de temps");
  await page.getByText("Sans mon nom").click();
  await press("Une pause");
  await until(() => lead.sections.people.signals.length === 2, "two signals");
  const [named, unnamed] = lead.sections.people.signals;
  assert.deepEqual([named.kind, named.person, unnamed.kind, unnamed.person], ["more_time", 1, "pause", undefined]);
  await lead.say("see_signal", { signal: named.id, seen: true });
  await page.goto(`${server.origin}/simple/help`);
  await words("Vu par l’animateur");
  await see("help");
  await press("Annuler : Plus de temps");
  await words("C’est annulé.");
  await press("De l’aide à ma table");
  await words("Aide demandée : quelqu’un vient");
  await until(() => lead.sections.people.signals.length === 1, "one signal left");

  // ---- The result and the avis.
  await lead.say("close_poll", { poll: motion.id });
  await lead.say("publish_poll", { poll: motion.id });
  await lead.startStep("end");
  await follow("Revenir à l’étape");
  await follow("L’avis");
  await words("Résultat du vote : Adopté.");
  await see("avis");

  // ---- Handing back: the tablet forgets.
  await follow("Revenir à l’étape");
  await follow("Régler ou rendre la tablette");
  await follow("Rendre ou passer la tablette");
  await see("leave");
  await press("Oui, rendre la tablette");
  await words("La tablette est prête pour une autre personne.");
  await see("left");
  assert.deepEqual((await page.context().cookies()).filter((each) => /\.|box/.test(each.value) && !each.value.startsWith("-.")), []);
  await page.goto(`${server.origin}/simple/ideas`);
  await heading("Entrer dans l’atelier");

  // ---- Nothing of somebody else, and nothing typed became markup.
  for (const html of pages) {
    for (const secret of [secrets.draft, secrets.name, code(2)]) {
      assert.ok(!html.includes(secret), `somebody else's: ${secret}`);
    }
    assert.doesNotMatch(html, /<(b|i|à|de)[ >]/i);
  }
  assert.deepEqual(found, []);
});
