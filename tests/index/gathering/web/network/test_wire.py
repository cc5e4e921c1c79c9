"""No name, number or redirect leads to a host that stands in private."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from index.errors.sources import SourceError
from index.gathering.web.network.addresses import address_of
from index.gathering.web.network.failures import RefusedAddressError
from index.gathering.web.network.fetching import Fetcher
from index.gathering.web.network.wire import GuardedBackend
from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.network.fetched import BEES, fetched
from tests.outlets import Outlet, Page

if TYPE_CHECKING:
    from collections.abc import Sequence


class Resolver:
    """Answers with other addresses every time, and tells how often it was asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)

    def __call__(self, *_: object) -> Sequence[str]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([["127.0.0.1"]], id="private"),
        pytest.param([["93.184.215.14", "127.0.0.1"]], id="one_of_several"),
        pytest.param([["::ffff:127.0.0.1"]], id="mapped"),
        pytest.param([["64:ff9b::7f00:1"]], id="nat64"),
        pytest.param([["2002:7f00:1::"]], id="6to4"),
        pytest.param([["::1"]], id="loopback_6"),
        pytest.param([["::127.0.0.1"]], id="compatible"),
        pytest.param([["0.0.0.0"]], id="this_host"),  # noqa: S104 - nothing is bound to it
        pytest.param([["fe80::1%eth0"]], id="link_local"),
        pytest.param([["169.254.169.254"]], id="metadata"),
        pytest.param([["fd00:ec2::254"]], id="metadata_6"),
        pytest.param([["100.100.100.200"]], id="metadata_alibaba"),
        pytest.param([["garbage"]], id="garbage"),
    ],
)
def test_a_name_that_stands_in_private_is_never_connected_to(
    outlet: Outlet, answers: list[list[str]]
) -> None:
    """Judged by what is connected to, not by its name; one bad address among good ones is a trap."""
    outlet.pages["/a"] = BEES
    options = hasty(
        allow_private=frozenset(), ports=frozenset({int(outlet.at().split(":")[2][:-1])})
    )
    backend = GuardedBackend(options.allow_private, resolve=Resolver(*answers))
    fetcher = Fetcher(options, Event(), backend)
    with pytest.raises(RefusedAddressError):
        fetcher.fetch(outlet.at("/a").replace("127.0.0.1", "public.example"))
    fetcher.close()
    assert outlet.requests == []


def test_a_name_that_moves_between_two_requests_is_judged_each_time(outlet: Outlet) -> None:
    """DNS rebinding: allowed while it stands where the operator said, refused once it moves."""
    outlet.pages |= {"/robots.txt": Page(b"", 404, {"Connection": "close"}), "/a": BEES}
    port = int(outlet.at().split(":")[2][:-1])
    options = hasty(allow_private=frozenset({"intranet.example"}), ports=frozenset({port}))
    moving = Resolver(["127.0.0.1"], ["169.254.169.254"])
    fetcher = Fetcher(options, Event(), GuardedBackend(options.allow_private, resolve=moving))
    with pytest.raises(RefusedAddressError, match="never asked"):
        fetcher.fetch(f"http://intranet.example:{port}/a")
    fetcher.close()
    assert outlet.asked == []


def test_an_address_as_a_number_is_judged_as_what_it_is(outlet: Outlet) -> None:
    """Decimal, octal and short forms that the system's resolver takes for 127.0.0.1."""
    for host in ("2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::ffff:7f00:1]", "localhost"):
        with pytest.raises(SourceError, match=r"private|never|no address|broken"):
            fetched(address_of(f"http://{host}/"))
    assert outlet.requests == []
