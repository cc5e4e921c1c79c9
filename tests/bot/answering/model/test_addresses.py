"""An address that would not work, or would give the key away, is told before anything is sent."""

from __future__ import annotations

import pytest

from bot.answering.model.addresses import address_complaint, is_near


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/v1",
        "http://localhost:11434/v1",
        "http://[::1]:8000/v1/",
        "http://ollama:11434/v1",
        "http://gpu.lan/v1",
        "http://192.168.0.7:8000/v1",
        "https://api.example.com/v1",
    ],
)
def test_addresses_of_usual_endpoints_are_taken(url: str) -> None:
    """With a key: it stays on a private network or is encrypted."""
    assert not address_complaint(url, keyed=True)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("api.example.com/v1", "http:// or https://"),
        ("ftp://api.example.com/v1", "http:// or https://"),
        ("http://", "a host"),
        ("http://[::1/v1", "whole address"),
        ("http://host:port/v1", "whole address"),
        ("http://a b/v1", "whole address"),
        ("https://me:hunter2@api.example.com/v1", "FOOTNOTE_LLM_API_KEY"),
        ("https://api.example.com/v1?key=hunter2", "before any ?"),
        ("https://api.example.com/v1/chat/completions", "leave /chat/completions away"),
        ("http://api.example.com/v1", "https://"),
        ("http://8.8.8.8/v1", "https://"),
    ],
)
def test_others_are_told(url: str, told: str) -> None:
    """What they hold is not repeated: it may be a password."""
    complaint = address_complaint(url, keyed=True)
    assert told in complaint
    assert "hunter2" not in complaint


def test_without_a_key_plain_http_is_the_operators_to_choose() -> None:
    assert not address_complaint("http://api.example.com/v1", keyed=False)
    assert not is_near("api.example.com")
