/** An embed is light or dark as the page around it, whatever the system is, and follows it. */
import { expect, test } from "@playwright/test";
import { faintWords } from "./contrast.js";
import { ready } from "./reader.js";
import { host } from "./servers.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {"light" | "dark"} Theme */

const THEMES = /** @type {const} */ (["light", "dark"]);
const EMBED = `<glass-net lang="en" inputs="0.5,-1" kernels="1.2;0.4" target="1" at="4"></glass-net>`;

/** @param {Page} page @param {string} head @param {string} [body] */
async function open(page, head, body = EMBED) {
  const site = await host({
    pages: {
      "/post.html": `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}<script type="module" src="/glass-net.js"></script><body>${body}`,
    },
  });
  await page.goto(`${site.address}post.html`);
}

/** @param {Page} page @returns {Promise<Theme>} */
const themeOf = (page) =>
  page
    .locator("glass-net-worked")
    .first()
    .evaluate((scene) => (getComputedStyle(scene).colorScheme === "dark" ? "dark" : "light"));

/**
 * Pages as people write them: what they are with a light system, and with a dark one.
 * @type {Record<string, [head: string, light: Theme, dark: Theme]>}
 */
const PAGES = {
  "says nothing": ["", "light", "light"],
  "is dark by its color-scheme": ["<style>:root { color-scheme: dark }</style>", "dark", "dark"],
  "is light by its color-scheme": ["<style>:root { color-scheme: light }</style>", "light", "light"],
  "is only dark": ["<style>:root { color-scheme: only dark }</style>", "dark", "dark"],
  "is both by its color-scheme": ["<style>:root { color-scheme: light dark }</style>", "light", "dark"],
  "is dark by a meta tag": [`<meta name="color-scheme" content="dark">`, "dark", "dark"],
  "is both by a meta tag": [`<meta name="color-scheme" content="light dark">`, "light", "dark"],
  "is both by a media query alone": [
    "<style>body { background: #fff; color: #222 } @media (prefers-color-scheme: dark) { body { background: #15181d; color: #ddd } }</style>",
    "light",
    "dark",
  ],
  "is dark by its colours alone": [
    "<style>body { background: #101418; color: oklch(0.92 0.01 250) }</style>",
    "dark",
    "dark",
  ],
  "says both and is light by its colours": [
    "<style>:root { color-scheme: light dark } body { background: #fff; color: #333 }</style>",
    "light",
    "light",
  ],
  "has grey text, and is both": [
    "<style>:root { color-scheme: light dark } body { color: #888 }</style>",
    "light",
    "dark",
  ],
  "is dark where the embed stands": [
    "<style>glass-net { color-scheme: dark; background: #111 }</style>",
    "dark",
    "dark",
  ],
};

for (const [what, [head, ...expected]] of Object.entries(PAGES)) {
  test(`a page that ${what}: the embed has its colour scheme, with a light and with a dark system, and is legible`, async ({
    page,
  }) => {
    for (const [i, colorScheme] of THEMES.entries()) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, head);
      await ready(page.locator("glass-net"));
      expect(await themeOf(page), `a ${colorScheme} system`).toBe(expected[i]);
      expect(await faintWords(page.locator("glass-net")), `a ${colorScheme} system`).toEqual([]);
    }
  });
}

test("it has its page's colour scheme from the first frame", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new Set();
    Object.assign(window, { seen });
    const look = () => {
      const scene = document.querySelector("glass-net")?.shadowRoot?.querySelector("glass-net-worked");
      if (scene) seen.add(getComputedStyle(scene).colorScheme);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await open(page, PAGES["is dark by its color-scheme"][0]);
  await ready(page.locator("glass-net"));
  expect(await page.evaluate(() => [.../** @type {any} */ (window).seen])).toEqual(["dark"]);
});

/** How a page turns dark, and light again. @type {Record<string, [head: string, turn: (dark: boolean) => void]>} */
const TURNS = {
  "a class that sets its color-scheme": [
    "<style>.dark { color-scheme: dark }</style>",
    (dark) => document.documentElement.classList.toggle("dark", dark),
  ],
  "a class that sets its colours": [
    "<style>body { background: #fff; color: #222; transition: color 100ms } body.dark { background: #111; color: #eee }</style>",
    (dark) => document.body.classList.toggle("dark", dark),
  ],
  "its meta tag": [
    `<meta name="color-scheme" content="light">`,
    (dark) => document.querySelector("meta[name=color-scheme]")?.setAttribute("content", dark ? "dark" : "light"),
  ],
  "another style sheet": [
    `<style id="sheet" media="not all">:root { color-scheme: dark }</style>`,
    (dark) => document.querySelector("#sheet")?.setAttribute("media", dark ? "all" : "not all"),
  ],
  "a style of its own": [
    "",
    (dark) => {
      document.documentElement.style.colorScheme = dark ? "dark" : "light";
    },
  ],
  "the theme of the element": [
    "",
    (dark) => document.querySelector("glass-net")?.setAttribute("theme", dark ? "dark" : "light"),
  ],
};

for (const [what, [head, turn]] of Object.entries(TURNS)) {
  test(`the page turns by ${what}, and the embed with it`, async ({ page }) => {
    await open(page, head);
    await ready(page.locator("glass-net"));
    for (const dark of [true, false, true]) {
      await page.evaluate(turn, dark);
      await expect.poll(() => themeOf(page)).toBe(dark ? "dark" : "light");
      expect(await faintWords(page.locator("glass-net"))).toEqual([]);
    }
  });
}

test("the system turns, and a page that is both with it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, PAGES["is both by its color-scheme"][0]);
  await ready(page.locator("glass-net"));
  for (const colorScheme of /** @type {const} */ (["dark", "light"])) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => themeOf(page)).toBe(colorScheme);
  }
});

test("a page that turned while the embed was hidden, or that it is moved to, is followed", async ({ page }) => {
  await open(
    page,
    "<style>.dark { color-scheme: dark; background: #111; color: #eee }</style>",
    `<div id="light">${EMBED}</div><div id="other" class="dark"></div>`,
  );
  await ready(page.locator("glass-net"));
  await page.evaluate(() => {
    const around = /** @type {HTMLElement} */ (document.querySelector("#light"));
    around.hidden = true;
    around.classList.add("dark");
  });
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector("#light")).hidden = false;
  });
  await expect.poll(() => themeOf(page)).toBe("dark");
  await page.evaluate(() => {
    document.querySelector("#light")?.classList.remove("dark");
    document.body.append(/** @type {Node} */ (document.querySelector("glass-net")));
  });
  await expect.poll(() => themeOf(page)).toBe("light");
  await page.evaluate(() =>
    document.querySelector("#other")?.append(/** @type {Node} */ (document.querySelector("glass-net"))),
  );
  await expect.poll(() => themeOf(page)).toBe("dark");
});

for (const theme of THEMES) {
  test(`the author's theme ${theme} wins over page and system, on a ground of its own where the page is another`, async ({
    page,
  }) => {
    for (const around of THEMES) {
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        await open(
          page,
          `<style>:root { color-scheme: ${around} }</style>`,
          EMBED.replace("<glass-net", `<glass-net theme="${theme}"`),
        );
        await ready(page.locator("glass-net"));
        expect(await themeOf(page)).toBe(theme);
        expect(await faintWords(page.locator("glass-net")), `a ${around} page, a ${colorScheme} system`).toEqual([]);
        const ground = await page
          .locator("glass-net-worked")
          .evaluate((scene) => getComputedStyle(scene).backgroundColor);
        expect(ground === "rgba(0, 0, 0, 0)").toBe(theme === around);
      }
    }
  });
}

/**
 * The pictures of a scene that draws on canvases.
 * @param {Page} page
 * @param {string} scene
 * @returns {Promise<string[]>}
 */
const picturesOf = (page, scene) =>
  page.locator(`glass-net-${scene}`).evaluate((root) => {
    const found = /** @type {string[]} */ ([]);
    const search = (/** @type {ParentNode} */ node) => {
      for (const element of node.querySelectorAll("*")) {
        if (element instanceof HTMLCanvasElement) found.push(element.toDataURL());
        if (element.shadowRoot) search(element.shadowRoot);
      }
    };
    if (root.shadowRoot) search(root.shadowRoot);
    return found;
  });

/**
 * Opens a scene that has trained, on a page of a scheme with a system of another.
 * @param {Page} page
 * @param {string} scene
 * @param {Theme} scheme
 * @param {Theme} colorScheme
 */
async function openTrained(page, scene, scheme, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await open(
    page,
    `<style>:root { color-scheme: ${scheme} }</style>`,
    `<glass-net lang="en" scene="${scene}" preset="xor" epochs="3"></glass-net>`,
  );
  const embed = page.locator("glass-net");
  await expect(page.locator(`glass-net-${scene} .scene`)).toBeVisible();
  await embed.evaluate(
    (node, step) => (step ? /** @type {any} */ (node).step() : /** @type {any} */ (node).goTo({ epoch: 2 })),
    scene === "descent",
  );
  expect(await faintWords(embed), `${scheme} page, ${colorScheme} system`).toEqual([]);
}

test("three ways can be read on a dark page with a light system, and their pictures turn with the page and back", async ({
  page,
}) => {
  await openTrained(page, "descent", "dark", "light");
  // Which losses of a comparison are kept depends on time: only the page itself has the same pictures again.
  const turn = (/** @type {Theme} */ to) =>
    page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, to);
  let dark = /** @type {string[]} */ ([]);
  await expect
    .poll(
      async () => {
        const before = dark;
        dark = await picturesOf(page, "descent");
        return dark.length > 1 && JSON.stringify(before) === JSON.stringify(dark);
      },
      { intervals: [1000] },
    )
    .toBe(true);
  await turn("light");
  for (let i = 0; i < dark.length; i++)
    await expect.poll(async () => (await picturesOf(page, "descent"))[i] === dark[i]).toBe(false);
  await turn("dark");
  await expect.poll(async () => JSON.stringify(await picturesOf(page, "descent")) === JSON.stringify(dark)).toBe(true);
});

for (const scene of ["row", "run", "batches", "surface"]) {
  test(`${scene} can be read on a dark page with a light system, and the other way round; its pictures turn with the page`, async ({
    page,
    context,
  }) => {
    const light = await context.newPage();
    await openTrained(light, scene, "light", "dark");
    await openTrained(page, scene, "dark", "light");
    if (scene === "row") return;
    const isAlike = async () =>
      JSON.stringify(await picturesOf(page, scene)) === JSON.stringify(await picturesOf(light, scene));
    expect((await picturesOf(page, scene)).length).toBeGreaterThan(0);
    expect(await isAlike()).toBe(false);
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = "light";
    });
    await expect.poll(isAlike).toBe(true);
  });
}

for (const theme of THEMES) {
  for (const [name, address] of /** @type {const} */ ([
    ["the demo page", "index.html?lang=en&at=4"],
    ["the page of an iframe", "embed.html?lang=en&at=4"],
    ["the gallery", "gallery/post-en.html"],
  ])) {
    test(`${name} can be read with a ${theme} system${name === "the gallery" ? "" : ", and with either theme in its address"}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      for (const asked of name === "the gallery" ? [""] : ["", "&theme=light", "&theme=dark"]) {
        await page.goto(address + asked);
        await ready(page.locator("glass-net").first());
        expect(await themeOf(page)).toBe(asked.split("=")[1] ?? theme);
        expect(
          await page
            .locator("glass-net-worked")
            .first()
            .evaluate((scene) => scene.hasAttribute("apart")),
          asked,
        ).toBe(false);
        expect(await faintWords(page.locator("html")), asked).toEqual([]);
      }
    });
  }

  test(`the author's page can be read with a ${theme} system, and its preview with either theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const asked of ["", "&theme=light", "&theme=dark"]) {
      await page.goto(`author.html?page=en&lang=en${asked}`);
      await ready(page.locator("glass-net"));
      expect(await themeOf(page)).toBe(asked.split("=")[1] ?? theme);
      expect(await faintWords(page.locator("html")), asked).toEqual([]);
    }
  });
}

test("an iframe is as the system on a ground of the browser's where the page is another, and as its address says", async ({
  page,
}) => {
  const site = await host({
    pages: {
      "/post.html": `<!doctype html><html lang="en" style="color-scheme: dark; background: #111"><body><iframe title="as the system" src="/embed.html?lang=en"></iframe><iframe title="as the address" src="/embed.html?lang=en&theme=dark"></iframe>`,
    },
  });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${site.address}post.html`);
  for (const [title, dark] of /** @type {const} */ ([
    ["as the system", false],
    ["as the address", true],
  ])) {
    const frame = page.frameLocator(`iframe[title="${title}"]`);
    await ready(frame.locator("glass-net"));
    expect(await frame.locator("glass-net-worked").evaluate((scene) => scene.hasAttribute("dark"))).toBe(dark);
    expect(await faintWords(frame.locator("html"))).toEqual([]);
  }
});
