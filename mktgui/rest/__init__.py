"""Speaks REST to Marketo: our calls as requests, its JSON as our values."""
