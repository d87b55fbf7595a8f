"""To whom a success pays: its value split by technology root, and what each side would keep under a cut-off."""

from dualtrack.language.declaration import Assumed
from dualtrack.language.declare import POSITIVE, SHARE, auxiliary, outcome, uncertainty
from dualtrack.language.expressions.ops import power

root_rent = uncertainty(
    0.3,
    "1",
    low=0.15,
    high=0.5,
    source=Assumed(
        "hardware, licences and services took about a third of AI product revenue", "cost structures of AI products by supplier"
    ),
    label=("Rent of the roots", "技术根收益分成"),
    doc="Share of application value that goes to those who own the roots it runs on.",
)
cut_off_compute_weight = uncertainty(
    0.3,
    "1",
    low=0.1,
    high=0.5,
    source=Assumed("as applications answer computing", "output of firms that lost computing"),
    label=("Weight of computing under a cut-off", "断供时算力的权重"),
    doc="Per cent of what a chain can do for one per cent of the computing it keeps.",
)


@outcome("USD_bn/year", direction="neutral", label=("Dividend to American roots", "美系技术根红利"), bounds=POSITIVE)
def dividend_to_us_roots(application_value, root_rent, us_root_share):
    """Rent that Chinese applications pay to American roots a year, chips and models."""
    return application_value * root_rent * us_root_share


@outcome("USD_bn/year", direction="higher", label=("Dividend to domestic roots", "国产技术根红利"), bounds=POSITIVE)
def dividend_to_domestic_roots(application_value, root_rent, us_root_share):
    """Rent that Chinese applications pay to domestic roots a year."""
    return application_value * root_rent * (1 - us_root_share)


@auxiliary("1", label=("Computing kept under a cut-off", "断供后保留算力"), bounds=SHARE)
def compute_kept(domestic_compute, us_rooted_compute, remote_control, remote_stop_strength, rented_compute):
    """Share of computing that would still run if every dial closed today and what can be stopped were stopped."""
    kept = domestic_compute + us_rooted_compute * (1 - remote_control * remote_stop_strength)
    return kept / (domestic_compute + us_rooted_compute + rented_compute)


@outcome("1", direction="higher", label=("Capability under a cut-off", "断供下能力"), bounds=SHARE)
def capability_under_cut_off(independent_capability, compute_kept, cut_off_compute_weight):
    """What the full chain could do if every dial closed today and the controlled base were lost."""
    return independent_capability * power(compute_kept, cut_off_compute_weight)


@outcome("1", direction="lower", label=("Backlash", "反制与反弹"), bounds=SHARE)
def backlash(retaliation):
    """Strength of Chinese counter-measures that American vendors meet."""
    return retaliation


@outcome("USD_bn/year", direction="higher", label=("Vendors' revenue from China", "厂商中国营收"), bounds=POSITIVE)
def vendor_revenue_from_china(china_vendor_revenue):
    """What American vendors keep from licensed sales to China."""
    return china_vendor_revenue


@outcome("1", direction="neutral", label=("Chinese AI in American receipts", "中国AI占美方收入比重"), bounds=SHARE)
def us_receipts_share(
    china_vendor_revenue,
    smuggled_spending,
    rented_compute,
    frontier_performance,
    frontier_chip_price,
    capital_life,
    root_rent,
    api_share,
    application_value,
    revenue_elsewhere,
):
    """Share of what American vendors take in that Chinese AI in fact pays: chips after levy, rental at cost, calls of models.

    Smuggled chips are paid for too, by whoever buys them first.
    """
    rental = rented_compute / frontier_performance * frontier_chip_price / capital_life
    paid = china_vendor_revenue + smuggled_spending + rental + root_rent * api_share * application_value
    return paid / (paid + revenue_elsewhere)
