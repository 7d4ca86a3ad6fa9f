"""Errors that a user can mend. ``cli`` alone turns them into a line on standard error and an exit code."""


class CheckerError(Exception):
    """A problem with usage, configuration or input: one line that says what is wrong, where, and what to do."""


class InputError(CheckerError):
    """A file that could not be read whole."""


class ConfigError(CheckerError):
    """A configuration that can't be understood."""
