/** The strip of the bench and the drawer that it opens: lamps, the sentence, hints, and what is inside this moment. */
import { expect, test } from "@playwright/test";
import { format } from "../../www/src/format.js";
import { drawerOf, inLab, openPlayground, outputOf, press } from "./playground.js";
import { en, ko } from "./words.js";

const own = ko.bench.strip;

/** @param {import("@playwright/test").Page} page */
const stripOf = (page) => page.locator("gn-bench-strip");

test("the drawer pauses training, takes the focus, and gives it back on Escape", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await inLab(page, (lab) => {
    lab.pace = 20;
    lab.run();
  });
  await expect.poll(() => inLab(page, (lab) => lab.state?.updates ?? 0)).toBeGreaterThan(2);
  const look = stripOf(page).getByRole("button", { name: own.look });
  await look.click();
  const dialog = drawerOf(page).getByRole("dialog", { name: ko.bench.drawer.title });
  await expect(dialog.getByRole("button", { name: ko.bench.drawer.close })).toBeFocused();
  expect(await inLab(page, (lab) => lab.running)).toBe(false);
  await expect(outputOf(page)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(outputOf(page)).toBeVisible();
  await expect(look).toBeFocused();
  await look.click();
  await dialog.getByRole("button", { name: ko.bench.drawer.close }).click();
  await expect(look).toBeFocused();
});

test("the drawer is fetched with the first press, which pauses training at once and is not forgotten", async ({
  page,
}) => {
  /** @type {string[]} */
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await openPlayground(page, { preset: "xor" });
  expect(fetched.filter((url) => /playground\/drawer-|assets\/scene-/.test(url))).toEqual([]);
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route("**/playground/drawer-*", async (route) => {
    await held;
    await route.continue();
  });
  await inLab(page, (lab) => {
    lab.pace = 20;
    lab.run();
  });
  await expect.poll(() => inLab(page, (lab) => lab.running)).toBe(true);
  await press(stripOf(page), own.look);
  await expect.poll(() => inLab(page, (lab) => lab.running)).toBe(false);
  await expect(outputOf(page)).toBeVisible();
  release();
  await expect(drawerOf(page).getByRole("dialog", { name: ko.bench.drawer.title })).toBeVisible();
});

test("where the drawer does not come, the playground says so and goes on", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  await page.route("**/playground/drawer-*", (route) => route.abort());
  await press(stripOf(page), own.look);
  await expect(page.locator("glass-net-playground").getByRole("alert").first()).toBeVisible();
  await expect(outputOf(page)).toBeVisible();
  await inLab(page, (lab) => lab.batch());
  expect(await inLab(page, (lab) => lab.state?.updates)).toBe(1);
});

test("the drawer's numbers are the trace of the row at these weights", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPlayground(page, { preset: "xor" });
  await inLab(page, (lab) => lab.epoch());
  await press(stripOf(page), own.look);
  const drawer = drawerOf(page);
  await expect(drawer.locator("svg.gn-network")).toBeVisible();
  await expect(drawer.getByText(ko.train.moment(14))).toBeVisible();
  const row = await inLab(page, (lab) => lab.row);
  await drawer.getByRole("button", { name: ko.train.next }).click();
  await expect.poll(() => inLab(page, (lab) => lab.row)).toBe(row + 1);
  const traceOf = () => inLab(page, (lab) => lab.ask("trace", lab.row));
  const trace = await traceOf();
  const shown = () =>
    drawer.locator("gn-row-inspector").evaluate((element) => {
      const { inputs, prediction, target } = /** @type {any} */ (element).trace;
      return [inputs, prediction, target].map((values) => Array.from(values));
    });
  await expect.poll(shown).toEqual([trace.inputs, trace.prediction, trace.target].map((values) => Array.from(values)));
  await drawer.getByRole("slider").first().fill(String(trace.events.length));
  const update = trace.events.findLast(({ kind }) => kind === "weight_update" || kind === "bias_update");
  if (update?.kind !== "weight_update" && update?.kind !== "bias_update") throw new Error("the trace ends otherwise");
  await expect(drawer.locator(".card .gn-result")).toHaveText(format(update.after));
  await inLab(page, (lab) => lab.batch());
  await expect(drawer.getByText(ko.train.moment(15))).toBeVisible();
});

for (const size of [
  { width: 1280, height: 800 },
  { width: 1366, height: 650 },
  { width: 1024, height: 768 },
]) {
  test(`the drawer's controls are in view at ${size.width} x ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openPlayground(page, { preset: "tutorial-2" });
    await press(stripOf(page), own.look);
    const drawer = drawerOf(page);
    const play = drawer.getByRole("button", { name: ko.worked.play, exact: true });
    await expect(play).toBeInViewport({ ratio: 1 });
    const [inner, outer] = [await play.boundingBox(), await drawer.boundingBox()];
    if (!inner || !outer) throw new Error("nothing is drawn");
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
  });
}

test("after a single update the phases are lit in their order, and the largest change is told", async ({ page }) => {
  await openPlayground(page, { preset: "xor" });
  const lamps = stripOf(page).locator(".lamps li");
  await expect(lamps).toHaveText(Object.values(own.phases));
  await expect(stripOf(page).locator(".sentence")).toHaveText(own.fresh);
  await stripOf(page).evaluate((element) => {
    const seen = /** @type {string[]} */ ([]);
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const lit = [.../** @type {ShadowRoot} */ (element.shadowRoot).querySelectorAll(".lit")].map(
        (lamp) => /** @type {HTMLElement} */ (lamp).dataset.phase ?? "",
      );
      if (lit.length && lit.join() !== seen.at(-1)) seen.push(lit.join());
    }).observe(/** @type {ShadowRoot} */ (element.shadowRoot), { subtree: true, attributes: true });
  });
  const before = await inLab(page, async (lab) => Array.from(await lab.ask("weights")));
  await inLab(page, (lab) => lab.batch());
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).seen))
    .toEqual(["forward", "loss", "backward", "update"]);
  const { after, loss } = await inLab(page, async (lab) => ({
    after: Array.from(await lab.ask("weights")),
    loss: lab.state?.loss ?? NaN,
  }));
  const change = Math.max(...after.map((value, i) => Math.abs(value - before[i])));
  await expect(stripOf(page).locator(".sentence")).toHaveText(
    own.stepped("1", "14", format(loss), format(Number(change.toPrecision(2)))),
  );
});

test("with reduced motion the phases of an update are lit at once", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPlayground(page, { preset: "xor" });
  await inLab(page, (lab) => lab.batch());
  await expect(stripOf(page).locator(".lit")).toHaveCount(4);
  await expect(stripOf(page).locator(".lit")).toHaveCount(0);
});

test("hints are a chip with their number, and a list above it that Escape closes", async ({ page }) => {
  await openPlayground(page, { preset: "trap-unscaled", lang: "en" });
  await inLab(page, (lab) => lab.toEnd());
  await expect.poll(() => inLab(page, (lab) => lab.state?.end?.why)).toBe("diverged");
  const hints = await inLab(page, (lab) => lab.hints.map(({ code }) => code));
  const chip = stripOf(page).getByRole("button", { name: en.bench.strip.hints(hints.length) });
  await expect(chip).toContainText(en.hints.severity.problem);
  await chip.click();
  const list = stripOf(page).getByRole("dialog", { name: en.hints.title });
  await expect(list.locator(".hint")).toHaveCount(hints.length);
  expect(
    await list.locator(".hint").evaluateAll((all) => all.map((one) => /** @type {any} */ (one).dataset.code)),
  ).toEqual(hints);
  const [above, below] = [await list.boundingBox(), await chip.boundingBox()];
  expect(Number(above?.y) + Number(above?.height)).toBeLessThanOrEqual(Number(below?.y));
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(chip).toBeFocused();
});

test("on a phone the drawer opens at its head, and the chosen tab is in view", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openPlayground(page, { preset: "xor" });
  const look = page.locator("gn-bench-strip .look");
  await look.scrollIntoViewIfNeeded();
  await look.click();
  await expect(page.locator("gn-bench-drawer gn-row-inspector")).toBeVisible();
  await expect(page.locator("gn-bench-drawer .head")).toBeInViewport({ ratio: 1 });
  await page.locator("gn-bench-drawer .close").click();
  await page
    .locator("glass-net-playground")
    .evaluate((node) => /** @type {import("../../www/src/bench/playground.js").Playground} */ (node).show("save"));
  const tab = page.locator("glass-net-playground [role=tab][data-tab=save]");
  await expect.poll(async () => (await tab.boundingBox())?.x).toBeGreaterThan(0);
  const { x = 0, width = 0 } = (await tab.boundingBox()) ?? {};
  expect(x + width, "what is right of it would be cut").toBeLessThanOrEqual(360);
});
