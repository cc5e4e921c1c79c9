"""Words that change what a sentence claims: lists to read and to add to, no rules.

A star leaves a word's end open: "increas*" stands for "increase", "increased" and "increasing".
"""

from __future__ import annotations

from typing import Final

UP: Final = (
    "increas*", "rise", "rises", "rising", "rose", "risen", "higher", "highest", "greater", "greatest", "elevat*", "more",
    "grew", "grow", "grows", "growing", "grown", "growth", "gained", "boost*", "enhance", "enhances", "enhanced", "enhancing",
    "enhancement", "raise*", "raising", "longer", "larger", "stronger", "faster", "older", "heavier", "double", "doubled", "doubles",
    "doubling", "triple", "tripled", "triples", "tripling", "upregulat*", "up-regulat*", "accelerate", "accelerates",
    "accelerated", "accelerating", "acceleration", "exceed*", "amplify", "amplifies", "amplified", "surge", "surges", "surged",
    "surging",
)  # fmt: skip
DOWN: Final = (
    "decreas*", "reduc*", "lower*", "lowest", "declin*", "fell", "fall", "falls", "fallen", "falling", "drop", "drops",
    "dropped", "dropping", "less", "fewer", "smaller", "shorter", "weaker", "slower", "slow", "slows", "slowed", "slowing", "diminish*", "attenuate", "attenuates",
    "attenuated", "attenuating", "attenuation", "suppress", "suppresses", "suppressed", "suppressing", "suppression", "inhibit",
    "inhibits", "inhibited", "inhibiting", "inhibition", "downregulat*",
    "down-regulat*", "shrink*", "shrank", "halv*", "lessen*", "lighter", "younger", "fewest", "minimi*", "cut",
)  # fmt: skip
NO_MOVES: Final = (
    # Verbs of going up and down with what is no amount: "fall asleep", "raise a question", "cut open".
    (r"(?:fall|falls|fell|fallen|falling)(?=\s+(?:asleep|ill|sick|pregnant|silent|short|apart|over|behind|prey|victim|in\s+love"
    r"|into|within|under|outside|upon|between|among|through|out|back)\b)"),
    r"(?:drop|drops|dropped|dropping)(?=\s+(?:out|into|onto|dead|by|off)\b(?!\s+\d))",
    r"cut(?=\s+(?:off|out|into|through|open|across|up|from|along|with)\b)",
    (r"(?:raise|raises|raised|raising)(?=\s+(?:(?:the|an?|some|many|new|further|serious|public|important)\s+){0,2}(?:awareness|questions?"
    r"|concerns?|issues?|doubts?|possibilit\w+|hopes?|funds?|money|alarms?|objections?|child\w*|famil\w+|chick\w*|cattle|animals?)\b)"),
    r"(?:grow|grows|grew|grown|growing)(?=\s+(?:(?:on|in|at|under|from|up|old|tired|cold|plants?|crops?|cells?|cultures?|season\w*)\b))",
    r"growth(?=\s+(?:factors?|hormones?|media|medium|plates?|curves?|conditions?|phases?|stages?|charts?|cones?)\b)",
    # What has a direction in its name: "the lower back", "older adults", "higher education", "eye drops".
    (r"lower(?=\s+(?:limbs?|legs?|backs?|extremit\w+|respiratory|urinary|airways?|jaws?|lips?|abdom\w+|bod\w+|half|bounds?|limits?"
    r"|gastrointestinal|oesophag\w+|esophag\w+|lobes?|tract|class\w*|house|courts?)\b)"),
    r"higher(?=\s+(?:education|schools?|learning|order|plants?|vertebrates?|primates?|animals?|eukaryotes?|centres?|centers?)\b)",
    r"greater(?=\s+(?:trochanter\w*|omentum|curvature|area|manchester|london)\b)",
    (r"(?:older|younger)(?=\s+(?:adults?|people|persons?|patients?|women|men|child\w*|adolescents?|individuals?|populations?|age"
    r"|participants?|generations?|siblings?|brothers?|sisters?|infants?|students?|workers?)\b(?!\s+than\b))"),
    r"more(?=\s+(?:research|work|studies|evidence|data|details?|information|trials?|than\s+one)\b)",
    r"(?:no|any)\s+longer",
    r"(?<=of\s)falls?(?!\s+(?:in|of|by|to|from)\b)",
    r"(?<=\b(?:eye|ear))\s+drops?",
    r"double(?=\s+(?:blind|mask|strand|helix|bond|dose)\w*)",
    r"attenuated(?=\s+(?:vaccin\w+|virus\w*|strains?|bacteri\w+))",
    r"amplified(?=\s+(?:by|using|with|from)\b)",
)  # fmt: skip
"""Words of the lists above and below where they tell no direction."""

BETTER: Final = (
    "improv*", "better", "benefit*", "beneficial", "effective*", "efficac*", "ease", "eases", "eased", "alleviat*", "protect*",
    "helps", "helped", "reliev*", "heals", "healed", "superior",
)  # fmt: skip
WORSE: Final = (
    "worse*", "aggravat*", "deteriorat*", "harm", "harms", "harmed", "harmful*", "ineffective*", "exacerbat*", "inferior", "useless", "damag*", "fails",
    "failed",
)  # fmt: skip
SAME: Final = (
    "unchanged", "unaffected", "similar*", "comparable", "equivalent", "equally", "indistinguishable", "unaltered",
)  # fmt: skip
CHANGE: Final = (
    "differ*",
    "chang*",
    "effect",
    "effects",
    "affect*",
    "influenc*",
    "impact*",
    "associat*",
    "correlat*",
    "significant*",
    "evidence",
)
"""What, denied, says that nothing moved: "no effect", "did not differ"."""

NEGATORS: Final = (
    "not", "no", "nor", "neither", "never", "none", "cannot", "without", "lack", "lacks", "lacked", "lacking", "absence",
    "unable", "hardly", "nobody", "nothing", "n't", "rarely", "unlikely",
)  # fmt: skip

HEDGES: Final = (
    "may", "might", "could", "possibly", "perhaps", "probably", "potential", "potentially", "seem", "seems", "seemed",
    "appear to", "appears to", "appeared to", "suggest", "suggests", "suggested", "suggesting", "likely", "unclear",
    "unknown", "uncertain", "whether", "hypothesi*", "speculat*", "preliminary", "tentativ*", "presumably", "putative",
    "conceivabl*", "plausibl*", "apparently", "believed", "thought to", "if confirmed", "promising", "evidence that",
    "insufficient evidence", "limited evidence", "remains to be", "we aimed", "aimed to", "in theory", "theoretically",
)  # fmt: skip
"""What tells that a thing is not certain, not known, or only looked into."""

CAUSES: Final = (
    "cause", "causes", "caused", "causing", "lead to", "leads to", "led to", "leading to", "result in", "results in",
    "resulted in", "resulting in", "due to", "because", "trigger*", "induc*", "prevent*", "cure", "cures", "cured",
    "produce", "produces", "produced", "responsible for", "owing to", "contribut*", "makes", "made", "drives", "driven by",
    "protects", "protected",
)  # fmt: skip
ASSOCIATIONS: Final = (
    "associat*", "correlat*", "linked", "link between", "related", "predict*", "risk factor*", "relationship", "tended",
)  # fmt: skip

ANIMALS: Final = (
    "mice", "mouse", "murine", "rat", "rats", "rodent*", "hamster*", "ferret*", "rabbit*", "macaque*", "monkey*",
    "zebrafish", "animal model*", "in animals", "animal stud*", "guinea pig*", "drosophila", "nonhuman", "non-human",
)  # fmt: skip
CELLS: Final = (
    "in vitro", "cell line*", "cultured", "cell culture*", "in silico", "ex vivo", "organoid*",
)  # fmt: skip
PEOPLE: Final = (
    ("child", "children", "childhood", "infant*", "toddler*", "newborn*", "neonat*", "paediatric*", "pediatric*", "kids", "babies"),
    ("adolescen*", "teenager*", "teens", "youth", "youths"),
    ("elderly", "older adults", "older people", "geriatric*", "seniors", "old age"),
    ("women", "woman", "female*", "mothers", "girls"),
    ("men", "man", "male", "males", "fathers", "boys"),
    ("pregnan*",),
)  # fmt: skip
"""Groups of people: a statement may name one only where its span does."""

SOMEBODY: Final = (
    "people", "person", "persons", "patient*", "participant*", "volunteer*", "subject*", "individual*", "adult*", "human*",
    "respondent*", "case", "cases", "study", "studies", "trial*", "research", "researchers", "scientists", "authors", "team",
    "paper", "article", "analysis", "experiment*", "results", "findings", "data",
)  # fmt: skip
"""Who took part and who looked: an article calls the same by many names."""

NUMERALS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
FRACTIONS: Final = {
    "half": "1/2", "third": "1/3", "thirds": "1/3", "quarter": "1/4", "quarters": "1/4", "twice": "x2", "double": "x2",
    "doubled": "x2", "tripled": "x3", "threefold": "x3", "twofold": "x2",
}  # fmt: skip

UNITS: Final = {
    "%": "%", "percent": "%", "per cent": "%", "percentage": "%", "‰": "‰",
    "s": "s", "sec": "s", "second": "s", "seconds": "s", "ms": "ms", "millisecond": "ms", "milliseconds": "ms",
    "min": "min", "mins": "min", "minute": "min", "minutes": "min", "h": "h", "hr": "h", "hrs": "h", "hour": "h",
    "hours": "h", "day": "d", "days": "d", "week": "wk", "weeks": "wk", "month": "mo", "months": "mo", "year": "y",
    "years": "y", "yr": "y", "yrs": "y", "decade": "dec", "decades": "dec",
    "kg": "kg", "kilogram": "kg", "kilograms": "kg", "g": "g", "gram": "g", "grams": "g", "mg": "mg", "milligram": "mg",
    "milligrams": "mg", "µg": "ug", "μg": "ug", "mcg": "ug", "microgram": "ug", "micrograms": "ug", "ng": "ng",
    "l": "l", "litre": "l", "litres": "l", "liter": "l", "liters": "l", "ml": "ml", "µl": "ul", "μl": "ul", "dl": "dl",
    "km": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "m": "m", "metre": "m",
    "metres": "m", "meter": "m", "meters": "m", "cm": "cm", "centimetre": "cm", "centimetres": "cm", "centimeters": "cm",
    "mm": "mm", "millimetre": "mm", "millimetres": "mm", "µm": "um", "μm": "um", "nm": "nm", "kb": "kb", "bp": "bp",
    "°c": "°c", "°f": "°f", "°": "°", "degrees": "°", "hz": "hz", "khz": "khz", "mhz": "mhz", "kda": "kda", "mm hg": "mmhg",
    "mmhg": "mmhg", "mmol": "mmol", "iu": "iu", "usd": "$", "dollars": "$", "$": "$", "€": "€", "euros": "€", "£": "£",
    "pounds": "lb", "lb": "lb", "kcal": "kcal", "calories": "kcal", "fold": "x", "times": "x", "-fold": "x",
}  # fmt: skip
"""What may stand beside a number, and the one name each goes by."""
