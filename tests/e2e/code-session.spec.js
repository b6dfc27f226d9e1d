/** What a session of Python programs survives, in the browser's own worker: the page lives and says what happened. */
import { expect, test } from "@playwright/test";
import { openPost, outputOf, program, run, runButton } from "./code.js";
import { host, post } from "./servers.js";
import { en } from "./words.js";

/** It trains on and on. */
const FIT_ON = `import numpy as np
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(1, input_shape=(1,))])
model.compile(loss="mse", optimizer="sgd")
model.fit(np.arange(5000).reshape(5000, 1) / 5000, np.arange(5000) / 2500, epochs=100000, batch_size=1)`;

/** @param {import("@playwright/test").Page} page @param {...string} programs */
async function cells(page, ...programs) {
  await openPost(page, programs.map((text) => program(text, 'session="one"')).join(""));
  return programs.map((_, at) => page.locator("glass-net").nth(at));
}

test("cells share their variables, and modules of Python's library are fetched when they are imported", async ({
  page,
}) => {
  /** @type {string[]} */
  const files = [];
  page.on("request", (request) => files.push(request.url()));
  const [first, second] = await cells(page, "x = 20", "import random\nprint(x + 1, random.random() < 1)");
  await run(first);
  expect(files.filter((file) => file.includes("/library/"))).toEqual([]);
  await run(second);
  expect(await outputOf(second)).toBe("21 True");
  expect(files.some((file) => /\/library\/random-/.test(file))).toBe(true);
});

test("an endless loop is stopped: its variables are gone, and the next run works", async ({ page }) => {
  const [first, second] = await cells(page, "x = 1\nwhile True:\n    x += 1", "print('x' in globals())");
  await runButton(first).click();
  await expect(first.locator(".status")).toHaveText(en.code.states.running, { timeout: 30_000 });
  const begun = Date.now();
  await first.getByRole("button", { name: en.code.stop, exact: true }).click();
  await expect(first.locator(".status.stopped")).toBeVisible();
  console.log(`stopped after ${Date.now() - begun} ms, the click and what the test reads with it`);
  await run(second);
  expect(await outputOf(second)).toBe("False");
});

for (const [what, text, type] of [
  ["endless recursion", "def f(n):\n    return f(n + 1)\nf(0)", "RecursionError"],
  ["a flood of output", "while True:\n    print('x' * 100)", "RuntimeError"],
  ["a silent hog", "a = []\nwhile True:\n    a.append('x' * 10**6)", "MemoryError"],
  ["a hog of small lists", "a = []\nwhile True:\n    a.append([0] * 1000)", "MemoryError"],
  ["a hog that prints", "a = []\nwhile True:\n    a.append('x' * 10**7)\n    print(len(a))", "MemoryError"],
  ["a hog within a function", "def f():\n    a = []\n    while True:\n        a += [0] * 1000\nf()", "MemoryError"],
  ["a list that is far too long", "a = [0] * 10**10", "OverflowError"],
  ["a syntax error", "for i in range(3)\n    print(i)", "SyntaxError"],
])
  test(`${what} ends with ${type}, and the session goes on`, async ({ page }) => {
    const [first, second] = await cells(page, text, "print(6 * 7)");
    await run(first, "failed");
    await expect(first).toContainText(type);
    await run(second);
    expect(await outputOf(second)).toBe("42");
  });

test("a program that catches everything and prints on is ended by the page", async ({ page }) => {
  const [first, second] = await cells(
    page,
    "while True:\n    try:\n        print('x')\n    except:\n        pass",
    "print(6 * 7)",
  );
  await runButton(first).click();
  await expect(first).toContainText("too much output", { timeout: 30_000 });
  await run(second);
  expect(await outputOf(second)).toBe("42");
});

test("a page of another origin runs programs", async ({ page }) => {
  const site = await host({ cors: true });
  const script = `<script type="module" src="${site.address}glass-net.js"></script>`;
  await page.goto((await post(program("import random\nprint(6 * 7)"), { head: script })).address);
  const scene = page.locator("glass-net");
  await run(scene);
  expect(await outputOf(scene)).toBe("42");
});

test("where a policy forbids evaluation the scene says so, shows what was recorded and where the code runs", async ({
  page,
}) => {
  const site = await host({ cors: true });
  const { origin } = new URL(site.address);
  const csp = `script-src ${origin} 'wasm-unsafe-eval'; worker-src blob: ${origin}`;
  const script = `<script type="module" src="${site.address}glass-net.js"></script>`;
  await page.goto((await post(program("print(6 * 7)", "", "42, as recorded"), { head: script, csp })).address);
  const scene = page.locator("glass-net");
  await runButton(scene).click();
  await expect(scene.locator(".status.failed")).toHaveText(en.code.policy);
  await expect(scene.locator(".output")).toHaveText("42, as recorded");
  const link = scene.getByRole("link", { name: en.code.elsewhere });
  await expect(link).toHaveAttribute("href", `${site.address}index.html#code=print(6%20*%207)`);
});

test("a program that is silent for ten seconds has its reader asked: it goes on, or is stopped", async ({ page }) => {
  await page.clock.install();
  const [scene] = await cells(page, "n = 0\nwhile True:\n    n += 1");
  await runButton(scene).click();
  const question = scene.getByText(en.code.states.asking);
  await expect(scene.locator(".status")).toHaveText(en.code.states.running, { timeout: 30_000 });
  await page.clock.fastForward(10_000);
  await expect(question).toBeVisible();
  await scene.getByRole("button", { name: en.code.keepOn, exact: true }).click();
  await expect(scene.locator(".status")).toHaveText(en.code.states.running);
  await page.clock.fastForward(10_000);
  await expect(question).toBeVisible();
  await scene.locator(".status").getByRole("button", { name: en.code.stop, exact: true }).click();
  await expect(scene.locator(".status")).toHaveText(en.code.states.stopped);
});

test("nobody is asked while a program prints, or while the engine works", async ({ page }) => {
  await page.clock.install();
  const [scene] = await cells(page, FIT_ON);
  await runButton(scene).click();
  await expect(scene.locator(".output")).toContainText("Epoch", { timeout: 30_000 });
  for (let seconds = 0; seconds < 12; seconds += 3) {
    const before = await scene.locator(".output").innerText();
    await page.clock.fastForward(3000);
    await expect(scene.locator(".output")).not.toHaveText(before);
  }
  await expect(scene.locator(".status")).toHaveText(en.code.states.running);
  await scene.getByRole("button", { name: en.code.stop, exact: true }).click();
});
