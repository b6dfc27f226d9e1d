/**
 * Programs of our own, and the tutorial's, in the page itself: its worker, its interpreter and its engine as they are
 * built, each program in a session of its own.
 */
import { expect, test } from "@playwright/test";
import { runInPage } from "../python/in-page.js";
import { differenceOf, PROGRAMS, sourceOf } from "../python/recorded.js";
import { blocks, byApi, measured, printedPairs, skip } from "../python/tutorial.js";

/** Many programs, one after the other. */
test.describe.configure({ timeout: 240_000 });

test("every program of our own prints in the page what the real libraries print", async ({ page }) => {
  await page.goto("embed.html?scene=code&lang=en#code=1");
  const differences = [];
  for (const name of PROGRAMS)
    differences.push(differenceOf(name, await page.evaluate(runInPage, { source: sourceOf(name) })) ?? "");
  expect(PROGRAMS.length).toBeGreaterThanOrEqual(80);
  expect(differences.filter(Boolean).join("\n")).toBe("");
});

for (const [what, csv] of /** @type {const} */ ([
  ["the built-in table", undefined],
  ["the measured table, dropped on the page", measured],
])) {
  test(`every block of the tutorial runs unedited in the page, on ${what}`, async ({ page }) => {
    test.skip(Boolean(skip), skip || "");
    test.skip(csv === "", "ADVERTISING_CSV names no file of the measured table");
    await page.goto("embed.html?scene=code&lang=en#code=1");
    /** @type {Record<string, string>} */
    const files = csv ? { "data_Advertising.csv": csv } : {};
    const all = await blocks();
    expect(all.length).toBeGreaterThanOrEqual(5);
    const ran = [];
    for (const source of all) ran.push(await page.evaluate(runInPage, { source, files }));
    expect(ran.map(({ fault }) => fault)).toEqual(all.map(() => undefined));
    const { printed, hints } = ran[ran.length - 1];
    expect(printedPairs(printed)).toEqual(await byApi(csv));
    expect(hints).toContain("unassigned");
    expect(printed.match(/^Epoch \d+\/100$/gm)).toHaveLength(100);
  });
}
