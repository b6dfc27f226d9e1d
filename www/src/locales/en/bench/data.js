export const data = { heading: "Data" };
