/** The playground's engine in a worker: requests come as messages with a number, answers go back with the same. */
import { fullHost } from "./full-host.js";

const engine = fullHost();

self.onmessage = async ({ data: { id, request } }) => {
  self.postMessage({ id, answer: await engine.answer(request) });
};
