"""What governments set, which mechanisms there may be, and what the theory counts in."""

import dualtrack as dt

KT = dt.BaseUnit("kt", "a thousand tonnes; of rare-earth oxide, where nothing else is said")
KG = dt.BaseUnit("kg", "a thousand grams")
USD = dt.BaseUnit("USD", "US dollar")
BILLION = dt.BaseUnit("USD_bn", "a thousand million US dollars")

TRADE = "volumes and prices of rare earths by product, origin and buyer, by month"
MINES = "dates of decisions, starts and closures of mines outside China, with their capacity and costs"

export_quota = dt.lever(
    50.145,
    "kt/year",
    low=0.0,
    high=200.0,
    source="inautonews_2012_05",
    label=("Export quota", "出口配额"),
    doc="Licences to export rare earths that China hands out, at the pace of a year; 200 is no ceiling.",
)
export_duty = dt.lever(
    0.15,
    "1",
    low=0.0,
    high=1.0,
    source="gta_2011_01",
    label=("Export duty", "出口关税"),
    doc="Duty on exports, as a share of the price inside China.",
)

scarcity_strength = dt.existence(
    source=dt.Assumed("a price that follows shortage is the story itself", TRADE),
    label=("Shortage lifts the price", "短缺推高价格"),
    doc="Whether what buyers want and cannot get lifts the price outside China above that inside.",
)
substitution_strength = dt.existence(
    source=dt.Assumed("makers in Japan told of it; whether it moved the market is the question", "use by product and maker"),
    label=("Buyers unlearn rare earths", "买家减少用量"),
    doc="Whether dear years teach buyers to use less, in a way that stays.",
)
mines_strength = dt.existence(
    source=dt.Assumed("two mines opened after the prices rose; whether because of them is the question", MINES),
    label=("Dear years start mines", "高价催生新矿"),
    doc="Whether a high price starts mines outside China.",
)
smuggling_strength = dt.existence(
    source=dt.Assumed("estimates of smuggling differ by a factor of six", "imports of all countries beside China's exports"),
    label=("Goods pass the customs", "货物绕过海关"),
    doc="Whether the gap between the prices outside and inside draws goods past the customs.",
)
hoarding_strength = dt.existence(
    source=dt.Assumed("told by traders and never counted", "stocks of buyers and traders by quarter"),
    label=("Rising prices fill stores", "涨价引发囤货"),
    doc="Whether buyers stock up while the price rises.",
)
