"""Study files on the page: it reads what the command line reads, and what it saves the command line takes, nothing lost."""

from __future__ import annotations

from functools import cache
from pathlib import Path as File
from typing import Any

import pytest

from dualtrack.app.bind import THEORY
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.policy_rows import regime_rows
from dualtrack.app.page.pack.quantity_rows import prior_row
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.app.page.pack.study_rows import study_row
from dualtrack.errors import LabError
from dualtrack.lab.runs.regimes import resolved
from dualtrack.lab.studies.study_file import read_study
from dualtrack.language.restated import is_held, restated
from tests.app.page.asking import SCRIPTS, asked_of_node, script
from tests.app.page.laboratory import laboratory
from tests.lab.studies.studying import ROWS

YEARS = [2018 + place / 16 for place in range(22 * 16 + 1)]
HEAD = 'name = "mine"\ntitle = { en = "My study", zh = "我的研究" }\n'
FULL = (
    HEAD
    + """
# why the fleet is as it is

[regimes.back]   # a regime
label = "Memory back"
base = "near_embargo"
edition = 2
parts_at = 2028.0
doc = "It comes back in steps."
[regimes.back.levers]
memory_access = [[2028.0, 0.5], [2030.5, 0.8]]   # half, then most
tool_access = { ramp = [
  [2028.0, 0.1],  # little
  [2033, 0.6],
] }

[regimes."内存"]
label = { zh = "内存再放开" }
base = "back"
parts_at = 2031
levers = { memory_access = 1.0, "layer_focus.memory" = 3 }

[regimes.off]
label = "Cut off"
base = "history"
parts_at = 2029
cut_off = 2030.0

[priors.progress_rate]
held = 0.3
why = "two audits"

[priors.Denial_strength]
held = 0
why = '''none
seen'''

[priors.withering_rate]
low = 0.05
high = 0.15
why = "two case studies"
"""
    + ROWS.replace("A count of mine", "A count of mine # not a comment")
)
SPELT = (
    HEAD
    + 'regimes.a = { label = "A", base = "as_is", edition = 2, parts_at = 2027, levers = { tool_access = 0.2 } }\n'
    + 'priors = { progress_rate = { held = 0.3, why = "x" } }\n',
    HEAD
    + '[regimes]\na.label = "A"\na.base = "as_is"\na.parts_at = 2027\n'
    + "a.levers.tool_access = 0.2\na.levers.eda_access = 0.1 # why\n",
    (HEAD + '[regimes.a]\r\nlabel = "A"\r\nbase = "as_is"\r\n').replace("\n", "\r\n").replace("\r\r", "\r"),
    HEAD + '[regimes.a]\nlabel = "A"\nbase = "limited_opening"\nedition = 2\n',
    HEAD + '[priors.progress_rate]\nheld = 0.3\nwhy = "x"',
    "# nothing yet\n",
)
RESET = ("memory_access", "held", "why", "parts_at", "levers", "base", "edition")
"""Lines that begin so hold a value that a reader may change."""
WORDS = f"""
const words = await import({script("words.js").as_uri()!r});
words.setCatalogues(given.words);
words.setLanguage(given.language ?? "en");
const read = await import({script("study_read.js").as_uri()!r});
"""


@cache
def pack() -> dict[str, Any]:
    """What the page's reader of studies needs of the pack."""
    bound = laboratory()
    rows = {
        name: {
            "name": name,
            "role": q.role,
            "low": q.low,
            "high": q.high,
            "value": q.value,
            "label": list(q.label),
            "prior": prior_row(q.prior) if q.prior else None,
        }
        for name, q in bound.model.quantities.items()
        if q.role in ("lever", "uncertainty", "switch")
    }
    clock = THEORY.clock
    return {
        "version": "1",
        "quantities": rows,
        "regimes": regime_rows(bound.regimes),
        "study": study_row(bound),
        "clock": {"start": clock.start, "stop": clock.stop},
        "partsAt": THEORY.parts_at,
        "past": THEORY.past,
        "rules": rule_row(),
        "edition": max(bound.regimes[name].edition for name in bound.shipped),
    }


def opened(*texts: str) -> list[dict[str, Any]]:
    """What the page reads in studies."""
    body = f"{WORDS} console.log(JSON.stringify(given.texts.map((text) => read.readStudy(text, given.pack, 'mine'))));"
    found: list[dict[str, Any]] = asked_of_node("study_write.js", body, {"pack": pack(), "texts": texts, "words": catalogues()})
    return found


def saved(*asked: tuple[dict[str, Any], str, str | None], language: str = "en") -> list[dict[str, Any]]:
    """What the page writes of each scenario under a name, into a study that was opened or a new one."""
    rows = [
        (scenario, name, None if text is None else {"text": text, "file": "mine.toml", "regime": ""})
        for scenario, name, text in asked
    ]
    body = f"{WORDS} console.log(JSON.stringify(given.rows.map((row) => it.studyText(given.pack, ...row))));"
    given = {"pack": pack(), "rows": rows, "words": catalogues(), "language": language}
    found: list[dict[str, Any]] = asked_of_node("study_write.js", body, given)
    return found


def courses(folder: File, scenarios: list[dict[str, Any]]) -> list[dict[str, list[float]]]:
    """Every lever of scenarios in every step, as the page runs them."""
    body = """
    const { dates } = given.pack.rules;
    const pathsOf = ({ regime, levers }) => Object.entries(levers).reduce(
      (of, [name, setting]) => it.setLever(of, name, { ...setting, fallback: given.pack.quantities[name].value }, dates),
      given.pack.regimes[regime].paths);
    const rowsOf = ([name, path]) => [name, given.years.map((year) => it.pathAt(path, year, dates.instant))];
    console.log(JSON.stringify(given.scenarios.map((each) => Object.fromEntries(Object.entries(pathsOf(each)).map(rowsOf)))));
    """
    given = {"pack": pack(), "scenarios": scenarios, "years": YEARS}
    found: list[dict[str, list[float]]] = asked_of_node(folder / "compute" / "paths.js", body, given)
    return found


def as_the_command_line_reads(folder: File, text: str, name: str) -> tuple[dict[str, list[float]], dict[str, float]]:
    """The courses of a regime and the held numbers of a study, by the reader of the command line."""
    file = folder / "saved.toml"
    file.write_bytes(text.encode())
    study, bound = read_study(file, laboratory()), laboratory()
    model = restated(bound.model, study.priors, THEORY.clock.step)
    regimes = resolved(study.regimes, model, bound.history, bound.regimes)
    own = {lever: [path.at(year) for year in YEARS] for lever, path in regimes[name].paths.items()}
    return own, {number: each.value for number, each in study.priors.items() if is_held(model[number])}


def assert_accepted(folder: File, *rows: tuple[dict[str, Any], str, str]) -> None:
    """The command line reads each regime's courses and the held numbers of its file as the page runs the scenario."""
    for (scenario, name, text), mine in zip(rows, courses(SCRIPTS, [row[0] for row in rows]), strict=True):
        own, held = as_the_command_line_reads(folder, text, name)
        for lever in own.keys() | mine.keys():
            still = [laboratory().model[lever].number] * len(YEARS)
            assert mine.get(lever, still) == pytest.approx(own.get(lever, still), abs=1e-12), (name, lever)
        assert held == pytest.approx(scenario["assumptions"])


def test_a_study_is_read_as_the_command_line_reads_it(tmp_path: File) -> None:
    (found,) = opened(FULL)
    assert found["faults"] == []
    assert [each["name"] for each in found["regimes"]] == ["back", "内存", "off"]
    assert_accepted(tmp_path, *((regime["scenario"], regime["name"], FULL) for regime in found["regimes"]))
    assert found["held"] == {"progress_rate": 0.3, "denial_strength": 0}
    left = {(each["key"], each["values"][0], each["values"][1]) for each in found["left"]}
    lines = FULL.splitlines()
    assert left == {
        ("study.leftPrior", lines.index("[priors.withering_rate]") + 1, "withering_rate"),
        ("study.leftRows", lines.index("[[sources]]") + 1, "sources"),
        ("study.leftRows", lines.index("[[observations]]") + 1, "observations"),
    }


def test_a_study_that_is_saved_as_it_was_opened_keeps_every_letter() -> None:
    (found,) = opened(FULL)
    rows = [(regime["scenario"], regime["name"], FULL) for regime in found["regimes"]]
    assert saved(*rows) == [{"text": FULL, "lines": 0, "faults": []}] * len(rows)


def changed(scenario: dict[str, Any]) -> dict[str, Any]:
    """A scenario of the full study after its owner has moved a few things on the page."""
    levers = {lever: setting for lever, setting in scenario["levers"].items() if lever != "tool_access"}
    levers |= {"memory_access": {"value": 0.25, "from": 2027.5}, "layer_focus.equipment": {"value": 2, "from": 2029}}
    return {**scenario, "levers": levers, "assumptions": {"progress_rate": 0.25, "withering_rate": 0.1}}


def test_a_changed_study_is_accepted_and_loses_nothing(tmp_path: File) -> None:
    regimes = {each["name"]: changed(each["scenario"]) for each in opened(FULL)[0]["regimes"]}
    regimes["another"] = regimes["back"]
    found = saved(*((scenario, name, FULL) for name, scenario in regimes.items()))
    assert [each["faults"] for each in found] == [[]] * len(regimes)
    texts = [each["text"] for each in found]
    assert_accepted(tmp_path, *zip(regimes.values(), regimes, texts, strict=True))
    for text in texts:
        kept = {line.lstrip("# ") for line in text.splitlines()}
        gone = [line for line in FULL.splitlines() if line.lstrip("# ") not in kept]
        assert [line for line in gone if not line.startswith(RESET)] == [], (
            "what is no value that changed stands, if as a comment"
        )
        for comment in ("# half, then most", "# little", "# why the fleet is as it is", "# a regime"):
            assert comment in text
    again = saved(*zip(regimes.values(), regimes, texts, strict=True))
    assert [(each["lines"], each["faults"]) for each in again] == [(0, [])] * len(regimes)


def test_a_scenario_is_saved_into_whatever_form_a_study_has(tmp_path: File) -> None:
    scenario = {
        "name": "Mine, “so”",
        "regime": "limited_opening",
        "levers": {
            "tool_access": {"value": 0.3, "from": 2027},
            "layer_focus.memory": {"value": 2, "from": 2028, "then": [[2031, 1e-7]]},
            "memory_access": {"value": 0.1, "from": 2027, "then": [[2035, 0.9]], "ramp": True},
        },
        "assumptions": {"withering_rate": 0.1, "denial_strength": 0},
    }
    rows = [(scenario, name, text) for text in (None, *SPELT) for name in ("a", "new-one")]
    found = saved(*rows, language="zh")
    assert [each["faults"] for each in found] == [[]] * len(rows)
    assert_accepted(tmp_path, *((scenario, name, each["text"]) for (_, name, _), each in zip(rows, found, strict=True)))


def test_a_regime_that_is_shipped_is_not_written_over() -> None:
    (found,) = saved(({"name": "", "regime": "as_is", "levers": {}, "assumptions": {}}, "near_embargo", None))
    assert [each["key"] for each in found["faults"]] == ["study.taken"]


REFUSED = [
    ("regmes = 3", "study.noPart", "regimes"),
    ("[regimes.as_is]\nlabel = 'x'\nbase = 'as_is'", "study.taken", ""),
    ("[regimes.a]\nlabel = 'x'\nbase = 'near_embarg'", "study.noBase", "near_embargo"),
    ("[regimes.a]\nlabel = 'x'\nbase = 'b'\n[regimes.b]\nlabel = 'x'\nbase = 'a'", "study.circle", ""),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nlevrs = {}", "study.noRegimeKey", "levers"),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nlevers = { tool_access = 0 }", "study.noParting", ""),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nparts_at = 2027\nlevers.tool_acess = 0", "study.noLever", "tool_access"),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nparts_at = 2027\nlevers.tool_access = 2", "study.outOfRange", ""),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nparts_at = 2027\nlevers.tool_access = [[2026, 1]]", "study.noDates", ""),
    ("[regimes.a]\nlabel = 'x'\nbase = 'as_is'\nparts_at = 2060", "study.noYear", ""),
    ("[regimes.a]\nbase = 'as_is'", "study.noWords", ""),
    ("[priors.progres_rate]\nheld = 0.3\nwhy = 'x'", "study.noNumber", "progress_rate"),
    ("[priors.progress_rate]\nheld = 0.3", "study.noReason", ""),
    ("[priors.progress_rate]\nheld = 0.3\nlow = 0.1\nwhy = 'x'", "study.heldAndRange", ""),
    ("[priors.progress_rate]\nhelds = 0.3\nwhy = 'x'", "study.noKey", "held"),
    ("x = [1", "study.noToml", ""),
]


def test_what_the_command_line_refuses_the_page_refuses_by_line(tmp_path: File) -> None:
    texts = [f"# a study\n{line}\n" for line, _, _ in REFUSED]
    for text, found, (_, key, near) in zip(texts, opened(*texts), REFUSED, strict=True):
        fault = found["faults"][0]
        assert (fault["key"], fault.get("near") or "") == (key, near)
        assert 2 <= fault["values"][0] <= len(text.splitlines())
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LabError):
            read_study(file, laboratory())
