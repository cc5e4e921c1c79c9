"""Several notices about one article, in whatever order they are found, make one status.

A retraction stands until a reinstatement lifts it, whatever is corrected in between; a concern stands
until a retraction or a reinstatement; a correction changes an article that nothing worse befell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.article import Notice, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

_WEIGHT: Final = {
    Status.CURRENT: 0,
    Status.CORRECTED: 1,
    Status.CONCERN: 2,
    Status.RETRACTED: 3,
    Status.REINSTATED: 4,
}
_FIRST_DAY, _LAST_DAY = "0000-00-00", "9999-99-99"


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Oldest first, each once."""
    return tuple(sorted(dict.fromkeys(notices), key=_key))


def fate_of(notices: Iterable[Notice]) -> Status:
    """What all of them together made of the article; CURRENT where there is none."""
    status = Status.CURRENT
    for notice in in_order(notices):
        status = _after(status, notice.status)
    return status


def _after(status: Status, notice: Status) -> Status:
    match notice:
        case Status.RETRACTED | Status.REINSTATED:
            return notice
        case Status.CONCERN:
            return status if status is Status.RETRACTED else notice
        case Status.CORRECTED:
            return notice if status is Status.CURRENT else status
        case Status.CURRENT:
            return status


def _key(notice: Notice) -> tuple[str, int, str, str, tuple[str, ...], str]:
    # A reinstatement follows a retraction: what its date leaves open is read so, and so is one day.
    whole = _LAST_DAY if notice.status is Status.REINSTATED else _FIRST_DAY
    day = notice.published + whole[len(notice.published) :]
    weight = _WEIGHT[notice.status]
    return day, weight, notice.doi, notice.pmid, notice.reasons, notice.source
