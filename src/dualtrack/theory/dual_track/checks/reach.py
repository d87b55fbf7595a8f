"""Signs on the day of what bounds a layer and what it loses: missing inputs, lithography's stages, several stacks, disuse."""

from dualtrack.language.statements.reality_check import Fixed, Response, Sweep

STEPS = (0.0, 0.5, 1.0)
LEVELS = (0.05, 0.2, 0.5, 0.8, 1.0)

REACH = (
    Response(
        ("Multi-patterning never makes the chain alone less able.", "多重曝光不会降低自主能力。"),
        Sweep("multipatterning", (0.05, 0.2, 0.35)),
        "higher",
        ("serving_lithography", "independent_capability", "-1 * tools_missing"),
    ),
    Response(
        (
            "Domestic work on fewer stacks never teaches less, and never makes domestic chips less wished for.",
            "国产负载集中于更少的技术栈，学习不会更少，国产意愿不会更低。",
        ),
        Sweep("stack_concentration", (0.2, 0.35, 0.7)),
        "higher",
        ("teaching_service", "learning_from_use", "wished_domestic_share"),
    ),
    Response(
        ("Home makers who serve more of their market never wither faster.", "国产厂商服务更多本土市场，荒废不会更快。"),
        Sweep("home_market_share", LEVELS),
        "lower",
        ("withering",),
    ),
    Response(
        ("Resolve never slows designing round a denial, and what is designed round denies no more.", "紧迫感不会拖慢绕开断供。"),
        Sweep("designed_round", STEPS),
        "higher",
        ("input_access", "reach", "progress"),
    ),
    Response(
        ("A next lithography that is further on never bounds lithography more.", "新一代光刻越成熟，对光刻的约束不会越紧。"),
        Sweep("euv_volume", STEPS),
        "higher",
        ("reach", "headroom", "progress.lithography"),
    ),
    Response(
        (
            "A better prototype never slows the tool that is made from it.",
            "样机更成熟不会拖慢由其而来的整机。",
        ),
        Sweep("euv_prototype", STEPS),
        "higher",
        ("rate(euv_tool)",),
    ),
    Response(
        (
            "Readier materials and core IP never leave more inputs denied after a cut-off.",
            "断供后，材料与核心IP更就绪，投入受阻不会更多。",
        ),
        Sweep("readiness", LEVELS),
        "lower",
        ("materials_missing", "core_ip_missing", "denied_inputs"),
        given=(Fixed("cut_off", 1.0),),
    ),
)
