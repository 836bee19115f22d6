"""The kinds of the blocks of an annotation: headings, list items, rows of tables, paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.annotating.annotation import Annotation, Part
    from extractor.cleaning.block import BlockKind

# A paragraph of at most this many characters that does not end like a sentence is a heading that lost its tag.
LONGEST_HEADING = 90
LONGEST_ROW = 300  # characters of a paragraph of cells that is a row of a table which lost its tags
BULLETS = frozenset("•▪·●◦‣*")
NO_HEADING_END = frozenset('.!;,”"’')


def kind_of(annotation: Annotation, part: Part) -> BlockKind:
    """The kind of a block as it stood in the source; headings, items and rows that lost their tags show by their shape."""
    if part.kind != "paragraph" or part.last <= part.first:
        return part.kind
    start, end = annotation.starts[part.first], annotation.end(part.last - 1)
    if annotation.text[start] in BULLETS and not annotation.text.startswith("**", start):
        return "list_item"
    if (
        end - start <= LONGEST_ROW
        and " | " in (line := annotation.text[start:end])
        and "\n" not in line
        and ". " not in line
    ):
        return "table_row"
    bare = (
        end - start <= LONGEST_HEADING
        and annotation.text[end - 1] not in NO_HEADING_END
        and "\n" not in annotation.text[start:end]
    )
    return "heading" if bare else "paragraph"


def kinds_of(annotation: Annotation) -> list[BlockKind]:
    """The kind of each part of an annotation."""
    return [kind_of(annotation, part) for part in annotation.parts]
