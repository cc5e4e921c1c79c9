"""Lists of addresses, on this machine and on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.index.gathering.web.stories import SUBJECTS, stories
from tests.outlets import Outlet, feed, item

if TYPE_CHECKING:
    from pathlib import Path

    from tests.index.gathering.web.conftest import Nights


def test_a_list_of_addresses(outlet: Outlet, nights: Nights, tmp_path: Path) -> None:
    """On this machine or on the web; it may name listings, and what is struck off goes."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/feed"] = feed(item(outlet.at("/owls")))
    links = tmp_path / "links.txt"
    links.write_text(
        f"# ours\n{outlet.at('/bees')}  # the best\n\n{outlet.at('/feed')}\n{outlet.at('/frogs#top')}\n"
    )
    nights.run(str(links))
    assert set(nights.pages()) == {"/bees", "/owls", "/frogs"}
    links.write_text(f"{outlet.at('/bees')}\n{outlet.at('/feed')}\nftp://a.example/x\n")
    nights.run(str(links))
    assert set(nights.pages()) == {"/bees", "/owls"}
    assert nights.skipped() == {
        str(links): "line 3: only http and https addresses are asked",
    }


def test_a_list_on_the_web(outlet: Outlet, nights: Nights) -> None:
    """As one on this machine."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/list.txt"] = f"{outlet.at('/bees')}\n{outlet.at('/owls')}\n".encode()
    nights.run(outlet.at("/list.txt"))
    assert set(nights.pages()) == {"/bees", "/owls"}
