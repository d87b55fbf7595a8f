"""The questions about figures to come, by who will tell them, and where the answers are frozen.

Five figures of one vendor's quarter to October 2026 were public before the freeze and are not in the record; nobody looked them
up. They are blind and not prospective, and are counted apart.
"""

from pathlib import Path as File

from dualtrack.language.statements.forecast_question import ForecastQuestion, Foretold, Teller

SEAL = "eaa2091e2a5afd0a89fcb9cea9cb7df6d3f5501e185936ba786b860f5a4c3f14"
"""The hash over all of the frozen file."""

_RELEASE = Teller("Nvidia (results)", "https://nvidianews.nvidia.com/", 40)
_FILING = Teller("Nvidia (Form 10-Q or 10-K)", "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=1045810", 60)
_EXCHANGE = Teller("StockAnalysis", "https://stockanalysis.com/stocks/nvda/market-cap/", 1)
_CLOUD = Teller("Platformonomics (sum of filings)", "https://platformonomics.com/", 60)
_IDC = Teller("IDC", "https://www.idc.com/", 120)
_IDC_INSPUR = Teller("IDC and Inspur", "https://www.idc.com/", 60)
_TRENDFORCE = Teller("TrendForce", "https://www.trendforce.com/presscenter/news", 200)
_BERNSTEIN = Teller("Bernstein", "https://www.bernsteinresearch.com/", 345)
_MORGAN = Teller("Morgan Stanley", "https://www.morganstanley.com/", 300)
_EPOCH = Teller("Epoch AI", "https://epoch.ai/data", 120)
_MINISTRY = Teller("Ministry of Industry and Information Technology", "https://www.miit.gov.cn/", 90)
_TALENT = Teller("China chip talent white paper", "https://www.csia.net.cn/", 540)
_TOOLS = Teller("South China Morning Post", "https://www.scmp.com/tech", 30)
_LISTED = Teller("listed tool makers (half-year reports)", "https://www.sse.com.cn/", 90)
_DESIGN = Teller("CCID", "https://www.ccidgroup.com/", 345)

_YEAR_2026 = ("2026-01-01", "2026-12-31")
_YEAR_2027 = ("2027-01-01", "2027-12-31")
_HALF_2027 = ("2027-01-01", "2027-06-30")
_END_2026 = ("2026-12-01", "2026-12-31")
_MIDDLE_2027 = ("2027-06-01", "2027-06-30")
_END_2027 = ("2027-12-01", "2027-12-31")
_LAST_QUARTER_2026 = ("2026-10-01", "2026-12-31")
_LAST_QUARTER_2027 = ("2027-10-01", "2027-12-31")
_FISCAL_2027 = ("2026-01-26", "2027-01-31")
_FISCAL_2028 = ("2027-02-01", "2028-01-30")
_AUTUMN_2026 = ("2026-07-27", "2026-10-25")
_WINTER_2026 = ("2026-10-26", "2027-01-31")
_SPRING_2027 = ("2027-02-01", "2027-05-02")
_SUMMER_2027 = ("2027-05-03", "2027-08-01")

_VENDOR = (
    ForecastQuestion("nvidia_revenue", *_FISCAL_2027, _RELEASE, 400.0),
    ForecastQuestion("nvidia_revenue", *_FISCAL_2028, _RELEASE, 500.0),
    ForecastQuestion("nvidia_revenue_quarter", *_WINTER_2026, _RELEASE, 120.0),
    ForecastQuestion("nvidia_revenue_quarter", *_SPRING_2027, _RELEASE),
    ForecastQuestion("nvidia_data_centre_revenue", *_FISCAL_2027, _RELEASE),
    ForecastQuestion("nvidia_data_centre_revenue", *_FISCAL_2028, _RELEASE),
    ForecastQuestion("nvidia_data_centre_revenue_quarter", *_WINTER_2026, _RELEASE),
    ForecastQuestion("nvidia_data_centre_revenue_quarter", *_SPRING_2027, _RELEASE, 110.0),
    ForecastQuestion("nvidia_china_revenue_headquarters", *_FISCAL_2027, _FILING, 20.0),
    ForecastQuestion("nvidia_china_revenue_headquarters", *_FISCAL_2028, _FILING, 20.0),
    ForecastQuestion("nvidia_china_revenue_headquarters_quarter", *_SPRING_2027, _FILING, 5.0),
    ForecastQuestion("nvidia_china_revenue_headquarters_quarter", *_SUMMER_2027, _FILING),
    ForecastQuestion("nvidia_china_revenue_share_headquarters_quarter", *_SPRING_2027, _FILING, 0.05),
    ForecastQuestion("nvidia_china_revenue_share_headquarters_quarter", *_SUMMER_2027, _FILING),
    ForecastQuestion("nvidia_market_value", "2026-12-31", "2026-12-31", _EXCHANGE, 5000.0),
    ForecastQuestion("nvidia_market_value", "2027-06-30", "2027-06-30", _EXCHANGE, 5000.0),
    ForecastQuestion("nvidia_market_value", "2027-12-31", "2027-12-31", _EXCHANGE, 5000.0),
    ForecastQuestion("nvidia_research_spending", *_FISCAL_2027, _RELEASE),
    ForecastQuestion("nvidia_research_spending", *_FISCAL_2028, _RELEASE),
    ForecastQuestion("nvidia_research_spending_quarter", *_SPRING_2027, _RELEASE),
    ForecastQuestion("nvidia_research_spending_quarter", *_SUMMER_2027, _RELEASE),
    ForecastQuestion("us_cloud_capex_four", *_YEAR_2026, _CLOUD, 700.0),
    ForecastQuestion("us_cloud_capex_four", *_YEAR_2027, _CLOUD, 1000.0),
)
_CHIPS_IN_CHINA = (
    ForecastQuestion("china_accelerator_shipments", *_YEAR_2026, _IDC),
    ForecastQuestion("china_accelerator_shipments", *_YEAR_2027, _IDC),
    ForecastQuestion("china_accelerator_shipments_half_year", *_HALF_2027, _IDC),
    ForecastQuestion("china_domestic_accelerator_shipments", *_YEAR_2026, _IDC),
    ForecastQuestion("china_domestic_accelerator_shipments", *_YEAR_2027, _IDC),
    ForecastQuestion("china_accelerator_domestic_share", *_YEAR_2026, _IDC, 0.5),
    ForecastQuestion("china_accelerator_domestic_share", *_HALF_2027, _IDC),
    ForecastQuestion("china_accelerator_domestic_share", *_YEAR_2027, _IDC, 0.6),
    ForecastQuestion("nvidia_china_accelerator_shipments", *_YEAR_2026, _IDC, 1e6),
    ForecastQuestion("nvidia_china_accelerator_shipments", *_YEAR_2027, _IDC),
    ForecastQuestion("nvidia_china_accelerator_share", *_YEAR_2026, _IDC, 0.4),
    ForecastQuestion("nvidia_china_accelerator_share", *_YEAR_2027, _IDC),
    ForecastQuestion("china_accelerated_server_market", *_YEAR_2026, _IDC),
    ForecastQuestion("china_accelerated_server_market", *_YEAR_2027, _IDC),
    ForecastQuestion("china_ai_server_imported_chip_share", *_YEAR_2026, _TRENDFORCE),
    ForecastQuestion("china_accelerator_domestic_share_value", *_YEAR_2026, _BERNSTEIN, 0.5),
    ForecastQuestion("china_accelerator_domestic_share_value", *_YEAR_2027, _BERNSTEIN),
    ForecastQuestion("china_accelerator_market", *_YEAR_2026, _BERNSTEIN),
    ForecastQuestion("china_accelerator_market", *_YEAR_2027, _BERNSTEIN),
    ForecastQuestion("china_accelerator_local_supply", *_YEAR_2026, _BERNSTEIN),
)
_COMPUTING = (
    ForecastQuestion("china_ai_compute_ownership_share", *_LAST_QUARTER_2026, _EPOCH, 0.05),
    ForecastQuestion("china_ai_compute_ownership_share", *_LAST_QUARTER_2027, _EPOCH, 0.05),
    ForecastQuestion("china_intelligent_compute_idc", *_YEAR_2026, _IDC_INSPUR),
    ForecastQuestion("china_intelligent_compute_idc", *_YEAR_2027, _IDC_INSPUR),
    ForecastQuestion("china_intelligent_compute_ministry", *_END_2026, _MINISTRY, 2000.0),
    ForecastQuestion("china_intelligent_compute_ministry", *_MIDDLE_2027, _MINISTRY),
    ForecastQuestion("china_intelligent_compute_ministry", *_END_2027, _MINISTRY),
    ForecastQuestion("china_advanced_wafer_capacity_morgan_stanley", *_YEAR_2026, _MORGAN, 42000.0),
    ForecastQuestion("china_advanced_wafer_capacity_morgan_stanley", *_YEAR_2027, _MORGAN),
)
_ROOTS = (
    ForecastQuestion("china_chip_workforce", *_YEAR_2026, _TALENT),
    ForecastQuestion("china_equipment_domestic_share", *_YEAR_2026, _TOOLS, 0.4),
    ForecastQuestion("china_equipment_domestic_share", *_YEAR_2027, _TOOLS),
    ForecastQuestion("china_equipment_domestic_share_narrow", *_HALF_2027, _LISTED),
    ForecastQuestion("china_design_software_domestic_share", *_YEAR_2026, _DESIGN, 0.15),
)
_UNSEEN = (
    ForecastQuestion("nvidia_revenue_quarter", *_AUTUMN_2026, _RELEASE, batch="blind"),
    ForecastQuestion("nvidia_data_centre_revenue_quarter", *_AUTUMN_2026, _RELEASE, batch="blind"),
    ForecastQuestion("nvidia_china_revenue_headquarters_quarter", *_AUTUMN_2026, _FILING, batch="blind"),
    ForecastQuestion("nvidia_china_revenue_share_headquarters_quarter", *_AUTUMN_2026, _FILING, batch="blind"),
    ForecastQuestion("nvidia_research_spending_quarter", *_AUTUMN_2026, _RELEASE, batch="blind"),
)
QUESTIONS = (*_VENDOR, *_CHIPS_IN_CHINA, *_COMPUTING, *_ROOTS, *_UNSEEN)
FORETOLD = Foretold(QUESTIONS, File(__file__).parent / "frozen.json", SEAL)
"""Every question once, with the file and the seal of what was answered."""
