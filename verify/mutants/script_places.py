"""Where a script of the page can be made wrong, found among its tokens; texts, templates and patterns are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.mutants.places import OTHER_COMPARISON, OTHER_SIGN, Place, other_number

TOKEN = re.compile(
    r"""(?P<blank>[ \t\n]+|//[^\n]*|/\*.*?\*/)
    |(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
    |(?P<number>\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+)
    |(?P<name>[\w$]+)
    |(?P<sign>>>>=?|<<=?|>>=?|\.\.\.|=>|===|!==|==|!=|<=|>=|&&=?|\|\|=?|\?\?=?|\?\.|\+\+|--|\*\*|[+\-*/%&|^]=|.)""",
    re.VERBOSE | re.DOTALL,
)
PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n\[])+/\w*")
AFTER_WHICH_A_VALUE = {"return", "typeof", "case", "in", "of", "new", "delete", "void", "throw", "await", "else"}
LOGIC = {"&&": "||", "||": "&&"}
EXTREMES = {"min": "max", "max": "min"}


@dataclass(frozen=True)
class Token:
    """A word or sign of a script, and where it stands."""

    kind: str
    text: str
    at: int

    @property
    def ends_a_value(self) -> bool:
        """Whether a sign after it stands between two values."""
        is_word = self.kind in ("number", "text", "template") or (self.kind == "name" and self.text not in AFTER_WHICH_A_VALUE)
        return is_word or self.text in (")", "]")


def tokens(text: str) -> list[Token]:
    """The tokens of a script without blanks and comments; a template is one token, whatever it holds."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at] == "`":
            stop = _end_of_template(text, at)
            found.append(Token("template", text[at:stop], at))
        elif text[at] == "/" and text[at + 1] not in "/*" and not (found and found[-1].ends_a_value):
            match = PATTERN.match(text, at)
            stop = match.end() if match else at + 1
            found.append(Token("text", text[at:stop], at))
        else:
            match = TOKEN.match(text, at)
            assert match and match.lastgroup, text[at : at + 20]
            stop = match.end()
            if match.lastgroup != "blank":
                found.append(Token(match.lastgroup, match.group(), at))
        at = stop
    return found


def _end_of_template(text: str, at: int) -> int:
    """Just after the template that starts here, with the templates in it."""
    at += 1
    while text[at] != "`":
        if text[at] == "\\":
            at += 2
        elif text.startswith("${", at):
            at, deep = at + 2, 1
            while deep:
                if text[at] == "`":
                    at = _end_of_template(text, at)
                    continue
                deep += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
        else:
            at += 1
    return at + 1


def script_places(text: str) -> list[Place]:
    """Every place of a script, in order."""
    found = tokens(text)
    rows = zip([None, None, *found], [None, *found], found, [*found[1:], None], strict=False)
    places = []
    for before_last, last, token, following in rows:
        for kind, wrong in _wrong(before_last, last, token, following):
            line = text.count("\n", 0, token.at) + 1
            start = token.at - (text.rfind("\n", 0, token.at) + 1)
            places.append(Place(line, start, start + len(token.text), kind, wrong))
    return sorted(places)


def _wrong(
    before_last: Token | None, last: Token | None, token: Token, following: Token | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may stand in a token's place, by its neighbours."""
    between = last is not None and last.ends_a_value
    beside_text = any(each is not None and each.kind in ("text", "template") for each in (last, following))
    if token.kind == "number" and (wrong := other_number(token.text)):
        yield "number", wrong
    elif token.text in OTHER_SIGN and between and not beside_text:
        yield "sign", (OTHER_SIGN[token.text],)
    elif token.text == "-" and not between:
        yield "sign", ("",)
    elif token.text in OTHER_COMPARISON:
        yield "comparison", OTHER_COMPARISON[token.text]
    elif token.text in LOGIC:
        yield "and/or", (LOGIC[token.text],)
    elif token.text == "!":
        yield "not", ("",)
    elif token.text in EXTREMES and before_last is not None and before_last.text == "Math":
        yield "min/max", (EXTREMES[token.text],)
    elif _is_start(before_last, last, following) and token.kind == "name":
        yield "slice end", (f"{token.text} + 1", f"{token.text} - 1")


def _is_start(before_last: Token | None, last: Token | None, following: Token | None) -> bool:
    """Whether what stands here is the first end of a slice, alone."""
    around = [each.text for each in (before_last, last, following) if each is not None]
    return len(around) == 3 and around[0] in ("slice", "subarray") and around[1] == "(" and around[2] in (",", ")")
