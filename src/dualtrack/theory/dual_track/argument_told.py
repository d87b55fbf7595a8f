"""How the essay's argument is told: its question in short, its headline sentences, its claims in order, and a tour of them."""

from dualtrack.language.statements.argument import ArgumentGroup, KeyFinding, TourStep

ASKED = ("Does selling China good-enough chips slow its own technology?", "卖给中国“够用”的芯片，会拖慢它自己的技术吗？")

# The first whole year past half of the way from the parting in 2026.9 to 2040: effects had time, and the end does not rule.
READ_AT = 2034

FINDINGS = (
    KeyFinding("L5", ("Lower track: does scattering delay the roots?", "下轨：资源分散是否延缓技术根？")),
    KeyFinding("T1", ("Upper track: does the opening hold up an American AI bubble?", "上轨：放开是否支撑美国AI泡沫？")),
    KeyFinding("E1", ("The way out: does redefining success speed the roots?", "破局：重新定义成功能否加快技术根？")),
)
"""The essay's headline sentences: scattered resources are “the essence of delay”, its title, and the heading of its way out."""

ARGUMENT = (
    ArgumentGroup("offer", ("The offer", "供给方案"), ("P1", "P2", "P3", "P4", "P5", "C5", "C4")),
    ArgumentGroup(
        "upper",
        ("Upper track: the American story", "上轨：美国叙事"),
        ("T1", "U1", "U2", "U3", "U4", "U5", "A1", "A3", "A2"),
    ),
    ArgumentGroup(
        "lower",
        ("Lower track: controllable dependence", "下轨：可控依赖"),
        ("L7", "L2", "L3", "L4", "L5", "L6", "L1"),
    ),
    ArgumentGroup("coupling", ("Coupling", "两轨耦合"), ("C1", "C2", "C3")),
    ArgumentGroup("way_out", ("The way out", "破局"), ("E1", "E2", "E3")),
    ArgumentGroup(
        "rivals",
        ("Rivals: what critics answer", "反方的主张：批评者的回应"),
        ("H1", "H1b", "H2", "H9", "H3", "H7", "H4", "H6", "H8", "H10", "H5"),
    ),
)

TOUR = (
    TourStep(
        ("The offer.", "供给方案。"),
        (
            "Washington licenses good-enough chips, lets memory and logic fabs on the mainland upgrade, and keeps a hand on "
            "what it supplies. The essay reads this as one design; its critics read it as lobbying.",
            "华盛顿许可出售够用的芯片，允许在华存储厂与逻辑代工厂升级，并对所供之物保留控制。文章认为这是一个整体设计；批评者认为这是游说的结果。",
        ),
        ("P4", "P5", "C5", "C4", "A1", "H5"),
    ),
    TourStep(
        ("The upper track.", "上轨。"),
        (
            "Success in China, built on American chips, is said to prove that AI needs them, and so to hold up the American "
            "story and what it is worth. Critics answer that China weighs little in that value, or that cheap success lowers it.",
            "文章认为，中国基于美国芯片的成功证明AI离不开美国芯片，从而支撑美国的叙事与估值。批评者则认为，中国在其估值中分量很小，或者低成本的成果反而使叙事降温。",
        ),
        ("T1", "U1", "U2", "U5", "A3", "U4", "H3", "H7"),
    ),
    TourStep(
        ("The lower track.", "下轨。"),
        (
            "Where chips can be had, people, money and routes are said to turn from the roots to applications, and that "
            "scattering to be the delay. Dependence grows meanwhile, and what is supplied can be stopped.",
            "文章认为，一旦有芯片可用，人才、资金与技术路线便从技术根转向应用，这种分散本身就是延缓；与此同时依赖加深，而供给随时可能被停。",
        ),
        ("L7", "L2", "L3", "L4", "L5", "L6", "L1"),
    ),
    TourStep(
        ("The coupling.", "两轨耦合。"),
        (
            "Each track is said to feed itself and the other: success widens the gap, the gap makes for more dependence, and "
            "dependence for more success on American chips.",
            "文章认为，两轨各自循环强化，又彼此强化：成功扩大代差，代差加深依赖，依赖又带来更多建立在美国芯片上的成功。",
        ),
        ("C1", "C2", "C3", "U3", "A2"),
    ),
    TourStep(
        ("The way out, and the rivals.", "破局与反方的主张。"),
        (
            "The essay's answer is to redefine success and to focus on the roots. Its critics name other forces: closing "
            "galvanises and protects, access teaches, and denied inputs slow everything.",
            "文章的对策是重新定义成功，并聚焦技术根。批评者则指出另外几种力量：限制会激发自主、保护本土市场，开放会带来学习，断供会拖慢一切。",
        ),
        ("E1", "E2", "E3", "H1", "H1b", "H2", "H9"),
    ),
    TourStep(
        ("Your turn.", "轮到您。"),
        (
            "Move one lever of either government, and read by how much the answer moves, how sure that is, and why.",
            "移动任一政府的一个杠杆，看答案变动多少、把握多大、原因何在。",
        ),
    ),
)
