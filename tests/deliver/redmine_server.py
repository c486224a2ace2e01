"""A Redmine of the test's own, from Debian's package: a database, files and a port that nobody else uses.

Debian serves several Redmines from one folder of code: each is an *instance*, a folder named by REDMINE_INSTANCE (see
README.Debian of the package). Ours is a temporary folder, so nothing of the machine's own is touched.
"""

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

CODE = Path("/usr/share/redmine")
PUMA = Path("/usr/bin/puma")
_DEBIAN_USER = "www-data"
_TO_THE_ROOT = "../" * 8
"""From the folder of instances to /, however deep that is: above / there is only / again."""

CHIEF, DESK, COMMENTER, EDITOR, STRANGER = (letter * 40 for letter in "cdoes")
"""Keys: of the administrator; of one who may comment on tickets and edit them; only comment; only edit; of one who is
no member of the (private) project."""

PROJECT = "city"

_SEED = f"""
ActiveRecord::Migration.verbose = false
ActiveRecord::MigrationContext.new(Rails.root.join("db/migrate").to_s, ActiveRecord::SchemaMigration).migrate
ActiveRecord::Base.descendants.each(&:reset_column_information)
Redmine::DefaultData::Loader.load("en")
Setting.rest_api_enabled = "1"
Setting.cache_formatted_text = "0"
project = Project.create!(name: "City desk", identifier: "{PROJECT}", is_public: false, trackers: Tracker.all,
                          enabled_module_names: %w[issue_tracking wiki])
{{
  "chief" => ["{CHIEF}", nil],
  "desk" => ["{DESK}", %i[view_issues add_issue_notes edit_issues]],
  "commenter" => ["{COMMENTER}", %i[view_issues add_issue_notes]],
  "editor" => ["{EDITOR}", %i[view_issues edit_issues]],
  "stranger" => ["{STRANGER}", nil],
}}.each do |login, (key, permissions)|
  user = User.new(firstname: login.capitalize, lastname: "Ødegård", mail: "#{{login}}@example.org",
                  mail_notification: "none", admin: login == "chief")
  user.login = login
  user.password = user.password_confirmation = SecureRandom.hex
  user.save!
  Token.create!(user: user, action: "api").update_column(:value, key)
  next unless permissions
  Member.create!(user: user, project: project, roles: [Role.create!(name: login, permissions: permissions)])
end
"""


@dataclass(frozen=True, slots=True)
class Redmine:
    """One that answers at `url`; `folder` is its instance."""

    url: str
    folder: Path

    def set(self, name: str, value: str) -> None:
        """Change one of its settings. Redmine looks at the time of the latest change before each request."""
        changed = datetime.now(UTC) + timedelta(seconds=1)  # later than the moment at which it last looked
        with sqlite3.connect(self.folder / _DATABASE, timeout=10) as database:
            database.execute("DELETE FROM settings WHERE name = ?", (name,))
            database.execute(
                "INSERT INTO settings (name, value, updated_on) VALUES (?, ?, ?)",
                (name, value, changed.strftime("%Y-%m-%d %H:%M:%S.%f")),
            )
        database.close()


_DATABASE = "redmine.sqlite3"


@contextmanager
def running() -> Iterator[Redmine]:
    """A Redmine that answers, for as long as the `with` holds."""
    with _instance() as folder:
        _database_made(folder)
        # Port 0 lets the system choose one that is free; Puma says which, once Redmine is loaded.
        puma = [str(PUMA), "--bind", "tcp://127.0.0.1:0", "--threads", "1:4", str(CODE / "config.ru")]
        with subprocess.Popen(
            puma,
            cwd=CODE,
            env=_environment(folder),
            user=_user(),
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as server:
            try:
                yield Redmine(_address(server), folder)
            finally:
                server.terminate()
                try:
                    server.communicate(timeout=15)
                except subprocess.TimeoutExpired:
                    server.kill()


def _address(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    told = ""
    for line in server.stdout:
        told += line
        if found := re.search(r"Listening on (http://\S+)", line):
            return found[1]
    raise RuntimeError(f"Redmine did not start:\n{told}")


@contextmanager
def _instance() -> Iterator[Path]:
    """An empty instance. It lies in the system's own temporary folder: those of pytest are closed to other users."""
    folder = Path(tempfile.mkdtemp(prefix="reporter-redmine-"))
    try:
        for name in ("config", "files", "log", "tmp", "public"):
            (folder / name).mkdir()
        (folder / "config" / "database.yml").write_text(
            f"production:\n  adapter: sqlite3\n  database: {folder / _DATABASE}\n  encoding: utf8\n  timeout: 10000\n"
        )
        (folder / "config" / "secret_key.txt").write_text("0" * 80)
        _given_away(folder)
        yield folder
    finally:
        shutil.rmtree(folder)


def _database_made(folder: Path) -> None:
    """The database with its tables, users and keys: made once for a version of Redmine, copied after that."""
    version = (CODE / "lib" / "redmine" / "version.rb").read_bytes()
    of = hashlib.sha256(version + _SEED.encode()).hexdigest()[:16]
    kept = Path(sys.prefix) / "var" / f"redmine-{of}.sqlite3"
    kept.parent.mkdir(exist_ok=True)
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two workers at once make one database
        if not kept.exists():
            (folder / "seed.rb").write_text(_SEED)
            _given_away(folder)
            runner = [str(CODE / "bin" / "rails"), "runner", str(folder / "seed.rb")]
            made = subprocess.run(
                runner, cwd=CODE, env=_environment(folder), user=_user(), text=True, capture_output=True, check=False
            )
            if made.returncode:
                raise RuntimeError(f"Redmine's database was not made:\n{made.stdout}{made.stderr}")
            half = kept.with_suffix(".half")
            shutil.copyfile(folder / _DATABASE, half)
            half.rename(kept)
    shutil.copyfile(kept, folder / _DATABASE)
    _given_away(folder)


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.defpath + ":/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "RAILS_ENV": "production",
        "REDMINE_INSTANCE": _TO_THE_ROOT + str(folder.relative_to("/")),
    }


def _user() -> str | None:
    """Whoever Debian runs Redmine as, where we may choose."""
    return _DEBIAN_USER if os.geteuid() == 0 else None


def _given_away(folder: Path) -> None:
    if (user := _user()) is not None:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user, user)
