/** Programs that run: what they print, sessions, how they are stopped, and what is said of errors. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { findingsOf } from "./axe.js";
import { edit, openPost, openProgram, outputOf, program, run, runButton } from "./code.js";
import { en, ko } from "./words.js";

test("a program prints, and a second run prints anew", async ({ page }) => {
  const scene = await openProgram(page, "n = 6\nprint(n * 7)");
  await run(scene);
  expect(await outputOf(scene)).toBe("42");
  await edit(scene);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nprint('next')");
  await page.keyboard.press("Control+Enter");
  await expect(scene.locator(".output")).toHaveText("42\nnext");
});

test("cells of a session share their variables, and what is missing can be run from above", async ({ page }) => {
  const cells = [program("a = 5", 'session="s"'), program("print(a + 1)", 'session="s"'), program("print(a)")];
  await openPost(page, cells.join(""));
  const [, second, alone] = await page.locator("glass-net").all();
  await run(second, "failed");
  await expect(second.locator(".output")).toContainText("NameError: name 'a' is not defined");
  await expect(second.locator(".note-line.error")).toHaveText("NameError: name 'a' is not defined");
  await second.getByRole("button", { name: en.code.runAbove }).click();
  await expect(second.locator(".output")).toHaveText("6");
  await run(alone, "failed");
  await expect(alone.getByRole("button", { name: en.code.runAbove })).toHaveCount(0);
});

test("Shift and Enter runs and goes on to the next program", async ({ page }) => {
  await openPost(page, program("a = 5", 'session="s"') + program("print(a)", 'session="s"'));
  const [first, second] = await page.locator("glass-net").all();
  await edit(first);
  await page.keyboard.press("Shift+Enter");
  await expect(second.locator(".cm-content")).toBeFocused();
  await expect(first.locator(".status.done")).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Shift+Enter");
  await expect(second.locator(".output")).toHaveText("5");
});

test("an endless loop is stopped, and the variables are said to be gone", async ({ page }) => {
  await openPost(page, program("a = 1", 'session="s"') + program("while a:\n    pass", 'session="s"'));
  const [first, second] = await page.locator("glass-net").all();
  await run(first);
  await runButton(second).click();
  await second.getByRole("button", { name: en.code.stop, exact: true }).click();
  await expect(second.getByText(en.code.states.stopped)).toBeVisible();
  await expect(first.getByText(en.code.states.lost)).toBeVisible();
  await expect(second.getByRole("button", { name: en.code.runAbove })).toBeVisible();
});

test("a syntax error is marked at its line, and gone once that is another", async ({ page }) => {
  const scene = await openProgram(page, "a = 1\nprint(a\nb = 2");
  await run(scene, "failed");
  await expect(scene.locator(".line.has-error")).toHaveAttribute("data-line", "2");
  await expect(scene.locator(".note-line.error")).toHaveText("SyntaxError: '(' was never closed");
  await edit(scene);
  await expect(scene.locator(".cm-content .note-line.error")).toBeVisible();
  await page.keyboard.type("#");
  await expect(scene.locator(".note-line")).toHaveCount(0);
});

for (const [lang, words] of /** @type {const} */ ([
  ["ko", ko],
  ["en", en],
])) {
  test(`what is not there is named with what to do instead, ${lang}`, async ({ page }) => {
    const scene = await openProgram(page, "from keras.layers import Conv2D\nConv2D(8, 3)", `&lang=${lang}`);
    await page.evaluate((to) => document.querySelector("glass-net")?.setAttribute("lang", to), lang);
    await scene.getByRole("button", { name: words.code.run, exact: true }).click();
    await expect(scene.locator(".instead")).toContainText(words.code.instead, { timeout: 30_000 });
    await expect(scene.locator(".instead")).toContainText("Dense");
  });
}

test("a table that is dropped on a program is read by its name", async ({ page }) => {
  const scene = await openProgram(page, 'import pandas as pd\nprint(pd.read_csv("data/mine.csv").shape)');
  await run(scene, "failed");
  await scene.getByText(en.code.more, { exact: true }).click();
  await scene
    .locator("input[type=file]")
    .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n3,4\n5,6\n") });
  await expect(scene.locator(".files")).toContainText("mine.csv");
  await run(scene);
  expect(await outputOf(scene)).toBe("(3, 2)");
});

test("a flood of output is capped, and said to be", async ({ page }) => {
  const scene = await openProgram(page, "for n in range(6000):\n    print(n)");
  await runButton(scene).click();
  await expect(scene.locator(".status:is(.done, .failed)")).toBeVisible({ timeout: 50_000 });
  await expect(scene.locator(".output")).toContainText("are left out");
});

test("where a policy forbids workers, the scene says so and shows what its author recorded", async ({ page }) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="worker-src 'none'">`;
  await openPost(page, program("print(1)", "", "1 as recorded"), policy);
  const scene = page.locator("glass-net");
  await runButton(scene).click();
  await expect(scene.locator(".status.failed")).toBeVisible({ timeout: 30_000 });
  await expect(scene.locator(".output")).toHaveText("1 as recorded");
  const link = scene.getByRole("link", { name: en.code.elsewhere });
  await expect(link).toHaveAttribute("href", /index\.html#code=print\(1\)$/);
});

test("axe finds nothing in a program that ran, failed and is looked into", async ({ page }) => {
  await openPost(page, `<h1>A post</h1>${program(readFileSync("tests/e2e/code-fit.py", "utf8"))}${program("x")}`);
  const [fit, fails] = await page.locator("glass-net").all();
  await run(fit);
  await run(fails, "failed");
  expect(await findingsOf(page)).toEqual([]);
});
