"""Every public name and the file it lives in; read by type checkers, and by `__init__.py` when a name is first asked for."""

# A laboratory, and every question as a method of it.
from dualtrack.app.bind import bind as bind
from dualtrack.app.notebook import Workbench as Workbench
from dualtrack.app.notebook import laboratory as laboratory

# What goes wrong.
from dualtrack.errors import LabError as LabError
from dualtrack.errors import LabWarning as LabWarning

# The record.
from dualtrack.evidence.record import load_record as load_record

# Questions to any model.
from dualtrack.lab.breaking.break_regime import break_regime as break_regime
from dualtrack.lab.calibrate.calibrate import calibrate as calibrate
from dualtrack.lab.calibrate.figure_errors import DatedFigure as DatedFigure
from dualtrack.lab.calibrate.likelihood import Weighing as Weighing
from dualtrack.lab.calibrate.temper import Tempering as Tempering
from dualtrack.lab.checks.try_checks import check as check
from dualtrack.lab.claims.arms import Stage as Stage
from dualtrack.lab.claims.judge_claims import judge_claims as judge_claims
from dualtrack.lab.laboratory import Laboratory as Laboratory
from dualtrack.lab.questions.asked import Setting as Setting
from dualtrack.lab.questions.asked import read_asked as read_asked
from dualtrack.lab.questions.compare import compare as compare
from dualtrack.lab.questions.condition import read_condition as read_condition
from dualtrack.lab.questions.discover import discover as discover
from dualtrack.lab.questions.discover import discover_in as discover_in
from dualtrack.lab.questions.explain_change import PolicyChange as PolicyChange
from dualtrack.lab.questions.explain_change import explain_change as explain_change
from dualtrack.lab.questions.matter import matter as matter
from dualtrack.lab.questions.mediate import MediationQuestion as MediationQuestion
from dualtrack.lab.questions.mediate import mediate as mediate
from dualtrack.lab.record.accept import Matching as Matching
from dualtrack.lab.record.accept import accept as accept
from dualtrack.lab.record.accept import accepted_worlds as accepted_worlds
from dualtrack.lab.record.figure import figures as figures
from dualtrack.lab.record.judge_facts import judge_facts as judge_facts
from dualtrack.lab.record.read_panel import read_panel as read_panel
from dualtrack.lab.record.remove import Past as Past
from dualtrack.lab.record.remove import remove as remove

# Worlds, runs and what is kept of them.
from dualtrack.lab.runs.ensemble import run_ensemble as run_ensemble
from dualtrack.lab.runs.halving import halve_step as halve_step
from dualtrack.lab.runs.passport import passport as passport
from dualtrack.lab.runs.regimes import read_regimes as read_regimes
from dualtrack.lab.runs.regimes import set_lever as set_lever
from dualtrack.lab.runs.regimes import with_lever_on as with_lever_on
from dualtrack.lab.statistics.lag import LagRule as LagRule
from dualtrack.lab.statistics.lag import lag as lag
from dualtrack.lab.store.explore import explore as explore
from dualtrack.lab.store.open_results import open_results as open_results
from dualtrack.lab.store.plan import Plan as Plan
from dualtrack.lab.worlds.design import design_named as design_named
from dualtrack.lab.worlds.draw import draw as draw
from dualtrack.lab.worlds.draw import hold as hold
from dualtrack.lab.worlds.draw import nominal as nominal
from dualtrack.lab.worlds.priors import Population as Population

# The words of the language: a theory is written with these.
from dualtrack.language.build import build as build
from dualtrack.language.correlated import correlated as correlated
from dualtrack.language.declaration import Assumed as Assumed
from dualtrack.language.declaration import BaseUnit as BaseUnit
from dualtrack.language.declaration import Definition as Definition
from dualtrack.language.declare import auxiliary as auxiliary
from dualtrack.language.declare import constant as constant
from dualtrack.language.declare import curve as curve
from dualtrack.language.declare import delay as delay
from dualtrack.language.declare import existence as existence
from dualtrack.language.declare import flow as flow
from dualtrack.language.declare import history as history
from dualtrack.language.declare import lever as lever
from dualtrack.language.declare import outcome as outcome
from dualtrack.language.declare import smooth as smooth
from dualtrack.language.declare import stock as stock
from dualtrack.language.declare import switch as switch
from dualtrack.language.declare import uncertainty as uncertainty
from dualtrack.language.distribution import Category as Category
from dualtrack.language.distribution import LogUniform as LogUniform
from dualtrack.language.distribution import PointMass as PointMass
from dualtrack.language.distribution import Triangular as Triangular
from dualtrack.language.distribution import Uniform as Uniform
from dualtrack.language.expressions.ops import at_least as at_least
from dualtrack.language.expressions.ops import clip as clip
from dualtrack.language.expressions.ops import exp as exp
from dualtrack.language.expressions.ops import greater as greater
from dualtrack.language.expressions.ops import log as log
from dualtrack.language.expressions.ops import logistic as logistic
from dualtrack.language.expressions.ops import maximum as maximum
from dualtrack.language.expressions.ops import minimum as minimum
from dualtrack.language.expressions.ops import power as power
from dualtrack.language.expressions.ops import smallest as smallest
from dualtrack.language.expressions.ops import tanh as tanh
from dualtrack.language.expressions.ops import total as total
from dualtrack.language.expressions.ops import where as where
from dualtrack.language.expressions.over_dimension import Dimension as Dimension
from dualtrack.language.model import Model as Model
from dualtrack.language.model import freeze as freeze
from dualtrack.language.scenario import Clock as Clock
from dualtrack.language.scenario import Path as Path
from dualtrack.language.scenario import Regime as Regime
from dualtrack.language.statements.claim_measure import Arm as Arm
from dualtrack.language.statements.claim_measure import Chosen as Chosen
from dualtrack.language.statements.claim_measure import Delay as Delay
from dualtrack.language.statements.claim_measure import Fall as Fall
from dualtrack.language.statements.claim_measure import Frozen as Frozen
from dualtrack.language.statements.claim_measure import Gap as Gap
from dualtrack.language.statements.claim_measure import Peak as Peak
from dualtrack.language.statements.claim_measure import Point as Point
from dualtrack.language.statements.claim_measure import Ratio as Ratio
from dualtrack.language.statements.claim_measure import Set as Set
from dualtrack.language.statements.claim_measure import Size as Size
from dualtrack.language.statements.claim_measure import Slope as Slope
from dualtrack.language.statements.claim_measure import Sum as Sum
from dualtrack.language.statements.claim_sides import Evidence as Evidence
from dualtrack.language.statements.claim_sides import Sides as Sides
from dualtrack.language.statements.claim_test import ClaimTest as ClaimTest
from dualtrack.language.statements.claim_test import Every as Every
from dualtrack.language.statements.claim_test import Given as Given
from dualtrack.language.statements.claim_test import Is as Is
from dualtrack.language.statements.claim_test import MechanismGroup as MechanismGroup
from dualtrack.language.statements.claim_test import Null as Null
from dualtrack.language.statements.claim_test import Placebo as Placebo
from dualtrack.language.statements.claim_test import Some as Some
from dualtrack.language.statements.claim_test import StructureTest as StructureTest
from dualtrack.language.statements.claim_test import Variant as Variant
from dualtrack.language.statements.claim_test import Waits as Waits
from dualtrack.language.statements.counterpart import Counterpart as Counterpart
from dualtrack.language.statements.counterpart import Outside as Outside
from dualtrack.language.statements.counterpart import Points as Points
from dualtrack.language.statements.counterpart import Relative as Relative
from dualtrack.language.statements.ledger import Change as Change
from dualtrack.language.statements.ledger import Check as Check
from dualtrack.language.statements.ledger import Claim as Claim
from dualtrack.language.statements.ledger import Fact as Fact
from dualtrack.language.statements.ledger import Level as Level
from dualtrack.language.statements.ledger import Moment as Moment
from dualtrack.language.statements.ledger import Observed as Observed
from dualtrack.language.statements.ledger import Stated as Stated
from dualtrack.language.statements.named_loop import Loop as Loop
from dualtrack.language.statements.reality_check import Bounded as Bounded
from dualtrack.language.statements.reality_check import Conserved as Conserved
from dualtrack.language.statements.reality_check import Fixed as Fixed
from dualtrack.language.statements.reality_check import Holds as Holds
from dualtrack.language.statements.reality_check import Response as Response
from dualtrack.language.statements.reality_check import Sweep as Sweep
from dualtrack.language.statements.target import Bound as Bound
from dualtrack.language.statements.target import Errors as Errors
from dualtrack.language.statements.target import Target as Target
from dualtrack.language.statements.target import Tolerance as Tolerance
from dualtrack.language.statements.target import targets_of as targets_of
from dualtrack.language.theory import Theory as Theory
from dualtrack.language.tilt import Tilt as Tilt
from dualtrack.language.tilt import tilted as tilted

# A model in other forms.
from dualtrack.targets.markdown.theory_pages import theory_pages as theory_pages
from dualtrack.targets.numeric.python import Oracle as Oracle
from dualtrack.targets.print.explain_quantity import explain as explain
from dualtrack.targets.xmile.xmile import xmile as xmile

__all__: list[str]
