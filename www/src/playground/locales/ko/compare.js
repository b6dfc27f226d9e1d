export const compare = {
  title: "경사 하강법 세 가지",
  term: "gradient descent",
  lead: "같은 시작에서 배치, 확률적, 미니 배치 경사 하강법이 어떤 길로 내려가는지 견줘요.",
};
