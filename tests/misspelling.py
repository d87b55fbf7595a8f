"""Slips of the hand: real names with a letter lost, doubled, changed or exchanged, and never a real name."""

import random
from collections.abc import Collection, Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz_"


def slips(known: Collection[str], count: int, seed: int) -> Iterator[str]:
    """So many misspelt names."""
    chance, names, made = random.Random(seed), sorted(known), 0
    while made < count:
        slip = _slip(chance.choice(names), chance)
        if slip and slip not in known:
            made += 1
            yield slip


def _slip(word: str, chance: random.Random) -> str:
    place, letter = chance.randrange(len(word)), chance.choice(LETTERS)
    before, here, after = word[:place], word[place], word[place + 1 :]
    exchanged = before + after[:1] + here + after[1:]
    return chance.choice(
        [before + after, before + here + here + after, before + letter + after, before + letter + here + after, exchanged]
    )
