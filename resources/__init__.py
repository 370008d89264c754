"""Files the program reads: no code."""
