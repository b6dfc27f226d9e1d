import assert from "node:assert/strict";
import { test } from "node:test";
import { diverging, inkOn } from "../../www/src/charts/colors.js";
import { COLORS } from "../../www/src/theme.js";

const THEMES = /** @type {const} */ ([0, 1]);
/** What pages put behind an embed: ours and other common whites and blacks. */
const PAGES = [
  ["#ffffff", "#fafafa"],
  ["#12161d", "#1a1a1a"],
];

/** @param {string} hex */
const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

/** @param {number} channel */
const linear = (channel) => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};

/** @param {number[]} color */
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} name @param {number} ratio @param {string} on @param {0 | 1} theme */
function assertContrast(name, ratio, on, theme) {
  const color = COLORS[/** @type {keyof typeof COLORS} */ (name)][theme];
  const found = contrast(rgb(color), rgb(on));
  assert.ok(found >= ratio, `${name} ${color} on ${on}: ${found.toFixed(2)}, expected ${ratio}`);
}

for (const theme of THEMES) {
  const name = ["light", "dark"][theme];
  const grounds = [...PAGES[theme], COLORS.surface[theme], COLORS.raised[theme]];

  test(`text of the ${name} theme can be read on every ground`, () => {
    for (const color of ["text", "muted", "accent", "forward", "loss", "backward", "update", "warning"]) {
      for (const ground of grounds) assertContrast(color, 4.5, ground, theme);
    }
  });

  test(`marks of the ${name} theme can be seen, dimmed ones too`, () => {
    for (const color of ["mark", "focus", "positive", "negative", "positive-dim", "negative-dim"]) {
      for (const ground of [...PAGES[theme], COLORS.surface[theme]]) assertContrast(color, 3, ground, theme);
    }
  });

  test(`a number in the ${name} theme can be read on the colour of any value`, () => {
    const tokens = Object.fromEntries(Object.entries(COLORS).map(([token, pair]) => [token, pair[theme]]));
    const colorOf = diverging(tokens, 1);
    for (let value = -1; value <= 1; value += 0.01) {
      const fill = [...colorOf(value)].slice(0, 3);
      const found = contrast(fill, rgb(inkOn(fill)));
      assert.ok(found >= 4.5, `${value.toFixed(2)}: ${found.toFixed(2)}`);
    }
  });

  test(`the ${name} theme's number inside a unit can be read on any activation`, () => {
    const weak = rgb(COLORS["fill-weak"][theme]);
    for (const end of /** @type {const} */ (["fill-strong", "fill-negative"])) {
      const strong = rgb(COLORS[end][theme]);
      for (let t = 0; t <= 1; t += 0.01) {
        const fill = weak.map((channel, i) => channel + (strong[i] - channel) * t);
        const found = contrast(fill, rgb(COLORS["on-fill"][theme]));
        assert.ok(found >= 4.5, `${end} at ${t.toFixed(2)}: ${found.toFixed(2)}`);
      }
    }
  });
}
