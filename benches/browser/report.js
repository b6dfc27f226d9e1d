/** The table of a run, as Markdown. */

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** @param {number} value */
const short = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value < 0.1 ? 4 : 3);

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, at) => (at ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

const WORKS = /** @type {const} */ ([
  ["W1", "W1 ms", (/** @type {any} */ sample) => sample.ms],
  ["first", "W1, first run, ms", (/** @type {any} */ sample) => sample],
  ["W2", "W2 ms", (/** @type {any} */ sample) => sample.ms],
  ["W3", "W3 ms", (/** @type {any} */ sample) => sample.ms],
  ["W4a", "W4 100,000 rows, ms", (/** @type {any} */ sample) => sample.ms],
  ["W4b", "W4 one row, µs", (/** @type {any} */ sample) => sample.us],
]);

/**
 * @param
 *   {{ engines: any[], all: Record<string, any>, pairs: Record<string, any[]>, sizes: Record<string, any>,
 *     scale: any[], memory: any, smooth: any, large: any, facts: any }}
 *   run
 */
export function report({ engines, all, pairs, sizes, scale, memory, smooth, large, facts }) {
  const middle = (/** @type {string} */ id, /** @type {string} */ key, /** @type {(sample: any) => number} */ of) =>
    all[id]?.[key] ? median(all[id][key].map(of)) : undefined;
  const times = engines.map(({ id, title, notes, cannot }) => [
    title,
    ...WORKS.map(([key, , of]) => {
      const [value, own] = [middle(id, key, of), middle("glassnet", key, of)];
      if (value === undefined || own === undefined) return cannot?.[key] ?? "-";
      const ratio = id === "glassnet" ? "" : ` (${short(value / own)}x)`;
      return `${short(value)}${ratio}${notes?.[key] ? ` ${notes[key]}` : ""}`;
    }),
  ]);
  // A machine's speed changes from minute to minute; two engines that run one after the other have much the same one.
  const beside = engines
    .filter(({ id }) => pairs[id])
    .map(({ id, title }) => [
      title,
      ...WORKS.map(([key, , of]) => {
        const rounds = pairs[id].filter(({ own, control }) => own[key] && control[key]);
        const ratios = rounds.map(({ own, control }) => median(own[key].map(of)) / median(control[key].map(of)));
        return ratios.length ? `${short(median(ratios))}x` : "-";
      }),
    ]);
  const stolen = facts.stolen === undefined ? "not told" : `${(100 * facts.stolen).toFixed(1)} %`;
  const losses = engines.map(({ id, title }) => [
    title,
    ...["W1", "W2", "W3"].map((key) => all[id]?.[key]?.[0]?.loss?.toPrecision(7) ?? "-"),
    ...["W4a", "W4b"].map((key) => all[id]?.[key]?.[0]?.sum?.toPrecision(7) ?? "-"),
  ]);
  const weights = engines.map(({ id, title }) => [
    title,
    ...["raw", "gzip", "brotli"].map((key) => String(sizes[id]?.[key] ?? "-")),
    ...["W5", "W5 slow"].map((key) => (all[id]?.[key] ? short(median(all[id][key])) : "-")),
  ]);
  const growth = scale.map(({ what, size, us, gflops }) => [`${what} ${size}`, short(us), short(gflops)]);
  const kb = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
  return `# Benchmarks

${facts.date}, ${facts.cpu} (${facts.cores} cores), Chromium ${facts.browser} headless. Medians; in brackets how many times what
Glassnet takes, imported as \`glassnet/core\`. \`cargo xtask bench\` makes this file; the machine's other work is in it: load
${facts.busy.toFixed(1)} when it began and ${facts.busyAfter.toFixed(1)} when it ended, time that its host gave to others ${stolen}.

${table(["engine", ...WORKS.map(([, head]) => head)], times)}

W1: 140 x 4 -> Dense 10 -> Dense 1, mse, Adam, batch 5, 2,800 steps. W2: 500 x 2 -> 8 tanh -> 8 tanh -> 1 sigmoid, mse, SGD,
batch 10, 2,500 steps. W3: 784 -> 128 relu -> 10 softmax, crossentropy, Adam, batch 32, 100 steps. W4: W1's model on
100,000 rows; a 2-2-1 network on one row from JavaScript.

${
  beside.length
    ? `## Beside the control

Times what the control in C takes in the round right after; the median of the rounds.

${table(["engine", ...WORKS.map(([, head]) => head.replace(/,? (ms|µs)$/, ""))], beside)}

`
    : ""
}## Nobody skips work: the loss after training, and the sums of the predictions

${table(["engine", "W1", "W2", "W3", "W4 first 1,000 of 100,000 rows", "W4 mean of one row"], losses)}

An engine whose weights cannot be read has no loss here; what it does differently is said above.

## W5: bytes to load, and from navigation to the first prediction

${table(["engine", "raw", "gzip", "brotli", "first prediction, ms", "at 10 Mbit/s and 40 ms, gzip, ms"], weights)}

## W6: the step of Glassnet as it grows (32 rows, 2 layers, 32 units, unless it says otherwise; relu, mse, SGD)

${table(["size", "µs a step", "GFLOP/s"], growth)}

## W7: a million steps of W1's model

Memory of the engine after a thousand steps ${kb(memory.wasm[0])}, after a million ${kb(memory.wasm[1])}; JavaScript's heap
${kb(memory.heap[0])} and ${kb(memory.heap[1])}.

## Smoothness: a playground that trains, a worked example that plays, at a CPU slowed down four times

Work of the page's own thread in a frame, in ms.

${table(
  ["", "frames", "seconds", "median", "most", "longest task"],
  Object.entries(smooth).map(([name, { frames, seconds, median, most, longest }]) => [
    name,
    String(frames),
    seconds.toFixed(1),
    ...[median, most, longest].map(short),
  ]),
)}

## A table of 20 MB: 200,000 rows of 10 columns, opened in a playground

Memory of the page's process beyond what it had before, as Linux counts it, in times the size of the file: at most
${short(large.peak)} while it is opened, ${short(large.held)} after it.

${table(
  ["longest task of the page's own thread while it is", "ms"],
  Object.entries(large.tasks).map(([name, ms]) => [name, short(ms)]),
)}
`;
}
