/**
 * How long a reader waits for a program in Python, from the click on Run until its end is painted: the first time on a
 * page, when all that it needs is fetched and started, and later. Needs the built site. usage: node python.js <chrome>
 * [--quick]
 */
import process from "node:process";
import { chromium } from "@playwright/test";
import { PROGRAMS } from "../../www/demo/programs.js";
import { ARGUMENTS, HEAD, median, print, serve } from "./site.js";

const [executablePath = "chromium", ...flags] = process.argv.slice(2);
const ROUNDS = flags.includes("--quick") ? 3 : 9;
const LATER = 3;

/** Milliseconds. */
const LIMITS = { first: 3000, later: 1000 };

/** The demo page's programs as one: a table, its split, a network, 60 epochs, and predictions. */
const PROGRAM = Object.values(PROGRAMS).join("\n").replaceAll("<", "&lt;");

/** A click on Run, timed. @param {import("@playwright/test").Page} page @returns {Promise<number>} */
async function run(page) {
  const scene = page.locator("glass-net");
  const button = scene.getByRole("button", { name: "Run", exact: true });
  await button.waitFor();
  const spent = scene.evaluate((element) => {
    /** @type {Promise<number>} */
    const ended = new Promise((resolve, reject) => {
      let begun = 0;
      element.addEventListener("click", () => (begun = performance.now()), { capture: true, once: true });
      element.addEventListener("glass-net-error", (event) =>
        reject(new Error(/** @type {CustomEvent} */ (event).detail.message)),
      );
      element.addEventListener(
        "glass-net-end",
        () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))),
        { once: true },
      );
    });
    return ended;
  });
  await button.click();
  return spent;
}

const { server, origin } = await serve((path) =>
  path === "/post"
    ? `${HEAD}<body><glass-net scene="code"><pre><code>\n${PROGRAM}\n</code></pre></glass-net>`
    : undefined,
);
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
/** @type {number[]} */ const first = [];
/** @type {number[]} */ const later = [];
for (let round = 0; round < ROUNDS; round++) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/post`);
  first.push(await run(page));
  for (let time = 0; time < LATER; time++) later.push(await run(page));
  await context.close();
}
await browser.close();
server.close();
const worst = (/** @type {number[]} */ times) => `worst of ${times.length}: ${Math.max(...times).toFixed(0)}`;
print("first Run of a program in Python", median(first), LIMITS.first, "ms", worst(first));
print("later ones", median(later), LIMITS.later, "ms", worst(later));
