// A bad Wi-Fi between tablets and the server, as TCP lets it be felt: what is lost comes later and holds up all that
// follows, and a cut says nothing to anybody.
import { connect, createServer } from "node:net";

// RFC 6298, section 2.4 asks for a second before what is lost is sent again; Linux waits for this long (TCP_RTO_MIN).
const again_ms = 200;
const piece_bytes = 1460; // of a packet

export class BadLink {
  // loss: of how many packets in a hundred.
  constructor(port, loss) {
    this.port_ = port;
    this.loss_ = loss;
    this.cut_ = false;
    this.pairs_ = new Set();
    this.lost = 0;
  }

  async start() {
    this.server_ = createServer((tablet) => this.join(tablet));
    await new Promise((resolve) => this.server_.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.server_.address().port}`;
    return this;
  }

  join(tablet) {
    const server = connect(this.port_, "127.0.0.1");
    const pair = [tablet, server];
    this.pairs_.add(pair);
    const end = () => {
      this.pairs_.delete(pair);
      pair.forEach((each) => each.destroy());
    };
    pair.forEach((each) => each.on("error", end).on("close", end).setNoDelay(true));
    this.carry(tablet, server);
    this.carry(server, tablet);
  }

  // In order: what waits for a packet that was lost waits with it. While the line is cut, nothing passes.
  carry(from, to) {
    let last = Promise.resolve();
    from.on("data", (bytes) => {
      for (let at = 0; at < bytes.length; at += piece_bytes) {
        const piece = bytes.subarray(at, at + piece_bytes);
        last = last.then(async () => {
          for (let wait_ms = again_ms; Math.random() * 100 < this.loss_; wait_ms *= 2) {
            this.lost += 1;
            await new Promise((resolve) => setTimeout(resolve, wait_ms));
          }
          if (!this.cut_ && !to.destroyed) {
            to.write(piece);
          }
        });
      }
    });
  }

  cut() {
    this.cut_ = true;
  }

  // Connections from before the cut are dead, as after a change of access point.
  mend() {
    this.cut_ = false;
    this.pairs_.forEach((pair) => pair.forEach((each) => each.destroy()));
  }

  stop() {
    this.mend();
    this.server_.close();
  }
}
