import { basename, resolve } from "node:path";
import { defineConfig } from "vite";
import { apiPage } from "./xtask/js/api/page.js";
import { TARGET } from "./xtask/js/browsers/support.js";
import { instead, nameLicenses, noCircles, noPreload, tight } from "./xtask/js/plugins.js";

const www = resolve(import.meta.dirname, "www");

/** The files whose names authors write into their posts: they must not change with their content. */
const [ELEMENT, HOST] = ["glass-net", "host"];

/**
 * What every scene loads after the stub: the element and Lit. What of Lit only other pages use is left to them.
 */
const COMMON =
  /rolldown\/runtime|vite\/preload-helper\.js$|\/node_modules\/@?lit(?!.*\/(live|static|static-html|directive-helpers)\.js)|www\/src\/(element\/(element|surroundings|color-scheme|attribute-values|events|place)\.js|(format|names|theme|button-style)\.js|locales\/ko\/particles\.js|engine\/client\.js)/;

/** What the worked example loads beside it, but for its words and its engine, is one file: it compresses better so. */
const WORKED =
  /www\/src\/(worked\/(?!(steps|picture-(layer|notes|tags)|drag|changes|edits|fields|read|value-at)\.js|views\/(caption|network-(gradients|moving|pill|plot)|opened|claims|formulas-activation|help|share|inspector|settings|field|table|loss-curve)\.js|style\/opened\.js)|element\/value-names\.js|math\.js|locales\/index\.js)/;

/** What it loads once its first picture is there. */
const STEPS =
  /www\/src\/worked\/(steps|picture-(layer|notes|tags)|views\/(caption|network-(gradients|moving|pill|plot)))\.js/;

/** What whatever has an experiment loads, a program too: the way to the engine, and how its parts look. */
const EXPERIMENT =
  /www\/src\/(experiment\/(draw-scheduler|layers)|charts\/picture|element\/register|fields-style|panels\/style\/(panel|hints|tables)|engine\/(full-client|simd|yield)|hosted\/start-worker)\.js/;

/** What all scenes of a run and the playground load: an experiment at work, and what an embed of one has around it. */
const TRAINING =
  /www\/src\/(scenes\/(scene|views|style|training-events)|experiment\/(?!catalogue|draw-scheduler|layers)[\w-]+|panels\/(style|train)\/progress|panels\/views\/validation-error(-kinds)?)\.js/;

/** What the playground alone loads at first, and its tabs share; with what of Lit only these use. */
const BENCH =
  /www\/src\/(bench\/(?!drawer|define)[\w-]+|panels\/(panel|data\/(rows-strip|parts)|views\/hint|model\/(names|optimizers)|results\/(regression|classes))|charts\/histogram|experiment\/catalogue)\.js|\/node_modules\/lit(-html)?\/static(-html)?\.js/;

/**
 * Its engine, but for the wasm: fetched beside it. A worker of another origin imports it too, so nothing of it knows a
 * document.
 */
const ENGINE = /www\/(src\/engine\/(host|serve)|pkg(-worked)?\/glassnet)\.js$/;

/** What only the playground loads has a folder of its own, so that one can see what the worked example leaves alone. */
const folderOf = (/** @type {readonly (string | null)[]} */ files) =>
  files.some((file) => /www\/(src\/(code\/|locales\/(\w+\/)?code)|pkg-python)|@codemirror|@lezer/.test(file ?? ""))
    ? "code"
    : files.some((file) =>
          /www\/(src\/(bench|panels|charts\/(?!line-layout)|experiment|hosted|scenes|locales\/(\w+\/)?playground)|pkg-full|pkg-split|pkg-formats)|\/engine\/(full-|formats)|\/fflate\//.test(
            file ?? "",
          ),
        )
      ? "playground"
      : "assets";
/** The words of a language are named by it. @param {{ moduleIds: string[], facadeModuleId: string | null }} chunk */
const chunkFileNames = ({ moduleIds, facadeModuleId }) => {
  const [, language] = /\/locales\/(\w+)\/(?!opened)\w+\.js$/.exec(facadeModuleId ?? "") ?? [];
  // The stub names every scene: a shorter hash tells them apart as well.
  return `${folderOf(moduleIds)}/${language ?? "[name]"}-[hash:7].js`;
};
const assetFileNames = (/** @type {{ originalFileNames: string[] }} */ { originalFileNames }) => {
  const folder = folderOf(originalFileNames.map((name) => `/www/${name.replace(/^.*www\//, "")}`));
  // Of Python's library, a hundred files.
  const within = originalFileNames.some((name) => /pkg-python\/library\//.test(name)) ? "/library" : "";
  return `${folder}${within}/[name]-[hash][extname]`;
};

/**
 * The page of an embed: what its script imports is fetched beside it, not after it; and where a sandboxed frame may not
 * load modules, the classic script that runs after them takes their part.
 * @type {import("vite").Plugin}
 */
const embedPage = {
  name: "embed-page",
  apply: "build",
  transformIndexHtml: (_html, { filename, chunk }) =>
    filename.endsWith("embed.html")
      ? [
          ...(chunk?.imports ?? []).map((file) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `./${file}` },
            injectTo: /** @type {const} */ ("head"),
          })),
          { tag: "script", attrs: { src: "./embed.classic.js", defer: true }, injectTo: "head" },
        ]
      : [],
};

/**
 * While somebody works on it, the gallery finds the element where the built site has it.
 * @type {import("vite").Plugin}
 */
const galleryAsBuilt = {
  name: "gallery-as-built",
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      request.url = request.url?.replace(/^\/glass-net\.js(?=\?|$)/, "/src/hosted/define.js");
      next();
    });
  },
};

/** And the page of the API. @type {import("vite").Plugin} */
const apiAsBuilt = {
  name: "api-as-built",
  configureServer: ({ middlewares }) => {
    middlewares.use("/api.html", (_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8").end(apiPage());
    });
  },
};

/** What only files that were built know: where they lie. */
const hosted = ["/address.js", "/element/define.js", "/start-worker.js", "/open-worker.js"].map((end) =>
  instead(new RegExp(`${end}$`), resolve(www, "src/hosted", basename(end))),
);

/**
 * The rest of an engine is fetched when it is first called, or after the first picture; while somebody works on it, it
 * stays whole.
 */
const split = Object.entries({ "pkg-full": "pkg-split", pkg: "pkg-worked" }).map(([whole, parts]) => ({
  ...instead(new RegExp(`/${whole}/glassnet\\.js$`), resolve(www, parts, "glassnet.js")),
  apply: /** @type {const} */ ("build"),
}));

export default defineConfig({
  plugins: [noPreload, nameLicenses, noCircles, tight, embedPage, galleryAsBuilt, apiAsBuilt, ...hosted, ...split],
  root: www,
  // Relative addresses, so that the site works in any folder of any host and the element from any page.
  base: "./",
  // A wrong address is a 404, not the demo page.
  appType: "mpa",
  clearScreen: false,
  server: {
    host: "127.0.0.1",
    fs: { allow: [www, resolve(import.meta.dirname, "node_modules")] },
  },
  preview: {
    host: "127.0.0.1",
    // As a host of the element must answer: posts of any origin and sandboxed frames load its modules.
    cors: { origin: "*" },
  },
  build: {
    outDir: resolve(import.meta.dirname, "dist/site"),
    emptyOutDir: true,
    // Wasm stays a file of its own: inlined it would be larger and could not be compiled while it arrives.
    assetsInlineLimit: 0,
    target: TARGET,
    reportCompressedSize: false,
    modulePreload: false,
    // The files do not name them; those of the package do.
    sourcemap: "hidden",
    rolldownOptions: {
      input: {
        index: resolve(www, "index.html"),
        embed: resolve(www, "embed.html"),
        author: resolve(www, "author.html"),
        [ELEMENT]: resolve(www, "src/hosted/define.js"),
        [HOST]: resolve(www, "host.js"),
      },
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: ({ name }) => ([ELEMENT, HOST].includes(name) ? "[name].js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "common", test: COMMON },
            { name: "scene", test: WORKED },
            { name: "steps", test: STEPS },
            { name: "host", test: ENGINE },
            { name: "experiment", test: EXPERIMENT },
            { name: "training", test: TRAINING },
            { name: "bench", test: BENCH },
          ],
        },
        chunkFileNames,
        assetFileNames,
      },
    },
  },
  // What a worker shares with the page, as where the page is of another origin, is one file of both builds.
  worker: {
    format: "es",
    plugins: () => [tight, ...split],
    rolldownOptions: {
      output: {
        entryFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash:7].js`,
        assetFileNames,
        comments: false,
      },
    },
  },
});
