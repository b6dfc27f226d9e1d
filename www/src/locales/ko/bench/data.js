export const data = { heading: "데이터" };
