/** An author pastes a program, chooses what is seen beside it, and its snippet runs in a post. */
import { expect, test } from "@playwright/test";
import { textOf, writeIn } from "./author.js";
import { outputOf, run } from "./code.js";
import { host, post } from "./servers.js";
import { en } from "./words.js";

test("a program that is pasted is in the preview, and the snippets run it in a post", async ({ page }) => {
  const site = await host({ cors: true });
  await page.goto(`${site.address}author.html?page=en&scene=code&lang=en`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.author.title);
  await page.locator("#f-code").fill('if 1 < 2 and "a" > "A":\n    print("&amp; <b>")');
  await expect(page.locator("glass-net .line").first()).toHaveText('if 1 < 2 and "a" > "A":');
  for (const part of /** @type {const} */ (["network", "batches", "predictions"]))
    await page.getByRole("checkbox", { name: en.author.values[part], exact: true }).uncheck();
  await writeIn(page, "html");
  const snippet = await textOf(page, "element");
  expect(snippet).toContain('beside="losses"');
  const script = await textOf(page, "head");
  await page.goto((await post(snippet, { head: script })).address);
  const scene = page.locator("glass-net");
  await run(scene);
  expect(await outputOf(scene)).toBe("&amp; <b>");
});
