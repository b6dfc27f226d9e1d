/** The engine in a worker: requests come as messages with a number, answers go back with the same. */
import { host } from "./host.js";

const engine = host();

self.onmessage = async ({ data: { id, request } }) => {
  self.postMessage({ id, answer: await engine.answer(request) });
};
