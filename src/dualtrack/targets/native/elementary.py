"""exp, log, tanh and power on vectors, over the whole range of doubles; NaN, infinities and overflow go as in C.

Within three units in the last place, but for powers beyond e**50 and below e**-50, where it is thirty. Polynomials are of
least maximal relative error (Remez), on the range that remains once powers of two are taken out.
"""

from __future__ import annotations

from collections.abc import Sequence

from dualtrack.targets.native.builder import INFINITY, NAN, Builder

LOG2_E = 1.4426950408889634
LN2 = 0.6931471805599453
LN2_REST = 2.3190468138462996e-17
LN2_ROUND = 0.6931471803691238
LN2_ROUND_REST = 1.9082149292705877e-10
SHIFT = 6755399441055744.0
"""1.5 * 2**52: added to a small number it leaves the nearest integer in the lowest bits."""
OUTSIDE = 800.0
"""exp overflows above 709.8 and vanishes below -745.2."""
ROOT_TWO = 1.4142135623730951
LEAST_NORMAL = 2.2250738585072014e-308
HALF_ROOT_BITS = 0x3FE6A09E667F3BCD
ONE_BITS = 0x3FF0000000000000
FRACTION_BITS = 0x000FFFFFFFFFFFFF
TWO_52_BITS = 0x4330000000000000
TWO_54 = 18014398509481984.0
BIAS = 4503599627370496.0 + 1023.0

# (exp(r) - 1 - r) / r**2 for |r| <= log(2) / 2, to 8e-18 of exp(r).
EXP = (
    0.500000000000001,
    0.16666666666666674,
    0.04166666666652199,
    0.008333333333322207,
    0.0013888888947820891,
    0.00019841269886591,
    2.4801487326012343e-05,
    2.755724233668041e-06,
    2.7632655759330083e-07,
    2.511004989583968e-08,
)
# (atanh(s) / s - 1) / s**2 in s**2, for |s| <= (sqrt(2) - 1) / (sqrt(2) + 1), to 3e-18 of atanh(s).
ATANH = (
    0.3333333333333355,
    0.19999999999759324,
    0.1428571436480368,
    0.11111099526461485,
    0.09091786856611475,
    0.07656552374507268,
    0.0740557470747701,
)


def exp(b: Builder, x: str) -> str:
    """e to the x, infinite on overflow."""
    inside = b.greatest(b.same(-OUTSIDE), b.least(b.same(OUTSIDE), x))
    shifted, rest = _reduce(b, inside)
    return _scale(b, b.add(_exp_less_one(b, rest), b.same(1.0)), shifted)


def log(b: Builder, x: str) -> str:
    """The natural logarithm; minus infinity at 0, NaN below."""
    exponent, fraction = _split(b, x)
    half_square = b.multiply(b.multiply(fraction, fraction), b.same(0.5))
    s = b.divide(fraction, b.add(fraction, b.same(2.0)))
    square = b.multiply(s, s)
    series = b.multiply(b.add(square, square), _polynomial(b, ATANH, square))
    small = b.fma(exponent, b.same(LN2_ROUND_REST), b.multiply(s, b.add(half_square, series)))
    rest = b.subtract(fraction, b.subtract(half_square, small))
    result = b.fma(exponent, b.same(LN2_ROUND), rest)
    return b.select(b.compare("olt", x, b.same(0.0)), b.same(NAN), result)


def tanh(b: Builder, x: str) -> str:
    """The hyperbolic tangent, exact to the last digits near 0 too."""
    far = b.same(22.0)
    twice = b.multiply(b.least(far, b.call("fabs", x)), b.same(-2.0))
    shifted, rest = _reduce(b, twice)
    power_of_two = b.as_real(_exponent(b, b.as_integer(shifted)))
    less_one = b.fma(power_of_two, _exp_less_one(b, rest), b.subtract(power_of_two, b.same(1.0)))
    size = b.divide(b.negate(less_one), b.add(less_one, b.same(2.0)))
    return b.call("copysign", size, x)


def power(b: Builder, x: str, y: str, parity: str, *, finite: bool) -> str:
    """x to the y as C has it, but for the sign of a zero; `parity` is that of y, `finite` promises a finite y."""
    high, low = _exact_log(b, x)
    product = b.multiply(y, high)
    inside = b.greatest(b.same(-OUTSIDE), b.least(b.same(OUTSIDE), product))
    smaller = b.fma(y, low, b.fma(y, high, b.negate(product)))
    smaller = b.select(b.compare("oeq", inside, product), smaller, b.same(0.0))
    exponent = b.add(inside, smaller)
    rounding = b.subtract(smaller, b.subtract(exponent, inside))
    k, rest = _reduce(b, exponent)
    result = _scale(b, b.add(_exp_less_one(b, b.add(rest, rounding)), b.same(1.0)), k)
    if not finite:
        result = b.select(b.compare("oeq", b.call("fabs", x), b.same(1.0)), b.same(1.0), result)
    result = b.select(b.compare("olt", x, b.same(0.0)), b.multiply(result, parity), result)
    return b.select(b.compare("oeq", y, b.same(0.0)), b.same(1.0), result)


def parity(b: Builder, y: str) -> str:
    """What y makes of the sign of a negative base: -1 if odd, 1 if even, NaN if no integer."""
    half = b.multiply(y, b.same(0.5))
    even = b.compare("oeq", b.call("floor", half), half)
    whole = b.compare("oeq", b.call("floor", y), y)
    return b.select(whole, b.select(even, b.same(1.0), b.same(-1.0)), b.same(NAN))


def corrected_quotient(b: Builder, plain: str, over: str, under: str, inverse: str) -> str:
    """over / under, rounded as a division rounds it, from over * inverse and one correction (Markstein 1990)."""
    return b.fma(b.fma(b.negate(plain), under, over), inverse, plain)


def _reduce(b: Builder, x: str) -> tuple[str, str]:
    """x = k log 2 + rest: k plus `SHIFT`, and the rest."""
    shifted = b.fma(x, b.same(LOG2_E), b.same(SHIFT))
    k = b.subtract(shifted, b.same(SHIFT))
    rest = b.fma(k, b.same(-LN2), x)
    return shifted, b.fma(k, b.same(-LN2_REST), rest)


def _exp_less_one(b: Builder, r: str) -> str:
    return b.fma(b.multiply(r, r), _polynomial(b, EXP, r), r)


def _scale(b: Builder, x: str, shifted: str) -> str:
    """x times 2**k; in two halves, since 2**k alone may overflow or vanish where the product does not."""
    if b.wide:
        return b.times_power(x, b.subtract(shifted, b.same(SHIFT)))
    k = b.as_integer(shifted)
    half = b.integer("lshr", k, b.bits(1))
    first = b.multiply(x, b.as_real(_exponent(b, half)))
    return b.multiply(first, b.as_real(_exponent(b, b.integer("sub", k, half))))


def _exponent(b: Builder, k: str) -> str:
    """The bits of 2**k, for k in the lowest bits."""
    return b.integer("add", b.integer("shl", k, b.bits(52)), b.bits(ONE_BITS))


def _split(b: Builder, x: str) -> tuple[str, str]:
    """|x| = 2**e (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2): e and f; e is infinite at 0 and infinity, and passes on NaN."""
    return _split_wide(b, x) if b.wide else _split_bits(b, b.call("fabs", x))


def _split_wide(b: Builder, x: str) -> tuple[str, str]:
    """By the instructions that AVX-512 has for it."""
    fraction, exponent = b.fraction(x), b.exponent(x)
    upper = b.compare("oge", fraction, b.same(ROOT_TWO))
    fraction = b.select(upper, b.multiply(fraction, b.same(0.5)), fraction)
    exponent = b.select(upper, b.add(exponent, b.same(1.0)), exponent)
    return exponent, b.subtract(fraction, b.same(1.0))


def _split_bits(b: Builder, size: str) -> tuple[str, str]:
    """By shifting bits about, on any machine."""
    tiny = b.compare("olt", size, b.same(LEAST_NORMAL))
    normal = b.select(tiny, b.multiply(size, b.same(TWO_54)), size)
    raised = b.integer("add", b.as_integer(normal), b.bits(ONE_BITS - HALF_ROOT_BITS))
    biased = b.integer("or", b.integer("lshr", raised, b.bits(52)), b.bits(TWO_52_BITS))
    exponent = b.subtract(b.as_real(biased), b.select(tiny, b.same(BIAS + 54.0), b.same(BIAS)))
    exponent = b.select(b.compare("oeq", size, b.same(0.0)), b.same(-INFINITY), exponent)
    exponent = b.select(b.compare("ueq", size, b.same(INFINITY)), size, exponent)
    fraction = b.integer("add", b.integer("and", raised, b.bits(FRACTION_BITS)), b.bits(HALF_ROOT_BITS))
    return exponent, b.subtract(b.as_real(fraction), b.same(1.0))


def _exact_log(b: Builder, x: str) -> tuple[str, str]:
    """The logarithm of |x| as a sum of two numbers, good to about 60 bits; the larger is infinite at 0 and infinity."""
    exponent, fraction = _split(b, x)
    inverse = b.divide(b.same(1.0), b.add(fraction, b.same(2.0)))
    s = b.multiply(fraction, inverse)
    remainder = b.fma(b.negate(s), fraction, b.fma(s, b.same(-2.0), fraction))
    s_squared = b.multiply(s, s)
    series = b.multiply(b.multiply(s, s_squared), _polynomial(b, ATANH, s_squared))
    small = b.fma(remainder, inverse, series)
    twice = b.add(s, s)
    large = b.multiply(exponent, b.same(LN2_ROUND))
    high = b.add(large, twice)
    lost = b.subtract(twice, b.subtract(high, large))
    low = b.fma(exponent, b.same(LN2_ROUND_REST), b.fma(small, b.same(2.0), lost))
    return high, low


def _polynomial(b: Builder, coefficients: Sequence[float], x: str) -> str:
    value = b.same(coefficients[-1])
    for coefficient in reversed(coefficients[:-1]):
        value = b.fma(value, x, b.same(coefficient))
    return value
