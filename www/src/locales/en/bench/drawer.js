export const drawer = { title: "Look inside this moment", close: "Close" };
