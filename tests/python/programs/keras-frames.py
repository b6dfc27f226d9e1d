import pandas as pd
from tensorflow import keras

df = pd.DataFrame({"a": [0.1, 0.2, 0.3, 0.4], "b": [1, 0, 1, 0], "Sales": [1.0, 2.0, 3.0, 4.0]})
X, Y = df.drop(columns=["Sales"]), df["Sales"]
model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,), kernel_initializer="zeros")])
model.compile(loss="mean_squared_error", optimizer=keras.optimizers.SGD(0.1), metrics=["mae"])
model.fit(X, Y, epochs=2, verbose=2, shuffle=False)
loss, mae = model.evaluate(X, Y, verbose=0)
prediction = model.predict(X, verbose=0)
for i in range(2):
    print("%d: %f %.4f" % (i, Y.iloc[i], prediction[i][0]))
print("%.4f %.4f" % (loss, mae), model.evaluate(X, Y, verbose=0, return_dict=True).keys() == {"loss", "mae"})
