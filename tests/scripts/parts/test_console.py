"""What every command shares: streams, exit codes, and no trace for anybody."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from scripts.parts.console import Bar, printable

if TYPE_CHECKING:
    from pathlib import Path


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A real process, as an operator's shell starts it."""
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, *arguments], capture_output=True, text=True, timeout=55, check=False
    )


def test_a_real_process_fails_in_one_sentence_on_stderr(tmp_path: Path):
    """No trace, nothing on stdout, exit code 2."""
    ended = python("-m", "scripts.generations", "list", "--library", str(tmp_path))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "Traceback" not in ended.stderr


def test_stdout_of_a_real_process_is_one_json_document(library: Path):
    """Whatever libraries have to say goes elsewhere."""
    ended = python("-m", "scripts.ask", "do bees dance?", "--library", str(library), "--json")
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["question"] == "do bees dance?"
    assert ended.stderr == ""


FAILING = """
import signal, sys
from scripts.parts.console import command_line, door
app = command_line("x")
@app.command()
def fail() -> None:
    with door():
        {failure}
app()
"""


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        pytest.param("signal.raise_signal(signal.SIGINT)", 130, "stopped", id="ctrl_c"),
        pytest.param("open('/nowhere/at/all')", 2, "/nowhere/at/all", id="file_of_the_system"),
        pytest.param("open('/proc/self/mem', 'rb').read(1)", 2, "error", id="disk"),
    ],
)
def test_every_way_to_end_is_one_line(failure: str, code: int, said: str):
    """Ctrl-C and the operating system's failures included."""
    ended = python("-c", FAILING.format(failure=failure))
    assert ended.returncode == code
    assert len(ended.stderr.splitlines()) == 1
    assert said in ended.stderr


def test_ctrl_c_while_libraries_load_leaves_no_trace():
    """The seconds before a command's own door stands."""
    ended = python("-c", "import scripts; raise KeyboardInterrupt")
    assert ended.stderr == "stopped\n"
    assert ended.returncode in {130, -2}


def test_other_bugs_keep_their_trace():
    """An unknown fault must be reportable."""
    ended = python("-c", "import scripts; raise ZeroDivisionError")
    assert "ZeroDivisionError" in ended.stderr
    assert "Traceback" in ended.stderr


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[2Jb", "a�[2Jb", id="escape"),
        pytest.param("a\x9bb\x07", "a�b�", id="c1_and_bell"),
        pytest.param("tab\tand\nline", "tab\tand\nline", id="white_space"),
        pytest.param("a\ud800b", "a?b", id="lone_surrogate"),
        pytest.param("a\u202eb\u2066c\u200fd", "a�b�c�d", id="marks_of_direction"),
        pytest.param("naïve 数 🦑 [1] [bold]", "naïve 数 🦑 [1] [bold]", id="words"),
    ],
)
def test_an_articles_text_cannot_steer_the_terminal(text: str, shown: str):
    """Articles come from strangers."""
    assert printable(text) == shown


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]):
    """A log file is not filled with redrawn lines."""
    with Bar() as bar:
        bar.begin("Reading", None)
        bar.advance(1)
        bar.begin("Embedding", 10)
        bar.advance(10)
    assert capsys.readouterr() == ("", "")
