/** Programs by keyboard alone, and what axe finds in each state of one. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { findingsOf } from "./axe.js";
import { openPost, program, runButton } from "./code.js";
import { en } from "./words.js";

const FIT = readFileSync("tests/e2e/code-fit.py", "utf8");
const LOOP = "n = 0\nwhile True:\n    n += 1";

/** @param {import("@playwright/test").Page} page @param {import("@playwright/test").Locator} target */
async function tabTo(page, target) {
  for (let presses = 0; presses < 30; presses++) {
    if (await target.evaluate((node) => /** @type {any} */ (node.getRootNode()).activeElement === node)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("expected Tab to lead there, received 30 other places");
}

test("by keyboard alone a program is run, its network looked into, and the scene left", async ({ page }) => {
  await openPost(page, `<a href="#a">Before</a>${program(FIT)}<a href="#b">After</a>`);
  const scene = page.locator("glass-net");
  await expect(scene.locator(".program")).toBeVisible();
  await tabTo(page, runButton(scene));
  await page.keyboard.press("Enter");
  await expect(scene.locator(".status.done")).toBeVisible({ timeout: 30_000 });
  await expect(scene.locator(".primary")).toBeFocused();
  await tabTo(page, scene.getByRole("slider", { name: en.code.beside.moments }));
  await page.keyboard.press("Home");
  await expect(scene.locator(".scrubber output")).toHaveText(en.code.beside.moment(0, 30));
  await tabTo(page, scene.getByRole("button", { name: en.code.beside.inside }));
  await page.keyboard.press("Enter");
  await expect(scene.locator("gn-row-inspector .gn-network")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "After" }));
});

test("by keyboard alone a question is answered and a program stopped; the focus stays in the scene", async ({
  page,
}) => {
  await page.clock.install();
  await openPost(page, program(LOOP));
  const scene = page.locator("glass-net");
  await expect(scene.locator(".program")).toBeVisible();
  await tabTo(page, runButton(scene));
  await page.keyboard.press("Enter");
  await expect(scene.locator(".status")).toHaveText(en.code.states.running, { timeout: 30_000 });
  await page.clock.fastForward(10_000);
  const keepOn = scene.getByRole("button", { name: en.code.keepOn, exact: true });
  await expect(keepOn).toBeVisible();
  await tabTo(page, keepOn);
  await page.keyboard.press("Enter");
  await expect(scene.locator(".primary")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(scene.locator(".status")).toHaveText(en.code.states.stopped);
  await expect(runButton(scene)).toBeFocused();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing while a program runs, asks, is stopped, and after an error, ${colorScheme}`, async ({
    page,
  }) => {
    await page.clock.install();
    await page.emulateMedia({ colorScheme });
    const ground = "<style>:root{color-scheme:light dark;background:Canvas}</style>";
    await openPost(page, `<h1>A post</h1>${program(LOOP)}${program("print(1)\nprint(a)")}`, ground);
    const [loops, fails] = await page.locator("glass-net").all();
    await runButton(loops).click();
    await expect(loops.locator(".status.running")).toBeVisible({ timeout: 30_000 });
    expect(await findingsOf(page)).toEqual([]);
    await page.clock.fastForward(10_000);
    await expect(loops.getByText(en.code.states.asking)).toBeVisible();
    expect(await findingsOf(page)).toEqual([]);
    await loops.locator(".primary").click();
    await expect(loops.locator(".status.stopped")).toBeVisible();
    await runButton(fails).click();
    await expect(fails.locator(".status.failed")).toBeVisible({ timeout: 30_000 });
    expect(await findingsOf(page)).toEqual([]);
  });
}
