"""Over 300 seeds no sentence of `matter` is wrong where one world in five hundred moves the outcome."""

import pytest

from tests.app.truly import CHANCES, rare_setting, said, wrongs
from tests.lab.known_shares import rare_event

SEEDS = range(300)


@pytest.mark.parametrize("pairs", [64, 128, 1024, 4096, 16384])
@pytest.mark.parametrize("name", CHANCES)
def test_no_sentence_is_wrong(name: str, pairs: int) -> None:
    known, here = rare_event(*CHANCES[name]), rare_setting(CHANCES[name])
    texts = [said(here, pairs, seed) for seed in (SEEDS if pairs <= 4096 else SEEDS[:100])]
    assert [(seed, found) for seed, text in enumerate(texts) if (found := wrongs(text, known))] == []
