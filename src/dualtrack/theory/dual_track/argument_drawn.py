"""The essay's argument as a map: two tracks as bands, their things as boxes, each claim that states an effect as an arrow."""

from dualtrack.language.statements.argument_map import ArgumentMap, MapArrow, MapBand, MapBox

BANDS = (
    MapBand("upper", ("Upper track", "上轨"), ("the American story", "美国叙事"), 240, 8, 764, 244),
    MapBand("lower", ("Lower track", "下轨"), ("controllable dependence", "可控依赖"), 240, 418, 764, 288),
)

BOXES = (
    MapBox("aims", ("Washington's aims:|lead, value, no backlash", "华盛顿的目标：|领先、估值、无反弹"), 20, 88, 160, 56, "us"),
    MapBox(
        "offer",
        ("LIMITED OPENING|good-enough chips,|fabs free to upgrade", "有限放开|够用的芯片、|在华工厂可升级"),
        20,
        306,
        160,
        92,
        "us",
    ),
    MapBox("applications", ("Chinese AI|apps succeed", "中国AI应用|成功"), 252, 112, 132, 56, "china"),
    MapBox("belief", ("US chips are|AI's ceiling", "“美芯即|AI上限”"), 500, 60, 142, 46, "us"),
    MapBox("story", ("US AI story|and value", "美国AI叙事|与估值"), 700, 112, 134, 56, "us"),
    MapBox("research", ("US research,|next chips", "美国研发与|下一代芯片"), 888, 112, 108, 56, "us"),
    MapBox("dependence", ("Dependence on|US supply", "对美国供给|的依赖"), 252, 526, 132, 76, "china"),
    MapBox("resources", ("Where people|and money go", "人才与资金|的去向"), 500, 526, 132, 76, "china"),
    MapBox("stack", ("Home stack|in real use", "国产技术栈|真实使用"), 700, 526, 126, 76, "china"),
    MapBox("own", ("CHINA'S OWN|CAPABILITY", "中国|自主能力"), 872, 526, 124, 76, "china"),
    MapBox("beijing", ("Beijing answers", "中方的应对"), 20, 566, 152, 50, "china"),
    MapBox("control", ("Hidden control", "隐形控制"), 20, 734, 152, 50, "us"),
    MapBox("way_out", ("WAY OUT: redefine, refocus", "破局：重新定义、聚焦"), 560, 746, 240, 46, "china"),
)

OFFER = (
    MapArrow("P5", ("floor", "底线"), (((38, 144), (38, 306)),), (38, 196), "b"),
    MapArrow("C5", ("design", "有意为之"), (((84, 144), (84, 306)),), (84, 240), "b"),
    MapArrow("H5", ("lobbying", "游说"), (((130, 144), (130, 306)),), (130, 196), "b"),
    MapArrow("C4", ("no cost", "无代价"), (((168, 306), (168, 144)),), (168, 256), "b"),
    MapArrow(
        "P4",
        ("act together", "协同"),
        (((180, 340), (296, 340), (296, 168)), ((180, 340), (296, 340), (296, 526))),
        (244, 340),
        "b",
    ),
    MapArrow("A1", ("counts by root", "以技术根计"), (((344, 526), (344, 168)),), (344, 386), "r"),
    MapArrow("L7", ("dependence", "依赖"), (((180, 384), (216, 384), (216, 554), (252, 554)),), (216, 408), "r"),
)

UPPER = (
    MapArrow("U4", ("open work flows out", "开源成果外流"), (((296, 112), (296, 28), (944, 28), (944, 112)),), (440, 28), "r"),
    MapArrow(
        "U5",
        ("endorses", "背书"),
        (((350, 112), (350, 83), (500, 83)), ((642, 83), (728, 83), (728, 112))),
        (420, 83),
        "t",
    ),
    MapArrow("U2", ("validates", "验证"), (((384, 130), (700, 130)),), (440, 130), "r"),
    MapArrow(
        "A3", ("dividend returns", "红利回流"), (((384, 152), (412, 152), (412, 180), (712, 180), (712, 168)),), (440, 180), "r"
    ),
    MapArrow(
        "H7",
        ("cheap success deflates", "低成本成果使其降温"),
        (((364, 168), (364, 210), (734, 210), (734, 168)),),
        (440, 210),
        "r",
    ),
    MapArrow(
        "T1",
        ("holds up the bubble", "支撑泡沫"),
        (((180, 310), (192, 310), (192, 240), (756, 240), (756, 168)),),
        (440, 240),
        "r",
    ),
    MapArrow("U1", ("tires", "疲劳"), (((790, 112), (790, 62), (820, 62), (820, 112)),), (806, 62), "t"),
    MapArrow(
        "H3", ("weighs little", "分量很小"), (((180, 322), (204, 322), (204, 272), (778, 272), (778, 168)),), (440, 272), "r"
    ),
)

COUPLING = (
    MapArrow("C1", ("gap widens", "代差扩大"), (((834, 140), (888, 140)), ((950, 168), (950, 526))), (950, 330), "l"),
    MapArrow(
        "U3", ("acquisition as a template", "被收购成样板"), (((376, 168), (376, 304), (530, 304), (530, 526)),), (440, 304), "r"
    ),
    MapArrow("C3", ("tracks feed each other", "两轨互相强化"), (((612, 252), (612, 418)),), (612, 344), "r", both=True),
    MapArrow(
        "A2", ("home success: no lift", "国产成功不托举"), (((760, 526), (760, 330), (804, 330), (804, 168)),), (760, 392), "r"
    ),
)

LOWER = (
    MapArrow("H9", ("denied inputs slow", "断供拖慢"), (((60, 398), (60, 436), (926, 436), (926, 526)),), (640, 436), "r"),
    MapArrow("H2", ("access teaches", "开放带来学习"), (((88, 398), (88, 460), (900, 460), (900, 526)),), (680, 460), "r"),
    MapArrow("H1b", ("closing protects", "限制即保护"), (((116, 398), (116, 484), (720, 484), (720, 526)),), (444, 484), "r"),
    MapArrow("H1", ("closing galvanises", "限制激发自主"), (((144, 398), (144, 508), (562, 508), (562, 526)),), (398, 508), "r"),
    MapArrow("L2", ("talent", "人才"), (((384, 540), (500, 540)),), (400, 540), "r"),
    MapArrow("L3", ("money", "资金"), (((384, 564), (500, 564)),), (430, 564), "r"),
    MapArrow("L4", ("routes", "路线"), (((384, 588), (500, 588)),), (400, 588), "r"),
    MapArrow("L5", ("scattering delays", "分散致延缓"), (((612, 602), (612, 634), (912, 634), (912, 602)),), (770, 634), "r"),
    MapArrow(
        "C2",
        ("weak stack, more dependence", "技术栈弱则依赖更深"),
        (((738, 602), (738, 662), (300, 662), (300, 602)),),
        (350, 662),
        "r",
    ),
    MapArrow(
        "L6",
        ("good enough delays most", "够用最能延缓"),
        (((20, 370), (8, 370), (8, 690), (966, 690), (966, 602)),),
        (270, 690),
        "r",
    ),
)

ANSWERS = (
    MapArrow("H8", ("retaliates", "反制"), (((40, 566), (40, 398)),), (40, 536), "r"),
    MapArrow("H6", ("refuses", "拒购"), (((172, 580), (252, 580)),), (208, 580), "b"),
    MapArrow("H4", ("leakage blunts", "泄漏削弱"), (((96, 616), (96, 734)),), (96, 718), "r"),
    MapArrow(
        "L1",
        ("a stop from outside", "远程停用"),
        (((172, 770), (210, 770), (210, 814), (984, 814), (984, 602)),),
        (330, 814),
        "r",
    ),
    MapArrow("H10", ("talk of control backfires", "控制之议适得其反"), (((172, 748), (524, 748), (524, 602)),), (330, 748), "r"),
    MapArrow("E1", ("redefine", "重新定义"), (((578, 746), (578, 602)),), (578, 722), "r"),
    MapArrow("E2", ("refocus", "聚焦"), (((720, 746), (720, 602)),), (720, 722), "r"),
    MapArrow("E3", ("full chain", "全链条"), (((800, 769), (938, 769), (938, 602)),), (868, 769), "b"),
)

ARGUMENT_MAP = ArgumentMap(1004, 830, BANDS, BOXES, (*OFFER, *UPPER, *COUPLING, *LOWER, *ANSWERS))
