"""What an editor should check, in order, nothing twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reporter.model import (
    Article,
    Assessment,
    CheckItem,
    Claim,
    Flag,
    ParagraphKind,
    Severity,
    Source,
    SourceKind,
    Span,
    Status,
    WorthReason,
)
from reporter.wording.words import SentenceWording, Wording

Thing = TypeVar("Thing")

LONGEST = 12
_QUOTED_LENGTH = 60
_QUOTED_PLACES = 3
_ALSO = 3
_LEAD_PARAGRAPHS = 2
_CHANCE_OF_HARM = ("LEG-", "NUM-CLASH", "NUM-SUM", "DAT-IMPOSSIBLE", "NUM-", "QUO-")
"""Families of flags by how much harm an error does: accusations, then figures, then words in somebody's mouth."""
_SEVERITY = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_WEAK = {
    Status.REFUTED_BY_EDITOR: 0,
    Status.CONTRADICTED: 0,
    Status.DISPUTED: 1,
    Status.UNATTRIBUTED: 2,
    Status.SINGLE_SOURCE_UNNAMED: 3,
    Status.SELF_DECLARED_UNVERIFIED: 3,
}
_REST = 4
_WORTH_A_CHECK = 0.5
_REASONS = 3
_TO_LOOK_UP = frozenset(
    {
        WorthReason.FIGURE,
        WorthReason.COMPARISON,
        WorthReason.NAMES,
        WorthReason.RECORD,
        WorthReason.DEED,
        WorthReason.SAYING,
    }
)


@dataclass(frozen=True, slots=True)
class _Group:
    """Flags that make one item: of one code, or on one claim; the leading one first."""

    flags: tuple[Flag, ...]
    also: tuple[Flag, ...]


class CheckFirst:
    """Orders and groups the flags of one story; see `items`."""

    def __init__(
        self,
        *,
        article: Article,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        assessments: Sequence[Assessment],
        wording: Wording,
    ) -> None:
        self.article = article
        self.sources = {source.id: source for source in sources}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in claims}
        self.assessments: Mapping[str, Assessment] = {assessment.claim_id: assessment for assessment in assessments}
        self.words: SentenceWording = wording.sentences
        self.reason_labels = wording.labels.worth_reasons

    def items(self, flags: Sequence[Flag]) -> tuple[CheckItem, ...]:
        """At most twelve items, the most urgent first: by severity, by the harm of an error (accusations and figures
        first), by reach (headline and lead first), by how weakly it is sourced, by how much it gives to check, then by
        place.

        Flags of one code make one item. An item about one claim takes in the lesser flags on that claim. Each flag is
        in one item only.
        """
        ranked = sorted(flags, key=lambda flag: (self._urgency(flag), _place(flag)))
        used: set[str] = set()
        groups = []
        for flag in ranked:
            if flag.id in used:
                continue
            own = tuple(other for other in ranked if other.code == flag.code and other.id not in used)
            used.update(other.id for other in own)
            about = {claim for other in own for claim in other.claim_ids}
            also: tuple[Flag, ...] = ()
            if len(about) == 1:
                also = tuple(
                    other
                    for other in ranked
                    if other.id not in used and other.claim_ids and set(other.claim_ids) <= about
                )
                used.update(other.id for other in also)
            groups.append(_Group(own, also))
        return tuple(self._item(group) for group in groups[:LONGEST])

    # Order

    def _urgency(self, flag: Flag) -> tuple[float, ...]:
        claims = [self.claims[number] for number in flag.claim_ids if number in self.claims]
        harm = next((rank for rank, family in enumerate(_CHANCE_OF_HARM) if flag.code.startswith(family)), None)
        if harm is None:
            has_figure = any(not quantity.is_vague for claim in claims for quantity in claim.quantities)
            harm = len(_CHANCE_OF_HARM) + (not has_figure)
        worth = max((claim.worthiness.score for claim in claims if claim.worthiness is not None), default=0.0)
        return _SEVERITY[flag.severity], harm, self._reach(flag, claims), self._sourcing(claims), -worth

    def _reach(self, flag: Flag, claims: Sequence[Claim]) -> int:
        if self._in_headline(flag):
            return 0
        return 1 if self._in_lead(flag, claims) else 2

    def _in_headline(self, flag: Flag) -> bool:
        return any(self._kind_at(span) is ParagraphKind.HEADLINE for span in flag.spans)

    def _in_lead(self, flag: Flag, claims: Sequence[Claim]) -> bool:
        body = [n for n, paragraph in enumerate(self.article.paragraphs) if paragraph.kind is ParagraphKind.BODY]
        lead = set(body[:_LEAD_PARAGRAPHS])
        places = {self.article.paragraph_at(span.start) for span in flag.spans}
        return bool(lead & (places | {claim.paragraph for claim in claims}))

    def _kind_at(self, span: Span) -> ParagraphKind | None:
        number = self.article.paragraph_at(span.start)
        return self.article.paragraphs[number].kind if number is not None else None

    def _sourcing(self, claims: Sequence[Claim]) -> int:
        ranks = [
            _WEAK.get(assessment.status, _REST)
            for claim in claims
            if (assessment := self.assessments.get(claim.id)) is not None
        ]
        for claim in claims:
            source = self.sources.get(claim.source_id or "")
            if source is not None and source.kind is SourceKind.ANONYMOUS:
                ranks.append(_WEAK[Status.SINGLE_SOURCE_UNNAMED])
        return min(ranks, default=_REST)

    # Words

    def _item(self, group: _Group) -> CheckItem:
        lead, *more = group.flags
        every = (*group.flags, *group.also)
        claims = [self.claims[number] for number in lead.claim_ids if number in self.claims]
        what = lead.message
        further = [flag for flag in more if flag.message != lead.message or flag.spans != lead.spans]
        if further:
            what = f"{what} {self._more(further)}"
        return CheckItem(
            what=what,
            why=self._why(group, claims),
            flag_ids=tuple(flag.id for flag in every),
            claim_ids=_each_once(number for flag in every for number in flag.claim_ids),
            spans=_each_once(span for flag in every for span in flag.spans),
        )

    def _more(self, flags: Sequence[Flag]) -> str:
        """The other places of the same kind, the first few in their own words."""
        quotes = _each_once(quote for flag in flags if (quote := self._quote(flag)) is not None)
        shown = self._list(quotes[:_QUOTED_PLACES], is_cut=len(quotes) > _QUOTED_PLACES)
        if not shown:
            return " ".join(_each_once(flag.message for flag in flags[:_QUOTED_PLACES]))
        form = self.words.one_more if len(flags) == 1 else self.words.many_more
        return form.format(count=len(flags), quotes=shown)

    def _quote(self, flag: Flag) -> str | None:
        if not flag.spans:
            return None
        words = " ".join(flag.spans[0].of(self.article.text).split()).strip("“”\"'‘’ ")
        if len(words) > _QUOTED_LENGTH:
            words = f"{words[:_QUOTED_LENGTH].rsplit(' ', 1)[0].rstrip(',;: ')} …"
        return self.words.quote(words)

    def _list(self, quotes: Sequence[str], *, is_cut: bool) -> str:
        if is_cut:
            return self.words.list_cut.format(first=self.words.list_separator.join(quotes))
        if len(quotes) < 2:
            return "".join(quotes)
        return self.words.list_last.format(first=self.words.list_separator.join(quotes[:-1]), last=quotes[-1])

    def _why(self, group: _Group, claims: Sequence[Claim]) -> str:
        lead = group.flags[0]
        sentences = [self.words.severity_reason[lead.severity]]
        if self._in_headline(lead):
            sentences.append(self.words.stands_in_headline)
        elif self._in_lead(lead, claims):
            sentences.append(self.words.stands_in_lead)
        reasons = self._held_on_to(claims)
        if reasons:
            sentences.append(self.words.held_on_to.format(reasons=self.words.list_separator.join(reasons)))
        sentences.append(self.words.settled_by.format(clears=lead.clears, run_on=_clause(lead.clears)))
        if group.also:
            messages = " ".join(_each_once(flag.message for flag in group.also)[:_ALSO])
            sentences.append(self.words.also.format(messages=messages))
        return " ".join(sentences)

    def _held_on_to(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """What makes the worthiest of the claims worth a check, where it is worth one."""
        measured = [claim.worthiness for claim in claims if claim.worthiness is not None]
        worthiest = max(measured, key=lambda worthiness: worthiness.score, default=None)
        if worthiest is None or worthiest.score < _WORTH_A_CHECK:
            return ()
        speaking_for_it = [reason for reason in worthiest.reasons if reason in _TO_LOOK_UP]
        return tuple(self.reason_labels[reason] for reason in speaking_for_it[:_REASONS])


def _clause(text: str) -> str:
    """`text` as it stands after a colon, with a full stop."""
    bare = text.strip().rstrip(".")
    is_acronym = len(bare) > 1 and bare[1].isupper()
    return f"{bare if is_acronym else bare[:1].lower() + bare[1:]}."


def _place(flag: Flag) -> tuple[int, int]:
    return (flag.spans[0].start, flag.spans[0].end) if flag.spans else (0, 0)


def _each_once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """`things` in their order, without those that were there before."""
    return tuple(dict.fromkeys(things))
