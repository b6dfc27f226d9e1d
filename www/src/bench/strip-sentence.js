/**
 * What happens now, in one sentence, from the numbers of the engine.
 *
 * @import { RunState, Setup } from "../experiment/types.js"
 * @import { Words } from "../locales/playground.js"
 */
import { format } from "../format.js";
import { endText } from "../panels/train/progress.js";

/** The batch that was trained last, counted from 1. @param {RunState} state */
export function lastBatch({ epoch, batch, batches }) {
  return batch > 0 ? { epoch: epoch + 1, batch } : { epoch, batch: batches };
}

/**
 * The largest change of a weight; undefined where it is not known.
 * @param {ArrayLike<number> | undefined} before @param {ArrayLike<number> | undefined} after
 */
export function largestChange(before, after) {
  if (!before || !after || before.length !== after.length) return undefined;
  let most = 0;
  for (let i = 0; i < after.length; i++) most = Math.max(most, Math.abs(after[i] - before[i]));
  return most;
}

/**
 * @param {Words} words @param {Setup} setup @param {RunState} state
 * @param {{ running: boolean, change: number | undefined }} now `change` after a single update: of the weight that it
 *   changed most.
 */
export function sentenceOf(words, setup, state, { running, change }) {
  const own = words.bench.strip;
  if (state.end) return endText(words, state.end, setup);
  if (state.updates === 0 || state.loss === undefined) return own.fresh;
  const { epoch, batch } = lastBatch(state);
  const [loss, batches] = [format(state.loss), format(state.batches)];
  if (running) return own.running(format(epoch), format(state.epochs), format(batch), batches, loss);
  if (change !== undefined) return own.stepped(format(batch), batches, loss, format(Number(change.toPrecision(2))));
  return own.paused(format(epoch), format(batch), batches, loss);
}
