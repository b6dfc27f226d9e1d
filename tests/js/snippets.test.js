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
import { hugoFile, jekyllFile } from "../../www/author/engines.js";
import { faultsOf, isWebAddress, textFaultsOf, without } from "../../www/author/faults.js";
import { PLACES, SNIPPETS } from "../../www/author/places.js";
import { reservedAt, reserveRule } from "../../www/author/reserve.js";
import { attributeOf, frameHeight, fromAddress, toAddress, widthOf } from "../../www/author/state.js";
import { addressOf, autoHeight, card, element, escapeHtml, iframe, oneLine } from "../../www/author/snippets.js";
import { valueNameText } from "../../www/src/element/value-names.js";
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

const TEXTS = {
  id: "net",
  title: `A "title" & <more> [of] it`,
  sentence: "Open *it* [here] {{ now }} | `x` \\ y",
  caption: "Figure 1 <small> & *great*",
  poster: "https://my.blog/a%20poster.png?x=1&y=2",
};

/** @param {Record<string, string>} values @returns {import("../../www/author/snippets.js").Embed} */
const embed = (values) => ({
  values,
  base: "http://127.0.0.1:4173/some/place/",
  texts: TEXTS,
  lang: "en",
  height: 900,
  size: { width: 700, height: 400 },
});

/** What every text that holds an embed holds of the post's words; the others hold none of the embed. */
const ALL = /** @type {const} */ (["id", "title", "sentence", "caption", "poster"]);
/** @type {Record<string, readonly (keyof typeof TEXTS)[]>} */
const HOLDS = {
  element: ALL,
  classic: ALL,
  line: ALL,
  codePen: ALL,
  card: ALL,
  hugoUse: ALL,
  jekyllUse: ALL,
  mkdocsUse: ALL,
  vitepressUse: ALL,
  mdx: ALL,
  react: ALL,
  vue: ALL,
  svelte: ALL,
  iframe: ["id", "title", "caption"],
  jsxFrame: ["id", "title", "caption"],
  markdown: ["title", "sentence", "caption", "poster"],
  link: [],
};

const write = (/** @type {string} */ name, /** @type {Record<string, string>} */ values) =>
  SNIPPETS[/** @type {keyof typeof SNIPPETS} */ (name)](embed(values), "");

for (const [name, held] of Object.entries(HOLDS)) {
  test(`${name}: what was written is read again, with the post's words`, () => {
    for (const values of /** @type {Record<string, string>[]} */ ([
      TUTORIAL,
      HOSTILE,
      { scene: "playground", preset: "xor" },
      { controls: "none", digits: "5" },
      { scene: "run", data: "{{ x }}" },
    ])) {
      const text = write(name, values);
      const { size, ...found } = read(text) ?? {};
      const texts = Object.fromEntries(held.map((one) => [one, TEXTS[one]]));
      assert.deepEqual(found, { values: Object.fromEntries(pairsOf(values)), texts }, text);
      assert.deepEqual(size, held === ALL ? { width: 700, height: 400 } : undefined);
    }
  });
}

test("a quotation mark ends no attribute, and no tag begins in one", () => {
  for (const make of [iframe, element, oneLine, card]) {
    const text = make(embed(HOSTILE)).replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(text, /<d>|<more>|b'c|title" &/, text);
  }
  assert.equal(escapeHtml(`<a b="c">&amp;`), "&lt;a b=&quot;c&quot;&gt;&amp;amp;");
});

test("every place has its steps, and a text that is none's place is not written", () => {
  const used = Object.values(PLACES).flatMap(({ steps, others }) => [...steps, ...others].map(([name]) => name));
  assert.deepEqual([...new Set(used)].sort(), Object.keys(SNIPPETS).sort());
});

test("every place that takes an element has a picture and a sentence in it, and no block that would end a paragraph", () => {
  for (const [place, { steps }] of Object.entries(PLACES)) {
    const text = steps.map(([name]) => write(name, TUTORIAL)).join("\n");
    if (/<glass-net|\{% include|\{\{</.test(text)) assert.match(text, /<img [^>]*>[^]*<a href="[^"]*">/, place);
    assert.doesNotMatch(text, /<p>/, place);
  }
});

test("WordPress gets one line without a block element, also with a caption", () => {
  assert.doesNotMatch(write("line", TUTORIAL), /\n|<(p|div|figure|figcaption)\b/);
});

test("MDX gets closed tags, styles as objects, and no sign that it reads", () => {
  for (const name of ["mdx", "react", "jsxFrame"]) {
    const text = write(name, HOSTILE);
    assert.doesNotMatch(text, /style="|<(img|br)\b[^>]*[^/]>/, text);
    const words = text.replace(/<[^>]*>|\bexport const Net.*/g, "");
    assert.doesNotMatch(words, /[{}*`[\]]/, words);
  }
});

test("an iframe says its width and height beside its style", () => {
  for (const name of ["iframe", "jsxFrame"])
    assert.match(write(name, TUTORIAL), /width="100%" height="900" loading="lazy" style=.*900px/);
});

test("no snippet of Markdown has an empty line within its HTML", () => {
  for (const name of ["element", "mkdocsUse", "vitepressUse", "mdx", "jekyllUse", "hugoUse"])
    assert.doesNotMatch(write(name, TUTORIAL), /\n\s*\n/, name);
});

test("until the script runs the place is kept that the element keeps, by scene or by the author's height", () => {
  const [[narrow, , , middle, wide], compact] = SCENES.run.heights;
  const rule = reserveRule({ scene: "run" });
  assert.match(rule, /glass-net\[scene="run"\]:not\(:defined\)/);
  for (const height of SCENES.run.heights[0]) assert.ok(rule.includes(`height: ${height}px`), rule);
  assert.deepEqual(
    [360, 700, 1000].map((width) => reservedAt({ scene: "run" }, width)),
    [narrow, middle, wide],
  );
  assert.equal(reservedAt({ scene: "run", density: "compact" }, 700), compact[3]);
  assert.match(reserveRule({ scene: "run", density: "compact" }), /\[scene="run"\]\[density="compact"\]/);
  assert.match(reserveRule({ height: "640" }), /glass-net:not\(\[scene\]\)\[height="640"\]/);
  assert.equal(reserveRule({ height: "640" }).match(/height: /g)?.length, 1);
});

test("what is wrong by itself is named by its field, and left out", () => {
  const values = { digits: "20", height: "tall", from: "loss", to: "forward", preset: "lunch", theme: "dark" };
  assert.deepEqual(
    Object.entries(faultsOf(values)).map(([name, { kind }]) => [name, kind]),
    [
      ["digits", "range"],
      ["height", "number"],
      ["to", "order"],
    ],
  );
  assert.deepEqual(without(values, faultsOf(values)), { from: "loss", preset: "lunch", theme: "dark" });
  assert.deepEqual(faultsOf({ from: "forward", to: "forward", height: "640" }), {});
  assert.equal(faultsOf({ scene: "run", preset: "lunch" }).preset.kind, "choice");
  assert.equal(faultsOf({ scene: "run", data: "htp://x/y.csv" }).data.kind, "address");
  assert.deepEqual(faultsOf({ scene: "run", data: "moons" }), {});
});

test("an address is one of the web, a poster may be a file's name, an id is a name", () => {
  for (const text of ["https://my.blog/x", "http://a.b"]) assert.ok(isWebAddress(text), text);
  for (const text of ["my.blog", "htp://x", "https//x", "javascript:alert(1)", "https:// x.y", ""])
    assert.ok(!isWebAddress(text), text);
  const kinds = (/** @type {object} */ texts) => Object.keys(textFaultsOf(texts));
  for (const poster of ["poster.png", "./poster.png", "/img/a.png", "https://a.b/c.png"])
    assert.deepEqual(kinds({ poster }), [], poster);
  for (const poster of ["htp://x/y.png", "https//x.y", "C:\\a.png", "a b.png", "javascript:x"])
    assert.deepEqual(kinds({ poster }), ["poster"], poster);
  assert.deepEqual(kinds({ id: "1net", page: "my.blog" }), ["id", "page"]);
  assert.deepEqual(kinds({ id: "net-1", page: "https://my.blog/" }), []);
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

const valuesIn = (/** @type {string} */ text) => read(text)?.values;

test("snippets of other hands are read: single quotes, no quotes, codes, capitals, other attributes", () => {
  assert.deepEqual(
    valuesIn(
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
    valuesIn(
      `<iframe width="100%" height="500" src='https://your.site/embed.html?inputs=1,-1&amp;lang=ko&amp;other=1' allow="fullscreen"></iframe>`,
    ),
    { inputs: "1,-1", lang: "ko" },
  );
  assert.deepEqual(valuesIn("see https://your.site/embed.html?scene=surface&data=moons now"), {
    scene: "surface",
    data: "moons",
  });
  assert.deepEqual(valuesIn("?target=0.9"), { target: "0.9" });
  assert.deepEqual(read("<p>Hello</p><glass-net></glass-net>"), { values: {}, texts: {} });
});

test("a text that holds no embed is rejected", () => {
  for (const text of [
    "",
    "hello",
    "<iframe></iframe>",
    "<iframe src='https://x.y/'></iframe>",
    "https://x.y/?a=1",
    hugoFile(),
    jekyllFile(),
  ]) {
    assert.equal(read(text), undefined, text);
  }
});

test("a card names its image with its whole address once the page's is known", () => {
  const beside = { ...embed(TUTORIAL), texts: { ...TEXTS, poster: "poster.png" } };
  assert.match(
    card(beside, "https://my.blog/nets/one/"),
    /property="og:image" content="https:\/\/my\.blog\/nets\/one\/poster\.png"/,
  );
  assert.match(card(beside), /property="og:image" content="poster\.png"/);
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

test("the page's address brings embed, place and words back, and what else is in it is left alone", () => {
  const query = "scene=run&seed=7&place=hugo&device=phone&column=760&form=iframe&post=en&id=net&caption=Figure&other=1";
  const work = fromAddress(new URLSearchParams(query), "ko", true);
  assert.deepEqual(work, {
    values: { scene: "run", seed: "7" },
    texts: { id: "net", caption: "Figure" },
    look: { place: "hugo", device: "phone", column: 760, form: "iframe", theme: "dark", post: "en" },
  });
  assert.deepEqual(fromAddress(new URLSearchParams(toAddress(work, "ko")), "ko", true), work);
  assert.deepEqual(read(`https://your.site/author.html${toAddress(work, "ko")}`), {
    values: work.values,
    texts: work.texts,
  });
  const { look } = fromAddress(new URLSearchParams("place=lunch&device=x&column=1"), "en", false);
  assert.deepEqual([look.place, look.device, look.column], ["tistory", "desktop", 700]);
});

test("a column is as wide as its device lets it be", () => {
  assert.equal(widthOf({ device: "phone", column: 700 }), 360);
  assert.equal(widthOf({ device: "tablet", column: 960 }), 768);
  assert.equal(widthOf({ device: "desktop", column: 550 }), 550);
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
