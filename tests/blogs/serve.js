/** Loopback servers: the built site as another origin that sends CORS, and a blog's built folder. */
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".xml": "application/xml",
};

/** A file, or the page of a folder or of a name without its ending. @param {string} path */
async function fileOf(path) {
  for (const candidate of [path, join(path, "index.html"), `${path}.html`]) {
    if ((await stat(candidate).catch(() => undefined))?.isFile()) return candidate;
  }
  return undefined;
}

/** @typedef {{ address: string, close: () => void }} Running */

/**
 * @param {() => string} folder Asked at each request: a blog knows its own address before it is built.
 * @returns {Promise<Running>}
 */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const wanted = normalize(join(folder(), path));
    const file = wanted.startsWith(normalize(folder())) ? await fileOf(wanted) : undefined;
    response.setHeader("access-control-allow-origin", "*");
    if (!file) return response.writeHead(404).end();
    return response.setHeader("content-type", TYPES[extname(file)] ?? "text/plain").end(await readFile(file));
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
