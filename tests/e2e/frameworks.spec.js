/**
 * What an author writes in React, Vue and Svelte is what is shown, from the first picture on, and what is written
 * later.
 */
import { expect, test } from "@playwright/test";
import { linkText } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import { clientOf, SERVERS } from "./frameworks/bundle.js";
import { goTo, unitOf } from "./reader.js";
import { host } from "./servers.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./frameworks/names.js").Props} Props */
/** @typedef {keyof typeof SERVERS} Framework */

/**
 * What an embed hands on: the text of each attribute that its scene is given, and what it obeys itself.
 * @typedef {Record<string, string>} Shown
 */

const CONFIG = linkText({ ...PRESETS.xor, scaling: "min_max" }) ?? "";

/** Texts, numbers and flags, as templates have them. @type {Props[]} */
const FIRST = [
  {
    key: "worked",
    scene: "worked",
    playground: false,
    inputs: "0.5,-1",
    target: "1",
    kernels: "1.2;0.4",
    biases: "0.12345",
    activations: "relu",
    learningRate: 0.5,
    claims: "1.1=0.32345",
    at: 4,
    from: "loss",
    to: "update",
    autoplay: false,
    digits: 5,
    height: 432,
    theme: "dark",
    accent: "rgb(1, 2, 3)",
    density: "compact",
  },
  {
    key: "run",
    scene: "run",
    preset: "xor",
    data: "moons",
    config: null,
    seed: 3,
    epochs: 7,
    validation: 0.25,
    row: 2,
    autoplay: true,
    playground: undefined,
  },
  { key: "config", scene: "surface", config: CONFIG, digits: 0, row: 0, autoplay: false },
  { key: "flag", playground: true, preset: "xor" },
];

/** @type {Record<string, Shown>} */
const FIRST_SHOWN = {
  worked: {
    is: "glass-net-worked",
    inputs: "0.5,-1",
    target: "1",
    kernels: "1.2;0.4",
    biases: "0.12345",
    activations: "relu",
    "learning-rate": "0.5",
    claims: "1.1=0.32345",
    at: "4",
    from: "loss",
    to: "update",
    digits: "5",
    height: "432px",
    theme: "dark",
    accent: "rgb(1, 2, 3)",
    density: "compact",
  },
  run: {
    is: "glass-net-run",
    preset: "xor",
    data: "moons",
    seed: "3",
    epochs: "7",
    validation: "0.25",
    row: "2",
    autoplay: "on",
  },
  config: { is: "glass-net-surface", config: CONFIG, digits: "0", row: "0" },
  flag: { is: "glass-net-playground", preset: "xor" },
  literal: { is: "glass-net-worked", inputs: "0.5,-1", kernels: "1.2;0.4", controls: "play step" },
};

/** What is written later: arrays of numbers and words, and what is taken back in each way. @type {Props[]} */
const LATER = [
  {
    key: "worked",
    scene: null,
    playground: null,
    inputs: [1, 2],
    target: [0.4],
    kernels: [
      [
        [0.5, -1],
        [0.25, 1],
      ],
      [[1], [-2]],
    ],
    biases: [[0.5, 0.25], [1]],
    activations: ["relu", "linear"],
    learningRate: undefined,
    claims: undefined,
    at: 0,
    from: false,
    to: undefined,
    controls: ["play", "speed"],
    autoplay: true,
    digits: 2,
    height: null,
    theme: undefined,
    accent: null,
    density: false,
  },
  {
    key: "run",
    scene: "batches",
    preset: undefined,
    data: null,
    seed: 0,
    epochs: undefined,
    validation: false,
    row: null,
    autoplay: false,
    height: 300,
  },
  { key: "config", scene: "surface", config: undefined, preset: "spiral", learningRate: 0.25 },
  { key: "flag", playground: false, scene: "descent", learningRate: 0.125 },
];

/** @type {Record<string, Shown>} */
const LATER_SHOWN = {
  worked: {
    is: "glass-net-worked",
    inputs: "1,2",
    target: "0.4",
    kernels: "0.5,-1;0.25,1|1;-2",
    biases: "0.5,0.25;1",
    activations: "relu,linear",
    at: "0",
    controls: "play speed",
    autoplay: "on",
    digits: "2",
  },
  run: { is: "glass-net-batches", seed: "0", height: "300px" },
  config: { is: "glass-net-surface", preset: "spiral", "learning-rate": "0.25" },
  flag: { is: "glass-net-descent", "learning-rate": "0.125" },
  literal: FIRST_SHOWN.literal,
};

/**
 * Looks at all embeds in every frame, and keeps each different look at one whose scene is there.
 * @param {Page} page
 */
const watch = (page) =>
  page.addInitScript(() => {
    const seen = /** @type {Record<string, string[]>} */ (/** @type {any} */ (window).seen = {});
    const shownOf = (/** @type {any} */ embed) => {
      const { inner } = embed;
      const place = inner.parentElement.style;
      const own = Object.fromEntries(["theme", "density", "controls"].map((name) => [name, inner.getAttribute(name)]));
      const height = place.getPropertyValue("--height-0");
      const all = {
        is: inner.localName,
        ...inner.attributeValues,
        ...own,
        accent: place.getPropertyValue("--glass-net-accent"),
        ...(height === place.getPropertyValue("--height-3") ? { height } : {}),
      };
      if ("autoplay" in all) all.autoplay = "on";
      // A playground keeps the same place at every width.
      if (inner.localName === "glass-net-playground") delete all.height;
      return Object.fromEntries(
        Object.entries(all)
          .filter(([, text]) => text !== "")
          .sort(),
      );
    };
    const look = () => {
      for (const embed of document.querySelectorAll("glass-net")) {
        if (!(/** @type {any} */ (embed).inner)) continue;
        const shown = JSON.stringify(shownOf(embed));
        const all = (seen[embed.id] ??= []);
        if (all.at(-1) !== shown) all.push(shown);
      }
      requestAnimationFrame(look);
    };
    look();
  });

/**
 * What was seen of each embed, one look after the other, or the last look alone.
 * @param {Page} page
 * @param {number} [last]
 * @returns {Promise<Record<string, Shown[]>>}
 */
const looksOf = (page, last = 0) =>
  page.evaluate(
    (from) =>
      Object.fromEntries(
        Object.entries(/** @type {Record<string, string[]>} */ (/** @type {any} */ (window).seen)).map(
          ([key, looks]) => [key, looks.slice(-from).map((look) => JSON.parse(look))],
        ),
      ),
    last,
  );

/** @param {Page} page */
const lastOf = (page) => looksOf(page, 1);

/** All that was seen of each embed once all of them are there. @param {Page} page @param {number} count */
async function seenOf(page, count) {
  await expect.poll(async () => Object.keys(await looksOf(page)).length).toBe(count);
  return looksOf(page);
}

/** @param {Record<string, Shown>} shown @returns {Record<string, Shown[]>} */
const each = (shown) =>
  Object.fromEntries(
    Object.entries(shown).map(([key, one]) => [key, [Object.fromEntries(Object.entries(one).sort())]]),
  );

/** @param {Page} page @param {Framework} framework @param {string} [html] */
async function open(page, framework, html = "") {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 800, height: 9000 });
  await watch(page);
  const { address } = await host({
    pages: {
      "/app.js": await clientOf(framework),
      "/post.html": `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><body><main>${html}</main>`,
    },
  });
  await page.goto(`${address}post.html`);
}

/** @param {Page} page */
const define = (page) => page.evaluate(() => import(/** @type {any} */ ("/glass-net.js")).then(() => {}));

/** @param {Page} page */
const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

/** @param {Page} page @param {"mount" | "hydrate" | "update"} what @param {Props[]} embeds */
const call = (page, what, embeds) =>
  page.evaluate(async ([name, all]) => {
    const app = await import(/** @type {any} */ ("/app.js"));
    await (name === "update" ? app.update(all) : app[name](document.querySelector("main"), all));
  }, /** @type {const} */ ([what, embeds]));

for (const framework of /** @type {Framework[]} */ (Object.keys(SERVERS))) {
  test(`${framework}: what is written is shown at once where the element is defined, and so is what is written later`, async ({
    page,
  }) => {
    await open(page, framework);
    await define(page);
    await call(page, "mount", FIRST);
    expect(await seenOf(page, 5)).toEqual(each(FIRST_SHOWN));
    const worked = page.locator("#worked");
    await goTo(worked, 5);
    // relu(0.5 × 1.2 − 1 × 0.4 + 0.12345)
    await expect(unitOf(worked, 0, 0)).toContainText("0.32345");
    await call(page, "update", LATER);
    await expect.poll(() => lastOf(page)).toEqual(each(LATER_SHOWN));
    await expect(page.locator("#flag glass-net-descent [part=controls]")).toBeVisible();
    await call(page, "update", FIRST);
    await expect.poll(() => lastOf(page)).toEqual(each(FIRST_SHOWN));
  });

  test(`${framework}: what is written before the element is defined is shown once it is, and so is what is written later`, async ({
    page,
  }) => {
    await open(page, framework);
    await call(page, "mount", FIRST);
    await define(page);
    expect(await seenOf(page, 5)).toEqual(each(FIRST_SHOWN));
    await call(page, "update", LATER);
    await expect.poll(() => lastOf(page)).toEqual(each(LATER_SHOWN));
  });

  test(`${framework}: what a server sent is shown at once, hydrated before the element is defined or after`, async ({
    page,
  }) => {
    const html = await SERVERS[framework](FIRST);
    expect(html).toContain("<p>Fallback</p>");
    await open(page, framework, html);
    await call(page, "hydrate", FIRST);
    await define(page);
    expect(await seenOf(page, 5)).toEqual(each(FIRST_SHOWN));
    await open(page, framework, html);
    await define(page);
    expect(await seenOf(page, 5)).toEqual(each(FIRST_SHOWN));
    await call(page, "hydrate", FIRST);
    await painted(page);
    expect(await seenOf(page, 5)).toEqual(each(FIRST_SHOWN));
    await call(page, "update", LATER);
    await expect.poll(() => lastOf(page)).toEqual(each(LATER_SHOWN));
  });

  test(`${framework}: a state is shown`, async ({ page }) => {
    await open(page, framework);
    await define(page);
    const example = {
      inputs: [0.5, -1],
      target: [1],
      layers: [{ kernel: [[1.2], [0.4]], activation: "sigmoid", useBias: false }],
    };
    await call(page, "mount", [{ key: "worked", state: { example, at: 4 } }]);
    // sigmoid(0.5 × 1.2 − 1 × 0.4)
    await expect(unitOf(page.locator("#worked"), 0, 0)).toContainText("0.55");
  });
}
