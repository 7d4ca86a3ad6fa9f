"""The command line: options and exit codes, nothing else.

0 nothing at or above ``--fail-on``, 1 findings, 2 usage, configuration or input that could not be read whole,
3 a fault of our own, 130 interrupted. This is the only place where an error becomes an exit code.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from checker import __version__
from checker.config import Config, FailOn
from checker.config import load as load_config
from checker.deliver import Output, deliver, deliver_alignment, print_out, progress
from checker.errors import CheckerError
from checker.model import SEVERITIES, Report, Unchecked

CLEAN, FINDINGS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
REPORT_FORMATS = ("text", "json", "html")
ALIGNMENT_FORMATS = ("jsonl", "tsv", "tmx")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
FAIL_ON = ("error", "warning", "note", "never")

F = TypeVar("F", bound=Callable[..., Any])


def run(arguments: Sequence[str]) -> int:
    """Run the program; returns its exit code and never raises."""
    debug = "--debug" in arguments
    _open_streams()
    try:
        code = main.main(args=list(arguments), prog_name="checker", standalone_mode=False)
        print_out("")
        return code if isinstance(code, int) else CLEAN
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _complain("interrupted", INTERRUPTED)
    except BrokenPipeError:  # the reader of our output has gone, which is no fault: checker … | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except click.UsageError as error:
        return _complain(f"{error.format_message().rstrip('.')} (see checker --help)", USAGE)
    except click.ClickException as error:
        return _complain(error.format_message(), USAGE)
    except CheckerError as error:
        return _complain(str(error), USAGE)
    except Exception as error:
        if debug:
            raise
        return _complain(
            f"a fault of the program itself ({type(error).__name__}: {error}); run again with --debug to see where",
            FAULT,
        )


def _open_streams() -> None:
    """Let a stream that the caller has closed swallow what is written to it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end


def _complain(message: str, code: int) -> int:
    """One line on standard error, whatever the message holds."""
    line = " ".join(message.split())
    print(f"checker: {line}".encode(errors="backslashreplace").decode(), file=sys.stderr)
    return code


class OrderedCommand(click.Command):
    """A command that remembers the order of its options: an ``--output`` belongs to the ``--format`` before it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, and keep the names of the options in the order given."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta["order"] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


def outputs(order: Sequence[str], formats: Sequence[str], paths: Sequence[Path], default: str) -> tuple[Output, ...]:
    """Pair every ``--output`` with the ``--format`` before it; at most one format goes to standard output."""
    queue_formats, queue_paths = list(formats), list(paths)
    paired: list[Output] = []
    for name in order:
        if name == "format":
            paired.append(Output(queue_formats.pop(0), None))
        elif name == "output":
            if not paired and not formats:
                paired.append(Output(default, None))
            if not paired or paired[-1].path is not None:
                raise click.UsageError("an --output belongs to the --format before it; one --output for each --format")
            paired[-1] = Output(paired[-1].format, queue_paths.pop(0))
    chosen = tuple(paired) or (Output(default, None),)
    _refuse_clashes(chosen)
    return chosen


def _refuse_clashes(chosen: Sequence[Output]) -> None:
    streams = [output.format for output in chosen if output.path is None]
    if "html" in streams:
        raise click.UsageError("--format html writes a folder: name it with --output, for example --output reports/")
    if len(streams) > 1:
        raise click.UsageError(f"only one format can go to standard output, not {len(streams)}: give an --output")
    files = [output.path for output in chosen if output.path is not None]
    if len(set(files)) < len(files):
        raise click.UsageError("two formats can't be written to one --output")


def _language(_context: click.Context, option: click.Parameter, value: Any) -> Any:
    """Refuse what can't be a language, so that a typing error isn't taken for an unknown language."""
    for tag in (value,) if isinstance(value, str) else value or ():
        if not LANGUAGE_TAG.fullmatch(tag):
            raise click.BadParameter(f"'{tag}' is no language; write a code such as de, id or pt-BR", param=option)
    return value


def common_options(command: F) -> F:
    """The options that every command that reads articles has."""
    for option in (
        click.version_option(__version__, prog_name="checker", message="%(prog)s %(version)s"),
        click.option("--debug", is_flag=True, help="Show a traceback when the program itself fails."),
        click.option("--quiet", is_flag=True, help="No progress and no summary."),
        click.option(
            "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE",
            help="Default: the nearest checker.toml, else pyproject.toml with [tool.checker].",
        ),
        click.option("--model", metavar="NAME-OR-PATH", help="Any sentence-transformers model; default: embedded."),
        click.option(
            "--target-lang", "target_langs", multiple=True, metavar="LANG", callback=_language,
            help="Language of a target, in the order of the targets; with a folder, the versions to check.",
        ),
        click.option(
            "--source-lang", metavar="LANG", callback=_language, help="Language of the source version, for example de.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.version_option(__version__, prog_name="checker", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, hidden=True, expose_value=False)
def main() -> None:
    """Compare the language versions of an article and flag where they drift apart."""


@main.command(cls=OrderedCommand)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE TARGET… | FOLDER")
@click.option("--format", "format", multiple=True, type=click.Choice(REPORT_FORMATS), help="Repeatable; default text.")
@click.option(
    "--output", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
    help="Where the --format before it goes: a file, or for html a folder. Default: standard output.",
)  # fmt: skip
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Mildest severity that exits with 1; default error.")
@common_options
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    format: tuple[str, ...],  # noqa: A002 - the option's name is part of the contract
    output: tuple[Path, ...],
    fail_on: FailOn | None,
    source_lang: str | None,
    target_langs: tuple[str, ...],
    model: str | None,
    config_path: Path | None,
    quiet: bool,
    debug: bool,  # noqa: ARG001 - read by run()
) -> int:
    """Check one article (a source version and its other versions), or every article below a FOLDER."""
    from checker.pipeline import check_files, check_folder

    chosen = outputs(context.meta["order"], format, output, "text")
    config = _configure(config_path, source_lang=source_lang, model=model, fail_on=fail_on)
    if len(paths) == 1 and paths[0].is_dir():
        with progress(quiet) as advance:
            report = check_folder(paths[0], config, target_langs, advance)
    else:
        report = check_files(_versions(paths, target_langs), source_lang, target_langs, config)
    _say(report.unchecked, quiet)
    deliver(report, chosen, quiet)
    return exit_code(report, config.fail_on)


@main.command(cls=OrderedCommand)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "format", multiple=True, type=click.Choice(ALIGNMENT_FORMATS), help="Default jsonl.")
@click.option(
    "--output", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="Default: standard output."
)
@click.option("--pre-segmented", is_flag=True, help="The files hold one sentence a line.")
@common_options
@click.pass_context
def align(
    context: click.Context,
    source: Path,
    target: Path,
    format: tuple[str, ...],  # noqa: A002 - the option's name is part of the contract
    output: tuple[Path, ...],
    pre_segmented: bool,
    source_lang: str | None,
    target_langs: tuple[str, ...],
    model: str | None,
    config_path: Path | None,
    quiet: bool,
    debug: bool,  # noqa: ARG001 - read by run()
) -> int:
    """Align the sentences of two versions and print the alignment alone."""
    from checker.pipeline import align_files

    chosen = outputs(context.meta["order"], format, output, "jsonl")
    config = _configure(config_path, model=model)
    paths = _versions((source, target), target_langs)
    alignment = align_files(paths, source_lang, target_langs, config, pre_segmented=pre_segmented)
    _say(alignment.unchecked, quiet)
    deliver_alignment(alignment, chosen)
    return CLEAN


@main.command()
@click.argument("name", metavar="CHECK", required=False)
@click.option("--debug", is_flag=True, hidden=True, expose_value=False)
def explain(name: str | None) -> int:
    """Tell what a check flags, with an example that fires and one that stays silent."""
    from checker import checks
    from checker.checks import docs

    if name is None:
        lines = (f"{check.NAME:14s} {docs.document(check).text.splitlines()[0]}\n" for check in checks.CHECKS)
        print_out("".join(lines))
        return CLEAN
    page = docs.document(docs.find(checks.CHECKS, name))
    print_out(f"{page.name} ({page.severity} by default)\n\n{page.text}\n")
    return CLEAN


def _say(unchecked: Iterable[Unchecked], quiet: bool) -> None:
    """One line on standard error for what was not checked; ``quiet`` leaves what could not be read."""
    for entry in unchecked:
        if entry.failure or not quiet:
            _complain(entry.reason, CLEAN)


def exit_code(report: Report, fail_on: FailOn) -> int:
    """What the report means for the caller: 2 where input could not be read, 1 where findings are grave enough."""
    if any(entry.failure for entry in report.unchecked):
        return USAGE
    if fail_on == "never":
        return CLEAN
    grave = SEVERITIES[SEVERITIES.index(fail_on) :]
    findings = (f for article in report.articles for pair in article.comparisons for f in pair.findings)
    return FINDINGS if any(finding.severity in grave for finding in findings) else CLEAN


def _configure(path: Path | None, **options: str | None) -> Config:
    """The configuration with the options that were given laid over it."""
    given = {name: value for name, value in options.items() if value is not None}
    return msgspec.structs.replace(load_config(path, Path.cwd()), **given)


def _versions(paths: Sequence[Path], target_langs: Sequence[str]) -> tuple[Path, ...]:
    """The named files; a usage error where they can't be one article."""
    if len(paths) < 2 and not paths[0].exists():
        raise click.UsageError(f"{paths[0]}: no such file or folder")
    if len(paths) < 2:
        raise click.UsageError(f"{paths[0]}: give a source and at least one target version, or one folder of articles")
    if folder := next((path for path in paths if path.is_dir()), None):
        raise click.UsageError(f"{folder} is a folder: give a source and target files, or one folder alone")
    if len(target_langs) >= len(paths):
        raise click.UsageError(f"{len(target_langs)} --target-lang for {len(paths) - 1} target files")
    return tuple(paths)
