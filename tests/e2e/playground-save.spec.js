import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { linkText, withFit } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import {
  barOf,
  bitsOf,
  inLab,
  onGround,
  openPlayground,
  openTab,
  panelOf,
  playgroundOf,
  press,
  ready,
  said,
  seriousFindings,
  updatesOf,
} from "./playground.js";
import { inOrder, ko } from "./words.js";

/** @param {import("@playwright/test").Page} page @param {string} name Of a button of the panel. */
async function downloaded(page, name) {
  const save = await openTab(page, "save");
  const [file] = await Promise.all([page.waitForEvent("download"), press(save, name)]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Everything that a session has to bring back. @param {import("@playwright/test").Page} page */
const everything = async (page) => ({
  bits: await bitsOf(page),
  rest: await inLab(page, (lab) => ({
    updates: lab.state?.updates,
    history: lab.history,
    config: lab.setup?.config,
    rows: Array.from(lab.setup?.trainRows ?? []),
  })),
});

test("a session that is saved and opened after a reload is the same bit for bit, and trains on to the same bits", async ({
  page,
}) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  for (let i = 1; i <= 3; i++) {
    await press(train, ko.train.epoch);
    await expect.poll(() => updatesOf(page)).toBe(28 * i);
  }
  await press(train, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(85);
  const before = await everything(page);
  const { path, name } = await downloaded(page, ko.save.save);
  expect(name).toBe("glassnet-advertising-synthetic-85.json");
  await press(train, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(112);
  const later = await everything(page);

  await page.reload();
  await ready(page);
  expect(await updatesOf(page)).toBe(0);
  await (await openTab(page, "save")).getByLabel(ko.save.open).setInputFiles(path);
  await expect(panelOf(page, "save").getByText(ko.save.opened(85))).toBeVisible();
  expect(await everything(page)).toEqual(before);
  await press(train, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(112);
  expect((await everything(page)).bits).toEqual(later.bits);
});

test("a tab that is closed in the middle of training loses nothing that was saved", async ({ page, context }) => {
  const train = await openPlayground(page, {
    config: linkText(withFit(PRESETS["tutorial-2"], { epochs: 100_000 })) ?? "",
  });
  await press(train, ko.train.run);
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(50);
  const { path } = await downloaded(page, ko.save.save);
  const reached = await updatesOf(page);
  await expect.poll(() => updatesOf(page), "it trains on while it is saved").toBeGreaterThan(reached);
  await page.close();

  const other = await context.newPage();
  const again = await openPlayground(other, { preset: "xor" });
  await (await openTab(other, "save")).getByLabel(ko.save.open).setInputFiles(path);
  await expect(panelOf(other, "save").getByText(inOrder(...ko.save.opened(0).split("0")))).toBeVisible();
  const opened = await other.locator("glass-net-playground").evaluate(async (element) => {
    const { lab } = /** @type {any} */ (element);
    return { updates: lab.state.updates, weights: (await lab.ask("save", true)).weights };
  });
  expect(opened.updates).toBeGreaterThan(50);
  expect(opened.weights).toEqual(JSON.parse(readFileSync(path, "utf8")).weights);
  await press(again, ko.train.batch);
  await expect.poll(() => updatesOf(other)).toBe(opened.updates + 1);
});

test("a session without its data takes the CSV that is open, and rejects another", async ({ page }) => {
  const table = (/** @type {number} */ shift) =>
    `a,b,y\n${Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 5},${i + shift}`).join("\n")}`;
  const open = (/** @type {number} */ shift) =>
    playgroundOf(page).evaluate(
      (element, text) =>
        /** @type {any} */ (element).lab.change({
          data: { source: "csv", text, name: "mine.csv" },
          features: undefined,
          target: undefined,
        }),
      table(shift),
    );
  const train = await openPlayground(page, { preset: "tutorial-2" });
  expect(await open(0)).toBe(true);
  await press(train, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  const before = await bitsOf(page);
  const save = await openTab(page, "save");
  await save.getByLabel(ko.save.withData).uncheck();
  const { path } = await downloaded(page, ko.save.save);
  expect(readFileSync(path, "utf8")).not.toContain("a,b,y");
  await page.reload();
  await ready(page);
  await openTab(page, "save");
  await save.getByLabel(ko.save.open).setInputFiles(path);
  await expect(save.getByRole("alert")).toContainText(ko.errors.other_data({ what: "", expected: "", received: "" }));
  expect(await open(1)).toBe(true);
  await save.getByLabel(ko.save.open).setInputFiles(path);
  await expect(save.getByRole("alert")).toContainText(ko.errors.other_data({ what: "", expected: "", received: "" }));
  expect(await open(0)).toBe(true);
  await save.getByLabel(ko.save.open).setInputFiles(path);
  await expect(save.getByText(ko.save.opened(1))).toBeVisible();
  expect(await bitsOf(page)).toEqual(before);
  // What was opened can be changed further: its data came along.
  const epochs = (await openTab(page, "code")).getByLabel(ko.train.epochs);
  await epochs.fill("7");
  await epochs.press("Enter");
  await expect.poll(() => inLab(page, (lab) => lab.setup?.epochs)).toBe(7);
});

test("a playground that is removed and put back starts again", async ({ page }) => {
  const train = await openPlayground(page, { preset: "xor" });
  await press(train, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("glass-net"));
    element.remove();
    await Promise.resolve();
    document.body.append(element);
  });
  await ready(page);
  await expect.poll(() => updatesOf(page)).toBe(0);
  await press(train, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
});

test("a file that is no session is rejected, and the former state stays", async ({ page }) => {
  const train = await openPlayground(page, { preset: "xor" });
  await press(train, ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  const before = await everything(page);
  const save = await openTab(page, "save");
  const damaged = { glassnet: "experiment", version: 1, config: { data: { source: "xor" } }, weights: "nothing" };
  for (const buffer of ["not json", "{}", JSON.stringify(damaged), "\u0000\u0001"].map((text) => Buffer.from(text))) {
    await save.getByLabel(ko.save.open).setInputFiles({ name: "session.json", mimeType: "application/json", buffer });
    await expect(save.getByRole("alert")).toBeVisible();
  }
  expect(await everything(page)).toEqual(before);
  await expect(save.getByText(ko.save.privacy)).toBeVisible();
});

test("a link brings another reader the same experiment and the same numbers", async ({ page, context }) => {
  const train = await openPlayground(page, { preset: "softmax" });
  const link = await (await openTab(page, "save")).getByRole("textbox", { name: ko.save.link }).inputValue();
  await press(train, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(14);
  const other = await context.newPage();
  await other.goto(link);
  await ready(other);
  await press(barOf(other), ko.train.epoch);
  await expect.poll(() => updatesOf(other)).toBe(14);
  expect(await bitsOf(other)).toEqual(await bitsOf(page));
  expect(link).toContain(linkText(await inLab(page, (lab) => lab.config)) ?? "no link");
});

test("the zip holds what the engine gives: the script, the data, both weights and the order of the rows", async ({
  page,
}) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  await press(train, ko.train.epoch);
  await expect.poll(() => updatesOf(page)).toBe(28);
  const { path, name } = await downloaded(page, ko.save.zip);
  expect(name).toMatch(/-28\.zip$/);
  const zip = unzipSync(new Uint8Array(readFileSync(path)));
  const files = await inLab(page, (lab) => lab.ask("exportFiles"));
  expect(Object.keys(zip).sort()).toEqual(files.map((file) => file.name).sort());
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining(["script.py", "data.csv", "start_weights.json", "weights.json", "row_order.json"]),
  );
  for (const { name: file, text } of files) expect(new TextDecoder().decode(zip[file])).toBe(text);
});

test("predictions go out as CSV, one line for each test row", async ({ page }) => {
  await openPlayground(page, { preset: "tutorial-2" });
  const { path } = await downloaded(page, ko.save.predictions);
  const lines = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(61);
});

test("a chart is saved as SVG and as PNG", async ({ page }) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  await press(train, ko.train.toEnd);
  await expect(said(page, ko.train.ends.finished)).toBeVisible();
  const chart = (await openTab(page, "layers")).locator("gn-line-chart").first();
  const save = async (/** @type {string} */ name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), chart.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const svg = await save(ko.charts.saveSvg);
  expect(svg.name).toBe("loss.svg");
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      error: document.querySelector("parsererror")?.textContent,
      paths: document.querySelectorAll("path").length,
    };
  }, svg.bytes.toString());
  expect(parsed.error).toBeUndefined();
  expect(parsed.paths).toBeGreaterThan(3);
  expect((await save(ko.charts.savePng)).bytes.subarray(1, 4).toString()).toBe("PNG");
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the save panel, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPlayground(page, { preset: "xor" });
    await onGround(page, theme);
    await openTab(page, "save");
    expect(await seriousFindings(page, "save")).toEqual([]);
  });
}
