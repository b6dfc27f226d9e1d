/** What the author page hands out, and how it reads it again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attributesOf, faultOf, pairsOf, queryOf, valuesFrom, withValue } from "../../www/author/embed.js";
import {
  cellsOf,
  claimsOf,
  claimsText,
  textsOf,
  unitsOf,
  valuesOf,
  withLayer,
  withoutLayer,
  withUnits,
} from "../../www/author/network.js";
import { read } from "../../www/author/read.js";
import { valueNameText } from "../../www/src/element/value-names.js";
import { attributeOf, frameHeight, fromAddress, toAddress } from "../../www/author/state.js";
import {
  addressOf,
  autoHeight,
  card,
  codePen,
  element,
  escapeHtml,
  hugoFile,
  hugoUse,
  iframe,
  jekyllFile,
  jekyllUse,
  markdown,
  withClassic,
  withFallback,
  withModule,
} from "../../www/author/snippets.js";
import { ATTRIBUTES } from "../../www/src/element/attributes.js";
import { SCENES } from "../../www/src/scenes/index.js";

const TUTORIAL = {
  inputs: "1,-1",
  target: "0.4",
  kernels: "2,1;1,1|1,-1;-1,-2|-1;2",
  claims: "1.1=0.73,loss=0.0013",
  lang: "ko",
  autoplay: "",
};
const HOSTILE = { scene: "run", data: `a"b'c & <d>\\e?x=1&y=#2`, seed: "7", accent: "rgb(1 2 3)" };

/** @param {Record<string, string>} values @returns {import("../../www/author/snippets.js").Embed} */
const embed = (values) => ({
  values,
  base: "http://127.0.0.1:4173/some/place/",
  title: `A "title" & <more>`,
  sentence: "Open *it* [here]",
  lang: "en",
  height: 900,
  poster: "poster.png",
  size: { width: 700, height: 400 },
});

const USES = {
  iframe,
  element,
  withModule,
  withClassic,
  withFallback,
  card,
  hugoUse,
  jekyllUse,
  codePen,
  markdown,
  address: addressOf,
};

for (const [name, make] of Object.entries(USES)) {
  test(`${name}: what was written is read again`, () => {
    for (const values of /** @type {Record<string, string>[]} */ ([
      TUTORIAL,
      HOSTILE,
      { scene: "playground", preset: "xor" },
      { controls: "none", digits: "5" },
      { scene: "run", data: "{{ x }}" },
    ])) {
      assert.deepEqual(read(make(embed(values))), Object.fromEntries(pairsOf(values)), make(embed(values)));
    }
  });
}

test("a quotation mark ends no attribute, and no tag begins in one", () => {
  for (const make of [iframe, element, withModule, withFallback, card, codePen]) {
    const text = make(embed(HOSTILE)).replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(text, /<d>|<more>|b'c|title" &/, text);
  }
  assert.equal(escapeHtml(`<a b="c">&amp;`), "&lt;a b=&quot;c&quot;&gt;&amp;amp;");
});

test("numbers of an address can be read, and where a host ends it at a bar they are written by their codes", () => {
  assert.equal(
    queryOf(Object.entries({ kernels: "2,1;1,1|-1;2", claims: "1.1=0.73" })),
    "kernels=2,1;1,1|-1;2&claims=1.1=0.73",
  );
  assert.match(queryOf([["kernels", "2,1;1,1|-1;2"]], true), /^kernels=2,1%3B1,1%7C-1%3B2$/);
  assert.equal(addressOf(embed({})), "http://127.0.0.1:4173/some/place/embed.html");
  assert.equal(new URLSearchParams(queryOf([["data", HOSTILE.data]])).get("data"), HOSTILE.data);
});

test("an element without attributes is the element", () => {
  assert.equal(element(embed({})), "<glass-net></glass-net>");
  assert.deepEqual(read("<p>Hello</p><glass-net></glass-net>"), {});
});

test("what the scene does not take is left out, what the schema does not know too", () => {
  assert.deepEqual(
    valuesFrom([
      ["scene", "run"],
      ["inputs", "1"],
      ["seed", "3"],
      ["onclick", "x"],
    ]),
    { scene: "run", seed: "3" },
  );
  assert.deepEqual(
    valuesFrom([
      ["playground", ""],
      ["seed", "3"],
      ["preset", "xor"],
    ]),
    { scene: "playground", preset: "xor" },
  );
  assert.deepEqual(valuesFrom([["scene", "lunch"]]), {});
});

test("snippets of other hands are read: single quotes, no quotes, codes, capitals, other attributes", () => {
  assert.deepEqual(
    read(
      `<p><GLASS-NET class="wide" inputs='1,-1' Target=0.4 data-x="a>b" claims="1.1&#61;0.73" autoplay></GLASS-NET>`,
    ),
    {
      inputs: "1,-1",
      target: "0.4",
      claims: "1.1=0.73",
      autoplay: "",
    },
  );
  assert.deepEqual(
    read(
      `<iframe width="100%" height="500" src='https://your.site/embed.html?inputs=1,-1&amp;lang=ko&amp;other=1' allow="fullscreen"></iframe>`,
    ),
    { inputs: "1,-1", lang: "ko" },
  );
  assert.deepEqual(read("see https://your.site/embed.html?scene=surface&data=moons now"), {
    scene: "surface",
    data: "moons",
  });
  assert.deepEqual(read("?target=0.9"), { target: "0.9" });
});

test("a text that holds no embed is rejected", () => {
  for (const text of [
    "",
    "hello",
    "<iframe></iframe>",
    "<iframe src='https://x.y/'></iframe>",
    "https://x.y/?a=1",
    hugoFile(embed({})),
    jekyllFile(embed({})),
  ]) {
    assert.equal(read(text), undefined, text);
  }
});

test("a card names its image with its whole address once the page's is known", () => {
  assert.match(
    card(embed(TUTORIAL), "https://my.blog/nets/one/"),
    /property="og:image" content="https:\/\/my\.blog\/nets\/one\/poster\.png"/,
  );
  assert.match(card(embed(TUTORIAL)), /property="og:image" content="poster\.png"/);
  assert.match(autoHeight(embed({})), /src="http:\/\/127\.0\.0\.1:4173\/some\/place\/host\.js"/);
});

test("the schema tells what is no number, out of range, or none of the choice", () => {
  const of = (/** @type {string} */ name, /** @type {string | undefined} */ text) =>
    faultOf(/** @type {any} */ (ATTRIBUTES.find((one) => one.name === name)), text);
  assert.deepEqual(
    [of("seed", "7"), of("seed", "x"), of("seed", ""), of("seed", "-1"), of("seed", undefined)],
    [undefined, "number", "number", "range", undefined],
  );
  assert.deepEqual([of("theme", "dark"), of("theme", "pink"), of("accent", "pink")], [undefined, "choice", undefined]);
  assert.deepEqual(
    attributesOf("playground").filter(({ name }) => name === "seed"),
    [],
  );
  assert.deepEqual(withValue({ a: "1" }, "a", undefined), {});
});

test("the cells of a network are its texts, and back", () => {
  const texts = {
    inputs: "1,-1",
    target: "0.4",
    kernels: "2,1;1,1|1,-1;-1,-2|-1;2",
    biases: "|0.5,1|",
    activations: "sigmoid,relu,sigmoid",
  };
  assert.deepEqual(textsOf(cellsOf(texts)), texts);
  assert.equal(textsOf(cellsOf({ ...texts, biases: undefined })).biases, undefined);
  assert.equal(textsOf(cellsOf({ ...texts, kernels: "2,x;1,1|-1;2" })).kernels, "2,x;1,1|-1;2");
});

test("a unit more or less takes its weights, bias and target with it", () => {
  const cells = cellsOf({
    inputs: "1,-1",
    target: "0.4",
    kernels: "2,1;1,1|-1;2",
    biases: "0,0|",
    activations: "tanh",
  });
  assert.deepEqual(textsOf(withUnits(cells, 0, 3)), {
    inputs: "1,-1",
    target: "0.4",
    kernels: "2,1,1;1,1,1|-1;2;1",
    biases: "0,0,0|",
    activations: "tanh",
  });
  assert.deepEqual(textsOf(withUnits(cells, -1, 1)), {
    inputs: "1",
    target: "0.4",
    kernels: "2,1|-1;2",
    biases: "0,0|",
    activations: "tanh",
  });
  assert.deepEqual(textsOf(withUnits(cells, 1, 2)), {
    inputs: "1,-1",
    target: "0.4,0",
    kernels: "2,1;1,1|-1,1;2,1",
    biases: "0,0|",
    activations: "tanh",
  });
  assert.equal(unitsOf(withUnits(cells, 1, 2), 1), 2);
});

test("a layer more is as wide as the one before; a layer less leaves a network that fits", () => {
  const cells = cellsOf({ inputs: "1", target: "0.4", kernels: "2,1|-1;2", activations: "tanh,relu" });
  const more = withLayer(cells);
  assert.deepEqual([textsOf(more).kernels, more.activations], ["2,1|1,1;1,1|-1;2", ["tanh", "relu", "relu"]]);
  assert.deepEqual(textsOf(withoutLayer(more, 1)), textsOf(cells));
  assert.equal(textsOf(withoutLayer(cells, 0)).kernels, "-1");
  assert.equal(
    valuesOf({ ...cells, biases: [["0", "0"], []] })
      .map(valueNameText)
      .join(" "),
    "1.1 1.2 2.1 loss loss:1 weight:1.1.1 weight:1.1.2 weight:2.1.1 weight:2.2.1 bias:1.1 bias:1.2 " +
      "gradient:1.1.1 gradient:1.1.2 gradient:2.1.1 gradient:2.2.1 gradient:1.1 gradient:1.2 sum:1.1 sum:1.2 sum:2.1",
  );
});

test("claims are rows of a place and a number, and back", () => {
  assert.deepEqual(claimsOf("1.1=0.73, loss = 0.0013"), [
    { place: "1.1", text: "0.73" },
    { place: "loss", text: "0.0013" },
  ]);
  assert.equal(claimsText(claimsOf("1.1=0.73, loss = 0.0013")), "1.1=0.73,loss=0.0013");
  assert.deepEqual(claimsOf(""), []);
});

test("a validation error of the engine stands beside the attribute that it is about", () => {
  const all = {
    "layers[0].kernel": "kernels",
    "layers[1].activation": "activations",
    "layers[0].bias": "biases",
    claim: "claims",
    learningRate: "learning-rate",
    inputs: "inputs",
    "data.source": "data",
    file: "data",
    batchSize: undefined,
  };
  for (const [what, attribute] of Object.entries(all)) assert.equal(attributeOf(what), attribute, what);
});

test("the page's address brings the embed back, and what else is in it is left alone", () => {
  const { values, look } = fromAddress(
    new URLSearchParams("scene=run&seed=7&width=320&form=iframe&other=1"),
    "ko",
    true,
  );
  assert.deepEqual(
    [values, look],
    [
      { scene: "run", seed: "7" },
      { width: 320, form: "iframe", theme: "dark", post: "ko" },
    ],
  );
  assert.deepEqual(fromAddress(new URLSearchParams(toAddress(values, look, "ko")), "ko", true), { values, look });
  assert.equal(fromAddress(new URLSearchParams("width=1"), "en", false).look.width, 700);
});

test("an iframe is as tall as the scene was at most, with the page's own room, and before that as what is kept for it", () => {
  assert.equal(frameHeight("worked", 700, 1001), 1020);
  assert.equal(frameHeight("run", 700, 0), Math.ceil((SCENES.run.heights[0][1] + 16) / 10) * 10);
  assert.equal(frameHeight("run", 320, 0), Math.ceil((SCENES.run.heights[0][0] + 16) / 10) * 10);
});

test("a flag that a framework wrote as false is left out of what is read", () => {
  assert.deepEqual(
    valuesFrom([
      ["autoplay", "false"],
      ["inputs", "1,2"],
      ["playground", "false"],
    ]),
    { inputs: "1,2" },
  );
  assert.deepEqual(valuesFrom([["autoplay", "true"]]), { autoplay: "true" });
});
