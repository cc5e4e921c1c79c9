"""How two generations differ, as rows for people and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.building.changes import changes, what_changed

if TYPE_CHECKING:
    from index.article import ArticleId, Status
    from index.store.generation import Generation
    from index.store.records import ArticleRecord


def difference(before: Generation, now: Generation) -> dict[str, list[dict[str, Any]]]:
    """The articles that were added, changed and removed, a row each."""
    earlier, later = _records(before), _records(now)
    old = {name: record.article for name, record in earlier.items()}
    new = {name: record.article for name, record in later.items()}
    found = changes(old.values(), new.values())
    return {
        "added": [_named(later[each]) for each in found.added],
        "changed": [
            _named(later[each])
            | {"what": list(what_changed(old[each], new[each]))}
            | _fates(old[each].metadata.status, new[each].metadata.status)
            for each in found.changed
        ],
        "removed": [_named(earlier[each]) for each in found.removed],
    }


def told(row: dict[str, Any]) -> list[str]:
    """What is otherwise, in words; a retraction is told as one."""
    if "status" not in row:
        return row["what"]
    fate = f"status: {' to '.join(row['status'])}"
    return [fate, *(name for name in row["what"] if name != "status")]


def _records(generation: Generation) -> dict[ArticleId, ArticleRecord]:
    return {record.article.id: record for record in generation.records.articles()}


def _fates(before: Status, now: Status) -> dict[str, list[str]]:
    """What became of an article, where that is what changed."""
    return {} if before is now else {"status": [before.value, now.value]}


def _named(record: ArticleRecord) -> dict[str, Any]:
    # A bare text has no title, and nobody knows an article by its id.
    known = record.article
    return {"article": known.id, "title": known.metadata.title, "source": record.locator}
