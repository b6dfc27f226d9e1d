/** The author page: where the author writes, what is wrong, the words of the post, and the preview beside it all. */
import { expect, test } from "@playwright/test";
import { PLACES } from "../../www/author/places.js";
import { SCENES } from "../../www/src/scenes/index.js";
import { open, textOf, writeIn } from "./author.js";
import { elementOf, goTo } from "./reader.js";
import { en, ko } from "./words.js";

const { network } = en.author;

test("for each place there are the files and lines that it takes, in their order", async ({ page }) => {
  await open(page);
  for (const [name, { steps }] of Object.entries(PLACES)) {
    await writeIn(page, name);
    const shown = await page
      .locator(".steps [data-snippet]")
      .evaluateAll((all) =>
        all.map((node) =>
          [node.getAttribute("data-snippet"), node.querySelector("h3 code")?.textContent].filter(Boolean),
        ),
      );
    expect(shown).toEqual(steps.map((step) => [...step]));
  }
});

/** A field, what is wrong in it, and what of the snippet must not be there. @type {[string, string, RegExp][]} */
const WRONG = [
  ["digits", "20", /digits/],
  ["digits", "two", /digits/],
  ["height", "tall", /height="/],
  ["accent", "octarine", /accent/],
  ["at", "-1", /at="/],
];

test("what is wrong is said at its field, and is in no snippet until it is right", async ({ page }) => {
  await open(page, "lang=en");
  await page.getByText(en.author.groups.look).click();
  for (const [name, text, written] of WRONG) {
    const field = page.locator(`#f-${name}`);
    await field.fill(text);
    await expect(page.locator(`#fault-${name}`)).toContainText(en.author.faults.leftOut);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#missing")).toContainText(name);
    // A poster's style has a height too.
    expect((await textOf(page, "element")).replace(/ style="[^"]*"/, "")).not.toMatch(written);
    await field.fill("");
    await expect(page.locator(`#fault-${name}`)).toBeEmpty();
    await expect(page.locator("#missing")).toBeEmpty();
  }
  await page.locator("#f-digits").fill("5");
  expect(await textOf(page, "element")).toContain('digits="5"');
  await page.locator("#f-from").selectOption("backward");
  await page.locator("#f-to").selectOption("forward");
  await expect(page.locator("#fault-to")).toContainText(en.author.faults.order);
  expect(await textOf(page, "element")).toMatch(/from="backward"(?!.* to=)/);
});

test("an address that is none and an id with a space are said at their fields, and Copy says what is left out", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "lang=en");
  await page.getByText(en.author.groups.texts).click();
  const { id, poster } = en.author.texts;
  await page.getByLabel(poster.label).fill("htp://my.blog/poster.png");
  await expect(page.locator("#fault-poster")).toContainText("htp://my.blog/poster.png");
  await page.getByLabel(id.label, { exact: true }).fill("my net");
  await expect(page.locator("#fault-id")).toContainText(en.author.faults.id);
  expect(await textOf(page, "element")).not.toMatch(/htp:|my net/);
  await page.getByRole("button", { name: `Copy: ${en.author.snippets.element.title}` }).click();
  await expect(page.locator('[data-snippet="element"] .said')).toContainText(`${poster.label}`);
});

test("a value that the engine rejects is not in the snippet: the one before it is", async ({ page }) => {
  await open(page);
  const cell = page.getByLabel(network.weight(1, 1, 1));
  await cell.fill("0.25");
  await expect.poll(() => textOf(page, "element")).toContain("0.25,1;1,1");
  await expect
    .poll(() => elementOf(page).evaluate((node) => /** @type {any} */ (node).state.example.layers[0].kernel[0][0]))
    .toBe(0.25);
  await cell.fill("0.x");
  await expect(page.locator("#missing")).toHaveText(en.author.former);
  await goTo(elementOf(page), 3);
  await expect(page.locator("#missing")).toHaveText(en.author.former);
  expect(await textOf(page, "element")).toContain("0.25,1;1,1");
});

test("title and sentence are in the language of the post, and defaults stand in their empty fields", async ({
  page,
}) => {
  await open(page, "");
  expect(await textOf(page, "element")).toContain(en.author.sentence);
  await page.getByText(en.author.preview.how).click();
  await page.getByRole("group", { name: en.author.preview.language }).getByRole("button", { name: "한국어" }).click();
  await expect.poll(() => textOf(page, "element")).toContain(ko.author.sentence);
  expect(await textOf(page, "element")).toContain(`alt="${ko.author.name(ko.author.scenes.worked.name)}"`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.author.title);
  await expect(page.locator("#t-sentence")).toHaveAttribute("placeholder", ko.author.sentence);
  await expect(page.locator("#f-digits")).toHaveAttribute("placeholder", "3");
  await expect(page.locator("#f-learning-rate")).toHaveAttribute("placeholder", "1");
  await page.getByLabel("Scene scene").selectOption("run");
  await expect(page.locator("#f-epochs")).toHaveAttribute("placeholder", "100");
  await expect(page.locator("#f-height")).toHaveAttribute("placeholder", String(SCENES.run.heights[0][2]));
});

for (const [name, width] of /** @type {const} */ ([
  ["phone", 360],
  ["desktop", 1280],
])) {
  test(`the preview stays in view from the first field to the last snippet, in a window as wide as a ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page);
    for (const place of ["#f-scene", ".poster h2", ".others summary"]) {
      await page.locator(place).evaluate((node) => node.scrollIntoView({ block: "start" }));
      await expect(page.locator(".ground")).toBeInViewport({ ratio: 0.1 });
    }
  });
}

test("a pasted snippet fills the fields, and the page's address brings them back", async ({ page }) => {
  await open(page, "");
  await page.getByText(en.author.read.title).click();
  await page
    .getByLabel(en.author.read.label)
    .fill(
      `<p>text</p><iframe src="https://your.site/embed.html?inputs=3,-2&amp;target=0.1&amp;theme=dark" title="x"></iframe>`,
    );
  await page.getByRole("button", { name: en.author.read.button }).click();
  await expect(page.getByLabel("Inputs 1")).toHaveValue("3");
  await expect.poll(() => page.url()).toContain("target=0.1");
  await page.goto(page.url());
  await expect(page.getByLabel("Inputs 2")).toHaveValue("-2");
  await expect(elementOf(page)).toHaveAttribute("theme", "dark");
  await page.getByText(en.author.read.title).click();
  await page.getByLabel(en.author.read.label).fill("hello");
  await page.getByRole("button", { name: en.author.read.button }).click();
  await expect(page.locator(".reader .fault")).toContainText("no embed");
});

test("a pasted snippet brings the post's words and the poster with it", async ({ page }) => {
  await open(page, "");
  await page.getByText(en.author.read.title).click();
  await page.getByLabel(en.author.read.label).fill(
    `<figure><glass-net id="mine" target="0.2"><img src="https://my.blog/p.png" alt="My net" width="600" height="300">
       <a href="x">See it</a></glass-net><figcaption>Figure 7</figcaption></figure>`,
  );
  await page.getByRole("button", { name: en.author.read.button }).click();
  await page.getByText(en.author.groups.texts).click();
  const texts = {
    id: "mine",
    title: "My net",
    sentence: "See it",
    caption: "Figure 7",
    poster: "https://my.blog/p.png",
  };
  for (const [name, text] of Object.entries(texts)) await expect(page.locator(`#t-${name}`)).toHaveValue(text);
  const written = await textOf(page, "element");
  for (const text of [...Object.values(texts), 'target="0.2"', 'width="600" height="300"'])
    expect(written).toContain(text);
  await expect.poll(() => page.url()).toContain("caption=Figure+7");
  await page.goto(page.url());
  expect(await textOf(page, "element")).toContain("See it");
});

test("the preview is as wide as the blog, and as an iframe as tall as the snippet says", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "");
  await page.getByText(en.author.preview.how).click();
  const width = () => elementOf(page).evaluate((node) => node.clientWidth);
  for (const [device, expected] of /** @type {[string, number][]} */ ([
    ["Phone 360", 360],
    ["Tablet 768", 700],
    ["Desktop 1280", 700],
  ])) {
    await page.getByRole("button", { name: device, exact: true }).click();
    expect(await width()).toBe(expected);
  }
  await page.getByRole("button", { name: "960 px", exact: true }).click();
  expect(await width()).toBe(960);
  await page.getByRole("button", { name: "Tablet 768", exact: true }).click();
  expect(await width()).toBe(768);
  await page.getByRole("button", { name: "iframe", exact: true }).click();
  await expect
    .poll(() =>
      page
        .frameLocator(".post iframe")
        .locator("glass-net")
        .evaluate((node) => Boolean(/** @type {any} */ (node).state)),
    )
    .toBe(true);
  await expect(page.locator(".measures")).toContainText("Real height");
  const height = await page.locator(".post iframe").evaluate((node) => node.clientHeight);
  const frame = new RegExp(`height="${height}" .*height: ${height}px`);
  expect(await textOf(page, "iframe")).toMatch(frame);
  // Another weight makes it no taller, nor is the height forgotten until it is measured again.
  await page.getByLabel(network.weight(1, 1, 1)).fill("0.25");
  expect(await textOf(page, "iframe")).toMatch(frame);
  const inner = await page
    .frameLocator(".post iframe")
    .locator("html")
    .evaluate(
      (node) =>
        node.ownerDocument.defaultView?.document
          .querySelector("glass-net")
          ?.shadowRoot?.querySelector("glass-net-worked")
          ?.getBoundingClientRect().height ?? 0,
    );
  expect(inner).toBeGreaterThan(200);
  expect(inner + 16).toBeLessThanOrEqual(height);
});
