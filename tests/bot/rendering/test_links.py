"""Only addresses that a reader should open become links, and none can break out of one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from bot.rendering.limits import length
from bot.rendering.links import LONGEST_LINK, masked, safe_link
from tests.bot.rendering.hostile import addresses


@pytest.mark.parametrize(
    ("address", "link"),
    [
        pytest.param("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", id="as it is"),
        pytest.param(
            "https://x.org/a#:~:text=one%20two,three%2Dfour",
            "https://x.org/a#:~:text=one%20two,three%2Dfour",
            id="a text fragment stays what it is",
        ),
        pytest.param(
            "https://doi.org/10.1016/s0140-6736(95)91804-3",
            "https://doi.org/10.1016/s0140-6736%2895%2991804-3",
            id="parentheses would end the link",
        ),
        pytest.param("https://x.org/a b>c", "https://x.org/a%20b%3Ec", id="blanks and brackets"),
        pytest.param("https://exämple.org/", "https://xn--exmple-cua.org/", id="another alphabet"),
        pytest.param("javascript:alert(1)", "", id="script"),
        pytest.param("data:text/html,x", "", id="inline page"),
        pytest.param("file:///etc/passwd", "", id="file"),
        pytest.param("//example.org/a", "", id="no scheme"),
        pytest.param("https:///a", "", id="no host"),
        pytest.param("https://bank.org@evil.org/", "", id="a name before the host"),
        pytest.param("https://x.org:port/", "", id="no port"),
        pytest.param("", "", id="nothing"),
        pytest.param(
            "https://x.org/a#" + "w" * 700, "https://x.org/a", id="too long with its fragment"
        ),
        pytest.param("https://x.org/" + "w" * 700, "", id="too long without"),
    ],
)
def test_safe_links(address: str, link: str) -> None:
    assert safe_link(address) == link


@given(addresses)
def test_no_address_breaks_out(address: str) -> None:
    """Whatever it holds, the link ends where we end it, and Discord shows no preview."""
    found = masked("label", address)
    if found != "label":
        inside = re.fullmatch(r"\[label\]\(<(https?://[^\s<>()\\`*\"]+)>\)", found)
        assert inside
        assert length(inside[1]) <= LONGEST_LINK
        assert inside[1].isascii()


@given(addresses)
def test_a_safe_link_stays_as_it_is(address: str) -> None:
    """Made safe twice is made safe once: percent signs are not escaped again."""
    assert safe_link(safe_link(address)) == safe_link(address)
