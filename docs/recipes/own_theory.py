"""A theory of your own, from equations to a verdict: five quantities, two policies, one claim, one loop."""

import dualtrack as dt

TOY = {"source": dt.Assumed("a toy", "a survey of ponds"), "doc": "A number of the toy."}
class pond:
    """Fish in a pond, as a share of what it can hold."""
    start = dt.uncertainty(0.5, "1", low=0.2, high=0.9, label=("Fish at first", "初始鱼量"), **TOY)
    regrowth = dt.uncertainty(0.4, "1/year", low=0.2, high=0.6, label=("Regrowth", "再生率"), **TOY)
    effort = dt.lever(0.1, "1/year", low=0.0, high=0.5, label=("Effort", "捕捞强度"), **TOY)
    @dt.stock("1", initial=start, label=("Fish", "鱼量"))
    def fish(fish, regrowth, catch):
        """Fish grow while the pond has room."""
        return regrowth * fish * (1 - fish) - catch
    @dt.outcome("1/year", direction="higher", label=("Catch", "捕捞量"))
    def catch(fish, effort):
        """Fish taken each year."""
        return effort * fish
calm, hard = (dt.Regime(name, {"effort": dt.Path(((2020, effort),))}) for name, effort in (("calm", 0.1), ("hard", 0.3)))
less = dt.Gap(dt.Point(dt.Arm("hard"), "catch", 2040), dt.Point(dt.Arm("calm"), "catch", 2040))
claim = dt.Claim("F1", "claim", ("Fishing hard ends in a smaller catch.", "过度捕捞最终使捕捞量更小。"), ("fish",))
test = dt.ClaimTest("F1", ("Is the catch of 2040 smaller?", "2040年的捕捞量更小吗？"), dt.Is(less, "below", 0), less)
crowding = dt.Loop("B1", ("Crowding", "拥挤"), "mixed", ("fish", "catch"), cut=("catch", "fish"))
lab = dt.laboratory(dt.Theory("pond", ("A pond", "鱼塘"), (pond,), dt.Clock(2020, 2040, 1 / 4, 1), ("catch",), (calm, hard),
    references=("calm",), claims=(claim,), tests=(test,), evidence={"F1": dt.Sides((), ())}, loops=(crowding,)))
print(lab.judge("F1"), lab.loops("hard"), lab.explain("catch"), sep="\n\n")
