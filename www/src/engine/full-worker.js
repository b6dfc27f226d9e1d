/** The playground's engine in a worker: requests come as messages with a number, answers go back with the same. */
import { fullHost } from "./full-host.js";

const engine = fullHost();

/** The memory of all typed arrays in an answer: each is a copy of its own, and is handed over instead of copied again. @param {unknown} value @returns {ArrayBuffer[]} */
function buffersOf(value) {
  if (ArrayBuffer.isView(value)) return [/** @type {ArrayBuffer} */ (value.buffer)];
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.flatMap(buffersOf) : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(buffersOf) : [];
}

self.onmessage = async ({ data: { id, request } }) => {
  const answer = await engine.answer(request);
  self.postMessage({ id, answer }, { transfer: buffersOf(answer) });
};
