// A stand-in while the views are developed; the interpreter's own takes its place.
const names = new Map();
export class CodeSession extends EventTarget {
  /** @type {any} */ state = "idle";
  /** @type {string[]} */ files = [];
  /** @param {any} cell */ add(cell) {}
  /** @param {any} id */ remove(id) {}
  /** @param {string} type @param {any} detail */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
  /** @param {string} id */
  async run(id) {
    return fake(this, id, /** @type {any} */ (globalThis).fakeMode ?? "fit");
  }
  /** @param {string} id */ async runAbove(id) {}
  stop() {
    this.stopped = true;
    this.tell("lost", {});
  }
  keepOn() {}
  /** @param {string} name @param {string} text */ addFile(name, text) {}
  /** @param {any} request @returns {Promise<any>} */ async inspect(request) {
    return undefined;
  }
}
/** @param {string} [name] */
export function codeSession(name) {
  if (!name) return new CodeSession();
  if (!names.has(name)) names.set(name, new CodeSession());
  return names.get(name);
}
const sleep = (/** @type {number} */ ms) => new Promise((r) => setTimeout(r, ms));
/** @param {CodeSession} s @param {string} cell @param {string} mode */
async function fake(s, cell, mode) {
  s.tell("state", { state: "loading" });
  await sleep(200);
  s.tell("state", { state: "running" });
  if (mode === "loading") {
    s.tell("state", { state: "loading" });
    return;
  }
  if (mode === "hang") return;
  if (mode === "asking") {
    s.tell("state", { state: "asking" });
    return;
  }
  s.tell("output", { cell, text: "(140, 3) (60, 3)\n" });
  if (mode === "error") {
    s.tell("failure", {
      cell,
      kind: "error",
      type: "NameError",
      message: "name 'x_train' is not defined",
      line: 5,
      traceback:
        "Traceback (most recent call last):\n  cell 1, line 5, in <module>\n    model.fit(x_train, y_train)\nNameError: name 'x_train' is not defined",
    });
    return;
  }
  if (mode === "policy") {
    s.tell("failure", { cell, kind: "policy" });
    return;
  }
  const layers = [
    {
      name: "dense",
      kind: "Dense",
      units: 10,
      inputs: 3,
      activation: "relu",
      parameters: 40,
      weights: [
        { name: "kernel", shape: [3, 10], trainable: true },
        { name: "bias", shape: [10], trainable: true },
      ],
      line: 4,
    },
    {
      name: "dense_1",
      kind: "Dense",
      units: 1,
      inputs: 10,
      activation: "linear",
      parameters: 11,
      weights: [
        { name: "kernel", shape: [10, 1], trainable: true },
        { name: "bias", shape: [1], trainable: true },
      ],
      line: 5,
    },
  ];
  const w = (/** @type {number} */ t) =>
    Float32Array.from({ length: 51 }, (_, i) => Math.sin(i * 1.7) * (0.4 + t / 40));
  s.tell("watch", {
    cell,
    event: { kind: "model", model: 1, layers, inputs: 3, parameters: 51, line: 3, weights: w(0) },
  });
  const batches = Array.from({ length: 14 }, (_, b) => Uint32Array.from({ length: 10 }, (_, i) => b * 10 + i));
  s.tell("watch", {
    cell,
    event: {
      kind: "data",
      model: 1,
      rows: 140,
      features: 3,
      targets: 1,
      names: ["TV", "radio", "newspaper"],
      x: Float32Array.from({ length: 420 }, (_, i) => Math.cos(i)),
      y: Float32Array.from({ length: 140 }, (_, i) => 10 + (i % 7)),
      batchSize: 10,
      batches,
      line: 8,
    },
  });
  s.tell("watch", {
    cell,
    event: { kind: "hint", model: 1, line: 4, hint: { code: "unassigned", facts: { method: "drop" } } },
  });
  const loss = [];
  for (let e = 0; e <= 100; e++) {
    const l = 200 * Math.exp(-e / 15) + 3;
    if (e) loss.push(l);
    if (e) {
      s.tell("output", { cell, text: `Epoch ${e}/100\n` });
      s.tell("output", {
        cell,
        text: `14/14 ━━━━━━━━━━━━━━━━━━━━ 0s 2ms/step - loss: ${l.toFixed(4)} - mae: ${(l / 5).toFixed(4)}\n`,
      });
    }
    s.tell("watch", {
      cell,
      event: {
        kind: "moment",
        model: 1,
        moment: e,
        epoch: e,
        updates: e * 14,
        weights: w(e),
        activations: [w(e).slice(0, 10), Float32Array.of(12 - e / 20)],
        logs: e ? { loss: l } : {},
      },
    });
    if (e % 10 === 0) await sleep(20);
  }
  s.tell("watch", { cell, event: { kind: "fit", model: 1, history: { loss } } });
  s.tell("watch", {
    cell,
    event: {
      kind: "evaluate",
      model: 1,
      scores: { loss: 3.12, mae: 1.2 },
      targets: Float32Array.from({ length: 60 }, (_, i) => 9 + i / 3),
    },
  });
  s.tell("watch", {
    cell,
    event: {
      kind: "predict",
      model: 1,
      rows: 60,
      width: 1,
      targets: Float32Array.from({ length: 60 }, (_, i) => 9 + i / 3),
      outputs: Float32Array.from({ length: 60 }, (_, i) => 9.2 + i / 3.1),
    },
  });
  s.tell("output", { cell, text: "[[9.2]\n [9.52]]\n" });
  s.tell("done", { cell, ms: 812 });
}
