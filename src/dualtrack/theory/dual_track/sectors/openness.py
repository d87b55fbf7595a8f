"""Open work flows out: what American firms gain from Chinese methods and models, and the margins that these take."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import ANY, auxiliary, existence, outcome, stock, uncertainty
from dualtrack.language.expressions.ops import exp, log

_OPEN = "products by the open models they build on, with their margins"

absorption_strength = existence(
    source=Assumed("American products built on Chinese open models are reported; their gain is not measured", _OPEN),
    label=("Open work is absorbed", "开源成果被吸收"),
    doc="The essay's asymmetric loop (U4): American firms absorb open Chinese models, methods and agents.",
)
margin_strength = existence(
    source=Assumed("list prices fell after cheap open models; other causes fit too", _OPEN),
    label=("Cheap models press margins", "低价模型压缩利润"),
    doc="Against U4: cheap Chinese models take margins from American ones.",
)
absorption_rate = uncertainty(
    0.04,
    "1/year",
    low=0.0,
    high=0.12,
    source=Assumed("part of yearly progress in methods; no estimate exists", _OPEN),
    label=("Rate of absorption", "吸收速率"),
    doc="Log points of American upper-layer productivity gained a year from open Chinese work at no model lag.",
)
open_work_life = uncertainty(
    3.0,
    "year",
    low=1.5,
    high=6.0,
    source=Assumed("methods are superseded in a few years", _OPEN),
    label=("Life of open work", "开源成果寿命"),
    doc="Time in which absorbed methods are superseded.",
)
margin_loss = uncertainty(
    0.1,
    "1",
    low=0.0,
    high=0.3,
    source=Assumed("list prices of comparable models differ by several times; most revenue is under contract", _OPEN),
    label=("Margin at stake", "可能损失的利润率"),
    doc="Share of American AI revenue lost to cheap models of equal quality.",
)
lag_that_halves = uncertainty(
    9.0,
    "month",
    low=4.0,
    high=18.0,
    source=Assumed("buyers accept models of the last generation for many uses", _OPEN),
    label=("Lag that matters", "滞后衰减尺度"),
    doc="Model lag over which the use of Chinese work falls by a factor of e.",
)


@auxiliary("1", label=("Use of Chinese open work", "中国开源成果的可用度"), bounds=(0.0, 5.0))
def open_work_in_use(model_lag, lag_that_halves):
    """How usable Chinese open work is abroad: fully at no lag, less the further its models trail."""
    return exp(0 - model_lag / lag_that_halves)


@stock("1", initial=0, label=("Absorbed open work", "已吸收的开源成果"), bounds=(0.0, 5.0))
def absorbed_work(absorption_strength, absorption_rate, open_work_in_use, absorbed_work, open_work_life):
    """Log points of American upper-layer productivity that rest on open Chinese work still in use."""
    return absorption_strength * absorption_rate * open_work_in_use - absorbed_work / open_work_life


@auxiliary("1", label=("Margin lost", "利润损失"), bounds=(0.0, 1.5))
def margin_lost(margin_strength, margin_loss, open_work_in_use):
    """Share of American AI revenue lost to cheap Chinese models."""
    return margin_strength * margin_loss * open_work_in_use


@outcome("1", direction="neutral", label=("US gain from open Chinese work", "美国从中国开源获益"), bounds=ANY)
def us_gain_from_open_work(absorbed_work, margin_lost):
    """Log points of American upper-layer productivity from open Chinese work, net of margins lost."""
    return absorbed_work + log(1 - margin_lost)
