import assert from "node:assert/strict";
import { test } from "node:test";
import { layout, pointOn } from "../../www/src/worked/layout.js";

const EXAMPLE = [2, 2, 2, 1];
const WIDTHS = [280, 296, 328, 360, 480, 519, 520, 600, 688, 800, 1200];
const SHAPES = [EXAMPLE, [1, 1], [3, 4, 2], [4, 10, 10, 1], [2, 3, 3, 3, 1]];

/** @param {number[]} sizes @param {number} width */
const all = (sizes, width) => {
  const places = layout({ sizes, width });
  return { ...places, units: places.nodes.flat(), curves: places.links.flat() };
};

test("layers are columns where there is width, else rows", () => {
  assert.equal(layout({ sizes: EXAMPLE, width: 688 }).orientation, "horizontal");
  assert.equal(layout({ sizes: EXAMPLE, width: 328 }).orientation, "vertical");
});

test("columns that would leave no room for a calculation on a link become rows", () => {
  assert.equal(layout({ sizes: [2, 2, 2, 2, 2, 1], width: 600 }).orientation, "vertical");
  assert.equal(layout({ sizes: [2, 1], width: 520 }).orientation, "horizontal");
});

test("an orientation that is asked for is kept", () => {
  assert.equal(layout({ sizes: EXAMPLE, width: 800, orientation: "vertical" }).orientation, "vertical");
});

test("every unit and every target is wholly inside the picture", () => {
  for (const sizes of SHAPES) {
    for (const width of WIDTHS) {
      const { units, targets, radius, height } = all(sizes, width);
      for (const { x, y } of units) {
        assert.ok(x - radius >= 0 && x + radius <= width, `x ${x} of ${sizes} at ${width}`);
        assert.ok(y - radius >= 0 && y + radius <= height, `y ${y} of ${sizes} at ${width}`);
      }
      for (const { x, y, size } of targets) {
        assert.ok(x + size / 2 <= width && y + size / 2 <= height, `target of ${sizes} at ${width}`);
      }
    }
  }
});

test("units that are shown never touch", () => {
  for (const sizes of SHAPES) {
    for (const width of WIDTHS) {
      const { nodes, radius } = all(sizes, width);
      for (const column of nodes) {
        const shown = column.filter((node) => node.shown);
        for (let i = 1; i < shown.length; i += 1) {
          const [a, b] = [shown[i - 1], shown[i]];
          assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 2 * radius + 18, `${sizes} at ${width}`);
        }
      }
    }
  }
});

test("a tall layer shows its first units and its last one, with dots for the rest", () => {
  const { nodes, dots } = layout({ sizes: [2, 10, 1], width: 688 });
  const hidden = nodes[1].filter((node) => !node.shown);
  assert.deepEqual(
    nodes[1].filter((node) => node.shown).map(({ unit }) => unit),
    [0, 1, 2, 3, 9],
  );
  assert.equal(dots.length, 1);
  for (const { x, y } of hidden) assert.deepEqual({ x, y }, dots[0]);
});

test("links are shown only between units that are", () => {
  const { links } = layout({ sizes: [2, 10, 1], width: 688 });
  assert.equal(links[0].length, 20);
  assert.equal(links[0].filter((link) => link.shown).length, 10);
});

test("a link is found by its unit and input and runs from edge to edge", () => {
  const { links, nodes, radius } = layout({ sizes: [3, 4, 2], width: 760 });
  const link = links[0][2 * 3 + 1];
  assert.deepEqual([link.layer, link.unit, link.input], [0, 2, 1]);
  assert.deepEqual(pointOn(link.curve, 0), { x: nodes[0][1].x + radius, y: nodes[0][1].y });
  assert.deepEqual(pointOn(link.curve, 1), { x: nodes[1][2].x - radius, y: nodes[1][2].y });
});

test("labels that have room do not cover one another", () => {
  for (const sizes of SHAPES) {
    for (const width of WIDTHS) {
      const { links, orientation } = layout({ sizes, width });
      const [wide, high] = orientation === "horizontal" ? [0, 17] : [50, 17];
      for (const gap of links) {
        const labels = gap.filter((link) => link.shown && link.labelled).map((link) => link.label);
        for (const [i, a] of labels.entries()) {
          for (const b of labels.slice(i + 1)) {
            assert.ok(
              Math.abs(a.y - b.y) >= high || (wide > 0 && Math.abs(a.x - b.x) >= wide),
              `${sizes} at ${width}: ${JSON.stringify([a, b])}`,
            );
          }
        }
      }
    }
  }
});

test("the worked example has all its weights written on it at every width", () => {
  for (const width of [320, 328, 480, 688, 800]) {
    assert.ok(
      all(EXAMPLE, width).curves.every((link) => link.labelled),
      String(width),
    );
  }
});

test("the height depends on nothing but the shape and the width", () => {
  assert.equal(layout({ sizes: EXAMPLE, width: 688 }).height, layout({ sizes: [...EXAMPLE], width: 688 }).height);
  assert.equal(layout({ sizes: EXAMPLE, width: 300 }).height, layout({ sizes: EXAMPLE, width: 400 }).height);
});

test("every layer has a place for its name, the input layer first", () => {
  assert.deepEqual(
    layout({ sizes: EXAMPLE, width: 688 }).layers.map(({ layer }) => layer),
    [-1, 0, 1, 2],
  );
});

test("a wide layer has the labels of the present step alone", () => {
  const labelled = (/** @type {number[]} */ sizes) =>
    layout({ sizes, width: 800, places: 12 }).links.map((links) => links.some((link) => link.labelled));
  assert.deepEqual(labelled([2, 11, 1])[0], false);
  assert.deepEqual(labelled([2, 8, 1])[0], true);
  assert.deepEqual(labelled([2, 3, 1]), [true, true]);
});
