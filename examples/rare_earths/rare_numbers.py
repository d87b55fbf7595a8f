"""How large things are in the rare-earth market: each number with its range, and its source or why it is assumed."""

import dualtrack as dt

TRADE = "volumes and prices of rare earths by product, origin and buyer, by month"
MINES = "dates of decisions, starts and closures of mines outside China, with their capacity and costs"

first_year = dt.constant(
    2009.0,
    "year",
    source=dt.Definition("the year from which growth is counted, by choice"),
    label=("First year", "起始年"),
    doc="The start of the clock.",
)
first_duty = dt.constant(
    0.15,
    "1",
    source=dt.Definition("the duty of 2009, as coded in the record"),
    label=("Duty in 2009", "2009年关税"),
    doc="The export duty at the start, from which expectations start.",
)
money = dt.constant(
    0.001,
    "USD_bn*kg/USD*kt",
    source=dt.Definition("a million kilograms in a thousand tonnes, a thousand million dollars in a billion"),
    label=("Dollars per kilogram in billions per thousand tonnes", "单位换算"),
    doc="Turns a price per kilogram and a weight in thousand tonnes into billions of dollars.",
)
inside_price = dt.uncertainty(
    6.5,
    "USD/kg",
    low=5.0,
    high=9.0,
    source="fierce_2011_01",
    label=("Price inside China", "中国国内价格"),
    doc="Price of the mix inside China, held as it was in 2009: exports then brought 7.1 dollars, duty included.",
)
first_use = dt.uncertainty(
    55.0,
    "kt/year",
    low=45.0,
    high=70.0,
    source="wsj_japan_2011_01",
    label=("Use outside China in 2009", "2009年中国以外用量"),
    doc="Rare earths used outside China at the price of 2009; what was traded is put at 50 to 70.",
)
use_growth = dt.uncertainty(
    0.03,
    "1/year",
    low=-0.02,
    high=0.08,
    source=dt.Assumed("use outside fell before 2010, and was forecast to grow by some per cent a year", TRADE),
    label=("Growth of use", "用量增速"),
    doc="Yearly growth of use outside China at an unchanged price.",
)
elasticity = dt.uncertainty(
    0.15,
    "1",
    low=0.03,
    high=0.3,
    source=dt.Assumed("rare earths are a small part of what they go into, so that use bends little at once", TRADE),
    label=("Elasticity at once", "短期价格弹性"),
    doc="Per cent by which use falls at once for a price that is one per cent higher.",
)
most_unlearned = dt.uncertainty(
    0.35,
    "1",
    low=0.1,
    high=0.6,
    source=dt.Assumed("demand in Japan fell by 15 per cent or more (time_2013), polishing could do without", "use by product"),
    label=("Most that can be unlearned", "可减少用量上限"),
    doc="Share of use that buyers can do without for good, if the price stays very high.",
)
unlearning_time = dt.uncertainty(
    2.0,
    "year",
    low=0.75,
    high=4.0,
    source=dt.Assumed("new catalysts, magnets and polishing took one to some years", "dates of changed products"),
    label=("Time to unlearn", "减量所需时间"),
    doc="Time in which products are changed to use less.",
)
return_time = dt.uncertainty(
    10.0,
    "year",
    low=4.0,
    high=20.0,
    source=dt.Assumed("a product once changed is seldom changed back for a price alone", "use by product after 2014"),
    label=("Time to return", "回流所需时间"),
    doc="Time in which buyers come back to what they had unlearned.",
)
perception_time = dt.uncertainty(
    0.6,
    "year",
    low=0.25,
    high=1.5,
    source=dt.Assumed("contracts run for quarters, and plans follow a year's prices", "contract terms of buyers"),
    label=("Time to take a price for lasting", "认可价格所需时间"),
    doc="Time in which a price comes to be expected.",
)
normal_cover = dt.uncertainty(
    0.4,
    "year",
    low=0.2,
    high=0.8,
    source=dt.Assumed("makers keep some months of material", "stocks of buyers and traders"),
    label=("Normal stocks", "正常库存"),
    doc="Years of use that buyers keep in store when prices are quiet.",
)
hoarding_response = dt.uncertainty(
    0.3,
    "year",
    low=0.05,
    high=0.8,
    source=dt.Assumed("dysprosium was held for its price in 2010 (japan_metal_2010)", "stocks of buyers and traders"),
    label=("Response of stocks to rising prices", "囤货对涨价的反应"),
    doc="Share by which wanted stocks rise for each unit of yearly growth of the price, in logarithms.",
)
stocking_time = dt.uncertainty(
    0.75,
    "year",
    low=0.4,
    high=1.5,
    source=dt.Assumed("stores are filled over some quarters", "stocks of buyers and traders"),
    label=("Time to fill a store", "补库时间"),
    doc="Time in which buyers bring stocks to what they want.",
)
steepest_rise = dt.uncertainty(
    3.0,
    "1",
    low=2.0,
    high=4.0,
    source=dt.Assumed("prices rose twentyfold, which is 3 in logarithms, within a year", TRADE),
    label=("Steepest rise that is believed", "可信的最大涨幅"),
    doc="The most, in logarithms, by which a price is believed to run ahead of the one that is expected.",
)
least_purchases = dt.uncertainty(
    0.05,
    "1",
    low=0.02,
    high=0.1,
    source=dt.Assumed("some users hold no stocks and must buy at any price", "purchases by user"),
    label=("Least purchases", "最低采购占比"),
    doc="Share of use that is bought even where stores are full.",
)
least_cover = dt.uncertainty(
    0.1,
    "year",
    low=0.08,
    high=0.2,
    source=dt.Assumed("what is on its way and in work cannot be used twice", "stocks of buyers"),
    label=("Least stocks", "最低库存"),
    doc="Years of use below which a store cannot be drawn down.",
)
scarcity_gain = dt.uncertainty(
    7.0,
    "1/year",
    low=2.0,
    high=14.0,
    source=dt.Assumed("prices rose twentyfold within a year while a third or more was wanting", TRADE),
    label=("Gain of the premium", "溢价上升速度"),
    doc="Rise of the premium a year, in logarithms, if nothing that is wanted can be had.",
)
fading_time = dt.uncertainty(
    1.0,
    "year",
    low=0.4,
    high=2.0,
    source=dt.Assumed("prices of the premium's making fell over two years", TRADE),
    label=("Fading time of the premium", "溢价消退时间"),
    doc="Time in which the premium fades where far more is on offer than is wanted.",
)
clearing_time = dt.uncertainty(
    0.1,
    "year",
    low=0.07,
    high=0.15,
    source=dt.Assumed("a licence is used within weeks of a sale", "dates of licences and shipments"),
    label=("Time to use a licence", "配额使用时间"),
    doc="Shortest time in which licences at hand become exports.",
)
licence_life = dt.uncertainty(
    0.75,
    "year",
    low=0.4,
    high=1.5,
    source=dt.Assumed("licences are for the year, and what was left of 2009 may have been used in 2010", "terms of licences"),
    label=("Life of a licence", "配额有效期"),
    doc="Time after which an unused licence lapses, on average.",
)
first_licences = dt.uncertainty(
    5.0,
    "kt",
    low=3.0,
    high=9.0,
    source=dt.Assumed("what a quota above exports leaves at hand", "licences handed out and used by month"),
    label=("Licences at hand in 2009", "2009年可用配额"),
    doc="Licences that were not used yet at the start.",
)
smuggling_reach = dt.uncertainty(
    22.0,
    "kt/year",
    low=5.0,
    high=40.0,
    source="mining_2016",
    label=("Reach of smugglers", "走私能力"),
    doc="What smugglers would carry out at a very wide gap; estimates go as high as 40.",
)
smuggling_time = dt.uncertainty(
    0.75,
    "year",
    low=0.25,
    high=2.0,
    source=dt.Assumed("routes through neighbouring countries were found within a year", "seizures by date"),
    label=("Time to open a route", "走私渠道形成时间"),
    doc="Time in which smuggling follows the gap.",
)
first_smuggling = dt.uncertainty(
    10.0,
    "kt/year",
    low=2.0,
    high=20.0,
    source="chemistry_world_2010",
    label=("Smuggling in 2009", "2009年走私量"),
    doc="What was smuggled at the start; 20 is the most that is told of 2008.",
)
first_mines = dt.uncertainty(
    4.0,
    "kt/year",
    low=2.0,
    high=6.0,
    source=dt.Assumed("6 in 2011, before the new mines (kingsnorth_2012)", MINES),
    label=("Older mines outside China", "中国以外原有矿山产量"),
    doc="What mines outside China deliver that were there before 2009, most of them beside another metal.",
)
needed_price = dt.uncertainty(
    15.0,
    "USD/kg",
    low=9.0,
    high=30.0,
    source="molycorp_2015_03",
    label=("Price that starts a mine", "新矿所需价格"),
    doc="Expected price above which a mine is started; cash costs alone were 21 to 34 dollars in 2014, and 9 or so when planned.",
)
running_cost = dt.uncertainty(
    10.0,
    "USD/kg",
    low=5.0,
    high=20.0,
    source=dt.Assumed("a mine was stopped in 2015 at 5 to 13 dollars, and another went on", MINES),
    label=("Price that stops a mine", "停产价格"),
    doc="Expected price below which new mines outside China are stopped.",
)
mine_pull = dt.uncertainty(
    5.0,
    "kt/year*year",
    low=1.0,
    high=12.0,
    source="motley_fool_2011_01",
    label=("Pull on new mines", "新矿启动速度"),
    doc="Capacity started a year where the price is e times what is needed; four mines of 10 to 22 were planned by early 2011.",
)
building_time = dt.uncertainty(
    3.0,
    "year",
    low=1.5,
    high=6.0,
    source=dt.Assumed("Mountain Pass and Mount Weld took two to five years to deliver in earnest", MINES),
    label=("Time to build a mine", "建矿时间"),
    doc="Time from the start of a mine to what it delivers.",
)
closing_time = dt.uncertainty(
    2.0,
    "year",
    low=0.75,
    high=5.0,
    source=dt.Assumed("a mine in bankruptcy protection stopped within months, others went on for years", MINES),
    label=("Time to close a mine", "停产时间"),
    doc="Time in which mines are stopped where the price is nothing.",
)
