"""The native target's operations spelled as C with GCC's vectors of eight doubles, so that C uses the same polynomials."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualtrack.targets.native.builder import Builder

WIDTH = 8
COMPARED = {"olt": "<", "ogt": ">", "oge": ">=", "oeq": "=="}
SHIFTED = {"shl": "<<", "lshr": ">>", "add": "+", "sub": "-", "or": "|", "and": "&"}

PREAMBLE = """
#include <immintrin.h>
#include <math.h>
#include <string.h>
typedef double V __attribute__((vector_size(64)));
typedef unsigned long long W __attribute__((vector_size(64)));
#define SAME(x) ((V){x, x, x, x, x, x, x, x})
#define BITS(x) ((W){x, x, x, x, x, x, x, x})
#ifdef __AVX512F__
typedef __mmask8 M;
#define COMPARE(a, sign, how, b) _mm512_cmp_pd_mask(a, b, how)
#define SELECT(m, a, b) _mm512_mask_blend_pd(m, b, a)
#define FMA(a, b, c) _mm512_fmadd_pd(a, b, c)
#define FLOOR(a) _mm512_roundscale_pd(a, 9)
#define UNORDERED(a, b) _mm512_cmp_pd_mask(a, b, _CMP_UNORD_Q)
#else
typedef long long M __attribute__((vector_size(64)));
#define COMPARE(a, sign, how, b) ((a) sign (b))
#define SELECT(m, a, b) ((V)(((m) & (M)(a)) | (~(m) & (M)(b))))
#define UNORDERED(a, b) (((a) != (a)) | ((b) != (b)))
static inline V FMA(V a, V b, V c) { V r; for (int l = 0; l < 8; l++) r[l] = fma(a[l], b[l], c[l]); return r; }
static inline V FLOOR(V a) { V r; for (int l = 0; l < 8; l++) r[l] = floor(a[l]); return r; }
#endif
#define SIGN BITS(0x8000000000000000ull)
static inline V FABS(V a) { return (V)((W)a & ~SIGN); }
static inline V COPYSIGN(V a, V b) { return (V)(((W)a & ~SIGN) | ((W)b & SIGN)); }
"""
PREDICATES = {"olt": "_CMP_LT_OQ", "ogt": "_CMP_GT_OQ", "oge": "_CMP_GE_OQ", "oeq": "_CMP_EQ_OQ"}


@dataclass
class CBuilder(Builder):
    """Statements of C in place of lines of LLVM; values are names such as `v7`, memory such as `given[3]`, or constants."""

    def of_type(self, kind: str, text: str) -> str:
        self.count += 1
        self.lines.append(f"  const {kind} v{self.count} = {text};")
        return f"v{self.count}"

    def times_power(self, x: str, k: str) -> str:
        return self.of_type("V", f"_mm512_scalef_pd({x}, {k})")

    def fraction(self, x: str) -> str:
        return self.of_type("V", f"_mm512_getmant_pd({x}, _MM_MANT_NORM_1_2, _MM_MANT_SIGN_zero)")

    def exponent(self, x: str) -> str:
        return self.of_type("V", f"_mm512_getexp_pd({x})")

    def put(self, text: str) -> None:
        self.lines.append(f"  {text};")

    def same(self, value: float) -> str:
        written = (
            "NAN" if math.isnan(value) else value.hex() if math.isfinite(value) else "INFINITY" if value > 0 else "-INFINITY"
        )
        return f"SAME({written})"

    def bits(self, value: int) -> str:
        return f"BITS({value}ull)"

    def add(self, a: str, b: str) -> str:
        return self.of_type("V", f"{a} + {b}")

    def subtract(self, a: str, b: str) -> str:
        return self.of_type("V", f"{a} - {b}")

    def multiply(self, a: str, b: str) -> str:
        return self.of_type("V", f"{a} * {b}")

    def divide(self, a: str, b: str) -> str:
        return self.of_type("V", f"{a} / {b}")

    def negate(self, a: str) -> str:
        return self.of_type("V", f"-{a}")

    def call(self, function: str, *args: str) -> str:
        return self.of_type("V", f"{function.upper()}({', '.join(args)})")

    def compare(self, how: str, a: str, b: str) -> str:
        if how == "uno":
            return self.of_type("M", f"UNORDERED({a}, {b})")
        if how == "ueq":
            return self.either(self.compare("uno", a, b), self.compare("oeq", a, b))
        return self.of_type("M", f"COMPARE({a}, {COMPARED[how]}, {PREDICATES[how]}, {b})")

    def both(self, a: str, b: str) -> str:
        return self.of_type("M", f"{a} & {b}")

    def either(self, a: str, b: str) -> str:
        return self.of_type("M", f"{a} | {b}")

    def select(self, mask: str, a: str, b: str) -> str:
        return self.of_type("V", f"SELECT({mask}, {a}, {b})")

    def integer(self, operation: str, a: str, b: str) -> str:
        return self.of_type("W", f"{a} {SHIFTED[operation]} {b}")

    def as_integer(self, a: str) -> str:
        return self.of_type("W", f"(W){a}")

    def as_real(self, a: str) -> str:
        return self.of_type("V", f"(V){a}")
