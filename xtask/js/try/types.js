// What TypeScript must accept of the package, and what it must not; each file is checked with the package's own types.

const ENGINES = `import "glassnet/element";
import init, { Sequential, Table, type ErrorCode, type GlassnetError, type History } from "glassnet";
import initCore, { Sequential as CoreSequential } from "glassnet/core";

await Promise.all([init(), initCore()]);
const layer = { activation: "sigmoid" as const, useBias: false, kernel: [[1.2], [0.4]] };
const config = { inputs: 2, layers: [layer] };
const input = new Float32Array([0.5, -1]);
for (const model of [new Sequential(config), new CoreSequential(config)]) model.predict(input)[0].toFixed(5);
export const rows: number = Table.fromCsv("a,b\\n1,2").rows;
// @ts-expect-error The core has no such method.
new CoreSequential(config).summary();

const model = new Sequential([
  { type: "Input", shape: [2] },
  { units: 8, activation: "relu" },
  { type: "Dropout", rate: 0.2, seed: 1 },
  { type: "Dense", units: 1 },
]);
// @ts-expect-error A rate is missing.
new Sequential([{ type: "Dropout" }]);
// @ts-expect-error There is no such activation.
new Sequential([{ units: 1, activation: "rellu" }]);
export const before: History | undefined = model.history();
// @ts-expect-error Before a fit there is none.
model.history().epoch;
export const losses: number[] = model.fit([[0, 1]], [[1]], { epochs: 2 }).history.loss;

try {
  model.predict([1]);
} catch (error) {
  const { code, what, expected, received, message } = error as GlassnetError;
  const texts: string[] = [what, expected, received, message];
  const shape: ErrorCode = "shape";
  if (code === shape) console.error(...texts);
  // @ts-expect-error There is no such code.
  if (code === "shapes") throw error;
}
`;

const FORMATS = `import init, { type Experiment, loadModel, Scaler, Sequential, type ExportFormat, type ModelFile } from "glassnet";
import initFormats, { exportForWorkers, exportFormats, exportModel, importModel, importWeights } from "glassnet/formats";
import initCore, { Sequential as CoreSequential } from "glassnet/core";

await Promise.all([init(), initFormats({ module_or_path: "/formats.wasm" }), initCore()]);
const model = await loadModel(await fetch("model.keras"));
export const blob = new Blob([await model.export("keras", { name: "houses" })]);
export const layers: ModelFile[] = await model.export("tfjs");
export const formats: ExportFormat[] = await exportFormats();
const scaler = Scaler.fit("standard", [[1, 2], [3, 4]]);
export const [file] = await exportModel(model, "onnx", { scaler, features: ["a", "b"] });
export const again: Sequential = Sequential.load(await importModel(layers));
export const same: Sequential = Sequential.load(await importWeights(model.save(), new Uint8Array(8)));
export const workers = (experiment: Experiment): Promise<ModelFile[]> => exportForWorkers(experiment);
export const chosen = (input: HTMLInputElement) => input.files && loadModel(input.files);
// @ts-expect-error There is no such format.
await model.export("kers");
// @ts-expect-error A name alone is no file.
await loadModel("model.keras");
// @ts-expect-error The core has no such method.
await new CoreSequential([]).export("keras");
`;

const EVENTS = `import "glassnet/element";
import type { GlassNetState } from "glassnet/element";

const net = document.querySelector("glass-net")!;
await net.step(-1);
net.inputs = [1, -1];
// @ts-expect-error An attribute of another kind.
net.inputs = { x: 1 };
const state: GlassNetState | undefined = net.state;
export const at: number | undefined = state?.at;
net.addEventListener("glass-net-ready", ({ detail }) => detail.scene === "worked");
net.addEventListener("glass-net-step", ({ detail }) => {
  if ("operation" in detail) detail.operation === "product";
  if ("batch" in detail) detail.loss?.toFixed(3);
  if ("runs" in detail) detail.runs[0].label.trim();
});
net.addEventListener("glass-net-phase", ({ detail }) => detail.phase === "backward" && detail.iteration > 1);
net.addEventListener("glass-net-epoch", ({ detail }) => detail.epoch + detail.val_loss);
net.addEventListener("glass-net-end", ({ detail }) => detail.why === "diverged" && detail.layer > 0);
net.addEventListener("glass-net-error", ({ detail }) => detail.code + detail.message);
document.addEventListener("glass-net-change", ({ detail }) => detail.config?.data);
// @ts-expect-error There is no such phase.
net.addEventListener("glass-net-phase", ({ detail }) => detail.phase === "backwards");
`;

const REACT = `import "glassnet/react";
import { useRef } from "react";
import type { GlassNet } from "glassnet/react";

export function Post() {
  const net = useRef<GlassNet>(null);
  return (
    <>
      <glass-net
        ref={net}
        className="wide"
        inputs={[1, -1]}
        kernels={[[[2, 1], [1, 1]], [[0.4], [-1.1]]]}
        learningRate={1}
        lang="ko"
        onglass-net-step={({ detail }) => console.log(detail)}
      >
        <p>A network.</p>
      </glass-net>
      <glass-net playground preset="xor" controls={null} />
      {/* @ts-expect-error There is no such attribute. */}
      <glass-net presets="xor" />
      <button onClick={() => net.current?.play()}>Play</button>
    </>
  );
}
`;

/** The files of a project that uses the types. */
export const TYPED = { "engines.ts": ENGINES, "formats.ts": FORMATS, "events.ts": EVENTS, "react.tsx": REACT };

/** As Vite's own template has it, but that the package's types are checked too. */
export const CONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2022", "DOM"],
    jsx: "react-jsx",
    types: [],
    skipLibCheck: false,
  },
  files: Object.keys(TYPED),
};
