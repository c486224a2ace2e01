from datetime import UTC, datetime
from pathlib import Path

import pytest

from reporter.errors import UsageError
from reporter.model import PageSize, Settings, WeekStart
from reporter.settings import BUILT_IN, load_settings, unknown_variables, user_file


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refused(**arguments: object) -> UsageError:
    with pytest.raises(UsageError) as caught:
        load_settings(**arguments)  # type: ignore[arg-type]
    assert caught.value.code == "bad-setting"
    return caught.value


def test_with_nothing_set_the_programs_own_are_in_force(tmp_path: Path) -> None:
    found = load_settings(environment={}, folder=tmp_path)

    assert Settings() == found.settings
    assert found.delivery.formats == ("html", "pdf")
    assert {BUILT_IN} == set(found.origins.values())


def test_a_flag_beats_the_environment_which_beats_the_project_which_beats_the_user(tmp_path: Path) -> None:
    home = tmp_path / "home"
    user = write(home / "reporter" / "reporter.toml", 'zone = "Asia/Tokyo"\nlanguage = "en"\nout = "a"\nparser = "p"\n')
    project = write(tmp_path / "reporter.toml", 'zone = "Asia/Kolkata"\nlanguage = "en-x"\nout = "b"\n')
    environment = {"XDG_CONFIG_HOME": str(home), "REPORTER_ZONE": "Europe/Rome", "REPORTER_LANGUAGE": "en-y"}
    found = load_settings({"zone": "Europe/Berlin", "out": None}, environment=environment, folder=tmp_path)

    assert (found.settings.zone, found.origins["zone"]) == ("Europe/Berlin", "the command line")
    assert (found.settings.language, found.origins["language"]) == ("en-y", "the environment")
    assert ("b", str(project)) == (found.delivery.out, found.origins["out"])
    assert ("p", str(user)) == (found.settings.parser, found.origins["parser"])


def test_a_file_can_set_every_kind_of_value(tmp_path: Path) -> None:
    write(
        tmp_path / "reporter.toml",
        'undated = true\nweek_start = "sunday"\npage_size = "Letter"\nflags_off = ["HED-MODAL"]\n'
        'formats = ["pdf"]\n[flag_severity]\nSRC-SINGLE = "H"\n[sides]\nMoscow = "Russia"\n'
        '[source_grades]\n"Harbour Board" = "B"\n[flag_words]\ndoubting_verbs = ["aver", "-insist"]\n',
    )
    found = load_settings(environment={}, folder=tmp_path)

    assert found.settings.undated
    assert WeekStart.SUNDAY is found.settings.week_start
    assert PageSize.LETTER is found.settings.page_size
    assert found.settings.flags_off == ("HED-MODAL",)
    assert found.settings.flag_severity == {"SRC-SINGLE": "H"}
    assert found.settings.sides == {"Moscow": "Russia"}
    assert found.settings.source_grades == {"Harbour Board": "B"}
    assert found.settings.flag_words == {"doubting_verbs": ("aver", "-insist")}
    assert found.delivery.formats == ("pdf",)


def test_a_variable_can_set_every_kind_of_value(tmp_path: Path) -> None:
    environment = {
        "REPORTER_UNDATED": "Yes",
        "REPORTER_FORMATS": "json, md",
        "REPORTER_SIDES": "Moscow=Russia, Kyiv=Ukraine",
        "REPORTER_FLAG_WORDS": "doubting_verbs=aver opine, platforms=karsagram",
        "REPORTER_ZONE": "  ",
    }
    found = load_settings(environment=environment, folder=tmp_path)

    assert found.settings.undated
    assert found.delivery.formats == ("json", "md")
    assert found.settings.sides == {"Moscow": "Russia", "Kyiv": "Ukraine"}
    assert found.settings.flag_words == {"doubting_verbs": ("aver", "opine"), "platforms": ("karsagram",)}
    assert found.settings.zone is None


def test_the_time_of_generation_comes_from_the_reproducible_builds_variable(tmp_path: Path) -> None:
    found = load_settings(environment={"SOURCE_DATE_EPOCH": "1773273600"}, folder=tmp_path)

    assert datetime(2026, 3, 12, tzinfo=UTC) == found.settings.generated


def test_a_wrong_value_is_told_with_the_file_and_the_key(tmp_path: Path) -> None:
    file = write(tmp_path / "reporter.toml", "zone = 3\n")
    error = refused(environment={}, folder=tmp_path)

    assert str(file) in error.message
    assert "'zone'" in error.message


def test_a_setting_that_does_not_exist_is_told_with_the_nearest_that_does(tmp_path: Path) -> None:
    write(tmp_path / "reporter.toml", 'page_sise = "A4"\n')

    assert "page_size" in refused(environment={}, folder=tmp_path).remedy


def test_a_file_that_is_not_toml_is_told_with_the_line(tmp_path: Path) -> None:
    write(tmp_path / "reporter.toml", 'zone = "Europe/Rome"\nout = \n')

    assert "line 2" in refused(environment={}, folder=tmp_path).message


def test_a_file_that_is_not_utf8_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "reporter.toml").write_bytes(b'out = "\xff"\n')

    assert "not valid TOML" in refused(environment={}, folder=tmp_path).message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REPORTER_ZONE", "Mars/Olympus"),
        ("REPORTER_ZONE", "../../etc/passwd"),
        ("REPORTER_UNDATED", "perhaps"),
        ("REPORTER_WEEK_START", "tuesday"),
        ("REPORTER_PAGE_SIZE", "A5"),
        ("REPORTER_FLAG_SEVERITY", "SRC-SINGLE=urgent"),
        ("REPORTER_FLAG_SEVERITY", "SRC-SINGLE"),
        ("REPORTER_TEMPLATES", "/nowhere/at/all"),
        ("REPORTER_FORMATS", ","),
        ("SOURCE_DATE_EPOCH", "yesterday"),
        ("SOURCE_DATE_EPOCH", "99999999999999999999"),
    ],
)
def test_a_wrong_variable_is_told_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    assert name in refused(environment={name: value}, folder=tmp_path).message


def test_a_wrong_flag_is_told_by_its_name(tmp_path: Path) -> None:
    assert "--page-size" in refused(flags={"page_size": "A5"}, environment={}, folder=tmp_path).message


def test_the_time_of_generation_cannot_be_fixed_in_a_file(tmp_path: Path) -> None:
    write(tmp_path / "reporter.toml", "generated = 2026-01-01T00:00:00Z\n")

    assert "generated" in refused(environment={}, folder=tmp_path).message


def test_a_variable_that_sets_nothing_is_noticed() -> None:
    assert unknown_variables({"REPORTER_ZONES": "x", "REPORTER_ZONE": "y", "HOME": "/"}) == ("REPORTER_ZONES",)


def test_without_a_home_there_is_no_file_of_the_users() -> None:
    assert user_file({}) is None


def test_the_look_is_read_from_a_file_with_the_logo_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "reporter.toml", '[house]\nlogo = "logo.svg"\nname = "Courier"\nsections = ["claims", "method"]\n')
    house = load_settings(environment={}, folder=tmp_path).settings.house

    assert (house.logo, house.sections) == (str(tmp_path / "logo.svg"), ("claims", "method"))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('colour = "red"', "'red' is no colour"),
        ('sans = "x; } body"', "is no name of a typeface"),
        ('logo = "logo.svg"', "a logo needs a name"),
        ("footer = 3", "str"),
        ('color = "#7a1f2b"', "color"),
    ],
)
def test_a_wrong_look_is_told(line: str, problem: str, tmp_path: Path) -> None:
    write(tmp_path / "reporter.toml", f"[house]\n{line}\n")

    assert problem in refused(environment={}, folder=tmp_path).message


def test_the_look_is_no_variable() -> None:
    assert unknown_variables({"REPORTER_HOUSE": "x"}) == ("REPORTER_HOUSE",)
