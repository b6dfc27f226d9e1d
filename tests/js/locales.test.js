import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadDemoWords } from "../../www/src/locales/demo.js";
import { languageAfter, languages, nameOfLanguage } from "../../www/src/locales/choice.js";
import { loadWords, sentence } from "../../www/src/locales/index.js";
import { languageOf } from "../../www/src/locales/languages.js";

/** @typedef {import("../../src/bindings/types.d.ts").Trace} Trace */
/** @typedef {import("../../src/bindings/types.d.ts").TraceEvent} TraceEvent */

const [ko, en] = [await loadWords("ko"), await loadWords("en")];
/** @type {{ activation: "sigmoid", useBias: boolean, bias: number[] }} */
const layer = { activation: "sigmoid", useBias: false, bias: [] };

/** The tutorial's network, its weights in kernels `[input][unit]`. @type {Trace} */
const trace = {
  iteration: 0,
  inputs: [1, -1],
  target: [0.4],
  prediction: [0.43619856],
  loss: 0.0013103355,
  events: [],
  layers: [
    {
      ...layer,
      units: 2,
      kernel: [
        [2, 1],
        [1, 1],
      ],
    },
    {
      ...layer,
      units: 2,
      kernel: [
        [1, -1],
        [-1, -2],
      ],
    },
    { ...layer, units: 1, kernel: [[-1], [2]] },
  ],
};

/** @param {string} text */
const plain = (text) => text.replaceAll("\u00a0", " ");
/** @param {TraceEvent} event */
const both = (event) => [plain(sentence(ko, event, trace)), plain(sentence(en, event, trace))];

/** @param {unknown} value @returns {unknown} the keys, and what stands there, without the words */
function skeleton(value) {
  if (typeof value === "function") return `function of ${value.length}`;
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item === "object")
      .map((item) => item.term ?? item.phase)
      .sort();
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, skeleton(item)]));
}

test("both languages have the same keys, and functions of as many arguments", () => {
  assert.deepEqual(skeleton(ko), skeleton(en));
});

test("the demo page says the same in both languages", async () => {
  const [first, second] = await Promise.all(languages.map(loadDemoWords));
  assert.deepEqual(skeleton(first), skeleton(second));
  assert.ok(!JSON.stringify([first, second]).includes('""'));
});

test("no string is empty", () => {
  for (const strings of [ko, en]) assert.ok(!JSON.stringify(strings).includes('""'));
});

test("a language tag picks Korean, everything else English", () => {
  assert.deepEqual(languages, ["ko", "en"]);
  for (const tag of ["ko", "ko-KR", "KO"]) assert.equal(languageOf(tag), "ko");
  for (const tag of ["en", "en-GB", "fr", "kok", "", null, undefined]) assert.equal(languageOf(tag), "en");
});

test("a toggle leads through all languages, each by its own name", () => {
  assert.deepEqual(languages.map(nameOfLanguage), ["한국어", "English"]);
  assert.equal(languageAfter("ko"), "en");
  assert.equal(languageAfter("en"), "ko");
});

/** @type {TraceEvent[]} */
const events = [
  { kind: "product", phase: "forward", layer: 0, unit: 0, input: 1, x: -1, weight: 1, product: -1, sum: 1 },
  { kind: "sum", phase: "forward", layer: 0, unit: 0, products: [2, -1], sum: 1 },
  { kind: "bias", phase: "forward", layer: 0, unit: 0, sum: 1, bias: 0.25, preActivation: 1.25 },
  {
    kind: "activation",
    phase: "forward",
    layer: 0,
    unit: 0,
    activation: "sigmoid",
    preActivation: 1,
    output: 0.7310586,
  },
  {
    kind: "loss_term",
    name: "mean_squared_error",
    phase: "loss",
    layer: 2,
    unit: 0,
    prediction: 0.43619856,
    target: 0.4,
    error: 0.03619856,
    term: 0.0013103355,
  },
  {
    kind: "loss",
    name: "mean_squared_error",
    phase: "loss",
    layer: 2,
    unit: 0,
    terms: [0.0013103355],
    loss: 0.0013103355,
  },
  {
    kind: "output_gradient",
    phase: "backward",
    layer: 2,
    unit: 0,
    outputs: 1,
    prediction: 0.43619856,
    target: 0.4,
    error: 0.03619856,
    gradient: 0.07239711,
  },
  {
    kind: "activation_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    gradient: -0.00894369,
    terms: [
      { layer: 1, unit: 0, gradient: -0.00439226, weight: 1, product: -0.00439226 },
      { layer: 1, unit: 1, gradient: 0.00455143, weight: -1, product: -0.00455143 },
    ],
  },
  {
    kind: "pre_activation_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    activation: "sigmoid",
    preActivation: 1,
    output: 0.7310586,
    activationGradient: -0.00894369,
    derivative: 0.19661193,
    gradient: -0.00175844,
  },
  {
    kind: "weight_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    input: 0,
    preActivationGradient: -0.00175844,
    x: 1,
    gradient: -0.00175844,
  },
  {
    kind: "bias_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    preActivationGradient: -0.00175844,
    gradient: -0.00175844,
  },
  {
    kind: "weight_update",
    phase: "update",
    layer: 0,
    unit: 0,
    input: 0,
    before: 2,
    learningRate: 1,
    gradient: -0.00175844,
    change: -0.00175844,
    after: 2.00175834,
  },
  {
    kind: "bias_update",
    phase: "update",
    layer: 0,
    unit: 0,
    before: 0.25,
    learningRate: 1,
    gradient: -0.00175844,
    change: -0.00175844,
    after: 0.25175844,
  },
];

test("every kind of event has a sentence of its own that names its result", () => {
  assert.deepEqual(new Set(events.map((event) => event.kind)), new Set(/** @type {any} */ (Object.keys(ko.sentence))));
  const results = [
    "−1",
    "z₁ = 1",
    "1.25",
    "0.731",
    "0.00131",
    "0.00131",
    "0.072",
    "−0.00894",
    "−0.00176",
    "−0.00176",
    "−0.00176",
    "2.002",
    "0.252",
  ];
  events.forEach((event, i) => {
    for (const text of both(event)) {
      assert.ok(text.includes(results[i]), text);
      assert.doesNotMatch(text, /undefined|NaN|\w\/를|\[object/);
    }
  });
});

test("Korean particles fit the names and numbers that they follow", () => {
  assert.match(both(events[0])[0], /값 −1이 h₁로 가면서 가중치 1과 곱해져 −1이 되고, h₁의 합은 1로 내려가요/);
  assert.match(both(events[11])[0], /w\(x₁→h₁\)을 .* 2에서 2\.002로/);
});

test("the sign of a gradient tells which way the update goes", () => {
  const [down, up] = [0.0027, -0.0027].map((gradient) => both(/** @type {TraceEvent} */ ({ ...events[9], gradient })));
  assert.match(down[1], /raising the weight would raise the loss, so the update lowers it/);
  assert.match(up[1], /raising the weight would lower the loss, so the update raises it/);
  assert.match(down[0], /손실도 커진다는 뜻이라서, 업데이트할 때 줄여요/);
  assert.match(up[0], /손실이 작아진다는 뜻이라서, 업데이트할 때 키워요/);
});

test("a prediction is above, below or on its target", () => {
  const term = /** @type {const} */ ({
    kind: "loss_term",
    name: "mean_squared_error",
    phase: "loss",
    layer: 2,
    unit: 0,
    target: 0.4,
  });
  const [above, below, on] = [0.1, -0.1, 0].map((error) =>
    both({ ...term, prediction: 0.4 + error, error, term: error * error }),
  );
  assert.match(above[0] + above[1], /커요.*0\.1 above the target/);
  assert.match(below[0] + below[1], /작아요.*0\.1 below the target/);
  assert.match(on[0] + on[1], /똑같아서.*exactly the target/);
});

test("ReLU turns a negative sum into 0 and lets no gradient back", () => {
  const [ko1, en1] = both({
    kind: "activation",
    phase: "forward",
    layer: 0,
    unit: 0,
    activation: "relu",
    preActivation: -0.5,
    output: 0,
  });
  assert.match(ko1, /z₁ = −0\.5는 음수라서 ReLU를 지나면 h₁ = 0이 돼요/);
  assert.match(en1, /not positive, so ReLU makes it 0/);
  const [ko2, en2] = both({
    kind: "pre_activation_gradient",
    phase: "backward",
    layer: 0,
    unit: 0,
    activation: "relu",
    preActivation: -0.5,
    output: 0,
    activationGradient: 0.3,
    derivative: 0,
    gradient: 0,
  });
  assert.match(ko2, /미분값이 0이에요/);
  assert.match(en2, /the gradient stops here/);
});

test("an input of 0 or a gradient of 0 leaves the weight alone", () => {
  const link = /** @type {const} */ ({ layer: 0, unit: 0, input: 0 });
  assert.match(
    both({ kind: "weight_gradient", phase: "backward", ...link, preActivationGradient: 0.2, x: 0, gradient: 0 })[1],
    /x₁ is 0/,
  );
  assert.match(
    both({ kind: "weight_gradient", phase: "backward", ...link, preActivationGradient: 0, x: 1, gradient: 0 })[0],
    /z₁의 기울기가 0이라서/,
  );
  const still = both({
    kind: "weight_update",
    phase: "update",
    ...link,
    before: 2,
    learningRate: 1,
    gradient: 0,
    change: 0,
    after: 2,
  });
  assert.match(still[0], /2 그대로 둬요/);
  assert.match(still[1], /leaves w\(x₁→h₁\) at 2\./);
});

test("a change too small for three digits is shown with more", () => {
  const [, text] = both({
    kind: "weight_update",
    phase: "update",
    layer: 0,
    unit: 0,
    input: 0,
    before: 1.23456,
    learningRate: 1,
    gradient: 0.00002,
    change: 0.00002,
    after: 1.23454,
  });
  assert.match(text, /from 1\.23456 to 1\.23454\./);
});

test("a number that is not finite is not explained as if it were one", () => {
  const [koText, enText] = both({
    kind: "sum",
    phase: "forward",
    layer: 0,
    unit: 0,
    products: [Infinity, -Infinity],
    sum: NaN,
  });
  assert.match(koText, /학습률을 줄여/);
  assert.match(enText, /no longer finite/);
});

test("the network is described with its layers, with and without hidden ones", () => {
  assert.equal(
    en.networkLabel([2, 2, 2, 1]),
    "Neural network with 2 inputs, 2 hidden layers of 2 and 2 units, and 1 output.",
  );
  assert.equal(en.networkLabel([2, 1]), "Neural network with 2 inputs and 1 output.");
  assert.equal(ko.networkLabel([2, 1]), "입력 2개, 출력 1개로 된 신경망이에요.");
});

test("where no module is loaded, each language has its sentences too", () => {
  const read = (/** @type {string} */ name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), "utf8");
  const fromFile = Array.from(read("from-file.js").matchAll(/^ {4}(\w+): \[$/gm), ([, language]) => language);
  assert.deepEqual(fromFile, languages);
  for (const page of ["index.html", "embed.html", "author.html"]) {
    const [, paragraphs] = /<noscript>(.*)<\/noscript>/.exec(read(page)) ?? [];
    // The first is in the language of the page.
    const written = Array.from(paragraphs.matchAll(/<p(?: lang="(\w+)")?>/g), ([, language]) => language ?? "ko");
    assert.deepEqual(written, languages, page);
  }
});
