"""A policy of your own: one lever set on top of another regime, held against it world by world, and the difference explained."""

import dualtrack as dt

lab = dt.laboratory()
mine = lab.policy("near_embargo", {"memory_access": 0.5}, since=2028.0, name="memory_back")
worlds = lab.worlds(100)
both = lab.ensemble("near_embargo", mine, worlds=worlds)
print(lab.compare(both))
print(lab.explain_change("near_embargo", mine, year=2035))
print(lab.run(mine, until=2035)["independent_capability"][-1])
