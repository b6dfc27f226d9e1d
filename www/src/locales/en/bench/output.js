export const output = { heading: "Output" };
