"""Compares the language versions of an article sentence by sentence and flags where they drift apart."""

__version__ = "0.1.0"
