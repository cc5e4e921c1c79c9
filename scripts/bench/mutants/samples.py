"""A small sound file of every format that is read: what mutants are made from."""

from __future__ import annotations

import json
from typing import Final

_WORDS: Final = (
    "In this trial of 214 adults the drug lowered the score by 4.2 points after eight weeks, and it did so "
    "in both arms. The “placebo” group’s scores fell by 1.1 points (95% CI 0.4–1.8), which is less than was expected of it."
)
_RECORD: Final = {
    "id": "r1",
    "title": "A drug lowers a score",
    "authors": [{"first": "Ana", "last": "Mendoza"}],
    "abstract": _WORDS,
    "doi": "10.5555/x.1",
    "year": 2019,
}
_S2ORC: Final[dict[str, object]] = {
    "paper_id": "77",
    "metadata": {"title": "A drug lowers a score", "authors": [{"first": "Ana", "last": "Roe"}]},
    "abstract": [{"text": _WORDS, "cite_spans": [{"start": 3, "end": 9}], "section": "Abstract"}],
    "body_text": [{"text": _WORDS, "cite_spans": [], "section": "Results"}] * 2,
    "content": {"text": _WORDS, "annotations": {"paragraph": '[{"start": 0, "end": 90}]'}},
    "ref_entries": {"FIGREF0": {"text": "A figure of scores by week.", "type": "figure"}},
}
_JATS: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd" [<!ENTITY note "n">]>
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article" xml:lang="en">
<front><journal-meta><journal-title-group><journal-title>Annals</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/x.1</article-id><title-group><article-title>A drug <italic>lowers</italic> a score</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Roe</surname><given-names>Ana</given-names></name><xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib></contrib-group>
<pub-date pub-type="epub"><day>3</day><month>5</month><year>2019</year></pub-date>
<related-article related-article-type="corrected-article" ext-link-type="doi" xlink:href="10.5555/y.2"/>
<abstract><sec><title>Background</title><p>{_WORDS}</p></sec></abstract></article-meta></front>
<body><sec><title>Results</title><p>{_WORDS} <xref ref-type="bibr" rid="b1">[1]</xref> &note; &alpha; <inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula></p>
<list><list-item><p>{_WORDS}</p></list-item></list><fig id="f1"><label>Figure 1</label><caption><title>Scores</title><p>By week and arm.</p></caption></fig>
<table-wrap><label>Table 1</label><caption><p>Scores of all.</p></caption><table><tr><td>1</td></tr></table></table-wrap>
<boxed-text><sec><title>Box</title><p>{_WORDS}</p></sec></boxed-text></sec></body>
<back><ref-list><ref id="b1"><mixed-citation>Doe J. 2001. <pub-id pub-id-type="doi">10.5555/z.3</pub-id></mixed-citation></ref></ref-list></back></article>"""
_PAGE: Final = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A drug lowers a score | Valley Mirror</title>
<link rel="canonical" href="https://example.org/news/1"><meta property="og:title" content="A drug lowers a score"><meta name="author" content="Ana Roe">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"NewsArticle","headline":"A drug lowers a score","datePublished":"2019-05-03","author":{{"@type":"Person","name":"Ana Roe"}}}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/health">Health</a></li></ul></nav><article><h1>A drug lowers a score</h1><p class="byline">By Ana Roe <time datetime="2019-05-03">3 May 2019</time></p>
<p>{_WORDS}</p><h2>What it means</h2><p>{_WORDS} <a href="https://doi.org/10.5555/x.1">The paper</a>.</p><ul><li>{_WORDS}</li></ul><table><tr><th>Arm</th><th>Score</th></tr><tr><td>Drug</td><td>4.2</td></tr></table>
<blockquote>{_WORDS}</blockquote></article><aside><h3>Related</h3><a href="/2">Another story</a></aside><footer>© Valley Mirror</footer></body></html>"""
_PUBMED: Final = f"""<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>123</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2019 May-Jun</MedlineDate></PubDate></JournalIssue><Title>Annals</Title></Journal>
<ArticleTitle>A drug lowers a score.</ArticleTitle><Abstract><AbstractText Label="RESULTS">{_WORDS}</AbstractText></Abstract><AuthorList><Author><LastName>Roe</LastName><Initials>A</Initials></Author></AuthorList>
<PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList></Article><CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><PMID>456</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/x.1</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"""
_MARKDOWN: Final = f"""---
title: A drug lowers a score
authors: [Ana Roe, "O'Neill, J."]
published: 2019-05-03
---

# A drug lowers a score

{_WORDS}

## Results

- {_WORDS}
- *and* **again** `code` [link](https://example.org)

| a | b |
|---|---|
| 1 | 2 |
"""
_TEXT: Final = f"""Home
News
Health

A drug lowers a score

By Ana Roe
May 3, 2019

{_WORDS}

{_WORDS}

Share on Facebook

Related stories
Another story of the week
"""
_FEED: Final = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Valley Mirror</title><link>https://example.org/</link>
<item><title>A drug lowers a score</title><link>https://example.org/news/1</link><pubDate>Fri, 03 May 2019 10:00:00 GMT</pubDate><dc:creator>Ana Roe</dc:creator><content:encoded><![CDATA[<p>{_WORDS}</p>]]></content:encoded></item></channel></rss>"""
_ATOM: Final = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Mirror</title><entry><title>A drug</title><link href="https://example.org/news/1"/><updated>2019-05-03T10:00:00Z</updated><author><name>Ana Roe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{_WORDS}</p></div></content></entry></feed>"""
_SITEMAP: Final = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.org/news/1</loc><lastmod>2019-05-03</lastmod><news:news><news:title>A drug</news:title></news:news></url></urlset>"""


def _pdf() -> bytes:
    """Two pages of two columns, written object by object, with a true table of where they stand."""
    lines = [_WORDS[start : start + 44] for start in range(0, len(_WORDS), 44)]
    pages: list[bytes] = []
    for number in (1, 2):
        text = [f"BT /F1 9 Tf 50 800 Td (Annals of Examples, page {number}) Tj ET"]
        if number == 1:
            text.append(
                "BT /F2 18 Tf 50 760 Td (A drug lowers a score of adults) Tj ET BT /F1 11 Tf 50 735 Td (Ana Roe and Jane Doe) Tj ET"
            )
        for left in (50, 310):
            text.append(f"BT /F2 12 Tf {left} 700 Td ({number} Results) Tj /F1 10 Tf 12 TL T* T*")
            text += [f"({_escaped(line)}) Tj T*" for line in lines * 4]
            text.append("ET")
        pages.append("\n".join(text).encode("cp1252", "replace"))
    bodies = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>",
        *(
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F1 7 0 R /F2 8 0 R>>>>>>"
            % number
            for number in (5, 6)
        ),
        *(b"<</Length %d>>\nstream\n%s\nendstream" % (len(page), page) for page in pages),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>",
        b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding>>",
        b"<</Title (A drug lowers a score of adults) /Author (Ana Roe; Jane Doe)>>",
    ]
    content, places = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(bodies, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R /Info 9 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(bodies) + 1, table, len(bodies) + 1, len(content))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


SAMPLES: Final[dict[str, tuple[bytes, ...]]] = {
    "HTML": (_PAGE.encode(), f"<p>{_WORDS}</p><div>{_WORDS}".encode()),
    "JATS": (
        _JATS.encode(),
        f"<pmc-articleset>{_JATS.partition('>]>')[2].replace('&note;', '')}</pmc-articleset>".encode(),
    ),
    "PubMed XML": (_PUBMED.encode(),),
    "text": (_TEXT.encode(), _TEXT.encode("cp1252"), _TEXT.encode("utf-16")),
    "Markdown": (_MARKDOWN.encode(),),
    "PDF": (_pdf(),),
    "JSON": (
        json.dumps([_RECORD, _RECORD]).encode(),
        json.dumps({"response": {"docs": [_RECORD]}}).encode(),
        json.dumps(_S2ORC).encode(),
    ),
    "JSON lines": (f"{json.dumps(_RECORD)}\n{json.dumps(_S2ORC)}\n".encode(),),
    "CSV": (
        f'title,authors,abstract,doi\n"A drug, lowering","Roe A; Doe J","{_WORDS}",10.5555/x.1\nB,C,"{_WORDS}",\n'.encode(),
        f"id\ttitle\ttext\n1\tA drug\t{_WORDS}\n".encode(),
    ),
    "feed": (_FEED.encode(), _ATOM.encode()),
    "sitemap": (_SITEMAP.encode(),),
    "list": (b"https://example.org/1\n# note\nhttps://example.org/2\n",),
}
"""By the format's name."""
