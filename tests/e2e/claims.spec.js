/** What an author's text claims of the 2-2-2 example that many texts work through, by attributes alone. */
import { expect, test } from "@playwright/test";
import { goTo, inScene, open, positionOf, traceOf } from "./reader.js";
import { en, ko } from "./words.js";

const EXAMPLE =
  "inputs=0.05,0.1&target=0.01,0.99&kernels=0.15,0.25;0.2,0.3|0.4,0.5;0.45,0.55&biases=0.35,0.35|0.6,0.6" +
  "&learning-rate=0.5&frozen-biases";

/** As the text prints them: outputs, the error, weights after one update, and the error in the 10,000th pass. */
const CLAIMS = {
  1.1: "0.593269992",
  1.2: "0.596884378",
  prediction: "0.751365070",
  "prediction:2": "0.772928465",
  loss: "0.298371109",
  "weight:2.1.1": "0.35891648",
  "weight:2.1.2": "0.511301270",
  "weight:2.2.1": "0.408666186",
  "weight:2.2.2": "0.561370121",
  "weight:1.1.1": "0.149780716",
  "gradient:2.1.1": "0.082167041",
  "loss@10000": "0.0000351085",
};
/** @param {Record<string, string>} claims */
const textOf = (claims) =>
  Object.entries(claims)
    .map((pair) => pair.join("="))
    .join(",");
/** @param {"ko" | "en"} lang @param {Record<string, string>} claims */
const address = (lang, claims) => `embed.html?lang=${lang}&${EXAMPLE}&claims=${textOf(claims)}`;

test("twelve claims of the well-known example, typed as attributes, all hold", async ({ page }) => {
  const element = await open(page, address("ko", CLAIMS));
  await element.getByText(ko.worked.table.title).click();
  const list = element.locator(".claims");
  await expect(list).toContainText(ko.worked.claims.list(12, 12, false));
  await expect(list.locator("li.holds")).toHaveCount(12);
  await expect(list.locator("li.holds").last()).toContainText(ko.worked.iteration(10_000));
});

test("the one that is wrong is named with what it comes to, the others hold", async ({ page }) => {
  const element = await open(page, address("en", { ...CLAIMS, "weight:2.1.1": "0.35891649" }));
  await element.getByText(en.worked.table.title).click();
  const list = element.locator(".claims");
  await expect(list).toContainText(en.worked.claims.list(11, 12, false));
  await expect(list.locator("li.fails")).toHaveText(
    `${en.worked.claims.after(1)} · ${en.worked.claim.fails("w(h₁→ŷ₁)", "0.35891649", "0.35891648", false)}`,
  );
});

test("a claim of a new weight stands with its update, in the iteration that it speaks of", async ({ page }) => {
  const element = await open(page, address("en", { "weight:2.1.1@2": "0.317353862" }));
  const { events } = await traceOf(element, 0);
  const k =
    1 +
    events.findIndex(
      (event) => event.kind === "weight_update" && event.layer === 1 && event.unit === 0 && event.input === 0,
    );
  await goTo(element, k);
  await expect(element.locator(".card .claim")).toHaveCount(0);
  await goTo(element, events.length + k);
  await expect(element.locator(".card .claim.holds")).toContainText("0.317353862");
});

test("frozen biases have no step of an update, and keep their values through the training", async ({ page }) => {
  const element = await open(page, address("en", {}));
  const { events } = await traceOf(element, 0);
  expect(events.filter(({ kind }) => kind === "bias_update")).toEqual([]);
  expect(events.filter(({ kind }) => kind === "weight_update")).toHaveLength(8);
  const biases = await inScene(element, async ({ session }) =>
    (await session?.trace(9))?.layers.map(({ bias }) => bias.map((value) => value.toFixed(3))),
  );
  expect(biases).toEqual([
    ["0.350", "0.350"],
    ["0.600", "0.600"],
  ]);
  await goTo(element, events.length);
  expect(await positionOf(element)).toBe(events.length);
});
