export const network = { heading: "신경망" };
