"""All settings with their defaults, in one place; the same from Python, TOML and the command line."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.errors import SettingsError


class Section(BaseModel):
    """Base of all sections: closed, so that a misspelt setting is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, values: Any) -> Any:
        """TOML has no null: an empty string leaves a setting that may be unset as it was, unset."""
        if not isinstance(values, dict):
            return values
        fields = cls.model_fields
        return {
            name: None if value == "" and name in fields and fields[name].default is None else value
            for name, value in values.items()
        }


class ReadingSettings(Section):
    """How inputs are found and read."""

    max_bytes: int = Field(50_000_000, gt=0, description="largest document that is read; a larger one is quarantined")
    max_ratio: int = Field(
        500, gt=0, description="a compressed input that expands more than this is a bomb (above 10 MB)"
    )
    max_members: int = Field(10_000_000, gt=0, description="documents that are read from one container")
    max_depth: int = Field(3, ge=0, description="containers that are opened inside one another")
    text_field: str | None = Field(
        None, description="column or field with the document; found by its name when not set"
    )
    url_field: str | None = Field(None, description="column or field with the address the document came from")
    date_field: str | None = Field(None, description="column or field with the date of publication")
    title_field: str | None = Field(None, description="column or field with the title")
    stdin_name: str | None = Field(
        None, description="file name that standard input is taken to have, which tells its format: dump.csv"
    )
    table: str | None = Field(None, description="table of a SQLite input; the first with a text column when not set")


class CleaningSettings(Section):
    """How boilerplate is told from the article."""

    phrases: list[str] = Field([], description="phrases of your own: a short block that holds one is dropped")
    furniture: bool = Field(
        False, description="lines that recur over the documents of a site are counted in a first pass, and dropped"
    )


class AnnotatingSettings(Section):
    """Which mentions are found and with which names."""

    max_chars: int = Field(
        2_000_000, gt=0, description="body characters that are annotated; the rest is noted as an issue"
    )
    companies: list[str] = Field(
        [], description="gazetteer files of companies (CSV or JSON Lines: name, aliases, identifier)"
    )
    regions: list[str] = Field(
        [], description="gazetteer files of regions (CSV or JSON Lines: name, aliases, identifier)"
    )
    model: str | None = Field(None, description="name of a spaCy pipeline whose NER adds company and region mentions")


class LinkingSettings(Section):
    """How mentions become facts."""


class ValidatingSettings(Section):
    """How facts are checked."""


class WritingSettings(Section):
    """What a run writes."""

    formats: list[str] = Field(["jsonl"], description="sinks beside records.jsonl: csv, parquet, sqlite, html")
    duplicates: bool = Field(True, description="mark exact and near copies with `duplicate_of` and `cluster`")


class RunningSettings(Section):
    """How many documents are driven through."""

    workers: int = Field(0, ge=0, description="processes; 0 means one a core")
    limit_seconds: float = Field(
        30.0, gt=0, description="a document that takes longer is quarantined and its process killed"
    )
    limit_memory_mb: int = Field(
        1024, gt=0, description="a document that needs more memory is quarantined, its process killed"
    )
    renew_after: int = Field(20_000, gt=0, description="documents after which a worker is replaced, at the latest")
    renew_memory_mb: int = Field(
        512, gt=0, description="a worker whose caches have grown by so much is replaced between two documents"
    )
    batch_documents: int = Field(
        8, gt=0, description="documents handed to a worker at once, at most; the next batch comes when half is done"
    )
    batch_bytes: int = Field(
        1_000_000, gt=0, description="bytes handed to a worker at once, at most (one document may be larger)"
    )
    window_bytes: int = Field(
        128_000_000, gt=0, description="finished records that may wait in memory for a slower one before them"
    )
    commit_seconds: float = Field(1.0, ge=0, description="time between two points from which a stopped run goes on")


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
            if not where:
                raise SettingsError(f"settings are a table of tables, not {type(values).__name__}") from error
            if first["type"] == "extra_forbidden":
                raise SettingsError(f"setting {where} is not known{_meant(where)}") from error
            raise SettingsError(f"setting {where}: {first['msg']}") from error

    @classmethod
    def from_toml(cls, path: str | Path) -> Settings:
        """Settings from a TOML file with one table a section.

        Raises:
            SettingsError: if the file cannot be read, is no TOML, or holds a wrong setting.
        """
        try:
            values = tomllib.loads(Path(path).read_text("utf-8"))
        except OSError as error:
            raise SettingsError(f"cannot read settings file {path}: {error.strerror}") from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"settings file {path}: {error}") from error
        return cls.from_dict(values)


def _meant(where: str) -> str:
    """A guess at what a misspelt setting was to be.

    >>> _meant("running.limit_second"), _meant("runing.workers")
    ('; is running.limit_seconds meant?', '; there are reading, cleaning, annotating, linking, validating, writing, running')
    """
    sections = Settings.model_fields
    section, _, name = where.partition(".")
    if section not in sections:
        return f"; there are {', '.join(sections)}"
    model = sections[section].annotation
    known = list(getattr(model, "model_fields", ()))
    found = difflib.get_close_matches(name, known, 1)
    return f"; is {section}.{found[0]} meant?" if found else f"; {section} has {', '.join(known) or 'no settings'}"
