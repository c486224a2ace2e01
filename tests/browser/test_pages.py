"""Pages as a reader's browser shows them: no barrier, no request, and every control within reach of the keys."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Look

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_no_page_has_a_barrier_or_asks_for_anything(look: Look, pages: tuple[Path, ...]) -> None:
    seen = look("audit.mjs", *pages)

    assert len(seen) == 4 * len(pages), "each in light and dark, wide and narrow"
    assert [_told(each) for each in seen if each["violations"]] == []
    assert [each["file"] for each in seen if each["asked"] or each["faults"]] == []
    assert [(each["file"], each["width"]) for each in seen if each["overflow"] > 0] == []


def _told(seen: dict[str, Any]) -> str:
    faults = "; ".join(f"{one['rule']}: {one['help']} ({one['first'][0]})" for one in seen["violations"])
    return f"{Path(seen['file']).parent.name} {seen['scheme']} {seen['width']}: {faults}"


def test_every_page_is_valid(look: Look, pages: tuple[Path, ...]) -> None:
    assert look("validate.mjs", *pages) == []


def test_the_checks_find_what_is_wrong(look: Look, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!DOCTYPE html><html><head><title>x</title></head><body><img src='http://127.0.0.1:9/x.png'>"
        "<p style='color:#ccc;width:3000px'>pale</p><p id=a><p id=a></body></html>",
        encoding="utf-8",
    )

    (wide, *_) = look("audit.mjs", bad)
    assert {"image-alt", "color-contrast", "html-has-lang"} <= {one["rule"] for one in wide["violations"]}
    assert wide["asked"] == ["http://127.0.0.1:9/x.png"]
    assert wide["overflow"] > 0
    assert {"no-dup-id"} <= {one["rule"] for one in look("validate.mjs", bad)}


@pytest.fixture(scope="module")
def used(look: Look, brief_page: Path) -> dict[str, Any]:
    seen: dict[str, Any] = look("use.mjs", brief_page)
    return seen


def test_the_keys_reach_every_control_and_the_focus_shows(used: dict[str, Any]) -> None:
    assert len(used["path"]) == used["controls"] > 50
    assert [step for step in used["path"] if step["outline"] == "none" or not step["name"]] == []


def test_a_flag_chosen_leaves_the_claims_that_have_it(used: dict[str, Any]) -> None:
    assert used["filtered"]["right"]
    assert 0 < used["filtered"]["shown"] < used["filtered"]["all"]
    assert used["told_count"] == f"{used['filtered']['shown']} of {used['filtered']['all']} claims"
    assert used["reset"]


def test_a_claim_lights_its_characters_in_the_story(used: dict[str, Any]) -> None:
    assert used["lit"].startswith("A fire at a warehouse that stored farm chemicals burned for a second day")
    assert used["at"]["id"] == "w1", "the focus goes with it"
    assert used["lit_after"] == 0, "Escape puts it out"
    assert used["hovered"] >= 1


def test_a_link_to_a_claim_is_copied_or_put_where_it_can_be(used: dict[str, Any]) -> None:
    assert used["clipboard"].startswith("file:")
    assert used["clipboard"].endswith("#c1")
    assert used["told"] == "The link is copied."
    assert used["hash"] == "#c2"
    assert "address bar" in used["told_then"]


def test_a_link_to_a_claim_that_is_hidden_shows_it(used: dict[str, Any]) -> None:
    assert used["unhidden"].startswith("c")


def test_ticks_stay_in_the_browser(used: dict[str, Any]) -> None:
    assert used["ticked"]
    assert used["still_ticked"]


def test_nothing_goes_wrong_or_out_while_it_is_used(used: dict[str, Any]) -> None:
    assert used["faults"] == []
    assert used["asked"] == []


def test_the_page_has_all_claims_without_scripts(used: dict[str, Any]) -> None:
    assert used["without_scripts"] == used["filtered"]["all"]
