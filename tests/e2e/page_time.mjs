// A page whose time is driven by the test, while the server and its socket are real: what the server says of its clock is
// moved with the page's. The page's time goes on by itself between two calls of `run`.
//
// Order    `drive` before the page is opened.

// Shorter than the silence after which the client takes its line for dead.
const slice_ms = 4_000;

export async function drive(page) {
  let ahead_ms = 0;
  let commands = 0;
  let beat = () => {};
  await page.clock.install();
  await page.routeWebSocket("**/ws", (socket) => {
    const server = socket.connectToServer();
    server.onMessage((bytes) => {
      const frame = JSON.parse(String(bytes));
      if (frame.server_ms !== undefined) {
        frame.server_ms += ahead_ms;
      }
      socket.send(JSON.stringify(frame));
    });
    socket.onMessage((bytes) => {
      commands += JSON.parse(String(bytes)).type === "command" ? 1 : 0;
      server.send(bytes);
    });
    beat = () => socket.send(JSON.stringify({ type: "beat", server_ms: Date.now() + ahead_ms }));
  });
  return {
    // How many commands the page sent so far.
    sent: () => commands,
    async run(ms) {
      for (let left_ms = ms; left_ms > 0; left_ms -= slice_ms) {
        beat();
        ahead_ms += Math.min(slice_ms, left_ms);
        await page.clock.runFor(Math.min(slice_ms, left_ms));
      }
    },
  };
}
