from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from index.errors.library import DamagedGenerationError, IncompatibleGenerationError, LibraryError
from index.store.manifest import MANIFEST, number_of, read_manifest, verify_files
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published generation, to be copied before it is harmed."""
    library = library_of(tmp_path_factory.mktemp("sound"), article("Bees", FILLER, FILLER))
    return library.folder / "generations" / library.current()


@pytest.fixture
def generation(sound: Path, tmp_path: Path) -> Path:
    """A copy of it under its own name."""
    return Path(shutil.copytree(sound, tmp_path / sound.name))


def verify(folder: Path) -> None:
    verify_files(folder, read_manifest(folder))


def test_a_copied_generation_is_sound(generation: Path) -> None:
    """A backup restored is as good as the first."""
    verify(generation)


def test_no_byte_of_any_file_can_change(sound: Path, tmp_path: Path) -> None:
    """A flipped bit anywhere, in the manifest too, is refused."""
    names = sorted(p.relative_to(sound).as_posix() for p in sound.rglob("*") if p.is_file())
    assert len(names) > 8

    @settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.sampled_from(names), st.integers(0, 1 << 20), st.integers(0, 7))
    def flip(name: str, at: int, bit: int) -> None:
        folder = tmp_path / sound.name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sound, folder)
        content = bytearray((folder / name).read_bytes())
        if not content:
            return
        content[at % len(content)] ^= 1 << bit
        (folder / name).write_bytes(content)
        with pytest.raises(LibraryError):
            verify(folder)

    flip()


@pytest.mark.parametrize(
    "name", ["records.sqlite", "spans.npy", "vectors.faiss", "lexical/meta.json"]
)
@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda path: path.unlink(), "is missing", id="removed"),
        pytest.param(lambda path: path.write_bytes(b""), "was altered", id="emptied"),
        pytest.param(
            lambda path: path.write_bytes(path.read_bytes() + b"\0"), "was altered", id="longer"
        ),
        pytest.param(
            lambda path: path.rename(path.with_name("other")), "does not belong", id="renamed"
        ),
    ],
)
def test_a_changed_file_is_named(
    generation: Path, name: str, change: Callable[[Path], object], said: str
) -> None:
    """Whoever mends a library is told which file to look at."""
    change(generation / name)
    with pytest.raises(DamagedGenerationError, match=said):
        verify(generation)


@pytest.mark.parametrize("name", ["strange", "lexical/strange", "lexical/manifest.json", ".hidden"])
def test_a_strange_file_is_refused(generation: Path, name: str) -> None:
    """Whoever can add a file can change what a reader sees."""
    (generation / name).write_text("strange")
    with pytest.raises(DamagedGenerationError, match="does not belong"):
        verify(generation)


def test_a_dangling_link_is_refused(generation: Path) -> None:
    """A link is no file, and does not belong there either."""
    (generation / "link").symlink_to("nowhere")
    with pytest.raises(DamagedGenerationError, match="does not belong"):
        verify(generation)


def _with(**fields: object) -> Callable[[str], str]:
    return lambda text: json.dumps({**json.loads(text), **fields})


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("}", "} ", 1), id="a blank more"),
        pytest.param(_with(passage_rule="other"), id="another passage rule"),
        pytest.param(_with(parent="000007-000000000000"), id="another parent"),
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "[]", id="no object"),
        pytest.param(lambda text: text[:-20], id="cut off"),
    ],
)
def test_an_altered_manifest_is_refused(generation: Path, change: Callable[[str], str]) -> None:
    """A generation is named by its manifest: another manifest is another generation."""
    path = generation / MANIFEST
    path.write_text(change(path.read_text()))
    with pytest.raises(DamagedGenerationError):
        verify(generation)


def _renamed(generation: Path, text: str, number: str = "000001") -> Path:
    """The generation with this manifest, under the name that goes with it."""
    (generation / MANIFEST).write_text(text)
    seal = sha256(text.encode()).hexdigest()[:12]
    return generation.rename(generation.with_name(f"{number}-{seal}"))


@pytest.mark.parametrize("schema", [0, 1, 99, "2", None])
def test_another_schema_is_told_from_damage(generation: Path, schema: object) -> None:
    """After an upgrade an operator must index again, and nothing is broken."""
    text = json.dumps({"schema_version": schema, "anything": "else"})
    with pytest.raises(IncompatibleGenerationError, match="schema"):
        read_manifest(_renamed(generation, text))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_with(stranger=1), id="a strange field"),
        pytest.param(_with(files={"records.sqlite": {"size": -1, "sha256": "0"}}), id="no seal"),
        pytest.param(lambda _: "{}", id="nothing in it"),
        pytest.param(lambda _: '"schema_version"', id="a string"),
        pytest.param(lambda _: "{", id="no JSON"),
    ],
)
def test_a_manifest_of_this_schema_must_be_whole(
    generation: Path, change: Callable[[str], str]
) -> None:
    """Even one that is named by its own hash."""
    text = change((generation / MANIFEST).read_text())
    with pytest.raises(DamagedGenerationError, match="broken"):
        read_manifest(_renamed(generation, text))


def test_a_generation_cannot_pose_as_a_newer_one(generation: Path) -> None:
    """The number in its name is the one in its manifest."""
    other = _renamed(generation, (generation / MANIFEST).read_text(), number="000009")
    with pytest.raises(DamagedGenerationError, match="name"):
        read_manifest(other)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("000001-0123456789ab", 1),
        ("123456789-0123456789ab", 123456789),
        ("", None),
        ("000001", None),
        ("000001-0123456789AB", None),
        ("000001-0123456789ab\n", None),
        ("../000001-0123456789ab", None),
        (".staging-1", None),
        ("\u0660\u0660\u0660\u0660\u0660\u0661-0123456789ab", None),
    ],
)
def test_names_of_generations(name: str, number: int | None) -> None:
    """Nothing else in the folder is taken for a generation."""
    assert number_of(name) == number
