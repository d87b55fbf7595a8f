/** Means of numbers, and how far off they may be. */

/** The mean of some numbers, and its standard error, which one number does not tell. */
export function meanOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2) return { mean, error: Infinity };
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

/** The mean of some numbers with so many standard errors to either side. */
export function meanWithin(values, errors) {
  const { mean, error } = meanOf(values);
  return { mean, low: mean - errors * error, high: mean + errors * error };
}
