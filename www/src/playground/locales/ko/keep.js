export const keep = {
  title: "보관하기",
  term: "save",
  lead: "지금까지 한 것을 파일로 저장하거나 링크로 나눠요.",
};
