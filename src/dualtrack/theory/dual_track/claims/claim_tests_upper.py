"""What would count as true of the essay's upper track: a story that tires, proofs, a template, open work, an endorsement."""

from dualtrack.language.statements.claim_measure import Arm, Frozen, Gap, Point, Set, Sum
from dualtrack.language.statements.claim_test import ClaimTest, Every, Is, Null, Variant
from dualtrack.theory.dual_track.claims.claim_runs import (
    BEFORE,
    BELIEF_HELD,
    EMBARGO,
    GATE,
    LIMITED,
    MOVED,
    NOTHING_CUT,
    ONE_RUN,
    PARTING,
    PER_CENT,
    POINTS,
    PROOFS_CUT,
    READ,
    RULED,
    VALUATION,
    change,
    if_taken_up,
    log_change,
    moves_lag_or_valuation,
    off,
    share_of,
    without,
)
from dualtrack.theory.dual_track.claims.claim_tests_policy import CHIPS

FIVE_PER_CENT = 0.05
YEAR_OF_GAINS = 2035.0

_OPEN_WORK = ("absorption_strength", "margin_strength")
_COMPUTING_CLOSED = Arm("limited_opening", towards="near_embargo", dials=(*CHIPS, "cloud_access"))


def _us_gain(regime):
    """What open work adds to own productivity, margins lost taken off, against the run without that flow."""
    return change(regime, without(LIMITED, *_OPEN_WORK), "us_gain_from_open_work", YEAR_OF_GAINS)


def _china_gain(of, against):
    """What applications earn of the market that they meet, with access against without."""
    return log_change(of, against, "application_success", YEAR_OF_GAINS)


def _less(first, second):
    return Sum(((1.0, first), (-1.0, second)))


_ASYMMETRY = _less(_us_gain(LIMITED), _china_gain(LIMITED, EMBARGO))
_WITHOUT_MARGINS, _EMBARGO_WITHOUT_MARGINS = (without(each, "margin_strength") for each in (LIMITED, EMBARGO))
_ASYMMETRY_WITHOUT_MARGINS = _less(_us_gain(_WITHOUT_MARGINS), _china_gain(_WITHOUT_MARGINS, _EMBARGO_WITHOUT_MARGINS))
_ASYMMETRY_IN_REVENUE = _less(
    log_change(LIMITED, without(LIMITED, *_OPEN_WORK), "us_revenue", YEAR_OF_GAINS),
    log_change(LIMITED, EMBARGO, "application_value", YEAR_OF_GAINS),
)
_ASYMMETRY_IN_COMPUTING = _less(_us_gain(LIMITED), _china_gain(LIMITED, _COMPUTING_CLOSED))


_NOTHING_NEW = Arm("limited_opening", frozen=(Frozen(("persuasion",), LIMITED, 0.0, PARTING),))
_NOBODY_TIRES = Arm("limited_opening", frozen=(Frozen(("fatigue",), LIMITED, 0.0, PARTING),))
_UNPROVEN = Arm("limited_opening", frozen=(PROOFS_CUT,))
_BELIEF_AS_DENIED = Arm("limited_opening", frozen=(BELIEF_HELD,))
_SOFTWARE_POOL = "root_share.software_like"
_A_TENTH = 0.1


def _tires(arm):
    """Confidence stands a tenth lower in the year of reading than where regimes part."""
    return Gap(Point(arm, "confidence", READ), Point(arm, "confidence", PARTING), "log")


def _falls(arm):
    """Confidence and valuation stand lower in the year of reading than where regimes part."""
    return Every(
        tuple(Is(Gap(Point(arm, each, READ), Point(arm, each, PARTING)), "below", 0.0) for each in ("confidence", VALUATION))
    )


def _held_up(without_it, least, year=READ):
    """Value is lower by so much where the channel is cut."""
    return Is(share_of(without_it, LIMITED, VALUATION, year), "at_most", -least)


def _speaks_for(year):
    """Proofs say more for American chips under limited opening than under near-embargo."""
    return Is(change(LIMITED, EMBARGO, "proof", year), "above", 0.0)


_BETTER_GROUND = Is(Gap(Point(LIMITED, "proof", RULED), Point(LIMITED, "proof_elsewhere", RULED)), "above", 0.0)


def _template(*levers):
    """What the template does to the root share of the software-like pool."""
    with_it, without_it = (Arm("limited_opening", levers=levers, held=held) for held in ((), (("capture_strength", 0.0),)))
    return change(with_it, without_it, _SOFTWARE_POOL, MOVED)


UPPER_TESTS = (
    ClaimTest(
        "U1",
        (
            "With evidence going on, confidence in the AI story is in 2032 a tenth (in logarithms) or more below that of 2026.9.",
            "在证据持续的情况下，2032年对AI叙事的信心较2026.9低一成（对数）以上。",
        ),
        Is(_tires(LIMITED), "at_most", -_A_TENTH),
        headline=_tires(LIMITED),
        variants=(
            Variant(
                ("nobody new is persuaded: confidence and value fall", "无人再被说服：信心与估值下跌"),
                _falls(_NOTHING_NEW),
            ),
            Variant(("value falls as well", "估值亦下跌"), _falls(LIMITED)),
        ),
        null=Null(
            (
                "From 2026.9 on nobody tires: by forgetting, missing returns, surprises; falls still drive believers out.",
                "自2026.9起无人疲劳（遗忘、回报缺口与意外均不起作用）；市值下跌仍使信者离开。",
            ),
            condition=Is(_tires(_NOBODY_TIRES), "at_most", -_A_TENTH),
        ),
        sizes=(
            "fatigue_rate",
            "forgetting_share",
            "expected_return",
            "ai_market_share",
            "flight_response",
            "premium_of_confidence",
            "growth_premium",
        ),
    ),
    ClaimTest(
        "U2",
        (
            "Chinese proofs persuade nobody from 2026.9 on: the leading vendor's market value is at least 5 % lower in 2032.",
            "自2026.9起中国验证不再说服任何人：2032年领先厂商市值至少低5%。",
        ),
        _held_up(_UNPROVEN, FIVE_PER_CENT),
        headline=share_of(_UNPROVEN, LIMITED, VALUATION),
        rests_on=("validation_strength",),
        variants=(
            if_taken_up(_held_up(_UNPROVEN, FIVE_PER_CENT)),
            Variant(("1 % lower in 2032", "2032年低1%"), _held_up(_UNPROVEN, PER_CENT)),
            Variant(("1 % lower in 2029", "2029年低1%"), _held_up(_UNPROVEN, PER_CENT, BEFORE)),
            *(
                Variant(
                    (
                        f"proofs speak more for American chips than under near-embargo, {year:.0f}",
                        f"{year:.0f}年验证较近乎禁运更有利于美芯",
                    ),
                    _speaks_for(year),
                )
                for year in (2028.0, RULED, READ)
            ),
            Variant(("a better ground than other markets, 2030", "2030年为优于其他市场的验证场"), _BETTER_GROUND),
            Variant(
                ("switched off from 2018 on", "自2018年起关闭"),
                _held_up(without(LIMITED, "validation_strength"), FIVE_PER_CENT),
            ),
        ),
        null=off(NOTHING_CUT, "validation_strength"),
        partners=("belief_strength",),
        partners_off=GATE,
        sizes=(
            "proof_weight",
            "neutral_rank",
            "salience_time",
            "proof_growth",
            "evidence_rate",
            "premium_of_confidence",
            "growth_premium",
            "spending_valuation_elasticity",
        ),
    ),
    ClaimTest(
        "U3",
        (
            "The template of being acquired lowers the root share of the software-like pool by at least two points in 2034.",
            "被收购样板使2034年软件类人才中的技术根占比至少下降两个百分点。",
        ),
        Is(_template(), "at_most", -POINTS),
        headline=_template(),
        rests_on=("capture_strength",),
        variants=(
            if_taken_up(Is(_template(), "at_most", -POINTS)),
            Variant(("without Beijing's review", "若无中方审查"), Is(_template(Set("deal_review", 0.0)), "at_most", -POINTS)),
        ),
        null=off(ONE_RUN, "capture_strength"),
        partners_off=GATE,
        sizes=(
            "template_on_talent",
            "review_reach",
            "talent_time",
            "transfer.software_like",
            "proof_growth",
            "foreign_api_share",
        ),
    ),
    ClaimTest(
        "U4",
        (
            "In log points of own upper-layer productivity by 2035, what open Chinese work gives the US, net of margins lost, "
            "against a run without that flow, is above zero and exceeds what access gives China against near-embargo.",
            "至2035年，以各自上层生产率对数点计，中国开源成果给美国带来的净收益（对照切断该流入）为正，且大于取得美国芯片给中国带来的收益（对照近乎禁运）。",
        ),
        Every((Is(_us_gain(LIMITED), "above", 0.0), Is(_ASYMMETRY, "above", 0.0))),
        headline=_ASYMMETRY,
        rests_on=("absorption_strength",),
        variants=(
            Variant(
                ("without margins lost to cheap models", "不计低价模型造成的利润损失"),
                Is(_ASYMMETRY_WITHOUT_MARGINS, "above", 0.0),
            ),
            Variant(("in log points of revenue instead", "改以营收对数点计"), Is(_ASYMMETRY_IN_REVENUE, "above", 0.0)),
            Variant(("with access to computing alone closed", "仅关闭算力供给"), Is(_ASYMMETRY_IN_COMPUTING, "above", 0.0)),
        ),
        null=off(
            (
                "Nothing open is absorbed: what is left of the American gain is margins lost, never above zero by construction.",
                "开源成果均不被吸收：美国所得仅余利润损失，由构造不会为正。",
            ),
            "absorption_strength",
        ),
        partners=("efficiency_strength",),
        sizes=(
            "absorption_rate",
            "open_work_life",
            "lag_that_halves",
            "initial_model_lag",
            "lag_per_log_compute",
            "compute_elasticity",
        ),
    ),
    ClaimTest(
        "U5",
        (
            "With belief as under near-embargo, the leading vendor's market value is at least 1 % lower in 2032.",
            "若对美芯的信念按近乎禁运路径，2032年领先厂商市值至少低1%。",
        ),
        _held_up(_BELIEF_AS_DENIED, PER_CENT),
        headline=share_of(_BELIEF_AS_DENIED, LIMITED, VALUATION),
        rests_on=("belief_strength",),
        variants=(
            if_taken_up(_held_up(_BELIEF_AS_DENIED, PER_CENT)),
            Variant(("in 2029", "2029年"), _held_up(_BELIEF_AS_DENIED, PER_CENT, BEFORE)),
            Variant(
                ("belief cut moves lag or value, either way", "切断信念使滞后或估值变动（不论方向）"),
                moves_lag_or_valuation(without(LIMITED, "belief_strength"), LIMITED),
            ),
        ),
        null=off(NOTHING_CUT, "belief_strength"),
        partners=("workload_strength", "protection_strength"),
        partners_off=GATE,
        sizes=(
            "belief_on_valuation",
            "belief_on_choice",
            "belief_rate",
            "neutral_belief",
            "other_ground",
            "proof_growth",
            "good_enough_rank",
        ),
    ),
)
