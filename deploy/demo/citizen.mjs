// A simulated citizen: writes, keeps and merges ideas, reads, ranks, wishes, drafts and votes, at a person's pace.
import { randomBytes } from "node:crypto";
import { Seat } from "./seat.mjs";
import { ideas, articles } from "./words.mjs";

const chance = (part) => Math.random() < part;
const pick = (list) => list[Math.floor(Math.random() * list.length)];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Citizen {
  // slow: how many seconds this person takes to react, at the most.
  constructor(url, code, slow) {
    this.slow = slow;
    this.done = new Set();
    this.seat = new Seat(url, { role: "participant", credential: code }, (name) => this.look(name));
  }

  look(name) {
    if (["step", "vote", "table", "me"].includes(name)) {
      this.react().catch((problem) => console.error(`citoyen simulé : ${problem.message}`));
    }
  }

  once(key) {
    if (this.done.has(key)) {
      return false;
    }
    this.done.add(key);
    return true;
  }

  async react() {
    const { step, vote, table, me } = this.seat.sections;
    const open = step && ["running", "time_up"].includes(step.status);
    if (open && step.kind === "write" && this.once(`write ${step.id}`)) {
      await this.write(step);
    }
    const alone = step?.turns[step.turn]?.form === "individual";
    if (open && step.kind === "merge" && alone && this.once(`write ${step.id}`)) {
      await this.write(step);
    }
    if (open && me?.group && this.once(`group ${me.group.step} ${me.group.turn}`)) {
      await this.work(me.group);
    }
    if (open && step.kind === "draft" && table?.article && this.once(`draft ${table.article.id}`)) {
      await this.draft(table);
    }
    if (me?.wishes && this.once(`wish ${me.wishes.step}`)) {
      await this.wish(me.wishes);
    }
    if (open && step.alone && me?.review?.texts.length > 0 && this.once(`read ${step.id}`)) {
      await this.read(step, me.review.texts);
    }
    for (const poll of vote?.polls ?? []) {
      if (poll.status === "open" && this.once(`poll ${poll.id}`)) {
        await this.vote(poll);
      }
    }
  }

  async write(step) {
    for (let i = 0; i < Math.max(1, Math.min(step.max, chance(0.6) ? 2 : 1)); i += 1) {
      await pause(Math.random() * this.slow * 1000);
      await this.seat.say("submit_idea", { step: step.id, text: pick(ideas) });
    }
    if (chance(0.1)) {
      await this.seat.say("send_signal", { kind: pick(["more_time", "slower", "not_understood"]), anonymous: chance(0.5) });
    }
    await this.seat.say("set_ready", { ready: true });
  }

  // One in three makes one idea of two; the others keep one. The group may have changed meanwhile: what is refused is left.
  async work(asked) {
    await pause(Math.random() * this.slow * 1000);
    const group = this.seat.sections.me?.group;
    const left = group?.ideas.filter((idea) => !idea.kept) ?? [];
    if (group?.turn !== asked.turn || left.length === 0 || group.ideas.length - left.length >= group.max) {
      return;
    }
    const about = { step: group.step, turn: group.turn };
    if (left.length > 1 && chance(0.33)) {
      const text = left.slice(0, 2).map((idea) => idea.text).join(" ");
      await this.seat.say("merge_ideas", { ...about, ideas: left.slice(0, 2).map((idea) => idea.id), text: text.slice(0, group.characters) });
    } else {
      await this.seat.say("keep_idea", { ...about, idea: pick(left).id, kept: true });
    }
  }

  async wish(asked) {
    await pause(Math.random() * this.slow * 1000);
    const subjects = [...asked.subjects].sort(() => Math.random() - 0.5).slice(0, asked.max);
    await this.seat.say("set_wishes", { step: asked.step, clusters: subjects.map((subject) => subject.id) });
  }

  // What was drawn for this person alone: a mark on each.
  async read(step, texts) {
    for (const { idea } of texts) {
      await pause(Math.random() * this.slow * 1000);
      await this.seat.say("write_comment", { step: step.id, idea, kind: chance(0.6) ? "agree" : "doubt", text: "" });
    }
  }

  // Several people of a table may start the same field: the first wins, the others leave it alone.
  async draft(table) {
    const article = pick(articles);
    for (const [field, text] of Object.entries(article)) {
      await pause(Math.random() * this.slow * 1000);
      const written = this.seat.sections.table?.article?.fields.find((each) => each.field === field);
      if (!written || written.text === "") {
        await this.seat.say("edit_article", { article: table.article.id, field, text, revision: written?.revision ?? 0 });
      }
    }
  }

  async vote(poll) {
    await pause(Math.random() * this.slow * 1000);
    const ballot_key = randomBytes(16).toString("hex");
    if (poll.method === "motion") {
      const choice = chance(0.7) ? "for" : chance(0.6) ? "against" : "abstain";
      await this.seat.say("cast_vote", { poll: poll.id, ballot_key, choice });
      return;
    }
    const points = new Map();
    for (let left = poll.points; left > 0; left -= 1) {
      const option = pick(poll.options).id;
      if ((points.get(option) ?? 0) < poll.max_per_option) {
        points.set(option, (points.get(option) ?? 0) + 1);
      }
    }
    const shared = [...points].map(([option, count]) => ({ option, points: count }));
    await this.seat.say("cast_points", { poll: poll.id, ballot_key, points: shared });
  }
}
