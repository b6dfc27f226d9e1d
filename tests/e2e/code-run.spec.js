/** Python programs in the page: what a session survives, in the browser's own worker. */
import { expect, test } from "@playwright/test";
import { host, post } from "./servers.js";

/** A page of the site with cells, and the session's element to ask. @param {string[]} programs @param {string} address */
const cells = (programs, address) =>
  `<script type="module" src="${address}glass-net.js"></script>${programs
    .map((text) => `<glass-net scene="code" session="s" lang="en">${text.replace(/</g, "&lt;")}</glass-net>`)
    .join("")}`;

/** @param {import("@playwright/test").Page} page @param {string[]} programs @param {{ csp?: string }} [options] */
async function open(page, programs, { csp } = {}) {
  const site = await host({ cors: true });
  const blog = await post(cells(programs, site.address), { csp });
  await page.goto(blog.address);
}

test("a program runs, prints, and shares its variables with the next", async ({ page }) => {
  await open(page, ["x = 20\nprint('first', x)", "import random\nprint('second', x + 1, random.random() < 1)"]);
  await page.getByRole("button", { name: "Run", exact: true }).first().click();
  await expect(page.getByText("first 20")).toBeVisible();
  await page.getByRole("button", { name: "Run", exact: true }).nth(1).click();
  await expect(page.getByText("second 21 True")).toBeVisible();
});
