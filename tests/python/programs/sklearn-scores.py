from sklearn.metrics import accuracy_score, confusion_matrix, mean_absolute_error, mean_squared_error, r2_score

print(accuracy_score([0, 1, 1, 0], [0, 1, 0, 0]), confusion_matrix([0, 1, 1, 0], [0, 1, 0, 0]))
print(mean_squared_error([1, 2, 3], [1, 2, 5]), mean_absolute_error([1, 2], [1.5, 2]), r2_score([1, 2, 3], [1, 2, 2.5]))
