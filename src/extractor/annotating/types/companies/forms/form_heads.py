"""Forms that stand before a name: "AB SKF", "SARL Orvane", "PT Surya Kelapa"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.annotating.types.companies.forms.form_table import ends_item, starts_item
from extractor.annotating.types.companies.words.vocabulary import known_companies

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation
    from extractor.annotating.types.companies.forms.form_table import Form

# Forms behind names that registers write in front as well; "AG" there is an attorney general.
_IN_FRONT = frozenset(["AB", "BV", "LLC", "NV", "OY", "SA"])


def may_head(annotation: Annotation, form: Form) -> bool:
    """Whether initials that stand behind names elsewhere may start one here ("AB Neries Energija", "SA Brain", "AB Enzymes GmbH")."""
    head = annotation.words[form.first]
    return (
        form.strong
        and form.position == "suffix"
        and form.last - form.first == 1
        and head.text in _IN_FRONT
        and not annotation.words[form.last].is_upper
    )


def heads_item(annotation: Annotation, form: Form) -> bool:
    """Whether a form that stands behind names elsewhere is all that stands before this one, a word in capitals ("AB SKF")."""
    words, at = annotation.words, form.first
    if (
        not form.strong
        or form.last - at != 1
        or not words[at].is_upper
        or not starts_item(words, at)
        or not ends_item(words, form.last + 1)
    ):
        return False
    return words[form.last].is_upper and known_companies().get(f"{words[at].text} {words[form.last].text}") is None
