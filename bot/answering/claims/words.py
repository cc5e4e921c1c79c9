"""Words that tell which way a thing goes: lists to read and to add to, no rules.

A star leaves a word's end open. What raises a bad thing and what raises a good one stand together: only
whether two sentences tell the same way of the same thing is compared, never whether that is well.
"""

from __future__ import annotations

from typing import Final

RAISES: Final = (
    "increas*", "rais*", "rise", "rises", "rising", "rose", "risen", "elevat*", "enhanc*", "promot*", "activat*",
    "reactivat*", "hyperactiv*", "overactiv*", "induc*", "stimulat*", "encourag*", "facilitat*", "upregulat*", "up-regulat*",
    "accelerat*", "augment*", "amplif*", "boost*", "trigger*", "cause", "causes", "caused", "causing", "driv*", "higher", "greater", "more", "heavier",
    "larger", "longer", "stronger", "faster", "older", "exacerbat*", "aggravat*", "potentiat*", "strengthen*", "expand*", "contribut*",
    "lead", "leads", "leading", "led", "result", "results", "resulting", "resulted", "positively", "hypersensitiv*", "require*",
    "essential", "necessary", "crucial", "needed", "likelier", "doubl*", "tripl*", "sensitiz*", "sensitis*",
    "allow*", "enabl*", "common", "frequent*", "majority", "most", "overestimat*", "excess", "enrich*", "grow*", "grew",
)  # fmt: skip
LOWERS: Final = (
    "decreas*", "reduc*", "lower*", "declin*", "fell", "fallen", "drop*", "diminish*", "attenuat*",
    "suppress*", "inhibit*", "block*", "prevent*", "imped*", "impair*", "abrogat*", "abolish*", "rescu*", "protect*",
    "deactivat*", "inactivat*", "downregulat*", "down-regulat*", "less", "fewer", "smaller", "shorter", "weaker", "slower", "slow",
    "slows", "slowed", "lighter", "younger", "disrupt*", "delay*", "restrain*", "hinder*", "antagoni*", "negatively",
    "inversely", "resist*", "immune", "alleviat*", "ameliorat*", "mitigat*", "reliev*", "counteract*", "revers*", "lessen*",
    "discourag*", "limit", "limits", "limited", "minimi*", "halv*", "shrink*", "shrank", "eliminat*", "rare", "rarely", "seldom",
    "unlikely", "underestimat*", "minority", "obstruct*", "desensiti*", "hypoactiv*", "dispensable", "unnecessary",
)  # fmt: skip
BETTER: Final = (
    "improv*", "better", "benefi*", "effective*", "efficac*", "accura*", "safe", "safely", "safety", "useful", "superior", "success*",
    "favorabl*", "favourabl*", "reliabl*", "efficient*", "heal", "heals", "healed", "helps", "helped", "helpful", "work", "works", "worked",
)  # fmt: skip
WORSE: Final = (
    "worse*", "ineffective*", "harm*", "damag*", "inaccura*", "unsafe", "useless", "inferior", "fail", "fails", "failed", "poor*",
    "deteriorat*", "detriment*", "unreliabl*", "inefficient*", "unfavorabl*", "unfavourabl*", "dangerous", "unsuccessful*",
)  # fmt: skip
LINKS: Final = (
    "associated", "correlat*", "linked", "related", "affect*", "influences", "influenced", "differ", "differs", "differed", "depends",
    "depended", "predicts", "predicted", "predictive", "involved", "involves", "interacts", "binds", "bound", "alters", "altered",
    "changes", "changed", "modulates", "modulated", "regulates", "regulated", "participat*",
)  # fmt: skip
"""What tells that two things have to do with each other, and denied that they have not."""

LINK_NAMES: Final = (
    "effect", "effects", "association*", "relation*", "relationship*", "role", "roles", "impact*", "influence", "difference*", "link",
    "links", "change", "benefit", "benefits", "evidence",
)  # fmt: skip
"""Names of such a link. "The effect of X on Y" tells of none; "had an effect", and "no effect", do."""

HAS: Final = (
    "play", "plays", "played", "has", "have", "had", "exert*", "show", "shows", "showed", "shown", "found", "detected", "significant",
    "there", "observed",
)  # fmt: skip

GONE: Final = (
    "lack", "lacks", "lacking", "lacked", "loss", "absence", "absent", "deficien*", "knockout", "knockouts", "knock-out", "knockdown", "null",
    "deplet*", "delet*", "ablat*", "silenc*", "without", "depriv*", "withdraw*", "discontinu*", "inhibition", "inhibitor*", "inhibiting",
    "blockade", "blocking", "antagonist*", "disruption", "low", "insufficien*", "inactivation", "mutant", "mutation*",
)  # fmt: skip
"""What tells that a thing is not there, or taken away: what follows from that turns round."""

UNLINKED: Final = (
    "unrelated", "independent", "independently", "unaffected", "unchanged", "unaltered", "similar", "similarly", "equivalent", "comparable",
    "indistinguishable", "uncorrelated", "irrespective", "regardless", "stable", "noninferior", "non-inferior",
)  # fmt: skip
DENIES: Final = (
    "not", "no", "nor", "neither", "never", "none", "cannot", "n't", "hardly", "nothing", "nobody", "little",
)  # fmt: skip
PREFIXES: Final = ("non-", "non", "un", "in", "im", "ir", "dis", "de")
"""What, before a word, makes its opposite of it: "inaccurate", "unrelated", "deactivates"."""
