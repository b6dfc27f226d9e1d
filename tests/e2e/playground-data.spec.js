import { expect, test } from "@playwright/test";
import {
  chooseData,
  choosePreset,
  dataField,
  dataOf,
  inLab,
  networkOf,
  onGround,
  openPlayground,
  openTab,
  playgroundOf,
  seriousFindings,
} from "./playground.js";
import { expectSetup, openWithTable, overflow, setupOf, smallControls, type } from "./playground-setup.js";
import { sizesIn } from "./screens.js";
import { ko } from "./words.js";

/** @param {import("@playwright/test").Page} page */
const panelOf = (page) => page.locator("gn-data-panel");

/** @param {import("@playwright/test").Page} page @param {string | Buffer} text @param {string} [name] */
const openFile = (page, text, name = "own.csv") =>
  panelOf(page)
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.isBuffer(text) ? text : Buffer.from(text) });

/** @param {import("@playwright/test").Page} page */
const validationErrors = (page) => panelOf(page).locator(".validation-error");

/**
 * A model of the reader's own: other data leave its hidden layer alone.
 * @param {import("@playwright/test").Page} page
 */
const ownModel = (page) =>
  playgroundOf(page).evaluate((node) =>
    /** @type {any} */ (node).lab.change((/** @type {any} */ config) => ({
      ...config,
      model: { ...config.model, layers: [{ units: 7 }, ...config.model.layers.slice(-1)] },
    })),
  );

const SMALL =
  "TV,Radio,Sales\n10,1,5\n20,2,7\n30,3,9\n40,4,11\n50,5,13\n60,6,15\n70,7,17\n80,8,19\n90,9,21\n100,10,23\n";

test("the tutorial's table, split and batches are those of its text", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await expect(panel.locator("[data-part=synthetic]")).toContainText(ko.data.synthetic);
  await expect(panel.locator("[data-part=arithmetic]")).toContainText(/140\s÷\s5\s=\s28/);
  await expect(panel.locator("[data-part=arithmetic]")).toContainText("2,800");
  await expect(panel.getByText("126, 104, 99, 92, 111")).toBeVisible();
  await expect(panel.locator("table.shapes")).toContainText("(140, 4)");
  await expect(panel.locator("table.shapes")).toContainText("(140,)");
  await expect(panel.getByText(ko.data.posts)).toBeVisible();
  await expect(panel.getByText(ko.data.shapeHint(140, 4))).toBeVisible();
  await expect(panel.locator("pre.taken")).toContainText("shape=(5, 4), dtype=float32");
  await expectSetup(page, ({ config }) => config.features, ["Unnamed: 0", "TV", "Radio", "Newspaper"]);
  await panel.getByRole("button", { name: ko.data.dropIndex("Unnamed: 0") }).click();
  await expectSetup(page, ({ config }) => config.features, ["TV", "Radio", "Newspaper"]);
  await panel.getByText(ko.data.python).click();
  await expect(panel.locator("details pre")).toContainText('x = df.drop(columns=["Unnamed: 0", "Sales"])');
  await expect(panel.locator("table.shapes")).toContainText("(140, 3)");
});

test("a short last batch is reported and drawn, and the highlighted batch advances as it trains", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await inLab(page, (lab) => lab.change((config) => ({ ...config, fit: { ...config.fit, batchSize: 32 } })));
  await expect(panel.locator("[data-part=arithmetic]")).toContainText(ko.data.arithmetic(140, 32, 5, 12));
  await expect(panel.locator("[data-part=place]")).toContainText(ko.data.place(1, 100, 1, 5));
  const canvas = panel.locator("gn-batch-grid canvas");
  await canvas.focus();
  for (let i = 0; i < 2; i++) await canvas.press("ArrowRight");
  const order = await playgroundOf(page).evaluate(async (node) =>
    Array.from(await /** @type {any} */ (node).lab.ask("epochOrder", 0)),
  );
  await expect(panel.locator("gn-batch-grid #about")).toContainText(ko.data.cellRow(1, 2, order[1]));
  const before = await panel.locator("pre.taken").textContent();
  await playgroundOf(page).evaluate((node) => /** @type {any} */ (node).lab.batch());
  await expect(panel.locator("[data-part=place]")).toContainText(ko.data.place(1, 100, 2, 5));
  await expect(panel.locator("pre.taken")).not.toHaveText(before ?? "");
});

test("a file is read, and the course's header explained", async ({ page }) => {
  await openWithTable(page);
  await openFile(
    page,
    SMALL.replace("TV,Radio", "FB,TV,Newspaper").replace(/\n(\d+),(\d+),/g, "\n$1,$2,3,"),
    "course.csv",
  );
  await expectSetup(page, ({ data }) => [data.name, data.rows, data.synthetic], ["course.csv", 10, false]);
  await expect(panelOf(page).locator("[data-part=header]")).toContainText(ko.data.course);
  await expect(panelOf(page).locator("[data-part=synthetic]")).toHaveCount(0);
});

test("a file like the tutorial's own has the book's header, and its first column stays a feature", async ({ page }) => {
  await openWithTable(page);
  const rows = Array.from({ length: 200 }, (_, i) => [i + 1, 230.1 - i, i % 50, (i * 7) % 90, 5 + i / 10].join());
  await openFile(page, `,TV,Radio,Newspaper,Sales\n${rows.join("\n")}\n`, "Advertising.csv");
  await expectSetup(page, ({ data, shapes }) => [data.advertisingHeader, shapes.xTrain], ["book", [140, 4]]);
  await expect(page.locator("gn-data-table [role=row][aria-rowindex='2']")).toContainText("230.1");
});

test("a file dropped anywhere on the playground opens the tab of the table, also where it is rejected", async ({
  page,
}) => {
  await openPlayground(page);
  const drop = (/** @type {string} */ contents) =>
    networkOf(page).evaluate((node, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "dropped.csv"));
      for (const name of ["dragenter", "dragover", "drop"])
        node.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }, contents);
  await openTab(page, "save");
  await drop(SMALL);
  await expectSetup(page, ({ data }) => data.name, "dropped.csv");
  await expect(panelOf(page).locator(".file-name")).toHaveText("dropped.csv");
  await openTab(page, "compare");
  await page.evaluate(() => scrollTo(0, 0));
  await drop("a,b\n1,2\n3\n");
  await expect(validationErrors(page)).toContainText(ko.validationErrors.raggedLine("", "3", "2", "1"));
  await expect(validationErrors(page), "the reader sees why").toBeInViewport();
  await expectSetup(page, ({ data }) => data.name, "dropped.csv");
});

test("rows are pasted, and an address of the same origin is opened", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await page.route("**/ads.csv", (route) => route.fulfill({ contentType: "text/csv", body: SMALL }));
  await panel.getByText(ko.data.paste).click();
  await panel.getByLabel(ko.data.pasteLabel).fill(SMALL.replace(/,/g, "\t"));
  await panel.getByRole("button", { name: ko.data.pasteUse }).click();
  await expectSetup(page, ({ data }) => [data.name, data.rows], [ko.data.pasted, 10]);
  await panel.getByText(ko.data.address).click();
  await panel.getByLabel(ko.data.addressLabel).fill("./ads.csv");
  await panel.getByRole("button", { name: ko.data.addressUse, exact: true }).click();
  await expectSetup(page, ({ data }) => data.name, "ads.csv");
  await panel.getByLabel(ko.data.addressLabel).fill("https://example.org/ads.csv");
  await panel.getByRole("button", { name: ko.data.addressUse, exact: true }).click();
  await expect(validationErrors(page)).toContainText(
    ko.errors.other_origin({ what: "", expected: "", received: "https://example.org" }),
  );
  await panel.getByLabel(ko.data.addressLabel).fill("./nothing-here.csv");
  await panel.getByRole("button", { name: ko.data.addressUse, exact: true }).click();
  await expect(validationErrors(page)).toContainText(ko.errors.no_file({ what: "", expected: "", received: "404" }));
  await expectSetup(page, ({ data }) => data.name, "ads.csv");
});

test("a Korean spreadsheet's encoding is detected and shown", async ({ page }) => {
  await openWithTable(page);
  // "매출" and "광고" in EUC-KR.
  const head = Buffer.from([0xb1, 0xa4, 0xb0, 0xed, 0x2c, 0xb8, 0xc5, 0xc3, 0xe2, 0x0a]);
  await openFile(page, Buffer.concat([head, Buffer.from("1,2\n2,4\n3,6\n4,8\n5,10\n")]));
  await expectSetup(page, ({ data }) => data.columns.map(({ name }) => name), ["광고", "매출"]);
  await expect(panelOf(page).locator("[data-part=reading] .line")).toContainText("EUC-KR");
});

/** @type {[name: string, file: string | Buffer, told: string][]} */
const BAD_FILES = [
  ["100 MB", Buffer.alloc(0), ko.errors.too_large({ what: "", expected: "20 MB", received: "100 MB" })],
  ["a binary file", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 255, 254]), ko.validationErrors.noText("")],
  [
    "10,000 columns",
    `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join()}\n${"1,".repeat(9_999)}1\n`,
    ko.validationErrors.tooManyColumns("", "1000", "10000"),
  ],
  ["ragged rows", "a,b\n1,2\n3\n", ko.validationErrors.raggedLine("", "3", "2", "1")],
  ["an empty file", "", ko.validationErrors.emptyFile("")],
  ["only a header", "a,b\n", ko.validationErrors.onlyHeader("")],
  ["text alone", "name,city\nx,y\nz,w\n", ko.validationErrors.noFeatures("")],
];

for (const [name, file, told] of BAD_FILES) {
  test(`${name}: the former data stays, and the validationError stands beside the file`, async ({ page }) => {
    await openWithTable(page);
    if (name === "100 MB") {
      // Its size alone is told to the page: nothing of it may be read.
      await panelOf(page)
        .locator("input[type=file]")
        .evaluate((node) => {
          const large = new File(["x"], "large.csv");
          Object.defineProperty(large, "size", { value: 100e6 });
          Object.defineProperty(large, "arrayBuffer", { value: () => Promise.reject(new Error("it was read")) });
          Object.defineProperty(node, "files", { value: [large], configurable: true });
          node.dispatchEvent(new Event("change"));
          Reflect.deleteProperty(node, "files");
        });
    } else await openFile(page, file);
    await expect(validationErrors(page)).toContainText(told);
    expect(await setupOf(page, ({ data }) => data.name)).toBe("advertising (synthetic)");
    await openFile(page, SMALL);
    await expectSetup(page, ({ data }) => data.rows, 10);
    await expect(validationErrors(page)).toHaveCount(0);
  });
}

test("text among numbers is rejected with row and column, and the former features stay", async ({ page }) => {
  await openWithTable(page);
  await openFile(page, "a,b,y\n1,2,3\n2,x,5\n3,4,7\n4,5,9\n5,6,11\n");
  await expectSetup(page, ({ config }) => config.features, ["a"]);
  const role = panelOf(page).getByLabel(ko.data.roleOf("b"));
  await role.selectOption("feature");
  await expect(validationErrors(page)).toContainText(ko.validationErrors.textInColumn("", "1", "b", "x"));
  await expect(role).toHaveValue("out");
  await expectSetup(page, ({ config }) => config.features, ["a"]);
});

test("a split that leaves no row on a side is rejected beside its field, where it can be fixed", async ({ page }) => {
  await openWithTable(page);
  const field = dataField(page, "testSize");
  const validationErrors = dataOf(page).locator(".validation-error");
  await type(field, "0.999");
  await expect(validationErrors).toContainText(ko.validationErrors.emptySide("", "200", "200", "0"));
  await expect(field).toHaveValue("0.999");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  expect(await setupOf(page, ({ testRows }) => testRows.length)).toBe(60);
  await type(field, "열");
  await expect(validationErrors).toContainText(ko.validationErrors.notTyped(ko.errors.places.testSize, "열"));
  await type(field, "0.25");
  await expectSetup(page, ({ testRows }) => testRows.length, 50);
  await expect(validationErrors).toHaveCount(0);
});

test("another problem gets another output layer, and the hidden layers stay", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await ownModel(page);
  await chooseData(page, "blobs");
  await expectSetup(page, ({ task, layers }) => [task, layers.map(({ units, activation }) => [units, activation])], [
    "classification",
    [
      [7, "linear"],
      [3, "softmax"],
    ],
  ]);
  await expect(panel.locator("[data-part=adapted]")).toContainText(ko.data.taskBecame.class_target("y"));
  await expect(panel.locator("[data-part=adapted]")).toContainText(
    ko.data.adapted(3, "softmax", "sparse_categorical_crossentropy"),
  );
  const [note, control] = [
    await panel.locator("[data-part=adapted]").boundingBox(),
    await panel.getByLabel(ko.data.task).boundingBox(),
  ];
  expect((note?.y ?? 0) - (control?.y ?? 0), "it stands beside its control").toBeLessThan(160);
  await panel.getByRole("button", { name: ko.data.undo }).click();
  await expectSetup(page, ({ data, task, layers }) => [data.name, task, layers.at(-1)?.units], [
    "advertising (synthetic)",
    "regression",
    1,
  ]);
  await expect(panel.locator("[data-part=adapted]")).toHaveCount(0);
  await chooseData(page, "blobs");
  await type(dataField(page, "rows"), "0");
  await expect(dataOf(page).locator(".validation-error")).toContainText(
    ko.validationErrors.between(ko.errors.places.rows, "1", "200000", "0"),
  );
  await type(dataField(page, "rows"), "90");
  await expectSetup(page, ({ data }) => data.rows, 90);
});

test("what the tutorial says of its own data is not said of other data", async ({ page }) => {
  await openWithTable(page, { preset: "xor" });
  const panel = panelOf(page);
  await expect(panel.getByText(ko.data.shapeHint(140, 2))).toBeVisible();
  await expect(panel.getByText(ko.data.posts)).toHaveCount(0);
});

test("thousands of rows scroll: what comes into view is drawn, and no more", async ({ page }) => {
  await openWithTable(page);
  const panel = panelOf(page);
  await chooseData(page, "plane");
  await type(dataField(page, "rows"), "200000");
  await expectSetup(page, ({ data }) => data.rows, 200_000);
  const scroller = page.locator("gn-data-table .scroller");
  const last = page.locator("gn-data-table [role=row][aria-rowindex='200001']");
  // The table grows in the frame after its rows are known.
  await expect(async () => {
    await scroller.evaluate((node) => void (node.scrollTop = node.scrollHeight));
    await expect(last).toContainText("199999", { timeout: 1000 });
  }).toPass();
  await expect(last.locator("[role=cell]").first()).toHaveText(/\d/);
  expect(await page.locator("gn-data-table .body [role=row]").count()).toBeLessThan(60);
  // 140,000 rows to train with are 28,000 batches, in at most 5,000 cells.
  await expect(panel.locator("gn-batch-grid #about")).toContainText(ko.data.cellIs.batches(6)[0]);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing serious in the data panel, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await openWithTable(page);
    await onGround(page, theme);
    for (const summary of await panelOf(page).locator("summary").all()) await summary.click();
    await openFile(page, "a,b\n1,2\n3\n");
    await expect(validationErrors(page)).toHaveCount(1);
    expect(await seriousFindings(page, "data")).toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  for (const width of sizesIn(lang, [360, 720, 1280])) {
    test(`the data panel fits into ${width} px, ${lang}, with room for fingers`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openWithTable(page, { lang });
      for (const summary of await panelOf(page).locator("summary").all()) await summary.click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await smallControls(panelOf(page))).toEqual([]);
    });
  }
}

test("notes about a file go when other data is chosen", async ({ page }) => {
  await openWithTable(page);
  await openFile(page, "a,b\n1,2\n3\n");
  await expect(validationErrors(page)).toHaveCount(1);
  await choosePreset(page, "softmax");
  await expectSetup(page, ({ data }) => data.name, "blobs");
  await expect(validationErrors(page)).toHaveCount(0);
  await ownModel(page);
  await chooseData(page, "sine");
  await expect(panelOf(page).locator("[data-part=adapted]")).toBeVisible();
  await choosePreset(page, "xor");
  await expect(panelOf(page).locator("[data-part=adapted]")).toHaveCount(0);
});

test("classes by name are classified; the same column as a number is not", async ({ page }) => {
  await openWithTable(page);
  await openFile(
    page,
    `a,b,kind\n${Array.from({ length: 12 }, (_, i) => `${i},${i % 5},${["red", "green", "blue"][i % 3]}`).join("\n")}\n`,
  );
  await expectSetup(page, ({ task, classes, layers }) => [task, classes, layers.at(-1)?.units], [
    "classification",
    ["blue", "green", "red"],
    3,
  ]);
  await panelOf(page).getByLabel(ko.data.task).selectOption("regression");
  await expect(validationErrors(page)).toContainText(ko.validationErrors.textInColumn("", "0", "kind", "red"));
  await panelOf(page).getByLabel(ko.data.roleOf("b")).selectOption("target");
  await expectSetup(page, ({ task, config, layers }) => [task, config.target, layers.at(-1)?.units], [
    "regression",
    "b",
    1,
  ]);
});
