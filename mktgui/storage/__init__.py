"""Speaks to files and to the keyring of the operating system."""
