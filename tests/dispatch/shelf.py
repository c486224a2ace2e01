"""A system of tickets that keeps files in memory, and fails when a test wants it."""

from dataclasses import dataclass, field

from reporter.deliver.tickets.system import Filed, Posting
from reporter.errors import DeliveryError


@dataclass
class Shelf:
    """Tickets with their files and comments. `keeps` what was attached; `lies_down` fails a post after it was done."""

    tickets: dict[str, dict[str, tuple[str, bytes]]] = field(default_factory=lambda: {"12": {}})
    comments: list[str] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    keeps: bool = False
    lies_down: bool = False
    reads: bool = True
    can_retry: bool = True

    def check(self) -> str:
        return "nobody, here"

    def files(self, ticket: str) -> tuple[Filed, ...]:
        if ticket not in self.tickets:
            raise DeliveryError("no-ticket", f"There is no ticket {ticket}.", "Check its number.", can_retry=False)
        return tuple(Filed(id=number, name=name) for number, (name, _) in self.tickets[ticket].items())

    def read(self, ticket: str, filed: Filed) -> bytes:
        if not self.reads:
            raise DeliveryError("not-kept", "It is not kept.", "Ask for it.", can_retry=False)
        return self.tickets[ticket][filed.id][1]

    def post(self, ticket: str, posting: Posting) -> str:
        self.tickets[ticket][str(len(self.postings) + 1)] = (posting.name, posting.data)
        self.postings.append(posting)
        self.comments.append(posting.comment)
        if self.lies_down:
            raise DeliveryError("no-connection", "It broke off.", "Try again.", can_retry=self.can_retry)
        return f"shelf/{ticket}"

    def withdraw(self, ticket: str, filed: Filed) -> bool:
        if not self.keeps:
            del self.tickets[ticket][filed.id]
        return not self.keeps

    def names(self, ticket: str = "12") -> list[str]:
        return [name for name, _ in self.tickets[ticket].values()]
