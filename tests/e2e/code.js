/**
 * Programs on a page: what a reader does with one, and what stands there.
 *
 * @import { Locator, Page } from "@playwright/test"
 */
import { expect } from "@playwright/test";
import { en } from "./words.js";

/** A page of a post with programs in it. @param {Page} page @param {string} body @param {string} [head] */
export async function openPost(page, body, head = "") {
  const address = new URL("post.html", test_base(page)).href;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">${head}
        <script type="module" src="glass-net.js"></script></head><body><main>${body}</main></body></html>`,
    }),
  );
  await page.goto(address);
}

/** @param {Page} page */
const test_base = (page) => /** @type {any} */ (page.context())._options.baseURL;

/** A program as HTML. @param {string} code @param {string} [attributes] @param {string} [recorded] */
export const program = (code, attributes = "", recorded = "") =>
  `<glass-net scene="code" ${attributes}><pre><code>\n${code.replace(/&/g, "&amp;").replace(/</g, "&lt;")}\n</code></pre>${
    recorded && `<pre><samp>${recorded}</samp></pre>`
  }</glass-net>`;

/** Opens one program by itself. @param {Page} page @param {string} code @param {string} [more] */
export async function openProgram(page, code, more = "") {
  await page.goto(`embed.html?scene=code&lang=en${more}#code=${encodeURIComponent(code)}`);
  const scene = page.locator("glass-net");
  await expect(scene.locator(".program")).toBeVisible();
  return scene;
}

/** @param {Locator} scene */
export const runButton = (scene) => scene.getByRole("button", { name: en.code.run, exact: true });

/** Runs a program to its end. @param {Locator} scene @param {"done" | "failed"} [how] */
export async function run(scene, how = "done") {
  await runButton(scene).click();
  await expect(scene.locator(`.status.${how}`)).toBeVisible({ timeout: 30_000 });
}

/** What stands in the console. @param {Locator} scene */
export const outputOf = async (scene) => (await scene.locator(".output").innerText()).trim();

/** The text in the editor, whole. @param {Locator} scene @returns {Promise<string>} */
export const sourceOf = (scene) => scene.evaluate((node) => /** @type {any} */ (node).state.source);

/** Goes into the program and waits for the editor. @param {Locator} scene */
export async function edit(scene) {
  await scene.locator(".program").click({ position: { x: 120, y: 16 } });
  await expect(scene.locator(".cm-content")).toBeFocused();
}
