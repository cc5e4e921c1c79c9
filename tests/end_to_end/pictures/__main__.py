"""`python -m tests.end_to_end.pictures docs/images`: take the pictures, and write down what each must show.

It fails naming each picture that lacks words it must show; whether the rest is as docs/pictures.md says,
somebody must look. `--only NAME …` takes some of them again.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from index.vectors.embedding import SentenceTransformerEmbedder
from tests.end_to_end.pictures.all import SITTINGS, written_list
from tests.end_to_end.pictures.taking import named, take
from tests.end_to_end.processes import PROJECT


def main() -> int:
    """Take them; 1 where one is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    wanted = parser.parse_args()
    embedder = SentenceTransformerEmbedder()
    wrong: list[str] = []
    for sitting in named(SITTINGS, wanted.only):
        with TemporaryDirectory() as home:
            taken = take(
                sitting, wanted.folder, home=Path(home), embedder=embedder, only=wanted.only
            )
            wrong += asyncio.run(taken)
    (PROJECT / "docs" / "pictures.md").write_text(written_list(), encoding="utf-8")
    sys.stderr.write("".join(f"{line}\n" for line in wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
