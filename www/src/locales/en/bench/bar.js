export const bar = { label: "Training" };
