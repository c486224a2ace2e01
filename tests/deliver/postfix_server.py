"""Postfix and Dovecot of the test's own, from Debian's packages, on ports of this machine that nobody else uses.

STARTTLS is forced; Dovecot says who may log in (SASL), takes what Postfix delivers (LMTP), and gives it back (IMAPS).
Nothing leaves the machine: there is no way to anywhere but Dovecot.
"""

import email
import email.policy
import imaplib
import os
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import trustme

from reporter.deliver.settings import MailSettings
from tests.deliver.running import free_port, running

POSTFIX, DOVECOT = Path("/usr/sbin/postfix"), Path("/usr/sbin/dovecot")
LMTP = Path("/usr/lib/dovecot/lmtp")
IMAP = Path("/usr/lib/dovecot/imap")
DOMAIN = "courier.example"
PASSWORDS = {"desk": "sésame öffne dich", "anna": "anna's own", "ben": "ben's own"}
LARGEST = 400_000
"""Bytes of a mail that it takes."""
_NOBODY = 65534
_SECONDS = 30.0

_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
myhostname = mail.{domain}
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
default_transport = error:no mail leaves this machine
virtual_mailbox_domains = {domain}
virtual_mailbox_maps = texthash:{folder}/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
alias_maps =
alias_database =
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {folder}/server.pem
smtpd_tls_key_file = {folder}/server.pem
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{auth}
smtpd_tls_auth_only = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
message_size_limit = {largest}
smtputf8_enable = yes
"""

_MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

_DOVECOT = """
base_dir = {folder}/dovecot
state_dir = {folder}/dovecot
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.pem
auth_username_format = %Ln
auth_mechanisms = plain login
mail_location = maildir:~/mail
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid={nobody} gid={nobody} home={folder}/homes/%Ln
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
service auth {{
  inet_listener {{
    port = {auth}
  }}
}}
"""


@dataclass(frozen=True, kw_only=True)
class Post:
    """A mail server that is there. `authority` is the file of the certificate to trust."""

    folder: Path
    smtp: int
    imaps: int
    authority: Path

    def settings(self, **given: object) -> MailSettings:
        told = {"host": "localhost", "port": self.smtp, "user": "desk", "ca_file": str(self.authority), "timeout": 20.0}
        return MailSettings(**{**told, **given})  # type: ignore[arg-type]

    def mail(self, user: str, message_id: str) -> EmailMessage:
        """The mail of that name in a user's mailbox, as soon as it is there."""
        context = ssl.create_default_context(cafile=str(self.authority))
        with imaplib.IMAP4_SSL("localhost", self.imaps, ssl_context=context, timeout=_SECONDS) as box:
            box.login(user, PASSWORDS[user])
            until = time.monotonic() + _SECONDS
            while time.monotonic() < until:
                box.select("INBOX", readonly=True)
                _, (numbers,) = box.search(None, "HEADER", "Message-ID", f'"{message_id}"')
                if numbers:
                    _, fetched = box.fetch(numbers.split()[0].decode(), "(RFC822)")
                    assert isinstance(fetched[0], tuple)
                    return email.message_from_bytes(fetched[0][1], policy=email.policy.default)
                time.sleep(0.05)
        raise AssertionError(f"{message_id} did not come to {user}:\n{self.log()}")

    def count(self, user: str) -> int:
        """How many mails a user has."""
        found = self.folder / "homes" / user / "mail"
        return len([*found.glob("new/*"), *found.glob("cur/*")])

    def log(self) -> str:
        return "".join(
            path.read_text(errors="replace") for path in (self.folder / "postfix.log", self.folder / "dovecot.log")
        )


@contextmanager
def posting() -> Iterator[Post]:
    """Both servers, as long as the `with` holds. Only root can start them."""
    folder = Path(tempfile.mkdtemp(prefix="reporter-post-"))
    try:
        post = _prepared(folder)
        with running(
            [str(DOVECOT), "-F", "-c", str(folder / "dovecot.conf")], port=post.imaps, log=folder / "dovecot.out"
        ):
            _postfix(folder, "start")
            try:
                yield post
            finally:
                _postfix(folder, "stop")
    finally:
        shutil.rmtree(folder)


def _prepared(folder: Path) -> Post:
    folder.chmod(0o755)
    ports = {name: free_port() for name in ("smtp", "imaps", "lmtp", "auth")}
    authority = trustme.CA()
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    values = {"folder": folder, "domain": DOMAIN, "largest": LARGEST, "nobody": _NOBODY, **ports}
    for name, template in (("main.cf", _MAIN), ("master.cf", _MASTER)):
        path = folder / "etc" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(template.format(**values))
    (folder / "dovecot.conf").write_text(_DOVECOT.format(**values))
    (folder / "mailboxes").write_text("".join(f"{user}@{DOMAIN} {user}\n" for user in PASSWORDS))
    (folder / "users").write_text("".join(f"{user}:{password}\n" for user, password in PASSWORDS.items()))
    for name in ("queue", "homes", "dovecot"):
        (folder / name).mkdir()
    os.chown(folder / "homes", _NOBODY, _NOBODY)
    data = folder / "data"
    data.mkdir()
    shutil.chown(data, "postfix", "postfix")
    return Post(folder=folder, smtp=ports["smtp"], imaps=ports["imaps"], authority=folder / "authority.pem")


def _postfix(folder: Path, what: str) -> None:
    done = subprocess.run(
        [str(POSTFIX), "-c", str(folder / "etc"), what], capture_output=True, text=True, timeout=60, check=False
    )
    if done.returncode != 0:
        log = folder / "postfix.log"
        raise AssertionError(f"postfix {what}: {done.stderr}{log.read_text() if log.exists() else ''}")
