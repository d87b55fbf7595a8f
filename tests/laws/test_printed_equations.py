"""What is printed is the equation: text reads back as the recorded tree, and a pattern over elements unrolls to theirs."""

import ast
import re
from functools import reduce

from hypothesis import given

from dualtrack.language.expressions.expr import Call, Expr, Lookup, Num, Op, Ref, lift, names
from dualtrack.language.expressions.fold import substitute
from dualtrack.language.expressions.ops import clip, logistic
from dualtrack.language.model import Model
from dualtrack.targets.print.idiom import dimensions, gathered, over
from dualtrack.targets.print.latex import latex
from dualtrack.targets.print.plain import plain
from dualtrack.targets.print.statement import declared, statements
from tests.strategies import Toy, costly, toys, trees

SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
LEAVES = ("stock", "flow_of_things", "rate")


def read(text: str) -> Expr:
    """The tree that an equation's text stands for, by Python's own rules of precedence."""
    return read_node(ast.parse(text, mode="eval").body)


def read_node(node: ast.expr) -> Expr:
    match node:
        case ast.Constant(value=int() | float() as value):
            return Num(float(value))
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return Num(-float(value))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -read_node(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return Call("power", (read_node(left), read_node(right)))
        case ast.BinOp(left=left, op=sign, right=right):
            return Op(SIGNS[type(sign)], (read_node(left), read_node(right)))
        case ast.Name(id=name):
            return Ref(name)
        case ast.Call(func=ast.Name(id=fn), args=args):
            return read_call(fn, [read_node(a) for a in args])
    raise AssertionError(f"cannot read {ast.unparse(node)}")


def read_call(fn: str, args: list[Expr]) -> Expr:
    match fn:
        case "clip":
            return lift(clip(*args))
        case "logistic":
            return lift(logistic(*args))
        case "minimum" | "maximum":
            return reduce(lambda a, b: Call(fn, (a, b)), args)
        case "bend":
            return Lookup(fn, *args)
        case _:
            return Call(fn, tuple(args))


def unrolled(model: Model, expr: Expr) -> Expr:
    """Sums and minima over a dimension written out again, element by element."""
    match expr:
        case Call("total" | "smallest" as word, (Ref(index), pattern)):
            dimension = next(d for d in dimensions(model) if d.name == index)
            terms = [unrolled(model, at_element(pattern, index, element)) for element in dimension.elements]
            return reduce(lambda a, b: a + b if word == "total" else Call("minimum", (a, b)), terms)
        case Op(sign, (a, b)):
            return Op(sign, (unrolled(model, a), unrolled(model, b)))
        case Call(fn, args):
            return Call(fn, tuple(unrolled(model, a) for a in args))
        case Lookup(curve, at):
            return Lookup(curve, unrolled(model, at))
        case _:
            return expr


def at_element(expr: Expr, index: str, element: str) -> Expr:
    indexed = {name for name in names(expr) if name.endswith(over("", index))}
    return substitute(expr, {name: Ref(f"{name.removesuffix(over('', index))}.{element}") for name in indexed})


@given(trees(LEAVES))
def test_text_reads_back_as_the_tree(tree: Expr) -> None:
    assert read(plain(tree)) == tree


@costly
@given(toys())
def test_every_equation_of_a_model_reads_back(toy: Toy) -> None:
    spelled = {name: name.replace(".", "_of_") for name in toy.model.quantities} | {"time": "time", "bend": "bend"}
    for quantity in toy.model.quantities.values():
        for tree in (quantity.tree, quantity.initial):
            if tree is not None:
                named = substitute(tree, {name: Ref(spelled[name]) for name in names(tree)})
                assert read(plain(tree, spelled.__getitem__)) == named


@costly
@given(toys())
def test_sums_over_a_dimension_unroll_to_the_tree(toy: Toy) -> None:
    for quantity in toy.model.quantities.values():
        if quantity.tree is not None:
            assert unrolled(toy.model, gathered(toy.model, quantity.tree)) == quantity.tree


@costly
@given(toys())
def test_a_pattern_is_every_elements_equation(toy: Toy) -> None:
    for group in declared(toy.model).values():
        for statement in statements(toy.model, group) if len(group) > 1 else ():
            assert group[0].dimension is not None
            assert statement.name == over(group[0].base, group[0].dimension.name)
            for quantity in group if statement.kind in ("value", "change") else ():
                assert unrolled(toy.model, at_element(statement.body, "layer", quantity.element or "")) == quantity.tree


@given(trees(LEAVES))
def test_latex_is_whole_and_safe_from_markdown(tree: Expr) -> None:
    text = latex(tree)
    assert text.count("{") == text.count("}")
    assert text.count(r"\left") == text.count(r"\right")
    assert text.count(r"\begin") == text.count(r"\end")
    assert not re.search(r"\\[^A-Za-z]|[*`$<>|#]", text), "a Markdown reader would change this"
    assert {name for name in LEAVES if name.replace("_", " ") in text} == names(tree)
