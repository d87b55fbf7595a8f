"""Small models whose loops are known: what drives each is written in the literature, and other tools score them too."""

from dualtrack.language.model import Model
from dualtrack.language.scenario import Clock
from dualtrack.language.statements.named_loop import Loop
from tests.strategies import model_of

WORDS = ("Toy", "玩具")
NUMBERS = """
def number(value, unit):
    return constant(value, unit, low=0.5 * value, high=max(2 * value, 1.0), **NUMBER)
"""
LOGISTIC = """
growth_rate = number(0.9, "1/year")
capacity = number(20.0, "1")
initial_population = number(1.0, "1")
@flow("1/year", **NAMED)
def births(population, growth_rate):
    "What is born."
    return population * growth_rate
@flow("1/year", **NAMED)
def deaths(population, growth_rate, capacity):
    "What crowding takes away."
    return growth_rate * population * population / capacity
@stock("1", initial=initial_population, **NAMED)
def population(births, deaths):
    "What lives."
    return births - deaths
"""
BASS = """
innovation = number(0.03, "1/year")
imitation = number(0.6, "1/year")
market = number(100.0, "1")
initial_adopters = number(1.0, "1")
@auxiliary("1", **NAMED)
def potential(adopters, market):
    "Who has not adopted."
    return market - adopters
@flow("1/year", **NAMED)
def by_advertising(potential, innovation):
    "Who adopts unprompted."
    return innovation * potential
@flow("1/year", **NAMED)
def by_word_of_mouth(potential, adopters, market, imitation):
    "Who adopts by hearing of it."
    return imitation * adopters * potential / market
@stock("1", initial=initial_adopters, **NAMED)
def adopters(by_advertising, by_word_of_mouth):
    "Who has adopted."
    return by_advertising + by_word_of_mouth
"""
WORKFORCE = """
sales = number(120.0, "1/year")
coverage = number(0.5, "year")
inventory_time = number(0.5, "year")
hiring_time = number(1.0, "year")
productivity = number(2.0, "1/year")
initial_inventory = number(50.0, "1")
initial_workforce = number(50.0, "1")
@auxiliary("1", **NAMED)
def wanted_inventory(sales, coverage):
    "What covers sales for a while."
    return sales * coverage
@auxiliary("1/year", **NAMED)
def wanted_production(sales, wanted_inventory, inventory, inventory_time):
    "What is sold, and what mends the gap."
    return sales + (wanted_inventory - inventory) / inventory_time
@flow("1/year", **NAMED)
def hiring(wanted_production, workforce, productivity, hiring_time):
    "Who is taken on."
    return (wanted_production / productivity - workforce) / hiring_time
@stock("1", initial=initial_workforce, **NAMED)
def workforce(hiring):
    "Who works."
    return hiring
@flow("1/year", **NAMED)
def production(workforce, productivity):
    "What they make."
    return workforce * productivity
@flow("1/year", **NAMED)
def shipments(sales):
    "What is sold."
    return sales
@stock("1", initial=initial_inventory, **NAMED)
def inventory(production, shipments):
    "What is in store."
    return production - shipments
"""
PREDATION = """
hare_births = number(1.0, "1/year")
lynx_deaths = number(0.6, "1/year")
bite = number(0.02, "1/year")
yield_of_hares = number(0.5, "1")
initial_hares = number(60.0, "1")
initial_lynxes = number(30.0, "1")
@flow("1/year", **NAMED)
def born(hares, hare_births):
    "Hares born."
    return hares * hare_births
@flow("1/year", **NAMED)
def eaten_by_day(hares, lynxes, bite):
    "Half of the hares eaten."
    return bite * hares * lynxes / 2
@flow("1/year", **NAMED)
def eaten_by_night(hares, lynxes, bite):
    "The other half."
    return bite * hares * lynxes / 2
@stock("1", initial=initial_hares, **NAMED)
def hares(born, eaten_by_day, eaten_by_night):
    "Hares."
    return born - eaten_by_day - eaten_by_night
@flow("1/year", **NAMED)
def raised(hares, lynxes, bite, yield_of_hares):
    "Lynxes raised."
    return yield_of_hares * bite * hares * lynxes
@flow("1/year", **NAMED)
def dying(lynxes, lynx_deaths):
    "Lynxes lost."
    return lynxes * lynx_deaths
@stock("1", initial=initial_lynxes, **NAMED)
def lynxes(raised, dying):
    "Lynxes."
    return raised - dying
"""
EPIDEMIC = """
contacts = number(3.0, "1/year")
illness = number(0.6, "year")
people = number(1000.0, "1")
initial_susceptible = number(990.0, "1")
initial_infectious = number(10.0, "1")
@flow("1/year", **NAMED)
def infection(susceptible, infectious, contacts, people):
    "Who falls ill."
    return contacts * susceptible * infectious / people
@stock("1", initial=initial_susceptible, **NAMED)
def susceptible(infection):
    "Who can fall ill."
    return 0 - infection
@flow("1/year", **NAMED)
def recovery(infectious, illness):
    "Who gets well."
    return infectious / illness
@stock("1", initial=initial_infectious, **NAMED)
def infectious(infection, recovery):
    "Who is ill."
    return infection - recovery
@stock("1", initial=0, **NAMED)
def recovered(recovery):
    "Who is well again."
    return recovery
"""
TEXTS = {"logistic": LOGISTIC, "bass": BASS, "workforce": WORKFORCE, "predation": PREDATION, "epidemic": EPIDEMIC}
CLOCKS = {name: Clock(2020.0, 2030.0, 1 / 16, 1 / 16) for name in TEXTS}


def toy(name: str) -> Model:
    """One of the small models, in whose text every number keeps its literal name."""
    return model_of(NUMBERS + TEXTS[name])


def loop(name: str, *path: str) -> Loop:
    """A loop of a toy, opened at its last link."""
    return Loop(name, WORDS, "mixed", path, (path[-1], path[0]))
