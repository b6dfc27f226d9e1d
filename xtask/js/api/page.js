// The page of the API, from the types that the package brings.

import { join, resolve } from "node:path";
import { LICENSES } from "../licenses.js";
import { declarationsIn } from "./read.js";
import { BESIDE, STYLE } from "./style.js";

/** @import { Declaration, Member } from "./read.js" */

const root = resolve(import.meta.dirname, "../../..");

/** What is said of the function that loads the engine, which the tool that writes it describes for itself. */
const INIT = `Loads the engine's wasm: in a browser by \`fetch\` from beside the module, in Node from its file. Await it once before anything else.

\`module_or_path\` names another address of the file, or its bytes.`;

/** @param {string} text */
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A comment: paragraphs, and code between backticks. @param {string} doc */
const prose = (doc) =>
  doc
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph) => `<p>${escape(paragraph).replace(/`([^`]+)`/g, "<code>$1</code>")}</p>`)
    .join("\n");

/** @typedef {{ title: string, lead: string, declarations: Declaration[] }} Group */

class Page {
  /** @type {Set<string>} */
  #names;
  /** What `glassnet/core` has: names, and those of Sequential's members after a point. @type {Set<string>} */
  #core;

  /** @param {readonly Group[]} groups @param {readonly Declaration[]} core */
  constructor(groups, core) {
    this.groups = groups;
    this.#names = new Set(groups.flatMap(({ declarations }) => declarations.map(({ name }) => name)));
    this.#core = new Set(core.flatMap(({ name, members }) => [name, ...members.map((one) => `${name}.${one.name}`)]));
  }

  /** A text of TypeScript whose names lead to what they are. @param {string} text */
  #code(text) {
    return escape(text).replace(/(?<![\w."&-])[A-Z]\w+(?![\w"])/g, (name) =>
      this.#names.has(name) ? `<a href="#${name}">${name}</a>` : name,
    );
  }

  /** @param {Declaration} of @param {Member} member @param {boolean} isFirst Of those of its name. */
  #member({ name, kind }, { name: own, text, doc }, isFirst) {
    const isMissing = kind === "class" && this.#core.has(name) && !this.#core.has(`${name}.${own}`);
    const note = isMissing ? `<p class="note">not in glassnet/core</p>` : "";
    const id = isFirst ? ` id="${name}.${own}"` : "";
    return `<dt${id}><code>${this.#code(text)}</code></dt>\n<dd>${prose(doc)}${note}</dd>`;
  }

  /** @param {Declaration} declaration */
  #section(declaration) {
    const { name, kind, text, members, heritage } = declaration;
    const doc = name === "init" ? INIT : declaration.doc;
    const core = this.#core.has(name) ? ", also in glassnet/core" : "";
    const parent = heritage ? ` <code>${this.#code(heritage)}</code>` : "";
    const listed = kind === "class" ? inOrder(members) : members;
    const own = listed
      .map((member, at) => this.#member(declaration, member, listed[at - 1]?.name !== member.name))
      .join("\n");
    const body = kind === "function" || kind === "type" ? `<pre>${this.#code(text)}</pre>` : `<dl>${own}</dl>`;
    return `<section id="${name}">
<h3>${name}</h3>
<p class="note">${kind}${parent}${kind === "type" || kind === "interface" ? "" : core}</p>
${prose(doc)}
${body}
</section>`;
  }

  get #contents() {
    const links = (/** @type {Group} */ { declarations }) =>
      declarations.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join("");
    return this.groups.map((group) => `<h2>${group.title}</h2><ul>${links(group)}</ul>`).join("\n");
  }

  get html() {
    const sections = this.groups.map(
      ({ title, lead, declarations }) =>
        `<h2>${title}</h2>\n${prose(lead)}\n${declarations.map((one) => this.#section(one)).join("\n")}`,
    );
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Glassnet: JavaScript API</title>
<link rel="icon" href="data:,">
<style>
${STYLE}</style>
</head>
<body>
<header><a href="./index.html">Glassnet</a><a href="./api.html">JavaScript API</a></header>
<div class="page">
<nav aria-label="Contents">
<details open>
<summary>Contents</summary>
${this.#contents}
</details>
</nav>
<script>
${FOLD}</script>
<main>
<h1>JavaScript API</h1>
<p class="lead">What <code>import … from "glassnet"</code>, <code>"glassnet/formats"</code> and <code>"glassnet/element"</code> give, as the package's types have it.
<code>npm install glassnet</code>, then <code>await init()</code>.</p>
${sections.join("\n")}
<footer><a href="./${LICENSES}">Licences of what others wrote of it</a></footer>
</main>
</div>
</body>
</html>
`;
  }
}

/** Beside the text the contents are always there; above it they are folded. Without scripts they are open. */
const FOLD = `const isBeside = matchMedia("(min-width: ${BESIDE}px)");
const fold = () => { document.querySelector("nav > details").open = isBeside.matches; };
isBeside.addEventListener("change", fold);
fold();
`;

/** What makes an object, then what belongs to the class, then its members by name, and what gives it back. */
const RANKS = [
  (/** @type {Member} */ { name }) => name === "constructor",
  (/** @type {Member} */ { isStatic }) => isStatic,
  (/** @type {Member} */ { name }) => name !== "free",
  () => true,
];

/** @param {readonly Member[]} members */
function inOrder(members) {
  const rank = (/** @type {Member} */ member) => RANKS.findIndex((is) => is(member));
  return [...members].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));
}

/** @param {readonly Declaration[]} declarations @param {readonly string[]} kinds */
const ofKind = (declarations, kinds) =>
  declarations.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => a.name.localeCompare(b.name, "en"));

/** The page, of the engines as they are built. */
export function apiPage() {
  const engine = declarationsIn(join(root, "www/pkg-full/glassnet.d.ts"), join(root, "formats/js/glassnet.d.ts"));
  const formats = declarationsIn(join(root, "formats/js/formats.d.ts"), join(root, "formats/src/types.d.ts"));
  const element = declarationsIn(join(root, "www/element.d.ts"));
  const known = new Set(engine.map(({ name }) => name));
  const types = element.filter(({ name, kind }) => kind !== "class" && !known.has(name));
  const init = engine.filter(({ name }) => name === "init");
  const isModel = (/** @type {Declaration} */ { name }) => name === "Sequential";
  const classes = ofKind(engine, ["class"]).sort((a, b) => Number(isModel(b)) - Number(isModel(a)));
  const groups = [
    {
      title: "Classes",
      lead: "Each has `free()`, which gives its memory back.",
      declarations: classes,
    },
    {
      title: "Functions",
      lead: "",
      declarations: [...init, ...ofKind(engine, ["function"]).filter((one) => !init.includes(one))],
    },
    {
      title: "Files of other tools",
      lead: `\`glassnet/formats\` writes and reads saved models. Its wasm is loaded by the first call; its own \`init\` can name another address. \`model.export(format)\` and \`loadModel(files)\` of \`glassnet\` do the same for a model.`,
      declarations: ofKind(formats, ["function", "interface", "type"]),
    },
    {
      title: "Element",
      lead: "`glassnet/element` registers `<glass-net>`; `glassnet/react` is the same with types for JSX.",
      declarations: [...ofKind(element, ["class"]), ...ofKind(types, ["interface", "type"])],
    },
    { title: "Types", lead: "", declarations: ofKind(engine, ["interface", "type"]) },
  ];
  return new Page(groups, declarationsIn(join(root, "www/pkg-core/glassnet.d.ts"))).html;
}
