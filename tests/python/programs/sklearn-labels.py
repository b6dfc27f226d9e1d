from sklearn.preprocessing import LabelEncoder, OneHotEncoder

encoder = LabelEncoder()
print(encoder.fit_transform(["cat", "dog", "cat", "ant"]), encoder.classes_, encoder.inverse_transform([2, 0]))
print(OneHotEncoder(sparse_output=False).fit_transform([["a"], ["b"], ["a"]]))
encoder.transform(["bee"])
