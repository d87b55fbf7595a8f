"""One name of a model explained: what it is, its equation or number, its source, what moves it and what it moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import indent

from dualtrack.errors import UnknownName, nearest
from dualtrack.language.checked import checked
from dualtrack.language.declaration import Curve, Label
from dualtrack.language.model import Model
from dualtrack.language.printed import Printed
from dualtrack.language.quantity import Quantity
from dualtrack.language.tongue import ENGLISH, Tongue
from dualtrack.targets.print.plain import number_text
from dualtrack.targets.print.quantity_facts import by_element, correlation_text, prior_text, range_text, source_text, value_text
from dualtrack.targets.print.statement import causes, declared, effects, gates, in_text, is_stage, statements


@dataclass(frozen=True, slots=True, repr=False)
class Explanation(Printed):
    """What is known of a name; texts are empty where there is nothing to say."""

    name: str
    label: Label
    role: str
    unit: str
    sector: str
    doc: str
    equation: str
    value: str
    range: str
    prior: str
    moves_with: str
    source: str
    elements: tuple[str, ...]
    causes: tuple[str, ...]
    effects: tuple[str, ...]
    switches: tuple[str, ...]

    def text(self, say: Callable[[Label], str] = " / ".join, tongue: Tongue = ENGLISH) -> str:
        """All of it, for a person to read in a terminal; `say` puts a label of two languages into words, and the headings are
        in the `tongue`, which should be that of the texts.
        """
        facts = {
            ("equation", "方程"): self.equation,
            ("value", "数值"): self.value,
            ("range", "范围"): self.range,
            ("prior", "先验"): self.prior,
            ("together", "联动"): self.moves_with,
            ("source", "来源"): self.source,
            ("elements", "元素"): ", ".join(self.elements),
            ("causes", "原因"): ", ".join(self.causes),
            ("effects", "结果"): ", ".join(self.effects),
            ("switches", "机制强度"): ", ".join(self.switches),
        }
        place = tongue(f", sector {self.sector}", f"，部门：{self.sector}") if self.sector else ""
        lines = [
            tongue(f"{self.name}: {say(self.label)}", f"{self.name}：{say(self.label)}"),
            tongue(f"{self.role}, unit {self.unit}", f"{self.role}，单位：{self.unit or '无'}") + place,
        ]
        lines += ["", indent(self.doc, "  "), ""] if self.doc else [""]
        for fact, said in facts.items():
            first, *others = said.splitlines() or [""]
            head = tongue(f"{fact[0]:<10}", fact[1] + "  " * (5 - len(fact[1])))
            lines += [head + first, *(" " * 10 + other for other in others)] if said else []
        return "\n".join(lines)


@checked
def explain(model: Model, name: str, tongue: Tongue = ENGLISH) -> Explanation:
    """Explain the quantity `name` of the `model`, all elements of a layered one by its base name, or a curve, in a `tongue`.

    Raises `UnknownName` for what the model has not.
    """
    groups = declared(model)
    if name in model.curves:
        return _curve(name, model.curves[name], effects(model)[name], tongue)
    group = groups[name] if name in groups else _single(model, name, groups)
    first = group[0]
    gating = gates(model)
    lines = [line for statement in statements(model, group) for line in in_text(statement, say=tongue)]
    lines += [
        tongue(f"at 0, {reader} no longer depends on {', '.join(gone)}", f"取0时，{reader} 不再取决于 {', '.join(gone)}")
        for reader, gone in gating.get(name, {}).items()
    ]
    return Explanation(
        name=name,
        label=first.label,
        role=first.role if is_stage(first) else first.expanded_from or first.role,
        unit=str(first.unit),
        sector=first.sector,
        doc=first.doc,
        equation="\n".join(lines),
        value=by_element(group, value_text, tongue),
        range=by_element(group, lambda quantity: range_text(quantity, tongue), tongue),
        prior=by_element(group, lambda quantity: prior_text(quantity, tongue), tongue),
        moves_with=by_element(group, lambda quantity: correlation_text(model, quantity.name, tongue), tongue),
        source=by_element(group, lambda quantity: source_text(quantity.source, tongue), tongue),
        elements=tuple(quantity.element or "" for quantity in group) if len(group) > 1 else (),
        causes=causes(model)[first.base],
        effects=effects(model)[first.base],
        switches=tuple(switch for switch, readers in gating.items() if first.base in readers),
    )


def _single(model: Model, name: str, groups: dict[str, tuple[Quantity, ...]]) -> tuple[Quantity, ...]:
    if name not in model.quantities:
        raise UnknownName(
            f"the model has no quantity or curve `{name}`",
            near=nearest(name, [*groups, *model.curves, *model.quantities]),
            fix="name a quantity, whole or by its element, or a curve",
        )
    return (model.quantities[name],)


def _curve(name: str, curve: Curve, read_by: tuple[str, ...], tongue: Tongue) -> Explanation:
    points = ", ".join(f"{number_text(x)} -> {number_text(y)}" for x, y in curve.points)
    return Explanation(
        name=name,
        label=curve.label,
        role="curve",
        unit=f"{curve.unit} by {curve.of}",
        sector="",
        doc=curve.doc,
        equation=tongue(f"linear between the points {points}; flat beyond them", f"各点之间为直线：{points}；两端之外保持不变"),
        value="",
        range="",
        prior="",
        moves_with="",
        source=source_text(curve.source, tongue),
        elements=(),
        causes=(),
        effects=read_by,
        switches=(),
    )
