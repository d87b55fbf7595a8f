"""A claim as a user writes it in a study: a sentence, what is asked of each world, and what would be so if it were false.

    [claims.K2]
    sentence = "Open waters lower the stock of fish by a tenth or more by 2034"      # or { en = "...", zh = "..." }
    why = "the dispute over the quota turns on it"       # what in the world it speaks of
    regime = "open_sea"                                   # `claim_run`: a name, or a table with what is changed of it
    against = "quota"
    measure = "relative difference"                       # `claim_question`: the measures, and the keys of each
    of = "fish_stock"
    year = 2034.0
    relation = "at most"
    value = -0.1
    mechanisms = ["crowding_strength"]                    # switches on which the answer rests
    partners = []                                         # switches through which it runs, on where the claim is planted
    partners_off = []                                     # switches that would stop it, off there
    sizes = ["crowding"]                                  # numbers that say how large it is, for its best case
    null = { held = { crowding_strength = 0.0 }, why = "crowding does nothing" }

Without a null the mechanisms are taken away. A null may ask the same question of other runs: `regime`, `against` or both.
`given = { says = "...", measure = ... }` asks only worlds in which another condition holds; `absence = true` claims that a thing
does not matter; `kind` is "claim" or "rival"; `asked` puts the question more exactly than the sentence.

    [claims.K3]                                           # a claim of the theory asked otherwise, all else as it is
    sentence = "... by six months"
    of_claim = "K1"
    value = 6.0                                           # or year, or thresholds

`frozen` and `seal` are written by the program when the claim is frozen, before it is judged. The seal is a hash over the claim
and over the regimes of the file that it runs. It proves that the two belong together and that neither was changed by itself. A
date and a hash in one file prove nothing of when they were written: for that, hand the seal to somebody, or publish it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from dualtrack.errors import brief
from dualtrack.lab.runs.regime_file import LONGEST_DOC, RegimeTable
from dualtrack.lab.studies.asked_otherwise import OTHERWISE, asked_otherwise
from dualtrack.lab.studies.claim_ground import ClaimGround
from dualtrack.lab.studies.claim_question import QUESTION, RUNS, Holders, QuestionReader
from dualtrack.lab.studies.claim_run import RunReader, held_in
from dualtrack.lab.studies.entry import Entry
from dualtrack.lab.studies.mistakes import Mistakes
from dualtrack.lab.studies.own_claim import FROZEN, SEAL, OwnClaim, content_seal
from dualtrack.language.declaration import Label
from dualtrack.language.statements.claim_measure import quantity_of, readings
from dualtrack.language.statements.claim_test import ClaimTest, Condition, Given, Null, measures
from dualtrack.language.statements.ledger import Claim

KINDS = ("claim", "rival")
TOLD = ("sentence", "asked", "why", "kind", FROZEN, SEAL)
RESTS = ("mechanisms", "partners", "partners_off", "sizes")
KEYS = (*TOLD, *QUESTION, "given", *RESTS, "absence", "null", "of_claim")
NULL = ("why", "held", *RUNS)
ID, LONGEST_ID = re.compile(r"[^\W\d]\w*"), 24
NO_NAMES = ("not", "and")
"""Words of a condition, in which claims stand by name."""
SAY_FALSE = 'name the mechanisms it rests on, or write null = { held = { NUMBER = VALUE }, why = "..." }'
A_SEAL = re.compile(r"[0-9a-f]{64}")


def claim_written(ground: ClaimGround, name: str, entry: Entry, mistakes: Mistakes) -> OwnClaim | None:
    """The claim of a table under its `name`; None where something is wrong with it, which `mistakes` holds then."""
    return _Writing(ground, name, entry, mistakes).claim()


@dataclass(frozen=True, slots=True)
class _Writing:
    """One claim while it is read."""

    ground: ClaimGround
    name: str
    entry: Entry
    mistakes: Mistakes

    def claim(self) -> OwnClaim | None:
        """Every part of it, each mistake by itself."""
        before, entry = len(self.mistakes.found), self.entry
        for key in entry.table:
            with self.mistakes:
                if key not in KEYS:
                    raise entry.refuse_key(key, KEYS, "a claim")
        said, found = (self.name, self.name), None
        frozen, seal = None, ""
        with self.mistakes:
            self._check_name()
        with self.mistakes:
            if "sentence" not in entry:
                raise entry.refuse("the claim says nothing", fix='write sentence = "..."')
            said = entry.label("sentence", LONGEST_DOC)
        with self.mistakes:
            frozen, seal = self._frozen()
        with self.mistakes:
            found = self._otherwise(said) if "of_claim" in entry else self._test(said)
        if len(self.mistakes.found) > before or found is None:
            return None
        with self.mistakes:
            claim, test = found
            with entry.placed():
                self.ground.check(claim, test)
            own = self.ground.own(test)
            content = content_seal(self.name, entry.table, own)
            why, of = self._label("why") or ("", ""), str(entry.table.get("of_claim", ""))
            return OwnClaim(claim, test, why, content, entry.where(), frozen, seal, of, tuple(own))
        return None

    def _check_name(self) -> None:
        laboratory, name, refuse = self.ground.laboratory, self.name, self.entry.refuse
        if not ID.fullmatch(name) or len(name) > LONGEST_ID or name.casefold() in NO_NAMES:
            raise refuse(
                f"`{name[:LONGEST_ID]}` cannot name a claim",
                fix=f"use letters, digits and _, a letter first, {LONGEST_ID} at most",
            )
        ids = [each.id for each in laboratory.theory.claims]
        for what, known in (("claim", ids), ("quantity", list(laboratory.model.quantities))):
            if taken := [each for each in known if each.casefold() == name.casefold()]:
                raise refuse(f"there is a {what} `{taken[0]}` of the theory already", fix="give the claim another name")

    def _label(self, key: str) -> Label | None:
        return self.entry.label(key, LONGEST_DOC) if key in self.entry else None

    def _frozen(self) -> tuple[date | None, str]:
        """Date and seal, which the program writes together; raises `StudyError` for one alone, or a day that has not come."""
        entry, fix = self.entry, f"take {FROZEN} and {SEAL} out, and freeze the claim"
        if (FROZEN in entry) != (SEAL in entry):
            key = FROZEN if FROZEN in entry else SEAL
            raise entry.refuse(f"`{key}` stands alone", key, fix=fix)
        if FROZEN not in entry:
            return None, ""
        day, seal = entry.table[FROZEN], entry.table[SEAL]
        if not isinstance(day, date) or isinstance(day, datetime):
            raise entry.refuse(f"`{FROZEN}` holds {brief(day)}, which is no date", FROZEN, fix=fix)
        if not isinstance(seal, str) or not A_SEAL.fullmatch(seal):
            raise entry.refuse(f"`{SEAL}` holds {brief(seal)}, which is no seal", SEAL, fix=fix)
        if self.ground.today is not None and day > self.ground.today:
            raise entry.refuse(f"the claim is frozen on {day}, a day that has not come", FROZEN, fix=fix)
        return day, seal

    def _otherwise(self, said: Label) -> tuple[Claim, ClaimTest]:
        """A claim of the theory with another number, year or levels."""
        entry = self.entry
        for key in entry.table:
            if key in KEYS and key not in (*TOLD, "of_claim", *OTHERWISE):
                raise entry.refuse(
                    f"`{key}` stands beside `of_claim`, which keeps the test as it is",
                    key,
                    fix="change only " + ", ".join(OTHERWISE) + ", or write the claim out without of_claim",
                )
        theory = self.ground.laboratory.theory
        shipped, test = asked_otherwise(theory, entry)
        claim = Claim(self.name, self._kind(shipped.kind), said, shipped.carried_by)
        return claim, replace(test, id=self.name, asked=self._label("asked") or said)

    def _test(self, said: Label) -> tuple[Claim, ClaimTest] | None:
        """A claim with a question of its own; None where that is wrong, which the mistakes hold then."""
        entry, model = self.entry, self.ground.laboratory.model
        reader = QuestionReader(RunReader(self.ground.laboratory, self.ground.regimes), self.mistakes)
        condition, null = None, None
        with self.mistakes:
            condition = self._condition(reader, {})
        rests = self._rests()
        with self.mistakes:
            null = self._null(reader, condition)
        if condition is None:
            return None
        if idle := reader.unused(entry):
            raise entry.refuse(f"`{idle[0]}` has no effect here", idle[0], fix="leave it out")
        if null is None and not entry.table.get("mechanisms"):
            raise entry.refuse("it is not said what would be so if the claim were false", fix=SAY_FALSE)
        test = ClaimTest(
            self.name,
            self._label("asked") or said,
            condition,
            measures([condition.then if isinstance(condition, Given) else condition])[0],
            rests["mechanisms"],
            null=null,
            partners=rests["partners"],
            partners_off=rests["partners_off"],
            sizes=rests["sizes"],
            absence=entry.flag("absence"),
        )
        read = (quantity_of(each) for measure in measures([condition]) for each in readings(measure))
        return Claim(self.name, self._kind("claim"), said, tuple({model[each].base: None for each in read})), test

    def _rests(self) -> dict[str, tuple[str, ...]]:
        """The switches and sizes on which the answer rests, by their key; none where a list is wrong."""
        model, found = self.ground.laboratory.model, dict.fromkeys(RESTS, tuple[str, ...]())
        sizes = [each for each in model.drawn if each not in model.switches]
        for key in RESTS:
            with self.mistakes:
                known, what = (sizes, "uncertain number") if key == "sizes" else (model.switches, "switch")
                found[key] = self.entry.names(key, known, what)
        return found

    def _condition(self, reader: QuestionReader, instead: Holders) -> Condition:
        """What is asked, of other runs where some stand `instead` of the claim's."""
        entry = self.entry
        above = {**{key: (entry, key) for key in RUNS if key in entry}, **instead}
        asked = Entry(_less(entry.sheet, RUNS)) if instead else entry
        then = reader.condition(asked, above)
        if "given" not in entry:
            return then
        first = entry.inner("given", 'write given = { says = "...", measure = "...", ... }')
        first.check_keys((*QUESTION, "says"), "a given")
        label = first.label("says", LONGEST_DOC) if "says" in first else None
        if label is None:
            raise first.refuse("it is not said in words of which worlds the claim is asked", fix='write says = "..."')
        with first.placed():
            return Given(reader.condition(first, above), then, label)

    def _null(self, reader: QuestionReader, condition: Condition | None) -> Null | None:
        if "null" not in self.entry:
            return None
        entry = self.entry.inner("null", 'write null = { held = { NUMBER = VALUE }, why = "..." }')
        entry.check_keys(NULL, "a null")
        if "why" not in entry:
            raise entry.refuse("the null does not say why it is one", fix='write why = "..."')
        instead: Holders = {key: (entry, key) for key in RUNS if key in entry}
        other = self._condition(reader, instead) if instead and condition is not None else None
        if other is not None and other == condition:
            raise entry.refuse("the null asks the very same of the same runs", fix="name other runs, or hold a number")
        for key in instead if condition is not None else ():
            if (*entry.sheet.inside, key) not in reader.used:
                raise entry.refuse(f"`{key}` has no effect here", key, fix="leave it out: every question names its own")
        with entry.placed():
            return Null(entry.label("why", LONGEST_DOC), held_in(self.ground.laboratory, entry), other)

    def _kind(self, usual: str) -> Any:
        return self.entry.word("kind", KINDS) if "kind" in self.entry else usual


def _less(sheet: RegimeTable, keys: Iterable[str]) -> RegimeTable:
    """The same table without some keys."""
    return replace(sheet, table={key: value for key, value in sheet.table.items() if key not in keys})
