"""The words of `show`, in English and Chinese; braces hold names and numbers."""

from __future__ import annotations

from functools import cache
from typing import Literal

from dualtrack.app.page.catalogue import Catalogue, catalogues
from dualtrack.language.declaration import Label
from dualtrack.language.quantity import Quantity

Tongue = Literal["en", "zh"]

PARTS = ("It rests on `{base}` and parts in {year} ({day}).", "以 `{base}` 为基础，自{year}年（{day}）起分开。")
STANDS = ("It rests on `{base}`.", "以 `{base}` 为基础。")
TODAY_IS = (
    "“Today” is what “{label}” (`{past}`) sets in {year}. A value holds from then on, unless a year stands beside it.",
    "“当前”指“{label}”（`{past}`）在{year}年的设置。未注明年份的数值自该年起一直有效。",
)
IS_TODAY = (
    "These are today's rules: the regime that is held beside the record. Every value is that of {year}.",
    "这就是当前规则，即与记录对照的情景。各数值均为{year}年之值。",
)
COUNT = ("{moved} of {all} levers {differ} from today: {ways}.", "{all}项杠杆中有{moved}项与当前不同：{ways}。")
COUNT_TWO = (
    "{moved} of {all} levers {differ}; “{second}” beside “{first}”: {ways}.",
    "{all}项杠杆中有{moved}项不同；“{second}”与“{first}”相比：{ways}。",
)
NONE_MOVED = ("No lever differs.", "没有杠杆不同。")
WAYS = {
    "tighter": ("tighter", "更紧"),
    "looser": ("looser", "更松"),
    "higher": ("higher", "更高"),
    "lower": ("lower", "更低"),
}
HOW_MANY = ("{count} {way}", "{count}项{way}")
AS_TODAY = ("as today", "同当前")
ALIKE = ("alike", "相同")
THEN = (", then ", "，后")
TODAY = ("today", "当前")
AGAINST_TODAY = ("against today", "与当前相比")
AGAINST = ("against the first", "与前者相比")
FROM_YEAR = ("{value} from {year}", "{value}（{year}年起）")
LINE = ("{value} to {end} by {year}, in a straight line", "由{value}直线变至{year}年的{end}")
LINE_FROM = ("from {since}, {value} to {end} by {year}, in a straight line", "{since}年起由{value}直线变至{year}年的{end}")
RANGE = ("{low} to {high}", "{low}至{high}")
AS_IN = ("as in `{regime}`", "沿用 `{regime}`")
MEANS = ("{value}: {meaning}", "{value}：{meaning}")
BETWEEN = ("between {low} and {high}", "介于{low}与{high}之间")
BELOW = ("below {high}", "低于{high}")
ABOVE = ("above {low}", "高于{low}")
NAMED = ("{value} ({meaning})", "{value}（{meaning}）")
STAY = ("Left as today: {levers}.", "维持当前：{levers}。")
SEVERAL = ("{label}, {count} of them, {value}", "{label} {count}项，均为{value}")
ONE_LEFT = ("{label} {value}", "{label} {value}")
IDLE = ("Set, and the same as today, so without effect: {levers}.", "已设定但与当前相同，故无作用：{levers}。")
JOINT_YEAR = ("{value} in {year}", "{value}（{year}年）")
JOINT = (
    "What the levers marked * come to in the nominal world, with all else that is at work there. {how}",
    "标*的杠杆在默认参数世界中共同得到的结果，该世界的其他作用一并计入。{how}",
)
JOINT_PLAIN = (
    "What {levers} come to in the nominal world, with all else that is at work there. {how}",
    "{levers} 在默认参数世界中共同得到的结果，该世界的其他作用一并计入。{how}",
)
MARK = "*"
EVENTS = ("What set today's values, or shows such a lever at work", "设定当前数值、或体现有关杠杆的事件")
EVENT = ("{day}: {title} ({levers})", "{day}：{title}（{levers}）")
SEEN = ("{day}: {title} (shows {levers})", "{day}：{title}（体现 {levers}）")
PAST = (
    "{label}: the {events} on record act alike in every regime; the last is of {day}, and its effect ends in {year}.",
    "{label}：记录中的{events}项在各情景中作用相同；最后一项为{day}，其作用至{year}年止。",
)
USUAL_RANGE = (
    "Values run from 0 to 1 unless a range stands beside the lever's name.",
    "除杠杆名称旁另注范围者外，数值均在0至1之间。",
)
READ_WAY = (
    "Tighter: the lever lets less through, or controls more; looser: the other way. Of others a value is higher or lower.",
    "“更紧”指该杠杆放行更少或管控更多，“更松”相反；其余杠杆只说更高或更低。",
)
REST = (
    "Levers that stand as today: {count}; `--all` shows them.",
    "其余{count}项杠杆与当前相同；`--all` 可全部列出。",
)
REST_TWO = (
    "Levers that are alike: {count}; `--all` shows them.",
    "其余{count}项杠杆相同；`--all` 可全部列出。",
)
COMMA = (", ", "，")
BLANK = (" ", "")
LIST_OF = (", ", "、")
APART = ("; ", "；")
STOP = (". ", "。")


def unit_words(quantity: Quantity) -> Label:
    """The unit in both languages; empty for a share or a count."""
    unit = str(quantity.unit)
    return ("", "") if unit == "1" else (unit, _unit_words().get(f"unit.{unit}", unit))


@cache
def _unit_words() -> Catalogue:
    return catalogues()["zh"]
