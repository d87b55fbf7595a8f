"""With --lang zh everything that a reader sees is Chinese but names, whole at 80 columns, in one term per notion."""

import re
from collections.abc import Callable

import pytest

from dualtrack.app.bind import bind
from dualtrack.app.commands.believe import show_belief
from dualtrack.app.commands.explain import explained_text
from dualtrack.app.names.explain_name import told
from dualtrack.app.names.resolve import Thing, things, things_named
from dualtrack.app.names.row_words import HEADINGS, KINDS
from dualtrack.app.page.catalogue import catalogues
from dualtrack.app.page.pack.found import found_if_current
from dualtrack.app.page.pack.translated import translations
from dualtrack.app.summary.brief import brief
from dualtrack.app.summary.first_screen import show_first
from dualtrack.app.summary.full_tables import show_tables
from dualtrack.app.terminal.progress import STAGES, stage_said
from dualtrack.app.terminal.speech import ORIGINAL, speaking
from dualtrack.app.terminal.terminal import on_paper
from dualtrack.app.terminal.wrap import cells
from dualtrack.app.verdicts.verdict_text import show_judged
from dualtrack.app.verdicts.verdict_words import NEAR, SAID
from dualtrack.evidence.vocabulary import BASELINE
from dualtrack.lab.judged import Judged
from tests.app.believing import MODEL, found, found_of_two
from tests.app.calling import Caller
from tests.app.conftest import Job
from tests.app.judging import SMALL
from tests.app.printing import printed

LABORATORY = bind()
EVERY = list(things(LABORATORY))
FIRST = list({each.noun: each for each in reversed(EVERY)}.values())
OTHERS = [each for each in EVERY if each.name in ("L5", "T1", "P1", "F1", "F16", "chip_performance_ceiling", "breakout", "B1")]
NAMED = {part for each in EVERY for part in re.findall(r"\w+", each.name)} | {
    part for quantity in LABORATORY.model.quantities for part in re.findall(r"\w+", quantity)
}
COMMAND = re.compile(r"`[^`]*`|--[a-z-]+|\.[a-z]+\b")
WORD = re.compile(r"\w+", re.ASCII)
TERMS = {
    "先验": ("前验",),
    "世界": (),
    "情景": ("政制",),
    "默认参数世界": ("标称世界", "名义世界"),
    "未被记录排除": ("未被史实排除",),
    "与历史分开": ("与史实分开", "离开历史"),
    "优势比": ("几率", "胜算", "赔率"),
    "零假设": ("空假设", "原假设"),
    "最有利情形": ("最佳情形",),
    "反方的主张": ("竞争性主张", "对立主张"),
    "留作检验": ("样本外",),
    "样本内": (),
    "机制强度": ("开关",),
    "假设": ("设想值",),
    "种子": (),
    "95%区间": ("置信区间", "95 %区间"),
    "政策杠杆": ("拨盘", "控制杆"),
    "部门": ("板块",),
    "来源": (),
    "观测值": ("实测值",),
    "容差": ("公差", "容许误差"),
}
"""The word of each notion, and words that would be a second one."""


def in_chinese(show: Callable[[], object], columns: int = 80) -> str:
    """What is shown to a reader of Chinese."""
    with on_paper(columns) as sheet, speaking("zh"):
        show()
    return sheet.getvalue()


def explained(thing: Thing) -> str:
    """What is said of whatever has the name of a thing; rows are read in the language spoken."""
    with speaking("zh"):
        return "\n".join(explained_text(LABORATORY, each, 7, "agnostic") for each in things_named(LABORATORY, thing.name))


def english(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Words in small letters that are no names: what is left of an English sentence."""
    bare = COMMAND.sub(" ", text)
    words = [word for word in WORD.findall(bare) if len(word) > 1]
    return [word for word in words if word.islower() and word not in NAMED | known | {BASELINE}]


@pytest.fixture(scope="module")
def screen(job: Job) -> str:
    return in_chinese(lambda: show_first(job.found))


@pytest.fixture(scope="module")
def tables(job: Job) -> str:
    return in_chinese(lambda: show_tables(job.found))


@pytest.fixture(scope="module")
def verdicts(judged: Judged) -> str:
    return in_chinese(lambda: show_judged(judged))


@pytest.fixture(scope="module")
def belief() -> str:
    return in_chinese(lambda: show_belief(MODEL, found_of_two())) + in_chinese(
        lambda: show_belief(MODEL, found(None, above=False))
    )


@pytest.mark.parametrize("what", ["screen", "tables", "verdicts", "belief"])
def test_no_english_word_is_left_and_no_line_is_too_wide(what: str, request: pytest.FixtureRequest) -> None:
    text: str = request.getfixturevalue(what)
    assert english(text, frozenset(group.label[1] for group in SMALL.groups)) == []
    assert ORIGINAL not in text
    assert max(map(cells, text.splitlines())) <= 80
    assert not re.search(r"\d %|[\u4e00-\u9fff][,;:]", text), "marks are those of Chinese print"


def test_the_first_screen_is_one_screen_and_says_what_the_english_says(job: Job, screen: str) -> None:
    with on_paper(80) as sheet:
        show_first(job.found)
    assert len(screen.splitlines()) <= 40
    shares = [set(re.findall(r"(\d+)%", text.replace(" %", "%"))) for text in (sheet.getvalue(), screen)]
    assert shares[0] <= shares[1]
    claims = {claim.id for claim in LABORATORY.theory.claims}
    assert len({name for name in claims if re.search(rf"\b{name}\b", screen, re.ASCII)}) == len(claims)


@pytest.mark.parametrize("thing", [*FIRST, *OTHERS], ids=lambda each: f"{each.noun}:{each.name}")
def test_a_thing_of_every_kind_is_explained_in_chinese(thing: Thing) -> None:
    text, cited = explained(thing), set(re.findall(r"\w+", " ".join(_printed(thing))))
    lines = [line for line in text.splitlines() if ORIGINAL not in line and " = " not in line and not line.startswith("示例")]
    assert english("\n".join(lines), frozenset(cited)) == []
    assert re.search(r"[\u4e00-\u9fff]", text)


def _printed(thing: Thing) -> list[str]:
    """Titles and publishers, which stay as they were printed, and formulas."""
    sources = [f"{each.title} {each.publisher} {each.url}" for each in LABORATORY.record.sources]
    return [*sources, str(thing.row.get("formulas", "")), str(thing.row.get("measures", ""))]


def test_what_stays_english_is_marked_and_is_not_of_the_theory() -> None:
    texts = {quantity.doc for quantity in LABORATORY.model.quantities.values()} | set(LABORATORY.model.sectors.values())
    texts |= set(LABORATORY.model.base_units.values())
    assert {text for text in texts if text and " ".join(text.split()) not in translations()} == set()
    (series,) = [each for each in EVERY if each.name == "china_accelerator_shipments"]
    assert f"定义      {ORIGINAL}AI accelerator cards" in explained(series)


def test_every_heading_kind_and_stage_has_its_chinese() -> None:
    assert {each.kind for each in EVERY} <= set(KINDS)
    heads = {name for each in FIRST if each.noun not in ("quantities", "curves") for name in told(LABORATORY, each).facts}
    assert {name for name in heads if not name.startswith("changed in edition")} <= set(HEADINGS)
    with speaking("zh"):
        assert all(not english(stage_said(stage)) for stage in STAGES)
        assert stage_said("along progress_rate") == "沿数值 progress_rate"
        assert stage_said("first draw under essay").endswith("，先验 essay")


def test_the_terminal_and_the_page_have_one_word_for_each_notion(
    job: Job, screen: str, tables: str, verdicts: str, belief: str
) -> None:
    page = "".join(catalogues()["zh"].values())
    terminal = screen + tables + verdicts + belief + brief(job.found, "zh") + "".join(map(explained, [*FIRST, *OTHERS]))
    terminal = re.sub(r"\s+", "", terminal)
    for term, others in TERMS.items():
        assert term in terminal and term in page.replace(" ", ""), term
        assert not [each for each in others if each in terminal + page], term
    for answer, (_, word) in SAID.items():
        assert catalogues()["zh"]["verdicts.is." + answer.replace(" ", "-")] == word
    for near, (_, word) in NEAR.items():
        assert catalogues()["zh"]["verdicts.near." + near.replace(" ", "-")] == word


def test_json_holds_both_languages_and_takes_none(call: Caller) -> None:
    for words in (("explain", "L5"), ("judge",), ("believe", "L5"), ("report",), ()):
        assert "--lang has no effect here: JSON holds both languages" in call.refused(*words, "--lang", "zh", "--json", code=2)
    assert "--brief names the language" in call.refused("--lang", "zh", "--brief", "zh", code=2)
    assert "near  zh" in call.refused("explain", "L5", "--lang", "zhh", code=2)


def test_the_command_line_speaks_chinese_once_and_english_after(call: Caller) -> None:
    before = call.fine("explain", "L5").out
    assert call.fine("explain", "L5", "--lang", "zh").out.startswith("L5（主张）：")
    assert call.fine("explain", "L5", "--lang", "EN").out == before
    assert found_if_current(LABORATORY) is None or "判定" in call.fine("explain", "L5", "--lang", "zh").out


def test_an_output_that_cannot_hold_chinese_is_refused_before_anything_is_run() -> None:
    refused = printed("report", "--lang", "zh", encoding="ascii")
    assert refused.code == 2
    assert refused.out == b""
    assert refused.err.count(b"fix") == 1
    assert "（事实）" in printed("explain", "F1", "--lang", "zh", encoding="gbk").out.decode("gbk")
