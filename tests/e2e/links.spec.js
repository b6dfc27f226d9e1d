/** The text of a post moves its embeds, and they mark the text. */
import { expect, test } from "@playwright/test";
import { positionOf, ready, traceOf } from "./reader.js";
import { host, post } from "./servers.js";

const TALL = '<p style="height:3000px">A long text</p>';

/** @param {import("@playwright/test").Page} page @param {string} body */
async function openPost(page, body) {
  const site = await host({ cors: true });
  const { address } = await post(`<script type="module" src="${site.address}glass-net.js"></script>${body}`);
  await page.goto(address);
  return site;
}

const EXAMPLE = 'inputs="1,-1" target="0.4" kernels="2,1;1,1|0.4;-1.1"';

/**
 * The step that an operation belongs to, by what was recorded.
 * @param {import("@playwright/test").Locator} element
 * @param {number} iteration
 */
async function eventAt(element, iteration) {
  const [trace, at] = [await traceOf(element, iteration), await positionOf(element)];
  return trace.events[at - 1 - iteration * trace.events.length];
}

test("links and buttons move the embed that they name, and no other", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="one" ${EXAMPLE}></glass-net><glass-net id="two" ${EXAMPLE}></glass-net>
    <a href="#one" data-glass-net="one" data-go="phase:backward">back</a>
    <button data-glass-net="two" data-go="unit:1.2">the second unit</button>
    <button data-glass-net="one" data-go="iteration:3, phase:loss"><b>third</b></button>
    <button data-glass-net="one" data-go="at:7">seven</button>
    <button data-glass-net="one" data-go="lunch:7">nowhere</button>`,
  );
  const [one, two] = [page.locator("#one"), page.locator("#two")];
  await ready(one);
  await page.getByText("back").click();
  await expect.poll(async () => (await eventAt(one, 0))?.phase).toBe("backward");
  expect(await positionOf(two), "the other stays").toBeLessThanOrEqual(0);
  await page.getByText("the second unit").click();
  await expect.poll(() => positionOf(two)).toBeGreaterThan(0);
  expect(await eventAt(two, 0)).toMatchObject({ kind: "activation", layer: 0, unit: 1 });
  await page.getByRole("button", { name: "third" }).click();
  await expect.poll(async () => (await eventAt(one, 2))?.phase).toBe("loss");
  await page.getByRole("button", { name: "seven" }).click();
  await expect.poll(() => positionOf(one)).toBe(7);
  await page.getByRole("button", { name: "nowhere" }).click();
  await page.getByRole("button", { name: "seven" }).click();
  await expect.poll(() => positionOf(one)).toBe(7);
});

test("inside a shadow root links move the embed beside them, and it marks the text there", async ({ page }) => {
  const body = `<glass-net id="one" ${EXAMPLE}></glass-net><button data-glass-net="one" data-go="phase:loss">to the loss</button><p data-glass-net="one" data-when="phase:loss">The loss</p>`;
  await openPost(page, `<article><template shadowrootmode="open">${body}</template></article>`);
  await ready(page.locator("#one"));
  await page.getByRole("button", { name: "to the loss" }).click();
  await expect(page.getByText("The loss", { exact: true })).toHaveAttribute("data-current", "");
});

test("a link to an embed far away loads it, then goes", async ({ page }) => {
  const site = await openPost(
    page,
    `<a href="#far" data-glass-net="far" data-go="phase:update,play">update</a>${TALL}<glass-net id="far" ${EXAMPLE}></glass-net>`,
  );
  await page.waitForLoadState("networkidle");
  expect(
    site.requests.some((path) => path.endsWith(".wasm")),
    "nothing of it is loaded before",
  ).toBe(false);
  await page.getByText("update").click();
  const far = page.locator("#far");
  await ready(far);
  const { events } = await traceOf(far, 0);
  await expect.poll(() => positionOf(far)).toBe(events.length);
  expect(await page.evaluate(() => [location.hash, scrollY > 1000]), "the page went there by itself").toEqual([
    "#far",
    true,
  ]);
});

test("nothing else on the page is touched", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="net" ${EXAMPLE}></glass-net>
    <a id="plain" href="#elsewhere">elsewhere</a> <a id="own" href="#net" data-glass-net="net" data-go="at:3">own</a>
    <a id="nobody" href="#gone" data-glass-net="gone" data-go="at:3">nobody</a>
    <a id="kept" href="#kept" data-glass-net="net" data-go="at:9">kept</a>
    <script>
      window.prevented = {};
      addEventListener("click", (event) => setTimeout(() => { prevented[event.target.id] = event.defaultPrevented; }), true);
      document.getElementById("kept").addEventListener("click", (event) => event.preventDefault());
    </script>`,
  );
  await ready(page.locator("#net"));
  for (const id of ["plain", "nobody", "own", "kept"]) await page.locator(`#${id}`).click();
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).prevented))
    .toEqual({
      plain: false,
      nobody: false,
      own: true,
      kept: true,
    });
  await expect
    .poll(() => positionOf(page.locator("#net")), { message: "a router of the page stops every click on a link" })
    .toBe(9);
  await page.evaluate(() => document.getElementById("own")?.setAttribute("data-go", "at:6"));
  await page.locator("#own").click({ modifiers: ["Shift"] });
  await expect
    .poll(
      () => page.evaluate(() => /** @type {any} */ (window).prevented.own),
      "a new window is the browser's business",
    )
    .toBe(false);
  expect(await positionOf(page.locator("#net"))).toBe(9);
});

test("the paragraph of the embed's current step is marked", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="net" ${EXAMPLE}></glass-net>
    <button data-glass-net="net" data-go="phase:backward">go</button>
    <p data-glass-net="net" data-when="phase:forward">forward</p>
    <p data-glass-net="net" data-when="phase:backward">backward</p>
    <p data-glass-net="net" data-when="iteration:2, phase:backward">second</p>
    <p data-glass-net="other" data-when="phase:backward">of another</p>`,
  );
  const element = page.locator("#net");
  await ready(element);
  const current = () => page.locator("[data-current]").allInnerTexts();
  expect(await current()).toEqual([]);
  await page.getByRole("button", { name: "go" }).click();
  await expect.poll(current).toEqual(["backward"]);
  await element.evaluate((node) => /** @type {any} */ (node).goTo({ iteration: 2, phase: "backward" }));
  await expect.poll(current).toEqual(["backward", "second"]);
  await element.evaluate((node) => /** @type {any} */ (node).goTo({ at: 0 }));
  await expect.poll(current).toEqual([]);
});

test("links train a run to an epoch and back, and their paragraphs are marked", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="run" scene="run" preset="xor" lang="en"></glass-net>
    <button data-glass-net="run" data-go="epoch:10">ten</button><button data-glass-net="run" data-go="epoch:2">two</button>
    <p data-glass-net="run" data-when="epoch:10">after ten</p><p data-glass-net="run" data-when="epoch:2">after two</p>`,
  );
  const losses = () =>
    page.locator("glass-net-run").evaluate((node) => /** @type {any} */ (node).lab.history.history.loss?.length ?? 0);
  await page.getByRole("button", { name: "ten" }).click();
  await expect(page.getByText("after ten")).toHaveAttribute("data-current", "", { timeout: 15_000 });
  expect(await losses()).toBe(10);
  await page.getByRole("button", { name: "two" }).click();
  await expect(page.getByText("after two")).toHaveAttribute("data-current", "");
  await expect(page.getByText("after ten")).not.toHaveAttribute("data-current");
  expect(await losses()).toBe(2);
});

test("`from` and `to` play a part, by itself once it is in view", async ({ page }) => {
  await openPost(
    page,
    `${TALL}<glass-net id="net" ${EXAMPLE} from="loss" to="loss" autoplay controls="play"></glass-net>`,
  );
  const element = page.locator("#net");
  await element.scrollIntoViewIfNeeded();
  await ready(element);
  const { events } = await traceOf(element, 0);
  const [first, last] = [
    events.findIndex(({ phase }) => phase === "loss"),
    events.findLastIndex(({ phase }) => phase === "loss") + 1,
  ];
  await expect.poll(() => positionOf(element)).toBe(last);
  expect(last - first).toBeGreaterThan(0);
  await expect(element.getByRole("button", { name: "Play" })).toBeVisible();
  await expect(element.locator("input[type=range]").first()).toBeHidden();
  await expect(element.getByText("Set the example", { exact: false })).toBeHidden();
  await element.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => positionOf(element)).toBeLessThan(last);
});

/** Where the picture stands on the screen. @param {import("@playwright/test").Locator} element */
const pictureOf = (element) =>
  element.locator(".picture").evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return { top, bottom, high: innerHeight };
  });

test("a link brings the picture into sight, below a header that stays on top", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 500 });
  await openPost(
    page,
    `<header style="position:sticky;top:0;height:60px;background:#eee;z-index:9">Blog</header>
    <glass-net id="net" ${EXAMPLE}></glass-net>
    <button data-glass-net="net" data-go="phase:backward">go</button>${TALL}`,
  );
  const element = page.locator("#net");
  await ready(element);
  const button = page.getByRole("button", { name: "go" });
  await button.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 300));
  expect((await pictureOf(element)).top, "out of sight").toBeLessThan(60);
  await button.click();
  await expect.poll(async () => (await pictureOf(element)).top).toBeGreaterThanOrEqual(60);
  const { bottom, high } = await pictureOf(element);
  expect(bottom).toBeLessThanOrEqual(high);
  const before = await page.evaluate(() => scrollY);
  await element.evaluate((node) => /** @type {any} */ (node).go("phase:loss"));
  await expect.poll(async () => (await eventAt(element, 0))?.phase).toBe("loss");
  expect(await page.evaluate(() => scrollY), "what is seen stays where it is").toBe(before);
});

test("a link leads to a single weight and to a bias, in each phase, and paragraphs name them", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="net" inputs="0.05,0.1" target="0.01,0.99" kernels="0.15,0.25;0.2,0.3|0.4,0.5;0.45,0.55" biases="0.35,0.35|0.6,0.6"></glass-net>
    <button data-glass-net="net" data-go="weight:2.1.2, phase:update">w7</button>
    <button data-glass-net="net" data-go="bias:1.2">b</button>
    <p data-glass-net="net" data-when="weight:2.1.2, phase:update">The seventh weight</p>
    <p data-glass-net="net" data-when="bias:1.2">The second bias</p>`,
  );
  const element = page.locator("#net");
  await ready(element);
  await page.getByRole("button", { name: "w7" }).click();
  await expect
    .poll(async () => await eventAt(element, 0))
    .toMatchObject({
      kind: "weight_update",
      layer: 1,
      input: 0,
      unit: 1,
    });
  await expect(page.locator("[data-current]")).toHaveText("The seventh weight");
  await expect(element.locator('svg.gn-network [data-layer="1"][data-input="0"][data-unit="1"]')).toHaveClass(
    /gn-current/,
  );
  await page.getByRole("button", { name: "b", exact: true }).click();
  await expect.poll(async () => await eventAt(element, 0)).toMatchObject({ kind: "bias", layer: 0, unit: 1 });
  await expect(page.locator("[data-current]")).toHaveText("The second bias");
});

test("a paragraph of the beginning is marked from the first moment on", async ({ page }) => {
  await openPost(
    page,
    `<glass-net id="net" ${EXAMPLE}></glass-net><glass-net id="run" scene="run" preset="xor"></glass-net>
    <p data-glass-net="net" data-when="iteration:1">The first iteration</p>
    <p data-glass-net="run" data-when="epoch:0">Before the first epoch</p>`,
  );
  await ready(page.locator("#net"));
  await expect(page.getByText("The first iteration")).toHaveAttribute("data-current", "");
  await expect(page.getByText("Before the first epoch")).toHaveAttribute("data-current", "");
});

test("an address with an embed and a place leads to that moment", async ({ page }) => {
  const site = await host({ cors: true });
  const { address } = await post(
    `<script type="module" src="${site.address}glass-net.js"></script>${TALL}<glass-net id="net" ${EXAMPLE}></glass-net>`,
  );
  await page.goto(`${address}#net:at:17`);
  const element = page.locator("#net");
  await ready(element);
  await expect.poll(() => positionOf(element)).toBe(17);
  await expect.poll(async () => (await pictureOf(element)).bottom <= (await pictureOf(element)).high).toBe(true);
});

test("an author lets an example begin at a place", async ({ page }) => {
  await openPost(page, `<glass-net id="net" ${EXAMPLE} at="iteration:2, phase:backward"></glass-net>`);
  const element = page.locator("#net");
  await ready(element);
  await expect.poll(async () => (await eventAt(element, 1))?.phase).toBe("backward");
});

test("scrolling to a marked paragraph drives an embed with `follow`, which stays on the screen with `sticky`", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 900, height: 700 });
  const far = '<p style="height:900px">Text</p>';
  await openPost(
    page,
    `<article><glass-net id="net" sticky follow ${EXAMPLE}></glass-net>${far}
    <p data-glass-net="net" data-when="phase:loss">The loss</p>${far}
    <p data-glass-net="net" data-when="iteration:2, phase:backward">The way back</p>${far}</article>`,
  );
  const element = page.locator("#net");
  await ready(element);
  await expect(element.locator(".card")).toBeHidden();
  expect((await element.boundingBox())?.height).toBeLessThanOrEqual(370);
  const readAt = (/** @type {string} */ text) =>
    page.locator("p[data-when]", { hasText: text }).evaluate((node) => {
      scrollBy(0, node.getBoundingClientRect().top - innerHeight * 0.4 + 4);
    });
  await readAt("The loss");
  await expect.poll(async () => (await eventAt(element, 0))?.phase).toBe("loss");
  await expect(page.locator("[data-current]")).toHaveText("The loss");
  await readAt("The way back");
  await expect.poll(async () => (await eventAt(element, 1))?.phase).toBe("backward");
  const { top, bottom } = await pictureOf(element);
  expect([Math.round(top), bottom < 400]).toEqual([0, true]);
});
