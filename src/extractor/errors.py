"""The errors this package raises; all share one root."""

from __future__ import annotations


class ExtractorError(Exception):
    """Root of every error raised on purpose by this package."""


class SourceError(ExtractorError):
    """An input cannot be read. `code` names the reason for `issues.jsonl`.

    >>> SourceError("unreadable", "no permission").code
    'unreadable'
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class SettingsError(ExtractorError):
    """A setting, a settings file or a command-line option is wrong."""


class RuleError(ExtractorError):
    """A rule file is wrong: names the file, the rule and what would be right."""


class MissingExtraError(ExtractorError):
    """An optional dependency is needed; the message says which extra installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an extra: pip install 'market-extractor[{extra}]'")
        self.extra = extra
