/** What a page does for its engine: each piece of work on demand, timed there. */
import * as works from "./works.js";

/** @param {() => unknown} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** @param {any} engine */
function tasks(engine) {
  return {
    /**
     * Trains fresh models one after the other: the clock is coarse, so short work is timed several at a time.
     * @param {"W1" | "W2" | "W3"} id @param {number} many
     */
    async train(id, many) {
      const work = works[id]();
      const models = [];
      for (let i = 0; i < many; i++) models.push(await engine.create(work));
      const spent = await timed(async () => {
        for (const model of models) await model.train();
      });
      const weights = models[0].weights?.();
      for (const model of models) model.free();
      return { ms: spent / many, loss: weights && works.loss(work, weights) };
    },

    /** 100,000 rows through W1's model. */
    async predict() {
      const model = await engine.create(works.W1(), 100_000);
      const rows = works.manyRows();
      await model.predict(rows);
      let sum = 0;
      const ms = await timed(async () => {
        const answers = await model.predict(rows);
        for (const answer of answers.subarray(0, 1000)) sum += answer;
      });
      model.free();
      return { ms, sum };
    },

    /** One row at a time, so often that a clock of a tenth of a millisecond can tell. */
    async one() {
      const model = await engine.create(works.X2());
      const run = (/** @type {number} */ calls) => {
        let sum = 0;
        for (let i = 0; i < calls; i++) sum += model.predictOne(0.1, i / calls);
        return sum / calls;
      };
      const sum = run(200);
      let [calls, ms] = [200, 0];
      while (ms < 20) {
        calls *= 2;
        ms = await timed(() => run(calls));
      }
      model.free();
      return { us: (ms * 1000) / calls, sum };
    },

    /**
     * The time of a step as units, rows and layers grow.
     * @param {number} units
     * @param {number} rows
     * @param {number} depth
     */
    async scale(units, rows, depth) {
      const flop = 6 * rows * units * units * depth;
      const work = works.square(units, rows, depth, Math.max(1, Math.ceil(2e8 / flop / 10)));
      let best = Infinity;
      for (let i = 0; i < 5; i++) {
        const model = await engine.create(work);
        best = Math.min(best, (await timed(() => model.train())) / work.epochs);
        model.free();
      }
      return { us: best * 1000, gflops: flop / best / 1e6 };
    },

    /**
     * Trains W1's model again and again, a thousand steps each time; returns the bytes of the engine's memory.
     * @param {number} times
     */
    async memory(times) {
      const model = await engine.create({ ...works.W1(), epochs: 36 });
      for (let i = 0; i < times; i++) await model.train();
      model.free();
      return engine.memory?.() ?? 0;
    },
  };
}

/**
 * Starts the engine and offers its tasks.
 * @param {(load: (name: string) => Promise<Response>) => Promise<unknown>} start
 * @param {string} files Where what it loads lies.
 */
export async function offer(start, files) {
  // The page's `preload` has the same mode, so that a file is fetched once.
  const load = (/** @type {string} */ name) => fetch(`${files}/${name}`);
  const begun = performance.now();
  const engine = /** @type {any} */ (await start(load));
  const model = await engine.create(works.X2());
  await model.predictOne(0.1, 0.2);
  const first = performance.now();
  model.free();
  Object.assign(window, { bench: { ...tasks(engine), started: first - begun, first } });
}
