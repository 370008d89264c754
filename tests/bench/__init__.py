"""Figures beside their floors, measured in turn in one run: `python -m tests.bench`."""
