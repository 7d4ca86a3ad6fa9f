"""Accuracy and speed, measured. Nothing here ships in the wheel."""
