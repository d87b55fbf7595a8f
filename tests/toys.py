"""A small model of two sectors with one of everything that a printer must say: layers, a smooth, a delay, a curve, a switch."""

from functools import cache

from dualtrack.language.build import build
from dualtrack.language.model import Model
from tests.strategies import module_of

SUPPLY = '''
layer = Dimension("layer", ("lower", "upper"), (("Lower", "下层"), ("Upper", "上层")))
firm = BaseUnit("firm", "One firm, of whatever size.")
COUNTED = {"source": "bass_1969", "doc": "A counted number."}
GUESSED = {"source": Assumed("a round number", "a survey of firms"), "doc": "A guessed number."}

FIRMS = {"lower": 100.0, "upper": 40.0}
firms = uncertainty(FIRMS, "firm", low=1.0, high=200.0, over=layer, label=("Firms", "企业数"), **COUNTED)
training_time = uncertainty(2.0, "year", low=1.0, high=4.0, label=("Time to train", "培训时间"), **GUESSED)
life = constant(10.0, "year", label=("Life", "寿命"), source=Definition("by choice"), doc="How long a firm lasts.")
subsidy = lever(0.0, "1", low=0.0, high=1.0, label=("Subsidy", "补贴"), source="bass_1969", doc="Share of cost that is paid.")


@flow("firm/year", over=layer, label=("Leaving", "退出"))
def leaving(adopters, life):
    """Firms that close each year."""
    return adopters / life


@stock("firm", initial=firms, over=layer, label=("Adopters", "采用者"))
def adopters(adoption, leaving):
    """Firms on the domestic stack."""
    return adoption - leaving


@auxiliary("firm", label=("All adopters", "采用者总数"))
def all_adopters(adopters):
    """Adopters over all layers."""
    return total(adopters)


@auxiliary("1", label=("Weakest layer", "最弱层"))
def weakest(adopters, firms):
    """The least share of firms that adopted."""
    return smallest(adopters / firms)
'''

DEMAND = '''
NUMBER = {"source": "bass_1969", "doc": "A number."}
innovation = uncertainty(0.03, "1/year", low=0.0, high=0.1, label=("Innovation", "创新系数"), **NUMBER)
imitation = uncertainty(0.38, "1/year", low=0.2, high=0.6, label=("Imitation", "模仿系数"), prior=Uniform(0.2, 0.6), **NUMBER)
push = switch(label=("Push", "推动"), source=Assumed("a rival's claim", "a panel of firms"), doc="Whether subsidies work at all.")
delivery_time = constant(1.0, "year", label=("Delivery time", "交付时间"), **(NUMBER | {"source": Definition("one year")}))
start_year = constant(2020.0, "year", label=("Start", "起始年"), **(NUMBER | {"source": Definition("by choice")}))
ease = curve(((0.0, 0.0), (0.5, 0.8), (1.0, 1.0)), "1", of="1", label=("Ease", "便利"), **NUMBER)


@auxiliary("1/year", label=("Urge", "意愿"))
def urge(innovation, imitation, weakest, push, subsidy):
    """Yearly share of firms that want to switch."""
    return innovation + imitation * (weakest + push * subsidy)


@flow("firm/year", over=layer, label=("Adoption", "采用"), source="bass_1969")
def adoption(firms, adopters, urge):
    """Firms that switch each year.

    A firm switches unprompted or because it met one that has.
    """
    return maximum(0, firms - adopters) * urge


@smooth("firm", time=delivery_time, initial=0, label=("Perceived adopters", "感知采用者"))
def perceived_adopters(all_adopters):
    """Adopters as buyers see them."""
    return all_adopters


@flow("firm/year", label=("Orders", "订单"))
def orders(perceived_adopters, delivery_time):
    """Orders placed each year."""
    return perceived_adopters / delivery_time


@delay("firm/year", time=delivery_time, order=3, initial=0, label=("Deliveries", "交付"))
def deliveries(orders):
    """Orders that arrive."""
    return orders


@stock("firm", initial=0, label=("Served", "已服务"))
def served(deliveries):
    """Deliveries so far."""
    return deliveries


@outcome("1", direction="higher", label=("Comfort", "舒适度"), bounds=SHARE)
def comfort(weakest, urge, delivery_time, ease, time, start_year):
    """How easy it has become to switch."""
    return where(greater(time, start_year), ease(clip(weakest, 0, 1)), logistic(urge * delivery_time))
'''


@cache
def two_sectors() -> Model:
    """Supply and demand: two layers, eleven equations and nine numbers by name, one curve."""
    supply = module_of(SUPPLY, "supply")
    demand = module_of("", "demand")
    vars(demand)["layer"] = vars(supply)["layer"]
    exec(compile(DEMAND, "demand.py", "exec"), vars(demand))
    return build(supply, demand)
