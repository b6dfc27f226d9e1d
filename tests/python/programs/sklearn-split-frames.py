import pandas as pd
from sklearn.model_selection import train_test_split

df = pd.DataFrame({"a": range(8), "Sales": [v * 1.5 for v in range(8)]})
X, Y = df.drop(columns=["Sales"]), df["Sales"]
train_X, test_X, train_Y, test_Y = train_test_split(X, Y, test_size=0.25, random_state=1)
print(train_X)
print(test_Y)
for i in range(2):
    print("%d: %f" % (i, test_Y.iloc[i]))
