/** An embed speaks the language of the page around it, and stays right where a reader's translator works in it. */
import { expect, test } from "@playwright/test";
import { goTo, ready } from "./reader.js";
import { host } from "./servers.js";
import { en, ko } from "./words.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** @param {Page} page @param {string} body @param {string} [lang] */
async function open(page, body, lang = ` lang="en"`) {
  const site = await host({
    pages: {
      "/post.html": `<!doctype html><html${lang}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><script type="module" src="/glass-net.js"></script><body>${body}`,
    },
  });
  await page.goto(`${site.address}post.html`);
}

/** Inside two shadow roots, as components of a site have it. @param {string} embed @param {string} [own] */
const inShadows = (embed, own = "") =>
  `<div id="outer"${own}><template shadowrootmode="open"><article><template shadowrootmode="open">${embed}</template></article></template></div>`;

const PLAY = { ko: ko.worked.play, en: en.worked.play };
/** @param {Page} page @param {"ko" | "en"} lang */
const speaks = (page, lang) =>
  expect(page.locator("glass-net").getByRole("button", { name: PLAY[lang], exact: true })).toBeVisible();

test("inside other shadow roots it speaks the page's language, not the browser's, and follows its changes", async ({
  page,
}) => {
  await open(page, inShadows("<glass-net></glass-net>"));
  await speaks(page, "en");
  await page.evaluate(() => {
    document.documentElement.lang = "ko-KR";
  });
  await speaks(page, "ko");
  await page.evaluate(() => document.querySelector("#outer")?.setAttribute("lang", "en"));
  await speaks(page, "en");
  await page.evaluate(() =>
    document.querySelector("#outer")?.shadowRoot?.querySelector("article")?.setAttribute("lang", "ko"),
  );
  await speaks(page, "ko");
  await page.locator("glass-net").evaluate((node) => node.setAttribute("lang", "en"));
  await speaks(page, "en");
  await page.locator("glass-net").evaluate((node) => node.removeAttribute("lang"));
  await speaks(page, "ko");
});

test("a page without a language is the browser's, which the fetched words are too", async ({ page }) => {
  const words = /** @type {string[]} */ ([]);
  page.on("request", (request) => words.push(...(/\/(ko|en)-[^/]*\.js$/.exec(request.url())?.slice(1) ?? [])));
  await open(page, inShadows("<glass-net></glass-net>"), "");
  await speaks(page, "ko");
  expect(words).toEqual(["ko"]);
});

test("only the words of the page's language are fetched inside other shadow roots", async ({ page }) => {
  const words = /** @type {string[]} */ ([]);
  page.on("request", (request) => words.push(...(/\/(ko|en)-[^/]*\.js$/.exec(request.url())?.slice(1) ?? [])));
  await open(page, inShadows("<glass-net></glass-net>"));
  await speaks(page, "en");
  expect(words).toEqual(["en"]);
});

test("an embed that is moved to another language speaks it", async ({ page }) => {
  await open(page, `<glass-net></glass-net><div lang="ko" id="other"></div>`);
  await speaks(page, "en");
  await page.evaluate(() =>
    document.querySelector("#other")?.append(/** @type {Node} */ (document.querySelector("glass-net"))),
  );
  await speaks(page, "ko");
});

for (const scene of /** @type {const} */ (["run", "descent", "playground"])) {
  test(`${scene} follows a language that changes beyond its shadow`, async ({ page }) => {
    await open(page, inShadows(`<glass-net scene="${scene}" preset="xor" epochs="2"></glass-net>`));
    const words = page.locator(`glass-net-${scene} [lang]`).first();
    await expect(words).toHaveAttribute("lang", "en");
    await page.evaluate(() => {
      document.documentElement.lang = "ko";
    });
    await expect(words).toHaveAttribute("lang", "ko");
  });
}

/** What a number that stands alone looks like. */
const NUMBER = "^[\\s(]*[−+±×≈≤≥<>=-]?[\\s\\u00a0]*\\d[\\d.,]*([\\s\\u00a0]*×[\\s\\u00a0]*10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*)?[%\\s)]*$";

/**
 * Does what translators of browsers do, in every shadow tree: each text is taken away, and stands anew in two elements
 * of the translator's own, but for what a page says is not to be translated. Returns numbers that were taken for words.
 * @param {Locator} embed @returns {Promise<string[]>}
 */
const translate = (embed) =>
  embed.evaluate((root, pattern) => {
    const numbers = /** @type {string[]} */ ([]);
    /** @param {Node} node @param {boolean} allowed */
    const visit = (node, allowed) => {
      if (node instanceof Text) {
        if (!allowed || !node.data.trim()) return;
        if (new RegExp(pattern).test(node.data))
          numbers.push(`${node.data.trim()} in ${node.parentElement?.outerHTML.slice(0, 120)}`);
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = node.data;
        outer.append(inner);
        node.replaceWith(outer);
        return;
      }
      if (!(node instanceof Element) || node.matches("style, script, font")) return;
      const own = node.getAttribute("translate") === "no" ? false : allowed;
      for (const child of [...node.childNodes]) visit(child, own);
      if (node.shadowRoot) for (const child of [...node.shadowRoot.childNodes]) visit(child, own);
    };
    visit(root, true);
    return numbers;
  }, NUMBER);

/**
 * All words of an embed, also those of its drawings; but for the model's summary, which is of the moment when its panel
 * was drawn.
 * @param {Locator} embed
 * @returns {Promise<string>}
 */
const wordsOf = (embed) =>
  embed.evaluate((root) => {
    const words = /** @type {string[]} */ ([]);
    const visit = (/** @type {Node} */ node) => {
      if (node instanceof Element && node.matches("[aria-labelledby=summary]")) return;
      if (node instanceof Text) words.push(node.data);
      if (node instanceof Element && node.shadowRoot) node.shadowRoot.childNodes.forEach(visit);
      if (!(node instanceof HTMLStyleElement)) node.childNodes.forEach(visit);
    };
    visit(root);
    // Keras's lines say how long a step took.
    return words
      .join(" ")
      .replace(/\d+(us|ms|s)\/step/g, "")
      .replace(/\s+/g, " ");
  });

/** What is done to a scene after it was translated. @type {Record<string, (embed: Locator) => Promise<unknown>>} */
const ACTS = {
  worked: async (embed) => {
    for (const at of [3, 21, 33, 46, 60]) await goTo(embed, at);
  },
  row: (embed) => embed.evaluate((node) => /** @type {any} */ (node).goTo({ phase: "loss" })),
  run: (embed) => embed.evaluate((node) => /** @type {any} */ (node).goTo({ epoch: 3 })),
  batches: (embed) => embed.evaluate((node) => /** @type {any} */ (node).goTo({ iteration: 3 })),
  descent: (embed) => embed.evaluate((node) => /** @type {any} */ (node).step()),
  surface: (embed) => embed.evaluate((node) => /** @type {any} */ (node).goTo({ epoch: 3 })),
  playground: (embed) => embed.evaluate((node) => /** @type {any} */ (node).goTo({ epoch: 3 })),
};

test("a translator leaves the author's page right", async ({ page, context }) => {
  const alone = await context.newPage();
  for (const one of [page, alone]) {
    await one.goto("author.html?page=en&lang=en");
    await ready(one.locator("glass-net"));
    await expect(one.locator(".measures")).toContainText("Real height");
  }
  expect(await translate(page.locator("body"))).toEqual([]);
  for (const one of [page, alone]) {
    await one.bringToFront();
    await one.getByText(en.author.preview.how).evaluate((node) => node.closest("details")?.setAttribute("open", ""));
    await one.getByRole("button", { name: "Phone 360", exact: true }).click();
    await one.getByRole("button", { name: "iframe", exact: true }).click();
  }
  await expect(async () =>
    expect(await wordsOf(page.locator("body"))).toBe(await wordsOf(alone.locator("body"))),
  ).toPass();
});

/** Opens a scene after its first epoch. @param {Page} page @param {string} scene @param {string} preset */
async function show(page, scene, preset) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  // All panels are in view.
  await page.setViewportSize({ width: 1280, height: 14_000 });
  await open(page, `<glass-net scene="${scene}" preset="${preset}" epochs="4" row="1"></glass-net>`);
  const embed = page.locator("glass-net");
  if (scene === "worked") await ready(embed);
  else await expect(page.locator(`glass-net-${scene} [lang]`).first()).toBeVisible();
  await embed.evaluate((node) => /** @type {any} */ (node).goTo({ epoch: 1 }));
  // All of it, with what unfolds.
  await embed.evaluate((node) =>
    node.shadowRoot?.querySelectorAll("details").forEach((details) => {
      details.open = true;
    }),
  );
  return embed;
}

for (const [scene, preset] of [...Object.keys(ACTS).map((name) => [name, "xor"]), ["playground", "tutorial-2"]]) {
  test(`a translator takes no number of ${scene} with ${preset} for a word, and what it shows afterwards is what it shows without one`, async ({
    page,
    context,
  }) => {
    const embed = await show(page, scene, preset);
    const alone = await show(await context.newPage(), scene, preset);
    await expect(async () => expect(await wordsOf(embed)).toBe(await wordsOf(alone))).toPass();
    expect(await translate(embed)).toEqual([]);
    for (const one of [embed, alone]) {
      await one.page().bringToFront();
      await ACTS[scene](one);
    }
    await expect(async () => expect(await wordsOf(embed)).toBe(await wordsOf(alone))).toPass({ timeout: 20_000 });
    expect(await translate(embed)).toEqual([]);
  });
}
