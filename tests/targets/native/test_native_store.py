"""Kernels on disk: found again, never trusted, and never in the way."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dualtrack.language.scenario import Clock, Regime
from dualtrack.targets.native import native
from dualtrack.targets.native import result_pointers as store
from dualtrack.targets.native.machine import Machine, compiled, host
from dualtrack.targets.native.native import Native
from tests.strategies import model_of
from tests.tampering import POISONS, Poison

MODEL = model_of(
    """
rate = uncertainty(0.5, "1/year", low=-2.0, high=2.0, **NUMBER)
@stock("1", initial=1, bounds=ANY, **NAMED)
def size(size, rate):
    "Grows in proportion to itself, less as it grows."
    return rate * size * exp(-size)
"""
)
OTHER = model_of(
    """
rate = uncertainty(0.5, "1/year", low=-2.0, high=2.0, **NUMBER)
@stock("1", initial=1, bounds=ANY, **NAMED)
def size(size, rate):
    "Grows in proportion to itself."
    return rate * size
"""
)
TEXT = "define void @run() {\n  ret void\n}"


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "dualtrack"


@pytest.fixture(autouse=True)
def nothing_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kernel comes from disk or from the compiler, as in a process of its own."""
    monkeypatch.setattr(native, "readied", native.readied.__wrapped__)


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were compiled, in order."""
    seen: list[str] = []

    def watched(text: str, machine: Machine) -> bytes:
        seen.append(text)
        return compiled(text, machine)

    monkeypatch.setattr(store, "compiled", watched)
    return seen


def sizes() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    paths = Native.of(MODEL).run(Regime("held"), Clock(0.0, 2.0, 0.25, 0.25), {"rate": np.linspace(-2, 2, 5)}, ["size"])
    return paths.values["size"]


def test_a_kernel_is_compiled_once_and_gives_the_same_bits(where: Path, compilations: list[str]) -> None:
    first, second = sizes(), sizes()
    assert len(compilations) == 1
    assert len(list(where.iterdir())) == 1
    np.testing.assert_array_equal(first, second)


def test_a_kernel_kept_in_memory_is_not_looked_up_again(where: Path) -> None:
    native = Native.of(MODEL)
    clock, regime = Clock(0.0, 1.0, 0.25, 0.25), Regime("held")
    native.run(regime, clock, {}, ["size"])
    (kernel,) = native.kernels.values()
    native.run(regime, clock, {}, ["size"])
    assert list(native.kernels.values()) == [kernel]


@pytest.mark.parametrize(
    "spoil", [lambda content: b"", lambda content: content[:-1], lambda content: content[:40] + b"?" + content[41:]]
)
def test_a_spoilt_kernel_is_built_again(spoil: Callable[[bytes], bytes], where: Path, compilations: list[str]) -> None:
    first = sizes()
    (kept,) = where.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(spoil(whole))
    np.testing.assert_array_equal(sizes(), first)
    assert len(compilations) == 2
    assert kept.read_bytes()[:32] == whole[:32]


def test_a_kernel_under_the_name_of_another_is_not_run(where: Path, compilations: list[str]) -> None:
    def years_later() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        clock = Clock(0.0, 2.0, 0.25, 0.25)
        return Native.of(OTHER).run(Regime("held"), clock, {"rate": np.linspace(-2, 2, 5)}, ["size"]).values["size"]

    first, other = sizes(), years_later()
    one, two = where.iterdir()
    contents = one.read_bytes(), two.read_bytes()
    one.write_bytes(contents[1])
    two.write_bytes(contents[0])
    np.testing.assert_array_equal(sizes(), first)
    np.testing.assert_array_equal(years_later(), other)
    assert not np.array_equal(first, other)
    assert len(compilations) == 4


@pytest.mark.parametrize("poison", POISONS)
def test_a_poisoned_kernel_changes_no_number(poison: Poison, where: Path) -> None:
    first = sizes()
    (kept,) = where.iterdir()
    poison(kept, b"", random.Random(3))
    np.testing.assert_array_equal(sizes(), first)


def test_a_folder_that_cannot_be_written_costs_time_only(where: Path, compilations: list[str]) -> None:
    where.write_text("a file where the folder should be")
    np.testing.assert_array_equal(sizes(), sizes())
    assert len(compilations) == 2


def test_another_processor_or_compiler_means_another_kernel(where: Path, compilations: list[str]) -> None:
    machine = host()
    for other in (machine, replace(machine, compiler="older"), replace(machine, processor="generic"), machine):
        store.image_of(TEXT, other)
    assert len(compilations) == 3
    assert len(list(where.iterdir())) == 3


def test_the_oldest_kernels_go_first(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KERNELS", 2)
    where.mkdir()
    old = [where / f"{name}.kernel" for name in ("recent", "older", "oldest")]
    for age, path in enumerate(old, start=1):
        path.touch()
        os.utime(path, (1e9 - age, 1e9 - age))
    store.image_of(TEXT, host())
    assert [path.exists() for path in old] == [True, False, False]
    assert len(list(where.iterdir())) == 2
