"""Real files, and a real keyring daemon with a home of its own."""
