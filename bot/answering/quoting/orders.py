"""Text that gives orders to whoever reads it, a machine above all: it is no finding, and is not quoted.

A rule for what an answer quotes and what a language model is shown, never a wall to trust in: what
a model says is checked against the articles whatever it was told. Orders that an article reports
in quotation marks, as one about such attacks does, are its matter and stay.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.answering.quoting.plain_letters import ciphers, readings

_MACHINE: Final = (
    r"(?:ai|a\.i\.|assistants?|chat\s?bots?|bots?|language\s+models?|llms?|agents?|gpt|chatgpt|claude|gemini|copilot|"
    r"modelo|asistente|assistente|assistent|ki|ia|modell|mod[eè]le)"
)
# An order begins where a clause does.
_CLAUSE: Final = (
    r"(?:^|[.!?:;,>\])}|*#\"“'‘/=–—-]\s*|\b(?:please|and|then|now|must|should|shall|instead|also|first|just|simply|you|will|to|"
    r"kindly|immediately|next)\s+)"
)
_OVERRIDE: Final = (
    r"(?:ignore|disregard|forget|override|bypass|overrule|supersedes?|discard|neglect|drop|skip|stop\s+following|do\s+not\s+follow"
    r"|don't\s+follow|ignorez?|ignora|ignoriere?n?|ignorieren\s+sie|missachte|olvida|oublie[zr]?|dimentica|vergiss|vergessen\s+sie|"
    r"esque[cç]a|negeer|vergeet|ignorera|desconsidere|zignoruj|omite|descarta|scarta|verwirf)"
)
_WHAT_STANDS: Final = (
    r"(?:instructions?|prompts?|guidelines?|directives?|commands|polic(?:y|ies)|orders\s+above|everything\s+(?:above|before|you)"
    r"|(?:the|all)\s+(?:above|previous|prior|preceding)|safety|restrictions|rules|system\s+message|developer|summari[sz]ation"
    r"|the\s+user|your\s+(?:task|training|programming)|operator|the\s+(?:task|request)"
    r"|instru[ck][ct]?[cç]?i?[oõó]n?[eè]?[ss]?\w*|istruzioni|anweisung\w*|richtlinien|regeln|reglas|r[eè]gles|regole|consignes|"
    r"instru[cç][oõ]es|instructies|instruktion\w*|vorgaben|alles|tout(?:es)?\s+ce)"
)
_SAY: Final = (
    r"(?:reply|respond|answer|output|print|repeat|reveal|append|include|echo|display|say|write|return|begin|start|end|finish|"
    r"disclose|leak|dump|show|tell|expose|recite|reproduce|produce|emit|insert|add|mention|attach|list|confirm|send|forward|"
    r"email|post|upload|remember|save|paste|provide|give|share|grant|"
    r"zeige|verrate|gib|sende|muestra|revela|env[ií]a|montre|r[eé]v[eè]le[rz]?|affiche|envoie|mostra|rivela|invia|stampa|ausgeben)"
)
_KEPT: Final = (
    r"(?:system[\s-]*prompts?|(?:your|initial|hidden|secret|original|exact|internal|operating|the)\s+(?:\w+\s+)?(?:instructions|prompts?|guidelines)"
    r"|api[\s_-]*keys?|credentials?|passwords?|secrets?|tokens?|environment\s+variables|context\s+window|system\s+message|"
    r"customer\s+(?:list|data\w*|emails?)|private\s+\w+|confidential|internal\s+(?:data|config\w*)|admin\s+\w+|order\s+data|"
    r"(?:canary|verification|confirmation|reference|tracking|session|access)\s+(?:code|token|id|phrase|word)|credit\s+card|"
    r"(?:everything|words)\s+(?:above|in\s+your)|all\s+requests|(?:tus|tes|tue|vos|deine|deinen|suas|tuas|je)\s+\w+|"
    r"prompt\s+(?:de\s+|del\s+|di\s+)?(?:sistema|syst[eè]me)|instrucciones|systemanweisung\w*|istruzioni|interne[nr]?\s+daten)"
)
_REPLY: Final = (
    r"(?:(?:your|every|each|(?:end|start|beginning)\s+of\s+(?:the|any|all))\s+(?:\w+\s+){0,2}(?:reply|replies|response|responses|"
    r"answers?|summar(?:y|ies)|outputs?|review|reports?|message)|(?:the\s+)?(?:exact|following)\s+(?:\w+\s+)?(?:words?|token|string|code|phrase|text|output)"
    r"|verbatim|word\s+for\s+word|nothing\s+else|only\s+with|only\s+the\s+word|exactly\s*:|in\s+(?:every|your)\s+\w+|exactly\s+as\b)"
)
_UNBOUND: Final = (
    r"(?:no|any|without|sin|ohne|sans|senza|keine|sem)\s+(?:\w+\s+){0,3}?(?:restrictions?|rules?|filters?|limits?|content\s+policy|censorship|"
    r"guidelines|ethics|restricciones|filtro|restricciones|reglas|regeln|richtlinien|einschr(?:ä|ae?)nkungen|restrizioni|regole|"
    r"r[eè]gles|limits\s+whatsoever|restri[cç][oõ]es)"
)
_YOU: Final = r"\b(?:you|your|yourself|tu|vous|votre|du|dein\w*|sie|usted|est[aá]s|eres|sei|hast|ihr|voc[eê]|je|jij)\b"
_NEW_SELF: Final = (
    r"you\s+are\s+(?:now|no\s+longer)\b|you\s+(?:will|must)\s+now\b|you\s+may\s+now\b|you\s+now\s+\w+"
    r"|pretend\s+(?:that\s+)?(?:you\s+are|to\s+be)\b(?=.*\b(?:ai|model|rules?|restrict\w+|filter\w*|policy|unrestricted|dan)\b)"
    r"|act\s+as\s+(?:an?\s+)?(?:\w+\s+)?(?:unrestricted|uncensored|unfiltered|jailbroken|evil|dan|root|admin\w*|"
    r"ai|system|terminal|linux)\b"
    r"|(?:enable|enter|activate|switch\s+to|in|into)\s+(?:\w+\s+)?(?:developer|debug|god|admin|maintenance|unrestricted|jailbreak|dan|sudo)\s+mode"
    r"|do\s+anything\s+now|unrestricted\s+(?:assistant|mode|response|model|ai)"
    r"|(?:respond|answer|behave|act)\s+as\s+if\s+you\b|new\s+(?:persona|identity)\b"
    r"|(?:eres|est[aá]s|ahora\s+eres|tu\s+es|vous\s+[eê]tes|du\s+bist|sei)\s+(?:\w+\s+)?(?:ahora|maintenant|d[eé]sormais|jetzt|ora|en\s+modo|in\s+modalit)"
)
_TURN: Final = (
    r"<\|[\w ]+\|>|\[/?\s*(?:system|inst|assistant|user|developer)\b[^\]]*\]|<</?sys>>|</?\s*(?:system|assistant|user|untrusted|document|"
    r"instructions?|thinking|context|prompt|passages?|tool_\w+|s)\s*>|#{2,}\s*(?:system|instructions?|user|assistant|end\s+of)\b"
    r"|(?:^|[\n.!?-]\s*)(?:system|assistant|developer|admin(?:istrator)?)(?:\s+(?:note|message|notice|prompt|update|override|alert|instruction\w*))?\s*:\s*\S"
    r"|-{3,}\s*(?:end|begin|start)\s+of\b|end\s+of\s+(?:document|user\s+input|system|prompt|context|instructions|input)\b(?=.*[-#\]:])"
    r"|(?:note|message|notice|word)\s+from\s+(?:the\s+|your\s+)?(?:developers?|system|admin\w*|operator|creators?|openai|anthropic|google)\s*:"
    r"|(?:nota?|note|hinweis)\s+(?:de[l]?\s+|di\s+)?(?:sistema|syst[eè]me)\s*:|systemhinweis|important\s+system\s+update"
    r"|(?:safety\s+protocols?|override)\s*:?\s*(?:safety\s+protocols?\s+)?(?:disabled|overrid\w+)"
)
_CALL: Final = (
    r"\b(?:call|use|invoke|run|execute|trigger|issue)\s+(?:the\s+)?(?:tool\s+|function\s+)?`?(?:[a-z]+_[a-z_]+|[a-z]+(?:\.[a-z]+)+\(|curl|wget|rm\s+-)\b"
    r"|\b(?:send_email|delete_file|http_post|http_get|fetch_url|read_file|write_file|execute_code|run_command|transfer_funds)\b"
)
_RULES: Final = tuple(
    re.compile(rule, re.IGNORECASE | re.MULTILINE)
    for rule in (
        _TURN,
        _CALL,
        _NEW_SELF,
        rf"{_CLAUSE}{_OVERRIDE}\b(?:\W+[\w'’]+){{0,6}}?\W+{_WHAT_STANDS}",
        rf"{_CLAUSE}{_SAY}\b(?:\W+[\w'’]+){{0,7}}?\W+{_REPLY}\b",
        rf"{_CLAUSE}{_SAY}\b(?:-moi|\W+[\w'’]+){{0,7}}?\W+{_KEPT}(?:\b|$)(?=.*{_YOU}|.{{0,40}}$)",
        rf"{_YOU}(?=.*\b{_UNBOUND})",
        rf"\b(?:comply|proceed|respond|answer|output|risponde?(?:re|te)?|antworten?|antwortest|r[eé]pond(?:re|ez|s)|responder?|responda)\b(?:\W+[\w'’]+){{0,4}}?\W+{_UNBOUND}",
        rf"{_CLAUSE}(?:send|forward|email|post|upload|envoie|env[ií]a|sende|invia)\b.*(?:\S@\S|https?://)|-les\b.*\S@\S",
        r"\b(?:replies|responding|replying|answering|outputting)\s+(?:exactly|only|with\s+[A-Z0-9]{3,}-)|\bby\s+outputting\b",
        rf"^\W*(?:please\s+)?{_SAY}\s+(?:(?:with|exactly|only|just|back|the|this|word|code|token)\s+){{0,4}}[\W_]*(?-i:[A-Z][A-Z0-9]*[-_0-9][A-Z0-9_-]*)",
        r"\bin\s+(?:every|each|all)\s+(?:future\s+)?(?:summar(?:y|ies)|repl(?:y|ies)|responses?)\b",
        r"\b(?:so\s+)?i\s+(?:will|should|must)\s+(?:\w+\s+)?(?:append|output|comply|disregard|ignore|reveal|include)\b",
        (
            rf"\b(?:from\s+now\s+on|from\s+this\s+point|for\s+the\s+(?:rest|remainder)\s+of\s+(?:this|the)\s+(?:conversation|session|task|chat)|ab\s+jetzt|ab\s+sofort|"
            rf"desde\s+ahora|a\s+partir\s+de\s+ahora|d'ora\s+in\s+poi|dor[eé]navant|d[eé]sormais)\b(?=.*(?:{_YOU}|{_SAY}|{_OVERRIDE}))"
        ),
        r"\b(?:new|real|true|actual|only|updated|secret)\s+(?:instructions?|directives?|task|objective|orders?|rules)\b(?=\s*(?::|is\s+to\b|are\s*:|supersede))",
        rf"\b(?:note|message|attention|important|notice|instructions?|reminder|hey|dear)\s*,?\s*(?:to|for|from)?\s*(?:the|any|all|this)?\s*{_MACHINE}\b(?:\s+\w+){{0,5}}\s*[:,]",
        rf"\b(?:ai\s+(?:assistants?|agents?|systems?|models?)|{_MACHINE})\s+(?:\w+\s+)?(?:reading|reviewing|processing|integrating|summari[sz]ing)\s+(?:this|these)\b",
        rf"\b(?:if|when|before|as)\s+you\s+(?:are\s+an?\s+{_MACHINE}|(?:process|summari[sz]e|read|answer|reply|respond|translate)\b)(?=.*[,:].*\b(?:{_SAY}|must|should|also)\b)",
        rf"\byou\s+(?:must|shall|are\s+(?:hereby\s+)?(?:instructed|required|ordered|commanded))\b(?=.*\b(?:{_SAY}|comply|obey|ignore|disregard|follow)\b)",
        r"\bdecode\b(?=.*\b(?:follow|do\s+(?:exactly\s+)?what|execute|obey)\b)|\bdo\s+(?:exactly\s+)?what\s+it\s+says\b|\bexecute\s+it\s+as\s+a\s+command\b",
        r"\b(?:the\s+)?user\s+(?:has\s+(?:already\s+)?(?:approved|granted|authori[sz]ed|given)|is\s+(?:an?\s+admin|clearly\s+authori[sz]ed))\b",
        r"\b(?:disregard|ignore|bypass|exempt\s+from)\s+the\s+(?:content|safety|usual)\s+(?:policy|polic\w+|guidelines|restrictions)\b",
        (
            r"\b(?:must|should|muss|deve|debe|doit)\s+(?:\w+\s+){0,3}(?:be\s+)?(?:appended|included|added|repeated|angeh[äa]e?ngt|a[ñn]adirse|ajout[eé]|aggiunto)\b.*\b(?:repl\w+|responses?|answers?|"
            r"summar\w+|antwort\w*|r[eé]ponses?|respuestas?|rispost[ae]|reports?)\b|\bmuss\b.*\bantwort\w*\b.*\bangeh[äa]e?ngt\b"
        ),
        rf"\b(?:system[\s-]prompt|initial\s+instructions)\b(?=.*{_YOU})|{_YOU}(?=.*\bsystem[\s-]?prompt)",
    )
)
_BOLDEST: Final = _RULES[3:4]
"""Overriding what stands: who hides words in a cipher hides these, and no other text holds them."""

_QUOTED: Final = re.compile(r"“[^”]{3,}”|\"[^\"]{3,}\"|‘[^’]{3,}’|«[^»]{3,}»|`[^`]{3,}`")
_FEWEST_AROUND: Final = 5
"""Words around a quotation that make it a mention rather than an order in quotation marks."""


@lru_cache(maxsize=8192)
def gives_orders(text: str) -> bool:
    """Whether `text` tells its reader what to do, as no finding does."""
    around = _QUOTED.sub(" ", text)
    said = around if len(around.split()) >= _FEWEST_AROUND else text
    if any(rule.search(reading) for reading in readings(said) for rule in _RULES):
        return True
    return any(rule.search(hidden) for hidden in ciphers(said) for rule in _BOLDEST)
