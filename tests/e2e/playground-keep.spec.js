import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { linkText, withFit } from "../../www/src/experiment/config.js";
import { PRESETS } from "../../www/src/experiment/presets.js";
import {
  bitsOf,
  inLab,
  onGround,
  openPlayground,
  panelOf,
  playgroundOf,
  press,
  ready,
  seriousFindings,
  updatesOf,
} from "./playground.js";

/** @param {import("@playwright/test").Page} page @param {string} name Of a button of the panel. */
async function downloaded(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), press(panelOf(page, "keep"), name)]);
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

test("a session that is saved and opened again after a reload is the same bit for bit, and goes on the same", async ({
  page,
}) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  for (let i = 1; i <= 3; i++) {
    await press(train, "한 에포크");
    await expect.poll(() => updatesOf(page)).toBe(28 * i);
  }
  await press(train, "한 배치");
  await expect.poll(() => updatesOf(page)).toBe(85);
  const before = await everything(page);
  const { path, name } = await downloaded(page, "파일로 저장");
  expect(name).toBe("glassnet-advertising-synthetic-85.json");
  await press(train, "한 에포크");
  await expect.poll(() => updatesOf(page)).toBe(112);
  const later = await everything(page);

  await page.reload();
  await ready(page);
  expect(await updatesOf(page)).toBe(0);
  await panelOf(page, "keep").getByLabel("저장한 파일 열기").setInputFiles(path);
  await expect(panelOf(page, "keep").getByText("업데이트 85번 뒤의 상태예요.")).toBeVisible();
  expect(await everything(page)).toEqual(before);
  await press(train, "한 에포크");
  await expect.poll(() => updatesOf(page)).toBe(112);
  expect((await everything(page)).bits).toEqual(later.bits);
});

test("a tab that is closed in the middle of training loses nothing that was saved", async ({ page, context }) => {
  const train = await openPlayground(page, {
    config: linkText(withFit(PRESETS["tutorial-2"], { epochs: 100_000 })) ?? "",
  });
  await press(train, "학습 시작");
  await expect.poll(() => updatesOf(page)).toBeGreaterThan(50);
  const { path } = await downloaded(page, "파일로 저장");
  const reached = await updatesOf(page);
  await expect.poll(() => updatesOf(page), "it trains on while it is saved").toBeGreaterThan(reached);
  await page.close();

  const other = await context.newPage();
  const again = await openPlayground(other, { preset: "xor" });
  await panelOf(other, "keep").getByLabel("저장한 파일 열기").setInputFiles(path);
  await expect(panelOf(other, "keep").getByText(/업데이트 [\d,]+번 뒤의 상태예요\./)).toBeVisible();
  const opened = await other.locator("glass-net-playground").evaluate(async (element) => {
    const { lab } = /** @type {any} */ (element);
    return { updates: lab.state.updates, weights: (await lab.ask("save", true)).weights };
  });
  expect(opened.updates).toBeGreaterThan(50);
  expect(opened.weights).toEqual(JSON.parse(readFileSync(path, "utf8")).weights);
  await press(again, "한 배치");
  await expect.poll(() => updatesOf(other)).toBe(opened.updates + 1);
});

test("a session without its data takes the CSV that is open, and refuses another", async ({ page }) => {
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
  await press(train, "한 배치");
  await expect.poll(() => updatesOf(page)).toBe(1);
  const before = await bitsOf(page);
  const keep = panelOf(page, "keep");
  await keep.getByLabel("CSV 데이터도 파일에 넣기").uncheck();
  const { path } = await downloaded(page, "파일로 저장");
  expect(readFileSync(path, "utf8")).not.toContain("a,b,y");
  await page.reload();
  await ready(page);
  await keep.getByLabel("저장한 파일 열기").setInputFiles(path);
  await expect(keep.getByRole("alert")).toContainText("CSV가 지금 열려 있지 않아요");
  expect(await open(1)).toBe(true);
  await keep.getByLabel("저장한 파일 열기").setInputFiles(path);
  await expect(keep.getByRole("alert")).toContainText("CSV가 지금 열려 있지 않아요");
  expect(await open(0)).toBe(true);
  await keep.getByLabel("저장한 파일 열기").setInputFiles(path);
  await expect(keep.getByText("업데이트 1번 뒤의 상태예요.")).toBeVisible();
  expect(await bitsOf(page)).toEqual(before);
  // What was opened can be changed further: its data came along.
  await page.locator("gn-train-panel").getByText("학습 설정").click();
  await page.locator("gn-train-panel").getByLabel("에포크 수").fill("7");
  await page.locator("gn-train-panel").getByLabel("에포크 수").press("Enter");
  await expect.poll(() => inLab(page, (lab) => lab.setup?.epochs)).toBe(7);
});

test("a playground that is taken out of the page and put back begins again", async ({ page }) => {
  const train = await openPlayground(page, { preset: "xor" });
  await press(train, "한 배치");
  await expect.poll(() => updatesOf(page)).toBe(1);
  await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("glass-net"));
    element.remove();
    await Promise.resolve();
    document.body.append(element);
  });
  await ready(page);
  await expect.poll(() => updatesOf(page)).toBe(0);
  await press(train, "한 배치");
  await expect.poll(() => updatesOf(page)).toBe(1);
});

test("a file that was not saved here is refused, and the former state stays", async ({ page }) => {
  const train = await openPlayground(page, { preset: "xor" });
  await press(train, "한 배치");
  await expect.poll(() => updatesOf(page)).toBe(1);
  const before = await everything(page);
  const keep = panelOf(page, "keep");
  const damaged = { glassnet: "experiment", version: 1, config: { data: { source: "xor" } }, weights: "nothing" };
  for (const buffer of ["not json", "{}", JSON.stringify(damaged), "\u0000\u0001"].map((text) => Buffer.from(text))) {
    await keep
      .getByLabel("저장한 파일 열기")
      .setInputFiles({ name: "session.json", mimeType: "application/json", buffer });
    await expect(keep.getByRole("alert")).toBeVisible();
  }
  expect(await everything(page)).toEqual(before);
  await expect(keep.getByText("이 브라우저 안에서만 읽어요")).toBeVisible();
});

test("a link brings another reader the same experiment and the same numbers", async ({ page, context }) => {
  const train = await openPlayground(page, { preset: "softmax" });
  const link = await panelOf(page, "keep").getByRole("textbox", { name: "링크로 나누기" }).inputValue();
  await press(train, "한 에포크");
  await expect.poll(() => updatesOf(page)).toBe(14);
  const other = await context.newPage();
  await other.goto(link);
  await ready(other);
  await press(panelOf(other, "train"), "한 에포크");
  await expect.poll(() => updatesOf(other)).toBe(14);
  expect(await bitsOf(other)).toEqual(await bitsOf(page));
  expect(link).toContain(linkText(await inLab(page, (lab) => lab.config)) ?? "no link");
});

test("the zip holds what the engine gives: the script, the data, both weights and the order of the rows", async ({
  page,
}) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  await press(train, "한 에포크");
  await expect.poll(() => updatesOf(page)).toBe(28);
  const { path, name } = await downloaded(page, "케라스로 이어 가기 (zip)");
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
  const { path } = await downloaded(page, "예측값 (CSV)");
  const lines = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(61);
});

test("a chart is saved as SVG and as PNG", async ({ page }) => {
  const train = await openPlayground(page, { preset: "tutorial-2" });
  await press(train, "끝까지");
  await expect(train.getByText("정한 에포크를 모두 마쳤어요.")).toBeVisible();
  const chart = train.locator("gn-line-chart").first();
  const save = async (/** @type {string} */ name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), chart.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const svg = await save("SVG로 저장");
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
  expect((await save("PNG로 저장")).bytes.subarray(1, 4).toString()).toBe("PNG");
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the keep panel, ${theme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme });
    await openPlayground(page, { preset: "xor" });
    await onGround(page, theme);
    expect(await seriousFindings(page, "keep")).toEqual([]);
  });
}
