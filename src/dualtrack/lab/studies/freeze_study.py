"""Claims of a study dated and sealed where they stand: two lines after the header of each, every other byte of the file kept."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path as File

from dualtrack.errors import OutputError, StudyError
from dualtrack.files import durable
from dualtrack.files.toml_lines import header_of, key_lines
from dualtrack.files.user_file import read_bytes, reason, remedy
from dualtrack.lab.laboratory import Laboratory
from dualtrack.lab.studies.own_claim import FROZEN, SEAL, OwnClaim
from dualtrack.lab.studies.standing import own_claims, refusal

CLAIMS = "claims"
MARK = "\ufeff"
LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class StudyFrozen:
    """The `claims` of a `file` with the date and the seal of each, and which of them are `new`, frozen just now."""

    file: File
    claims: Mapping[str, tuple[date, str]]
    new: tuple[str, ...]


def freeze_study(laboratory: Laboratory, day: date) -> StudyFrozen:
    """Date and seal every claim of the laboratory's study that has no seal yet, as of a `day`.

    Raises `StudyError` for no claim, one that was altered since it was frozen, or one whose table has no header of its own, and
    `OutputError` where the file was changed meanwhile or cannot be written; then nothing is.
    """
    study, own = laboratory.study, own_claims(laboratory)
    if study is None or not own:
        where = "" if study is None else str(study.file)
        raise StudyError("the study has no claim to freeze", where=where, fix="write one: [claims.NAME], then its keys")
    for each in own.values():
        if each.standing == "altered":
            raise refusal(laboratory, each)
    new = tuple(name for name, each in own.items() if each.standing == "not frozen")
    if new:
        data = read_bytes(study.file, "study", StudyError)
        if durable.digest(data) != study.seal:
            raise OutputError("the study was changed while it was read", where=str(study.file), fix="run it again")
        _put(study.file, data, frozen_text(data, {name: own[name] for name in new}, day))
    return StudyFrozen(study.file, {name: (each.frozen or day, each.content) for name, each in own.items()}, new)


def frozen_text(data: bytes, claims: Mapping[str, OwnClaim], day: date) -> bytes:
    """The bytes of a file with the date and the seal of each claim after its header, in the file's own line ends.

    Raises `StudyError` for a claim that has no header of its own.
    """
    text = data.decode("utf-8")
    lines = [each[0] for each in LINE.finditer(text)]
    places = key_lines(_usual(text))
    added = dict[int, str]()
    for name, claim in claims.items():
        at = places.get((CLAIMS, name), 0) - 1
        head = lines[at] if at >= 0 else ""
        end = LINE.fullmatch(head)
        if header_of(head.removeprefix(MARK)) != (CLAIMS, name) or end is None or not end[1]:
            raise StudyError(
                f"claim {name} has no line of its own to freeze it at",
                where=claim.where,
                fix=f"write [claims.{name}] on a line by itself, then its keys",
            )
        added[at] = f'{FROZEN} = {day.isoformat()}{end[1]}{SEAL} = "{claim.content}"{end[1]}'
    whole = "".join(line + added.get(place, "") for place, line in enumerate(lines))
    _check(text, whole, claims, day)
    return whole.encode("utf-8")


def _check(text: str, whole: str, claims: Mapping[str, OwnClaim], day: date) -> None:
    """The file must say what it said, and the dates and seals besides."""
    wanted = tomllib.loads(_usual(text))
    for name, claim in claims.items():
        wanted[CLAIMS][name] |= {FROZEN: day, SEAL: claim.content}
    if tomllib.loads(_usual(whole)) != wanted:
        raise StudyError("the claims cannot be frozen where they stand", fix="write each under [claims.NAME] on a line")


def _usual(text: str) -> str:
    """The text as it is read: without a mark, in plain line ends."""
    return text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")


def _put(file: File, before: bytes, data: bytes) -> None:
    """The file replaced in one step, with its permissions, links followed, if it still is as it was read."""
    place = file.resolve()
    try:
        mode = stat.S_IMODE(place.stat().st_mode)
        if not os.access(place, os.W_OK):
            raise OutputError("the study may not be written", where=str(file), fix="change its permissions, or copy it")
        if read_bytes(place, "study", StudyError) != before:
            raise OutputError("the study was changed while it was frozen", where=str(file), fix="run it again")
        durable.write(place, [data], mode)
        durable.settle(place.parent)
    except OSError as error:
        raise OutputError(f"the study cannot be written: {reason(error)}", where=str(file), fix=remedy(error)) from None
