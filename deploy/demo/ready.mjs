// Exits 0 when the server on this port answers. Usage: node ready.mjs PORT
import { connect } from "node:net";

const socket = connect(Number(process.argv[2]), "127.0.0.1");
socket.setTimeout(500, () => process.exit(1));
socket.on("connect", () => process.exit(0));
socket.on("error", () => process.exit(1));
