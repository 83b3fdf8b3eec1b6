// Words that come when an article is frozen already: of a person's second device, which speaks y-websocket.
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { Seat } from "../../deploy/demo/seat.mjs";
import { until } from "./facilitator.mjs";

export async function sendLate(server, lead, code, article, words) {
  const seat = new Seat(server.socket, { role: "participant", credential: code });
  const { token } = await seat.welcome;
  await until(() => seat.sections.table?.article?.last_words === false, "the end of the article");
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.socket.replace(/\/ws$/, "/yjs"), String(article), doc, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
    params: { token },
  });
  await until(() => provider.synced, "the first synchronisation");
  doc.getText("title").insert(doc.getText("title").length, words);
  const all = () => lead.sections.people.late_articles.flatMap(({ received }) => received).flatMap((each) => each.words);
  await until(() => all().some(({ added }) => added.includes(words)), "words beside the article");
  provider.destroy();
  doc.destroy();
  seat.close();
}
