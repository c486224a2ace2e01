"""What a tagged PDF says beyond what WeasyPrint writes: the scope of each header cell, and what is no content.

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


def margins_are_artifacts(pdf: Any) -> None:
    """Make the running heads and feet of `pdf` artifacts of pagination, so that nobody hears them on each page again.

    WeasyPrint (70) marks them as content of elements that it leaves out of the structure tree; ISO 14289-1, 7.8 asks
    for artifacts.
    """
    import pydyf

    nodes: list[Any] = [one for one in pdf.objects if isinstance(one, dict) and "S" in one and "K" in one]
    elements = {one.reference: one for one in nodes}
    tree = next(one for one in pdf.objects if isinstance(one, dict) and "Nums" in one)
    marked = dict(zip(tree["Nums"][::2], tree["Nums"][1::2], strict=True))
    heard = _below(next(one.reference for one in elements.values() if one["S"] == "/Document"), elements)
    for page in [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/Page"]:
        owners = marked[page["StructParents"]]
        content = pdf.objects[int(page["Contents"].split()[0])].stream
        for place, part in enumerate(content):
            if isinstance(part, dict) and "MCID" in part and owners[part["MCID"]] not in heard:
                owners[part["MCID"]] = "null"
                content[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
    for reference in elements.keys() - heard:
        elements[reference].clear()


def _below(top: bytes, elements: dict[bytes, Any]) -> set[bytes]:
    """The references of the element `top` and all that hang on it."""
    found: set[bytes] = set()
    waiting = [top]
    while waiting:
        reference = waiting.pop()
        found.add(reference)
        waiting += [one for one in elements[reference]["K"] if isinstance(one, bytes) and one in elements]
    return found
