/**
 * The built site on loopback, and both browsers by the same protocol.
 *
 * @import { Browser, Page } from "puppeteer-core"
 */
import { spawn } from "node:child_process";
import puppeteer from "puppeteer-core";

const port = Number(process.env.GLASSNET_PORT ?? 4174);
export const SITE = `http://127.0.0.1:${port}/`;

/** @typedef {"chrome" | "firefox"} BrowserName */

/** Nothing is asked of the network: no update, no news, no list of bad sites. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "network.captive-portal-service.enabled": false,
  "intl.accept_languages": "en",
};

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=en",
];

/** @param {BrowserName} name @returns {Promise<Browser>} */
export function launch(name) {
  const variable = name === "chrome" ? "CHROME" : "FIREFOX";
  const executablePath = process.env[variable];
  if (!executablePath)
    throw new Error(
      `${variable}: expected the path of the browser, received none: \`cargo xtask test --with-firefox\` gives it`,
    );
  return puppeteer.launch({
    browser: name,
    executablePath,
    headless: true,
    args: name === "chrome" ? QUIET : [],
    extraPrefsFirefox: PREFERENCES,
    protocolTimeout: 180_000,
  });
}

/** Serves dist/site, until the function that is returned is called. @returns {Promise<() => void>} */
export async function serveSite() {
  const server = spawn("node", ["node_modules/vite/bin/vite.js", "preview", "--strictPort", "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = new Promise((_, reject) =>
    server.once("exit", (code) => reject(new Error(`vite preview: expected a server, received exit code ${code}`))),
  );
  // It prints its address once it listens.
  await Promise.race([new Promise((resolve) => server.stdout.once("data", resolve)), gone]);
  gone.catch(() => {});
  return () => server.kill();
}

/**
 * Opens a page of the site, and tells of what throws there.
 * @param {Browser} browser
 * @param {string} address
 * @returns {Promise<{ page: Page, thrown: string[] }>}
 */
export async function open(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(String(error)));
  await page.goto(SITE + address);
  return { page, thrown };
}
