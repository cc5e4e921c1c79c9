"""PDFs for tests: papers set as journals set them, and files written object by object."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.platypus.flowables import Flowable

WIDTH, HEIGHT = A4
MARGIN = 56
_TITLE_ROOM = 190

TEXT = ParagraphStyle(
    "text",
    fontName="Times-Roman",
    fontSize=10,
    leading=12,
    alignment=TA_JUSTIFY,
    firstLineIndent=12,
)
ABSTRACT = ParagraphStyle("abstract", parent=TEXT, fontSize=9, leading=11, firstLineIndent=0)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=17, leading=20, alignment=TA_CENTER)
AUTHORS = ParagraphStyle(
    "authors", fontName="Times-Roman", fontSize=11, leading=14, alignment=TA_CENTER
)
SMALL = ParagraphStyle("small", fontName="Times-Roman", fontSize=8, leading=9)
HEADING = ParagraphStyle("heading", fontName="Times-Bold", fontSize=12, leading=18, spaceBefore=8)
SUBHEADING = ParagraphStyle(
    "subheading", fontName="Times-Bold", fontSize=10, leading=14, spaceBefore=4
)

_SUBJECTS = ("sleep", "memory", "attention", "appetite", "movement", "language", "mood", "vision")
_VERBS = ("improved", "declined", "recovered", "varied", "stabilised", "diminished", "returned")
_CASES = ("mice", "students", "nurses", "patients", "volunteers", "farmers", "pilots", "singers")


def sentence(number: int) -> str:
    """A sentence that no other number gives."""
    subject, verb, case = (
        words[number // step % len(words)]
        for words, step in ((_SUBJECTS, 1), (_VERBS, 8), (_CASES, 56))
    )
    return f"In trial {number} the {subject} of the {case} {verb} after they had been observed for several weeks."


def paragraph(number: int, sentences: int = 6) -> str:
    """A paragraph that no other number gives."""
    return " ".join(sentence(100 * number + place) for place in range(sentences))


def drawn(*pages: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of which each page is drawn by hand."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, encrypt=encrypt)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def write(
    canvas: Canvas,
    lines: Sequence[str],
    *,
    left: float = 72,
    top: float = 100,
    size: float = 10,
    font: str = "Times-Roman",
) -> None:
    """Lines one under the other, from a height counted from the page's top."""
    canvas.setFont(font, size)
    for place, line in enumerate(lines):
        canvas.drawString(left, HEIGHT - top - 1.2 * size * place, line)


def paper(
    *,
    columns: int = 1,
    front: Sequence[Flowable] | None = None,
    story: Sequence[Flowable] | None = None,
    head: str = "Example Journal of Trials",
    foot: str = "",
    title: str = "",
    author: str = "",
    rotate: int = 0,
) -> bytes:
    """A paper with a title over the whole width and its text in columns."""
    target = BytesIO()

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setPageRotation(rotate)
        canvas.setFont("Times-Italic", 8)
        canvas.drawString(MARGIN, HEIGHT - 30, head)
        canvas.drawCentredString(WIDTH / 2, 28, str(document.page))
        if document.page == 1 and foot:
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(MARGIN, 42, foot)

    document = BaseDocTemplate(target, pagesize=A4, title=title, author=author, invariant=1)
    gap = 20
    width = (WIDTH - 2 * MARGIN - gap * (columns - 1)) / columns
    top = Frame(
        MARGIN,
        HEIGHT - MARGIN - _TITLE_ROOM,
        WIDTH - 2 * MARGIN,
        _TITLE_ROOM,
        id="top",
        leftPadding=0,
        rightPadding=0,
    )

    def frames(height: float) -> list[Frame]:
        return [
            Frame(
                MARGIN + place * (width + gap), MARGIN, width, height, leftPadding=0, rightPadding=0
            )
            for place in range(columns)
        ]

    first = [top, *frames(HEIGHT - 2 * MARGIN - _TITLE_ROOM)]
    document.addPageTemplates(
        [
            PageTemplate("first", first, onPage=around),
            PageTemplate("next", frames(HEIGHT - 2 * MARGIN), onPage=around),
        ]
    )
    opening = FRONT if front is None else front
    text = body() if story is None else story
    document.build([NextPageTemplate("next"), *opening, FrameBreak(), *text])
    return target.getvalue()


NAME = "Watching people sleep changes what they remember of it"
PEOPLE = ("Ana Mendoza", "Peter van der Berg", "Li Wei", "J. R. O’Neill")
FRONT: tuple[Flowable, ...] = (
    Paragraph(NAME, TITLE),
    Paragraph(
        "Ana Mendoza<super>1,*</super>, Peter van der Berg<super>2</super>, Li Wei<super>1,2</super> and J. R. O’Neill<super>1</super>",
        AUTHORS,
    ),
    Paragraph("<super>1</super>Department of Sleep, University of Somewhere, Spain", SMALL),
    Paragraph(
        "<super>2</super>Institute of Memory, Elsewhere, Netherlands. ana@example.org", SMALL
    ),
)


def body() -> list[Flowable]:
    """Abstract, sections, a table, a caption, acknowledgements and references."""
    cells = [
        ["Group", "n", "Mean", "SD"],
        ["Watched", "41", "3.2", "0.4"],
        ["Alone", "39", "2.1", "0.6"],
        ["Asleep", "12", "0.3", "0.1"],
    ]
    entries = [
        f"{number}. Mendoza A, Wei L. Sleep of group {number}. J Sleep Res. {1990 + number};12:{number}0-{number}9."
        for number in range(1, 9)
    ]
    return [
        Paragraph("Abstract", HEADING),
        Paragraph(paragraph(1), ABSTRACT),
        Paragraph("1 Introduction", HEADING),
        *(Paragraph(paragraph(number), TEXT) for number in range(2, 6)),
        Paragraph("2 Methods", HEADING),
        Paragraph("2.1 Participants", SUBHEADING),
        *(Paragraph(paragraph(number), TEXT) for number in range(6, 9)),
        Table(cells),
        Paragraph("<b>Table 1.</b> Hours of sleep that were remembered, by group.", SMALL),
        Paragraph("2.2 Procedure", SUBHEADING),
        *(Paragraph(paragraph(number), TEXT) for number in range(9, 13)),
        Paragraph("3 Results", HEADING),
        *(Paragraph(paragraph(number), TEXT) for number in range(13, 17)),
        Paragraph("Acknowledgements", HEADING),
        Paragraph(
            "We thank the sleepers of the north wing, who were patient with all of us.", TEXT
        ),
        Paragraph("References", HEADING),
        *(Paragraph(entry, SMALL) for entry in entries),
    ]


def objects(*bodies: bytes, root: int = 1, extra: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, with a true table of where they stand."""
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate(bodies, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    trailer = b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n"
    return content + trailer % (len(bodies) + 1, root, extra, start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)
