/** What a reader sees who opens a page as a file, or without scripts. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { faintWords } from "./contrast.js";
import { ready } from "./reader.js";

for (const folder of ["www", "dist/site"]) {
  for (const name of ["index.html", "author.html"]) {
    test(`${folder}/${name} opened as a file says in both languages how to open it`, async ({ page }) => {
      await page.goto(pathToFileURL(resolve(folder, name)).href);
      // The wording itself: these notes stand in the pages, and no locale is loaded yet.
      for (const [lang, text] of [
        ["ko", "파일로 바로 열면 동작하지 않아요"],
        ["en", "does not run when it is opened as a file"],
      ]) {
        const note = page.locator(`p[lang=${lang}]`);
        await expect(note).toContainText(text);
        await expect(note.locator("code").first()).toHaveText("cargo xtask serve");
      }
      await expect(page.getByRole("button")).toHaveCount(0);
      for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
        await page.emulateMedia({ colorScheme });
        expect(await faintWords(page.locator("body"))).toEqual([]);
      }
    });
  }
}

test("the built page of an iframe works from a file", async ({ page }) => {
  await page.goto(
    `${pathToFileURL(resolve("dist/site/embed.html")).href}?inputs=0.5,-1&kernels=1.2;0.4&target=1&lang=en`,
  );
  await ready(page.locator("glass-net"));
});

test("a page that is served says nothing of files", async ({ page }) => {
  await page.goto("index.html?lang=en");
  await ready(page.locator("glass-net").first());
  await expect(page.locator("body")).not.toContainText("opened as a file");
});

for (const name of ["index.html", "author.html", "embed.html"]) {
  test(`${name} says without scripts that it needs them, and shows no button without a name`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.goto(new URL(name, baseURL).href);
    await expect(bare.locator("noscript p")).toHaveText([
      "이 페이지를 보려면 JavaScript를 켜야 해요.",
      "This page needs JavaScript.",
    ]);
    for (const note of await bare.locator("noscript p").all()) await expect(note).toBeVisible();
    await expect(bare.locator("button")).toBeHidden();
    await context.close();
    await page.goto(name);
    await ready(page.locator("glass-net").first());
    await expect(page.locator("noscript")).toBeHidden();
  });
}
