/** Where the network of the bench stands, what lies under a point, where keys lead, and what its controls change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addAfter,
  addHidden,
  addUnits,
  dropHidden,
  dropLayer,
  dropoutAfter,
} from "../../www/src/bench/network-changes.js";
import { linksIn } from "../../www/src/bench/network-canvas.js";
import { biasPlace, countOf, numberOf } from "../../www/src/bench/network-columns.js";
import { middleOf, placeAt, walk } from "../../www/src/bench/network-hit.js";
import { layoutOf, linksOf } from "../../www/src/bench/network-layout.js";
import { featureValues } from "../../www/src/bench/network-pictures.js";
import { nameText } from "../../www/src/names.js";

/** @import { Column, Layout } from "../../www/src/bench/network-layout.js" */

/** The box of the picture at each size of the bench: its part less a row of controls and a line of words. */
const BOXES = {
  "1280 x 800": { width: 676, height: 480, target: 32 },
  "1366 x 650": { width: 760, height: 390, target: 32 },
  "1024 x 768": { width: 520, height: 450, target: 32 },
  "768 x 1024": { width: 752, height: 370, target: 32 },
  "360 x 740": { width: 344, height: 350, target: 44 },
};

/** @param {...(number | "bar")} sizes A bar has as many units as the column before it. @returns {Column[]} */
function columns(...sizes) {
  /** @type {Column[]} */
  const all = [];
  for (const size of sizes)
    all.push(
      size === "bar"
        ? { kind: "bar", units: all[all.length - 1].units }
        : { kind: all.length ? "dense" : "input", units: size },
    );
  return all;
}

const NETWORKS = {
  "2-4-1": columns(2, 4, 1),
  "4-10-1": columns(4, 10, 1),
  "2-16-16-1": columns(2, 16, 16, 1),
  "2-8-3": columns(2, 8, 3),
  "three hidden layers with normalization": columns(4, 10, "bar", 10, "bar", 8, "bar", 3),
  "100 units": columns(13, 100, 1),
  "900 inputs": columns(900, 64, 32, 10),
  "ten layers": columns(2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1),
};

const CASES = Object.entries(BOXES).flatMap(([size, box]) =>
  Object.entries(NETWORKS).flatMap(([name, all]) =>
    [true, false].map((hasSurfaces) => ({
      name: `${name} at ${size}${hasSurfaces ? "" : ", with curves"}`,
      layout: layoutOf(all, { ...box, hasSurfaces }),
      all,
      box,
    })),
  ),
);

/** @param {Layout["columns"][number]} column */
const edges = ({ x, width }) => [x - width / 2, x + width / 2];

test("no two columns overlap, and links have room between them", () => {
  for (const { name, layout } of CASES)
    layout.columns.slice(1).forEach((column, i) => {
      const room = edges(column)[0] - edges(layout.columns[i])[1];
      assert.ok(room >= 13.9, `${name}: ${room} px between columns ${i} and ${i + 1}`);
    });
});

test("no two units of a column overlap, and none leaves the room between the controls", () => {
  for (const { name, layout } of CASES)
    for (const { slots, height, more } of layout.columns) {
      slots.slice(1).forEach(({ y }, i) => {
        const isBroken = more && slots[i].y < more.y && y > more.y;
        assert.ok(y - slots[i].y >= height + (isBroken ? 15 : 0.5), `${name}: ${y - slots[i].y} for ${height}`);
      });
      assert.ok(slots[0].y - height / 2 >= layout.top - 0.01, name);
      assert.ok(slots[slots.length - 1].y + height / 2 <= layout.bottom + 0.01, name);
    }
});

test("controls of neighbours do not overlap, and everything is inside of the picture", () => {
  for (const { name, layout, box } of CASES) {
    const [, ...tooled] = layout.columns;
    tooled.forEach(({ tools, kind }, i) => {
      assert.ok(tools.left >= 0 && tools.left + tools.width <= layout.width + 0.01, name);
      const next = tooled[i + 1]?.tools;
      if (next) assert.ok(tools.left + tools.width <= next.left, `${name}: controls ${i} and ${i + 1}`);
      const least = layout.isCompact || kind === "bar" ? 34 : 2 * box.target + 56;
      assert.ok(tools.width >= least, `${name}: controls ${i} have ${tools.width}`);
    });
    for (const column of layout.columns)
      assert.ok(edges(column)[0] >= 0 && edges(column)[1] <= layout.width, `${name}: a column outside`);
  }
});

test("links are drawn in parts of at most 100, or of one unit: each link once", () => {
  for (const { name, layout } of CASES)
    layout.columns.slice(1).forEach(({ slots, kind }, gap) => {
      const parts = linksIn(layout).filter((part) => part.gap === gap);
      assert.deepEqual(
        parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
        Array.from(slots.keys()),
        name,
      );
      const into = layout.columns[gap].slots.length;
      for (const { from, to, count } of parts) {
        assert.equal(count, kind === "bar" ? 0 : (to - from) * into, name);
        assert.ok(count <= 100 || to - from === 1, `${name}: ${count} links in a part`);
      }
    });
});

test("2-16-16-1 shows all units at every size", () => {
  for (const [size, box] of Object.entries(BOXES))
    for (const hasSurfaces of [true, false]) {
      const { columns: all } = layoutOf(NETWORKS["2-16-16-1"], { ...box, hasSurfaces });
      assert.deepEqual(
        all.map(({ slots }) => slots.map(({ unit }) => unit)),
        [2, 16, 16, 1].map((units) => Array.from({ length: units }, (_, unit) => unit)),
        size,
      );
      for (const { height } of all) assert.ok(height >= 16, `${size}: ${height}`);
    }
});

test("gaps shrink before pictures, and pictures before units are left out", () => {
  const seen = Array.from({ length: 120 }, (_, i) => {
    const height = 640 - 4 * i;
    const {
      columns: all,
      top,
      bottom,
    } = layoutOf(columns(2, 12, 1), { width: 676, height, target: 32, hasSurfaces: true });
    const { slots, height: side } = all[1];
    return { tall: bottom - top, side, gap: slots[1].y - slots[0].y - side, isWhole: slots.length === 12 };
  });
  const largest = seen[0].side;
  assert.equal(largest, 40);
  for (const { side, gap, isWhole } of seen) {
    if (gap > 5 && isWhole) assert.equal(side, largest, "a large gap and a small picture");
    if (!isWhole) assert.ok(side <= 24);
  }
  const firstSmaller = seen.findIndex(({ side }) => side < largest);
  const firstLeftOut = seen.findIndex(({ isWhole }) => !isWhole);
  assert.ok(firstSmaller > 0 && firstLeftOut > firstSmaller);
  assert.ok(seen[firstLeftOut - 1].side <= 18, "units are left out only when pictures are small");
});

test("a wide layer shows its first and last units, and says how many are between", () => {
  const [, wide] = layoutOf(NETWORKS["100 units"], { ...BOXES["1280 x 800"], hasSurfaces: false }).columns;
  const shown = wide.slots.map(({ unit }) => unit);
  const first = shown.filter((unit) => unit < 50);
  assert.deepEqual(first, [...first.keys()]);
  assert.equal(shown.at(-1), 99);
  assert.equal(shown.length + (wide.more?.count ?? 0), 100);
  assert.ok(shown.length >= 8);
});

test("where controls have no room beside each other they become one button", () => {
  assert.equal(layoutOf(NETWORKS["2-4-1"], { ...BOXES["1280 x 800"], hasSurfaces: true }).isCompact, false);
  assert.equal(layoutOf(NETWORKS["2-16-16-1"], { ...BOXES["360 x 740"], hasSurfaces: true }).isCompact, true);
});

/** @param {Column[]} all */
const wide = (all) => layoutOf(all, { ...BOXES["1280 x 800"], hasSurfaces: true });

test("under the middle of a unit lies that unit, and nothing lies in the empty corners", () => {
  const layout = wide(NETWORKS["2-8-3"]);
  layout.columns.forEach(({ x, slots }, column) => {
    for (const { unit, y } of slots) assert.deepEqual(placeAt(layout, x, y), { column, unit });
  });
  assert.equal(placeAt(layout, 1, layout.top), undefined);
  assert.equal(placeAt(layout, layout.width - 1, layout.bottom), undefined);
});

test("a link is found half way, on its curve, and up to 8 px beside it", () => {
  const layout = wide(columns(2, 2, 1));
  const { from, to, isCurved } = linksOf(layout, 0);
  assert.ok(isCurved);
  const [first, second] = layout.columns[0].slots;
  const [up] = layout.columns[1].slots;
  const middle = (from + to) / 2;
  assert.deepEqual(placeAt(layout, middle, (second.y + up.y) / 2), { column: 1, unit: 0, weight: 1 });
  // The Bézier curve itself at t = 0.2, with both of its handles in the middle.
  const [t, s] = [0.2, 0.8];
  const x = s ** 3 * from + 3 * s * s * t * middle + 3 * s * t * t * middle + t ** 3 * to;
  const y = (s ** 3 + 3 * s * s * t) * second.y + (3 * s * t * t + t ** 3) * up.y;
  assert.deepEqual(placeAt(layout, x, y), { column: 1, unit: 0, weight: 1 });
  const flat = wide(columns(1, 1));
  const line = linksOf(flat, 0);
  const level = flat.columns[0].slots[0].y;
  assert.deepEqual(placeAt(flat, (line.from + line.to) / 2, level + 7.9), { column: 1, unit: 0, weight: 0 });
  assert.equal(placeAt(flat, (line.from + line.to) / 2, level + 8.1), undefined);
  assert.ok(Math.abs(middleOf(layout, { column: 1, unit: 0, weight: 0 }).y - (first.y + up.y) / 2) < 1e-9);
});

test("the units of a bar are made of those beside them alone: no link leads to it", () => {
  const layout = wide(columns(2, 4, "bar", 1));
  const { from, to } = linksOf(layout, 1);
  assert.equal(placeAt(layout, (from + to) / 2, layout.columns[1].slots[0].y), undefined);
});

test("keys lead to every unit and every number of a unit, and nowhere else", () => {
  const layout = wide(columns(2, 3, 1));
  const go = (/** @type {any} */ at, /** @type {string} */ key) =>
    walk(layout, at, key, ({ column }) => [0, 3, 4][column]);
  assert.deepEqual(go(undefined, "ArrowDown"), { column: 0, unit: 1 });
  assert.deepEqual(go({ column: 0, unit: 1 }, "ArrowDown"), { column: 0, unit: 1 });
  assert.deepEqual(go({ column: 0, unit: 0 }, "ArrowLeft"), { column: 0, unit: 0 });
  assert.deepEqual(go({ column: 1, unit: 2 }, "ArrowRight"), { column: 2, unit: 0 });
  assert.deepEqual(go({ column: 1, unit: 2 }, "Home"), { column: 1, unit: 0 });
  assert.deepEqual(go({ column: 1, unit: 0 }, "End"), { column: 1, unit: 2 });
  assert.equal(go({ column: 0, unit: 0 }, "Enter"), undefined);
  assert.deepEqual(go({ column: 1, unit: 2 }, "Enter"), { column: 1, unit: 2, weight: 0 });
  assert.deepEqual(go({ column: 1, unit: 2, weight: 0 }, "ArrowDown"), { column: 1, unit: 2, weight: 1 });
  assert.deepEqual(go({ column: 1, unit: 2, weight: 2 }, "ArrowDown"), { column: 1, unit: 2, weight: 2 });
  assert.deepEqual(go({ column: 1, unit: 2, weight: 2 }, "Escape"), { column: 1, unit: 2 });
  assert.equal(go({ column: 1, unit: 2 }, "Escape"), undefined);
  assert.equal(go({ column: 1, unit: 2 }, "x"), undefined);
});

/** Two inputs, three units with a bias, their normalization, one unit without a bias. @type {any[]} */
const layers = [
  {
    kind: "Dense",
    inputs: 2,
    units: 3,
    isDense: true,
    useBias: true,
    weights: [
      { name: "kernel", at: 0, count: 6 },
      { name: "bias", at: 6, count: 3 },
    ],
  },
  {
    kind: "BatchNormalization",
    inputs: 3,
    units: 3,
    isDense: false,
    useBias: false,
    weights: [
      { name: "gamma", at: 9, count: 3 },
      { name: "beta", at: 12, count: 3 },
    ],
  },
  {
    kind: "Dense",
    inputs: 3,
    units: 1,
    isDense: true,
    useBias: false,
    weights: [{ name: "kernel", at: 21, count: 3 }],
  },
];

test("a number of a unit is found among all weights by Keras's order", () => {
  const at = (/** @type {any} */ place) => numberOf(layers, place)?.index;
  assert.equal(at({ column: 1, unit: 2, weight: 1 }), 5);
  assert.equal(at({ column: 1, unit: 2, weight: 2 }), 8);
  assert.equal(at({ column: 2, unit: 1, weight: 1 }), 13);
  assert.equal(at({ column: 3, unit: 0, weight: 2 }), 23);
  assert.equal(at({ column: 3, unit: 0, weight: 3 }), undefined);
  assert.equal(at({ column: 1, unit: 2 }), undefined);
  assert.equal(at({ column: 0, unit: 0, weight: 0 }), undefined);
  assert.deepEqual(
    [1, 2, 3].map((column) => countOf(layers, { column, unit: 0 })),
    [3, 2, 3],
  );
  assert.deepEqual(biasPlace(layers, { column: 1, unit: 1 }), { column: 1, unit: 1, weight: 2 });
  assert.equal(biasPlace(layers, { column: 3, unit: 0 }), undefined);
  assert.equal(nameText(/** @type {any} */ (numberOf(layers, { column: 1, unit: 2, weight: 1 })).name), "w(x₂→h₃)");
});

/** @param {any[]} all @returns {any} */
const config = (all) => ({ data: { source: "xor" }, model: { layers: all, seed: 1 } });

/** @param {any} changed */
const layersOf = (changed) => changed.model.layers;

test("a hidden layer is added like the last one, right before the output, and taken away again", () => {
  const start = config([
    { units: 8, activation: "tanh" },
    { units: 1, activation: "sigmoid" },
  ]);
  const more = addHidden(start);
  assert.deepEqual(layersOf(more), [
    { units: 8, activation: "tanh" },
    { units: 8, activation: "tanh" },
    { units: 1, activation: "sigmoid" },
  ]);
  assert.deepEqual(dropHidden(more), start);
  const none = dropHidden(start);
  assert.deepEqual(layersOf(none), [{ units: 1, activation: "sigmoid" }]);
  assert.equal(dropHidden(none), none);
  assert.deepEqual(layersOf(addHidden(none))[0], { units: 4, activation: "relu" });
});

test("with a hidden layer goes what stands between it and the next", () => {
  const start = config([
    { units: 8 },
    { type: "Dropout", rate: 0.2 },
    { type: "BatchNormalization" },
    { units: 4 },
    { units: 1 },
  ]);
  assert.deepEqual(layersOf(dropLayer(start, 0)), [{ units: 4 }, { units: 1 }]);
  assert.deepEqual(layersOf(dropLayer(start, 1)), [
    { units: 8 },
    { type: "BatchNormalization" },
    { units: 4 },
    { units: 1 },
  ]);
  assert.deepEqual(layersOf(dropHidden(start)).length, 4);
});

test("units are at least 1; a layer is put right after another", () => {
  const start = config([{ units: 2 }, { units: 1 }]);
  assert.equal(layersOf(addUnits(start, 0, 1))[0].units, 3);
  assert.equal(layersOf(addUnits(addUnits(start, 0, -1), 0, -1))[0].units, 1);
  const more = addAfter(start, 0, "Dropout");
  assert.deepEqual(layersOf(more)[1], { type: "Dropout", rate: 0.2 });
  assert.deepEqual(dropoutAfter(layersOf(more), 0), { rate: 0.2, place: 1 });
  assert.equal(dropoutAfter(layersOf(start), 0), undefined);
  assert.deepEqual(layersOf(addAfter(start, 0, "BatchNormalization"))[1], { type: "BatchNormalization" });
});

test("the first feature grows to the right, the second to the top", () => {
  const [right, up] = [0, 1].map((feature) => featureValues(feature, [-2, 4]));
  const size = Math.sqrt(right.length);
  assert.deepEqual([right[0], right[size - 1], right[size * (size - 1)]], [-2, 4, -2]);
  assert.deepEqual([up[0], up[size - 1], up[size * (size - 1)]], [4, 4, -2]);
});
