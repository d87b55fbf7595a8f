"""What a theory says besides equations, as data: facts, claims with tests, checks, loops, targets."""
