// Vite's development server for as long as the standard input is open, that is, for as long as its parent lives.
// Vite's own command would outlive a parent that is killed.
// usage: node serve.js <port>

import process from "node:process";
import { createServer } from "vite";

const port = Number(process.argv[2]);
const server = await createServer({ logLevel: "warn", server: { port, strictPort: true } });
await server.listen();

process.stdin.on("end", () => process.exit()).resume();
