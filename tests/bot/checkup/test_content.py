"""The model, the library and the database of real installations, sound and broken."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.checkup import content
from bot.checkup.finding import Level
from bot.state.state import State
from index.vectors.embedding import PACKAGED_MODEL
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from bot.checkup.places import Places


def test_nothing_indexed_says_what_to_run(where: Places) -> None:
    (finding,) = content.library(where)
    assert finding.level is Level.PROBLEM
    assert "python -m scripts.index SOURCE" in finding.sentence


def test_a_sound_library(where: Places) -> None:
    library_of(where.library, article("Bees", FILLER))
    first, *_, last = content.library(where)
    assert (first.level, last.level) == (Level.OK, Level.OK)
    assert "1 articles" in first.sentence
    assert last.sentence.startswith("1 kept")


def test_a_damaged_generation_is_named(where: Places) -> None:
    library = library_of(where.library, article("Bees", FILLER))
    file = where.library / "generations" / library.current() / "records.sqlite"
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")
    (finding,) = content.library(where)
    assert finding.level is Level.PROBLEM
    assert "records.sqlite" in finding.sentence


def test_a_pointer_that_is_garbage(where: Places) -> None:
    library_of(where.library, article("Bees", FILLER))
    (where.library / "CURRENT").write_text("../../etc/passwd\n")
    (finding,) = content.library(where)
    assert finding.level is Level.PROBLEM


@pytest.mark.parametrize("rule", ["readers", "passage_rule", "enrichment"])
def test_a_library_of_older_rules_is_to_be_indexed_again(rule: str, where: Places) -> None:
    library = library_of(where.library, article("Bees", FILLER))
    manifest = library.manifest(library.current())
    older = manifest.model_copy(update={rule: "older"})
    (finding,) = content.rule_findings(older)
    assert (finding.level, "index the same sources again" in finding.sentence) == (Level.WARNING, True)  # fmt: skip


def test_the_packaged_model_is_there(where: Places) -> None:
    (finding,) = content.model(where)
    assert (finding.level, "384 numbers" in finding.sentence) == (Level.OK, True)


def test_a_library_of_another_model(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its vectors mean something else."""
    library_of(where.library, article("Bees", FILLER))  # embedded by hashes
    monkeypatch.setenv("FOOTNOTE_MODEL", PACKAGED_MODEL)
    (finding,) = content.model(where)
    assert finding.level is Level.PROBLEM
    assert "is not the model that the library was built with" in finding.sentence


def test_a_model_that_is_not_there(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    (where.state / "no-model").mkdir(parents=True)
    monkeypatch.setenv("FOOTNOTE_MODEL", str(where.state / "no-model"))
    (finding,) = content.model(where)
    assert finding.level is Level.PROBLEM
    assert "no-model" in finding.sentence


async def made_state(where: Places) -> Path:
    """The bot's database as its first start makes it."""
    where.state.mkdir()
    state = State(where.state)
    await state.open()
    await state.close()
    return where.state / "footnote.sqlite"


def test_no_database_yet_is_well(where: Places) -> None:
    (finding,) = content.database(where)
    assert (finding.level, "first start" in finding.sentence) == (Level.OK, True)


async def test_a_sound_database(where: Places) -> None:
    file = await made_state(where)
    before = file.read_bytes()
    (finding,) = content.database(where)
    assert finding.level is Level.OK
    assert file.read_bytes() == before


async def test_a_damaged_database_can_be_restored(where: Places) -> None:
    """Each page of it but the first is overwritten."""
    file = await made_state(where)
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    (finding,) = content.database(where)
    assert finding.level is Level.PROBLEM
    assert "restore its backup" in finding.sentence


def test_a_database_that_is_none(where: Places) -> None:
    where.state.mkdir()
    (where.state / "footnote.sqlite").write_text(
        "This is no database, however long one looks." * 99
    )
    (finding,) = content.database(where)
    assert (finding.level, "cannot be read" in finding.sentence) == (Level.PROBLEM, True)


async def test_a_database_of_a_later_version(where: Places) -> None:
    file = await made_state(where)
    with closing(sqlite3.connect(file)) as store, store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    (finding,) = content.database(where)
    assert (finding.level, "later version" in finding.sentence) == (Level.PROBLEM, True)


@pytest.mark.parametrize(
    "url",
    ["postgresql+nodriver://user:hunter2@host/name", "hunter2", "sqlite+aiosqlite:///x"],
)
def test_a_databases_address_is_looked_at_and_never_told(
    url: str, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It holds a password."""
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", url)
    (finding,) = content.database(where)
    assert finding.level is (Level.OK if url.startswith("sqlite") else Level.PROBLEM)
    assert "hunter2" not in finding.sentence


AS_NOBODY = """
import os, sys
from pathlib import Path
from bot.checkup import content, machine
from bot.checkup.places import Places
from bot.settings import BotSettings
from alembic.script import ScriptDirectory
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
base = Path(sys.argv[1])
where = Places(base / "library", base / "state", Path("/tmp"))
for finding in (*machine.disk(where), *content.database(where)):
    print(finding.check, finding.level.value, finding.sentence, sep="|")
"""


def seen_by_nobody(base: Path) -> dict[str, list[str]]:
    """What another user is told; root is stopped by nothing."""
    project = Path(__file__).resolve().parents[3]
    done = subprocess.run(  # noqa: S603 - this Python, and the words above
        [sys.executable, "-c", AS_NOBODY, base],
        capture_output=True,
        check=False,
        cwd="/",
        text=True,
        env={**os.environ, "PYTHONPATH": str(project)},  # noqa: TID251 - its own, and a path
    )
    assert done.returncode == 0, done.stderr
    return {line.split("|")[0]: line.split("|")[1:] for line in done.stdout.splitlines()}


@pytest.fixture
async def state_file(where: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bot's database, in a folder that others can reach."""
    file = await made_state(where)
    for folder in (where.state.parent, *where.state.parent.parents):
        if folder == tmp_path_factory.getbasetemp().parent.parent:
            break
        folder.chmod(0o755)
    return file


@pytest.mark.parametrize(("mode", "database"), [(0o555, "ok"), (0o000, "problem")])
def test_a_state_that_cannot_be_written_or_looked_into(
    mode: int, database: str, state_file: Path
) -> None:
    state_file.parent.chmod(mode)
    found = seen_by_nobody(state_file.parent.parent)
    assert found["state"][0] == "problem"
    assert "cannot be written by this user" in found["state"][1]
    assert found["database"][0] == database
    assert found["library"][0] == "warning"  # only who indexes needs to write it
