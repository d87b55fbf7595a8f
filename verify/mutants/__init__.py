"""Small wrong changes of the program, drawn by a seed, each put to the tests that stand nearest to it."""
