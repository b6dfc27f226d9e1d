export const strip = { look: "Look inside this moment" };
