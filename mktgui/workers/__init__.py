"""Carries work to threads and outcomes back to the window."""
