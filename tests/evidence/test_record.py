"""The package's own tables: complete, sourced, and found again by name."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dualtrack.errors import RecordError
from dualtrack.evidence.record import load_record

RECORD = load_record()
LAYERS = (
    "equipment",
    "lithography",
    "materials",
    "design_tools",
    "core_ip",
    "fabrication",
    "memory",
    "accelerators",
    "software",
)


LITERATURE = {
    "bai_jin_lu_2023",
    "barberis_2015",
    "bass_slide",
    "benhabib_spiegel_2005",
    "big_fund_three_2025",
    "bloom_2017",
    "braun_2002",
    "brown_2009",
    "c4ads_2026_09",
    "caisi_2026_05",
    "capex_luminix_2026",
    "chip_talent_2022",
    "clayton_2024",
    "cset_fab_times_2024",
    "deepseek_ascend_2025_08",
    "euv_prototype_2025",
    "froth_2024_06",
    "gain_act_lobbying_2025",
    "goetzmann_2015",
    "griffith_2004",
    "h200_status_2026",
    "haddad_2022",
    "hall_2007",
    "jones_2011",
    "manus_unwind_2026",
    "metazine_essay_2025",
    "nvidia_guidance_2026_08",
    "offshore_training_2025_11",
    "puettmann_2017",
    "rand_scenario_discovery",
    "rhodium_sliding_scale_2025",
    "simlin_loop_scores",
    "srikrishnan_keller_2018",
    "sterman_dogan_2015",
    "substrate_compute_2026",
}


def cited() -> set[str]:
    cited_by_figures = {row.source for row in RECORD.observations} | {row.source for row in RECORD.layer_shares}
    return cited_by_figures | {row.source for row in RECORD.events} | {row.source for row in RECORD.findings}


def test_the_record_is_large_enough_to_be_confronted_with():
    assert len(RECORD.observations) >= 300
    assert len(RECORD.events) >= 89


def test_a_source_is_cited_here_or_is_literature_that_the_theory_cites():
    assert {source.key for source in RECORD.sources} - cited() == LITERATURE


def test_the_nine_layers_each_have_evidence():
    assert tuple(layer.layer for layer in RECORD.layers) == LAYERS
    for layer in LAYERS:
        assert RECORD.shares_of(layer)


def test_the_non_commercial_data_set_is_not_copied():
    """One figure of it is cited, as the only evidence on its layer; no table row is."""
    assert not [row for row in RECORD.observations if "cset_supply_chain" in row.source]
    assert [row.layer for row in RECORD.layer_shares if "cset_supply_chain" in row.source] == ["core_ip"]


def test_no_observation_is_entered_twice():
    seen = Counter((row.series, row.start, row.end, row.kind, row.source) for row in RECORD.observations)
    assert max(seen.values()) == 1


def test_a_share_is_a_fraction():
    for row in RECORD.observations:
        if row.series.endswith("_share") and RECORD.series_of(row.series).unit == "1":
            assert 0 <= row.value <= 1, row


def test_sources_that_speak_of_the_same_figure_agree_on_its_magnitude():
    """Opinions differ by less than five; a slip of units would be a factor of ten or more."""
    told: dict[tuple[str, date, date], list[float]] = {}
    for row in RECORD.observations:
        if row.value:
            told.setdefault((row.series, row.start, row.end), []).append(row.value)
    for figure, values in told.items():
        assert max(values) / min(values) < 5, figure


@pytest.mark.parametrize("year", [2024, 2025])
def test_counted_cards_and_their_share_agree(year):
    domestic = RECORD.observation("china_domestic_accelerator_shipments", year).value
    everyone = RECORD.observation("china_accelerator_shipments", year).value
    share = RECORD.observation("china_accelerator_domestic_share", year).value
    assert domestic / everyone == pytest.approx(share, abs=0.005)  # shares are told in whole points


def test_the_vendors_cards_do_not_exceed_the_domestic_ones():
    vendors = ("huawei", "t_head", "kunlunxin", "cambricon")
    cards = sum(RECORD.observation(f"{vendor}_accelerator_shipments", 2025).value for vendor in vendors)
    assert cards <= RECORD.observation("china_domestic_accelerator_shipments", 2025).value


def test_the_performance_ceiling_is_that_of_the_chips_sold():
    """An H100 computes 989 trillion half-precision operations per second."""
    sold = {row.start.year: row.value / 989 for row in RECORD.observations_of("nvidia_china_dense_fp16")}
    coded = {row.start.year: row.value for row in RECORD.settings if row.dial == "chip_performance_ceiling"}
    assert coded[2022] == pytest.approx(sold[2022], abs=0.001)
    assert coded[2026] == pytest.approx(sold[2026])
    assert coded[2025] == pytest.approx(sold[2024], abs=0.001)


def test_a_setting_starts_with_its_event_or_says_when_it_is_in_force():
    for setting in RECORD.settings:
        if setting.event == "baseline":
            continue
        if RECORD.event(setting.event).date != setting.start:
            assert "n force" in setting.why, setting


def test_refusals_of_licensed_chips_set_no_dial():
    """What China buys of what it may buy is for a model to explain."""
    words = ("discouraged", "rtx_orders", "customs", "h200_orders", "h200_stopped", "h200_imports", "no_h200")
    assert not [row for row in RECORD.settings if any(word in row.event for word in words)]


def test_labels_are_given_in_both_languages():
    labels = [(row.label_en, row.label_zh) for row in RECORD.series]
    labels += [(row.label_en, row.label_zh) for row in RECORD.dials]
    labels += [(row.label_en, row.label_zh) for row in RECORD.layers]
    labels += [(row.title_en, row.title_zh) for row in RECORD.events]
    for english, chinese in labels:
        assert english.isascii(), english
        assert re.search(r"[一-鿿]", chinese), chinese


def test_the_observation_of_a_year_is_the_longest_then_the_surest():
    assert RECORD.observation("china_accelerator_domestic_share", 2025).value == 0.41
    assert RECORD.observation("nvidia_research_spending", 2024).value == 12.914
    assert RECORD.observation("china_equipment_domestic_share_broad", 2025).kind == "forecast"


def test_a_fiscal_year_covers_the_year_it_mostly_falls_in():
    row = RECORD.observation("nvidia_revenue", 2025)
    assert (row.start.year, row.end.year) == (2025, 2026)


def test_a_year_without_observation_is_refused_with_the_years_there_are():
    with pytest.raises(RecordError, match=r"covers 1990[\s\S]*near .*2025"):
        RECORD.observation("china_accelerator_domestic_share", 1990)


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda: RECORD.observations_of("china_accelerator_domestic_shares"), "china_accelerator_domestic_share"),
        (lambda: RECORD.observation("nvidia_revenu", 2024), "nvidia_revenue"),
        (lambda: RECORD.source("irwin_klenow_1993"), "irwin_klenow_1994"),
        (lambda: RECORD.event("2022_10_07_advanced_computing_rules"), "2022_10_07_advanced_computing_rule"),
        (lambda: RECORD.dial("tools_access"), "tool_access"),
        (lambda: RECORD.shares_of("lithographie"), "lithography"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(ask, near):
    with pytest.raises(RecordError, match=rf"near .*{near}"):
        ask()


def test_a_range_encloses_its_value():
    for row in RECORD.observations:
        assert row.low is None or row.low <= row.value
        assert row.high is None or row.value <= row.high


def test_loading_needs_no_table_library():
    code = "import sys; from dualtrack.evidence.record import load_record; load_record(); print(*sys.modules)"
    place = str(Path(__file__).parents[2] / "src")
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=place).stdout.split()
    assert not {"pandas", "polars", "numpy"} & set(loaded)
