"""The command line. Commands live in `commands/`; each imports what is heavy when it is called."""

from __future__ import annotations

import contextlib
import io
import os
import sys

from extractor.exit_status import INTERRUPTED, OK, USAGE


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and exits with its status; what the user did wrong is told in one line."""
    open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe without Unicode gets escapes, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(status_of(arguments))


def open_what_is_closed() -> None:
    """Opens the empty device in place of a standard stream that is closed.

    Else the next file that is opened gets the stream's number, and what is meant for the stream goes into the file.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is not None:
            continue
        with contextlib.suppress(OSError):  # it is open: then only Python does not know of it
            os.fstat(number)
            continue
        if os.open(os.devnull, os.O_RDWR) == number:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def status_of(arguments: list[str] | None = None) -> int:
    """Runs a command; its exit status."""
    import typer

    from extractor.commands import app
    from extractor.errors import ExtractorError

    # Newer typers carry a click of their own: take the classes from where typer has them.
    usage_error = typer.BadParameter.__bases__[0]
    try:
        status = app(args=arguments, prog_name="extractor", standalone_mode=False)
        sys.stdout.flush()
        return int(status or OK)
    except typer.Exit as leaving:
        return leaving.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ExtractorError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # Whoever read our output has had enough; say nothing more, also not when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if not isinstance(error, usage_error.__bases__[0]):
            raise
        context = getattr(error, "ctx", None)
        where = (
            f" (see '{context.command_path} --help')" if context is not None and isinstance(error, usage_error) else ""
        )
        message = error.format_message()  # type: ignore[attr-defined]
        # Called without anything it has shown its help and has nothing to add.
        return _complain(message + where) if message.strip() else USAGE


def _complain(message: str) -> int:
    from extractor.writing.terminal import plain

    print("extractor: " + " ".join(plain(message).split()), file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    main()
