/** From wherever the element comes, it computes; where it cannot, the author's own words stay. */
import { expect, test } from "@playwright/test";
import { elementOf, goTo, ready, unitOf } from "./reader.js";
import { host, post } from "./servers.js";
import { en } from "./words.js";

const EXAMPLE = `<glass-net lang="en" inputs="1,-1" target="0.4" kernels="2,1;1,1|0.4;-1.1">A network <b>in words</b></glass-net>`;

/**
 * The example's prediction stands in the picture.
 * @param {import("@playwright/test").Page | import("@playwright/test").FrameLocator} page
 */
async function computes(page) {
  const element = elementOf(page);
  await ready(element);
  await goTo(element, 12);
  await expect(unitOf(element, 1, 0)).toContainText("0.436");
}

/** What goes wrong on a page. @param {import("@playwright/test").Page} page */
function errorsOf(page) {
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}

test("a module of another origin works where the host sends CORS, from any folder, with wasm of any type", async ({
  page,
}) => {
  const site = await host({ cors: true, folder: "/some/folder/", wasm: "application/octet-stream" });
  const { address } = await post(`<script type="module" src="${site.address}glass-net.js"></script>${EXAMPLE}`);
  const errors = errorsOf(page);
  await page.goto(address);
  await computes(page);
  expect(site.requests.every((path) => path.startsWith("/some/folder/"))).toBe(true);
  expect(errors).toEqual([]);
});

test("where the host sends no CORS, the author's fallback stays", async ({ page }) => {
  const site = await host();
  const { address } = await post(`<script type="module" src="${site.address}glass-net.js"></script>${EXAMPLE}`);
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByText("in words")).toBeVisible();
});

test("a classic script works from a host without CORS, in a page of another encoding", async ({ page }) => {
  const site = await host({ folder: "/lib/" });
  const { address } = await host({
    pages: {
      "/": `<!doctype html><meta charset="euc-kr"><script src="${site.address}glass-net.classic.js" defer></script>${EXAMPLE}`,
    },
  });
  const errors = errorsOf(page);
  await page.goto(address);
  await computes(page);
  expect(site.requests.map((path) => path.slice("/lib/".length)).sort()).toEqual([
    "classic/words-en.js",
    "classic/worked.js",
    "glass-net.classic.js",
  ]);

  const opened = page.locator("details", { hasText: en.worked.table.title });
  await opened.locator("summary").click();
  await expect(opened.getByRole("row").first()).toBeVisible();
  expect(site.requests).toContain("/lib/classic/opened.js");
  expect(errors).toEqual([]);
});

test("a playground works by classic scripts, on the page's own thread", async ({ page }) => {
  const site = await host();
  const { address } = await post(
    `<script src="${site.address}glass-net.classic.js" defer></script><glass-net lang="en" playground preset="xor"></glass-net>`,
  );
  await page.goto(address);
  await page.getByRole("button", { name: en.train.epoch, exact: true }).click();
  await expect
    .poll(() =>
      page.locator("glass-net-playground").evaluate((node) => /** @type {any} */ (node).lab.state?.updates ?? 0),
    )
    .toBeGreaterThan(0);
  expect(
    await page.locator("glass-net-playground").evaluate((node) => /** @type {any} */ (node).lab.engine.onPage),
  ).toBe(true);
});

test("a playground of another origin trains in a worker", async ({ page }) => {
  const site = await host({ cors: true, folder: "/lib/" });
  const { address } = await post(
    `<script type="module" src="${site.address}glass-net.js"></script><glass-net lang="en" playground preset="xor"></glass-net>`,
  );
  const started = page.waitForEvent("worker");
  await page.goto(address);
  expect((await started).url()).toMatch(/^blob:/);
  await page.getByRole("button", { name: en.train.epoch, exact: true }).click();
  const inLab = (/** @type {string} */ what) =>
    page
      .locator("glass-net-playground")
      .evaluate(
        (node, name) =>
          name === "updates"
            ? (/** @type {any} */ (node).lab.state?.updates ?? 0)
            : /** @type {any} */ (node).lab.engine.onPage,
        what,
      );
  await expect.poll(() => inLab("updates")).toBeGreaterThan(0);
  expect(await inLab("onPage")).toBe(false);
});

for (const cors of [true, false]) {
  test(`the iframe works with scripts alone, from a host that sends ${cors ? "CORS" : "no CORS"}`, async ({ page }) => {
    const site = await host({ cors });
    const { address } = await post(
      `<iframe sandbox="allow-scripts" src="${site.address}embed.html?lang=en&inputs=1,-1&kernels=2,1;1,1|0.4;-1.1&target=0.4" width="700" height="900"></iframe>`,
    );
    const errors = errorsOf(page);
    await page.goto(address);
    await computes(page.frameLocator("iframe"));
    expect(site.requests.includes("/classic/worked.js")).toBe(!cors);
    expect(errors).toEqual([]);
  });
}

for (const [name, csp] of /** @type {const} */ ([
  [
    "modules",
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; worker-src 'self'",
  ],
  [
    "modules and trusted types",
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
  ],
  ["classic scripts", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'"],
])) {
  test(`a strict policy allows ${name}, and nothing of it is violated`, async ({ page }) => {
    const script =
      name === "classic scripts"
        ? `<script src="/glass-net.classic.js" defer></script>`
        : `<script type="module" src="/glass-net.js"></script>`;
    const { address } = await host({
      csp,
      pages: { "/": `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${script}${EXAMPLE}` },
    });
    /** @type {string[]} */
    const violations = [];
    page.on(
      "console",
      (message) => message.type() === "error" && !message.text().includes("data:,") && violations.push(message.text()),
    );
    await page.goto(address);
    await computes(page);
    await elementOf(page).evaluate((node) => /** @type {any} */ (node).play());
    expect(violations).toEqual([]);
  });
}

test("a scene that fails to load is reported inside the element, below the author's words, and to the page", async ({
  page,
}) => {
  const site = await host({ cors: true });
  const { address } = await post(`<script type="module" src="${site.address}glass-net.js"></script>${EXAMPLE}`);
  await page.route("**/assets/scene-*", (route) => route.abort());
  await page.addInitScript(() => {
    document.addEventListener("glass-net-error", (event) => {
      /** @type {any} */ (window).told = /** @type {CustomEvent} */ (event).detail.code;
    });
  });
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText(new URL(site.address).host);
  await expect(page.getByText("in words")).toBeVisible();
  expect(await page.evaluate(() => /** @type {any} */ (window).told)).toBe("loading");
});
