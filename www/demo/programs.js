/** Five programs that go on from one another, from a table to a prediction, and what each is called in the words. */

/** @typedef {"data" | "batches" | "model" | "training" | "evaluation"} ProgramName */

/** @type {Record<ProgramName, string>} */
export const PROGRAMS = {
  data: `import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

markets = pd.read_csv("Advertising.csv")
print(markets.head(3))

budgets = markets[["TV", "Radio", "Newspaper"]]
sales = markets["Sales"]
x_train, x_test, y_train, y_test = train_test_split(
    budgets, sales, test_size=0.25, random_state=1
)

scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)
print(x_train.shape, x_test.shape)`,
  batches: `import tensorflow as tf

rows = tf.data.Dataset.from_tensor_slices((x_train, y_train.values))
batches = rows.shuffle(150, seed=1).batch(16)

for features, targets in batches.take(1):
    print(features.shape, targets.shape)
print(len(batches), "batches")`,
  model: `from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.optimizers import Adam

model = Sequential([
    Input(shape=(3,)),
    Dense(8, activation="relu"),
    Dense(4, activation="relu"),
    Dense(1),
])
model.compile(optimizer=Adam(learning_rate=0.01), loss="mse", metrics=["mae"])
model.summary()`,
  training: `history = model.fit(batches, epochs=60)
print(history.history["loss"][-1])`,
  evaluation: `loss, mae = model.evaluate(x_test, y_test, verbose=0)
print("mean absolute error:", round(mae, 2))

for answer, target in zip(model.predict(x_test[:5], verbose=0), y_test[:5]):
    print(round(float(answer[0]), 1), target)`,
};
