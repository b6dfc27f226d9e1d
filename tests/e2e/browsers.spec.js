/**
 * What differs between browsers and devices: fields under a finger, the browser's language, files that fail in their
 * own way.
 */
import { expect, test } from "@playwright/test";
import { goTo, open, ready } from "./reader.js";
import { host, post } from "./servers.js";
import { inTurn } from "./screens.js";

/** Letters of fields that a phone would zoom into, by what holds them. @param {import("@playwright/test").Page} page */
const smallFields = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    let count = 0;
    const look = (/** @type {Document | ShadowRoot} */ root) => {
      for (const node of root.querySelectorAll("*")) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (
          !node.matches(
            "select, textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=color])",
          )
        )
          continue;
        count += 1;
        const size = parseFloat(getComputedStyle(node).fontSize);
        if (size < 16)
          found.push(
            `${/** @type {ShadowRoot} */ (root).host?.localName ?? "page"} ${node.localName}.${node.className} "${node.getAttribute("aria-label") ?? node.id}": ${size}px`,
          );
      }
    };
    look(document);
    return { found, count };
  });

for (const [i, [address, least]] of /** @type {const} */ ([
  ["embed.html?lang=en", 2],
  ["embed.html?lang=en&scene=row&preset=xor&epochs=2", 2],
  ["embed.html?lang=en&scene=run&preset=xor", 1],
  ["embed.html?lang=en&scene=batches", 1],
  ["embed.html?lang=en&scene=descent", 0],
  ["embed.html?lang=en&scene=surface", 1],
  ["embed.html?lang=en&playground&preset=spiral", 20],
  ["embed.html?lang=en&playground&data=advertising", 20],
  ["author.html?page=en", 10],
  ["author.html?page=en&scene=run", 5],
]).entries()) {
  for (const width of inTurn(i, [320, 340, 360]))
    test(`no field makes a phone of ${width} pixels zoom in, and all of them have room: ${address}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({
        hasTouch: true,
        isMobile: true,
        viewport: { width, height: 800 },
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(address);
      expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
      await page.waitForFunction(() => document.querySelector("glass-net")?.shadowRoot?.querySelector(".ready"));
      // Every fold of the page is opened, also within the elements.
      const unfold = () =>
        page.evaluate(() => {
          const all = (/** @type {Document | ShadowRoot} */ root) => {
            for (const node of root.querySelectorAll("*")) {
              if (node.shadowRoot) all(node.shadowRoot);
              if (node instanceof HTMLDetailsElement) node.open = true;
            }
          };
          all(document);
        });
      const tabs = page.locator("glass-net-playground [role=tab]:visible");
      const fieldsNow = async () => {
        await unfold();
        return smallFields(page);
      };
      let fields = 0;
      for (const tab of [undefined, ...(await tabs.all())]) {
        await tab?.click();
        await expect(tab ?? page.locator("body")).toBeVisible();
        fields += (await fieldsNow()).count;
        expect((await smallFields(page)).found).toEqual([]);
      }
      // A scene without tabs may still be on its way.
      await expect.poll(async () => Math.max(fields, (await fieldsNow()).count)).toBeGreaterThanOrEqual(least);
      expect((await smallFields(page)).found).toEqual([]);
      // The author page shows a post as wide as the author chose.
      if (address.startsWith("embed"))
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await context.close();
    });
}

for (const language of ["C", "", "en-US@posix"]) {
  test(`the charts are drawn under a browser language that is no tag: "${language}"`, async ({ page }) => {
    await page.addInitScript(
      (tag) => Object.defineProperty(Navigator.prototype, "language", { get: () => tag }),
      language,
    );
    await page.goto("embed.html?scene=run&preset=xor&lang=en");
    await expect(page.locator("gn-line-chart .plot canvas")).toBeAttached();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

const BROKEN = "throw new RangeError('a fault of its own');";
const NOTE = /Access-Control-Allow-Origin/;

test("a scene with a fault of its own shows that fault, and no header is mentioned", async ({ page }) => {
  await page.route("**/playground/line-chart-*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n${BROKEN}` });
  });
  const site = await host({ cors: true });
  const elsewhere = await post(
    `<script type="module" src="${site.address}glass-net.js"></script><glass-net lang="en" scene="run"></glass-net>`,
  );
  for (const address of ["embed.html?lang=en&scene=run", elsewhere.address]) {
    await page.goto(address);
    await expect(page.getByRole("alert")).toContainText("RangeError: a fault of its own");
    await expect(page.getByRole("alert")).not.toContainText(NOTE);
  }
});

test("a module of the same origin that fails to load needs no header", async ({ page }) => {
  await page.route("**/playground/run-*", (route) => route.abort());
  await page.goto("embed.html?lang=en&scene=run");
  await expect(page.getByRole("alert")).toContainText("dynamically imported module");
  await expect(page.getByRole("alert")).not.toContainText(NOTE);
});

test("for a module of another origin that may not be read the missing header is named", async ({ page }) => {
  const site = await host({ cors: (path) => !/\/playground\//.test(path) });
  const { address } = await post(
    `<script type="module" src="${site.address}glass-net.js"></script><glass-net lang="en" scene="run"></glass-net>`,
  );
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText(NOTE);
  await expect(page.getByRole("alert")).toContainText(new URL(site.address).host);
});

test("a classic script needs no header: a file that fails to load is named, and one that stops halfway is reported", async ({
  page,
}) => {
  const site = await host();
  const { address } = await post(
    `<script src="${site.address}glass-net.classic.js" defer></script><glass-net lang="en"></glass-net>`,
  );
  await page.route("**/classic/worked.js", (route) => route.abort());
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText("classic/worked.js");
  await expect(page.getByRole("alert")).not.toContainText(NOTE);
  await page.unroute("**/classic/worked.js");
  await page.route("**/classic/worked.js", (route) => route.fulfill({ body: BROKEN, contentType: "text/javascript" }));
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText("glass-net-worked");
  await expect(page.getByRole("alert")).not.toContainText(NOTE);
});

test("a tick stands at each iteration, where the middle of the thumb goes", async ({ page }) => {
  const element = await open(page, "embed.html?lang=en");
  const { ticks, iterations, from, to, left, right } = await element.evaluate((node) => {
    const scene = /** @type {any} */ (node).inner;
    const path = scene.renderRoot.querySelector(".ticks path");
    const [ticks, input] = [path, scene.renderRoot.querySelector(".whole input")].map((one) =>
      one.getBoundingClientRect(),
    );
    const { last, marks } = scene.session;
    return {
      ticks: path.getAttribute("d").split("M").length - 1,
      iterations: last / marks.length,
      from: ticks.left,
      to: ticks.right,
      left: input.left + 9,
      right: input.right - 9,
    };
  });
  // The last iteration ends with the prediction that reached the target.
  expect(ticks).toBe(Math.floor(iterations) + 1);
  expect(from).toBeCloseTo(left, 0);
  expect(to).toBeCloseTo(left + ((right - left) * (ticks - 1)) / iterations, 0);
});

test("terms have a dotted underline, not colour alone", async ({ page }) => {
  const element = await open(page, "embed.html?lang=en");
  await goTo(element, 4);
  const lines = await element.evaluate((node) =>
    Array.from(/** @type {any} */ (node).inner.renderRoot.querySelectorAll(".term"), (term) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(term);
      return `${textDecorationLine} ${textDecorationStyle}`;
    }),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines)).toEqual(new Set(["underline dotted"]));
});

test("a claim of a missing unit is shown as its author wrote it, and on the author page beside its field", async ({
  page,
}) => {
  await page.goto("embed.html?lang=en&claims=3.4=0.73");
  await expect(page.getByRole("alert")).toContainText(
    "expected up to 3.1, received 3.4. Correct it in the page’s code.",
  );
  await page.goto("author.html?page=en&claims=3.4=0.73");
  await expect(page.locator("#fault-claims")).toContainText("received 3.4. Correct it here.");
  await expect(page.locator("#fault-claims")).not.toContainText("code");
});

test("the poster has the words of a step, and no others", async ({ page }) => {
  const element = await open(page, "embed.html?lang=en");
  await ready(element);
  const words = () =>
    element.evaluate(
      async (node) =>
        new DOMParser().parseFromString(await /** @type {any} */ (node).poster(), "image/svg+xml").documentElement
          .textContent ?? "",
    );
  const opening = await element.evaluate((node) => /** @type {any} */ (node).inner.words.openingTitle);
  await expect.poll(words).toContain("h₁");
  expect((await words()).replace(opening, "")).not.toContain(opening);
  await goTo(element, 4);
  await expect.poll(words).toContain("Hidden layer 1 · h₁");
});
