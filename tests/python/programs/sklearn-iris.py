import pandas as pd
from sklearn.datasets import load_iris

iris = load_iris()
print(iris.data.shape, iris.target.shape, iris.feature_names, iris.target_names)
print(iris.data[:3], iris.target[::10])
df = pd.DataFrame(iris.data, columns=iris.feature_names)
df["target"] = iris.target
print(df.head())
print(df.describe())
print(df.groupby("target")["petal length (cm)"].mean())
