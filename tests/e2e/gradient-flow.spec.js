/** Going back and updating, links are drawn by what the engine recorded. */
import { expect, test } from "@playwright/test";
import { goTo, linkOf, open, traceOf } from "./reader.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** @param {import("@playwright/test").Locator} link */
const drawn = (link) =>
  link.evaluate((node) => {
    const line = /** @type {Element} */ (node.querySelector(".gn-line"));
    const { strokeWidth, strokeDasharray, stroke } = getComputedStyle(line);
    return {
      flows: node.classList.contains("gn-flows"),
      accent: node.querySelector(".gn-flow") !== null,
      isNegative: node.classList.contains("gn-negative"),
      isDashed: strokeDasharray !== "none",
      width: parseFloat(strokeWidth),
      stroke,
    };
  });

test("going back, a link has the sign and the size of its gradient once it is known, and is thin before", async ({
  page,
}) => {
  test.slow();
  const element = await open(page);
  const { events } = await traceOf(element, 0);
  const gradients = events.flatMap((event, i) => (event.kind === "weight_gradient" ? [{ ...event, k: i + 1 }] : []));
  const largest = Math.max(...gradients.map(({ gradient }) => Math.abs(gradient)));
  const halfway = gradients[Math.floor(gradients.length / 2)].k;
  for (const k of [gradients[0].k - 1, halfway, gradients[gradients.length - 1].k]) {
    await goTo(element, k);
    for (const { layer, unit, input, gradient, k: known } of gradients) {
      const link = await drawn(linkOf(element, layer, unit, input));
      const name = `step ${k}: ${layer}.${unit}.${input}`;
      expect(link.flows, name).toBe(known <= k);
      expect(link.accent, name).toBe(known <= k && gradient !== 0);
      if (known > k) {
        expect([link.width, link.isDashed], name).toEqual([1, false]);
        continue;
      }
      expect(link.width, name).toBeCloseTo(1.25 + (5 * Math.abs(gradient)) / largest, 1);
      expect([link.isNegative, link.isDashed], name).toEqual([gradient < 0, gradient < 0]);
    }
  }
});

test("in its update a weight stands beside the old one, and an arrow says whether it goes up", async ({ page }) => {
  test.slow();
  const element = await open(page);
  const { events } = await traceOf(element, 0);
  for (const [i, event] of events.entries()) {
    if (event.kind !== "weight_update") continue;
    await goTo(element, i + 1);
    const link = linkOf(element, event.layer, event.unit, event.input);
    await expect(link.locator(".gn-ghost")).toHaveCount(1);
    const arrow = element.locator(".gn-growth");
    const raised = Math.sign(event.after - event.before);
    await expect(arrow).toHaveCount(raised ? 1 : 0);
    if (raised) await expect(arrow).toHaveAttribute("d", raised > 0 ? /l4 -8l4 8z$/ : /l4 8l4 -8z$/);
  }
});
