"""The nine tables of the record: which columns each has and how a cell of each is read."""

from dualtrack.evidence.cells import address, day, name, number, one_of, optional, partial_day, text, unit, year
from dualtrack.evidence.complaints import Sheet
from dualtrack.evidence.rows import Dial, DialSetting, Event, Finding, Layer, LayerShare, Observation, Series, Source
from dualtrack.evidence.vocabulary import (
    ACTORS,
    BASES,
    DESIGNS,
    DIRECTIONS,
    GRADES,
    INSTRUMENTS,
    KINDS,
    MEASURES,
    READ,
    SCALES,
    SWING,
)

SOURCES = Sheet(
    "sources.csv",
    Source,
    {
        "key": name,
        "title": text,
        "publisher": text,
        "date": optional(partial_day),
        "url": address,
        "grade": one_of(*GRADES),
        "relay": optional(text),
        "licence_note": text,
    },
)
SERIES = Sheet(
    "series.csv",
    Series,
    {
        "series": name,
        "label_en": text,
        "label_zh": text,
        "unit": unit,
        "measures": one_of(*MEASURES),
        "least": number,
        "most": number,
        "swing": optional(number, absent=SWING),
        "definition": text,
    },
)
OBSERVATIONS = Sheet(
    "observations.csv",
    Observation,
    {
        "series": name,
        "start": day,
        "end": day,
        "value": number,
        "low": optional(number, absent=None),
        "high": optional(number, absent=None),
        "kind": one_of(*KINDS),
        "source": name,
        "published": day,
        "note": optional(text),
    },
)
EVENTS = Sheet(
    "events.csv",
    Event,
    {
        "id": name,
        "date": day,
        "actor": one_of(*ACTORS),
        "instrument": one_of(*INSTRUMENTS),
        "direction": one_of(*DIRECTIONS),
        "title_en": text,
        "title_zh": text,
        "summary": text,
        "source": name,
        "grade": one_of(*GRADES),
        "alarm": number,
    },
)
SETTINGS = Sheet(
    "settings.csv",
    DialSetting,
    {"dial": name, "start": day, "value": number, "event": name, "why": text},
)
CODEBOOK = Sheet(
    "codebook.csv",
    Dial,
    {
        "dial": name,
        "label_en": text,
        "label_zh": text,
        "unit": unit,
        "low": number,
        "high": number,
        "meaning": text,
        "anchors": text,
    },
)
LAYERS = Sheet("layers.csv", Layer, {"layer": name, "label_en": text, "label_zh": text})
LAYER_SHARES = Sheet(
    "layer_shares.csv",
    LayerShare,
    {
        "layer": name,
        "low": number,
        "high": number,
        "year": year,
        "kind": one_of(*KINDS),
        "source": name,
        "note": optional(text),
    },
)
FINDINGS = Sheet(
    "findings.csv",
    Finding,
    {
        "id": name,
        "source": name,
        "design": one_of(*DESIGNS),
        "population": text,
        "done": text,
        "outcome": text,
        "effect": optional(number, absent=None),
        "error": optional(number, absent=None),
        "basis": optional(one_of(*BASES)),
        "scale": one_of(*SCALES),
        "unit": unit,
        "stake": optional(number, absent=None),
        "out_of": optional(number, absent=None),
        "chance": optional(number, absent=None),
        "read": one_of(*READ),
        "note": optional(text),
    },
)
