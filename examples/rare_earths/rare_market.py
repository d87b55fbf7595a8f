"""The market outside China: licences, smugglers and mines on one side, users and their stores on the other, a price between.

The price inside China is held still, so whatever is above it, duty aside, is the premium that a quota makes.
"""

import dualtrack as dt

from .rare_numbers import (
    first_licences,
    first_smuggling,
    perception_time,
    smuggling_time,
)


@dt.auxiliary("USD/kg", label=("Price without a premium", "无溢价到岸价"))
def landed_price(inside_price, export_duty):
    """What a kilogram from China costs outside where licences do not bind: the price inside, and the duty."""
    return inside_price * (1 + export_duty)


@dt.stock("1", initial=0.0, label=("Premium", "溢价"))
def premium(premium_rise, premium_fading):
    """By how much the price outside stands above that without a premium, in logarithms."""
    return premium_rise - premium_fading


@dt.flow("1/year", label=("Rise of the premium", "溢价上升"))
def premium_rise(scarcity_strength, scarcity_gain, shortage):
    """Buyers who cannot get what they want bid more, the more is wanting."""
    return scarcity_strength * scarcity_gain * shortage


@dt.flow("1/year", label=("Fading of the premium", "溢价消退"))
def premium_fading(premium, slack, fading_time):
    """Sellers who cannot sell all they may ask less, the more is left over."""
    return premium * slack / fading_time


@dt.outcome("USD/kg", direction="lower", label=("Price outside China", "中国以外价格"))
def price(landed_price, premium):
    """What a buyer outside China pays for a kilogram of the mix."""
    return landed_price * dt.exp(premium)


def expected_at_first(inside_price, first_duty):
    """What is expected at first: the price without a premium."""
    return inside_price * (1 + first_duty)


@dt.smooth("USD/kg", time=perception_time, initial=expected_at_first, label=("Expected price", "预期价格"), bounds=(0.0, 1e9))
def expected_price(price):
    """The price that buyers, miners and banks take for lasting."""
    return price


@dt.auxiliary("1/year", label=("Expected rise", "预期涨幅"))
def expected_rise(price, expected_price, perception_time, steepest_rise):
    """Growth of the price, in logarithms a year, that buyers see: never below none, and no more than they believe."""
    return dt.clip(dt.log(price / expected_price), 0.0, steepest_rise) / perception_time


@dt.auxiliary("kt/year", label=("Use at the price of 2009", "按2009年价格的用量"))
def reference_use(first_use, use_growth, time, first_year):
    """What would be used outside China had the price stayed and nobody learned to do without."""
    return first_use * dt.exp(use_growth * (time - first_year))


@dt.stock("1", initial=0.0, label=("Unlearned share", "已减少用量占比"), bounds=(0.0, 1.0))
def unlearned(unlearning, returning):
    """Share of use that buyers do without for good."""
    return unlearning - returning


@dt.auxiliary("1", label=("Reason to do without", "减量动力"))
def reason_to_unlearn(expected_price, inside_price, most_unlearned, substitution_strength):
    """Share of use that is worth doing without at the price that is expected: none at that inside China, then more and more."""
    return substitution_strength * most_unlearned * (1 - inside_price / dt.maximum(expected_price, inside_price))


@dt.flow("1/year", label=("Unlearning", "减量"))
def unlearning(reason_to_unlearn, unlearned, unlearning_time):
    """Products are changed to use less."""
    return dt.maximum(reason_to_unlearn - unlearned, 0.0) / unlearning_time


@dt.flow("1/year", label=("Returning", "回流"))
def returning(reason_to_unlearn, unlearned, return_time):
    """Products are changed back, slowly, once the price gives no reason."""
    return dt.maximum(unlearned - reason_to_unlearn, 0.0) / return_time


@dt.auxiliary("kt/year", label=("Wished use", "意愿用量"))
def wished_use(reference_use, unlearned, price, inside_price, elasticity):
    """What users would use at the price of the day, were their stores full."""
    return reference_use * (1 - unlearned) * dt.power(price / inside_price, -elasticity)


@dt.flow("kt/year", label=("Use", "用量"))
def use(wished_use, stocks, least_cover):
    """What is used: as wished, as long as the stores last."""
    return dt.minimum(wished_use, stocks / least_cover)


def stocks_at_first(first_use, normal_cover):
    """Stores as they are when prices are quiet."""
    return first_use * normal_cover


@dt.stock("kt", initial=stocks_at_first, label=("Buyers' stocks", "买家库存"))
def stocks(legal_exports, smuggled, mined_outside, use):
    """Rare earths in the stores of users and traders outside China."""
    return legal_exports + smuggled + mined_outside - use


@dt.auxiliary("kt", label=("Wanted stocks", "意愿库存"))
def wanted_stocks(wished_use, normal_cover, hoarding_strength, hoarding_response, expected_rise):
    """What buyers want in store: some months of use, and more while the price rises."""
    return wished_use * normal_cover * (1 + hoarding_strength * hoarding_response * expected_rise)


@dt.auxiliary("kt/year", label=("Wanted purchases", "意愿采购"))
def wanted(wished_use, wanted_stocks, stocks, stocking_time, least_purchases):
    """What buyers outside China want to buy; never quite nothing, since some always buy."""
    return dt.maximum(wished_use + (wanted_stocks - stocks) / stocking_time, least_purchases * wished_use)


@dt.stock("kt", initial=first_licences, label=("Licences at hand", "可用配额"))
def licences(granted, legal_exports, lapsed):
    """Licences that were handed out and neither used nor lapsed."""
    return granted - legal_exports - lapsed


@dt.flow("kt/year", label=("Licences handed out", "发放配额"))
def granted(export_quota):
    """The quota, spread over its time."""
    return export_quota


@dt.flow("kt/year", label=("Lapsed licences", "失效配额"))
def lapsed(licences, licence_life):
    """Licences that nobody used in their time."""
    return licences / licence_life


@dt.auxiliary("kt/year", label=("What licences allow", "配额允许出口量"))
def allowed(licences, clearing_time):
    """The most that can leave China through customs with the licences at hand."""
    return licences / clearing_time


@dt.auxiliary("kt/year", label=("What can be had", "可供量"))
def on_offer(allowed, smuggled, mined_outside):
    """What buyers outside China could get at most."""
    return allowed + smuggled + mined_outside


@dt.auxiliary("1", label=("Shortage", "短缺"), bounds=(0.0, 1.0))
def shortage(wanted, on_offer):
    """Share of what buyers want that cannot be had."""
    return dt.maximum(1 - on_offer / wanted, 0.0)


@dt.auxiliary("1", label=("Slack", "宽裕"), bounds=(0.0, 1.0))
def slack(wanted, on_offer):
    """Share of what can be had that nobody wants."""
    return dt.maximum(1 - wanted / dt.maximum(on_offer, wanted), 0.0)


@dt.flow("kt/year", label=("Exports through customs", "海关出口量"))
def legal_exports(wanted, smuggled, mined_outside, allowed):
    """What leaves China with a licence: what buyers want beyond other supply, as far as licences allow."""
    return dt.minimum(dt.maximum(wanted - smuggled - mined_outside, 0.0), allowed)


@dt.auxiliary("kt/year", label=("What smugglers would carry", "走私意愿量"))
def worth_smuggling(smuggling_strength, smuggling_reach, price, inside_price):
    """The wider the gap between the prices outside and inside, the more goods pass the customs, up to the smugglers' reach."""
    return smuggling_strength * smuggling_reach * (1 - inside_price / price)


@dt.smooth("kt/year", time=smuggling_time, initial=first_smuggling, label=("Routes of smugglers", "走私渠道"), bounds=(0.0, 1e9))
def routes(worth_smuggling):
    """What the routes that smugglers have opened can carry."""
    return worth_smuggling


@dt.flow("kt/year", label=("Smuggled exports", "走私出口量"))
def smuggled(routes, smuggling_strength):
    """What leaves China past the customs."""
    return routes * smuggling_strength


@dt.stock("kt/year", initial=0.0, label=("Mines being built", "在建矿山产能"))
def building(started, finished):
    """Capacity of mines outside China that are being built."""
    return started - finished


@dt.stock("kt/year", initial=0.0, label=("New mines", "新矿产能"))
def mines(finished, closed):
    """Capacity of mines outside China that were started since 2009 and deliver."""
    return finished - closed


@dt.flow("kt/year*year", label=("Mines started", "新开矿山"))
def started(mines_strength, mine_pull, expected_price, needed_price):
    """Miners and their banks start mines where the expected price is above what a mine needs."""
    return mines_strength * mine_pull * dt.maximum(dt.log(expected_price / needed_price), 0.0)


@dt.flow("kt/year*year", label=("Mines finished", "矿山投产"))
def finished(building, building_time):
    """Mines come to deliver."""
    return building / building_time


@dt.flow("kt/year*year", label=("Mines closed", "矿山停产"))
def closed(mines, expected_price, running_cost, closing_time):
    """New mines are stopped where the expected price does not carry them."""
    return mines * dt.maximum(1 - expected_price / running_cost, 0.0) / closing_time


@dt.flow("kt/year", label=("Mined outside China", "中国以外产量"))
def mined_outside(first_mines, mines):
    """What mines outside China deliver: the older ones, mostly beside another metal, and the new."""
    return first_mines + mines


@dt.outcome("1", direction="neutral", label=("Share that comes from China", "自华供应占比"), bounds=(0.0, 1.0))
def reliance(legal_exports, smuggled, mined_outside):
    """Share of what buyers outside China get that comes from China, through customs or past them."""
    return (legal_exports + smuggled) / (legal_exports + smuggled + mined_outside)


@dt.flow("USD_bn/year", label=("Premium paid", "溢价支出"))
def premium_paid(legal_exports, smuggled, mined_outside, price, landed_price, money):
    """What buyers outside China pay a year above the price without a premium."""
    return money * (legal_exports + smuggled + mined_outside) * (price - landed_price)


@dt.stock("USD_bn", initial=0.0, label=("Premium paid so far", "累计溢价支出"))
def paid(premium_paid):
    """What the premium has cost buyers outside China since the start."""
    return premium_paid


@dt.outcome("USD_bn", direction="lower", label=("Cost of the premium", "溢价总成本"))
def cost_of_premium(paid):
    """What the premium has cost buyers outside China since the start."""
    return paid
