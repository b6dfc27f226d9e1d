// Finds by trying what a smaller engine rejects and the full one takes: names, layers, fields and settings.

/** @typedef {Record<string, any>} Engine */

const X = [[0, 1]];
const Y = [[1]];

/** @param {Engine} engine */
const model = (engine) => new engine.Sequential([{ units: 1, inputShape: [2] }]);

/** Ways to say a name. @type {((engine: Engine, name: string) => unknown)[]} */
const NAMED = [
  (engine, loss) => model(engine).compile({ loss }),
  (engine, metric) => model(engine).compile({ metrics: [metric] }),
  (engine, optimizer) => model(engine).compile({ optimizer }),
  (engine, activation) => model(engine).add({ units: 1, activation }),
  (engine, kernelInitializer) => model(engine).add({ units: 1, kernelInitializer }),
  (engine, kernelRegularizer) => model(engine).add({ units: 1, kernelRegularizer }),
  (engine, type) => model(engine).add({ type }),
  (engine, name) => model(engine).compile({ optimizer: { name: "sgd", learningRate: { name } } }),
];

/** Ways to give a field; without a value it is the default. @type {((engine: Engine, field: string) => unknown)[]} */
const FIELDS = [
  (engine, field) => model(engine).add({ units: 1, [field]: null }),
  (engine, field) => model(engine).fit(X, Y, { [field]: null }),
  (engine, field) => model(engine).evaluate(X, Y, { [field]: null }),
];

/** What the full engine takes besides. @type {((engine: Engine) => unknown)[]} */
const OTHERS = [
  (engine) => model(engine).compile({ metrics: [{ name: "accuracy" }] }),
  (engine) => model(engine).compile({ optimizer: { name: "sgd", learningRate: () => 0.1 } }),
  // The full one would print while it is tried.
  (engine) => model(engine).fit(X, Y, { verbose: 1, ...(engine.Table && { print() {} }) }),
];

/** @param {() => unknown} run @returns {any} */
function errorOf(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
}

/** The words that an error lists. @param {any} error */
const listed = ({ expected }) => expected.replace(/^.*(one of|the fields) /, "").split(", ");

/** What stands at the end of a path: `loss`, `metrics`, `initializer`, `type`. @param {string} what */
export const placeOf = (what) =>
  what
    .replace(/\[\d+\]|\.name$/g, "")
    .replace(/^.*(\.|kernel|bias)/, "")
    .toLowerCase();

/** The name that was received, however it is spelled. @param {string} received */
export const nameIn = (received) => received.replace(/^.* /, "").replace(/_/g, "").toLowerCase();

/**
 * What a smaller engine rejects by name, by the place where it does so.
 * @param {Engine} small @param {Engine} full Both are started.
 * @returns {Record<string, string[]>}
 */
export function namesMissing(small, full) {
  const tries = [...NAMED, ...FIELDS].flatMap((way) =>
    listed(errorOf(() => way(full, "@"))).map(
      (/** @type {string} */ name) => (/** @type {Engine} */ of) => way(of, name),
    ),
  );
  /** @type {Record<string, string[]>} */
  const missing = {};
  for (const run of [...tries, ...OTHERS]) {
    const error = errorOf(() => run(small));
    // What neither takes in this form, such as a layer without its settings, is no difference.
    if (!error || errorOf(() => run(full))?.message === error.message) continue;
    const names = (missing[placeOf(error.what)] ??= []);
    if (!names.includes(nameIn(error.received))) names.push(nameIn(error.received));
  }
  return missing;
}
