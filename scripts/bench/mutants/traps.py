"""Files that are made to hurt a parser: bombs, deep nests, endless rows, what makes a pattern search for ever."""

from __future__ import annotations

import json
from typing import Final

from scripts.bench.mutants.samples import SAMPLES

_N: Final = 200_000


def traps() -> dict[str, bytes]:
    """Each by what it is."""
    return {
        name: content.encode("utf-8", "surrogatepass") for name, content in _texts().items()
    } | _bytes()


def _texts() -> dict[str, str]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    jats = '<article article-type="x"><front><article-meta/></front><body>{}</body></article>'
    words = "the of and to in is that it was with are words of the article and more of them. "
    return {
        "billion laughs": f'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "ha">{laughs}]>{jats.format("<p>&l11;</p>")}',
        "quadratic blow-up": f'<!DOCTYPE article [<!ENTITY a "{"a" * 100_000}">]>{jats.format("<p>" + "&a;" * 20_000 + "</p>")}',
        "an outer entity": f'<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>{jats.format("<p>&x;</p>")}',
        "deep XML": jats.format("<sec>" * 20_000),
        "deep sound XML": jats.format("<sec>" * 240 + f"<p>{words}</p>" + "</sec>" * 240),
        "deep inline XML": jats.format("<p>" + "<italic>" * 230 + words + "</italic>" * 230 + "</p>"),
        "nested boxes": jats.format("<boxed-text>" * 200 + f"<p>{words}</p>" + "</boxed-text>" * 200),
        "nested figure groups": jats.format("<fig-group>" * 220 + "<fig><caption><p>x</p></caption></fig>" * 500 + "</fig-group>" * 220),
        "many sub-articles": jats.format("<p>x</p>") .replace("</article>", "<sub-article/>" * 100_000 + "</article>"),
        "an attribute of megabytes": f'<article article-type="{"x" * 5_000_000}"><body><p>{words}</p></body></article>',
        "a hundred thousand attributes": "<article article-type='x' " + " ".join(f"a{n}='1'" for n in range(100_000)) + "/>",
        "many empty paragraphs": jats.format("<p/>" * _N),
        "many citations": jats.format("<p>" + '<xref ref-type="bibr">[1]</xref>, ' * 60_000 + "</p>"),
        "a formula of brackets": jats.format('<p><inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">' + "<mml:mrow>" * 200 + "<mml:mi>x</mml:mi>" * 9999 + "</mml:mrow>" * 200 + "</mml:math></inline-formula></p>"),
        "deep HTML": "<html><body>" + "<div>" * 100_000 + words,
        "deep sound HTML": "<html><body>" + "<div>" * 190 + f"<p>{words * 20}</p>",
        "deep lists": "<html><body><article>" + "<ul><li>" * 95 + words * 20,
        "deep tables": "<html><body>" + "<table><tr><td>" * 60 + words * 20,
        "deep quotes": "<html><body><article>" + "<blockquote>" * 190 + f"<p>{words * 20}</p>",
        "deep spans": "<html><body><article><p>" + "<span>" * 190 + words * 30,
        "many paragraphs": "<html><body><article>" + f"<p>{words}</p>" * 40_000,
        "many links": "<html><body><article>" + '<a href="https://doi.org/10.1/x">words of it</a> ' * 40_000,
        "many open tags": "<html><body>" + "<b><i><p>" * 60_000,
        "many headings": "<html><body><article>" + f"<h2>Of it</h2><p>{words}</p>" * 20_000,
        "many line breaks": f"<html><body><article><p>{words}" + "<br>" * 100_000 + words,
        "many rows": "<html><body><article><table>" + "<tr><td>1</td><td>2</td></tr>" * 30_000,
        "many times": "<html><body><article>" + "<time>3 May 2019</time>" * 30_000,
        "many meta tags": "<html><head>" + "<meta name='author' content='By Ana Roe'>" * 50_000 + f"<body><p>{words * 9}",
        "deep JSON-LD": '<html><head><script type="application/ld+json">' + '{"@graph":[' * 50_000 + f"</script><body><p>{words * 9}",
        "JSON-LD that holds itself": '<html><head><script type="application/ld+json">{"@graph":[' + ",".join(f'{{"@id":"{n}","@type":"Article","author":{{"@id":"{(n + 1) % 3000}"}}}}' for n in range(3000)) + f"]}}</script><body><p>{words * 9}",
        "an address of megabytes": f'<html><head><link rel=canonical href="https://example.org/{"a" * 3_000_000}"><body><p>{words * 9}',
        "entities of HTML": "<html><body><p>" + "&amp;" * _N,
        "comments not closed": "<html><body>" + "<!-- " * _N,
        "declarations": "<!DOCTYPE " * _N,
        "processing instructions": "<?xml " * _N + "?><article>",
        "comments before a root": "<!-- x -->" * 100_000 + "<article article-type='x'/>",
        "deep JSON": "[" * _N,
        "deep sound JSON": '{"a":' * 900 + "1" + "}" * 900,
        "deep JSON record": '{"title":"x","text":' + "[" * 5_000 + '"y"' + "]" * 5_000 + "}",
        "broken JSON records": "[" + '{"title":"x","text":},' * 100_000 + "]",
        "JSON strings not closed": '{"title":"x"}' + '}, {"' * 100_000,
        "JSON of surrogates": json.dumps([{"title": "\ud800 x", "text": (words + "\udfff") * 5}]),
        "a number of digits": '{"title":"x","year":' + "9" * 1_000_000 + ',"text":"y"}',
        "keys of megabytes": json.dumps([{"title": "x", "text": words, "k" * 3_000_000: 1}]),
        "many equal keys": "{" + '"title":"x",' * 100_000 + '"text":"y"}',
        "many records": "\n".join(json.dumps({"id": n, "title": f"t{n}", "text": words}) for n in range(60_000)),
        "commas": "title,text\n" + "," * 2_000_000,
        "quotes": 'title,text\n"' + '"' * 1_999_999,
        "quote not closed": 'title,text\nx,"' + f"{words}\n" * 30_000,
        "many rows of a table": "title\ttext\n" + f"x\t{words}\n" * 60_000,
        "many columns": ",".join(["title", "text", *(f"c{n}" for n in range(50_000))]) + "\nx,y\n",
        "a line of megabytes": words * 40_000,
        "a word of megabytes": "a" * 5_000_000,
        "dots": "." * 1_000_000,
        "blanks": " x" + " " * 3_000_000 + "y",
        "blank lines": words + "\n" * 1_000_000 + words,
        "digits": "1" * 1_000_000,
        "bylines": "By Ana Roe and " * 60_000,
        "dates": "3 May 2019, " * 80_000,
        "a date that never ends": "2019-" * 200_000,
        "addresses": "https://example.org/10.1234/ab " * 60_000,
        "a DOI of megabytes": "10.1234/" + "a" * 2_000_000,
        "brackets": "[" * 300_000 + "](" * 100_000,
        "stars": "*" * 300_000 + " words " + "_" * 300_000,
        "quotation levels": "> " * 100_000 + words,
        "fences": "# x\n\n" + "```\n" * 100_000,
        "pipes": "# x\n\n" + "|" * 300_000 + "\n|---|---|\n",
        "headings of Markdown": "# x\n\n" + f"## y\n\n{words}\n\n" * 20_000,
        "front matter that never ends": "---\n" + "a: b\n" * 100_000,
        "aliases of YAML": "---\na: &a [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else '*a'] * 9)}]\n" for n in range(12)) + "---\n# x\n\n" + words,
        "deep YAML": "---\na: " + "[" * 20_000 + "\n---\n# x\n\n" + words,
        "marks of direction": ("\u202e\u2066\u200f" * 100_000) + words,
        "combining marks": "a" + "\u0301" * 500_000,
        "Hangul to be composed": "\u1100\u1161\u11a8" * 300_000,
        "ligatures": "ﷺ" * 300_000,
        "Chinese without a stop": "研究" * 500_000,
        "feed of entries": "<rss><channel>" + "<item><title>x</title><link>https://example.org/1</link></item>" * 30_000,
        "feed of nests": "<rss><channel><item><description>" + "&lt;div&gt;" * 60_000,
        "sitemap of addresses": "<urlset>" + "<url><loc>https://example.org/1</loc></url>" * 60_000 + "</urlset>",
    }  # fmt: skip


def _bytes() -> dict[str, bytes]:
    (pdf,) = SAMPLES["PDF"]
    form = b"/A Do /B Do " * 9
    return {
        "NULs": b"\x00" * 2_000_000,
        "half a UTF-16": ("words of the article. " * 900).encode("utf-16")[:-1],
        "EBCDIC": ("<?xml version='1.0' encoding='cp037'?>" + "<p>words</p>" * 999).encode("cp037"),
        "high bytes": bytes(range(128, 256)) * 8_000,
        "escapes of Japanese": b"\x1b$B" * 300_000,
        "a gzip bomb": b"\x1f\x8b\x08" + b"\x00" * 100,
        "a PDF of forms in forms": _page(form, form),
        "a PDF of two million letters": _page(
            b"BT /F 1 Tf " + (b"(" + b"words " * 300 + b") Tj ") * 1_200 + b"ET"
        ),
        "a PDF of letters all over": _page(
            b"BT /F 9 Tf "
            + b"".join(b"1 0 0 1 %d %d Tm (w) Tj " % (n % 590, n // 590) for n in range(120_000))
            + b"ET"
        ),
        "a PDF of one spot": _page(b"BT /F 9 Tf " + b"1 0 0 1 9 9 Tm (word) Tj " * 80_000 + b"ET"),
        "a PDF of full pages": _page(_full_page(), pages=400),
        "a PDF of paths": _page(b"0 0 m 9 9 l S " * 200_000),
        "a PDF of dictionaries": pdf.replace(
            b"/Type /Catalog", b"/Type /Catalog /X " + b"<</X " * 100_000
        ),
        "a PDF of arrays": pdf.replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 200_000),
        "PDF trailers": pdf + b"trailer<</Prev 9>>startxref\n9\n%%EOF\n" * 20_000,
    }


def _full_page() -> bytes:
    line = b"(in the words of it and of the others that were with them in the article) Tj T* "
    return b"BT /F 9 Tf 10 TL 50 780 Td " + line * 72 + b"ET"


def _page(content: bytes, form: bytes = b"", pages: int = 1) -> bytes:
    """A file without a table of its objects: pdfium looks for them."""
    forms = (
        b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R/B %d 0 R>>>>>>stream\n"
        % (number, 13 - number, 13 - number)
        + form
        + b"\nendstream endobj "
        for number in (6, 7)
    )
    return b"".join(
        (
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj ",
            b"2 0 obj<</Type/Pages/Kids[" + b"3 0 R " * pages + b"]/Count %d>>endobj " % pages,
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R",
            b"/Resources<</Font<</F 5 0 R>>/XObject<</A 6 0 R/B 7 0 R>>>>>>endobj ",
            b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj 4 0 obj<<>>stream\n",
            content,
            b"\nendstream endobj ",
            *forms,
            b"trailer<</Root 1 0 R>>",
        )
    )
