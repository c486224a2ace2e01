"""Mail through a server: one connection for many mails, a result for each recipient, an error that says what to do.

What the server took is *accepted*: whether it is delivered, no sender can know (RFC 5321, section 4.2.5).
"""

from __future__ import annotations

import base64
import smtplib
import ssl
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reporter.deliver.settings import MailSettings, Security
from reporter.deliver.signing import signed
from reporter.errors import DeliveryError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEMPORARY = range(400, 500)
_TOO_LARGE = 552
_SENT = 250
_LOGGED_IN = 235
_GOING_AWAY = 421
"""The server closes the connection (RFC 5321, section 3.8)."""
_EMPTY = b"From: nobody@localhost\r\n\r\n"


class Fate(StrEnum):
    """What became of a mail to one recipient."""

    ACCEPTED = "accepted"
    FAILED = "failed"
    """The server refused it for good, or it never came so far."""
    DEFERRED = "deferred"
    """Not now: trying again can help."""
    UNKNOWN = "unknown"
    """The way broke after all was sent and before the server answered; sent again it might come twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the server said for one recipient; `reason` is its code and words."""

    recipient: str
    fate: Fate
    reason: str


class MailServer:
    """A connection, open from `open` or the start of a `with` to its end. Raises DeliveryError where there is none."""

    def __init__(self, settings: MailSettings, password: str | None = None) -> None:
        self.settings = settings
        self.password = password
        self._smtp: smtplib.SMTP | None = None
        self._carried = 0
        """Mails that went over this connection."""

    def open(self) -> None:
        """Connect and log in, where that is not done yet; see that mails can be signed, where they are to be."""
        if self._smtp is None:
            signed(_EMPTY, self.settings)
            self._smtp = self._connected()

    def check(self) -> str:
        """Connect, log in, and go again: what was found. Nothing is sent. Raises DeliveryError."""
        with self:
            if self._smtp is None:
                raise RuntimeError("the connection is not open")
            try:
                code, told = self._smtp.noop()
            except (smtplib.SMTPException, OSError) as error:
                raise self._lost(error) from error
            if code != _SENT:
                raise self._lost(_reason(code, told))
            channel = self._smtp.sock
            guard = channel.version() if isinstance(channel, ssl.SSLSocket) else "not encrypted"
            who = "nobody logs in" if self.settings.user is None else f"logged in as {self.settings.user}"
            size = self._smtp.esmtp_features.get("size", "")
            most = f", mails up to {int(size):,} bytes" if size.isdigit() and int(size) else ""
            return f"{self.settings.host}:{self.settings.port_used}, {guard}, {who}{most}"

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()  # everything that was to be sent has its answer
            self._smtp = None

    def send(self, data: bytes, sender: str, recipients: Sequence[str]) -> tuple[Receipt, ...]:
        """Send one mail, and say what became of it for each recipient, in their order. Raises DeliveryError `bad-dkim`
        for one that cannot be signed, before anything of it is sent."""
        if self._smtp is None:
            raise RuntimeError("the connection is not open")
        data = signed(data, self.settings)
        if len(data) > self.settings.largest:
            return _all(recipients, Fate.FAILED, f"the mail has {len(data):,} bytes, more than is allowed")
        receipts, told = self._tried(self._smtp, data, sender, recipients)
        if receipts is None and self._carried:
            receipts, told = self._tried_anew(data, sender, recipients)
        if receipts is None:
            return _all(recipients, Fate.DEFERRED, told)
        self._carried += 1
        return receipts

    def _tried(
        self, smtp: smtplib.SMTP, data: bytes, sender: str, recipients: Sequence[str]
    ) -> tuple[tuple[Receipt, ...] | None, str]:
        """The receipts, or None and what broke the connection before the mail itself was begun."""
        try:
            return self._handed_over(smtp, data, sender, recipients), ""
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            return None, f"the connection broke: {_words(error)}"

    def _tried_anew(
        self, data: bytes, sender: str, recipients: Sequence[str]
    ) -> tuple[tuple[Receipt, ...] | None, str]:
        """The same over a new connection: many servers take only so many mails over one."""
        self._carried = 0
        try:
            self._smtp = self._connected()
        except DeliveryError as error:
            return None, error.message
        return self._tried(self._smtp, data, sender, recipients)

    def _handed_over(
        self, smtp: smtplib.SMTP, data: bytes, sender: str, recipients: Sequence[str]
    ) -> tuple[Receipt, ...]:
        is_ascii = all(one.isascii() for one in (sender, *recipients))
        if not is_ascii and not smtp.has_extn("smtputf8"):
            return _all(recipients, Fate.FAILED, "the server takes no addresses beyond ASCII (SMTPUTF8)")
        options = [f"size={len(data)}"] if smtp.has_extn("size") else []
        code, told = smtp.mail(sender, [*options, *([] if is_ascii else ["SMTPUTF8", "BODY=8BITMIME"])])
        if code == _GOING_AWAY:
            raise smtplib.SMTPServerDisconnected(_reason(code, told))
        if code != _SENT:
            smtp.rset()
            return _all(recipients, _fate(code), _reason(code, told))
        receipts = {one: _receipt(one, *smtp.rcpt(one)) for one in recipients}
        taken = [one for one in recipients if receipts[one].fate is Fate.ACCEPTED]
        if not taken:
            smtp.rset()
            return tuple(receipts[one] for one in recipients)
        receipts |= {one.recipient: one for one in self._data(smtp, data, taken)}
        return tuple(receipts[one] for one in recipients)

    def _data(self, smtp: smtplib.SMTP, data: bytes, taken: Sequence[str]) -> tuple[Receipt, ...]:
        """The mail itself. While it is sent, nobody knows what the server does with it until it has answered."""
        try:
            code, told = smtp.data(data)
        except smtplib.SMTPDataError as error:  # it said no before anything was sent
            return _all(taken, _fate(error.smtp_code), _reason(error.smtp_code, error.smtp_error))
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            return _all(taken, Fate.UNKNOWN, f"the way broke while it was sent, and no answer came: {_words(error)}")
        return tuple(_receipt(one, code, told) for one in taken)

    def _connected(self) -> smtplib.SMTP:
        own = self.settings
        if own.host is None:
            raise DeliveryError(
                "no-mail-server",
                "No mail server is set.",
                "Set host and sender under [mail] in reporter.toml.",
                can_retry=False,
            )
        where = f"{own.host}:{own.port_used}"
        context = self._trust()
        try:
            if own.security is Security.TLS:
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(own.host, own.port_used, timeout=own.timeout, context=context)
            else:
                smtp = smtplib.SMTP(own.host, own.port_used, timeout=own.timeout)
            if own.security is Security.STARTTLS:
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
        except ssl.SSLCertVerificationError as error:
            raise DeliveryError(
                "untrusted-certificate",
                f"The certificate of {where} is not trusted: {error.verify_message}.",
                "Ask who runs the server; give its authority's certificate as ca_file under [mail].",
                can_retry=False,
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            raise DeliveryError(
                "no-starttls",
                f"{where} does not offer STARTTLS, so nothing was sent.",
                'Set security = "tls" (port 465), or "none" for a server on this machine.',
                can_retry=False,
            ) from error
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryError(
                "no-connection",
                f"{where} cannot be reached: {_words(error)}.",
                "Check host, port and security under [mail]; try again later.",
                can_retry=True,
            ) from error
        self._log_in(smtp, where)
        return smtp

    def _trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self.settings.ca_file is not None:
            try:
                context.load_verify_locations(self.settings.ca_file)
            except (OSError, ssl.SSLError) as error:
                raise DeliveryError(
                    "bad-certificates",
                    f"The certificates in {self.settings.ca_file} cannot be read: {_words(error)}.",
                    "Give a PEM file as ca_file under [mail], or leave it out.",
                    can_retry=False,
                ) from error
        return context

    def _log_in(self, smtp: smtplib.SMTP, where: str) -> None:
        if self.settings.user is None:
            return
        if not self.password:
            smtp.close()
            raise DeliveryError(
                "no-password",
                f"{where} wants a password for {self.settings.user}.",
                "Put it into the environment as REPORTER_SMTP_PASSWORD.",
                can_retry=False,
            )
        try:
            _log_in(smtp, self.settings.user, self.password)
        except smtplib.SMTPAuthenticationError as error:
            smtp.close()
            if error.smtp_code in _TEMPORARY:  # the password was not looked at (RFC 4954, section 6)
                raise self._lost(_reason(error.smtp_code, error.smtp_error)) from error
            raise DeliveryError(
                "wrong-password",
                f"{where} does not let {self.settings.user} in: {_reason(error.smtp_code, error.smtp_error)}.",
                "Check user under [mail] and REPORTER_SMTP_PASSWORD.",
                can_retry=False,
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            smtp.close()
            raise DeliveryError(
                "no-login",
                f"{where} offers no login that can be used: {_words(error)}.",
                "Leave user under [mail] out, or ask for another port.",
                can_retry=False,
            ) from error
        except (OSError, smtplib.SMTPException) as error:
            smtp.close()
            raise self._lost(error) from error

    def _lost(self, told: BaseException | str) -> DeliveryError:
        words = told if isinstance(told, str) else _words(told)
        return DeliveryError(
            "no-connection",
            f"{self.settings.host}:{self.settings.port_used} does not go on: {words}.",
            "Try again later; check user and password when it stays so.",
            can_retry=True,
        )


def _log_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    """Log in; smtplib itself knows ASCII alone, where AUTH PLAIN takes UTF-8 (RFC 4616)."""
    if user.isascii() and password.isascii():
        smtp.login(user, password)
        return
    if "PLAIN" not in smtp.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("AUTH PLAIN is not offered, and only that takes letters beyond ASCII")
    code, told = smtp.docmd("AUTH", "PLAIN " + base64.b64encode(f"\0{user}\0{password}".encode()).decode())
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, told)


def _receipt(recipient: str, code: int, told: bytes) -> Receipt:
    return Receipt(recipient=recipient, fate=_fate(code), reason=_reason(code, told))


def _fate(code: int) -> Fate:
    if code in (_SENT, 251):
        return Fate.ACCEPTED
    return Fate.DEFERRED if code in _TEMPORARY else Fate.FAILED


def _reason(code: int, told: bytes | str) -> str:
    words = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
    more = (
        " (the mail is too large for the server: attach less, or set largest under [mail])"
        if code == _TOO_LARGE
        else ""
    )
    return f"{code} {' '.join(words.split())}{more}"


def _all(recipients: Sequence[str], fate: Fate, reason: str) -> tuple[Receipt, ...]:
    return tuple(Receipt(recipient=one, fate=fate, reason=reason) for one in recipients)


def _words(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__
