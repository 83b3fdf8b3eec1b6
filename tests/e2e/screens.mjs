// The screens as people use them: by the words that are written on them.

// Waits for one of the two, and presses the button when it is the one that came.
async function clickIfAsked(button, otherwise) {
  await button.or(otherwise).first().waitFor();
  if (await button.isVisible()) {
    await button.click();
  }
}

// The pages of the console, by the group that holds them.
const groups = {
  "Déroulé": "Déroulement", "Programme": "Déroulement",
  "Salle": "Salle et personnes", "Personnes": "Salle et personnes", "Cartes": "Salle et personnes",
  "Idées": "Idées, votes, avis", "Questions": "Idées, votes, avis", "Votes": "Idées, votes, avis", "Avis": "Idées, votes, avis",
  "Prise de parole": "Parole et écran", "Écran": "Parole et écran",
};

export class Console {
  constructor(page) {
    this.page = page;
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  async panel(name) {
    const pages = this.page.getByRole("navigation");
    await pages.getByRole("button", { name: new RegExp(`^${groups[name]}`) }).first().click();
    await pages.getByRole("button", { name: new RegExp(`^${name}`) }).last().click();
  }

  // A shortcut of the console, by its letter or digit.
  async press(key) {
    await this.page.keyboard.press(`Alt+Shift+${key}`);
  }

  async addTables(count) {
    await this.panel("Personnes");
    for (let i = 1; i <= count; i += 1) {
      await this.button("Ajouter la table").click();
      await this.button(`Retirer : Table ${i}`).waitFor();
    }
  }

  // Imports a list as the organiser would: chooses the file, reads the preview, agrees.
  async importPeople(csv, count) {
    await this.panel("Personnes");
    await this.page.getByLabel("Fichier de la liste").setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: csv });
    await this.button(`Ajouter ${count} personnes`).click();
    await this.page.getByRole("heading", { name: `${count} personnes`, exact: true }).waitFor();
  }

  // Ends the current step and starts the next one; confirms when people have not finished.
  async next() {
    const before = await this.page.locator("#now-title").textContent();
    const moved = this.page.locator("#now-title").filter({ hasNotText: before });
    await this.button(/^Commencer : /).click();
    await clickIfAsked(this.button("Commencer maintenant"), moved);
    await moved.waitFor();
  }

  async gather(title, texts) {
    await this.panel("Idées");
    for (const text of texts) {
      await this.page.getByRole("checkbox", { name: text }).check();
    }
    await this.page.getByLabel("Titre d’une nouvelle grappe").fill(title);
    await this.button(/^Créer avec/).click();
    await this.page.getByRole("heading", { name: title }).waitFor();
  }

  async setAside(text, reason) {
    await this.page.getByRole("checkbox", { name: text }).check();
    await this.page.getByLabel("Mettre dans…").selectOption({ label: "Écarter, avec une raison" });
    await this.page.getByLabel("Raison").fill(reason);
    await this.page.getByRole("button", { name: "Mettre", exact: true }).click();
    await this.page.getByText(reason).waitFor({ state: "attached" });
  }

  async openPoll(number) {
    await this.panel("Votes");
    await this.button(new RegExp(`^Ouvrir le vote.*Article ${number}`)).click();
    await this.button(/^Clore le vote/).waitFor();
  }

  async closeAndPublish() {
    await this.panel("Votes");
    await this.button(/^Clore le vote/).click();
    const publish = this.button(/^Publier le résultat/);
    await clickIfAsked(this.button("Clore maintenant"), publish);
    await publish.click();
    await this.button("Publier maintenant").click();
    await publish.waitFor({ state: "detached" });
  }
}

// From the four ways in to the one of codes, if it is not there yet.
export async function toCode(page) {
  await clickIfAsked(page.getByRole("button", { name: /^Le code de ma carte/ }), page.getByLabel("Le code de votre carte"));
}

export class Tablet {
  constructor(page) {
    this.page = page;
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  async join(code, name) {
    await toCode(this.page);
    await this.page.getByLabel("Le code de votre carte").fill(code);
    if (name !== undefined) {
      await this.page.getByLabel("Votre prénom, si vous voulez").fill(name);
    }
    await this.button("Entrer").click();
    await clickIfAsked(this.button("Je commence"), this.page.locator(".signals"));
    await this.atStep(/./);
  }

  // Waits for the step, going there when the screen only offers it.
  async atStep(title) {
    const heading = this.page.getByRole("heading", { level: 1, name: title });
    await clickIfAsked(this.button("Y aller"), heading);
    await heading.waitFor();
  }

  // To the step that is offered.
  async go() {
    await this.button("Y aller").click();
  }

  async sendIdea(text) {
    await this.page.getByLabel("Mon idée").fill(text);
    await this.button("Envoyer mon idée").click();
  }

  async givePoints(title, times) {
    for (let i = 0; i < times; i += 1) {
      await this.button(`Plus de points pour « ${title} »`).click();
    }
    await this.confirmBallot();
  }

  async vote(choice) {
    await this.page.getByRole("radio", { name: choice }).check();
    await this.confirmBallot();
  }

  // « Je ne sais pas » or « Je passe »: read again at once.
  async answerOtherwise(answer) {
    await this.page.getByRole("button", { name: answer, exact: true }).click();
    await this.button("Oui, envoyer mon vote").click();
  }

  async confirmBallot() {
    await this.button("Vérifier mon choix").click();
    await this.button("Oui, envoyer mon vote").click();
  }

  async recorded() {
    await this.page.getByText("Votre vote est enregistré").first().waitFor();
  }
}
