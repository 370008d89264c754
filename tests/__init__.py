"""Tests mirror `mktgui/`: real sockets, a real window, a real keyring daemon."""
