// The JavaScript of an engine in two modules, out of what wasm-bindgen wrote for one.

import { LOADING, PRIMARY } from "./parts.js";

const [MODULE, LOAD] = LOADING;

/** What wasm-bindgen writes, and what stands in its place. @type {[string, string][]} */
const CHANGES = [
  [`        "./glassnet_bg.js": import0,`, `        "./glassnet_bg.js": import0,\n        "${MODULE}": { ${LOAD} },`],
  ["new URL('glassnet_bg.wasm', import.meta.url)", "new URL('primary.wasm', import.meta.url)"],
  ["export { initSync, __wbg_init as default };", ""],
];

/**
 * A worker waits for the secondary module where it is first needed. A page must not wait: there it is loaded at the
 * start. Where it cannot be loaded, a call ends in the midst, as by a panic: then the engine is to be restarted.
 */
const SECONDARY = `
const __secondary_address = new URL('secondary.wasm', import.meta.url);
// Where Python runs it is taken away from programs afterwards.
const __Request = globalThis.XMLHttpRequest;
let __secondary;

function ${LOAD}() {
    __secondary ??= new WebAssembly.Module(__secondary_bytes());
    new WebAssembly.Instance(__secondary, { ...__wbg_get_imports(), "${PRIMARY}": wasm });
}

function __secondary_bytes() {
    const request = new __Request();
    request.open("GET", __secondary_address, false);
    request.responseType = "arraybuffer";
    try {
        request.send();
    } catch {}
    if (request.status === 200) return request.response;
    const received = request.status || "no answer";
    const message = \`\${__secondary_address}: expected the rest of the engine, received \${received}\`;
    throw Object.assign(new WebAssembly.RuntimeError(message), { code: "engine_start" });
}

async function __init(options) {
    if (!__secondary && !("WorkerGlobalScope" in globalThis)) {
        const answer = await fetch(__secondary_address);
        __secondary = await WebAssembly.compile(await answer.arrayBuffer());
    }
    return __wbg_init(options);
}

export { __init as default };
`;

/** @param {string} code */
export function glueOf(code) {
  for (const [part] of CHANGES)
    if (code.split(part).length !== 2) throw new Error(`split: expected ${part} once in what wasm-bindgen wrote`);
  return CHANGES.reduce((text, [from, to]) => text.replace(from, () => to), code) + SECONDARY;
}
