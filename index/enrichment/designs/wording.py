"""The words by which titles and abstracts name their own design, surest first.

A design in the singular is the piece's own; in the plural it is mostly that of other people's work.
"""

from __future__ import annotations

import re
from typing import Final

from index.evidence_card import Design


def _rule(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


ABOUT_METHODS: Final = _rule(
    r"simulat|statistical power|sample[- ]size|methodolog|\bsoftware\b|\bpackage\b|reporting (?:of|quality|items)|quality of|\bweb server\b"
    r"|registr(?:y|ation) of|\bbias in\b|\bdesign and analysis of|\bhow to\b|\bcitation|power (?:in|of|for)\b"
)
"""A title with such words is about a design, and not of it."""

TITLES: Final = (
    (
        Design.PROTOCOL,
        _rule(
            r"\b(?:study|trial|review|research) protocol\b|\bprotocol (?:for|of) (?:an?|the) (?:[\w-]+,? ){0,9}(?:trial|study|review|cohort|survey|meta-analysis)\b"
            r"|[:,–—-] ?(?:a )?protocol\b|\brationale and (?:study )?design\b|\bstudy design and\b"
        ),
    ),
    (Design.META_ANALYSIS, _rule(r"\bmeta-? ?analysis\b|\bpooled analysis of (?:[\w,-]+ ){0,6}(?:trials|studies|cohorts)|\bmeta-regression\b")),
    (Design.SYSTEMATIC_REVIEW, _rule(r"\bsystematic(?: literature| scoping| integrative)? review\b|\bsystematically review|\bumbrella review\b|\bsystematic overview\b")),
    (
        Design.GUIDELINE,
        _rule(
            r"\b(?:clinical|practice|management|treatment) guidelines?(?: for| on| of|:|$)|^guidelines? (?:for|on|to)\b|[:–—-] ?(?:an? )?(?:[\w-]+ ){0,4}guidelines?\b"
            r"|\b(?:consensus|position|scientific|policy) (?:statement|recommendations|guidelines?|report)\b|^recommendations (?:for|on|from)\b"
            r"|\bguidelines? (?:from|of|by) the\b|\b(?:prisma|consort|strobe|stard|care|spirit|moose|tripod|arrive)\b[\w ]*(?:statement|guidelines?|checklist)"
        ),
    ),
    (Design.NOT_STATED, _rule(r"\bmendelian randomi[sz]ation\b")),
    (Design.TRIAL, _rule(r"\bnon-?randomi[sz]ed\b|\bsingle-arm\b")),
    (
        Design.RANDOMISED_TRIAL,
        _rule(
            r"\brandomi[sz]ed\b,?(?: [\w-]+,?){0,9} (?:trial|study|cross-?over|experiment|comparison|evaluation)\b|\brandomi[sz]ed controlled\b(?! trials)"
            r"|\bRCT\b|\brandomi[sz]ed trial\b|\bdouble[- ]blind(?:ed)?,?(?: and)? (?:randomi[sz]ed,? )?placebo[- ]controlled\b(?! trials)"
        ),
    ),
    (
        Design.TRIAL,
        _rule(
            r"\bphase (?:[1-4iv]+|one|two|three)(?:[/-][1-4iv]+)?[ab]?\b(?: [\w/-]+,?){0,6} (?:trial|study)\b|\bopen[- ]label\b|\bclinical trial\b|\bfirst-in-human\b|\bplacebo-controlled\b(?! trials)|\bpilot trial\b|\bcontrolled trial\b"
        ),
    ),
    (Design.CASE_CONTROL, _rule(r"\bcase[- ](?:control|referent)\b")),
    (Design.CROSS_SECTIONAL, _rule(r"\bcross[- ]sectional\b|\bprevalence (?:survey|study)\b|\b(?:national|questionnaire|population|household|online) survey\b|\bsurvey of\b")),
    (Design.QUALITATIVE, _rule(r"\bqualitative (?:study|research|analysis|interview|evaluation|inquiry)|\binterview study\b|\bfocus group|\bethnograph|\bphenomenolog\w+ study|\bgrounded theory\b|\blived experience")),
    (Design.DIAGNOSTIC, _rule(r"\bdiagnostic (?:accuracy|performance|test accuracy|value|utility|validity|validation)\b|\b(?:sensitivity and specificity|accuracy) of\b.*\b(?:test|diagnos|detect|screen|assay)|\baccurately diagnos|\bbased diagnosis of\b")),
    (Design.COHORT, _rule(r"\bcohort\b|\bcohort studies\b|\blongitudinal study\b|\bfollow-up study\b|\bprospective (?:observational )?study\b|\bretrospective (?:observational )?(?:study|analysis)\b|\b\d+-?y(?:ears?|r)?[- ](?:mortality|follow[- ]up)\b")),
    (Design.CASE_REPORT, _rule(r"\bcase reports?\b|\b(?:a|first|rare|unusual) case of\b|\bcase series\b|\breport of (?:a|one|two|three|four|five|\d+) (?:[\w-]+ )?(?:cases?|patients?)\b")),
    (
        Design.MODELLING,
        _rule(
            r"\bmodell?ing (?:study|analysis|approach)\b|\bmathematical model|\bsimulation (?:study|model)|\bin silico\b|\bcomputational (?:model|design|analysis|approach)|\bagent-based\b|\btheoretical (?:analysis|considerations|study)\b"
            r"|\bcost-effectiveness (?:analysis|model)|\balgorithm\b|\bexact solutions?\b|\bmodel selection\b"
        ),
    ),
    (
        Design.REVIEW,
        _rule(
            r"\b(?:scoping|narrative|literature|critical|integrative|brief|short|mini-?|comprehensive|updated|concise|topical|clinical|state-of-the-art) ?review\b|: (?:an? )?(?:[\w-]+ ){0,3}(?:review|overview|update)\b(?! of (?:patients|cases|records))"
            r"|^(?:a )?review of\b|\boverview of\b|\bwhat (?:do )?we know\b|^advances in\b|^recent advances\b|\bstate of the art\b|\bcurrent (?:concepts|understanding|perspectives|status)\b"
        ),
    ),
    (Design.OPINION, _rule(r"^(?:editorial|commentary|viewpoint|opinion|perspective)(?::|$| on\b)|^(?:comment on|reply to|letter to)\b|: a (?:commentary|perspective|viewpoint)\b")),
)  # fmt: skip
"""What a title says of its own design; the first that fits."""

RETELLING: Final = _rule(
    r"\b(?:previous(?:ly)?|prior|earlier|published|several|other|recent(?:ly)?|many|some|most|numerous|past|future|few|large|existing|however|warranted|needed|should be|no)\b[^.]{0,40}"
    r"\b(?:trials?|stud(?:y|ies)|meta-analys[ei]s|reviews?|cohorts?)\b|\bstudies have\b|\bfuture\b|\bis (?:a|an) (?:study|design)\b|\bhas been (?:shown|reported)|\bnested (?:within|in) an?\b|\bfirst (?:isolated|identified|described|reported)\b"
)
"""A sentence with such words tells of other people's work, or of work to come."""

SEARCHED: Final = _rule(
    r"\b(?:pubmed|medline|embase|cochrane library|web of science|scopus|psycinfo|cinahl|literature|databases?)\b[^.]{0,100}\b(?:search|review)|\bsearch(?:ed|es|ing)?\b[^.]{0,100}"
    r"\b(?:pubmed|medline|embase|cochrane|web of science|scopus|psycinfo|cinahl|literature|databases)\b|\bsystematic(?:ally)? (?:literature )?(?:search|review)"
)

ABSTRACTS: Final = (
    (Design.PROTOCOL, _rule(r"\bthis study protocol\b|\bthis protocol describes (?:a|the) (?:[\w-]+ ){0,4}(?:trial|study|review)\b|\b(?:participants|patients|women|adults|children) will be (?:\w+ )?(?:randomi[sz]ed|recruited|enrolled|assigned|allocated|followed)\b")),
    (
        Design.META_ANALYSIS,
        _rule(
            r"\b(?:this|present|our|a|an|the|updated|network|individual patient data)(?: [\w-]+){0,6} meta-?analysis\b(?! (?:of|has|have) previous)|\bmeta-?analys[ei]s (?:was|were) (?:\w+ )?(?:performed|conducted|used|undertaken|carried|done|pooled)"
            r"|\bwe meta-?analy[sz]ed\b|\b(?:random|fixed)-effects? (?:meta-|model)[^.]{0,60}\b(?:pool|stud)|\bpooled (?:using|by|with)[^.]{0,40}(?:random|fixed)[- ]effects?|\bwere pooled\b"
        ),
    ),
    (
        Design.SYSTEMATIC_REVIEW,
        _rule(
            r"\b(?:this|present|our|a|the|of) systematic (?:literature )?review\b(?! (?:of previous|has|have))|\bwe systematically (?:reviewed|searched)|\bsystematically reviewed the literature"
        ),
    ),
    (
        Design.REVIEW,
        _rule(
            r"\b(?:this|the present|our|present) (?:brief |short |mini-?)?(?:review|overview|chapter|perspective)\b|\bin this [\w-]+ review\b|\b(?:here|herein),? (?:we|I) (?:review|discuss|summari[sz]e|highlight|describe the known|outline|provide an overview)\b"
            r"|\bwe (?:also )?(?:review|summari[sz]e)\b(?! (?:the )?(?:records|charts))|\bwe will (?:review|discuss)\b|\b(?:this|the) (?:article|paper|chapter) (?:reviews|summari[sz]es|discusses|highlights|provides an overview)\b|\b(?:is|are) reviewed\b|\breviewed here\b"
            r"|\bin this article,? (?:we|I) (?:review|discuss|summari)"
        ),
    ),
    (
        Design.CASE_REPORT,
        _rule(
            r"\b(?:we|I|authors) (?:report|present|describe)(?: here)? (?:on )?(?:(?:an?|the|one) (?:[\w-]+ ){0,3}(?:case|patient|(?:wo)?man|child|infant)|(?:two|three|four|five) (?:[\w-]+ ){0,3}(?:cases|patients))\b(?![- ](?:stud|deriv|control|mix|load|with (?:a )?control))|\b(?:a|an) \d{1,2}[- ](?:year|month|day)s?[- ]old\b(?: [\w-]+){0,4} (?:presented|developed|with|underwent|was (?:admitted|referred|diagnosed|found|treated|brought|seen))"
        ),
    ),
    (
        Design.RANDOMISED_TRIAL,
        _rule(
            r"\b(?:was|were|been|and|then|is|are) (?:\w+ly |then |either |first )?randomi[sz]ed\b(?! (?:trials|studies|controlled trials|to be))|\brandomly (?:\w+ )?(?:assigned|allocated|assign)\b|\brandomly divided (?:into|to) (?:[\w-]+ ){0,3}(?:groups?|arms?|intervention|treatment)"
            r"|\brandomi[sz]ed(?:-[\w-]+)?,?(?: [\w-]+,?){0,8} (?:trial|study|experiment|cross-?over|design)\b|\brandomi[sz]ation was\b|\bin an? (?:[\w-]+,? ){0,4}RCT\b|\bdouble[- ]blind(?:ed)?,?(?: and)? placebo[- ]controlled\b|\bcluster[- ]randomi[sz]ed\b(?! trials)"
        ),
    ),
    (Design.CASE_CONTROL, _rule(r"\b(?:a|this|the|our|nested|matched|population-based|hospital-based|retrospective|prospective|using|conducted) (?:[\w-]+ ){0,3}case[- ]control(?:led)? (?:study|analysis|design|sample|series)\b|\bcase-control study (?:was|of|in|with)\b")),
    (
        Design.TRIAL,
        _rule(
            r"\bphase (?:[1-4iv]+|one|two|three)(?:/[1-4iv]+)?[ab]?,?(?: [\w-]+,?){0,6} (?:trial|study)\b|\b(?:this|an?|our|the) (?:[\w-]+,? ){0,4}(?:open[- ]label|single[- ]arm|non-?randomi[sz]ed|uncontrolled|pilot|clinical)(?:,? [\w-]+){0,3} trial\b|\bopen[- ]label\b|\bplacebo-controlled,?(?: [\w-]+){0,3} (?:study|trial)\b"
        ),
    ),
    (Design.CROSS_SECTIONAL, _rule(r"\bcross[- ]sectional (?:study|survey|analysis|design|data|sample|community|population|investigation|association)|\bhealth interview survey\b|\bnational (?:[\w-]+ ){0,4}survey\b|\b(?:questionnaire|online|postal|household|telephone|web-based) survey (?:was|of|among|in)\b")),
    (Design.COHORT, _rule(
        r"\b(?:a|this|the|our|in|prospective|retrospective|birth|population-based|multicenter|multicentre|observational|historical|large|national) (?:[\w-]+,? ){0,3}cohort(?: study| analysis| of|,|\.| was| were)|\b(?:a|this|our) (?:[\w-]+,? ){0,3}(?:prospective|longitudinal|follow-up)(?: [\w-]+){0,2} study\b"
        r"|\b(?:was|were|been) followed(?: up)? (?:for|from|until|over|through|prospectively)\b|\bfollowed for a (?:minimum|median|mean)\b|\bperson-years\b|\bwe followed\b|\b(?:this|our|a) retrospective (?:analysis|study|review|cohort)\b|\b[\w-]+ cohorts\b(?: [\w-]+)* (?:data|were)|\bcollected from (?:\w+ ){1,5}cohorts\b|\bretrospectively (?:reviewed|analy[sz]ed|evaluated|studied|identified|collected)"
        r"|\bconsecutive (?:[\w-]+ ){0,4}patients\b|\bmedian follow[- ]up\b"
    )),
    (Design.QUALITATIVE, _rule(r"\b(?:semi-?structured|in-depth|qualitative) interviews\b|\bfocus groups?\b|\bthematic analysis\b|\bgrounded theory\b|\b(?:this|a) qualitative (?:study|research|approach|analysis)\b")),
)  # fmt: skip
"""What an abstract says of its own design; the first that fits, but for designs that others outdo."""

DIAGNOSES: Final = _rule(
    r"\bdiagnos|\bdetect(?:s|ing|ion)?\b|\bscreen|\bdiscriminat|\bdistinguish|\bdifferentiat|\baccura|\bvalid|\bbiomarkers?\b|\btests?\b|\bsensitivity\b"
)
"""Words of a title that asks how well something tells the ill from the well."""
ACCURACY: Final = _rule(
    r"\bsensitivit(?:y|ies)\b.*\bspecificit|\bspecificit(?:y|ies)\b.*\bsensitivit|\bROC (?:analysis|curve)|\bdiagnostic (?:accuracy|performance)\b|\barea under the (?:receiver|roc|curve)"
)

GUIDELINE_USED: Final = _rule(
    r"\b(?:impact|effects?|adherence|complian\w+|follow|versus|according to|implement\w+|evaluat\w+|knowledge|in relation to|attitudes|before and after|influence|concordan\w+|agreement|awareness|barriers)\b"
)
"""A title with such words asks what became of a guideline, and gives none."""

SIMULATED: Final = _rule(
    r"\b(?:a|this|our|the) (?:[\w-]+ ){0,3}(?:simulation|modelling|modeling) study\b|\bwe (?:[\w-]+ ){0,3}simulat(?:ed?|ions?)\b"
)

SURE_MODEL: Final = _rule(r"mathematic|simulat|theor|algorithm|equation|models?$|analytical|exact")

MODELLED: Final = _rule(
    r"\bmathematical(?:ly)?\b|\bcomputational(?:ly)?\b|\bsimulat\w+|\bin silico\b|\bagent-based\b|\bdifferential equations?\b|\bmarkov\b|\btheoretical(?:ly)?\b|\btheory\b|\balgorithms?\b|\bstatistical mechanic\w*"
    r"|\bwe (?:\w+ )?model(?:led|ed)?\b|\b(?:hybrid|mechanistic|stochastic|deterministic|minimal|theoretical|evolutionary|network|statistical|probabilistic|dynamic\w*|generative|transmission|compartmental|regression-based|individual-oriented|multi-?scale|simplified|mathematical|flux-based|poisson|linear-nonlinear\w*|markov|game-theoretic|biophysical|predictive) (?:[\w-]+ ){0,4}models?\b"
    r"|\banalytical(?:ly)? (?:solution|form|expression)|\bclosed form\b|\bexact solution|\bmonte carlo\b|\bparameter (?:values|space|regimes?|estimation|sets|identifiab\w+)|\bnumerical(?:ly)?\b|\bwe (?:introduce|propose|present|develop(?:ed)?|derive|describe) (?:a|an|the|two|here a) (?:[\w-]+,? ){0,5}(?:models?|algorithm|method|framework|methodology|approach|theory|tool|strategy)\b"
    r"|\blikelihood\b|\bsynthetic (?:data|datasets?|temporal|metagenomic)\b|\bprobabilistic\b|\bmodel(?:l?ing)? (?:predicts?|suggests|shows|identifies|parameters)\b|\bprojections?\b|\bforecast\w*|\bprojected\b|\blinear mixed-effects model|\bstatistical model\b|\bsoftware\b|\bnetworks?\b|\bestimators?\b|\blower bounds?\b|\btruncat\w+ model\b|\bequations?\b|\basymptotic\w*|\bcryptosystems?\b|\bbayesian\b|\binference\b"
)
