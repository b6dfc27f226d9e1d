/** The words of the demo page. @type {import("../demo.js").DemoWords} */
export const words = {
  lang: "ko",
  title: "신경망은 어떻게 배울까요?",
  lead: "예측하고, 비교하고, 고칠 곳을 찾아 조금씩 고쳐요. 이 네 단계를 되풀이하는 동안 모든 수가 어떻게 계산되는지 따라가 보세요.",
  steps: [
    {
      phase: "forward",
      heading: "순전파",
      body: "입력이 신경망을 따라 흘러가요. 유닛마다 들어온 값에 가중치를 곱해 더하고, 그 합을 활성화 함수로 바꿔 내보내요. 마지막 유닛의 출력이 예측값이에요.",
    },
    {
      phase: "loss",
      heading: "손실",
      body: "예측값을 실제값과 견줘요. 둘의 차이를 제곱한 손실은 신경망이 얼마나 틀렸는지를 수 하나로 말해 줘요.",
    },
    {
      phase: "backward",
      heading: "역전파",
      body: "손실에서 거꾸로 거슬러 가며, 연쇄 법칙으로 가중치마다 기울기를 구해요. 기울기는 그 가중치를 조금 키우면 손실이 어떻게 변하는지를 알려 줘요. 가중치는 아직 바뀌지 않아요.",
    },
    {
      phase: "update",
      heading: "업데이트와 반복",
      body: "경사 하강법이 그 기울기를 써서 가중치를 기울기의 반대쪽으로 조금씩 옮겨요. 그리고 처음부터 되풀이하면 예측값이 실제값에 점점 가까워져요.",
    },
  ],
  sourceNote:
    "예제와 0.73, 0.5, 0.436이라는 수는 한국어 딥러닝 강좌에서 가져왔고, 화면의 모든 수는 보는 동안 바로 계산돼요.",
  playgroundTitle: "플레이그라운드: 직접 학습시켜 보세요",
  views: { example: "예제", playground: "플레이그라운드" },
  skip: "본문으로 건너뛰기",
  author: "이 그림을 내 글에 넣으려면",
  api: "JavaScript API 문서 (영어)",
};
