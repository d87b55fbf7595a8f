"""Seven claims with their tests and what is on record for and against each; frozen in docs/decisions/031-a-second-theory.md."""

import dualtrack as dt

AS_WAS, NONE, KEPT = dt.Arm("as_was"), dt.Arm("no_quota"), dt.Arm("quota_kept")
A_QUARTER, DOUBLE, A_THIRD, A_TENTH = 0.25, 1.0, 1 / 3, 0.1
PEAK, EARLY, LIFTED, AFTER, LATE = 2011.5, 2013.0, 2015.5, 2016.0, 2017.0
WAYS_OUT = ("substitution_strength", "mines_strength", "smuggling_strength")
PREMIUM = ("scarcity_gain", "fading_time")


def _without(regime, switch):
    """The same run with a mechanism that does not exist."""
    return dt.Arm(regime, held=((switch, 0.0),))


def _dearer(of, against, year):
    """By how much the price in a run lies above that in another, as a share of the other."""
    return dt.Gap(dt.Point(of, "price", year), dt.Point(against, "price", year), "relative")


def _undone_by(id, words, zh, switch, sizes):
    """A rival by which one way out takes much of the price that a kept quota would bring."""
    late = _dearer(_without("quota_kept", switch), KEPT, LATE)
    early = _dearer(_without("as_was", switch), AS_WAS, EARLY)
    return dt.ClaimTest(
        id,
        (
            f"With the quota kept, the price of 2017 is at least 25 % higher without {words}.",
            f"保留配额时，若没有{zh}，2017年价格至少高25%。",
        ),
        dt.Is(late, "at_least", A_QUARTER),
        headline=late,
        rests_on=(switch,),
        variants=(dt.Variant(("as it was, in 2013", "按实际情形，2013年"), dt.Is(early, "at_least", A_QUARTER)),),
        partners=("scarcity_strength",),
        sizes=sizes,
    )


_LASTING = _dearer(KEPT, NONE, LATE)
_AT_ITS_PEAK = _dearer(AS_WAS, NONE, PEAK)
_NO_STORES = _dearer(_without("as_was", "hoarding_strength"), AS_WAS, PEAK)
_RULING = _dearer(KEPT, AS_WAS, AFTER)

TESTS = (
    dt.ClaimTest(
        "S1",
        (
            "With the quota kept, the price of 2017 is at least 25 % above that with no quota since 2010.",
            "保留配额时，2017年价格比自2010年起无配额至少高25%。",
        ),
        dt.Is(_LASTING, "at_least", A_QUARTER),
        headline=_LASTING,
        rests_on=("scarcity_strength",),
        variants=(dt.Variant(("in 2015.5", "2015年中"), dt.Is(_dearer(KEPT, NONE, LIFTED), "at_least", A_QUARTER)),),
        partners_off=WAYS_OUT,
        sizes=PREMIUM,
    ),
    dt.ClaimTest(
        "S2",
        (
            "The price of mid-2011 is at least twice that with no quota since 2010.",
            "2011年中的价格至少为自2010年起无配额时的两倍。",
        ),
        dt.Is(_AT_ITS_PEAK, "at_least", DOUBLE),
        headline=_AT_ITS_PEAK,
        rests_on=("scarcity_strength",),
        partners_off=("smuggling_strength",),
        sizes=PREMIUM,
    ),
    _undone_by("R1", "learning to use less", "减少用量", "substitution_strength", ("most_unlearned", "unlearning_time")),
    _undone_by("R2", "new mines", "新矿", "mines_strength", ("mine_pull", "building_time")),
    _undone_by("R3", "smuggling", "走私", "smuggling_strength", ("smuggling_reach",)),
    dt.ClaimTest(
        "R4",
        (
            "The price of mid-2011 is at least a third lower if rising prices do not make buyers stock up.",
            "若涨价不引发囤货，2011年中的价格至少低三分之一。",
        ),
        dt.Is(_NO_STORES, "at_most", -A_THIRD),
        headline=_NO_STORES,
        rests_on=("hoarding_strength",),
        partners=("scarcity_strength",),
        sizes=("hoarding_response", "stocking_time"),
    ),
    dt.ClaimTest(
        "R5",
        (
            "Had the quota been kept, the price of 2016 would be at least 10 % higher than it was.",
            "若保留配额，2016年价格将比实际情形至少高10%。",
        ),
        dt.Is(_RULING, "at_least", A_TENTH),
        headline=_RULING,
        rests_on=("scarcity_strength",),
        variants=(dt.Variant(("in 2015.5", "2015年中"), dt.Is(_dearer(KEPT, AS_WAS, LIFTED), "at_least", A_TENTH)),),
        partners_off=WAYS_OUT,
        sizes=PREMIUM,
    ),
)

CLAIMS = (
    dt.Claim(
        "S1",
        "claim",
        ("A quota that is kept gives lasting power over buyers.", "长期保留配额可持久制约买家。"),
        ("premium", "licences"),
    ),
    dt.Claim(
        "S2", "claim", ("The cut of 2010 made the peak of 2011.", "2010年削减配额造成2011年的价格高峰。"), ("shortage", "premium")
    ),
    dt.Claim(
        "R1", "rival", ("Buyers who learn to use less undo a quota.", "买家减少用量使配额失效。"), ("unlearned", "wished_use")
    ),
    dt.Claim("R2", "rival", ("New mines undo a quota.", "新矿使配额失效。"), ("building", "mines")),
    dt.Claim("R3", "rival", ("Smuggling voids a quota.", "走私使配额落空。"), ("routes", "smuggled")),
    dt.Claim("R4", "rival", ("The peak of 2011 was stocking up.", "2011年的价格高峰源于囤货。"), ("wanted_stocks", "wanted")),
    dt.Claim(
        "R5",
        "rival",
        ("The WTO's ruling ended the price that the quota made.", "世贸裁决终结了配额造成的高价。"),
        ("granted", "licences"),
    ),
)
