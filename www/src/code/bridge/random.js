/**
 * Random numbers of `np.random`: generator 0 is the global one, each `RandomState` has its own.
 *
 * @import { State } from "./state.js"
 */
import { LegacyRandom } from "./mersenne.js";

const anySeed = () => Math.floor(Math.random() * 2 ** 32);

/** @type {Record<string, (random: LegacyRandom) => number>} */
const DRAWS = { double: (random) => random.double(), normal: (random) => random.normal() };

/** @param {State} state */
export function randomCalls({ randoms, glassnet }) {
  /** @param {number} id */
  const generator = (id) => {
    const found = randoms.get(id) ?? new LegacyRandom(anySeed());
    randoms.set(id, found);
    return found;
  };
  return {
    /** @param {{ random: number, seed: number | null }} request */
    "random.seed": ({ random, seed }) => void randoms.set(random, new LegacyRandom(seed ?? anySeed())),
    /** @param {{ random: number, kind: string, count: number, most?: number }} request */
    "random.draw": ({ random, kind, count, most = 0 }) => {
      const source = generator(random);
      const draw = kind === "integer" ? () => source.upTo(most) : () => DRAWS[kind](source);
      return Float64Array.from({ length: count }, draw);
    },
    /** @param {{ random: number, count: number }} request */
    "random.permutation": ({ random, count }) => Float64Array.from(generator(random).permutation(count)),
    /** Keras's and TensorFlow's seed. @param {{ seed: number }} request */
    "seed.set": ({ seed }) => glassnet.setRandomSeed(seed),
  };
}
