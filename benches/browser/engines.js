/** The engines of the comparison, and their pages. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = import.meta.dirname;
const core = join(here, "../../www/pkg-core");
const whole = join(here, "../../www/pkg-full");
/** A `www/pkg-core` that another commit built, to compare with. */
const other = process.env.GLASSNET_CORE;

/** @param {string} folder */
const glassnet = (folder) => ({ file: "glassnet.js", core: folder, wasm: [join(folder, "glassnet_bg.wasm")] });

/**
 * `slow` names works that are run once a round; `wasm` files that the page loads beside its script; `core` a build of
 * our engine.
 * @type
 *   {{ id: string, file: string, title: string, slow?: string[], cannot?: Record<string, string>,
 *     notes?: Record<string, string>, wasm?: string[], core?: string }[]}
 */
export const ENGINES = [
  { id: "glassnet", title: "Glassnet", ...glassnet(core) },
  { id: "glassnet-whole", title: "Glassnet, the whole package", ...glassnet(whole) },
  ...(other ? [{ id: "other", title: "Glassnet of another commit", ...glassnet(other) }] : []),
  { id: "control", file: "control.js", title: "C by hand, wasm SIMD (control)", wasm: ["mlp_simd.wasm"] },
  { id: "plain", file: "plain.js", title: "JavaScript by hand", slow: ["W3"] },
  {
    id: "brain",
    file: "brain.js",
    title: "brain.js 1.6.1",
    slow: ["W1", "W2"],
    cannot: { W3: "no softmax" },
    notes: { W1: "updates row by row", W2: "updates row by row; tanh last" },
  },
  {
    id: "convnet",
    file: "convnet.js",
    title: "ConvNetJS 0.3.0",
    slow: ["W1", "W2", "W3"],
    notes: { W1: "SGD", W2: "linear last layer", W3: "SGD" },
  },
  {
    id: "jax",
    file: "jax.js",
    title: "jax-js 0.1.25 wasm, jit",
    slow: ["W1", "W2", "W3"],
    notes: { W1: "batches sliced once", W2: "batches sliced once", W3: "batches sliced once; loss from logits" },
  },
  { id: "tfjs-cpu", file: "tfjs-cpu.js", title: "TensorFlow.js 4.22 cpu, model.fit", slow: ["W1", "W2", "W3"] },
  {
    id: "tfjs-wasm",
    file: "tfjs-wasm.js",
    title: "TensorFlow.js 4.22 wasm, model.fit",
    slow: ["W1", "W2", "W3"],
    wasm: [join(here, "node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm")],
  },
];

/** A page that names what it will need, as one does who wants it soon. @param {string} id @param {string[]} files */
const html = (id, files) => `<!doctype html><meta charset="utf-8"><title>${id}</title>
${files.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`).join("\n")}
<script type="module" src="/${id}.js"></script>`;

/** @param {Buffer[]} files */
function weigh(files) {
  const brotli = (/** @type {Buffer} */ bytes) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const sum = (/** @type {(bytes: Buffer) => number} */ of) => files.reduce((total, bytes) => total + of(bytes), 0);
  return {
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    brotli: sum(brotli),
  };
}

/** Has the engine's page take this build of our engine. @param {string} path @returns {import("esbuild").Plugin} */
const ourCore = (path) => ({
  name: "our-core",
  setup: (bundler) => void bundler.onResolve({ filter: /\/pkg-core\/glassnet\.js$/ }, () => ({ path })),
});

/**
 * Bundles a page for each engine; returns what each weighs without the work itself.
 * @param {typeof ENGINES} engines
 * @param {string} folder
 * @param {string} control
 */
export async function bundle(engines, folder, control) {
  const sizes = /** @type {Record<string, ReturnType<typeof weigh>>} */ ({});
  for (const { id, file, core: folderOfCore = core, wasm = [] } of engines) {
    const options = {
      bundle: true,
      minify: true,
      format: /** @type {const} */ ("esm"),
      write: false,
      logLevel: /** @type {const} */ ("error"),
      platform: /** @type {const} */ ("browser"),
      plugins: [ourCore(join(folderOfCore, "glassnet.js"))],
    };
    const files = `/files/${id === "tfjs-wasm" ? "tfjs" : id}`;
    const entry = (/** @type {string} */ contents) => build({ ...options, stdin: { contents, resolveDir: here } });
    const page = await entry(
      `import { offer } from "./page.js"; import { start } from "./engines/${file}"; offer(start, "${files}");`,
    );
    // The engine and what a page must write to use it, without the work and the clock.
    const alone = await entry(`import { start } from "./engines/${file}"; globalThis.start = start;`);
    writeFileSync(join(folder, `${id}.js`), page.outputFiles[0].contents);
    writeFileSync(
      join(folder, `${id}.html`),
      html(
        id,
        wasm.map((name) => `${files}/${basename(name)}`),
      ),
    );
    const modules = wasm.map((name) => (id === "control" ? join(control, name) : name));
    mkdirSync(join(folder, id), { recursive: true });
    for (const module of modules) copyFileSync(module, join(folder, id, basename(module)));
    sizes[id] = weigh([Buffer.from(alone.outputFiles[0].contents), ...modules.map((module) => readFileSync(module))]);
  }
  return sizes;
}
