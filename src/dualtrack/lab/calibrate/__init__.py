"""How likely is each world, given every figure of the record? A likelihood, worlds drawn by it, and whether the draw is sound."""
