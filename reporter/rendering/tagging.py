"""What a tagged PDF says of its tables beyond what WeasyPrint writes: the scope of each header cell.

WeasyPrint ties cells to headers by id (`Headers`), which leaves out a header with only headers below it. ISO 14289-1,
7.5 asks for a scope or such a tie for every header cell.
"""

from typing import Any

_COLUMN = "/Column"
_ROW = "/Row"


def scope_headers(pdf: Any) -> None:
    """Give every header cell of the structure tree a `Scope`: its column in a table's head, its row elsewhere."""
    elements: list[Any] = [one for one in pdf.objects if isinstance(one, dict) and "S" in one]
    by_reference = {one.reference: one for one in elements}
    for cell in by_reference.values():
        if cell["S"] != "/TH":
            continue
        row = by_reference.get(cell.get("P"))
        group = None if row is None else by_reference.get(row.get("P"))
        attributes = cell.setdefault("A", _table_attributes())
        attributes["Scope"] = _COLUMN if group is not None and group["S"] == "/THead" else _ROW


def _table_attributes() -> Any:
    import pydyf

    return pydyf.Dictionary({"O": "/Table"})
