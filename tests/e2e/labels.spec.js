/** No label of the network picture lies over another, in any step of four examples, at three widths. */
import { expect, test } from "@playwright/test";
import { EXAMPLES } from "../examples.js";
import { inTurn, some } from "./screens.js";

/**
 * Pairs of labels of which one lies over the other, by the step in which they do.
 *
 * @param {import("@playwright/test").Page} page
 */
const overlapsOf = (page) =>
  page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("#example"));
    const { inner } = element;
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const labels = () =>
      [...inner.renderRoot.querySelectorAll(".gn-network text, .gn-pill, .gn-card, .callout")]
        .filter((label) => label.localName !== "text" || !label.closest(".gn-pill, .gn-card"))
        .filter((label) => getComputedStyle(label).visibility !== "hidden" && getComputedStyle(label).opacity !== "0")
        .map((label) => ({
          text: label.textContent.trim().replace(/\s+/g, " "),
          box: label.getBoundingClientRect(),
          isNote: label.matches(".gn-note"),
          isLayer: label.matches(".gn-layer"),
        }))
        .filter(({ box }) => box.width > 0);
    /** @type {string[]} */
    const found = [];
    let seen = 0;
    // The places of one iteration.
    const steps = inner.session.marks.length;
    for (let at = 0; at <= steps; at += 1) {
      element.goTo({ at });
      await inner.updateComplete;
      await drawn();
      const all = labels();
      seen += all.length;
      all.forEach((one, i) => {
        for (const other of all.slice(i + 1)) {
          const [a, b] = [one.box, other.box];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          // A line of type is higher than its letters; but a calculation does not touch the name of a layer.
          const least =
            [one, other].some(({ isNote }) => isNote) && [one, other].some(({ isLayer }) => isLayer) ? 0 : 4;
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 2 && high > least) found.push(`step ${at}: "${one.text}" and "${other.text}"`);
        }
      });
    }
    return { steps, seen, found };
  });

for (const [name, fields] of Object.entries(EXAMPLES)) {
  // The narrowest has least room, and the largest network takes most.
  for (const width of some([360, 700, 1280], (width) => width === 360 || name === "3-4-2 with softmax")) {
    test(`no label lies over another in any step of ${name}, ${width} px wide, in both languages`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 1000 });
      for (const lang of ["ko", "en"]) {
        await page.goto(`/index.html?${new URLSearchParams({ lang, at: "0", ...fields })}`);
        await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner?.session);
        const { steps, seen, found } = await overlapsOf(page);
        expect(seen).toBeGreaterThan(5 * steps);
        expect(found, lang).toEqual([]);
      }
    });
  }
}

for (const name of ["the built-in example", "3-4-2 with softmax"])
  for (const [i, width] of [360, 700].entries())
    for (const size of inTurn(i, ["unit", "layer"]))
      test(`no calculation lies over another while a step of a ${size} passes, ${name}, ${width} px wide`, async ({
        page,
      }) => {
        test.slow();
        await page.setViewportSize({ width, height: 1000 });
        await page.clock.install();
        await page.goto(`/index.html?${new URLSearchParams({ lang: "ko", at: "0", ...EXAMPLES[name] })}`);
        await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#example"))?.inner?.session);
        await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
        const inner = await page.evaluateHandle((steps) => {
          const { inner: scene } = /** @type {any} */ (document.querySelector("#example"));
          scene.player.size = steps;
          return scene;
        }, size);
        const last = await inner.evaluate((scene) => scene.session.marks.length);
        let seen = 0;
        while ((await inner.evaluate((scene) => scene.moment.at)) < last) {
          await inner.evaluate((scene) => scene.step());
          // The longest frames that show motion, until it rests.
          for (let passed = 0, busy = true; busy; passed += 100) {
            await page.clock.fastForward(100);
            const { boxes, at, ...now } = await inner.evaluate((scene) => ({
              boxes: [...scene.renderRoot.querySelectorAll(".gn-calculation, .gn-note, .gn-card")].map((label) => {
                const { left, top, right, bottom } = label.getBoundingClientRect();
                return { left, top, right, bottom, text: label.textContent.trim() };
              }),
              at: scene.moment.at,
              busy: scene.player.busy,
            }));
            ({ busy } = now);
            seen += boxes.length;
            const over = boxes.filter((a, i) =>
              boxes
                .slice(i + 1)
                .some(
                  (b) =>
                    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
                    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2,
                ),
            );
            expect(
              over.map(({ text }) => text),
              `operation ${at}, ${passed} ms`,
            ).toEqual([]);
          }
        }
        expect(seen).toBeGreaterThan(20);
      });
