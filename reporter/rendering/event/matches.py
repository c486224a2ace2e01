"""One thing, its accounts side by side, and its figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporter.model import Brief, Claim, EventBrief, EventStory, FigureTable, Match, MatchedAccount, Status, Tie
from reporter.rendering.amounts import amount
from reporter.rendering.lines import cut
from reporter.wording.dates import written
from reporter.wording.names import called, opening
from reporter.wording.words import Wording

MOST_ACCOUNTS = 12
"""Accounts of one thing that a page shows; fifty reprints say the same. The JSON has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """An account of a matched thing. `is_against` where it differs from the first or denies it; `is_other_voice` where
    the account listed before it is not by a source of the same name."""

    account: MatchedAccount
    number: int
    text: str
    who: str
    outlet: str
    tie: str
    aspect: str
    """In what it differs, empty where the figures show it."""
    is_against: bool
    is_other_voice: bool
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """One thing with all its accounts, which stand in `stories`; `others` says how many are left out here."""

    text: str
    stories: int
    origins: int
    accounts: tuple[AccountView, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    value: str
    words: str
    who: str
    outlet: str
    story_id: str
    number: int
    as_of: str
    is_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    title: str
    spread: str
    rows: tuple[FigureRow, ...]


def match_view(
    match: Match,
    brief: EventBrief,
    claims: Mapping[tuple[str, str], Claim],
    numbers: Mapping[tuple[str, str], int],
    wording: Wording,
) -> MatchView:
    accounts = match.accounts
    against = {place for one in match.ties if one.tie is not Tie.AGREES for place in (one.first, one.second)}
    stories = {story.id: story for story in brief.stories}
    chosen = [place for place in range(len(accounts)) if place in against or place == 0]
    chosen = sorted([*chosen, *(place for place in range(len(accounts)) if place not in chosen)][:MOST_ACCOUNTS])
    listed = [
        _account_view(accounts[place], stories, claims, numbers, wording, is_first=place == 0) for place in chosen
    ]
    return MatchView(
        text=cut(claims[accounts[0].story_id, accounts[0].claim_id].text, 200),
        stories=len({one.story_id for one in accounts}),
        origins=match.origins,
        accounts=tuple(
            replace(one, is_other_voice=place == 0 or one.who != listed[place - 1].who)
            for place, one in enumerate(listed)
        ),
        others=len(accounts) - len(chosen),
    )


def _account_view(
    account: MatchedAccount,
    stories: Mapping[str, EventStory],
    claims: Mapping[tuple[str, str], Claim],
    numbers: Mapping[tuple[str, str], int],
    wording: Wording,
    *,
    is_first: bool,
) -> AccountView:
    story = stories[account.story_id]
    claim = claims[account.story_id, account.claim_id]
    status = next((one.status for one in story.brief.assessments if one.claim_id == account.claim_id), None)
    tie = wording.event.lead if is_first else "–" if account.tie is None else wording.event.ties[account.tie]
    return AccountView(
        account=account,
        number=numbers[account.story_id, account.claim_id],
        text=cut(claim.text, 300),
        who=_who(claim, story.brief, wording),
        outlet=story.outlet,
        tie=tie,
        aspect="" if account.aspect is None else wording.event.aspects[account.aspect],
        is_against=account.tie in (Tie.DIFFERS, Tie.DENIES),
        is_other_voice=True,
        status=None if story.is_evidence else status,
    )


def _who(claim: Claim, brief: Brief, wording: Wording) -> str:
    if claim.source_id is None:
        return wording.titles.no_source if claim.is_attributed else wording.titles.story_itself
    source = next((one for one in brief.sources if one.id == claim.source_id), None)
    return opening(called(source, brief.article.text, wording))


def figure_view(
    table: FigureTable,
    numbers: Mapping[tuple[str, str], int],
    outlets: Mapping[str, str],
    wording: Wording,
) -> FigureView:
    return FigureView(
        title=cut(table.told, 120),
        spread=_spread(table, wording),
        rows=tuple(
            FigureRow(
                value=amount(row.quantity, wording),
                words=" ".join(row.quantity.text.split()),
                who=opening(row.said_by) if row.said_by is not None else wording.titles.story_itself,
                outlet=outlets[row.story_id],
                story_id=row.story_id,
                number=numbers[row.story_id, row.claim_id],
                as_of=wording.titles.no_date if row.as_of is None else written(row.as_of, wording.dates, is_short=True),
                is_replaced=row.is_replaced,
            )
            for row in table.rows
        ),
    )


def _spread(table: FigureTable, wording: Wording) -> str:
    if table.low is None or table.high is None:
        return ""
    unit = f" {table.unit}" if table.unit else ""
    low, high = wording.numbers.written(table.low), wording.numbers.written(table.high)
    return f"{low}{unit}" if low == high else f"{low} – {high}{unit}"
