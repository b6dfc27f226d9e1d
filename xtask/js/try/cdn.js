// The packed package on a host of packages, as a page of another origin uses it without npm or a bundler.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpackInto } from "./pack.js";
import { MAIN, PAGE, readPage, runPython, serve } from "./page.js";

/** @param {Record<string, string>} imports What the page imports by which address. */
const pageImporting = (imports) =>
  PAGE.replace("<script ", `<script type="importmap">${JSON.stringify({ imports })}</script>\n  <script `);

/**
 * A host that redirects a package's name to its file, as unpkg does, and one that sends the file in its place, as
 * jsDelivr does.
 * @param {string} folder Where the package lies. @param {{ version: string, unpkg: string, jsdelivr: string }} names
 */
function serveHosts(folder, { version, unpkg, jsdelivr }) {
  const at = `/npm/glassnet@${version}`;
  return serve(folder, {
    cors: true,
    base: `${at}/`,
    moved: { "/unpkg/glassnet": `${at}/${unpkg}` },
    sent: { [at]: jsdelivr },
  });
}

/** @param {string} folder @param {Record<string, string>} imports @param {string} [main] */
function writePage(folder, imports, main = MAIN) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), pageImporting(imports));
  writeFileSync(join(folder, "main.js"), main);
}

/**
 * Python runs there, and the link that the playground gives away leads to a page that shows it.
 * @param {import("@playwright/test").Page} page
 */
async function runAndFollowLink(page) {
  await runPython(page);
  await page.locator("[data-tab=save]").click();
  const link = await page.locator("gn-save-panel input.link").inputValue();
  await page.goto(link);
  await page.getByRole("button", { name: "Step epoch", exact: true }).waitFor();
}

/** An iframe of the package's page takes the height of its content. @param {string} folder @param {string} cdn */
function writeFrame(folder, cdn) {
  mkdirSync(folder, { recursive: true });
  const frame = `<iframe src="${cdn}/embed.html?inputs=0.5,-1&kernels=1.2;0.4" style="height: 100px"></iframe>`;
  const text = `<!doctype html><link rel="icon" href="data:,"><script src="${cdn}/host.js" defer></script>${frame}`;
  writeFileSync(join(folder, "index.html"), text);
}

/** @param {import("@playwright/test").Browser} browser @param {string} address */
async function readFrame(browser, address) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.waitForFunction(() => (document.querySelector("iframe")?.clientHeight ?? 0) > 200);
    await page.frameLocator("iframe").locator("glass-net svg.gn-network").waitFor();
  } finally {
    await page.close();
  }
}

/** Serves a page while it is read. @param {string} folder @param {(address: string) => Promise<void>} read */
async function whileServed(folder, read) {
  const { address, close } = await serve(folder);
  try {
    await read(address);
  } finally {
    close();
  }
}

/**
 * @param {import("@playwright/test").Browser} browser @param {string} project @param {string} tarball
 */
export async function tryCdn(browser, project, tarball) {
  rmSync(project, { recursive: true, force: true });
  const packed = join(project, "packed");
  unpackInto(tarball, packed);
  const names = JSON.parse(readFileSync(join(packed, "package.json"), "utf8"));
  const cdn = await serveHosts(packed, names);
  const home = `${cdn.address}npm/glassnet@${names.version}`;
  const engines = {
    glassnet: `${home}/glassnet.js`,
    "glassnet/core": `${home}/pkg-core/glassnet.js`,
    "glassnet/formats": `${home}/formats.js`,
  };
  const elements = {
    file: `${home}/cdn/glass-net.js`,
    redirected: `${cdn.address}unpkg/glassnet`,
    sent: home,
  };
  for (const [name, element] of Object.entries(elements))
    writePage(join(project, name), { ...engines, "glassnet/element": element });

  // The engine's JavaScript is the page's own, its wasm the host's.
  const own = join(project, "wasm");
  const wasm = (/** @type {string} */ file) => `{ module_or_path: "${home}/${file}" }`;
  const main = MAIN.replace("init()", `init(${wasm("pkg-full/glassnet.wasm")})`).replace(
    "initCore()",
    `initCore(${wasm("pkg-core/core.wasm")})`,
  );
  const copies = {
    glassnet: "./glassnet.js",
    "glassnet/core": "./pkg-core/glassnet.js",
    "glassnet/formats": "./formats.js",
  };
  writePage(own, { ...copies, "glassnet/element": elements.file }, main);
  for (const copy of ["glassnet.js", "formats.js", "pkg-full/glassnet.js", "pkg-core/glassnet.js", "pkg-formats"])
    cpSync(join(packed, copy), join(own, copy), { recursive: true });

  const frame = join(project, "frame");
  writeFrame(frame, `${home}/cdn`);
  try {
    for (const name of [...Object.keys(elements), "wasm"])
      await whileServed(join(project, name), (address) => readPage(browser, address, runAndFollowLink));
    await whileServed(frame, (address) => readFrame(browser, address));
  } finally {
    cdn.close();
  }
}
