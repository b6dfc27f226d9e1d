/**
 * Servers as blogs and hosts have them: the built site in any folder, with or without CORS, with the wasm as what they
 * take it for, under a policy; and posts of their own origin.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { test } from "@playwright/test";

const SITE = "dist/site";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/**
 * @typedef {object} Host
 * @property {boolean | ((path: string) => boolean)} [cors] Whether other origins may read what it sends.
 * @property {string} [folder] Where on the host the site lies: "/blog/lib/".
 * @property {string} [wasm] The type that it gives a wasm file.
 * @property {string} [csp] The policy that it sends with pages.
 * @property {Record<string, string>} [pages] Pages beside the site, by path.
 */

/** @typedef {{ address: string, requests: string[], close: () => void }} Running */

/** @param {Host} [host] @returns {Promise<Running>} */
async function serve({ cors = false, folder = "/", wasm = "application/wasm", csp, pages = {} } = {}) {
  /** @type {string[]} */
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    requests.push(path);
    if (typeof cors === "function" ? cors(path) : cors) response.setHeader("access-control-allow-origin", "*");
    if (csp) response.setHeader("content-security-policy", csp);
    const type = extname(path) === ".wasm" ? wasm : (TYPES[extname(path)] ?? TYPES[".html"]);
    const page = pages[path];
    const file = normalize(join(SITE, path.slice(folder.length)));
    const inside = path.startsWith(folder) && file.startsWith(SITE);
    const body = page ?? (inside ? await readFile(file).catch(() => undefined) : undefined);
    if (body === undefined) return response.writeHead(404).end();
    return response.setHeader("content-type", type).end(body);
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}${folder}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @type {Running[]} */
const running = [];
test.afterEach(() => {
  for (const { close } of running.splice(0)) close();
});

/** A host for the time of a test. @param {Host} [host] */
export async function host(host) {
  const server = await serve(host);
  running.push(server);
  return server;
}

/**
 * A post on an origin of its own.
 * @param {string} body
 * @param {{ head?: string, lang?: string, csp?: string }} [options]
 */
export const post = (body, { head = "", lang = "en", csp } = {}) =>
  host({
    csp,
    pages: {
      "/": `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Post</title>${head}</head><body>${body}</body></html>`,
    },
  });
