"""The loops inside a layer and at the frontier, through few quantities each, and what acquisitions take from applications."""

from dualtrack.language.statements.named_loop import Loop
from dualtrack.theory.dual_track.loops.loop_pieces import ADOPTED

LAYERS = (
    Loop(
        "R5d",
        ("Who knows more takes in more of what diffuses", "基础越厚，吸收的外来知识越多"),
        "reinforcing",
        ("diffusion", "readiness"),
        ("readiness", "diffusion"),
        ("H2",),
    ),
    Loop(
        "R5l",
        ("Who can do more learns more from use", "能力越强，从使用中学得越多"),
        "reinforcing",
        ("learning_from_use", "readiness"),
        ("readiness", "learning_from_use"),
        ("H1b",),
    ),
    Loop(
        "R13",
        ("The frontier builds on the frontier", "前沿在前沿之上推进"),
        "reinforcing",
        ("frontier_advance", "frontier_performance"),
        ("frontier_performance", "frontier_advance"),
    ),
    Loop(
        "B20",
        ("The farther the frontier, the more research each step takes", "前沿越远，每一步所需研发越多"),
        "balancing",
        ("frontier_performance", "required_research", "effect_of_research_on_frontier", "frontier_advance"),
        ("frontier_performance", "required_research"),
    ),
    Loop(
        "B21",
        ("The nearer a layer is to what it can reach, the less each step gains", "越接近可及的上限，每一步所得越少"),
        "balancing",
        ("headroom", "progress", "readiness"),
        ("readiness", "headroom"),
    ),
    Loop(
        "B22",
        ("Ability beyond use withers, until use matches it", "超出所用的能力荒废，直到与所用相当"),
        "balancing",
        ("withering", "readiness"),
        ("withering", "readiness"),
    ),
    Loop(
        "B23",
        (
            "Acquired firms take their engineers along, and the success that showed the way slows",
            "被收购者带走人才，拖慢引来收购的成功",
        ),
        "balancing",
        (
            "template",
            "talent_captured",
            "talent",
            "application_people",
            "application_people_ratio",
            "application_people_share_ratio",
            *ADOPTED,
            "visible_success",
        ),
        ("template", "talent_captured"),
        ("U3",),
    ),
)
"""Layers first, then the frontier and the firms that leave."""
