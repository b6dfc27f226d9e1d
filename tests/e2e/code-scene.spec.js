/** A program in a post before it runs: text, editor, keyboard, files to keep. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { findingsOf } from "./axe.js";
import { edit, openPost, openProgram, program, runButton, sourceOf } from "./code.js";
import { en, ko } from "./words.js";

const CODE = "import math\n\nfor n in range(3):\n    print(n < 2, math.sqrt(n))  # roots";

test("before anybody touches it, a program is text with what its author recorded, and loads nothing more", async ({
  page,
}) => {
  /** @type {string[]} */
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await openPost(page, program(CODE, "", "True 0.0"));
  const scene = page.locator("glass-net");
  await expect(scene.locator(".line")).toHaveText(CODE.split("\n").map((line) => line || "\u200b"));
  await expect(scene.locator(".keyword")).toHaveText(["import", "for", "in"]);
  await expect(scene.getByText(en.code.recorded)).toBeVisible();
  await expect(scene.locator(".output")).toHaveText("True 0.0");
  expect(loaded.filter((url) => /cell-|editor-|\.wasm|worker/.test(url))).toEqual([]);
});

test("a page without a program loads nothing of it", async ({ page }) => {
  /** @type {string[]} */
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto("embed.html?lang=en");
  await expect(page.locator("svg.gn-network")).toBeVisible();
  await page.goto("embed.html?playground&lang=en");
  await expect(page.locator("gn-bench-bar")).toBeVisible();
  expect(loaded.length).toBeGreaterThan(5);
  expect(loaded.filter((path) => path.startsWith("/code/"))).toEqual([]);
});

test("a program is copied as the reader has it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const scene = await openProgram(page, "a = 1");
  await edit(scene);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("0");
  await scene.getByRole("button", { name: en.code.copy, exact: true }).click();
  await expect(scene.getByRole("button", { name: en.code.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("a = 10");
});

test("a click brings the editor to where it was made, and what is written is the program", async ({ page }) => {
  const scene = await openProgram(page, "abc = 1\nprint(abc)");
  await scene
    .locator(".line")
    .nth(1)
    .click({ position: { x: 400, y: 5 } });
  await expect(scene.locator(".cm-content")).toBeFocused();
  await page.keyboard.type("\nif abc:\nprint(2)");
  expect(await sourceOf(scene)).toBe("abc = 1\nprint(abc)\nif abc:\n    print(2)");
  await page.keyboard.press("Control+z");
  expect(await sourceOf(scene)).not.toContain("print(2)");
  await scene.getByRole("button", { name: en.code.reset, exact: true }).click();
  expect(await sourceOf(scene)).toBe("abc = 1\nprint(abc)");
});

test("by keyboard alone a program is edited, and its editor left", async ({ page }) => {
  const scene = await openProgram(page, "a = 1");
  await page.keyboard.press("Tab");
  await expect(scene.locator(".program")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(scene.locator(".cm-content")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  expect(await sourceOf(scene)).toBe("    a = 1");
  await page.keyboard.press("Shift+Tab");
  expect(await sourceOf(scene)).toBe("a = 1");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(runButton(scene)).toBeFocused();
  expect(await sourceOf(scene)).toBe("a = 1");
});

test("Korean is written by an input method", async ({ page }) => {
  const scene = await openProgram(page, "x = ''");
  await edit(scene);
  await page.keyboard.press("Control+End");
  const client = await page.context().newCDPSession(page);
  await page.keyboard.press("Enter");
  await client.send("Input.imeSetComposition", { text: "가", selectionStart: 1, selectionEnd: 1 });
  await client.send("Input.imeSetComposition", { text: "값", selectionStart: 1, selectionEnd: 1 });
  await client.send("Input.insertText", { text: "값" });
  expect(await sourceOf(scene)).toBe("x = ''\n값");
});

test("a program is kept as a file and, with all of its session, as a notebook", async ({ page }) => {
  await openPost(page, program("a = 1", 'session="s"') + program("print(a)", 'session="s"') + program("b = 2"));
  const first = page.locator("glass-net").first();
  await edit(first);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("0");
  await first.getByText(en.code.more, { exact: true }).click();
  /** @param {string} name */
  const kept = async (name) => {
    const download = page.waitForEvent("download");
    await first.getByRole("button", { name, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  expect(await kept(en.code.download)).toEqual({ name: "program.py", text: "a = 10\n\n\nprint(a)\n" });
  const { name, text } = await kept(en.code.notebook);
  expect(name).toBe("program.ipynb");
  expect(JSON.parse(text).cells.map((/** @type {any} */ { source }) => source.join(""))).toEqual([
    "a = 10",
    "print(a)",
  ]);
});

test("a program comes from a file, and one that is not there is named", async ({ page }) => {
  await page.route("**/my.py", (route) => route.fulfill({ body: "print('from a file')\n" }));
  await openPost(
    page,
    '<glass-net scene="code" src="my.py"></glass-net><glass-net scene="code" src="no.py"></glass-net>',
  );
  const [there, missing] = [page.locator("glass-net").first(), page.locator("glass-net").last()];
  await expect(there.locator(".line")).toHaveText(["print('from a file')"]);
  await expect(missing.getByRole("alert")).toHaveText(en.code.noSource("no.py"));
});

test("its words are those of the page, and follow them", async ({ page }) => {
  await openPost(page, program("a = 1"));
  const scene = page.locator("glass-net");
  await expect(runButton(scene)).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.lang = "ko";
  });
  await expect(scene.getByRole("button", { name: ko.code.run, exact: true })).toBeVisible();
  await edit(scene);
  await page.evaluate(() => {
    document.documentElement.lang = "en";
  });
  await expect(runButton(scene)).toBeVisible();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing in a program and its editor, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPost(
      page,
      `<h1>A post</h1>${program(CODE, "", "True 0.0")}`,
      "<style>:root{color-scheme:light dark;background:Canvas}</style>",
    );
    const scene = page.locator("glass-net");
    await expect(scene.locator(".line").first()).toBeVisible();
    expect(await findingsOf(page)).toEqual([]);
    await edit(scene);
    await scene.getByText(en.code.more, { exact: true }).click();
    expect(await findingsOf(page)).toEqual([]);
  });
}
