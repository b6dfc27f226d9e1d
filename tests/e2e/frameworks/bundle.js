/** Pages of each framework, for a browser and on a server. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createElement } from "react";
import { renderToString as renderReact } from "react-dom/server";
import { compile } from "svelte/compiler";
import { build } from "vite";
import { createSSRApp } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { Page } from "./react.js";
import { page } from "./vue.js";

/** @import { Props } from "./names.js" */

const folder = import.meta.dirname;

/** @param {"client" | "server"} generate @returns {import("vite").Plugin} */
const svelte = (generate) => ({
  name: "svelte",
  transform: async (_code, id) =>
    id.endsWith(".svelte") ? compile(await readFile(id, "utf8"), { generate, filename: id }).js : undefined,
});

/** The code of one module with all that it imports. @param {string} entry @param {"client" | "server"} generate */
async function bundle(entry, generate) {
  const made = /** @type {import("vite").Rolldown.RolldownOutput[]} */ (
    await build({
      configFile: false,
      publicDir: false,
      logLevel: "error",
      define: {
        "process.env.NODE_ENV": '"production"',
        __VUE_OPTIONS_API__: "true",
        __VUE_PROD_DEVTOOLS__: "false",
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      },
      resolve:
        generate === "client"
          ? { alias: { vue: "vue/dist/vue.esm-bundler.js" }, conditions: ["browser", "module", "import"] }
          : {},
      ssr: { noExternal: true },
      plugins: [svelte(generate)],
      build: {
        write: false,
        minify: false,
        lib: { entry: resolve(folder, entry), formats: ["es"] },
        ...(generate === "server" ? { ssr: true } : {}),
      },
    })
  );
  const [{ output }] = [made].flat();
  return output[0].code;
}

/** @type {Map<string, Promise<string>>} */
const clients = new Map();

/** @param {"react" | "vue" | "svelte"} framework @returns {Promise<string>} */
export function clientOf(framework) {
  const made = clients.get(framework) ?? bundle(`${framework}.js`, "client");
  clients.set(framework, made);
  return made;
}

/** What a server sends. @type {Record<"react" | "vue" | "svelte", (embeds: Props[]) => Promise<string>>} */
export const SERVERS = {
  react: async (embeds) => renderReact(createElement(Page, { embeds })),
  vue: (embeds) => renderVue(createSSRApp(page(() => embeds))),
  svelte: async (embeds) => {
    const code = await bundle("svelte-server.js", "server");
    const { serve } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
    return serve(embeds);
  },
};
