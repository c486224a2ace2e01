"""Who fills how much of the story."""

from collections.abc import Sequence

from reporter.model import Article, Attribution, Claim, Source, Span, Voice, merged


def voices(
    article: Article, sources: Sequence[Source], attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> tuple[Voice, ...]:
    """One voice for each source with a say, the longest first.

    Characters are those of the contents, each counted once and for the innermost speaker; what stands in a repeated
    paragraph is not counted again, nor is its attribution. Shares are of all attributed characters, also those that
    belong to nobody known, so they add up to 1 at most.
    """
    counted = [attribution for attribution in attributions if not _is_repeat(attribution, article)]
    inner: dict[str, list[Span]] = {}
    for attribution in counted:
        if attribution.within is not None:
            inner.setdefault(attribution.within, []).extend(attribution.content)
    own = {
        attribution.id: _without(merged(attribution.content), merged(inner.get(attribution.id, ())))
        for attribution in counted
    }
    by_source: dict[str | None, list[Attribution]] = {}
    for attribution in counted:
        by_source.setdefault(attribution.source_id, []).append(attribution)
    lengths = {
        source_id: sum(len(span) for span in merged(span for attribution in said for span in own[attribution.id]))
        for source_id, said in by_source.items()
    }
    total = sum(lengths.values())
    found = []
    for source in sources:
        mine = by_source.get(source.id, [])
        characters = lengths.get(source.id, 0)
        said = sum(1 for claim in claims if claim.source_id == source.id)
        if mine or said:
            found.append(
                Voice(
                    source_id=source.id,
                    attributions=len(mine),
                    claims=said,
                    characters=characters,
                    share=characters / total if total else 0.0,
                )
            )
    return tuple(sorted(found, key=lambda voice: -voice.characters))


def _is_repeat(attribution: Attribution, article: Article) -> bool:
    place = next(iter((*attribution.content, *attribution.cue, *attribution.source)), None)
    number = article.paragraph_at(place.start) if place is not None else None
    return number is not None and article.paragraphs[number].repeats is not None


def _without(spans: Sequence[Span], holes: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` without what lies in `holes`; both are merged."""
    kept = []
    for span in spans:
        at = span.start
        for hole in holes:
            if hole.end <= at or hole.start >= span.end:
                continue
            if hole.start > at:
                kept.append(Span(start=at, end=hole.start))
            at = max(at, hole.end)
        if at < span.end:
            kept.append(Span(start=at, end=span.end))
    return tuple(kept)
