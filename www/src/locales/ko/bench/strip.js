export const strip = { look: "이 순간 들여다보기" };
