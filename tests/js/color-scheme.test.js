/** Whether a page is dark, from what a browser computes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { brightness, isDark } from "../../www/src/element/color-scheme.js";

const [WHITE, BLACK, GREY] = ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(128, 128, 128)"];

test("a colour is as bright however a browser writes it", () => {
  for (const white of [
    WHITE,
    "rgba(255, 255, 255, 0.87)",
    "color(srgb 1 1 1)",
    "color(display-p3 1 1 1 / 0.5)",
    "oklch(1 0 none)",
    "oklab(1 0 -0.1)",
    "lab(100 0 0)",
    "lch(100 0 0)",
  ]) {
    assert.equal(brightness(white), 1, white);
  }
  for (const black of [BLACK, "rgba(0, 0, 0, 0.5)", "color(srgb 0 0 0)", "oklch(0 0 0)", "lab(0 0 0)"])
    assert.equal(brightness(black), 0, black);
  assert.equal(brightness("rgb(51, 102, 153)"), 0.4);
});

test("a page of one color-scheme is that, whatever its text", () => {
  for (const scheme of ["dark", "only dark", "dark only"]) assert.equal(isDark(scheme, BLACK, WHITE), true, scheme);
  for (const scheme of ["light", "only light"]) assert.equal(isDark(scheme, WHITE, BLACK), false, scheme);
});

test("a page that says nothing, or both, is as its text says", () => {
  for (const scheme of ["normal", "light dark", "dark light"]) {
    assert.equal(isDark(scheme, WHITE, WHITE), true, scheme);
    assert.equal(isDark(scheme, BLACK, BLACK), false, scheme);
  }
});

test("text between light and dark leaves it to the browser's ground", () => {
  assert.equal(isDark("light dark", GREY, "rgb(18, 18, 18)"), true);
  assert.equal(isDark("light dark", GREY, WHITE), false);
  assert.equal(isDark("light dark", "what no browser writes", "rgb(18, 18, 18)"), true);
});
