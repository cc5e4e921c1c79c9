"""What papers say in their margins, in any journal: names of sections, licences, first-page notices."""

from __future__ import annotations

import re

ABSTRACT = re.compile(
    r"(?:abstract|summary|executive summary|résumé|resumen|resumo|zusammenfassung|riassunto)",
    re.IGNORECASE,
)
RUN_IN_ABSTRACT = re.compile(
    r"(?P<name>abstract|summary|a b s t r a c t)\s*(?:[.:—–-]+\s*|(?=background|objectives?|introduction|purpose|aims?)\b)"
    r"|(?P<capitals>ABSTRACT|SUMMARY|Abstract)\s+(?=[A-Z])",
    re.IGNORECASE,
)
IN_ABSTRACT = re.compile(
    r"(?:background|context|importance|rationale|objectives?|aims?|purpose|hypothes[ie]s|introduction|design|setting|"
    r"participants|patients|subjects|population|interventions?|exposures?|main outcomes?(?: and)?(?: measures?)?|measurements?|"
    r"data (?:sources?|extraction|synthesis)|study selection|(?:materials? and )?methods?(?:(?:/| and )principal findings)?|"
    r"(?:methodology|results)(?:(?:/| and )(?:principal )?findings)?|findings|results?|conclusions?(?:(?:/| and )(?:significance|relevance))?|"
    r"interpretation|significance|implications|limitations|trial registration|registration|funding|discussion|author summary)",
    re.IGNORECASE,
)
INTRODUCTION = re.compile(r"(?:\W*introduction|background)", re.IGNORECASE)
REFERENCES = re.compile(
    r"(?:references?(?: and notes| cited| list)?|reference list|bibliography|literature(?: cited)?|works cited|cited references|"
    r"literatur(?:verzeichnis)?|références|referencias|bibliografía|notes and references|further reading)",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(
    r"(?:acknowledge?ments?|danksagung|remerciements|author contributions?|authors?['’]? contributions?|contributors|"
    r"credit authorship contribution statement|contributions|(?:declaration of )?(?:conflicts? of interests?|competing interests?)(?: statement)?|"
    r"declaration of (?:competing )?interests?|disclosures?|disclosure statement|funding(?: statement| sources?| information)?|financial (?:support|disclosure)|"
    r"role of the funding source|author information|about the authors?|additional information|orcid(?: ids?)?|publisher['’]s note|"
    r"keywords|key words|article info(?:rmation)?|article history|correspondence|rights and permissions|peer review file|"
    r"reporting summary|copyright|license|licence|open access|footnotes|endnotes|notes|abbreviations|cite this article)",
    re.IGNORECASE,
)
APPENDIX = re.compile(
    r"(?:(?:online |technical |web )?append(?:ix|ices)|supplement(?:ary|al|s)?|supporting information|annex|extended data|figure legends?|"
    r"figure captions?|tables?|figures?|methods|online methods|materials and methods)\b",
    re.IGNORECASE,
)
KEYWORDS = re.compile(
    r"(?:key\s?words?(?: and phrases)?|index terms|jel(?: classification)?|mesh terms?|pacs|ccs concepts)\b",
    re.IGNORECASE,
)

NOTICE = re.compile(
    r"(?:to cite this|cite this (?:article|paper)|how to cite|please cite|citation|(?:academic |handling |section )?editors?|edited by|reviewed by|"
    r"received|revised|accepted|published(?: online)?|first published|available online|publication date|date of publication|article history|copyright|"
    r"licen[cs]ed?|data availability(?: statement)?|funding|competing interests|conflicts? of interests?|\W{0,3}correspond(?:ence|ing authors?)(?: (?:to|address))?|"
    r"e-?mail(?: addresses?)?|author(?:s['’]?)? (?:affiliations?|contributions?|notes?)|doi|issn|isbn|specialty section|keywords|key words|abbreviations|pacs|"
    r"jel codes?|orcid|tel|fax|acm reference format|ccs concepts)\s*[:.|—–]"
    r"|(?:received|accepted|revised|published(?: online)?|available online)\b.{0,40}\b(?:19|20)\d\d\b"
    r"|(?:journal homepage|contents lists available|open access\b|check for updates|this manuscript version|"
    r"supplementary (?:data|materials?|information) (?:are|is|to this|associated)|these authors contributed|\W{0,3}equal contribution|"
    r"(?:the )?(?:first )?authors? contributed equally|present address|current address|preprint submitted|manuscript (?:received|submitted)|"
    r"this (?:article|paper) (?:is|was) (?:published|an open)|author manuscript|in press\b|view publication|see discussions, stats)",
    re.IGNORECASE,
)
"""What a notice of the first page begins with."""

LICENCE = re.compile(
    r"this is an open[- ]access (?:article|publication)|open access this article is licensed|creative commons|"
    r"permission to make digital or hard copies|all rights reserved|distributed under the terms|licensee \w+|"
    r"©\s*(?:the\s+author|\d{4}|\w+ \d{4})|\(c\)\s+(?:19|20)\d\d|copyright\s+(?:©|\(c\)|(?:19|20)\d\d)|rights reserved|"
    r"downloaded from|terms of use|for personal use only|this preprint is made available|not certified by peer review|"
    r"(?:bio|med)rxiv preprint|the copyright holder for this|protected by copyright|authenticated download|"
    r"this work is licensed under|use of this (?:article|document) is subject to",
    re.IGNORECASE,
)
"""What a licence says; no article of another subject does in so few words."""

ARXIV = re.compile(
    r"arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?(?:\s+(?P<date>\d{1,2} \w{3,9} \d{4}))?"
)

PLACES = re.compile(
    r"\b(?:universit\w*|institut\w*|department|dept|school of|college|laborator\w*|hospital|faculty|cent(?:er|re)|clinic|"
    r"academy|division|inc\.|ltd|gmbh|corp(?:oration)?\.?|research group|ministry|foundation|council|agency|street|avenue|"
    r"p\.?o\.? box|google|microsoft|facebook|ibm|allen ai|labs?|usa|u\.s\.a|united states|united kingdom|germany|france|china|"
    r"japan|india|canada|australia|netherlands|switzerland|spain|italy|korea|abteilung|klinik|école|universidad|unité|program(?:me)?|unit of)\b",
    re.IGNORECASE,
)
"""Words of an affiliation."""

KIND_OF_PIECE = re.compile(
    r"(?:original |research |review |short |brief |regular |full |special |systematic |invited )*"
    r"(?:research|articles?|papers?|reports?|reviews?|letters?|communications?|editorial|commentary|perspectives?|case (?:report|study)|study|"
    r"protocol|opinion|viewpoint|open access|correspondence|technical note|news|feature|brief communication|preprint|accepted manuscript|"
    r"author manuscript|working paper|discussion paper|meta-analysis)(?: articles?| papers?)?",
    re.IGNORECASE,
)
"""What stands above a title and is none."""
