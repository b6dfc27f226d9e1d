/** A module in two parts: what it computes does not change, and the second part is loaded when it is called. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { partsOf, PRIMARY } from "../../xtask/js/split/parts.js";
import { fieldsOf, signatureOf } from "../../xtask/js/split/text.js";

/** As wasm-dis writes it: `answer` calls `$1` or, above ten, `$2`, which calls `$1` and keeps a count in a global. */
const WHOLE = `(module
 (type $0 (func (param i32) (result i32)))
 (global $global$0 (mut i32) (i32.const 0))
 (memory $0 1)
 (table $0 2 2 funcref)
 (elem $0 (i32.const 1) $2)
 (export "memory" (memory $0))
 (export "answer" (func $0))
 (export "count" (func $3))
 (func $0 (param $0 i32) (result i32)
  (if (result i32)
   (i32.gt_s (local.get $0) (i32.const 10))
   (then (call_indirect (type $0) (local.get $0) (i32.const 1)))
   (else (call $1 (local.get $0)))
  )
 )
 (func $1 (param $0 i32) (result i32)
  (i32.mul (local.get $0) (i32.const 2))
 )
 (func $2 (param $0 i32) (result i32)
  (global.set $global$0 (i32.add (global.get $global$0) (i32.const 1)))
  (i32.add (call $1 (local.get $0)) (i32.load (i32.const 8)))
 )
 (func $3 (result i32)
  (global.get $global$0)
 )
)
`;

/** @param {string} text */
function assemble(text) {
  const folder = mkdtempSync(join(tmpdir(), "split-"));
  const [from, to] = [join(folder, "part.wat"), join(folder, "part.wasm")];
  writeFileSync(from, text);
  execFileSync("node_modules/.bin/wasm-as", ["--enable-reference-types", from, "-o", to]);
  const bytes = readFileSync(to);
  rmSync(folder, { recursive: true });
  return new WebAssembly.Module(bytes);
}

test("the parts compute what the whole does, and the second one is loaded once, when it is first called", () => {
  const { primary, secondary } = partsOf(fieldsOf(WHOLE), new Set(["$0", "$1"]));
  const later = assemble(secondary);
  let loads = 0;
  /** @type {WebAssembly.Instance} */
  const first = new WebAssembly.Instance(assemble(primary), {
    "./secondary.js": {
      __load_secondary: () => {
        loads++;
        new WebAssembly.Instance(later, { [PRIMARY]: first.exports });
      },
    },
  });
  const { answer, count, memory } = /** @type {any} */ (first.exports);
  assert.deepEqual([answer(4), loads], [8, 0]);
  new Int32Array(memory.buffer)[2] = 100;
  assert.deepEqual([answer(20), answer(21), loads], [140, 142, 1]);
  assert.deepEqual([count(), answer(4), loads], [2, 8, 1]);
});

test("a function takes and gives what it did", () => {
  const header = " (func $7 (param $0 i32) (param $1 f64) (result i32 f32)\n  (unreachable)\n )";
  const signature = signatureOf({ kind: "func", name: "$7", text: header });
  assert.deepEqual(signature.parameters, ["(param i32)", "(param f64)"]);
  assert.equal(signature.type, "(param i32) (param f64) (result i32 f32)");
});
