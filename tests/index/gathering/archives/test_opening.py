"""Archives: what is in them comes out by name, and what is meant to harm does not."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from index.article import Metadata
from index.errors.sources import SourceError
from index.gathering.archives.opening import is_archive, members, opened
from index.sources.source import Skipped, Source
from tests.index.gathering.archives.packed import BEES, inside, source, tarred, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Pack = Callable[[Mapping[str, bytes]], bytes]


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(zipped, id="zip"),
        pytest.param(lambda files: zipped(files, zipfile.ZIP_STORED), id="stored"),
        pytest.param(tarred, id="tar"),
        pytest.param(lambda files: tarred(files, "w:gz"), id="tar.gz"),
    ],
)
def test_members_are_named_by_their_archive(pack: Pack) -> None:
    """Folders stay part of the name; hidden files and macOS' own are no articles."""
    files = {
        "one.md": b"1",
        "in/two.md": b"2",
        ".hidden": b"",
        "__MACOSX/._one.md": b"",
        "in/.x": b"",
    }
    content = pack(files)
    assert is_archive(content)
    assert inside(content) == {"shelf/a.zip!/one.md": b"1", "shelf/a.zip!/in/two.md": b"2"}


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("corpus.jsonl.gz", "corpus.jsonl"),
        ("shelf/page.html.gz", "page.html"),
        ("https://a.example/page", "content"),
        (".gz", "content"),
    ],
)
def test_a_file_packed_by_gzip(name: str, member: str) -> None:
    """Its name is the archive's without the ending."""
    assert inside(gzip.compress(b"1") + gzip.compress(b"2"), name) == {f"{name}!/{member}": b"12"}


def test_archives_in_archives_are_opened() -> None:
    """Three deep, and no deeper."""
    one = zipped({"page.md": b"1"})
    two = tarred({"in.zip": one, "in.md.gz": gzip.compress(b"2")}, "w:gz")
    assert inside(zipped({"b.tgz": two})) == {
        "shelf/a.zip!/b.tgz!/in.zip!/page.md": b"1",
        "shelf/a.zip!/b.tgz!/in.md.gz!/in.md": b"2",
    }
    deep = inside(zipped({"c.zip": zipped({"b.tgz": two}), "flat.md": b"3"}))
    assert deep == {
        "shelf/a.zip!/c.zip!/b.tgz!/in.zip": "archives inside archives inside archives",
        "shelf/a.zip!/c.zip!/b.tgz!/in.md.gz": "archives inside archives inside archives",
        "shelf/a.zip!/flat.md": b"3",
    }


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("a/./b//c", "a/b/c"),
        ("C:\\up\\..\\win.md", "C:/win.md"),
    ],
)
def test_a_name_leads_nowhere_but_into_the_archive(pack: Pack, stated: str, name: str) -> None:
    """Nothing is written to a disk; what is shown looks like no other place either."""
    assert list(inside(pack({stated: b"1"}))) == [f"shelf/a.zip!/{name}"]


def test_an_encrypted_member_is_named_and_the_others_are_read() -> None:
    """The flag in the directory tells, and where only the file's own header does, that does too."""
    content = bytearray(zipped({"open.md": b"1", "shut.md": b"2"}))
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    found = inside(bytes(content))
    assert found["shelf/a.zip!/open.md"] == b"1"
    assert "encrypted" in str(found["shelf/a.zip!/shut.md"])


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_piece_by_piece_is_refused(method: int) -> None:
    """A few bytes of these may hold a gigabyte."""
    assert "pack it with deflate" in str(inside(zipped({"a.md": b"1"}, method)))


def test_a_second_member_of_one_name() -> None:
    """The first counts; the other is named."""
    content = zipped({"a.md": b"1", "b.md": b"2"}).replace(b"b.md", b"a.md")
    found = list(members(source(content)))
    assert isinstance(found[0], Source)
    assert found[0].content == b"1"
    assert isinstance(found[1], Skipped)


def test_a_link_in_a_tar_is_not_followed() -> None:
    """It may point anywhere."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert inside(packed.getvalue()) == {"shelf/a.zip!/passwd": "a link or a device in an archive"}


def test_a_member_without_a_name_is_passed_over() -> None:
    """And the others are read."""
    assert inside(zipped({"": b"1", "b.md": b"2"})) == {"shelf/a.zip!/b.md": b"2"}


def test_a_broken_member_loses_itself_alone() -> None:
    """Its check sum tells."""
    content = zipped({"bad.md": BEES, "good.md": b"1"}, zipfile.ZIP_STORED).replace(
        b"comb", b"bomb"
    )
    assert inside(content) == {
        "shelf/a.zip!/bad.md": "its bytes in the archive are broken",
        "shelf/a.zip!/good.md": b"1",
    }


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_an_office_document_is_no_archive_of_articles(name: str) -> None:
    """Its XML parts are no articles."""
    with pytest.raises(SourceError, match="office document or an e-book"):
        list(members(source(zipped({name: b"", "word/document.xml": b"<a/>"}))))


@pytest.mark.parametrize("pack", [zipped, lambda files: tarred(files, "w:gz")])
def test_what_is_written_in_an_archive_describes_its_members(pack: Pack) -> None:
    """A sidecar wins over a table, an inner table over an outer one, and rows about nothing are named."""
    content = pack(
        {
            "articles.csv": b"file,title,outlet\nin/a.txt,Outer,Gazette\nnone.txt,None,\n",
            "in/a.txt": BEES,
            "in/a.meta.yaml": b"title: By hand\n",
            "in/b.txt": BEES,
            "in/b.meta.yaml": b"titel: misspelt\n",
            "lost.meta.yaml": b"title: x\n",
        }
    )
    outside = Metadata(outlet="Wins not", licence="CC BY", title="of several")
    found = {m.locator: m for m in members(source(content, supplied=outside))}
    first = found["shelf/a.zip!/in/a.txt"]
    assert isinstance(first, Source)
    assert first.supplied == Metadata(title="By hand", outlet="Gazette", licence="CC BY")
    said = {name: m.reason for name, m in found.items() if isinstance(m, Skipped)}
    assert said.keys() == {
        "shelf/a.zip!/in/b.txt",
        "shelf/a.zip!/articles.csv",
        "shelf/a.zip!/lost.meta.yaml",
    }


def test_what_is_known_of_a_packed_file_is_known_of_the_file() -> None:
    """Where an archive can hold one alone, its title is that one's."""
    known = Metadata(title="Bees", doi="10.5555/bees")
    (found,) = members(source(gzip.compress(BEES), "a.txt.gz", supplied=known))
    assert isinstance(found, Source)
    assert found.supplied == known


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_mutation_of_an_archive_raises_anything_else(data: st.DataObject) -> None:
    """Broken in any way, it is a failure of the source and nothing worse."""
    files = {"a.md": BEES * 20, "in/b.md": BEES, "articles.csv": b"file,title\na.md,A\n"}
    pack = data.draw(
        st.sampled_from([zipped(files), tarred(files), tarred(files, "w:gz"), gzip.compress(BEES)])
    )
    content = bytearray(pack)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    with_magic = bytes(content[:cut])
    found = list(opened(source(with_magic)))
    assert all(one.locator.startswith("shelf/a.zip") for one in found)


def test_zlib_of_its_own_is_no_archive() -> None:
    """Nor is anything else that only looks packed."""
    for content in (zlib.compress(BEES), BEES, b"", b"ustar"):
        assert not is_archive(content)
