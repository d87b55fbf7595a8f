"""How a fact counts and what kind of thing it says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from dualtrack.language.declaration import Label
from dualtrack.language.statements.ledger import FactRole, Relation

GROUPS: Mapping[str, Label] = {
    "in sample": ("in sample", "样本内事实"),
    "held out": ("held out", "留作检验的事实"),
    "not counted": ("not counted", "不计入"),
}
ROLES: Mapping[FactRole, Label] = {
    "level": ("level", "水平"),
    "direction": ("direction", "方向"),
    "timing": ("timing", "时点"),
    "reaction": ("reaction", "反应"),
    "input": ("input", "用于输入模型"),
    "parameter": ("parameter", "用于设定参数"),
}
BOUNDS: Mapping[Relation, Label] = {
    "within": ("within", "接近"),
    "at_most": ("at most", "不高于"),
    "at_least": ("at least", "不低于"),
}
