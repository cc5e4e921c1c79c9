"""What an operator types becomes sources: files, folders, web addresses, and files that list addresses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors.sources import SourceError
from index.gathering.files import gather, read_bounded, root_name
from index.gathering.web.following import follow
from index.gathering.web.listings.listing import Listed, Listing, WebRoot
from index.gathering.web.listings.lists import MOST_BYTES, is_list, read_list
from index.gathering.web.network.addresses import address_of, is_address
from index.sources.rules.addresses import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.gathering.web.held import Held
    from index.gathering.web.options import WebOptions
    from index.sources.source import Skipped, Source, Unchanged


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under the places an operator named.

    Attributes:
        roots: Those places, as sources name them; a password or a token in an address is left out.
        sources: Everything there, to be iterated once; the web is asked while it is.
    """

    roots: tuple[str, ...]
    sources: Iterator[Source | Skipped | Unchanged]


def found(
    arguments: Sequence[str],
    *,
    web: WebOptions,
    memory: Path,
    held: Callable[[], Held],
) -> Found:
    """The sources that `arguments` name; nothing is asked of the web before they are iterated.

    Args:
        arguments: Files, folders, http(s) addresses of pages, feeds, sitemaps and documents, and
            files in which every line is such an address or a # comment.
        web: How politely the web is asked, and within which bounds.
        memory: The file of what earlier runs learnt of the web; made if it does not exist.
        held: Asked once the sources are iterated, and only for the web: what the library holds. A
            server is asked whether anything changed only since a version that was read, and what a
            feed lists no more stands only if it is held.
    """
    paths: list[Path] = []
    roots: dict[str, WebRoot] = {}
    names: dict[str, None] = {}
    for argument in dict.fromkeys(arguments):
        root = _web_root(argument)
        if root is None:
            paths.append(Path(argument))
            names.setdefault(root_name(Path(argument)))
        else:
            roots.setdefault(root.name, root)
            names.setdefault(root.name)
    return Found(tuple(names), _sources(paths, tuple(roots.values()), web, memory, held))


def _sources(
    paths: Sequence[Path],
    roots: Sequence[WebRoot],
    web: WebOptions,
    memory: Path,
    held: Callable[[], Held],
) -> Iterator[Source | Skipped | Unchanged]:
    yield from gather(paths)
    if roots:
        yield from follow(roots, options=web, memory=memory, held=held())


def _web_root(argument: str) -> WebRoot | None:
    """The root on the web that an argument is; None for a file or a folder."""
    if not is_address(argument):
        return _list_of_addresses(Path(argument))
    name = named(argument.strip()) or "an address"
    try:
        listing = Listing((Listed(address_of(argument)),), any_kind=True)
    except SourceError as error:
        listing = Listing((), refused=(error.reason,))
    return WebRoot(name, listing)


def _list_of_addresses(path: Path) -> WebRoot | None:
    try:
        content = read_bounded(path, MOST_BYTES)
        if content is None or not is_list(content):
            return None
        return WebRoot(root_name(path), read_list(content))
    except (OSError, ValueError, SourceError):
        return None
