/** An embed in an iframe and the post around it, by messages. */
import { expect, test } from "@playwright/test";
import { elementOf, inScene, ready } from "./reader.js";
import { host, post } from "./servers.js";

const QUERY = "inputs=1,-1&target=0.4&kernels=2,1;1,1|0.4;-1.1&lang=en";

/** What a post keeps of the messages that it gets. */
const KEEP =
  "<script>window.heard = []; addEventListener('message', ({ data, origin }) => heard.push({ ...data, origin }));</script>";

/** @param {import("@playwright/test").Page} page @param {string} [type] @returns {Promise<any[]>} */
const heardOf = (page, type) =>
  page.evaluate(
    (name) => /** @type {any} */ (window).heard.filter((/** @type {any} */ { type }) => !name || type === name),
    type,
  );

/** @param {import("@playwright/test").Page} page @param {unknown} message */
const say = (page, message) =>
  page.evaluate(
    (data) => /** @type {HTMLIFrameElement} */ (document.querySelector("iframe")).contentWindow?.postMessage(data, "*"),
    message,
  );

/**
 * A post of another origin with an iframe, without any script of ours.
 * @param {import("@playwright/test").Page} page
 * @param {string} [more]
 * @param {string} [attributes]
 */
async function openFrame(page, more = "", attributes = "") {
  const site = await host({ cors: true });
  const { address } = await post(
    `${KEEP}<iframe ${attributes} src="${site.address}embed.html?${QUERY}${more}" style="width:700px;height:500px"></iframe>`,
  );
  await page.goto(address);
  const element = elementOf(page.frameLocator("iframe"));
  await ready(element);
  return { element, origin: new URL(site.address).origin, own: new URL(address).origin };
}

/** @param {import("@playwright/test").Locator} element @returns {Promise<number>} */
const positionOf = (element) => element.evaluate((node) => /** @type {any} */ (node).state?.at ?? -1);

test("an embed sends nothing before `hello`, and then a message for each step", async ({ page }) => {
  const { element, origin } = await openFrame(page);
  expect(await heardOf(page)).toEqual([]);
  await say(page, { glassnet: 1, type: "hello" });
  await expect.poll(() => heardOf(page, "ready")).toEqual([{ glassnet: 1, type: "ready", scene: "worked", origin }]);
  await say(page, { glassnet: 1, type: "goTo", phase: "backward" });
  await expect.poll(async () => (await heardOf(page, "phase")).map(({ phase }) => phase)).toEqual(["backward"]);
  const [step] = (await heardOf(page, "step")).slice(-1);
  expect(step).toMatchObject({ glassnet: 1, phase: "backward", iteration: 1, at: await positionOf(element) });
  // Steps are of a unit, each of several operations.
  const [, second] = await inScene(
    element,
    (scene, at) => scene.session?.marks.unit.filter((end) => end > at) ?? [],
    step.at,
  );
  await say(page, { glassnet: 1, type: "step", count: 2 });
  await expect.poll(() => positionOf(element)).toBe(second);
  await say(page, { glassnet: 1, type: "reset" });
  await expect.poll(() => positionOf(element)).toBe(0);
});

test("unknown and malformed messages are ignored, and numbers are clamped", async ({ page }) => {
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  const { element } = await openFrame(page);
  for (const message of [
    null,
    7,
    "goTo",
    [],
    {},
    { type: "goTo", at: 5 },
    { glassnet: 2, type: "goTo", at: 5 },
    { glassnet: 1 },
    { glassnet: 1, type: "constructor" },
    { glassnet: 1, type: "goTo", at: "x", unit: "<b>", phase: { toString: 1 } },
    { glassnet: 1, type: "goTo", go: 7, at: NaN },
    { glassnet: 1, type: "state", state: {} },
  ]) {
    await say(page, message);
  }
  await say(page, { glassnet: 1, type: "goTo", at: 5 });
  await expect.poll(() => positionOf(element)).toBe(5);
  await say(page, { glassnet: 1, type: "goTo", at: 1e300 });
  await expect.poll(() => positionOf(element)).toBeGreaterThan(5);
  await say(page, { glassnet: 1, type: "goTo", at: -4 });
  await expect.poll(() => positionOf(element)).toBe(0);
  expect(errors).toEqual([]);
});

test("only its parent controls an embed: a sibling frame and the page itself do not", async ({ page }) => {
  await openFrame(page);
  const element = elementOf(page.frameLocator("iframe >> nth=0"));
  await page.evaluate(() => {
    const beside = document.createElement("iframe");
    beside.srcdoc =
      "<script>parent.frames[0].postMessage({ glassnet: 1, type: 'goTo', at: 9 }, '*'); parent.done = true;</script>";
    document.body.append(beside);
  });
  await page.waitForFunction(() => /** @type {any} */ (window).done);
  await element.evaluate(() => window.postMessage({ glassnet: 1, type: "goTo", at: 9 }, "*"));
  await say(page, { glassnet: 1, type: "hello" });
  await expect.poll(async () => (await heardOf(page, "ready")).length).toBe(1);
  expect(await positionOf(element)).toBe(0);
});

test("an embed may name the origins that it listens to", async ({ page }) => {
  const { own } = await openFrame(page, "&origins=https://blog.example");
  await say(page, { glassnet: 1, type: "hello" });
  const element = elementOf(page.frameLocator("iframe"));
  await say(page, { glassnet: 1, type: "goTo", at: 5 });
  const { element: other } = await openFrame(page, `&origins=https://blog.example,${own}`);
  // A port of the system's choice: the second post has another origin than the first.
  expect(await positionOf(other)).toBe(0);
  const mine = new URL(page.url()).origin;
  // Until it has loaded, the element in the frame is the former one.
  await page.locator("iframe").evaluate(
    (/** @type {HTMLIFrameElement} */ frame, origin) =>
      new Promise((resolve) => {
        frame.addEventListener("load", resolve, { once: true });
        frame.src += `,${origin}`;
      }),
    mine,
  );
  await ready(element);
  await say(page, { glassnet: 1, type: "hello" });
  await expect.poll(async () => (await heardOf(page, "ready")).length).toBe(1);
});

/**
 * A post with host.js.
 * @param {import("@playwright/test").Page} page
 * @param {string} query
 * @param {string} [body]
 * @param {string} [attributes]
 * @param {string} [more] Of its style.
 */
async function openHosted(page, query, body = "", attributes = "", more = "") {
  const site = await host({ cors: true });
  const { address } = await post(`${KEEP}<script src="${site.address}host.js" defer></script>${body}
    <iframe id="net" ${attributes} src="${site.address}embed.html?${query}" style="width:100%;height:300px;border:3px solid;${more}"></iframe>`);
  await page.goto(address);
  return page.frameLocator("iframe");
}

for (const sandbox of ["", "allow-scripts"]) {
  test(`host.js gives an iframe the height of its content and keeps it, ${sandbox ? "sandboxed" : "plain"}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 720, height: 800 });
    const frame = await openHosted(
      page,
      `${QUERY}&scene=batches`,
      "",
      sandbox && `sandbox="${sandbox}"`,
      sandbox && "box-sizing:border-box",
    );
    await expect(frame.locator("gn-batch-grid")).toBeVisible({ timeout: 20_000 });
    const heights = () =>
      Promise.all([
        page.locator("iframe").evaluate((node) => node.clientHeight),
        frame
          .locator("glass-net-batches")
          .evaluate((scene) => Math.ceil(scene.getBoundingClientRect().bottom + scrollY) + 8),
      ]);
    await expect.poll(async () => (([height, content]) => height - content)(await heights())).toBe(0);
    const [wide] = await heights();
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(async () => (([height, content]) => height - content)(await heights())).toBe(0);
    expect((await heights())[0]).toBeGreaterThan(wide);
    // It grew because the page did, not because it grew: each height is told once.
    const told = (await heardOf(page, "height")).map(({ height }) => height);
    expect(told.length).toBeLessThan(12);
    await page.setViewportSize({ width: 720, height: 800 });
    await expect.poll(async () => (await heights())[0]).toBe(wide);
  });
}

test("with host.js, links and paragraphs of the post work across the iframe, also before it is loaded", async ({
  page,
}) => {
  const frame = await openHosted(
    page,
    QUERY,
    `<button data-glass-net="net" data-go="phase:update">go</button>
    <p data-glass-net="net" data-when="phase:update">now</p><p data-glass-net="net" data-when="phase:loss">later</p><div style="height:4000px"></div>`,
    'loading="lazy"',
  );
  await page.getByRole("button", { name: "go" }).click();
  await expect(page.getByText("now")).toHaveAttribute("data-current", "", { timeout: 20_000 });
  await expect(page.getByText("later")).not.toHaveAttribute("data-current");
  expect(await positionOf(elementOf(frame))).toBeGreaterThan(0);
});

test("host.js accepts messages of its iframe alone", async ({ page }) => {
  const frame = await openHosted(page, QUERY);
  await ready(elementOf(frame));
  await expect.poll(async () => (await heardOf(page, "ready")).length).toBe(1);
  await expect
    .poll(() => page.locator("#net").evaluate((node) => /** @type {HTMLElement} */ (node).offsetHeight))
    .not.toBe(306);
  const height = await page.locator("#net").evaluate((node) => /** @type {HTMLElement} */ (node).offsetHeight);
  await page.evaluate(() => {
    const beside = document.createElement("iframe");
    beside.srcdoc = "<script>parent.postMessage({ glassnet: 1, type: 'height', height: 5000 }, '*');</script>";
    document.body.append(beside);
    window.postMessage({ glassnet: 1, type: "height", height: 4000 }, "*");
  });
  await expect
    .poll(async () => (await heardOf(page, "height")).filter(({ height: told }) => told >= 4000).length)
    .toBe(2);
  expect(await page.locator("#net").evaluate((node) => /** @type {HTMLElement} */ (node).offsetHeight)).toBe(height);
  // What the frame itself says beyond all measure is taken into limits.
  await page
    .frames()
    .find((one) => one.url().includes("embed.html"))
    ?.evaluate(() => parent.postMessage({ glassnet: 1, type: "height", height: 1e9 }, "*"));
  await expect.poll(() => page.locator("#net").evaluate((node) => node.clientHeight)).toBe(6000);
});

test("with host.js an iframe is as light or dark as the post, and follows its switch", async ({ page }) => {
  const site = await host({ cors: true });
  const { address } = await post(
    `<script src="${site.address}host.js" defer></script>
    <style>html { color-scheme: light; color: #111; background: #fff; } html.dark { color-scheme: dark; color: #eee; background: #111; }</style>
    <iframe src="${site.address}embed.html?${QUERY}" style="width:700px;height:500px;border:0"></iframe>`,
  );
  for (const system of /** @type {const} */ (["dark", "light"])) {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(address);
    const element = elementOf(page.frameLocator("iframe"));
    await ready(element);
    const scene = element.locator("glass-net-worked");
    await expect(scene, `light in a ${system} system`).not.toHaveAttribute("dark");
    await page.evaluate(() => document.documentElement.classList.add("dark"));
    await expect(scene, `dark in a ${system} system`).toHaveAttribute("dark", "");
    await expect(scene).not.toHaveAttribute("apart");
    await page.evaluate(() => document.documentElement.classList.remove("dark"));
    await expect(scene).not.toHaveAttribute("dark");
  }
});
