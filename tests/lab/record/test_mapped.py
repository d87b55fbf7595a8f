"""Figures come in the formula's unit, weigh once or not at all, and say why; a series that does not fit is refused."""

import shutil
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from dualtrack.app.bind import TABLES, bind
from dualtrack.errors import LabWarning, RecordError
from dualtrack.evidence.record import load_record
from dualtrack.lab.laboratory import Laboratory, assemble
from dualtrack.lab.record.mapped import Mapped, also_asked, check_mapped, mapped_rows, shown_beside, touching
from dualtrack.language.statements.counterpart import Counterpart, Relative
from dualtrack.language.statements.ledger import Check, Fact, Level, Stated

WORDS = ("Another count.", "另一种统计。")


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return bind()


def rows(laboratory: Laboratory, *counterparts: Counterpart) -> tuple[Mapped, ...]:
    """The figures of these counterparts alone."""
    return mapped_rows(replace(laboratory.theory, counterparts=counterparts), laboratory.model, laboratory.record)


def standings(laboratory: Laboratory, *counterparts: Counterpart) -> dict[tuple[str, str], str]:
    return {(each.row.start.isoformat(), each.row.source): each.standing for each in rows(laboratory, *counterparts)}


def test_a_unit_is_converted_and_a_scale_comes_on_top(laboratory: Laboratory) -> None:
    half = Counterpart("china_accelerator_shipments_half_year", "licensed_chips_sold", Relative(0.1), WORDS, scale=0.5)
    assert [each.figure.value for each in rows(laboratory, half)] == pytest.approx([500_000.0, 1_900_000.0])


@pytest.mark.parametrize(
    ("series", "reads", "per"),
    [
        ("cambricon_revenue", "licensed_sales", "1"),
        ("nvidia_market_value", "vendor_revenue_from_china", "1"),
        ("notable_models_trained_on_chinese_chips", "running_us_share", "1"),
        ("cambricon_revenue", "licensed_sales", "USD_bn/CNY"),
    ],
)
def test_units_that_do_not_convert_are_refused_with_what_would(laboratory: Laboratory, series: str, reads: str, per: str) -> None:
    with pytest.raises(RecordError) as caught:
        rows(laboratory, Counterpart(series, reads, Relative(0.1), WORDS, per=per))
    assert series in str(caught.value)
    assert "per=" in caught.value.fix


def test_a_factor_with_a_unit_turns_what_no_exact_one_does(laboratory: Laboratory) -> None:
    yuan = Counterpart("cambricon_revenue", "licensed_sales", Relative(0.1), WORDS, scale=1 / 7.1, per="USD_bn/CNY_bn")
    seen = laboratory.record.observations_of("cambricon_revenue")
    assert [each.figure.value * 7.1 for each in rows(laboratory, yuan)] == pytest.approx([row.value for row in seen])


def test_an_unknown_series_is_refused_as_the_laboratory_is_put_together(laboratory: Laboratory) -> None:
    theory = replace(laboratory.theory, counterparts=(Counterpart("nvidia_revenu", "us_revenue", Relative(0.1), WORDS),))
    for asked in (lambda: check_mapped(theory, laboratory.model, laboratory.record), lambda: assembled(laboratory, theory)):
        with pytest.raises(RecordError) as caught:
            asked()
        assert "nvidia_revenue" in caught.value.near


def assembled(laboratory: Laboratory, theory: object) -> Laboratory:
    return assemble(theory, laboratory.model, laboratory.record)  # type: ignore[arg-type]


def test_of_two_figures_of_a_period_or_one_within_another_one_weighs(laboratory: Laboratory) -> None:
    year = Counterpart("nvidia_revenue", "revenue_elsewhere", Relative(0.1), WORDS)
    quarter = Counterpart("nvidia_revenue_quarter", "revenue_elsewhere", Relative(0.1), WORDS, part_of="nvidia_revenue")
    found = {each.row.start.isoformat(): each.standing for each in rows(laboratory, year, quarter) if each.row.days < 100}
    assert found["2025-07-28"] == "within another"
    assert found["2026-01-26"] == "weighs"
    alone = {each.standing for each in rows(laboratory, replace(quarter, part_of="")) if each.row.kind == "reported"}
    assert alone == {"weighs"}
    twice = Counterpart("china_ai_compute_ownership_share", "compute_share", Relative(0.1), WORDS)
    assert sorted(each.standing for each in rows(laboratory, twice)) == ["weighs", "within another"]


def test_a_figure_weighs_within_its_years_if_it_is_used_and_no_outlook(laboratory: Laboratory) -> None:
    whole = Counterpart("us_cloud_capex_four", "cloud_capex", Relative(0.1), WORDS)
    assert set(standings(laboratory, whole).values()) == {"weighs", "outlook"}
    assert set(standings(laboratory, replace(whole, used=False)).values()) == {"shown"}
    assert "out of years" in standings(laboratory, replace(whole, since=2025.0)).values()
    assert "out of years" in standings(laboratory, replace(whole, until=2025.0)).values()


def test_what_a_held_out_fact_rests_on_never_weighs(laboratory: Laboratory) -> None:
    whole = Counterpart("us_cloud_capex_four", "cloud_capex", Relative(0.1), WORDS)
    source = next(each.row.source for each in rows(laboratory, whole) if each.standing == "weighs")
    check = Check(Level("cloud_capex", 2024.0), "within", Stated(1.0, source), 1.0)
    theory = replace(laboratory.theory, counterparts=(whole,), facts=(Fact("Z1", WORDS, "level", (check,), held_out=True),))
    found = mapped_rows(theory, laboratory.model, laboratory.record)
    assert {each.standing for each in found if each.row.source == source} == {"held out"}


def test_double_use_is_found_where_a_fact_looks_a_series_up_or_states_its_figure(laboratory: Laboratory) -> None:
    known = {each.series: each for each in laboratory.theory.counterparts}
    asked = {name: also_asked(laboratory.theory, laboratory.model, laboratory.record, each) for name, each in known.items()}
    assert asked["china_accelerator_domestic_share"] == ("F1", "F2")
    assert set(asked["us_cloud_capex_four"]) == {"M3", "M4"}
    assert "F8" in asked["china_equipment_domestic_share"]
    assert asked["b300_price"] == ()


def test_a_quantity_shows_what_measures_just_it_and_tells_what_touches_it(laboratory: Laboratory) -> None:
    theory, model = laboratory.theory, laboratory.model
    assert "china_accelerator_shipments" not in {each.series for each in shown_beside(theory, model, "domestic_chips_sold")}
    assert "china_accelerator_shipments" in {each.series for each in touching(theory, model, "domestic_chips_sold")}
    assert shown_beside(theory, model, "us_ai_valuation") == shown_beside(theory, model, "vendor_valuation")
    assert "china_materials_domestic_share" in {each.series for each in touching(theory, model, "home_market_share")}


def test_a_new_row_of_a_known_series_is_used_without_a_change_of_code(tmp_path: Path, laboratory: Laboratory) -> None:
    tables = Path(shutil.copytree(TABLES, tmp_path / "tables"))
    with (tables / "observations.csv").open("a", encoding="utf-8", newline="") as out:
        out.write("nvidia_market_value,2026-06-30,2026-06-30,5000,,,reported,menon_lab_2026_05,2026-06-30,\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error", LabWarning)
        with pytest.raises(RecordError, match="published"):
            load_record(tables)
    text = (tables / "observations.csv").read_text(encoding="utf-8").replace("2026-06-30", "2026-05-19")
    (tables / "observations.csv").write_text(text, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error", LabWarning)
        changed = bind(tables=tables)
    before = mapped_rows(laboratory.theory, laboratory.model, laboratory.record)
    after = mapped_rows(changed.theory, changed.model, changed.record)
    (more,) = [each for each in after if each.row not in {old.row for old in before}]
    assert (more.figure.value, more.standing, more.counterpart.reads) == (5000.0, "weighs", "vendor_valuation")
