"""Whether Python and the packages are those that the project declares, and whether they load."""

from __future__ import annotations

import platform
import sys
from importlib import import_module, metadata
from typing import TYPE_CHECKING, Final

from bot.checkup.finding import ok, problem, warning
from bot.checkup.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.checkup.finding import Finding
    from bot.checkup.places import Places

_OLDEST: Final = (3, 11)
"""As pyproject.toml requires; asked first, for an older Python cannot read that file."""

_NATIVE: Final = ("numpy", "lxml.etree", "tokenizers", "tantivy", "faiss", "torch")
"""Packages made of compiled code, which a wrong machine or a missing system library keeps from loading."""

_INSTALL: Final = "run `make install`"


def python(_: Places) -> Iterable[Finding]:
    """Whether this Python is new enough."""
    yield python_finding(sys.version_info[:3], prefixed=sys.prefix != sys.base_prefix)


def python_finding(version: Sequence[int], *, prefixed: bool) -> Finding:
    """What there is to say of a Python.

    Args:
        version: Its numbers.
        prefixed: Whether it is a virtual environment's.
    """
    said = ".".join(map(str, version))
    if tuple(version[:2]) < _OLDEST:
        return problem(
            "python",
            f"Python {said} is too old; install 3.11 or newer and run `make PYTHON=python3.11 install`",
        )
    if not prefixed:
        return warning(
            "python",
            f"Python {said} is the system's own; run `make install` and then .venv/bin/python, so that "
            f"other programs' packages stay apart",
        )
    return ok("python", f"Python {said} in {sys.prefix}")


def packages(_: Places) -> Iterable[Finding]:
    """Whether the packages are installed, in the versions that pyproject.toml names."""
    import tomllib  # noqa: PLC0415 - an older Python has none

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed = {name: _version(name) for name in _names(declared["dependencies"])}
    yield from package_findings(declared["dependencies"], installed)


def package_findings(
    requirements: Sequence[str], installed: Mapping[str, str | None]
) -> Iterator[Finding]:
    """What there is to say of the packages.

    Args:
        requirements: As pyproject.toml writes them.
        installed: Versions by name; None for a package that is missing.
    """
    from packaging.requirements import Requirement  # noqa: PLC0415 - see the package's first lines

    wanted = [Requirement(written) for written in requirements]
    wanted = [one for one in wanted if one.marker is None or one.marker.evaluate()]
    missing = [one.name for one in wanted if installed.get(one.name) is None]
    if missing:
        yield problem("packages", f"not installed: {', '.join(missing)}; {_INSTALL}")
    for one in wanted:
        version = installed.get(one.name)
        if version is not None and not one.specifier.contains(version, prereleases=True):
            yield warning(
                "packages",
                f"{one.name} {version} is installed, and Footnote was tried with {one.specifier}; {_INSTALL}",
            )
    if not missing:
        yield ok("packages", f"all {len(wanted)} packages are installed")


def native(_: Places) -> Iterable[Finding]:
    """Whether the packages of compiled code load on this machine."""
    for name in _NATIVE:
        try:
            import_module(name)
        except (ImportError, OSError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            yield problem(
                "packages",
                f"{name.partition('.')[0]} does not load ({reason}); run `make clean install` on this machine",
            )
            return
    yield ok("packages", f"their compiled parts load on {platform.machine()}")


def torch(_: Places) -> Iterable[Finding]:
    """Whether PyTorch is the small build for CPUs, or one that this machine has use for."""
    import torch as installed  # noqa: PLC0415 - seconds, and it may be missing

    cuda: str | None = installed.version.cuda
    yield torch_finding(installed.__version__, cuda=cuda, gpu=installed.cuda.is_available())


def torch_finding(version: str, *, cuda: str | None, gpu: bool) -> Finding:
    """What there is to say of a build of PyTorch.

    Args:
        version: Its own word.
        cuda: The CUDA it was built for, if any.
        gpu: Whether it sees a GPU.
    """
    if cuda and not gpu:
        return warning(
            "torch",
            f"torch {version} is a build for CUDA {cuda} on a machine without such a GPU: it works and takes "
            f"several GB for nothing; run `make clean install` where the index of CPU builds can be reached",
        )
    return ok("torch", f"torch {version}, {'for a GPU' if cuda else 'a build for CPUs'}")


def _names(requirements: Iterable[str]) -> list[str]:
    from packaging.requirements import Requirement  # noqa: PLC0415 - as above

    return [Requirement(written).name for written in requirements]


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
