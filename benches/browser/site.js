/** The built site on loopback with pages beside it, and lines that set a figure beside its limit. */
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";

const site = resolve(import.meta.dirname, "../../dist/site");

/** Of the browser. */
export const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
});

/** How a post begins. */
export const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/glass-net.js"></script>`;

/** @param {(path: string) => string | undefined} post What stands at paths that the site has not. */
export async function serve(post) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const page = post(path);
    if (page) return response.setHeader("content-type", TYPES[".html"]).end(page);
    const file = join(site, path);
    if (!file.startsWith(site) || !existsSync(file)) return response.writeHead(404).end();
    return response
      .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const address = server.address();
  return { server, origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}` };
}

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {string} what @param {number} value @param {number} limit @param {string} unit @param {string} [note] */
export function print(what, value, limit, unit, note = "") {
  const within = value <= limit ? "" : "   OVER THE LIMIT";
  console.log(
    `${what.padEnd(44)}${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} limit ${limit.toFixed(limit % 1 ? 1 : 0)}${within}${note ? `   ${note}` : ""}`,
  );
}
