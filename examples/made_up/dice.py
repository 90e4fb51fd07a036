"""Chance that gives the same everywhere.

Of Python's `random`, only `random()` on a seeded generator is promised to stay the same from one
version to the next, so everything is made of that, by adding and comparing alone.
"""

import random


class Dice:
    def __init__(self, seed):
        self.uniform = random.Random(seed).random

    def chance(self, probability):
        return self.uniform() < probability

    def pick(self, weights):
        """A key of {key: weight}, in proportion to its weight."""
        left = self.uniform() * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def one_of(self, items):
        return items[int(self.uniform() * len(items))]

    def some_of(self, items, count):
        """Count of the items, in the order that they had."""
        drawn = sorted(range(len(items)), key=lambda _: self.uniform())[:count]
        return [items[index] for index in sorted(drawn)]

    def normal(self):
        """Mean 0, deviation 1: near enough to a normal distribution, and without a logarithm."""
        return sum(self.uniform() for _ in range(12)) - 6
