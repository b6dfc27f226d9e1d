/**
 * English is the engine's own language: each hint brings its sentences.
 * @type {import("../playground.js").Words["hints"]}
 */
export const hints = {
  title: "What the engine noticed",
  severity: { info: "Note", warning: "Warning", problem: "Problem" },
  sentences: ({ message, advice }) => [message, advice],
};
