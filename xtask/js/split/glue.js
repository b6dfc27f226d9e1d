// The JavaScript of an engine in two modules, out of what wasm-bindgen wrote for one.

import { LOADING, PRIMARY, STACK } from "./parts.js";

const [MODULE, LOAD] = LOADING;

/** What wasm-bindgen writes, and what stands in its place. @type {[RegExp, string][]} */
const CHANGES = [
  [/^ +("\.\/glassnet_bg\.js"|a): import0,/gm, `$&\n        "${MODULE}": { ${LOAD} },`],
  [/new URL\('glassnet_bg\.wasm', import\.meta\.url\)/g, "new URL('primary.wasm', import.meta.url)"],
  [/export \{ initSync, __wbg_init as default \};/g, ""],
];

/**
 * A worker waits for the secondary module where it is first needed. A page must not wait: there it is loaded at the
 * start. Where it cannot be loaded, a call ends in the midst, as by a panic: then the engine is to be restarted.
 */
export const WHEN_CALLED = `
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

/**
 * On the page's own thread nothing waits. Until `rest` has brought the secondary module, a call that needs it ends in
 * its midst: what it made is lost, but the engine goes on, as memory is managed by the primary module alone and the
 * stack is put back to where it began.
 */
export const WAITING = `
let __secondary, __coming, __stack;

function ${LOAD}() {
    if (__secondary) {
        new WebAssembly.Instance(__secondary, { ...__wbg_get_imports(), "${PRIMARY}": wasm });
        return;
    }
    wasm.${STACK}.value = __stack;
    throw Object.assign(new WebAssembly.RuntimeError("the rest of the engine is not there yet"), { code: "engine_part" });
}

async function __fetch_secondary() {
    const answer = await fetch(new URL('secondary.wasm', import.meta.url));
    if (!answer.ok) throw new Error(\`\${answer.url}: expected the rest of the engine, received \${answer.status}\`);
    __secondary = await WebAssembly.compile(await answer.arrayBuffer());
}

async function __init(options) {
    const exports = await __wbg_init(options);
    __stack ??= exports.${STACK}.value;
    return exports;
}

__init.rest = () =>
    (__coming ??= __fetch_secondary().catch((failure) => {
        __coming = undefined;
        throw Object.assign(failure, { code: "engine_start" });
    }));

export { __init as default };
`;

/** @param {string} code @param {string} loading How the secondary module is loaded. */
export function glueOf(code, loading) {
  for (const [part] of CHANGES)
    if (code.match(part)?.length !== 1) throw new Error(`split: expected ${part} once in what wasm-bindgen wrote`);
  return CHANGES.reduce((text, [from, to]) => text.replace(from, to), code) + loading;
}

/**
 * The exports by which JavaScript itself has memory managed, not those that a caller asks for.
 * @param {string} code
 */
export function helpersIn(code) {
  const asked = new Set(
    Array.from(code.matchAll(/__wbg_call_guard\(\);\s+(?:ret = )?wasm\.([\w$]+)/g), ([, name]) => name),
  );
  const named = new Set(Array.from(code.matchAll(/\bwasm\.([\w$]+)/g), ([, name]) => name));
  return new Set([...named].filter((name) => !asked.has(name)));
}
