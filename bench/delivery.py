"""What is sent and what arrives, counted on both sides: many mails over one connection, and slots whose processes die.

    .venv/bin/python bench/delivery.py mails [--count 500]
    .venv/bin/python bench/delivery.py slots [--count 200] [--processes 4] [--seed 1]

`mails` sends a brief with its PDF again and again through the outbox, to a mail server in a process of its own, over
one connection; it prints the rate and how much memory that takes. `slots` gives many jobs one slot each and lets
several processes run `reporter schedule run` in a loop, each killed (SIGKILL) at a random moment, until nothing is left
to do; it prints what the outbox says beside what the server counts, and ends with 1 if a mail arrived twice or is
missing.
"""

import argparse
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reporter.deliver.addresses import address
from reporter.deliver.database import Database
from reporter.deliver.mailing import MailServer
from reporter.deliver.outbox import Outbox, State
from reporter.deliver.sending import deliver, items_of
from reporter.deliver.settings import MailSettings, Security
from reporter.dispatch.letters import letter_of
from reporter.dispatch.reading import Desk
from reporter.model import Brief
from reporter.schedule.slots import Slots
from reporter.schema import to_json
from reporter.settings import in_force

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "harbour-fire.txt"
COMMAND = str(Path(sysconfig.get_path("scripts")) / "reporter")
SENDER, RECIPIENT = "desk@courier.example", "anna@example.org"
LEASE = 3
"""Seconds after which a dead process's work is taken up; with the built-in quarter of an hour, this takes longer."""
LIMIT = 900
"""Seconds after which `slots` gives up."""

SERVER = '''
import asyncio, random, sys
from aiosmtpd.controller import Controller

class Counting:
    """Writes down each mail that it takes, then waits a moment before it says so: a sender may die in between."""

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.note("connection")
        session.host_name = hostname
        return responses

    async def handle_DATA(self, server, session, envelope):
        head = envelope.content.partition(b"\\r\\n\\r\\n")[0].decode("ascii", "replace")
        name = next(line for line in head.splitlines() if line.lower().startswith("message-id:"))
        self.note(name.partition(":")[2].strip())
        await asyncio.sleep(random.random() * float(sys.argv[2]))
        return "250 OK"

    def note(self, words):
        with open(sys.argv[1], "a") as taken:
            taken.write(words + "\\n")

controller = Controller(Counting(), hostname="127.0.0.1", port=int(sys.argv[3]), data_size_limit=50_000_000)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
'''


@contextmanager
def serving(folder: Path, *, slowness: float) -> Iterator[tuple[int, Path]]:
    """A mail server in a process of its own: its port, and the file in which it writes down what it took. It takes up
    to `slowness` seconds to answer."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    taken = folder / "taken"
    taken.touch()
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(taken), str(slowness), str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    server.stdout.readline()
    try:
        yield port, taken
    finally:
        server.communicate()


def counted(taken: Path) -> tuple[int, Counter[str]]:
    """The connections that the server had, and how often it took each mail."""
    lines = Counter(taken.read_text(encoding="utf-8").split("\n"))
    del lines[""]
    return lines.pop("connection", 0), lines


def memory() -> float:
    """What this process holds at the most so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def mails(count: int) -> dict[str, float]:
    chosen = in_force([])
    desk = Desk(chosen.settings, chosen.delivery)
    brief = desk.brief(str(STORY))
    with tempfile.TemporaryDirectory() as name, serving(Path(name), slowness=0) as (port, taken):
        settings = MailSettings(host="127.0.0.1", port=port, security=Security.NONE, sender=SENDER)
        recipients = (address(RECIPIENT),)
        letter = letter_of(brief, chosen.settings, settings, recipients, ("pdf",), datetime.now(UTC))
        size = len(items_of(letter)[0].content)
        with Database(Path(name) / "outbox.sqlite") as database, MailServer(settings) as server:
            outbox = Outbox(database)
            held = []
            start = time.perf_counter()
            for number in range(count):
                items = items_of(replace(letter, identity=f"mail {number}"))
                deliver(outbox.enqueue(items, datetime.now(UTC)), server, outbox, lambda: datetime.now(UTC))
                if number + 1 in (count // 10, count):
                    held.append(memory())
            seconds = time.perf_counter() - start
            states = Counter(entry.state for entry in outbox.entries(datetime.now(UTC)))
        connections, arrived = counted(taken)
    return {
        "mails": count,
        "bytes each": size,
        "accepted": states[State.ACCEPTED],
        "taken by the server": sum(arrived.values()),
        "taken twice": sum(times > 1 for times in arrived.values()),
        "connections": connections,
        "mails a second": count / seconds,
        "MB held after a tenth": held[0],
        "MB held at the end": held[-1],
    }


def slots(count: int, processes: int, seed: int) -> dict[str, float]:
    chance = random.Random(seed)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    due = now - timedelta(minutes=2)
    chosen = in_force([])
    brief = Desk(chosen.settings, chosen.delivery).brief(str(STORY))
    assert isinstance(brief, Brief)
    with tempfile.TemporaryDirectory() as name, serving(Path(name), slowness=0.2) as (port, taken):
        folder = Path(name)
        (folder / "story.json").write_bytes(to_json(brief))
        jobs = [f"job {number:03}" for number in range(count)]
        (folder / "reporter.toml").write_text(
            f'outbox = "outbox.sqlite"\nlease = {LEASE}.0\n'
            f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "{SENDER}"\nattach = []\n'
            + "".join(
                f'[[jobs]]\nname = "{job}"\nstories = ["story.json"]\ncron = "{due.minute} {due.hour} * * *"\n'
                f'to = ["{RECIPIENT}"]\n'
                for job in jobs
            ),
            encoding="utf-8",
        )
        with Database(folder / "outbox.sqlite") as database:
            for job in jobs:
                Slots(database).note(job, due - timedelta(minutes=1))
        start = time.perf_counter()
        runs, kills = _killed_at_random(folder, processes, count, chance)
        seconds = time.perf_counter() - start
        with Database(folder / "outbox.sqlite") as database:
            entries = Outbox(database, lease=timedelta(seconds=LEASE)).entries(datetime.now(UTC))
            done = Counter(one.state.value for job in jobs for one in Slots(database).all(job))
        _, arrived = counted(taken)
    states = Counter(entry.state for entry in entries)
    accepted = {_message_id(entry.key) for entry in entries if entry.state is State.ACCEPTED}
    unknown = {_message_id(entry.key) for entry in entries if entry.state is State.UNKNOWN}
    return {
        "slots": count,
        "processes": processes,
        "runs": runs,
        "killed": kills,
        "seconds": seconds,
        "slots done": done["done"],
        "mails accepted, by the outbox": states[State.ACCEPTED],
        "mails unknown, by the outbox": states[State.UNKNOWN],
        "mails in any other state": len(entries) - states[State.ACCEPTED] - states[State.UNKNOWN],
        "mails taken, by the server": sum(arrived.values()),
        "taken twice": sum(times > 1 for times in arrived.values()),
        "accepted, but never taken": len(accepted - set(arrived)),
        "unknown, and taken": len(unknown & set(arrived)),
        "taken, but neither accepted nor unknown": len(set(arrived) - accepted - unknown),
    }


def _killed_at_random(folder: Path, processes: int, count: int, chance: random.Random) -> tuple[int, int]:
    """Run `schedule run` in `processes` places at once, killing each at a random moment, until every slot is closed and
    no mail waits or is under way; how many ran, and how many of them were killed."""
    runs = kills = 0
    running: list[tuple[subprocess.Popen[bytes], float]] = []
    give_up = time.monotonic() + LIMIT
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder)}
    while time.monotonic() < give_up and not _is_over(folder, count):
        while len(running) < processes:
            one = subprocess.Popen(
                [COMMAND, "schedule", "run", "--quiet"],
                cwd=folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            running.append((one, time.monotonic() + chance.uniform(0.3, 3.0)))
            runs += 1
        for one, end in running:
            if one.poll() is None and time.monotonic() > end:
                one.send_signal(signal.SIGKILL)
                one.wait()
                kills += 1
        running = [(one, end) for one, end in running if one.poll() is None]
        time.sleep(0.05)
    for one, _ in running:
        one.wait()
    return runs, kills


def _is_over(folder: Path, count: int) -> bool:
    with Database(folder / "outbox.sqlite") as database:
        entries = Outbox(database, lease=timedelta(seconds=LEASE)).entries(datetime.now(UTC))
    return len(entries) == count and all(entry.state in (State.ACCEPTED, State.UNKNOWN) for entry in entries)


def _message_id(key: str) -> str:
    """As `Letter.message_id` makes it."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{SENDER.partition('@')[2]}>"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=("mails", "slots"))
    arguments.add_argument("--count", type=int)
    arguments.add_argument("--processes", type=int, default=4)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    found = (
        mails(given.count or 500) if given.what == "mails" else slots(given.count or 200, given.processes, given.seed)
    )
    if given.json:
        print(json.dumps(found, indent=2))
    else:
        for name, value in found.items():
            print(f"{name:<42} {value:>10,.1f}" if isinstance(value, float) else f"{name:<42} {value:>10,}")
    wrong = ("taken twice", "accepted, but never taken", "taken, but neither accepted nor unknown")
    sys.exit(any(found.get(name, 0) for name in wrong) or found.get("mails in any other state", 0) > 0)


if __name__ == "__main__":
    main()
