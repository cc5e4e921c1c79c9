"""Languages as catalogues write them become tags: "eng" and "English" are "en"."""

from __future__ import annotations

import re
from typing import Final

_TAGS: Final = {
    tag: names.split()
    for tag, names in {
        "af": "afr afrikaans", "ar": "ara arabic", "bg": "bul bulgarian", "bs": "bos bosnian",
        "ca": "cat catalan", "cs": "cze ces czech", "da": "dan danish", "de": "ger deu german",
        "el": "gre ell greek", "en": "eng english", "es": "spa spanish", "et": "est estonian",
        "fa": "per fas persian", "fi": "fin finnish", "fr": "fre fra french", "he": "heb hebrew",
        "hr": "hrv scr croatian", "hu": "hun hungarian", "id": "ind indonesian", "is": "ice isl icelandic",
        "it": "ita italian", "ja": "jpn japanese", "ko": "kor korean", "lt": "lit lithuanian",
        "lv": "lav latvian", "nl": "dut nld dutch", "no": "nor norwegian", "pl": "pol polish",
        "pt": "por portuguese", "ro": "rum ron romanian", "ru": "rus russian", "sk": "slo slk slovak",
        "sl": "slv slovenian slovene", "sr": "srp scc serbian", "sv": "swe swedish", "tr": "tur turkish",
        "uk": "ukr ukrainian", "vi": "vie vietnamese", "zh": "chi zho chinese",
    }.items()
}  # fmt: skip
"""ISO 639-2, both its bibliographic and its terminological codes, and English names."""

_NAMED: Final = {name: tag for tag, names in _TAGS.items() for name in names}
_TAG: Final = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def language_tag(stated: str) -> str:
    """BCP 47 for a code, a tag or an English name; "" for what is none."""
    if known := _NAMED.get(stated.strip().lower()):
        return known
    return stated.strip().replace("_", "-") if _TAG.fullmatch(stated.strip()) else ""
