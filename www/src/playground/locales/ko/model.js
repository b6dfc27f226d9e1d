export const model = {
  title: "모델 만들기",
  term: "build",
  lead: "층을 쌓고, 손실 함수와 옵티마이저를 골라요.",
};
