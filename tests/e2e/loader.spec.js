/** How `<glass-net>` behaves on somebody's page. */
import { expect, test } from "@playwright/test";
import { elementOf, goTo, inScene, positionOf, ready, unitOf } from "./reader.js";
import { host } from "./servers.js";
import { en } from "./words.js";

/** @typedef {import("@playwright/test").Page} Page */

const FAR = `<div style="height:3000px"></div>`;
const MODULE = `<script type="module" src="/glass-net.js"></script>`;

/** Opens a post on the element's own host. @param {Page} page @param {string} body */
async function open(page, body) {
  const site = await host({
    pages: {
      "/post.html": `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><body style="margin:8px">${body}`,
    },
  });
  await page.goto(`${site.address}post.html`);
  return site;
}

/** Waits until the browser has painted. @param {Page} page */
const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

test("nothing but the stub is fetched before the reader is near", async ({ page }) => {
  const site = await open(page, `${MODULE}${FAR}<glass-net><p>A network</p></glass-net>`);
  await page.waitForFunction(() => customElements.get("glass-net"));
  await painted(page);
  expect(site.requests).toEqual(["/post.html", "/glass-net.js"]);
  await expect(page.getByText("A network")).toBeVisible();
  await page.mouse.wheel(0, 2200);
  await ready(elementOf(page));
  await expect(page.getByText("A network")).toBeHidden();
  expect(site.requests.filter((path) => /\/primary-[^/]*\.wasm$/.test(path))).toHaveLength(1);
});

test("what the script of an embed's page imports is named by the page itself", async ({ page }) => {
  const { url, text } = await page.goto("embed.html?lang=en").then(async (response) => ({
    url: response?.url() ?? "",
    text: (await response?.text()) ?? "",
  }));
  const hrefs = (/** @type {RegExp} */ tag) => [...text.matchAll(tag)].map(([, path]) => new URL(path, url).href);
  const [script] = hrefs(/<script type="module"[^>]* src="(.+?)"/g);
  const code = await (await page.request.get(script)).text();
  const imports = [...code.matchAll(/\bimport\b[^"`(]*["`](.+?)["`]/g)].map(([, path]) => new URL(path, script).href);
  expect(imports.length).toBeGreaterThan(0);
  expect(hrefs(/<link rel="modulepreload"[^>]* href="(.+?)"/g)).toEqual(imports);
});

test("fields, table, inspector and keys are fetched when a reader opens the first of them", async ({ page }) => {
  const site = await open(page, `${MODULE}<glass-net lang="en"><p>A network</p></glass-net>`);
  const element = elementOf(page);
  await ready(element);
  const fetched = () => site.requests.filter((path) => path.includes("/opened-")).length;
  expect(fetched()).toBe(0);
  await element.getByRole("button", { name: en.worked.helpTitle }).click();
  await expect(element.getByRole("dialog")).toBeVisible();
  await element.locator("summary", { hasText: en.worked.settings }).click();
  await expect(element.getByRole("textbox").first()).toBeVisible();
  // It and its words.
  expect(fetched()).toBe(2);
});

test("a method call loads the scene before the reader is near", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, `${MODULE}${FAR}<glass-net></glass-net>`);
  const told = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("glass-net"));
    await customElements.whenDefined("glass-net");
    await element.goTo({ phase: "loss" });
    await element.step();
    return element.state.at;
  });
  expect(told).toBeGreaterThan(20);
});

for (const width of [360, 720, 1280]) {
  test(`nothing moves on a page of ${width} px that keeps the place before the script, while it loads and while it is stepped through`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 2000 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.addInitScript(() => {
      const moved = { total: 0 };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.total += /** @type {any} */ (entry).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open(
      page,
      `${MODULE}<link rel="stylesheet" href="/gallery/post.css"><p>Before</p><glass-net lang="ko"><p>Fallback</p></glass-net><p id="after">After</p>`,
    );
    const element = elementOf(page);
    const top = () => page.locator("#after").evaluate((node) => node.getBoundingClientRect().top);
    const before = await page.waitForFunction(() => customElements.get("glass-net")).then(top);
    await ready(element);
    await painted(page);
    expect(await page.evaluate(() => /** @type {any} */ (window).moved.total)).toBe(0);
    for (const at of [1, 4, 20, 22, 35, 42, 46, 52]) {
      await goTo(element, at);
      await painted(page);
      expect(await top(), `at ${at}`).toBe(before);
    }
  });
}

test("the author's height is reserved, and a hidden element reserves none", async ({ page }) => {
  await open(page, `${MODULE}${FAR}<glass-net height="321"></glass-net><glass-net hidden></glass-net>`);
  await page.waitForFunction(() => customElements.get("glass-net"));
  const heights = await page
    .locator("glass-net")
    .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
  expect(heights).toEqual([321, 0]);
});

test("the wheel and a finger over the picture scroll the page", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 360, height: 700 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await open(page, `${MODULE}<glass-net></glass-net>${FAR}`);
  const element = elementOf(page);
  await ready(element);
  const scrolled = () => page.evaluate(() => scrollY);
  await page.mouse.move(180, 200);
  await page.mouse.wheel(0, 150);
  await expect.poll(scrolled).toBe(150);
  const devtools = await context.newCDPSession(page);
  const finger = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number[]} */ ...ys) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: ys.map((y) => ({ x: 180, y })) });
  await finger("touchStart", 450);
  for (let y = 440; y >= 250; y -= 10) await finger("touchMove", y);
  await finger("touchEnd");
  await expect.poll(scrolled).toBeGreaterThan(250);
  // A tap while the page still glides would stop it, and press nothing.
  await expect(async () => {
    const before = await scrolled();
    await page.waitForTimeout(100);
    expect(await scrolled()).toBe(before);
  }).toPass();
  await element.getByRole("button", { name: en.worked.stepForward }).tap();
  await expect.poll(() => positionOf(element)).toBe(4);
  await context.close();
});

test("keys are the element's only while the focus is in it, and Tab leaves it", async ({ page }) => {
  await open(
    page,
    `${MODULE}<button id="before">Before</button><glass-net></glass-net><button id="after">After</button>`,
  );
  const element = elementOf(page);
  await ready(element);
  await page.locator("#before").focus();
  for (const key of ["ArrowRight", " ", "End", "t"]) await page.keyboard.press(key);
  expect(await positionOf(element)).toBe(0);
  for (
    let presses = 0;
    presses < 60 && !(await page.locator("#after").evaluate((node) => node === document.activeElement));
    presses++
  )
    await page.keyboard.press("Tab");
  await expect(page.locator("#after")).toBeFocused();
});

test("the fallback is what a reader without scripts, a printer and a feed see", async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await open(bare, `${MODULE}<glass-net><p>A network in words</p></glass-net>`);
  await expect(bare.getByText("in words")).toBeVisible();
  await context.close();
  await open(page, `${MODULE}${FAR}<glass-net><p>A network in words</p></glass-net>`);
  await page.waitForFunction(() => customElements.get("glass-net"));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("in words")).toBeVisible();
});

test("the picture is printed once it is there, and has the system's colours where those are forced", async ({
  page,
}) => {
  await open(page, `${MODULE}<glass-net at="20"></glass-net>`);
  const element = elementOf(page);
  await ready(element);
  await page.emulateMedia({ media: "print" });
  await expect(unitOf(element, 2, 0)).toContainText("0.436");
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  const [text, system] = await inScene(element, (scene) => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.color = "CanvasText";
    const colors = [getComputedStyle(scene).color, getComputedStyle(probe).color];
    probe.remove();
    return colors;
  });
  expect(text).toBe(system);
});

test("it fits into 320 px, also beside something else", async ({ page }) => {
  await page.setViewportSize({ width: 336, height: 800 });
  await open(
    page,
    `${MODULE}<div style="display:flex;flex-wrap:wrap"><glass-net></glass-net><aside>Aside</aside></div>`,
  );
  await ready(elementOf(page));
  expect(await elementOf(page).evaluate((node) => node.getBoundingClientRect().width)).toBe(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
});

test("attributes are properties, set before the element is known or after", async ({ page }) => {
  await open(page, "<div id=here></div>");
  await page.evaluate(async () => {
    const element = Object.assign(document.createElement("glass-net"), {
      inputs: "0.5,-1",
      kernels: "1.2;0.4",
      target: "1",
      digits: 5,
      learningRate: "0.5",
    });
    document.querySelector("#here")?.append(element);
    await import(/** @type {any} */ ("/glass-net.js"));
  });
  const element = elementOf(page);
  await ready(element);
  await goTo(element, 4);
  await expect(unitOf(element, 0, 0)).toContainText("0.54983");
  const set = await element.evaluate((node) => {
    /** @type {any} */ (node).digits = 2;
    return [
      node.getAttribute("digits"),
      node.getAttribute("learning-rate"),
      /** @type {any} */ (node).learningRate,
      /** @type {any} */ (node).claims,
    ];
  });
  expect(set).toEqual(["2", "0.5", "0.5", null]);
  await expect(unitOf(element, 0, 0)).toContainText("0.55");
});

test("a flag is a boolean property, and what cannot be an attribute's text is written as one", async ({ page }) => {
  await open(page, `${MODULE}${FAR}<glass-net autoplay="false" playground="true" learningrate="0.25"></glass-net>`);
  await page.waitForFunction(() => customElements.get("glass-net"));
  const read = await page.locator("glass-net").evaluate((node) => {
    const element = /** @type {any} */ (node);
    const all = [element.autoplay, element.playground, element.learningRate];
    for (const value of [true, "", "true", false, "false", null, undefined]) {
      element.autoplay = value;
      all.push(element.autoplay);
    }
    element.learningRate = undefined;
    all.push(element.learningRate, node.attributes.length);
    for (const kernels of [
      [
        [
          [2, 1],
          [1, 1],
        ],
        [[0.4], [-1.1]],
      ],
      Float32Array.of(1, 2),
      0,
    ]) {
      element.kernels = kernels;
      all.push(element.kernels);
    }
    return all;
  });
  expect(read).toEqual([
    false,
    true,
    "0.25",
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    null,
    1,
    "2,1;1,1|0.4;-1.1",
    "1,2",
    "0",
  ]);
});

test("unknown values are ignored, and numbers are clamped to their range", async ({ page }) => {
  await open(page, `${MODULE}<glass-net scene="opera" theme="pink" at="-7" digits="99"></glass-net>`);
  const element = elementOf(page);
  await ready(element);
  expect([await positionOf(element), await inScene(element, (scene) => scene.digits)]).toEqual([0, 7]);
  await element.evaluate((node) => node.setAttribute("at", "1e9"));
  await expect.poll(() => positionOf(element)).toBe(await inScene(element, (scene) => scene.session?.last ?? 0));
});

test("state that is set before the scene is there is what the reader sees first", async ({ page }) => {
  await open(page, `<glass-net></glass-net>`);
  await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("glass-net"));
    element.state = {
      example: {
        inputs: [0.5, -1],
        target: [1],
        layers: [{ kernel: [[1.2], [0.4]], activation: "sigmoid", useBias: false }],
      },
      at: 4,
    };
    await import(/** @type {any} */ ("/glass-net.js"));
  });
  const element = elementOf(page);
  await ready(element);
  await expect(unitOf(element, 0, 0)).toContainText("0.55");
  expect(await positionOf(element)).toBe(4);
});

test("another scene takes the place of the first, and the author's accent and colours reach it", async ({ page }) => {
  await open(
    page,
    `${MODULE}<style>glass-net { --glass-net-text: rgb(1, 2, 3) }</style><glass-net accent="rgb(9, 8, 7)"></glass-net>`,
  );
  const element = page.locator("glass-net");
  await ready(element);
  const colors = await inScene(element, (scene) => [
    getComputedStyle(scene).color,
    getComputedStyle(scene).getPropertyValue("--gn-accent").trim(),
  ]);
  expect(colors).toEqual(["rgb(1, 2, 3)", "rgb(9, 8, 7)"]);
  await element.evaluate((node) => node.setAttribute("scene", "playground"));
  await expect(page.getByRole("button", { name: en.train.epoch, exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator("glass-net-worked")).toHaveCount(0);
});
