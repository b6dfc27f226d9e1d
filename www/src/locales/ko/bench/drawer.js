export const drawer = { title: "이 순간 들여다보기", close: "닫기" };
