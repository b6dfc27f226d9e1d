/** Tables as people have them: each goes through the page, and its values are read off the page's table. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import {
  barOf,
  onGround,
  openTab,
  panelOf as anyPanel,
  playgroundOf,
  press,
  ready,
  seriousFindings,
  updatesOf,
} from "./playground.js";
import { expectSetup, openWithTable, overflow, setupOf, smallControls, type } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { inOrder, ko } from "./words.js";

/** @param {string} name */
const report = (name) => `tests/fixtures/reports/${name}`;

/** @param {import("@playwright/test").Page} page */
const panelOf = (page) => anyPanel(page, "data");
/** @param {import("@playwright/test").Page} page */
const lineOf = (page) => panelOf(page).locator("[data-part=reading] .line");
/** @param {import("@playwright/test").Page} page */
const namesOf = (page) => page.locator("gn-data-table [role=columnheader] .name");

/** @param {import("@playwright/test").Page} page @param {string} path */
async function openFile(page, path) {
  await panelOf(page).locator("input[type=file]").setInputFiles(path);
  await expectSetup(page, ({ data }) => data.name, path.split("/").at(-1));
}

/** @param {import("@playwright/test").Page} page @param {string | Buffer} text */
async function openText(page, text) {
  await panelOf(page)
    .locator("input[type=file]")
    .setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expectSetup(page, ({ data }) => data.name, "own.csv");
}

/**
 * The cells of a column as they stand on the page, without the missing ones' words.
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 */
async function columnOf(page, name) {
  const at = await page
    .locator("gn-data-table [role=columnheader]", {
      has: page.locator(".name", { hasText: new RegExp(`^${name.replace(/[()]/g, "\\$&")}$`) }),
    })
    .getAttribute("aria-colindex");
  const cells = page.locator(`gn-data-table .body [aria-colindex="${at}"]`);
  await expect(page.locator("gn-data-table .waiting")).toHaveCount(0);
  return (await cells.allInnerTexts()).map((text) => text.trim().replace("\u2212", "-"));
}

/** @param {string[]} texts */
const numbers = (texts) => texts.map(Number);

const { data, reading } = ko;

/** @param {string} sign */
const separated = (sign) => reading.separated(reading.separators[sign]);

/**
 * Each file of the reports, and what its columns must hold.
 * @type {[file: string, columns: Record<string, (number | string)[]>, line: RegExp][]}
 */
const TABLES = [
  [
    "01_thousands_comma.csv",
    { price: [1250, 2400, 980, 3105], area: [30, 45, 28, 60] },
    inOrder(reading.grouped(reading.signs[","])),
  ],
  [
    "02_semicolon_thousands_point.csv",
    { betrag: [-2750.25, -80, 1300.5, 9.5] },
    inOrder(separated(";"), reading.decimals[","], reading.grouped(reading.signs["."])),
  ],
  [
    "03_tab_decimal_comma.tsv",
    { Radio: [12.5, 30, 7.25, 22.5], TV: [120, 60, 200, 90] },
    inOrder(separated("\t"), reading.decimals[","]),
  ],
  [
    "04_sep_line.csv",
    { x1: [1, 2, 3], x2: [2.5, 3.5, 1.5], y: [3, 5, 4] },
    inOrder(separated(";"), reading.skipped(1)),
  ],
  ["04b_sep_line_two_cols.csv", { x: [1, 2, 3], y: [3, 5, 7] }, inOrder(separated(";"))],
  ["06_comments.csv", { height: [170, 180, 165], weight: [60, 75, 55] }, inOrder(reading.commented("#"))],
  ["09_bool.csv", { smoker: [1, 0, 1, 0], age: [40, 30, 50, 25] }, inOrder(reading.truths("True", "False"))],
  [
    "10_no_header.csv",
    {
      x1: [5, 4.8, 6.3, 6.1, 7.1, 6.5],
      x5: ["setosa", "setosa", "versicolor", "versicolor", "virginica", "virginica"],
    },
    inOrder(reading.rows(6, 5), reading.headers.false),
  ],
  [
    "11_whitespace.txt",
    { x1: [0.0063, 0.0273, 0.0324], x2: [18, 0, 0], x3: [2.31, 7.07, 2.18], x4: [24, 21.6, 33.4] },
    inOrder(separated("whitespace"), reading.rows(3, 4)),
  ],
  ["12_latin1_degree.csv", { "Temperature(°C)": [-3.5, 1, 7.5], "Humidity(%)": [40, 45, 52] }, /Windows-1252/],
  [
    "12b_latin1_french.csv",
    { Prénom: ["A", "B", "C"], Âge: [40, 35, 50], Poids: [70.5, 60.2, 81] },
    inOrder("Windows-1252", separated(";"), reading.decimals[","]),
  ],
  ["15_percent_currency.csv", { discount: [10, 20, 5], price: [12000, 9500, 15000], sold: [5, 9, 3] }, /UTF-8/],
  ["23_excel_blank_rows.csv", { x: [1, 2, 3], z: [3, 4, 6] }, inOrder(reading.rows(3, 3), reading.blank(2))],
];

for (const [file, columns, line] of TABLES) {
  test(`${file} is read as it is meant`, async ({ page }) => {
    await openWithTable(page);
    await openFile(page, report(file));
    await expect(lineOf(page)).toHaveText(line);
    for (const [name, cells] of Object.entries(columns)) {
      const texts = await columnOf(page, name);
      expect(typeof cells[0] === "number" ? numbers(texts) : texts, name).toEqual(cells);
    }
    expect(await setupOf(page, ({ task }) => task)).toBe(
      Object.values(columns).flat().includes("setosa") ? "classification" : "regression",
    );
  });
}

test("units are named beside their column", async ({ page }) => {
  await openWithTable(page);
  await openFile(page, report("15_percent_currency.csv"));
  const kinds = page.locator("gn-data-table [role=columnheader] .kind");
  await expect(kinds.nth(0)).toContainText("%");
  await expect(kinds.nth(1)).toContainText("₩");
  await expect(kinds.nth(2)).toHaveText(data.kinds.integer);
});

test("numbers that no double or no 32-bit float holds are reported, in both languages", async ({ page }) => {
  // The wording itself: what the reader must learn is that the numbers change.
  for (const [lang, told] of /** @type {const} */ ([
    ["ko", ["너무 길어서", "3.4 × 10³⁸까지", "0이 돼요"]],
    ["en", ["so long", "up to about 3.4 × 10³⁸", "becomes 0"]],
  ])) {
    await openWithTable(page, { lang });
    await openFile(page, report("22_extremes.csv"));
    const notes = panelOf(page).locator(".notes").first();
    for (const text of told) await expect(notes).toContainText(text);
    expect(await columnOf(page, "id")).toEqual([
      "12345678901234567890",
      "12345678901234567891",
      "12345678901234567892",
    ]);
    expect(await setupOf(page, ({ config }) => config.features)).not.toContain("id");
  }
});

/**
 * Opens a file, with the controls of its reading in sight; gives a control by its label.
 * @param {import("@playwright/test").Page} page
 * @param {string} file
 */
async function withControls(page, file) {
  await openWithTable(page);
  await openFile(page, report(file));
  await lineOf(page).click();
  return (/** @type {string} */ label) =>
    panelOf(page).locator("[data-part=reading]").getByLabel(label, { exact: true });
}

test("an encoding is chosen, and the letters follow", async ({ page }) => {
  const control = await withControls(page, "12_latin1_degree.csv");
  await control(reading.labels.encoding).selectOption("euc-kr");
  await expect(namesOf(page).first()).toHaveText("Temperature(캜)");
  await control(reading.labels.encoding).selectOption("windows-1252");
  await expect(namesOf(page).first()).toHaveText("Temperature(°C)");
});

test("a thousands sign is chosen, and the numbers follow", async ({ page }) => {
  const control = await withControls(page, "01_thousands_comma.csv");
  await control(reading.labels.thousands).selectOption(reading.none);
  await expect
    .poll(async () => numbers(await columnOf(page, "price")), "then the comma is the decimal sign")
    .toEqual([1.25, 2.4, 980, 3.105]);
  await control(reading.labels.thousands).selectOption(reading.signs[","]);
  await expect.poll(async () => numbers(await columnOf(page, "price"))).toEqual([1250, 2400, 980, 3105]);
});

test("the first line becomes the header and a row again", async ({ page }) => {
  const control = await withControls(page, "10_no_header.csv");
  await control(reading.labels.header).selectOption(reading.headers.true);
  await expectSetup(page, ({ data }) => [data.rows, data.columns[0].name], [5, "5.0"]);
  await control(reading.labels.header).selectOption(reading.headers.false);
  await expectSetup(page, ({ data }) => [data.rows, data.columns[0].name], [6, "x1"]);
});

test("a separator that fits no line is rejected, and a decimal sign is chosen", async ({ page }) => {
  const control = await withControls(page, "03_tab_decimal_comma.tsv");
  await control(reading.labels.separator).selectOption(reading.signs[","]);
  await expect(panelOf(page).locator(".validation-error")).toBeVisible();
  await expect(control(reading.labels.separator), "what was rejected is not so").toHaveValue("\t");
  await control(reading.labels.decimal).selectOption(reading.signs["."]);
  await expect.poll(() => columnOf(page, "Radio")).toEqual(["12,5", "30", "7,25", "22,5"]);
});

test("lines of comments are skipped by their sign or by their count", async ({ page }) => {
  const control = await withControls(page, "06_comments.csv");
  await control(reading.labels.comment).selectOption(reading.none);
  await expect(panelOf(page).locator(".validation-error")).toBeVisible();
  await type(control(reading.labels.skipRows), "2");
  await expect(lineOf(page)).toContainText(reading.skipped(2));
});

test("words for 1, 0 and missing are typed, and the table follows", async ({ page }) => {
  const control = await withControls(page, "09_bool.csv");
  // The second is typed while the table is read with the first.
  await type(control(reading.labels.trueValues), "False");
  await type(control(reading.labels.falseValues), "True");
  await expect.poll(async () => numbers(await columnOf(page, "smoker"))).toEqual([0, 1, 0, 1]);
  await type(control(reading.labels.naValues), "12.5");
  await expect
    .poll(() => setupOf(page, ({ data }) => data.columns.find(({ name }) => name === "charge")?.missing))
    .toBe(1);
});

test("cells copied from a spreadsheet are pasted as they are", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await panel.getByText(data.paste).click();
  await panel.getByLabel(data.pasteLabel).fill(readFileSync(report("03_tab_decimal_comma.tsv"), "utf8"));
  await panel.getByRole("button", { name: data.pasteUse }).click();
  await expect(lineOf(page)).toHaveText(
    [separated("\t"), reading.decimals[","], reading.rows(4, 3), reading.headers.true].join(" · "),
  );
  expect(numbers(await columnOf(page, "Radio"))).toEqual([12.5, 30, 7.25, 22.5]);
  await lineOf(page).click();
  await expect(
    panel.locator("[data-part=reading]").getByLabel(reading.labels.encoding, { exact: true }),
    "a pasted text has no bytes",
  ).toHaveCount(0);
});

test("an ambiguous reading is reported, with the other way beside it", async ({ page }) => {
  await openWithTable(page);
  await openText(page, "a;b\n1,250;2\n2,500;3\n3,125;4\n");
  const doubt = panelOf(page).locator(".doubt").first();
  await expect(doubt).toContainText(reading.doubts.decimal_or_thousands("", "1,250"));
  const first = numbers(await columnOf(page, "a"));
  await doubt.getByRole("button").click();
  await expect.poll(async () => numbers(await columnOf(page, "a"))).not.toEqual(first);
  expect([first, numbers(await columnOf(page, "a"))].sort()).toEqual([
    [1.25, 2.5, 3.125],
    [1250, 2500, 3125],
  ]);
});

test("an encoding that is not certain is chosen by its letters", async ({ page }) => {
  await openWithTable(page);
  // Cyrillic, which is none of the encodings that are told apart.
  await openText(page, Buffer.from([0xd6, 0xe5, 0xed, 0xe0, 0x2c, 0x79, 0x0a, ...Buffer.from("1,2\n2,4\n3,6\n")]));
  await panelOf(page)
    .locator(".doubt")
    .getByRole("button", { name: /Windows-1251/ })
    .click();
  await expect(namesOf(page).first()).toHaveText("Цена");
  await expect(panelOf(page).locator(".doubt")).toHaveCount(0);
});

test("a link to a file of the site brings the reading that was accepted", async ({ page, context }) => {
  await context.route("**/iris.csv", (route) =>
    route.fulfill({ contentType: "text/csv", body: readFileSync(report("10_no_header.csv")) }),
  );
  await openWithTable(page);
  const panel = panelOf(page);
  await panel.getByText(data.address).click();
  await panel.getByLabel(data.addressLabel).fill("./iris.csv");
  await panel.getByRole("button", { name: data.addressUse, exact: true }).click();
  await expectSetup(page, ({ data }) => [data.name, data.rows], ["iris.csv", 6]);
  await lineOf(page).click();
  await panel
    .locator("[data-part=reading]")
    .getByLabel(reading.labels.header, { exact: true })
    .selectOption(reading.headers.true);
  await expectSetup(page, ({ data }) => [data.rows, data.columns[0].name], [5, "5.0"]);
  const accepted = await setupOf(page, ({ config }) => config.data);
  const link = await (await openTab(page, "save")).locator("input.link").inputValue();
  expect(decodeURIComponent(link)).not.toContain("setosa");
  const other = await context.newPage();
  await other.goto(link);
  await ready(other);
  await expectSetup(other, ({ data }) => [data.name, data.rows, data.columns[0].name], ["iris.csv", 5, "5.0"]);
  expect(await setupOf(other, ({ config }) => config.data)).toEqual(accepted);
});

test("a rejected file leaves the former experiment as it was, trained as far, and can be read in another way", async ({
  page,
}) => {
  await openWithTable(page);
  await openFile(page, report("09_bool.csv"));
  await press(barOf(page), ko.train.batch);
  await expect.poll(() => updatesOf(page)).toBe(1);
  const panel = panelOf(page);
  // Two lines before the table that no sign marks.
  await panel.locator("input[type=file]").setInputFiles({
    name: "log.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("made by a logger\non a Monday\na,b\n1,2\n2,4\n3,6\n"),
  });
  await expect(panel.locator(".validation-error")).toBeVisible();
  expect([await updatesOf(page), await setupOf(page, ({ data }) => data.name)]).toEqual([1, "09_bool.csv"]);
  await panel.getByText(reading.retry).click();
  const lines = panel.locator("[data-part=retry]").getByLabel(reading.labels.skipRows);
  await lines.fill("1");
  await lines.press("Enter");
  await expect(panel.locator(".validation-error"), "one line is not enough").toContainText(
    ko.validationErrors.raggedLine("", "3", "1", "2"),
  );
  await expect(lines, "the controls stay where they are").toBeVisible();
  await lines.fill("2");
  await lines.press("Enter");
  await expectSetup(page, ({ data }) => [data.name, data.rows, data.columns.map(({ name }) => name)], [
    "log.csv",
    3,
    ["a", "b"],
  ]);
  await expect(panel.locator(".validation-error")).toHaveCount(0);
});

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [360, 720, 1280])) {
    test(`the reading fits into ${width} px, ${lang}, with room for fingers`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openWithTable(page, { lang });
      await openFile(page, report("22_extremes.csv"));
      await lineOf(page).click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await smallControls(panelOf(page))).toEqual([]);
    });
  }
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in a reading, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openWithTable(page);
    await onGround(page, theme);
    await openText(page, "a;b\n1,250;2\n2,500;3\n3,125;4\n");
    await lineOf(page).click();
    expect(await seriousFindings(page, "data")).toEqual([]);
    await panelOf(page)
      .locator("input[type=file]")
      .setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n3\n") });
    await panelOf(page).locator("[data-part=retry] summary").click();
    expect(await seriousFindings(page, "data")).toEqual([]);
  });
}

test("rows with a missing value are left out, or filled with the mean of the training rows, and counted", async ({
  page,
}) => {
  await openWithTable(page);
  await openFile(page, report("07_question_marks.csv"));
  await expect(lineOf(page)).toContainText(reading.missing(["?"]));
  expect(await columnOf(page, "power")).toEqual(["110.0", reading.none, "95.0", "150.0", "80.0"]);
  expect(await setupOf(page, ({ config, missing }) => [config.features, missing.droppedRows])).toEqual([
    ["doors", "power", "mass"],
    1,
  ]);
  const panel = panelOf(page);
  const facts = { dropped: 1, rows: 5, columns: ["power"] };
  const [message] = ko.hints.sentences(/** @type {any} */ ({ code: "rows_dropped", facts }));
  await expect(panel.locator("[data-code=rows_dropped]")).toContainText(message);
  await expect(page.locator("gn-data-table [aria-rowindex='3'] .part")).toHaveText("–");
  await panel.getByLabel(data.missingValues).selectOption("mean");
  await expectSetup(page, ({ missing }) => [missing.droppedRows, missing.filledCells], [0, 1]);
  await expect(panel.locator("[data-code=values_filled]")).toContainText("power");
  // What stands there is the mean of the rows that train and have a value.
  const power = [110, NaN, 95, 150, 80];
  const train = (await setupOf(page, ({ trainRows }) => Array.from(trainRows)))
    .map((row) => power[row])
    .filter((value) => !Number.isNaN(value));
  const mean = train.reduce((sum, value) => sum + value) / train.length;
  const filled = await playgroundOf(page).evaluate(
    async (node) => (await /** @type {any} */ (node).lab.ask("activations", 1))[0][1],
  );
  expect(filled).toBeCloseTo(mean, 4);
});

test("a target of text makes it a classification: a note beside the task says so, and a button undoes it", async ({
  page,
}) => {
  await openWithTable(page);
  await openFile(page, report("10_no_header.csv"));
  const panel = panelOf(page);
  await expect(panel.locator("[data-part=adapted]")).toContainText(data.taskBecame.text_target("x5"));
  await expect(panel.locator("[data-part=adapted]")).toContainText(
    data.adapted(3, "softmax", "sparse_categorical_crossentropy"),
  );
  await panel.getByLabel(data.roleOf("x4")).selectOption("target");
  await expect(panel.locator("[data-part=adapted]")).toContainText(data.taskBecame.number_target("x4"));
  await panel.getByRole("button", { name: data.undo }).click();
  await expectSetup(page, ({ task, config, layers }) => [task, config.target, layers.at(-1)?.units], [
    "classification",
    "x5",
    3,
  ]);
});
