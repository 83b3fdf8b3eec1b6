// The half-day atelier in real browsers: a console, six tablets, a table screen and a projector, from the door to the
// sealed avis, with a reload, a cut of the network, and a kill -9 in the middle of a vote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { look, openBrowser } from "./browser.mjs";
import { Console, Tablet, toCode } from "./screens.mjs";
import { RoomServer, command, root } from "./server.mjs";

const names = ["Amina", "Bruno", "Chloé", "Driss", "Élodie"];
const csv = Buffer.from(`Prénom;Table\n${names.map((name, i) => `${name};${(i % 2) + 1}`).join("\n")}\n`, "utf8");
const ideas = [
  "Des vestiaires accessibles", "Un bus pour le club", "Prêter le matériel", "Former les entraîneurs",
  "Des séances d’essai", "Des horaires calmes",
];
const late = "Un texte commencé avant la fin";

test("the half-day, from the door to the sealed avis", async (t) => {
  const server = await new RoomServer(`${root}/scenarios/demi-journee.json`).start();
  const browser = await openBrowser();
  const found = [];
  const see = async (page, name) => found.push(...(await look(page, name)));
  t.after(async () => {
    await browser.close();
    await server.stop();
  });

  // ---- The door.
  const board = await browser.device(`${server.origin}/console#${server.links.facilitator.token}`, 1280, 800);
  const lead = new Console(board);
  await lead.addTables(2);
  await lead.importPeople(csv, names.length);
  await see(board, "console-people");
  const { stdout } = await command("links", server.data, "--json");
  const { cards } = JSON.parse(stdout);
  const people = cards.filter((card) => card.person !== undefined);
  const tables = cards.filter((card) => card.table !== undefined);
  const projector = await browser.device(`${server.origin}/projector`, 1280, 720);
  const tablets = [];
  for (const person of people) {
    const tablet = new Tablet(await browser.device(server.origin, 768, 1024));
    if (tablets.length === 0) {
      await see(tablet.page, "join");
      await toCode(tablet.page);
      await tablet.page.getByLabel("Le code de votre carte").fill("oups");
      await tablet.button("Entrer").click();
      await tablet.page.getByText("n’est jamais dans un code").or(tablet.page.getByText("Un code a 8 lettres")).first().waitFor();
      await see(tablet.page, "join-wrong");
    }
    // As typed by hand: lower case, a space in the middle.
    await tablet.join(`${person.code.slice(0, 4)} ${person.code.slice(4)}`.toLowerCase());
    tablets.push(tablet);
  }
  const walkIn = new Tablet(await browser.device(server.origin, 320, 640));
  await walkIn.join(tables[0].code, "Zoé");
  tablets.push(walkIn);
  const table = await browser.device(`${server.origin}/table#${tables[0].code}`, 1024, 768);
  await table.getByRole("button", { name: /^(Entrer|Nous avons besoin d’aide)$/ }).first().waitFor();
  if (await table.getByRole("button", { name: "Entrer" }).isVisible()) {
    await table.getByRole("button", { name: "Entrer" }).click();
  }
  await table.getByText("Écran de la table · Table 1").waitFor();
  await see(projector, "projector-join");

  // ---- Welcome, rules, two views.
  await lead.next();
  await see(tablets[0].page, "welcome");
  await see(walkIn.page, "welcome-320");
  await lead.next();
  await lead.next();
  await see(tablets[0].page, "present");
  await see(projector, "projector-present");

  // ---- Ideas: one tablet is cut from the network, one is reloaded, one is still typing when the step ends.
  await lead.next();
  await Promise.all(tablets.map((tablet) => tablet.atStep("Seul : deux idées")));
  const [first, second, third] = tablets;
  await second.page.context().setOffline(true);
  await second.page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await second.sendIdea(ideas[1]);
  await third.page.getByLabel("Mon idée").fill(late);
  for (const [i, tablet] of tablets.entries()) {
    if (i !== 1 && i !== 2) {
      await tablet.sendIdea(ideas[i]);
    }
  }
  await see(first.page, "write");
  await first.page.reload();
  await first.page.getByText("Vous avez envoyé 1 idée sur 2 au plus.").waitFor();
  await first.button(/^Plus de temps/).first().click();

  // The cockpit: one screen, led by the keyboard; every gesture is taken back from the same place.
  await lead.press("0");
  await lead.button(/^Vu : Plus de temps/).waitFor();
  const heights = await board.evaluate(() => {
    const side = document.querySelector(".side");
    return { page: document.documentElement.scrollHeight, cut: side.scrollHeight - side.clientHeight };
  });
  assert.ok(heights.page <= 800, `the cockpit is ${heights.page} px high`);
  assert.equal(heights.cut, 0, "nothing of the step is out of sight");
  await see(board, "console-cockpit");
  await lead.press("v");
  await board.getByText("Aucune demande en attente.").waitFor();
  await lead.press("p");
  await lead.button("Reprendre").waitFor();
  await lead.press("z");
  await lead.button("Mettre la salle en pause").waitFor();
  await lead.press("m");
  await board.waitForFunction(() => document.activeElement?.id === "message-text");
  await lead.press("p");
  assert.equal(await lead.button("Reprendre").count(), 0, "a shortcut does nothing while a field is filled");
  await lead.panel("Déroulé");
  await board.keyboard.press("?");
  await see(board, "console-keys");
  assert.ok(await lead.button("Mettre la salle en pause").isVisible(), "the room was not paused");
  await board.keyboard.press("Escape");
  await see(board, "console-run");
  await second.page.context().setOffline(false);
  await lead.next();

  // The step changed: what was being typed is still there, with the focus, and can still be sent.
  await third.button("Y aller").waitFor();
  assert.equal(await third.page.getByLabel("Mon idée").inputValue(), late);
  assert.equal(await third.page.evaluate(() => document.activeElement?.id), "idea");
  await see(third.page, "write-late");
  await third.button("Envoyer mon idée (elle sera reçue après la fin)").click();
  await third.page.getByText("Reçue après la fin de l’étape.").first().waitFor({ state: "attached" });

  // ---- In pairs: what one ticks the other sees; with nothing ticked at the end, every idea goes on.
  const partner = tablets[5];
  await Promise.all([tablets[4].go(), partner.go()]);
  await tablets[4].page.getByText("Vous travaillez à deux").waitFor();
  await tablets[4].page.getByRole("checkbox", { name: ideas[5] }).check();
  await partner.page.getByText("1 idée gardée.").waitFor();
  await projector.getByText("1 groupe sur 3 a gardé une idée").waitFor();
  await see(tablets[4].page, "merge");
  await see(partner.page, "merge-320");
  await see(projector, "projector-merge");
  await partner.button("Réunir des idées").click();
  await partner.page.getByRole("checkbox", { name: ideas[4] }).check();
  await partner.page.getByRole("checkbox", { name: ideas[5] }).check();
  await see(partner.page, "merge-form-320");
  await partner.button("Réunir ces idées").click();
  await tablets[4].page.getByRole("button", { name: /^Séparer/ }).waitFor();
  await see(tablets[4].page, "merge-made");
  await tablets[4].page.getByRole("button", { name: /^Séparer/ }).click();
  await tablets[4].page.getByText("2 idées gardées.").waitFor();
  for (const idea of [ideas[4], ideas[5]]) {
    await tablets[4].page.getByRole("checkbox", { name: idea }).uncheck();
  }
  await partner.page.getByText("Rien n’est coché").waitFor();

  // ---- The break, the wall of ideas, the points.
  await lead.next();
  await see(projector, "projector-break");
  await tablets[4].go();
  await see(tablets[4].page, "break");
  await lead.gather("Entrer dans le club", [ideas[0], ideas[3], late]);
  await lead.gather("S’équiper et venir", [ideas[1]]);
  await lead.setAside(ideas[5], "Dit autrement par une autre idée");
  await see(board, "console-ideas");
  await lead.next();
  await Promise.all(tablets.map((tablet) => tablet.atStep("Priorités")));
  await see(first.page, "rank");
  for (const tablet of tablets) {
    await tablet.givePoints("Entrer dans le club", 2);
    await tablet.recorded();
  }
  await lead.closeAndPublish();
  await projector.getByText("Entrer dans le club").first().waitFor();
  await see(projector, "projector-points");

  // ---- The article of each table.
  await lead.next();
  await table.getByRole("button", { name: "Y aller" }).click({ timeout: 2000 }).catch(() => {});
  await table.getByLabel("Titre de l’article").fill("Un club ouvert à chacun");
  await table.getByRole("textbox").nth(2).fill("Chaque club publie une fiche d’accueil vérifiée.");
  await table.getByRole("button", { name: "Nous avons fini" }).click();
  await see(table, "table-draft");
  await first.go();
  await see(first.page, "draft");
  await lead.panel("Salle");
  await see(board, "console-room");
  await table.getByText("Gardé").nth(1).waitFor();
  await lead.next();
  await see(projector, "projector-reading");
  await lead.next();

  // ---- The vote: the server is killed with three ballots in; a fourth is cast while it is down.
  await lead.next();
  await Promise.all(tablets.map((tablet) => tablet.atStep("Vote des articles")));
  await lead.openPoll(1);
  await see(first.page, "vote");
  for (const tablet of tablets.slice(0, 3)) {
    await tablet.vote("Pour");
    await tablet.recorded();
  }
  await see(projector, "projector-vote");
  await server.kill();
  await tablets[3].vote("Contre");
  await tablets[3].page.getByText("Votre vote attend la liaison").first().waitFor();
  await see(tablets[3].page, "vote-offline");
  await server.start();
  await tablets[3].recorded();
  // The console refuses a gesture while its line is away, and does not keep it for later.
  await board.getByText("Connecté à la salle").first().waitFor();
  await tablets[4].answerOtherwise("Je passe");
  await tablets[4].recorded();
  await first.button("Changer mon vote").click();
  await first.vote("Contre");
  await first.recorded();
  await see(board, "console-polls");
  await lead.closeAndPublish();
  await projector.getByText("2 contre").first().waitFor();
  await see(projector, "projector-result");

  // ---- The hand-over: the seal, the promise, the export.
  await lead.next();
  await lead.panel("Avis");
  await board.getByLabel("Qui répondra").fill("Mme Roy, pour le ministère");
  await board.getByLabel("Ce qui est promis, mot pour mot").fill("Une réponse écrite à chaque article.");
  await board.getByLabel("Date de la réponse").fill("2027-01-15");
  await board.getByRole("button", { name: "Enregistrer la promesse" }).click();
  await board.getByRole("button", { name: "Enregistrer maintenant" }).click();
  await board.getByText("Promesse enregistrée.").first().waitFor();
  await see(board, "console-avis");
  await tablets[4].atStep("Remise de l’avis");
  await see(tablets[4].page, "hand-over");
  await see(projector, "projector-avis");

  const verified = await command("verify", server.data);
  assert.equal(verified.code, 0, verified.stderr);
  const exported = await command("export", server.data, "--format", "json");
  assert.equal(exported.code, 0, exported.stderr);
  const avis = JSON.parse(exported.stdout);
  const head = /[0-9a-f]{64}/.exec(verified.stdout)[0];
  assert.ok(exported.stdout.includes(head), "the export names the head of the journal");
  const [article] = avis.articles;
  const text = JSON.stringify(article);
  assert.match(text, /Un club ouvert à chacun/);
  assert.match(text, /Chaque club publie une fiche/);
  assert.match(text, new RegExp(ideas[0]), "the article leads back to its ideas");
  assert.match(text, new RegExp(late));
  for (const [key, count] of [["for", 2], ["against", 2], ["abstain", 1]]) {
    assert.match(text, new RegExp(`"${key}":${count}\\b`), text);
  }
  assert.match(exported.stdout, /Dit autrement par une autre idée/);
  assert.match(exported.stdout, /Une réponse écrite à chaque article/);
  assert.doesNotMatch(exported.stdout, /Amina|Zoé/, "no name leaves with the avis");
  for (const format of ["html", "md"]) {
    const file = await command("export", server.data, "--format", format);
    assert.match(file.stdout, /Un club ouvert à chacun/);
    assert.match(file.stdout, /2\s+pour, 2\s+contre, 1\s+abstention/);
  }

  assert.deepEqual(browser.faults, []);
  assert.deepEqual(found, [], found.join("\n"));
});
