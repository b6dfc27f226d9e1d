/** Every page of the gallery, from a host that sends no CORS header and no policy of its own. */
import { expect, test } from "@playwright/test";
import { elementOf, goTo, inScene, positionOf, ready, traceOf, unitOf } from "./reader.js";
import { format } from "../../www/src/format.js";
import { host } from "./servers.js";
import { en, ko } from "./words.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * Opens a page of the gallery, and says what goes wrong on it.
 * @param {Page} page
 * @param {string} name
 * @param {import("./servers.js").Host} [how]
 */
async function open(page, name, how) {
  const site = await host(how);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      throw new Error(`${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  await page.goto(`${site.address}gallery/${name}.html`);
  return { site, errors };
}

/**
 * The one unit's example is stepped by its button to the end of the forward pass, and answers 0.55.
 * @param {Locator} element
 * @param {string} forward
 */
async function answers(element, forward) {
  await ready(element);
  // Its forward pass is the step of one unit; a link of the post may have begun it.
  if ((await positionOf(element)) < 4) await element.getByRole("button", { name: forward, exact: true }).click();
  await expect.poll(() => positionOf(element)).toBe(4);
  await expect(unitOf(element, 0, 0)).toContainText("0.55");
  await expect(element.locator(".claim.holds")).toContainText("0.55");
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

for (const [name, forward, play] of [
  ["post-en", en.worked.stepForward, en.worked.play],
  ["post-ko", ko.worked.stepForward, ko.worked.play],
]) {
  test(`a plain post speaks its own language, and its examples their numbers: ${name}`, async ({ page }) => {
    const { errors } = await open(page, name);
    await answers(elementOf(page), forward);
    const second = elementOf(page, 1);
    await second.scrollIntoViewIfNeeded();
    await ready(second);
    await goTo(second, await inScene(second, (scene) => scene.session?.marks.phase[0] ?? 0));
    await expect(unitOf(second, 1, 0)).toContainText("−1");
    await second.getByRole("button", { name: play, exact: true }).click();
    await expect.poll(() => positionOf(second), { timeout: 10_000 }).toBeGreaterThan(9);
    expect(await positionOf(elementOf(page))).toBe(4);
    expect(errors).toEqual([]);
  });
}

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:";

test("every scene stands in a post under a strict policy, and the text moves them", async ({ page }) => {
  test.slow();
  const { site, errors } = await open(page, "scenes-ko", { csp: POLICY });
  const updates = (/** @type {string} */ name) =>
    page.locator(`glass-net-${name}`).evaluate((scene) => /** @type {any} */ (scene).lab.state?.updates ?? 0);
  // The links are the post's own words.
  await page.getByRole("link", { name: "세 번째 반복" }).click();
  await expect.poll(() => updates("batches"), { timeout: 15_000 }).toBe(2);
  await page.getByRole("link", { name: "한 에포크", exact: true }).click();
  await expect.poll(() => updates("batches")).toBe(28);
  await page.getByRole("button", { name: "10 에포크", exact: true }).click();
  // A fifth of 140 rows is validated on: 112 rows in batches of 5.
  await expect.poll(() => updates("run"), { timeout: 15_000 }).toBe(10 * 23);
  await page.getByRole("link", { name: "역전파" }).click();
  await expect(page.locator("li[data-current]")).toHaveText(/역전파/, { timeout: 15_000 });
  expect(await updates("row")).toBe(20 * 28);
  for (const [name, start] of [
    ["descent", ko.compare.start],
    ["surface", ko.train.run],
  ]) {
    const scene = page.locator(`glass-net-${name}`);
    await page.locator(`#${name}`).scrollIntoViewIfNeeded();
    await scene.getByRole("button", { name: start, exact: true }).click();
  }
  await expect.poll(() => updates("surface")).toBeGreaterThan(0);
  await expect(page.locator("glass-net-descent tbody tr")).toHaveCount(3);
  const parts = site.requests.flatMap((path) => /(\w+)-[^/]*\.wasm$/.exec(path)?.[1] ?? []);
  expect(parts, "all share one engine, and only the runs that are compared need its second part").toEqual([
    "primary",
    "secondary",
  ]);
  expect(errors).toEqual([]);
});

test("an iframe takes the height of its content, and the text of the post moves it", async ({ page }) => {
  const { errors } = await open(page, "iframe");
  const element = elementOf(page.frameLocator("iframe"));
  await page.getByRole("button", { name: "backward" }).click();
  await expect(page.getByText("had to do with the error")).toHaveAttribute("data-current", "", { timeout: 15_000 });
  await expect.poll(() => element.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  expect(
    await element.evaluate(
      (node) => innerHeight - Math.ceil(/** @type {any} */ (node).inner.getBoundingClientRect().bottom),
    ),
  ).toBeLessThan(10);
  expect(errors).toEqual([]);
});

test("what a skin does to every element ends at ours, and nothing of ours reaches the skin", async ({ page }) => {
  const { errors } = await open(page, "skin");
  const element = elementOf(page);
  await answers(element, "Step forward");
  const inside = await element.getByRole("button", { name: en.worked.reset }).evaluate((node) => {
    const { backgroundColor, fontSize, letterSpacing, textTransform, wordSpacing, boxSizing } = getComputedStyle(node);
    return {
      backgroundColor,
      fontSize,
      letterSpacing,
      textTransform,
      wordSpacing,
      boxSizing,
      wide: node.getBoundingClientRect().width < 120,
    };
  });
  expect(inside).toEqual({
    backgroundColor: "rgba(0, 0, 0, 0)",
    fontSize: "14px",
    letterSpacing: "normal",
    textTransform: "none",
    wordSpacing: "0px",
    boxSizing: "border-box",
    wide: true,
  });
  const prose = await element.locator(".card").evaluate((node) => {
    const { textAlign, fontStyle, whiteSpace, transform, display, lineHeight } = getComputedStyle(node);
    return { textAlign, fontStyle, whiteSpace, transform, display: display !== "none", lineHeight };
  });
  expect(prose).toEqual({
    textAlign: "start",
    fontStyle: "normal",
    whiteSpace: "normal",
    transform: "none",
    display: true,
    lineHeight: "25.6px",
  });
  expect((await element.locator("svg.gn-network").boundingBox())?.width).toBeGreaterThan(600);
  expect(
    await page
      .locator("td")
      .first()
      .evaluate((node) => getComputedStyle(node).letterSpacing),
  ).toBe("2px");
  expect(
    await page.evaluate(() => document.adoptedStyleSheets.length + document.querySelectorAll("style").length),
  ).toBe(0);
  expect(errors).toEqual([]);
});

test("under a strict policy nothing is violated", async ({ page }) => {
  const { errors } = await open(page, "csp");
  const element = elementOf(page);
  await answers(element, "Step forward");
  for (const summary of await element.locator("summary").all()) await summary.click();
  await element.getByRole("button", { name: en.worked.runToTarget }).click();
  await expect(element.locator(".ending")).toBeVisible();
  expect(errors).toEqual([]);
});

for (const cors of [true, false]) {
  test(`a sandboxed iframe, from a host that sends ${cors ? "CORS" : "no CORS"}`, async ({ page }) => {
    const { errors } = await open(page, "sandbox", { cors });
    await answers(elementOf(page.frameLocator("iframe")), "Step forward");
    expect(errors).toEqual([]);
  });
}

test("from another origin the module works where the host sends CORS", async ({ page }) => {
  await open(page, "other-origin", { cors: true });
  for (const nth of [0, 1]) {
    await page.locator("iframe").nth(nth).scrollIntoViewIfNeeded();
    await answers(elementOf(page.frameLocator("iframe").nth(nth)), "Step forward");
  }
});

test("from another origin without CORS the classic script works, and the module leaves the author's words", async ({
  page,
}) => {
  await open(page, "other-origin");
  await page.locator("iframe").nth(1).scrollIntoViewIfNeeded();
  await answers(elementOf(page.frameLocator("iframe").nth(1)), "Step forward");
  await expect(page.frameLocator("iframe").nth(0).getByText("answers 0.55; the target is 1.")).toBeVisible();
});

test("ten examples share one engine, wait for the reader, and each has its own target", async ({ page }) => {
  test.slow();
  const { site, errors } = await open(page, "ten");
  await ready(elementOf(page, 0));
  expect(await page.locator("glass-net-worked").count()).toBeLessThan(4);
  for (let nth = 0; nth < 10; nth++) {
    const element = elementOf(page, nth);
    await element.scrollIntoViewIfNeeded();
    await ready(element);
    await goTo(element, 20);
    await expect(unitOf(element, 2, 0)).toContainText("0.436");
  }
  const targets = await page
    .locator("glass-net")
    .evaluateAll((all) => all.map((node) => /** @type {any} */ (node).state.example.target[0].toFixed(2)));
  expect(targets).toEqual(["0.05", "0.10", "0.20", "0.30", "0.40", "0.50", "0.60", "0.70", "0.80", "0.90"]);
  // Its two parts, and each of them once.
  expect(site.requests.filter((path) => path.endsWith(".wasm"))).toHaveLength(2);
  expect(new Set(site.requests).size).toBe(site.requests.length);
  expect(errors).toEqual([]);
});

test("on a page from right to left the example stays from left to right", async ({ page }) => {
  const { errors } = await open(page, "rtl");
  const element = elementOf(page);
  await answers(element, "Step forward");
  expect(await element.locator(".card").evaluate((node) => getComputedStyle(node).direction)).toBe("ltr");
  const [input, output] = [
    await element.locator("[data-input-layer], svg.gn-network").first().boundingBox(),
    await unitOf(element, 0, 0).boundingBox(),
  ];
  expect((output?.x ?? 0) - (input?.x ?? 0)).toBeGreaterThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(errors).toEqual([]);
});

test("a host without scripts has a picture, a sentence and a link that plays", async ({ page }) => {
  const { site } = await open(page, "no-script");
  expect(
    await page.locator("img").evaluate((node) => /** @type {HTMLImageElement} */ (node).decode().then(() => true)),
  ).toBe(true);
  await expect(page.getByText("0.436")).toBeVisible();
  expect(site.requests.filter((path) => path.endsWith(".js"))).toEqual([]);
  await page.getByRole("link", { name: "Play it" }).click();
  await ready(elementOf(page));
});

test("the gallery's list leads to each of its pages", async ({ page }) => {
  const { site } = await open(page, "index");
  const links = await page
    .locator("main a, li a")
    .evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
  expect(links).toHaveLength(13);
  for (const link of links) expect((await page.request.get(link)).ok(), link).toBe(true);
  expect(links.every((link) => link.startsWith(site.address))).toBe(true);
});

for (const lang of ["ko", "en"]) {
  test(`a post on back propagation: claims, links, marked paragraphs and live numbers, ${lang}`, async ({ page }) => {
    const { errors } = await open(page, `back-propagation-${lang}`);
    const element = page.locator("#net");
    await ready(element);
    const [first, second] = [await traceOf(element, 0), await traceOf(element, 1)];
    /** @type {any[]} */
    const events = first.events;
    /** The number in the text that goes by a name. @param {string} of */
    const value = (of) => page.locator(`glass-net-value[of="${of}"]`);
    const shown = (/** @type {string} */ of) => value(of).evaluate((node) => node.shadowRoot?.textContent);
    /** @param {string} of @param {string} wanted */
    const shows = (of, wanted) => expect.poll(() => shown(of), { message: of }).toBe(wanted);

    await shows("claims", "12\u202f/\u202f12");
    await shows("iteration", "1");
    await shows("weight:2.1.1", "0.4");
    await shows("weight:2.1.1@1", format(second.layers[1].kernel[0][0], 7));
    expect(await shown("prediction"), "before it is computed the author's own stands there").toBe("");
    await expect(value("prediction")).toHaveText("0.751365070");

    const links = page.locator("a[data-go]");
    const paragraphs = page.locator("p[data-when]");
    expect([await links.count(), await paragraphs.count()]).toEqual([6, 6]);
    for (let i = 0; i < 6; i += 1) {
      await links.nth(i).click();
      await expect(paragraphs.nth(i)).toHaveAttribute("data-current", "");
      await expect(page.locator("[data-current]"), "one at a time").toHaveCount(1);
      await expect
        .poll(() =>
          element.locator(".picture").evaluate((node) => {
            const { top, bottom } = node.getBoundingClientRect();
            return top > -1 && bottom < innerHeight + 1;
          }),
        )
        .toBe(true);
      if (i === 1) {
        await shows("1.1", format(events.find(({ kind }) => kind === "activation").output, 6));
        await shows("prediction", format(first.prediction[0], 6));
      }
      if (i === 2) await shows("loss", format(first.loss, 6));
      if (i === 3) {
        const { gradient } = events.find(({ kind, layer }) => kind === "weight_gradient" && layer === 1);
        await shows("gradient:2.1.1", format(gradient, 6));
      }
      if (i === 4) await shows("weight:2.1.1", format(second.layers[1].kernel[0][0], 7));
    }
    await shows("iteration", "2");
    await shows("loss", format(second.loss, 6));
    expect(errors).toEqual([]);
  });
}
