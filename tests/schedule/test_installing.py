"""The clock of the system is told what to call: in a real crontab, and in units that systemd itself reads."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import tomlkit

from reporter.errors import DeliveryError, UsageError
from reporter.schedule.adding import add_job, with_job
from reporter.schedule.installing import crontab_line, install_crontab, install_systemd, systemd_units, unit_name
from reporter.schedule.job import Job
from reporter.settings import load_settings

COMMAND = ["/opt/news desk/bin/reporter", "schedule", "run"]
FOLDER = Path("/srv/100% news")
JOB = Job(name="morning", stories=("inbox/*.txt",), cron="30 7 * * mon-fri", to=("a@example.org",), digest=True)


def test_a_percent_sign_and_a_blank_stand_in_a_crontab_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "100% news"
    folder.mkdir()
    line = crontab_line(["/bin/sh", "-c", "pwd > here"], folder)
    command = line.removeprefix("* * * * * ").replace("\\%", "%")  # as cron reads it
    subprocess.run(["/bin/sh", "-c", command], check=True)

    assert (folder / "here").read_text().strip() == str(folder)
    assert "%" not in line.replace("\\%", "")


@pytest.mark.skipif(shutil.which("crontab") is None, reason="there is no cron here")
def test_the_line_stands_in_the_crontab_once_beside_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    before = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=False)
    try:
        subprocess.run(["crontab", "-"], input="0 1 * * * true # mine\n", text=True, check=True)
        for command in (["old"], COMMAND):
            install_crontab(crontab_line(command, FOLDER), FOLDER)
        install_crontab(crontab_line(COMMAND, Path("/srv/other")), Path("/srv/other"))
        lines = subprocess.run(["crontab", "-l"], capture_output=True, text=True, check=True).stdout.splitlines()
    finally:
        if before.returncode == 0:
            subprocess.run(["crontab", "-"], input=before.stdout, text=True, check=True)
        else:
            subprocess.run(["crontab", "-r"], check=True)

    assert lines == [
        "0 1 * * * true # mine",
        crontab_line(COMMAND, FOLDER),
        crontab_line(COMMAND, Path("/srv/other")),
    ]


def test_without_cron_the_other_clock_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(DeliveryError, match="no cron on this machine") as caught:
        install_crontab("line", FOLDER)

    assert "--systemd" in caught.value.remedy


def test_a_folder_that_no_crontab_can_name_is_told() -> None:
    with pytest.raises(UsageError, match="No crontab can name"):
        crontab_line(COMMAND, Path("/srv/two\nlines"))


def test_the_units_lie_where_systemd_looks(tmp_path: Path) -> None:
    units = systemd_units(COMMAND, FOLDER, {})
    paths = install_systemd(units, {"HOME": str(tmp_path)})

    assert [path.name for path in paths] == [f"{unit_name(FOLDER)}.service", f"{unit_name(FOLDER)}.timer"]
    assert {path.parent for path in paths} == {tmp_path / ".config" / "systemd" / "user"}
    assert "WorkingDirectory=/srv/100%% news\n" in paths[0].read_text()
    assert 'ExecStart="/opt/news desk/bin/reporter" "schedule" "run"\n' in paths[0].read_text()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    folder = tmp_path / "100% news"
    folder.mkdir()
    units = systemd_units(["/bin/true"], folder, {"XDG_CONFIG_HOME": str(tmp_path)})
    paths = install_systemd(units, {"XDG_CONFIG_HOME": str(tmp_path)})
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *map(str, paths)],
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        check=False,
    )

    assert [line for line in done.stderr.splitlines() if unit_name(folder) in line] == []


def test_a_job_is_added_and_what_was_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "reporter.toml"
    path.write_text('# the desk\nout = "briefs" # here\n\n[mail]\nhost = "mail.example"\n', encoding="utf-8")
    add_job(path, JOB)
    add_job(path, Job(name="evening", stories=("b",), cron="0 18 * * *", to=("b@example.org",), attach=()))
    text = path.read_text(encoding="utf-8")
    found = load_settings(environment={}, folder=tmp_path).delivery

    assert text.startswith('# the desk\nout = "briefs" # here\n\n[mail]\nhost = "mail.example"\n')
    assert found.jobs[0] == JOB
    assert [job.name for job in found.jobs] == ["morning", "evening"]
    assert found.mail.host == "mail.example"
    assert "repeat" not in text


@pytest.mark.parametrize("text", ["a = ", 'jobs = "none"'])
def test_a_file_that_takes_no_job_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        with_job(text, JOB)


def test_an_empty_file_gets_its_first_job() -> None:
    assert tomlkit.parse(with_job("", JOB)).unwrap()["jobs"][0]["name"] == "morning"
