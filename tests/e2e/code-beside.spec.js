/** The network beside a program: what was recorded, moment by moment, and where its lines are. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openPost, openProgram, program, run, runButton } from "./code.js";
import { en, ko } from "./words.js";

const FIT = readFileSync("tests/e2e/code-fit.py", "utf8").trimEnd();
const own = en.code.beside;

/** A result thrown away, layers that are one, an output that never reaches sales. */
const HINTED = `import pandas as pd
from tensorflow import keras

df = pd.read_csv("Advertising.csv")
df.drop(columns=["Unnamed: 0"])
X, Y = df.drop(columns=["Sales"]), df["Sales"]
model = keras.Sequential(
    [
        keras.layers.Input(shape=(4,)),
        keras.layers.Dense(3),
        keras.layers.Dense(3),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(loss="mse", optimizer="sgd")
model.fit(X, Y, verbose=0)`;

/** @param {import("@playwright/test").Locator} scene */
const frameOf = (scene) =>
  scene.locator("gn-live-network").evaluate((network) => Array.from(/** @type {any} */ (network).frame.weights));

test("the network of a program is shown, and the scrubber leads through what was recorded", async ({ page }) => {
  const scene = await openProgram(page, FIT);
  await run(scene);
  await expect(scene.getByText(own.model("2\u00a0→\u00a03\u00a0→\u00a01", 13))).toBeVisible();
  const moments = await scene
    .locator("gn-code-beside")
    .evaluate((node) =>
      /** @type {any} */ (node).model.moments.map((/** @type {any} */ { weights }) => Array.from(weights)),
    );
  expect(moments).toHaveLength(31);
  const scrubber = scene.getByRole("slider", { name: own.moments });
  for (const at of [0, 7, 30]) {
    await scrubber.fill(String(at));
    await expect(scene.locator(".scrubber output")).toHaveText(own.moment(at, 30));
    expect(await frameOf(scene)).toEqual(moments[at]);
  }
});

test("a hundred epochs are one line, and all of them on demand", async ({ page }) => {
  const scene = await openProgram(page, FIT.replace("epochs=30", "epochs=100"));
  await run(scene);
  const output = scene.locator(".output");
  await expect(output).toContainText("Epoch 100/100");
  await expect(output).not.toContainText("Epoch 99/100");
  await scene.getByRole("button", { name: en.code.allLines(100) }).click();
  await expect(output).toContainText("Epoch 1/100");
});

test("pointing at a line lights its layer, and pointing at a layer marks its line", async ({ page }) => {
  const scene = await openProgram(page, FIT);
  await run(scene);
  const lit = () => scene.locator("gn-live-network").evaluate((network) => /** @type {any} */ (network).lit);
  await scene.locator(".line[data-line='8']").hover();
  await expect.poll(lit).toBe(1);
  await scene.locator(".line[data-line='9']").hover();
  await expect.poll(lit).toBe(2);
  const canvas = scene.locator("gn-live-network canvas");
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  await expect(scene.locator(".line.lit")).toHaveAttribute("data-line", "8");
});

test("losses, batches and predictions beside their labels are those of the fit", async ({ page }) => {
  const scene = await openProgram(page, `${FIT}\nmodel.evaluate(x, y, verbose=0)`);
  await run(scene);
  const model = await scene.locator("gn-code-beside").evaluate((node) => {
    const { history, data, predicted, scores } = /** @type {any} */ (node).model;
    return { loss: history.loss, y: Array.from(data.y), targets: Array.from(predicted.targets), scores };
  });
  const [line] = await scene
    .locator("gn-line-chart")
    .evaluate((chart) => /** @type {any} */ (chart).series.map((/** @type {any} */ { y }) => Array.from(y)));
  expect(line).toEqual(model.loss);
  await scene.getByRole("button", { name: own.batches, exact: true }).click();
  await expect(scene.getByText(own.batchNote(20, 5, 4))).toBeVisible();
  await scene.getByRole("button", { name: own.predictions, exact: true }).click();
  expect(model.targets).toEqual(model.y.slice(0, 2));
  await expect(scene.locator(".scores dd")).toHaveCount(1);
  await expect(scene.locator("gn-code-beside tbody tr")).toHaveCount(2);
});

test("any row is followed operation by operation with the weights of the moment", async ({ page }) => {
  const scene = await openProgram(page, FIT);
  await run(scene);
  await scene.getByRole("slider", { name: own.moments }).fill("0");
  await scene.getByRole("button", { name: own.inside }).click();
  const inside = scene.locator("gn-code-inside");
  await expect(inside.locator("gn-row-inspector .gn-network")).toBeVisible();
  const traceOf = () =>
    inside.evaluate((node) => {
      const { inputs, layers } = /** @type {any} */ (node).trace;
      return { inputs: Array.from(inputs), kernel: layers[0].kernel.flat().length };
    });
  const first = await traceOf();
  await inside.getByLabel(own.row).fill("3");
  await inside.getByLabel(own.row).press("Enter");
  await expect.poll(async () => (await traceOf()).inputs).not.toEqual(first.inputs);
});

test("an author chooses what is shown beside it, or nothing", async ({ page }) => {
  const scene = await openProgram(page, FIT, "&beside=losses");
  await run(scene);
  await expect(scene.locator("gn-line-chart")).toBeVisible();
  await expect(scene.locator("gn-live-network")).toHaveCount(0);
  const none = await openProgram(page, `${FIT}\n`, "&beside=none");
  await run(none);
  await expect(none.locator("gn-code-beside")).toHaveCount(0);
});

test("the network is seen while it learns: moments come while the program runs", async ({ page }) => {
  const scene = await openProgram(page, FIT.replace("epochs=30", "epochs=4000"));
  await runButton(scene).click();
  const moments = () =>
    scene.locator("gn-code-beside").evaluate((node) => {
      const { running, model } = /** @type {any} */ (node);
      return running ? model.moments.length : 0;
    });
  await expect.poll(moments, { timeout: 30_000 }).toBeGreaterThan(1);
  await expect(scene.locator("gn-live-network canvas")).toBeVisible();
  await expect(scene.locator("gn-line-chart")).toBeVisible();
  await scene.getByRole("button", { name: en.code.stop, exact: true }).click();
});

for (const [lang, words] of /** @type {const} */ ([
  ["ko", ko],
  ["en", en],
])) {
  test(`hints stand beside the lines that cause them, ${lang}`, async ({ page }) => {
    await openPost(page, program(HINTED));
    await page.evaluate((to) => document.querySelector("glass-net")?.setAttribute("lang", to), lang);
    const scene = page.locator("glass-net");
    await scene.getByRole("button", { name: words.code.run, exact: true }).click();
    await expect(scene.locator(".status.done")).toBeVisible({ timeout: 30_000 });
    const hints = scene.locator(".note-line.hint");
    await expect(hints.first()).toContainText("df = df.drop(");
    const labels = await hints.evaluateAll((notes) => notes.map((note) => note.getAttribute("aria-label")));
    for (const line of [5, 10, 12]) expect(labels).toContain(words.code.hint(line));
  });
}
