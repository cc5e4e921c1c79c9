"""What a line of running text looks like, in any outlet: its end, its small words, its length."""

from __future__ import annotations

import re

_TERMINAL = re.compile(r"[.!?…。！？।]['\"”’»)\]*_]*(?:\s?\[\d{1,3}\])*$")
_INNER_SENTENCE_END = re.compile(
    r"[.!?…]['\"”’)\]]*(?:\[\d{1,3}\])*\s+['\"“‘(\[]?[A-ZÀ-Þ0-9]|[。！？]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# The commonest words of English and of its neighbours: every third word of a sentence, hardly any of a menu.
_ENGLISH = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had
    an they which one you were her all their there been would has when who will more no if out so said
    what its about into than them can only other some could time these two may then do first any my now
    such like our over me even most after also did many before must through back where much your way
    well down should because each just those how too while whether during between we she i him us
"""
_OTHERS = """
    der die das und ist nicht ein eine den von zu mit sich des auf für im dem es auch als er hat aus bei
    nach le la les de et est un une du que qui dans pour pas sur au il elle avec ce par plus se ne sont
    ont el los las y en una por con del al lo como su más o sus para che di è per non si dei della os as
    e da em um uma não com het een van dat op te zijn voor niet met aan og det som på
"""
SMALL_WORDS = frozenset((_ENGLISH + _OTHERS).split())

SENTENCE_WORDS = 9
"""A line of at least so many words that ends like a sentence is taken for one."""

_SMALL_SHARE = 0.22
_CJK_SENTENCE = 25
_LONG_LINE = 40
_LONG_LINE_SHARE = 0.3
_TITLE_WORDS = range(3, 36)
_LONGEST_TITLE = 300
_SHORTEST_WORD = 3


def words(text: str) -> int:
    """How many words; where a script has no blanks, two characters count as one."""
    cjk = len(_CJK.findall(text))
    return len(text.split()) + cjk // 2


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, quotation marks and brackets aside."""
    return bool(_TERMINAL.search(text))


def sentences(text: str) -> int:
    """About how many sentences: cheap, for weighing and not for cutting."""
    return len(_INNER_SENTENCE_END.findall(text)) + 1


def small_share(text: str) -> float:
    """The share of words that only hold a sentence together."""
    found = _WORD.findall(text.lower())
    return sum(word in SMALL_WORDS for word in found) / len(found) if found else 0.0


def is_prose(text: str) -> bool:
    """Whether the text reads as sentences, and not as a heading, a menu, a credit or a table."""
    if len(_CJK.findall(text)) >= _CJK_SENTENCE:
        return ends_sentence(text) or bool(_INNER_SENTENCE_END.search(text))
    count = words(text)
    if count < SENTENCE_WORDS:
        return False
    share = small_share(text)
    if share < _SMALL_SHARE:
        return False
    # A paragraph may end in a colon before its list, and a transcript has no full stops at all.
    if ends_sentence(text) or text.endswith((":", ";", ",")):
        return True
    if count >= _LONG_LINE and share > _LONG_LINE_SHARE:
        return True
    return count >= 2 * SENTENCE_WORDS and bool(_INNER_SENTENCE_END.search(text))


def is_title_like(text: str) -> bool:
    """Whether the text could head an article: a few words, some of them names or nouns, no list of links."""
    brief = words(text) in _TITLE_WORDS and len(text) <= _LONGEST_TITLE
    return brief and bool(_WORD.search(text))


def content_words(text: str) -> frozenset[str]:
    """The words that say what a text is about, in lower case."""
    return frozenset(
        word
        for word in _WORD.findall(text.lower())
        if len(word) >= _SHORTEST_WORD and word not in SMALL_WORDS
    )
