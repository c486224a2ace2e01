"""A Roundup tracker on this machine, in a folder of its own: made, started and stopped in about two seconds."""

import base64
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import urllib3

from tests.deliver.running import free_port, running

PASSWORD = "open sesame, Ännchen"
ADMIN_PASSWORD = "the porter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """`desk` may do what users may; `reader` sees everything and changes nothing."""

    home: Path
    url: str

    def asked(self, method: str, path: str, body: object = None, etag: str | None = None) -> Any:
        """What the tracker says to its admin."""
        login = base64.b64encode(f"admin:{ADMIN_PASSWORD}".encode()).decode()
        origin = self.url.removesuffix("/desk")
        headers = {"Authorization": f"Basic {login}", "X-Requested-With": "rest", "Origin": origin}
        if etag is not None:
            headers["If-Match"] = etag
        answer = urllib3.request(method, f"{self.url}/rest/data/{path}", headers=headers, json=body, retries=False)
        assert answer.status < 300, answer.data
        return json.loads(answer.data)["data"]

    def issue(self, title: str) -> str:
        return str(self.asked("POST", "issue", {"title": title})["id"])

    def changed(self, issue: str, **change: object) -> None:
        """Change the issue as somebody else would."""
        etag = self.asked("GET", f"issue/{issue}")["@etag"]
        self.asked("PUT", f"issue/{issue}", change, etag)

    def attributes(self, item: str) -> Any:
        return self.asked("GET", f"{item}?@verbose=3")["attributes"]


@contextmanager
def tracker(home: Path, **settings: str) -> Iterator[Tracker]:
    """`settings` are lines of its config.ini, by their name there."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/desk"
    given = {"admin_email": "porter@courier.example", "mail_domain": "courier.example", "mail_host": "127.0.0.1"}
    _admin(home, "install", "classic", "sqlite", ",".join(f"{key}={value}" for key, value in given.items()))
    # Mails are written to a file; nothing leaves this machine.
    _configure(home, {"web": f"{url}/", **settings}, debug=str(home / "mails"))
    schema = (home / "schema.py").read_text() + _ROLES
    (home / "schema.py").write_text(schema)
    _admin(home, "initialise", ADMIN_PASSWORD)
    for name, role in (("desk", "User"), ("reader", "Reader")):
        address = f"{name}@courier.example"
        _admin(
            home, "create", "user", f"username={name}", f"address={address}", f"roles={role}", f"password={PASSWORD}"
        )
    # It runs as root only where it is told so. It listens on this machine alone.
    as_root = ["-u", "root"] if os.geteuid() == 0 else []
    command = [_program("roundup-server"), "-n", "127.0.0.1", "-p", str(port), *as_root, f"desk={home}"]
    with running(command, port=port, log=home / "server.log"):
        yield Tracker(home=home, url=url)


_ROLES = """
db.security.addRole(name="Reader", description="sees, and changes nothing")
db.security.addPermissionToRole("Reader", "Rest Access")
db.security.addPermissionToRole("Reader", "Web Access")
for cl in "issue", "file", "msg", "user":
    db.security.addPermissionToRole("Reader", "View", cl)
for cl in "file", "msg":
    db.security.addPermissionToRole("Reader", "Create", cl)
"""


def _program(name: str) -> str:
    return str(Path(sysconfig.get_path("scripts")) / name)


def _admin(home: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, _program("roundup-admin"), "-i", str(home), *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _configure(home: Path, settings: dict[str, str], debug: str) -> None:
    """Set the lines of these names; `debug` is the last of its name, in the section on mail."""
    lines = (home / "config.ini").read_text().splitlines()
    for name, value in settings.items():
        (at,) = [number for number, line in enumerate(lines) if line.lstrip("#").startswith(f"{name} =")]
        lines[at] = f"{name} = {value}"
    at = max(number for number, line in enumerate(lines) if line.startswith("debug ="))
    lines[at] = f"debug = {debug}"
    (home / "config.ini").write_text("\n".join(lines) + "\n")
