"""All settings with their defaults, in one place; the same from Python, TOML and the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.errors import SettingsError


class Section(BaseModel):
    """Base of all sections: closed, so that a misspelt setting is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ReadingSettings(Section):
    """How inputs are found and read."""

    max_bytes: int = Field(50_000_000, gt=0, description="largest document that is read; a larger one is quarantined")


class CleaningSettings(Section):
    """How boilerplate is told from the article."""


class AnnotatingSettings(Section):
    """Which mentions are found and with which names."""

    max_chars: int = Field(2_000_000, gt=0, description="body characters that are annotated; the rest is noted as an issue")
    companies: list[str] = Field([], description="gazetteer files of companies (CSV or JSON Lines: name, aliases, identifier)")
    regions: list[str] = Field([], description="gazetteer files of regions (CSV or JSON Lines: name, aliases, identifier)")
    model: str | None = Field(None, description="name of a spaCy pipeline whose NER adds company and region mentions")


class LinkingSettings(Section):
    """How mentions become facts."""


class ValidatingSettings(Section):
    """How facts are checked."""


class WritingSettings(Section):
    """What a run writes."""


class RunningSettings(Section):
    """How many documents are driven through."""


class Settings(Section):
    """Every setting of the package.

    >>> Settings().annotating.max_chars
    2000000
    """

    reading: ReadingSettings = ReadingSettings()
    cleaning: CleaningSettings = CleaningSettings()
    annotating: AnnotatingSettings = AnnotatingSettings()
    linking: LinkingSettings = LinkingSettings()
    validating: ValidatingSettings = ValidatingSettings()
    writing: WritingSettings = WritingSettings()
    running: RunningSettings = RunningSettings()

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Settings:
        """Settings from nested dicts; what is left out keeps its default.

        Raises:
            SettingsError: one line that names the setting and what is wrong with it.
        """
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise SettingsError(f"setting {where}: {first['msg']}") from error

    @classmethod
    def from_toml(cls, path: str | Path) -> Settings:
        """Settings from a TOML file with one table a section.

        Raises:
            SettingsError: if the file cannot be read, is no TOML, or holds a wrong setting.
        """
        try:
            values = tomllib.loads(Path(path).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"settings file {path}: {error}") from error
        return cls.from_dict(values)
