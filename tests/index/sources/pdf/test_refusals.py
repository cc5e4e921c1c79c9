"""PDFs that hold nothing to quote, or that are made to break their reader: refused by name, and the next one is read."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from index.errors.sources import (
    NoArticleError,
    OversizedSourceError,
    SourceError,
    UnreadableSourceError,
)
from index.sources.pdf.pdfium import worker as workers
from index.sources.pdf.pdfium.worker import WORKER, Worker
from index.sources.reading import articles_of
from index.sources.source import Source
from tests.index.sources.pdf import papers
from tests.index.sources.pdf.papers import objects, paper, stream, write

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LINES = [papers.sentence(number) for number in range(5)]
PAPER = paper(columns=2)


def read(content: bytes) -> str:
    """The text of the one article of a PDF."""
    (article,) = articles_of(Source("folder/paper.pdf", "folder", content))
    return article.text


def text_page(canvas: Canvas) -> None:
    write(canvas, LINES)


def scan(*, stamped: bool) -> bytes:
    """Pages that are pictures, perhaps with a line of text stamped on each."""
    picture = ImageReader(Image.new("L", (80, 110), 200))

    def page(canvas: Canvas) -> None:
        canvas.drawImage(picture, 0, 0, papers.WIDTH, papers.HEIGHT)
        if stamped:
            write(canvas, ["Downloaded on 3 May 2019"])

    return papers.drawn(page, page)


def one_page(
    content: bytes, resources: bytes = b"<<>>", page: bytes = b"", *others: bytes
) -> bytes:
    """A file of one page with this content."""
    return objects(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s %s>>"
        % (resources, page),
        stream(content),
        *others,
    )


def unmapped() -> bytes:
    """Text in a font of pictures that says of no glyph which letter it is."""
    glyph = stream(b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    names = b" ".join(b"/g%d" % code for code in range(65, 91))
    font = (
        b"<</Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 90 "
        b"/Widths [%s] /Encoding <</Type /Encoding /Differences [65 %s]>> /CharProcs <<%s>> /Resources <<>>>>"
        % (b"500 " * 26, names, b" ".join(b"/g%d 5 0 R" % code for code in range(65, 91)))
    )
    lines = b" ".join(
        b"(THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG AGAIN AND AGAIN) Tj 0 -14 Td"
        for _ in range(20)
    )
    return one_page(
        b"BT /F1 12 Tf 50 700 Td %s ET" % lines, b"<</Font <</F1 6 0 R>>>>", b"", glyph, font
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(
            scan(stamped=False), "is a scan; run OCR first, for example ocrmypdf", id="a scan"
        ),
        pytest.param(
            scan(stamped=True),
            "is a scan; run OCR first, for example ocrmypdf",
            id="a scan with a stamp",
        ),
        pytest.param(unmapped(), "fonts do not say which letters", id="glyphs without letters"),
        pytest.param(
            papers.drawn(text_page, encrypt=StandardEncryption("secret", strength=128)),
            "an encrypted PDF",
            id="encrypted",
        ),
        pytest.param(papers.drawn(lambda _: None), "no running text", id="an empty page"),
        pytest.param(b"%PDF-1.7\nnothing else", "a damaged PDF", id="a header alone"),
        pytest.param(PAPER[: len(PAPER) // 20], "a damaged PDF", id="cut short"),
    ],
)
def test_what_holds_nothing_to_quote_is_refused_by_name(content: bytes, reason: str) -> None:
    """The report says what it is, and what to do."""
    with pytest.raises(SourceError, match=reason):
        read(content)


def test_a_file_that_opens_without_a_password_is_read() -> None:
    """Many publishers only forbid printing."""
    encrypted = StandardEncryption("", ownerPassword="owner", canPrint=0, strength=128)
    assert LINES[0] in read(papers.drawn(text_page, encrypt=encrypted))


def test_lines_before_the_header_do_no_harm() -> None:
    """Servers put them there."""
    assert LINES[0] in read(b"HTTP noise\r\n\r\n" + papers.drawn(text_page))


PAGES = b"<</Type /Pages /Kids [%s] /Count %d>>"
CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
BLANK = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Resources <<>>>>"
NASTY = {
    "a page tree that holds itself": objects(CATALOG, PAGES % (b"2 0 R", 1)),
    "two page trees that hold each other": objects(
        CATALOG, PAGES % (b"3 0 R", 1), b"<</Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1>>"
    ),
    "a deep page tree": objects(
        CATALOG,
        *(
            b"<</Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R>>" % (number + 1, number - 1)
            for number in range(2, 3000)
        ),
    ),
    "a false count of pages": objects(CATALOG, PAGES % (b"3 0 R", 2**31 - 1), BLANK % b"9 9"),
    "a page without size": objects(CATALOG, PAGES % (b"3 0 R", 1), BLANK % b"0 0"),
    "a page of endless size": objects(CATALOG, PAGES % (b"3 0 R", 1), BLANK % b"9e38 9e38"),
    "a cross-reference table that goes in a circle": objects(
        CATALOG, PAGES % (b"3 0 R", 1), BLANK % b"9 9", extra=b"/Prev 9 "
    ),
    "a form that draws itself": one_page(
        b"/F Do",
        b"<</XObject <</F 5 0 R>>>>",
        b"",
        stream(
            b"/F Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>>",
        ),
    ),
    "an endless row of states": one_page(b"q " * 300_000),
    "an array in an array": one_page(b"[" * 100_000),
    "a picture larger than a house": one_page(
        b"/I Do",
        b"<</XObject <</I 5 0 R>>>>",
        b"",
        stream(
            b"x",
            b"/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
        ),
    ),
    "a script and a file within": objects(
        b"<</Type /Catalog /Pages 2 0 R /OpenAction <</S /JavaScript /JS (while(1){})>> /Names <</EmbeddedFiles <</Names [(a) 3 0 R]>>>>>>",
        PAGES % (b"4 0 R", 1),
        b"<</Type /Filespec /F (a.exe)>>",
        BLANK % b"9 9",
    ),
    "a font that names itself": one_page(
        b"BT /F 9 Tf (words) Tj ET",
        b"<</Font <</F 5 0 R>>>>",
        b"",
        b"<</Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /Encoding 5 0 R>>",
    ),
    "letters of no size and of endless size": one_page(
        b"BT /F 0 Tf (words of no size) Tj /F 1e30 Tf (words of any size) Tj 1e38 1e38 Td (far away) Tj ET",
        b"<</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>",
    ),
}


@pytest.mark.parametrize("name", NASTY)
def test_what_is_made_to_break_a_reader_is_refused(name: str) -> None:
    """With a reason, and the next paper is read."""
    with pytest.raises(SourceError):
        read(NASTY[name])
    assert LINES[0] in read(papers.drawn(text_page))


def test_a_document_of_too_many_pages_is_refused() -> None:
    """Before any of them is read."""
    kids = b"3 0 R " * 2500
    with pytest.raises(OversizedSourceError, match="more than 2000 pages"):
        read(objects(CATALOG, PAGES % (kids, 2500), BLANK % b"9 9"))


def child(worker: Worker) -> int:
    """The process that a worker keeps."""
    worker.words_of(papers.drawn(text_page))
    assert worker._child is not None
    return worker._child._running.pid


def test_a_child_that_dies_between_two_files_costs_neither() -> None:
    """Another takes its place."""
    os.kill(child(WORKER), signal.SIGKILL)
    assert LINES[0] in read(papers.drawn(text_page))


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        pytest.param("import os; os._exit(3)", "over which its reader breaks down", id="it dies"),
        pytest.param(
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            "over which its reader breaks down",
            id="it crashes",
        ),
        pytest.param(
            "import signal, time; signal.alarm(1); time.sleep(60)",
            "takes longer than",
            id="it hangs",
        ),
        pytest.param("bytearray(1 << 40)", "to read", id="it wants too much memory"),
    ],
)
def test_a_file_over_which_the_child_ends_is_refused_and_the_next_is_read(
    does: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever pdfium does, the build goes on: here the child is told to do it at a mark in the file."""
    script = tmp_path / "child.py"
    script.write_text(
        "from index.sources.pdf.pdfium import child\n"
        "read = child.document\n"
        "def document(content, limits):\n"
        f"    if b'MARK' in content:\n        {does}\n"
        "    return read(content, limits)\n"
        "child.document = document\n"
        "child.main()\n"
    )
    monkeypatch.setattr(workers, "COMMAND", (workers.COMMAND[0], str(script)))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[4]))
    worker = Worker()
    try:
        with pytest.raises(SourceError, match=reason):
            worker.words_of(papers.drawn(text_page) + b"MARK")
        assert worker.words_of(papers.drawn(text_page))["pages"]
    finally:
        worker.close()


@pytest.mark.parametrize("content", [papers.drawn(text_page), PAPER], ids=["a page", "a paper"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 60))
def test_a_damaged_file_is_read_or_refused(content: bytes, seed: int, changes: int) -> None:
    """Never anything else, whichever of its bytes are others."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    mutated = bytearray(content)
    for _ in range(changes):
        start = chance.randrange(len(mutated))
        mutated[start : start + chance.choice((0, 1, 1, 8))] = chance.randbytes(
            chance.choice((0, 1, 1, 4))
        )
    try:
        read(bytes(mutated))
    except SourceError:
        return


def test_refusals_are_of_their_kind() -> None:
    """A scan was read well; a broken file was not."""
    with pytest.raises(NoArticleError):
        read(scan(stamped=False))
    with pytest.raises(UnreadableSourceError):
        read(b"%PDF-1.7\n")


@pytest.mark.timeout(20)
def test_lines_of_thousands_of_letters_are_joined_in_time_that_grows_with_them() -> None:
    """Each line once cost a search of all that stood before it, from every letter of it."""
    line = b"(" + b"the words of it " + b"a" * 3_000 + b") Tj T* "
    text = b"BT /F 0.3 Tf 0.36 TL 9 800 Td " + line * 120 + b"ET"
    font = b"<</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>"
    assert "the words of it" in read(one_page(text, font))
