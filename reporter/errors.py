"""One family of errors: each has a code, a sentence on what was wrong, one on what to do, and an exit code."""

from enum import IntEnum


class ExitCode(IntEnum):
    DONE = 0
    FAILED = 1
    """The input or the world failed."""
    USAGE = 2
    """The command was used wrongly."""
    SOME_FAILED = 3
    """Done, but some inputs failed; they are named."""


class ReporterError(Exception):
    """The root. `code` is stable and in kebab-case; `message` says what was wrong and `remedy` what to do."""

    exit_code = ExitCode.FAILED

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(code, message, remedy)
        self.code = code
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class InputError(ReporterError):
    """unreadable-file, not-an-article, bad-encoding, binary-input, too-large, bad-record, bad-verdicts,
    unsupported-language, no-factchecks, no-factcheck-store, bad-factcheck-store, factcheck-store-too-new,
    no-factcheck-key, bad-factcheck-address."""


class AnchorError(ReporterError):
    """no-publication-date, conflicting-dates, bad-publication-date."""


class LanguageError(ReporterError):
    """parser-missing, parser-unsuitable, unknown-language."""


class RenderError(ReporterError):
    """missing-font, missing-library, template-error (file and line), output-not-writable, unknown-format."""


class DeliveryError(ReporterError):
    """no-mail-server, no-connection, no-starttls, untrusted-certificate, bad-certificates, no-login, no-password,
    wrong-password, bad-dkim, mail-refused, outbox-locked, outbox-not-writable, bad-outbox, verdicts-locked,
    verdicts-not-writable, factchecks-locked, factchecks-not-writable; of tickets also wrong-key, no-key, not-allowed,
    no-ticket, not-kept, file-refused, ticket-refused, too-many-requests, system-failed, missing-library. `can_retry`
    says whether trying again helps, `wait` after how many seconds at the soonest, where the other side said so."""

    def __init__(self, code: str, message: str, remedy: str, *, can_retry: bool, wait: float | None = None) -> None:
        super().__init__(code, message, remedy)
        self.can_retry = can_retry
        self.wait = wait


class ServiceError(ReporterError):
    """factchecks-not-asked: a service that was asked gave no usable answer."""


class UsageError(ReporterError):
    """bad-setting, bad-flag, unknown-flag-code, unknown-claim, bad-verdict."""

    exit_code = ExitCode.USAGE


class InternalError(ReporterError):
    """internal-error: a fault of this program. `__cause__` is what was raised."""

    @classmethod
    def of(cls, error: Exception, where: str) -> "InternalError":
        """The fault `error`, met at work on `where`, as one of the family."""
        made = cls(
            "internal-error",
            f"A fault in this program stopped the work on {where}: {type(error).__name__}: {str(error)[:200]}.",
            "Run it again with --debug and report what it prints.",
        )
        made.__cause__ = error
        return made
