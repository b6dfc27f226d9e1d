/** @type {import("../index.js").Words["lints"]} */
export const lints = {
  title: "What the engine noticed",
  none: "Nothing stands out.",
  severity: { info: "Note", warning: "Careful", error: "Problem" },
  byCode: {},
};
