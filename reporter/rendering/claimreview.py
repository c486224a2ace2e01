"""Drafts of ClaimReview (JSON-LD, schema.org) from the verdicts of persons, for a newsroom's own fact-checks.

A draft says what a person found: their name, their verdict in their words, their evidence. A claim without a verdict in
force gives none. What only the newsroom knows (the address of the published review, its date, the house as publisher)
is left out, and `creativeWorkStatus` says "Draft".
"""

import json
from typing import Any

from reporter.model import Article, Brief, Claim, Settings, Source, Verdict
from reporter.rendering.lines import one_line
from reporter.rendering.outputs import FileKind
from reporter.rendering.view import web_address
from reporter.wording.dates import is_one_day
from reporter.wording.words import Wording


def render_claimreview(brief: Brief, wording: Wording, settings: Settings) -> bytes:  # noqa: ARG001 - every format is asked alike
    """One graph with a draft for each claim that has a verdict in force, in the order of the story."""
    sources = {source.id: source for source in brief.sources}
    verdicts = {one.claim_id: one.verdict for one in brief.assessments if one.verdict is not None}
    graph = [
        _draft(claim, verdicts[claim.id], sources.get(claim.source_id or ""), brief)
        for claim in brief.claims
        if claim.id in verdicts
    ]
    whole = {
        "@context": "https://schema.org",
        "@graph": graph,
        "isBasedOn": {"@type": "NewsArticle", "identifier": f"sha256:{brief.method.input_sha256}"},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


CLAIMREVIEW = FileKind(ending="claimreview.json", make=render_claimreview)


def _draft(claim: Claim, verdict: Verdict, source: Source | None, brief: Brief) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": one_line(verdict.claim),
        "dateCreated": verdict.when.isoformat(),
        "inLanguage": brief.article.language,
        "author": {"@type": "Person", "name": one_line(verdict.by)},
        "reviewRating": {"@type": "Rating", "alternateName": verdict.verdict.value},
        "citation": [_evidence(one) for one in verdict.evidence],
        "itemReviewed": _reviewed(claim, source, brief),
    }


def _evidence(text: str) -> dict[str, str]:
    address = web_address(text.strip())
    return {"@type": "CreativeWork", **({"url": address} if address else {"name": one_line(text)})}


def _reviewed(claim: Claim, source: Source | None, brief: Brief) -> dict[str, Any]:
    """The claim as the story has it: who says it, when it was said where the story dates that, and where it stands."""
    times = {time.id: time for time in brief.times}
    said = next((times[one].interval for one in claim.said if times[one].interval is not None), None)
    about: dict[str, Any] = {"@type": "Claim"}
    if source is not None:
        about["author"] = {"@type": "Thing", "name": one_line(source.name)}
    if said is not None and is_one_day(said):
        about["datePublished"] = said.begin_text[:10]
    about["appearance"] = [_story(brief.article)]
    return about


def _story(article: Article) -> dict[str, str]:
    told = {
        "name": one_line(article.headline or ""),
        "url": web_address(article.url) or "",
        "datePublished": article.published.value if article.published is not None else "",
    }
    return {"@type": "NewsArticle", **{name: value for name, value in told.items() if value}}
