// Projects of frameworks: their pages draw what the page of page.js has, and then run its program.

import { MAIN } from "./page.js";
import { VITE } from "./tools.js";

const REACT = { react: "19.3.1", "react-dom": "19.3.1" };

/** @param {string} main */
const viteIndex = (main) => `<!doctype html>
<html lang="en">
  <link rel="icon" href="data:,">
  <div id="root"></div>
  <script type="module" src="./${main}"></script>
</html>
`;

/** @param {string} name @param {string} from @param {string} call */
const viteConfig = (name, from, call) => `import { ${name} } from "${from}";

export default { plugins: [${call}] };
`;

/** Vite's tool with the project's configuration. */
const CONFIGURED = VITE.replace("configFile: false", 'configFile: import.meta.dirname + "/vite.config.js"');

const REACT_PAGE = `import "glassnet/react";
import { useEffect } from "react";

export function Page() {
  useEffect(() => void import("./main.js"), []);
  return (
    <>
      <pre />
      <glass-net inputs={[0.5, -1]} kernels={[[[1.2], [0.4]]]} target={1} at={4} />
      <glass-net playground preset="xor" />
    </>
  );
}
`;

const REACT_MAIN = `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page.jsx";

createRoot(document.querySelector("#root")).render(<StrictMode><Page /></StrictMode>);
`;

const VUE_PAGE = `<script setup>
import "glassnet/element";
import { onMounted } from "vue";

const kernels = [[[1.2], [0.4]]];
onMounted(() => import("./main.js"));
</script>

<template>
  <pre></pre>
  <glass-net :inputs="[0.5, -1]" :kernels="kernels" :target="1" :at="4"></glass-net>
  <glass-net playground preset="xor"></glass-net>
</template>
`;

const SVELTE_PAGE = `<script>
  import "glassnet/element";
  import { onMount } from "svelte";

  onMount(() => void import("./main.js"));
</script>

<pre></pre>
<glass-net inputs={[0.5, -1]} kernels={[[[1.2], [0.4]]]} target={1} at={4}></glass-net>
<glass-net playground preset="xor"></glass-net>
`;

const NEXT_LAYOUT = `export const metadata = { icons: "data:," };

export default ({ children }) => <html lang="en"><body>{children}</body></html>;
`;

const NEXT_PAGE = `import { Run } from "./run.jsx";

export default function Page() {
  return (
    <>
      <pre />
      <glass-net inputs="0.5,-1" kernels="1.2;0.4" target="1" at="4" />
      <glass-net playground="" preset="xor" />
      <Run />
    </>
  );
}
`;

/** The server imports the element too, while it prerenders. */
const NEXT_RUN = `"use client";

import "glassnet/element";
import { useEffect } from "react";

export function Run() {
  useEffect(() => void import("./main.js"), []);
  return null;
}
`;

/** The folder of a lockfile further up would be taken for the project's. */
const NEXT_CONFIG = `export default { output: "export", turbopack: { root: import.meta.dirname } };
`;

const NEXT = `import { execFileSync, spawn } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

const here = import.meta.dirname;
const program = join(here, "node_modules/next/dist/bin/next");
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

export async function bundle() {
  rmSync(join(here, "dist"), { recursive: true, force: true });
  execFileSync(process.execPath, [program, "build"], { cwd: here, env, encoding: "utf8" });
  renameSync(join(here, "out"), join(here, "dist"));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export async function develop() {
  const port = await freePort();
  const args = [program, "dev", "--hostname", "127.0.0.1", "--port", String(port)];
  const server = spawn(process.execPath, args, { cwd: here, env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => String(text).includes("Ready") && resolve());
    server.on("exit", (code) => reject(new Error("next dev ended with " + code)));
  });
  const over = new Promise((resolve) => server.on("exit", resolve));
  const close = () => (server.kill(), over);
  return { address: "http://127.0.0.1:" + port + "/", close };
}
`;

/** @type {Record<string, import("../try-bundlers.js").Tool>} */
export const FRAMEWORKS = {
  next: {
    packages: { next: "16.4.6", ...REACT },
    tool: NEXT,
    files: {
      "next.config.js": NEXT_CONFIG,
      "app/layout.jsx": NEXT_LAYOUT,
      "app/page.jsx": NEXT_PAGE,
      "app/run.jsx": NEXT_RUN,
      "app/main.js": MAIN,
    },
  },
  react: {
    packages: { ...REACT, vite: "8.3.8", "@vitejs/plugin-react": "6.3.0" },
    tool: CONFIGURED,
    files: {
      "index.html": viteIndex("start.jsx"),
      "start.jsx": REACT_MAIN,
      "page.jsx": REACT_PAGE,
      "vite.config.js": viteConfig("default as react", "@vitejs/plugin-react", "react()"),
    },
  },
  vue: {
    packages: { vue: "3.5.45", vite: "8.3.8", "@vitejs/plugin-vue": "6.0.11" },
    tool: CONFIGURED,
    files: {
      "index.html": viteIndex("start.js"),
      "start.js": `import { createApp } from "vue";\nimport Page from "./page.vue";\n\ncreateApp(Page).mount("#root");\n`,
      "page.vue": VUE_PAGE,
      "vite.config.js": viteConfig(
        "default as vue",
        "@vitejs/plugin-vue",
        `vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "glass-net" } } })`,
      ),
    },
  },
  svelte: {
    packages: { svelte: "5.57.3", vite: "8.3.8", "@sveltejs/vite-plugin-svelte": "7.3.1" },
    tool: CONFIGURED,
    files: {
      "index.html": viteIndex("start.js"),
      "start.js": `import { mount } from "svelte";
import Page from "./page.svelte";

mount(Page, { target: document.querySelector("#root") });
`,
      "page.svelte": SVELTE_PAGE,
      "vite.config.js": viteConfig("svelte", "@sveltejs/vite-plugin-svelte", "svelte()"),
    },
  },
};
