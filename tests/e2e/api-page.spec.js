/** The page of the API: what a programmer reads of it. */
import { expect, test } from "@playwright/test";
import { findingsOf } from "./axe.js";

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("api.html");
    // All of the page would take a minute.
    const parts = ["header", "nav ul:first-of-type", "h1", "#Sequential", "#ActivationName", "#FitConfig"];
    const found = await findingsOf(page, { include: parts });
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });

for (const width of [320, 360, 768, 1280])
  test(`it fits into ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("api.html");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

test("on a phone its contents are folded, and open without a box that cuts them", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("api.html");
  const link = page.getByRole("navigation").getByRole("link", { name: "Sequential", exact: true });
  await expect(link).toBeHidden();
  await page.getByText("Contents", { exact: true }).click();
  await expect(link).toBeVisible();
  const isCut = await page.locator("nav").evaluate((nav) => nav.scrollHeight > nav.clientHeight + 1);
  expect(isCut).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(link).toBeVisible();
  await expect(page.getByText("Contents", { exact: true })).toBeHidden();
});

test("it leads to the licences of what others wrote, which name every package", async ({ page, request }) => {
  await page.goto("api.html");
  const link = page.getByRole("link", { name: "Licences" });
  const address = new URL((await link.getAttribute("href")) ?? "", page.url());
  const text = await (await request.get(address.href)).text();
  for (const name of ["lit-html", "fflate", "nalgebra", "libm"]) expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
});

test("the demo page leads to it, and a type in a signature to what it is", async ({ page }) => {
  await page.goto("index.html");
  await page.locator("#api").click();
  await expect(page).toHaveURL(/api\.html$/);
  await page.locator('[id="Sequential.compile"]').getByRole("link", { name: "CompileConfig" }).click();
  await expect(page.locator("#CompileConfig").getByRole("heading")).toBeInViewport();
});
