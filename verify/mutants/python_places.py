"""Where a Python file can be made wrong, found in its syntax tree; types, texts and what is spread over lines are left alone."""

from __future__ import annotations

import ast
from itertools import pairwise

from verify.mutants.places import OTHER_COMPARISON, OTHER_SIGN, Place, other_number

SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
EXTREMES = {"min": "max", "max": "min", "minimum": "maximum", "maximum": "minimum"}
JOINED = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp, ast.Dict, ast.Set)
"""What + puts together rather than adds."""


def python_places(text: str) -> list[Place]:
    """Every place of a file, in order."""
    finder = _Finder(text)
    finder.visit(ast.parse(text))
    return sorted(set(finder.found))


class _Finder(ast.NodeVisitor):
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.joins_paths = "pathlib" in text
        self.found: list[Place] = []

    def column(self, line: int, offset: int) -> int:
        """The character at an offset, which the tree counts in bytes."""
        return len(self.lines[line - 1].encode()[:offset].decode())

    def put(self, kind: str, first: ast.expr, last: ast.expr, wrong: tuple[str, ...]) -> None:
        """A place from where one expression starts to where another ends."""
        if first.lineno == last.end_lineno:
            start, stop = self.column(first.lineno, first.col_offset), self.column(first.lineno, last.end_col_offset or 0)
            self.found.append(Place(first.lineno, start, stop, kind, wrong))

    def between(self, kind: str, left: ast.expr, right: ast.expr, old: str, wrong: tuple[str, ...]) -> None:
        """A place between two expressions, where an operator stands."""
        if left.end_lineno == right.lineno:
            start = self.column(right.lineno, left.end_col_offset or 0)
            gap = self.lines[right.lineno - 1][start : self.column(right.lineno, right.col_offset)]
            if gap.strip(" ()") == old:
                start += gap.index(old)
                self.found.append(Place(right.lineno, start, start + len(old), kind, wrong))

    def said(self, node: ast.expr) -> str:
        """An expression as it is written, on one line."""
        line = self.lines[node.lineno - 1]
        return line[self.column(node.lineno, node.col_offset) : self.column(node.lineno, node.end_col_offset or 0)]

    def visit_BinOp(self, node: ast.BinOp) -> None:
        texts = any(isinstance(each, JOINED) or _is_text(each) for each in (node.left, node.right))
        if (sign := SIGNS.get(type(node.op))) and not texts and not (sign == "/" and self.joins_paths):
            self.between("sign", node.left, node.right, sign, (OTHER_SIGN[sign],))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.USub | ast.Not) and node.lineno == node.operand.end_lineno:
            kind = "not" if isinstance(node.op, ast.Not) else "sign"
            whole = self.said(node)
            self.put(kind, node, node, (whole.removeprefix("not ").removeprefix("-"),))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for left, sign, right in zip([node.left, *node.comparators], node.ops, node.comparators, strict=False):
            if old := COMPARISONS.get(type(sign)):
                self.between("comparison", left, right, old, OTHER_COMPARISON[old])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            self.between("and/or", left, right, old, (new,))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, int | float) and not isinstance(node.value, bool) and (wrong := other_number(self.said(node))):
            self.put("number", node, node, wrong)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in EXTREMES and node.func.lineno == node.func.end_lineno:
            self.put("min/max", node.func, node.func, (self.said(node.func).removesuffix(name) + EXTREMES[name],))
        if name in (*EXTREMES, "sorted", "sort"):
            self.ordered(node)
        self.generic_visit(node)

    def ordered(self, node: ast.Call) -> None:
        """The tuples by which things are ordered, two neighbours changed; and whether the order is turned round."""
        for keyword in node.keywords:
            if keyword.arg == "reverse" and isinstance(keyword.value, ast.Constant):
                self.put("order", keyword.value, keyword.value, (str(not keyword.value.value),))
        ways = [each.value for each in node.keywords if each.arg == "key"]
        given = [each.elt for each in node.args if isinstance(each, ast.GeneratorExp)]
        for way in [each.body for each in ways if isinstance(each, ast.Lambda)] + given:
            if isinstance(way, ast.Tuple):
                for one, other in pairwise(way.elts):
                    if one.lineno == other.end_lineno:
                        self.put("order", one, other, (f"{self.said(other)}, {self.said(one)}",))

    def visit_Slice(self, node: ast.Slice) -> None:
        for end in (node.lower, node.upper):
            if end is not None and not isinstance(end, ast.Constant) and end.lineno == end.end_lineno:
                self.put("slice end", end, end, (f"({self.said(end)}) + 1", f"({self.said(end)}) - 1"))
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """A text with values in it tells no columns that can be trusted."""

    def visit_arg(self, node: ast.arg) -> None:
        """An argument's name and type."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for each in (*node.decorator_list, node.args, *node.body):
            self.visit(each)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_sound(text: str) -> bool:
    """Whether a text can be compiled at all."""
    try:
        compile(text, "mutant", "exec")
    except SyntaxError:
        return False
    return True
