"""A Request Tracker 5 on this machine (Debian's packages), with a folder and a database of its own: about five seconds.

Nothing of the machine's own RT is read or changed, and no mail leaves it.
"""

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import urllib3

from tests.deliver.running import free_port, running
from tests.servers import needs

SETUP = "/usr/sbin/rt-setup-database-5"
SERVER = "/usr/share/request-tracker5/libexec/rt-server"
PASSWORD = "open sesame"
MOST = 500_000
"""Bytes of an attachment beyond which `on_large` happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`tokens` by user: `desk` may comment and see comments; `reader` sees tickets; `writer` comments, and sees no
    comment; `stranger` may log in."""

    url: str
    tokens: dict[str, str]

    def asked(self, method: str, path: str, body: object = None) -> Any:
        """What RT says to its administrator."""
        login = base64.b64encode(b"root:password").decode()
        address = f"{self.url}/REST/2.0/{path}"
        answer = urllib3.request(method, address, headers={"Authorization": f"Basic {login}"}, json=body, retries=False)
        assert answer.status < 300, answer.data
        return json.loads(answer.data)

    def ticket(self, subject: str) -> str:
        return str(self.asked("POST", "ticket", {"Queue": "General", "Subject": subject})["id"])


@contextmanager
def request_tracker(home: Path, *, on_large: str = "TruncateLongAttachments") -> Iterator[Desk]:
    """The server; `on_large` is the setting of RT's for files of more than `MOST` bytes."""
    needs(SETUP, SERVER)
    for folder in ("mason", "sessions", "none"):
        (home / folder).mkdir(parents=True)
    port = free_port()
    environment = {"RT_SITE_CONFIG": str(home / "site.pm"), "RT_SITE_CONFIG_DIR": str(home / "none")}
    (home / "site.pm").write_text(_SITE.format(home=home, port=port, most=MOST, on_large=on_large))
    (home / "seed.pl").write_text(_SEED)
    _run([SETUP, "--action", "init", "--dba-password", "none"], environment)
    said = _run(["perl", str(home / "seed.pl")], environment)
    tokens = dict(line.split() for line in said.splitlines())
    command = [SERVER, "--host", "127.0.0.1", "--port", str(port), "--webpath", "/rt", "--max-workers", "2"]
    with running(command, port=port, log=home / "server.log", environment=environment):
        yield Desk(url=f"http://127.0.0.1:{port}/rt", tokens=tokens)


_SITE = """\
Set($rtname, 'desk');
Set($Organization, 'courier.example');
Set($WebDomain, '127.0.0.1');
Set($WebPort, {port});
Set($WebPath, '/rt');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '{home}/rt.sqlite');
Set($SendmailPath, '/bin/true');
Set($LogToSTDERR, 'warning');
Set($LogToSyslog, undef);
Set($MaxAttachmentSize, {most});
Set(${on_large}, 1);
$RT::MasonDataDir = '{home}/mason';
$RT::MasonSessionDir = '{home}/sessions';
1;
"""

_SEED = """\
use strict; use warnings;
use lib '/usr/local/share/request-tracker5/lib', '/usr/share/request-tracker5/lib';
use RT; RT->LoadConfig(); RT->Init();
sub done { my ($id, $said) = @_; die "$said\\n" unless $id; return @_ }
my %rights = (
    desk     => [qw(SeeQueue ShowTicket CommentOnTicket ShowTicketComments)],
    reader   => [qw(SeeQueue ShowTicket ShowTicketComments)],
    writer   => [qw(SeeQueue ShowTicket CommentOnTicket)],
    stranger => [],
);
my $queue = RT::Queue->new(RT->SystemUser);
$queue->Load('General');
for my $name (sort keys %rights) {
    my $user = RT::User->new(RT->SystemUser);
    done($user->Create(Name => $name, EmailAddress => "$name\\@courier.example", Privileged => 1,
        Password => 'open sesame'));
    done($user->PrincipalObj->GrantRight(Object => $queue, Right => $_)) for @{$rights{$name}};
    my $token = RT::AuthToken->new(RT->SystemUser);
    my (undef, undef, $string) = done($token->Create(Owner => $user->id, Description => 'test'));
    print "$name $string\\n";
}
"""


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
