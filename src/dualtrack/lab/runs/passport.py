"""Where does a result come from? Versions, seed and fingerprints of all that could change its numbers; no date, no place."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Mapping
from pathlib import Path as File
from typing import Any

from dualtrack.errors import OutputError
from dualtrack.files.user_file import LARGE, read_bytes
from dualtrack.lab.runs.ensemble import Ensemble
from dualtrack.lab.runs.software import version_of
from dualtrack.lab.worlds.draw import Worlds
from dualtrack.language.checked import checked
from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock, Regime

FORBIDDEN = re.compile(r"[^\w.()+ -]")
"""What some system takes in no name of a file."""
LIBRARIES = ("numpy", "llvmlite", "polars", "xarray", "zarr")


@checked
def passport(model: Model, ensemble: Ensemble, clock: Clock, inputs: Iterable[File] | Mapping[str, str] = ()) -> dict[str, Any]:
    """The origin of an `ensemble`, ready for JSON: the same for the same inputs on the same software, wherever and whenever made.

    It names the `model`, the `clock`, the seed and the regimes; `inputs` are files, or their hashes by name where they were read
    before.
    """
    worlds = ensemble.worlds
    return {
        "dualtrack": version_of("dualtrack"),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "libraries": {name: version_of(name) for name in LIBRARIES},
        "engine": ensemble.engine,
        "note": ensemble.note,
        "model": {"name": model.name, "fingerprint": model.fingerprint},
        "clock": {"start": clock.start, "stop": clock.stop, "step": clock.step, "save": clock.save},
        "worlds": {**_which(worlds), "failed": int((~ensemble.sound).sum())},
        "regimes": {name: regime_fingerprint(regime) for name, regime in ensemble.regimes.items()},
        "inputs": dict(inputs) if isinstance(inputs, Mapping) else _hashes(tuple(inputs)),
    }


def _which(worlds: Worlds) -> dict[str, Any]:
    """Seed, first number and count say which worlds these are, unless some between were left out."""
    found: dict[str, Any] = {"seed": worlds.seed, "first": worlds.first, "count": worlds.count}
    if worlds.numbers[-1] - worlds.first + 1 != worlds.count:
        found["numbers"] = hashlib.sha256(worlds.numbers.astype("<i8").tobytes()).hexdigest()
    return found


def regime_fingerprint(regime: Regime) -> str:
    """A hash of what a regime does to its levers; neither its words nor the order of its levers count."""
    paths = {name: [path.ramp, path.points] for name, path in regime.paths.items()}
    return hashlib.sha256(json.dumps(paths, sort_keys=True).encode()).hexdigest()


def differences(one: Mapping[str, Any], other: Mapping[str, Any], inside: str = "") -> tuple[str, ...]:
    """The entries in which two passports differ, such as `worlds.seed`."""
    found: list[str] = []
    for key in sorted({*one, *other}):
        a, b = one.get(key), other.get(key)
        if isinstance(a, Mapping) and isinstance(b, Mapping):
            found += differences(a, b, f"{inside}{key}.")
        elif a != b:
            found.append(f"{inside}{key}")
    return tuple(found)


def names_apart(files: Iterable[File]) -> tuple[str, ...]:
    """The files' names without their places, each once: the second of a name gets a number, so that none hides another."""
    found: dict[str, str] = {}
    for file in files:
        safe = FORBIDDEN.sub("_", file.name)
        stem, suffix = File(safe).stem, File(safe).suffix
        tried = [safe, *(f"{stem}.{number}{suffix}" for number in range(2, len(found) + 3))]
        name = next(each for each in tried if each.casefold() not in found)
        found[name.casefold()] = name
    return tuple(found.values())


def _hashes(inputs: tuple[File, ...]) -> dict[str, str]:
    found = {
        name: hashlib.sha256(read_bytes(file, "input", OutputError, LARGE)).hexdigest()
        for file, name in zip(inputs, names_apart(inputs), strict=True)
    }
    return dict(sorted(found.items()))
