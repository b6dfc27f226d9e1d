import { josa } from "./particles.js";

/** @type {import("../en/python.js").PythonWords} */
export const python = {
  notThere: {
    nearest: (name) => `혹시 “${name}”인가요?`,
    names: (names) => `쓸 수 있는 이름은 ${names}예요.`,
    keyword: (what) =>
      `여기에서는 인자 ${josa(what, "을/를")} 쓸 수 없어요. 빼고 실행하거나 실제 파이썬에서 실행해 주세요.`,
    file: (path) =>
      `이 페이지에는 “${path}” 파일이 없어요. CSV 파일을 코드 위로 끌어다 놓거나, 내장된 Advertising.csv를 읽어 보세요.`,
    engine: () => "엔진이 받을 수 없는 수나 설정이에요. 오류 메시지에 무엇이 필요한지 나와 있어요.",
    unbatched: () => "fit을 부르기 전에 dataset.batch(32)처럼 배치로 나눠 주세요.",
    functional: () =>
      "여기에서는 층을 차례로 잇는 모델만 만들 수 있어요. keras.Sequential([...])에 층을 넣어 주세요. 갈라지는 모델은 실제 Keras에서 실행해 주세요.",
    convolution: (what) =>
      `${josa(what, "은/는")} 이미지를 다루는 기능이에요. 여기에는 Dense 층이 있어요. 작은 이미지는 Flatten과 Dense로 해 보거나 실제 Keras에서 실행해 주세요.`,
    recurrent: (what) =>
      `${josa(what, "은/는")} 순서가 있는 데이터를 다루는 기능이에요. 여기에는 Dense 층이 있어요. 앞선 값 몇 개를 열로 만들어 보거나 실제 Keras에서 실행해 주세요.`,
    text: (what) => `${josa(what, "은/는")} 글을 다루는 기능이에요. 여기에서는 숫자 열과 Dense 층을 쓸 수 있어요.`,
    layer: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. Dense, Dropout, Flatten, Activation, BatchNormalization, LayerNormalization, Normalization, ReLU, LeakyReLU, Softmax를 쓸 수 있어요.`,
    subclass: () => "층을 직접 만드는 일은 실제 Keras에서 할 수 있어요. 여기에 있는 층으로 모델을 만들어 보세요.",
    optimizer: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. Adam, SGD, RMSprop, AdamW, Nadam, Adagrad, Adadelta, Adamax, Lion, Ftrl을 쓸 수 있어요.`,
    loss: (what) => `${josa(what, "은/는")} 여기에 없어요. loss="mse"처럼 이름이나 클래스로 정해 주세요.`,
    metric: (what) => `${josa(what, "은/는")} 여기에 없어요. metrics=["mae"]처럼 이름으로 정해 주세요.`,
    activation: (what) => `${josa(what, "은/는")} 여기에 없어요. activation="relu"처럼 이름으로 정해 주세요.`,
    initializer: (what) => `${josa(what, "은/는")} 여기에 없어요. "glorot_uniform"처럼 이름으로 정해 주세요.`,
    regularizer: (what) => `${josa(what, "은/는")} 여기에 없어요. keras.regularizers의 l1, l2, l1_l2를 써 보세요.`,
    constraint: (what) => `${josa(what, "은/는")} 여기에 없어요. 빼고 실행하거나 실제 Keras에서 실행해 주세요.`,
    callback: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. EarlyStopping, ReduceLROnPlateau, LearningRateScheduler, LambdaCallback과 직접 만든 콜백을 쓸 수 있어요.`,
    rate: () => "학습률은 옵티마이저에 주고 compile을 다시 하거나, LearningRateScheduler로 바꿔 주세요.",
    saving: () => "이 페이지의 프로그램은 파일을 저장하지 않아요. 모델과 코드는 페이지의 버튼으로 내려받을 수 있어요.",
    data: (what) =>
      `${josa(what, "은/는")} 내려받아야 하는 데이터예요. sklearn.datasets의 load_iris나 Advertising.csv를 쓰거나, CSV 파일을 코드 위로 끌어다 놓아 주세요.`,
    dataset: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. Dataset에는 from_tensor_slices, shuffle, batch, take, prefetch, cache가 있어요.`,
    gradient: () => "기울기는 model.fit이 계산해요. 학습의 한 순간을 들여다보면 기울기를 하나하나 볼 수 있어요.",
    tensor: (what) => `${josa(what, "은/는")} 여기에 없어요. NumPy 배열로 계산해서 모델에 넣어 주세요.`,
    image: (what) => `${josa(what, "은/는")} 이미지를 다루는 기능이에요. 이 페이지는 이미지를 읽지 않아요.`,
    old: (what) => `${josa(what, "은/는")} 텐서플로 1의 방식이에요. 요즘은 tf.keras.Sequential, compile, fit으로 써요.`,
    device: (what) => `${josa(what, "은/는")} 없어도 돼요. 신경망은 이 브라우저 안에서 학습해요.`,
    keras: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. Sequential과 compile, fit, evaluate, predict를 쓸 수 있어요.`,
    plot: () =>
      "이 페이지의 프로그램은 그래프를 그리지 않아요. 신경망과 손실, 예측은 코드 옆에 그려져요. 그래프를 그리는 줄을 빼고 실행해 주세요.",
    random: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. np.random.seed(…)와 rand, randn, normal, uniform, randint, choice, shuffle을 써 보세요.`,
    numpy: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. NumPy에서 쓸 수 있는 것은 docs/python.md에 정리되어 있어요.`,
    pandas: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. 판다스에서 쓸 수 있는 것은 docs/python.md에 정리되어 있어요.`,
    sklearn: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. train_test_split, StandardScaler, MinMaxScaler, LabelEncoder, OneHotEncoder, load_iris와 몇 가지 점수를 쓸 수 있어요.`,
    browser: (what) =>
      `${josa(what, "은/는")} 페이지 자체를 다루는 모듈이라 쓸 수 없어요. 여기의 프로그램은 페이지와 네트워크에 접근하지 않아요.`,
    input: () => "이 페이지의 프로그램은 입력을 받을 수 없어요. 값을 코드에 직접 적어 주세요.",
    open_write: (name) =>
      `“${name}”에 쓸 수 없어요. 이 페이지의 프로그램은 파일을 만들지 않아요. 남기고 싶은 값은 print로 출력해 주세요.`,
    open_binary: (name) => `“${name}” 파일은 텍스트로만 읽을 수 있어요. 모드에서 "b"를 빼고 열어 주세요.`,
    output: () => "페이지에 다 보여 줄 수 없을 만큼 많이 출력했어요. 백 줄에 한 번처럼 출력을 줄여 주세요.",
    module: (what) =>
      `${josa(what, "은/는")} 여기에 없어요. numpy, pandas, sklearn, tensorflow, keras와 파이썬의 기본 모듈을 불러올 수 있어요.`,
  },
  unassigned: (method) => [
    `${method}()의 결과가 버려졌어요. ${josa(`${method}()`, "은/는")} 새 표를 돌려주고, 원래 표는 그대로 둬요.`,
    `df = df.${method}(…)처럼 새 표를 다시 변수에 넣어 주세요.`,
  ],
};
