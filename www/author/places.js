/**
 * Where an author writes, and what goes where: the steps in their order, and what else the place takes. Pure.
 *
 * @typedef {keyof typeof SNIPPETS} SnippetName
 * @typedef {readonly [name: SnippetName, file?: string]} Step A text, and the file that it is or belongs into.
 * @typedef {object} Place
 * @property {readonly Step[]} steps
 * @property {readonly Step[]} others
 * @property {string} [poster] The poster's address, where the engine keeps pictures in a folder of its own.
 * @property {true} [isHosted] A host of somebody else's, where the poster has an address once it was uploaded.
 */
import {
  astroConfig,
  astroHead,
  docusaurusConfig,
  hugoConfig,
  hugoFile,
  hugoUse,
  jekyllFile,
  jekyllUse,
  jsxFrame,
  mdx,
  mkdocsConfig,
  mkdocsUse,
  react,
  styleSheet,
  vitepressConfig,
  vue,
  vueConfig,
} from "./engines.js";
import {
  addressOf,
  autoHeight,
  card,
  element,
  head,
  iframe,
  markdown,
  oneLine,
  withClassic,
  withModule,
} from "./snippets.js";

/** @typedef {import("./snippets.js").Embed} Embed */

const htmlElement = (/** @type {Embed} */ embed) => element(embed);

/** Every text that the page writes. */
export const SNIPPETS = {
  head,
  element: htmlElement,
  iframe: (/** @type {Embed} */ embed) => iframe(embed),
  height: autoHeight,
  classic: withClassic,
  line: oneLine,
  link: (/** @type {Embed} */ embed) => addressOf(embed, true),
  card,
  markdown,
  codePen: withModule,
  css: styleSheet,
  hugoFile,
  hugoUse,
  hugoConfig,
  jekyllFile,
  jekyllUse,
  mkdocsConfig,
  mkdocsUse,
  vitepressConfig,
  vitepressUse: htmlElement,
  docusaurusConfig,
  astroConfig,
  astroHead,
  mdx,
  jsxFrame,
  react,
  vueConfig,
  vue,
  svelte: htmlElement,
};

/** Those that are files of their own, to be saved as they are. @type {readonly SnippetName[]} */
export const FILES = ["card", "hugoFile", "jekyllFile", "css"];

const FRAME = /** @type {const} */ ([["iframe"], ["height"]]);

export const PLACES = /** @satisfies {Record<string, Place>} */ (
  /** @type {const} */ ({
    tistory: { steps: [["head"], ["element"]], others: FRAME, isHosted: true },
    naver: { steps: [["link"]], others: [["card", "index.html"]], isHosted: true },
    velog: { steps: [["markdown"]], others: [["codePen"]], isHosted: true },
    hugo: {
      steps: [
        ["head", "layouts/partials/head.html"],
        ["hugoFile", "layouts/shortcodes/glass-net.html"],
        ["hugoUse", "content/….md"],
      ],
      others: [["hugoConfig", "hugo.toml"], ["element", "content/….md"], ...FRAME],
      poster: "/poster.png",
    },
    jekyll: {
      steps: [
        ["head", "_includes/head.html"],
        ["jekyllFile", "_includes/glass-net.html"],
        ["jekyllUse", "_posts/….md"],
      ],
      others: FRAME,
      poster: "/poster.png",
    },
    mkdocs: {
      steps: [
        ["mkdocsConfig", "mkdocs.yml"],
        ["css", "docs/glass-net.css"],
        ["mkdocsUse", "docs/….md"],
      ],
      others: FRAME,
      poster: "/poster.png",
    },
    vitepress: {
      steps: [
        ["vitepressConfig", ".vitepress/config.js"],
        ["vitepressUse", "….md"],
      ],
      others: FRAME,
      poster: "./poster.png",
    },
    docusaurus: {
      steps: [
        ["docusaurusConfig", "docusaurus.config.js"],
        ["css", "src/css/custom.css"],
        ["mdx", "blog/….mdx"],
      ],
      others: [["jsxFrame"]],
      poster: "/poster.png",
    },
    astro: {
      steps: [
        ["astroConfig", "astro.config.mjs"],
        ["astroHead", "src/layouts/….astro"],
        ["mdx", "src/pages/….mdx"],
      ],
      others: [["jsxFrame"]],
      poster: "/poster.png",
    },
    ghost: { steps: [["head"], ["element"]], others: FRAME, isHosted: true },
    wordpress: { steps: [["css"], ["line"]], others: [["iframe"]], isHosted: true },
    notion: { steps: [["link"]], others: [["card", "index.html"]], isHosted: true },
    html: {
      steps: [["head"], ["element"]],
      others: [...FRAME, ["classic"], ["card", "index.html"], ["markdown"]],
    },
    react: { steps: [["head", "index.html"], ["react"]], others: [["jsxFrame"]], poster: "/poster.png" },
    vue: {
      steps: [["head", "index.html"], ["vueConfig", "vite.config.js"], ["vue"]],
      others: FRAME,
      poster: "/poster.png",
    },
    svelte: { steps: [["head", "src/app.html"], ["svelte"]], others: FRAME, poster: "/poster.png" },
  })
);

/** @typedef {keyof typeof PLACES} PlaceName */

/** The poster's address where the author names none. @param {PlaceName} name */
export const posterOf = (name) => /** @type {Place} */ (PLACES[name]).poster ?? "poster.png";
