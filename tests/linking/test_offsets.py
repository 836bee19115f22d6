"""Whatever the text, linking does not fail and all evidence slices the text it claims to come from."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.linking import Links

Link = Callable[..., Links]

PIECES = (
    "USD 5.2 billion", "EUR 3 Mn", "₹3,200 crore", "5.4%", "CAGR", "in 2024", "by 2030", "from", "to", "2024-2030", "Q3 2024", "the kelp market",
    "Europe", "the roasted segment", ".", "\n", ",", "and", "was valued at", "will reach", "(", ")", "|", "- ", "?", "It", "respectively", "up",
    "during the forecast period", "Harrow Research", "according to", "By Type:", "A, B and C", ":", "“", "→", "İzmir", "while", "Market Size",
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), title=st.lists(st.sampled_from(PIECES), max_size=6))
def test_evidence_slices_its_field(link: Link, pieces: list[str], title: list[str]) -> None:
    text, headline = " ".join(pieces), " ".join(title).replace("\n", " ")
    links = link(text, title=headline)
    for item in (*links.estimates, *links.growth, *links.segments):
        for piece in item.evidence:
            assert (headline if piece.field == "title" else text)[piece.start : piece.end] == piece.text
    if links.market is not None and links.market.start is not None and links.market.end is not None:
        assert 0 <= links.market.start <= links.market.end <= len(headline if links.market.field == "title" else text)
