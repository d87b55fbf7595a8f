/** Means of numbers, and how far off they may be. */

/** The mean of some numbers, and its standard error. */
export function meanOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length - 1, 1);
  return { mean, error: Math.sqrt(square / values.length) };
}

/** The mean of some numbers with so many standard errors to either side. */
export function meanWithin(values, errors) {
  const { mean, error } = meanOf(values);
  return { mean, low: mean - errors * error, high: mean + errors * error };
}
