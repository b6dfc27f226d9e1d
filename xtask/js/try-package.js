// Packs dist/npm as npm would, uses the package in an empty Vite project, and reads numbers off it in Chromium.
// usage: node try-package.js <Chromium>   (after package.js)

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { build, preview } from "vite";

const root = resolve(import.meta.dirname, "../..");
// Inside the checkout, so that the package's dependencies are found where they are.
const project = join(root, "dist/try-npm");
const [executablePath] = process.argv.slice(2);

const PAGE = `<!doctype html>
<html lang="en">
  <link rel="icon" href="data:,">
  <script type="module" src="./main.ts"></script>
  <pre></pre>
  <glass-net inputs="0.5,-1" kernels="1.2;0.4" target="1" at="4"></glass-net>
  <glass-net playground preset="xor"></glass-net>
</html>
`;

const MAIN = `import "glassnet/element";
import init, { Sequential } from "glassnet";

await init();
const model = new Sequential({ inputs: 2, layers: [{ activation: "sigmoid", useBias: false, kernel: [[1.2], [0.4]] }] });
const example = document.querySelector("glass-net");
await example?.step();
document.querySelector("pre")!.textContent = model.predict(new Float32Array([0.5, -1]))[0].toFixed(5) + " " + example?.state.at;
`;

/** As Vite's own template has it. */
const CONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2023", "DOM"],
    types: [],
    skipLibCheck: true,
  },
  files: ["main.ts"],
};

/** @param {string} file @param {string[]} args @param {string} [cwd] */
const run = (file, args, cwd = root) =>
  execFileSync(file, args, { cwd, encoding: "utf8", shell: process.platform === "win32" });

/** What npm would publish, where the project looks for it. */
function install() {
  const dist = join(root, "dist");
  const [{ filename, entryCount, size }] = JSON.parse(
    run("npm", ["pack", "--json", "--pack-destination", dist, join(dist, "npm")]),
  );
  const home = join(project, "node_modules/glassnet");
  mkdirSync(home, { recursive: true });
  run("tar", ["-xzf", join(dist, filename), "-C", home, "--strip-components=1"]);
  rmSync(join(dist, filename));
  console.log(`${filename}: ${entryCount} files, ${(size / 1e6).toFixed(2)} MB packed`);
}

/** @param {import("@playwright/test").Page} page @param {string} selector @param {string} text */
async function reads(page, selector, text) {
  await page.locator(selector, { hasText: text }).first().waitFor();
  console.log(`${selector} reads ${text}`);
}

rmSync(project, { recursive: true, force: true });
install();
writeFileSync(join(project, "index.html"), PAGE);
writeFileSync(join(project, "main.ts"), MAIN);
writeFileSync(join(project, "tsconfig.json"), JSON.stringify(CONFIG));
writeFileSync(join(project, "package.json"), JSON.stringify({ name: "try-glassnet", private: true, type: "module" }));
run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]);
await build({ root: project, configFile: false, logLevel: "error" });
console.log(`built: ${readdirSync(join(project, "dist/assets")).length} files`);

const server = await preview({
  root: project,
  configFile: false,
  logLevel: "error",
  preview: { host: "127.0.0.1", port: 0 },
});
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
try {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  page.on("pageerror", (error) => {
    throw error;
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.httpServer.address());
  const worker = page.waitForEvent("worker");
  await page.goto(`http://127.0.0.1:${port}/`);
  await reads(page, "pre", "0.54983 5");
  await reads(page, "glass-net svg.gn-network", "0.550");
  await page.locator("glass-net[playground]").scrollIntoViewIfNeeded();
  await worker;
  await page.getByRole("button", { name: "Step epoch", exact: true }).click();
  await page.waitForFunction(() => {
    /** @type {any} */
    const element = document.querySelector("glass-net[playground]");
    return (element.inner.lab.state?.updates ?? 0) > 0;
  });
  console.log("the playground trains in a worker");
} finally {
  await browser.close();
  await server.close();
}
