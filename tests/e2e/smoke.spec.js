import { expect, test } from "@playwright/test";

for (const page of ["index.html", "embed.html"]) {
  test(`${page} opens without an error`, async ({ page: tab }) => {
    /** @type {string[]} */
    const errors = [];
    tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    tab.on("pageerror", (error) => errors.push(String(error)));
    tab.on("response", (response) => response.ok() || errors.push(`${response.status()} ${response.url()}`));

    await tab.goto(page, { waitUntil: "networkidle" });

    await expect(tab.locator("html")).toHaveAttribute("lang", /ko|en/);
    expect(errors).toEqual([]);
  });
}
