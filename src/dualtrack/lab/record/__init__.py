"""The record held beside runs: figures, facts, and the worlds that history leaves."""
