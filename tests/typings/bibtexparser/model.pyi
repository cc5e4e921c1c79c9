from collections.abc import Sequence

class Field:
    def __init__(self, key: str, value: str) -> None: ...
    key: str
    value: str

class Entry:
    def __init__(self, entry_type: str, key: str, fields: Sequence[Field]) -> None: ...
    entry_type: str
    key: str
    fields_dict: dict[str, Field]
