/** A new language fits: with words a third longer nothing is wider than a phone, and no control cuts its text. */
import { expect, test } from "@playwright/test";
import { inLab, panelOf, ready } from "./playground.js";
import { speakPseudo } from "./pseudo-language.js";

const WIDTH = 360;

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: WIDTH, height: 800 });
  await speakPseudo(page);
});

/** All that is closed is opened. @param {import("@playwright/test").Page} page */
const openAll = (page) =>
  page.evaluate(() => {
    const open = (/** @type {ParentNode} */ root) => {
      for (const node of root.querySelectorAll("*")) {
        if (node instanceof HTMLDetailsElement) node.open = true;
        if (node.shadowRoot) open(node.shadowRoot);
      }
    };
    open(document);
  });

/**
 * Parts that stick out of the view and that nothing scrolls to, and controls whose own text does not fit into them.
 * @param {import("@playwright/test").Page} page
 */
const misfits = (page) =>
  page.evaluate(() => {
    /** @param {ParentNode} root @returns {Element[]} */
    const all = (root) =>
      Array.from(root.querySelectorAll("*")).flatMap((node) => [
        node,
        ...(node.shadowRoot ? all(node.shadowRoot) : []),
      ]);
    const name = (/** @type {Element} */ node) =>
      `${node.localName}.${node.getAttribute("class")}: ${node.textContent?.trim().slice(0, 60)}`;
    const parent = (/** @type {Element} */ node) =>
      node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
    const clipped = (/** @type {Element | undefined} */ node) => {
      for (let at = node && parent(node); at; at = parent(at))
        if (getComputedStyle(at).overflowX !== "visible") return true;
      return false;
    };
    const width = document.documentElement.clientWidth;
    const wide = all(document.body).filter(
      (node) => node instanceof HTMLElement && node.getBoundingClientRect().right > width + 0.5 && !clipped(node),
    );
    const cut = all(document.body).filter((node) => {
      if (!(node instanceof HTMLButtonElement) || !node.checkVisibility()) return false;
      const text = document.createRange();
      text.selectNodeContents(node);
      return text.getBoundingClientRect().width > node.getBoundingClientRect().width + 1;
    });
    return [
      ...(document.documentElement.scrollWidth > width ? [`page: ${document.documentElement.scrollWidth} px`] : []),
      ...wide.map((node) => `wide ${name(node)}`),
      ...cut.map((node) => `cut ${name(node)}`),
    ];
  });

test("the worked example fits a new language, from its first step to its last table", async ({ page }) => {
  await page.goto("embed.html?lang=en&at=0");
  await expect(page.locator("glass-net .prose").first()).toContainText("⟦");
  await openAll(page);
  expect(await misfits(page)).toEqual([]);
  for (const phase of ["forward", "loss", "backward", "update"]) {
    await page.evaluate(
      (name) => /** @type {any} */ (document.querySelector("glass-net")).goTo({ phase: name }),
      phase,
    );
    await page.evaluate(() => /** @type {any} */ (document.querySelector("glass-net")).step());
    await expect.poll(() => misfits(page), phase).toEqual([]);
  }
});

test("the playground fits a new language, in every panel before and after training", async ({ page }) => {
  test.slow();
  await page.goto("embed.html?playground&preset=xor&lang=en");
  await ready(page);
  await expect(panelOf(page, "data").getByRole("heading", { level: 2 })).toContainText("⟦");
  await openAll(page);
  await expect.poll(() => misfits(page)).toEqual([]);
  await inLab(page, (lab) => lab.trainTo(20));
  for (const name of /** @type {const} */ (["data", "model", "train", "results", "compare", "save"])) {
    await panelOf(page, name).scrollIntoViewIfNeeded();
    await openAll(page);
    await expect.poll(() => misfits(page), name).toEqual([]);
  }
});

test("the author page fits a new language", async ({ page }) => {
  await page.goto("author.html?page=en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator(".layer").first()).toBeVisible();
  await openAll(page);
  await expect.poll(() => misfits(page)).toEqual([]);
});

test("the demo page fits a new language", async ({ page }) => {
  await page.goto("index.html?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("⟦");
  await expect(page.locator("glass-net .prose").first()).toContainText("⟦");
  await expect.poll(() => misfits(page)).toEqual([]);
});
