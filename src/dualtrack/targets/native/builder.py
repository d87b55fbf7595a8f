"""LLVM text for arithmetic on vectors with one world per lane: values are names such as `%v7`, or constants."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

NAN = float("nan")
INFINITY = float("inf")
FULL = 8
"""Lanes of the widest registers, whose instructions also name how to round."""


def number(value: float) -> str:
    """A double as LLVM writes it, bit for bit."""
    return f"0x{struct.unpack('<Q', struct.pack('<d', value))[0]:016X}"


@dataclass
class Builder:
    """Lines of one function under construction, for vectors of `width` lanes; `wide` if it may use AVX-512."""

    width: int
    wide: bool = False
    lines: list[str] = field(default_factory=list)
    count: int = 0

    @property
    def real(self) -> str:
        """The type of one value per lane."""
        return f"<{self.width} x double>"

    @property
    def whole(self) -> str:
        """The type of one 64-bit integer per lane."""
        return f"<{self.width} x i64>"

    @property
    def mask(self) -> str:
        """The type of one truth value per lane."""
        return f"<{self.width} x i1>"

    def let(self, text: str) -> str:
        """Name the value of an instruction."""
        self.count += 1
        self.lines.append(f"  %v{self.count} = {text}")
        return f"%v{self.count}"

    def put(self, text: str) -> None:
        """An instruction without a value."""
        self.lines.append(f"  {text}")

    def same(self, value: float) -> str:
        """One number in all lanes."""
        return f"splat (double {number(value)})"

    def bits(self, value: int) -> str:
        """One integer in all lanes."""
        return f"splat (i64 {value})"

    def add(self, a: str, b: str) -> str:
        return self.let(f"fadd {self.real} {a}, {b}")

    def subtract(self, a: str, b: str) -> str:
        return self.let(f"fsub {self.real} {a}, {b}")

    def multiply(self, a: str, b: str) -> str:
        return self.let(f"fmul {self.real} {a}, {b}")

    def divide(self, a: str, b: str) -> str:
        return self.let(f"fdiv {self.real} {a}, {b}")

    def negate(self, a: str) -> str:
        return self.let(f"fneg {self.real} {a}")

    def call(self, function: str, *args: str) -> str:
        """An LLVM intrinsic of vectors, such as `fma`, `fabs`, `floor` or `copysign`."""
        given = ", ".join(f"{self.real} {a}" for a in args)
        return self.let(f"call {self.real} @llvm.{function}.v{self.width}f64({given})")

    def fma(self, a: str, b: str, c: str) -> str:
        """a * b + c, rounded once."""
        return self.call("fma", a, b, c)

    def times_power(self, x: str, k: str) -> str:
        """x times 2**k, rounded once; AVX-512 only, like the next two."""
        return self._wide("scalef", x, f"{self.real} {k}, {self.real} {x}")

    def fraction(self, x: str) -> str:
        """|x| over a power of two, from 1 up to 2."""
        return self._wide("getmant", x, f"i32 4, {self.real} {x}")

    def exponent(self, x: str) -> str:
        """The power of two in x; minus infinity at 0, infinity at infinities, and NaN is passed on."""
        return self._wide("getexp", x, f"{self.real} {x}")

    def _wide(self, name: str, x: str, middle: str) -> str:
        last = "i8 -1, i32 4" if self.width == FULL else "i8 -1"
        return self.let(f"call {self.real} @{self.intrinsic(name)}({self.real} {x}, {middle}, {last})")

    def intrinsic(self, name: str) -> str:
        """An instruction of AVX-512 for vectors of this width."""
        return f"llvm.x86.avx512.mask.{name}.pd.{64 * self.width}"

    def compare(self, how: str, a: str, b: str) -> str:
        """A mask; `how` is an LLVM predicate, where o.. is false and u.. true for NaN."""
        return self.let(f"fcmp {how} {self.real} {a}, {b}")

    def both(self, a: str, b: str) -> str:
        return self.let(f"and {self.mask} {a}, {b}")

    def either(self, a: str, b: str) -> str:
        return self.let(f"or {self.mask} {a}, {b}")

    def select(self, mask: str, a: str, b: str) -> str:
        return self.let(f"select {self.mask} {mask}, {self.real} {a}, {self.real} {b}")

    def least(self, a: str, b: str) -> str:
        """a if a < b else b: NaN in b is passed on, NaN in a is not."""
        return self.select(self.compare("olt", a, b), a, b)

    def greatest(self, a: str, b: str) -> str:
        """a if a > b else b: NaN in b is passed on, NaN in a is not."""
        return self.select(self.compare("ogt", a, b), a, b)

    def integer(self, operation: str, a: str, b: str) -> str:
        """An operation on 64-bit integers."""
        return self.let(f"{operation} {self.whole} {a}, {b}")

    def as_integer(self, a: str) -> str:
        return self.let(f"bitcast {self.real} {a} to {self.whole}")

    def as_real(self, a: str) -> str:
        return self.let(f"bitcast {self.whole} {a} to {self.real}")

    def place(self, base: str, index: int) -> str:
        """The address of a vector in an array of vectors."""
        return base if index == 0 else self.let(f"getelementptr {self.real}, ptr {base}, i64 {index}")

    def load(self, base: str, index: int) -> str:
        return self.let(f"load {self.real}, ptr {self.place(base, index)}, align {8 * self.width}")

    def store(self, value: str, base: str, index: int) -> None:
        self.put(f"store {self.real} {value}, ptr {self.place(base, index)}, align {8 * self.width}")

    def spread(self, scalar: str) -> str:
        """A double in all lanes."""
        first = self.let(f"insertelement {self.real} poison, double {scalar}, i64 0")
        return self.let(f"shufflevector {self.real} {first}, {self.real} poison, <{self.width} x i32> zeroinitializer")
