"""What stands above and below a table of verdicts: what was judged and by which rule, and how sure a verdict is."""

from __future__ import annotations

from dualtrack.app.terminal.numbers import share
from dualtrack.app.terminal.speech import say
from dualtrack.app.verdicts.beside_kept import kept_words
from dualtrack.app.verdicts.own_words import own_label
from dualtrack.app.verdicts.verdict_data import Row
from dualtrack.app.verdicts.verdict_words import tally_words
from dualtrack.lab.statistics.share import CONTRADICTED, SUPPORTED
from dualtrack.lab.verdicts.turning import WITHIN
from dualtrack.lab.verdicts.verdict import HALF


def prior_names(data: Row) -> dict[str, str]:
    """What each prior is called: its name, in Chinese its label."""
    return {row["prior"]: say(row["prior"], f"“{row['zh']}”") for row in data["priors"]}


def head(data: Row) -> list[str]:
    """What was judged and by which rule."""
    kept, own = kept_words(data["kept"], data["worlds"]), own_label(data["verdicts"])
    return [
        say(f"{tally_words(data['verdicts'])}.", f"{tally_words(data['verdicts'])}。"),
        *([say(*own)] if own else []),
        *filter(None, [kept]),
        _drawn(data),
        *_rule(),
    ]


def _drawn(data: Row) -> str:
    """How many worlds there are, how many history leaves, and what these are worth."""
    first, names = data["priors"][0], prior_names(data)
    left = ("", "")
    if first["accepted"] is not None:
        left = f", {first['accepted']:,} of them left by history", f"，其中{first['accepted']}个未被记录排除"
    worth = ", ".join(f"{row['worth']:,.0f} under {names[row['prior']]}" for row in data["priors"])
    worth_zh = "、".join(f"{names[row['prior']]}先验下{row['worth']:.0f}个" for row in data["priors"])
    return say(
        f"Seed {data['seed']}; {first['worlds']:,} worlds{left[0]}, worth {worth} in equal ones.",
        f"种子{data['seed']}；{first['worlds']}个世界{left[1]}，相当于等权世界：{worth_zh}。",
    )


def _rule() -> list[str]:
    """The rule by which a word is found, and what the columns hold."""
    high, low, half = share(SUPPORTED), share(CONTRADICTED), share(HALF)
    return [
        say(
            "Worlds count where the mechanism exists that a claim needs. Supported: true in at least "
            f"{high} of them under every prior, in less than {half} without it (its null), and the record speaks "
            f"for its existence. Contradicted: in at most {low}, though its best case reaches {high}; "
            "too small as sized: not even there. Built in: as true in its null. Else open; so is what sampling error could flip.",
            f"只计主张所需机制存在的世界。成立：在每种先验下至少{high}的世界使其成立，去掉该机制（零假设）后不到{half}，"
            f"且记录支持该机制存在。模型中不成立：至多{low}成立，而最有利情形可达到{high}；按所设大小过小：连在该情形下也达不到。"
            "内置：在零假设中同样成立。其余为未定；抽样误差可能翻转的，也为未定。",
        ),
        say(
            "Where it exists, null: the range over priors. Best case: every size at the end of its range that favours the claim. "
            f"Firm: no number flips the verdict within {WITHIN:g} standard deviations. A year in the column of verdicts: the "
            "verdict where regimes leave history then, on fewer worlds.",
            "“机制存在时”与“零假设”两列为各先验之间的范围。最有利情形：各大小均取对主张最有利之值。"
            f"稳固：任何单一数值在{WITHIN:g}个标准差之内都不足以翻转判定。判定一栏中的年份：各情景自该年起与历史分开时的判定，"
            "所依据的世界较少。",
        ),
    ]


def tail(data: Row) -> list[str]:
    """How sure verdicts are, and what they rest on."""
    high, low = share(SUPPORTED), share(CONTRADICTED)
    told = [
        say(
            f"Over {row['worlds']} worlds a claim that is true in exactly {high} comes out above that bound in "
            f"{100 * row['wrong_above']:.1f} % of draws, one true in exactly {low} below it in "
            f"{100 * row['wrong_below']:.1f} %{_clear(row)}.",
            f"在{row['worlds']}个世界中，恰在{high}的世界中成立的主张，有{100 * row['wrong_above']:.1f}%的抽样高出该界限；"
            f"恰在{low}的世界中成立的主张，有{100 * row['wrong_below']:.1f}%低于该界限{_clear(row)}。",
        )
        for row in data["errors"]
    ]
    return [
        *sizes(data),
        *told,
        say(
            "This is the chance of a wrong side by sampling; that the model itself is wrong is not in it.",
            "以上只是因抽样而判错的可能，不包括模型本身有误的可能。",
        ),
    ]


def sizes(data: Row) -> list[str]:
    """On how many worlds the verdicts rest, and how wide the 95 % intervals of their shares are at most."""
    groups: dict[int, list[tuple[str, float]]] = {}
    for row in data["verdicts"]:
        for answer in row["answers"]:
            last = answer["after"] or answer["before"]
            low, high = last["interval"]
            if low is not None:
                groups.setdefault(last["worlds"], []).append((row["id"], 50 * (high - low)))
    ordered = sorted(groups.items(), key=lambda each: -len(each[1]))
    return [_size(count, found, place > 0) for place, (count, found) in enumerate(ordered)]


def _size(count: int, found: list[tuple[str, float]], is_named: bool) -> str:
    names, error = list(dict.fromkeys(name for name, _ in found)), max(error for _, error in found)
    who = (", ".join(names), "、".join(names)) if is_named else (f"{len(names)} claims", f"{len(names)}项主张")
    verb = "rests" if is_named and len(names) == 1 else "rest"
    return say(
        f"{who[0]} {verb} on {count:,} worlds: each share is known to {error:.1f} points or better.",
        f"{who[1]}依据{count}个世界：各占比的误差不超过{error:.1f}个百分点。",
    )


def _clear(row: Row) -> str:
    if row["clear_above"] is None or row["clear_below"] is None:
        return say("; they are too few to place any claim surely", "；世界过少，不足以确定任何主张的位置")
    above, below = f"{100 * row['clear_above']:.1f}", f"{100 * row['clear_below']:.1f}"
    return say(
        f"; nine times in ten one true in {above} % comes out above, in {below} % below",
        f"；在{above}%的世界中成立的主张，十次中有九次高出上界；在{below}%的世界中成立的，十次中有九次低于下界",
    )
