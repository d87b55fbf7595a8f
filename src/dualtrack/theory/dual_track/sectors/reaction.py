"""How China's side reads and answers the rules: perceived risk, urgency, reassurance, refusal, and retaliation."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import SHARE, auxiliary, existence, history, smooth, stock, uncertainty
from dualtrack.language.expressions.ops import exp, logistic
from dualtrack.theory.dual_track.sectors.layers import ACCELERATORS, SOFTWARE
from dualtrack.theory.dual_track.sectors.policy import RECORD, policy_time

_BEHAVIOUR = "a yearly survey of Chinese buyers and engineers on expected supply"

control_alarm = history(
    0.0,
    "1/year",
    low=0.0,
    high=20.0,
    source=RECORD,
    label=("Control announcements", "管制公告"),
    doc="Dated announcements of denial, weighted by severity, as pulses of a quarter of a year.",
)
urgency_strength = existence(
    source="hu_yang_2024",
    label=("Restriction galvanises", "限制催生紧迫感"),
    doc="Rival H1: perceived supply risk raises urgency, and with it talent, money and purchases for the domestic stack.",
)
diversion_strength = existence(
    source=Assumed(
        "the essay's lower track; no study separates it from pay gaps that predate controls",
        "yearly moves of engineers and private capital between applications and root layers",
    ),
    label=("Dependence diverts", "依赖致分散"),
    doc="The essay's lower track: availability weakens urgency, and application returns draw talent and capital from the roots.",
)
hook_strength = existence(
    source="cyberspace_summons_2025_07",
    label=("Remote control alarms", "远程控制引发警惕"),
    doc="Rival H10: talk of remote control raises perceived risk and so substitution.",
)
refusal_strength = existence(
    source="h200_status_2026",
    label=("Beijing refuses", "中方拒购"),
    doc="Rival H6: perceived risk and domestic capability lead Beijing to turn licensed chips away.",
)
retaliation_strength = existence(
    source=Assumed(
        "rare-earth rules of April and October 2025 followed chip rules, with other motives too",
        "dated Chinese counter-measures with stated causes",
    ),
    label=("Retaliation", "反制"),
    doc="Rival H8: denial is answered by controls on inputs that American vendors need, which is costly and forces opening.",
)
risk_from_denial = uncertainty(
    0.6,
    "1",
    low=0.2,
    high=1.0,
    source=Assumed("full denial should be seen as high but not total risk", _BEHAVIOUR),
    label=("Risk seen in denial", "拒供带来的感知风险"),
    doc="Perceived supply risk when every dial is closed and nothing else is known.",
)
alarm_gain = uncertainty(
    0.06,
    "1",
    low=0.02,
    high=0.15,
    source=Assumed("sized to the jumps of the domestic share after October 2022 and April 2025", _BEHAVIOUR),
    label=("Risk jump per announcement", "每次公告的风险跳升"),
    doc="How much one announcement of full severity adds to remembered alarm.",
)
alarm_memory_time = uncertainty(
    3.0,
    "year",
    low=1.0,
    high=8.0,
    source=Assumed("supply scares are remembered for some years in ordering experiments and after shortages", _BEHAVIOUR),
    label=("Alarm memory", "警报记忆时间"),
    doc="Time in which remembered alarm fades.",
)
risk_from_remote_control = uncertainty(
    0.4,
    "1",
    low=0.1,
    high=0.8,
    source=Assumed("the July 2025 summons changed purchases within months", _BEHAVIOUR),
    label=("Risk seen in remote control", "远程控制带来的感知风险"),
    doc="Perceived risk if all installed computing were American-rooted and under remote control.",
)
risk_perception_time = uncertainty(
    0.5,
    "year",
    low=0.2,
    high=1.5,
    source=Assumed("purchase guidance followed announcements within weeks to months", _BEHAVIOUR),
    label=("Risk perception time", "风险感知时间"),
    doc="Time in which perceived risk follows what causes it.",
)
good_enough_rank = uncertainty(
    0.2,
    "1",
    low=0.05,
    high=0.6,
    source=Assumed("H20 at 0.15 of the frontier sold out; whether a weaker chip would have done is unknown", _BEHAVIOUR),
    label=("Rank that is good enough", "“足够好”的芯片等级"),
    doc="Rank of installed American chips that reassures half as much as the best can; a high value means only the best do.",
)
refusal_slope = uncertainty(
    30.0,
    "1",
    low=10.0,
    high=60.0,
    source=Assumed(
        "one office decides: from the summons of 31 July 2025 to checks at every port on 10 October took ten weeks",
        "shares of licensed chips let in, by month",
    ),
    label=("Steepness of refusal", "拒绝的陡度"),
    doc="How sharply the wish to refuse rises with perceived risk and domestic capability.",
)
refusal_threshold = uncertainty(
    0.82,
    "1",
    low=0.6,
    high=1.2,
    source=Assumed("H20 was bought in 2024 and discouraged from July 2025", "shares of licensed chips let in, by month"),
    label=("Threshold of refusal", "拒绝阈值"),
    doc="Sum of perceived risk and readiness of domestic chips and software at which half of orders would be stopped.",
)
refusal_time = uncertainty(
    0.4,
    "year",
    low=0.1,
    high=1.0,
    source="cyberspace_summons_2025_07",
    label=("Refusal time", "拒绝形成时间"),
    doc="Time in which guidance against purchases forms: weeks to a few months in 2025.",
)
retaliation_opening_gain = uncertainty(
    0.3,
    "1",
    low=0.0,
    high=0.8,
    source=Assumed("the magnet deal of 2025 was linked to chip licences by officials", "dated concessions with stated causes"),
    label=("Opening that retaliation can win", "反制可得的放开"),
    doc="Share of the closed part of the chip dial that full retaliation opens.",
)


@stock("1", initial=0, label=("Remembered alarm", "警报记忆"), bounds=(0.0, 5.0))
def remembered_alarm(control_alarm, alarm_gain, remembered_alarm, alarm_memory_time):
    """Alarm left by past announcements of denial."""
    return alarm_gain * control_alarm - remembered_alarm / alarm_memory_time


@smooth("1", time=risk_perception_time, initial=0, label=("Perceived supply risk", "感知供应风险"), bounds=SHARE)
def perceived_risk(
    denial, risk_from_denial, remembered_alarm, hook_strength, risk_from_remote_control, control_coverage, running_us_share
):
    """Risk of losing foreign supply as buyers and officials see it, by denial, remembered alarm and remote control."""
    controlled = hook_strength * risk_from_remote_control * control_coverage * running_us_share
    return 1 - (1 - risk_from_denial * denial) * exp(0 - remembered_alarm) * (1 - controlled)


@auxiliary("1", label=("Reassurance", "安心感"), bounds=SHARE)
def reassurance(diversion_strength, running_us_share, installed_rank, good_enough_rank, perceived_scarcity):
    """How far American chips that run and are good enough weaken the sense of urgency.

    It rests on what is installed, so it acts also where a licence limit or a refusal binds.
    """
    good_enough = installed_rank / (installed_rank + good_enough_rank)
    return diversion_strength * running_us_share * good_enough * (1 - perceived_scarcity)


@auxiliary("1", label=("Urgency", "紧迫感"), bounds=SHARE)
def urgency(urgency_strength, perceived_risk, reassurance):
    """Resolve to build the domestic stack that perceived risk leaves after reassurance."""
    return urgency_strength * perceived_risk * (1 - reassurance)


@smooth("1", time=refusal_time, initial=0, label=("Beijing's gate", "中方闸门"), bounds=SHARE)
def closed_gate(refusal_strength, refusal_slope, perceived_risk, readiness, refusal_threshold):
    """Share of orders that approval, order by order and whoever buys, stops because they seem risky or replaceable."""
    replaceable = (readiness[ACCELERATORS] + readiness[SOFTWARE]) / 2
    return refusal_strength * logistic(refusal_slope * (perceived_risk + replaceable - refusal_threshold))


@auxiliary("1", label=("Acceptance of licensed chips", "许可芯片接受度"), bounds=SHARE)
def acceptance(import_refusal, closed_gate):
    """Share of licensed chips that Beijing lets in: what neither a decree nor the gate stops."""
    return (1 - import_refusal) * (1 - closed_gate)


@smooth("1", time=policy_time, initial=0, label=("Retaliation in force", "反制强度"), bounds=SHARE)
def retaliation(retaliation_strength, denial):
    """Strength of Chinese controls on inputs that American vendors need, in answer to denial."""
    return retaliation_strength * denial


@auxiliary("1", label=("Opening that retaliation asks for", "反制要求的放开"), bounds=SHARE)
def retaliation_opening(retaliation_opening_gain, retaliation):
    """Share of the closed part of the chip dial that retaliation asks to be opened."""
    return retaliation_opening_gain * retaliation
