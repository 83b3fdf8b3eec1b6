// A room for tests of screens: two tables, Ann and Bob each at one, their tablets, a table's screen, the console and the
// projector, all in one browser.
import { isAbsolute } from "node:path";
import { openBrowser } from "./browser.mjs";
import { leadRoom, until } from "./facilitator.mjs";
import { Console, Tablet } from "./screens.mjs";
import { RoomServer, command, freshFolder, root } from "./server.mjs";

const size = { tablet: [800, 1280], narrow: [320, 640] };

// scenario: one of tests/transcripts/scenarios, or the path of a file. bob: the size of Bob's tablet. table: whose screen is open.
// web: another folder of screens. prepare(context): what each device needs before its page is opened. shell: as for
// RoomServer.
export async function openSmallRoom({ scenario, bob = "tablet", table = 1, web = null, prepare, shell = [] }) {
  const file = isAbsolute(scenario) ? scenario : `${root}/tests/transcripts/scenarios/${scenario}.json`;
  const server = new RoomServer(file, freshFolder(), shell);
  server.web = web;
  await server.start();
  const lead = await leadRoom(server);
  await lead.say("add_table", { title: "" });
  await lead.say("add_table", { title: "" });
  await lead.say("add_people", { people: [{ name: "Ann", table: 1 }, { name: "Bob", table: 2 }] });
  const links = JSON.parse((await command("links", server.data, "--json")).stdout);
  const codeOf = (wanted) => links.cards.find(wanted).code;
  const browser = await openBrowser(prepare);
  const tablet = async (person, [width, height]) => {
    // They go to each new step by themselves: these tests are about what is on it.
    const page = await browser.device(server.origin, width, height, "fr", { follow: true });
    await new Tablet(page).join(codeOf((card) => card.person === person));
    return page;
  };
  const cockpit = new Console(await browser.device(`${server.origin}/console#${server.links.facilitator.token}`, 1280, 800));
  await cockpit.page.locator("#now-title").waitFor();
  const ann = await tablet(1, size.tablet);
  const bobs = await tablet(2, size[bob]);
  const tableCode = codeOf((card) => card.person === undefined && card.table === table);
  const tableScreen = await browser.device(`${server.origin}/table#${tableCode}`, 1024, 768);
  await tableScreen.getByRole("button", { name: "Entrer" }).click();
  const wall = await browser.device(`${server.origin}/projector`, 1920, 1080);
  await until(() => lead.sections.presence?.people.length === 2, "both tablets");
  return {
    server,
    lead,
    links,
    codeOf,
    browser,
    cockpit,
    ann,
    bob: bobs,
    tableScreen,
    wall,
    async close() {
      await browser.close();
      lead.close();
      await server.stop();
    },
  };
}

export const said = (page, words) => page.getByText(words).first().waitFor();
