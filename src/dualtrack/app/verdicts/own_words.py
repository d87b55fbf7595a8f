"""Claims of a user's own among the verdicts: how many, and when each was frozen under which seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dualtrack.lab.studies.own_claim import SHOWN
from dualtrack.language.declaration import Label


def own_label(rows: Sequence[Mapping[str, Any]]) -> Label | None:
    """A sentence in both languages; none where no claim is a user's own."""
    own = [(row["id"], row["own"]) for row in rows if row["own"]]
    if not own:
        return None
    english = "; ".join(f"{name}, frozen {each['frozen']}, seal {each['seal'][:SHOWN]}" for name, each in own)
    chinese = "；".join(f"{name}，{each['frozen']}冻结，封印{each['seal'][:SHOWN]}" for name, each in own)
    verb = "is" if len(own) == 1 else "are"
    return f"{len(own)} of these claims {verb} the study's own: {english}.", f"其中{len(own)}项为研究自带的主张：{chinese}。"
