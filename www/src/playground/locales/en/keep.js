/** @type {import("../index.js").Words["keep"]} */
export const keep = {
  title: "Keep it",
  term: "save",
  lead: "Save what you did as a file, or share it as a link.",
};
