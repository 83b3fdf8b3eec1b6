// Walks of screens.mjs: somebody helps, one thing at a time, images and videos.
import { at, guest, press, said, say, screen, sendIdea, settle, to, unfold } from "./gestures.mjs";

export const helping = {
  scenario: "reading",
  screens: [
    screen("participant/a helper can be linked", "bob", async (room) => {
      await to("w1")(room);
      await at(room.bob, /./);
      await settle(room.bob, "button", "Avec quelqu’un");
      await press(room.bob, "C’est bon");
      await said(room.bob, "Accompagnement");
    }),
    screen("participant/a code for the helper", "bob", async ({ bob }) => {
      await press(bob, "Lier une tablette");
      await bob.locator(".companion-code").waitFor();
    }),
    screen("companion/card", "helper", async (room) => {
      const code = (await room.bob.locator(".companion-code").textContent()).replace(/\s/g, "");
      room.helper = await room.guest(`/companion#${code}`);
      await press(room.helper, "Entrer");
      await said(room.helper, "Avant d’aider");
    }),
    screen("companion/helping", "helper", async (room) => {
      await press(room.helper, "J’ai compris");
      await room.bob.getByLabel("Mon idée").fill("Un gradin");
      await said(room.helper, "Un gradin");
      await press(room.helper, /^Montrer : la consigne/);
      await room.helper.getByLabel("Des mots pour : Bob").fill("Une rampe");
      await press(room.helper, /^Proposer$/);
      await said(room.helper, "Vos mots sont proposés.");
    }),
    screen("participant/shown, and words proposed, small", "bob", async ({ bob }) => {
      await said(bob, "On vous propose :");
      await said(bob, "On vous montre ceci");
    }),
    screen("companion/the vote is secret", "helper", async (room) => {
      await press(room.bob, "Envoyer tel quel");
      await said(room.bob, "Vous avez envoyé");
      await to("sort")(room);
      await room.lead.say("add_cluster", { title: "Entrer au stade", ideas: [1] });
      await to("choose")(room);
      await said(room.helper, "Le vote est secret.");
    }),
    screen("participant/a vote read together", "bob", async ({ bob }) => {
      await at(bob, "Choisir");
      await press(bob, "Inviter à lire ce vote avec moi");
      await said(bob, "On lit ce vote avec moi");
    }),
    screen("companion/a vote read together", "helper", async ({ helper }) => {
      await said(helper, "Entrer au stade");
      await unfold(helper);
    }),
    screen("companion/the help has ended", "helper", async ({ bob, helper }) => {
      await press(bob, "Terminer l’accompagnement");
      await said(helper, "C’est fini");
    }),
  ],
};

export const oneThing = {
  scenario: "reading",
  screens: [
    screen("participant/one thing, write", "ann", async (room) => {
      await to("w1")(room);
      await at(room.ann, /./);
      await settle(room.ann, "radio", "Une chose à la fois");
      await press(room.ann, "C’est bon");
      await press(room.ann, "Retour");
      await press(room.ann, "Aide");
      await said(room.ann, /^Votre demande d’aide/);
    }),
    screen("participant/one thing, a message", "ann", async (room) => {
      await room.lead.say("send_message", { text: "Le goûter est servi dans le jardin." });
      await said(room.ann, "Le goûter est servi dans le jardin.");
    }),
    screen("participant/one thing, more of it", "ann", async ({ ann }) => {
      await press(ann, "Plus de choses");
      await press(ann, "La suite");
    }),
    screen("participant/one thing, small, dark, pictures everywhere", "bob", async ({ bob }) => {
      await at(bob, /./);
      await settle(bob, "radio", "Une chose à la fois");
      await bob.getByRole("radio", { name: "Sombres", exact: true }).check();
      await bob.getByRole("radio", { name: "Partout", exact: true }).check();
      await press(bob, "C’est bon");
      await press(bob, "Retour");
    }),
    screen("participant/one thing, small, drawers", "bob", async ({ bob }) => {
      await press(bob, "Plus de choses");
      const next = bob.getByRole("button", { name: "La suite" });
      while (!(await bob.locator("summary").filter({ visible: true }).count())) {
        await next.click();
      }
    }),
    screen("participant/one thing, vote", "ann", async (room) => {
      await press(room.ann, "Retour");
      await press(room.ann, "J’ai lu");
      await sendIdea(room.ann, /./, "Un gradin couvert");
      await to("sort")(room);
      await room.lead.say("add_cluster", { title: "Venir au stade", ideas: [1] });
      await to("choose")(room);
      await at(room.ann, /./);
      await room.ann.getByRole("button", { name: /^Plus de points pour « Venir/ }).waitFor();
    }),
    screen("participant/pictures everywhere, write", "bob", async (room) => {
      await at(room.bob, /./);
      await press(room.bob, "Plus de choses");
      while (!(await room.bob.getByRole("button", { name: "Régler ma tablette" }).count())) {
        await press(room.bob, "La suite");
      }
      await settle(room.bob, "radio", "Tout, sur une page");
      await press(room.bob, "C’est bon");
    }),
  ],
};

export const documents = {
  scenario: "documents/scenario",
  screens: [
    screen("participant/documents", "ann", async (room) => {
      await to("look")(room);
      await at(room.ann, /./);
      await said(room.ann, "Le nombre de bus baisse");
      await unfold(room.ann);
    }),
    screen("participant/documents, small, sign language beside", "bob", async ({ bob }) => {
      await at(bob, /./);
      await press(bob, /^Langue des signes à côté/);
      await bob.locator("video").nth(1).waitFor();
    }),
    screen("participant/an image, large", "ann", async ({ ann }) => {
      await press(ann, "Voir en grand : Les bus du soir");
      await ann.getByRole("dialog").waitFor();
    }),
    screen("table/documents, sign language large", "table", async ({ tableScreen }) => {
      await at(tableScreen, /./);
      await press(tableScreen, /^Langue des signes en grand/);
      await tableScreen.locator("video").nth(1).waitFor();
    }),
  ],
};
