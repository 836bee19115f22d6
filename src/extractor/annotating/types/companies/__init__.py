"""Companies: names with their legal form, role and short names, and organisations that are no companies.

A folder imports only from those before it.

    words/     words around and in names of firms
    forms/     legal forms: their table and their grammar
    letters/   what the letters of a name alone say
    names/     the grammar of one name, and what it is called for short
    lists/     enumerations, lists of lines, tables
    weighing/  is a name a firm's, and the firm a player?
"""

from extractor.annotating.entity_type import EntityType
from extractor.annotating.types.companies.finder import build

# After regions: "(Germany)" behind a name is told by the place.
TYPE = EntityType(name="companies", labels=("COMPANY", "ORGANISATION", "LAW"), rank=70, build=build)

__all__ = ["TYPE"]
