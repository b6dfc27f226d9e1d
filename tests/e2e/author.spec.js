/** The page where an author builds an embed, and what becomes of it in a post. */
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "@playwright/test";
import { findingsOf } from "./axe.js";
import { OWN, open, textOf, writeIn } from "./author.js";
import { elementOf, goTo, inScene, ready, unitOf } from "./reader.js";
import { host, post } from "./servers.js";
import { sizesIn } from "./screens.js";
import { en, ko } from "./words.js";

const { network } = en.author;

/**
 * The output of the network in its picture, after the forward pass.
 * @param {import("@playwright/test").Locator} element
 */
async function outputOf(element) {
  await ready(element);
  await goTo(element, 20);
  const output = unitOf(element, 2, 0).locator(".gn-inside");
  await expect(output).toHaveText(/\d\.\d{4}/);
  return output.textContent();
}

/**
 * Pages of another origin, by the snippet that is pasted into them, and the place that has it.
 * @type {Record<string, { place: string, frame?: boolean, head?: boolean }>}
 */
const PASTED = {
  iframe: { place: "tistory", frame: true },
  element: { place: "tistory", head: true },
  line: { place: "wordpress" },
  classic: { place: "html" },
  codePen: { place: "velog" },
  card: { place: "naver" },
};

for (const [name, { place, frame = false, head = false }] of Object.entries(PASTED)) {
  test(`the snippet ${name} of ${place}, pasted into an empty page of another origin, shows the preview's numbers`, async ({
    page,
  }) => {
    const site = await host({ cors: name !== "classic", folder: "/lib/glassnet/" });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${site.address}author.html?page=en&${OWN}`);
    const expected = await outputOf(elementOf(page));
    await writeIn(page, place);
    const [text, script] = [await textOf(page, name), head ? await textOf(page, "head") : ""];
    expect(text + script).toContain(site.address);
    const blog = name === "card" ? await host({ pages: { "/": text } }) : await post(text, { head: script });
    await page.goto(blog.address);
    const element = elementOf(frame ? page.frameLocator("iframe") : page);
    if (frame) await page.locator("iframe").scrollIntoViewIfNeeded();
    expect(await outputOf(element)).toBe(expected);
  });
}

test("the address in the Markdown leads to the same numbers, and the card names title and image", async ({ page }) => {
  await open(page);
  const expected = await outputOf(elementOf(page));
  await writeIn(page, "html");
  await page.getByText(en.author.groups.texts).click();
  await page.getByLabel(en.author.page.label).fill("https://my.blog/nets/");
  const card = await textOf(page, "card");
  expect(card).toContain('<meta property="og:image" content="https://my.blog/nets/poster.png">');
  expect(card).toMatch(/og:title" content="Worked example/);
  const address = /\((http[^)]*)\)$/.exec(await textOf(page, "markdown"))?.[1] ?? "";
  await page.goto(address);
  expect(await outputOf(elementOf(page))).toBe(expected);
});

test("a changed weight reaches the element and the snippets; an invalid one is rejected beside its table, and the former stays", async ({
  page,
}) => {
  await open(page);
  const cell = page.getByLabel(network.weight(1, 1, 1));
  await cell.fill("0.25");
  const kernel = () =>
    elementOf(page).evaluate((node) => /** @type {any} */ (node).state.example.layers[0].kernel[0][0]);
  await expect.poll(kernel).toBe(0.25);
  expect(await textOf(page, "element")).toContain('kernels="0.25,1;1,1|1,-1;-1,-2|-1;2"');
  await cell.fill("0.x");
  await expect(page.locator("#fault-kernels")).toContainText("“0.x” is not a number");
  expect(await kernel()).toBe(0.25);
  await cell.fill("0.5");
  await expect(page.locator("#fault-kernels")).toBeEmpty();
  await expect.poll(kernel).toBe(0.5);
});

test("an address without data is rejected beside its field, until there is some", async ({ page }) => {
  await open(page, "scene=run");
  const data = page.getByLabel("Data data");
  await data.fill("nope");
  await expect(page.locator("#fault-data")).toContainText("nope");
  await data.fill("xor");
  await expect(page.locator("#fault-data")).toBeEmpty();
  await expect
    .poll(() => elementOf(page).evaluate((node) => /** @type {any} */ (node).state.config.data.source))
    .toBe("xor");
});

test("a layer and a unit more make a network that the engine takes", async ({ page }) => {
  await open(page, "");
  await page.getByRole("button", { name: en.author.network.addLayer }).click();
  await page.getByLabel(network.units(network.layer(1, false))).fill("3");
  await page.getByLabel(network.units(network.layer(1, false))).press("Tab");
  const sizes = () =>
    elementOf(page).evaluate((node) =>
      /** @type {any} */ (node).state.example.layers.map((/** @type {any} */ layer) => [
        layer.kernel.length,
        layer.kernel[0].length,
      ]),
    );
  await expect.poll(sizes).toEqual([
    [2, 3],
    [3, 2],
    [2, 2],
    [2, 1],
  ]);
  await page.getByRole("button", { name: network.removeLayer(network.layer(3, false)) }).click();
  await expect.poll(sizes).toEqual([
    [2, 3],
    [3, 2],
    [2, 1],
  ]);
  await page.getByRole("button", { name: en.author.network.reset }).click();
  await expect.poll(sizes).toEqual([
    [2, 2],
    [2, 2],
    [2, 1],
  ]);
});

test("each claim is shown with the engine's verdict", async ({ page }) => {
  await open(page);
  const checks = await inScene(
    elementOf(page),
    ({ session }) => session?.claims.map(({ holds, rounded }) => ({ holds, rounded })) ?? [],
  );
  expect(checks).toHaveLength(2);
  const items = page.locator(".claims li");
  for (const [i, { holds, rounded }] of checks.entries()) {
    await expect(items.nth(i).locator(".check")).toHaveText(
      holds ? /holds/ : new RegExp(`the engine finds ${rounded}`),
    );
  }
  expect(checks[0].holds).toBe(true);
  await page.getByLabel(en.author.claims.value(1)).fill("0.95");
  await expect(items.nth(0).locator(".check")).toHaveText(/holds/);
  await page.getByLabel(en.author.claims.value(1)).fill("0.9");
  await expect(items.nth(0).locator(".check")).toHaveText(/the engine finds 1\.0/);
});

test("every scene has the fields of its attributes, a preview with its real height, and a size", async ({ page }) => {
  test.slow();
  await open(page, "");
  const { ATTRIBUTES } = await import("../../www/src/element/attributes.js");
  for (const scene of ["run", "row", "batches", "descent", "surface", "worked"]) {
    await page.getByLabel("Scene scene").selectOption(scene);
    await expect
      .poll(() => elementOf(page).evaluate((node) => /** @type {any} */ (node).inner?.localName))
      .toBe(`glass-net-${scene}`);
    await expect(page.locator(".measures")).toContainText(/Real height: [\d,]+ px/, { timeout: 15_000 });
    await expect(page.locator(".measures")).toContainText(/Loads \d+ KB/);
    const named = await page.locator(".fields code").allTextContents();
    const own = ATTRIBUTES.filter(
      ({ name, scenes }) => name !== "playground" && (!scenes || scenes.includes(/** @type {any} */ (scene))),
    ).map(({ name }) => name);
    expect(own.filter((name) => !named.includes(name) && !["biases", "activations"].includes(name))).toEqual([]);
  }
});

test("the poster shows the state of this moment, stands alone, and is there as SVG and PNG", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await goTo(elementOf(page), 10);
  await page.getByRole("button", { name: en.author.poster.make }).click();
  const picture = page.getByRole("img", { name: en.author.poster.alt });
  await expect(picture).toBeVisible();
  const svg = decodeURIComponent((await picture.getAttribute("src"))?.split(",").slice(1).join(",") ?? "");
  const sentence = await elementOf(page).locator(".prose").innerText();
  const values = await elementOf(page).locator(".gn-inside").allTextContents();
  const { words, shown, outside } = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    return {
      words: Array.from(parsed.querySelectorAll("svg > text"), (node) => node.textContent).join(" "),
      shown: Array.from(parsed.querySelectorAll("text"), (node) => node.textContent?.trim()),
      outside:
        parsed.querySelectorAll("parsererror, script, style, foreignObject, [class], [style], [href^='http']").length +
        (/var\(|url\(/.test(text) ? 1 : 0),
    };
  }, svg);
  expect(outside).toBe(0);
  expect(words.replace(/\s+/g, " ")).toContain(sentence.replace(/\s+/g, " "));
  expect(values.length).toBeGreaterThan(2);
  for (const value of values) expect(shown).toContain(value);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: en.author.poster.png }).click();
  const png = readFileSync(await (await saving).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
  expect(await textOf(page, "element")).toMatch(/<img src="poster\.png" alt="[^"]+" width="\d+" height="\d+"/);
});

for (const scene of ["run", "batches", "surface", "descent", "row", "playground"]) {
  test(`the scene ${scene} has a poster with a picture`, async ({ page }) => {
    await page.goto(`embed.html?scene=${scene}&lang=en`);
    const element = page.locator("glass-net");
    await expect.poll(() => element.evaluate((node) => Boolean(/** @type {any} */ (node).state))).toBe(true);
    const drawn = () =>
      element.evaluate(async (node) => {
        const svg = new DOMParser().parseFromString(await /** @type {any} */ (node).poster(), "image/svg+xml");
        return (
          svg.querySelectorAll("image, svg svg, svg svg circle").length > 0 && svg.querySelectorAll("text").length > 1
        );
      });
    await expect.poll(drawn).toBe(true);
  });
}

test("what the page says that an embed loads is what a reader's browser asks for", async ({ page }) => {
  for (const scene of /** @type {const} */ (["worked", "run"])) {
    const site = await host({ cors: true });
    const blog = await post(
      `<script type="module" src="${site.address}glass-net.js"></script><glass-net scene="${scene}" lang="ko"></glass-net>`,
    );
    await page.goto(blog.address);
    await expect
      .poll(() => page.locator("glass-net").evaluate((node) => Boolean(/** @type {any} */ (node).state)))
      .toBe(true);
    const sum = () =>
      [...new Set(site.requests)].reduce(
        (all, path) =>
          all +
          brotliCompressSync(readFileSync(`dist/site${path}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
            .length,
        0,
      );
    const said = JSON.parse(readFileSync("dist/site/sizes.json", "utf8"));
    // Some of it comes after the first picture.
    await expect.poll(() => Math.abs(sum() - said[scene]) / said[scene], { message: scene }).toBeLessThanOrEqual(0.03);
    expect(site.requests.some((path) => /poster|author|attributes/.test(path))).toBe(false);
  }
});

test("a text is copied by keyboard alone, and the page says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const button = page.getByRole("button", { name: `Copy: ${en.author.snippets.element.title}` });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-snippet="element"] .said')).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await textOf(page, "element"));
});

for (const form of /** @type {const} */ (["element", "iframe"])) {
  test(`the ${form} of the preview is as light or dark as the post that the author chooses`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page);
    await page.getByText(en.author.preview.how).click();
    await page.getByRole("button", { name: en.author.preview.forms[form], exact: true }).click();
    const inside = form === "iframe" ? page.frameLocator(".post iframe") : page.locator(".post");
    const scene = inside.locator("glass-net-worked");
    for (const theme of /** @type {const} */ (["dark", "light"])) {
      await page.getByRole("group", { name: en.author.preview.theme }).getByRole("button", { name: theme }).click();
      const color = theme === "dark" ? "rgb(232, 237, 245)" : "rgb(23, 32, 46)";
      await expect(scene).toHaveCSS("color", color);
      await expect(inside.locator("glass-net")).not.toHaveAttribute("theme");
    }
  });
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing on the author page, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await open(page);
    await page.getByLabel(network.weight(1, 1, 1)).fill("x");
    await expect(page.locator("#fault-kernels")).toContainText("not a number");
    for (const summary of await page.locator("summary").all())
      await summary.evaluate((node) => node.parentElement?.setAttribute("open", ""));
    await page.getByRole("button", { name: en.author.poster.make }).click();
    expect(await findingsOf(page, { exclude: [".post"] })).toEqual([]);
  });
}

for (const lang of ["ko", "en"]) {
  test(`nothing of the author page is wider than the window, ${lang}`, async ({ page }) => {
    for (const width of sizesIn(lang, [320, 360, 720, 1280])) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`author.html?page=${lang}&column=960&place=hugo&kernels=1,1,1,1,1,1;1,1,1,1,1,1|1;1;1;1;1;1`);
      await expect(page.locator(".layer").first()).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
        .toBe(0);
    }
  });
}

test("the demo leads to the author page in its own language", async ({ page }) => {
  await page.goto("index.html?lang=ko");
  await page.locator("#author").click();
  await expect(page).toHaveURL(/author\.html\?page=ko/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ko.author.title);
});
