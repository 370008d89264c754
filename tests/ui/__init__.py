"""Screens: real widgets, looked at as a person would."""
