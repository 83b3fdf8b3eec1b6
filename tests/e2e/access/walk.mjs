// A room that is walked through, from screen to screen, each handed to whoever looks at it.
import { openSmallRoom } from "../small_room.mjs";

const silence = "**/ws";

// guest(path): another device. again(page, path): another window of the same device. silent: the server never answers it.
async function openRoom(walk, { web, prepare }) {
  const room = await openSmallRoom({ scenario: walk.scenario, bob: "narrow", web, prepare });
  if (walk.people !== undefined) {
    await room.lead.say("add_people", { people: walk.people });
  }
  const mute = (page) => page.routeWebSocket(silence, () => {});
  room.guest = async (path, { silent = false } = {}) => {
    const page = await room.browser.device("about:blank", 800, 1280);
    if (silent) {
      await mute(page);
    }
    await page.goto(`${room.server.origin}${path}`);
    return page;
  };
  room.again = async (page, path, { silent = false } = {}) => {
    const next = await page.context().newPage();
    if (silent) {
      await mute(next);
    }
    await next.goto(`${room.server.origin}${path}`);
    return next;
  };
  return room;
}

const pageOf = (room, where) =>
  ({ ann: room.ann, bob: room.bob, table: room.tableScreen, wall: room.wall, console: room.cockpit.page, expert: room.expert, captioner: room.captioner, helper: room.helper })[where];

// Takes one walk as far as its last wanted screen. look({ name, page, seat }) is called at each of those. Returns the faults of
// the pages' scripts.
export async function take(walk, { wanted = () => true, look, web, prepare }) {
  const last = walk.screens.findLastIndex((each) => wanted(each.name));
  if (last < 0) {
    return [];
  }
  const room = await openRoom(walk, { web, prepare });
  try {
    for (const { name, where, reach } of walk.screens.slice(0, last + 1)) {
      let page;
      try {
        page = (await reach(room)) ?? pageOf(room, where);
      } catch (problem) {
        throw new Error(`« ${name} » was not reached: ${problem.message}`, { cause: problem });
      }
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if (wanted(name)) {
        await look({ name, page, seat: /^(participant|table|expert|captioner|companion)\//.test(name) });
      }
      if (where === "guest") {
        await page.close();
      }
    }
    return room.browser.faults;
  } finally {
    await room.close();
  }
}
