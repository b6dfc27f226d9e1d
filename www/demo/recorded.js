/**
 * What each of the demo page's programs printed when it was recorded, here: weights are drawn by chance, and Keras
 * draws others. Of the epochs the first and the last.
 *
 * @type {Record<import("./programs.js").ProgramName, string>}
 */
export const RECORDED = {
  data: `   Unnamed: 0     TV  Radio  Newspaper  Sales
0           1  221.7   27.7       38.3   17.9
1           2   95.1   40.8       51.0   13.2
2           3  145.9   31.7       26.4   15.5
(150, 3) (50, 3)`,
  batches: `(16, 3) (16,)
10 batches`,
  model: `Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ dense (Dense)                   │ (None, 8)              │            32 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense_1 (Dense)                 │ (None, 4)              │            36 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense_2 (Dense)                 │ (None, 1)              │             5 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 73 (292.00 B)
 Trainable params: 73 (292.00 B)
 Non-trainable params: 0 (0.00 B)`,
  training: `Epoch 1/60
10/10 ━━━━━━━━━━━━━━━━━━━━ 0s 1ms/step - loss: 247.9987 - mae: 14.9279
…
Epoch 60/60
10/10 ━━━━━━━━━━━━━━━━━━━━ 0s 1ms/step - loss: 2.5963 - mae: 1.3049
2.596331834793091`,
  evaluation: `mean absolute error: 1.46
8.8 11.6
8.2 9.1
9.0 8.7
14.0 12.9
20.0 19.3`,
};
