import numpy as np

a = np.array([1, 2, 3])
print(a[0] + 1, a[0] / 2, type(a[0]).__name__, a[0].item())
print(f"{np.float64(3.14159):.2f} {np.int64(5):03d} {np.float32(0.5)}")
print("%d %.3f %s" % (a[1], np.mean(a), a[2]))
print(round(np.float64(2.71828), 2), int(np.float64(3.9)), float(np.int64(2)))
print(a.tolist(), sum(a), max(a), sorted([3, 1, 2]), list(zip(a, [7, 8, 9])) == [(1, 7), (2, 8), (3, 9)])
