/** What a worker holds back and measures: output on its way to the page, and the memory of variables. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { heldBy } from "../../www/src/code/interpreter/memory.js";
import { Flood, Printing } from "../../www/src/code/interpreter/printing.js";

/** Output with a clock that the test moves. */
function printing() {
  /** @type {string[][]} */
  const sent = [];
  const clock = { now: 0 };
  const made = new Printing(
    (printed) => sent.push(printed.map(({ text }) => text)),
    () => clock.now,
  );
  made.begin();
  return { made, sent, clock };
}

test("the first lines go at once, those of a flood together, and none is lost", () => {
  const { made, sent, clock } = printing();
  for (let line = 0; line < 100; line++) made.write(`${line}\n`, false);
  assert.equal(sent.length, 20);
  clock.now = 50;
  made.flushDue();
  assert.equal(sent.length, 21);
  assert.equal(sent.flat().join(""), Array.from({ length: 100 }, (_, line) => `${line}\n`).join(""));
});

test("half a line waits for its end, or for the end of the program", () => {
  const { made, sent } = printing();
  made.write("a", false);
  made.write("b", false);
  assert.deepEqual(sent, []);
  made.flush();
  assert.deepEqual(sent, [["ab"]]);
});

test("of lines that take each other's place the last alone goes on, and errors stand apart", () => {
  const { made, sent } = printing();
  for (let sign = 0; sign < 20; sign++) made.write("\n", false);
  sent.length = 0;
  for (let epoch = 0; epoch < 50; epoch++) made.write(`epoch ${epoch}\n`, false, true);
  made.write("wrong\n", true);
  made.flush();
  assert.deepEqual(sent, [["epoch 49\n", "wrong\n"]]);
});

for (const [what, text, times] of /** @type {const} */ ([
  ["a million signs", "x".repeat(1000), 1000],
  ["ten thousand lines", "\n", 10_000],
]))
  test(`more than ${what} are a flood; as many are none, and a new run counts anew`, () => {
    const { made } = printing();
    const fill = () => {
      for (let time = 0; time < times; time++) made.write(text, false);
    };
    fill();
    assert.throws(() => made.write(text, false), Flood);
    made.begin();
    assert.doesNotThrow(fill);
  });

/** Frames as Brython has them, with these variables. @param {Record<string, unknown>} locals */
const frames = (locals) => {
  const scope = /** @type {any} */ (locals);
  return { frame: ["f", scope, "__main__", scope], prev: null };
};

/** Within a part of what it has to be. @param {number} found @param {number} expected */
const near = (found, expected) => assert.ok(Math.abs(found / expected - 1) < 0.05, `${found} for ${expected}`);

test("texts, lists, lists of lists and arrays are counted by their bytes; a scope that is met twice once", () => {
  near(heldBy(frames({ text: "x".repeat(1e6) })), 1e6);
  near(heldBy(frames({ list: new Array(1e6).fill(0.5) })), 16e6);
  near(
    heldBy(frames({ lists: Array.from({ length: 1000 }, () => new Array(1000).fill(1)) })),
    1000 * (8 + 16 + 16 * 1000),
  );
  near(heldBy(frames({ array: new Float64Array(1e6) })), 8e6);
});

test("variables of all functions that run count, from the innermost to the module", () => {
  const outer = frames({ a: "x".repeat(1e6) });
  const inner = { frame: ["g", { b: "x".repeat(2e6) }, "__main__", {}], prev: outer };
  near(heldBy(inner), 3e6);
  assert.equal(heldBy(null), 0);
});
