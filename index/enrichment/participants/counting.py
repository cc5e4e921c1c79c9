"""The words around a number that tell whether it is how many took part."""

from __future__ import annotations

import re
from typing import Final

from index.enrichment.participants.beings import PEOPLE

NOTE: Final = re.compile(r" ?[(\[][^()\[\]]{0,160}[)\]]")
"""A bracket, which may part a number from its people."""

SHARE: Final = re.compile(r" ?[(\[][^()\[\]]{0,60}%[^()\[\]]{0,60}[)\]]")
"""A share in brackets after a number: some of those who took part."""

GAP: Final = re.compile(
    r"(?:all|the|these|our|both|of|were|was|or|to|in|with|years?|months?|weeks?|days?|hours?|minutes?|mg|kg|mm|cm|ml|studies|trials|sites|centers|centres"
    r"|hospitals|countries|versus|vs|per|than|that|which|who|for|from|by|at|on|is|are|reports?|articles|papers|samples|tumou?rs|items"
    r"|groups?|families|schools|practices|clinics|cities|villages|times|fold|percent|year-old|publications|cohorts|genes|snps|loci|sessions)",
    re.IGNORECASE,
)
"""What no words between a number and its people hold: "12 weeks of patients' care"."""

TOKEN: Final = re.compile(r"[^\W\d_][\w'’/+⁺-]*|[,.;:()]|\d\S*")
WHOLE: Final = re.compile(
    r"(?:\btotal of|\bin total,?|\boverall,?|\baltogether,?) (?:the )?$", re.IGNORECASE
)
"""Before a number that is all of them."""

CUE: Final = re.compile(
    r"\b(?:included|enroll?ed|recruited|randomi[sz]ed|randomly assigned|assigned|studied|examined|surveyed|analy[sz]ed|compris(?:ed|ing)|involv(?:ed|ing)"
    r"|consist(?:ed|ing) of|composed of|(?:data|information|samples?|specimens|records) (?:were )?(?:\w+ )?(?:from|on|for|of)|(?:cohort|sample|study|survey|trial|series|group|population|analysis) of"
    r"|(?:trial|study|survey|experiment|conducted|performed|measured|genotyped|assessed|tested|evaluated|carried out|undertaken|tested) (?:in|among|on|with)|collected (?:from|in)"
    r"|obtained (?:from|for)|restricted to|genotyped|interviewed|followed(?: up)?|were|was|evaluated|assessed|investigated|tested"
    r"|(?:mortality|outcomes?|survival|levels|results|characteristics) (?:of|in|among)|used|compared|asked|observed|allocated|exposed|participants were|subjects were"
    r"|studies (?:with|of)|trials (?:with|of)|(?:report|experience) (?:of|with)|(?:patients|participants|subjects|population|sample)[:.]?)(?: all| only| just| about| approximately| some| nearly| over| more than)?(?: the| these)? ?$",
    re.IGNORECASE,
)
"""Before a number that may be all of them."""

THEY_WERE: Final = re.compile(
    r"\b(?:participants|subjects|sample|population|respondents|patients) (?:were|was|included|comprised|consisted of) (?:a |the )?$",
    re.IGNORECASE,
)
"""Before a number that says who the participants were."""

PART: Final = re.compile(
    r"(?:\bof (?:these|those|whom|which)|(?:^|[;,:] )of the|\bamong(?: the)?|\bremaining|\banother|\badditional|\bonly|\bfurther|\beach(?: of)?|\bper|\bevery|\bextra"
    r"|\b(?:in|with) (?:the )?(?:group|arm)\W*\w*|\bcompared (?:with|to)|\bplus|\bother|\bone in|\bout of|\bas well as|\bor|\band|%\)? of|(?:^|[.;:] )of|\bincluding|\bup to|\bat least|\bgroups? of|\bversus|\bvs\.?) ?$",
    re.IGNORECASE,
)
"""Before a number that is some of them."""

DONE_ON: Final = re.compile(
    r"\b(?:performed|obtained|measured|assessed|examined|evaluated|recorded|determined|analy[sz]ed|investigated|studied|administered|given|tested|conducted"
    r"|undertaken|collected|carried out)\b[^.;:]{0,50} (?:in|from|among|to|on|of) (?:all |the )?$",
    re.IGNORECASE,
)
"""Before a number of those on whom something was done, a few words on."""

DID: Final = re.compile(
    r"(?:[^.;]{0,90}? (?:was|were|are|have been|had been) (?:\w+ly |then |all |first |subsequently )?(?:randomi[sz]ed|enroll?ed|recruited|included|studied|analy[sz]ed|assigned|followed|surveyed"
    r"|interviewed|examined|evaluated|investigated|available|allocated|divided|genotyped|entered|assessed|tested|selected|registered|treated|classified|reviewed|observed))"
    r"|[^.;,]{0,60}? (?:participated|took part|completed|underwent|participating|consented)\b",
    re.IGNORECASE,
)
"""After people to whom a study did something."""

FELL: Final = re.compile(
    r"[^.;,]{0,45}? (?:died|developed|(?<!who )had\b|showed|withdrew|dropped|relapsed|declined|responded|experienced|achieved|reported|exhibited|survived|(?:was|were) (?:excluded|lost|found|detected|positive|"
    r"negative|diagnosed|infected|seropositive|preeclamptic|available)|received (?:placebo|the)|met\b|failed|remained|in (?:each|the \w+ (?:group|arm)))",
    re.IGNORECASE,
)
"""After people to whom something befell: some of those who took part."""

ASKED: Final = re.compile(
    r"[^.;,]{0,45}? (?:was|were) (?:\w+ )?(?:invited|approached|eligible|contacted|identified)|[^.;,]{0,45}? (?:assessed|screened) for eligibility",
    re.IGNORECASE,
)
"""After people who were looked for, and perhaps not had."""

ARM: Final = re.compile(
    r"\b(?:cases|controls)\b|\b(?:intervention|control|placebo|treatment|treated|exposed|comparison|usual care) (?:group )?(?:patients|participants|women|men|children|subjects|individuals)\b",
    re.IGNORECASE,
)
"""People of one arm, or of one side of a comparison."""

YEARS: Final = range(1900, 2036)
RIVALS: Final = re.compile(
    r"[^.;]{0,100}?(?:,| and| plus| or| versus| vs\.?)(?: (?:in|of|from|the|their|with|an?|age|sex))* (?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty[\w-]*)(?: (?!(?:were|was|had|years?|months?|of|weeks?|days?|centers|countries|sites|practices|studies)\b)[\w-]+){0,5} (?:"
    + "|".join(PEOPLE)
    + r"|control)\b|[^.;]{0,60}? and (?:[\w-]+ ){0,4}(?:controls\b|control (?:subjects|patients|participants))"
    r"|[^.;]{0,70}?(?:,| and) \d[\d,]* (?:to|were|received)\b",
    re.IGNORECASE,
)
"""After people beside whom others are counted."""

SEVERAL: Final = re.compile(
    r"\b(?:study|experiment|studies|experiments) (?:2|two|ii)\b|\b(?:two|three|four|five|six) (?:\w+ )?(?:studies|experiments) (?:\w+ )?(?:were|we|test|show|examin)|\b(?:both|three|four) studies\b|\bseparate experiment",
    re.IGNORECASE,
)
"""Words of a piece that holds several studies: none of their numbers is that of the piece."""

SET: Final = re.compile(
    r"[^.;]{0,100}?\b(?:validation|training|test|replication|discovery) (?:set|cohort|sample)",
    re.IGNORECASE,
)
"""After people of one part of a sample."""

WHO_AFTER: Final = re.compile(
    r"(?: (?:with|without|aged|who|starting|undergoing|receiving|treated|living|infected|admitted|diagnosed|from|at|over|under|younger|older|suffering)\b"
    r"(?:(?! (?:was|were|are|is|had|has|have|participated|completed|to|and the|using|between|during|enrolled|recruited|by|for|after|in a|in this|included|who were (?:enrolled|recruited|randomi[sz]ed|included))\b) [^\s,.;:?()]+){1,7})",
)
"""What follows a noun and says more of its people."""

BACKWARD: Final = frozenset(
    word.strip()
    for word in [
        "in",
        " among",
        " amongst",
        " of",
        " for",
        " on",
        " by",
        " between",
        " from",
        " with",
        " without",
        " the",
        " a",
        " an",
        " to",
        " and",
        " or",
        " during",
        " after",
        " before",
        " at",
        " as",
        " into",
        " through",
        " is",
        " are",
        " was",
        " were",
        " about",
        " against",
        " versus",
        " vs",
        " using",
        " than",
        " that",
    ]
)
"""Words of a title at which the words about its people begin."""

UNSURE: Final = frozenset(
    ["cases", "controls", "members", "users", "carriers", "births", "couples"]
)
"""Nouns that are people only where a number counts them."""

PLACES: Final = re.compile(
    r" (?:from|at|in|across|between|until|during) (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|many|multiple|different) .*"
)
"""Where people came from, counted: no more is said of them."""

TITLE_WORDS: Final = 5
TRAILING: Final = re.compile(
    r"(?: (?:from|in|with|of|the|an?|and|to|by|for|at|on|who|or|without|aged|presented|had|over|under|were|was|not|receiving|undergoing|at least|least|until|during|than|more|through|\d+))+$"
)
"""Words that no description ends on."""

LONGEST: Final = 90
