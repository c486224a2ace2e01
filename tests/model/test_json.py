"""A brief survives its JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reporter.errors import InputError
from reporter.model import Brief
from reporter.schema import from_json, json_schema, to_json
from tests.samples import sample_brief
from tests.strategies import briefs


def test_the_sample_brief_survives_its_json_unchanged() -> None:
    brief = sample_brief()

    assert brief == from_json(to_json(brief))


def test_a_brief_read_back_gives_the_same_bytes() -> None:
    data = to_json(sample_brief())

    assert data == to_json(from_json(data))


@given(briefs())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_brief_survives_its_json(brief: Brief) -> None:
    assert brief == from_json(to_json(brief))


def test_a_brief_of_the_first_schema_still_loads_and_keeps_its_number() -> None:
    brief = from_json((Path(__file__).parents[1] / "snapshots" / "brief-v1.0.json").read_bytes())

    assert brief.schema_version == "1.0"
    assert sample_brief().claims == brief.claims


def test_the_json_names_its_fields_as_the_model_does() -> None:
    data = json.loads(to_json(sample_brief()))

    assert {"article", "claims", "flags", "timeline", "schema_version"} <= data.keys()
    assert {"value", "mod", "interval", "proof"} <= data["times"][0].keys()


def test_a_wrong_field_is_named_with_its_path() -> None:
    data = json.loads(to_json(sample_brief()))
    data["claims"][2]["paragraph"] = "three"

    with pytest.raises(InputError, match=r"claims\[2\]\.paragraph") as caught:
        from_json(json.dumps(data))

    assert caught.value.code == "not-a-brief"


def test_a_brief_whose_parts_do_not_fit_is_refused() -> None:
    data = json.loads(to_json(sample_brief()))
    data["summary"][0]["claim_ids"] = ["c99"]

    with pytest.raises(InputError, match="c99"):
        from_json(json.dumps(data))


def test_a_schema_of_another_age_is_refused_with_what_to_do() -> None:
    data = json.loads(to_json(sample_brief()))
    data["schema_version"] = "9.0"

    with pytest.raises(InputError, match="Use the version") as caught:
        from_json(json.dumps(data))

    assert caught.value.code == "schema-too-new"


def test_the_schema_describes_every_part_of_a_brief() -> None:
    schema = json_schema()

    assert {"Claim", "TimeExpression", "Attribution", "Flag"} <= schema["$defs"].keys()
