import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { elementOf, goTo, positionOf, ready, traceOf, unitOf } from "./reader.js";

const EXAMPLE =
  "inputs=0.5,-2&target=0.1,0.9&kernels=1,-1;0.5,2|1,0;-1,0.5&biases=0.1,0|0,-0.2&activations=tanh,sigmoid&learning-rate=0.5";

/** A post on another origin than the site. @param {string} html */
async function post(html) {
  const server = createServer((_, response) =>
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(`<!doctype html><meta charset="utf-8"><body>${html}`),
  );
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

test("an author's example stands in a bare post by an iframe", async ({ page, baseURL }) => {
  const { address, close } = await post(
    `<h1>Post</h1><iframe src="${baseURL}embed.html?${EXAMPLE}&lang=en" style="width:100%;height:900px;border:0"></iframe>`,
  );
  await page.goto(address);
  const element = elementOf(page.frameLocator("iframe"));
  await ready(element);
  const trace = await traceOf(element, 0);
  // tanh(1 · 0.5 + 0.5 · -2 + 0.1) is the first hidden unit.
  expect(trace.events.find((event) => event.kind === "activation")?.output).toBeCloseTo(Math.tanh(-0.4), 5);
  await goTo(element, trace.events.length);
  await expect(unitOf(element, 1, 0)).toContainText(trace.prediction[0].toFixed(3));
  close();
});

test("an author's example stands in a bare post of another origin by one script tag", async ({ page, baseURL }) => {
  const { address, close } = await post(`<script type="module" src="${baseURL}glass-net.js"></script>
    <p>Before</p><glass-net lang="en" inputs="1,-1" target="0.4" kernels="2,1;1,1|0.4;-1.1" claims="1.1=0.73,1.2=0.5,2.1=0.436">A network</glass-net><p>After</p>`);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(address);
  const element = elementOf(page);
  await ready(element);
  await goTo(element, 12);
  await expect(unitOf(element, 1, 0)).toContainText("0.436");
  await expect(element.locator(".claim.holds")).toBeVisible();
  expect(page.url()).toBe(address);
  expect(errors).toEqual([]);
  close();
});

test("changed attributes rebuild the example, and an invalid one keeps the former", async ({ page }) => {
  await page.goto("embed.html?lang=en");
  const element = elementOf(page);
  await ready(element);
  await element.evaluate((node) => node.setAttribute("target", "0.9"));
  await expect
    .poll(() => element.evaluate((node) => /** @type {any} */ (node).state.example.target[0]))
    .toBeCloseTo(0.9, 6);
  await element.evaluate((node) => node.setAttribute("target", "nine"));
  await expect(element.getByRole("alert")).toContainText("nine");
  expect(await element.evaluate((node) => /** @type {any} */ (node).state.example.target[0])).toBeCloseTo(0.9, 6);
});

test("state can be read and set, and its changes are events outside the shadow", async ({ page }) => {
  await page.goto("embed.html?lang=en");
  const element = elementOf(page);
  await ready(element);
  const told = await element.evaluate(async (node) => {
    const glass = /** @type {any} */ (node);
    const saved = structuredClone(glass.state);
    const heard = new Promise((resolve) =>
      document.body.addEventListener(
        "glass-net-change",
        (event) => resolve(/** @type {CustomEvent} */ (event).detail.at),
        { once: true },
      ),
    );
    glass.state = { ...saved, at: 17 };
    return heard;
  });
  expect(told).toBe(17);
  expect(await positionOf(element)).toBe(17);
});

/** The JavaScript of the README, each block with a word that it must print. */
const README_PRINTS = ["0.436", "predictions"];

for (const [index, word] of README_PRINTS.entries()) {
  test(`the README's JavaScript runs as it stands and prints ${word}`, async ({ page }) => {
    const readme = readFileSync("README.md", "utf8");
    const blocks = Array.from(readme.matchAll(/```js\n([^]*?)```/g), ([, code]) => code);
    expect(blocks).toHaveLength(README_PRINTS.length);
    await page.route("**/pkg/*", (route) =>
      route.fulfill({ path: `www/pkg-full/${new URL(route.request().url()).pathname.split("/").pop()}` }),
    );
    /** @type {string[]} */
    const lines = [];
    page.on("console", (message) => lines.push(message.text()));
    await page.goto("embed.html?lang=en");
    await page.addScriptTag({ type: "module", content: blocks[index].replace(/"glassnet"/, '"/pkg/glassnet.js"') });
    await expect.poll(() => lines.join("\n")).toContain(word);
  });
}
