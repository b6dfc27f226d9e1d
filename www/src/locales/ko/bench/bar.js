export const bar = { label: "학습 조작" };
