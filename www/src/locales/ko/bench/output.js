export const output = { heading: "출력" };
