prices = [3, 5]
for price in prices:
    print(price)
print(prise)
